import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Where scripts/gpu-modules.mjs puts native modules, seen from the root of a clone. */
const IN_A_CLONE = join('build', 'tools', 'gpu');
/** dlopen keeps the library after the failed attempt to take it for a module of Node. */
const RTLD_NODELETE = 0x1000;

/** How to get native modules, for the end of a sentence. */
export const INSTALL = '`node scripts/gpu-modules.mjs` in a clone of bitnet-flow installs it';

/**
 * The folder with native modules: `given`, else BITNET_FLOW_GPU_MODULES, else build/tools/gpu of the clone that the running program lies in. Never
 * one near the working directory: that may hold the very code that is judged, and a native module of it would sit inside the judge.
 */
export function modulesFolder(given?: string): string | undefined {
  const named = given ?? process.env['BITNET_FLOW_GPU_MODULES'];
  if (named !== undefined && named !== '') return resolve(named);
  for (let folder = dirname(resolve(process.argv[1] ?? '.')); ; folder = dirname(folder)) {
    if (existsSync(join(folder, IN_A_CLONE))) return join(folder, IN_A_CLONE);
    if (folder === dirname(folder)) return undefined;
  }
}

/** Folder and version of a package installed in `folder`; undefined where there is none of that name. */
export function findPackage(folder: string | undefined, name: string): { path: string; version: string } | undefined {
  if (folder === undefined) return undefined;
  const path = join(folder, 'node_modules', name);
  try {
    const found = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as { name?: string; version?: string };
    return found.name === name ? { path, version: String(found.version) } : undefined;
  } catch {
    return undefined;
  }
}

/** Loads a package by its folder, at run time, past any bundler. */
export function requirePackage(path: string): unknown {
  return createRequire(join(path, 'package.json'))(path);
}

/** Loads a native addon. */
export function loadAddon(file: string): unknown {
  const module = { exports: {} as unknown };
  process.dlopen(module, file);
  return module.exports;
}

/** Loads a shared library, so that code that opens it by its bare name later finds it loaded; says why where it cannot be. */
export function loadLibrary(nameOrFile: string): { problem?: string } {
  try {
    process.dlopen({ exports: {} }, nameOrFile, constants.dlopen.RTLD_NOW | RTLD_NODELETE);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    // It is no module of Node, which Node finds out after it has been loaded.
    if (!/self-register/.test(text)) return { problem: oneLine(error) };
  }
  return {};
}

/** What an error says, in one line that a report can hold. */
export function oneLine(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim();
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
