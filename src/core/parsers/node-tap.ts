import { relativePath } from '../method-run.ts';
import type { TestCase, TestReport, Unloaded } from '../testing/report.ts';
import { shorten } from '../text.ts';

const POINT = /^( *)(ok|not ok) (\d+)(?: - (.*?))?(?: # (SKIP|TODO)\b.*)?$/;
const SUMMARY = /^# (tests|suites|pass|fail|cancelled|skipped|todo) (\d+)$/;
/** Messages of Node for a name or module that does not exist. */
const UNRESOLVED =
  /ERR_MODULE_NOT_FOUND|does not provide an export named|^\s*(?:# )?ReferenceError: \S+ is not defined|ERR_PACKAGE_PATH_NOT_EXPORTED/m;

interface Point {
  readonly depth: number;
  readonly ok: boolean;
  readonly name: string;
  readonly directive: string | undefined;
  readonly fields: ReadonlyMap<string, string>;
  /** What the file wrote before this point, for a file that did not load. */
  readonly comments: string;
}

/**
 * Reads the TAP of `node --test`. The numbers come from the summary behind the plan, where no test can write, and must
 * equal the points. A file without tests counts as one test to Node and as none here.
 */
export function parseNodeTap(stdout: string, root: string): TestReport {
  const lines = stdout.split('\n');
  const planAt = lines.findLastIndex((line) => /^1\.\.\d+$/.test(line));
  const unlike = unlikeTap(stdout, lines, planAt);
  if (unlike !== undefined) return broken(unlike);
  const summary = new Map<string, number>();
  for (const line of lines.slice(planAt + 1)) {
    const match = SUMMARY.exec(line);
    if (match) summary.set(match[1]!, Number(match[2]));
  }
  const missing = ['tests', 'pass', 'fail', 'cancelled', 'skipped', 'todo'].find((key) => !summary.has(key));
  if (missing !== undefined) return broken(`the summary has no \`${missing}\` line`);

  const points = readPoints(lines.slice(0, planAt));
  const tests: TestCase[] = [];
  const unloaded: Unloaded[] = [];
  let counted = 0;
  points.forEach((point, i) => {
    if (point.fields.get('type') === 'suite') return;
    counted++;
    if (point.depth === 0 && isFile(point, root)) {
      if (!point.ok) unloaded.push(fileFailure(point, root));
      return;
    }
    tests.push(testCase(point, suitesAround(points, i), root));
  });
  const has = (status: TestCase['status']) => tests.filter((test) => test.status === status).length;
  const said = (key: string) => summary.get(key) ?? 0;
  const problem =
    counted !== said('tests')
      ? `the summary counts ${said('tests')} tests, the report holds ${counted}`
      : said('fail') + said('cancelled') > 0 && has('fail') + unloaded.length === 0
        ? 'the summary counts failures that the report does not hold'
        : undefined;
  return {
    ...(problem === undefined ? {} : { problem }),
    tests,
    passed: has('pass'),
    failed: has('fail') + unloaded.length,
    ignored: has('ignored'),
    unloaded,
  };
}

/** Why an output is not the TAP of a whole run, with the line that shows it; undefined when it may be. */
function unlikeTap(stdout: string, lines: readonly string[], planAt: number): string | undefined {
  if (stdout.trim() === '') return 'nothing on stdout where TAP belongs';
  const quoted = (line: string) => JSON.stringify(shorten(line, 60));
  // The runner writes its version first, so whoever wrote before it has the runner's stdout and may write more.
  if (!/^TAP version 1[34]$/.test(lines[0]!))
    return `stdout begins with ${quoted(lines[0]!)}, not with the TAP version`;
  return planAt < 0 ? `no TAP plan, the last line is ${quoted(lines.findLast((line) => line !== '')!)}` : undefined;
}

/** Node names a file without tests by its path: absolute up to Node 22, relative later. */
function isFile(point: Point, root: string): boolean {
  return point.name.startsWith(`${root}/`) || /^\S+\.[cm]?[jt]sx?$/.test(point.name);
}

function broken(problem: string): TestReport {
  return { problem, tests: [], passed: 0, failed: 0, ignored: 0, unloaded: [] };
}

function readPoints(lines: readonly string[]): Point[] {
  const points: Point[] = [];
  let comments: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const match = POINT.exec(line);
    if (!match) {
      if (/^\s*# /.test(line) && !/^\s*# Subtest: /.test(line)) comments.push(line.trimStart().slice(2));
      continue;
    }
    const indent = match[1]!;
    const fields = new Map<string, string>();
    if (lines[i + 1] === `${indent}  ---`) {
      for (i += 2; i < lines.length && lines[i] !== `${indent}  ...`; i++) readField(lines, i, `${indent}  `, fields);
    }
    const directive = match[5];
    points.push({
      depth: indent.length / 4,
      ok: match[2] === 'ok',
      name: unescape(match[4] ?? ''),
      directive,
      fields,
      comments: comments.join('\n'),
    });
    if (indent === '') comments = [];
  }
  return points;
}

/** A field of a point's YAML block; of a text block the first lines. Deeper fields belong to nested values. */
function readField(lines: readonly string[], at: number, indent: string, fields: Map<string, string>): void {
  const match = /^( *)([A-Za-z_]+): ?(.*)$/.exec(lines[at]!);
  if (!match || match[1] !== indent || fields.has(match[2]!)) return;
  let value = match[3]!;
  if (/^\|-?$/.test(value)) {
    const block: string[] = [];
    for (let j = at + 1; j < lines.length && lines[j]!.startsWith(`${indent}  `) && block.length < 12; j++)
      block.push(lines[j]!.trim());
    value = block.join('\n');
  }
  fields.set(match[2]!, value.replace(/^'([^]*)'$/, '$1').replace(/^"([^]*)"$/, '$1'));
}

function testCase(point: Point, suites: readonly string[], root: string): TestCase {
  const status = point.directive === 'SKIP' || point.directive === 'TODO' ? 'ignored' : point.ok ? 'pass' : 'fail';
  const { path, line } = location(point, root);
  const message = point.fields.get('error');
  return {
    name: point.name,
    fullName: [...suites, point.name].join(' > '),
    status,
    ...(path === undefined ? {} : { path, line }),
    ...(status === 'fail' && message !== undefined ? { message } : {}),
  };
}

/** Names of the points that enclose a point: in TAP they come after what they enclose. */
function suitesAround(points: readonly Point[], index: number): string[] {
  const names: string[] = [];
  let depth = points[index]!.depth;
  for (let i = index + 1; i < points.length && depth > 0; i++) {
    if (points[i]!.depth === depth - 1) {
      names.unshift(points[i]!.name);
      depth--;
    }
  }
  return names;
}

function fileFailure(point: Point, root: string): Unloaded {
  const text = `${point.comments}\n${point.fields.get('error') ?? ''}`;
  const cause = /^(?:\w*Error(?: \[\w+\])?: .+)$/m.exec(text)?.[0] ?? point.fields.get('error') ?? 'did not load';
  return {
    path: relativePath(point.name, root) ?? point.name,
    line: 1,
    message: cause,
    unresolved: point.fields.get('exitCode') !== '0' && UNRESOLVED.test(text),
  };
}

function location(point: Point, root: string): { path: string | undefined; line: number } {
  const match = /^(.*):(\d+):\d+$/.exec(point.fields.get('location') ?? '');
  return match ? { path: relativePath(match[1]!, root), line: Number(match[2]) } : { path: undefined, line: 1 };
}

function unescape(name: string): string {
  return name.replace(/\\([\\#])/g, '$1');
}
