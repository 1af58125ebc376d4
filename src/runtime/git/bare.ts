import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Makes an empty bare repository at `dir`, which is emptied first, and returns `dir`. Written by hand instead of with
 * `git init`: no template, no hook, and one process less. `objects` are object directories to read from.
 */
export function makeBareRepository(dir: string, objects: readonly string[] = []): string {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(join(dir, 'objects', 'info'), { recursive: true });
  mkdirSync(join(dir, 'refs', 'heads'), { recursive: true });
  writeFileSync(join(dir, 'HEAD'), 'ref: refs/heads/none\n');
  writeFileSync(join(dir, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n');
  if (objects.length > 0)
    writeFileSync(join(dir, 'objects', 'info', 'alternates'), objects.map((path) => `${path}\n`).join(''));
  return dir;
}
