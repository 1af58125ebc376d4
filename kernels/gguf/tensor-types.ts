/** Bytes of a matrix of `rows` times `columns`; the columns are whole blocks. */
type Size = (rows: number, columns: number) => number;

/** A storage type of tensors: what one id means in one family of programs. */
export interface TensorType {
  readonly name: string;
  readonly id: number;
  /** `ggml` is upstream; `bitnet.cpp` is the fork that microsoft/BitNet builds, which gave four ids a meaning of its own. */
  readonly origin: 'ggml' | 'bitnet.cpp';
  /** Weights of one block; a row must be whole blocks. */
  readonly block: number;
  readonly size: Size;
}

const blocks =
  (block: number, bytes: number): Size =>
  (rows, columns) =>
    rows * (columns / block) * bytes;

/** Bytes of the tail after the codes of I2_S, TL1 and TL2: an f32 scale and padding. */
export const TAIL = 32;

/**
 * TL2 keeps three weights in five bits, and what is left of a row after whole triples as pairs. Its size does not depend on how
 * the matrix is tiled: the sections are padded to `F`, computed in integers from left to right, and then to 32 bytes.
 */
function tl2CodeBytes(rows: number, columns: number): number {
  const triples = Math.floor(Math.floor(((columns - 256) * rows) / 3) * 5) / 8;
  const pairs = Math.floor(Math.floor((256 * rows) / 2) * 4) / 8;
  return Math.floor(triples) + Math.floor(pairs);
}

const ggml = (name: string, id: number, block: number, bytes: number): TensorType => ({
  name,
  id,
  origin: 'ggml',
  block,
  size: blocks(block, bytes),
});

const fork = (name: string, id: number, block: number, size: Size): TensorType => ({
  name,
  id,
  origin: 'bitnet.cpp',
  block,
  size,
});

/** Every type of tensor that a file may hold. One id can stand for two. */
export const TENSOR_TYPES: readonly TensorType[] = [
  ggml('F32', 0, 1, 4),
  ggml('F16', 1, 1, 2),
  ggml('Q4_0', 2, 32, 18),
  ggml('Q4_1', 3, 32, 20),
  ggml('Q5_0', 6, 32, 22),
  ggml('Q5_1', 7, 32, 24),
  ggml('Q8_0', 8, 32, 34),
  ggml('Q8_1', 9, 32, 36),
  ggml('Q2_K', 10, 256, 84),
  ggml('Q3_K', 11, 256, 110),
  ggml('Q4_K', 12, 256, 144),
  ggml('Q5_K', 13, 256, 176),
  ggml('Q6_K', 14, 256, 210),
  ggml('Q8_K', 15, 256, 292),
  ggml('IQ2_XXS', 16, 256, 66),
  ggml('IQ2_XS', 17, 256, 74),
  ggml('IQ3_XXS', 18, 256, 98),
  ggml('IQ1_S', 19, 256, 50),
  ggml('IQ4_NL', 20, 32, 18),
  ggml('IQ3_S', 21, 256, 110),
  ggml('IQ2_S', 22, 256, 82),
  ggml('IQ4_XS', 23, 256, 136),
  ggml('I8', 24, 1, 1),
  ggml('I16', 25, 1, 2),
  ggml('I32', 26, 1, 4),
  ggml('I64', 27, 1, 8),
  ggml('F64', 28, 1, 8),
  ggml('IQ1_M', 29, 256, 56),
  ggml('BF16', 30, 1, 2),
  ggml('TQ1_0', 34, 256, 54),
  ggml('TQ2_0', 35, 256, 66),
  fork('I2_S', 36, 128, (rows, columns) => (rows * columns) / 4 + TAIL),
  fork('TL1', 38, 4, (rows, columns) => (rows * columns) / 4 + TAIL),
  fork('TL2', 39, 32, (rows, columns) => Math.ceil(tl2CodeBytes(rows, columns) / 32) * 32 + TAIL),
  ggml('MXFP4', 39, 32, 17),
  ggml('NVFP4', 40, 64, 36),
  ggml('Q1_0', 41, 128, 18),
  ggml('Q2_0', 42, 64, 18),
];

/** Ids that once had a meaning in ggml and were taken out, with the name that they had. */
const REMOVED: Readonly<Record<number, string>> = {
  4: 'Q4_2',
  5: 'Q4_3',
  31: 'Q4_0_4_4',
  32: 'Q4_0_4_8',
  33: 'Q4_0_8_8',
  36: 'IQ4_NL_4_4',
  37: 'IQ4_NL_4_8',
  38: 'IQ4_NL_8_8',
};

/** What is known of a tensor when its type is looked for. */
export interface TypeQuestion {
  readonly id: number;
  readonly architecture: string;
  readonly rows: number;
  readonly columns: number;
  /** Bytes from the tensor's beginning to the next one, or to the end of the file. */
  readonly span: number;
  readonly alignment: number;
}

export type TypeAnswer =
  | { readonly type: TensorType; readonly bytes: number }
  | { readonly rule: 'tensor-type' | 'row-block'; readonly reason: string };

/** Architectures that only BitNet's own converter writes, or `bitnet`, which upstream knows too. */
export function isBitnet(architecture: string): boolean {
  return /^bitnet(-|$)/.test(architecture);
}

/** The type with this name, as the writer needs it. */
export function tensorType(name: string): TensorType | undefined {
  return TENSOR_TYPES.find((type) => type.name === name);
}

/**
 * What an id means here. Ids collide between programs, so the id alone never decides: the architecture says which program is likely, and the
 * bytes that the tensor has must fit.
 */
export function resolveType(question: TypeQuestion): TypeAnswer {
  const { id, architecture, rows, columns, span, alignment } = question;
  const meanings = TENSOR_TYPES.filter((type) => type.id === id);
  if (meanings.length === 0) {
    const removed = REMOVED[id];
    return {
      rule: 'tensor-type',
      reason: removed === undefined ? `is ${id}, which no program knows` : `is ${id}: ${removed} was removed from ggml`,
    };
  }
  const whole = meanings.filter(({ block, name }) => columns % block === 0 && (name !== 'TL2' || columns >= 256));
  if (whole.length === 0)
    return {
      rule: 'row-block',
      reason: `${meanings.map(({ name, block }) => `${name} has blocks of ${block} weights`).join(', ')}; a row has ${columns}`,
    };
  const sized = whole.map((type) => ({ type, bytes: type.size(rows, columns) }));
  const fits = sized.filter(({ bytes }) => span >= bytes && span - bytes < alignment);
  const home = (list: typeof sized) =>
    list.find(({ type }) => (type.origin === 'bitnet.cpp') === isBitnet(architecture)) ?? list[0];
  const fitting = home(fits);
  if (fitting !== undefined) return fitting;
  const likely = home(sized)!;
  // Elsewhere than in BitNet's files a meaning of the fork stands on its size alone.
  if (likely.type.origin === 'bitnet.cpp' && !isBitnet(architecture))
    return {
      rule: 'tensor-type',
      reason:
        `is ${id} in architecture ${JSON.stringify(architecture.slice(0, 40))}: ` +
        `${likely.type.name} of this shape has ${likely.bytes} bytes, the file has ${span} here` +
        (REMOVED[id] === undefined ? '' : `, and ${REMOVED[id]} was removed from ggml`),
    };
  return likely;
}
