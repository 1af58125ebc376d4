import { FlowError } from '../../../src/core/errors.ts';
import { defineFormat } from '../format.ts';
import { mustDivide } from '../malformed.ts';
import { quotient } from '../quotient.ts';
import { scaleApart } from '../scale-store.ts';
import type { Scale, Shape, TernaryMatrix } from '../ternary.ts';
import { twoBit } from '../two-bit.ts';

const name = 'HF uint8';

/** The rows are cut into four quarters; a byte holds the same row of each, the first quarter in the low bits. */
function bitAt(row: number, column: number, { rows, columns }: Shape): number {
  const quarter = rows / 4;
  return ((row % quarter) * columns + column) * 8 + 2 * quotient(row, quarter);
}

/** The packed uint8 tensor of a Hugging Face checkpoint. */
export const hfU8 = defineFormat({
  id: 'hf_u8',
  name,
  about:
    'two bits a weight, four quarters of the rows in each byte: the checkpoint on Hugging Face; weight_scale is a tensor of its own',
  scale: scaleApart('f32', oneScale),
  check: ({ rows }) => mustDivide(name, 'rows', rows, 4),
  layout: ({ rows, columns }) => ({ bytes: (rows * columns) / 4, codeBytes: (rows * columns) / 4 }),
  ...twoBit({ name, bitAt, codeOf: [0, 1, 2] }),
});

/**
 * The factor that a checkpoint's `weight_scale` stands for. `AutoBitLinear` keeps the factor itself; `BitLinear`, in
 * older checkpoints, keeps its reciprocal. The bytes do not say which: the class named in the checkpoint does.
 */
export function factorOfWeightScale(weightScale: number, layer: 'AutoBitLinear' | 'BitLinear'): number {
  return layer === 'AutoBitLinear' ? Math.fround(weightScale) : Math.fround(1 / Math.fround(weightScale));
}

function oneScale(format: string, { scale }: TernaryMatrix): Scale {
  if (scale.per === 'tensor') return scale;
  throw new FlowError(
    'bad-input',
    `${format} has one weight_scale; this matrix has ${scale.values.length} per ${scale.per}`,
    {
      at: 'scale',
      fix: 'pack each part as a matrix of its own',
    },
  );
}
