import { checkName } from '../../core/names.ts';
import { nearest } from '../../core/errors.ts';
import { environmentOf, splitPin, type Setup } from '../../core/setup.ts';
import { LABELS } from '../../flow/labels.ts';
import { ACTIONS_APP_ID, allowPullRequests, requireAggregate } from '../init/by-hand.ts';
import { labelCommand } from '../init/labels.ts';
import type { Check } from './local-checks.ts';
import type { GateTools, Known, RemoteObserved, Verdict } from './observed.ts';

/** What is looked at on GitHub, with what the repository chose. */
export interface RemoteSeen {
  readonly remote: RemoteObserved;
  readonly setup: Setup;
  readonly tools: readonly GateTools[];
  /** Actions of others in our workflows. */
  readonly others: readonly string[];
  readonly engines: readonly string[];
}

/** The check of a repository that has tiers, and of no other. */
export const APPROVAL = 'tier B approval';

const ok = (why: string): Verdict => ({ health: 'ok', why });

/** The verdict about something known; what could not be read is unknown. */
function on<T>(value: Known<T>, look: (known: T) => Verdict | readonly Verdict[]): Verdict | readonly Verdict[] {
  return 'known' in value ? look(value.known) : { health: 'unknown', why: value.unknown };
}

/** What is looked at on GitHub, in the order in which it is shown. */
export const REMOTE_CHECKS: readonly Check<RemoteSeen>[] = [
  {
    name: 'token',
    look: ({ remote }) =>
      on(remote.access, ({ admin, push }) =>
        admin
          ? ok('an administrator: everything can be read')
          : {
              health: 'warn',
              why: `${push ? 'may write' : 'may only read'}; settings need an administrator`,
              fix: 'export GITHUB_TOKEN="$(gh auth token)" as one',
            },
      ),
  },
  {
    name: 'issues',
    look: ({ remote }) =>
      on(remote.access, ({ issues }) =>
        issues
          ? ok('are on')
          : {
              health: 'fail',
              why: 'are off, and a flow begins with one',
              fix: `gh api --method PATCH repos/${remote.repo} -F has_issues=true`,
            },
      ),
  },
  {
    name: 'default branch',
    look: ({ remote }) =>
      on(remote.onDefault, (files) => {
        const wrong = files.filter(({ state }) => state !== 'same');
        if (wrong.length === 0) return ok(`has the ${files.length} files as they are here`);
        const named = wrong
          .map(({ path, state }) => `${path} ${state === 'missing' ? 'is not there' : 'differs'}`)
          .join(', ');
        return { health: 'fail', why: named, fix: 'git push, or merge what is committed here into it' };
      }),
  },
  {
    name: 'workflows',
    look: ({ remote }) =>
      on(remote.workflows, (states) => {
        const off = Object.entries(states).filter(([, state]) => state !== 'active');
        if (Object.keys(states).length === 0)
          return { health: 'fail', why: 'GitHub knows none of them yet', fix: 'git push' };
        return off.length === 0
          ? ok('are active')
          : off.map(([path, state]) => ({
              health: 'fail' as const,
              why: `${path} is ${state}`,
              fix: `gh workflow enable ${path.split('/').at(-1)} --repo ${remote.repo}`,
            }));
      }),
  },
  {
    name: 'Actions',
    look: ({ remote, setup, others }) => on(remote.actions, (actions) => allowed(actions, remote.repo, setup, others)),
  },
  {
    name: 'pull requests',
    look: ({ remote }) =>
      on(remote.tokenDefault, ({ mayOpenPulls }) =>
        mayOpenPulls
          ? ok('Actions may open them')
          : {
              health: 'fail',
              why: 'Actions may not open them, so a flow ends before its Draft PR',
              fix: allowPullRequests(remote.repo),
            },
      ),
  },
  {
    name: 'token default',
    look: ({ remote }) =>
      on(remote.tokenDefault, ({ level }) =>
        level === 'read'
          ? ok('a workflow that says nothing gets a token that reads')
          : {
              health: 'warn',
              why: 'a workflow that says nothing gets a token that writes; ours say what they need',
              fix: `gh api --method PUT repos/${remote.repo}/actions/permissions/workflow -f default_workflow_permissions=read`,
            },
      ),
  },
  { name: 'labels', look: ({ remote }) => on(remote.labels, (labels) => labelsRight(labels, remote.repo)) },
  { name: 'agents', look: agents },
  {
    name: 'aggregate check',
    look: ({ remote, setup }) => on(remote.required, (required) => aggregate(required, setup.flow, remote.repo)),
  },
  { name: 'runners', look: runners },
  { name: APPROVAL, look: approval },
  {
    name: 'open flows',
    look: ({ remote }) =>
      on(remote.subjects, (subjects) => {
        const trouble = subjects.filter(
          ({ labels }) => labels.includes('state:needs-rework') || labels.includes('flow:stop'),
        );
        const held = subjects.filter(({ labels }) => labels.includes('flow:pause') && !labels.includes('flow:stop'));
        if (trouble.length + held.length === 0)
          return ok(subjects.length === 0 ? 'none' : `${subjects.length}, none needs a person`);
        const numbers = (list: typeof subjects) => list.map(({ number }) => `#${number}`).join(' ');
        const said = [
          ...(trouble.length === 0 ? [] : [`${numbers(trouble)} need a person`]),
          ...(held.length === 0 ? [] : [`${numbers(held)} are paused`]),
        ];
        return { health: 'warn', why: said.join('; '), fix: `bitnet-flow status --repo ${remote.repo}` };
      }),
  },
];

