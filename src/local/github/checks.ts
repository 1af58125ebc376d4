import { noCommit } from './git-routes.ts';
import type { Profiles } from './profiles.ts';
import { ApiProblem, invalid, nodeId, notFound, page } from './reply.ts';
import type { Call, Handlers } from './reply.ts';
import type { Repository } from './repository.ts';
import type { App } from './tokens.ts';

interface Annotation {
  path: string;
  start_line: number;
  end_line: number;
  annotation_level: string;
  message: string;
  title?: string;
  raw_details?: string;
  start_column?: number;
  end_column?: number;
}

/** A check run as it is kept; `annotations` grow with every request. */
export interface CheckRun {
  id: number;
  head_sha: string;
  name: string;
  app: App;
  external_id: string;
  details_url: string | null;
  status: string;
  conclusion: string | null;
  started_at: string | null;
  completed_at: string | null;
  output: { title: string | null; summary: string | null; text: string | null };
  annotations: Annotation[];
}

export interface Checks {
  handlers: Handlers;
  /** All check runs of a sha, oldest first. */
  of(sha: string): readonly CheckRun[];
}

const r = '/repos/{owner}/{repo}';
const mostAnnotations = 50;
const longestText = 65_535;

/** Check runs with the app that wrote them. They live in the front: the emulator knows no app and accepts any sha. */
export function checkRoutes(options: {
  url: string;
  owner: string;
  repo: string;
  repository: Repository;
  profiles: Profiles;
  now: () => string;
}): Checks {
  const { repository, profiles, now, url } = options;
  const full = `${options.owner}/${options.repo}`;
  const api = `${url}/repos/${full}`;
  const runs = new Map<number, CheckRun>();
  let last = 1000;

  const show = (run: CheckRun) => ({
    id: run.id,
    node_id: nodeId('CheckRun', run.id),
    head_sha: run.head_sha,
    name: run.name,
    external_id: run.external_id,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.started_at,
    completed_at: run.completed_at,
    url: `${api}/check-runs/${run.id}`,
    html_url: `${url}/${full}/runs/${run.id}`,
    details_url: run.details_url ?? `${url}/${full}/runs/${run.id}`,
    output: {
      ...run.output,
      annotations_count: run.annotations.length,
      annotations_url: `${api}/check-runs/${run.id}/annotations`,
    },
    // Which suite a check lands in says nothing on the real host either; there is one per sha and app.
    check_suite: { id: Number.parseInt(run.head_sha.slice(0, 8), 16) + run.app.id },
    app: profiles.app(run.app),
    pull_requests: [],
  });
  const find = (call: Call): CheckRun => {
    const run = runs.get(Number(call.params['check_run_id']));
    if (!run) throw notFound();
    return run;
  };
  const ownRun = (call: Call): CheckRun => {
    const run = find(call);
    const { app } = call.token.actor;
    if (app?.id !== run.app.id) {
      const rule = 'check run can only be modified by the GitHub App that created it.';
      throw new ApiProblem(403, `Invalid app_id \`${app?.id ?? ''}\` - ${rule}`);
    }
    return run;
  };

  const handlers: Handlers = {
    [`POST ${r}/check-runs`]: async (call) => {
      const { body } = call;
      const { app } = call.token.actor;
      if (!app) throw new ApiProblem(403, 'You must authenticate via a GitHub App.');
      const { name, head_sha } = body;
      if (typeof name !== 'string' || name.trim() === '') throw invalid('CheckRun', 'name', 'missing_field');
      if (typeof head_sha !== 'string') throw invalid('CheckRun', 'head_sha', 'missing_field');
      if (!/^[0-9a-f]{40}$/.test(head_sha) || (await repository.commitSha(head_sha)) !== head_sha) {
        throw noCommit('CheckRun', head_sha);
      }
      const run: CheckRun = {
        id: (last += 1),
        head_sha,
        name,
        app,
        external_id: '',
        details_url: null,
        status: 'queued',
        conclusion: null,
        started_at: now(),
        completed_at: null,
        output: { title: null, summary: null, text: null },
        annotations: [],
      };
      apply(run, body, now);
      runs.set(run.id, run);
      return { status: 201, body: show(run), headers: { location: `${api}/check-runs/${run.id}` } };
    },
    [`PATCH ${r}/check-runs/{check_run_id}`]: (call) => {
      const run = ownRun(call);
      const draft = structuredClone(run);
      apply(draft, call.body, now);
      runs.set(run.id, draft);
      return { status: 200, body: show(draft) };
    },
    [`GET ${r}/check-runs/{check_run_id}`]: (call) => ({ status: 200, body: show(find(call)) }),
    [`GET ${r}/check-runs/{check_run_id}/annotations`]: (call) => {
      const run = find(call);
      const { items, headers } = page(call, url, run.annotations);
      const body = items.map((note) => ({
        start_column: null,
        end_column: null,
        title: null,
        raw_details: null,
        ...note,
        blob_href: `${url}/${full}/blob/${run.head_sha}/${note.path}`,
      }));
      return { status: 200, headers, body };
    },
    [`GET ${r}/commits/{ref}/check-runs`]: async (call) => {
      const { query } = call;
      const sha = await repository.commitSha(call.params['ref'] ?? '');
      if (sha === undefined) throw new ApiProblem(422, `No commit found for SHA: ${call.params['ref']}`);
      const wanted = (key: string, value: unknown) => query.get(key) === null || query.get(key) === String(value);
      let found = [...runs.values()].filter(
        (run) =>
          run.head_sha === sha &&
          wanted('check_name', run.name) &&
          wanted('app_id', run.app.id) &&
          wanted('status', run.status),
      );
      if ((query.get('filter') ?? 'latest') === 'latest') {
        // The newest per name and app, as the merge box counts them.
        const newest = new Map(found.map((run) => [`${run.app.id} ${run.name}`, run]));
        found = [...newest.values()];
      }
      found.sort((a, b) => b.id - a.id);
      const { items, headers } = page(call, url, found);
      return { status: 200, headers, body: { total_count: found.length, check_runs: items.map(show) } };
    },
  };
  return { handlers, of: (sha) => [...runs.values()].filter((run) => run.head_sha === sha) };
}

