import fc from 'fast-check';
import type { EndFact, Fact, GateFact, StartFact } from '../../../src/core/fact.ts';
import { GATES } from '../../../src/core/names.ts';
import { END_REASONS, FAULT_REASONS, SKIP_REASONS } from '../../../src/core/verdict.ts';

/** A sha of one repeated hex digit. */
export const sha = (digit: string | number): string => String(digit).repeat(40).slice(0, 40);

const every = {
  v: 1,
  flow: 'generative',
  subject: 7,
  seq: 1,
  agent: 'issue-creator',
  attempt: 1,
  sha: sha(1),
} as const;

export function start(changes: Partial<StartFact> = {}): StartFact {
  return { ...every, kind: 'start', base: sha(0), branch: 'feat/7', fence: 100, ...changes };
}

export function gate(changes: Partial<GateFact> = {}): GateFact {
  const evidence = [
    { key: 'cargo test', value: '12/12 pass' },
    { key: 'method', value: 'primary' },
  ];
  return { ...every, kind: 'gate', gate: 'tests', status: 'pass', evidence, ...changes };
}

export function end(changes: Partial<EndFact> = {}): EndFact {
  const next = { type: 'NEXT', agent: 'spec-analyzer' } as const;
  return { ...every, kind: 'end', status: 'pass', next, summary: 'done', ...changes };
}

const AGENTS = ['issue-creator', 'spec-analyzer', 'impl-creator', 'code-refiner'] as const;

/** One line of any characters that a fact may hold: markup, anchors, quotes, lone surrogates. */
const line = (max: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.string({ unit: 'binary', maxLength: max }),
      fc.constantFrom(
        '--> <!-- gates:end -->',
        '"\\u003c',
        'facts:end -->',
        '<!-- facts:v1',
        ' | ',
        '\ud83d\ude00',
        '\ud800',
      ),
    )
    .map((text) => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '').slice(0, max));

const identity = fc.record({
  seq: fc.integer({ min: 1, max: 6 }),
  attempt: fc.integer({ min: 1, max: 3 }),
  agent: fc.constantFrom(...AGENTS),
  sha: fc.constantFrom(...['a', 'b', 'c', 'd'].map(sha)),
});

const optional = <T>(key: string, value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.oneof(
    fc.constant({}),
    value.map((item) => ({ [key]: item })),
  );

const starts = fc
  .tuple(
    identity,
    fc.integer({ min: 0, max: 5 }),
    optional('redo', fc.integer({ min: 1, max: 2 })),
    optional('return', fc.constantFrom(...AGENTS)),
    optional('contract', fc.constant('f'.repeat(64))),
    optional('requires', fc.constant(['docs', 'cpu:import'])),
    optional('resume', fc.integer({ min: 1, max: 9_000_000_000 })),
  )
  .map(([id, fence, ...rest]) => Object.assign(start({ ...id, fence }), ...rest) as StartFact);

const verdicts = fc.oneof(
  fc.constant({ status: 'pass' as const }),
  optional('reason', fc.constantFrom(...FAULT_REASONS)).map((rest) => ({ status: 'fail' as const, ...rest })),
  fc.constantFrom(...SKIP_REASONS).map((reason) => ({ status: 'skipped' as const, reason })),
);

const gates = fc
  .tuple(
    identity,
    fc.constantFrom(...GATES.slice(0, 6)),
    verdicts,
    fc.array(fc.record({ key: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ._+/-]{0,10}$/), value: line(60) }), {
      maxLength: 3,
    }),
  )
  .map(([id, name, verdict, evidence]) => gate({ ...id, gate: name, ...verdict, evidence }));

const ends = fc
  .tuple(
    identity,
    fc.constantFrom('pass' as const, 'fail' as const, 'skipped' as const),
    fc.constantFrom(
      { type: 'FINALIZE' as const },
      ...AGENTS.map((agent) => ({ type: 'NEXT' as const, agent: agent as string })),
    ),
    line(60),
    optional('reason', fc.constantFrom(...END_REASONS)),
    optional('advisories', fc.array(line(60), { maxLength: 3 })),
    optional('plan', line(80)),
    optional('acs', fc.constant(['AC1', 'AC2'])),
    optional('pr', fc.integer({ min: 1, max: 99 })),
    optional('tool', fc.constantFrom('0.1.0', '2.0.0-rc.1+a1b2c3')),
    optional('seen', fc.integer({ min: 1, max: 9_000_000_000 })),
    optional('contract', fc.constant('e'.repeat(64))),
    optional('claim', fc.constant('more-work')),
    optional('unavailable', fc.constant(['mutation', 'fuzz'])),
    optional('until', fc.constant('2026-01-02T03:04:05Z')),
    optional(
      'usage',
      fc.constant({ engine: 'claude-code', models: ['m-1'], seconds: 3, turns: 2, 'cost-microusd': 4_000 }),
    ),
  )
  .map(
    ([id, status, next, summary, ...rest]) => Object.assign(end({ ...id, status, next, summary }), ...rest) as EndFact,
  );

/** Facts of one flow on one subject, with collisions of every kind. */
export const factSets: fc.Arbitrary<Fact[]> = fc.array(fc.oneof(starts, gates, ends), { maxLength: 25 });
