import { allowsInput } from '../core/allowance.ts';
import { baselineEvidence } from '../core/benchmarks/baseline.ts';
import { measuredText, type BenchmarkFault, type Measured } from '../core/benchmarks/report.ts';
import { readBenchmarks } from '../core/benchmarks/run.ts';
import { count } from '../core/check-gate.ts';
import { evidence } from '../core/evidence.ts';
import { defineGate, type Annotation, type GateObservation, type GateResult } from '../core/gate.ts';
import { machineFingerprint } from '../core/machine.ts';
import { annotate, isResult, judgeable, plainResult } from '../core/method-run.ts';
import { listSetting, type Profile } from '../core/profile.ts';
import { compileGlobs } from '../core/globs.ts';

/** Where benchmarks lie when the profile says nothing else. */
const FILES = ['**/benches/**', '**/examples/hot_path*.rs', 'bench/**', 'benchmarks/**'];

const globsOf = (profile: Profile) => listSetting(profile, 'benchmarks', 'files', FILES);

export const benchmarks = defineGate({
  name: 'benchmarks',
  title: 'Benchmarks',
  description:
    'Measures and records a baseline with the machine it is of; a benchmark that did not measure is no baseline. Nothing is compared.',
  inputs: allowsInput,
  numbers: {
    measured: 'Benchmarks with a value that stands in the baseline.',
    findings: 'Values that are no measurement, and benchmarks that did not run.',
  },
  // A method whose list is empty has nothing to run on, and the next is tried.
  words: ({ profile, paths }) => {
    const own = benchmarkFiles(profile, paths);
    const hot = own.flatMap((path) => /(?:^|\/)examples\/(hot_path\w*)\.rs$/.exec(path)?.[1] ?? []);
    return { benches: own.filter((path) => /(?:^|\/)benches\/.*\.rs$/.test(path)), 'hot-paths': [...new Set(hot)] };
  },
  collect: {
    commands: true,
    commandsWhen: ({ profile, paths }) => benchmarkFiles(profile, paths).length > 0,
    files: globsOf,
    machine: true,
  },
  evaluate(observation) {
    const { profile, paths, before, machine } = observation;
    const files = benchmarkFiles(profile, paths);
    if (files.length === 0) {
      const gone = [...before.keys()].filter((path) => !paths.includes(path));
      const where = globsOf(profile).join(', ');
      return gone.length > 0
        ? plainResult('fail', 'benchmarks', `the branch takes every benchmark away: ${gone.slice(0, 3).join(', ')}`)
        : plainResult('skipped', 'benchmarks', `there are none: no file matches ${where}`, 'n/a-surface');
    }
    const commands = judgeable(observation, 'benchmarks');
    if (isResult(commands)) return commands;
    if (machine === undefined) return plainResult('fail', 'benchmarks', 'the machine that they ran on is not known');
    const expected = listSetting(profile, 'benchmarks', 'expected', []);
    const run = readBenchmarks(commands, expected, observation.files);
    if (run.faults.length > 0) return refuse(run.faults, run.measured, files, observation);
    const tools = commands.map(({ toolVersion }) => toolVersion);
    return {
      verdict: 'pass',
      evidence: baselineEvidence(run.measured, machineFingerprint(machine, tools), machine),
      annotations: [],
      rows: rowsOf(run.measured),
      numbers: { measured: run.measured.length, findings: 0 },
    };
  },
});

function benchmarkFiles(profile: Profile, paths: readonly string[]): string[] {
  return paths.filter(compileGlobs(globsOf(profile), 'gates.benchmarks.settings.files').matches);
}

function rowsOf(measured: readonly Measured[]): GateResult['rows'] {
  return measured.map((one) => ({ item: one.name, status: 'measured', detail: detailOf(one) }));
}

function detailOf(one: Measured): string {
  return one.detail === '' ? measuredText(one) : `${measuredText(one)}; ${one.detail}`;
}

/** No baseline at all when one value is none: a part of them would be compared as the whole later. */
function refuse(
  faults: readonly BenchmarkFault[],
  measured: readonly Measured[],
  paths: readonly string[],
  { files }: GateObservation,
): GateResult {
  const titles = [...new Set(faults.map(({ title }) => title))];
  return {
    verdict: 'fail',
    evidence: [
      evidence('benchmarks', `no baseline: ${count(faults.length, 'finding')}, ${measured.length} measured`),
      ...titles.map((title) => {
        const about = faults.filter((fault) => fault.title === title);
        return evidence(title, about.length === 1 ? said(about[0]!) : about.map((fault) => fault.about).join(', '));
      }),
    ],
    annotations: faults.map((fault) => note(fault, paths, files)),
    rows: [
      ...faults.map((fault) => ({ item: fault.about, status: fault.title, detail: fault.detail })),
      ...rowsOf(measured),
    ],
    numbers: { measured: measured.length, findings: faults.length },
  };
}

const said = ({ about, detail }: BenchmarkFault) => `${about}: ${detail}`;

/** On the line that names the benchmark, else on the first benchmark file. */
function note(fault: BenchmarkFault, paths: readonly string[], files: ReadonlyMap<string, string>): Annotation {
  // Of `dot/4096` the group and the function are strings of their own in the source.
  const wanted = [fault.about, ...fault.about.split('/').flatMap((part) => [`"${part}"`, `'${part}'`])];
  for (const name of wanted)
    for (const [path, text] of files) {
      const line = text.split('\n').findIndex((one) => one.includes(name));
      if (line >= 0) return annotate('failure', path, line + 1, fault.title, said(fault));
    }
  return annotate('failure', paths[0]!, 1, fault.title, said(fault));
}
