import fc from 'fast-check';
import type { Contract } from '../../../../src/core/contract/contract.ts';
import {
  CONTRACT_KEYS,
  CONTRACT_KINDS,
  CONTRACT_RISKS,
  CONTRACT_SIZES,
} from '../../../../src/core/contract/contract.ts';

/** Texts of the decimal grammar, with zeros at the end and at its limits. */
export const decimalTexts: fc.Arbitrary<string> = fc
  .tuple(
    fc.boolean(),
    fc.oneof(fc.bigInt(0n, 20n), fc.bigInt(0n, 999_999_999_999_999n)),
    fc.option(fc.stringMatching(/^[0-9]{1,9}$/), { nil: undefined }),
  )
  .map(([minus, whole, fraction]) => `${minus ? '-' : ''}${whole}${fraction === undefined ? '' : `.${fraction}`}`)
  .filter((text) => !/^-0(\.0+)?$/.test(text));

const issueIds = fc.stringMatching(/^[0-9]{1,9}[a-z]?$/);
const gateIds = fc.oneof(
  fc.constantFrom('tests', 'perf', 'build', 'cpu:import', 'perf:baseline_delta', 'a:0', 'b200:x.y-z'),
  fc.stringMatching(/^[a-z][a-z0-9]{0,8}([._-][a-z0-9]{1,8})?:[a-z0-9]{1,8}([._-][a-z0-9]{1,8})?$/),
);
const segments = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9_@ #&:,'"%-]{1,10}$/),
  fc.constantFrom('*', '**', 'a*b', '?', 'é.rs', '- x', '# x'),
);
const globs = fc
  .array(
    segments.filter((segment) => !/^\.git/i.test(segment)),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join('/'));
const lines = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
    fc.constantFrom(
      'a: b',
      '- x',
      '# no comment',
      '```',
      '{',
      '[a]',
      "it's",
      '"q"',
      '<!-- x',
      '!!tag',
      '&a',
      '*a',
      '08',
      '<<',
    ),
  )
  .map((text) => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '').trim())
  .filter((text) => text !== '' && !/^ | $/.test(text));
const list = <T>(items: fc.Arbitrary<T>, maxLength = 4) => fc.uniqueArray(items, { maxLength });

/** Contracts that the schema takes. */
export const contracts: fc.Arbitrary<Contract> = fc
  .record({
    key: fc.constantFrom(...CONTRACT_KEYS),
    issue: issueIds,
    slug: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,39}$/),
    kind: fc.constantFrom(...CONTRACT_KINDS),
    risk: fc.constantFrom(...CONTRACT_RISKS),
    complexity: fc.constantFrom(...CONTRACT_SIZES),
    dependsOn: list(issueIds),
    mergeHotspots: list(globs),
    scope: fc.record({ allow: list(globs), deny: list(globs) }),
    invariants: list(lines),
    knobs: fc.record({ add: list(lines), change: list(lines) }),
    gates: fc.record(
      {
        required: list(gateIds),
        perf: fc.record(
          {
            gate: gateIds,
            compare: gateIds,
            metric: fc.constantFrom('tokens/s', 'step_ms', 'null', 'a.b'),
            baselineRef: fc.constantFrom('main', 'release/1.0', 'v1', 'a'.repeat(40)),
            budgetPct: decimalTexts.filter((text) => Math.abs(Number(text)) <= 100),
          },
          { requiredKeys: ['gate', 'metric', 'baselineRef', 'budgetPct'] },
        ),
      },
      { requiredKeys: ['required'] },
    ),
  })
  .map((contract) => ({
    ...contract,
    dependsOn: contract.dependsOn.filter((id) => id !== contract.issue),
    scope: { ...contract.scope, deny: contract.scope.deny.filter((glob) => !contract.scope.allow.includes(glob)) },
  })) as fc.Arbitrary<Contract>;
