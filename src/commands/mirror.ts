import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ActionDefinition } from '../core/action.ts';
import { FlowError, nearest } from '../core/errors.ts';
import { pinOf } from '../generator/pins.ts';
import {
  checksums,
  distFilesOf,
  MANIFEST,
  mirrorFiles,
  type MirrorFiles,
  type MirrorSource,
} from '../metadata/mirror.ts';
import { renderStub } from '../metadata/stub.ts';
import { ACTION_NAMES, allActions, findAction } from '../registry.ts';
import { pinsOfClone } from './pins.ts';

/** Options of `bitnet-flow mirror` as the command line gives them. */
export interface MirrorOptions {
  out?: string;
  only?: string;
  check?: boolean;
  json?: boolean;
}

/** What was written, or differs; paths are relative to the folder of the mirrors. */
export interface MirrorResult {
  readonly ok: boolean;
  readonly lines: readonly string[];
  readonly mirrors: readonly string[];
  readonly files: readonly string[];
}

/** Assembles a repository for each action below `--out`, or compares what is there. */
export function mirrorCommand(root: string, options: MirrorOptions): MirrorResult {
  const { out, only } = options;
  if (out === undefined)
    throw new FlowError('bad-input', 'no --out given', {
      at: '--out',
      fix: 'say where to write, for instance --out ../mirrors',
    });
  const planned = planMirrors(root, only);
  const present = listFiles(out, only ?? '');
  const unknown = present.filter((path) => !planned.has(path));
  const differs = [...planned.keys()].filter((path) => !sameFile(join(out, path), planned.get(path)!));
  const mirrors = only === undefined ? [...ACTION_NAMES] : [only];
  const count = `${mirrors.length} ${mirrors.length === 1 ? 'mirror' : 'mirrors'}, ${planned.size} files`;
  if (options.check === true) {
    const files = [...differs, ...unknown].sort();
    const lines = files.map(
      (path) => `${!planned.has(path) ? 'unknown' : present.includes(path) ? 'changed' : 'missing'}: ${path}`,
    );
    if (files.length === 0) return { ok: true, lines: [`${out}: ${count}: nothing differs`], mirrors, files };
    return {
      ok: false,
      lines: [...lines, `run \`bitnet-flow mirror\` without --check into an empty folder`],
      mirrors,
      files,
    };
  }
  if (unknown.length > 0) {
    throw new FlowError(
      'refused',
      `${join(out, unknown[0]!)} is no part of a mirror (${unknown.length} such ${unknown.length === 1 ? 'file' : 'files'})`,
      {
        at: '--out',
        fix: 'remove it, or give an empty folder',
      },
    );
  }
  for (const path of differs) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), planned.get(path)!);
  }
  const lines = [differs.length === 0 ? `${out}: ${count}: unchanged` : `${out}: ${count}: wrote ${differs.length}`];
  return { ok: true, lines, mirrors, files: differs };
}

/** Every file of the mirrors by path; with one mirror alone there is no manifest, which is about all of them. */
function planMirrors(root: string, only: string | undefined): Map<string, Uint8Array> {
  const definitions = only === undefined ? allActions() : [findKnown(only)];
  const source = readSource(root, definitions);
  const mirrors = new Map<string, MirrorFiles>(definitions.map((one) => [one.name, mirrorFiles(one, source)]));
  const planned = new Map<string, Uint8Array>();
  for (const [name, files] of mirrors) for (const [path, bytes] of files) planned.set(`${name}/${path}`, bytes);
  if (only === undefined) planned.set(MANIFEST, Buffer.from(checksums(mirrors)));
  return planned;
}

function findKnown(name: string): ActionDefinition {
  const definition = findAction(name);
  if (definition !== undefined) return definition;
  const near = nearest(name, ACTION_NAMES);
  throw new FlowError('bad-input', `there is no action ${JSON.stringify(name)}`, {
    at: '--only',
    fix: near === undefined ? 'see actions/ for all names' : `did you mean ${near}?`,
  });
}

/** Reads what mirrors are made from, and refuses a dist/ that is not of these sources. */
function readSource(root: string, definitions: readonly ActionDefinition[]): MirrorSource {
  const read = (path: string): Buffer => {
    if (existsSync(join(root, path))) return readFileSync(join(root, path));
    throw new FlowError('not-found', `${path} is not there`, {
      at: join(root, path),
      fix: path.startsWith('dist/') ? 'run `npm run generate && npm run build`' : 'run this in a clone of bitnet-flow',
    });
  };
  const dist = new Map<string, Uint8Array>();
  for (const definition of definitions) {
    for (const name of distFilesOf(definition)) if (!dist.has(name)) dist.set(name, read(`dist/${name}`));
    const stub = `${definition.name}.js`;
    if (!Buffer.from(renderStub(definition)).equals(dist.get(stub)!))
      throw outdated(`dist/${stub} is not the stub of ${definition.name}`, 'npm run generate');
  }
  const bundled = bundledActions(join(root, 'dist/index.js'));
  const absent = definitions.find((one) => !bundled.includes(one.name));
  if (absent !== undefined) throw outdated(`dist/index.js does not know ${absent.name}`, 'npm run build');
  const { version } = JSON.parse(read('package.json').toString('utf8')) as { version: string };
  return { version, checkout: pinOf(pinsOfClone(root), 'actions/checkout'), license: read('LICENSE'), dist };
}

/** Asks the bundle itself, in a process of its own, for the names of its actions. */
function bundledActions(bundle: string): string[] {
  const ask = 'require(process.argv[1]).actionNames().then((names) => process.stdout.write(JSON.stringify(names)))';
  try {
    const answer = execFileSync(process.execPath, ['-e', ask, bundle], {
      env: {},
      encoding: 'utf8',
      stdio: 'pipe',
      timeout: 30_000,
    });
    return JSON.parse(answer) as string[];
  } catch (cause) {
    throw outdated('dist/index.js does not tell its actions', 'npm run build', cause);
  }
}

function outdated(message: string, command: string, cause?: unknown): FlowError {
  return new FlowError('stale', message, { at: 'dist', fix: `run \`${command}\``, cause });
}

/** Files and links below a folder, from its top; a mirror's own `.git` is not looked into. */
function listFiles(out: string, folder: string): string[] {
  if (!existsSync(join(out, folder))) return [];
  return readdirSync(join(out, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.name === '.git') return [];
    return entry.isDirectory() ? listFiles(out, path) : [path];
  });
}

function sameFile(path: string, bytes: Uint8Array): boolean {
  return existsSync(path) && readFileSync(path).equals(bytes);
}
