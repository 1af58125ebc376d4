import { FlowError } from '../../src/core/errors.ts';

/** Bytes that no packer of the format writes; `offset` is the first byte at fault, counted from the matrix's first byte. */
export class MalformedBytes extends FlowError {
  readonly offset: number;

  constructor(format: string, offset: number, message: string) {
    super('bad-input', `${format}: ${message}`, {
      at: `byte ${offset}`,
      fix: 'check the format, the shape and the parameters against the writer of these bytes, or fetch the file again',
    });
    this.name = 'MalformedBytes';
    this.offset = offset;
  }
}

/** Throws unless `value` of the named dimension is a multiple of `divisor`: a remainder is never dropped. */
export function mustDivide(format: string, dimension: string, value: number, divisor: number): void {
  if (value % divisor === 0) return;
  throw new FlowError(
    'bad-input',
    `${format} needs ${dimension} in multiples of ${divisor}; ${dimension} is ${value}`,
    {
      at: dimension,
      fix: `use another format for this shape, or pad ${dimension} to ${Math.ceil(value / divisor) * divisor} with zero weights`,
    },
  );
}
