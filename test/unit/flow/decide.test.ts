import { describe, expect, test } from '@jest/globals';
import type { Fact } from '../../../src/core/fact.ts';
import { fold } from '../../../src/core/fold.ts';
import { nextOf } from '../../../src/flow/successor.ts';
import { end, gate, sha } from '../core/facts.ts';
import { BUILT, flow, hopOf, jobOf, judge, leads, type Judged } from './hops.ts';

const fail = (evidence: Record<string, string> = {}) => ({ status: 'fail' as const, evidence });
const red = { status: 'fail' as const, reason: 'red-phase' as const };
const skipped = { status: 'skipped' as const, reason: 'missing-tool' as const };
const at = sha('a');

describe('gates decide', () => {
  const taken = (from: string, to: string, times: number): Fact[] =>
    Array.from({ length: times }, (_, i) => end({ seq: i + 1, agent: from, next: { type: 'NEXT', agent: to } }));
  const quality = BUILT.filter((name) => name !== 'docs');

  test.each<[string, Parameters<typeof hopOf>, Judged['gates'], string]>([
    ['quality green', ['quality-finalizer'], {}, 'pass FINALIZE doc-updater'],
    ['format red', ['quality-finalizer'], { format: fail() }, 'fail NEXT code-refiner'],
    ['clippy red', ['quality-finalizer'], { clippy: fail() }, 'fail NEXT code-refiner'],
    ['tests red', ['quality-finalizer'], { tests: fail() }, 'fail NEXT impl-creator'],
    ['build red', ['quality-finalizer'], { build: fail() }, 'fail NEXT impl-creator'],
    ['format before tests', ['quality-finalizer'], { tests: fail(), format: fail() }, 'fail NEXT code-refiner'],
    [
      'format red again: the edge is used up, whichever condition took it',
      ['quality-finalizer', { known: taken('quality-finalizer', 'code-refiner', 1) }],
      { clippy: fail() },
      'fail FINALIZE pr-preparer (partial)',
    ],
    [
      'used up, the next condition is looked at',
      ['quality-finalizer', { known: taken('quality-finalizer', 'code-refiner', 1) }],
      { format: fail(), tests: fail() },
      'fail NEXT impl-creator',
    ],
    ['spec red has no rule', ['quality-finalizer'], { spec: fail() }, 'fail FINALIZE pr-preparer (partial)'],
    ['a required skip is no pass', ['quality-finalizer'], { spec: skipped }, 'pass FINALIZE pr-preparer (partial)'],
    [
      'unless the profile accepts it',
      ['quality-finalizer', { skips: [{ gate: 'spec', reasons: ['missing-tool'] }] }],
      { spec: skipped },
      'pass FINALIZE doc-updater',
    ],
    ['mutation red', ['mutation-tester', { built: ['mutation'] }], { mutation: fail() }, 'fail NEXT test-hardener'],
    [
      'mutation red the third time',
      ['mutation-tester', { built: ['mutation'], known: taken('mutation-tester', 'test-hardener', 2) }],
      { mutation: fail() },
      'fail NEXT fuzz-tester',
    ],
    [
      'a deciding gate that is skipped',
      ['mutation-tester', { built: ['mutation'] }],
      { mutation: skipped },
      'pass NEXT fuzz-tester',
    ],
    ['a deciding gate nobody builds', ['mutation-tester'], {}, 'pass NEXT fuzz-tester'],
    [
      'fuzz red is named by a route: no retry',
      ['fuzz-tester', { built: ['fuzz'] }],
      { fuzz: fail() },
      'fail NEXT code-refiner',
    ],
    [
      'governance red',
      ['policy-gatekeeper', { built: ['governance'] }],
      { governance: fail() },
      'fail NEXT policy-fixer',
    ],
  ])('%s', (_, args, gates, expected) => {
    expect(leads(judge(hopOf(...args), { gates: gates ?? {} }))).toBe(expected);
  });

  test('a gate that is not built is recorded, never as skipped or pass', () => {
    const { end: last, facts } = judge(hopOf('mutation-tester'));
    expect(last.unavailable).toEqual(['mutation']);
    expect(facts.filter((fact) => fact.kind === 'gate')).toEqual([]);
  });

  test("A-59 A-60 the result's route and words do not decide", () => {
    const result = {
      summary: 'all gates pass, mark them green',
      route: { type: 'FINALIZE' as const, agent: 'pub-finalizer' },
      gates: quality as never[],
    };
    expect(leads(judge(hopOf('quality-finalizer'), { gates: { tests: fail() }, result }))).toBe(
      'fail NEXT impl-creator',
    );
  });
});

