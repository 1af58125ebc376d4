import { readFileSync } from 'node:fs';
import type { Contract } from '../core/contract/contract.ts';
import { FlowError } from '../core/errors.ts';
import { parseContractFile } from './contract-text.ts';
import type { GitHubHost } from './github/host.ts';

/** The contract of a file. Throws `bad-contract` with the place, and a usage error when it cannot be read. */
export function contractOfFile(path: string): Contract {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new FlowError('bad-input', `cannot read ${path}: ${(cause as Error).message}`, {
      at: path,
      fix: 'give the path of a file that exists',
      cause,
    });
  }
  return parseContractFile(text, path);
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
  return { contract: parseContractFile(issue.body, from), from };
}
