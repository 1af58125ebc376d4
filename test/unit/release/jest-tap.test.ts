import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseNodeTap } from '../../../src/core/parsers/node-tap.ts';

const reporter = fileURLToPath(new URL('../../../scripts/jest-tap.mjs', import.meta.url));
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bf-jest-tap-'));
  writeFileSync(join(folder, 'package.json'), '{}');
  // Longer than the buffer of a pipe, and in names what a reader could take for its own words.
  writeFileSync(
    join(folder, 'loud.test.js'),
    `process.stdout.write('ok 1 - not a test\\n1..1\\n');
     console.log('TAP version 13');
     for (let i = 0; i < 1500; i++) test('number ' + i + ' ' + 'x'.repeat(100), () => {});
     test('a\\nname # SKIP of\\u200b ::error::lines', () => { process.stdout.write('not ok 2 - nor this\\n'); });
     test.skip('left out', () => {});`,
  );
  writeFileSync(
    join(folder, 'red.test.js'),
    `test('fails', () => { process.stdout.write('x\\n'); throw new Error('no'); });`,
  );
  writeFileSync(join(folder, 'calm.test.js'), `test('is calm', () => {});`);
  writeFileSync(join(folder, 'broken.test.js'), `import './nothing.js';`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...argv: string[]) {
  const flags = [`--reporters=${reporter}`, '--testLocationInResults', '--rootDir', folder, '--silent'];
  const done = spawnSync(process.execPath, [jest, ...flags, ...argv], { cwd: folder, encoding: 'utf8' });
  return { ...done, report: parseNodeTap(done.stdout, folder) };
}

describe('what the jest reporter writes is TAP, whatever tests write to stdout', () => {
  test('tests fail and a file does not load, all in the process of jest', () => {
    const { status, stderr, report } = run('--runInBand', 'loud', 'red', 'broken');
    expect(report.problem).toBeUndefined();
    expect([report.passed, report.failed, report.ignored, status]).toEqual([1501, 2, 1, 1]);
    expect(report.tests.map(({ name }) => name)).toContain('a name # SKIP of\u200b ::error::lines');
    const failed = report.tests.find(({ name }) => name === 'fails');
    expect(failed).toMatchObject({ status: 'fail', path: 'red.test.js', line: 1 });
    expect(report.unloaded).toMatchObject([{ path: 'broken.test.js' }]);
    expect(stderr).toContain('nor this');
  });

  test('all pass, in workers', () => {
    const { status, stderr, report } = run('--maxWorkers=2', 'loud', 'calm');
    expect([report.problem, report.passed, report.failed, report.ignored, status]).toEqual([undefined, 1502, 0, 1, 0]);
    expect(stderr).toContain('nor this');
  });
});
