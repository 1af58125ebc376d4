import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
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
