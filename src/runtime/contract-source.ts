import type { Contract } from '../core/contract/contract.ts';
import { FlowError } from '../core/errors.ts';
import { parseContractFile, parseContractIssue } from './contract-text.ts';
import type { GitHubHost } from './github/host.ts';
import { closedBy, partOf } from '../core/merge-plan/belongs.ts';
import { readPull, type PullRequest } from './github/pull-requests.ts';
import { readHostContracts, type HostContracts } from './merge/read-contracts.ts';
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
 * The contract that an open pull request is the work of. Only contracts count whose author may write here, or that somebody who may
 * write approved: anybody can open an issue, and name it in a pull request. Throws when there is none, or more than one.
 */
export async function contractOfPull(host: GitHubHost, number: number): Promise<ReadContract> {
  const home = `${host.owner}/${host.repo}`;
  const at = `${home}#${number}`;
  const pull = await readPull(host, number);
  if (pull === undefined) {
    throw new FlowError('not-found', `there is no pull request #${number} in ${home}`, {
      at: 'pr',
      fix: 'give the number of a pull request; an issue is none',
    });
  }
  if (pull.state !== 'open') {
    throw new FlowError('refused', `${at} is ${pull.state}, and only an open pull request is the work of a contract`, {
      at: 'pr',
      fix: 'give the number of an open one',
    });
  }
  const read = await readHostContracts(host, { files: false });
  const own = read.contracts.filter(({ pulls }) => pulls.some((one) => one.number === number));
  // A contract that the text names and nobody can read may be the one that counts.
  const named = [...closedBy(pull), ...partOf(pull.body)].map((issue) => `#${issue}`);
  const broken = read.refused.find((one) => named.includes(one.at));
  if (broken !== undefined) {
    throw new FlowError('refused', `the contract that ${at} names does not count: ${broken.why}`, { at: 'pr' });
  }
  const [found, second] = own;
  if (found === undefined) throw noContract(at, pull, named, read);
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
  return { contract: found.contract, from: `${home}${found.item.at}` };
}

/** Why a pull request is the work of no contract: what comes first of all that can be the reason. */
function noContract(
  at: string,
  pull: PullRequest,
  named: readonly string[],
  { base, contracts, refused, untrusted }: HostContracts,
): FlowError {
  const error = (why: string, fix: string): FlowError =>
    new FlowError('not-found', `no contract counts for ${at}: ${why}`, { at: 'pr', fix });
  if (pull.base.branch !== base) {
    return error(
      `it goes into ${pull.base.branch}, and contracts are for what goes into ${base}`,
      `let it go into ${base}, or judge it there`,
    );
  }
  const strange = untrusted.find((one) => named.includes(one));
  if (strange !== undefined) {
    return error(
      `that of ${strange} is by somebody who may not write here, and nobody who may has approved it`,
      'let somebody who may write put it into an issue of their own, or start a flow on it',
    );
  }
  if (!pull.head.own && contracts.some(({ item }) => named.includes(item.at))) {
    return error(
      `it comes from a fork, by @${pull.author}, who may not write here`,
      'let somebody who may write push the branch to this repository',
    );
  }
  // The id in a branch's name may be that of a contract that cannot be read.
  const aside = refused.slice(0, 3).map((one) => one.at);
  return error(
    `its text closes no issue with one, and its branch is named after none${aside.length === 0 ? '' : ` that can be read (${aside.join(', ')} cannot)`}`,
    'write `Closes #N` into its text, N being the issue with the contract, or name its branch issue/<id>-<slug>',
  );
}
