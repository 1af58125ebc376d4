import { describe, expect, test } from '@jest/globals';
import { requiredGates, resolveAgent, rowGates, type Route } from '../../../src/core/flow.ts';
import { happyPath, lintFlow } from '../../../src/flow/lint.ts';
import { stageOf } from '../../../src/flow/path.ts';
import { flow } from './hops.ts';

/** A route as the specification writes it. */
function shown({ type, agent, when, max, partial }: Route): string {
  const condition =
    when === undefined
      ? ''
      : 'claim' in when
        ? `${when.claim}: `
        : 'gate' in when
          ? `${when.gate} ${when.is}: `
          : `required except ${when.except?.join(' ')} ${when.is}: `;
  return `${condition}${type}${agent === undefined ? '' : ` ${agent}`}${max === undefined ? '' : ` max ${max}`}${partial ? ' partial' : ''}`;
}

const gatesOf = (agent: string): string =>
  rowGates(flow, flow.agents[agent]!)
    .map(({ gate, phase }) => (phase === 'red' ? `${gate} red` : gate))
    .join(' ');

/** agent: microloop, writes, gates, routes. The specification's table, row by row. */
const ROWS: Record<string, [string, string, string, string[]]> = {
  'issue-creator': ['issue', 'none', '', ['NEXT spec-analyzer']],
  'spec-analyzer': ['issue', 'none', '', ['NEXT issue-finalizer']],
  'issue-finalizer': ['issue', 'none', '', ['FINALIZE spec-creator']],
  'spec-creator': ['spec', 'spec', 'spec', ['NEXT schema-validator']],
  'schema-validator': ['spec', 'spec', 'api', ['FINALIZE spec-finalizer']],
  'spec-finalizer': ['spec', 'spec', 'spec', ['FINALIZE test-creator']],
  'test-creator': ['tests', 'tests', 'tests red', ['NEXT fixture-builder']],
  'fixture-builder': ['tests', 'tests', '', ['NEXT tests-finalizer']],
  'tests-finalizer': ['tests', 'tests', 'tests red', ['FINALIZE impl-creator']],
  'impl-creator': [
    'implementation',
    'code',
    'tests build impl',
    [
      'more-work: NEXT impl-creator',
      'design-concern: NEXT spec-analyzer max 1',
      'blocked: NEXT issue-creator max 1',
      'needs-scaffolding: NEXT fixture-builder max 1',
      'needs-optimisation: NEXT code-refiner',
      'needs-robustness: NEXT test-hardener',
      'needs-baseline: NEXT benchmark-runner',
      'security-finding: NEXT safety-scanner',
      'doc-gap: NEXT doc-updater',
      'FINALIZE code-reviewer',
    ],
  ],
  'code-reviewer': ['implementation', 'none', '', ['FINALIZE impl-finalizer']],
  'impl-finalizer': ['implementation', 'code', 'format clippy build features', ['FINALIZE code-refiner']],
  'code-refiner': ['quality', 'code', 'format clippy hygiene', ['NEXT test-hardener']],
  'test-hardener': ['quality', 'tests', 'tests quantization', ['NEXT mutation-tester']],
  'mutation-tester': ['quality', 'none', 'mutation', ['mutation fail: NEXT test-hardener max 2', 'NEXT fuzz-tester']],
  'fuzz-tester': ['quality', 'tests', 'fuzz crossval', ['fuzz fail: NEXT code-refiner max 2', 'NEXT safety-scanner']],
  'safety-scanner': ['quality', 'deps', 'security crossval', ['NEXT benchmark-runner']],
  'benchmark-runner': ['quality', 'none', 'benchmarks', ['FINALIZE quality-finalizer']],
  'quality-finalizer': [
    'quality',
    'none',
    'spec format clippy tests build',
    [
      'format fail: NEXT code-refiner max 1',
      'clippy fail: NEXT code-refiner max 1',
      'tests fail: NEXT impl-creator max 1',
      'build fail: NEXT impl-creator max 1',
      'required except docs pass: FINALIZE doc-updater',
      'FINALIZE pr-preparer partial',
    ],
  ],
  'doc-updater': ['docs', 'docs', 'docs', ['NEXT link-checker']],
  'link-checker': ['docs', 'docs', 'docs', ['FINALIZE docs-finalizer']],
  'docs-finalizer': ['docs', 'docs', 'docs', ['FINALIZE policy-gatekeeper']],
  'policy-gatekeeper': ['pr', 'none', 'governance', ['governance fail: NEXT policy-fixer max 2', 'NEXT pr-preparer']],
  'policy-fixer': ['pr', 'code docs', '', ['NEXT policy-gatekeeper']],
  'pr-preparer': ['pr', 'none', 'freshness', ['NEXT diff-reviewer']],
  'diff-reviewer': ['pr', 'none', '', ['NEXT prep-finalizer']],
  'prep-finalizer': ['pr', 'none', 'spec format clippy tests build docs', ['FINALIZE pr-publisher']],
  'pr-publisher': ['publication', 'none', '', ['NEXT merge-readiness']],
  'merge-readiness': ['publication', 'none', '', ['FINALIZE pub-finalizer']],
  'pub-finalizer': ['publication', 'none', '', ['FINALIZE']],
};

