import { z } from 'zod';

const listSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      optional: z.boolean().optional(),
      link: z.boolean().optional(),
    }),
  ),
});

/**
 * Why installed packages are not those of a lock file: the first that is another or is not there. `lock` is the text of package-lock.json,
 * `installed` the list that npm keeps in `node_modules/.package-lock.json`. Undefined when they are. Packages for another system may be left out.
 */
export function differsFromLock(lock: string, installed: string | undefined): string | undefined {
  if (installed === undefined) return 'npm did not install it';
  const [wanted, seen] = [lock, installed].map((text) => packagesOf(text));
  if (wanted === undefined || seen === undefined) return 'its list of packages cannot be read';
  for (const [path, { version, integrity, optional, link }] of Object.entries(wanted)) {
    if (!path.includes('node_modules/') || link === true) continue;
    const here = seen[path];
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    if (here === undefined && optional !== true) return `${name} is not in it`;
    if (here === undefined) continue;
    if (here.version !== version) return `it has ${name} ${here.version ?? 'of no version'}, not ${version ?? 'none'}`;
    if (integrity !== undefined && here.integrity !== undefined && integrity !== here.integrity)
      return `its ${name} ${version ?? ''} is not the one of the lock file`;
  }
  return undefined;
}

function packagesOf(text: string): z.infer<typeof listSchema>['packages'] | undefined {
  try {
    return listSchema.parse(JSON.parse(text)).packages;
  } catch {
    return undefined;
  }
}