const statuses = new Set(['queued', 'in_progress', 'completed', 'waiting', 'requested', 'pending']);
const conclusions = new Set(['action_required', 'cancelled', 'failure', 'neutral', 'success', 'skipped', 'timed_out']);

/** Writes a request's fields into a run; an output is replaced, its annotations are added to those already there. */
function apply(run: CheckRun, body: Record<string, unknown>, now: () => string): void {
  const text = (key: string): string | undefined => (typeof body[key] === 'string' ? body[key] : undefined);
  run.name = text('name') ?? run.name;
  run.external_id = text('external_id') ?? run.external_id;
  run.details_url = text('details_url') ?? run.details_url;
  run.started_at = text('started_at') ?? run.started_at;
  run.completed_at = text('completed_at') ?? run.completed_at;
  const conclusion = text('conclusion');
  const status = conclusion === undefined ? text('status') : 'completed';
  if (status !== undefined && !statuses.has(status)) throw invalid('CheckRun', 'status', 'invalid');
  if (conclusion !== undefined && !conclusions.has(conclusion)) throw invalid('CheckRun', 'conclusion', 'invalid');
  if (status === 'completed') {
    if (conclusion === undefined && run.conclusion === null) throw invalid('CheckRun', 'conclusion', 'missing_field');
    run.status = 'completed';
    run.conclusion = conclusion ?? run.conclusion;
    run.completed_at ??= now();
  } else if (status !== undefined) {
    Object.assign(run, { status, conclusion: null, completed_at: null });
  }
  const output = body['output'];
  if (output === undefined || output === null) return;
  if (typeof output !== 'object') throw invalid('CheckRun', 'output', 'invalid');
  const field = (key: string): string | null => {
    const value = (output as Record<string, unknown>)[key];
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string') throw invalid('CheckRun', `output.${key}`, 'invalid');
    if (value.length > longestText) {
      const message = `${key} exceeds a maximum bytesize of ${longestText}`;
      throw invalid('CheckRun', key, 'custom', message);
    }
    return value;
  };
  const [title, summary] = [field('title'), field('summary')];
  if (summary === null) throw invalid('CheckRun', 'output.summary', 'missing_field');
  run.output = { title, summary, text: field('text') };
  const added: unknown = (output as Record<string, unknown>)['annotations'] ?? [];
  if (!Array.isArray(added)) throw invalid('CheckRun', 'output.annotations', 'invalid');
  if (added.length > mostAnnotations) {
    const message = `No more than ${mostAnnotations} annotations may be sent in one request, got ${added.length}`;
    throw invalid('CheckRun', 'annotations', 'custom', message);
  }
  run.annotations.push(...(added as Annotation[]));
}