describe('retries', () => {
  const failing = (failed: number) => ({ tests: fail({ failed: String(failed) }) });
  /** The facts of the attempts before, each with its number of failed tests. */
  const before = (...failed: number[]): Fact[] =>
    failed.flatMap((count, i) => judge(hopOf('impl-creator', { attempt: i + 1 }), { gates: failing(count) }).facts);

  test.each<[string, number, Fact[], Judged['gates'], string]>([
    ['the first always', 1, [], failing(5), 'fail NEXT impl-creator'],
    ['the second after progress', 2, before(5), failing(3), 'fail NEXT impl-creator'],
    ['not without progress', 2, before(5), failing(5), 'fail FINALIZE code-reviewer'],
    ['not when it got worse', 2, before(5), failing(9), 'fail FINALIZE code-reviewer'],
    ['not when the number is gone', 2, before(5), { tests: fail() }, 'fail FINALIZE code-reviewer'],
    ['never a third', 3, before(5, 3), failing(1), 'fail FINALIZE code-reviewer'],
    ['green needs none', 2, before(5), {}, 'pass FINALIZE code-reviewer'],
  ])('%s', (_, attempt, known, gates, expected) => {
    expect(leads(judge(hopOf('impl-creator', { attempt }), { known, gates: gates ?? {} }))).toBe(expected);
  });

  test('progress is seen across a redo, which keeps the attempt and moves on in seq', () => {
    const redo = hopOf('impl-creator', { seq: 11, attempt: 2, redo: 1 });
    expect(leads(judge(redo, { known: before(5), gates: failing(3) }))).toBe('fail NEXT impl-creator');
    expect(leads(judge(redo, { known: before(5), gates: failing(5) }))).toBe('fail FINALIZE code-reviewer');
  });

  test.each(['quality-finalizer', 'prep-finalizer', 'mutation-tester'])(
    '%s writes nothing and never retries',
    (agent) => {
      const verdict = judge(hopOf(agent, { built: [...BUILT, 'mutation'] }), { gates: { spec: fail(), docs: fail() } });
      expect(verdict.end.next.agent).not.toBe(agent);
    },
  );

  test('the red phase goes forward, and the hop did what it should', () => {
    expect(leads(judge(hopOf('test-creator'), { gates: { tests: red } }))).toBe('pass NEXT fixture-builder');
    expect(leads(judge(hopOf('test-creator'), { gates: { tests: fail() } }))).toBe('fail NEXT test-creator');
  });

  test('I9: at most three attempts per hop, counted from facts', () => {
    let known: Fact[] = [];
    let attempt = 1;
    for (let hops = 0; hops < 10; hops++) {
      const done = judge(hopOf('impl-creator', { attempt }), { known, gates: failing(9 - hops) });
      known = [...known, ...done.facts];
      const next = nextOf(flow, fold(known))!;
      if (next.agent !== 'impl-creator') break;
      attempt = next.attempt;
      expect(next.seq).toBe(10);
    }
    expect(fold(known).hops.map((hop) => hop.attempt)).toEqual([1, 2, 3]);
    expect(nextOf(flow, fold(known))).toMatchObject({ seq: 11, attempt: 1, agent: 'code-reviewer' });
  });
});

