import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { GATES } from '../../src/core/names.ts';
import { root } from './page.ts';

const page = readFileSync(`${root}docs/fake-passes.md`, 'utf8');
const lines = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| way'));
const rows = lines.map((line) =>
  /^\| (.+) \| ([a-z]+) \| \[[\w.-]+\]\(\.\.\/(test\/[^)]+)\): `([^`]+)` \|$/.exec(line),
);

/** Literals inside calls of `test`, `it` and `describe`: names, and the tables of `each`. */
function namesIn(source: string): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node, inside: boolean): void => {
    if (inside && ts.isStringLiteralLike(node)) names.add(node.text);
    const call = ts.isCallExpression(node) && /^(?:test|it|describe)\b/.test(node.expression.getText());
    ts.forEachChild(node, (child) => visit(child, inside || call));
  };
  const file = ts.createSourceFile('a.test.ts', source, ts.ScriptTarget.ESNext, true);
  visit(file, false);
  return names;
}

test('names are read from tests and their tables, and not from comments or other literals', () => {
  const source =
    "const x = ['no'];\n// test('no', f)\ntest('a', f);\ntest.each([['b', 1]])('c %s', f);\ndescribe('d', () => {});";
  expect([...namesIn(source)].sort()).toEqual(['a', 'b', 'c %s', 'd']);
});

test('every row has a way, a gate of the vocabulary, and a test', () => {
  expect(lines.filter((_, i) => rows[i] === null)).toEqual([]);
  expect(rows.map((row) => row![2]!).filter((gate) => !(GATES as readonly string[]).includes(gate))).toEqual([]);
  const ways = rows.map((row) => row![1]!);
  expect(ways.filter((way, i) => ways.indexOf(way) !== i)).toEqual([]);
});

test('every test that is named exists', () => {
  const known = new Map<string, Set<string>>();
  const missing = rows.flatMap((row) => {
    const [, , , path, name] = row!;
    const file = `${root}${path!}`;
    if (!known.has(path!)) known.set(path!, existsSync(file) ? namesIn(readFileSync(file, 'utf8')) : new Set());
    return known.get(path!)!.has(name!) ? [] : [`${path!}: ${name!}`];
  });
  expect(missing).toEqual([]);
});
