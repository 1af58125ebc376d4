import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stringify } from 'smol-toml';
import { FlowError } from '../../../../src/core/errors.ts';
import { loadRegistry } from '../../../../src/runtime/gate-registry/load.ts';
import { parseStrictToml } from '../../../../src/runtime/gate-registry/toml-text.ts';

const refused = (text: string): FlowError => {
  try {
    parseStrictToml(text, 'g.toml');
  } catch (error) {
    if (error instanceof FlowError) return error;
    throw error;
  }
  throw new Error(`read: ${text.slice(0, 60)}`);
};

describe('A-35 A-33 what TOML allows and a registry does not', () => {
  test.each([
    ['a = 1\nb = nan', 2, 'b is NaN'],
    ['b = -nan', 1, 'b is NaN'],
    ['[t]\nb = inf', 2, 't.b is Infinity'],
    ['b = -inf', 1, 'b is -Infinity'],
    ['b = 9007199254740993', 1, 'b is 9007199254740993, which no number holds exactly'],
    ['b = 9223372036854775807', 1, 'no number holds'],
    ['b = 30.0', 1, 'b is 30.0'],
    ['b = 1e3', 1, 'b is 1000.0'],
    ['b = 0.5', 1, 'b is 0.5'],
    ['b = 1e999', 1, 'b is Infinity'],
    ['b = 1979-05-27', 1, 'b is a date'],
    ['[a]\nx = 1\n[a]\ny = 2', 3, 'redefine'],
    ['a = 1\na = 2', 2, 'redefine'],
    ['a.b = 1\n[a]\nc = 2', 2, 'redefine'],
    ['x = 1\na.__proto__.b = 1', 2, 'the key __proto__'],
    ['[__proto__.x]\na = 1', 1, 'the key __proto__'],
    ['["constructor"]\na = 1', 1, 'the key constructor'],
    ['a = { prototype = 1 }', 1, 'the key prototype'],
    ['a = 1\n\n= 2', 3, ''],
    ['a = "x', 1, ''],
    ['\ufeffa = 1', 1, 'byte order mark'],
    ['a = "\ufffd"', 1, 'no UTF-8'],
    [`a = ${'['.repeat(30)}${']'.repeat(30)}`, 1, 'nest'],
    [`a = "${'x'.repeat(262_144)}"`, 1, 'at most 262144'],
  ])('%#: %j', (text, line, message) => {
    const error = refused(text);
    expect([error.code, error.at?.split(':')[1]]).toEqual(['bad-config', String(line)]);
    expect(error.message).toContain(message);
    expect(error.fix).not.toBe('');
  });

  test('objects have no prototype, and nothing is polluted', () => {
    const { value } = parseStrictToml('[a]\nb = [{ c = 1 }]', 'g');
    const { a } = value as { a: { b: { c: number }[] } };
    expect([Object.getPrototypeOf(value), Object.getPrototypeOf(a), Object.getPrototypeOf(a.b[0])]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('100,000 brackets and a long line end at once', () => {
    expect(refused('['.repeat(100_000)).code).toBe('bad-config');
    expect(refused(`a = ${'['.repeat(100_000)}`).code).toBe('bad-config');
  });
});

describe('lines', () => {
  const text = `# first
[meta]
version = "1" # [not.a.table]

[gates."a:b"] # and a comment
cmd = """
[looks.like]
x = \\""" 1
"""
list = [
  "one", # 1
  "two",
  [ "three" ],
]
inline = { x = 1, y = [ 2,
 3 ] }
[gates."c.d".e]
'quoted key' = 'a # b'
a.b = 1
`;
  const { line } = parseStrictToml(text, 'g');
  test.each([
    [['meta'], 2],
    [['meta', 'version'], 3],
    [['gates'], 5],
    [['gates', 'a:b'], 5],
    [['gates', 'a:b', 'cmd'], 6],
    [['gates', 'a:b', 'list', 0], 11],
    [['gates', 'a:b', 'list', 1], 12],
    [['gates', 'a:b', 'list', 2, 0], 13],
    [['gates', 'a:b', 'inline', 'y', 1], 16],
    [['gates', 'c.d', 'e', 'quoted key'], 18],
    [['gates', 'c.d', 'e', 'a', 'b'], 19],
    [['gates', 'a:b', 'nothing'], 5],
    [['nothing'], 1],
  ] as const)('%j', (path, expected) => expect(line(path)).toBe(expected));

  test('the light reader ends on any text, and finds every key where the writer put it', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    const value = fc.oneof(
      fc.integer({ min: 0, max: 99 }),
      fc.string({ maxLength: 12 }).filter((text) => !text.includes('\ufffd')),
      fc.array(word, { maxLength: 3 }),
    );
    fc.assert(
      fc.property(
        fc.dictionary(word, fc.dictionary(word, value, { minKeys: 1, maxKeys: 4 }), { minKeys: 1, maxKeys: 4 }),
        (tables) => {
          const text = stringify(tables);
          const rows = text.split('\n');
          const { line: at } = parseStrictToml(text, 'g');
          for (const [table, keys] of Object.entries(tables)) {
            expect(rows[at([table]) - 1]).toBe(`[${table}]`);
            for (const key of Object.keys(keys)) expect(rows[at([table, key]) - 1]!.startsWith(`${key} = `)).toBe(true);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  test.each([
    ['cmd = {}', 2, 'a:b: cmd is a table'],
    ['cmd = { a = "b" }', 2, 'a:b: cmd is a table'],
    ['cmd = [{}]', 2, 'a:b: cmd is a list'],
    ['tier = [["a"]]', 2, 'a:b: tier is a list'],
    ['cmd = true', 2, 'a:b: cmd is true'],
  ])('%s has no value of its kind', (text, line, message) => {
    const { findings } = loadRegistry(`[gates."a:b"]\n${text}\n`, 'g', []);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'bad-value', line, message }));
  });

  test('any text is read or refused with a place, never a crash', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '"',
      "'",
      '"""',
      '\n',
      '=',
      '.',
      'a',
      '#',
      '{',
      '}',
      ',',
      '\\',
      '1',
      ' ',
      '[gates."a:b"]\n',
      'tier = "a"\n',
      'cmd = ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        try {
          for (const finding of loadRegistry(pieces.join(''), 'g', []).findings)
            expect(finding.line).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(FlowError);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
