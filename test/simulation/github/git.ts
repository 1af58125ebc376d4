import { createHash } from 'node:crypto';
import { Versioned, type Versions } from './versioned.ts';

/** A commit as far as the engine reads one. A tree is a name for its content: equal content, equal name. */
export interface Commit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly tree: string;
  readonly message: string;
}

/** A model of a git repository on a host: objects by content, branches that move by compare-and-swap. */
export class GitModel {
  readonly #versions: Versions;
  readonly #commits = new Map<string, Commit>();
  readonly #branches = new Map<string, Versioned<string | undefined>>();

  constructor(versions: Versions) {
    this.#versions = versions;
  }

  /** Makes a commit object; equal content gives the equal sha. It is on the host once it is pushed. */
  write(parents: readonly string[], tree: string, message: string): Commit {
    const sha = createHash('sha1')
      .update(`${parents.join(' ')}\n${tree}\n${message}`)
      .digest('hex');
    return { sha, parents, tree, message };
  }

  commit(sha: string): Commit | undefined {
    return this.#commits.get(sha);
  }

  tip(branch: string, asOf = Infinity): string | undefined {
    return this.#branches.get(branch)?.at(asOf);
  }

  branches(): string[] {
    return [...this.#branches.keys()];
  }

  /** Moves a branch from `expected` (undefined: it must not exist) to a commit; `force` overwrites what is there. */
  push(branch: string, commit: Commit, expected: string | undefined, force = false): 'pushed' | 'moved' {
    if (!force && this.tip(branch) !== expected) return 'moved';
    this.#commits.set(commit.sha, commit);
    this.#move(branch, commit.sha);
    return 'pushed';
  }

  remove(branch: string): void {
    this.#move(branch, undefined);
  }

  /** A commit and what it stands on, newest first. */
  history(sha: string, limit = 100): Commit[] {
    const seen = new Set<string>();
    const list: Commit[] = [];
    const next = [sha];
    while (next.length > 0 && list.length < limit) {
      const commit = this.#commits.get(next.shift()!);
      if (commit === undefined || seen.has(commit.sha)) continue;
      seen.add(commit.sha);
      list.push(commit);
      next.unshift(...commit.parents);
    }
    return list;
  }

  #move(branch: string, sha: string | undefined): void {
    const known = this.#branches.get(branch);
    if (known === undefined) this.#branches.set(branch, new Versioned(this.#versions, sha));
    else known.set(sha);
  }
}
