import { describe, expect, test } from '@jest/globals';
import { FlowError } from '../../../../src/core/errors.ts';
import { addedLines, DIFF_FORM, scanAdded } from '../../../../src/core/public-safety/added-lines.ts';
import { allowedNameSchema, isAllowed } from '../../../../src/core/public-safety/allowed.ts';
import { fieldsOf } from '../../../../src/core/public-safety/fields.ts';
import { findingText, isSecretClass, redactedMark, type Finding } from '../../../../src/core/public-safety/finding.ts';
import { marksOf, redacted } from '../../../../src/core/public-safety/redact.ts';
import { findingsLine, refuseUnsafe } from '../../../../src/core/public-safety/refuse.ts';
import { scan, scanBytes } from '../../../../src/core/public-safety/scan.ts';
import { publicValue, question, scanned, textOr } from '../../../../src/core/public-safety/scanned.ts';
import { findSplit, findSplitValues } from '../../../../src/core/public-safety/split.ts';
import { safeValue } from '../../../../src/core/public-safety/value.ts';
import { covered, key, whole } from './written.ts';
import { VALUES } from './values.ts';

const lead = ['gh', 'p_'].join('');
const token = lead + key(36);
const [left, right] = [token.slice(0, 14), token.slice(14)];
const home = whole('/ho·me/ada');
const host = whole('build.int·ernal');
const finding = (more: Partial<Finding> = {}): Finding => ({
  class: 'home-path',
  place: { line: 3, column: 7 },
  encoding: ['plain'],
  ...more,
});

test('what is a secret, and what is a place', () => {
  const places = [
    'private-address',
    'link-local-address',
    'internal-host',
    'node-name',
    'cluster-name',
    'gpu-id',
    'home-path',
  ];
  const names = Object.keys(VALUES) as (keyof typeof VALUES)[];
  expect(names.filter((name) => !isSecretClass(name))).toEqual(places);
  expect([names.length, isSecretClass('packed'), redactedMark('jwt')]).toEqual([26, false, 'redacted:jwt']);
});

test.each<[Partial<Finding>, string]>([
  [{}, 'redacted:home-path in line 3, column 7'],
  [{ place: { field: 'body', line: 1, column: 2 } }, 'redacted:home-path in body, line 1, column 2'],
  [{ encoding: ['escaped', 'split'] }, 'redacted:home-path in line 3, column 7 (escaped, then split)'],
  [{ encoding: ['plain', 'plain'] }, 'redacted:home-path in line 3, column 7'],
])('a finding of %j as words', (more, text) => {
  expect(findingText(finding(more))).toBe(text);
});

describe('what is refused', () => {
  const line = 'redacted:home-path in line 3, column 7';
  test.each([
    [0, ''],
    [1, line],
    [3, `${line}; ${line}; ${line}`],
    [4, `${line}; ${line}; ${line}; 1 more`],
    [9, `${line}; ${line}; ${line}; 6 more`],
  ])('%i findings in one line', (count, text) => {
    expect(findingsLine(Array.from({ length: count }, () => finding()))).toBe(text);
  });

  test('a value that is about to leave', () => {
    const refusal = new FlowError(
      'public-safety',
      'nothing was written: redacted:home-path in body, line 1, column 4',
      {
        at: 'the comment',
        fix: 'take it out; a name that is public already can be allowed by `public-names` of the profile',
      },
    );
    const unsafe = { title: 'all well', body: `at ${home}` };
    for (const refuse of [refuseUnsafe, scanned]) {
      expect(() => refuse('the comment', unsafe)).toThrow(refusal);
      expect(() => refuse('the comment', unsafe, { allow: [home] })).not.toThrow();
    }
    try {
      refuseUnsafe('the comment', unsafe);
    } catch (error) {
      expect((error as FlowError).toLine()).toBe(refusal.toLine());
    }
    const safe = { body: 'all well' };
    expect([scanned('it', safe), question(unsafe)]).toEqual([safe, unsafe]);
  });

  test('a text, or what is said of it', () => {
    const say = (findings: readonly Finding[]) => findings.map(findingText).join();
    expect(textOr('all well', {}, say)).toBe('all well');
    expect(textOr(home, {}, say)).toBe('redacted:home-path in line 1, column 1');
    expect(textOr(home, { allow: [home] }, say)).toBe(home);
  });
});

