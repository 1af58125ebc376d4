import { describe, expect, test } from '@jest/globals';
import { isChecksOff } from '../../../../src/runtime/github/refusal.ts';
import { realClock } from '../../../../src/runtime/github/transport.ts';
import { onceOnly } from '../../../../src/runtime/flow/once-only.ts';

const failure = (status: number | undefined, message = 'no', headers: Record<string, string> = {}) =>
  Object.assign(new Error(message), { status, response: { headers } });

test.each([
  [403, 'Resource not accessible by integration', {}, true],
  [404, 'Not Found', {}, true],
  [410, 'Gone', {}, true],
  [422, 'Validation Failed', {}, false],
  [500, 'x', {}, false],
  [401, 'x', {}, false],
  [403, 'You have exceeded a secondary rate limit', {}, false],
  [403, 'x', { 'retry-after': '5' }, false],
  [403, 'x', { 'x-ratelimit-remaining': '0' }, false],
  [undefined, 'x', {}, false],
])('A-61 status %s (%s) %j: checks are off is %s', (status, message, headers, off) => {
  expect(isChecksOff(failure(status, message, headers))).toBe(off);
});

describe('onceOnly: what must exist once', () => {
  /** A host whose first answers fail, before or after the effect; gives how often the effect happened. */
  async function run(faults: ('before' | 'after' | number)[]): Promise<{ made: number; result: unknown }> {
    let made = 0;
    const make = async (): Promise<number> => {
      const fault = faults.shift();
      if (typeof fault === 'number') throw failure(fault);
      if (fault !== 'before') made++;
      if (fault !== undefined) throw failure(502);
      return made;
    };
    const look = async () => (made === 0 ? undefined : made);
    const result = await onceOnly(make, look, { pause: 0, clock: realClock }).catch(
      (error: { status: number }) => `status ${error.status}`,
    );
    return { made, result };
  }

  test.each<[string, ('before' | 'after' | number)[], { made: number; result: unknown }]>([
    ['no fault', [], { made: 1, result: 1 }],
    ['lost after the effect', ['after'], { made: 1, result: 1 }],
    ['lost before the effect', ['before'], { made: 1, result: 1 }],
    ['twice before, then after', ['before', 'before', 'after'], { made: 1, result: 1 }],
    ['never', ['before', 'before', 'before'], { made: 0, result: 'status 502' }],
    ['refused', [422], { made: 0, result: 'status 422' }],
  ])('%s', async (_, faults, expected) => expect(await run(faults)).toEqual(expected));
});
