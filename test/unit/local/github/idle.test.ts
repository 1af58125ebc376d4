import { request, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { expect, test } from '@jest/globals';
import { Clock } from '../../../../src/local/github/clock.ts';
import { startEmulator } from '../../../../src/local/github/emulator.ts';
import { R, start } from './fixture.ts';

const ask = (options: RequestOptions): Promise<IncomingHttpHeaders> =>
  new Promise((resolve, reject) => {
    request({ path: R, ...options, headers: { connection: 'keep-alive' } }, (answer) => {
      answer.resume().on('end', () => resolve(answer.headers));
    })
      .on('error', reject)
      .end();
  });

/**
 * A server that closes idle connections says after how long (`Keep-Alive: timeout=5`). A client that was held up for as long
 * then asks on a connection that is closed, and its question has no answer (EPIPE).
 */
async function neverCloses(place: RequestOptions): Promise<void> {
  // The first question of all is the one at which the emulator is told so.
  expect(await ask(place)).toMatchObject({ connection: 'keep-alive' });
  const headers = await ask(place);
  expect(headers).toMatchObject({ connection: 'keep-alive' });
  expect(headers['keep-alive']).toBeUndefined();
}

test('the host closes no connection for being idle', async () => {
  const f = await start();
  try {
    const { hostname, port } = new URL(f.host.url);
    await neverCloses({ hostname, port });
  } finally {
    await f.close();
  }
});

test('the emulator behind it closes no connection for being idle', async () => {
  const place = { publicUrl: 'http://127.0.0.1:1', owner: 'acme', repo: 'demo', defaultBranch: 'main' };
  const emulator = await startEmulator({ ...place, clock: new Clock(undefined).shared });
  try {
    await neverCloses({ socketPath: emulator.pipe });
  } finally {
    await emulator.close();
  }
});