describe('what of a value may become public', () => {
  test('texts without the lines that may not, whole objects where a name may not', () => {
    const { value, findings } = safeValue({
      ...{ a: `one\nat ${home}\nthree`, b: [host, 1, null, true, { c: 'd' }], e: undefined },
      inner: { [token]: 'x', f: 'g' },
    });
    expect(value).toEqual({
      ...{
        a: 'one\nredacted:home-path\nthree',
        b: ['redacted:internal-host', 1, null, true, { c: 'd' }],
        e: undefined,
      },
      inner: {},
    });
    expect(findings.map(findingText)).toEqual([
      'redacted:home-path in line 2, column 4',
      'redacted:internal-host in line 1, column 1',
      'redacted:github-token in line 1, column 1',
    ]);
    expect(safeValue({ a: home }, { allow: [home] })).toEqual({ value: { a: home }, findings: [] });
    expect(safeValue({ a: { [home]: 1 } }, { allow: [home] }).value).toEqual({ a: { [home]: 1 } });
  });

  test('what lies over several texts is told as that alone', () => {
    expect(publicValue({ a: `x ${home}` })).toEqual({
      value: { a: 'redacted:home-path' },
      findings: [{ class: 'home-path', place: { line: 1, column: 3 }, encoding: ['plain'] }],
    });
    const parts = publicValue({ a: [left, right] });
    expect(parts.value).toEqual({ refused: 'redacted:github-token' });
    expect(parts.findings.map(findingText)).toEqual(['redacted:github-token in a[0], line 1, column 1 (split)']);
    expect(publicValue({ a: home }, { allow: [home] })).toEqual({ value: { a: home }, findings: [] });
  });

  test('every text with its path', () => {
    const names = [`a${'b'.repeat(18)}`, `a${'b'.repeat(19)}`, `A${'b'.repeat(40)}`, `A${'b'.repeat(41)}`];
    expect(fieldsOf('x')).toEqual([{ name: '', text: 'x' }]);
    expect(fieldsOf({ a: [{ bC_d: 't' }, ['u'], 1, null, true], e: { F2: 'v' } })).toEqual([
      { name: 'a[0].bC_d', text: 't' },
      { name: 'a[1][0]', text: 'u' },
      { name: 'a name in e', text: 'F2' },
      { name: 'e.F2', text: 'v' },
    ]);
    expect(fieldsOf({ 'odd key': 'v', [home]: 'w' })).toEqual([
      { name: 'a name in it', text: 'odd key' },
      { name: '…', text: 'v' },
      { name: 'a name in it', text: home },
      { name: '…', text: 'w' },
    ]);
    expect(fieldsOf(Object.fromEntries(names.map((name) => [name, 'v']))).map(({ name }) => name)).toEqual([
      names[0],
      ...['a name in it', names[1]],
      ...['a name in it', names[2]],
      ...['a name in it', '…'],
    ]);
    expect(fieldsOf({ 'x-y': 'v', '-x': 'v', x1: 'v' }, 'top').map(({ name }) => name)).toEqual([
      'top.x-y',
      ...['a name in top', 'top.…'],
      ...['a name in top', 'top.x1'],
    ]);
  });
});

