import { allowsInput } from '../core/allowance.ts';
import { checkProblem, count, findingAnnotations, readCheck } from '../core/check-gate.ts';
import { evidence } from '../core/evidence.ts';
import { defineGate, type Annotation, type CommandResult, type GateResult } from '../core/gate.ts';
import { isResult, judgeable, plainResult } from '../core/method-run.ts';
import { NAME } from '../core/names.ts';
import { listSetting } from '../core/profile.ts';
import { failures, readRuns, unloadedNotes } from '../core/testing/run.ts';

/** Each costs a build and a test run of its own. */
const MOST = 3;

export const features = defineGate({
  name: 'features',
  title: 'Features',
  description: 'Builds and tests at most three combinations of features that the profile names, each by itself.',
  inputs: allowsInput,
  numbers: {
    ok: 'Combinations that build and whose tests pass.',
    failed: 'Combinations that do not, or did not run.',
    skipped: 'Combinations that need a tool which is not there; they never count as ok.',
    passed: 'Tests that passed, over all combinations.',
  },
  progress: { key: 'failed', better: 'lower' },
  collect: {
    commands: true,
    commandsWhen: ({ profile }) => (profile.gates.features?.methods.length ?? 0) > 0,
    files: () => [],
    judgesUnmet: true,
  },
  evaluate(observation) {
    const { profile, paths, runs } = observation;
    const names = listSetting(profile, 'features', 'combinations', []);
    const problem = namesProblem(names);
    if (names.length === 0 && !paths.some((path) => /(^|\/)Cargo\.toml$/.test(path)))
      return plainResult('skipped', 'features', 'no Cargo.toml: there are no features', 'n/a-surface');
    if (problem !== undefined) return plainResult('fail', 'features', problem);
    const unmet = runs.flatMap(({ commands }) => commands.filter(isUnmet));
    const met = runs.map((run) => ({ ...run, commands: run.commands.filter((command) => !isUnmet(command)) }));
    const nothing = unmet.length > 0 && met.every(({ commands }) => commands.length === 0);
    const commands = nothing ? [] : judgeable({ ...observation, runs: met }, 'features');
    return isResult(commands) ? commands : judge(names, commands, unmet);
  },
});

const isUnmet = ({ unmet }: CommandResult) => unmet !== undefined && unmet.length > 0;

function namesProblem(names: readonly string[]): string | undefined {
  if (names.length === 0) return 'the profile names no combination: set `combinations`';
  if (names.length > MOST) return `${names.length} combinations, at most ${MOST} are run`;
  const odd = names.find((name, i) => !NAME.test(name) || names.indexOf(name) !== i);
  return odd === undefined ? undefined : `combinations: ${JSON.stringify(odd)} is no name, or stands twice`;
}

interface Combination {
  readonly name: string;
  readonly status: 'pass' | 'fail' | 'skipped';
  readonly detail: string;
  readonly passed: number;
  readonly annotations: readonly Annotation[];
}

function judge(
  names: readonly string[],
  commands: readonly CommandResult[],
  unmet: readonly CommandResult[],
): GateResult {
  const all = [...commands, ...unmet];
  const known = names.flatMap((name) => [`${name}-build`, `${name}-test`]);
  const stray = all.find(({ step }) => !known.includes(step));
  if (stray !== undefined) return plainResult('fail', 'features', `the step ${stray.step} belongs to no combination`);
  const twin = all.find((one, i) => all.findIndex((other) => sameCommand(one, other)) !== i);
  if (twin !== undefined) return plainResult('fail', 'features', `${twin.step} is the command of another combination`);

  const combinations = names.map((name) => judgeOne(name, commands, unmet));
  const of = (status: Combination['status']) => combinations.filter((one) => one.status === status);
  const [ok, failed, skipped] = [of('pass'), of('fail'), of('skipped')];
  const said = [`${ok.length}/${names.length} ok`, ...(skipped.length > 0 ? [`${skipped.length} skipped`] : [])];
  const verdict = failed.length > 0 ? 'fail' : ok.length > 0 ? 'pass' : 'skipped';
  return {
    verdict,
    ...(verdict === 'skipped' ? { reason: 'missing-tool' as const } : {}),
    evidence: [
      evidence('smoke', said.join(', ')),
      ...combinations.map(({ name, status, detail }) => evidence(name, `${status}: ${detail}`)),
    ],
    annotations: combinations.flatMap(({ annotations }) => annotations),
    rows: combinations.map(({ name, status, detail }) => ({ item: name, status, detail })),
    numbers: {
      ok: ok.length,
      failed: failed.length,
      skipped: skipped.length,
      passed: combinations.reduce((sum, one) => sum + one.passed, 0),
    },
  };
}

const sameCommand = (a: CommandResult, b: CommandResult) => a.argv.join('\0') === b.argv.join('\0');

function judgeOne(name: string, commands: readonly CommandResult[], unmet: readonly CommandResult[]): Combination {
  const find = (list: readonly CommandResult[], kind: string) => list.find(({ step }) => step === `${name}-${kind}`);
  const row = (status: Combination['status'], detail: string, more: Partial<Combination> = {}): Combination => ({
    name,
    status,
    detail,
    passed: 0,
    annotations: [],
    ...more,
  });
  const lacking = ['build', 'test'].flatMap((kind) => find(unmet, kind)?.unmet ?? []);
  if (lacking.length > 0) return row('skipped', `not installed: ${[...new Set(lacking)].join(', ')}`);
  const build = find(commands, 'build');
  const test = find(commands, 'test');
  if (build === undefined || test === undefined)
    return row('fail', `${build === undefined ? 'build' : 'test'} did not run`);

  const check = readCheck(build);
  const notes = findingAnnotations(check.findings);
  const unclear = checkProblem(build, check);
  if (unclear !== undefined) return row('fail', `build: ${unclear}`, { annotations: notes });
  const errors = check.findings.filter(({ level }) => level === 'error').length;
  if (errors > 0 || build.exitCode !== 0)
    return row('fail', `build: ${count(errors, 'error')}`, { annotations: notes });

  const report = readRuns([test]);
  const { passed, failed, ignored, unloaded } = report;
  const more = { passed, annotations: [...notes, ...failures(report), ...unloadedNotes(report, 'failure')] };
  if (report.problem !== undefined) return row('fail', `test: ${report.problem}`, more);
  if (passed + failed === 0) return row('fail', 'no test ran', more);
  const detail = `${passed}/${passed + failed} pass${ignored > 0 ? `, ${ignored} ignored` : ''}`;
  const green = failed + unloaded.length === 0 && test.exitCode === 0;
  return row(green ? 'pass' : 'fail', detail, more);
}