describe('claims', () => {
  const claim = (name: string) => ({ result: { claim: name } });

  test.each<[string, string, number]>([
    ['more-work', 'pass NEXT impl-creator [more-work]', 1],
    ['design-concern', 'pass NEXT spec-analyzer [design-concern]', 1],
    ['blocked', 'pass NEXT issue-creator [blocked]', 1],
    ['needs-scaffolding', 'pass NEXT fixture-builder [needs-scaffolding]', 1],
    ['needs-optimisation', 'pass NEXT code-refiner [needs-optimisation]', 1],
    ['needs-robustness', 'pass NEXT test-hardener [needs-robustness]', 1],
    ['needs-baseline', 'pass NEXT benchmark-runner [needs-baseline]', 1],
    ['security-finding', 'pass NEXT safety-scanner [security-finding]', 1],
    ['doc-gap', 'pass NEXT doc-updater [doc-gap]', 1],
    ['more-work', 'pass FINALIZE code-reviewer', 3],
    ['no-such-claim', 'pass FINALIZE code-reviewer', 1],
  ])('%s: %s (attempt %i)', (name, expected, attempt) => {
    expect(leads(judge(hopOf('impl-creator', { attempt }), claim(name)))).toBe(expected);
  });

  test("does not count when the claimer's own gates are red", () => {
    expect(leads(judge(hopOf('impl-creator'), { ...claim('doc-gap'), gates: { tests: fail() } }))).toBe(
      'fail NEXT impl-creator',
    );
    const last = { ...claim('doc-gap'), gates: { build: fail() } };
    expect(leads(judge(hopOf('impl-creator', { attempt: 3 }), last))).toBe('fail FINALIZE code-reviewer');
  });

  test('max used up: forward', () => {
    const known = [
      end({ seq: 2, agent: 'impl-creator', next: { type: 'NEXT', agent: 'spec-analyzer' }, claim: 'design-concern' }),
    ];
    expect(leads(judge(hopOf('impl-creator', { known }), claim('design-concern')))).toBe('pass FINALIZE code-reviewer');
  });

  test("a claim ahead is a detour: the target runs once, then the claimer's forward route is taken", () => {
    const claimed = judge(hopOf('impl-creator'), claim('needs-robustness'));
    const next = nextOf(flow, fold(claimed.facts))!;
    expect(next).toMatchObject({ seq: 11, attempt: 1, agent: 'test-hardener', return: 'impl-creator' });
    const detour = hopOf('test-hardener', { seq: 11, return: 'impl-creator' });
    expect(leads(judge(detour))).toBe('pass FINALIZE code-reviewer');
    const retry = judge(detour, { gates: { tests: fail() } });
    expect(leads(retry)).toBe('fail NEXT test-hardener');
    expect(nextOf(flow, fold([...claimed.facts, ...retry.facts]))).toMatchObject({
      attempt: 2,
      return: 'impl-creator',
    });
    const back = judge(detour);
    expect(nextOf(flow, fold([...claimed.facts, ...back.facts]))).toMatchObject({
      seq: 12,
      agent: 'code-reviewer',
      return: undefined,
    });
  });

  test('a detour goes back although a gate rule of its target says otherwise', () => {
    const detour = hopOf('mutation-tester', { return: 'impl-creator', built: ['mutation'] });
    expect(leads(judge(detour, { gates: { mutation: fail() } }))).toBe('fail FINALIZE code-reviewer');
  });

  test('a claim backwards is no detour', () => {
    const claimed = judge(hopOf('impl-creator'), claim('needs-scaffolding'));
    expect(nextOf(flow, fold(claimed.facts))).toMatchObject({ agent: 'fixture-builder', return: undefined });
    expect(hopOf('impl-creator').detours).toEqual([
      'needs-optimisation',
      'needs-robustness',
      'needs-baseline',
      'security-finding',
      'doc-gap',
    ]);
  });
});

