import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  canonicalContract,
  contractOf,
  contractSchema,
  contractSchemas,
  contractSha256,
  renderContract,
  type Contract,
} from '../../../../src/core/contract/contract.ts';
import { parseStrictYaml } from '../../../../src/runtime/strict-yaml.ts';
import { contracts } from './arbitrary.ts';

const EXAMPLE = {
  flow: { issue: '03a', slug: 'attention', kind: 'feature', risk: 'hot', complexity: 'M', depends_on: ['01', '08'] },
  scope: { allow: ['src/**', 'package.json'], deny: ['src/gen/**'] },
  contract: { invariants: ['the file format stays'] },
  gates: {
    required: ['tests', 'cpu:import'],
    perf: { gate: 'perf:baseline_delta', metric: 'tokens/s', baseline_ref: 'main', budget_pct: '2.5' },
  },
};

type Tree = { [key: string]: unknown };

/** The example with one value put in at a path, or taken out. */
function withValue(path: string, value: unknown): Tree {
  const copy = structuredClone(EXAMPLE) as Tree;
  const steps = path.split('.');
  const last = steps.pop()!;
  const parent = steps.reduce<Tree>((at, step) => at[step] as Tree, copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

function refusal(document: unknown): { path: string; message: string } | undefined {
  const parsed = contractSchemas.flow.safeParse(document);
  const issue = parsed.error?.issues[0];
  return issue === undefined ? undefined : { path: issue.path.join('.'), message: issue.message };
}

const read = (text: string): Contract =>
  contractOf(contractSchema.parse(parseStrictYaml(text, 'c.yml', 'bad-config', 'failsafe').value));

describe('contract', () => {
  test('the shortest one, and what is filled in', () => {
    expect(contractOf(contractSchemas.flow.parse(EXAMPLE))).toEqual({
      key: 'flow',
      issue: '03a',
      slug: 'attention',
      kind: 'feature',
      risk: 'hot',
      complexity: 'M',
      dependsOn: ['01', '08'],
      mergeHotspots: [],
      scope: { allow: ['src/**', 'package.json'], deny: ['src/gen/**'] },
      invariants: ['the file format stays'],
      knobs: { add: [], change: [] },
      gates: {
        required: ['tests', 'cpu:import'],
        perf: { gate: 'perf:baseline_delta', metric: 'tokens/s', baselineRef: 'main', budgetPct: '2.5' },
      },
    });
  });

  test.each([
    ['A-32 an id in hex', 'flow.issue', '0x10', 'flow.issue', 'digits'],
    ['A-32 an id with exponent', 'flow.depends_on', ['1e3'], 'flow.depends_on.0', 'digits'],
    ['A-32 an id in octal', 'flow.depends_on', ['01', '0o7'], 'flow.depends_on.1', 'digits'],
    ['A-32 an id that is a number', 'flow.issue', 1, 'flow.issue', 'string'],
    ['A-32 digits of another script', 'flow.issue', '１', 'flow.issue', 'digits'],
    ['A-39 a dependency on itself', 'flow.depends_on', ['01', '03a'], 'flow.depends_on.1', '03a -> 03a'],
    ['A-39 a dependency twice', 'flow.depends_on', ['01', '01'], 'flow.depends_on.1', 'twice'],
    [
      'A-39 10,000 dependencies',
      'flow.depends_on',
      Array.from({ length: 10_000 }, (_, i) => `${i}`),
      'flow.depends_on',
      '64',
    ],
    ['A-39 too many patterns', 'scope.allow', Array.from({ length: 257 }, (_, i) => `d${i}/**`), 'scope.allow', '256'],
    ['A-1 a slug with a path', 'flow.slug', '../x', 'flow.slug', 'lower-case'],
    ['a slug with a new line', 'flow.slug', 'a\n', 'flow.slug', 'lower-case'],
    ['an unknown kind', 'flow.kind', 'fix', 'flow.kind', 'Invalid option'],
    ['a risk in capitals', 'flow.risk', 'HOT', 'flow.risk', 'Invalid option'],
    ['no scope', 'scope', undefined, 'scope', 'expected object'],
    ['no list of what may be written', 'scope.allow', undefined, 'scope.allow', 'expected array'],
    ['a negation', 'scope.allow', ['!src/**'], 'scope.allow.0', 'negation'],
    ['braces', 'scope.deny', ['src/{a,b}'], 'scope.deny.0', 'grammar'],
    ['an absolute path', 'scope.allow', ['/etc/**'], 'scope.allow.0', 'slash'],
    ['a way up', 'scope.allow', ['src/../../x'], 'scope.allow.0', '..'],
    ['a workflow', 'scope.allow', ['src/**', '.github/workflows/x.yml'], 'scope.allow.1', 'no contract can'],
    ['all workflows', 'scope.allow', ['.github/**'], 'scope.allow.0', 'no contract can'],
    ['a workflow in capitals', 'scope.allow', ['.GitHub/workflows/x.yml'], 'scope.allow.0', 'no contract can'],
    ['git attributes', 'scope.allow', ['src/.gitattributes'], 'scope.allow.0', 'no contract can'],
    ['allowed and denied', 'scope.allow', ['src/gen/**'], 'scope.allow.0', 'deny, which wins'],
    ['A-36 a budget with a plus', 'gates.perf.budget_pct', '+900', 'gates.perf.budget_pct', 'decimal'],
    ['A-36 a budget that is no number', 'gates.perf.budget_pct', 'NaN', 'gates.perf.budget_pct', 'decimal'],
    ['A-37 a budget without a limit', 'gates.perf.budget_pct', '900', 'gates.perf.budget_pct', '100'],
    ['A-38 a gate that nobody knows', 'gates.required', ['test'], 'gates.required.0', 'did you mean tests?'],
    ['A-38 a gate that the engine computes', 'gates.required', ['required'], 'gates.required.0', 'no gate'],
    ['A-38 a gate in capitals', 'gates.required', ['Tests'], 'gates.required.0', 'gate'],
    ['A-22 a look-alike letter', 'gates.required', ['te\u0455ts'], 'gates.required.0', 'gate'],
    ['a command for a gate', 'gates.required', ['tests; rm -rf /'], 'gates.required.0', 'gate'],
    ['a gate twice', 'gates.required', ['tests', 'tests'], 'gates.required.1', 'twice'],
    ['an invariant of two lines', 'contract.invariants', ['a\nb'], 'contract.invariants.0', 'one line'],
    ['A-20 a hidden turn of the text', 'contract.invariants', ['a\u202eb'], 'contract.invariants.0', 'visible'],
    ['a baseline that is an option', 'gates.perf.baseline_ref', '--upload-pack=x', 'gates.perf.baseline_ref', 'branch'],
    ['an unknown key', 'flow.owner', 'me', 'flow', 'owner'],
    ['an unknown section', 'extra', {}, '', 'extra'],
  ])('%s is refused', (_, path, value, at, message) => {
    const found = refusal(withValue(path, value));
    expect(found?.path).toBe(at);
    expect(found?.message).toContain(message);
  });

  test('A-33 a prototype key pollutes nothing', () => {
    const document = JSON.parse(`{"__proto__":{"issue":"1"},${JSON.stringify(EXAMPLE).slice(1)}`) as unknown;
    expect(refusal(document)?.message).toContain('__proto__');
  });

  test('either key, never both', () => {
    const { flow, ...rest } = EXAMPLE;
    expect(contractSchema.safeParse({ nmoe: flow, ...rest }).success).toBe(true);
    expect(contractSchema.safeParse({ nmoe: flow, ...EXAMPLE }).success).toBe(false);
    expect(contractSchema.safeParse(rest).success).toBe(false);
  });

  test('reading what is rendered gives the contract back, with the same canonical form and hash', () => {
    fc.assert(
      fc.property(contracts, (contract) => {
        const again = read(renderContract(contract));
        expect(again).toEqual(contract);
        expect(canonicalContract(again)).toBe(canonicalContract(contract));
        expect(renderContract(again)).toBe(renderContract(contract));
        expect(contractSha256(again)).toBe(contractSha256(contract));
      }),
    );
  });

  test('layout, quotes, comments, the order of keys and empty lists do not change the hash', () => {
    const block = read(renderContract(contractOf(contractSchemas.flow.parse(EXAMPLE))));
    const other = read(`# as a person writes it
gates: { perf: { budget_pct: 2.5, baseline_ref: "main", metric: tokens/s, gate: 'perf:baseline_delta' }, required: [tests, "cpu:import"] }
contract:
    invariants:
    - the file format stays
    knobs: {}
flow: {complexity: M, depends_on: [01, 08], risk: hot, kind: feature, slug: attention, issue: 03a}
scope:
  deny: [src/gen/**]
  allow: [src/**, package.json]
`);
    expect(contractSha256(other)).toBe(contractSha256(block));
    expect(contractSha256(block)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('two contracts have one hash exactly when they are equal', () => {
    fc.assert(
      fc.property(contracts, contracts, (a, b) => {
        expect(contractSha256(a) === contractSha256(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });

  test.each([
    ['a pattern more', 'scope.allow', ['src/**', 'package.json', 'docs/**']],
    ['the order of patterns', 'scope.allow', ['package.json', 'src/**']],
    ['another budget', 'gates.perf.budget_pct', '2.6'],
    ['a gate less', 'gates.required', ['tests']],
    ['another zero in an id', 'flow.depends_on', ['1', '08']],
  ])('%s changes the hash', (_, path, value) => {
    const hash = (document: unknown) => contractSha256(contractOf(contractSchemas.flow.parse(document)));
    expect(hash(withValue(path, value))).not.toBe(hash(EXAMPLE));
  });
});
