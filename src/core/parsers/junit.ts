import type { ReportFile } from '../gate.ts';
import { relativePath } from '../method-run.ts';
import type { TestCase, TestReport } from '../testing/report.ts';
import { selfSkip } from './self-skip.ts';
import { parseXml, type XmlElement } from './xml.ts';

/** A test case of a JUnit report, with what only its dialect knows. */
export interface JunitCase extends TestCase {
  readonly classname: string;
  /** What the test wrote, as far as the runner stores it. */
  readonly output: string;
  readonly outcome: 'pass' | 'failure' | 'error' | 'skipped';
  /** The whole text of a failure. */
  readonly detail?: string;
}

export interface JunitReport {
  readonly problem?: string;
  readonly cases: readonly JunitCase[];
}

/** Names of a test alone, without the suites in front that dialects put into the name. */
const CRITERION = /(?:^|\s|::)((?:test_)?ac[1-9]\d{0,2}_\S*)$/;

/**
 * Reads the JUnit reports that a command wrote. The numbers in the attributes must equal the test cases, wherever a
 * runner writes them; a report that is missing, refused or not well-formed is a problem, never an empty one.
 */
export function readJunit(reports: ReadonlyMap<string, ReportFile>, root: string): JunitReport {
  const cases: JunitCase[] = [];
  if (reports.size === 0) return { problem: 'the command wrote no JUnit report', cases };
  for (const { path, text, refused } of reports.values()) {
    if (refused !== undefined) return { problem: `${path}: ${refused}`, cases };
    if (text === undefined) return { problem: `${path}: not text`, cases };
    const one = parseJunit(text, root);
    if (one.problem !== undefined) return { problem: `${path}: ${one.problem}`, cases };
    cases.push(...one.cases);
  }
  return { cases };
}

/** Reads one JUnit document. */
export function parseJunit(text: string, root: string): JunitReport {
  const xml = parseXml(text);
  if ('problem' in xml) return { problem: xml.problem, cases: [] };
  if (xml.root.name !== 'testsuites' && xml.root.name !== 'testsuite') {
    return { problem: `the root element is <${xml.root.name.slice(0, 40)}>, not <testsuites>`, cases: [] };
  }
  const cases: JunitCase[] = [];
  const problem = readSuite(xml.root, root, cases, []);
  return problem === undefined ? { cases } : { problem, cases: [] };
}

/** Reads a suite's cases into `into`; returns why its numbers cannot be trusted. */
function readSuite(suite: XmlElement, root: string, into: JunitCase[], suites: readonly string[]): string | undefined {
  const first = into.length;
  let nested = 0;
  const direct: JunitCase[] = [];
  const failedSuites: boolean[] = [];
  for (const child of suite.children) {
    if (child.name === 'testcase') {
      const one = readCase(child, root, suites);
      direct.push(one);
      into.push(one);
    } else if (child.name === 'testsuite') {
      const from = into.length;
      const problem = readSuite(child, root, into, [...suites, child.attributes.get('name') ?? '']);
      if (problem !== undefined) return problem;
      nested++;
      failedSuites.push(into.slice(from).some(({ outcome }) => outcome === 'failure' || outcome === 'error'));
    }
  }
  const all = into.slice(first);
  const has = (list: readonly JunitCase[], ...outcomes: readonly JunitCase['outcome'][]) =>
    list.filter(({ outcome }) => outcomes.includes(outcome)).length;
  // Most runners count the cases below a suite; Node counts what is directly in it, suites included.
  const allowed: Readonly<Record<string, readonly number[]>> = {
    tests: [all.length, direct.length + nested],
    failures: [has(all, 'failure'), has(direct, 'failure') + failedSuites.filter(Boolean).length],
    errors: [has(all, 'error')],
    // Some write no <skipped> for a test that is yet to be written, and count it neither.
    skipped: [has(all, 'skipped'), has(direct, 'skipped')],
  };
  for (const [name, counts] of Object.entries(allowed)) {
    const said = suite.attributes.get(name);
    if (said === undefined) continue;
    if (!/^\d{1,9}$/.test(said) || !counts.includes(Number(said))) {
      return `a suite says ${name}="${said.slice(0, 20)}", its test cases say ${counts[0]}`;
    }
  }
  return undefined;
}

