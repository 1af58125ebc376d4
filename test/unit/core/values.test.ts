import { describe, expect, test } from '@jest/globals';
import { canonicalJson, digest } from '../../../src/core/canonical.ts';
import { FlowError, nearest } from '../../../src/core/errors.ts';
import { evidence, evidenceLine, evidenceSchema, hasProvenance } from '../../../src/core/evidence.ts';
import { machineFingerprint, memoryClass } from '../../../src/core/machine.ts';
import { mergeOver } from '../../../src/core/merge.ts';
import { usesAtHome, usesMirror } from '../../../src/core/published.ts';
import { commentEnd, rawStringEnd, stringEnd } from '../../../src/core/rust-ends.ts';
import { isPlaceholder, setupSchema, splitPin } from '../../../src/core/setup.ts';
import { isUntouched, stamped } from '../../../src/core/stamp.ts';
import { toConclusion, worst, type Verdict } from '../../../src/core/verdict.ts';

describe('canonical JSON', () => {
  test.each<[unknown, string]>([
    [null, 'null'],
    [true, 'true'],
    ['a"\n', '"a\\"\\n"'],
    [1.5, '1.5'],
    [-0, '0'],
    [[], '[]'],
    [[1, [null, 'a']], '[1,[null,"a"]]'],
    [{}, '{}'],
    [{ b: 1, a: { d: undefined, c: [] } }, '{"a":{"c":[]},"b":1}'],
    [{ a: undefined, b: undefined, c: 1, d: 2 }, '{"c":1,"d":2}'],
    [{ b: 1, B: 2, 'a"': 3 }, '{"B":2,"a\\"":3,"b":1}'],
  ])('of %j is %s', (value, text) => expect(canonicalJson(value)).toBe(text));

  test.each<[unknown, string]>([
    [NaN, 'NaN has no canonical form'],
    [[Infinity], 'Infinity has no canonical form'],
    [undefined, 'a undefined has no canonical form'],
    [{ a: () => 1 }, 'a function has no canonical form'],
    [1n, 'a bigint has no canonical form'],
  ])('there is none of %p', (value, message) => expect(() => canonicalJson(value)).toThrow(new TypeError(message)));

  test('a digest is sha256 in hex, or its first digits', () => {
    const whole = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';
    expect([digest('hello'), digest('hello', 16)]).toEqual([whole, whole.slice(0, 16)]);
  });
});

describe('an error of a user', () => {
  test.each<[ConstructorParameters<typeof FlowError>, string]>([
    [['bad-input', 'it is 3'], 'bad-input: it is 3'],
    [['bad-input', 'it is 3', { at: 'n' }], 'bad-input (n): it is 3'],
    [['bad-input', 'it is 3', { at: 'n', fix: 'use 4' }], 'bad-input (n): it is 3. Fix: use 4'],
    [['host', 'is it 3?', { fix: 'use 4' }], 'host: is it 3? Fix: use 4'],
    [['host', 'no!', { fix: 'use 4' }], 'host: no! Fix: use 4'],
    [['host', 'a.', { fix: 'use 4' }], 'host: a. Fix: use 4'],
    [['host', 'a…', { fix: 'use 4' }], 'host: a… Fix: use 4'],
    [['host', 'a. b', { fix: 'use 4' }], 'host: a. b. Fix: use 4'],
  ])('%j', (given, line) => expect(new FlowError(...given).toLine()).toBe(line));

  test('keeps its cause, and has none where none was given', () => {
    const cause = new Error('deep');
    const error = new FlowError('bug', 'm', { cause });
    expect([error.name, error.code, error.message, error.cause]).toEqual(['FlowError', 'bug', 'm', cause]);
    expect('cause' in new FlowError('bug', 'm')).toBe(false);
  });

  test.each<[string, string[], string | undefined]>([
    ['tests', ['format', 'tests'], 'tests'],
    ['tset', ['build', 'test'], 'test'],
    ['TESTS', ['tests'], 'tests'],
    ['tests', ['TESTS'], 'TESTS'],
    ['formt', ['format'], 'format'],
    ['a', ['bcd'], undefined],
    ['a', ['bc', 'ab'], 'ab'],
    ['ab', ['cd', 'ac'], 'ac'],
    ['abc', ['def'], undefined],
    ['abcdefghi', ['abcdefxyz'], 'abcdefxyz'],
    ['abcdefghi', ['abcdewxyz'], undefined],
    ['abcdefghij', ['abcdefwxyz'], 'abcdefwxyz'],
    ['spec', ['specs', 'spec-x'], 'specs'],
    ['spec', ['spex', 'sped'], 'spex'],
    ['clipyp', ['clippx', 'clippy'], 'clippy'],
    ['acb', ['abc', 'a'], 'abc'],
    ['ca', ['abc'], undefined],
    ['bacd', ['abdc'], 'abdc'],
    ['', ['ab', 'abc'], undefined],
    ['tests', [], undefined],
  ])('did %s mean one of %j? %s', (word, candidates, meant) => expect(nearest(word, candidates)).toBe(meant));
});

