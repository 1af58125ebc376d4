/* Golden Ledgers. Update them all: UPDATE_GOLDEN=1 NODE_OPTIONS=--experimental-vm-modules npx jest ledger */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Fact } from '../../../../src/core/fact.ts';
import { fold } from '../../../../src/core/fold.ts';
import { splitAnchored } from '../../../../src/core/ledger/anchors.ts';
import { decodeBlock } from '../../../../src/core/ledger/block.ts';
import { renderPointer } from '../../../../src/core/ledger/pointer.ts';
import {
  flowState,
  ledgerHeading,
  ledgerMarker,
  renderLedger,
  SECTIONS,
  type LedgerView,
} from '../../../../src/core/ledger/render.ts';
import { findLedger } from '../../../../src/flow/find-ledger.ts';
import { end, gate, sha, start } from '../facts.ts';

const view: LedgerView = {
  required: ['spec', 'format', 'clippy', 'tests', 'build', 'docs'],
  criteria: new Map([
    ['AC1', 'decodes | a block'],
    ['AC2', 'refuses <b>code 3</b>'],
  ]),
};

const hop = (seq: number, agent: string, at: string) => ({ seq, agent, sha: at });
const to = (agent: string) => ({ type: 'NEXT' as const, agent });
const pass = (key: string, value: string) => [
  { key, value },
  { key: 'method', value: 'primary' },
];

const begun: Fact[] = [
  start({ sha: sha(0), fence: 101 }),
  end({ sha: sha(1), summary: 'writes the story; cc @team, fixes #1' }),
  start({ ...hop(2, 'issue-finalizer', sha(1)), fence: 102 }),
  end({ ...hop(2, 'issue-finalizer', sha(1)), next: to('test-creator'), acs: ['AC1', 'AC2'] }),
  start({ ...hop(3, 'test-creator', sha(1)), fence: 103 }),
  gate({ ...hop(3, 'test-creator', sha(2)), gate: 'scope', evidence: pass('scope', '2/2 files allowed') }),
  gate({
    ...hop(3, 'test-creator', sha(2)),
    status: 'fail',
    reason: 'red-phase',
    evidence: pass('red', '5/5 new tests fail'),
  }),
  end({
    ...hop(3, 'test-creator', sha(2)),
    next: to('impl-creator'),
    unavailable: ['mutation'],
    advisories: ['look at `unsafe`'],
  }),
];

const implemented = (status: 'pass' | 'fail'): Fact[] => [
  ...begun,
  start({ ...hop(4, 'impl-creator', sha(2)), fence: 104 }),
  gate({
    ...hop(4, 'impl-creator', sha(3)),
    status,
    evidence: [
      { key: 'cargo test', value: status === 'pass' ? '12/12 pass; AC mapped' : '11/12 pass' },
      { key: 'AC1', value: 'ac1_i2s_decodes' },
      { key: 'changed code', value: 'src/i2s.rs' },
      { key: 'changed spec', value: 'docs/reference/i2s.md' },
      { key: 'method', value: 'alt1' },
    ],
  }),
  gate({
    ...hop(4, 'impl-creator', sha(3)),
    gate: 'docs',
    status: 'skipped',
    reason: 'n/a-surface',
    evidence: pass('docs', 'none'),
  }),
];

const CASES: Record<string, Fact[]> = {
  begun,
  waiting: [
    ...begun.slice(0, -1),
    end({ ...hop(3, 'test-creator', sha(2)), next: to('impl-creator'), until: '2026-01-02T03:04:05Z' }),
  ],
  happy: [
    ...implemented('pass'),
    end({ ...hop(4, 'impl-creator', sha(3)), next: to('pub-finalizer') }),
    start({ ...hop(5, 'pub-finalizer', sha(3)), fence: 105 }),
    gate({ ...hop(5, 'pub-finalizer', sha(3)), gate: 'required', evidence: pass('required', '6/6 pass') }),
    end({ ...hop(5, 'pub-finalizer', sha(3)), next: { type: 'FINALIZE' }, pr: 9, summary: 'complete' }),
  ],
  partial: [
    ...implemented('fail'),
    gate({
      ...hop(2, 'issue-finalizer', sha(1)),
      gate: 'hygiene',
      status: 'fail',
      evidence: pass('hygiene', 'found 2'),
    }),
    end({
      ...hop(4, 'impl-creator', sha(3)),
      attempt: 1,
      status: 'fail',
      next: to('impl-creator'),
      claim: 'more-work',
    }),
    start({ ...hop(4, 'impl-creator', sha(3)), attempt: 2, fence: 106 }),
    end({
      ...hop(4, 'impl-creator', sha(3)),
      attempt: 2,
      status: 'fail',
      reason: 'partial',
      next: { type: 'FINALIZE' },
      plan: 'Fix tests: cargo test: 11/12 pass | Then start the flow again on this issue',
    }),
  ],
  stopped: [
    ...begun,
    start({ ...hop(4, 'impl-creator', sha(2)), fence: 104, redo: 1, return: 'impl-creator' }),
    gate({
      ...hop(4, 'impl-creator', sha(2)),
      gate: 'scope',
      status: 'fail',
      evidence: [{ key: 'scope', value: '0/1 files allowed' }],
    }),
    end({
      ...hop(4, 'impl-creator', sha(2)),
      status: 'fail',
      reason: 'scope',
      next: { type: 'FINALIZE' },
      plan: 'Stopped at impl-creator',
    }),
  ],
};

