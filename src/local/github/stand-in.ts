import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { checkRoutes } from './checks.ts';
import { Clock } from './clock.ts';
import { conversations } from './conversations.ts';
import { createEffects, movedRefs, refsOf, replay } from './effects.ts';
import type { EffectMoment, Effects } from './effects.ts';
import { startEmulator } from './emulator.ts';
import { matchEndpoint } from './endpoints.ts';
import { isGitPath, serveGit } from './git-http.ts';
import { gitRoutes } from './git-routes.ts';
import { createGraphQL } from './graphql.ts';
import { Journal, readJournal } from './journal.ts';
import type { JournalHeader, RunEntry } from './journal.ts';
import { labelRoutes } from './labels.ts';
import { ExchangeLog } from './openapi-check.ts';
import type { Violation } from './openapi-check.ts';
import { peopleRoutes } from './people.ts';
import { createProfiles } from './profiles.ts';
import { pullRoutes } from './pulls.ts';
import { mergeRoutes } from './merge-routes.ts';
import { notedRepository } from './ref-reads.ts';
import { ApiProblem, problemBody } from './reply.ts';
import type { Call, Handlers, Reply } from './reply.ts';
import { createRepository, openRepository } from './repository.ts';
import { settingsRoutes, type RepositorySettings } from './settings.ts';
import { statusRoutes } from './statuses.ts';
import { TokenTable, may } from './tokens.ts';
import type { MintOptions, Permissions, Token } from './tokens.ts';
import { workflowRuns } from './workflow-runs.ts';
import type { RunConclusion, RunStatus, WorkflowRun } from './workflow-runs.ts';

/** One API request as it was answered; git's own requests are no API calls and are not counted. */
export interface CallRecord {
  /** The label of the token, so that calls can be counted per hop. */
  label: string;
  method: string;
  path: string;
  status: number;
  /** Whether the request creates or changes content, as GitHub's secondary limits count it. */
  write: boolean;
  ms: number;
}

/** A request as the fault hook sees it, before anything has happened. */
export interface RequestSeen {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Readonly<Record<string, unknown>>;
  token: { label: string; login: string; permissions: Permissions };
}

/** An injected answer; with `after` the request takes effect first and only its answer is lost. */
export interface Fault {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
  after?: boolean;
}

export interface GitHubOptions {
  /** Work directory; the bare repository is made below it. */
  dir: string;
  owner: string;
  repo: string;
  /** Path of a local git repository whose checked-out branch is copied; not needed where a journal is gone on with. */
  seed?: string;
  defaultBranch?: string;
  /** Keeps what happens in `dir`/../github.journal; `go-on` starts from what such a journal and its repository hold. */
  journal?: 'begin' | 'go-on';
  /** Port to listen on; without one, or where the one of a journal is taken, any free one. */
  port?: number;
  /** Title of a run, which the host knows from the first moment. */
  title?: (run: WorkflowRun, url: string) => string;
  /** Told of every run that is queued: by a dispatch, or by a comment. */
  onDispatch?: (run: WorkflowRun) => void;
  /** File of the workflow that comments by people start. */
  commentWorkflow?: string | undefined;
  onEffect?: (moment: EffectMoment) => void;
  onRequest?: (request: RequestSeen) => Fault | undefined | Promise<Fault | undefined>;
  now?: () => Date;
  /** Calls that an account has in an hour, all its tokens together, and when the hour ends (milliseconds since the epoch). */
  hourly?: { limit: number; resetAt: number };
  /** Settings that are not as a flow needs them. */
  settings?: Partial<RepositorySettings>;
}

export interface GitHubStandIn {
  /** Base address of REST and git; GraphQL is at `/graphql`. */
  url: string;
  /** Address to clone from and push to. */
  gitUrl: string;
  /** Path of the bare repository. */
  bare: string;
  /** Tokens of the maintainer (admin) and of a stranger (read). */
  people: { maintainer: string; stranger: string };
  mintToken(options?: MintOptions): string;
  revokeToken(token: string): void;
  /** Every API request so far, in order of completion. */
  calls: CallRecord[];
  /** Every difference from GitHub's OpenAPI description so far; a test wants none. */
  readonly violations: Violation[];
  /** Every run, oldest first. */
  runs(): readonly WorkflowRun[];
  setRunStatus(id: number, status: RunStatus, conclusion?: RunConclusion): void;
  setRunTitle(id: number, title: string): void;
  /** Queues a run once more under its id, as `Re-run all jobs` does; gives it with its new attempt. */
  rerun(id: number): WorkflowRun;
  close(): Promise<void>;
}

const largestBody = 8 << 20;
/** Calls of an account in an hour, where nothing else is asked for. */
const HOURLY = 5000;

/** Path of the journal that belongs to a stand-in's work directory. */
export function journalPath(dir: string): string {
  return join(dir, '..', 'github.journal');
}

