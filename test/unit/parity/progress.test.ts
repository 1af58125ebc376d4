import { expect, test } from '@jest/globals';
import { Progress } from '../../../src/parity/progress.ts';

/** What is written when bytes are told of at these seconds, of 100 MB. */
function written(isTTY: boolean, seconds: readonly number[]): string[] {
  const lines: string[] = [];
  let time = 0;
  const progress = new Progress('checking', { isTTY, write: (text: string) => lines.push(text) }, () => time);
  for (const second of seconds) {
    time = second * 1000;
    progress.at(second * 1e6, 100e6);
  }
  progress.end();
  return lines;
}

test('what ends within two seconds says nothing', () => {
  expect(written(true, [0, 0.5, 1.9])).toEqual([]);
});

test('a terminal has one line that changes and goes away', () => {
  expect(written(true, [1, 3, 3.1, 4])).toEqual([
    '\r\u001b[Kchecking: 3 % of 100 MB',
    '\r\u001b[Kchecking: 4 % of 100 MB',
    '\r\u001b[K',
  ]);
});

test('a log has plain lines, ten seconds apart', () => {
  expect(written(false, [3, 5, 12, 13.5])).toEqual(['checking: 3 % of 100 MB\n', 'checking: 13 % of 100 MB\n']);
});
