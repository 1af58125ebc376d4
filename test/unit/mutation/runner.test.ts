import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { TEST_FOLDERS } from '../../../scripts/mutation/left-out.ts';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));
const root = realpathSync(mkdtempSync(join(tmpdir(), 'mutation-')));
afterAll(() => rmSync(root, { recursive: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** What the instrumenter writes at the head of a file, in short. */
const HEAD = `
const g = globalThis;
function stryCov_() {
  const cov = g.__stryker__.mutantCoverage;
  const id = g.__stryker__.currentTestId; const c = id ? (cov.perTest[id] ??= {}) : cov.static; for (const i of arguments) c[i] = (c[i] ?? 0) + 1; return true;
}
function stryMutAct_(id) { const ns = g.__stryker__; if (ns.activeMutant !== id) return false; if (ns.hitCount !== undefined && ++ns.hitCount > ns.hitLimit) throw new Error('hit limit'); return true; }
`;
const DOUBLE = `${HEAD}
export const FACTOR = stryMutAct_('0') ? 3 : (stryCov_('0'), 2);
const kept = new Map<number, number>();
export function double(n: number): number {
  const known = kept.get(n);
  if (known !== undefined) return known;
  const value = stryMutAct_('1') ? n + FACTOR : (stryCov_('1', '2', '3', '4'), stryMutAct_('2') ? FACTOR * n : n * FACTOR);
  for (let i = 0; stryMutAct_('3') ? true : i < 2; stryMutAct_('4') ? i++ : i++);
  if (stryMutAct_('7')) for (;;); else stryCov_('7');
  kept.set(n, value);
  return value;
}
export const NAMES = stryMutAct_('5') ? ['one'] : (stryCov_('5'), ['one', 'two']);
if (stryMutAct_('8')) for (;;); else stryCov_('8');
export const unused = (): number => (stryMutAct_('6') ? 1 : (stryCov_('6'), 2));
`;
const TEST = `
import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { double, NAMES } from '../../../src/core/double.ts';
let ready = false;
beforeAll(() => { ready = true; });
describe('double', () => {
  test.each([[2, 4], [3, 6]])('%i becomes %i', (n, twice) => { expect(ready).toBe(true); expect(double(n)).toBe(twice); });
  test.each(NAMES)('name %s', (name) => expect(name).toHaveLength(3));
  it('has a place', () => expect(import.meta.url).toMatch(/test\\/unit\\/core\\/double\\.test\\.ts$/));
  test('a process', () => { execFileSync('true'); });
  test('at most fifty cases', () => { let n = 0; fc.assert(fc.property(fc.integer(), () => { n++; }), { numRuns: 9000 }); expect(n).toBe(50); });
});
`;
const OTHER = `import { test } from '@jest/globals';\ntest('not about it', () => undefined);\n`;

interface Answers {
  readonly dry: {
    readonly status: string;
    readonly errorMessage?: string;
    readonly tests: readonly { readonly name: string; readonly status: number; readonly failureMessage?: string }[];
    readonly mutantCoverage: { readonly static: object; readonly perTest: Readonly<Record<string, object>> };
  };
  readonly runs: Readonly<Record<string, { readonly status: string; readonly killedBy?: string[] }>>;
}
let answers: Answers;

beforeAll(() => {
  for (const folder of TEST_FOLDERS) mkdirSync(join(root, folder), { recursive: true });
  symlinkSync(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'));
  put('package.json', '{ "type": "module" }');
  put('src/core/double.ts', 'export const double = () => { throw new Error("the sandbox holds the mutated text"); };');
  put('test/unit/core/double.test.ts', TEST);
  put('test/unit/flow/other.test.ts', OTHER);
  put('sandbox/src/core/double.ts', DOUBLE);
  put(
    'drive.ts',
    `import { LoadedTests } from ${JSON.stringify(join(REPOSITORY, 'scripts/mutation/runner.ts'))};
     process.chdir(${JSON.stringify(join(root, 'sandbox'))});
     const options = { timeout: 1e4, disableBail: false };
     const dry = await new LoadedTests(${JSON.stringify(root)}).dryRun({ ...options, coverageAnalysis: 'perTest' });
     process.chdir(${JSON.stringify(join(root, 'sandbox'))});
     const runner = new LoadedTests(${JSON.stringify(root)});
     const runs = {};
     for (const id of ['1', '1 again', '2', '3', '7', '8', '4', '0', '5', 'none']) {
       const tests = Object.entries(dry.mutantCoverage?.perTest ?? {}).filter(([, hits]) => id[0] in hits).map(([test]) => test);
       const testFilter = dry.mutantCoverage?.static[id[0]] || id === 'none' ? undefined : tests;
       const fileName = ${JSON.stringify(join(root, 'src/core/double.ts'))};
       runs[id] = await runner.mutantRun({ ...options, activeMutant: { id: id[0], fileName }, testFilter, hitLimit: 1000, reloadEnvironment: true });
     }
     console.log(JSON.stringify({ dry, runs }));`,
  );
  const tsx = import.meta.resolve('tsx');
  const said = execFileSync(process.execPath, ['--import', tsx, join(root, 'drive.ts')], { encoding: 'utf8' });
  answers = JSON.parse(said) as Answers;
}, 60_000);

const SUITE = 'test/unit/core/double.test.ts > double';

test('the dry run runs the tests that can reach mutated code, and says which test runs which mutant', () => {
  const { dry } = answers;
  expect(dry.errorMessage).toBeUndefined();
  expect(dry.tests.map(({ name, status, failureMessage }) => [name, status, failureMessage])).toEqual([
    [`${SUITE} > 2 becomes 4`, 0, undefined],
    [`${SUITE} > 3 becomes 6`, 0, undefined],
    [`${SUITE} > name one`, 0, undefined],
    [`${SUITE} > name two`, 0, undefined],
    [`${SUITE} > has a place`, 0, undefined],
    [`${SUITE} > a process`, 2, undefined],
    [`${SUITE} > at most fifty cases`, 0, undefined],
  ]);
  expect(dry.mutantCoverage.static).toEqual({ 0: 1, 5: 1, 8: 1 });
  expect(Object.keys(dry.mutantCoverage.perTest)).toEqual([`${SUITE} > 2 becomes 4`, `${SUITE} > 3 becomes 6`]);
});

test.each<[string, string, string[] | undefined, string]>([
  ['1', 'killed', [`${SUITE} > 3 becomes 6`], 'a fault in a function'],
  ['1 again', 'killed', [`${SUITE} > 3 becomes 6`], 'what the code keeps from one mutant is not there for the next'],
  ['2', 'survived', undefined, 'no fault at all'],
  ['3', 'timeout', undefined, 'a loop without end'],
  ['7', 'timeout', undefined, 'a loop without end that no mutant is in'],
  ['8', 'timeout', undefined, 'a file that loads without end'],
  ['4', 'survived', undefined, 'the mutant before left nothing behind'],
  ['0', 'killed', [`${SUITE} > 2 becomes 4`], 'a fault in a constant'],
  ['5', 'survived', undefined, 'a table of cases lost one: no test fails by that'],
  ['none', 'survived', undefined, 'a mutant that is not known is given to every test'],
])('mutant %s: %s (%s)', (id, status, killedBy) => {
  expect([answers.runs[id]!.status, answers.runs[id]!.killedBy]).toEqual([status, killedBy]);
});
