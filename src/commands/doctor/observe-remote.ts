import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentOf, type Setup } from '../../core/setup.ts';
import type { GitHubRest, RestAnswer } from '../github-rest.ts';
import type { Known, RemoteObserved } from './observed.ts';

/** Reads what GitHub says about a repository. What is refused is unknown, with the permission that it takes. */
export async function observeRemote(
  rest: GitHubRest,
  where: { readonly repo: string; readonly top: string; readonly setup: Setup; readonly paths: readonly string[] },
): Promise<Known<RemoteObserved>> {
  const itself = await rest.get('');
  if (itself.status !== 200) return { unknown: refusal(itself, 'Metadata: read') };
  const repository = itself.body as {
    default_branch: string;
    has_issues?: boolean;
    permissions?: { admin?: boolean; push?: boolean };
  };
  const branch = repository.default_branch;
  const administration = 'Administration: read, which is an administrator’s';
  return {
    known: {
      repo: where.repo,
      access: {
        known: {
          admin: repository.permissions?.admin === true,
          push: repository.permissions?.push === true,
          issues: repository.has_issues !== false,
          branch,
        },
      },
      onDefault: await onDefault(rest, branch, where.top, where.paths),
      workflows: await workflowStates(rest, where.paths),
      actions: await actionsSettings(rest, administration),
      tokenDefault: read(await rest.get('/actions/permissions/workflow'), administration, (body) => {
        const settings = body as { default_workflow_permissions: string; can_approve_pull_request_reviews: boolean };
        return {
          level: settings.default_workflow_permissions,
          mayOpenPulls: settings.can_approve_pull_request_reviews === true,
        };
      }),
      labels: read(
        await rest.list('/labels'),
        'Issues: read',
        (body) => body as readonly { name: string; color: string }[],
      ),
      variables: await variables(rest),
      secrets: await secrets(rest),
      required: await requiredChecks(rest, branch),
      runners: read(await rest.list('/actions/runners', 'runners'), administration, (body) =>
        (body as { status: string; labels: { name: string }[] }[]).map(({ status, labels }) => ({
          labels: labels.map(({ name }) => name),
          online: status === 'online',
        })),
      ),
      environment: await environment(rest, where.setup),
      subjects: read(
        await rest.list(`/issues?state=open&labels=${encodeURIComponent(`flow:${where.setup.flow}`)}`),
        'Issues: read',
        (body) =>
          (body as { number: number; labels: (string | { name: string })[]; pull_request?: unknown }[])
            .filter((issue) => issue.pull_request === undefined)
            .map(({ number, labels }) => ({
              number,
              labels: labels.map((label) => (typeof label === 'string' ? label : label.name)),
            })),
      ),
    },
  };
}

/** What an answer says; a refusal as the reason why nothing is known. */
function read<T>(answer: RestAnswer, needs: string, take: (body: unknown) => T): Known<T> {
  if (answer.status !== 200) return { unknown: refusal(answer, needs) };
  try {
    return { known: take(answer.body) };
  } catch {
    return { unknown: 'GitHub answered something that is not understood' };
  }
}

function refusal({ status, message }: RestAnswer, needs: string): string {
  if (status === 0) return `GitHub does not answer: ${message}`;
  if (status === 401) return 'GitHub does not take the token (401)';
  if (status === 403 || status === 404) return `the token may not read it (${status}); it takes ${needs}`;
  return `GitHub answered ${status} ${message}`.trimEnd();
}

async function onDefault(
  rest: GitHubRest,
  branch: string,
  top: string,
  paths: readonly string[],
): Promise<RemoteObserved['onDefault']> {
  const files: { path: string; state: 'same' | 'differs' | 'missing' }[] = [];
  for (const path of paths) {
    const way = path.split('/').map(encodeURIComponent).join('/');
    const answer = await rest.get(`/contents/${way}?ref=${encodeURIComponent(branch)}`);
    if (answer.status === 404) files.push({ path, state: 'missing' });
    else if (answer.status !== 200) return { unknown: refusal(answer, 'Contents: read') };
    else {
      const there = Buffer.from(String((answer.body as { content?: string }).content ?? ''), 'base64').toString('utf8');
      const here = existsSync(join(top, path)) ? readFileSync(join(top, path), 'utf8') : '';
      const same = there.replaceAll('\r\n', '\n') === here.replaceAll('\r\n', '\n');
      files.push({ path, state: same ? 'same' : 'differs' });
    }
  }
  return { known: files };
}

