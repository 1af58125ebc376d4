import { fold } from '../../core/fold.ts';
import { readCopies, type Copies } from '../../flow/copies.ts';
import { OWN_APP_SLUG, type GitHubHost } from '../github/host.ts';
import { readState, type FlowFiles, type SubjectState } from './read-state.ts';

/** A subject with every copy of its facts, each read whether or not another can be trusted. */
export interface ReadCopies {
  readonly read: SubjectState;
  readonly copies: Copies;
}

/** Reads every copy: the comments, the branch, and the Check Runs of its commits and of every sha that a fact names. */
export async function readAllCopies(subject: number, files: FlowFiles, host: GitHubHost): Promise<ReadCopies> {
  const read = await readState(subject, files, host);
  const { comments, commits } = read.subject;
  const base = { flow: files.flow, subject, app: OWN_APP_SLUG, comments, commits };
  const first = readCopies({ ...base, checks: [] });
  const oldest = (read.commits ?? []).findLastIndex((commit) => commit.hop !== undefined);
  const named = first.ledgers.flatMap(({ block }) => (block === undefined ? [] : fold(block.facts).facts));
  const shas = [...(read.commits ?? []).slice(0, oldest + 1), ...named.filter(({ kind }) => kind !== 'start')].map(
    ({ sha }) => sha,
  );
  const checks = [];
  for (const sha of new Set(shas)) {
    for (const { name, app, text } of await host.listChecks(sha)) checks.push({ sha, name, app, text });
  }
  return { read, copies: readCopies({ ...base, checks }) };
}
