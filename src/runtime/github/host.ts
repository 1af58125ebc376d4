import { FlowError } from '../../core/errors.ts';
import type { Comment } from '../../flow/find-ledger.ts';
import type { RunSeen } from '../../flow/diagnose.ts';
import { GRAPHQL, SerialClient, WRITE_SPACING_MS, type CallBudget, type Wait } from './client.ts';
import { isLoopback } from './loopback.ts';
import { octokitTransport } from './octokit.ts';
import { statusOf } from './refusal.ts';
import { SUBJECT_QUERY, type SubjectAnswer } from './subject-query.ts';
import { realClock } from './transport.ts';

/** The GitHub App that GITHUB_TOKEN acts as; its login in REST, and the one in GraphQL. */
export const OWN_APP_SLUG = 'github-actions';
export const OWN_BOT = 'github-actions[bot]';

export interface HostOptions {
  readonly token: string;
  readonly apiUrl: string;
  readonly owner: string;
  readonly repo: string;
  /**
   * A person looks, not the flow: the flow's comments and pull requests are then those of its bot, and a closed pull
   * request counts where no open one is.
   */
  readonly onlooker?: boolean;
  /** Calls that it may make; without it, those of one job. */
  readonly budget?: CallBudget;
  /** Told of every wait before it begins. */
  readonly onWait?: (wait: Wait) => void;
}

/** A comment with who wrote and edited it, and where a person finds it. */
export interface HostComment extends Comment {
  readonly author: string;
  readonly url: string;
  /** When it was made, ISO 8601. */
  readonly created: string;
  readonly edited: { readonly by: string; readonly at: string } | undefined;
}

export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly conclusion: string | null;
  readonly app: string;
  readonly externalId: string;
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  /** How many annotations it has. */
  readonly annotations: number;
}

/** A run of a workflow, as a diagnosis looks at it. */
export type WorkflowRun = RunSeen;

interface RestRun {
  readonly id: number;
  readonly display_title: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly updated_at: string;
  readonly actor: { readonly login: string } | null;
  readonly html_url: string;
  readonly path: string;
}

/** A comment as it stands now. */
export interface FoundComment {
  readonly id: number;
  readonly body: string;
  /** Login of its author. */
  readonly author: string;
  /** Changed after it was made. */
  readonly edited: boolean;
  /** Number of the issue or PR it stands on. */
  readonly number: number;
}

interface RestComment {
  readonly id: number;
  readonly body?: string | null;
  readonly user: { readonly login: string } | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly issue_url: string;
}

/** One side of a pull request. */
interface PullSide {
  readonly ref: string;
  readonly sha: string;
}

interface RestPull {
  readonly body: string | null;
  readonly state: string;
  readonly head: PullSide;
  readonly base: PullSide;
}

/** A pull request with its text and where its branches stand. */
export interface PullNow {
  readonly number: number;
  readonly body: string;
  readonly head: PullSide;
  readonly base: PullSide;
  readonly open: boolean;
}

export interface Subject {
  readonly issue:
    { number: number; title: string; body: string; open: boolean; author: string; labels: string[] } | undefined;
  /** Labels the repository has, the first hundred. */
  readonly labels: readonly string[];
  readonly comments: readonly HostComment[];
  readonly base: { readonly branch: string; readonly head: string };
  /** Where workflows are dispatched. */
  readonly defaultBranch: string;
  /** Newest first; undefined when the branch does not exist. */
  readonly commits: readonly { readonly sha: string; readonly message: string }[] | undefined;
  readonly pr:
    | {
        readonly number: number;
        readonly draft: boolean;
        readonly labels: string[];
        readonly state: PullState;
        readonly body: string;
      }
    | undefined;
}

export type PullState = 'OPEN' | 'CLOSED' | 'MERGED';

/** The client of one job on GitHub. */
export function connect({ token, apiUrl, budget, onWait }: HostOptions): SerialClient {
  return new SerialClient({
    transport: octokitTransport(token, apiUrl),
    clock: realClock,
    spacing: isLoopback(apiUrl) ? 0 : WRITE_SPACING_MS,
    ...(budget === undefined ? {} : { budget }),
    ...(onWait === undefined ? {} : { onWait }),
  });
}

