import { ApiProblem, invalid, nodeId, page } from './reply.ts';
import type { Call, Handlers, Reply } from './reply.ts';

/** Settings of the repository that decide whether a flow can run there. */
export interface RepositorySettings {
  actionsEnabled: boolean;
  allowedActions: 'all' | 'local_only' | 'selected';
  /** Patterns of `owner/repository@ref` that `selected` allows, beside GitHub's own. */
  allowedPatterns: string[];
  defaultPermissions: 'read' | 'write';
  actionsMayOpenPulls: boolean;
  variables: Record<string, string>;
  organizationVariables: Record<string, string>;
  secrets: string[];
  organizationSecrets: string[];
  runners: { name: string; labels: string[]; online: boolean }[];
  /** Checks that a rule of the default branch requires; `app` is the App whose check counts. */
  required: { context: string; app?: number }[];
}

/** A repository whose maintainer has switched on what a flow needs. */
const SWITCHED_ON: RepositorySettings = {
  actionsEnabled: true,
  allowedActions: 'all',
  allowedPatterns: [],
  defaultPermissions: 'read',
  actionsMayOpenPulls: true,
  variables: {},
  organizationVariables: {},
  secrets: [],
  organizationSecrets: [],
  runners: [],
  required: [],
};

const r = '/repos/{owner}/{repo}';

/** Actions' permissions, variables, names of secrets, runners and rules, as their pages in the settings show them. */
export function settingsRoutes(options: {
  url: string;
  defaultBranch: string;
  now: () => string;
  settings?: Partial<RepositorySettings> | undefined;
}): { handlers: Handlers; refusePull(call: Call): void; required(branch: string): RepositorySettings['required'] } {
  const { url, now } = options;
  const settings: RepositorySettings = structuredClone({ ...SWITCHED_ON, ...options.settings });
  const since = now();
  const list = (call: Call, key: string, all: readonly unknown[]): Reply => {
    const { items, headers } = page(call, url, all);
    return { status: 200, headers, body: { total_count: all.length, [key]: items } };
  };
  const variables = (all: Readonly<Record<string, string>>) =>
    Object.entries(all)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => ({ name, value, created_at: since, updated_at: since }));
  const secrets = (names: readonly string[]) =>
    [...names].sort().map((name) => ({ name, created_at: since, updated_at: since }));
  const handlers: Handlers = {
    [`GET ${r}/actions/permissions`]: (call) => ({
      status: 200,
      body: {
        enabled: settings.actionsEnabled,
        ...(settings.actionsEnabled ? { allowed_actions: settings.allowedActions } : {}),
        selected_actions_url: `${url}${call.path}/selected-actions`,
      },
    }),
    [`GET ${r}/actions/permissions/selected-actions`]: () => {
      if (settings.allowedActions !== 'selected') throw new ApiProblem(409, 'Conflict');
      const body = {
        github_owned_allowed: true,
        verified_allowed: false,
        patterns_allowed: settings.allowedPatterns,
      };
      return { status: 200, body };
    },
    [`GET ${r}/actions/permissions/workflow`]: () => ({
      status: 200,
      body: {
        default_workflow_permissions: settings.defaultPermissions,
        can_approve_pull_request_reviews: settings.actionsMayOpenPulls,
      },
    }),
    [`PUT ${r}/actions/permissions/workflow`]: ({ body }) => {
      const { default_workflow_permissions: level, can_approve_pull_request_reviews: may } = body;
      if (level === 'read' || level === 'write') settings.defaultPermissions = level;
      if (typeof may === 'boolean') settings.actionsMayOpenPulls = may;
      return { status: 204 };
    },
    [`GET ${r}/actions/variables`]: (call) => list(call, 'variables', variables(settings.variables)),
    [`POST ${r}/actions/variables`]: ({ body }) => {
      const [name, value] = [body['name'], body['value']];
      if (typeof name !== 'string' || typeof value !== 'string') throw invalid('Variable', 'name', 'missing_field');
      if (Object.hasOwn(settings.variables, name)) throw new ApiProblem(409, 'Already exists');
      settings.variables[name] = value;
      return { status: 201, body: {} };
    },
    [`GET ${r}/actions/organization-variables`]: (call) =>
      list(call, 'variables', variables(settings.organizationVariables)),
    [`GET ${r}/actions/secrets`]: (call) => list(call, 'secrets', secrets(settings.secrets)),
    [`GET ${r}/actions/organization-secrets`]: (call) => list(call, 'secrets', secrets(settings.organizationSecrets)),
    [`GET ${r}/actions/runners`]: (call) => {
      const runners = settings.runners.map(({ name, labels, online }, index) => ({
        id: index + 1,
        name,
        os: 'linux',
        status: online ? 'online' : 'offline',
        busy: false,
        labels: labels.map((label, at) => ({ id: at + 1, name: label, type: 'custom' })),
      }));
      return list(call, 'runners', runners);
    },
    [`GET ${r}/rules/branches/{branch}`]: ({ params, path }) => {
      const repository = path.split('/').slice(2, 4).join('/');
      const rule = {
        type: 'required_status_checks',
        ruleset_source_type: 'Repository',
        ruleset_source: repository,
        ruleset_id: 1,
        parameters: {
          strict_required_status_checks_policy: false,
          required_status_checks: settings.required.map(({ context, app }) => ({
            context,
            ...(app === undefined ? {} : { integration_id: app }),
          })),
        },
      };
      const rules = params['branch'] === options.defaultBranch && settings.required.length > 0 ? [rule] : [];
      return { status: 200, body: rules };
    },
    [`POST ${r}/rulesets`]: ({ body, path }) => {
      settings.required.push(...requiredBy(body));
      const id = 1;
      const ruleset = {
        id,
        name: String(body['name']),
        target: 'branch',
        source_type: 'Repository',
        source: path.split('/').slice(2, 4).join('/'),
        enforcement: 'active',
        node_id: nodeId('RepositoryRuleset', id),
        rules: body['rules'] ?? [],
        created_at: since,
        updated_at: since,
      };
      return { status: 201, body: ruleset };
    },
  };
  return {
    handlers,
    required: (branch) => (branch === options.defaultBranch ? settings.required : []),
    refusePull({ token }) {
      if (token.actor.role !== 'app' || settings.actionsMayOpenPulls) return;
      throw new ApiProblem(403, 'GitHub Actions is not permitted to create or approve pull requests.');
    },
  };
}

/** The checks that the rules of a new ruleset require. */
function requiredBy(body: Readonly<Record<string, unknown>>): RepositorySettings['required'] {
  const rules = (Array.isArray(body['rules']) ? body['rules'] : []) as {
    type?: string;
    parameters?: { required_status_checks?: { context: string; integration_id?: number }[] };
  }[];
  return rules
    .filter(({ type }) => type === 'required_status_checks')
    .flatMap(({ parameters }) => parameters?.required_status_checks ?? [])
    .map(({ context, integration_id: app }) => ({ context, ...(app === undefined ? {} : { app }) }));
}
