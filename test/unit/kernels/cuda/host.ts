import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type CudaKernel, openCuda } from '../../../../kernels/cuda/launcher.ts';
import type { ProgramRun, RunProgram } from '../../../../kernels/cuda/program-run.ts';
import type { Backend } from '../../../../kernels/reference/backend.ts';
import type { TernaryFormat } from '../../../../kernels/reference/format.ts';
import type { Sample } from '../reference/samples.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const NO_COMPILER = 77;

/** The CUDA sources built by g++, or why that is not possible here. Sources that do not compile are an error. */
export function hostProgram(): { readonly program: string } | { readonly missing: string } {
  const built = spawnSync(process.execPath, ['scripts/build-cuda.mjs', '--host'], { cwd: root, encoding: 'utf8' });
  if (built.status === 0) return { program: `${root}build/cuda/bitnet-flow-cuda-host` };
  if (built.status === NO_COMPILER) return { missing: built.stderr.trim() };
  throw new Error(`the host build failed:\n${built.stderr}`);
}

/** Runs a program as the gate's own port does: no shell, everything that it says, whatever it ends with. */
export const runProcess: RunProgram = (program, args, { signal }) =>
  new Promise<ProgramRun>((resolve, reject) => {
    const child = spawn(program, args, { signal, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });

export async function openHost(program: string, kernel: CudaKernel = 'auto'): Promise<Backend> {
  const backend = await openCuda({ program, run: runProcess, kernel, allowEmulation: true });
  if ('unavailable' in backend) throw new Error(backend.unavailable);
  return backend;
}

/** One product of packed bytes. */
export async function multiply(
  backend: Backend,
  format: TernaryFormat,
  { rows, columns, options }: Sample,
  bytes: Uint8Array,
  x: Int8Array,
  count = 1,
): Promise<Int32Array> {
  const loaded = await backend.load({ format, rows, columns, bytes, ...options });
  try {
    return await loaded.multiply(x, count);
  } finally {
    loaded.free();
  }
}
