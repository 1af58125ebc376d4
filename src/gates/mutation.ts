import { allowanceOf, allowsInput } from '../core/allowance.ts';
import { count, unreadableResult } from '../core/check-gate.ts';
import { evidence } from '../core/evidence.ts';
import { defineGate, type CommandResult, type GateObservation, type GateResult } from '../core/gate.ts';
import { labelsInput } from '../core/labels-input.ts';
import { annotate, isResult, judgeable, plainResult } from '../core/method-run.ts';
import {
  mutationScore,
  noReport,
  notScore,
  tallyMutants,
  type Mutant,
  type MutationReport,
} from '../core/mutation/report.ts';
import { productionChanges, touchesCode } from '../core/mutation/surface.ts';
import { parseCargoMutants } from '../core/parsers/cargo-mutants.ts';
import { parseStryker } from '../core/parsers/stryker.ts';
import { listSetting, type Profile } from '../core/profile.ts';
import { compileGlobs } from '../core/globs.ts';

/** Percent; each is a setting of the profile. */
const DEFAULTS = { threshold: 80, 'threshold-high-risk': 85, 'minimum-share': 75, 'minimum-sample': 30 } as const;
/** Files by which a repository tells a mutation tool what to leave out, and results that it might take over. */
const STEERING = [
  '**/.cargo/mutants.toml',
  '**/stryker.conf.*',
  '**/stryker.config.*',
  '**/.stryker*',
  '**/stryker-incremental.json',
];
const HIGH_RISK = 'risk:high';
/** Settings that are lists of globs. */
const LISTS = ['steering', 'files', 'files-left-out'];

export const mutation = defineGate({
  name: 'mutation',
  title: 'Mutation',
  description:
    'Makes small faults in the changed code and counts how many of them the tests catch; too few that were tested are no score.',
  inputs: allowsInput.extend(labelsInput.shape),
  numbers: {
    score: 'Percent of the answered mutants that a test caught, rounded down.',
    survivors: 'Mutants that no test caught.',
    caught: 'Mutants that a test caught.',
    timeouts: 'Mutants with which the tests did not end; they count neither way.',
    unviable: 'Mutants that do not compile.',
    mutants: 'Mutants that there are.',
  },
  progress: { key: 'score', better: 'higher' },
  diff: true,
  words: ({ profile, changed, paths }) => {
    const files = productionChanges(profile, changed).filter((path) => paths.includes(path));
    return { changed: files.map(literally) };
  },
  collect: {
    commands: true,
    commandsWhen: ({ profile, base, changed }) => base === undefined || productionChanges(profile, changed).length > 0,
    files: (profile) => profile.scopes.code,
    changedOnly: true,
  },
  evaluate(observation): GateResult {
    const settings = readSettings(observation.profile);
    if (typeof settings === 'string') return plainResult('fail', 'mutation', settings);
    const { base, changed, profile, files, before, allowances } = observation;
    const production = productionChanges(profile, changed);
    if (base !== undefined && production.length === 0)
      return plainResult('skipped', 'mutation', unchanged(profile), 'n/a-surface');
    if ((profile.gates.mutation?.methods.length ?? 0) === 0 && observation.runs.length === 0)
      return plainResult('skipped', 'mutation', 'the profile names no tool for it', 'bounded-by-policy');
    const steering = compileGlobs(listSetting(profile, 'mutation', 'steering', STEERING)).matches;
    const steered = changed.filter((path) => steering(path) && allowanceOf(allowances, [path]) === undefined);
    if (steered.length > 0) {
      const said = `the branch changes ${steered.join(', ')}, which tells its judge what to leave out; the issue does not allow it`;
      return {
        ...plainResult('fail', 'mutation', said),
        annotations: steered.map((path) => annotate('failure', path, 1, 'steers its judge', said)),
      };
    }
    const muted = production.flatMap((path) => mutedAt(path, before.get(path), files.get(path)));
    const left = muted.filter(({ path }) => allowanceOf(allowances, [path]) === undefined);
    if (left.length > 0) {
      const places = left.map(({ path, line }) => `${path}:${line}`).join(', ');
      const said = `the branch takes code of its own out of the mutants: ${places}; the issue does not allow it`;
      return {
        ...plainResult('fail', 'mutation', said),
        annotations: left.map(({ path, line }) => annotate('failure', path, line, 'steers its judge', said)),
      };
    }
    const commands = judgeable(observation, 'mutation', { stopped: true });
    if (isResult(commands)) return commands;
    const unnamed = commands.at(-1)!.parser === 'stryker' ? production.find((path) => /[,:]/.test(path)) : undefined;
    if (unnamed !== undefined) return plainResult('fail', 'mutation', `${unnamed} cannot be named to Stryker`);
    const report = readReport(commands);
    if (report.problem !== undefined) return unreadableResult('mutation', report.problem);
    if (report.mutants.length === 0) {
      const touched = production.filter((path) => touchesCode(path, before.get(path), files.get(path)));
      return base !== undefined && touched.length === 0
        ? plainResult(
            'skipped',
            'mutation',
            `no code in ${count(production.length, 'changed file')} that a mutant could be made of`,
            'n/a-surface',
          )
        : plainResult('fail', 'mutation', `0 mutants of ${touched.join(', ') || 'the code'}: that is no score`);
    }
    return judge(report, settings, observation);
  },
});