CASES['running'] = [...begun, start({ ...hop(4, 'impl-creator', sha(2)), fence: 104 })];
CASES['taken-over'] = [
  ...begun,
  start({ ...hop(3, 'test-creator', sha(1)), fence: 203 }),
  ...[104, 204, 304].map((fence) => start({ ...hop(4, 'impl-creator', sha(2)), fence })),
];

/** Views that differ from the usual one. */
const VIEWS: Readonly<Record<string, LedgerView>> = {
  running: { ...view, repository: 'https://github.example/acme/demo' },
};

const file = (name: string): URL => new URL(`../../../golden/ledger/${name}.md`, import.meta.url);

describe('golden Ledgers', () => {
  test.each(Object.keys(CASES))('%s', (name) => {
    const body = renderLedger(fold(CASES[name]!), VIEWS[name] ?? view);
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file(name), body);
    expect(body).toBe(readFileSync(file(name), 'utf8'));
  });

  test.each([
    ['begun', 'in-progress'],
    ['happy', 'ready'],
    ['partial', 'needs-rework'],
    ['stopped', 'needs-rework'],
  ])('%s is %s', (name, state) => expect(flowState(fold(CASES[name]!))).toBe(state));

  test('the tables say what the facts say', () => {
    const happy = renderLedger(fold(CASES['happy']!), view);
    expect(happy).toContain('| tests | pass | cargo test: 12/12 pass; AC mapped');
    expect(happy).toContain('method: alt1');
    expect(happy).toContain('| docs | skipped (n/a-surface) |');
    expect(happy).toContain('| spec | pending | |');
    expect(happy).toContain('mutation not available in this version');
    expect(happy).toContain('| AC1 decodes \\| a block | docs/reference/i2s.md | ac1_i2s_decodes | src/i2s.rs |');
    expect(happy).toContain('**Next:** Review');
    expect(happy).toContain('@&#8203;team, fixes #&#8203;1');
    const begunBody = renderLedger(fold(begun), view);
    expect(begunBody).toContain('| tests | fail (red-phase) | red: 5/5 new tests fail |');
    const partial = renderLedger(fold(CASES['partial']!), view);
    expect(partial).toContain('| hygiene | fail @1111111 |');
    expect(partial).toContain('Red when last run: hygiene');
    expect(partial).toContain('- Fix tests: cargo test: 11/12 pass');
    expect(partial).toContain('retry 1 of 2');
    const stopped = renderLedger(fold(CASES['stopped']!), view);
    expect(stopped).toContain('| scope | fail | no provenance |');
    expect(stopped).toContain('scope; redo 1; detour for impl-creator');
  });
});

