import { describe, expect, test } from '@jest/globals';
import { COMMAND_CALLS, GRAPHQL, SerialClient, SURVEY_CALLS, waitLine } from '../../../../src/runtime/github/client.ts';
import { HostLimitError, utcSeconds } from '../../../../src/runtime/github/quota.ts';
import type { Clock, HostAnswer, Transport } from '../../../../src/runtime/github/transport.ts';

const START = Date.UTC(2026, 0, 1, 12);
type Headers = Record<string, string>;
type Step = { status: number; headers?: Headers; message?: string; data?: unknown } | 'no-answer' | 'ok';

/** A clock on which sleeping takes no time, and a host that answers as the steps say, then always well. */
function world(steps: Step[], spacing = 0) {
  let time = START;
  const sleeps: number[] = [];
  const calls: { route: string; at: number }[] = [];
  const clock: Clock = {
    now: () => time,
    sleep: async (ms) => {
      sleeps.push(ms);
      time += ms;
    },
  };
  const transport: Transport = {
    async request(route): Promise<HostAnswer> {
      calls.push({ route, at: time - START });
      const step = steps.shift() ?? 'ok';
      if (step === 'no-answer') throw new Error('socket hang up');
      if (step === 'ok') return { status: 200, headers: {}, data: { data: { ok: true } } };
      const { status, headers = {}, message = 'no', data } = step;
      if (status < 400) return { status, headers, data: data ?? { data: { ok: true } } };
      throw Object.assign(new Error(message), { status, response: { headers, data } });
    },
  };
  const client = new SerialClient({ transport, clock, spacing });
  return { client, sleeps, calls, at: () => time - START };
}

const reset = (seconds: number): string => String(START / 1000 + seconds);

describe('what is repeated, and after which wait', () => {
  test.each<[string, string, Step[], number[], 'ok' | number | 'limit' | undefined]>([
    ['a read after a 5xx', 'GET /x', [{ status: 502 }, { status: 500 }], [250, 500], 'ok'],
    ['a read without an answer', 'GET /x', ['no-answer'], [250], 'ok'],
    ['a read that fails for ever', 'GET /x', Array<Step>(9).fill({ status: 503 }), [250, 500, 1000, 2000], 503],
    ['a PATCH after a 5xx: it has the same effect again', 'PATCH /x', [{ status: 502 }], [250], 'ok'],
    ['a POST after a 5xx: never, its effect is in doubt', 'POST /x', [{ status: 502 }], [], 502],
    ['a POST without an answer: never', 'POST /x', ['no-answer'], [], undefined],
    ['a POST after 429: it had no effect', 'POST /x', [{ status: 429 }], [1000], 'ok'],
    ['429 with Retry-After', 'POST /x', [{ status: 429, headers: { 'retry-after': '7' } }], [7000], 'ok'],
    ['403 with Retry-After', 'GET /x', [{ status: 403, headers: { 'retry-after': '30' } }], [30_000], 'ok'],
    ['403 that says secondary rate limit', 'GET /x', [{ status: 403, message: 'secondary rate limit' }], [1000], 'ok'],
    ['403 for a missing permission: never', 'GET /x', [{ status: 403 }], [], 403],
    ['422: never', 'POST /x', [{ status: 422 }], [], 422],
    [
      'the hourly limit with a near reset',
      'GET /x',
      [{ status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset(90) } }],
      [90_000],
      'ok',
    ],
    [
      'the hourly limit with a far reset: the job says until when',
      'GET /x',
      [{ status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset(1800) } }],
      [],
      'limit',
    ],
    [
      'Retry-After longer than a job may wait',
      'POST /x',
      [{ status: 429, headers: { 'retry-after': '600' } }],
      [],
      'limit',
    ],
    [
      'limits without end',
      'GET /x',
      Array<Step>(99).fill({ status: 429 }),
      [1, 2, 4, 8, 16, 32].map((s) => s * 1000),
      'limit',
    ],
    [
      'a date in Retry-After is no number',
      'GET /x',
      [{ status: 429, headers: { 'retry-after': 'soon' } }],
      [1000],
      'ok',
    ],
    ['GraphQL that is limited', GRAPHQL, [{ status: 200, data: { errors: [{ type: 'RATE_LIMITED' }] } }], [1000], 'ok'],
    ['GraphQL without data', GRAPHQL, [{ status: 200, data: { errors: [{ message: 'oops' }] } }], [250], 'ok'],
    [
      'GraphQL with a part that the host failed at',
      GRAPHQL,
      [{ status: 200, data: { data: { repository: { issue: null } }, errors: [{ message: 'write EPIPE' }] } }],
      [250],
      'ok',
    ],
    [
      'GraphQL with a part that is out of service',
      GRAPHQL,
      [{ status: 200, data: { data: { repository: {} }, errors: [{ type: 'SERVICE_UNAVAILABLE' }] } }],
      [250],
      'ok',
    ],
    [
      'GraphQL with a part that is not there',
      GRAPHQL,
      [{ status: 200, data: { data: { repository: { issue: null } }, errors: [{ type: 'NOT_FOUND' }] } }],
      [],
      'ok',
    ],
    ['GraphQL that is wrong', GRAPHQL, [{ status: 200, data: { errors: [{ type: 'INVALID' }] } }], [], 422],
  ])('%s', async (_, route, steps, sleeps, end) => {
    const seen = world([...steps]);
    const outcome = await seen.client.call(route, {}).then(
      () => 'ok',
      (error: unknown) => (error instanceof HostLimitError ? 'limit' : (error as { status?: number }).status),
    );
    expect(outcome).toBe(end);
    expect(seen.sleeps).toEqual(sleeps);
    expect(seen.client.waits.map(({ ms }) => ms)).toEqual(sleeps);
    expect(seen.client.calls).toBe(seen.calls.length);
  });

  test('the limit names the time and what happens then', async () => {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset(3600) };
    const error: unknown = await world([{ status: 429, headers }])
      .client.call('POST /y', {})
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(HostLimitError);
    expect((error as HostLimitError).until).toBe(START + 3_600_000);
    expect((error as HostLimitError).toLine()).toContain('takes no more calls until 2026-01-01T13:00:00Z');
  });
});

