import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { actors } from './tokens.ts';
import type { Actor } from './tokens.ts';

/** The stateful emulator behind the front: issues, comments, labels and pull requests live there. */
export interface Emulator {
  /** The pipe that it listens on. */
  readonly pipe: string;
  call(actor: Actor, method: string, path: string, body?: unknown): Promise<EmulatorReply>;
  close(): Promise<void>;
}

export interface EmulatorReply {
  status: number;
  // The shape depends on the path and is checked against GitHub's OpenAPI description before it leaves the front.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
  link: string | undefined;
}

// The emulator counts 5,000 requests per hour and token and then refuses; a long run rotates through many tokens.
const callsPerToken = 4_000;
const tokensPerActor = 50;
const thread = fileURLToPath(new URL('emulator-thread.mjs', import.meta.url));
const tokenOf = (actor: Actor, at: number) => `${actor.login}-${at}`;

/**
 * Starts the emulator on a private pipe. It would otherwise listen on every interface at a fixed port, where any token
 * it does not know acts as the first user; on a pipe only this process speaks to it.
 */
export async function startEmulator(options: {
  publicUrl: string;
  owner: string;
  repo: string;
  defaultBranch: string;
  /** The clock it takes its times from, as `Clock.shared`. */
  clock: SharedArrayBuffer;
}): Promise<Emulator> {
  const dir = await mkdtemp(join(tmpdir(), 'bf-gh-'));
  const pipe = process.platform === 'win32' ? `\\\\.\\pipe\\${dir.replaceAll(/[\\/:]/g, '-')}` : join(dir, 'emulate');
  const everyone: Actor[] = Object.values(actors);
  const tokens: Record<string, { login: string }> = {};
  for (const actor of everyone)
    for (let at = 0; at < tokensPerActor; at += 1) tokens[tokenOf(actor, at)] = { login: actor.login };
  const emulator = await startThread(options.clock, {
    service: 'github',
    port: pipe, // handed to server.listen() as it is, which takes a pipe as well as a port
    baseUrl: options.publicUrl,
    seed: {
      tokens,
      github: {
        users: everyone.map((actor) => ({ login: actor.login, name: actor.login })),
        orgs: [{ login: options.owner, members: [{ login: actors.maintainer.login, role: 'admin' }] }],
        repos: [{ owner: options.owner, name: options.repo, default_branch: options.defaultBranch }],
      },
    },
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const used = new Map<string, number>();

  return {
    pipe,
    call(actor, method, path, body) {
      const count = used.get(actor.login) ?? 0;
      used.set(actor.login, count + 1);
      const token = tokenOf(actor, Math.floor(count / callsPerToken) % tokensPerActor);
      const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
      // Its Link headers repeat the host it was asked under.
      const headers: Record<string, string> = {
        host: new URL(options.publicUrl).host,
        authorization: `token ${token}`,
      };
      if (payload) Object.assign(headers, { 'content-type': 'application/json', 'content-length': payload.length });
      return new Promise((resolve, reject) => {
        const sent = request({ socketPath: pipe, agent, method, path, headers }, (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            const link = answer.headers.link;
            resolve({
              status: answer.statusCode ?? 500,
              body: text === '' ? undefined : JSON.parse(text),
              link: typeof link === 'string' ? link : undefined,
            });
          });
        });
        sent.on('error', reject);
        sent.end(payload);
      });
    },
    async close() {
      agent.destroy();
      await emulator.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function startThread(clock: SharedArrayBuffer, options: unknown): Promise<{ close(): Promise<void> }> {
  const worker = new Worker(thread, { workerData: { clock, options }, execArgv: [] });
  const next = (): Promise<void> =>
    new Promise((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', reject);
    });
  await next();
  return {
    async close() {
      const closed = next();
      worker.postMessage('close');
      await closed;
      await worker.terminate();
    },
  };
}
