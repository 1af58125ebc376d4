import { allowanceOf, allowsInput } from '../core/allowance.ts';
import { count } from '../core/check-gate.ts';
import { CODEOWNERS, ownersOf, readOwners } from '../core/codeowners.ts';
import { evidence } from '../core/evidence.ts';
import { defineGate, type Annotation, type GateObservation, type GateResult } from '../core/gate.ts';
import type { SettingValue } from '../core/gate-settings.ts';
import { compileGlobs } from '../core/globs.ts';
import { POLICY_FILE } from '../core/governance-policy.ts';
import { incomparable } from '../core/diff/history.ts';
import { labelsInput } from '../core/labels-input.ts';
import { annotate, plainResult } from '../core/method-run.ts';

const POLICIES = ['protected', 'licence-header', 'codeowners', 'sign-off', 'labels'] as const;
type Policy = (typeof POLICIES)[number];
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
  description:
    'The policies of the profile and of .github/bitnet-flow/policy.yml hold: protected files, licence headers, owners, sign-off, labels.',
  inputs: allowsInput.extend(labelsInput.shape),
  numbers: { policies: 'Policies that were judged.', findings: 'Violations found.' },
  progress: { key: 'findings', better: 'lower' },
  collect: {
    commands: false,
    files: () => ['**'],
    changedOnly: true,
    always: CODEOWNERS,
    history: 'commits',
    policy: true,
  },
  evaluate(observation): GateResult {
    const { policy } = observation;
    if (policy !== undefined && 'unreadable' in policy)
      return {
        ...plainResult('fail', 'governance', `the policies cannot be read, ${policy.unreadable}`),
        annotations: observation.paths.includes(POLICY_FILE)
          ? [annotate('failure', POLICY_FILE, policy.line, 'unreadable policies', policy.unreadable)]
          : [],
      };
    const settings = settingsHere(observation);
    const asked = POLICIES.filter(
      (name) =>
        (settings[name] !== undefined && settings[name] !== false) || (name === 'protected' && policy !== undefined),
    );
    if (asked.length === 0)
      return plainResult(
        'skipped',
        'governance',
        `neither the profile nor ${POLICY_FILE} sets a policy`,
        'n/a-surface',
      );
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
        ...(policy === undefined ? [] : [evidence('policy file', `as in ${policy.commit.slice(0, 12)}`)]),
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

/** The profile's settings, with those of the policy file in their place. */
function settingsHere({ profile, policy }: GateObservation): Readonly<Record<string, SettingValue | undefined>> {
  const settings = profile.gates.governance?.settings ?? {};
  if (policy === undefined || 'unreadable' in policy) return settings;
  const { version: _, ...given } = policy.policy;
  return { ...settings, ...given };
}

function setting(observation: GateObservation, key: string, fallback: readonly string[] = []): readonly string[] {
  const value = settingsHere(observation)[key];
  return typeof value === 'string' ? [value] : Array.isArray(value) ? (value as readonly string[]) : fallback;
}

const JUDGES: Readonly<Record<Policy, (observation: GateObservation) => Violation[]>> = {
  protected(observation) {
    // Policies that judge a branch are no business of the branch.
    const own = observation.policy === undefined ? [] : [POLICY_FILE];
    const { matches } = compileGlobs([...setting(observation, 'protected'), ...own]);
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
    if (labels === undefined)
      return [{ policy: 'labels', message: 'the labels are not known here: give the input labels' }];
    return setting(observation, 'labels')
      .filter((label) => !labels.includes(label))
      .map((label) => ({ policy: 'labels', message: `the label ${label} is missing` }));
  },
};
