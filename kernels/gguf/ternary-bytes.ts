/** How many weights of a tensor are -1, 0 and +1. `other` are those that are none, where a type allows them. */
export interface TernaryCounts {
  minus: number;
  zero: number;
  plus: number;
  other: number;
}

/** What the bytes of a ternary code mean: the weights of each byte value, or undefined where no packer makes it. */
export type ByteMeaning = readonly (readonly number[] | undefined)[];

const everyByte = (weights: (byte: number) => readonly number[] | undefined): ByteMeaning =>
  Array.from({ length: 256 }, (_, byte) => weights(byte));

/** Four codes of two bits, each weight + 1; the fourth code stands for nothing. */
export const TWO_BITS = everyByte((byte) => {
  const codes = [byte & 3, (byte >> 2) & 3, (byte >> 4) & 3, byte >> 6];
  return codes.includes(3) ? undefined : codes.map((code) => code - 1);
});

/** The same in Q2_0, where the fourth code is a weight of 2. */
export const TWO_BITS_TO_TWO = everyByte((byte) => [0, 2, 4, 6].map((shift) => ((byte >> shift) & 3) - 1));

/** Two pairs of weights, each pair a nibble from 0 to 8. */
export const PAIRS = everyByte((byte) => {
  const values = [byte >> 4, byte & 15];
  return values.some((value) => value > 8)
    ? undefined
    : values.flatMap((value) => [Math.floor(value / 3) - 1, (value % 3) - 1]);
});

/** So many weights as one number in base 3, spread over the byte; only 3^n of the 256 values are made. */
function trits(count: number): ByteMeaning {
  const made = new Map<number, number[]>();
  for (let number = 0; number < 3 ** count; number++) {
    const weights = Array.from({ length: count }, (_, at) => (Math.floor(number / 3 ** (count - 1 - at)) % 3) - 1);
    made.set(Math.ceil((number * 3 ** (5 - count) * 256) / 243), weights);
  }
  return everyByte((byte) => made.get(byte));
}

/** Five weights of TQ1_0. */
export const FIVE_TRITS = trits(5);
/** The last four weights of a block of TQ1_0, which has one place to spare. */
export const FOUR_TRITS = trits(4);

/** How often each byte value stood in the codes of a tensor; the meaning is looked up once for all. */
export class ByteCounts {
  private readonly counts = new Float64Array(256);
  private readonly meaning: ByteMeaning;
  private readonly illegal: readonly number[];
  private readonly piece = new Uint32Array(256);
  /** Whether the last piece had a zero byte. */
  hadZero = false;

  constructor(meaning: ByteMeaning) {
    this.meaning = meaning;
    this.illegal = meaning.flatMap((weights, byte) => (weights === undefined ? [byte] : []));
  }

  /** Counts bytes of a piece. */
  add(bytes: Uint8Array, from: number, to: number): void {
    const { piece } = this;
    for (let at = from; at < to; at++) piece[bytes[at]!]!++;
  }

  /** Ends a piece; true when one of its bytes means nothing. */
  settle(): boolean {
    const { piece } = this;
    for (let byte = 0; byte < 256; byte++) this.counts[byte]! += piece[byte]!;
    this.hadZero = piece[0]! > 0;
    const bad = this.illegal.some((byte) => piece[byte]! > 0);
    piece.fill(0);
    return bad;
  }

  /** Where the first byte is that means nothing, or -1. */
  firstBad(bytes: Uint8Array, from: number, to: number): number {
    for (let at = from; at < to; at++) if (this.meaning[bytes[at]!] === undefined) return at;
    return -1;
  }

  addTo(total: TernaryCounts): void {
    this.meaning.forEach((weights, byte) => {
      for (const weight of weights ?? []) {
        const key = weight === -1 ? 'minus' : weight === 0 ? 'zero' : weight === 1 ? 'plus' : 'other';
        total[key] += this.counts[byte]!;
      }
    });
  }
}
