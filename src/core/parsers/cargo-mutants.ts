import { z } from 'zod';
import { FlowError } from '../errors.ts';
import type { CommandResult, ReportFile } from '../gate.ts';
import { noReport, type Mutant, type MutantState, type MutationReport } from '../mutation/report.ts';
import { parseStrictJson } from '../strict-json.ts';

const place = z.object({ line: z.int().min(1), column: z.int().min(1) });
const mutantSchema = z.object({
  name: z.string().min(1).max(4_000),
  file: z.string().min(1).max(1_000),
  span: z.object({ start: place, end: place }),
});
const count = z.int().min(0);
const outcomesSchema = z.object({
  outcomes: z.array(
    z.object({
      scenario: z.union([z.literal('Baseline'), z.object({ Mutant: mutantSchema })]),
      summary: z.enum(['Success', 'Failure', 'CaughtMutant', 'MissedMutant', 'Timeout', 'Unviable']),
    }),
  ),
  total_mutants: count,
  missed: count,
  caught: count,
  timeout: count,
  unviable: count,
  end_time: z.string().nullish(),
});
type Outcomes = z.infer<typeof outcomesSchema>;

const STATES: Readonly<Record<string, MutantState>> = {
  CaughtMutant: 'caught',
  MissedMutant: 'missed',
  Timeout: 'timeout',
  Unviable: 'unviable',
};
/** Characters of a report that are read: the most that a gate is given. */
const MAX_CHARS = 16 * 1024 * 1024;

/**
 * Reads a run of `cargo mutants`: `mutants.json` is what was to be tested, `outcomes.json` what became of it. Both are written while code of the branch
 * runs, so they are held against each other, against what the tool printed, and against its exit code. One that its budget ended has no summary and
 * no exit code; what it left is `untested`.
 */
export function parseCargoMutants(command: CommandResult): MutationReport {
  const { reports, stdout, stderr, exitCode, argv } = command;
  const stopped = command.stopped === true;
  const listed = named(reports, 'mutants.json');
  const written = named(reports, 'outcomes.json');
  const words = lastError(`${stdout}\n${stderr}`);
  if (listed === undefined && written === undefined) {
    const none = /^ *INFO No mutants (?:to filter|found)|^Found 0 mutants to test/m.test(`${stdout}\n${stderr}`);
    if (none && exitCode === 0 && !stopped) return { mutants: [] };
    return noReport(`cargo mutants left no report${words === '' ? '' : `: ${words}`} (exit ${exitCode})`);
  }
  const wanted = read(listed, 'mutants.json', z.array(mutantSchema));
  if (typeof wanted === 'string') return noReport(wanted);
  const run = read(written, 'outcomes.json', outcomesSchema);
  if (typeof run === 'string') return noReport(run);

  if (command.truncated) return noReport('output over the limit, it cannot be held against the report');
  const [baseline, ...rest] = run.outcomes;
  if (baseline?.scenario !== 'Baseline') return noReport('the tests were not run on the code without mutants');
  if (baseline.summary !== 'Success')
    return noReport(`the tests fail without any mutant${exitCode === 4 ? '' : ` (exit ${exitCode})`}`);
  const mutants = states(wanted, rest);
  if (typeof mutants === 'string') return noReport(mutants);
  const problem = contradiction(run, rest, mutants, command) ?? printedOtherwise(mutants, command);
  if (problem !== undefined) return noReport(problem);
  const shard = shardOf(argv);
  return { mutants: mutants.map(({ name: _, ...mutant }) => mutant), ...(shard === undefined ? {} : { shard }) };
}

interface NamedMutant extends Mutant {
  readonly name: string;
}

/** Every mutant that was to be tested with its state, or what does not fit. Two of one name are told apart by their number alone. */
function states(
  wanted: readonly z.infer<typeof mutantSchema>[],
  rest: Outcomes['outcomes'],
): readonly NamedMutant[] | string {
  const ends = new Map<string, MutantState[]>();
  for (const { scenario, summary } of rest) {
    if (scenario === 'Baseline') return 'outcomes.json has a second run without mutants';
    const state = STATES[summary];
    if (state === undefined) return `outcomes.json: ${summary} is no outcome of a tested mutant`;
    const { name } = scenario.Mutant;
    const list = ends.get(name);
    if (list === undefined) ends.set(name, [state]);
    else list.push(state);
  }
  const mutants = wanted.map(({ name, file, span }): NamedMutant => {
    const what = name.replace(/^.*?:\d+(?::\d+)?: /, '');
    const state = ends.get(name)?.shift() ?? 'untested';
    return { name, path: file, line: span.start.line, endLine: span.end.line, what, state };
  });
  const stray = [...ends].find(([, left]) => left.length > 0);
  return stray === undefined ? mutants : `outcomes.json names a mutant that mutants.json does not: ${stray[0]}`;
}