/** gate: kind and owners. */
const GATES: Record<string, [string, string]> = {
  spec: ['required', 'spec-creator spec-finalizer'],
  format: ['required', 'impl-finalizer code-refiner'],
  clippy: ['required', 'impl-finalizer code-refiner'],
  tests: ['required', 'test-creator tests-finalizer impl-creator test-hardener'],
  build: ['required', 'impl-creator impl-finalizer'],
  docs: ['required', 'doc-updater link-checker docs-finalizer'],
  mutation: ['hardening', 'mutation-tester'],
  fuzz: ['hardening', 'fuzz-tester'],
  security: ['hardening', 'safety-scanner'],
  crossval: ['hardening', 'fuzz-tester safety-scanner'],
  quantization: ['hardening', 'test-hardener'],
  features: ['optional', 'impl-finalizer'],
  benchmarks: ['optional', 'benchmark-runner'],
  perf: ['never', ''],
  freshness: ['optional', 'pr-preparer'],
  hygiene: ['optional', 'code-refiner'],
  api: ['optional', 'schema-validator'],
  governance: ['optional', 'policy-gatekeeper'],
  impl: ['optional', 'impl-creator'],
  required: ['engine', 'engine'],
  guard: ['engine', 'engine'],
  scope: ['always', 'engine'],
};

describe('the Generative flow is the one that is specified', () => {
  test('30 agents in 8 microloops, 29 hops on the happy path', () => {
    expect(Object.keys(flow.agents)).toEqual(Object.keys(ROWS));
    expect(Object.keys(ROWS)).toHaveLength(30);
    expect(flow.microloops.map((loop) => loop.name)).toEqual([...new Set(Object.values(ROWS).map(([loop]) => loop))]);
    expect(flow.microloops).toHaveLength(8);
    expect(happyPath(flow)).toEqual(Object.keys(ROWS).filter((agent) => agent !== 'policy-fixer'));
    expect(happyPath(flow)).toHaveLength(29);
  });

  test.each(Object.entries(ROWS))('%s', (agent, [microloop, writes, gates, routes]) => {
    const row = flow.agents[agent]!;
    expect([row.microloop, row.writes.join(' '), gatesOf(agent), row.routes.map(shown)]).toEqual([
      microloop,
      writes,
      gates,
      routes,
    ]);
  });

  test('gates: kind and owners', () => {
    const own = Object.entries(flow.gates).map(([name, row]) => [name, [row!.required, row!.owners.join(' ')]]);
    expect(Object.fromEntries(own)).toEqual(GATES);
    expect(requiredGates(flow)).toEqual(['spec', 'format', 'clippy', 'tests', 'build', 'docs']);
  });

  test('every required gate has one number that a retry must improve', () => {
    for (const gate of requiredGates(flow)) expect(flow.gates[gate as 'spec']!.progress).toBeDefined();
    expect(flow.gates.mutation!.progress!.better).toBe('higher');
  });

  test('aliases of real agent files resolve', () => {
    expect(resolveAgent(flow, 'security-scanner')).toBe('safety-scanner');
    expect(resolveAgent(flow, 'pr-publication-finalizer')).toBe('pub-finalizer');
    expect(resolveAgent(flow, 'generative-security-scanner')).toBe('safety-scanner');
    for (const agent of Object.keys(ROWS)) expect(resolveAgent(flow, `generative-${agent}`)).toBe(agent);
    for (const name of ['x', 'constructor', '__proto__', 'toString']) expect(resolveAgent(flow, name)).toBeUndefined();
  });

  test('where an agent stands to the publication', () => {
    const stages = Object.keys(ROWS).map((agent) => [agent, stageOf(flow, agent)]);
    expect(Object.fromEntries(stages.filter(([, stage]) => stage !== 'work'))).toEqual({
      'prep-finalizer': 'validate',
      'pr-publisher': 'publish',
      'merge-readiness': 'after',
      'pub-finalizer': 'after',
    });
  });

  test('nothing writes from the last validation on', () => {
    for (const agent of Object.keys(ROWS))
      if (stageOf(flow, agent) !== 'work') expect(flow.agents[agent]!.writes).toEqual(['none']);
  });

  test('is sound', () => expect(lintFlow(flow)).toEqual([]));
});
