import type { Checks } from './checks.ts';
import type { Emulator } from './emulator.ts';
import type { Json } from './fields.ts';
import { mergeTree, writeCommit } from './merge-tree.ts';
import type { Profiles } from './profiles.ts';
import type { Pulls } from './pulls.ts';
import { ApiProblem, invalid, notFound } from './reply.ts';
import type { Handlers } from './reply.ts';
import type { Repository } from './repository.ts';
import type { RepositorySettings } from './settings.ts';
import type { Actor } from './tokens.ts';

const route = 'PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge';

/** Merging a pull request: as a merge commit or squashed, refused as GitHub refuses it. */
export function mergeRoutes(options: {
  emulator: Emulator;
  owner: string;
  repo: string;
  repository: Repository;
  profiles: Profiles;
  pulls: Pulls;
  checks: Checks;
  required: (branch: string) => RepositorySettings['required'];
  now: () => string;
  defaultBranch: string;
}): Handlers {
  const { repository, pulls } = options;
  const root = `/repos/${options.owner}/${options.repo}`;

  /** Required checks of the base that are not there, or not green, on the head. */
  const missing = (branch: string, sha: string): string[] =>
    options.required(branch).flatMap(({ context, app }) => {
      const runs = options.checks.of(sha).filter((run) => run.name === context && (app ?? run.app.id) === run.app.id);
      const newest = runs.at(-1);
      if (newest === undefined || newest.conclusion === null)
        return [`Required status check "${context}" is expected.`];
      const good = ['success', 'neutral', 'skipped'].includes(newest.conclusion);
      return good ? [] : [`Required status check "${context}" is failing.`];
    });

  const signature = async (actor: Actor) => {
    const id = actor.id ?? (await options.profiles.user(actor.login))?.id ?? 0;
    return { name: actor.login, email: `${id}+${actor.login}@users.noreply.github.com`, date: options.now() };
  };
  const subjects = async (base: string, head: string): Promise<string[]> => {
    const { stdout } = await repository.git('log', '--reverse', '--no-merges', '--format=%s', `${base}..${head}`, '--');
    return stdout.split('\n').filter((line) => line !== '');
  };
  const text = async (pull: Json, method: string, base: string, head: string): Promise<[string, string]> => {
    const [number, title] = [String(pull['number']), String(pull['title'])];
    const branch = String((pull['head'] as Json)['ref']);
    if (method === 'merge') return [`Merge pull request #${number} from ${options.owner}/${branch}`, title];
    const all = await subjects(base, head);
    const [only] = all;
    if (only !== undefined && all.length === 1) return [`${only} (#${number})`, ''];
    return [`${title} (#${number})`, all.map((line) => `* ${line}`).join('\n\n')];
  };
  /** What the text of a pull request closes when it comes into the default branch. */
  const closeIssues = async (pull: Json, actor: Actor): Promise<void> => {
    const own = ['#', `${options.owner}/${options.repo}#`, String(pull['html_url']).replace(/pull\/\d+$/, 'issues/')];
    const named = String(pull['body'] ?? '').matchAll(
      /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):? +(\S*[#/])(\d{1,9})\b/gi,
    );
    const numbers = [...named].flatMap(([, where, number]) => (own.includes(where!) ? [number!] : []));
    for (const number of new Set(numbers)) {
      await options.emulator.call(actor, 'PATCH', `${root}/issues/${number}`, {
        state: 'closed',
        state_reason: 'completed',
      });
    }
  };

  return {
    [route]: async ({ params, body, token }) => {
      const number = Number(params['pull_number']);
      const pull = await pulls.get(number);
      if (!pull) throw notFound();
      const method = body['merge_method'] ?? 'merge';
      if (method !== 'merge' && method !== 'squash' && method !== 'rebase') {
        throw invalid('PullRequest', 'merge_method', 'invalid');
      }
      const [head, base] = [pull['head'] as Json, pull['base'] as Json];
      const [headSha, baseSha, branch] = [String(head['sha']), String(base['sha']), String(base['ref'])];
      if (pull['state'] !== 'open') throw new ApiProblem(405, 'Pull Request is not mergeable');
      if (pull['draft'] === true) throw new ApiProblem(405, 'Pull Request is still a draft');
      if (body['sha'] !== undefined && body['sha'] !== headSha) {
        throw new ApiProblem(409, 'Head branch was modified. Review and try the merge again.');
      }
      if (method === 'rebase') throw new ApiProblem(405, 'Rebase merges are not allowed on this repository.');
      const rules = missing(branch, headSha);
      if (rules.length > 0) throw new ApiProblem(405, `Repository rule violations found\n\n${rules.join('\n\n')}\n\n`);
      const merged = await mergeTree(repository, baseSha, headSha);
      if ('conflicts' in merged) throw new ApiProblem(405, 'Pull Request is not mergeable');

      const given = (key: string): string | undefined => (typeof body[key] === 'string' ? body[key] : undefined);
      const [title, message] = await text(pull, method, baseSha, headSha);
      const words = [given('commit_title') ?? title, given('commit_message') ?? message];
      const commit = await writeCommit(repository, {
        tree: merged.tree,
        parents: method === 'merge' ? [baseSha, headSha] : [baseSha],
        author: await signature(token.actor),
        committer: { name: 'GitHub', email: 'noreply@github.com', date: options.now() },
        message: words.filter((part) => part !== '').join('\n\n'),
      });
      const moved = await repository.git('update-ref', `refs/heads/${branch}`, commit, baseSha);
      // In a replay the branch holds this very commit already.
      const there = moved.code === 0 || (await isBehind(repository, commit, `refs/heads/${branch}`));
      if (!there) throw new ApiProblem(405, 'Base branch was modified. Review and try the merge again.');
      await options.emulator.call(token.actor, 'PATCH', `${root}/pulls/${number}`, { state: 'closed' });
      pulls.merged(number, { base: baseSha, head: headSha, commit, at: options.now(), by: token.actor.login });
      if (branch === options.defaultBranch) await closeIssues(pull, token.actor);
      return { status: 200, body: { sha: commit, merged: true, message: 'Pull Request successfully merged' } };
    },
  };
}

async function isBehind(repository: Repository, commit: string, ref: string): Promise<boolean> {
  return (await repository.git('merge-base', '--is-ancestor', commit, ref)).code === 0;
}