function readCase(element: XmlElement, root: string, suites: readonly string[]): JunitCase {
  const raw = (element.attributes.get('name') ?? '').trim();
  const classname = (element.attributes.get('classname') ?? '').trim();
  const child = (name: string) => element.children.find((candidate) => candidate.name === name);
  const [failure, error, skipped] = [child('failure'), child('error'), child('skipped')];
  const disabled = /^(?:disabled|notrun|skipped|suppressed)$/i.test(
    element.attributes.get('status') ?? element.attributes.get('result') ?? '',
  );
  const outcome =
    failure !== undefined
      ? 'failure'
      : error !== undefined
        ? 'error'
        : skipped !== undefined || disabled
          ? 'skipped'
          : 'pass';
  const fault = failure ?? error;
  const output = element.children
    .filter(({ name }) => name === 'system-out' || name === 'system-err')
    .map(({ text }) => text)
    .join('\n');
  const skips = outcome === 'pass' ? selfSkip(output) : undefined;
  const where = placeOf(element, fault, root);
  const message = firstLine(fault?.attributes.get('message') || fault?.text || '');
  return {
    name: CRITERION.exec(raw)?.[1] ?? raw.split(/ > |::/).at(-1)!,
    fullName: [...(classname === '' ? suites : [classname]), raw]
      .filter((part, i, list) => part !== '' && part !== list[i - 1])
      .join(' '),
    classname,
    output,
    outcome,
    ...(element.children.some(({ name }) => /^(?:flaky|rerun)(?:Failure|Error)$/.test(name)) && fault === undefined
      ? { flaky: true }
      : {}),
    status: fault !== undefined ? 'fail' : outcome === 'skipped' || skips !== undefined ? 'ignored' : 'pass',
    ...(skips === undefined ? {} : { selfSkip: skips }),
    ...where,
    ...(fault === undefined || message === '' ? {} : { message }),
    ...(fault === undefined ? {} : { detail: fault.text }),
  };
}

/** `file` and `line` where the runner writes them, else the first place in the tree that the failure names. */
function placeOf(
  element: XmlElement,
  fault: XmlElement | undefined,
  root: string,
): { readonly path: string; readonly line: number } | undefined {
  const text = `${fault?.attributes.get('message') ?? ''}\n${fault?.text ?? ''}`.slice(0, 20_000);
  for (const [, file, line] of text.matchAll(/(?:^|[\s(])((?:file:\/\/)?[^\s():]{1,300}\.[a-z]{1,4}):(\d{1,7})\b/gim)) {
    const path = relativePath(file!, root);
    if (path !== undefined && !path.includes('node_modules/')) return { path, line: Number(line) };
  }
  const file = element.attributes.get('file');
  const path = file === undefined ? undefined : relativePath(file, root);
  if (path === undefined) return undefined;
  // pytest counts lines from 0.
  return { path, line: Number(element.attributes.get('line') ?? 0) + 1 };
}

function firstLine(text: string): string {
  return (
    text
      .split('\n')
      .map((line) => line.trim())
      .find(Boolean)
      ?.slice(0, 500) ?? ''
  );
}

/** Reports of a runner that writes JUnit and whose own words no parser here knows: the exit code alone stands beside them. */
export function parseJunitRun(reports: ReadonlyMap<string, ReportFile>, root: string): TestReport {
  const { problem, cases } = readJunit(reports, root);
  return reportOf(cases, problem);
}

/** The report of these cases. */
export function reportOf(cases: readonly JunitCase[], problem?: string): TestReport {
  const has = (status: TestCase['status']) => cases.filter((one) => one.status === status).length;
  return {
    ...(problem === undefined ? {} : { problem }),
    tests: cases,
    passed: has('pass'),
    failed: has('fail'),
    ignored: has('ignored'),
    unloaded: [],
  };
}
