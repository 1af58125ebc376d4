import type { TestCase, TestReport } from '../testing/report.ts';

const POINT = /^(ok|not ok)\b(?: (\d{1,9}))?(?: -)?(?: (.*))?$/;
const PLAN = /^1\.\.(\d{1,9})(?: *#.*)?$/;
const DIRECTIVE = / ?(?<!\\)# *(skip\w*|todo)\b(.*)$/i;

/**
 * Reads TAP 12 to 14 of any producer: one plan, first or last, and every point of it exactly once. Subtests (indented)
 * count through the point that closes them. For `node --test` there is `node-tap`, which knows more.
 */
export function parseTap(stdout: string): TestReport {
  const tests: TestCase[] = [];
  let plan: number | undefined;
  let problem: string | undefined;
  let next = 1;
  let inYaml = false;
  for (const line of stdout.split('\n')) {
    if (inYaml) {
      inYaml = line !== '  ...';
      continue;
    }
    if (line === '  ---') {
      inYaml = tests.length > 0;
      continue;
    }
    if (/^Bail out!/i.test(line))
      problem ??= `the run was given up: ${line.slice(9, 200).trim() || 'without a reason'}`;
    const planned = PLAN.exec(line);
    if (planned) {
      if (plan !== undefined) problem ??= 'two plans';
      plan = Number(planned[1]);
      continue;
    }
    const point = line.length > MAX_LINE ? null : POINT.exec(line);
    if (point === null) continue;
    const number = point[2] === undefined ? next : Number(point[2]);
    if (number !== next) problem ??= `point ${number} stands where ${next} belongs`;
    next = number + 1;
    tests.push(testCase(point[1] === 'ok', point[3] ?? ''));
  }
  if (inYaml) problem ??= 'the output ends inside a diagnostic block';
  if (plan === undefined) problem ??= 'no TAP plan';
  else if (plan !== tests.length) problem ??= `the plan says ${plan} points, there are ${tests.length}`;
  const has = (status: TestCase['status']) => tests.filter((test) => test.status === status).length;
  return {
    ...(problem === undefined ? {} : { problem }),
    tests,
    passed: has('pass'),
    failed: has('fail'),
    ignored: has('ignored'),
    unloaded: [],
  };
}

const MAX_LINE = 10_000;

function testCase(ok: boolean, rest: string): TestCase {
  const directive = DIRECTIVE.exec(rest);
  const name = (directive === null ? rest : rest.slice(0, directive.index)).replace(/\\([\\#])/g, '$1').trim();
  const skipped = directive !== null && /^skip/i.test(directive[1]!);
  // A point that is yet to be done may fail; one that is skipped must not.
  const status = directive === null || (skipped && !ok) ? (ok ? 'pass' : 'fail') : 'ignored';
  return { name, fullName: name, status };
}
