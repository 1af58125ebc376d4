import { describe, expect, test } from '@jest/globals';
import { decodeBlock } from '../../../../src/core/ledger/block.ts';
import { renderLedger } from '../../../../src/core/ledger/render.ts';
import { fold } from '../../../../src/core/fold.ts';
import { writeLedger } from '../../../../src/runtime/flow/write-ledger.ts';
import type { WriteWorld } from '../../../../src/runtime/flow/write-world.ts';
import { end, start } from '../../core/facts.ts';
import { makeHop } from './hop.ts';

const facts = [start(), end()];
const gone = () => Promise.reject(Object.assign(new Error('Not Found'), { status: 404 }));

/** A host with one comment, 3, that somebody deletes: before it is written, or before it is read back. */
function world(deleted: 'before the write' | 'before the read'): { world: WriteWorld; bodies: Map<number, string> } {
  const bodies = new Map<number, string>([[3, 'old']]);
  const host = {
    updateComment: (id: number, body: string) => {
      if (deleted === 'before the write') bodies.delete(3);
      if (!bodies.has(id)) return gone();
      bodies.set(id, body);
      if (deleted === 'before the read') bodies.delete(3);
      return Promise.resolve();
    },
    readComment: (id: number) => (bodies.has(id) ? Promise.resolve({ body: bodies.get(id)!, url: 'u' }) : gone()),
    createComment: (_: number, body: string) => {
      bodies.set(4, body);
      return Promise.resolve({ id: 4, url: 'u' });
    },
  };
  const clock = { now: () => 0, sleep: () => Promise.resolve() };
  const made = { host, clock, pause: 0, log: () => undefined, repository: 'r', rerun: false };
  return { world: made as unknown as WriteWorld, bodies };
}

describe('I1 a Ledger that is deleted while a hop writes it', () => {
  test.each(['before the write', 'before the read'] as const)('%s: the hop makes a new one', async (deleted) => {
    const { world: at, bodies } = world(deleted);
    const found = {
      place: { on: 'issue' as const, number: 7, comment: 3 },
      ...{ facts: [], trusted: true, body: renderLedger(fold(facts), { required: [] }), duplicates: [], notes: [] },
    };
    const view = { repository: 'r', required: [], criteria: new Map<string, string>() };
    const written = await writeLedger({ hop: makeHop(), facts, before: [], found, pr: undefined, view } as never, at);
    expect(written.place.comment).toBe(4);
    expect(decodeBlock(bodies.get(4)!)?.facts).toEqual(facts);
  });
});
