import type { Contract } from '../../core/contract/contract.ts';
import { contractOfFile, contractOfIssue } from '../../runtime/contract-source.ts';
import { openHost, type HostFlags } from '../host.ts';

export interface ContractOptions extends HostFlags {
  readonly json?: boolean;
}

/**
 * The contract of a file (YAML, or Markdown with one block), or of an issue by its number. Throws `bad-contract` with the
 * place, and a usage error when there is no such file or issue.
 */
export async function readContract(source: string, options: HostFlags): Promise<{ contract: Contract; from: string }> {
  const number = /^#?([1-9][0-9]{0,8})$/.exec(source)?.[1];
  if (number === undefined) return { contract: contractOfFile(source), from: source };
  return await contractOfIssue(await openHost(options), Number(number));
}