/** What did not change; where the profile names a part of the code, that part. */
function unchanged(profile: Profile): string {
  const part = listSetting(profile, 'mutation', 'files', []);
  return part.length === 0 ? 'no production code changed' : `nothing changed in ${part.join(', ')}`;
}

/** Words in the code itself by which a tool makes no mutant of it. */
const MUTES = /\bmutants\s*::\s*skip\b|\bStryker disable\b/;

/** The lines that mute a tool in a file of the branch, where there are more of them than at the base. */
function mutedAt(path: string, before = '', after = ''): { readonly path: string; readonly line: number }[] {
  const old = before.split('\n').filter((line) => MUTES.test(line));
  return after.split('\n').flatMap((line, i) => {
    if (!MUTES.test(line)) return [];
    const at = old.indexOf(line);
    if (at < 0) return [{ path, line: i + 1 }];
    old.splice(at, 1);
    return [];
  });
}

type Settings = Record<keyof typeof DEFAULTS, number>;

/** The profile's settings, or what is wrong with them. */
function readSettings(profile: Profile): Settings | string {
  const given = profile.gates.mutation?.settings ?? {};
  const unknown = Object.keys(given).find((key) => !(key in DEFAULTS) && !LISTS.includes(key));
  if (unknown !== undefined) return `the profile sets ${unknown}, which this gate does not know`;
  const settings: Settings = { ...DEFAULTS };
  for (const key of Object.keys(DEFAULTS) as (keyof Settings)[]) {
    const value = given[key] ?? DEFAULTS[key];
    const most = key === 'minimum-sample' ? 1_000_000 : 100;
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > most)
      return `${key}: ${String(value)} is no whole number from 1 to ${most}`;
    settings[key] = value;
  }
  return settings;
}

function readReport(commands: readonly CommandResult[]): MutationReport {
  const last = commands.at(-1)!;
  if (commands.length > 1) return noReport('more than one command: name one tool per method');
  if (last.parser === 'cargo-mutants') return parseCargoMutants(last);
  if (last.parser === 'stryker') return parseStryker(last);
  return noReport(`the parser ${last.parser} does not read mutants`);
}

function judge(report: MutationReport, settings: Settings, observation: GateObservation): GateResult {
  const { base, labels = [] } = observation;
  const tally = tallyMutants(report.mutants);
  const elsewhere = strangers(report, observation);
  const few =
    elsewhere ??
    notScore(report, { minimumShare: settings['minimum-share'], minimumSample: settings['minimum-sample'] });
  const threshold = labels.includes(HIGH_RISK) ? settings['threshold-high-risk'] : settings.threshold;
  const score = mutationScore(tally);
  const survivors = report.mutants.filter(({ state }) => state === 'missed');
  const passes = few === undefined && 100 * tally.caught >= threshold * (tally.caught + tally.missed);
  const numbers = {
    ...(score === undefined ? {} : { score }),
    survivors: tally.missed,
    caught: tally.caught,
    timeouts: tally.timeout,
    unviable: tally.unviable,
    mutants: tally.all,
  };
  const sample =
    report.shard === undefined || report.shard.of < 2 ? '' : `, shard ${report.shard.index}/${report.shard.of}`;
  const apart = (['timeout', 'unviable', 'ignored', 'untested'] as const)
    .filter((state) => tally[state] > 0)
    .map((state) => `${tally[state]} ${state}`);
  const tested = [`${tally.caught + tally.missed} of ${tally.all} answered`, ...apart].join(', ') + sample;
  const said = `${score ?? 0}% (>=${threshold}%)`;
  return {
    verdict: passes ? 'pass' : 'fail',
    evidence: [
      evidence('mutation score', few === undefined ? said : `none: ${few}`),
      evidence('survivors', tally.missed),
      evidence('mutants', tested),
      ...(base === undefined ? [evidence('code', 'all of it: there is no base')] : []),
      ...(labels.includes(HIGH_RISK) ? [evidence('risk', 'high')] : []),
    ],
    annotations: survivors.map((mutant) => survived(mutant, passes ? 'warning' : 'failure')),
    rows: [
      { item: 'mutation score', status: passes ? 'pass' : 'fail', detail: few ?? said },
      { item: 'mutants', status: 'read', detail: tested },
      ...survivors
        .slice(0, 50)
        .map(({ path, line, what }) => ({ item: `${path}:${line}`, status: 'survived', detail: what })),
      ...report.mutants
        .filter(({ state }) => state === 'timeout')
        .slice(0, 20)
        .map(({ path, line, what }) => ({ item: `${path}:${line}`, status: 'timeout', detail: what })),
    ],
    numbers,
  };
}

/** Mutants of code that this commit does not have: a report of another tree, or of what was made while tests ran. */
function strangers({ mutants, sources }: MutationReport, { paths, files }: GateObservation): string | undefined {
  const known = new Set(paths);
  const stray = mutants.find(({ path }) => !known.has(path));
  if (stray !== undefined) return `the report names ${stray.path}, which is not in this commit`;
  const other = [...(sources ?? [])].find(([path, text]) => files.has(path) && files.get(path) !== text);
  return other === undefined ? undefined : `the report was made of another text of ${other[0]}`;
}

function survived({ path, line, endLine, what }: Mutant, level: 'failure' | 'warning') {
  return annotate(level, path, line, 'no test catches this', `${what}: the tests pass all the same.`, endLine);
}

/** A path as a pattern that means itself alone: Stryker reads patterns. */
function literally(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@]/g, '\\$&');
}
