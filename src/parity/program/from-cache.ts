import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { printable } from '../../core/text.ts';
import type { Outcome } from '../outcome.ts';
import { DIGEST_FILE, PROGRAM } from './digest.ts';
import { LIMITS, type ProgramFiles, type Sought } from './program-files.ts';
import { readTar, refused } from './read-tar.ts';

/**
 * What an entry of the Actions cache holds. The version of an entry follows from these words, so the workflow that saves it must use the
 * same, in this order.
 */
export const CACHED_PATHS = [`build/cuda/${PROGRAM}`, `build/cuda/${DIGEST_FILE}`] as const;

/** Bytes of an unpacked entry; the tar around two files needs some blocks more than they do. */
const MAX_UNPACKED = LIMITS.program + LIMITS.digest + 64 * 1024;
const RESTORE_MS = 120_000;

/**
 * The program of the cache entry of a key. `argv` starts the restoring process, for Node; its options come last. @actions/cache finds and downloads it, in a process of its own because it prints and reads
 * the environment; it would then unpack with `tar -P`, which writes wherever an archive says. Whoever may write the cache of a repository is
 * not trusted, so the `tar` it finds only sets the archive aside, and `readTar` takes two files out of it in memory.
 */
export async function fromCache(key: string, argv: readonly string[], env: NodeJS.ProcessEnv): Promise<Sought> {
  if (!env['ACTIONS_RUNTIME_TOKEN'] || !(env['ACTIONS_RESULTS_URL'] || env['ACTIONS_CACHE_URL']))
    return { none: 'there is no Actions cache here: a step that runs as an action on a runner has one' };
  const folder = mkdtempSync(join(env['RUNNER_TEMP'] || tmpdir(), 'bitnet-flow-cache-'));
  try {
    const archive = join(folder, 'archive');
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'tar'), '#!/bin/sh\n[ "$1" = -xf ] && exec cp -- "$2" "$BITNET_FLOW_ARCHIVE"\nexit 1\n', {
      mode: 0o755,
    });
    const ended = await restore([...argv, JSON.stringify({ key })], {
      ...env,
      PATH: `${bin}${delimiter}${env['PATH'] ?? ''}`,
      RUNNER_TEMP: folder,
      GITHUB_WORKSPACE: folder,
      BITNET_FLOW_ARCHIVE: archive,
    });
    if (!existsSync(archive)) return { none: ended.trouble ?? `the cache of this repository has no entry ${key}` };
    return { files: filesOf(archive) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the restoring process does: the lookup and the download, by @actions/cache. */
export async function restoreEntry(key: string): Promise<Outcome> {
  const { restoreCache } = await import('@actions/cache');
  const hit = await restoreCache([...CACHED_PATHS], key);
  return { ok: true, lines: [], json: { hit } };
}

function filesOf(archive: string): ProgramFiles {
  const { size } = statSync(archive);
  if (size > MAX_UNPACKED) throw refused(0, `the entry has ${size} bytes, at most ${MAX_UNPACKED}`);
  const files = readTar(unpack(readFileSync(archive), archive), {
    [CACHED_PATHS[0]]: LIMITS.program,
    [CACHED_PATHS[1]]: LIMITS.digest,
  });
  return { program: files.get(CACHED_PATHS[0])!, digest: files.get(CACHED_PATHS[1])! };
}

/** @actions/cache packs with zstd where it finds it, and with gzip elsewhere. */
function unpack(packed: Buffer, archive: string): Uint8Array {
  try {
    if (packed.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b])))
      return gunzipSync(packed, { maxOutputLength: MAX_UNPACKED });
    if (packed.subarray(0, 4).equals(Buffer.from([0x28, 0xb5, 0x2f, 0xfd])))
      return execFileSync('zstd', ['-dcq', '--long=30', '--', archive], { maxBuffer: MAX_UNPACKED, stdio: 'pipe' });
  } catch (cause) {
    throw refused(0, `the entry does not unpack to at most ${MAX_UNPACKED} bytes: ${printable(String(cause), 120)}`);
  }
  throw refused(0, 'the entry is packed with neither gzip nor zstd');
}

/** Runs the restoring process; what it says went wrong is a reason, because a cache may always be absent. */
function restore(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<{ trouble: string | undefined }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, argv, { env, stdio: ['ignore', 'pipe', 'pipe'], timeout: RESTORE_MS });
    let said = '';
    const hear = (chunk: Buffer): void => void (said = (said + chunk.toString('utf8')).slice(-20_000));
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', (error) => resolve({ trouble: error.message }));
    child.once('close', (code, signal) => {
      const line = /^::(?:warning|error)::(?:Failed to restore: )?(.*)$/m.exec(said)?.[1];
      const ended = code === 0 ? undefined : `the restore ended with ${signal ?? `exit ${code}`}`;
      resolve({ trouble: line === undefined ? ended : `the cache says: ${printable(line, 200)}` });
    });
  });
}
