import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { FlowError } from '../../core/errors.ts';
import { SHA256 } from './digest.ts';
import type { ProgramRequest } from './find-program.ts';

/**
 * Variables that say which CUDA program is wanted; the actions set them from their inputs. An empty one is absent.
 * `GITHUB_API_URL`, `GITHUB_REPOSITORY`, `RUNNER_TEMP` and `ACTIONS_*` are the runner's.
 */
export const VARIABLES = {
  /** A program of one's own: that one or none. */
  path: 'BITNET_FLOW_CUDA',
  /** The sha256 that the program must have. */
  sha256: 'BITNET_FLOW_CUDA_SHA256',
  /** The run of build-cuda.yml whose artifact is wanted. */
  run: 'BITNET_FLOW_CUDA_RUN',
  /** Where that run is, when not in the repository of this one. */
  repository: 'BITNET_FLOW_CUDA_REPOSITORY',
  /** A token that may read that run. */
  token: 'BITNET_FLOW_CUDA_TOKEN',
} as const;

/** Folder of bitnet-flow itself, above the sources or above dist/. */
export function ownRoot(): string {
  return fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? '../../..' : '../..', import.meta.url));
}

/** Arguments for Node that start this process's entry again. */
export function ownEntry(): readonly string[] {
  return [...process.execArgv, process.argv[1]!];
}

/** Reads the request out of the environment; throws `bad-input` for a value that is none. */
export function readRequest(env: NodeJS.ProcessEnv, entry: readonly string[]): ProgramRequest {
  const path = env[VARIABLES.path] || undefined;
  const sha256 = valid(env, VARIABLES.sha256, SHA256, '64 hexadecimal digits in lower case');
  const run = valid(env, VARIABLES.run, /^[1-9]\d{0,14}$/, 'the number of a run');
  const repository =
    valid(env, VARIABLES.repository, /^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/, 'owner/repo') ||
    env['GITHUB_REPOSITORY'] ||
    undefined;
  const token = env[VARIABLES.token] || undefined;
  const apiUrl = (env['GITHUB_API_URL'] || 'https://api.github.com').replace(/\/+$/, '');
  return {
    ...(path === undefined ? {} : { path }),
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(run === undefined ? {} : { artifact: placeOf({ apiUrl, run: Number(run), repository, token }) }),
    root: ownRoot(),
    restore: [...entry, 'cuda-restore'],
    env,
    temp: env['RUNNER_TEMP'] || tmpdir(),
  };
}

function placeOf({
  apiUrl,
  run,
  repository,
  token,
}: {
  apiUrl: string;
  run: number;
  repository: string | undefined;
  token: string | undefined;
}): ProgramRequest['artifact'] & object {
  // A gate keeps the tokens of its job from what it starts; the action for GPU runners fetches the artifact before.
  if (token === undefined) return { none: `run ${run} is named, and there is no token to read it with` };
  if (repository === undefined) return { none: `run ${run} is named, and no repository it is in` };
  return { apiUrl, repository, run, token };
}

function valid(env: NodeJS.ProcessEnv, name: string, form: RegExp, what: string): string | undefined {
  const value = env[name] || undefined;
  if (value === undefined || form.test(value)) return value;
  throw new FlowError('bad-input', `is ${JSON.stringify(value.slice(0, 80))}`, { at: name, fix: `give ${what}` });
}
