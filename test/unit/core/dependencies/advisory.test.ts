import { describe, expect, test } from '@jest/globals';
import {
  daysBetween,
  exceptionFor,
  isDay,
  readExceptions,
} from '../../../../src/core/dependencies/advisory-exceptions.ts';
import { distrusted, unanswered, type Advisory } from '../../../../src/core/dependencies/advisory-report.ts';

describe('the list of exceptions', () => {
  test('an entry is an id, its last day and a reason', () => {
    expect(
      readExceptions([
        'RUSTSEC-2024-0001 until 2026-12-31: not reachable',
        'GHSA-abcd-1234-wxyz until 2028-02-29: because',
        'CVE1 until 2026-01-01: why',
      ]),
    ).toEqual({
      list: [
        { id: 'RUSTSEC-2024-0001', until: '2026-12-31', reason: 'not reachable' },
        { id: 'GHSA-abcd-1234-wxyz', until: '2028-02-29', reason: 'because' },
        { id: 'CVE1', until: '2026-01-01', reason: 'why' },
      ],
    });
    expect(readExceptions([])).toEqual({ list: [] });
  });

  test.each([
    ['an id alone', 'RUSTSEC-2024-0001'],
    ['no reason', 'RUSTSEC-2024-0001 until 2026-12-31: '],
    ['a reason of two letters', 'RUSTSEC-2024-0001 until 2026-12-31: no'],
    ['a reason that begins with a space', 'RUSTSEC-2024-0001 until 2026-12-31:  because'],
    ['no day of the calendar', 'RUSTSEC-2024-0001 until 2026-02-29: not reachable'],
    ['a day that is written short', 'RUSTSEC-2024-0001 until 2026-2-1: not reachable'],
    ['something before the id', ' RUSTSEC-2024-0001 until 2026-12-31: not reachable'],
    ['an id of three characters', 'CVE until 2026-12-31: not reachable'],
    ['an id that begins with a digit', '2024-0001 until 2026-12-31: not reachable'],
    ['an id with other characters', 'RUST_SEC until 2026-12-31: not reachable'],
    ['a second line', 'RUSTSEC-2024-0001 until 2026-12-31: not\nreachable'],
  ])('%s is refused, and with it the whole list', (_, entry) => {
    expect(readExceptions(['CVE-2020-1 until 2026-12-31: fine', entry])).toEqual({
      list: [],
      problem: `ignore: ${JSON.stringify(entry)} is not "<id> until <YYYY-MM-DD>: <reason>"`,
    });
  });

  test('an exception covers an advisory by any of its names, whatever their case', () => {
    const advisory: Advisory = {
      id: 'RUSTSEC-2024-0001',
      aliases: ['CVE-2024-1', 'GHSA-aaaa'],
      kind: 'vulnerability',
      package: 'p',
      versions: ['1.0.0'],
      title: 't',
      url: '',
      severity: '',
    };
    const named = (id: string) => ({ id, until: '2026-12-31', reason: 'because' });
    for (const id of ['RUSTSEC-2024-0001', 'rustsec-2024-0001', 'CVE-2024-1', 'ghsa-AAAA'])
      expect(exceptionFor(advisory, [named('CVE-1'), named(id)])).toEqual(named(id));
    expect(exceptionFor(advisory, [named('CVE-2024-2'), named('RUSTSEC-2024-000')])).toBeUndefined();
    expect(exceptionFor(advisory, [])).toBeUndefined();
  });
});

describe('days', () => {
  test.each([
    ['2026-01-31', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-04-31', false],
    ['2026-04-00', false],
    ['2026-4-1', false],
    ['26-04-01', false],
    ['2026-04-01T00:00:00Z', false],
    ['x2026-04-01', false],
    ['', false],
  ])('%s: %s', (text, day) => expect(isDay(text)).toBe(day));

  test.each([
    ['2026-01-01', '2026-01-01', 0],
    ['2026-01-01', '2026-01-31', 30],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-01-02', '2026-01-01', -1],
    ['2026-03-28', '2026-03-30', 2],
  ])('from %s to %s', (from, to, days) => expect(daysBetween(from, to)).toBe(days));
});

test('an audit without an answer holds nothing that could be taken for a clean one', () => {
  const nothing = { packages: 0, advisories: [], warnings: [], ignored: [] };
  expect(distrusted('no summary')).toEqual({ ...nothing, problem: 'no summary' });
  expect(unanswered('no route to host')).toEqual({ ...nothing, unreachable: 'no route to host' });
});
