import { printable } from '../core/text.ts';
import { openFile } from '../../kernels/gguf/byte-source.ts';
import { RULES } from '../../kernels/gguf/refusal.ts';
import { validateGguf, type Validation } from '../../kernels/gguf/validate.ts';
import { fileTypeName } from './gguf-inspect.ts';
import { counted, grouped, type Outcome } from './outcome.ts';
import { Progress, type ProgressStream } from './progress.ts';

export interface ValidateCommandOptions {
  readonly file: string;
  /** A finding is a failure, too. */
  readonly strict?: boolean;
}

/** Judges a whole file. A refusal is always a failure; a finding is one with `strict`. */
export function validate({ file: path, strict = false }: ValidateCommandOptions, stream: ProgressStream): Outcome {
  const source = openFile(path);
  const progress = new Progress(`checking ${printable(source.name, 60)}`, stream);
  try {
    const result = validateGguf(source, { onProgress: (done, all) => progress.at(done, all) });
    progress.end();
    const ok = result.refusals.length === 0 && (!strict || result.findings.length === 0);
    return { ok, lines: linesOf(source.name, result, strict), json: { ok, ...jsonOf(source.name, result) } };
  } finally {
    progress.end();
    source.close();
  }
}

function linesOf(
  name: string,
  { file, refusals, moreRefusals, findings, tensors }: Validation,
  strict: boolean,
): string[] {
  const lines: string[] = [];
  const shown = printable(name, 80);
  if (refusals.length > 0) {
    lines.push(`${shown} is refused: ${counted(refusals.length + moreRefusals, 'fault')}`);
    for (const { offset, field, reason, rule } of refusals)
      lines.push(`  byte ${offset}, ${field}: ${printable(reason, 200)} (${rule})`, `    Fix: ${RULES[rule]}`);
    if (moreRefusals > 0) lines.push(`  and ${counted(moreRefusals, 'tensor')} more`);
  } else if (file !== undefined) {
    const bytes = file.tensors.reduce((sum, tensor) => sum + tensor.bytes, 0);
    const all = tensors.filter(({ checked }) => checked === 'all').length;
    const type = fileTypeName(file);
    lines.push(
      `${shown} is sound: ${printable(file.architecture, 40)}${type === undefined ? '' : `, ${type}`}, ${counted(file.metadata.size, 'key')}, ` +
        `every byte checked of ${grouped(all)} of ${counted(tensors.length, 'tensor')}, ${grouped(bytes)} bytes read`,
    );
  }
  if (findings.length > 0) {
    lines.push(`${counted(findings.length, 'finding')}${strict ? ', which --strict makes a failure' : ''}`);
    for (const { rule, message, fix } of findings) lines.push(`  ${rule}: ${message}`, `    Fix: ${fix}`);
  }
  return lines;
}

function jsonOf(name: string, { file, refusals, moreRefusals, findings, tensors }: Validation): object {
  return {
    file: name,
    architecture: file?.architecture ?? null,
    fileType: (file === undefined ? undefined : fileTypeName(file)) ?? null,
    tensors: tensors.length,
    checkedWhole: tensors.filter(({ checked }) => checked === 'all').length,
    refusals: refusals.map(({ rule, offset, field, reason }) => ({ rule, offset, field, reason, fix: RULES[rule] })),
    moreRefusals,
    findings,
  };
}
