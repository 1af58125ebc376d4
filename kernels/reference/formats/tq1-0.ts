import { defineFormat } from '../format.ts';
import { MalformedBytes, mustDivide } from '../malformed.ts';
import { quotient } from '../quotient.ts';
import { blockScale } from '../scale-store.ts';

const name = 'TQ1_0';
const BLOCK = 256;
const BLOCK_BYTES = 54;
const POWERS = [81, 27, 9, 3, 1] as const;

/** A run of bytes in a block: byte j holds the weights `first + j + stride * n`, n from 0, in base 3. */
interface Run {
  readonly at: number;
  readonly bytes: number;
  readonly first: number;
  readonly trits: number;
}

const RUNS: readonly Run[] = [
  { at: 0, bytes: 32, first: 0, trits: 5 },
  { at: 32, bytes: 16, first: 160, trits: 5 },
  { at: 48, bytes: 4, first: 240, trits: 4 },
];

/** The byte of a value in base 3, spread over 0 to 255 so that a multiplication by 3 brings the next trit on top. */
function spread(value: number): number {
  return Math.floor((value * 256 + 242) / 243);
}

/** The value of each byte that some value spreads to; -1 for the 13 others. */
const valueOf = Int16Array.from({ length: 256 }, () => -1);
for (let value = 0; value < 243; value++) valueOf[spread(value)] = value;

/** TQ1_0 of llama.cpp. */
export const tq10 = defineFormat({
  id: 'tq1_0',
  name,
  about: "five weights a byte in base 3, in blocks of 256 with an f16 scale behind each: llama.cpp's",
  ggmlType: 34,
  scale: blockScale(BLOCK, (index) => index * BLOCK_BYTES + 52),
  check: ({ columns }) => mustDivide(name, 'columns', columns, BLOCK),
  layout: ({ rows, columns }) => {
    const bytes = ((rows * columns) / BLOCK) * BLOCK_BYTES;
    return { bytes, codeBytes: bytes };
  },
  write: (codes, bytes) => {
    for (let block = 0; block < codes.length / BLOCK; block++) {
      for (const run of RUNS) {
        for (let j = 0; j < run.bytes; j++) {
          let value = 0;
          for (let n = 0; n < run.trits; n++)
            value += (codes[block * BLOCK + run.first + j + run.bytes * n]! + 1) * POWERS[n]!;
          bytes[block * BLOCK_BYTES + run.at + j] = spread(value);
        }
      }
    }
  },
  read: (bytes, codes) => {
    for (let block = 0; block < codes.length / BLOCK; block++) {
      for (const run of RUNS) {
        for (let j = 0; j < run.bytes; j++) {
          const offset = block * BLOCK_BYTES + run.at + j;
          const value = valueOf[bytes[offset]!]!;
          // A byte with four trits has a 0 where the fifth would be.
          if (value < 0 || (run.trits === 4 && value % 3 !== 0)) {
            throw new MalformedBytes(name, offset, `byte ${bytes[offset]} stands for no ${run.trits} ternary weights`);
          }
          for (let n = 0; n < run.trits; n++) {
            codes[block * BLOCK + run.first + j + run.bytes * n] = (quotient(value, POWERS[n]!) % 3) - 1;
          }
        }
      }
    }
  },
});
