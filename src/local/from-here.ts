import { relative } from 'node:path';

/** A path as a person types it where they stand, which npm says in INIT_CWD. */
export function fromHere(path: string): string {
  const way = relative(process.env['INIT_CWD'] ?? process.cwd(), path);
  const shown = way.startsWith('..') ? path : way;
  return /[^\w./@:+-]/.test(shown) ? `'${shown.replaceAll("'", "'\\''")}'` : shown;
}
