import { describe, expect, test } from '@jest/globals';
import { metricProblem } from '../../../../src/core/gate-registry/metric-pattern.ts';
import { tomlPlaces } from '../../../../src/core/gate-registry/places.ts';

const TEXT = `# a table in a comment: [no]
top = 1 # behind it
[meta] # behind a table
version = "1"

[gates."cpu:a b"]
cmd = """
[not.a.table]
x = \\"""
y"""
note = '''
z = 1
''''
  tier = "a # no comment"
requires = [ # first
  "A",

  'B]', "C\\"]", # last
  ["D",
   "E"],
]
[ gates . 'lit"eral' . deep ]
a.b."c.d" = { x = 1, "y z" = [1,
  2], w = {} }
flag = true
after = 1
[[list]]
n = 1
[list.sub]
"esc\\u0041ped" = 2
"bad\\q" = 3
last = 'end'`;

describe('the line of a key', () => {
  const line = tomlPlaces(TEXT);
  test.each<[(string | number)[], number]>([
    [['top'], 2],
    [['meta'], 3],
    [['meta', 'version'], 4],
    [['meta', 'missing'], 3],
    [['gates'], 6],
    [['gates', 'cpu:a b'], 6],
    [['gates', 'cpu:a b', 'cmd'], 7],
    [['not'], 1],
    [['x'], 1],
    [['gates', 'cpu:a b', 'x'], 6],
    [['gates', 'cpu:a b', 'note'], 11],
    [['gates', 'cpu:a b', 'z'], 6],
    [['gates', 'cpu:a b', 'tier'], 14],
    [['gates', 'cpu:a b', 'requires'], 15],
    [['gates', 'cpu:a b', 'requires', 0], 16],
    [['gates', 'cpu:a b', 'requires', 1], 18],
    [['gates', 'cpu:a b', 'requires', 2], 18],
    [['gates', 'cpu:a b', 'requires', 3], 19],
    [['gates', 'cpu:a b', 'requires', 3, 0], 19],
    [['gates', 'cpu:a b', 'requires', 3, 1], 20],
    [['gates', 'cpu:a b', 'requires', 4], 15],
    [['gates', 'lit"eral'], 22],
    [['gates', 'lit"eral', 'deep', 'a'], 23],
    [['gates', 'lit"eral', 'deep', 'a', 'b', 'c.d', 'x'], 23],
    [['gates', 'lit"eral', 'deep', 'a', 'b', 'c.d', 'y z', 0], 23],
    [['gates', 'lit"eral', 'deep', 'a', 'b', 'c.d', 'y z', 1], 24],
    [['gates', 'lit"eral', 'deep', 'a', 'b', 'c.d', 'w'], 24],
    [['gates', 'lit"eral', 'deep', 'flag'], 25],
    [['gates', 'lit"eral', 'deep', 'after'], 26],
    [['list'], 27],
    [['list', 'n'], 28],
    [['list', 'sub'], 29],
    [['list', 'sub', 'escAped'], 30],
    [['list', 'sub', 'bad\\q'], 31],
    [['list', 'sub', 'last'], 32],
    [['metaversion'], 1],
    [[], 1],
  ])('%j is %d', (path, expected) => expect(line(path)).toBe(expected));

  test('of a text that holds nothing is the first', () => {
    for (const text of ['', '\n\n', '# a', ' \t\r\n']) expect(tomlPlaces(text)(['meta'])).toBe(1);
  });

  test('is found with the line ends of Windows, behind empty lines and at the very end', () => {
    const at = tomlPlaces('\r\n\r\n[a]\r\n  b = "x"\r\nc = [\r\n1\r\n]\r\nd = 2');
    expect([at(['a']), at(['a', 'b']), at(['a', 'c', 0]), at(['a', 'd'])]).toEqual([3, 4, 6, 8]);
  });

  test.each([
    '[a',
    'a = [1',
    'a = {b = 1',
    'a = "x',
    "a = '''x",
    'a = """x\\',
    'a = ',
    '[a]]\nb',
    '= 1\nc = 2',
    'a = {!}',
    '"a',
  ])('a text that is broken off ends: %j', (text) => {
    expect(tomlPlaces(text)(['nowhere'])).toBe(1);
  });
});

describe('a pattern of a metric', () => {
  const compile = 'write a JavaScript regular expression';
  const capture = 'put the number into parentheses, as in `tps: ([0-9.]+)`';
  const end = 'take `$` away, or write `\\$`';
  const begin = 'take `^` away, or write `\\^`';
  test.each<[string, string | RegExp | undefined, string | undefined]>([
    ['tps: ([0-9.]+)', undefined, undefined],
    ['^tps=(\\d+)$', undefined, undefined],
    ['(?:^a|^b)=(\\d+)', undefined, undefined],
    ['x\\$ (\\d+)', undefined, undefined],
    ['x\\^ (\\d+)', undefined, undefined],
    ['[$^]{2}x[^ab]+ (\\d+)', undefined, undefined],
    ['(\\d+)(?:$|x)', undefined, undefined],
    ['a(\\d+)$|b', undefined, undefined],
    ['a\\bb (\\d+)', undefined, undefined],
    ['(?<=^a)(?=^|x)(?!^y)(?<n>^b)=(\\d+)', undefined, undefined],
    ['tps: (', /^metric_pattern does not compile: .*\(/, compile],
    ['tps: [0-9.]+', 'metric_pattern captures nothing', capture],
    ['a|b', 'metric_pattern captures nothing', capture],
    [
      '\\\\btps: ([0-9]+)',
      'metric_pattern asks for a backslash (\\\\b), so it never matches what a program prints',
      'in a TOML \'…\' string write \\b, in a "…" string \\\\b',
    ],
    ['tps$: ([0-9]+)', 'metric_pattern goes on behind its end (`$`), so it can never match', end],
    ['$(a)', 'metric_pattern goes on behind its end (`$`), so it can never match', end],
    ['[ab]$c(d)', 'metric_pattern goes on behind its end (`$`), so it can never match', end],
    ['tps ^([0-9]+)', 'metric_pattern begins again (`^`) behind a character, so it can never match', begin],
    ['[ab]^(d)', 'metric_pattern begins again (`^`) behind a character, so it can never match', begin],
    ['\\d^(d)', 'metric_pattern begins again (`^`) behind a character, so it can never match', begin],
    [
      '([0-9]*)',
      'metric_pattern matches nothing at all, too: it would find an empty number',
      'make it need the name of the metric',
    ],
    [
      '^()',
      'metric_pattern matches nothing at all, too: it would find an empty number',
      'make it need the name of the metric',
    ],
  ])('%s', (pattern, why, fix) => {
    if (why === undefined) expect(metricProblem(pattern)).toBeUndefined();
    else
      expect(metricProblem(pattern)).toEqual({ why: typeof why === 'string' ? why : expect.stringMatching(why), fix });
  });
});
