import { readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, sep } from 'node:path';
import { FlowError } from '../core/errors.ts';
import { compileGlobs } from '../core/globs.ts';

/** A file that was found: where it is, and what it is called in reports. */
export interface FoundFile {
  readonly path: string;
  readonly name: string;
}

/** Folders that hold no file of a repository's own. */
const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules', 'target', '.venv']);
/** Entries that are looked at: a tree with more is one that nobody meant. */
const MAX_ENTRIES = 300_000;

/**
 * Files of a tree, tracked or not. A plain path must be there; a glob may find nothing. A link that a glob finds must lead to a place in the tree.
 */
export function findFiles(root: string, patterns: readonly string[]): FoundFile[] {
  const globs = patterns.filter((pattern) => /[*?]/.test(pattern));
  const plain = patterns.filter((pattern) => !globs.includes(pattern));
  const found = plain.map((pattern): FoundFile => {
    const path = isAbsolute(pattern) ? pattern : join(root, pattern);
    try {
      statSync(path);
    } catch (error) {
      const { code = 'unknown' } = error as NodeJS.ErrnoException;
      throw new FlowError(
        'not-found',
        code === 'ENOENT' ? 'there is no such file (ENOENT)' : `cannot be read (${code})`,
        {
          at: pattern,
          fix: 'give the path of a file in the checkout, or an absolute one; a glob may find nothing',
          cause: error,
        },
      );
    }
    return { path, name: pattern };
  });
  if (globs.length > 0) {
    const { matches } = compileGlobs(globs, 'model');
    const home = realpathSync(root);
    let seen = 0;
    const walk = (folder: string, prefix: string): void => {
      for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
        if (++seen > MAX_ENTRIES)
          throw new FlowError('refused', `the tree has over ${MAX_ENTRIES} entries`, {
            at: globs.join(', '),
            fix: 'give plain paths',
          });
        const name = prefix + entry.name;
        const path = join(folder, entry.name);
        if (entry.isDirectory()) {
          if (!SKIPPED.has(entry.name)) walk(path, `${name}/`);
        } else if (matches(name)) {
          const target = targetOf(path, name);
          if (!target.startsWith(home + sep))
            throw new FlowError('refused', 'is a link that leads out of the tree', {
              at: name,
              fix: 'give its target as a plain path',
            });
          found.push({ path: target, name });
        }
      }
    };
    walk(root, '');
  }
  return [...new Map(found.map((file) => [file.path, file])).values()];
}

/** Where a path leads; a link to nothing is refused by name. */
function targetOf(path: string, name: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    throw new FlowError('refused', `is a link that leads nowhere (${(error as NodeJS.ErrnoException).code})`, {
      at: name,
      fix: 'remove the link, or write the file that it names',
      cause: error,
    });
  }
}