describe('what a diff adds', () => {
  const diff = [
    'diff --git a/a.txt b/a.txt',
    'new file mode 100644',
    '--- /dev/null',
    '+++ b/a.txt',
    '@@ -0,0 +1,2 @@',
    '+one',
    '+++ two',
    'diff --git a/b c.txt b/b c.txt',
    '--- a/b c.txt',
    '+++ b/b c.txt',
    '@@ -3 +5 @@ fn main() {',
    '--- old',
    '\\ No newline at end of file',
    '+new',
    '@@ -10,2 +12,0 @@',
    '-x',
    '-y',
    '+stray',
    '@@ -20,3 +20,4 @@',
    ' same',
    '+diff --git a/x b/x',
    '-gone',
    '',
    '+last',
    '@@ -1 +1 @',
    '+stray',
    'diff --git a/gone.txt b/gone.txt',
    'deleted file mode 100644',
    '@@ -1 +0,0 @@',
    '-x',
    'diff --git "a/\\303\\244.txt" "b/\\303\\244.txt"',
    'old mode 100644',
    'new mode 100755',
    'diff --git a/last b/last',
    '@@ -0,0 +7 @@',
    '+end',
  ].join('\n');
  test('file by file, by its numbers there', () => {
    expect(addedLines(diff)).toEqual([
      {
        path: 'a.txt',
        lines: [
          { number: 1, text: 'one' },
          { number: 2, text: '++ two' },
        ],
      },
      {
        path: 'b c.txt',
        lines: [
          { number: 5, text: 'new' },
          { number: 21, text: 'diff --git a/x b/x' },
          { number: 23, text: 'last' },
        ],
      },
      { path: '\\303\\244.txt', lines: [] },
      { path: 'last', lines: [{ number: 7, text: 'end' }] },
    ]);
    expect(addedLines('@@ -0,0 +1 @@\n+nobody’s\ndeleted file mode 1')).toEqual([]);
    expect(DIFF_FORM).toEqual([
      ...[
        '--no-color',
        '--no-ext-diff',
        '--no-textconv',
        '--no-renames',
        '--text',
        '-U0',
        '--src-prefix=a/',
        '--dst-prefix=b/',
      ],
    ]);
  });

  test('what must not become public in it', () => {
    const lines = [
      { number: 5, text: 'all well' },
      { number: 9, text: `at ${home}` },
    ];
    expect(
      scanAdded([
        { path: 'a.md', lines },
        { path: 'b.md', lines: [] },
      ]),
    ).toEqual([{ class: 'home-path', encoding: ['plain'], place: { field: 'a.md', line: 9, column: 4 } }]);
    expect(scanAdded([{ path: `x ${token}`, lines }])).toEqual([
      { class: 'github-token', encoding: ['plain'], place: { field: 'the name of a file', line: 1, column: 1 } },
      { class: 'home-path', encoding: ['plain'], place: { field: 'a file', line: 9, column: 4 } },
    ]);
    expect(scanAdded([{ path: 'a.md', lines }], { allow: [home] })).toEqual([]);
    expect(scanAdded([{ path: host, lines: [] }], { allow: [host] })).toEqual([]);
  });
});

describe('what is allowed', () => {
  test.each<[Parameters<typeof isAllowed>[0], string, readonly string[], boolean]>([
    ['internal-host', host, [], false],
    ['internal-host', host.toUpperCase(), [host], true],
    ['internal-host', host, [host.toUpperCase()], true],
    ['internal-host', `ci.${host}`, [`*.${host}`], true],
    ['internal-host', `ci${host}`, [`*.${host}`], false],
    ['internal-host', host, [`*.${host}`], false],
    ['node-name', `ci.${host}`, [`*.${host}`], false],
    ['node-name', host, ['x', host], true],
    ['home-path', home, [`${home}/x`], false],
    ['github-token', 'abc', ['abc'], false],
    ['packed', 'abc', ['abc'], false],
  ])('%s %s by %j: %j', (name, value, allowed, good) => {
    expect(isAllowed(name, value, allowed)).toBe(good);
  });

  test.each([
    ['abc', true],
    ['ab', false],
    ['*.a.b', true],
    ['*.ab', false],
    ['*.a.', false],
    ['*..ab', false],
    ['C:\\Users', true],
    ['-abc', false],
    ['abc!', false],
    ['x*.a.b', false],
    ['a'.repeat(253), true],
    ['a'.repeat(254), false],
  ])('%s is a name that can be: %j', (name, good) => {
    expect(allowedNameSchema.safeParse(name).success).toBe(good);
  });
  test('and what is said of one that cannot', () => {
    const said = (name: string) => allowedNameSchema.safeParse(name).error?.issues.map(({ message }) => message);
    expect(said('a b')).toEqual(['is no value as it is written']);
    expect(said('*.local')).toEqual(['needs a host name of at least two labels behind `*.`']);
  });
});

describe('what is taken out', () => {
  test.each([
    [`${home} and ${host}\nnext ${host}`, 'redacted:home-path\nredacted:internal-host'],
    [`${home}`, 'redacted:home-path'],
    [`\n\n${home}\n\n`, '\n\nredacted:home-path\n\n'],
    [`a\nb ${left}\n${right} c\nd`, 'a\nredacted:github-token\nd'],
    [`a\nb ${left}\n${right} ${home}\nd ${home}\ne`, 'a\nredacted:github-token\nredacted:home-path\ne'],
    [`a\n${[...home].reverse().join('')} x\nb`, 'a\nredacted:home-path\nb'],
    [`a ${home}\nb ${left}\n${right}`, 'redacted:home-path\nredacted:github-token'],
  ])('%j', (text, safe) => {
    expect(redacted(text).text).toBe(safe);
  });
  test('all of it, when less is not enough', () => {
    // Without the line between them the two parts would stand together.
    const text = `${left}\n${home} and many other words\n${right}`;
    expect(redacted(text).text).toBe('redacted:home-path');
    expect(marksOf([finding(), finding({ class: 'jwt' }), finding()])).toBe('redacted:home-path redacted:jwt');
    expect([redacted(home, { allow: [home] }).text, marksOf([])]).toEqual([home, '']);
  });
});

