import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { scan } from '../../../../src/core/public-safety/scan.ts';
import { LEADS, PARTIAL_LEAD, SPLIT_HINT } from '../../../../src/core/public-safety/secrets.ts';

const folder = new URL('../../../../src/core/public-safety/', import.meta.url);

/** Every regular expression literal of the scanner. */
function patterns(): string[] {
  const found: string[] = [LEADS.source, PARTIAL_LEAD.source, SPLIT_HINT.source];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) found.push(node.text.slice(1, node.text.lastIndexOf('/')));
    ts.forEachChild(node, visit);
  };
  for (const name of readdirSync(folder))
    visit(ts.createSourceFile(name, readFileSync(new URL(name, folder), 'utf8'), ts.ScriptTarget.ESNext));
  return found;
}

/** Without classes and escapes, so that what is left of `*`, `+` and `{` are quantifiers. */
const bare = (pattern: string): string =>
  pattern
    .replace(/\\./g, 'e')
    .replace(/\[[^\]]*\]/g, 'c')
    .replace(/\(\?[:<!=]+/g, '(');

test('A-40: no pattern of the scanner repeats without bound what another repetition can take, so each is linear', () => {
  const all = patterns();
  expect(all.length).toBeGreaterThan(15);
  for (const pattern of all) {
    // One unbounded repetition, anchored on both sides, reads a bounded name once; a repeated group has none inside.
    const unbounded = bare(pattern).match(/[*+]|\{\d+,\}/g) ?? [];
    expect([pattern, unbounded.length <= 1 || /^\^/.test(pattern)]).toEqual([pattern, true]);
    expect([pattern, /\([^()]*[*+][^()]*\)[*+{]/.test(bare(pattern))]).toEqual([pattern, false]);
  }
});

// Anything quadratic would work on these for hours; there is no clock here, only the limit of every test.
const SIZE = 150_000;
test.each([
  ...[
    'a',
    '1.',
    ':',
    '::',
    'f:',
    'eyJ',
    'eyJ.',
    '/home/',
    '/root',
    'C:\\Users\\',
    '-----BEGIN ',
    '://',
    '://a:',
    'a-',
    '.local',
  ],
  ...[
    '|',
    '\n',
    'a\n',
    ';',
    '\\',
    '\\u00',
    '&',
    '&#1',
    '%',
    '%2',
    'H4sIAAAA',
    '1f8b08',
    'gh',
    'sk-',
    'A',
    '/namespaces/',
    '-bcdfghjk',
  ],
  ...['\\u{', '%25', '&amp;', '0x41, ', '65,', '65 6566 ', '\x1b[', '\x1b[1;', 'g\0'],
  ...['\u200b', '\udb40', '\ud800', '"', '= ', 'a: ', 'pvc-', 'GPU-', '\0', '\x1f\x8b\x08\x00'],
])('A-40: %j without end', (unit) => {
  expect(scan(unit.repeat(SIZE / unit.length)).length).toBeLessThanOrEqual(100);
});