/** What this project asks of GitHub, and what it tells GitHub, one method for each. */
export class GitHubHost {
  readonly owner: string;
  readonly repo: string;
  readonly client: SerialClient;
  readonly #onlooker: boolean;

  constructor(options: HostOptions, client: SerialClient = connect(options)) {
    this.owner = options.owner;
    this.repo = options.repo;
    this.client = client;
    this.#onlooker = options.onlooker === true;
  }

  /** Issue, its comments, the flow's branch and its PR, in one GraphQL read (more only beyond 100 comments). */
  async readSubject(number: number, branch: string, base?: string): Promise<Subject> {
    const comments: HostComment[] = [];
    let answer: SubjectAnswer['repository'] | undefined;
    let after: string | null = null;
    do {
      const variables: Record<string, unknown> = {
        owner: this.owner,
        name: this.repo,
        number,
        branch,
        ref: `refs/heads/${branch}`,
        base: base === undefined ? 'HEAD' : `refs/heads/${base}`,
        after,
      };
      const page: SubjectAnswer = subjectAnswer(await this.client.call(GRAPHQL, { query: SUBJECT_QUERY, variables }));
      answer ??= page.repository;
      const nodes = page.repository.issue?.comments;
      comments.push(...(nodes?.nodes ?? []).map((node) => this.#toComment(node, 'issue', number)));
      after = nodes?.pageInfo.hasNextPage ? nodes.pageInfo.endCursor : null;
    } while (after !== null);
    const { issue, defaultBranchRef, ref, pullRequests } = answer;
    const from = base === undefined ? defaultBranchRef : answer.base;
    if (from === null) {
      throw new FlowError('not-found', `there is no branch ${base}`, {
        at: 'branch.base of the profile',
        fix: 'name a branch of the repository, or leave it out',
      });
    }
    // A branch of the same name in a fork makes a pull request too: only one of our own making is the flow's.
    const pulls = pullRequests.nodes.filter((node) => this.#isOwn(node));
    const closed = this.#onlooker ? [...pulls].sort((a, b) => b.number - a.number)[0] : undefined;
    const pr = pulls.find((node) => node.state === 'OPEN') ?? closed;
    if (pr) comments.push(...pr.comments.nodes.map((node) => this.#toComment(node, 'pr', pr.number)));
    this.client.door.stands(
      ...[issue?.title ?? '', issue?.body ?? '', ...comments.map(({ body }) => body)],
      ...(ref?.target.history?.nodes.map((node) => node.message) ?? []),
    );
    return {
      issue: issue
        ? {
            number,
            title: issue.title,
            body: issue.body,
            open: issue.state === 'OPEN',
            author: issue.author?.login ?? 'ghost',
            labels: issue.labels.nodes.map((label) => label.name),
          }
        : undefined,
      labels: answer.labels.nodes.map((label) => label.name),
      comments,
      base: { branch: from.name, head: from.target.oid },
      defaultBranch: defaultBranchRef.name,
      commits: ref?.target.history?.nodes.map((node) => ({ sha: node.oid, message: node.message })),
      pr: pr
        ? {
            number: pr.number,
            draft: pr.isDraft,
            labels: pr.labels.nodes.map((label) => label.name),
            state: pr.state as PullState,
            body: pr.body,
          }
        : undefined,
    };
  }

  /** Login of the account that the token belongs to. */
  async whoAmI(): Promise<string> {
    const answer = await this.client.call(GRAPHQL, { query: 'query Viewer { viewer { login } }', variables: {} });
    return (answer as { data: { viewer: { login: string } } }).data.viewer.login;
  }

  /** Is it the flow's: the hop's own account wrote it, or its bot when a person looks. */
  #isOwn(node: SubjectAnswer['written']): boolean {
    if (!this.#onlooker) return node.viewerDidAuthor;
    return node.author?.__typename === 'Bot' && node.author.login === OWN_APP_SLUG;
  }

  #toComment(node: SubjectAnswer['comment'], on: 'issue' | 'pr', number: number): HostComment {
    const { author, editor } = node;
    return {
      id: node.databaseId,
      body: node.body,
      own: this.#isOwn(node),
      editedByOther: editor !== null && author !== null && editor.login !== author.login,
      on,
      number,
      author: author?.login ?? 'ghost',
      url: node.url,
      created: node.createdAt,
      edited: editor === null ? undefined : { by: editor.login, at: node.lastEditedAt ?? '' },
    };
  }

  /** Whether somebody may write here, as the host says; a bot, or nobody, may not. */
  async mayWrite(login: string): Promise<boolean> {
    try {
      const answer = await this.#call('GET', '/repos/{owner}/{repo}/collaborators/{username}/permission', {
        username: login,
      });
      return ['admin', 'maintain', 'write'].includes(String((answer as { permission: string }).permission));
    } catch (error) {
      if (statusOf(error) === 404) return false;
      throw error;
    }
  }

  /** Value of a repository variable; undefined when there is none, or whoever asks may not know. */
  async readVariable(name: string): Promise<string | undefined> {
    try {
      for (let page = 1; ; page++) {
        const route = '/repos/{owner}/{repo}/actions/variables';
        const answer = await this.#call('GET', route, { per_page: 30, page });
        const { variables } = answer as { variables: { name: string; value: string }[] };
        const found = variables.find((variable) => variable.name.toUpperCase() === name);
        if (found !== undefined || variables.length < 30) return found?.value;
      }
    } catch (error) {
      if ([403, 404].includes(statusOf(error) ?? 0)) return undefined;
      throw error;
    }
  }

  /** Text of a file at a commit; undefined when it is not there. */
  async readFile(path: string, ref: string): Promise<string | undefined> {
    try {
      const answer = await this.#call('GET', '/repos/{owner}/{repo}/contents/{path}', { path, ref });
      return Buffer.from((answer as { content: string }).content, 'base64').toString('utf8');
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  }

  /** Dispatched runs of a workflow, newest first, a hundred a page. */
  async listRuns(workflow: string, pages = 1): Promise<WorkflowRun[]> {
    const route = '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
    const query = { workflow_id: workflow, event: 'workflow_dispatch', per_page: 100 };
    const found: WorkflowRun[] = [];
    for (let page = 1; page <= pages; page++) {
      const answer = await this.#call('GET', route, page === 1 ? query : { ...query, page });
      const { workflow_runs: runs } = answer as { workflow_runs: RestRun[] };
      found.push(...runs.map(toRun));
      if (runs.length < 100) break;
    }
    return found;
  }

  /** One run of a workflow; undefined when there is none of that id. */
  async readRun(workflow: string, id: number): Promise<WorkflowRun | undefined> {
    try {
      const run = (await this.#call('GET', '/repos/{owner}/{repo}/actions/runs/{run_id}', { run_id: id })) as RestRun;
      return run.path.split('@')[0]!.endsWith(`/${workflow}`) ? toRun(run) : undefined;
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  }

  /** Open issues with a label, pull requests left out, oldest first. */
  async listIssues(label: string): Promise<{ number: number; labels: string[] }[]> {
    const found: { number: number; labels: string[] }[] = [];
    for (let page = 1; ; page++) {
      const query = { labels: label, state: 'open', sort: 'created', direction: 'asc', per_page: 100, page };
      const issues = (await this.#call('GET', '/repos/{owner}/{repo}/issues', query)) as readonly {
        number: number;
        labels: readonly (string | { name?: string })[];
        pull_request?: unknown;
      }[];
      for (const { number, labels, pull_request: pull } of issues) {
        const names = labels.map((one) => (typeof one === 'string' ? one : (one.name ?? '')));
        if (pull === undefined) found.push({ number, labels: names });
      }
      if (issues.length < 100) return found;
    }
  }

  /** Paths of the repository's workflow files. */
  async listWorkflows(): Promise<string[]> {
    const answer = await this.#call('GET', '/repos/{owner}/{repo}/actions/workflows', { per_page: 100 });
    return (answer as { workflows: { path: string }[] }).workflows.map(({ path }) => path);
  }

  /** Every check run of a sha (`filter=all`), lowest id first. */
  async listChecks(sha: string): Promise<CheckRun[]> {
    const checks: CheckRun[] = [];
    for (let page = 1; ; page++) {
      const answer = await this.#call('GET', '/repos/{owner}/{repo}/commits/{ref}/check-runs', {
        ref: sha,
        filter: 'all',
        per_page: 100,
        page,
      });
      const { check_runs: runs } = answer as {
        check_runs: {
          id: number;
          name: string;
          conclusion: string | null;
          app: { slug?: string } | null;
          external_id: string | null;
          output: Record<'title' | 'summary' | 'text', string | null> & { annotations_count: number };
        }[];
      };
      checks.push(
        ...runs.map((run) => ({
          id: run.id,
          name: run.name,
          conclusion: run.conclusion,
          app: run.app?.slug ?? '',
          externalId: run.external_id ?? '',
          title: run.output.title ?? '',
          summary: run.output.summary ?? '',
          text: run.output.text ?? '',
          annotations: run.output.annotations_count,
        })),
      );
      this.client.door.stands(...checks.flatMap(({ title, summary, text }) => [title, summary, text]));
      if (runs.length < 100) return checks.sort((a, b) => a.id - b.id);
    }
  }

  /** Stores a signed statement with the repository; gives its id. */
  async storeAttestation(bundle: unknown): Promise<string> {
    return String(((await this.#call('POST', '/repos/{owner}/{repo}/attestations', { bundle })) as { id: number }).id);
  }

  async createCheck(body: Record<string, unknown>): Promise<number> {
    return ((await this.#call('POST', '/repos/{owner}/{repo}/check-runs', body)) as { id: number }).id;
  }

  async updateCheck(id: number, body: Record<string, unknown>): Promise<void> {
    await this.#call('PATCH', '/repos/{owner}/{repo}/check-runs/{check_run_id}', { check_run_id: id, ...body });
  }

  async createComment(number: number, body: string): Promise<{ id: number; url: string }> {
    const answer = await this.#call('POST', '/repos/{owner}/{repo}/issues/{issue_number}/comments', {
      issue_number: number,
      body,
    });
    const { id, html_url: url } = answer as { id: number; html_url: string };
    return { id, url };
  }

  async updateComment(id: number, body: string): Promise<void> {
    await this.#call('PATCH', '/repos/{owner}/{repo}/issues/comments/{comment_id}', { comment_id: id, body });
  }

  async readComment(id: number): Promise<{ body: string; url: string }> {
    const answer = await this.#call('GET', '/repos/{owner}/{repo}/issues/comments/{comment_id}', { comment_id: id });
    const { body, html_url: url } = answer as { body: string; html_url: string };
    return { body, url };
  }

  /** A comment with who made it where; undefined when it is not there. */
  async findComment(id: number): Promise<FoundComment | undefined> {
    try {
      const answer = await this.#call('GET', '/repos/{owner}/{repo}/issues/comments/{comment_id}', { comment_id: id });
      return toFoundComment(answer as RestComment);
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  }

  /** Every comment of an issue or PR, oldest first. */
  async listComments(number: number): Promise<FoundComment[]> {
    const comments: FoundComment[] = [];
    for (let page = 1; ; page++) {
      const answer = await this.#call('GET', '/repos/{owner}/{repo}/issues/{issue_number}/comments', {
        issue_number: number,
        per_page: 100,
        page,
      });
      comments.push(...(answer as RestComment[]).map(toFoundComment));
      if ((answer as RestComment[]).length < 100) return comments;
    }
  }

  async deleteComment(id: number): Promise<void> {
    await this.#call('DELETE', '/repos/{owner}/{repo}/issues/comments/{comment_id}', { comment_id: id });
  }

  /** Title and text of an issue; undefined when there is none of that number, or it is a pull request. */
  async readIssue(number: number): Promise<{ title: string; body: string } | undefined> {
    try {
      const issue = (await this.#call('GET', '/repos/{owner}/{repo}/issues/{issue_number}', {
        issue_number: number,
      })) as { title: string; body?: string | null; pull_request?: unknown };
      return issue.pull_request === undefined ? { title: issue.title, body: issue.body ?? '' } : undefined;
    } catch (error) {
      if (statusOf(error) === 404 || statusOf(error) === 410) return undefined;
      throw error;
    }
  }

  async updateIssueBody(number: number, body: string): Promise<void> {
    await this.#call('PATCH', '/repos/{owner}/{repo}/issues/{issue_number}', { issue_number: number, body });
  }

  /** Adds labels and leaves the others as they are. */
  async addLabels(number: number, labels: readonly string[]): Promise<void> {
    await this.#call('POST', '/repos/{owner}/{repo}/issues/{issue_number}/labels', {
      issue_number: number,
      labels: [...labels],
    });
  }

  /** Takes one label off; one that is not there is no error. */
  async removeLabel(number: number, label: string): Promise<void> {
    try {
      await this.#call('DELETE', '/repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', {
        issue_number: number,
        name: label,
      });
    } catch (error) {
      if (statusOf(error) !== 404) throw error;
    }
  }

  async createLabel(name: string, color: string, description: string): Promise<void> {
    try {
      await this.#call('POST', '/repos/{owner}/{repo}/labels', { name, color, description });
    } catch (error) {
      if (statusOf(error) !== 422) throw error;
    }
  }

  /** A pull request as it stands now; undefined when there is none of that number. */
  async readPull(number: number): Promise<PullNow | undefined> {
    try {
      const route = '/repos/{owner}/{repo}/pulls/{pull_number}';
      const pull = (await this.#call('GET', route, { pull_number: number })) as RestPull;
      const { body, head, base, state } = pull;
      this.client.door.stands(body ?? '');
      return { number, body: body ?? '', head, base, open: state === 'open' };
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  }

  /** The merge base of two commits or branches; undefined when they have none. */
  async mergeBase(base: string, head: string): Promise<string | undefined> {
    try {
      const route = '/repos/{owner}/{repo}/compare/{basehead}';
      const answer = await this.#call('GET', route, { basehead: `${base}...${head}`, per_page: 1 });
      return (answer as { merge_base_commit: { sha: string } }).merge_base_commit.sha;
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw error;
    }
  }

  async openDraft(head: string, base: string, title: string, body: string): Promise<number> {
    const answer = await this.#call('POST', '/repos/{owner}/{repo}/pulls', { head, base, title, body, draft: true });
    return (answer as { number: number }).number;
  }

  async updatePullBody(number: number, body: string): Promise<void> {
    await this.#call('PATCH', '/repos/{owner}/{repo}/pulls/{pull_number}', { pull_number: number, body });
  }

  /** Starts a run and returns its id. A 5xx leaves it in doubt: the caller lists runs before anything else. */
  async dispatch(workflow: string, ref: string, inputs: Record<string, string>): Promise<number | undefined> {
    const route = '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches';
    const answer = await this.#call('POST', route, { workflow_id: workflow, ref, inputs, return_run_details: true });
    return (answer as { workflow_run_id?: number } | undefined)?.workflow_run_id;
  }

  async #call(method: string, route: string, parameters: Record<string, unknown>): Promise<unknown> {
    return await this.client.call(`${method} ${route}`, { owner: this.owner, repo: this.repo, ...parameters });
  }
}

