import { describe, expect, test } from '@jest/globals';
import { FlowError } from '../../../src/core/errors.ts';
import type { Flow } from '../../../src/core/flow.ts';
import { lintFlow } from '../../../src/flow/lint.ts';
import { loadFlow, readFlow } from '../../../src/runtime/flow-file.ts';

/** The built-in flow with one thing changed. */
function mutated(change: (flow: Flow) => void): Flow {
  const flow = structuredClone(readFlow('generative'));
  change(flow);
  return flow;
}
const routes = (flow: Flow, agent: string) => flow.agents[agent]!.routes;

describe('flow lint: each rule catches its mutation of the built-in flow', () => {
  test.each<[string, (flow: Flow) => void, string, RegExp, string]>([
    [
      'a dangling route',
      (f) => (routes(f, 'code-reviewer')[0]!.agent = 'impl-finaliser'),
      'route-target',
      /did you mean impl-finalizer\?/,
      'code-reviewer -> impl-finaliser',
    ],
    [
      'a route to an alias',
      (f) => (routes(f, 'fuzz-tester')[1]!.agent = 'security-scanner'),
      'route-target',
      /write safety-scanner/,
      'security-scanner',
    ],
    [
      'NEXT without an agent',
      (f) => delete routes(f, 'code-reviewer')[0]!.agent && (routes(f, 'code-reviewer')[0]!.type = 'NEXT'),
      'route-target',
      /needs an agent/,
      'code-reviewer',
    ],
    [
      'an unknown entry',
      (f) => (f.entry = 'issue-creater'),
      'unknown-agent',
      /entry: .*did you mean issue-creator\?/,
      '',
    ],
    ['an unknown publisher', (f) => (f.publisher = 'x'), 'unknown-agent', /publisher/, ''],
    [
      'an unknown last validation',
      (f) => (f['last-validation'] = 'prep-finaliser'),
      'unknown-agent',
      /did you mean prep-finalizer\?/,
      '',
    ],
    [
      'an unknown microloop',
      (f) => (f.agents['code-reviewer']!.microloop = 'implementaton'),
      'unknown-microloop',
      /did you mean implementation\?/,
      'code-reviewer',
    ],
    [
      'a dangling alias',
      (f) => (f.aliases['security-scanner'] = 'safety-scaner'),
      'alias',
      /did you mean safety-scanner\?/,
      '',
    ],
    [
      'a gate that is not in the table',
      (f) => delete f.gates.hygiene,
      'unknown-gate',
      /gate hygiene is not in this flow's table/,
      'code-refiner',
    ],
    [
      'a gate that is forbidden here',
      (f) => (f.agents['benchmark-runner']!.gates = ['perf', 'benchmarks']),
      'forbidden-gate',
      /perf may not be set/,
      'benchmark-runner',
    ],
    ['a condition on a gate that is not there', (f) => delete f.gates.fuzz, 'unknown-gate', /gate fuzz/, 'fuzz-tester'],
    [
      'an owner without the gate',
      (f) => (f.agents['code-refiner']!.gates = ['format', 'hygiene']),
      'gate-owner',
      /code-refiner owns gate clippy/,
      '',
    ],
    [
      'an owner that does not exist',
      (f) => (f.gates.docs!.owners[0] = 'doc-updator'),
      'gate-owner',
      /did you mean doc-updater\?/,
      '',
    ],
    ['a gate without an owner', (f) => (f.gates.docs!.owners = []), 'gate-owner', /docs has no owner/, ''],
    [
      'an agent that nothing leads to',
      (f) => routes(f, 'policy-gatekeeper').shift(),
      'unreachable',
      /to policy-fixer/,
      '',
    ],
    [
      'an agent without a way to the end',
      (f) => (routes(f, 'merge-readiness')[0]!.agent = 'merge-readiness'),
      'no-end',
      /no way leads from merge-readiness/,
      'merge-readiness',
    ],
    [
      'two forward routes',
      (f) => routes(f, 'code-reviewer').push({ type: 'NEXT', agent: 'code-refiner' }),
      'forward-route',
      /2 routes have no condition/,
      'code-reviewer',
    ],
    [
      'no forward route',
      (f) => routes(f, 'fuzz-tester').pop(),
      'forward-route',
      /0 routes have no condition/,
      'fuzz-tester',
    ],
    [
      'a forward route that is not the last',
      (f) => routes(f, 'fuzz-tester').reverse(),
      'forward-route',
      /is not the last/,
      'fuzz-tester',
    ],
    [
      'a forward route with a max',
      (f) => (routes(f, 'code-reviewer')[0]!.max = 2),
      'forward-route',
      /has a max/,
      'code-reviewer',
    ],
    [
      'a backward edge without a max',
      (f) => delete routes(f, 'fuzz-tester')[0]!.max,
      'edge-bound',
      /back to code-refiner needs a max/,
      'fuzz-tester -> code-refiner',
    ],
    [
      'a claim back without a max',
      (f) => delete routes(f, 'impl-creator')[2]!.max,
      'edge-bound',
      /back to issue-creator/,
      'impl-creator -> issue-creator',
    ],
    [
      'one edge with two bounds',
      (f) => (routes(f, 'quality-finalizer')[1]!.max = 2),
      'edge-bound',
      /different max/,
      'quality-finalizer',
    ],
    [
      'an unconditional loop',
      (f) => (routes(f, 'docs-finalizer')[0]!.agent = 'doc-updater'),
      'endless-loop',
      /doc-updater -> link-checker -> docs-finalizer -> doc-updater/,
      'doc-updater',
    ],
    [
      'a claim with two routes',
      (f) => routes(f, 'impl-creator').unshift({ type: 'NEXT', agent: 'doc-updater', when: { claim: 'doc-gap' } }),
      'claim',
      /doc-gap has two routes/,
      'impl-creator',
    ],
  ])('%s', (_, change, rule, message, path) => {
    const found = lintFlow(mutated(change)).filter((finding) => finding.rule === rule && message.test(finding.message));
    expect(found).toHaveLength(1);
    const way = found[0]!.path.join(' -> ');
    if (path === '') return;
    expect(way.endsWith(path)).toBe(true);
    expect(way.startsWith('issue-creator')).toBe(true);
  });
});

