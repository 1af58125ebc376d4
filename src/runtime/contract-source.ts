import type { Contract } from '../core/contract/contract.ts';
import { FlowError } from '../core/errors.ts';
import { parseContractFile, parseContractIssue } from './contract-text.ts';
import type { GitHubHost } from './github/host.ts';
import { readHostContracts } from './merge/read-contracts.ts';
import { readText } from './read-text.ts';

/** The contract of a file. Throws `bad-contract` with the place, and a usage error when it cannot be read. */
export function contractOfFile(path: string): Contract {
  return parseContractFile(readText(path), path);
}

/** The contract of an issue, and how the issue is called. Throws `bad-contract` with the place in its text. */
export async function contractOfIssue(host: GitHubHost, number: number): Promise<{ contract: Contract; from: string }> {
  const from = `${host.owner}/${host.repo}#${number}`;
  const issue = await host.readIssue(number);
  if (issue === undefined) {
    throw new FlowError('not-found', `there is no issue #${number} in ${host.owner}/${host.repo}`, {
      at: from,
      fix: 'give the number of an issue that exists; a pull request is none',
    });
  }
  return { contract: parseContractIssue(issue.body, from), from };
}

/** A contract, and where it was read. */
export interface ReadContract {
  readonly contract: Contract;
  readonly from: string;
}

/** The contract of the one place that is given: a file, an issue, or a pull request. The host is asked for where it is needed. */
export async function readGivenContract(
  source: { readonly issue?: number; readonly pr?: number; readonly file?: string },
  hostOf: () => Promise<GitHubHost>,
): Promise<ReadContract> {
  const { issue, pr, file } = source;
  const given = Object.entries({ issue, pr, file }).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (given.length !== 1) {
    throw new FlowError('bad-input', given.length === 0 ? 'nothing is given' : `${given.join(' and ')} are given`, {
      at: given[1] ?? 'issue',
      fix: 'give one of: the number of an issue, the number of a pull request, the path of a file',
    });
  }
  if (file !== undefined) return { contract: contractOfFile(file), from: file };
  return issue === undefined ? await contractOfPull(await hostOf(), pr!) : await contractOfIssue(await hostOf(), issue);
}

/**
 * The contract that a pull request is the work of. Only contracts count whose author may write here, or that somebody who may
 * write approved: anybody can open an issue, and name it in a pull request. Throws when there is none, or more than one.
 */
export async function contractOfPull(host: GitHubHost, number: number): Promise<ReadContract> {
  const at = `${host.owner}/${host.repo}#${number}`;
  const { contracts, refused, untrusted } = await readHostContracts(host);
  const own = contracts.filter(({ pulls }) => pulls.some((pull) => pull.number === number));
  const [found, second] = own;
  if (found === undefined) {
    const aside = [
      ...refused.map((one) => `that of ${one.at} is refused`),
      ...untrusted.map((one) => `that of ${one} is by somebody who may not write here`),
    ].slice(0, 3);
    throw new FlowError(
      'not-found',
      `no contract counts for ${at}${aside.length === 0 ? '' : ` (${aside.join('; ')})`}`,
      {
        at: 'pr',
        fix: 'write `Closes #N` into its text, N being the issue with the contract, or name its branch issue/<id>-<slug>',
      },
    );
  }
  if (second !== undefined) {
    throw new FlowError(
      'refused',
      `${at} is the work of ${own.length} contracts: ${own.map((one) => one.item.at).join(', ')}`,
      {
        at: 'pr',
        fix: 'make one pull request for each issue',
      },
    );
  }
  if (found.item.changed) {
    throw new FlowError('refused', `the contract of ${found.item.at} is another one than the approved one`, {
      at: found.item.at,
      fix: 'approve it as it is now, or put it back',
    });
  }
  return { contract: found.contract, from: `${host.owner}/${host.repo}${found.item.at}` };
}
