import { describe, expect, test } from '@jest/globals';
import { onceOnly } from '../../../../src/runtime/flow/once-only.ts';

const problem = (status: number | undefined): Error => Object.assign(new Error(String(status)), { status });

/** Plays the answers of the host in turn: numbers are refusals and faults, `lost` an effect without an answer. */
async function play(made: readonly (number | 'ok' | 'lost')[], seen: readonly (string | undefined)[]) {
  const waits: number[] = [];
  const clock = { now: () => 0, sleep: async (ms: number) => void waits.push(ms) };
  const [answers, looks] = [[...made], [...seen]];
  const result = await onceOnly(
    async () => {
      const answer = answers.shift()!;
      if (answer === 'ok') return 'made';
      throw problem(answer === 'lost' ? undefined : answer);
    },
    async () => looks.shift(),
    { pause: 1, clock },
  ).catch((error: Error) => error.message);
  return { result, waits, unasked: answers.length + looks.length };
}

describe('something that must exist once', () => {
  test.each([
    ['made at once', ['ok'], [], 'made', []],
    ['refused at once', [422], [], '422', []],
    ['made, and the answer was lost', ['lost'], ['there'], 'there', [1]],
    ['not made, and made again', [502, 'ok'], [undefined], 'made', [1]],
    [
      'made, the answer lost, an old copy shown, refused as being there',
      ['lost', 422],
      [undefined, 'there'],
      'there',
      [1, 2],
    ],
    [
      'refused three times after a lost answer',
      ['lost', 422, 422],
      [undefined, undefined, undefined],
      '422',
      [1, 2, 4],
    ],
    ['lost three times', [500, 500, 500], [undefined, undefined, undefined], '500', [1, 2, 4]],
  ] as const)('%s', async (_, made, seen, result, waits) => {
    expect(await play(made, seen)).toEqual({ result, waits, unasked: 0 });
  });
});
