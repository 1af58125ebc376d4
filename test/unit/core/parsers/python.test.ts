import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseCompileall } from '../../../../src/core/parsers/compileall.ts';
import type { CheckReport } from '../../../../src/core/parsers/findings.ts';
import { parseRuffCheck, parseRuffFormat } from '../../../../src/core/parsers/ruff.ts';

const FOLDER = new URL('../../../fixtures/gates/python/', import.meta.url);
const text = (name: string): string => {
  const url = new URL(name, FOLDER);
  return existsSync(url) ? readFileSync(url, 'utf8') : '';
};
const read = (name: string): CheckReport => {
  const [stdout, stderr] = [text(`${name}.out`), text(`${name}.err`)];
  if (name.startsWith('fmt')) return parseRuffFormat(stdout, stderr, '/repo');
  return name.startsWith('lint') ? parseRuffCheck(stdout, stderr, '/repo') : parseCompileall(stdout, '/repo');
};
const found = ({ findings }: CheckReport) => findings.map(({ path, line, code }) => `${path}:${line} ${code}`);

describe('what ruff and compileall said', () => {
  test.each([
    ['fmt-clean', 3, []],
    ['fmt-bad', 4, ['nmoe/bad.py:1 ruff format']],
    ['fmt-broken', 4, ['nmoe/bad.py:1 ruff format', 'nmoe/broken.py:1 syntax']],
    ['lint-bad', 1, ['nmoe/pack.py:1 F401']],
    ['lint-clean', 1, []],
    ['lint-broken', 2, ['nmoe/broken.py:1 invalid-syntax', 'nmoe/broken.py:2 invalid-syntax', 'nmoe/pack.py:1 F401']],
    ['comp-clean', 4, []],
    ['comp-broken', 5, ['nmoe/broken.py:1 compileall']],
  ])('%s', (name, checked, findings) => {
    const report = read(name);
    expect([report.problem, report.checked, found(report)]).toEqual([undefined, checked, findings]);
  });

  test.each([
    ['fmt-none', 'no Python file'],
    ['lint-none', 'no Python file'],
    ['comp-none', 'compiled no file'],
  ])('exit 0 for nothing looked at is a problem: %s', (name, word) => {
    expect(read(name).problem).toContain(word);
  });

  test.each([
    ['format: no closing line', parseRuffFormat('', '', '/repo')],
    [
      'format: a count that its files deny',
      parseRuffFormat('2 files would be reformatted, 1 file already formatted\n', '', '/repo'),
    ],
    ['format: no file counted', parseRuffFormat('0 files already formatted\n', '', '/repo')],
    ['check: no JSON', parseRuffCheck('All checks passed!\n', '', '/repo')],
    ['check: no list', parseRuffCheck('{}', '', '/repo')],
    [
      'check: an entry without a place',
      parseRuffCheck('[{"code":"F401","message":"m","filename":"/repo/a.py"}]', '', '/repo'),
    ],
    ['compileall: nothing', parseCompileall('', '/repo')],
  ])('is no report: %s', (_, report) => {
    expect(report.problem).toBeDefined();
  });
});

test('cut anywhere, a red report does not turn green', () => {
  for (const name of ['fmt-bad', 'lint-bad', 'comp-broken'] as const) {
    const whole = text(`${name}.out`);
    for (let end = 0; end < whole.length; end++) {
      const cut = whole.slice(0, end);
      const report =
        name === 'fmt-bad'
          ? parseRuffFormat(cut, '', '/repo')
          : name === 'lint-bad'
            ? parseRuffCheck(cut, '', '/repo')
            : parseCompileall(cut, '/repo');
      // compileall has no summary: its exit code 1 without a finding is what the gate refuses.
      if (name !== 'comp-broken')
        expect([end, report.problem === undefined && report.findings.length === 0]).toEqual([end, false]);
    }
  }
});

test('any text gives a report or a problem', () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'unformatted: File would be reformatted',
      ' --> a.py:1:2',
      '1 file would be reformatted',
      "Compiling './a.py'...",
      '***   File "./a.py", line 1',
      'SyntaxError: x',
      '[',
      '{}',
      ']',
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.string(), (lines, stderr) => {
      const stdout = lines.join('\n');
      for (const report of [
        parseRuffFormat(stdout, stderr, '/repo'),
        parseRuffCheck(stdout, stderr, '/repo'),
        parseCompileall(stdout, '/repo'),
      ])
        expect(report.problem !== undefined || report.checked + report.broken > 0).toBe(true);
    }),
  );
});
