import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DIGITS_PER_WORD } from '../../../../kernels/gpujs/digits.ts';
import { activationRows, panelsOf } from '../../../../kernels/gpujs/panels.ts';

const LIMIT = 2 ** 24;

test('panels hold every word once, and nothing in them reaches 2^24', () => {
  const side = (most: number) => fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: most }));
  fc.assert(
    fc.property(side(2 ** 17), side(Math.ceil(2 ** 24 / DIGITS_PER_WORD)), (rows, words) => {
      fc.pre(rows * words <= 2 ** 30 / DIGITS_PER_WORD);
      const panels = panelsOf(rows, words);
      expect(panels.reduce((sum, panel) => sum + panel.rows * panel.words, 0)).toBe(rows * words);
      const corners = new Set(panels.map(({ firstRow, firstWord }) => `${firstRow},${firstWord}`));
      expect(corners.size).toBe(panels.length);
      for (const panel of panels) {
        const { firstRow, firstWord, tile, tiles } = panel;
        expect(firstRow + panel.rows).toBeLessThanOrEqual(rows);
        expect(firstWord + panel.words).toBeLessThanOrEqual(words);
        expect(tile * tiles).toBeGreaterThanOrEqual(panel.words);
        const count = activationRows(panel);
        const width = tile * tiles;
        expect(panel.rows * width).toBeLessThan(LIMIT);
        expect(count * width * DIGITS_PER_WORD).toBeLessThan(LIMIT);
        expect(count * panel.rows * tiles).toBeLessThan(LIMIT);
        // A tile's sum when every digit is the largest, 3, and every activation -128.
        expect(tile * DIGITS_PER_WORD * 3 * 128).toBeLessThan(LIMIT);
        expect(tile).toBeLessThan(65_535);
      }
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['a vector', 1, 1, 1],
  ['a projection of 2B4T', 2560, 576, 1],
  ['more rows than a texture is wide', 5000, 22, 2],
  ['more columns than a row of activations may have', 1, 2 ** 16 + 1, 2],
  ['2^28 weights', 4096, 5462, 6],
])('%s takes as few panels as the limits allow', (_, rows, words, count) => {
  expect(panelsOf(rows, words)).toHaveLength(count);
});
