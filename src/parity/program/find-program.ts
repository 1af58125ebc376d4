import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FlowError } from '../../core/errors.ts';
import { CUDA_SOURCES_SHA256 } from './cuda-sources.ts';
import { checkDigest, DIGEST_FILE, parseDigestFile, PROGRAM, sha256 } from './digest.ts';
import { fromArtifact, type ArtifactPlace } from './from-artifact.ts';
import { fromCache } from './from-cache.ts';
import { LIMITS, type ProgramFiles, type Sought } from './program-files.ts';

/** Key of the cache entry that holds the program of these sources. */
export const CACHE_KEY = `${PROGRAM}-${CUDA_SOURCES_SHA256}`;

/** Where the program may come from, in the order in which it is looked for. */
export const PROGRAM_SOURCES = ['path', 'build', 'cache', 'artifact'] as const;
export type ProgramSource = (typeof PROGRAM_SOURCES)[number];

export interface ProgramRequest {
  /** A program that a person names: that one or none. */
  readonly path?: string;
  /** The digest that the program must have, known from elsewhere than where the program lies. */
  readonly sha256?: string;
  /** Folder of bitnet-flow itself, never of the repository that is judged. */
  readonly root: string;
  /** Where an artifact is, or why none can be asked for. */
  readonly artifact?: ArtifactPlace | { readonly none: string };
  /** What starts the process that restores a cache entry: arguments for Node, the key comes last. */
  readonly restore: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Folder for the private copy. */
  readonly temp: string;
}

/** A program that may be run: a private copy of the bytes that were judged. */
export interface FoundProgram {
  readonly program: string;
  readonly sha256: string;
  readonly source: ProgramSource;
  /** What says that it is the right one. */
  readonly trust: string;
  /** Why each source before it gave nothing. */
  readonly notUsed: readonly string[];
  /** Removes the private copy. */
  remove(): void;
}

export interface NoProgram {
  readonly unavailable: string;
  readonly notUsed: readonly string[];
}

/** Finds the native program. What is absent is a reason; what is there and is not the expected program is an error, never a fallback. */
export async function findProgram(request: ProgramRequest): Promise<FoundProgram | NoProgram> {
  if (request.path !== undefined) return fromPath(request, request.path);
  const notUsed: string[] = [];
  const built = fromBuild(request);
  if ('source' in built) return built;
  notUsed.push(`build: ${built.none}`);
  for (const source of ['cache', 'artifact'] as const) {
    const sought = await seek(request, source);
    if ('files' in sought) return judged(request, sought.files, source, notUsed);
    notUsed.push(`${source}: ${sought.none}`);
  }
  return { unavailable: `there is no CUDA program: ${notUsed.join('; ')}`, notUsed };
}

/** Neither the cache nor an artifact vouches for itself: who may write the one may write its digest file, too. */
async function seek(request: ProgramRequest, source: 'cache' | 'artifact'): Promise<Sought> {
  const { artifact = { none: 'no run is named (cuda-run)' } } = request;
  if (source === 'artifact' && 'none' in artifact) return artifact;
  if (request.sha256 === undefined) return { none: 'no digest is given to hold it against (cuda-sha256)' };
  if (source === 'cache') return await fromCache(CACHE_KEY, request.restore, request.env);
  return 'none' in artifact ? artifact : await fromArtifact(artifact);
}

function judged(
  request: ProgramRequest,
  files: ProgramFiles,
  source: ProgramSource,
  notUsed: readonly string[],
): FoundProgram {
  const { artifact = {} } = request;
  const from =
    'run' in artifact && source === 'artifact' ? `artifact of run ${artifact.run}` : `cache entry ${CACHE_KEY}`;
  const digest = checkDigest(files.program, request.sha256!, from, 'cuda-sha256');
  const beside = parseDigestFile(Buffer.from(files.digest).toString('latin1'), from);
  if (beside !== digest) checkDigest(files.program, beside, from, `its own ${DIGEST_FILE}`);
  return keep(request, files.program, { source, trust: 'its digest is the given one', notUsed });
}

function fromPath(request: ProgramRequest, path: string): FoundProgram {
  const bytes = readProgram(path);
  if (bytes === undefined)
    throw new FlowError('not-found', 'there is no such file', {
      at: path,
      fix: 'name the program, or leave BITNET_FLOW_CUDA empty to have it looked for',
    });
  const trust = request.sha256 === undefined ? 'a person named it, no digest was given' : 'its digest is the given one';
  if (request.sha256 !== undefined) checkDigest(bytes, request.sha256, path, 'cuda-sha256');
  return keep(request, bytes, { source: 'path', trust, notUsed: [] });
}

/** A build of this clone. The digest file beside it shows a half-written or mixed-up build, no more. */
function fromBuild(request: ProgramRequest): FoundProgram | { readonly none: string } {
  const path = join(request.root, 'build', 'cuda', PROGRAM);
  const bytes = readProgram(path);
  if (bytes === undefined) return { none: 'nothing is built below build/cuda (npm run build:cuda)' };
  const file = join(request.root, 'build', 'cuda', DIGEST_FILE);
  const text = readSmall(file);
  if (text === undefined)
    throw new FlowError('refused', `${DIGEST_FILE} is not beside it`, {
      at: path,
      fix: 'run `npm run build:cuda` again',
    });
  checkDigest(bytes, parseDigestFile(text, file), path, DIGEST_FILE);
  if (request.sha256 !== undefined) checkDigest(bytes, request.sha256, path, 'cuda-sha256');
  const trust = request.sha256 === undefined ? 'it was built in this clone' : 'its digest is the given one';
  return keep(request, bytes, { source: 'build', trust, notUsed: [] });
}

/** A copy that nobody else may change between judgement and run. */
function keep(
  request: ProgramRequest,
  bytes: Uint8Array,
  rest: Pick<FoundProgram, 'source' | 'trust' | 'notUsed'>,
): FoundProgram {
  const folder = mkdtempSync(join(request.temp, `${PROGRAM}-`));
  const program = join(folder, PROGRAM);
  writeFileSync(program, bytes, { flag: 'wx' });
  chmodSync(program, 0o755);
  return {
    program,
    sha256: sha256(bytes),
    ...rest,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function readProgram(path: string): Buffer | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (!stat.isFile() || stat.size === 0 || stat.size > LIMITS.program)
    throw new FlowError('refused', `is no program: ${stat.isFile() ? `${stat.size} bytes` : 'no regular file'}`, {
      at: path,
      fix: `a program has 1 to ${LIMITS.program} bytes`,
    });
  return readFileSync(path);
}

function readSmall(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() === true && stat.size <= LIMITS.digest ? readFileSync(path, 'latin1') : undefined;
}
