import { readOwners, CODEOWNERS } from '../../core/codeowners.ts';
import { FlowError } from '../../core/errors.ts';
import { planMerges, type MergePlan } from '../../core/merge-plan/plan.ts';
import { planText } from '../../core/merge-plan/text.ts';
import { readHostContracts } from '../../runtime/merge/read-contracts.ts';
import { withRequiredGates } from '../../runtime/merge/required-gates.ts';
import { openHost, type HostFlags } from '../host.ts';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContractFolder } from './read-folder.ts';

export interface PlanOptions extends HostFlags {
  readonly from?: string;
  readonly merged?: readonly string[];
  readonly json?: boolean;
}

/** Prints the order of merges; not `ok` when a person has to change something first. */
export async function planCommand(
  options: PlanOptions,
): Promise<{ ok: boolean; lines: readonly string[]; json: unknown }> {
  if (options.from !== undefined) {
    const plan = planMerges(readContractFolder(options.from, options.merged ?? []), ownersIn(options.from));
    return { ok: plan.problems.length === 0, lines: planText(options.from, plan), json: plan };
  }
  if (options.merged !== undefined) {
    throw new FlowError('bad-input', 'which contracts are merged is read from the host', {
      at: '--merged',
      fix: 'give --from FOLDER with it, or leave it out',
    });
  }
  const host = await openHost(options);
  const read = await readHostContracts(host);
  const plan = planMerges(await withRequiredGates(host, read.contracts), read.owners);
  const { refused, untrusted } = read;
  const where = options.repo === undefined ? '' : ` --repo ${options.repo}`;
  return {
    ok: plan.problems.length === 0 && refused.length === 0,
    lines: [
      ...planText(`${host.owner}/${host.repo}`, plan, ({ number, head }) => mergeCommand(number, head, where)),
      ...readingLines(refused, untrusted),
    ],
    json: { ...(plan satisfies MergePlan), refused, untrusted },
  };
}

/** How a person merges one pull request as it stands now. */
export function mergeCommand(number: number, head: string, where = ''): string {
  return `bitnet-flow merge run${where} --pr ${number} --head ${head}`;
}

/** What was not counted, and why. */
export function readingLines(
  refused: readonly { readonly at: string; readonly why: string }[],
  untrusted: readonly string[],
): string[] {
  return [
    ...(refused.length === 0 ? [] : ['', 'contracts that cannot be read']),
    ...refused.map(({ why }) => `  ${why}`),
    ...(untrusted.length === 0
      ? []
      : ['', `not counted, by authors without write permission: ${untrusted.slice(0, 20).join(', ')}`]),
  ];
}

function ownersIn(folder: string): ReturnType<typeof readOwners> {
  const path = CODEOWNERS.map((name) => join(folder, name)).find((name) => existsSync(name));
  return path === undefined ? [] : readOwners(readFileSync(path, 'utf8'));
}
