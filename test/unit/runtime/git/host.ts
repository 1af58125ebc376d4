import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync, mkdirSync, chmodSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ENV = {
  PATH: process.env['PATH'] ?? '',
  HOME: tmpdir(),
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_AUTHOR_DATE: '@1700000000 +0000',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
  GIT_COMMITTER_DATE: '@1700000000 +0000',
};

export function gitIn(dir: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: dir, env: ENV, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}

/** Writes files below a folder; an executable's name ends with `*`. */
export function writeTree(dir: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(dir, name.replace(/\*$/, ''));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    if (name.endsWith('*')) chmodSync(path, 0o755);
  }
}

export const TOKEN = 'token-of-the-test';

export interface TestHost {
  readonly dir: string;
  /** Clone URL over HTTP; pushes need TOKEN. */
  readonly url: string;
  readonly bare: string;
  readonly base: string;
  /** Every request line, in order. */
  readonly requests: string[];
  /** Answers the next request with this status instead of git's; `after`: once git has acted on it. */
  fault: { status: number; after: boolean; match: RegExp } | undefined;
  tip(branch: string): string | undefined;
  /** A fresh clone, checked out at a commit. */
  checkout(sha: string): string;
  /** Commits a tree on a parent as a person and moves a branch there. */
  commit(branch: string, parent: string, files: Readonly<Record<string, string>>, message?: string): string;
  close(): Promise<void>;
}

/** A git host on loopback: a real bare repository behind `git http-backend`. */
export async function startHost(files: Readonly<Record<string, string>>): Promise<TestHost> {
  const dir = mkdtempSync(join(tmpdir(), 'bitnet-flow-git-'));
  const seed = join(dir, 'seed');
  const bare = join(dir, 'o', 'r.git');
  mkdirSync(seed);
  gitIn(seed, 'init', '-q', '-b', 'main');
  writeTree(seed, files);
  gitIn(seed, 'add', '-A');
  gitIn(seed, 'commit', '-q', '-m', 'feat: base');
  gitIn(dir, 'clone', '-q', '--bare', seed, bare);
  gitIn(bare, 'config', 'http.receivepack', 'true');
  gitIn(bare, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  let clones = 0;
  const host: TestHost = {
    dir,
    url: '',
    bare,
    base: gitIn(bare, 'rev-parse', 'main'),
    requests: [],
    fault: undefined,
    tip: (branch) => {
      try {
        return gitIn(bare, 'rev-parse', '--verify', '--quiet', `refs/heads/${branch}`);
      } catch {
        return undefined;
      }
    },
    checkout: (sha) => {
      const path = join(dir, `checkout-${++clones}`);
      gitIn(dir, 'clone', '-q', '--no-checkout', bare, path);
      gitIn(path, 'checkout', '-q', '--detach', sha);
      return path;
    },
    commit: (branch, parent, tree, message = 'feat: by hand') => {
      const path = host.checkout(parent);
      writeTree(path, tree);
      gitIn(path, 'add', '-A');
      gitIn(path, 'commit', '-q', '--allow-empty', '-m', message);
      gitIn(path, 'push', '-q', '--force', bare, `HEAD:refs/heads/${branch}`);
      return gitIn(path, 'rev-parse', 'HEAD');
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          rmSync(dir, { recursive: true, force: true });
          resolve();
        });
      }),
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://host');
    host.requests.push(`${request.method} ${url.pathname}${url.search}`);
    const fault = host.fault?.match.test(`${request.method} ${url.pathname}`) === true ? host.fault : undefined;
    if (fault) host.fault = undefined;
    if (fault?.after === false) return void response.writeHead(fault.status).end();
    const expected = `Basic ${Buffer.from(`x-access-token:${TOKEN}`).toString('base64')}`;
    if (request.headers.authorization !== expected) return void response.writeHead(401).end();
    const cgi = spawn('git', ['http-backend'], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {
        ...ENV,
        GIT_PROJECT_ROOT: dir,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: url.pathname,
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: request.method ?? 'GET',
        REMOTE_USER: 'bot',
        REMOTE_ADDR: '127.0.0.1',
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        ...(typeof request.headers['git-protocol'] === 'string'
          ? { GIT_PROTOCOL: request.headers['git-protocol'] }
          : {}),
      },
    });
    cgi.stdin.on('error', () => undefined);
    request.pipe(cgi.stdin);
    const chunks: Buffer[] = [];
    cgi.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    cgi.on('close', () => {
      if (fault) return void response.writeHead(fault.status).end();
      const all = Buffer.concat(chunks);
      const end = all.indexOf('\r\n\r\n');
      const heads = all
        .subarray(0, end)
        .toString('latin1')
        .split('\r\n')
        .map((line) => line.split(/:\s*/, 2) as [string, string]);
      const status = Number.parseInt(heads.find(([name]) => name === 'Status')?.[1] ?? '200', 10);
      response
        .writeHead(status, Object.fromEntries(heads.filter(([name]) => name !== 'Status')))
        .end(all.subarray(end + 4));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(host, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/o/r.git` });
}