describe('evidence', () => {
  const list = (...entries: [string, string][]) => entries.map(([key, value]) => ({ key, value }));

  test('is one visible line of at most 200 characters', () => {
    expect(evidence('n', 3)).toEqual({ key: 'n', value: '3' });
    expect(evidence('n', 'a\nb\u001b[31m')).toEqual({ key: 'n', value: 'a b' });
    expect(evidence('n', 'x'.repeat(201)).value).toBe(`${'x'.repeat(199)}…`);
  });

  test.each<[string, string, boolean]>([
    ['AC1 in', 'a', true],
    ['9._+/-', '', true],
    ['k'.repeat(40), 'x'.repeat(200), true],
    ['k'.repeat(41), 'a', false],
    ['k', 'x'.repeat(201), false],
    ['', 'a', false],
    [' k', 'a', false],
    ['k\n', 'a', false],
    ['k', 'a\nb', false],
    ['k', 'a\u200bb', false],
    ['k', 'a\u2028b', false],
    ['k', 'a\u2029', false],
    ['kä', 'a', false],
  ])('key %j with value %j: %s', (key, value, yes) =>
    expect(evidenceSchema.safeParse({ key, value }).success).toBe(yes),
  );

  test('a line of it leaves out where it comes from and what the trace table shows', () => {
    const provenance = list(
      ['argv', 'x'],
      ['exit', '0'],
      ['ms', '3'],
      ['tool', 't'],
      ['log', 'l'],
      ['reports', 'r'],
      ['isolation', 'i'],
      ['tree', 't'],
    );
    const traced = list(['AC1', 'a'], ['AC12 in', 'b'], ['changed code', 'c'], ['changed spec', 'd']);
    const shown = list(['AC', '1/1 mapped'], ['AC0', 'z'], ['xAC1', 'e'], ['AC1 inn', 'f'], ['changed docs', 'g']);
    const line = 'AC: 1/1 mapped; AC0: z; xAC1: e; AC1 inn: f; changed docs: g';
    expect(evidenceLine([...list(['method', 'primary']), ...provenance, ...traced, ...shown])).toBe(line);
    expect(evidenceLine([...list(['method', 'alt1']), ...shown])).toBe(`${line}; method: alt1`);
    expect(evidenceLine(list(['method', 'xalt1'], ['other', 'alt1']))).toBe('other: alt1');
    expect(evidenceLine(list(['method', 'alternative']))).toBe('');
    expect([hasProvenance(list(['argv', 'x'])), hasProvenance(list(['a', 'b'], ['method', 'x']))]).toEqual([
      false,
      true,
    ]);
  });
});

describe('verdicts', () => {
  test('the worse of two', () => {
    const order: Verdict[] = ['pass', 'skipped', 'fail'];
    for (const a of order)
      for (const b of order) expect(worst(a, b)).toBe(order[Math.max(order.indexOf(a), order.indexOf(b))]);
    expect(order.map(toConclusion)).toEqual(['success', 'neutral', 'failure']);
  });
});

