import { parseMarkdown, type MarkdownFile } from './markdown.ts';

export interface LinkProblem {
  readonly path: string;
  readonly line: number;
  readonly target: string;
  readonly problem: string;
}

export interface LinkReport {
  /** Relative links and anchors that resolve. */
  readonly resolved: number;
  /** Links to other hosts: counted, never fetched. */
  readonly external: number;
  readonly problems: readonly LinkProblem[];
}

/** A set of Markdown files, parsed once each, in the tree they link into. */
export class LinkTree {
  readonly #paths: ReadonlySet<string>;
  readonly #folders = new Set<string>();
  readonly #files: ReadonlyMap<string, string>;
  readonly #parsed = new Map<string, MarkdownFile>();

  constructor(paths: readonly string[], files: ReadonlyMap<string, string>) {
    this.#paths = new Set(paths);
    this.#files = files;
    for (const path of paths) {
      for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
        this.#folders.add(path.slice(0, at));
    }
  }

  /** The parsed file; undefined when its text was not collected. */
  markdown(path: string): MarkdownFile | undefined {
    const known = this.#parsed.get(path);
    if (known) return known;
    const text = this.#files.get(path);
    if (text === undefined) return undefined;
    const parsed = parseMarkdown(text);
    this.#parsed.set(path, parsed);
    return parsed;
  }

  /** The path a link leads to; undefined for another host. Throws nothing: a problem is a text. */
  resolve(from: string, target: string): { path?: string; external?: true; problem?: string } {
    if (target === '') return { problem: 'the reference has no definition' };
    if (/^[a-z][a-z0-9+.-]*:/i.test(target) || target.startsWith('//')) return { external: true };
    let file: string;
    let anchor: string;
    try {
      const [before, ...after] = target.split('#');
      file = decodeURIComponent(before!.replace(/\?.*$/, ''));
      anchor = decodeURIComponent(after.join('#'));
    } catch {
      return { problem: 'its percent encoding is broken' };
    }
    const path = file === '' ? from : join(from, file);
    if (path === undefined) return { problem: 'it leads out of the repository' };
    if (path !== '' && !this.#paths.has(path) && !this.#folders.has(path))
      return { path, problem: `there is no ${path}` };
    if (anchor === '' || !/\.(md|markdown)$/i.test(path)) return { path };
    const parsed = this.markdown(path);
    if (parsed && !parsed.anchors.has(anchor) && !parsed.anchors.has(anchor.toLowerCase())) {
      return { path, problem: `${path} has no heading or anchor #${anchor}` };
    }
    return { path };
  }

  /** Checks every link of the given files. */
  check(paths: readonly string[]): LinkReport {
    const problems: LinkProblem[] = [];
    let resolved = 0;
    let external = 0;
    for (const path of paths) {
      for (const { target, line } of this.markdown(path)?.links ?? []) {
        const found = this.resolve(path, target);
        if (found.external) external++;
        else if (found.problem === undefined) resolved++;
        else problems.push({ path, line, target, problem: found.problem });
      }
    }
    return { resolved, external, problems };
  }
}

/** `file` as seen from the folder of `from`, or from the root when it starts with a slash; undefined when it leaves the tree. */
function join(from: string, file: string): string | undefined {
  const segments = file.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const segment of file.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') {
      if (segments.pop() === undefined) return undefined;
    } else segments.push(segment);
  }
  return segments.join('/');
}
