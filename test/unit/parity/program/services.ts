import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the stand-in holds; a test changes it between calls. */
export interface Held {
  /** Cache entries by key, as @actions/cache packed them. */
  readonly entries: Map<string, Buffer>;
  /** Artifacts of run 7. */
  artifacts: { id: number; name: string; expired: boolean; digest?: string; archive: Buffer }[];
}

export interface Services extends Held {
  readonly url: string;
  /** Method, path and token of every call, in order; `-` for a call without one. */
  readonly calls: string[];
  close(): Promise<void>;
}

export const TOKEN = 'ghs_reads_runs';
export const RUNTIME_TOKEN = 'runtime';

/** The Actions cache service (version 2), the artifacts of one run, and their storage on another host name, on loopback. */
export async function startServices(): Promise<Services> {
  const held: Held = { entries: new Map(), artifacts: [] };
  const calls: string[] = [];
  const server: Server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const path = (request.url ?? '').split('?')[0]!;
      calls.push(`${request.method} ${path} ${request.headers.authorization ?? '-'}`);
      const answer = respond(held, path, body, port(server), request.headers.authorization);
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return Object.assign(held, { url: `http://127.0.0.1:${port(server)}`, calls, close });
}

const port = (server: Server): number => (server.address() as AddressInfo).port;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}

interface Reply {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

function respond(held: Held, path: string, body: string, at: number, authorization: string | undefined): Reply {
  const json = (value: unknown, status = 200): Reply => ({ status, body: JSON.stringify(value) });
  if (path.endsWith('/GetCacheEntryDownloadURL')) {
    if (authorization !== `Bearer ${RUNTIME_TOKEN}`) return json({ msg: 'no' }, 401);
    const { key } = JSON.parse(body) as { key: string };
    return json(
      held.entries.has(key)
        ? { ok: true, signed_download_url: `http://127.0.0.1:${at}/entry/${key}`, matched_key: key }
        : { ok: false },
    );
  }
  const entry = held.entries.get(path.replace('/entry/', ''));
  if (entry !== undefined) return { status: 200, body: entry };
  const artifact = held.artifacts.find(({ id }) => path.endsWith(`/${id}/zip`) || path === `/blob/${id}`);
  if (artifact !== undefined && path.startsWith('/blob/')) return { status: 200, body: artifact.archive };
  if (path.includes('/check-runs')) return json({ message: 'Resource not accessible by integration' }, 403);
  if (authorization !== `Bearer ${TOKEN}`) return json({ message: 'Bad credentials' }, 401);
  if (artifact !== undefined)
    return { status: 302, headers: { location: `http://localhost:${at}/blob/${artifact.id}` } };
  if (path === '/repos/o/r/actions/runs/7/artifacts')
    return json({
      total_count: held.artifacts.length,
      artifacts: held.artifacts.map(({ archive: _, ...shown }) => ({ ...shown, size_in_bytes: 1 })),
    });
  return json({ message: 'Not Found' }, 404);
}
