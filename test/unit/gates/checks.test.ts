import { describe, expect, test } from '@jest/globals';
import { build } from '../../../src/gates/build.ts';
import { clippy } from '../../../src/gates/clippy.ts';
import { format } from '../../../src/gates/format.ts';
import { captured, command, observe, recorded, said } from '../../fixtures/gates/observation.ts';

const { stdout: eslintText } = recorded('eslint-json', 'eslint', 1);
const cleanEslint = JSON.stringify([{ filePath: '/repo/src/a.js', messages: [] }]);
const fmt = (name: string, exit: number) => recorded('rustfmt', `cargo-fmt-${name}`, exit);
const pretty = (name: string, exit: number) => recorded('prettier', `prettier-${name}`, exit);
const cargo = (name: string, exit: number) => recorded('cargo-messages', `cargo-${name}`, exit);
const tsc = (name: string, exit: number) => recorded('tsc', `tsc-${name}`, exit);

describe('format', () => {
  test.each([
    ['rustfmt clean', fmt('ok', 0), 'pass', 'rustfmt: all files formatted', 0],
    ['rustfmt differs, coloured although redirected', fmt('bad', 1), 'fail', 'rustfmt: 1 file not formatted', 1],
    ['rustfmt cannot read a file', fmt('syntax', 1), 'fail', 'rustfmt: 2 files not formatted, 1 not readable', 2],
    [
      'rustfmt clean, without the folder of the checkout',
      command('rustfmt', 'Formatting crates/a/src/lib.rs\nSpent 0.001 secs in the parsing phase\n', '', 0),
      'pass',
      'rustfmt: all files formatted',
      0,
    ],
    [
      'rustfmt differs, without the folder of the checkout',
      command('rustfmt', 'Formatting src/lib.rs\nDiff in src/lib.rs:3:\n-a\n+b\n', '', 1),
      'fail',
      'rustfmt: 1 file not formatted',
      1,
    ],
    [
      'rustfmt says nothing',
      command('rustfmt', '', '', 0),
      'fail',
      'rustfmt: rustfmt names no file that it looked at (exit 0)',
      undefined,
    ],
    ['rustfmt exit 1 without a diff', { ...fmt('ok', 1) }, 'fail', 'rustfmt: exit 1 without a finding', undefined],
    ['rustfmt exit 0 with a diff', fmt('bad', 0), 'fail', 'rustfmt: 1 file not formatted', 1],
    ['prettier clean', pretty('ok', 0), 'pass', 'prettier: all files formatted', 0],
    ['prettier differs', pretty('differs', 1), 'fail', 'prettier: 1 file not formatted', 1],
    ['prettier syntax error', pretty('syntax', 2), 'fail', 'prettier: 2 files not formatted, 1 not readable', 2],
    [
      'prettier matched nothing and says all is well',
      pretty('nothing', 2),
      'fail',
      'prettier: 1 file not formatted, 1 not readable',
      1,
    ],
    [
      'prettier ended early',
      command('prettier', 'Checking formatting...\n', '', 0),
      'fail',
      'prettier: prettier ended without its closing sentence (exit 0)',
      undefined,
    ],
    [
      'prettier did not begin',
      command('prettier', '', '', 0),
      'fail',
      'prettier: prettier did not begin to check (exit 0)',
      undefined,
    ],
  ])('%s', (_, run, verdict, line, files) => {
    const result = format.evaluate(observe([run]));
    expect([result.verdict, said(result)[0], result.numbers['files']]).toEqual([verdict, line, files]);
  });

  test('findings lie on path and line', () => {
    expect(format.evaluate(observe([fmt('bad', 1)])).annotations).toEqual([
      expect.objectContaining({ path: 'crates/tern/tests/it.rs', start_line: 7, annotation_level: 'failure' }),
    ]);
  });
});

