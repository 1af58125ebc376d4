import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';
import { DIGEST_FILE, PROGRAM, sha256 } from '../../src/parity/program/digest.ts';
import { tar } from '../unit/parity/program/archives.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));
const program = Buffer.from('program');
const entry = gzipSync(
  tar([
    { name: `build/cuda/${PROGRAM}`, body: program },
    { name: `build/cuda/${DIGEST_FILE}`, body: Buffer.from(`${sha256(program)}  ${PROGRAM}\n`) },
  ]),
);
/** Where the host keeps entries; @actions/cache takes another client for such names, which the bundle leaves out. */
const STORAGE = 'http://cache.blob.core.windows.net';

const port = (server: Server): number => (server.address() as AddressInfo).port;

test('the built bundle takes an entry from the storage of the host, through a proxy', async () => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host?.split(':')[0]} ${request.url}`);
    if (request.url?.includes('CacheService')) {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const { key } = JSON.parse(body) as { key: string };
        response.end(JSON.stringify({ ok: true, signed_download_url: `${STORAGE}/entry`, matched_key: key }));
      });
    } else response.end(entry);
  });
  // As a proxy it leads every name to itself.
  server.on('connect', (_, socket) => {
    const through = connect(port(server), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      through.pipe(socket).pipe(through);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const temp = mkdtempSync(join(tmpdir(), 'cuda-cache-'));
  // A copy, because a program that is built beside the bundle would come first.
  for (const part of ['package.json', 'parity'])
    cpSync(join(dist, part), join(temp, 'dist', part), { recursive: true });
  try {
    const own = `http://127.0.0.1:${port(server)}`;
    const env = {
      ...{ PATH: process.env['PATH'], RUNNER_TEMP: temp, BITNET_FLOW_CUDA_SHA256: sha256(program) },
      ...{ ACTIONS_RUNTIME_TOKEN: 't', ACTIONS_RESULTS_URL: `${own}/`, ACTIONS_CACHE_SERVICE_V2: 'True' },
      ...{ http_proxy: own, no_proxy: '127.0.0.1' },
    };
    const child = spawn(
      process.execPath,
      [join(temp, 'dist/parity/index.js'), 'cuda-program', '{"json":true,"dry":true}'],
      { env },
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await new Promise((resolve) => child.once('close', resolve));
    expect(output).toContain('"source": "cache"');
    expect(asked).toEqual([
      expect.stringMatching(/^127\.0\.0\.1 .*CacheService/),
      'cache.blob.core.windows.net /entry',
    ]);
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(temp, { recursive: true, force: true });
  }
});
