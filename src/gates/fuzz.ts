import { allowanceOf, allowsInput } from '../core/allowance.ts';
import { count, unreadableResult } from '../core/check-gate.ts';
import { evidence, type Evidence } from '../core/evidence.ts';
import { FUZZ_MANIFEST, fuzzTargets, type FuzzTarget } from '../core/fuzz/targets.ts';
import {
  defineGate,
  type Annotation,
  type CommandResult,
  type GateObservation,
  type GateResult,
  type ReportFile,
} from '../core/gate.ts';
import { compileGlobs } from '../core/globs.ts';
import { annotate, isResult, judgeable, plainResult } from '../core/method-run.ts';
import { minimisedOf, parseFuzzRun, type FuzzRun } from '../core/parsers/libfuzzer.ts';
import { listSetting, type Profile } from '../core/profile.ts';
import { randomisedCases } from '../core/fuzz/property-run.ts';
import { failures, readRuns, runLabel, unloadedNotes } from '../core/testing/run.ts';

/** Seconds for all targets together, and the least that one of them gets. */
const SECONDS = 120;
const LEAST_SECONDS = 5;

export const fuzz = defineGate({
  name: 'fuzz',
  title: 'Fuzz',
  description:
    'Gives each fuzz target random inputs for its share of a budget, or runs the randomised property tests where that cannot be; counts what was executed.',
  inputs: allowsInput,
  numbers: {
    crashers: 'Targets that broke, or property tests that failed.',
    executions: 'Inputs that were executed, over all targets or property tests.',
    targets: 'Fuzz targets that were run; 0 for a property run.',
  },
  progress: { key: 'crashers', better: 'lower' },
  keeps: ['fuzz/artifacts/**'],
  words: ({ profile, paths, files, commands, each }) => {
    const targets = targetsOf(files.get(FUZZ_MANIFEST));
    const seconds = secondsOf(profile);
    const share = Math.max(LEAST_SECONDS, Math.floor(seconds / Math.max(1, targets.length)));
    const broken = commands
      .filter(({ parser }) => parser === 'libfuzzer')
      .map((one) => ({ target: one.each ?? '', crash: parseFuzzRun(one).crash }));
    const inputs = broken.flatMap(({ target, crash }) =>
      each === undefined || each === target ? (crash?.artefacts ?? []) : [],
    );
    return {
      targets: targets.map(({ name }) => name),
      seconds: [String(share)],
      // A name that begins with a dash would be an option.
      properties: propertyFiles(profile, paths).map((path) => (path.startsWith('-') ? `./${path}` : path)),
      'property-targets': propertyFiles(profile, paths).flatMap((path) => {
        const name = /(?:^|\/)tests\/([^/]+)\.rs$/.exec(path)?.[1];
        return name === undefined ? [] : [`--test=${name}`];
      }),
      crashed: broken.filter(({ crash }) => (crash?.artefacts.length ?? 0) > 0).map(({ target }) => target),
      crash: inputs.slice(0, 1).map(({ path }) => path),
    };
  },
  collect: {
    commands: true,
    commandsWhen: ({ profile, paths }) => paths.includes(FUZZ_MANIFEST) || propertyFiles(profile, paths).length > 0,
    files: () => [FUZZ_MANIFEST],
  },
  evaluate(observation): GateResult {
    const { files, before, profile, paths, allowances } = observation;
    const problem = settingsProblem(profile);
    if (problem !== undefined) return plainResult('fail', 'fuzz', problem);
    const targets = targetsOf(files.get(FUZZ_MANIFEST));
    const gone = targetsOf(before.get(FUZZ_MANIFEST)).filter(
      ({ name }) => !targets.some((target) => target.name === name) && allowanceOf(allowances, [name]) === undefined,
    );
    if (gone.length > 0) {
      const said = `the branch takes away ${gone.map(({ name }) => name).join(', ')}; the issue does not allow it`;
      const annotations = paths.includes(FUZZ_MANIFEST)
        ? [annotate('failure', FUZZ_MANIFEST, 1, 'fuzz target gone', said)]
        : [];
      return { ...plainResult('fail', 'fuzz', said), annotations };
    }
    if (targets.length === 0 && propertyFiles(profile, paths).length === 0)
      return plainResult('skipped', 'fuzz', 'no fuzz target and no property test in the tree', 'n/a-surface');
    const commands = judgeable(observation, 'fuzz', { stopped: true });
    if (isResult(commands)) return commands;
    return commands.some(({ parser }) => parser === 'libfuzzer' || parser === 'fuzz-targets')
      ? judgeTargets(targets, commands, observation)
      : judgeProperties(commands);
  },
});

