import { describe, expect, test } from '@jest/globals';
import type { CommandResult } from '../../../src/core/gate.ts';
import { features } from '../../../src/gates/features.ts';
import { loadProfile } from '../../../src/runtime/profile.ts';
import { command, observe, recorded, said } from '../../fixtures/gates/observation.ts';

const cargo = loadProfile('cargo');
const step = (name: string, over: Partial<CommandResult> = {}): Partial<CommandResult> => ({
  step: name,
  argv: [name],
  ...over,
});
const built = (name: string, over: Partial<CommandResult> = {}) =>
  recorded('cargo-messages', 'cargo-build-ok', 0, step(`${name}-build`, over));
const broken = (name: string) => recorded('cargo-messages', 'cargo-build-bad', 101, step(`${name}-build`));
const tested = (name: string, over: Partial<CommandResult> = {}) =>
  recorded('libtest', 'cargo-test-ok', 0, step(`${name}-test`, over));
const run = (kind: string, recording: string, exitCode: number) => (name: string) =>
  recorded('libtest', recording, exitCode, step(`${name}-${kind}`));
const lacks = (name: string, ...unmet: string[]) =>
  ['build', 'test'].map((kind) =>
    command('libtest', '', '', null, step(`${name}-${kind}`, { unmet, argv: [name, kind] })),
  );
const good = (name: string) => [built(name), tested(name)];

const judge = (combinations: string[], commands: CommandResult[], paths = ['Cargo.toml']) => {
  const settings = { combinations };
  const profile = { ...cargo, gates: { ...cargo.gates, features: { methods: [], timeout: 60, settings } } };
  const result = features.evaluate(observe(commands, { profile, paths }));
  return [result.verdict, ...(result.reason === undefined ? [] : [result.reason]), ...said(result)];
};
const passes = said(
  features.evaluate(
    observe(good('a'), {
      paths: ['Cargo.toml'],
      profile: { ...cargo, gates: { features: { methods: [], timeout: 1, settings: { combinations: ['a'] } } } },
    }),
  ),
)[1]!.replace('a: ', '');

describe('combinations', () => {
  test('each is a row of its own, with its count of tests', () => {
    expect(passes).toMatch(/^pass: [1-9]\d*\/[1-9]\d* pass/);
    expect(judge(['cpu', 'none', 'all'], [...good('cpu'), ...good('none'), ...good('all')])).toEqual([
      'pass',
      'smoke: 3/3 ok',
      `cpu: ${passes}`,
      `none: ${passes}`,
      `all: ${passes}`,
    ]);
  });

  test('one that needs a tool which is not there is skipped by name and never ok', () => {
    expect(judge(['cpu', 'gpu'], [...good('cpu'), ...lacks('gpu', 'nvcc')])).toEqual([
      'pass',
      'smoke: 1/2 ok, 1 skipped',
      `cpu: ${passes}`,
      'gpu: skipped: not installed: nvcc',
    ]);
    expect(judge(['gpu'], lacks('gpu', 'nvcc', 'nvidia-smi'))).toEqual([
      'skipped',
      'missing-tool',
      'smoke: 0/1 ok, 1 skipped',
      'gpu: skipped: not installed: nvcc, nvidia-smi',
    ]);
  });

  test('a package without features has nothing to combine', () => {
    expect(judge([], [], ['package.json'])).toEqual([
      'skipped',
      'n/a-surface',
      'features: no Cargo.toml: there are no features',
    ]);
  });
});

describe('ways to look ok', () => {
  test.each<[string, string[], CommandResult[], RegExp]>([
    ['no combination', [], good('cpu'), /names no combination/],
    ['four combinations', ['a', 'b', 'c', 'd'], [], /4 combinations, at most 3/],
    ['one combination twice', ['a', 'a'], good('a'), /stands twice/],
    ['a combination that did not run', ['cpu', 'none'], good('cpu'), /smoke: 1\/2 ok.*none: fail: build did not run/],
    ['a build without tests', ['cpu'], [built('cpu')], /test did not run/],
    [
      'the same command under two names',
      ['a', 'b'],
      [...good('a'), built('b', { argv: ['a-build'] }), tested('b')],
      /b-build is the command of another/,
    ],
    ['a step of no combination', ['a'], [...good('a'), ...good('b')], /belongs to no combination/],
    [
      'a build that fails',
      ['a', 'b'],
      [...good('a'), broken('b'), tested('b')],
      /smoke: 1\/2 ok.*b: fail: build: \d+ error/,
    ],
    [
      'tests that fail',
      ['a'],
      [built('a'), run('test', 'cargo-test-fail', 101)('a')],
      /smoke: 0\/1 ok.*a: fail: \d+\/\d+ pass/,
    ],
    [
      'a filter that matches nothing',
      ['a'],
      [built('a'), run('test', 'cargo-test-nomatch', 0)('a')],
      /a: fail: (no test ran|test: no test)/,
    ],
    [
      'a failed combination beside a skipped one',
      ['a', 'b'],
      [broken('a'), tested('a'), ...lacks('b', 'nvcc')],
      /smoke: 0\/2 ok, 1 skipped/,
    ],
    ['output that was cut', ['a'], [built('a'), tested('a', { truncated: true })], /over the limit/],
    ['no output at all', ['a'], [command('cargo-messages', '', '', 0, step('a-build')), tested('a')], /smoke: 0\/1 ok/],
    ['a time-out', ['a'], [built('a', { timedOut: true, exitCode: null })], /timeout/],
    ['no command', ['a'], [], /no command for this gate/],
  ])('A-68 %s', (_, names, commands, words) => {
    const [verdict, ...rest] = judge(names, commands);
    expect(verdict).toBe('fail');
    expect(rest.join('; ')).toMatch(words);
  });
});
