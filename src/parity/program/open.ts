import { openCuda } from '../../../kernels/cuda/launcher.ts';
import type { Backend, Unavailable } from '../../../kernels/reference/backend.ts';
import { findProgram } from './find-program.ts';
import { ownEntry, readRequest } from './request.ts';
import { runProgram } from './run-program.ts';

/**
 * The CUDA backend on the program that is found here. No program and no device are reasons; a program that is not the expected one, and
 * one that fails, are errors.
 */
export async function openCudaProgram(env: NodeJS.ProcessEnv): Promise<Backend | Unavailable> {
  const found = await findProgram(readRequest(env, ownEntry()));
  if ('unavailable' in found) return { id: 'cuda', unavailable: found.unavailable };
  try {
    const run = (program: string, args: readonly string[]) => runProgram(program, args);
    const backend = await openCuda({ program: found.program, run });
    if ('unavailable' in backend) {
      found.remove();
      return { id: 'cuda', unavailable: `${backend.unavailable} (program from ${found.source})` };
    }
    const close = async (): Promise<void> => {
      await backend.close();
      found.remove();
    };
    return { ...backend, close };
  } catch (error) {
    found.remove();
    throw error;
  }
}