function targetsOf(manifest: string | undefined): readonly FuzzTarget[] {
  return manifest === undefined ? [] : fuzzTargets(manifest);
}

function propertyFiles(profile: Profile, paths: readonly string[]): string[] {
  const { matches } = compileGlobs(listSetting(profile, 'fuzz', 'properties', []));
  return paths.filter(matches);
}

function secondsOf(profile: Profile): number {
  const value = profile.gates.fuzz?.settings['seconds'] ?? SECONDS;
  return typeof value === 'number' ? value : SECONDS;
}

function settingsProblem(profile: Profile): string | undefined {
  const seconds = profile.gates.fuzz?.settings['seconds'] ?? SECONDS;
  return typeof seconds === 'number' && Number.isInteger(seconds) && seconds >= LEAST_SECONDS && seconds <= 21_600
    ? undefined
    : `seconds: ${String(seconds)} is no whole number from ${LEAST_SECONDS} to 21600`;
}

interface TargetRun extends FuzzRun {
  readonly target: FuzzTarget;
  readonly minimised?: ReportFile | undefined;
}

function judgeTargets(
  targets: readonly FuzzTarget[],
  commands: readonly CommandResult[],
  { paths }: GateObservation,
): GateResult {
  const stray = commands.find(({ parser }) => !['fuzz-targets', 'libfuzzer', 'libfuzzer-tmin'].includes(parser));
  if (stray !== undefined) return unreadableResult('fuzz', `the parser ${stray.parser} does not read a fuzzer`);
  const list = commands.find(({ parser }) => parser === 'fuzz-targets');
  const other = list === undefined ? undefined : listedOtherwise(list, targets);
  if (other !== undefined) return unreadableResult('fuzz', other);
  const runs = targets.map((target): TargetRun => {
    const own = commands.filter(({ each }) => each === target.name);
    const command = own.find(({ parser }) => parser === 'libfuzzer');
    const small = own.find(({ parser }) => parser === 'libfuzzer-tmin');
    if (command === undefined) return { target, problem: 'it did not run', executions: 0, seconds: 0 };
    if (command.stopped === true) return { target, problem: 'it was ended by its budget', executions: 0, seconds: 0 };
    return { target, ...parseFuzzRun(command), minimised: small === undefined ? undefined : minimisedOf(small) };
  });
  const broken = runs.filter(({ crash }) => crash !== undefined);
  const failed = runs.filter(({ problem }) => problem !== undefined);
  const executions = runs.reduce((sum, run) => sum + run.executions, 0);
  const clean = broken.length === 0 && failed.length === 0;
  const said = clean
    ? 'clean'
    : [
        ...(broken.length > 0
          ? [`${count(broken.length, 'crash').replace(/crashs$/, 'crashes')} in ${names(broken)}`]
          : []),
        ...(failed.length > 0 ? [`no run of ${names(failed)}`] : []),
      ].join(', ');
  const known = new Set(paths);
  // The small one first: it is what somebody will look at.
  const inputs = broken.flatMap(({ minimised, crash }) => [
    ...(minimised === undefined ? [] : [minimised]),
    ...crash!.artefacts,
  ]);
  return {
    verdict: clean ? 'pass' : 'fail',
    evidence: [
      evidence('fuzz', said),
      evidence('executions', `${executions} in ${count(runs.length, 'target')}`),
      evidence(
        'seconds',
        runs.reduce((sum, run) => sum + run.seconds, 0),
      ),
      ...broken.slice(0, 3).map(crashEvidence),
      ...failed.slice(0, 3).map(({ target, problem }) => evidence(target.name, problem!)),
    ],
    annotations: [
      ...broken.map((run) => crashNote(run, known)),
      ...failed.map(({ target, problem, place }) =>
        annotate(
          'failure',
          place !== undefined && known.has(place.path) ? place.path : FUZZ_MANIFEST,
          place !== undefined && known.has(place.path) ? place.line : target.line,
          target.name,
          problem!,
        ),
      ),
    ],
    rows: [
      ...runs.map((run) => ({
        item: run.target.name,
        status: run.crash === undefined && run.problem === undefined ? 'pass' : 'fail',
        detail:
          run.problem ??
          (run.crash === undefined
            ? `${run.executions} executions in ${run.seconds} s`
            : `${run.crash.kind}: ${crashText(run)}`),
      })),
      ...inputs.map(({ path, bytes, sha256 }) => ({
        item: path,
        status: 'input',
        detail: `${count(bytes, 'byte')}, sha256 ${sha256}`,
      })),
    ],
    artefacts: inputs.map(({ path }) => path),
    numbers: { crashers: broken.length, executions, targets: runs.length },
  };
}

