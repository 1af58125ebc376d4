import type { Contract } from '../../core/contract/contract.ts';
import { FlowError } from '../../core/errors.ts';
import { parseContractFile } from '../../runtime/contract-text.ts';
import { openHost, type HostFlags } from '../host.ts';
import { readText } from '../read-text.ts';

export interface ContractOptions extends HostFlags {
  readonly json?: boolean;
}

/**
 * The contract of a file (YAML, or Markdown with one block), or of an issue by its number. Throws `bad-contract` with the
 * place, and a usage error when there is no such file or issue.
 */
export async function readContract(source: string, options: HostFlags): Promise<{ contract: Contract; from: string }> {
  const number = /^#?([1-9][0-9]{0,8})$/.exec(source)?.[1];
  if (number === undefined) return { contract: parseContractFile(readText(source), source), from: source };
  const host = await openHost(options);
  // The branch is of no interest here, and one is asked for.
  const { issue } = await host.readSubject(Number(number), `issue/${number}`);
  const from = `${host.owner}/${host.repo}#${number}`;
  if (issue === undefined) {
    throw new FlowError('not-found', `there is no issue #${number} in ${host.owner}/${host.repo}`, {
      at: from,
      fix: 'give the number of an issue that exists, or the path of a file',
    });
  }
  return { contract: parseContractFile(issue.body, from), from };
}
