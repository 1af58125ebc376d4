import { spawn } from 'node:child_process';

/** One git object, whole. */
export interface GitObject {
  sha: string;
  type: string;
  data: Buffer;
}

/**
 * Reads git objects through one long-lived `git cat-file --batch`, because a process per read costs more than the
 * request that asks for it. A revision may be a sha, a ref or `rev:path`.
 */
export class ObjectReader {
  readonly #process;
  readonly #waiting: { resolve: (found: GitObject | undefined) => void; reject: (cause: Error) => void }[] = [];
  #buffer: Buffer = Buffer.alloc(0);
  #ended = false;

  constructor(dir: string, env: NodeJS.ProcessEnv) {
    this.#process = spawn('git', ['--git-dir', dir, 'cat-file', '--batch'], { env, stdio: ['pipe', 'pipe', 'ignore'] });
    this.#process.stdout.on('data', (chunk: Buffer) => {
      this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk]);
      while (this.#take());
    });
    const end = () => {
      this.#ended = true;
      for (const { reject } of this.#waiting.splice(0)) reject(new Error(`git cat-file ended for ${dir}`));
    };
    this.#process.on('error', end);
    this.#process.on('close', end);
    this.#process.stdin.on('error', end);
  }

  /** The object a revision names, or undefined when there is none. */
  read(revision: string): Promise<GitObject | undefined> {
    // A line break would ask two questions and shift every later answer.
    if (revision === '' || /[\n\r\0]/.test(revision)) return Promise.resolve(undefined);
    if (this.#ended) return Promise.reject(new Error('git cat-file is not running'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#process.stdin.write(`${revision}\n`);
    });
  }

  close(): Promise<void> {
    if (this.#ended) return Promise.resolve();
    return new Promise((resolve) => {
      this.#process.once('close', () => resolve());
      this.#process.stdin.end();
    });
  }

  #take(): boolean {
    const line = this.#buffer.indexOf(10);
    if (line < 0) return false;
    const [sha = '', type = '', size = ''] = this.#buffer.subarray(0, line).toString('utf8').split(' ');
    if (!/^[0-9a-f]{40}$/.test(sha) || !/^\d+$/.test(size)) {
      this.#buffer = this.#buffer.subarray(line + 1); // "<revision> missing" and its kin
      this.#waiting.shift()?.resolve(undefined);
      return true;
    }
    const end = line + 1 + Number(size);
    if (this.#buffer.length < end + 1) return false;
    const data = Buffer.from(this.#buffer.subarray(line + 1, end));
    this.#buffer = this.#buffer.subarray(end + 1);
    this.#waiting.shift()?.resolve({ sha, type, data });
    return true;
  }
}