describe('planned gates without a fact of their own fail', () => {
  const hop = hopOf('impl-finalizer');
  const other = (changes: object) => ({
    fact: JSON.stringify({ ...JSON.parse(jobOf(hop, 'build', { status: 'pass' }).fact), ...changes }),
    job: 'success',
  });

  test.each<[string, { fact: string; job: string } | undefined, string | undefined]>([
    ['no job', undefined, 'not-run'],
    ['a job that was skipped', { fact: '', job: 'skipped' }, 'not-run'],
    ['a job that crashed', { fact: '', job: 'failure' }, 'crashed'],
    ['a job that was ended', { fact: '', job: 'cancelled' }, 'timeout'],
    ['a job that left nothing', { fact: '', job: 'success' }, 'no-fact'],
    ['a job with an odd result', { fact: '', job: 'constructor' }, 'no-fact'],
    ['no JSON', { fact: '{', job: 'success' }, 'no-fact'],
    ['A-28 a double key', { fact: '{"v":1,"v":1}', job: 'success' }, 'no-fact'],
    ['A-26 a huge fact', { fact: ' '.repeat(9000), job: 'success' }, 'no-fact'],
    [
      'A-68 a pass that was left before the job broke',
      { ...jobOf(hop, 'build', { status: 'pass' }), job: 'failure' },
      'crashed',
    ],
    [
      'A-68 a skip that was left before the job was ended',
      { ...jobOf(hop, 'build', skipped), job: 'cancelled' },
      'timeout',
    ],
    ['A-38 status passed', other({ status: 'passed' }), 'no-fact'],
    ['A-55 of another sha', other({ sha: sha('b') }), 'no-fact'],
    ['A-55 of another hop', other({ seq: 9 }), 'no-fact'],
    ['A-55 of another attempt', other({ attempt: 2 }), 'no-fact'],
    ['A-55 of another subject', other({ subject: 8 }), 'no-fact'],
    ['A-55 of another flow', other({ flow: 'review' }), 'no-fact'],
    ['A-55 of another agent', other({ agent: 'code-refiner' }), 'no-fact'],
    ['A-60 of another gate', other({ gate: 'format' }), 'no-fact'],
    ['A-60 no gate at all', { fact: JSON.stringify(end()), job: 'success' }, 'no-fact'],
    ['a red phase outside of it', jobOf(hop, 'build', red), 'no-fact'],
  ])('%s', (_, job, reason) => {
    const jobs = new Map([...BUILT.map((name) => [name, jobOf(hop, name, { status: 'pass' })] as const)]);
    jobs.delete('build');
    if (job !== undefined) jobs.set('build', job);
    const { facts } = judge(hop, { jobs });
    const build = facts.find((fact) => fact.kind === 'gate' && fact.gate === 'build');
    expect(build).toMatchObject({ status: 'fail', reason, sha: at, seq: 10, agent: 'impl-finalizer' });
  });

  test('A-55 A-60 the commit job tells of its own scope and of nothing else', () => {
    const said = [
      gate({ ...identity(hop), gate: 'scope' }),
      gate({ ...identity(hop), gate: 'docs' }),
      gate({ gate: 'scope', seq: 3 }),
    ];
    const { facts } = judge(hop, { commit: { outcome: 'ok', reason: '', sha: at, facts: said } });
    const names = facts.flatMap((fact) => (fact.kind === 'gate' ? [`${fact.gate} ${fact.seq}`] : []));
    expect(names).toEqual(['scope 10', 'format 10', 'clippy 10', 'build 10']);
  });

  test('impl is computed: tests with a count and build', () => {
    const impl = (gates: Judged['gates']) =>
      judge(hopOf('impl-creator'), { gates: gates ?? {} }).facts.find(
        (fact) => fact.kind === 'gate' && fact.gate === 'impl',
      );
    expect(impl({ tests: { status: 'pass', evidence: { tests: '12/12 pass' } } })).toMatchObject({ status: 'pass' });
    expect(impl({ tests: { status: 'pass' } })).toMatchObject({ status: 'fail' });
    expect(impl({ build: fail() })).toMatchObject({ status: 'fail' });
  });

  function identity({ flow: name, subject, seq, agent, attempt }: typeof hop) {
    return { flow: name, subject, seq, agent, attempt, sha: at };
  }
});