describe('a flow file of a user', () => {
  test('the example: extends, and only what differs', () => {
    const flow = loadFlow(
      '',
      'extends: generative\nagents: { impl-creator: { routes: [{ type: NEXT, agent: code-reviewer }] } }\n',
      'f.yml',
    );
    expect(flow.agents['impl-creator']!.routes).toEqual([{ type: 'NEXT', agent: 'code-reviewer' }]);
    expect(flow.agents['impl-creator']!.gates).toEqual(['tests', 'build', 'impl']);
    expect(Object.keys(flow.agents)).toHaveLength(30);
  });

  test('maps merge, lists replace, null removes', () => {
    const text = 'extends: generative\naliases: { security-scanner: null, linter: code-reviewer }\nsections: [gates]\n';
    const flow = loadFlow('', text, 'f.yml');
    expect(flow.aliases).toEqual({ 'pr-publication-finalizer': 'pub-finalizer', linter: 'code-reviewer' });
    expect(flow.sections).toEqual(['gates']);
  });

  test.each<[string, string, RegExp, RegExp]>([
    [
      'an agent whose name is near',
      'extends: generative\nagents:\n  impl-creator:\n    routes:\n      - { type: NEXT, agent: code-reviewr }\n',
      /f\.yml/,
      /did you mean code-reviewer\?/,
    ],
    ['an unknown key', 'extends: generative\nagents:\n  impl-creator:\n    rutes: []\n', /f\.yml:4:5/, /routes/],
    ['an unknown gate', 'extends: generative\nagents:\n  impl-creator:\n    gates: [tets]\n', /f\.yml:4:13/, /tests/],
    ['an unknown parent', 'extends: generativ\n', /f\.yml:1:\d+/, /generative/],
    ['a removed agent', 'extends: generative\nagents:\n  code-reviewer: null\n', /f\.yml/, /code-reviewer/],
    ['A-28 the same key twice', 'extends: generative\nagents: {}\nagents: {}\n', /f\.yml:3:1/, /agents|unique|twice/i],
    ['A-27 an alias', 'extends: generative\nx: &a [1]\ny: *a\n', /f\.yml/, /./],
    ['A-33 a prototype key', 'extends: generative\n__proto__: { x: 1 }\n', /f\.yml:2:1/, /__proto__/],
    ['a list', '- a\n', /f\.yml:1:1/, /map/],
    [
      'A-22 a look-alike agent',
      'extends: generative\nagents:\n  \u0441ode-reviewer: { microloop: spec }\n',
      /f\.yml/,
      /./,
    ],
  ])('%s is refused with its place and the way out', (_, text, place, fix) => {
    let line = '';
    try {
      loadFlow('', text, 'f.yml');
    } catch (error) {
      if (!(error instanceof FlowError)) throw error;
      expect(error.code).toBe('bad-flow');
      line = error.toLine();
    }
    expect(line).toMatch(place);
    expect(line).toMatch(fix);
  });

  test('a flow nobody knows', () => expect(() => loadFlow('generativ')).toThrow(/no built-in flow/));
});
