export interface Entry {
  /** What a user imports: `.`, `./sub`. */
  readonly subpath: string;
  readonly stem: string;
}

/** The modules that a package.json lets a user import, among those that there are; or why that is not known. */
export function entryModules(manifest: string | undefined, stems: ReadonlySet<string>): Entry[] | string {
  if (manifest === undefined) return 'there is no package.json';
  let json: { exports?: unknown; main?: unknown; types?: unknown; module?: unknown };
  try {
    json = JSON.parse(manifest) as typeof json;
  } catch {
    return 'package.json is no JSON';
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return 'package.json holds no object';
  const listed =
    json.exports !== undefined
      ? targets(json.exports)
      : [json.types, json.main, json.module].flatMap((one) =>
          typeof one === 'string' ? [{ subpath: '.', file: one }] : [],
        );
  const wanted = listed.length === 0 && json.exports === undefined ? [{ subpath: '.', file: 'index.js' }] : listed;
  const code = wanted.filter(({ file }) => /\.[cm]?[jt]s$|\*$/.test(file));
  const entries = new Map<string, Entry>();
  for (const { subpath, file } of code) {
    for (const entry of file.includes('*') ? matching(subpath, file, stems) : one(subpath, file, stems))
      entries.set(`${entry.subpath} ${entry.stem}`, entry);
  }
  const lost = new Set(code.map(({ subpath }) => subpath));
  for (const { subpath } of entries.values()) lost.delete(subpath);
  const missing = code.find(({ subpath, file }) => lost.has(subpath) && !file.includes('*'));
  if (missing !== undefined)
    return `package.json exports ${missing.file} as ${missing.subpath}, and no declarations were written for it`;
  return entries.size === 0 ? 'package.json exports no module' : [...entries.values()];
}

/** Every file that `exports` names, whatever the condition. */
function targets(value: unknown, subpath = '.'): { subpath: string; file: string }[] {
  if (typeof value === 'string') return [{ subpath, file: value }];
  if (Array.isArray(value)) return value.flatMap((item) => targets(item, subpath));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => targets(item, key.startsWith('.') ? key : subpath));
}

/** A built file is where its source is, but for the first folder: `dist/a.js` was `src/a.ts`. */
function candidates(file: string): string[] {
  const stem = file.replace(/^\.\//, '').replace(/\.d\.[cm]?ts$|\.[cm]?[jt]s$/, '');
  const [, ...rest] = stem.split('/');
  return [stem, ...(rest.length > 0 ? [`src/${rest.join('/')}`, rest.join('/')] : [`src/${stem}`])];
}

function one(subpath: string, file: string, stems: ReadonlySet<string>): Entry[] {
  const stem = candidates(file).find((candidate) => stems.has(candidate));
  return stem === undefined ? [] : [{ subpath, stem }];
}

function matching(subpath: string, file: string, stems: ReadonlySet<string>): Entry[] {
  for (const candidate of candidates(file)) {
    const [before = '', after = ''] = candidate.split('*');
    const found = [...stems].filter(
      (stem) => stem.startsWith(before) && stem.endsWith(after) && stem.length >= before.length + after.length,
    );
    if (found.length > 0)
      return found.map((stem) => ({
        subpath: subpath.replace('*', stem.slice(before.length, stem.length - after.length)),
        stem,
      }));
  }
  return [];
}
