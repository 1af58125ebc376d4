import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PATCH_PART_CHARS, PATCH_PARTS } from '../../../src/flow/actions.ts';
import { joinPatch, splitPatch } from '../../../src/flow/patch.ts';

test('parts join to the bytes they were cut from (property)', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), fc.nat({ max: 150 }), (bytes, times) => {
      const all = new Uint8Array(Buffer.concat(Array.from({ length: times }, () => bytes)));
      const parts = splitPatch(all)!;
      expect(parts).toHaveLength(PATCH_PARTS);
      expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(PATCH_PART_CHARS);
      expect(Buffer.compare(Buffer.from(joinPatch(parts)), Buffer.from(all))).toBe(0);
    }),
    { numRuns: 50 },
  );
});

test('what fills the parts exactly fits, one byte more does not', () => {
  const most = (PATCH_PARTS * PATCH_PART_CHARS * 3) / 4;
  expect(splitPatch(new Uint8Array(most))!.map((part) => part.length)).toEqual(
    Array(PATCH_PARTS).fill(PATCH_PART_CHARS),
  );
  expect(splitPatch(new Uint8Array(most + 1))).toBeUndefined();
});

test.each([
  ['a line feed', ['YWJj\n']],
  ['no base64', ['a?b=']],
  ['base64url', ['-_-_']],
  ['padding in the middle', ['YQ==', 'YQ==']],
  ['bits that mean nothing', ['YR==']],
])('parts with %s are refused', (_, parts) => {
  expect(() => joinPatch(parts)).toThrow(/not one canonical base64/);
});
