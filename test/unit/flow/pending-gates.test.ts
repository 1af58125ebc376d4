import { describe, expect, test } from '@jest/globals';
import type { Fact, GateFact } from '../../../src/core/fact.ts';
import { fold } from '../../../src/core/fold.ts';
import type { Hop } from '../../../src/core/hop.ts';
import { renderLedger } from '../../../src/core/ledger/render.ts';
import { admit, type Snapshot } from '../../../src/flow/admit.ts';
import { gateFact } from '../../../src/flow/gate-facts.ts';
import { reopened } from '../../../src/flow/successor.ts';
import { end, sha, start } from '../core/facts.ts';
import { BUILT, flow, hopOf, judge, leads, profile, type Judged } from './hops.ts';

// A contract that requires gates of the repository's registry, which run elsewhere: tier B.
const IDS = ['cpu:import', 'b200:smoke'];
const at = sha('a');
const needing = (agent: string, options: Parameters<typeof hopOf>[1] = {}): Hop => {
  const hop = hopOf(agent, options);
  return { ...hop, required: [...hop.required, ...IDS] as Hop['required'] };
};
const came = (gate: string, status: 'pass' | 'fail' = 'pass', on = at): GateFact =>
  gateFact({ flow: 'generative', subject: 7, seq: 25, agent: 'prep-finalizer', attempt: 1 }, on, gate, {
    status,
    evidence: [
      { key: 'result', value: status === 'pass' ? 'exit 0' : 'exit 1' },
      { key: 'method', value: 'registry' },
    ],
  });
const acs = end({ seq: 3, agent: 'issue-finalizer', acs: ['AC1'], sha: at });
const validated = (known: readonly Fact[] = [], gates: Judged['gates'] = {}) =>
  judge(needing('prep-finalizer', { seq: 25, known }), { known, gates: gates ?? {} });
const last = (known: readonly Fact[]) => judge(needing('pub-finalizer', { seq: 28, known, pr: 9 }), { known });
const fail = { status: 'fail' as const, evidence: {} };

describe('a required gate that runs elsewhere', () => {
  test('keeps no pull request from being opened, and the flow from being complete', () => {
    expect(leads(judge(needing('quality-finalizer')))).toBe('pass FINALIZE doc-updater');
    const { end: valid, facts } = validated();
    expect([valid.status, valid.reason]).toEqual(['pass', undefined]);
    const required = facts.find((fact) => fact.kind === 'gate' && fact.gate === 'required') as GateFact;
    expect([required.status, required.evidence[1]!.value]).toEqual(['fail', 'cpu:import absent, b200:smoke absent']);
    const done = last([acs, ...facts]);
    expect(leads(done)).toBe('fail FINALIZE (gates-pending)');
    expect(done.why).toBe('pending: cpu:import, b200:smoke');
    const text = renderLedger(fold([acs, ...facts, ...done.facts]), { required: [] });
    expect(text).toContain('**State:** needs-rework');
    expect(text).toContain('Run by tier B on aaaaaaa: cpu:import, b200:smoke');
    expect(text).toContain('/flow resume');
  });

  test('that passes on the head completes it; on another commit it is still pending', () => {
    const { facts } = validated();
    expect(leads(last([acs, ...facts, ...IDS.map((id) => came(id))]))).toBe('pass FINALIZE');
    const half = last([acs, ...facts, came('cpu:import'), came('b200:smoke', 'pass', sha('b'))]);
    expect(leads(half)).toBe('fail FINALIZE (gates-pending)');
    expect(half.why).toBe('pending: b200:smoke');
  });

  test('that fails on the head is red like any other', () => {
    const known = [acs, ...validated().facts, came('cpu:import'), came('b200:smoke', 'fail')];
    expect(leads(last(known))).toBe('fail FINALIZE (partial)');
    expect(validated([came('b200:smoke', 'fail')]).end.reason).toBe('partial');
  });

  test('excuses no gate that the flow runs itself', () => {
    expect(validated([], { tests: fail }).end.reason).toBe('partial');
    expect(leads(last([acs, ...validated([], { tests: fail }).facts]))).toBe('fail FINALIZE (partial)');
  });
});

describe('its result comes in by a hop', () => {
  const ended: Fact[] = [
    start({ seq: 28, agent: 'pub-finalizer', sha: at, fence: 280 }),
    end({
      seq: 28,
      agent: 'pub-finalizer',
      sha: at,
      status: 'fail',
      reason: 'gates-pending',
      next: { type: 'FINALIZE' },
      pr: 9,
    }),
  ];
  const next = reopened(fold(ended))!;
  const snapshot = (facts: readonly Fact[], ownBot = true): Snapshot => ({
    currentFlow: undefined,
    flow,
    profile,
    built: BUILT,
    dispatch: { subject: 7, seq: next.seq, attempt: next.attempt, agent: next.agent, head: at, facts },
    actor: { login: ownBot ? 'github-actions[bot]' : 'maintainer', ownBot, mayWrite: true },
    run: 300,
    rerun: false,
    issue: { open: true },
    ledger: {
      place: { on: 'pr', number: 9, comment: 3 },
      facts: ended,
      trusted: true,
      body: 'x',
      duplicates: [],
      notes: [],
    },
    checkFacts: [],
    base: { branch: 'main', head: sha('0') },
    commits: [{ sha: at, hop: 'generative/7/28/pub-finalizer/1' }],
    runs: [],
    criteria: new Map(),
    pr: 9,
  });

  test('that our own account dispatches with the fact, and the fact is known to it', () => {
    const admitted = admit(snapshot([came('b200:smoke')]));
    expect(admitted).toMatchObject({ mode: 'run', hop: { seq: 29, agent: 'pub-finalizer' } });
    expect(
      'known' in admitted && admitted.known.some((fact) => fact.kind === 'gate' && fact.gate === 'b200:smoke'),
    ).toBe(true);
  });
  test.each<[string, readonly Fact[]]>([
    ['nothing', []],
    ['a fact of another commit', [came('b200:smoke', 'pass', sha('b'))]],
    ['a fact of a gate that the flow runs itself', [came('tests')]],
  ])('and not by one that brings %s', (_, facts) => {
    expect(admit(snapshot(facts))).toMatchObject({ mode: 'ignore', reason: 'ended' });
  });
});
