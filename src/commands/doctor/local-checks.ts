import { POLICY_FILE } from '../../core/governance-policy.ts';
import { SETUP_FILE } from '../../core/setup.ts';
import { gateVerdicts } from './gate-checks.ts';
import type { LocalObserved, Verdict } from './observed.ts';

/** One look at what was observed; several verdicts when each of a list has its own, none when it does not apply. */
export interface Check<T> {
  readonly name: string;
  readonly look: (seen: T) => Verdict | readonly (Verdict & { readonly of?: string })[];
}

const ok = (why: string): Verdict => ({ health: 'ok', why });
const OLDEST_NODE = 20;

/** What is looked at in the folder and on this machine, in the order in which it is shown. */
export const LOCAL_CHECKS: readonly Check<LocalObserved>[] = [
  {
    name: 'config',
    look: ({ config }) => {
      if (config.state === 'absent')
        return { health: 'fail', why: `${SETUP_FILE} is not there`, fix: 'bitnet-flow init' };
      return config.state === 'bad' ? { health: 'fail', why: config.error } : ok(`${SETUP_FILE} is right`);
    },
  },
  {
    name: 'flow and profile',
    look: ({ config, chosenError }) => {
      if (config.state !== 'ok') return [];
      const { flow, profile } = config.setup;
      return chosenError === undefined ? ok(`${flow} and ${profile} load`) : { health: 'fail', why: chosenError };
    },
  },
  {
    name: 'policies',
    look: ({ policyError }) => {
      if (policyError === undefined) return [];
      return policyError === '' ? ok(`${POLICY_FILE} is right`) : { health: 'fail', why: policyError };
    },
  },
  { name: 'generated files', look: generatedFiles },
  { name: 'pins', look: pins },
  {
    name: 'committed',
    look: ({ config, uncommitted }) => {
      if (config.state !== 'ok') return [];
      if ('unknown' in uncommitted) return { health: 'unknown', why: uncommitted.unknown };
      const paths = uncommitted.known;
      if (paths.length === 0) return ok('HEAD has every file as it is here');
      const fix = `git add ${paths.join(' ')} && git commit -m "build: bitnet-flow"`;
      return { health: 'fail', why: `HEAD does not have ${listed(paths)} as here`, fix };
    },
  },
  {
    name: 'write scopes',
    look: ({ scopes }) => {
      const empty = scopes.filter(({ scope, files }) => files === 0 && scope === 'code');
      if (scopes.length === 0) return [];
      if (empty.length === 0) return ok('agents that write code find it in their scope');
      const where = empty.map(({ scope, globs }) => `${scope} is ${globs.join(' ')}`).join('; ');
      return {
        health: 'warn',
        why: `no file matches: ${where}. Agents write there and nowhere else`,
        fix: 'write your scopes into .github/bitnet-flow/profile.yml (docs/profiles.md), then name it: bitnet-flow init --profile NAME --profile-file .github/bitnet-flow/profile.yml',
      };
    },
  },
  {
    name: 'isolation',
    look: ({ isolation, isolationRequired }) => {
      if ('unknown' in isolation) return { health: 'unknown', why: isolation.unknown };
      const level = isolation.known;
      if (level === 'namespace') return ok('gate commands run in namespaces of their own');
      const why = `here gate commands are isolated by ${level === 'uid' ? 'another user id' : 'their environment only'}`;
      if (isolationRequired)
        return {
          health: 'fail',
          why: `${why}, and the profile asks for more`,
          fix: 'run it on Linux with util-linux and user namespaces',
        };
      return level === 'uid'
        ? ok(why)
        : {
            health: 'warn',
            why: `${why}; evidence will say so`,
            fix: 'run it on Linux with util-linux and user namespaces',
          };
    },
  },
  {
    name: 'git',
    look: ({ git }) => (git === undefined ? { health: 'fail', why: 'git does not run', fix: 'install git' } : ok(git)),
  },
  {
    name: 'node',
    look: ({ node }) =>
      Number(/^v(\d+)\./.exec(node)?.[1]) >= OLDEST_NODE
        ? ok(node)
        : { health: 'fail', why: `${node} is older than ${OLDEST_NODE}`, fix: `install Node ${OLDEST_NODE} or newer` },
  },
];

/** Which gates run on this machine. */
export const GATE_CHECKS: readonly Check<LocalObserved>[] = [
  {
    name: 'setup',
    look: ({ lockMissing }) =>
      lockMissing === true
        ? {
            health: 'warn',
            why: 'npm ci needs a package-lock.json, and git has none: every gate that runs a command fails',
            fix: 'npm install --package-lock-only && git add package-lock.json',
          }
        : [],
  },
  { name: '', look: gateVerdicts },
];

/** Programs that are of use and not needed. */
export const EXTRA_CHECKS: readonly Check<LocalObserved>[] = [
  {
    name: '',
    look: ({ extras }) =>
      extras.map(({ name, version, use, install }) =>
        version === undefined
          ? { of: name, health: 'warn', why: `not here; ${use}`, fix: install }
          : { of: name, health: 'ok', why: version },
      ),
  },
];

function generatedFiles({ config, chosenError, files }: LocalObserved): Verdict | readonly Verdict[] {
  if (config.state !== 'ok' || chosenError !== undefined) return [];
  const of = (...states: string[]) => files.filter(({ state }) => states.includes(state)).map(({ path }) => path);
  const differing = of('differs');
  const stale = of('create', 'update');
  const verdicts: Verdict[] = [];
  if (stale.length > 0)
    verdicts.push({ health: 'fail', why: `missing or old: ${listed(stale)}`, fix: 'bitnet-flow init' });
  for (const path of differing) {
    verdicts.push({
      health: path.includes('/workflows/') ? 'fail' : 'warn',
      why: `somebody changed ${path}`,
      fix: `bitnet-flow init --print ${path} | diff ${path} - ; then bitnet-flow init --force`,
    });
  }
  return verdicts.length > 0 ? verdicts : ok(`${files.length} files are what init gives`);
}

function pins({ uses }: LocalObserved): Verdict | readonly Verdict[] {
  if (uses.length === 0) return [];
  const loose = uses.filter((one) => !/@[0-9a-f]{40}$/.test(one.uses));
  const placeholder = uses.filter((one) => /@0{40}$/.test(one.uses));
  const fix = 'bitnet-flow init --actions owner/repository@<40-digit commit sha>';
  if (placeholder.length > 0)
    return {
      health: 'fail',
      why: `${placeholder[0]!.file} pins the sha of no commit: a version that is not released`,
      fix,
    };
  if (loose.length > 0)
    return { health: 'fail', why: `${loose[0]!.file} takes ${loose[0]!.uses}, which can be moved to other code`, fix };
  return ok(`${uses.length} uses of our actions, each by a full sha`);
}

function listed(paths: readonly string[]): string {
  return paths.length > 4 ? `${paths.slice(0, 3).join(', ')} and ${paths.length - 3} more` : paths.join(', ');
}