describe('lint', () => {
  test.each([
    ['clippy clean', cargo('clippy-ok', 0), 'pass', 'cargo-messages: no warnings'],
    ['clippy: equal findings of two targets once', cargo('clippy-bad', 101), 'fail', 'cargo-messages: 4 warnings'],
    [
      'clippy: a broken build is not a lint',
      cargo('clippy-broken', 101),
      'fail',
      'cargo-messages: build broken by 1 error, 1 warning',
    ],
    [
      'clippy without build-finished',
      command('cargo-messages', captured('cargo-clippy-ok.out').split('\n').slice(0, 3).join('\n'), '', 0),
      'fail',
      'cargo-messages: cargo ended without `build-finished` (exit 0)',
    ],
    [
      'clippy compiled nothing',
      command('cargo-messages', '{"reason":"build-finished","success":true}\n', '', 0),
      'fail',
      'cargo-messages: cargo compiled nothing (exit 0)',
    ],
    ['clippy exit 101, clean messages', cargo('clippy-ok', 101), 'fail', 'cargo-messages: exit 101 without a finding'],
    ['eslint clean', command('eslint-json', cleanEslint, '', 0), 'pass', 'eslint-json: no warnings'],
    ['eslint findings', command('eslint-json', eslintText, '', 1), 'fail', 'eslint-json: 1 warning'],
    [
      'eslint linted nothing',
      command('eslint-json', '[]', '', 0),
      'fail',
      'eslint-json: eslint linted no file (exit 0)',
    ],
    ['eslint no JSON', command('eslint-json', 'Oops!', '', 2), 'fail', 'eslint-json: eslint gave no JSON (exit 2)'],
    [
      'eslint another JSON',
      command('eslint-json', '{"ok":true}', '', 0),
      'fail',
      'eslint-json: eslint gave JSON that is no list of files (exit 0)',
    ],
    [
      'eslint cut off',
      command('eslint-json', eslintText.slice(0, 200), '', 1, { truncated: true }),
      'fail',
      'eslint-json: eslint gave no JSON (output over the limit) (exit 1)',
    ],
  ])('%s', (_, run, verdict, line) => {
    const result = clippy.evaluate(observe([run]));
    expect([result.verdict, said(result)[0]]).toEqual([verdict, line]);
  });

  test('counts per lint', () => {
    const rows = clippy.evaluate(observe([cargo('clippy-bad', 101)])).rows;
    expect(rows.map((row) => row.item).sort()).toEqual([
      'clippy::items_after_test_module',
      'clippy::needless_return',
      'clippy::ptr_arg',
      'unused_variables',
    ]);
  });
});

describe('build', () => {
  test.each([
    ['cargo', cargo('build-ok', 0), 'pass', 'cargo build: success', 0],
    ['cargo with an error and a warning', cargo('build-bad', 101), 'fail', 'cargo build: 1 error', 1],
    [
      'cargo without messages',
      command('cargo-messages', '', 'error: something', 101),
      'fail',
      'cargo build: cargo ended without `build-finished` (exit 101)',
      undefined,
    ],
    ['tsc', tsc('ok', 0), 'pass', 'tsc: success', 0],
    ['tsc errors', tsc('bad', 2), 'fail', 'tsc: 2 errors', 2],
    ['tsc errors with exit 0', tsc('unused', 0), 'fail', 'tsc: 1 error', 1],
    [
      'tsc prints its help',
      command('tsc', 'Version 6.0.3\n', '', 1),
      'fail',
      'tsc: tsc printed no `Files:` line (exit 1)',
      undefined,
    ],
    ['tsc silent', command('tsc', '', '', 0), 'fail', 'tsc: tsc printed no `Files:` line (exit 0)', undefined],
  ])('%s', (_, run, verdict, line, errors) => {
    const result = build.evaluate(observe([run]));
    expect([result.verdict, said(result)[0], result.numbers['errors']]).toEqual([verdict, line, errors]);
  });
});

test.each([format, clippy, build])('$name: missing tool, time-out, signal, nothing to run', (gate) => {
  const fault = (over: object) => gate.evaluate(observe([command('tsc', '', '', 0, over)])).reason;
  expect(fault({ missing: true })).toBe('missing-tool');
  expect(fault({ timedOut: true })).toBe('timeout');
  expect(fault({ exitCode: null, signal: 'SIGKILL' })).toBe('crashed');
  expect(gate.evaluate(observe([])).verdict).toBe('fail');
});
