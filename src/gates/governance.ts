import { allowanceOf, allowsInput } from '../core/allowance.ts';
import { count } from '../core/check-gate.ts';
import { CODEOWNERS, ownersOf, readOwners } from '../core/codeowners.ts';
import { evidence } from '../core/evidence.ts';
import { defineGate, type Annotation, type GateObservation, type GateResult } from '../core/gate.ts';
import { annotate, plainResult } from '../core/method-run.ts';
import { listSetting } from '../core/profile.ts';
import { compileGlobs } from '../core/globs.ts';
import { incomparable } from '../core/history.ts';

const POLICIES = ['protected', 'licence-header', 'codeowners', 'sign-off', 'labels'] as const;
type Policy = (typeof POLICIES)[number];
const SETTINGS: readonly string[] = [...POLICIES, 'licence-files', 'sign-off-exempt'];
/** Lines in which a licence header stands. */
const HEADER_LINES = 12;

interface Violation {
  readonly policy: Policy;
  readonly message: string;
  readonly path?: string;
}

export const governance = defineGate({
  name: 'governance',
  title: 'Governance',
  description: 'The policies of the profile hold: protected files, licence headers, owners, sign-off, labels.',
  inputs: allowsInput,
  numbers: { policies: 'Policies that were judged.', findings: 'Violations found.' },
  progress: { key: 'findings', better: 'lower' },
  collect: { commands: false, files: () => ['**'], changedOnly: true, always: CODEOWNERS, history: 'commits' },
  evaluate(observation): GateResult {
    const settings = observation.profile.gates.governance?.settings ?? {};
    const unknown = Object.keys(settings).find((key) => !SETTINGS.includes(key));
    if (unknown !== undefined)
      return plainResult('fail', 'governance', `the profile sets ${unknown}, which is no policy`);
    const flag = (['codeowners', 'sign-off'] as const).find(
      (key) => settings[key] !== undefined && typeof settings[key] !== 'boolean',
    );
    if (flag !== undefined) return plainResult('fail', 'governance', `the policy ${flag} is true or false`);
    const asked = POLICIES.filter((policy) => settings[policy] !== undefined && settings[policy] !== false);
    if (asked.length === 0) return plainResult('skipped', 'governance', 'the profile sets no policy', 'n/a-surface');
    const { history } = observation;
    if (history?.mergeBase === undefined) {
      return plainResult('fail', 'governance', incomparable(history));
    }
    const judged = asked.map((policy) => ({ policy, found: JUDGES[policy](observation) }));
    const violations = judged.flatMap(({ found }) => found);
    const notes: Annotation[] = violations.flatMap(({ path, policy, message }) =>
      path === undefined ? [] : [annotate('failure', path, 1, policy, message)],
    );
    return {
      verdict: violations.length === 0 ? 'pass' : 'fail',
      evidence: [
        evidence('governance', violations.length === 0 ? 'clear' : count(violations.length, 'violation')),
        evidence('policies', asked.join(', ')),
        ...violations.slice(0, 3).map(({ policy, message }) => evidence(policy, message)),
      ],
      annotations: notes,
      rows: judged.map(({ policy, found }) => ({
        item: policy,
        status: found.length === 0 ? 'pass' : 'fail',
        detail: found.length === 0 ? 'holds' : `${count(found.length, 'violation')}: ${found[0]!.message}`,
      })),
      numbers: { policies: asked.length, findings: violations.length },
    };
  },
});

const setting = (observation: GateObservation, key: string, fallback: readonly string[] = []) =>
  listSetting(observation.profile, 'governance', key, fallback);

const JUDGES: Readonly<Record<Policy, (observation: GateObservation) => Violation[]>> = {
  protected(observation) {
    const { matches } = compileGlobs(setting(observation, 'protected'));
    return observation
      .history!.files.filter(({ path }) => matches(path) && allowanceOf(observation.allowances, [path]) === undefined)
      .map(({ path }) => ({ policy: 'protected', path, message: `${path} is protected and was changed` }));
  },
  'licence-header'(observation) {
    const { matches } = compileGlobs(setting(observation, 'licence-files', observation.profile.scopes.code));
    const wanted = setting(observation, 'licence-header');
    return observation
      .history!.files.filter(({ path, newMode }) => matches(path) && newMode.startsWith('100'))
      .flatMap(({ path }): Violation[] => {
        const head = observation.files.get(path)?.split('\n', HEADER_LINES).join('\n');
        if (head === undefined) return [{ policy: 'licence-header', path, message: `${path} was not read` }];
        const missing = wanted.find((line) => !head.includes(line));
        return missing === undefined
          ? []
          : [{ policy: 'licence-header', path, message: `${path} does not begin with ${missing}` }];
      });
  },
  codeowners(observation) {
    const { files, before, changed, history } = observation;
    // As the base has it: a branch does not choose who owns it.
    const text = CODEOWNERS.map((path) => (changed.includes(path) ? before.get(path) : files.get(path))).find(
      (found) => found !== undefined,
    );
    if (text === undefined) return [{ policy: 'codeowners', message: 'the base has no CODEOWNERS file' }];
    const rules = readOwners(text);
    return history!.files
      .filter(({ path }) => ownersOf(rules, path).length === 0)
      .map(({ path }) => ({ policy: 'codeowners', path, message: `${path} has no owner` }));
  },
  'sign-off'(observation) {
    const { commits, commitCount } = observation.history!;
    const exempt = setting(observation, 'sign-off-exempt');
    const unread: Violation[] =
      commits.length < commitCount
        ? [{ policy: 'sign-off', message: `${commits.length} of ${commitCount} commits were read` }]
        : [];
    return [
      ...unread,
      ...commits
        .filter(({ parents, email, message }) => {
          const signers = [...message.matchAll(/^Signed-off-by: .*<([^<>]+)>\s*$/gm)].map(([, address]) =>
            address!.toLowerCase(),
          );
          return parents.length < 2 && !exempt.includes(email) && !signers.includes(email.toLowerCase());
        })
        .map(({ sha, author }): Violation => ({
          policy: 'sign-off',
          message: `${sha.slice(0, 7)} is not signed off by its author ${author}`,
        })),
    ];
  },
  labels(observation) {
    const { labels } = observation;
    if (labels === undefined) return [{ policy: 'labels', message: 'the labels are not known here' }];
    return setting(observation, 'labels')
      .filter((label) => !labels.includes(label))
      .map((label) => ({ policy: 'labels', message: `the label ${label} is missing` }));
  },
};
