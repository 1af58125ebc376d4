import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endpoints } from '../../../../src/local/github/endpoints.ts';
import type { Fault, RequestSeen } from '../../../../src/local/github/stand-in.ts';
import { TokenTable, may } from '../../../../src/local/github/tokens.ts';
import type { Permissions, Token } from '../../../../src/local/github/tokens.ts';
import { R, everything, start } from './fixture.ts';
import type { Fixture } from './fixture.ts';

let f: Fixture;
let fault: ((request: RequestSeen) => Fault | undefined) | undefined;
beforeAll(async () => {
  f = await start({ onRequest: (request) => fault?.(request) });
});
afterAll(() => f.close());

const fill = (template: string) =>
  template
    .replace('{owner}/{repo}', 'acme/demo')
    .replace('{ref}', 'heads/main')
    .replace('{basehead}', 'main...main')
    .replace(/\{\w+\}/g, '1');

/** Everything that an App can be given, what no workflow can ask for with it. */
const whole: Permissions = { ...everything, administration: 'write', variables: 'write', secrets: 'write' };

describe('tokens', () => {
  test('none, an unknown one and a revoked one are refused with 401', async () => {
    const revoked = f.host.mintToken({ permissions: everything });
    f.host.revokeToken(revoked);
    for (const token of ['', 'ghs_unknown', revoked]) expect((await f.api(token, 'GET', R)).status).toBe(401);
  });

  test('are read from token, Bearer and Basic, whatever the case', () => {
    const table = new TokenTable();
    const value = table.mint({ label: 'x' });
    const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
    for (const header of [`token ${value}`, `Bearer ${value}`, `bearer  ${value} `, basic(`x-access-token:${value}`)]) {
      expect(table.identify(header)).toMatchObject({ label: 'x' });
    }
    for (const header of [value, 'Bearer', `Digest ${value}`, basic('a:b')])
      expect(table.identify(header)).toBeUndefined();
    expect(table.identify(undefined)).toBe('anonymous');
  });

  test.each(
    endpoints.filter(({ needs }) => needs.length > 0).map((one) => [`${one.method} ${one.template}`, one] as const),
  )('%s needs its permission', async (_, { method, template, needs }) => {
    const scopes = new Set(needs.map((need) => need.split(':')[0]));
    const others = Object.entries(everything).filter(([scope]) => !scopes.has(scope));
    const lacking = f.host.mintToken({ permissions: Object.fromEntries(others) as Permissions });
    const answer = await f.api(lacking, method, fill(template), method === 'GET' ? undefined : {});
    expect([answer.status, answer.body.message]).toEqual([403, 'Resource not accessible by integration']);
    const held: Token = {
      value: '',
      label: '',
      actor: { login: 'b', type: 'Bot', role: 'app' },
      permissions: whole,
    };
    expect(may(held, needs)).toBe(true);
    const reading = Object.fromEntries(Object.keys(whole).map((scope) => [scope, 'read'])) as Permissions;
    expect(may({ ...held, permissions: reading }, needs)).toBe(method === 'GET');
  });

  test('roles of persons', async () => {
    const role = async (user: string) => {
      const answer = await f.api(f.bot, 'GET', `${R}/collaborators/${encodeURIComponent(user)}/permission`);
      return answer.body.permission ?? answer.status;
    };
    expect(await Promise.all(['maintainer', 'stranger', 'nobody', 'github-actions[bot]'].map(role))).toEqual([
      'admin',
      'read',
      404,
      404,
    ]);
    const { stranger } = f.host.people;
    const dispatch = `${R}/actions/workflows/flow.yml/dispatches`;
    expect((await f.api(stranger, 'POST', dispatch, { ref: 'main', inputs: { subject: '1' } })).status).toBe(403);
    expect(f.host.runs()).toHaveLength(0);
  });
});

describe('faults', () => {
  const issues = async () =>
    (await f.api(f.host.people.maintainer, 'GET', `${R}/issues?state=all`)).body.length as number;
  afterAll(() => {
    fault = undefined;
  });

  test.each([403, 404, 410, 422, 502])('%d before the effect: nothing happened', async (status) => {
    const before = await issues();
    fault = ({ method }) => (method === 'POST' ? { status, body: { message: 'injected' } } : undefined);
    expect(await f.api(f.bot, 'POST', `${R}/issues`, { title: 'x' })).toMatchObject({
      status,
      body: { message: 'injected' },
    });
    fault = undefined;
    expect(await issues()).toBe(before);
  });

  test('502 after the effect: it happened, only the answer is lost', async () => {
    const before = await issues();
    fault = ({ method, token, body }) =>
      method === 'POST' && token.label === 'bot' && body['title'] === 'x' ? { status: 502, after: true } : undefined;
    expect((await f.api(f.bot, 'POST', `${R}/issues`, { title: 'x' })).status).toBe(502);
    fault = undefined;
    expect(await issues()).toBe(before + 1);
  });
});

test('every call is counted under its token, reads apart from writes, git not at all', async () => {
  const hop = f.host.mintToken({ permissions: everything, label: 'hop 1' });
  const used = async (): Promise<number> => (await f.api(hop, 'GET', '/rate_limit')).body.rate.used as number;
  const before = await used();
  await f.api(hop, 'POST', `${R}/issues`, { title: 'counted' });
  await f.graphql(hop, '{ rateLimit { remaining } }');
  await f.api(hop, 'GET', `${R}/pulls`);
  await f.push('feat/uncounted', 'a', 'a');
  const mine = f.host.calls.filter(({ label }) => label === 'hop 1');
  expect(mine.map(({ method, path, status, write }) => [method, path, status, write])).toEqual([
    ['GET', '/rate_limit', 200, false],
    ['POST', `${R}/issues`, 201, true],
    ['POST', '/graphql', 200, false],
    ['GET', `${R}/pulls`, 200, false],
  ]);
  // The limit is the account's, whichever of its tokens is used.
  const other = f.host.mintToken({ permissions: everything, label: 'hop 2' });
  const { headers } = await f.api(other, 'GET', `${R}/pulls`);
  expect(Number(headers.get('x-ratelimit-remaining'))).toBe(5000 - before - 4);
  expect(await used()).toBe(before + 5);
});

test('agrees with the OpenAPI description, and what is not served is said', async () => {
  await f.api(f.bot, 'GET', '/users/maintainer');
  await f.api(f.host.people.maintainer, 'GET', '/user');
  await f.api(f.bot, 'GET', R);
  expect(f.host.violations).toEqual([]);
  expect((await f.api(f.bot, 'GET', `${R}/milestones`)).status).toBe(404);
  expect(f.host.violations).toMatchObject([
    { path: `${R}/milestones`, message: expect.stringContaining('not served') },
  ]);
});
