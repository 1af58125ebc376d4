import type { ReportFile } from '../gate.ts';
import type { TestReport, Unloaded } from '../testing/report.ts';
import { readJunit, reportOf, type JunitCase } from './junit.ts';

const NUMBERS = '((?:\\d+ [a-z]+(?:, )?)+) in \\d[\\d.,]*s(?: \\([^)]{1,40}\\))?';
const SUMMARY = new RegExp(`^(?:=+ ${NUMBERS} =+|${NUMBERS})$`);
/** Words of Python for a name or module that does not exist. */
const UNRESOLVED = /\b(?:ImportError: cannot import name|ModuleNotFoundError|NameError: name|AttributeError: module)\b/;

/**
 * Reads a run of `pytest --junitxml`: the report, counted again by the summary line, the last that pytest writes. A run
 * that a test ended (`os._exit`) has neither.
 */
export function parsePytest(stdout: string, reports: ReadonlyMap<string, ReportFile>, root: string): TestReport {
  const said = summary(stdout);
  const { problem, cases } = readJunit(reports, root);
  const unloaded = cases.filter(isCollection).map((one) => collectionError(one));
  const tests = merged(cases.filter((one) => !isCollection(one)));
  const report = reportOf(tests, problem ?? contradiction(said, cases));
  const filtered = said?.get('deselected') ?? 0;
  return { ...report, unloaded, ...(filtered === 0 ? {} : { filtered }) };
}

/** Numbers of the closing line by their words. */
function summary(stdout: string): ReadonlyMap<string, number> | undefined {
  const lines = stdout.trimEnd().split('\n').slice(-40);
  const match = lines.flatMap((line) => (line.length > 400 ? [] : [SUMMARY.exec(line)])).filter((one) => one !== null);
  const last = match.at(-1);
  if (last === undefined) return undefined;
  return new Map(
    (last[1] ?? last[2])!.split(', ').map((part) => {
      const [n, word] = part.split(' ');
      return [word!.replace(/^(error|warning)$/, '$1s'), Number(n)];
    }),
  );
}

/** Why the summary and the report do not agree. Of a test whose teardown alone fails the summary says passed and error. */
function contradiction(said: ReadonlyMap<string, number> | undefined, cases: readonly JunitCase[]): string | undefined {
  if (said === undefined) return 'pytest ended without its summary line';
  const of = (...words: readonly string[]) => words.reduce((sum, word) => sum + (said.get(word) ?? 0), 0);
  const has = (outcome: JunitCase['outcome']) => cases.filter((one) => one.outcome === outcome).length;
  const pairs = [
    ['failed', of('failed'), has('failure')],
    ['errors', of('errors'), has('error')],
    ['skipped', of('skipped', 'xfailed'), has('skipped')],
  ] as const;
  const odd = pairs.find(([, a, b]) => a !== b);
  if (odd !== undefined) return `the summary counts ${odd[1]} ${odd[0]}, the report holds ${odd[2]}`;
  const passed = of('passed', 'xpassed');
  return passed < has('pass') || passed > has('pass') + has('error')
    ? `the summary counts ${passed} passed, the report holds ${has('pass')}`
    : undefined;
}

/** A test that failed and broke in its teardown has two entries of one name. */
function merged(cases: readonly JunitCase[]): JunitCase[] {
  const byName = new Map<string, JunitCase>();
  for (const one of cases) {
    const key = `${one.classname}\0${one.fullName}`;
    const before = byName.get(key);
    if (before === undefined || before.status !== 'fail') byName.set(key, one);
  }
  return [...byName.values()];
}

function isCollection(one: JunitCase): boolean {
  return one.outcome === 'error' && one.classname === '' && one.message === 'collection failure';
}

function collectionError(one: JunitCase): Unloaded {
  const cause = one.detail?.match(/^E\s+(.+)$/m)?.[1] ?? 'collection failure';
  return {
    path: one.path ?? `${one.name.replaceAll('.', '/')}.py`,
    line: one.line ?? 1,
    message: cause,
    unresolved: UNRESOLVED.test(cause),
  };
}
