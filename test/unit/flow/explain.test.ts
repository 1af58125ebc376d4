import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Fact } from '../../../src/core/fact.ts';
import { fold } from '../../../src/core/fold.ts';
import { decodeBlock } from '../../../src/core/ledger/block.ts';
import { explainHop } from '../../../src/flow/explain.ts';
import { explainText } from '../../../src/flow/explain-text.ts';
import { replay } from '../../../src/flow/replay.ts';
import { flow, hopOf, judge, profile, type Judged } from './hops.ts';

const golden = (name: string): string => new URL(`../../golden/explain/${name}`, import.meta.url).pathname;
const recorded = readFileSync(new URL('../../fixtures/flows/node-broken.ledger', import.meta.url), 'utf8');
const facts = decodeBlock(recorded)!.facts;
/** The gates of the version that recorded it. */
const built = ['spec', 'format', 'clippy', 'tests', 'build', 'docs'];
const again = (known: readonly Fact[]) => replay({ facts: known, flow, profile, built });

/** The explanation of the last hop of these facts. */
function last(known: readonly Fact[]) {
  return explainHop(again(known).at(-1)!);
}

describe('explain', () => {
  test('a recorded flow with retries, loops and a partial end', () => {
    const replayed = again(facts);
    const text = `${explainText(fold(facts), replayed, replayed, 'bitnet-flow, the built-in flow').join('\n')}\n`;
    const file = golden('node-broken.txt');
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  test('a forged decision is shown with both values', () => {
    const forged = facts.map((fact) =>
      fact.kind === 'end' && fact.seq === 10 && fact.attempt === 1 ? { ...fact, status: 'pass' as const } : fact,
    );
    const replayed = again(forged);
    const text = explainText(fold(forged), replayed, replayed, 'test').join('\n');
    expect(text).toContain('DIFFERS    end status: recorded pass, computed fail');
    expect(text).toContain('Replay: DIFFERS at hop 10 of 41');
  });

  test.each<[string, string | undefined, string | undefined, string]>([
    ['this version', '2.0.0', '', 'DIFFERS at hop 10 of 41'],
    [
      'another version',
      '1.0.0',
      'version 1.0.0',
      'DIFFERS at hop 10 of 41; written by version 1.0.0: explain it with that version',
    ],
    [
      'a version that recorded none',
      undefined,
      'a version that its end does not name',
      'DIFFERS at hop 10 of 41; written by a version that its end does not name: explain it with that version',
    ],
  ])('a difference in a hop written by %s', (_, tool, writer, summary) => {
    const written = facts.map((fact): Fact => {
      if (fact.kind !== 'end') return fact;
      const end = tool === undefined ? fact : { ...fact, tool };
      return fact.seq === 10 && fact.attempt === 1 ? { ...end, status: 'pass' } : end;
    });
    const replayed = again(written);
    const lines = explainText(fold(written), replayed, replayed, 'test', '2.0.0');
    const told = `  written    by ${writer}, not 2.0.0, which decided again: rules or words may have changed between them`;
    expect(lines.filter((line) => line.startsWith('  written '))).toEqual(writer === '' ? [] : [told]);
    expect(lines.at(-1)).toBe(`Replay: ${summary}`);
  });

  const fail = { status: 'fail' as const, evidence: { failed: '3' } };
  test.each<[string, Parameters<typeof hopOf>, Judged, RegExp]>([
    [
      'gate',
      ['quality-finalizer', { seq: 1 }],
      { gates: { format: fail } },
      /^route 1 of \d: format is fail, so NEXT → code-refiner, taken 0 of at most 1 times before$/,
    ],
    [
      'retry',
      ['impl-creator', { seq: 1 }],
      { gates: { tests: fail } },
      /^tests, impl red, and the agent may write and has an attempt left, so it runs again$/,
    ],
    [
      'claim',
      ['impl-creator', { seq: 1 }],
      { result: { claim: 'doc-gap' } },
      /^route 9 of 10: the agent claims doc-gap and no gate of the hop is red, so NEXT → doc-updater$/,
    ],
    [
      'forward',
      ['impl-creator', { seq: 1 }],
      {},
      /^route 10 of 10: no condition before it holds, so the forward route, FINALIZE → code-reviewer$/,
    ],
    [
      'no result',
      ['impl-creator', { seq: 1 }],
      {
        commit: { outcome: 'retry', reason: 'timeout', sha: '', facts: [] },
        jobs: new Map(),
        result: { summary: 'no valid result (timeout)' },
      },
      /^no valid result \(timeout\)$/,
    ],
  ])('the rule of a hop: %s', (_, args, given, expected) => {
    const { facts: known } = judge(hopOf(...args), given);
    expect(last(known).rule).toMatch(expected);
  });

  test('a gate without a verdict of its own says why', () => {
    const hop = hopOf('quality-finalizer', { seq: 1 });
    const skipped = { status: 'skipped' as const, reason: 'missing-tool' as const };
    const jobs = { gates: { spec: skipped, build: { status: 'fail' as const, reason: 'crashed' as const } } };
    expect(last(judge(hop, jobs).facts).notRun).toEqual([
      'spec skipped (missing-tool): no method of the profile has its tools on this machine',
      'build fail (crashed): its job broke; no verdict counts as fail',
    ]);
  });

  test('a hop that was stopped ran no gate, and a takeover is told', () => {
    const stopped = judge(hopOf('impl-creator', { seq: 1 }), {
      commit: { outcome: 'stop', reason: 'scope', sha: '', facts: [] },
      result: {},
      jobs: new Map(),
    }).facts;
    const start = stopped.find((fact) => fact.kind === 'start')!;
    const shown = last([...stopped, { ...start, fence: 400 }]);
    expect(shown.notRun).toEqual(["tests, build, impl not run: the hop's work was not judged"]);
    expect(shown.began.at(-1)).toBe('run 400 died before its end; run 500 took the hop over');
    expect(shown.ended).toBe('the flow ends in needs-rework (scope)');
  });
});
