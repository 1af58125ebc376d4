import type { ByteSource } from './byte-source.ts';
import { checkData } from './check-data.ts';
import { DataReader } from './data-pieces.ts';
import { lintData, lintHeader, type CheckedTensor, type Finding } from './lint.ts';
import { readGguf, type GgufFile } from './read.ts';
import { GgufError } from './refusal.ts';
import { tilesOf } from './tiles.ts';

/** What a file is worth: refused, or sound with findings. */
export interface Validation {
  /** Undefined when the header is refused. */
  readonly file: GgufFile | undefined;
  /** Why the file is refused: the one fault of the header, or the first fault of each bad tensor. */
  readonly refusals: readonly GgufError[];
  /** Refused tensors beyond those that are listed. */
  readonly moreRefusals: number;
  readonly findings: readonly Finding[];
  readonly tensors: readonly CheckedTensor[];
}

export interface ValidateOptions {
  /** Called with the bytes of tensor data that are checked, and all of them. */
  readonly onProgress?: (done: number, all: number) => void;
}

const MAX_REFUSALS = 20;

/** Checks a whole file: the header, where tensors lie, every byte of them, and what is likely to go wrong elsewhere. */
export function validateGguf(source: ByteSource, { onProgress }: ValidateOptions = {}): Validation {
  const refusals: GgufError[] = [];
  let file: GgufFile;
  try {
    file = readGguf(source);
  } catch (error) {
    if (!(error instanceof GgufError)) throw error;
    return { file: undefined, refusals: [error], moreRefusals: 0, findings: [], tensors: [] };
  }
  const all = file.tensors.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const reader = new DataReader(source, (bytes) => onProgress?.((done += bytes), all));
  const tiles = tilesOf(file.metadata);
  const tensors: CheckedTensor[] = [];
  let more = 0;
  for (const tensor of file.tensors) {
    try {
      tensors.push({ tensor, ...checkData(reader, tensor, tiles) });
    } catch (error) {
      if (!(error instanceof GgufError)) throw error;
      if (refusals.length < MAX_REFUSALS) refusals.push(error);
      else more++;
    }
  }
  const findings = [...lintHeader(file), ...lintData(tensors)];
  return { file, refusals, moreRefusals: more, findings, tensors };
}
