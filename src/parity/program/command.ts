import type { Outcome } from '../outcome.ts';
import { findProgram, type ProgramRequest } from './find-program.ts';
import { ownEntry, readRequest } from './request.ts';

export interface CudaProgramOptions {
  /** Look and tell, and keep no copy. */
  readonly dry?: boolean;
}

/** Finds the CUDA program, and says which it is and why no other; nothing found is an answer, not a finding. */
export async function cudaProgram(options: CudaProgramOptions, env: NodeJS.ProcessEnv): Promise<Outcome> {
  const request: ProgramRequest = readRequest(env, ownEntry());
  const found = await findProgram(request);
  const lines = found.notUsed.map((reason) => `not used: ${reason}`);
  if ('unavailable' in found) return { ok: true, lines: [...lines, 'no CUDA program'], json: { v: 1, ...found } };
  const { program, sha256, source, trust, notUsed } = found;
  if (options.dry === true) found.remove();
  return {
    ok: true,
    lines: [...lines, `${source}: sha256 ${sha256}; ${trust}`],
    json: { v: 1, ...(options.dry === true ? {} : { program }), sha256, source, trust, notUsed },
  };
}