/** GraphQL calls a missing issue an error beside the data; to us it is an answer. Any other error is one. */
function subjectAnswer(answer: unknown): SubjectAnswer {
  const { data, errors } = answer as {
    data?: SubjectAnswer | null;
    errors?: readonly { type?: string; message?: string }[];
  };
  if (data?.repository && (errors ?? []).every(({ type }) => type === 'NOT_FOUND')) return data;
  const said = errors?.map(({ message }) => message).join('; ') ?? 'no data';
  throw new FlowError('host', `the host did not answer the query of the subject: ${said}`, {
    at: 'graphql',
    fix: 'check the permissions of the job and the name of the repository',
  });
}

function toRun(run: RestRun): WorkflowRun {
  return {
    id: run.id,
    title: run.display_title,
    alive: run.status !== 'completed',
    status: run.status,
    conclusion: run.conclusion ?? undefined,
    updated: run.updated_at,
    actor: run.actor?.login ?? 'ghost',
    url: run.html_url,
  };
}

/** A failed call as a user's error, with the permission that is likely missing. */
export function hostError(error: unknown, what: string): FlowError {
  const status = statusOf(error);
  const message = error instanceof Error ? error.message : String(error);
  const fix = status === 403 || status === 404 ? 'check the permissions of the job' : undefined;
  return new FlowError('host', `${what}: ${status ?? 'no answer'} ${message}`, {
    cause: error,
    ...(fix === undefined ? {} : { fix }),
  });
}

function toFoundComment(comment: RestComment): FoundComment {
  return {
    id: comment.id,
    body: comment.body ?? '',
    author: comment.user?.login ?? 'ghost',
    edited: comment.created_at !== comment.updated_at,
    number: Number(/\/(\d+)$/.exec(comment.issue_url)?.[1] ?? 0),
  };
}