describe('A-62: a secret in two parts', () => {
  const found = (text: string): string[] => [...new Set(covered(text, findSplit(text)))];
  const words = (count: number): string => 'ab '.repeat(count);
  test.each([
    ['two words', `${left} ${right}`, `${left} ${right}`],
    ['three words between', `${left} ${words(3)}${right}`, `${left} ${words(3)}${right}`],
    ['four words between', `${left} ${words(4)}${right}`, undefined],
    ['no lead', `${right} ${right}`, undefined],
    ['a whole one behind a word', `word ${token}`, undefined],
    ['a whole one before a sign', `${token} -next`, undefined],
    ['a whole one before more of its word', `${token}-x next`, undefined],
    ['its lead cut', `(g ${token.slice(1)})`, `g ${token.slice(1)}`],
    ['its lead alone', `(${lead} ${token.slice(4)})`, `${lead} ${token.slice(4)}`],
    ['behind a long word', `${'x'.repeat(700)}-${left} ${right}`, `${left} ${right}`],
    ['before a long one', `${left} ${right}-${'x'.repeat(700)}`, `${left} ${right}`],
    ['two cells', `| ${words(6)}${left} | ${words(6)}| x |`, undefined],
    ['cells of one line', `a; 'k: ${left}', "${words(6)}: ${right}" ;`, undefined],
    ['values with their labels', `one: ${left}; ${words(5)}two: ${right}`, `${left}; ${words(5)}two: ${right}`],
    ['a label of 46 characters', `one: ${left}; ${words(15)}c: ${right}`, `${left}; ${words(15)}c: ${right}`],
    ['a label of 47', `one: ${left}; ${words(15)}cd: ${right}`, undefined],
    ['one below the other', `| ${left} | ${words(5)}\n| ${right} | x`, `${left} | ${words(5)}\n| ${right}`],
    ['two lines further down', `| ${left} | ${words(5)}\n| ${words(5)}\n| ${right} |`, undefined],
    ['in another column', `| ${left} | ${words(5)}\n| x | ${right} |`, undefined],
    ['what decorates', `| **${left}** | ${words(5)}\n| \`"${right}"\`, | x`, `${left}** | ${words(5)}\n| \`"${right}`],
    ['the last line', `${left};${words(5)}\n${right}`, `${left};${words(5)}\n${right}`],
  ])('%s', (_, text, span) => {
    expect(found(text)).toEqual(span === undefined ? [] : [`github-token ${span}`]);
  });

  const values = (...texts: string[]) => texts.map((text, i) => ({ text, at: 100 * i }));
  const told = (spans: ReturnType<typeof findSplitValues>) => spans.map(({ start, end }) => [start, end]);
  test('over values, so many apart', () => {
    expect(told(findSplitValues(values(`x ${left}`, right, 'y'), 1))).toEqual([[2, 100 + right.length]]);
    expect(told(findSplitValues(values(left, '!between', right), 1))).toEqual([]);
    expect(told(findSplitValues(values(left, '!', right), 2))).toEqual([[0, 200 + right.length]]);
    expect(told(findSplitValues(values(left, '!', '!', right), 2))).toEqual([]);
    expect(told(findSplitValues(values('no', 'lead', right), 2))).toEqual([]);
    expect(told(findSplitValues(values('', '', left), 3))).toEqual([]);
    expect(told(findSplitValues(values(`${lead}${'!'.repeat(600)}`, token.slice(4)), 2))).toEqual([]);
    expect(told(findSplitValues(values(`${left}${'x'.repeat(10)}`, `${right}!`), 2))).toEqual([
      [0, 100 + right.length],
    ]);
  });
});

