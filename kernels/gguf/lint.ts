import type { DataCheck } from './check-data.ts';
import { fileType, mainTensorType } from './file-types.ts';
import { quoted } from './metadata.ts';
import type { GgufTensor } from './place-tensors.ts';
import type { GgufFile } from './read.ts';
import { isBitnet } from './tensor-types.ts';

/** Something legal that is likely to go wrong in some program. */
export interface Finding {
  readonly rule: FindingRule;
  readonly message: string;
  readonly fix: string;
}

/** The names of what is found. */
export type FindingRule =
  | 'type-collision'
  | 'file-type-collision'
  | 'file-type-mismatch'
  | 'tokenizer-pre'
  | 'vocabulary'
  | 'activation'
  | 'template'
  | 'version'
  | 'layout'
  | 'zero-weights'
  | 'trailing-bytes'
  | 'unchecked';

/** What other programs make of the ids that the BitNet fork took for itself. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  I2_S: 'upstream llama.cpp removed id 36 and refuses the file',
  TL1: 'upstream llama.cpp removed id 38 and refuses the file',
  TL2: 'upstream llama.cpp reads id 39 as MXFP4',
  MXFP4: 'microsoft/BitNet reads id 39 as TL2',
};

/** Findings from the header alone. */
export function lintHeader(file: GgufFile): Finding[] {
  return [
    ...typeCollisions(file),
    ...lintFileType(file),
    ...lintTokenizer(file),
    ...lintBitnet(file),
    ...lintVersion(file),
    ...lintEnd(file),
  ];
}

function typeCollisions({ tensors }: GgufFile): Finding[] {
  return Object.entries(ELSEWHERE).flatMap(([name, elsewhere]) => {
    const count = tensors.filter(({ type }) => type.name === name).length;
    if (count === 0) return [];
    return {
      rule: 'type-collision',
      message: `${amount(count, 'tensor')} of type ${name} by architecture and size; ${elsewhere}`,
      fix: 'run the file only with programs of the family it was made for',
    };
  });
}

function lintFileType({ metadata, tensors, architecture }: GgufFile): Finding[] {
  const value = metadata.get('general.file_type')?.value;
  if (typeof value !== 'number') return [];
  const present = new Set(tensors.map(({ type }) => type.name));
  const found = fileType(value, architecture, present);
  const main = mainTensorType(found);
  const findings: Finding[] = [];
  if (found.other !== undefined)
    findings.push({
      rule: 'file-type-collision',
      message: `general.file_type ${value} is ${found.name} here and ${found.other} in the other family of programs`,
      fix: 'judge the file by the types of its tensors, not by this number',
    });
  if (main === undefined || (tensors.length > 0 && !present.has(main)))
    findings.push({
      rule: 'file-type-mismatch',
      message: `general.file_type ${value} ${found.name === undefined ? 'means nothing' : `says ${found.name}`}; the tensors are ${[...present].join(', ') || 'none'}`,
      fix: 'convert again with a converter that writes what it says',
    });
  return findings;
}

function lintTokenizer({ metadata, architecture }: GgufFile): Finding[] {
  const findings: Finding[] = [];
  if (metadata.get('tokenizer.ggml.model')?.value === 'gpt2' && !metadata.has('tokenizer.ggml.pre'))
    findings.push({
      rule: 'tokenizer-pre',
      message:
        'tokenizer.ggml.pre is missing; llama.cpp then splits text by another rule than the model was trained with',
      fix: 'write tokenizer.ggml.pre, which is llama-bpe for BitNet b1.58 2B-4T',
    });
  const lengths = ['tokens', 'scores', 'token_type'].flatMap((name) => {
    const value = metadata.get(`tokenizer.ggml.${name}`)?.value;
    return typeof value === 'object' ? [{ name: `tokenizer.ggml.${name}`, length: value.length }] : [];
  });
  const size = metadata.get(`${architecture}.vocab_size`)?.value;
  if (typeof size === 'number') lengths.push({ name: `${architecture}.vocab_size`, length: size });
  const [first, ...others] = lengths;
  const differing = others.find(({ length }) => length !== first?.length);
  if (first !== undefined && differing !== undefined)
    findings.push({
      rule: 'vocabulary',
      message: `${first.name} says ${first.length} tokens, ${quoted(differing.name)} says ${differing.length}`,
      fix: 'convert again with the tokenizer of the model',
    });
  return findings;
}

