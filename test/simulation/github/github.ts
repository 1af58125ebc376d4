import { GitModel } from './git.ts';
import { HttpProblem, invalid, notFound } from './problem.ts';
import {
  MAINTAINER,
  type Account,
  type CheckRecord,
  type CommentRecord,
  type IssueRecord,
  type PullRecord,
  type RunRecord,
} from './records.ts';
import { Versioned, Versions } from './versioned.ts';

export const OWNER = 'owner';
export const REPO = 'demo';
/** Characters a comment may have, and the texts of a check. */
const LONGEST_BODY = 65_536;
const LONGEST_TEXT = 65_535;
/** What the host takes as inputs of a dispatch. */
const LONGEST_INPUTS = 65_535;
const CONCLUSIONS = ['action_required', 'cancelled', 'failure', 'neutral', 'success', 'skipped', 'timed_out'];

export interface GitHubOptions {
  /** Milliseconds of the virtual clock. */
  readonly now: () => number;
  /** Workflow files on the default branch, each with what its `run-name` makes of the inputs. */
  readonly workflows: Readonly<Record<string, (inputs: Readonly<Record<string, string>>) => string>>;
  readonly issue: { readonly title: string; readonly body: string };
  /** Told of a run as soon as it is there. */
  readonly onDispatch?: (run: RunRecord) => void;
}

type Parameters = Readonly<Record<string, unknown>>;

/**
 * A model of what GitHub keeps and answers, as far as the client asks. Every record keeps its past, so that a read can
 * be answered as of an earlier write. `test/simulation/model.test.ts` holds it against the stand-in.
 */
export class GitHubModel {
  readonly versions = new Versions();
  readonly git = new GitModel(this.versions);
  readonly comments = new Map<number, Versioned<CommentRecord | undefined>>();
  readonly checks = new Map<number, Versioned<CheckRecord>>();
  readonly issues = new Map<number, Versioned<IssueRecord>>();
  readonly pulls = new Map<number, Versioned<PullRecord>>();
  readonly runs = new Map<number, Versioned<RunRecord>>();
  readonly labels: Versioned<readonly string[]>;
  /** Status that writes and reads of checks answer with, while checks are off. */
  checksOff: number | undefined;
  readonly #checksOf = new Map<string, number[]>();
  readonly #options: GitHubOptions;
  #lastComment = 0;
  #lastCheck = 1000;
  #lastRun = 9_000_000_000;

  constructor(options: GitHubOptions) {
    this.#options = options;
    this.labels = new Versioned<readonly string[]>(this.versions, []);
    const start = this.git.write([], 'tree-0', 'feat: start\n');
    this.git.push('main', start, undefined);
    this.#makeIssue(MAINTAINER, options.issue.title, options.issue.body);
  }

  /** Answers a REST request: data, or a thrown refusal. `asOf` is the version that a lagging copy has seen. */
  request(caller: Account, route: string, parameters: Parameters, asOf = Infinity): unknown {
    const handler = this.#routes[route];
    if (handler === undefined) throw new Error(`the model has no route ${route}`);
    return handler(parameters, caller, asOf);
  }

  issue(number: number, asOf = Infinity): IssueRecord | undefined {
    return this.issues.get(number)?.at(asOf);
  }

  commentsOn(number: number, asOf = Infinity): CommentRecord[] {
    return [...this.comments.values()].flatMap((cell) => {
      const comment = cell.at(asOf);
      return comment?.number === number ? [comment] : [];
    });
  }

