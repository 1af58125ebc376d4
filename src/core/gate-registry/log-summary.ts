/** What the summaries of known test runners in a log say, all of them together. */
export interface LogSummary {
  /** For the evidence: `pytest: 12 passed`. */
  readonly said: string;
  /** Why the command proves nothing although it ended with 0; undefined when it does prove something. */
  readonly vacuous?: string;
}

interface Counted {
  readonly passed: number;
  readonly failed: number;
  readonly other: number;
}

interface Runner {
  readonly name: string;
  readonly read: (lines: readonly string[]) => readonly Counted[];
}

/** Runners whose closing lines are known well enough to be counted. A line counts only when all of it has the runner's form. */
const RUNNERS: readonly Runner[] = [
  { name: 'pytest', read: readPytest },
  {
    name: 'cargo test',
    read: (lines) =>
      lines.flatMap((line) =>
        one(
          /^test result: (?:ok|FAILED)\. (\d+) passed; (\d+) failed; (\d+) ignored; \d+ measured; \d+ filtered out/.exec(
            line,
          ),
        ),
      ),
  },
  { name: 'nextest', read: readNextest },
  { name: 'jest', read: readJest },
  { name: 'node --test', read: readNodeTest },
  { name: 'ctest', read: readCtest },
  { name: 'go test', read: readGo },
];

/**
 * Reads the summaries of known test runners in what a command printed (stdout and stderr, free of ANSI). Undefined when there is none: then the
 * exit code is all that is known, and the evidence says so.
 */
export function readLogSummary(text: string): LogSummary | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.length <= 400);
  const found = RUNNERS.flatMap(({ name, read }) => {
    const counts = read(lines);
    return counts.length === 0 ? [] : [{ name, ...sum(counts) }];
  });
  if (found.length === 0) return undefined;
  const said = found
    .map(
      ({ name, passed, failed, other }) =>
        `${name}: ${passed} passed${failed > 0 ? `, ${failed} failed` : ''}${other > 0 ? `, ${other} skipped` : ''}`,
    )
    .join('; ');
  const red = found.find(({ failed }) => failed > 0);
  if (red !== undefined) return { said, vacuous: `${said}, and yet the command ended with 0` };
  const idle = found.find(({ passed }) => passed === 0);
  return idle === undefined ? { said } : { said, vacuous: `${said}: ${idle.name} ran nothing` };
}

function sum(counts: readonly Counted[]): Counted {
  return counts.reduce((a, b) => ({
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    other: a.other + b.other,
  }));
}

/** Groups: passed, failed, other. */
function one(match: RegExpExecArray | null): Counted[] {
  return match === null
    ? []
    : [{ passed: Number(match[1] ?? 0), failed: Number(match[2] ?? 0), other: Number(match[3] ?? 0) }];
}

/** The number in front of (or behind) a word; 0 when the word is not there. */
const before = (line: string, word: string): number => Number(new RegExp(`(\\d+) ${word}\\b`).exec(line)?.[1] ?? 0);

const PYTEST =
  /^(?:=+ )?((?:\d+ (?:passed|failed|errors?|skipped|deselected|xfailed|xpassed|warnings?|rerun)(?:, )?)+|no tests ran) in \d[\d.,]*s(?: \([^)]{1,40}\))?(?: =+)?$/;

function readPytest(lines: readonly string[]): Counted[] {
  return lines.flatMap((line) => {
    const said = PYTEST.exec(line)?.[1];
    if (said === undefined) return [];
    return [
      {
        passed: before(said, 'passed') + before(said, 'xpassed'),
        failed: before(said, 'failed') + before(said, 'errors?'),
        other: before(said, 'skipped') + before(said, 'xfailed') + before(said, 'deselected'),
      },
    ];
  });
}

function readNextest(lines: readonly string[]): Counted[] {
  return lines.flatMap((line) => {
    const said = /^ *Summary \[ *[\d.]+s\] +\d+(?:\/\d+)? tests? run: (.+)$/.exec(line)?.[1];
    return said === undefined
      ? []
      : [
          {
            passed: before(said, 'passed'),
            failed: before(said, 'failed') + before(said, 'timed out'),
            other: before(said, 'skipped'),
          },
        ];
  });
}

function readJest(lines: readonly string[]): Counted[] {
  return lines.flatMap((line) => {
    if (/^No tests found, exiting with code 0$/.test(line)) return [{ passed: 0, failed: 0, other: 0 }];
    const said = /^Tests: +((?:\d+ (?:passed|failed|skipped|todo), )*\d+ total)$/.exec(line)?.[1];
    return said === undefined
      ? []
      : [
          {
            passed: before(said, 'passed'),
            failed: before(said, 'failed'),
            other: before(said, 'skipped') + before(said, 'todo'),
          },
        ];
  });
}

/** Node writes its counts as `# pass 3` (TAP) or `ℹ pass 3` (spec), after `tests N`. */
function readNodeTest(lines: readonly string[]): Counted[] {
  const counts: Counted[] = [];
  lines.forEach((line, at) => {
    const sign = /^([#ℹ]) tests \d+$/.exec(line)?.[1];
    if (sign === undefined) return;
    const of = (word: string): number | undefined => {
      const said = lines.slice(at, at + 9).map((other) => new RegExp(`^${sign} ${word} (\\d+)$`).exec(other)?.[1]);
      const first = said.find((number) => number !== undefined);
      return first === undefined ? undefined : Number(first);
    };
    const [passed, failed] = [of('pass'), of('fail')];
    if (passed === undefined || failed === undefined) return;
    counts.push({ passed, failed: failed + (of('cancelled') ?? 0), other: (of('skipped') ?? 0) + (of('todo') ?? 0) });
  });
  return counts;
}

function readCtest(lines: readonly string[]): Counted[] {
  return lines.flatMap((line) => {
    if (/^No tests were found!!!$/.test(line)) return [{ passed: 0, failed: 0, other: 0 }];
    const match = /^\d+% tests passed, (\d+) tests failed out of (\d+)$/.exec(line);
    return match === null ? [] : [{ passed: Number(match[2]) - Number(match[1]), failed: Number(match[1]), other: 0 }];
  });
}

/** Of Go a package is what can be counted without -v; one without tests counts as none. */
function readGo(lines: readonly string[]): Counted[] {
  return lines.flatMap((line): Counted[] => {
    if (/^ok {2,}\t?\S+\t/.test(line) || /^ok\s+\S+\s+(?:[\d.]+s|\(cached\))/.test(line))
      return [
        /\[no tests to run\]$/.test(line) ? { passed: 0, failed: 0, other: 0 } : { passed: 1, failed: 0, other: 0 },
      ];
    if (/^\?\s+\S+\s+\[no test files\]$/.test(line)) return [{ passed: 0, failed: 0, other: 1 }];
    return /^FAIL\s+\S+\s+[\d.]+s$/.test(line) ? [{ passed: 0, failed: 1, other: 0 }] : [];
  });
}
