/** A person and a moment as a commit names them; the date is ISO 8601 in UTC. */
export interface Signature {
  name: string;
  email: string;
  date: string;
}

export interface Commit {
  sha: string;
  tree: string;
  parents: string[];
  author: Signature;
  committer: Signature;
  message: string;
}

export interface TreeEntry {
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  path: string;
  sha: string;
}

/** Reads the raw bytes of a commit object. */
export function parseCommit(sha: string, data: Buffer): Commit {
  const text = data.toString('utf8');
  const split = text.indexOf('\n\n');
  const head = split < 0 ? text : text.slice(0, split);
  const all = (key: string) =>
    head
      .split('\n')
      .filter((line) => line.startsWith(`${key} `))
      .map((line) => line.slice(key.length + 1));
  const author = parseSignature(all('author')[0] ?? '');
  return {
    sha,
    tree: all('tree')[0] ?? '',
    parents: all('parent'),
    author,
    committer: parseSignature(all('committer')[0] ?? ''),
    message: split < 0 ? '' : text.slice(split + 2).replace(/\n$/, ''),
  };
}

function parseSignature(text: string): Signature {
  const [, name = '', email = '', seconds = '0'] = /^(.*) ?<(.*)> (\d+) [+-]\d{4}$/.exec(text) ?? [];
  const date = new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z');
  return { name: name.trim(), email, date };
}

/** Reads the raw bytes of a tree object. */
export function parseTree(data: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < data.length;) {
    const space = data.indexOf(32, at);
    const end = data.indexOf(0, space);
    const mode = data.subarray(at, space).toString('ascii').padStart(6, '0');
    const type = mode === '040000' ? 'tree' : mode === '160000' ? 'commit' : 'blob';
    const path = data.subarray(space + 1, end).toString('utf8');
    entries.push({ mode, type, path, sha: data.subarray(end + 1, end + 21).toString('hex') });
    at = end + 21;
  }
  return entries;
}