test('calls are made one after the other, whoever asks, and writes keep their distance', async () => {
  const seen = world([], 1000);
  await Promise.all(
    ['POST /a', 'GET /b', 'PATCH /c', GRAPHQL, 'DELETE /d'].map((route) => seen.client.call(route, {})),
  );
  expect(seen.calls).toEqual([
    { route: 'POST /a', at: 0 },
    { route: 'GET /b', at: 0 },
    { route: 'PATCH /c', at: 1000 },
    { route: GRAPHQL, at: 1000 },
    { route: 'DELETE /d', at: 2000 },
  ]);
});

test('one call that fails does not stop the next', async () => {
  const seen = world([{ status: 404 }]);
  const [first, second] = await Promise.allSettled([seen.client.call('GET /a', {}), seen.client.call('GET /b', {})]);
  expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
});

test('whoever asks for more than a job is told as such, and what to do about it', async () => {
  const clock = { now: () => 0, sleep: () => Promise.resolve() };
  const transport = { request: () => Promise.resolve({ data: 1, headers: {} }) } as never;
  for (const budget of [SURVEY_CALLS, COMMAND_CALLS]) {
    const client = new SerialClient({ transport, clock, spacing: 0, budget });
    for (let call = 0; call < budget.calls; call++) await client.call('GET /a', {});
    await expect(client.call('GET /a', {})).rejects.toMatchObject({
      message: `GET /a: ${budget.who} has made its ${budget.calls} calls`,
      fix: budget.fix,
    });
    expect(budget.fix).toContain('close what is over');
  }
});

test('a job has a budget of calls', async () => {
  const seen = world([]);
  for (let call = 0; call < 400; call++) await seen.client.call('GET /a', {});
  await expect(seen.client.call('GET /a', {})).rejects.toThrow('this job has made its 400 calls');
  expect(seen.calls).toHaveLength(400);
  // Nothing is waited for: it stays used up.
  expect(seen.client.waits).toEqual([]);
});

test('a low quota is known from the last answers, until its hour is over', async () => {
  const headers = (left: number, resource: string): Headers => ({
    'x-ratelimit-remaining': String(left),
    'x-ratelimit-reset': reset(600),
    'x-ratelimit-resource': resource,
  });
  const seen = world([
    { status: 200, headers: headers(500, 'core') },
    { status: 200, headers: headers(20, 'graphql') },
    { status: 429, headers: { 'retry-after': '100' } },
  ]);
  expect(seen.client.lowUntil(60)).toBeUndefined();
  await seen.client.call('GET /a', {});
  expect(seen.client.lowUntil(60)).toBeUndefined();
  await seen.client.call(GRAPHQL, {});
  expect(seen.client.lowUntil(60)).toBe(START + 600_000);
  expect(seen.client.lowUntil(10)).toBeUndefined();
  await seen.client.call('GET /a', {});
  expect(seen.at()).toBe(100_000);
  expect(seen.client.lowUntil(60)).toBe(START + 600_000);
});

test.each([
  [{ call: 'GET /x', ms: 250, why: 'fault' }, 'waiting 0.3 s before GET /x again: the host failed or gave no answer'],
  [{ call: 'POST /y', ms: 60_000, why: 'retry-after' }, 'waiting 60 s before POST /y again: the host said Retry-After'],
] as const)('%j', (wait, line) => expect(waitLine(wait)).toBe(line));

test.each([
  [START, '2026-01-01T12:00:00Z'],
  [START + 1, '2026-01-01T12:00:01Z'],
])('%d is %s', (ms, text) => expect(utcSeconds(ms)).toBe(text));
