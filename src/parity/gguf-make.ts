import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { FlowError } from '../core/errors.ts';
import { printable } from '../core/text.ts';
import { syntheticModel, type SyntheticOptions } from '../../kernels/gguf/synthetic.ts';
import { tensorBytes } from '../../kernels/gguf/writable.ts';
import { writeGguf } from '../../kernels/gguf/write-file.ts';
import { grouped, type Outcome } from './outcome.ts';
import { Progress, type ProgressStream } from './progress.ts';

export interface MakeOptions extends SyntheticOptions {
  readonly out: string;
  /** Write over a file that is there. */
  readonly force?: boolean;
}

/** Writes a synthetic model to a file; the same options are always the same bytes. */
export function make({ out, force = false, ...options }: MakeOptions, stream: ProgressStream): Outcome {
  if (existsSync(out) && !force)
    throw new FlowError('bad-input', 'is there already', { at: out, fix: 'give another --out, or --force' });
  const folder = dirname(out);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new FlowError('not-found', 'is no folder', { at: folder, fix: 'make it first' });
  const model = syntheticModel(options);
  const all = model.tensors.reduce((sum, tensor) => sum + tensorBytes(tensor), 0);
  const progress = new Progress(`writing ${printable(out, 60)}`, stream);
  const hash = createHash('sha256');
  try {
    const bytes = writeGguf(out, model, (piece, written) => {
      hash.update(piece);
      progress.at(Math.min(written, all), all);
    });
    progress.end();
    const sha256 = hash.digest('hex');
    const what = `${model.tensors.length} tensors`;
    return {
      ok: true,
      lines: [`${printable(out, 200)}: ${what}, ${grouped(bytes)} bytes`, `sha256 ${sha256}`],
      json: { out, tensors: model.tensors.length, bytes, sha256 },
    };
  } finally {
    progress.end();
  }
}
