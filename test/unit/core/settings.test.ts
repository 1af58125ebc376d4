import { describe, expect, test } from '@jest/globals';
import { generatedLine, isGenerated } from '../../../src/core/generated.ts';
import { settingReader, statedTolerance, type Setting } from '../../../src/core/parity/settings.ts';
import { randomisedCases } from '../../../src/core/fuzz/property-run.ts';
import { toolOf } from '../../../src/core/tools.ts';
import { readUsage, usageSchema } from '../../../src/core/usage.ts';
import { command } from '../../fixtures/gates/observation.ts';

describe('settings of a measurement', () => {
  test('an input comes before the profile', () => {
    const read = settingReader({ model: 'a', tolerance: 1 }, { model: 'b' });
    expect([read('model'), read('tolerance'), read('other')]).toEqual(['b', 1, undefined]);
  });

  test.each<[Setting, number]>([
    [undefined, 7],
    ['', 7],
    ['1e-5', 1e-5],
    [0.01, 0.01],
  ])('a tolerance of %p is %d', (value, tolerance) => expect(statedTolerance(value, 7)).toBe(tolerance));

  test.each<[Setting, string]>([
    [0, '0'],
    [-1, '-1'],
    [0.010001, '0.010001'],
    ['all', '"all"'],
    [' ', '" "'],
    [NaN, 'null'],
  ])('a tolerance of %p is refused', (value, seen) => {
    expect(() => statedTolerance(value, 7)).toThrow(
      expect.objectContaining({
        code: 'bad-input',
        message: `tolerance is ${seen}`,
        at: 'tolerance',
        fix: 'give a number above 0 and at most 0.01, such as 1e-5',
      }),
    );
  });
});

test.each<[string, number]>([
  ['proptest: Test case passed\nproptest: Test case passed\n', 2],
  ['x proptest: Test case passed\nproptest: Test case passed!\n', 0],
  ['cases: 12\n# cases: 30\n    # cases: 4\n\tcases: 5', 51],
  [`${' '.repeat(16)}cases: 1\n${' '.repeat(16)}# cases: 2`, 3],
  [`x\n${' '.repeat(17)}# cases: 2`, 0],
  ['cases: 0\ncases: 01\ncases: 1.5\ncases: 9 of 9\nmy cases: 3\n#cases: 4\nx# cases: 4\nxcases: 1', 0],
  ['cases: 999999999\ncases: 9999999999', 999_999_999],
  ['', 0],
])('a run that printed %j had %d random inputs', (stdout, cases) => {
  expect(randomisedCases([command('libtest', stdout, '', 0), command('tap', 'cases: 1', '', 0)])).toBe(cases + 1);
});

describe('generated files', () => {
  test('their first line says so', () => {
    expect(generatedLine('src/a.ts')).toBe('Generated from src/a.ts by `npm run generate`. Do not edit.');
    expect(generatedLine('x', 'init')).toBe('Generated from x by `init`. Do not edit.');
  });

  const line = generatedLine('src/a.ts');
  test.each<[string, boolean]>([
    [`# ${line}\na: 1`, true],
    [`// ${line}`, true],
    [`<!-- ${line} -->`, true],
    [`{\n  "$comment": "${line}"`, true],
    [`{"$comment": "${line}"`, true],
    [line, false],
    [` # ${line}`, false],
    [`a\n# ${line}`, false],
    [`# ${line.replace('.', ',')}`, true],
    [`# ${line.slice(0, -1)}`, false],
    [`# ${generatedLine('a', '')}`, false],
    [`# ${generatedLine('a', 'b\nc')}`, false],
    [`# ${generatedLine('s'.repeat(600))}`, false],
    ['', false],
  ])('%j: %s', (text, yes) => expect(isGenerated(text)).toBe(yes));
});