  checksOn(sha: string, asOf = Infinity): CheckRecord[] {
    return (this.#checksOf.get(sha) ?? []).flatMap((id) => this.checks.get(id)!.at(asOf) ?? []);
  }

  pullsOf(branch: string, asOf = Infinity): PullRecord[] {
    return [...this.pulls.values()].flatMap((cell) => {
      const pull = cell.at(asOf);
      return pull?.head === branch ? [pull] : [];
    });
  }

  allRuns(asOf = Infinity): RunRecord[] {
    return [...this.runs.values()].flatMap((cell) => cell.at(asOf) ?? []);
  }

  setRun(id: number, change: Partial<RunRecord>): void {
    const cell = this.runs.get(id)!;
    cell.set({ ...cell.now, ...change, updatedAt: this.#options.now() });
  }

  private labelsOf(number: number): readonly string[] {
    return (this.issues.get(number) ?? this.pulls.get(number))?.now?.labels ?? [];
  }

  setIssue(number: number, change: Partial<IssueRecord>): void {
    const pull = this.pulls.get(number);
    if (pull !== undefined) pull.set({ ...pull.now, ...change });
    else {
      const cell = this.issues.get(number);
      if (cell === undefined) throw notFound();
      cell.set({ ...cell.now, ...change });
    }
  }

  #makeIssue(author: Account, title: string, body: string): number {
    const number = this.issues.size + this.pulls.size + 1;
    const issue = { number, title, body, open: true, author: author.login, labels: [] };
    this.issues.set(number, new Versioned<IssueRecord>(this.versions, issue));
    return number;
  }

  readonly #routes: Readonly<Record<string, (parameters: Parameters, caller: Account, asOf: number) => unknown>> = {
    'GET /repos/{owner}/{repo}/collaborators/{username}/permission': ({ username }) => ({
      permission: username === MAINTAINER.login ? 'admin' : 'read',
    }),

    'GET /repos/{owner}/{repo}/contents/{path}': () => {
      throw notFound();
    },

    'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs': (wanted, _caller, asOf) => {
      if (!Object.hasOwn(this.#options.workflows, String(wanted['workflow_id']))) throw notFound();
      const found = this.allRuns(asOf)
        .filter((run) => run.workflow === wanted['workflow_id'])
        .filter((run) => wanted['event'] === undefined || run.event === wanted['event'])
        .filter((run) => wanted['status'] === undefined || run.status === wanted['status'])
        .sort((a, b) => b.id - a.id);
      const { items, total } = page(found, wanted);
      return { total_count: total, workflow_runs: items.map(showRun) };
    },

    'GET /repos/{owner}/{repo}/actions/runs/{run_id}': ({ run_id: id }, _caller, asOf) => {
      const run = this.runs.get(Number(id))?.at(asOf);
      if (run === undefined) throw notFound();
      return showRun(run);
    },

    'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches': (body, caller) => {
      const workflow = String(body['workflow_id']);
      const title = this.#options.workflows[workflow];
      if (title === undefined) throw notFound();
      if (this.git.tip(String(body['ref'])) === undefined) throw invalid(`No ref found for: ${String(body['ref'])}`);
      const given = body['inputs'] as Readonly<Record<string, string>>;
      const inputs = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
      if (JSON.stringify(inputs).length > LONGEST_INPUTS) throw invalid('inputs are too large.');
      const run = this.dispatch(workflow, inputs, caller);
      return body['return_run_details'] === true ? { workflow_run_id: run.id } : undefined;
    },

    'GET /repos/{owner}/{repo}/commits/{ref}/check-runs': (wanted, _caller, asOf) => {
      this.#needChecks();
      const sha = String(wanted['ref']);
      if (this.git.commit(sha) === undefined) throw invalid(`No commit found for SHA: ${sha}`);
      const found = this.checksOn(sha, asOf)
        .filter((run) => wanted['check_name'] === undefined || run.name === wanted['check_name'])
        .sort((a, b) => b.id - a.id);
      const { items, total } = page(found, wanted);
      return { total_count: total, check_runs: items.map(showCheck) };
    },

    'POST /repos/{owner}/{repo}/check-runs': (body, caller) => {
      this.#needChecks();
      if (caller.app === undefined) throw new HttpProblem(403, 'You must authenticate via a GitHub App.');
      const sha = String(body['head_sha']);
      if (this.git.commit(sha) === undefined) throw invalid(`No commit found for SHA: ${sha}`);
      const id = (this.#lastCheck += 1);
      const bare = { conclusion: null, externalId: '', title: null, summary: null, text: null, annotations: 0 };
      const record = applyCheck({ ...bare, id, sha, name: String(body['name']), app: caller.app }, body);
      this.checks.set(id, new Versioned<CheckRecord>(this.versions, record));
      const list = this.#checksOf.get(sha);
      if (list === undefined) this.#checksOf.set(sha, [id]);
      else list.push(id);
      return showCheck(record);
    },

    'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}': (body, caller) => {
      this.#needChecks();
      const cell = this.checks.get(Number(body['check_run_id']));
      if (cell === undefined) throw notFound();
      if (caller.app !== cell.now.app) throw new HttpProblem(403, 'Invalid app_id');
      cell.set(applyCheck(cell.now, body));
      return showCheck(cell.now);
    },

    'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': ({ issue_number: number, body }, caller) => {
      if (!this.issues.has(Number(number)) && !this.pulls.has(Number(number))) throw notFound();
      checkBody(body);
      const at = this.#options.now();
      const record: CommentRecord = {
        id: (this.#lastComment += 1),
        number: Number(number),
        author: caller.login,
        body: String(body),
        editor: null,
        createdAt: at,
        updatedAt: at,
      };
      this.comments.set(record.id, new Versioned<CommentRecord | undefined>(this.versions, record));
      return showComment(record);
    },

    'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': ({ comment_id: id, body }, caller) => {
      const cell = this.comments.get(Number(id));
      if (cell?.now === undefined) throw notFound();
      checkBody(body);
      const same = cell.now.body === body;
      const at = this.#options.now();
      cell.set({ ...cell.now, body: String(body), editor: same ? cell.now.editor : caller.login, updatedAt: at });
      return showComment(cell.now);
    },

    'GET /repos/{owner}/{repo}/issues/comments/{comment_id}': ({ comment_id: id }, _caller, asOf) => {
      const comment = this.comments.get(Number(id))?.at(asOf);
      if (comment === undefined) throw notFound();
      return showComment(comment);
    },

    'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}': ({ comment_id: id }) => {
      const cell = this.comments.get(Number(id));
      if (cell?.now === undefined) throw notFound();
      cell.set(undefined);
      return undefined;
    },

    'GET /repos/{owner}/{repo}/issues': (wanted, _caller, asOf) => {
      const labels = String(wanted['labels'] ?? '')
        .split(',')
        .filter((label) => label !== '');
      const all = [...this.issues.values(), ...this.pulls.values()].flatMap((cell) => cell.at(asOf) ?? []);
      const found = all
        .filter((issue) => wanted['state'] === 'all' || issue.open === (wanted['state'] !== 'closed'))
        .filter((issue) => labels.every((label) => issue.labels.includes(label)))
        .sort((a, b) => (wanted['direction'] === 'asc' ? a.number - b.number : b.number - a.number));
      return page(found, wanted).items.map((issue) => ({
        number: issue.number,
        title: issue.title,
        body: issue.body,
        state: issue.open ? 'open' : 'closed',
        labels: issue.labels.map((name) => ({ name })),
        ...('head' in issue ? { pull_request: {} } : {}),
      }));
    },

    'PATCH /repos/{owner}/{repo}/issues/{issue_number}': ({ issue_number: number, body, state }) => {
      checkBody(body);
      this.setIssue(Number(number), {
        ...(body === undefined ? {} : { body: String(body) }),
        ...(state === undefined ? {} : { open: state === 'open' }),
      });
      return { number };
    },

    'POST /repos/{owner}/{repo}/issues/{issue_number}/labels': ({ issue_number: number, labels }) => {
      const names = labels as readonly string[];
      const all = [...new Set([...this.labelsOf(Number(number)), ...names])];
      this.setIssue(Number(number), { labels: all });
      const missing = names.filter((name) => !this.labels.now.includes(name));
      if (missing.length > 0) this.labels.set([...this.labels.now, ...missing]);
      return all.map((name) => ({ name }));
    },

    'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}': ({ issue_number: number, name }) => {
      const before = this.labelsOf(Number(number));
      if (!before.includes(String(name))) throw notFound();
      const left = before.filter((label) => label !== name);
      this.setIssue(Number(number), { labels: left });
      return left.map((label) => ({ name: label }));
    },

    'POST /repos/{owner}/{repo}/labels': ({ name }) => {
      if (this.labels.now.includes(String(name))) throw invalid('Validation Failed');
      this.labels.set([...this.labels.now, String(name)]);
      return { name };
    },

    'POST /repos/{owner}/{repo}/pulls': ({ head, base, title, body, draft }, caller) => {
      checkBody(body);
      const [from, onto] = [this.git.tip(String(head)), this.git.tip(String(base))];
      if (from === undefined || onto === undefined) throw invalid('Validation Failed');
      if (this.git.history(onto).some((commit) => commit.sha === from)) throw invalid('No commits between the two');
      if (this.pullsOf(String(head)).some((pull) => pull.open)) throw invalid('A pull request already exists');
      const number = this.issues.size + this.pulls.size + 1;
      const record: PullRecord = {
        number,
        title: String(title),
        body: String(body),
        open: true,
        author: caller.login,
        labels: [],
        head: String(head),
        base: String(base),
        draft: draft === true,
      };
      this.pulls.set(number, new Versioned<PullRecord>(this.versions, record));
      return { number };
    },

    'PATCH /repos/{owner}/{repo}/pulls/{pull_number}': ({ pull_number: number, title, body }) => {
      if (!this.pulls.has(Number(number))) throw notFound();
      if (body !== undefined) checkBody(body);
      const changes = { ...(title === undefined ? {} : { title: String(title) }) };
      this.setIssue(Number(number), { ...changes, ...(body === undefined ? {} : { body: String(body) }) });
      return { number };
    },
  };

  /** Starts a run as an answered dispatch does. */
  dispatch(
    workflow: string,
    inputs: Readonly<Record<string, string>>,
    caller: Account,
    event = 'workflow_dispatch',
  ): RunRecord {
    const at = this.#options.now();
    const run: RunRecord = {
      id: (this.#lastRun += 1),
      workflow,
      title: this.#options.workflows[workflow]!(inputs),
      inputs,
      actor: caller.login,
      event,
      attempt: 1,
      status: 'queued',
      conclusion: null,
      createdAt: at,
      updatedAt: at,
    };
    this.runs.set(run.id, new Versioned<RunRecord>(this.versions, run));
    this.#options.onDispatch?.(run);
    return run;
  }

  #needChecks(): void {
    if (this.checksOff !== undefined) throw new HttpProblem(this.checksOff, 'Resource not accessible by integration');
  }
}

function page<T>(all: readonly T[], wanted: Parameters): { items: T[]; total: number } {
  const size = Number(wanted['per_page'] ?? 30);
  const at = Number(wanted['page'] ?? 1);
  return { items: all.slice((at - 1) * size, at * size), total: all.length };
}

function checkBody(body: unknown): void {
  if (typeof body === 'string' && body.length > LONGEST_BODY) throw invalid('body is too long');
}

function applyCheck(record: CheckRecord, body: Parameters): CheckRecord {
  const { conclusion, external_id: externalId } = body;
  const output = body['output'] as Readonly<Record<string, unknown>> | undefined;
  if (conclusion !== undefined && !CONCLUSIONS.includes(String(conclusion))) throw invalid('conclusion is invalid');
  if (body['status'] === 'completed' && conclusion === undefined && record.conclusion === null) {
    throw invalid('conclusion is missing');
  }
  if (output !== undefined && typeof output['summary'] !== 'string') throw invalid('output.summary is missing');
  for (const key of ['title', 'summary', 'text']) {
    const text = output?.[key];
    if (typeof text === 'string' && text.length > LONGEST_TEXT) throw invalid(`${key} exceeds a maximum bytesize`);
  }
  const annotations = (output?.['annotations'] ?? []) as readonly unknown[];
  if (annotations.length > 50) throw invalid('No more than 50 annotations may be sent in one request');
  const field = (key: string): string | null => (typeof output?.[key] === 'string' ? output[key] : null);
  return {
    ...record,
    annotations: record.annotations + annotations.length,
    ...(typeof conclusion === 'string' ? { conclusion } : {}),
    ...(typeof externalId === 'string' ? { externalId } : {}),
    ...(output === undefined ? {} : { title: field('title'), summary: field('summary'), text: field('text') }),
  };
}

function showRun(run: RunRecord) {
  return {
    id: run.id,
    display_title: run.title,
    status: run.status,
    conclusion: run.conclusion,
    event: run.event,
    run_attempt: run.attempt,
    actor: { login: run.actor },
    triggering_actor: { login: run.actor },
    created_at: iso(run.createdAt),
    updated_at: iso(run.updatedAt),
    run_started_at: iso(run.createdAt),
    path: `.github/workflows/${run.workflow}`,
    html_url: `https://github.example/${OWNER}/${REPO}/actions/runs/${run.id}`,
  };
}

function showCheck(run: CheckRecord) {
  return {
    id: run.id,
    head_sha: run.sha,
    name: run.name,
    external_id: run.externalId,
    status: 'completed',
    conclusion: run.conclusion,
    app: { slug: run.app },
    output: { title: run.title, summary: run.summary, text: run.text, annotations_count: run.annotations },
  };
}

function showComment(comment: CommentRecord) {
  return {
    id: comment.id,
    body: comment.body,
    user: { login: comment.author },
    created_at: iso(comment.createdAt),
    updated_at: iso(comment.updatedAt),
    issue_url: `https://github.example/repos/${OWNER}/${REPO}/issues/${comment.number}`,
    html_url: commentUrl(comment),
  };
}

export function commentUrl({ id, number }: CommentRecord): string {
  return `https://github.example/${OWNER}/${REPO}/issues/${number}#issuecomment-${id}`;
}

/** ISO 8601 in UTC with seconds, as the API writes times. */
export function iso(ms: number): string {
  let text = times.get(ms);
  if (text === undefined) {
    text = new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
    if (times.size > 10_000) times.clear();
    times.set(ms, text);
  }
  return text;
}

const times = new Map<number, string>();

/** The bot as GraphQL names it. */
export function actorName(login: string): string {
  return login.replace(/\[bot\]$/, '');
}
