import type { PullLook } from '../../core/gate-registry/tier-b.ts';
import { GRAPHQL } from '../github/client.ts';
import type { GitHubHost } from '../github/host.ts';
import { statusOf } from '../github/refusal.ts';

const EDITORS_QUERY = `query ($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      comments(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { databaseId author { login } editor { login } }
      }
    }
  }
}`;

interface EditorsAnswer {
  readonly data?: {
    readonly repository?: {
      readonly pullRequest?: {
        readonly comments: {
          readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
          readonly nodes: readonly {
            readonly databaseId: number;
            readonly author: { readonly login: string } | null;
            readonly editor: { readonly login: string } | null;
          }[];
        };
      } | null;
    } | null;
  };
}

/** A job of a run, as far as it tells whether a runner took it. */
export interface RunJob {
  readonly name: string;
  readonly status: string;
  readonly taken: boolean;
}

/** What a run of tier B asks of GitHub beyond what a flow asks. */
export class TierHost {
  readonly #host: GitHubHost;

  constructor(host: GitHubHost) {
    this.#host = host;
  }

  /** The pull request, its merge ref and the commit behind it. */
  async lookAt(pr: number): Promise<PullLook> {
    const pull = (await this.#call('GET /repos/{owner}/{repo}/pulls/{pull_number}', { pull_number: pr })) as {
      state: string;
      head: { sha: string };
    };
    const merge = await this.#orNone(async () => {
      const ref = await this.#call('GET /repos/{owner}/{repo}/git/ref/{ref}', { ref: `pull/${pr}/merge` });
      return (ref as { object: { sha: string } }).object.sha;
    });
    const parents = merge === undefined ? [] : await this.#parents(merge);
    return { open: pull.state === 'open', head: pull.head.sha, merge, parents };
  }

  async #parents(sha: string): Promise<string[]> {
    const commit = await this.#call('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', { commit_sha: sha });
    return (commit as { parents: { sha: string }[] }).parents.map((parent) => parent.sha);
  }

  /** Comments of a pull request that nobody but their author has touched, by id: REST does not tell who edited one. */
  async untouchedComments(pr: number): Promise<ReadonlySet<number>> {
    const untouched = new Set<number>();
    for (let after: string | null = null; ;) {
      const variables = { owner: this.#host.owner, name: this.#host.repo, number: pr, after };
      const answer = (await this.#host.client.call(GRAPHQL, { query: EDITORS_QUERY, variables })) as EditorsAnswer;
      const comments = answer.data?.repository?.pullRequest?.comments;
      if (comments === undefined) return new Set();
      for (const { databaseId, author, editor } of comments.nodes)
        if (author !== null && (editor === null || editor.login === author.login)) untouched.add(databaseId);
      if (!comments.pageInfo.hasNextPage) return untouched;
      after = comments.pageInfo.endCursor;
    }
  }

  /** The newest attempt's job of a run by its name; undefined while there is none. */
  async findJob(run: number, name: string): Promise<RunJob | undefined> {
    const answer = await this.#call('GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs', {
      run_id: run,
      filter: 'latest',
      per_page: 100,
    });
    const { jobs } = answer as {
      jobs: { name: string; status: string; runner_id: number | null; runner_name: string | null }[];
    };
    const job = jobs.find((one) => one.name === name);
    return job && { name, status: job.status, taken: (job.runner_id ?? 0) > 0 || (job.runner_name ?? '') !== '' };
  }

  async cancelRun(run: number): Promise<void> {
    await this.#call('POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel', { run_id: run });
  }

  /** Removes the deployment records of an environment that this commit's runs left; gives how many. */
  async removeDeployments(environment: string, sha: string, creator: string): Promise<number> {
    const route = '/repos/{owner}/{repo}/deployments';
    const listed = (await this.#call(`GET ${route}`, { environment, sha, per_page: 100 })) as {
      id: number;
      environment: string;
      creator: { login: string } | null;
    }[];
    const own = listed.filter((one) => one.environment === environment && one.creator?.login === creator);
    for (const { id } of own) {
      // The host removes only what is not active.
      await this.#call(`POST ${route}/{deployment_id}/statuses`, { deployment_id: id, state: 'inactive' });
      await this.#call(`DELETE ${route}/{deployment_id}`, { deployment_id: id });
    }
    return own.length;
  }

  async defaultBranch(): Promise<string> {
    return ((await this.#call('GET /repos/{owner}/{repo}', {})) as { default_branch: string }).default_branch;
  }

  async #call(route: string, parameters: Readonly<Record<string, unknown>>): Promise<unknown> {
    const { owner, repo, client } = this.#host;
    return await client.call(route, { owner, repo, ...parameters });
  }

  async #orNone<T>(action: () => Promise<T>): Promise<T | undefined> {
    try {
      return await action();
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  }
}
