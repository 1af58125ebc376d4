import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseCargoMessages } from '../../../../src/core/parsers/cargo-messages.ts';
import { cargoSieve } from '../../../../src/core/parsers/cargo-sieve.ts';
import { SievedCapture } from '../../../../src/runtime/process/capture.ts';

const FOLDER = new URL('../../../fixtures/gates/', import.meta.url);
const recorded = readdirSync(FOLDER).filter(
  (name) => name.endsWith('.out') && readFileSync(new URL(name, FOLDER), 'utf8').includes('"reason":"'),
);

/** The stream through the sieve, in chunks of `size` bytes. */
function sieved(text: string, size = 4096): { text: string; truncated: boolean } {
  const capture = new SievedCapture(cargoSieve());
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) capture.push(bytes.subarray(at, at + size));
  return { text: capture.text(), truncated: capture.truncated };
}

test('there are recorded runs of cargo', () => {
  expect(recorded.length).toBeGreaterThan(3);
});

test.each(recorded)('%s says the same through the sieve, and is shorter', (name) => {
  const text = readFileSync(new URL(name, FOLDER), 'utf8');
  for (const size of [1, 77, 65_536]) {
    const kept = sieved(text, size);
    expect(parseCargoMessages(kept.text, '/repo')).toEqual(parseCargoMessages(text, '/repo'));
    expect(kept.text.length).toBeLessThan(text.length);
    expect(kept.truncated).toBe(false);
  }
});

const message = (i: number, level = 'warning') =>
  JSON.stringify({
    reason: 'compiler-message',
    message: {
      level,
      message: `finding ${i}`,
      code: { code: 'clippy::a' },
      rendered: 'x'.repeat(500),
      spans: [{ file_name: 'a.rs', line_start: i, line_end: i, is_primary: true }],
    },
  });
const END = '{"reason":"build-finished","success":false}';

test('findings without end are counted, errors are kept behind warnings, and the count is whole', () => {
  const lines = [
    ...Array.from({ length: 12_000 }, (_, i) => message(i + 1)),
    message(20_000, 'error'),
    message(1),
    END,
  ];
  const { text, truncated } = sieved(lines.join('\n'));
  const { findings, more } = parseCargoMessages(text, '/repo');
  expect([truncated, findings.length, findings.filter(({ level }) => level === 'error').length]).toEqual([
    false,
    5001,
    1,
  ]);
  expect(more).toEqual([{ level: 'warning', code: 'clippy::a', count: 7000 }]);
});

test('a line that is too long for any message is left out and said to be', () => {
  const { text, truncated } = sieved(
    `{"reason":"x","y":"${'a'.repeat(9 * 1024 * 1024)}"}\n${message(1)}\n${END}\n`,
    65_536,
  );
  expect(truncated).toBe(true);
  expect(parseCargoMessages(text, '/repo').findings).toHaveLength(1);
});

test('what code of the branch prints of its own counts nothing: a line that claims to be a count is not let through', () => {
  expect(sieved('{"reason":"more-findings","level":"warning","code":"a","count":-5}\n').text).toBe('');
});

test('any lines give what they give without the sieve, equal findings aside', () => {
  const line = fc.oneof(
    fc.string(),
    fc.json(),
    fc.integer({ min: 0, max: 5 }).map((i) => message(i)),
    fc.constantFrom(
      END,
      '{"reason":"build-finished","success":true}',
      '{"reason":"compiler-artifact"}',
      '{"reason":"compiler-message","message":null}',
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.integer({ min: 1, max: 60 }), (lines, size) => {
      const text = lines.join('\n');
      expect(parseCargoMessages(sieved(text, size).text, '/repo')).toEqual(parseCargoMessages(text, '/repo'));
    }),
  );
});

describe('one line', () => {
  const line = (entry: unknown) => {
    const kept = cargoSieve().line(JSON.stringify(entry));
    return kept === undefined ? undefined : (JSON.parse(kept) as unknown);
  };
  const span = (change: object = {}) => ({ file_name: 'a.rs', line_start: 3, line_end: 4, ...change });
  const said = (change: object) => line({ reason: 'compiler-message', message: { level: 'error', ...change } });
  const plain = { level: 'error', message: '', code: null, spans: [] };
  test.each([
    ['nothing but its level', {}, plain],
    ['no code', { code: null }, plain],
    ['a code', { code: { code: 'E0308', explanation: 'long' } }, { ...plain, code: { code: 'E0308' } }],
    ['500 characters', { message: 'x'.repeat(501) }, { ...plain, message: 'x'.repeat(500) }],
    ['spans that are none', { spans: 'odd' }, plain],
    ['no span', { spans: [] }, plain],
    ['its first span', { spans: [span(), span({ line_end: 9 })] }, { ...plain, spans: [span({ is_primary: true })] }],
    [
      'its primary span',
      { spans: [null, span(), span({ line_end: 9, is_primary: true, text: 'long' })] },
      { ...plain, spans: [span({ line_end: 9, is_primary: true })] },
    ],
  ])('%s', (_, message, kept) => {
    expect(said(message)).toStrictEqual({ reason: 'compiler-message', message: kept });
  });

  test.each([
    ['an artifact', { reason: 'compiler-artifact', target: 'x' }, { reason: 'compiler-artifact' }],
    ['the end', { reason: 'build-finished', success: true, x: 1 }, { reason: 'build-finished', success: true }],
    ['another reason', { reason: 'x', message: { level: 'error' } }, undefined],
    ['no message', { reason: 'compiler-message' }, undefined],
    ['a message that is null', { reason: 'compiler-message', message: null }, undefined],
    ['a note', { reason: 'compiler-message', message: { level: 'note' } }, undefined],
  ])('%s', (_, entry, kept) => {
    expect(line(entry)).toStrictEqual(kept);
  });

  test('what is beyond 5,000 is counted by its level and its code', () => {
    const sieve = cargoSieve();
    const push = (level: string, message: string, code?: unknown) =>
      sieve.line(JSON.stringify({ reason: 'compiler-message', message: { level, message, code } }));
    for (let i = 0; i < 5_000; i++) push('warning', `${i}`);
    push('warning', 'a', { code: 'dead_code' });
    push('warning', 'b', { code: 'dead_code' });
    push('warning', 'c', { code: 1 });
    push('warning', 'd', null);
    push('warning', 'e');
    expect(push('error', 'f')).toBeDefined();
    expect(sieve.end().map((one) => JSON.parse(one) as unknown)).toStrictEqual([
      { reason: 'more-findings', level: 'warning', code: 'dead_code', count: 2 },
      { reason: 'more-findings', level: 'warning', code: 'warning', count: 3 },
    ]);
  });
});