function allowed(
  {
    enabled,
    allowed: which,
    patterns,
    github,
  }: { enabled: boolean; allowed: string; patterns: readonly string[]; github: boolean },
  repo: string,
  setup: Setup,
  others: readonly string[],
): Verdict {
  const all = `gh api --method PUT repos/${repo}/actions/permissions -F enabled=true -f allowed_actions=all`;
  if (!enabled) return { health: 'fail', why: 'are switched off', fix: all };
  if (which === 'all') return ok('are on, any action may run');
  const { repository, sha } = splitPin(setup.actions);
  const foreign = others.length === 0 ? [`actions/checkout@${sha}`] : others;
  if (which === 'local_only') {
    const names = [...new Set(foreign.map(nameOf))].join(', ');
    return { health: 'fail', why: `only actions of this owner may run, and our workflows take ${names}`, fix: all };
  }
  const own = allows(patterns, `${repository}/actions/admit@${sha}`);
  const refused = foreign.filter((uses) => !(github && /^(?:actions|github)\//.test(uses)) && !allows(patterns, uses));
  if (own && refused.length === 0) return ok('are on, and ours are among the actions that may run');
  const lacking = [...(own ? [] : [`${repository}/*`]), ...new Set(refused.map((uses) => `${nameOf(uses)}@*`))];
  const names = lacking.map((pattern) => pattern.replace(/(?:\/|@)\*$/, ''));
  const fields = [...patterns, ...lacking].map((pattern) => `-f 'patterns_allowed[]=${pattern}'`).join(' ');
  return {
    health: 'fail',
    why: `only selected actions may run, and ${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} not among them`,
    fix: `gh api --method PUT repos/${repo}/actions/permissions/selected-actions -F github_owned_allowed=true ${fields}`,
  };
}

const nameOf = (uses: string): string => uses.slice(0, uses.indexOf('@'));

/** GitHub makes an environment that nobody made, without reviewers: then code of a branch runs on the accelerator unasked. */
function approval({ remote, setup }: RemoteSeen): Verdict | readonly Verdict[] {
  const name = environmentOf(setup);
  const fix = `sh .github/gates/gates-environment.sh ${remote.repo} REVIEWER`;
  return on(remote.environment, ({ there, reviewers }) => {
    if (!there)
      return {
        health: 'fail',
        why: `the environment ${name} is not there; a first run makes one without reviewers`,
        fix,
      };
    if (reviewers === 0)
      return { health: 'fail', why: `the environment ${name} has no reviewers, so nobody has to approve`, fix };
    return ok(`${reviewers} ${reviewers === 1 ? 'reviewer' : 'reviewers'} of the environment ${name}`);
  });
}

/** GitHub's patterns know `*` for anything, and a leading `!` that forbids. What is in doubt is not allowed. */
function allows(patterns: readonly string[], name: string): boolean {
  const forbidden = patterns.filter((one) => one.startsWith('!')).map((one) => one.slice(1));
  const may = patterns.filter((one) => !one.startsWith('!'));
  return may.some((one) => matches(one, name)) && !forbidden.some((one) => matches(one, name));
}

function matches(pattern: string, name: string): boolean {
  const source = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${source.join('.*')}$`, 'i').test(name);
}

function labelsRight(labels: readonly { name: string; color: string }[], repo: string): Verdict {
  const there = new Map(labels.map(({ name, color }) => [name.toLowerCase(), color.toLowerCase()]));
  const missing = Object.keys(LABELS).filter((name) => !there.has(name));
  const other = Object.entries(LABELS).filter(([name, { color }]) => there.has(name) && there.get(name) !== color);
  if (missing.length + other.length === 0) return ok(`${Object.keys(LABELS).length} are there with their colours`);
  const said = [
    ...(missing.length === 0 ? [] : [`missing: ${missing.join(', ')}`]),
    ...(other.length === 0 ? [] : [`another colour: ${other.map(([name]) => name).join(', ')}`]),
  ];
  const commands = [...missing, ...other.map(([name]) => name)].map((name) => labelCommand(name, repo));
  const fix = other.length === 0 ? `bitnet-flow init --repo ${repo}` : commands.join(' && ');
  // The flow makes the labels that it needs.
  return { health: 'warn', why: said.join('; '), fix };
}

function agents({ remote, engines }: RemoteSeen): Verdict | readonly Verdict[] {
  const { repo, variables, secrets } = remote;
  return on(variables, (known) => {
    const engine = known['BITNET_FLOW_ENGINE'] ?? 'command';
    if (!engines.includes(engine)) {
      const meant = nearest(engine, engines) ?? engines[0]!;
      return {
        health: 'fail',
        why: 'the variable BITNET_FLOW_ENGINE names no engine of this version',
        fix: `gh variable set BITNET_FLOW_ENGINE --body ${meant} --repo ${repo}`,
      };
    }
    if (engine === 'command') {
      const fix = `gh variable set BITNET_FLOW_COMMAND --body '["my-agent","--json"]' --repo ${repo}`;
      const command = known['BITNET_FLOW_COMMAND'];
      if (command === undefined)
        return { health: 'fail', why: 'the variable BITNET_FLOW_COMMAND is not set, so nothing runs the agents', fix };
      return isArgv(command)
        ? ok('engine command, BITNET_FLOW_COMMAND is set')
        : { health: 'fail', why: 'the variable BITNET_FLOW_COMMAND is not a JSON array of arguments', fix };
    }
    return on(secrets, (names) =>
      names.includes('BITNET_FLOW_MODEL_KEY')
        ? ok(`engine ${engine}, BITNET_FLOW_MODEL_KEY is set`)
        : {
            health: 'fail',
            why: `the engine ${engine} needs the secret BITNET_FLOW_MODEL_KEY, which is not set`,
            fix: `gh secret set BITNET_FLOW_MODEL_KEY --repo ${repo}`,
          },
    );
  });
}

function isArgv(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string');
  } catch {
    return false;
  }
}

/** Checks and jobs of ours that GitHub counts as passed when they are skipped: none of them proves anything by itself. */
function aggregate(
  required: readonly { context: string; app: number | undefined }[],
  flow: string,
  repo: string,
): Verdict | readonly Verdict[] {
  const name = checkName(flow, 'required');
  const found = required.filter(({ context }) => context === name);
  const verdicts: Verdict[] = [];
  if (found.length === 0) {
    verdicts.push({
      health: 'warn',
      why: `no rule of the default branch requires ${name}; fine where people merge with their own eyes`,
      fix: requireAggregate(flow, repo),
    });
  } else if (found.every(({ app }) => app !== ACTIONS_APP_ID)) {
    verdicts.push({
      health: 'warn',
      why: `${name} is required from any App, so another one could post it`,
      fix: `gh api repos/${repo}/rulesets, then give the check integration_id ${ACTIONS_APP_ID}`,
    });
  }
  const skippable = required
    .map(({ context }) => context)
    .filter((context) => context !== name)
    .filter(
      (context) => context.startsWith(`${flow}:gate:`) || /^(admit|agent|commit|write|gate-[a-z]+)$/.test(context),
    );
  if (skippable.length > 0) {
    verdicts.push({
      health: 'warn',
      why: `required and passed when skipped: ${skippable.join(', ')}`,
      fix: `require ${name} in their place: gh api repos/${repo}/rulesets`,
    });
  }
  return verdicts.length > 0 ? verdicts : ok(`${name} is required, from GitHub Actions`);
}

/** Runners that GitHub itself has, by the beginning of their labels. */
const HOSTED = /^(ubuntu|windows|macos)-/;

function runners({ remote, tools }: RemoteSeen): Verdict | readonly Verdict[] {
  const own = new Map<string, string[]>();
  for (const { gate, runner } of tools) if (!HOSTED.test(runner)) own.set(runner, [...(own.get(runner) ?? []), gate]);
  if (own.size === 0) return ok('every job runs on one of GitHub’s');
  return on(remote.runners, (known) =>
    [...own].map(([label, gates]): Verdict => {
      const having = known.filter(({ labels }) => labels.some((one) => one.toLowerCase() === label.toLowerCase()));
      const fix = `gh api repos/${remote.repo}/actions/runners, and start one with the label ${label}`;
      if (having.length === 0)
        return { health: 'fail', why: `no runner has the label ${label} of ${gates.join(', ')}`, fix };
      return having.some(({ online }) => online)
        ? ok(`${label} is online`)
        : { health: 'fail', why: `every runner with the label ${label} of ${gates.join(', ')} is offline`, fix };
    }),
  );
}