/** Where the report disagrees with itself, with the summary or with the exit code. */
function contradiction(
  run: Outcomes,
  rest: Outcomes['outcomes'],
  mutants: readonly Mutant[],
  { stdout, exitCode, stopped }: CommandResult,
): string | undefined {
  const has = (state: MutantState) => mutants.filter((mutant) => mutant.state === state).length;
  const [missed, caught, timeout, unviable] = [has('missed'), has('caught'), has('timeout'), has('unviable')];
  if (
    run.total_mutants !== rest.length ||
    run.missed !== missed ||
    run.caught !== caught ||
    run.timeout !== timeout ||
    run.unviable !== unviable
  )
    return 'the numbers of outcomes.json are not those of its list';
  if (stopped === true) return undefined;
  const summary = SUMMARY.exec(stdout);
  if (summary === null) return `cargo mutants ended without its summary (exit ${exitCode})`;
  const said = (word: string) => Number(new RegExp(`(\\d+) ${word}\\b`).exec(summary[2]!)?.[1] ?? 0);
  if (
    Number(summary[1]) !== rest.length ||
    said('missed') !== missed ||
    said('caught') !== caught ||
    said('timeouts?') !== timeout ||
    said('unviable') !== unviable
  )
    return `outcomes.json is not what the tool printed: ${summary[0]}`;
  if (run.end_time === null || run.end_time === undefined || has('untested') > 0)
    return 'the run did not come to its end';
  const expected = timeout > 0 ? 3 : missed > 0 ? 2 : 0;
  return exitCode === expected ? undefined : `exit ${exitCode}, the report asks for ${expected}`;
}

const SUMMARY = /^(\d{1,9}) mutants? tested(?: in [^:\n]*)?: ([^\n]*)$/m;
const LINE = /^(MISSED|TIMEOUT|caught|unviable) +(.*?)(?: +in \d+(?:\.\d+)?s build.*| \([^()]*\))?$/gm;
const PRINTED: Readonly<Record<string, MutantState>> = { MISSED: 'missed', TIMEOUT: 'timeout' };

/**
 * Every mutant that was missed or timed out is printed at once; code of the branch can add such lines, and take none away. A run that its budget ended
 * has nothing else to be held against, so there each answer needs its line, up to the one that was being written.
 */
function printedOtherwise(mutants: readonly NamedMutant[], { stdout, stopped }: CommandResult): string | undefined {
  const left = new Map<string, number>();
  const add = (key: string, by: number) => left.set(key, (left.get(key) ?? 0) + by);
  for (const { name, state } of mutants) if (state !== 'untested') add(`${state} ${name}`, 1);
  const lines = [...stdout.matchAll(LINE)].map(([, word, name]) => `${PRINTED[word!] ?? word!} ${name!}`);
  for (const [i, line] of lines.entries()) {
    const torn = stopped === true && i === lines.length - 1;
    if ((left.get(line) ?? 0) > 0) add(line, -1);
    else if (!torn) return `outcomes.json does not say what the tool printed: ${line}`;
  }
  if (stopped !== true) return undefined;
  const unprinted = [...left.values()].reduce((sum, n) => sum + n, 0);
  return unprinted <= 1
    ? undefined
    : `${unprinted} outcomes were not printed: give cargo mutants --caught and --unviable`;
}

/** `--shard k/n` of an argv. */
function shardOf(argv: readonly string[]): MutationReport['shard'] {
  const word = argv.find((_, i) => argv[i - 1] === '--shard') ?? argv.find((one) => one.startsWith('--shard='));
  const match = /(\d{1,6})\/(\d{1,6})$/.exec(word ?? '');
  return match === null ? undefined : { index: Number(match[1]), of: Number(match[2]) };
}

function named(reports: CommandResult['reports'], name: string): ReportFile | undefined {
  return [...reports.values()].find(({ path }) => path.endsWith(`mutants.out/${name}`));
}

function read<T>(report: ReportFile | undefined, name: string, schema: z.ZodType<T>): T | string {
  if (report?.text === undefined)
    return `${name}: ${report === undefined ? 'not there' : (report.refused ?? 'not text')}`;
  try {
    const parsed = schema.safeParse(parseStrictJson(report.text, 'bad-input', name, MAX_CHARS));
    if (parsed.success) return parsed.data;
    const issue = parsed.error.issues[0]!;
    return `${name}: ${issue.path.join('.') || 'report'}: ${issue.message}`;
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return `${name}: ${error.message}`;
  }
}

/** The tool's last word on what went wrong, without its level. */
function lastError(output: string): string {
  return /^(?:ERROR|Error:|error:) ?(.*)$/m.exec(output)?.[1] ?? '';
}