function lintBitnet({ metadata, architecture }: GgufFile): Finding[] {
  if (!isBitnet(architecture)) return [];
  const findings: Finding[] = [];
  if (!metadata.has(`${architecture}.hidden_activation`))
    findings.push({
      rule: 'activation',
      message: `${quoted(`${architecture}.hidden_activation`)} is missing; programs guess, and some take SiLU where the model needs squared ReLU`,
      fix: 'check the output against an oracle before you trust it',
    });
  const template = metadata.get('tokenizer.chat_template')?.value;
  if (typeof template === 'string' && template.includes('BITNETAssistant'))
    findings.push({
      rule: 'template',
      message:
        'tokenizer.chat_template asks with "BITNETAssistant"; the checkpoint was trained with "User: … Assistant: "',
      fix: "write the checkpoint's own template",
    });
  return findings;
}

function lintVersion({ version }: GgufFile): Finding[] {
  if (version === 3) return [];
  return [{ rule: 'version', message: `GGUF version ${version} is old`, fix: 'convert again; version 3 is current' }];
}

function lintEnd({ source, dataEnd, alignment }: GgufFile): Finding[] {
  const rest = source.size - dataEnd;
  if (rest < alignment) return [];
  return [
    {
      rule: 'trailing-bytes',
      message: `${rest} bytes from byte ${dataEnd} on belong to no tensor`,
      fix: 'fetch the file again and compare its sha256',
    },
  ];
}

/** Weights below which a share says nothing. */
const ENOUGH = 4096;

/** A tensor with what was found in its bytes. */
export interface CheckedTensor extends DataCheck {
  readonly tensor: GgufTensor;
}

/** Findings from the bytes of the tensors. */
export function lintData(all: readonly CheckedTensor[]): Finding[] {
  const odd = all.filter(({ weights }) => weights !== undefined && isOdd(weights));
  const zero = all.filter(({ blank = false, zeroBlocks = 0 }) => blank || zeroBlocks > 0);
  const more = all.filter(({ weights }) => (weights?.other ?? 0) > 0);
  const unchecked = all.filter(({ checked }) => checked !== 'all');
  const findings: Finding[] = [];
  const add = (
    rule: FindingRule,
    list: readonly CheckedTensor[],
    say: (first: CheckedTensor) => string,
    fix: string,
  ) => {
    const [first] = list;
    if (first === undefined) return;
    findings.push({
      rule,
      message: `${amount(list.length, 'tensor')}, first ${quoted(first.tensor.name)}: ${say(first)}`,
      fix,
    });
  };
  const layoutFix = 'compare with the float checkpoint; the bytes may be of another layout than the type says';
  add('layout', odd, ({ weights }) => `${shares(weights!)}; trained weights have as many +1 as -1`, layoutFix);
  add('layout', more, ({ weights }) => `${weights!.other} weights are 2, so the tensor is not ternary`, layoutFix);
  add('zero-weights', zero, whatIsZero, 'make sure that nothing is missing');
  add(
    'unchecked',
    unchecked,
    ({ tensor, checked }) =>
      `the codes of ${tensor.type.name} were not checked${checked === 'scale' ? ', its scale was' : ''}`,
    'compare the file with its sha256',
  );
  return findings;
}

const whatIsZero = ({ zeroBlocks = 0 }: CheckedTensor): string =>
  zeroBlocks > 0 ? `${amount(zeroBlocks, 'block')} with scale 0` : 'every byte is zero';

function isOdd({ minus, zero, plus }: NonNullable<DataCheck['weights']>): boolean {
  const all = minus + zero + plus;
  return all >= ENOUGH && (Math.abs(plus - minus) / all > 0.1 || zero / all > 0.95 || zero / all < 0.02);
}

function shares({ minus, zero, plus }: NonNullable<DataCheck['weights']>): string {
  const all = minus + zero + plus;
  const percent = (count: number): string => `${((100 * count) / all).toFixed(1)} %`;
  return `${percent(minus)} are -1, ${percent(zero)} are 0, ${percent(plus)} are +1`;
}

const amount = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
