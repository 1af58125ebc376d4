import { describe, expect, test } from '@jest/globals';
import { gateSchema, type GateFact } from '../../../src/core/fact.ts';
import { agentResultSchema } from '../../../src/core/result.ts';
import { gateFact } from '../../../src/flow/gate-facts.ts';
import { safeFacts, safeJobs, safeReports, safeResult } from '../../../src/flow/public-safety.ts';
import { routeHop, type RouterInputs } from '../../../src/runtime/flow/router.ts';
import { makeHop, RESULT } from '../runtime/flow/hop.ts';

const token = ['gh', 'p_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('');
const home = ['', 'home', 'ada', 'models'].join('/');
const hop = makeHop();
const fact = (value: string): GateFact =>
  gateFact(hop, hop.head, 'tests', {
    status: 'pass',
    evidence: [
      { key: 'tests', value },
      { key: 'method', value: 'primary' },
    ],
  });
const result = agentResultSchema.parse(RESULT);

describe('A-62, A-63: what the jobs of a hop left', () => {
  test('a fact that says too much is its gate’s failure, by class and place', () => {
    const [good, bad] = safeFacts([fact('18/18 pass'), fact(`18/18 pass in ${home}`)], hop);
    expect(good).toEqual(fact('18/18 pass'));
    expect(bad).toMatchObject({ gate: 'tests', status: 'fail', sha: hop.head });
    expect(bad!.evidence[0]!.value).toBe('redacted:home-path in evidence[0].value, line 1, column 15');
    expect(gateSchema.safeParse(bad).success).toBe(true);
  });

  test('the same for facts as text, and for what is no fact', () => {
    const jobs = new Map([
      ['tests', { fact: JSON.stringify(fact(token)), job: 'success' }],
      ['build', { fact: `no JSON ${token}`, job: 'success' }],
      ['docs', { fact: '', job: 'failure' }],
    ]);
    const safe = safeJobs(jobs, hop, hop.head);
    expect(JSON.stringify([...safe])).not.toContain(token);
    expect(JSON.parse(safe.get('tests')!.fact)).toMatchObject({ status: 'fail', gate: 'tests' });
    expect(JSON.parse(safe.get('build')!.fact)).toMatchObject({ status: 'fail', gate: 'build' });
    expect(safe.get('docs')).toEqual({ fact: '', job: 'failure' });
  });

  test('reports say why nothing is shown', () => {
    const report = JSON.stringify({ annotations: [], text: `at ${home}` });
    const safe = safeReports(
      new Map([
        ['tests', report],
        ['build', '{"annotations":[],"text":"ok"}'],
      ]),
      hop,
    );
    expect(safe.get('build')).toBe('{"annotations":[],"text":"ok"}');
    expect(safe.get('tests')).toBe(
      '{"annotations":[],"text":"refused: redacted:home-path in report.text, line 1, column 4"}',
    );
  });

  test('a result is all or nothing, and the policy’s own names pass', () => {
    expect(safeResult(result, hop)).toBe(result);
    expect(safeResult({ ...result, story: home }, hop)).toBeUndefined();
    expect(safeResult({ ...result, story: home }, makeHop({ 'public-names': ['/home/ada'] }))).toBeDefined();
    expect(safeResult({ ...result, story: token }, makeHop({ 'public-names': ['/home/ada', token] }))).toBeUndefined();
  });
});

describe('A-62: the hop ends in needs-rework, with the class alone', () => {
  const inputs = (over: Partial<Record<string, string>>): RouterInputs =>
    ({
      ...{
        hop,
        mode: 'run',
        'refuse-reason': '',
        known: '',
        sha: hop.head,
        outcome: 'ok',
        reason: '',
        facts: '[]',
        gates: '[]',
        usage: '',
      },
      ...{ result: JSON.stringify(RESULT), ...over },
    }) as unknown as RouterInputs;

  test('when the commit job refused it', () => {
    const facts = [
      gateFact(hop, hop.head, 'scope', {
        status: 'fail',
        reason: 'not-run',
        evidence: [
          { key: 'public-safety', value: 'redacted:jwt in result.summary, line 1, column 1' },
          { key: 'method', value: 'computed' },
        ],
      }),
    ];
    const { outputs, decision } = routeHop(
      inputs({ outcome: 'stop', reason: 'public-safety', result: '', facts: JSON.stringify(facts) }),
    );
    expect([outputs.status, outputs.next, outputs.route]).toEqual(['fail', '', 'FINALIZE']);
    expect(decision.end.reason).toBe('public-safety');
    expect(decision.end.plan).toContain('redacted:jwt in result.summary');
  });

  test('and when a result reaches the router all the same', () => {
    const { outputs, decision } = routeHop(inputs({ result: JSON.stringify({ ...RESULT, plan: `use ${token}` }) }));
    expect([outputs.status, outputs.next]).toEqual(['fail', '']);
    expect(decision.end.reason).toBe('public-safety');
    expect(JSON.stringify(outputs)).not.toContain(token);
  });

  test('a gate job’s fact that holds a key is a red gate of this hop', () => {
    const { outputs, decision } = routeHop(
      inputs({ 'fact-tests': JSON.stringify(fact(token)), 'job-tests': 'success' }),
    );
    expect(decision.facts.find((one) => one.kind === 'gate' && one.gate === 'tests')).toMatchObject({ status: 'fail' });
    expect(JSON.stringify(outputs)).not.toContain(token);
  });
});
