import { contractSha256, type Contract } from '../../core/contract/contract.ts';
import { FlowError } from '../../core/errors.ts';
import { printable, visible } from '../../core/text.ts';
import { readContract, type ContractOptions } from './read.ts';

type Found = { readonly ok: boolean; readonly lines: readonly string[]; readonly json: unknown };

/** Reads a contract and says what it says; a refusal is a finding with its place and fix. */
export async function checkContract(source: string, options: ContractOptions): Promise<Found> {
  return await orRefusal(async () => {
    const { contract, from } = await readContract(source, options);
    const sha256 = contractSha256(contract);
    return { ok: true, lines: describe(contract, from, sha256), json: { ok: true, from, sha256, contract } };
  });
}

/** The hash alone, so that a script can take it. */
export async function hashContract(source: string, options: ContractOptions): Promise<Found> {
  return await orRefusal(async () => {
    const { contract, from } = await readContract(source, options);
    const sha256 = contractSha256(contract);
    return { ok: true, lines: [sha256], json: { ok: true, from, sha256 } };
  });
}

async function orRefusal(read: () => Promise<Found>): Promise<Found> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof FlowError) || error.code !== 'bad-contract') throw error;
    const { code, at, message, fix } = error;
    return { ok: false, lines: [visible(error.toLine())], json: { ok: false, error: { code, at, message, fix } } };
  }
}

/** A contract in a few lines for people; lists are written out, because they are what is agreed on. */
function describe(contract: Contract, from: string, sha256: string): string[] {
  const { issue, slug, kind, risk, complexity, dependsOn, mergeHotspots, scope, invariants, knobs, gates } = contract;
  const { perf } = gates;
  const rows: [string, readonly string[]][] = [
    ['depends on', dependsOn],
    ['may change', scope.allow.length === 0 ? ['nothing'] : scope.allow],
    ['never', scope.deny],
    ['must hold', invariants],
    ['new settings', knobs.add],
    ['changed settings', knobs.change],
    ['hotspots', mergeHotspots],
    ['extra gates', gates.required],
    [
      'budget',
      perf === undefined
        ? []
        : [`${perf.metric} of ${perf.compare ?? perf.gate} against ${perf.baselineRef}: ${perf.budgetPct} %`],
    ],
    ['sha256', [sha256]],
  ];
  return [
    `${from}: ${issue} ${slug}, ${kind}, risk ${risk}, size ${complexity}`,
    ...rows.flatMap(([title, items]) =>
      items.map((item, i) => `  ${(i === 0 ? title : '').padEnd(17)}${printable(item, 500)}`),
    ),
  ];
}
