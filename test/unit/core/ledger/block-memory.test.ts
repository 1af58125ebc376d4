import { describe, expect, test } from '@jest/globals';
import { canonicalJson, digest } from '../../../../src/core/canonical.ts';
import type { Fact } from '../../../../src/core/fact.ts';
import { start } from '../facts.ts';
import { BLOCK_END, BLOCK_START, decodeBlock, EMPTY_CHAIN, encodeBlock } from '../../../../src/core/ledger/block.ts';

const sha = 'a'.repeat(40);
const end = (seq: number, summary: string): Fact => ({
  ...{ v: 1, kind: 'end', flow: 'generative', subject: 7, seq, agent: 'spec-creator', attempt: 1, sha },
  ...{ status: 'pass', next: { type: 'NEXT', agent: 'schema-validator' }, summary },
});

/** A block with a head and lines of anybody's making, its chain whole. */
function forge(...lines: readonly unknown[]): string {
  let chain = EMPTY_CHAIN;
  const text = lines.map((line) => {
    const json = canonicalJson(line).replace(/[<>-]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);
    chain = digest(`${chain} ${json}`, 16);
    return `${chain} ${json}`;
  });
  return [BLOCK_START, ...text, BLOCK_END].join('\n');
}

describe('what was read before is not read again', () => {
  test('the same line under another head is another fact', () => {
    const first = decodeBlock(encodeBlock([end(1, 'one')]))!.facts[0]!;
    const other = decodeBlock(encodeBlock([{ ...end(1, 'one'), sha: 'b'.repeat(40) }]))!.facts[0]!;
    const elsewhere = decodeBlock(encodeBlock([{ ...end(1, 'one'), subject: 8 }]))!.facts[0]!;
    expect([first.sha, other.sha]).toEqual([sha, 'b'.repeat(40)]);
    expect([first.subject, elsewhere.subject]).toEqual([7, 8]);
  });

  test('A-50 a head of other types is refused although its line was read under a good one', () => {
    const row = ['e', 1, 0, 1, 0, 0, 'NEXT', 'schema-validator', 'two'];
    const good = { v: 1, flow: 'generative', subject: 7, shas: [sha], agents: ['spec-creator'] };
    expect(decodeBlock(forge(good, row))?.intact).toBe(true);
    for (const bad of [
      { ...good, agents: [['spec-creator']] },
      { ...good, shas: [[sha]] },
      { ...good, flow: ['generative'] },
      { ...good, subject: '7' },
    ]) {
      expect(decodeBlock(forge(bad, row))).toMatchObject({ intact: false, facts: [] });
    }
  });

  test('a line that is written in two blocks follows the numbers of each', () => {
    const [a, b] = [end(1, 'one'), { ...end(2, 'two'), sha: 'b'.repeat(40), agent: 'schema-validator' }];
    expect(decodeBlock(encodeBlock([b]))!.facts).toEqual([b]);
    expect(decodeBlock(encodeBlock([a, b]))!.facts).toEqual([a, b]);
  });

  test('a start that is written in two blocks follows their numbers, and is read with the base of each', () => {
    const based = (base: string) => start({ seq: 2, base: base.repeat(40) });
    const other = start({ base: 'c'.repeat(40) });
    const fact = based('d');
    expect(decodeBlock(encodeBlock([fact]))!.facts).toEqual([fact]);
    expect(decodeBlock(encodeBlock([other, fact]))!.facts).toEqual([other, fact]);
    expect(decodeBlock(encodeBlock([based('e')]))!.facts).toEqual([based('e')]);
  });
});
