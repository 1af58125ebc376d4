import type { Shape } from '../ternary.ts';

/** Bytes of a type of llama.cpp that is no ternary format but is found where one was expected. */
interface OtherType {
  readonly name: string;
  readonly block: number;
  readonly bytes: number;
}

const otherTypes: readonly OtherType[] = [
  { name: 'F32', block: 1, bytes: 4 },
  { name: 'F16 or BF16', block: 1, bytes: 2 },
  { name: 'Q8_0', block: 32, bytes: 34 },
  { name: 'Q6_K', block: 256, bytes: 210 },
  { name: 'Q4_0 or IQ4_NL', block: 32, bytes: 18 },
  { name: 'MXFP4', block: 32, bytes: 17 },
  { name: 'NVFP4', block: 64, bytes: 36 },
  { name: 'Q1_0', block: 128, bytes: 18 },
];

/** The meanings of a type number in a GGUF file: in BitNet's fork of llama.cpp, and in llama.cpp itself. */
const typeNumbers: Readonly<Record<number, { readonly fork?: string; readonly upstream?: string }>> = {
  34: { fork: 'TQ1_0', upstream: 'TQ1_0' },
  35: { fork: 'TQ2_0', upstream: 'TQ2_0' },
  36: { fork: 'I2_S' },
  38: { fork: 'TL1' },
  39: { fork: 'TL2', upstream: 'MXFP4' },
  40: { upstream: 'NVFP4' },
  41: { upstream: 'Q1_0' },
  42: { upstream: 'Q2_0' },
};

/** Architectures that only BitNet's fork loads. */
const forkOnly: readonly string[] = ['bitnet-b1.58', 'bitnet-25'];

/** Other types whose weights of this shape take exactly this many bytes. */
export function otherTypesOfSize(bytes: number, { rows, columns }: Shape): string[] {
  return otherTypes
    .filter((type) => columns % type.block === 0 && ((rows * columns) / type.block) * type.bytes === bytes)
    .map((type) => type.name);
}

/** What a type number claims, in words: "I2_S in BitNet's fork; removed from llama.cpp". */
export function claimOf(typeId: number, architecture?: string): { names: string[]; words: string } {
  const { fork, upstream } = typeNumbers[typeId] ?? {};
  if (fork === undefined && upstream === undefined) return { names: [], words: 'no ternary type' };
  if (fork === upstream) return { names: [fork!], words: fork! };
  const names = [fork, upstream].filter((name) => name !== undefined);
  if (architecture !== undefined && forkOnly.includes(architecture) && fork !== undefined) {
    return { names: [fork], words: `${fork}, as only BitNet's fork loads ${architecture}` };
  }
  return {
    names,
    words: `${fork ?? 'nothing'} in BitNet's fork, ${upstream ?? 'nothing'} in llama.cpp`,
  };
}
