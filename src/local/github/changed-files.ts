import type { Repository } from './repository.ts';

/** One changed file of a comparison, as the REST API lists it; a rename is a removal and an addition. */
export interface ChangedFile {
  filename: string;
  sha: string;
  status: string;
  additions: number;
  deletions: number;
  changes: number;
  blob_url: string;
  raw_url: string;
  contents_url: string;
}

/** The files that differ between two commits, by path. */
export async function changedFiles(
  repository: Repository,
  place: { url: string; full: string },
  base: string,
  head: string,
): Promise<ChangedFile[]> {
  const { url, full } = place;
  const { stdout } = await repository.git(
    'diff',
    '--raw',
    '--numstat',
    '-z',
    '--no-abbrev',
    '--no-renames',
    base,
    head,
  );
  const fields = stdout.split('\0').filter((field) => field !== '');
  const found = new Map<string, { sha: string; status: string; additions: number; deletions: number }>();
  for (let at = 0; at < fields.length; at += 1) {
    const field = fields[at] ?? '';
    if (field.startsWith(':')) {
      const [, , , after = '', letter = 'M'] = field.split(' ');
      const status = letter === 'A' ? 'added' : letter === 'D' ? 'removed' : 'modified';
      found.set(fields[(at += 1)] ?? '', { sha: after, status, additions: 0, deletions: 0 });
    } else {
      const [additions = '0', deletions = '0', path = ''] = field.split('\t');
      const entry = found.get(path);
      if (entry) Object.assign(entry, { additions: Number(additions) || 0, deletions: Number(deletions) || 0 });
    }
  }
  return [...found].map(([filename, entry]) => ({
    filename,
    ...entry,
    changes: entry.additions + entry.deletions,
    blob_url: `${url}/${full}/blob/${head}/${encodePath(filename)}`,
    raw_url: `${url}/${full}/raw/${head}/${encodePath(filename)}`,
    contents_url: `${url}/repos/${full}/contents/${encodePath(filename)}?ref=${head}`,
  }));
}

/** A path for a URL: its slashes stay. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
