import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hopTitle, isRunOf, parseRunTitle } from '../../../src/core/run-name.ts';

const hops = fc.record({
  subject: fc.integer({ min: 1, max: 999_999_999 }),
  seq: fc.integer({ min: 1, max: 80 }),
  attempt: fc.integer({ min: 1, max: 3 }),
  agent: fc.constantFrom('issue-creator', 'pr-publisher', 'start'),
  repair: fc.integer({ min: 0, max: 99 }),
});

describe('run titles', () => {
  test('a title is read back as it was made', () => {
    fc.assert(
      fc.property(hops, (hop) => {
        const title = hopTitle(hop.subject, hop, hop.repair);
        expect(parseRunTitle(title)).toEqual(hop);
        expect(isRunOf(title, hop.subject, hop)).toBe(true);
        expect(isRunOf(title, hop.subject, { ...hop, attempt: (hop.attempt % 3) + 1 })).toBe(false);
      }),
    );
  });

  test("a person's start is no hop", () => {
    const start = parseRunTitle('12/0/0 start');
    expect(start).toEqual({ subject: 12, seq: 0, attempt: 0, agent: 'start', repair: 0 });
  });

  test.each([
    '',
    'Generative flow',
    '0/1/1 issue-creator',
    '1/1/1',
    '1/1/4 issue-creator',
    '1/81/1 issue-creator',
    '1/0/0 issue-creator',
    '1/1/1 issue-creator repair 0',
    '1/1/1 issue-creator repair',
    '1/0/0 start repair 1',
    '1/1/1 issue-creator repair 1 repair 2',
    '1/1/1 Issue Creator',
    ' 1/1/1 issue-creator',
    '1/1/1 issue-creator\n',
    '1/1/1 -',
  ])('%j is no title of a hop', (title) => expect(parseRunTitle(title)).toBeUndefined());
});