async function workflowStates(rest: GitHubRest, paths: readonly string[]): Promise<RemoteObserved['workflows']> {
  return read(await rest.list('/actions/workflows', 'workflows'), 'Actions: read', (body) =>
    Object.fromEntries(
      (body as { path: string; state: string }[])
        .filter(({ path }) => paths.includes(path))
        .map(({ path, state }) => [path, state]),
    ),
  );
}

async function actionsSettings(rest: GitHubRest, needs: string): Promise<RemoteObserved['actions']> {
  const general = await rest.get('/actions/permissions');
  if (general.status !== 200) return { unknown: refusal(general, needs) };
  const { enabled, allowed_actions: allowed = 'all' } = general.body as { enabled: boolean; allowed_actions?: string };
  if (!enabled || allowed !== 'selected') return { known: { enabled, allowed, patterns: [], github: true } };
  return read(await rest.get('/actions/permissions/selected-actions'), needs, (body) => {
    const selected = body as { github_owned_allowed?: boolean; patterns_allowed?: string[] };
    const patterns = selected.patterns_allowed ?? [];
    return { enabled, allowed, patterns, github: selected.github_owned_allowed === true };
  });
}

async function environment(rest: GitHubRest, setup: Setup): Promise<RemoteObserved['environment']> {
  const none = { known: { there: false, reviewers: 0 } };
  if (setup.tiers === undefined) return none;
  const answer = await rest.get(`/environments/${encodeURIComponent(environmentOf(setup))}`);
  // The repository itself was read with this token, so that this one is not there.
  if (answer.status === 404) return none;
  return read(answer, 'Actions: read', (body) => {
    const { protection_rules: rules = [] } = body as { protection_rules?: { type: string; reviewers?: unknown[] }[] };
    const reviewers = rules.flatMap((rule) => (rule.type === 'required_reviewers' ? (rule.reviewers ?? []) : []));
    return { there: true, reviewers: reviewers.length };
  });
}

/** The repository's own variables before those of its organisation, as a workflow sees them. */
async function variables(rest: GitHubRest): Promise<RemoteObserved['variables']> {
  const take = (body: unknown) =>
    Object.fromEntries((body as { name: string; value: string }[]).map(({ name, value }) => [name, value]));
  const own = read(await rest.list('/actions/variables', 'variables'), 'Variables: read', take);
  if ('unknown' in own) return own;
  const shared = read(await rest.list('/actions/organization-variables', 'variables'), 'Variables: read', take);
  return { known: { ...('known' in shared ? shared.known : {}), ...own.known } };
}

async function secrets(rest: GitHubRest): Promise<RemoteObserved['secrets']> {
  const take = (body: unknown) => (body as { name: string }[]).map(({ name }) => name);
  const own = read(await rest.list('/actions/secrets', 'secrets'), 'Secrets: read', take);
  if ('unknown' in own) return own;
  const shared = read(await rest.list('/actions/organization-secrets', 'secrets'), 'Secrets: read', take);
  return { known: [...own.known, ...('known' in shared ? shared.known : [])] };
}

/** Checks that rulesets or the older branch protection require of the default branch. */
async function requiredChecks(rest: GitHubRest, branch: string): Promise<RemoteObserved['required']> {
  const name = encodeURIComponent(branch);
  const byRules = read(await rest.list(`/rules/branches/${name}`), 'Metadata: read', (body) =>
    (
      body as {
        type: string;
        parameters?: { required_status_checks?: { context: string; integration_id?: number }[] };
      }[]
    )
      .filter(({ type }) => type === 'required_status_checks')
      .flatMap(({ parameters }) => parameters?.required_status_checks ?? [])
      .map(({ context, integration_id: app }) => ({ context, app })),
  );
  if ('unknown' in byRules) return byRules;
  const byProtection = read(await rest.get(`/branches/${name}`), 'Contents: read', (body) => {
    const { required_status_checks: checks } =
      (body as { protection?: { required_status_checks?: Protection } }).protection ?? {};
    const exact = checks?.checks?.map(({ context, app_id: app }) => ({ context, app: app ?? undefined }));
    return exact ?? (checks?.contexts ?? []).map((context) => ({ context, app: undefined }));
  });
  if ('unknown' in byProtection) return byProtection;
  return { known: [...byRules.known, ...byProtection.known] };
}

interface Protection {
  readonly contexts?: readonly string[];
  readonly checks?: readonly { context: string; app_id: number | null }[];
}