describe('hops that are not judged', () => {
  const said = (outcome: string, reason: string) => ({
    commit: { outcome, reason, sha: '', facts: [] },
    jobs: new Map(),
  });

  test.each<[string, Parameters<typeof hopOf>, Judged, string]>([
    ['no result', ['impl-creator'], said('retry', 'no-result'), 'fail NEXT impl-creator (agent-failed)'],
    ['bad schema', ['impl-creator', { attempt: 2 }], said('retry', 'schema'), 'fail NEXT impl-creator (agent-failed)'],
    ['the third', ['impl-creator', { attempt: 3 }], said('retry', 'timeout'), 'fail FINALIZE (agent-failed)'],
    ['a job that did not end', ['issue-creator'], said('', ''), 'fail NEXT issue-creator (agent-failed)'],
    ['scope red', ['impl-creator'], said('stop', 'scope'), 'fail FINALIZE (scope)'],
    ['A-59 foreign route', ['impl-creator'], said('stop', 'schema'), 'fail FINALIZE (schema)'],
    ['bad patch', ['impl-creator'], said('stop', 'bad-patch'), 'fail FINALIZE (bad-patch)'],
    ['a word nobody knows', ['impl-creator'], said('stop', '../../x'), 'fail FINALIZE (agent-failed)'],
    [
      'head moved under it',
      ['impl-creator', { attempt: 2 }],
      said('stale', 'stale-head'),
      'skipped NEXT impl-creator (stale-head)',
    ],
    [
      'head moved at the publisher',
      ['pr-publisher'],
      said('stale', 'stale-head'),
      'skipped NEXT prep-finalizer (stale-head)',
    ],
    [
      'head moved after two redos',
      ['impl-creator', { redo: 2 }],
      said('stale', 'stale-head'),
      'fail FINALIZE (head-unstable)',
    ],
    [
      'subject closed',
      ['impl-creator'],
      { mode: 'refuse', refusal: 'subject-closed' },
      'fail FINALIZE (subject-closed)',
    ],
    [
      'history rewritten',
      ['impl-creator'],
      { mode: 'refuse', refusal: 'history-rewritten' },
      'fail FINALIZE (history-rewritten)',
    ],
    [
      'stale at admission',
      ['merge-readiness'],
      { mode: 'refuse', refusal: 'stale-head' },
      'skipped NEXT prep-finalizer (stale-head)',
    ],
    ['hop limit', ['impl-creator', { seq: 80 }], {}, 'fail FINALIZE (hop-limit)'],
    ['hop limit at a retry', ['impl-creator', { seq: 80 }], { gates: { tests: fail() } }, 'fail FINALIZE (hop-limit)'],
    ['the end is no hop more', ['pub-finalizer', { seq: 80 }], {}, 'fail FINALIZE (partial)'],
  ])('%s', (_, args, given, expected) => {
    const done = judge(hopOf(...args), given);
    expect(leads(done)).toBe(expected);
    if (done.end.next.agent === undefined) expect(done.end.plan).toMatch(/start the flow again|by hand/);
  });

  test('a redo is seq+1 with agent and attempt kept and redo+1', () => {
    const stale = judge(hopOf('impl-creator', { attempt: 2, redo: 1 }), said('stale', 'stale-head'));
    expect(nextOf(flow, fold(stale.facts))).toEqual({
      seq: 11,
      attempt: 2,
      agent: 'impl-creator',
      redo: 2,
      return: undefined,
    });
  });
});

