import { DIGITS_PER_WORD } from './digits.ts';

/** A part of a matrix that one call works on: whole words of some rows. Its sums are taken in tiles of `tile` words. */
export interface Panel {
  readonly firstRow: number;
  readonly rows: number;
  readonly firstWord: number;
  readonly words: number;
  readonly tile: number;
  readonly tiles: number;
}

/**
 * Every number that a kernel computes stays below 2^24, where f32 stops counting: an element's index in a flat array, and a tile's sum, which is
 * at most 2048 words * 12 digits * 3 * 128. A tile's loop also ends long before the 65,535 rounds at which llvmpipe ends it unasked.
 */
const MAX_ELEMENTS = 2 ** 22;
const MAX_TILE = 2048;
/** One row of activations for as many words fits an array of MAX_ELEMENTS. */
const MAX_WORDS = 2 ** 16;
/** Sides that every OpenGL texture and every WebGPU dispatch can have. */
const MAX_SIDE = 4096;

/** The panels of a matrix of `rows` by `wordsPerRow` words, in any order; together they hold every word once. */
export function panelsOf(rows: number, wordsPerRow: number): Panel[] {
  const panels: Panel[] = [];
  for (let firstWord = 0; firstWord < wordsPerRow; firstWord += MAX_WORDS) {
    const words = Math.min(MAX_WORDS, wordsPerRow - firstWord);
    const tiles = Math.ceil(words / MAX_TILE);
    const tile = Math.ceil(words / tiles);
    const most = Math.min(MAX_SIDE, Math.floor(MAX_ELEMENTS / (tile * tiles)));
    for (let firstRow = 0; firstRow < rows; firstRow += most)
      panels.push({ firstRow, rows: Math.min(most, rows - firstRow), firstWord, words, tile, tiles });
  }
  return panels;
}

/** Rows of activations that one call on a panel takes. */
export function activationRows({ rows, tile, tiles }: Panel): number {
  const each = Math.max(tile * tiles * DIGITS_PER_WORD, rows * tiles);
  return Math.max(1, Math.min(MAX_SIDE, Math.floor(MAX_ELEMENTS / each)));
}
