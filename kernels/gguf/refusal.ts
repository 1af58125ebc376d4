import { FlowError } from '../../src/core/errors.ts';

/** Why a file is refused, by a stable name, with what a person can do about it. */
export const RULES = {
  magic: 'give a GGUF file; the first four bytes of one are "GGUF"',
  version: 'convert the model again with a current converter; versions 2 and 3 are read',
  'big-endian': 'convert the model for a little-endian machine',
  truncated: 'the file is cut off or damaged: fetch it again and compare its sha256',
  count: 'the file is damaged, or made to harm: fetch it again and compare its sha256',
  limit: 'no real model comes near this limit; if yours does, say so in an issue',
  utf8: 'write names and texts as UTF-8',
  'key-empty': 'give every key a name',
  'key-length': 'keep keys below 65,536 bytes',
  'key-duplicate': 'write every key once',
  'value-type': 'use the value types 0 to 12 of GGUF',
  bool: 'write false as 0 and true as 1',
  'array-nested': 'write a flat array; readers do not agree about arrays of arrays',
  alignment: 'write general.alignment as u32: a power of two from 8 to 1,048,576',
  architecture: 'write general.architecture as a string, such as bitnet-b1.58',
  'name-empty': 'give every tensor a name',
  'name-length': 'keep tensor names below 64 bytes',
  'name-duplicate': 'write every tensor once',
  'dims-count': 'give every tensor 1 to 4 dimensions',
  'dim-zero': 'leave out a tensor that has no elements',
  'dims-product': 'the file is damaged, or made to harm: fetch it again and compare its sha256',
  'tensor-type': 'convert the model to a type that exists in its architecture',
  'row-block': 'a row must be whole blocks: pad the weights, or use a type with a smaller block',
  'offset-unaligned': 'write every tensor at a multiple of general.alignment',
  'past-end': 'the file is cut off or damaged: fetch it again and compare its sha256',
  overlap: 'write tensors one after the other; no two may share bytes',
  order: 'write tensors in the order in which they are listed',
  gap: 'write every tensor directly after the one before it, padded to general.alignment and no further',
  scale: 'quantise the tensor again: a scale is a finite number above zero, and no subnormal',
  code: 'quantise the tensor again, or name the type that its bytes really have',
  'zero-block': 'bytes are missing here: fetch the file again and compare its sha256',
  'not-finite': 'convert the tensor again: NaN and infinity are no weights',
  changed: 'let nobody write to the file while it is read',
} as const;

/** The stable name of a reason to refuse a file. */
export type Rule = keyof typeof RULES;

/** Where in a file something is wrong, and what is there. */
export interface Place {
  readonly file: string;
  /** Byte offset from the beginning of the file. */
  readonly offset: number;
  /** What stands there, such as `key 3 of 24` or `blk.0.attn_q.weight, scale`. */
  readonly field: string;
}

/** A file that is refused: the rule it breaks, the byte offset, the field, the value seen and the fix. */
export class GgufError extends FlowError {
  readonly rule: Rule;
  readonly offset: number;
  readonly field: string;
  /** The message without the place. */
  readonly reason: string;

  constructor(rule: Rule, place: Place, reason: string) {
    super('refused', reason, { at: `${place.file}, byte ${place.offset}, ${place.field}`, fix: RULES[rule] });
    this.name = 'GgufError';
    this.rule = rule;
    this.offset = place.offset;
    this.field = place.field;
    this.reason = reason;
  }
}
