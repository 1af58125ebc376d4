import { execFile } from 'node:child_process';
import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { sha256 } from './cache-key.ts';

/** Milliseconds an interpreter may take to say where its packages are. */
const ASK_MS = 20_000;

/** The Python interpreter that runs a file: the file itself by its name, or the one that its first line names; undefined for any other program. */
export function interpreterOf(file: string): string | undefined {
  if (/^python(\d+(\.\d+)?)?$/.test(basename(file))) return file;
  const start = startOf(file);
  const named = /^#!\s*(\S*\/python[\d.]*)(?=\s|$)/.exec(start)?.[1];
  if (named !== undefined) return named;
  // A shim of pyenv is a shell script, beside one for each interpreter.
  return /^#!.*sh\b/.test(start) && /\bpyenv\b/.test(start) ? join(dirname(file), 'python3') : undefined;
}

/** The first bytes of a file as text; empty for one that cannot be read. */
function startOf(file: string): string {
  const buffer = Buffer.alloc(2000);
  try {
    const fd = openSync(file, 'r');
    try {
      return buffer.toString('latin1', 0, readSync(fd, buffer));
    } finally {
      closeSync(fd);
    }
  } catch {
    return '';
  }
}

/** Asks an interpreter for its folders of packages, in the environment of a gate's commands; undefined when it does not answer. */
export async function packageFolders(
  python: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<readonly string[] | undefined> {
  const program = 'import json, sys; print(json.dumps([p for p in sys.path if p.endswith("-packages")]))';
  return await promisify(execFile)(python, ['-I', '-c', program], { cwd, env: { ...env }, timeout: ASK_MS }).then(
    ({ stdout }) => JSON.parse(stdout) as string[],
    () => undefined,
  );
}

/**
 * What tells two sets of installed Python packages apart: the name, size and time of everything at the top of the folders, which every installer changes.
 * Or why it cannot be known: an editable install leads to code elsewhere, often to the work tree, which is not what is judged.
 */
export function installedPython(
  folders: readonly string[],
): { readonly digest: string } | { readonly unknown: string } {
  const seen: string[] = [];
  for (const folder of folders) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) continue;
    for (const name of readdirSync(folder).sort()) {
      if (name === '__pycache__') continue; // written by who only runs what is there
      const file = join(folder, name);
      const { size, mtimeMs } = lstatSync(file);
      seen.push(`${file} ${size} ${mtimeMs}`);
      if (name.startsWith('__editable__') || (name.endsWith('.pth') && leadsElsewhere(file)))
        return { unknown: `${file} leads to code that is not in the commit` };
    }
  }
  return { digest: sha256(seen.join('\n')) };
}

/** A line of a path file that is a path; one that begins with `import` is a program of the installer. */
function leadsElsewhere(file: string): boolean {
  return readFileSync(file, 'utf8')
    .split('\n')
    .some((line) => line.trim() !== '' && !line.startsWith('#') && !/^import[ \t]/.test(line));
}