/** Starts a GitHub on loopback for one repository: REST, GraphQL and git behind one address. */
export async function startGitHub(options: GitHubOptions): Promise<GitHubStandIn> {
  const { owner, repo, defaultBranch = 'main' } = options;
  const past = options.journal === 'go-on' ? readJournal(journalPath(options.dir)) : undefined;
  const clock = new Clock(options.now);
  const now = () => clock.text();
  const tokens = new TokenTable();
  const calls: CallRecord[] = [];
  const exchanges = new ExchangeLog();
  const used = new Map<string, number>();

  let answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => {
    response.writeHead(503).end();
  };
  // No connection is closed for being idle: a slow process that asks once more at that moment would lose its question.
  const server = createServer({ keepAliveTimeout: 0 }, (request, response) => answer(request, response));
  // The address stands in what was written: a stand-in that goes on keeps it where it can.
  const port = await listen(server, options.port, past?.header.port);
  const url = `http://127.0.0.1:${port}`;
  const since = past?.header.at ?? clock.read();

  const place = { dir: options.dir, owner, repo, defaultBranch };
  const [bare, emulator] = await Promise.all([
    past === undefined ? createRepository({ ...place, seed: options.seed ?? '' }) : openRepository(place),
    clock.hold(since, () => startEmulator({ publicUrl: url, owner, repo, defaultBranch, clock: clock.shared })),
  ]);
  const repository = notedRepository(bare);
  const profiles = createProfiles({ emulator, url, owner, repo, since: await clock.hold(since, now) });
  const common = { emulator, url, owner, repo, repository, profiles, now, defaultBranch };
  const pulls = pullRoutes({ ...common, conversations: () => talk });
  const talk = conversations({
    ...common,
    pull: pulls.get,
    onComment: (made) => runs.onComment(made),
  });
  const checks = checkRoutes(common);
  const runs = workflowRuns({
    ...common,
    title: options.title,
    commentWorkflow: options.commentWorkflow,
  });
  const hourly = options.hourly ?? { limit: HOURLY, resetAt: Date.now() + 3_600_000 };
  const remaining = (token: Token) => Math.max(0, hourly.limit - (used.get(token.actor.login) ?? 0));
  const graphql = createGraphQL({ ...common, conversations: talk, pulls, checks, remaining });
  const settings = settingsRoutes({ ...common, settings: options.settings });
  const handlers: Handlers = {
    ...peopleRoutes({ ...common, remaining }),
    ...labelRoutes(emulator),
    ...talk.handlers,
    ...pulls.handlers,
    ...mergeRoutes({ ...common, pulls, checks, required: settings.required }),
    ...gitRoutes(common),
    ...checks.handlers,
    ...statusRoutes(common),
    ...runs.handlers,
    ...settings.handlers,
  };

  const reply = async (call: Call, template: string | undefined): Promise<Reply> => {
    if (call.path === '/graphql' && call.method === 'POST') return graphql(call);
    const found = matchEndpoint(call.method, call.path);
    const handler = template === undefined || !found ? undefined : handlers[`${call.method} ${template}`];
    if (!found || !handler) throw new ApiProblem(404, 'Not Found');
    const { params } = found;
    if (params['owner'] !== undefined && (params['owner'] !== owner || params['repo'] !== repo)) {
      throw new ApiProblem(404, 'Not Found');
    }
    if (!may(call.token, found.endpoint.needs, found.endpoint.anyone)) {
      const app = call.token.actor.role === 'app';
      throw new ApiProblem(403, app ? 'Resource not accessible by integration' : 'Must have push access to repository');
    }
    if (template === '/repos/{owner}/{repo}/pulls' && call.method === 'POST') settings.refusePull(call);
    return handler({ ...call, params });
  };
  /** With refusals as the answers they are. */
  const answerTo = async (call: Call): Promise<Reply> => {
    try {
      return await reply(call, matchEndpoint(call.method, call.path)?.endpoint.template);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      return refuse(error.status, error.message, error.errors);
    }
  };
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= closeAll());
  const closeAll = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await Promise.all([repository.close(), emulator.close()]);
  };
  const refs = refsOf(past?.entries ?? []);
  const effects: Effects = createEffects({
    clock,
    repository,
    refs,
    journal: await openJournal().catch(async (error: unknown) => {
      await close();
      throw error;
    }),
    onEffect: options.onEffect,
  });

  async function openJournal(): Promise<Journal | undefined> {
    const path = journalPath(options.dir);
    if (options.journal === undefined) return undefined;
    if (past !== undefined) await replay(path, past.entries, { clock, repository, reply: answerTo, run: repeatRun });
    const header: JournalHeader = {
      journal: 'bitnet-flow/github',
      v: 1,
      owner,
      repo,
      defaultBranch,
      at: since,
      port,
    };
    const journal = past === undefined ? Journal.begin(path, header) : Journal.goOn(path, past);
    // A push that landed, and whose line was not written any more.
    const moved = await movedRefs(repository, refs);
    if (moved !== undefined) journal.append({ kind: 'refs', at: clock.read(), moved, found: true });
    return journal;
  }

  function repeatRun({ id, status, conclusion, title, again }: RunEntry): void {
    if (title !== undefined) runs.setTitle(id, title);
    if (status !== undefined) runs.setStatus(id, status, conclusion);
    if (again === true) runs.again(id);
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const began = performance.now();
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    const method = request.method ?? 'GET';
    const raw = await readBody(request);
    const token = tokens.identify(request.headers.authorization);
    const send = ({ status, body, headers }: Reply, holder?: Token) => {
      const limits = holder === undefined ? {} : rateHeaders(remaining(holder), hourly);
      const text = body === undefined ? '' : JSON.stringify(body);
      const type = body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' };
      response.writeHead(status, { ...type, 'content-length': Buffer.byteLength(text), ...limits, ...headers });
      response.end(text);
      const write = method !== 'GET' && method !== 'HEAD' && pathname !== '/graphql';
      const label = holder?.label ?? 'unknown';
      calls.push({ label, method, path: pathname, status, write, ms: performance.now() - began });
    };
    if (token === 'anonymous') return send(refuse(401, 'Requires authentication'));
    if (token === undefined) return send(refuse(401, 'Bad credentials'));
    if (remaining(token) === 0) return send(refuse(403, 'API rate limit exceeded'), token);
    used.set(token.actor.login, (used.get(token.actor.login) ?? 0) + 1);
    const body = raw === undefined ? undefined : parseBody(raw);
    if (body === undefined) return send(refuse(400, 'Problems parsing JSON'), token);
    const seen: RequestSeen = {
      method,
      path: pathname,
      query: searchParams,
      body,
      token: { label: token.label, login: token.actor.login, permissions: token.permissions },
    };
    const fault = await options.onRequest?.(seen);
    if (fault && fault.after !== true) return send(fault, token);
    const template = matchEndpoint(method, pathname)?.endpoint.template;
    const call: Call = { method, path: pathname, params: {}, query: searchParams, body, token };
    const reads = method === 'GET' || method === 'HEAD' || pathname === '/graphql';
    const result = reads ? await answerTo(call) : await effects.request(call, () => answerTo(call));
    if (pathname !== '/graphql') {
      const [request, response] = [raw?.toString('utf8') ?? '', JSON.stringify(result.body) ?? ''];
      const { status } = result;
      exchanges.add({ method, path: pathname, template, query: searchParams, request, status, response });
    }
    // Told only now: nothing that the run does may be written before what started it.
    const run = startedBy(result);
    if (run !== undefined) options.onDispatch?.(structuredClone(runs.all().find(({ id }) => id === run)!));
    send(fault ?? result, token);
  };

  answer = (request, response) => {
    const { pathname } = new URL(request.url ?? '/', url);
    if (isGitPath(pathname)) {
      return serveGit({ owner, repo, root: options.dir, repository, tokens, effects }, request, response);
    }
    serve(request, response).catch((error: unknown) => {
      // A bug of the stand-in must look like one, in the test that meets it.
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      exchanges.addBug(request.method ?? 'GET', pathname, text);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(`stand-in: ${text}\n`);
    });
  };

  return {
    url,
    gitUrl: `${url}/${owner}/${repo}.git`,
    bare: repository.bare,
    people: {
      maintainer: tokens.mint({ actor: 'maintainer' }),
      stranger: tokens.mint({ actor: 'stranger' }),
    },
    mintToken: (minted) => tokens.mint(minted),
    revokeToken: (token) => tokens.revoke(token),
    calls,
    get violations() {
      return exchanges.violations();
    },
    runs: runs.all,
    setRunStatus: (id, status, conclusion) =>
      effects.run({ id, status, ...(conclusion === undefined ? {} : { conclusion }) }, () =>
        runs.setStatus(id, status, conclusion),
      ),
    setRunTitle: (id, title) => effects.run({ id, title }, () => runs.setTitle(id, title)),
    rerun(id) {
      effects.run({ id, again: true }, () => runs.again(id));
      return structuredClone(runs.all().find((run) => run.id === id)!);
    },
    close,
  };
}