const names = (runs: readonly TargetRun[]) => runs.map(({ target }) => target.name).join(', ');

/** Where cargo-fuzz and the manifest name different targets. */
function listedOtherwise({ stdout, exitCode }: CommandResult, targets: readonly FuzzTarget[]): string | undefined {
  if (exitCode !== 0) return `cargo fuzz list: exit ${exitCode}`;
  const listed = stdout
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .sort();
  const declared = targets.map(({ name }) => name).sort();
  if (listed.join('\n') === declared.join('\n')) return undefined;
  return `cargo fuzz lists ${listed.join(', ') || 'nothing'}, ${FUZZ_MANIFEST} names ${declared.join(', ') || 'nothing'}`;
}

function crashEvidence({ target, crash, minimised }: TargetRun): Evidence {
  return evidence(
    target.name.slice(0, 40),
    [
      crash!.kind,
      ...crash!.artefacts.slice(0, 1).map(fileText),
      ...inputText(crash!.base64),
      ...smaller(minimised),
    ].join(', '),
  );
}

/** Everything that a person needs to see it again. */
function crashText({ target, crash, minimised }: TargetRun): string {
  const { kind, message, artefacts, base64 } = crash!;
  const first = artefacts[0];
  return [
    message === '' ? kind : message,
    ...artefacts.map((file) => `${file.path} (${fileText(file)})`),
    ...inputText(base64),
    ...(minimised === undefined ? [] : [`${minimised.path} (${fileText(minimised)})`]),
    ...(first === undefined ? [] : [`cargo fuzz run ${target.name} ${first.path}`]),
  ].join('; ');
}

const fileText = ({ bytes, sha256 }: ReportFile) => `${count(bytes, 'byte')}, sha256 ${sha256.slice(0, 12)}`;
const inputText = (base64: string | undefined) =>
  base64 === undefined ? [] : [`input ${base64 === '' ? 'empty' : base64}`];
const smaller = (file: ReportFile | undefined) =>
  file === undefined ? [] : [`minimised to ${count(file.bytes, 'byte')}`];

function crashNote(run: TargetRun, known: ReadonlySet<string>): Annotation {
  const { target, crash } = run;
  const place = crash!.place !== undefined && known.has(crash!.place.path) ? crash!.place : undefined;
  const path = place?.path ?? (known.has(target.path) ? target.path : FUZZ_MANIFEST);
  const line = place?.line ?? (path === FUZZ_MANIFEST ? target.line : 1);
  return annotate('failure', path, line, `${target.name}: ${crash!.kind}`, crashText(run));
}

/** Tests with random inputs, where no fuzzer can run: they pass, and inputs were really made. */
function judgeProperties(commands: readonly CommandResult[]): GateResult {
  const label = runLabel(commands);
  if (commands.some(({ stopped }) => stopped === true)) return unreadableResult('fuzz', 'ended by its budget');
  const report = readRuns(commands);
  const cases = randomisedCases(commands);
  const crashers = report.failed + report.unloaded.length;
  const numbers = { crashers, executions: cases, targets: 0 };
  if (report.problem !== undefined) return unreadableResult(label, report.problem, numbers);
  const total = report.passed + report.failed;
  const random = cases > 0;
  const clean = total > 0 && crashers === 0 && random;
  const said =
    crashers > 0
      ? `${count(crashers, 'failure')} in the property run`
      : random
        ? 'clean in a randomised property run'
        : 'no randomised case was run';
  return {
    verdict: clean ? 'pass' : 'fail',
    evidence: [
      evidence('fuzz', total === 0 && crashers === 0 ? 'no property test ran' : said),
      evidence('executions', `${count(cases, 'random case')}`),
      evidence(label, `${report.passed}/${total} pass`),
    ],
    annotations: [...failures(report), ...unloadedNotes(report, 'failure')],
    rows: [
      {
        item: label,
        status: clean ? 'pass' : 'fail',
        detail: `${report.passed}/${total} pass, ${count(cases, 'random case')}`,
      },
      ...report.tests
        .filter(({ status }) => status === 'fail')
        .map(({ fullName, message }) => ({ item: fullName, status: 'fail', detail: message ?? '' })),
    ],
    numbers,
  };
}