describe('a machine', () => {
  const machine = { cpu: 'c', cores: 4, memoryGiB: 16, os: 'linux' };
  test('has a fingerprint of 16 digits, whatever the order of its tools', () => {
    const print = machineFingerprint(machine, ['b 1', 'a 1']);
    expect(print).toBe(digest(canonicalJson({ ...machine, tools: ['a 1', 'b 1'] }), 16));
    expect(machineFingerprint(machine, ['a 1', '', 'b 1', 'a 1'])).toBe(print);
    expect(machineFingerprint(machine, ['a 1'])).not.toBe(print);
    for (const other of [{ cpu: 'd' }, { cores: 5 }, { memoryGiB: 8 }, { os: 'mac' }])
      expect(machineFingerprint({ ...machine, ...other }, ['a 1', 'b 1'])).not.toBe(print);
  });
  test.each([
    [15.6, 16],
    [16, 16],
    [11, 8],
    [12, 16],
    [0.5, 0.5],
  ])('%d GiB are of the class %d', (gib, each) => expect(memoryClass(gib * 2 ** 30)).toBe(each));
});

test.each<[unknown, unknown, unknown]>([
  [{ a: 1, b: { c: 1, d: 2 } }, { b: { c: 3 } }, { a: 1, b: { c: 3, d: 2 } }],
  [{ a: 1, b: 2 }, { a: null }, { b: 2 }],
  [{ a: { x: 1, y: 2 } }, { a: { x: null } }, { a: { y: 2 } }],
  [{ a: [1, 2] }, { a: [3] }, { a: [3] }],
  [{ a: [1] }, { a: { b: 1, c: null } }, { a: { b: 1 } }],
  [{ a: { b: 1 } }, { a: 'x' }, { a: 'x' }],
  [{}, { a: { b: null, c: { d: null, e: 1 } } }, { a: { c: { e: 1 } } }],
  [null, { a: null, b: 1 }, { b: 1 }],
  ['x', [null], [null]],
  [{ a: 1 }, [1], [1]],
  [{}, { toString: { a: null, b: 1 } }, { toString: { b: 1 } }],
])('%j under %j is %j', (base, over, merged) => expect(mergeOver(base, over)).toEqual(merged));

test('where a comment and a string of Rust end', () => {
  expect(commentEnd('/* a */ b', 2)).toBe(7);
  expect(commentEnd('/* a /* b */ c */ d */', 2)).toBe(17);
  expect(commentEnd('/* a /* b */', 2)).toBe(-1);
  expect(commentEnd('*/ /* a */', 5)).toBe(10);
  expect(commentEnd('', 0)).toBe(-1);
  expect(stringEnd('"a" b"', 1)).toBe(3);
  expect(stringEnd('"a\\"b" c', 1)).toBe(6);
  expect(stringEnd('"\\\\\\"x\\\n\\n" "', 1)).toBe(11);
  expect(stringEnd('"a\\"', 1)).toBe(-1);
  expect(stringEnd('a', 0)).toBe(-1);
  expect(rawStringEnd('r#"a"b"# "#', 3, '#')).toBe(8);
  expect(rawStringEnd('r"a" "', 2, '')).toBe(4);
  expect(rawStringEnd('r##"a"#', 4, '##')).toBe(-1);
});

test('a stamped text is known until somebody changes it', () => {
  const text = stamped('Generated from x.', 'a: 1\nb: 2\n');
  expect(text).toBe(`# Generated from x. [${digest('a: 1\nb: 2\n', 16)}]\na: 1\nb: 2\n`);
  expect(isUntouched(text)).toBe(true);
  expect(isUntouched(text.replace(/\n/g, '\r\n'))).toBe(true);
  expect(isUntouched(stamped('', ''))).toBe(true);
  for (const other of [
    `${text} `,
    text.replace('b: 2', 'b: 3'),
    text.replace(']\n', '] \n'),
    text.replace(' [', '['),
    '',
    'a',
    `${text.split('\n')[0]!}x\n`,
    'a\nb [0123456789abcdef]\n',
  ])
    expect(isUntouched(other)).toBe(false);
  expect(isUntouched(`# x [${digest('', 16)}]`)).toBe(false);
});

