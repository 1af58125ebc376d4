import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { FlowError } from '../../core/errors.ts';
import { printable } from '../../core/text.ts';
import { openFile } from '../../../kernels/gguf/byte-source.ts';
import { readGguf } from '../../../kernels/gguf/read.ts';
import { type Arithmetic, f32, f64, type Floats } from '../../../kernels/oracle/arithmetic.ts';
import { type ModelOptions, openModel } from '../../../kernels/oracle/open-model.ts';
import { type OracleModel, walk } from '../../../kernels/oracle/walk.ts';
import type { BackendId } from '../../../kernels/reference/backend.ts';
import { MANIFEST, ORACLE_PROGRAM, type Manifest } from '../dump/manifest.ts';
import { npyBytes } from '../dump/npy.ts';
import { openBackends } from '../open-backends.ts';
import { counted, grouped, type Outcome } from '../outcome.ts';
import { Progress, type ProgressStream } from '../progress.ts';
import { sha256Of } from './digest.ts';

export interface MakeDumpOptions extends Omit<ModelOptions, 'backend'> {
  readonly model: string;
  readonly makeDump: string;
  readonly tokens: readonly number[];
  /** How it computes: like an engine, or like the reference. */
  readonly precision?: 'f32' | 'f64';
  readonly backends?: readonly BackendId[];
}

/** Writes what the oracle itself computes as a dump: every output of every layer, the codes, the logits. */
export async function makeDump(options: MakeDumpOptions, stream: ProgressStream): Promise<Outcome> {
  const { makeDump: folder, tokens, precision = 'f32' } = options;
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new FlowError('bad-input', 'is there already and not empty', { at: folder, fix: 'name a new folder' });
  const source = openFile(options.model);
  const progress = new Progress(`dumping ${printable(source.name, 60)}`, stream);
  const { open, close } = await openBackends(options.backends ?? 'first');
  try {
    const file = readGguf(source);
    const model = openModel(file, { ...options, backend: open[0]! });
    mkdirSync(folder, { recursive: true });
    const arithmetic = precision === 'f64' ? f64 : f32(8);
    const written = await dumpTo(folder, model, arithmetic, tokens, (done, all) =>
      progress.say(`operator ${done} of ${all}`),
    );
    const manifest: Manifest = {
      version: 1,
      model: { file: basename(options.model), sha256: sha256Of(source, () => undefined) },
      program: { name: ORACLE_PROGRAM, version: arithmetic.name },
      tokens: [...tokens],
      logits: 'all',
      tensors: written.tensors,
    };
    writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    progress.end();
    const tensors = counted(written.tensors.length, 'tensor');
    return {
      ok: true,
      lines: [
        `${printable(folder, 200)}: ${tensors} of ${counted(tokens.length, 'position')}, ${grouped(written.bytes)} bytes`,
        `${model.sizes.layers} layers, ${model.activation === 'relu2' ? 'squared ReLU' : 'SiLU'}, activations ${model.codes}, ${arithmetic.name} on ${open[0]!.id}`,
      ],
      json: { folder, tensors: written.tensors.length, bytes: written.bytes, positions: tokens.length },
    };
  } finally {
    progress.end();
    source.close();
    await close();
  }
}

async function dumpTo(
  folder: string,
  model: OracleModel,
  arithmetic: Arithmetic,
  tokens: readonly number[],
  onProgress: (done: number, all: number) => void,
): Promise<{ tensors: Manifest['tensors']; bytes: number }> {
  const tensors: Manifest['tensors'] = [];
  let all = 0;
  const write = (name: string, rows: number, values: Floats | Int8Array): void => {
    const bytes = npyBytes({ shape: [rows, values.length / rows], values });
    const file = `${name}.npy`;
    writeFileSync(join(folder, file), bytes);
    tensors.push({ name, file, sha256: createHash('sha256').update(bytes).digest('hex') });
    all += bytes.length;
  };
  await walk(model, {
    tokens,
    tracks: [{ arithmetic }],
    onProgress,
    onCodes: ({ name, rows, activations }) => {
      write(name, rows, activations[0]!.codes);
      return undefined;
    },
    onOutput: ({ name, rows, values }) => {
      write(name, rows, values[0]!);
      return undefined;
    },
  });
  return { tensors, bytes: all };
}
