import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import type { Effects } from './effects.ts';
import type { Repository } from './repository.ts';
import { may } from './tokens.ts';
import type { Token, TokenTable } from './tokens.ts';

const services = /^\/([\w.-]+)\/([\w.-]+?)(?:\.git)?(\/info\/refs|\/git-upload-pack|\/git-receive-pack)$/;

/** Whether a path belongs to git's smart HTTP protocol; both `/o/r.git` and `/o/r` are repositories, as on GitHub. */
export function isGitPath(path: string): boolean {
  return services.test(path);
}

export interface GitHttpOptions {
  owner: string;
  repo: string;
  /** Directory that holds `owner/repo.git`. */
  root: string;
  repository: Repository;
  tokens: TokenTable;
  effects: Effects;
}

/** Serves one git request: clone and fetch for readers (and nobody in particular), push with `contents: write`. */
export function serveGit(options: GitHttpOptions, request: IncomingMessage, response: ServerResponse): void {
  const refuse = (status: number, text: string) => {
    request.resume();
    const challenge = status === 401 ? { 'www-authenticate': 'Basic realm="GitHub"' } : {};
    response.writeHead(status, { 'content-type': 'text/plain', ...challenge }).end(`${text}\n`);
  };
  const url = new URL(request.url ?? '/', 'http://front');
  const [, owner, repo, service = ''] = services.exec(url.pathname) ?? [];
  if (owner !== options.owner || repo !== options.repo) return refuse(404, 'Repository not found.');
  const push = service === '/git-receive-pack' || url.searchParams.get('service') === 'git-receive-pack';
  const token = options.tokens.identify(request.headers.authorization);
  if (token === undefined) return refuse(401, 'Invalid username or token.');
  if (token === 'anonymous' && push) return refuse(401, 'No anonymous write access.');
  if (token !== 'anonymous' && !may(token, [push ? 'contents:write' : 'contents:read'])) {
    return refuse(403, `Permission to ${owner}/${repo}.git denied to ${token.actor.login}.`);
  }
  const start = () => startBackend(options, request, response, service, url.search.slice(1), token);
  if (service !== '/git-receive-pack') return passOn(start().stdout, response);
  const label = token === 'anonymous' ? 'anonymous' : token.label;
  // What a push moved is noted before its answer leaves, so the answer is held back.
  const received = options.effects.push(label, async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of start().stdout as AsyncIterable<Buffer>) chunks.push(chunk);
    return Buffer.concat(chunks);
  });
  received.then(
    (said) => passOn(Readable.from(said.length === 0 ? [] : [said]), response),
    () => response.destroy(),
  );
}

function startBackend(
  options: GitHttpOptions,
  request: IncomingMessage,
  response: ServerResponse,
  service: string,
  query: string,
  token: Token | 'anonymous',
): ChildProcessByStdio<Writable, Readable, null> {
  const { owner, repo } = options;
  const { headers } = request;
  const cgi = spawn(join(options.repository.execPath, 'git-http-backend'), [], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      ...options.repository.env,
      GIT_PROJECT_ROOT: options.root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: `/${owner}/${repo}.git${service}`,
      QUERY_STRING: query,
      REQUEST_METHOD: request.method ?? 'GET',
      REMOTE_ADDR: '127.0.0.1',
      REMOTE_USER: token === 'anonymous' ? '' : token.actor.login,
      CONTENT_TYPE: headers['content-type'] ?? '',
      ...(headers['content-length'] === undefined ? {} : { CONTENT_LENGTH: headers['content-length'] }),
      ...(headers['content-encoding'] === undefined ? {} : { HTTP_CONTENT_ENCODING: headers['content-encoding'] }),
      ...(typeof headers['git-protocol'] === 'string' ? { GIT_PROTOCOL: headers['git-protocol'] } : {}),
      STAND_IN_PUSHER: token !== 'anonymous' && token.actor.role === 'app' ? 'app' : 'person',
    },
  });
  cgi.on('error', () => response.destroy());
  cgi.stdin.on('error', () => undefined); // git may close early; its answer says why
  request.pipe(cgi.stdin);
  response.on('close', () => {
    if (!response.writableFinished && cgi.exitCode === null) cgi.kill(); // the client has gone
  });
  return cgi;
}

function passOn(output: NodeJS.ReadableStream, response: ServerResponse): void {
  let head = Buffer.alloc(0);
  const onHead = (chunk: Buffer) => {
    head = Buffer.concat([head, chunk]);
    const crlf = head.indexOf('\r\n\r\n');
    if (crlf < 0) return;
    output.off('data', onHead);
    let status = 200;
    for (const line of head.subarray(0, crlf).toString('latin1').split('\r\n')) {
      const colon = line.indexOf(':');
      const name = line.slice(0, colon);
      const value = line.slice(colon + 1).trim();
      if (name.toLowerCase() === 'status') status = Number.parseInt(value, 10);
      else response.setHeader(name, value);
    }
    response.writeHead(status);
    response.write(head.subarray(crlf + 4));
    output.pipe(response);
  };
  output.on('data', onHead);
  output.on('end', () => {
    if (!response.headersSent) response.writeHead(500).end('git http-backend gave no answer\n');
  });
}
