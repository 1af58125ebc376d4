import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getOctokit } from '@actions/github';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toolkitFetch } from '../../../../src/runtime/github/toolkit-fetch.ts';

let server: Server;
let url = '';
const seen: { method: string; path: string; body: string; headers: IncomingMessage['headers'] }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      seen.push({ method, path, headers, body: Buffer.concat(chunks).toString('utf8') });
      const say = (status: number, body: unknown, more: Record<string, string> = {}) =>
        response
          .writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...more })
          .end(JSON.stringify(body));
      if (path === '/moved') return void response.writeHead(301, { location: `${url}/found` }).end();
      if (path === '/none') return void response.writeHead(204).end();
      if (path === '/text') return void response.writeHead(200, { 'content-type': 'text/plain' }).end('grüße');
      if (path === '/bytes')
        return void response.writeHead(200, { 'content-type': 'application/octet-stream' }).end('ab');
      if (path === '/limit') return say(403, { message: 'rate limit exceeded' }, { 'retry-after': '7' });
      if (path === '/broken') return void request.socket.destroy();
      if (path === '/graphql') return say(200, { data: { viewer: { login: 'ü' } } });
      say(200, { path });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const octokit = (fetch?: typeof toolkitFetch) =>
  getOctokit('secret', { baseUrl: url, request: fetch === undefined ? {} : { fetch } });

/** What a caller sees of a request: answer or error, without the client's own headers. */
async function told(route: string, fetch?: typeof toolkitFetch): Promise<unknown> {
  try {
    const { status, data, headers } = (await octokit(fetch).request(route)) as {
      status: number;
      data: unknown;
      headers: Record<string, string>;
    };
    return {
      status,
      data: data instanceof ArrayBuffer ? Buffer.from(data).toString() : data,
      type: headers['content-type'],
    };
  } catch (error) {
    const { status, message, response } = error as {
      status: number;
      message: string;
      response?: { headers: Record<string, string>; data: unknown };
    };
    return {
      status,
      failed: response ? message : 'no answer',
      after: response?.headers['retry-after'],
      data: response?.data,
    };
  }
}

describe('Octokit is told by toolkitFetch what it is told by fetch', () => {
  test.each(['GET /x', 'GET /moved', 'DELETE /none', 'GET /text', 'GET /bytes', 'GET /limit', 'PUT /broken'])(
    '%s',
    async (route) => {
      expect(await told(route, toolkitFetch)).toEqual(await told(route));
    },
  );

  test('a body in UTF-8, with its length and the token', async () => {
    const { data } = await octokit(toolkitFetch).request('POST /x', { text: 'ü' });
    expect(data).toEqual({ path: '/x' });
    expect(seen.at(-1)).toMatchObject({
      method: 'POST',
      body: '{"text":"ü"}',
      headers: { authorization: 'token secret', 'content-length': '13' },
    });
  });

  test('GraphQL', async () => {
    expect(await octokit(toolkitFetch).graphql('{ viewer { login } }')).toEqual({ viewer: { login: 'ü' } });
  });
});