describe('what a scan tells', () => {
  const told = (...input: Parameters<typeof scan>): string[] => scan(...input).map(findingText);
  test('in the order of the text, once each, and a hundred at most', () => {
    expect(told(`x ${host}\n${home} ${home}`)).toEqual([
      'redacted:internal-host in line 1, column 3',
      'redacted:home-path in line 2, column 1',
      `redacted:home-path in line 2, column ${home.length + 2}`,
    ]);
    const many = (count: number): string => Array.from({ length: count }, () => home).join('\n');
    expect([scan(many(100)).length, scan(many(101)).length, scan(many(101)).at(-1)!.place.line]).toEqual([
      100, 100, 100,
    ]);
    expect(told('')).toEqual([]);
    expect(told([])).toEqual([]);
  });

  test('where it stands, field by field', () => {
    const fields = ['a\nb', '', `c ${home}`, host].map((text, i) => ({ name: i === 3 ? '' : `f${i}`, text }));
    expect(told(fields)).toEqual([
      'redacted:home-path in f2, line 1, column 3',
      'redacted:internal-host in line 1, column 1',
    ]);
  });

  test('also backwards, and in escapes of escapes', () => {
    const back = [...home].reverse().join('');
    expect(told(`x ${back}`)).toEqual(['redacted:home-path in line 1, column 3 (reversed)']);
    const once = (text: string): string => text.replaceAll('/', '%2F');
    const percents = (times: number): string =>
      Array.from({ length: times - 1 }).reduce((text: string) => text.replaceAll('%', '%25'), once(home));
    expect([1, 4, 5].map((times) => told(`at ${percents(times)}`))).toEqual([
      ['redacted:home-path in line 1, column 4 (escaped)'],
      ['redacted:home-path in line 1, column 4 (escaped)'],
      [],
    ]);
    expect(told(`%41%41 ${percents(3)}`)).toEqual(['redacted:home-path in line 1, column 8 (escaped)']);
    expect(told(`at ${left}%20%20${right}`)).toEqual([
      'redacted:github-token in line 1, column 4 (escaped, then split)',
    ]);
  });

  test('how deep encodings are followed', () => {
    const base64 = (text: string): string => Buffer.from(text).toString('base64');
    expect(told(`x ${base64(token)}`)).toEqual(['redacted:github-token in line 1, column 3 (base64)']);
    expect(told(`x ${base64(base64(token))}`)).toEqual([
      'redacted:github-token in line 1, column 3 (base64, then base64)',
    ]);
    expect(told(`x ${base64(base64(base64(token)))}`)).toEqual([]);
    expect(told(base64(token).replace(/./g, (char) => `&#${char.charCodeAt(0)};`))).toEqual([
      'redacted:github-token in line 1, column 1 (escaped, then base64)',
    ]);
  });

  test('of bytes', () => {
    expect(scanBytes(Buffer.from(`\xff\n ${home}`, 'latin1')).map(findingText)).toEqual([
      'redacted:home-path in line 2, column 2',
    ]);
    expect(scanBytes(Buffer.from(home), { allow: [home] })).toEqual([]);
    expect(scanBytes(Buffer.from(`x${home}`).subarray(1)).map(findingText)).toEqual([
      'redacted:home-path in line 1, column 1',
    ]);
  });

  test('what stands there already, and what no one may say again', () => {
    expect(told(`${home} ${token}`, { standing: ['x', `${token} ${home}`] })).toEqual([
      `redacted:github-token in line 1, column ${home.length + 2}`,
    ]);
    expect(told(`${home} ${token}`, { allow: [home, token], secretsOnly: true })).toEqual([
      `redacted:github-token in line 1, column ${home.length + 2}`,
    ]);
  });

  test('a secret over fields of one name, and up to 24 fields on', () => {
    const over = (apart: number, name: (i: number) => string): string[] =>
      told(
        Array.from({ length: apart + 1 }, (_, i) => ({
          name: name(i),
          text: i === 0 ? left : i === apart ? right : '! some words of no interest',
        })),
      );
    const split = (name: string) => [`redacted:github-token in ${name}, line 1, column 1 (split)`];
    expect(over(24, (i) => `f${'x'.repeat(i)}`)).toEqual(split('f'));
    expect(over(25, (i) => `f${'x'.repeat(i)}`)).toEqual([]);
    expect(over(30, (i) => (i === 0 || i === 30 ? `m[${i}].text` : `m[${i}].title`))).toEqual(split('m[0].text'));
  });
});