/** Listens on the wanted port, else on the kept one if it is free, else on any. */
async function listen(server: Server, wanted: number | undefined, kept: number | undefined): Promise<number> {
  const on = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  if (wanted !== undefined) await on(wanted);
  else await on(kept ?? 0).catch(() => on(0));
  return (server.address() as AddressInfo).port;
}

/** Id of the run that a request started. */
function startedBy({ made }: Reply): number | undefined {
  return made === undefined ? undefined : 'run' in made ? made.run : made.id;
}

function refuse(status: number, message: string, errors?: readonly unknown[]): Reply {
  return { status, body: problemBody(status, message, errors) };
}

function rateHeaders(
  remaining: number,
  { limit, resetAt }: { limit: number; resetAt: number },
): Record<string, string> {
  return {
    'x-github-media-type': 'github.v3; format=json',
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-used': String(limit - remaining),
    'x-ratelimit-reset': String(Math.floor(resetAt / 1000)),
    'x-ratelimit-resource': 'core',
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
  }
  return size > largestBody ? undefined : Buffer.concat(chunks);
}

function parseBody(raw: Buffer): Record<string, unknown> | undefined {
  if (raw.length === 0) return {};
  try {
    const value: unknown = JSON.parse(raw.toString('utf8'));
    if (Array.isArray(value)) return { labels: value }; // the label endpoints take a bare array as well
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
