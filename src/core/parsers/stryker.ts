import { z } from 'zod';
import { FlowError } from '../errors.ts';
import type { CommandResult, ReportFile } from '../gate.ts';
import { noReport, tallyMutants, type Mutant, type MutantState, type MutationReport } from '../mutation/report.ts';
import { parseStrictJson } from '../strict-json.ts';

const place = z.object({ line: z.int().min(1), column: z.int().min(0) });
const reportSchema = z.object({
  schemaVersion: z.string().regex(/^[12](?:\.\d+)*$/),
  files: z.record(
    z.string().min(1).max(1_000),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          mutatorName: z.string().min(1),
          replacement: z.string().nullish(),
          status: z.enum([
            'Killed',
            'Survived',
            'NoCoverage',
            'CompileError',
            'RuntimeError',
            'Timeout',
            'Ignored',
            'Pending',
          ]),
          location: z.object({ start: place, end: place }),
        }),
      ),
    }),
  ),
  framework: z.object({ name: z.string() }),
  config: z.object({
    incremental: z.boolean().optional(),
    dryRunOnly: z.boolean().optional(),
    mutator: z.object({ excludedMutations: z.array(z.string()).optional() }).optional(),
  }),
});

/** A mutant that no test runs is one that no test catches. */
const STATES: Readonly<Record<string, MutantState>> = {
  Killed: 'caught',
  Survived: 'missed',
  NoCoverage: 'missed',
  CompileError: 'unviable',
  RuntimeError: 'unviable',
  Timeout: 'timeout',
  Ignored: 'ignored',
  Pending: 'untested',
};
const MAX_CHARS = 16 * 1024 * 1024;

/**
 * Reads the report of Stryker's `json` reporter (schema of mutation-testing-elements, 1 or 2). A report that took results over from an earlier run, or
 * left kinds of mutants out, is refused: nobody ran those.
 */
export function parseStrykerReport(text: string): MutationReport {
  let report: z.infer<typeof reportSchema>;
  try {
    const parsed = reportSchema.safeParse(parseStrictJson(text, 'bad-input', 'mutation.json', MAX_CHARS));
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      return noReport(`mutation.json: ${issue.path.join('.') || 'report'}: ${issue.message}`);
    }
    report = parsed.data;
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return noReport(`mutation.json: ${error.message}`);
  }
  const { config, framework, files } = report;
  if (framework.name !== 'StrykerJS')
    return noReport(`mutation.json is a report of ${framework.name}, not of StrykerJS`);
  if (config.incremental === true)
    return noReport('incremental mode takes results over that nobody ran: switch it off');
  if (config.dryRunOnly === true) return noReport('only the tests without mutants were run (dryRunOnly)');
  const excluded = config.mutator?.excludedMutations ?? [];
  if (excluded.length > 0) return noReport(`kinds of mutants are left out (excludedMutations): ${excluded.join(', ')}`);
  const mutants = Object.entries(files).flatMap(([path, file]) =>
    file.mutants.map(({ mutatorName, replacement, status, location }): Mutant => ({
      path,
      line: location.start.line,
      endLine: location.end.line,
      what: `${mutatorName}${replacement === null || replacement === undefined ? '' : `: ${replacement}`}${status === 'NoCoverage' ? ' (no test runs it)' : ''}`,
      state: STATES[status]!,
    })),
  );
  return { mutants, sources: new Map(Object.entries(files).map(([path, { source }]) => [path, source])) };
}

/** Reads a run of `stryker run`: its report, held against the table and the last line that it printed, and against its exit code. */
export function parseStryker({ reports, stdout, stderr, exitCode, stopped }: CommandResult): MutationReport {
  if (stopped === true) return noReport('Stryker was ended by its budget and writes its report at the end alone');
  const found = [...reports.values()].filter(({ path }) => path.endsWith('mutation.json'));
  const output = `${stdout}\n${stderr}`;
  if (found.length !== 1)
    return noReport(`${found.length === 0 ? noReportWords(output) : 'two reports'} (exit ${exitCode})`);
  const report = parseStrykerReport(textOf(found[0]!) ?? '');
  if (report.problem !== undefined) return textOf(found[0]!) === undefined ? noReport(refusal(found[0]!)) : report;
  if (!/\bMutationTestExecutor Done in \d/.test(output))
    return noReport(`Stryker did not say that it was done (exit ${exitCode})`);
  // Exit 1 is also said for a score below the repository's own threshold, in words of its own.
  if (exitCode !== 0 && !/\bunder breaking threshold \d/.test(output))
    return noReport(`exit ${exitCode} without a reason`);
  const tally = tallyMutants(report.mutants);
  const table = TABLE.exec(stdout);
  if (table === null) return noReport('its table is not there: use the reporters json and clear-text');
  const [killed, timeouts, survived, uncovered, errors] = table.slice(1).map(Number);
  const same =
    killed === tally.caught &&
    timeouts === tally.timeout &&
    survived! + uncovered! === tally.missed &&
    errors === tally.unviable;
  return same ? report : noReport('mutation.json is not what Stryker printed in its table');
}

const TABLE =
  /^All files +\| +[^|\n]+\| +[^|\n]+\| +(\d{1,9}) \| +(\d{1,9}) \| +(\d{1,9}) \| +(\d{1,9}) \| +(\d{1,9}) \|$/m;

const textOf = ({ text }: ReportFile) => text;
const refusal = ({ path, refused }: ReportFile) => `${path}: ${refused ?? 'not text'}`;

function noReportWords(output: string): string {
  if (/There were failed tests in the initial test run/.test(output)) return 'the tests fail without any mutant';
  const error = / ERROR \w+ (.*)$/m.exec(output)?.[1];
  return `Stryker left no report${error === undefined ? '' : `: ${error}`}`;
}
