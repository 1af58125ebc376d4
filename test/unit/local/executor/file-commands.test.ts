import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { isReservedEnvironment, parseFileCommand, toRecord } from '../../../../src/local/executor/file-commands.ts';

describe('parseFileCommand', () => {
  test.each([
    ['', []],
    ['\n\n', []],
    ['a=b', [['a', 'b']]],
    ['a=b=c\n', [['a', 'b=c']]],
    ['a=\n', [['a', '']]],
    ['a=x<<y\n', [['a', 'x<<y']]],
    ['a<<E\nE\n', [['a', '']]],
    ['a<<E\n\nx\n\nE\n', [['a', '\nx\n']]],
    [
      'a<<E\nx=1\nb<<F\nE\nc=2\n',
      [
        ['a', 'x=1\nb<<F'],
        ['c', '2'],
      ],
    ],
    ['a<<E=\nx\nE=\n', [['a', 'x']]],
    ['a<<E\nE \n E\nE\n', [['a', 'E \n E']]],
    ['a=x\r\n', [['a', 'x\r']]],
    ['a<<E\nx', 'Matching delimiter not found'],
    ['a<<E\nx\nE\r\n', 'Matching delimiter not found'],
    ['a<<\nx\n\n', 'delimiter must not be empty'],
    ['<<E\nx\nE\n', 'Name must not be empty'],
    ['=x\n', 'Name must not be empty'],
    ['a<<E\nx\nE\nE\n', "Invalid format 'E'"],
    ['just text\n', "Invalid format 'just text'"],
    ['a=1\nvalue went on\n', "Invalid format 'value went on'"],
  ])('%j', (given, expected) => {
    if (typeof expected === 'string') expect(() => parseFileCommand(given)).toThrow(expected);
    else expect(parseFileCommand(given)).toEqual(expected);
  });

  test('a value in a heredoc with a delimiter that it does not hold as a line comes back whole', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.stringMatching(/^[a-z_]{1,8}$/), fc.string())), (pairs) => {
        const written = pairs.map(([name, value], at) => `${name}<<ghadelimiter_${at}\n${value}\nghadelimiter_${at}\n`);
        expect(parseFileCommand(written.join(''))).toEqual(pairs);
      }),
    );
  });

  test('A-10 a value that holds the delimiter as a line ends there and what follows is refused or its own pair', () => {
    const value = 'x\nE\nPATH=/evil';
    expect(parseFileCommand(`a<<E\n${value}\n`)).toEqual([
      ['a', 'x'],
      ['PATH', '/evil'],
    ]);
    expect(() => parseFileCommand(`a<<E\n${value}\nE\n`)).toThrow("Invalid format 'E'");
  });

  test('A-12 odd names are only names', () => {
    const record = toRecord([
      ['__proto__', 'x'],
      ['constructor', 'y'],
      ['a', '1'],
      ['a', '2'],
    ]);
    expect(Object.keys(record)).toEqual(['__proto__', 'constructor', 'a']);
    expect(record['a']).toBe('2');
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  test.each([
    ['NODE_OPTIONS', true],
    ['node_options', true],
    ['GITHUB_TOKEN', true],
    ['RUNNER_TEMP', true],
    ['NODE_OPTIONS2', false],
    ['MY_GITHUB_X', false],
  ])('%s is reserved: %j', (name, expected) => {
    expect(isReservedEnvironment(name)).toBe(expected);
  });
});
