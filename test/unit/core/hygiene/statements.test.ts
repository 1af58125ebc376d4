import { expect, test } from '@jest/globals';
import { statementsOf } from '../../../../src/core/hygiene/statements.ts';

const told = (...lines: string[]) =>
  statementsOf(lines.join('\n')).map(({ first, last, code }) => `${first}-${last} ${code}`);

test.each<[string, string[], string[]]>([
  ['lines of their own', ['a();', '', 'b();'], ['1-1 a();', '3-3 b();']],
  ['an assertion that is wrapped', ['assert!(', '    d < 1e-5,', '    "x",', ');'], ['1-4 assert!(d < 1e-5, "x");']],
  ['a list', ['let t = [', '    1,', '    2,', '];'], ['1-4 let t = [1, 2];']],
  ['a chain', ['expect(a)', '  .toBe(1);'], ['1-2 expect(a).toBe(1);']],
  ['an operator in front', ['a', '  && b', '  < c;'], ['1-3 a && b < c;']],
  ['a range is no chain', ['a', '..b'], ['1-1 a', '2-2 ..b']],
  [
    'a block in a call is lines of its own',
    ["test('a', () => {", '  a();', '});'],
    ["1-1 test('a', () => {", '2-2   a();', '3-3 });'],
  ],
  ['a bracket too many', [')', 'a'], ['1-1 )', '2-2 a']],
  ['a bracket that stays open', ['f(', 'a'], ['1-2 f(a']],
])('%s', (_, lines, said) => {
  expect(told(...lines)).toEqual(said);
});

test('what is longer than a statement is lines of their own', () => {
  const rows = Array.from({ length: 200 }, () => '  123456,');
  expect(statementsOf(['f(', ...rows, ');'].join('\n')).length).toBeGreaterThan(100);
});