describe('tools', () => {
  const node = 'install Node 20 or newer, see https://nodejs.org';
  test.each<[string[], string, string, string]>([
    [['npm', 'ci'], 'npm', node, 'npm on PATH'],
    [['{node}', 'x.js'], 'node', node, 'node on PATH'],
    [['rustc'], 'rustc', 'rustup toolchain install nightly', 'a nightly toolchain of the rustc on PATH'],
    [['rustfmt', '--check'], 'rustfmt', 'rustup component add rustfmt', 'rustfmt on PATH'],
    [['cargo', 'fmt'], 'cargo fmt', 'rustup component add rustfmt', 'cargo-fmt on PATH'],
    [['cargo', 'clippy'], 'cargo clippy', 'rustup component add clippy', 'cargo-clippy on PATH'],
    [['python3', 'x.py'], 'python3', 'install Python 3, see https://www.python.org/downloads', 'python3 on PATH'],
    [['nvidia-smi'], 'nvidia-smi', 'use a machine with an NVIDIA GPU and its driver', 'nvidia-smi on PATH'],
  ])('%j', (argv, name, install, lookedFor) => expect(toolOf(argv)).toEqual({ name, install, lookedFor }));

  test('with the version that their output was recorded with', () => {
    const module = 'the packages of the python3 on PATH';
    const install = 'python3 -m pip install build==1.6.1';
    expect(toolOf(['python3', '-m', 'build'])).toEqual({
      name: 'python3 -m build',
      version: '1.6.1',
      install,
      lookedFor: module,
    });
    for (const [bin, name, version] of [
      ['prettier', 'prettier', '3.10.1'],
      ['eslint', 'eslint', '10.15.0'],
      ['tsc', 'typescript', '6.0.3'],
      ['jest', 'jest', '30.5.2'],
      ['stryker', '@stryker-mutator/core', '9.6.1'],
    ])
      expect(toolOf(['{node}', `{bin:${bin}}`])).toEqual({
        name: bin,
        version,
        install: `npm install --save-dev --save-exact ${name}@${version}`,
        lookedFor: `node_modules/.bin/${bin}, in the repository or above`,
      });
  });

  test('that nobody knows', () => {
    expect(toolOf(['{bin:own}'])).toEqual({
      name: 'own',
      lookedFor: 'node_modules/.bin/own, in the repository or above',
    });
    expect(toolOf([])).toEqual({ name: 'unknown', lookedFor: 'unknown on PATH' });
    expect(toolOf(['x{bin:own}', 'y'])).toEqual({ name: 'x{bin:own} y', lookedFor: 'x{bin:own} on PATH' });
    expect(toolOf(['{bin:own}y'])).toEqual({ name: '{bin:own}y', lookedFor: '{bin:own}y on PATH' });
    expect(toolOf(['my-cargo-thing', 'x'])).toEqual({ name: 'my-cargo-thing x', lookedFor: 'my-cargo-thing on PATH' });
    expect(toolOf(['tool', 'cargo-x'])).toEqual({ name: 'tool cargo-x', lookedFor: 'tool on PATH' });
  });
});

describe('usage', () => {
  const usage = { engine: 'e', seconds: 1 };
  const accepts = (over: object) => usageSchema.safeParse({ ...usage, ...over }).success;
  test.each<[object, boolean]>([
    [{ version: '1'.repeat(40) }, true],
    [{ version: '1'.repeat(41) }, false],
    [{ version: ' 1' }, false],
    [{ version: '1 ' }, false],
    [{ models: ['a'.repeat(100)] }, true],
    [{ models: ['a'.repeat(101)] }, false],
    [{ models: ['a b'] }, false],
    [{ models: ['a', 'b', 'c', 'd', 'e'] }, true],
    [{ models: ['a', 'b', 'c', 'd', 'e', 'f'] }, false],
    [{ turns: 1e12 }, true],
    [{ turns: 1e12 + 1 }, false],
  ])('with %j: %s', (over, yes) => expect(accepts(over)).toBe(yes));

  test('2000 characters are read', () => {
    const text = JSON.stringify(usage);
    expect(readUsage(text.padEnd(2000))).toEqual(usage);
    expect(readUsage(text.padEnd(2001))).toBeUndefined();
  });
});