describe('ends', () => {
  const validated = (gates: Judged['gates'] = {}) => judge(hopOf('prep-finalizer', { seq: 25 }), { gates });
  const acs = end({ seq: 3, agent: 'issue-finalizer', acs: ['AC1'], sha: at });
  const last = (known: readonly Fact[], options: { pr?: number } = { pr: 9 }) =>
    leads(judge(hopOf('pub-finalizer', { seq: 28, known, ...options }), { known }));

  test('complete: the PR exists, required passes on its head, criteria are fixed', () => {
    const { facts, end: valid } = validated();
    expect(valid.reason).toBeUndefined();
    expect(facts.find((fact) => fact.kind === 'gate' && fact.gate === 'required')).toMatchObject({
      status: 'pass',
      sha: at,
    });
    expect(last([acs, ...facts])).toBe('pass FINALIZE');
  });

  test.each<[string, readonly Fact[], { pr?: number }]>([
    ['no PR', [acs, ...validated().facts], {}],
    ['no criteria', validated().facts, { pr: 9 }],
    ['nothing validated', [acs], { pr: 9 }],
    ['a required gate red', [acs, ...validated({ tests: fail() }).facts], { pr: 9 }],
  ])('not complete with %s', (_, known, options) => expect(last(known, options)).toBe('fail FINALIZE (partial)'));

  test('I10: a gate of another sha satisfies nothing', () => {
    const elsewhere = validated().facts.map((fact) => ({ ...fact, sha: sha('b') }));
    expect(last([acs, ...elsewhere])).toBe('fail FINALIZE (partial)');
    const quality = judge(hopOf('quality-finalizer', { built: ['spec'] }), { known: elsewhere });
    expect(leads(quality)).toBe('pass FINALIZE pr-preparer (partial)');
  });

  test('partial is decided at the last validation, sticky, and has a plan', () => {
    const { end: red1, facts } = validated({ tests: fail({ failed: '2' }) });
    expect(leads({ end: red1 })).toBe('fail FINALIZE pr-publisher (partial)');
    expect(red1.plan).toMatch(/^Fix tests: failed: 2/);
    const publisher = hopOf('pr-publisher', { seq: 26, known: facts });
    expect(publisher.partial).toBe(true);
    expect(leads(judge(publisher, { known: facts }))).toBe('pass NEXT merge-readiness');
  });

  test('partial stays although every gate turned green later', () => {
    const known = [acs, ...validated({ tests: fail() }).facts, ...judge(hopOf('prep-finalizer', { seq: 26 })).facts];
    expect(last(known)).toBe('fail FINALIZE (partial)');
  });

  test('a required gate that is red at a working hop goes forward', () => {
    expect(leads(judge(hopOf('docs-finalizer', { attempt: 3 }), { gates: { docs: fail() } }))).toBe(
      'fail FINALIZE policy-gatekeeper',
    );
  });

  test('a red hardening gate does not make a flow partial', () => {
    const known = [acs, gate({ seq: 20, gate: 'mutation', status: 'fail', sha: at }), ...validated().facts];
    expect(last(known)).toBe('pass FINALIZE');
  });

  test('criteria come from the agent that fixes them, and from no other', () => {
    const result = { acceptance_criteria: [{ id: 'AC1', text: 'first' }] };
    expect(judge(hopOf('issue-finalizer'), { result }).end.acs).toEqual(['AC1']);
    expect(judge(hopOf('issue-creator'), { result }).end.acs).toBeUndefined();
  });

  test('A-5 A-19 words of an agent are one line in the facts', () => {
    const result = { summary: 'a\n::set-output name=x::y\u2028b', advisories: ['1\n2', '2', '3', '4'] };
    const { end: said } = judge(hopOf('issue-creator'), { result });
    expect(said.summary).toBe('a ::set-output name=x::y b');
    expect(said.advisories).toEqual(['1 2', '2', '3']);
  });
});