describe('text of a person in the Ledger', () => {
  const own = [ledgerMarker('generative', 7), ledgerHeading('generative', 7)];
  const state = fold(CASES['happy']!);
  const foreignOf = (body: string): string => {
    const outside = body.replace(/<!-- facts:v1[\s\S]*facts:end -->/, '');
    return splitAnchored(outside, SECTIONS, own).foreign;
  };

  test('is kept wherever it stood, and the second render is stable', () => {
    const plain = renderLedger(state, view);
    const edited = `${plain
      .replace('<!-- gates:end -->\n', '<!-- gates:end -->\n\nbetween two sections\n')
      .replace('<!-- decision:end -->\n', '<!-- decision:end -->\nafter the decision\n')}\nat the very end\n`;
    const first = renderLedger(state, { ...view, foreign: foreignOf(edited) });
    expect(foreignOf(first)).toBe(foreignOf(edited));
    for (const line of ['between two sections', 'after the decision', 'at the very end']) expect(first).toContain(line);
    const second = renderLedger(fold(decodeBlock(first)!.facts), { ...view, foreign: foreignOf(first) });
    expect(second).toBe(first);
    expect(splitAnchored(second.split('<!-- facts:v1')[0]!, SECTIONS, own).intact).toBe(true);
  });

  test('A-26 is cut, not the facts', () => {
    const body = renderLedger(state, { ...view, foreign: 'x'.repeat(100_000) });
    expect(body.length).toBeLessThanOrEqual(60_000);
    expect(decodeBlock(body)!.facts).toEqual(state.facts);
  });
});

describe('findLedger', () => {
  const body = renderLedger(fold(begun), view);
  const comment = (changes: object) => ({
    id: 1,
    body,
    own: true,
    editedByOther: false,
    on: 'issue' as const,
    number: 7,
    ...changes,
  });
  const find = (...comments: ReturnType<typeof comment>[]) => findLedger('generative', 7, comments);
  const count = fold(begun).facts.length;

  test('none', () => expect(find()).toMatchObject({ facts: [], trusted: true, place: { on: 'issue', number: 7 } }));

  test('ours', () => {
    expect(find(comment({ id: 5 }))).toMatchObject({ trusted: true, place: { comment: 5 }, notes: [] });
    expect(find(comment({})).facts).toHaveLength(count);
  });

  test('A-50 a forged one by another account is ignored, and said', () => {
    const found = find(comment({ own: false }));
    expect(found).toMatchObject({ facts: [], body: '' });
    expect(found.notes[0]).toMatch(/another account/);
    expect(find(comment({ own: false, id: 1 }), comment({ id: 2 })).place.comment).toBe(2);
  });

  test.each([
    ['edited by a person', { editedByOther: true }],
    ['a damaged block', { body: body.replace('["s",1,', '["s",2,') }],
    ['no block', { body: body.split('<!-- facts:v1')[0]! }],
  ])('A-51 %s: none of its facts count', (_, changes) => {
    expect(find(comment(changes))).toMatchObject({ facts: [], trusted: false, notes: ['ledger repaired'] });
  });

  test('A-51 blanked: there is none any more', () => expect(find(comment({ body: '' })).body).toBe(''));

  test('A-52 two Ledgers: the oldest is canonical, the other is folded in and goes', () => {
    const longer = renderLedger(fold(CASES['happy']!), view);
    const found = find(comment({ id: 9, body: longer }), comment({ id: 4 }));
    expect(found.place.comment).toBe(4);
    expect(found.duplicates).toEqual([{ id: 9, on: 'issue' }]);
    expect(found.facts).toHaveLength(fold(CASES['happy']!).facts.length);
    expect(found.notes).toEqual(['1 duplicate Ledger folded in']);
  });

  test('A-52 a move to the PR that broke off is no oddity: nothing is said, and the old place still becomes the pointer', () => {
    const more = renderLedger(fold(CASES['happy']!), view);
    const moved = { id: 9, on: 'pr' as const, number: 12, body: more };
    const found = find(comment({ id: 4 }), comment(moved));
    expect(found).toMatchObject({ place: { on: 'pr', comment: 9 }, duplicates: [{ id: 4, on: 'issue' }], notes: [] });
    const holdsMore = find(comment({ id: 4, body: more }), comment({ ...moved, body }));
    expect(holdsMore.notes).toEqual(['1 duplicate Ledger folded in']);
  });

  test('A-52 the one on the PR is canonical', () => {
    expect(find(comment({ id: 4 }), comment({ id: 9, on: 'pr', number: 12 })).place).toMatchObject({
      on: 'pr',
      comment: 9,
    });
  });

  test('A-52 a damaged twin takes nothing from the sound one', () => {
    const found = find(comment({ id: 4 }), comment({ id: 9, editedByOther: true }));
    expect(found).toMatchObject({ trusted: false });
    expect(found.facts).toHaveLength(count);
  });

  test('another flow, subject or the pointer is no Ledger of this one', () => {
    expect(findLedger('generative', 8, [comment({})]).body).toBe('');
    expect(findLedger('review', 7, [comment({})]).body).toBe('');
    expect(find(comment({ body: renderPointer('generative', 7, 12) })).body).toBe('');
  });
});
