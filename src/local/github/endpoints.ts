import type { Need } from './tokens.ts';

/** What one endpoint asks of its caller. `anyone`: any signed-in person may call it, as on a public repository. */
export interface Endpoint {
  method: string;
  template: string;
  /** Any one of these permissions suffices; an empty list asks for a valid token only. */
  needs: readonly Need[];
  anyone: boolean;
}

const repo = '/repos/{owner}/{repo}';
const talk = { read: ['issues:read', 'pull_requests:read'], write: ['issues:write', 'pull_requests:write'] } as const;

type Row = readonly [endpoint: string, needs: readonly Need[], who?: 'anyone'];

// The closed list of REST endpoints that the stand-in serves, by GitHub's own path templates, with the permission that
// GitHub documents for an installation token. The OpenAPI subset is cut along this list.
const rows: readonly Row[] = [
  ['GET /rate_limit', []],
  ['GET /user', []],
  ['GET /users/{username}', []],
  [`GET ${repo}`, []],
  [`GET ${repo}/collaborators/{username}/permission`, []],

  [`GET ${repo}/labels`, talk.read],
  [`POST ${repo}/labels`, talk.write],
  [`GET ${repo}/labels/{name}`, talk.read],
  [`PATCH ${repo}/labels/{name}`, talk.write],
  [`GET ${repo}/issues`, talk.read],
  [`POST ${repo}/issues`, ['issues:write'], 'anyone'],
  [`GET ${repo}/issues/comments`, talk.read],
  [`GET ${repo}/issues/comments/{comment_id}`, talk.read],
  [`PATCH ${repo}/issues/comments/{comment_id}`, talk.write, 'anyone'],
  [`DELETE ${repo}/issues/comments/{comment_id}`, talk.write, 'anyone'],
  [`GET ${repo}/issues/{issue_number}`, talk.read],
  [`PATCH ${repo}/issues/{issue_number}`, talk.write, 'anyone'],
  [`GET ${repo}/issues/{issue_number}/comments`, talk.read],
  [`POST ${repo}/issues/{issue_number}/comments`, talk.write, 'anyone'],
  [`GET ${repo}/issues/{issue_number}/labels`, talk.read],
  [`POST ${repo}/issues/{issue_number}/labels`, talk.write],
  [`PUT ${repo}/issues/{issue_number}/labels`, talk.write],
  [`DELETE ${repo}/issues/{issue_number}/labels`, talk.write],
  [`DELETE ${repo}/issues/{issue_number}/labels/{name}`, talk.write],

  [`GET ${repo}/pulls`, ['pull_requests:read']],
  [`POST ${repo}/pulls`, ['pull_requests:write']],
  [`GET ${repo}/pulls/{pull_number}`, ['pull_requests:read']],
  [`PATCH ${repo}/pulls/{pull_number}`, ['pull_requests:write']],
  [`GET ${repo}/pulls/{pull_number}/files`, ['pull_requests:read']],
  [`PUT ${repo}/pulls/{pull_number}/merge`, ['contents:write']],

  [`GET ${repo}/git/ref/{ref}`, ['contents:read']],
  [`GET ${repo}/git/matching-refs/{ref}`, ['contents:read']],
  [`POST ${repo}/git/refs`, ['contents:write']],
  [`PATCH ${repo}/git/refs/{ref}`, ['contents:write']],
  [`DELETE ${repo}/git/refs/{ref}`, ['contents:write']],
  [`GET ${repo}/git/commits/{commit_sha}`, ['contents:read']],
  [`GET ${repo}/git/trees/{tree_sha}`, ['contents:read']],
  [`GET ${repo}/git/blobs/{file_sha}`, ['contents:read']],
  [`GET ${repo}/branches/{branch}`, ['contents:read']],
  [`GET ${repo}/commits`, ['contents:read']],
  [`GET ${repo}/compare/{basehead}`, ['contents:read']],
  [`GET ${repo}/contents/{path}`, ['contents:read']],

  [`POST ${repo}/check-runs`, ['checks:write']],
  [`GET ${repo}/check-runs/{check_run_id}`, ['checks:read']],
  [`PATCH ${repo}/check-runs/{check_run_id}`, ['checks:write']],
  [`GET ${repo}/check-runs/{check_run_id}/annotations`, ['checks:read']],
  [`GET ${repo}/commits/{ref}/check-runs`, ['checks:read']],
  [`POST ${repo}/statuses/{sha}`, ['statuses:write']],
  [`GET ${repo}/commits/{ref}/statuses`, ['statuses:read']],
  [`GET ${repo}/commits/{ref}/status`, ['statuses:read']],
  [`GET ${repo}/commits/{ref}`, ['contents:read']],

  [`GET ${repo}/actions/workflows`, ['actions:read']],
  [`GET ${repo}/actions/workflows/{workflow_id}`, ['actions:read']],
  [`POST ${repo}/actions/workflows/{workflow_id}/dispatches`, ['actions:write']],
  [`GET ${repo}/actions/workflows/{workflow_id}/runs`, ['actions:read']],
  [`GET ${repo}/actions/runs`, ['actions:read']],
  [`GET ${repo}/actions/runs/{run_id}`, ['actions:read']],

  [`GET ${repo}/actions/permissions`, ['administration:read']],
  [`GET ${repo}/actions/permissions/selected-actions`, ['administration:read']],
  [`GET ${repo}/actions/permissions/workflow`, ['administration:read']],
  [`PUT ${repo}/actions/permissions/workflow`, ['administration:write']],
  [`GET ${repo}/actions/variables`, ['variables:read']],
  [`POST ${repo}/actions/variables`, ['variables:write']],
  [`GET ${repo}/actions/organization-variables`, ['variables:read']],
  [`GET ${repo}/actions/secrets`, ['secrets:read']],
  [`GET ${repo}/actions/organization-secrets`, ['secrets:read']],
  [`GET ${repo}/actions/runners`, ['administration:read']],
  [`GET ${repo}/rules/branches/{branch}`, []],
  [`POST ${repo}/rulesets`, ['administration:write']],
];

/** Every REST endpoint of the stand-in, in matching order. */
export const endpoints: readonly Endpoint[] = rows.map(([endpoint, needs, who]) => {
  const [method = '', template = ''] = endpoint.split(' ');
  return { method, template, needs, anyone: who === 'anyone' };
});

// These parameters may hold slashes; everything else is one path segment.
const wide = new Set(['ref', 'path', 'basehead', 'branch']);

const matchers = endpoints.map((endpoint) => {
  const names: string[] = [];
  const source = endpoint.template
    .replace(/[.]/g, '\\.')
    .replace(/\{(\w+)\}/g, (_, name: string) => (names.push(name), wide.has(name) ? '(.+)' : '([^/]+)'));
  return { endpoint, names, pattern: new RegExp(`^${source}$`) };
});

/** The endpoint that serves a method and a raw path, with its decoded parameters. */
export function matchEndpoint(method: string, path: string) {
  for (const { endpoint, names, pattern } of matchers) {
    if (endpoint.method !== method) continue;
    const found = pattern.exec(path);
    if (!found) continue;
    try {
      const params = Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(found[at + 1] ?? '')]));
      return { endpoint, params };
    } catch {
      return undefined; // a malformed percent escape names no resource
    }
  }
  return undefined;
}
