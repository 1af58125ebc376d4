/** Where a block comment of Rust ends that was opened before `from`; they nest. -1 when it has no end. */
export function commentEnd(source: string, from: number): number {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = from;
  let depth = 1;
  for (let match = mark.exec(source); match !== null; match = mark.exec(source)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return -1;
}

/** Where a string with escapes ends that was opened before `from`; -1 when it has no end. */
export function stringEnd(source: string, from: number): number {
  const string = /[^"\\]*(?:\\[^][^"\\]*)*"/y;
  string.lastIndex = from;
  return string.test(source) ? string.lastIndex : -1;
}

/** Where a raw string ends that was opened, with these hashes, before `from`; -1 when it has no end. */
export function rawStringEnd(source: string, from: number, hashes: string): number {
  const end = source.indexOf(`"${hashes}`, from);
  return end < 0 ? -1 : end + 1 + hashes.length;
}
