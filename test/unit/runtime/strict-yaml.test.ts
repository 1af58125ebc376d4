import { describe, expect, test } from '@jest/globals';
import { parseStrictYaml } from '../../../src/runtime/strict-yaml.ts';
import { BUILT_IN_PROFILES, loadProfile } from '../../../src/runtime/profile.ts';

const read = (text: string) => parseStrictYaml(text, 'f.yml').value;
const line = (action: () => unknown): string => {
  try {
    action();
  } catch (error) {
    return (error as { toLine(): string }).toLine();
  }
  return 'no error';
};

describe('strict YAML', () => {
  test('plain data, text that looks like more', () => {
    const value = read('a: 1\nb: [x, "08", 2.5, true, null]\nc: { d: "no", e: yes }\n');
    expect(JSON.parse(JSON.stringify(value))).toEqual({
      a: 1,
      b: ['x', '08', 2.5, true, null],
      c: { d: 'no', e: 'yes' },
    });
    expect(Object.getPrototypeOf(value)).toBeNull();
  });
  test.each(['a: [**]\n', 'a:\n  - **/*.ts\n', 'a: [*.md, b]\n', 'a: *\n'])(
    'a glob without quotes is told to be quoted: %j',
    (text) => expect(line(() => read(text))).toMatch(/begins with \* needs quotes/),
  );
  test.each([
    ['A-27 alias', 'a: &x 1\nb: *x\n', 'f.yml:1:7'],
    ['A-28 duplicate key', 'a: 1\na: 2\n', 'f.yml:2:1'],
    ['A-29 merge key', 'a:\n  <<: { b: 1 }\n', 'f.yml:2:3'],
    ['A-30 tag', 'a: !foo 1\n', 'f.yml:1'],
    ['A-30 js tag', 'a: !!js/function x\n', 'f.yml:1'],
    ['A-30 binary', 'a: !!binary aGk=\n', 'f.yml:1'],
    ['A-31 documents', 'a: 1\n---\nb: 2\n', 'f.yml'],
    ['A-31 BOM', '\ufeffa: 1\n', 'byte order mark'],
    ['A-31 tab', 'a:\n\tb: 1\n', 'f.yml:2:1'],
    ['A-31 depth, flow', `a: ${'['.repeat(20_000)}`, 'deeper than 20'],
    ['A-31 depth, block', Array.from({ length: 25 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'deeper than 20'],
    ['A-31 depth, sequences', `${'- '.repeat(5000)}x`, 'deeper than 20'],
    ['A-32 octal', 'a: 0o7\n', 'the number 0o7'],
    ['A-32 hex', 'a: 0x10\n', 'the number 0x10'],
    ['A-32 exponent', 'a: 1e3\n', 'the number 1e3'],
    ['A-32 leading zero', 'a: 08\n', 'the number 08'],
    ['A-36 infinity', 'a: .inf\n', 'the number .inf'],
    ['A-36 not a number', 'a: .nan\n', 'the number .nan'],
    ['A-36 minus zero', 'a: -0\n', 'the number -0'],
    ['A-33 __proto__', '__proto__: 1\n', 'not allowed'],
    ['A-33 constructor', 'a: { constructor: 1 }\n', 'not allowed'],
    ['A-26 size', `a: "${'x'.repeat(70_000)}"\n`, 'at most 65536'],
    ['a number as key', '1: a\n', 'quote it'],
    ['control character', 'a: "x\u0007"\n', 'control character'],
  ])('%s is refused with its place', (_, text, place) => {
    expect(line(() => read(text))).toContain(place);
  });
  test('hostile files are gone through once', () => {
    const quarter = 16_384;
    for (const piece of ['[', '{', '- ', 'a: ', '\n', ' \n', '# \n', '-\n', "'"]) {
      const texts = [piece.repeat(quarter), `a: |\n${piece.repeat(quarter)}`];
      for (const text of texts) line(() => read(text));
    }
  }, 60_000);
  test('under the failsafe schema every scalar is the text that stands there', () => {
    const { value } = parseStrictYaml('a: [08, 0x10, 1e3, null, true, "x"]\nb:\n', 'f.yml', 'bad-contract', 'failsafe');
    expect(JSON.parse(JSON.stringify(value))).toEqual({ a: ['08', '0x10', '1e3', 'null', 'true', 'x'], b: '' });
  });
});

describe('profiles', () => {
  test('the built-in ones load, and bitnet-rs differs from cargo by its features alone', () => {
    expect([...BUILT_IN_PROFILES].sort()).toEqual(['bitnet-rs', 'cargo', 'nmoe', 'node']);
    const argv = (name: string, gate: 'tests' | 'format') =>
      loadProfile(name).gates[gate]!.methods[0]!.steps[0]!.argv.join(' ');
    expect(argv('bitnet-rs', 'tests')).toBe(
      'cargo test --workspace --no-default-features --features cpu --no-fail-fast -- --show-output',
    );
    expect(argv('cargo', 'tests')).toBe('cargo test --workspace --no-fail-fast -- --show-output');
    expect(argv('bitnet-rs', 'format')).toBe(argv('cargo', 'format'));
  });
  test('a file extends: maps merge, lists replace, null removes', () => {
    const profile = loadProfile(
      'node',
      'extends: node\nprofile: node\nscopes: { tests: [spec/**] }\ngates: { docs: null, tests: { timeout: 5 } }\n',
    );
    expect(profile.scopes.tests).toEqual(['spec/**']);
    expect(profile.scopes.code).toEqual(['src/**']);
    expect(profile.gates.docs).toBeUndefined();
    expect([profile.gates.tests!.timeout, profile.gates.tests!.methods.length]).toEqual([5, 1]);
  });
  test.each([
    [
      'unknown key',
      'extends: node\nprofile: node\ngates:\n  tests:\n    timout: 3\n',
      'f.yml:5:5',
      'did you mean "timeout"?',
    ],
    ['unknown gate', 'extends: node\nprofile: node\ngates:\n  test: {}\n', 'f.yml:4:3', 'did you mean "tests"?'],
    [
      'A-22 homoglyph',
      'extends: node\nprofile: node\ngates:\n  te\u0455ts: {}\n',
      'f.yml:4:3',
      'did you mean "tests"?',
    ],
    [
      'unknown setting',
      'extends: node\nprofile: node\ngates:\n  mutation:\n    settings:\n      treshold: 95\n',
      'f.yml:6:7): unknown key "treshold" in gates.mutation.settings',
      'did you mean "threshold"?',
    ],
    [
      'a setting of a gate that has none',
      'extends: node\nprofile: node\ngates:\n  tests:\n    settings: { least: 5 }\n',
      'f.yml:5:17): unknown key "least" in gates.tests.settings',
      'take it out',
    ],
    [
      'a setting of another kind',
      'extends: node\nprofile: node\ngates:\n  mutation:\n    settings:\n      threshold: "95"\n',
      'f.yml:6:7): gates.mutation.settings.threshold is "95": give a number',
      '',
    ],
    [
      'A-33 a setting with a name of the prototype',
      'extends: node\nprofile: node\ngates:\n  fuzz:\n    settings: { toString: 5 }\n',
      'f.yml:5:17): unknown key "toString"',
      'seconds, properties',
    ],
    ['unknown parent', 'extends: nod\nprofile: node\n', 'f.yml:1:1', 'did you mean "node"?'],
    [
      'unknown parser',
      'extends: node\nprofile: node\ngates: { build: { methods: [{ name: primary, steps: [{ id: x, argv: [a], parser: tscc }] }] } }\n',
      'f.yml:3',
      'did you mean "tsc"?',
    ],
    ['bad glob', 'extends: node\nprofile: node\nscopes: { code: ["!src/**"] }\n', 'scopes.code', 'deny'],
    ['another name', 'extends: node\nprofile: mine\n', 'f.yml:2:1', 'equal'],
    ...['GITHUB_OUTPUT', 'GIT_DIR', 'NODE_OPTIONS', 'LD_PRELOAD'].map(
      (name) =>
        [
          `the variable ${name}`,
          `extends: node\nprofile: node\ngates: { build: { methods: [{ name: primary, steps: [{ id: x, argv: [a], parser: tsc, env: { ${name}: x } }] }] } }\n`,
          'f.yml:3',
          name,
        ] as const,
    ),
    ['time-out 0', 'extends: node\nprofile: node\ngates: { tests: { timeout: 0 } }\n', 'f.yml:3:19', ''],
  ])('%s: place and fix', (_, text, place, fix) => {
    const message = line(() => loadProfile('node', text, 'f.yml'));
    expect(message).toMatch(/^bad-(profile|config) /);
    expect(message).toContain(place);
    expect(message).toContain(fix);
  });
});
