import { isBitnet } from './tensor-types.ts';

/** Names of general.file_type in ggml. */
const GGML: Readonly<Record<number, string>> = {
  0: 'F32',
  1: 'F16',
  2: 'Q4_0',
  3: 'Q4_1',
  7: 'Q8_0',
  8: 'Q5_0',
  9: 'Q5_1',
  10: 'Q2_K',
  11: 'Q3_K_S',
  12: 'Q3_K_M',
  13: 'Q3_K_L',
  14: 'Q4_K_S',
  15: 'Q4_K_M',
  16: 'Q5_K_S',
  17: 'Q5_K_M',
  18: 'Q6_K',
  19: 'IQ2_XXS',
  20: 'IQ2_XS',
  21: 'Q2_K_S',
  22: 'IQ3_XS',
  23: 'IQ3_XXS',
  24: 'IQ1_S',
  25: 'IQ4_NL',
  26: 'IQ3_S',
  27: 'IQ3_M',
  28: 'IQ2_S',
  29: 'IQ2_M',
  30: 'IQ4_XS',
  31: 'IQ1_M',
  32: 'BF16',
  36: 'TQ1_0',
  37: 'TQ2_0',
  38: 'MXFP4_MOE',
  39: 'NVFP4',
  40: 'Q1_0',
};

/** Names of general.file_type in microsoft/BitNet, where they differ; 137 is in the first files of 2B-4T. */
const BITNET: Readonly<Record<number, string>> = { 38: 'TL1', 39: 'TL2', 40: 'I2_S', 137: 'I2_S' };

/** What a general.file_type means, and what it would mean to the other family of programs. */
export interface FileType {
  readonly id: number;
  readonly name: string | undefined;
  /** The other meaning, when there is one. */
  readonly other: string | undefined;
}

/** Names a general.file_type by architecture and by the types that the tensors really have, never by the number alone. */
export function fileType(id: number, architecture: string, present: ReadonlySet<string>): FileType {
  const names = [BITNET[id], GGML[id]];
  const [first, second] = isBitnet(architecture) ? names : names.reverse();
  const bySpan = [first, second].find((name) => name !== undefined && present.has(name));
  const name = bySpan ?? first ?? second;
  const other = [first, second].find((candidate) => candidate !== undefined && candidate !== name);
  return { id, name, other };
}

/** The type that most tensors of such a file should have; undefined when the number says no single one. */
export function mainTensorType({ name }: FileType): string | undefined {
  if (name === undefined) return undefined;
  if (/^Q[2-6]_K/.test(name)) return name.slice(0, 4);
  return name.replace(/_(MOE|M|XS)$/, (suffix) => (suffix === '_MOE' ? '' : suffix));
}