describe('what a repository chose', () => {
  const pin = `bitnet-flow/bitnet-flow@${'a'.repeat(40)}`;
  const setup = { version: 1, profile: 'node', actions: pin };
  const says = (over: object) => {
    const read = setupSchema.safeParse({ ...setup, ...over });
    return read.success ? 'read' : read.error.issues[0]!.message;
  };
  const NO_PATH = 'not the path of a YAML file from the top of the repository';
  const NO_PIN = 'not owner/repository@<40-digit commit sha>';

  test('the flow is generative when nobody says another', () => {
    expect(setupSchema.parse(setup)).toEqual({ ...setup, flow: 'generative' });
  });

  test.each<[object, string]>([
    [{ 'flow-file': '.github/bitnet-flow/flow.yml' }, 'read'],
    [{ 'profile-file': 'a-b_c/.d/e.yaml' }, 'read'],
    [{ 'flow-file': `${'a'.repeat(396)}.yml` }, 'read'],
    [{ 'flow-file': `${'a'.repeat(397)}.yml` }, 'Too big: expected string to have <=400 characters'],
    [{ 'flow-file': '-a.yml' }, NO_PATH],
    [{ 'flow-file': '../a.yml' }, NO_PATH],
    [{ 'flow-file': 'a/../b.yml' }, NO_PATH],
    [{ 'flow-file': 'a/./b.yml' }, NO_PATH],
    [{ 'flow-file': './b.yml' }, NO_PATH],
    [{ 'flow-file': '/b.yml' }, NO_PATH],
    [{ 'flow-file': 'a//b.yml' }, NO_PATH],
    [{ 'flow-file': 'a b.yml' }, NO_PATH],
    [{ 'flow-file': 'a.json' }, NO_PATH],
    [{ 'flow-file': 'ayml' }, NO_PATH],
    [{ 'flow-file': 'a.yml.txt' }, NO_PATH],
    [{ 'flow-file': 'a..b/c.yml' }, 'read'],
    [{ 'profile-file': 'a.txt' }, NO_PATH],
    [{ release: 'v1.0.0-rc.1+x_y' }, 'read'],
    [{ release: `v${'1'.repeat(39)}` }, 'read'],
    [{ release: '' }, 'Invalid string: must match pattern /^[A-Za-z0-9][A-Za-z0-9._+-]{0,39}$/'],
    [{ release: `v${'1'.repeat(40)}` }, 'Invalid string: must match pattern /^[A-Za-z0-9][A-Za-z0-9._+-]{0,39}$/'],
    [{ release: 'v1 x' }, 'Invalid string: must match pattern /^[A-Za-z0-9][A-Za-z0-9._+-]{0,39}$/'],
    [{ actions: pin.replace('bitnet-flow/', '') }, NO_PIN],
    [{ actions: pin.slice(0, -1) }, NO_PIN],
    [{ actions: `${pin}a` }, NO_PIN],
    [{ actions: `x${pin}`.replace('x', '-') }, NO_PIN],
    [{ actions: pin.replace(/a+$/, 'v1') }, NO_PIN],
    [{ actions: pin.replace(/a+$/, '0'.repeat(40)) }, 'the sha of no commit: a version that is not released'],
    [{ version: 2 }, 'Invalid input: expected 1'],
    [{ more: 1 }, 'Unrecognized key: "more"'],
  ])('%j: %s', (over, said) => expect(says(over)).toBe(said));

  test('a pin is taken apart', () => {
    expect(splitPin(pin)).toEqual({ repository: 'bitnet-flow/bitnet-flow', sha: 'a'.repeat(40) });
    expect(splitPin('x')).toEqual({ repository: '', sha: '' });
    expect([
      isPlaceholder(`a/b@${'0'.repeat(40)}`),
      isPlaceholder(`a/b@${'0'.repeat(39)}1`),
      isPlaceholder(`a/b@0${'0'.repeat(40)}`),
    ]).toEqual([true, false, false]);
    expect([usesAtHome('flow'), usesMirror('flow')]).toEqual([
      'bitnet-flow/bitnet-flow/actions/flow@v1',
      'bitnet-flow/flow@v1',
    ]);
  });
});
