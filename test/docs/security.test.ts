import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { root } from './page.ts';

const page = readFileSync(`${root}docs/security.md`, 'utf8');
const rows = [...page.matchAll(/^\| A-(\d+) \|.*\| ([^|]+) \|$/gm)].map(([, id, state]) => ({
  id: Number(id),
  state: state!.trim(),
}));

/** The ids in the text literals of a test file: names of tests, and of the rows of their tables. `A-5 to A-8` is four ids. */
function idsIn(source: string): number[] {
  const ids: number[] = [];
  const visit = (node: ts.Node): void => {
    const text =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)
        ? node.text
        : '';
    for (const [, from, to] of text.matchAll(/\bA-(\d+)(?: to A-(\d+))?/g)) {
      for (let id = Number(from); id <= Number(to ?? from); id++) ids.push(id);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.test.ts', source, ts.ScriptTarget.ESNext));
  return ids;
}

const files = readdirSync(`${root}test`, { recursive: true }).map(String);
const tests = files.filter((path) => path.endsWith('.test.ts') && !path.startsWith('docs'));
const proven = new Set(tests.flatMap((path) => idsIn(readFileSync(`${root}test/${path}`, 'utf8'))));

test('ids are read from literals, alone and as a range, and not from comments', () => {
  expect(idsIn(`// A-1\ntest('A-2 x', f); test("A-5 to A-7", g); /* A-9 */ call(A - 3);`)).toEqual([2, 5, 6, 7]);
});

test('every attack has one row, in order', () => {
  const ids = rows.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(50);
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
});

test('every attack listed as tested has a test with its id', () => {
  expect(rows.filter(({ id, state }) => state === 'tested' && !proven.has(id)).map(({ id }) => `A-${id}`)).toEqual([]);
});

test('every id in a test is explained on the page', () => {
  const known = new Set(rows.map(({ id }) => id));
  expect([...proven].filter((id) => !known.has(id)).map((id) => `A-${id}`)).toEqual([]);
});

test('a state is `tested`, or says why it is not', () => {
  expect(rows.filter(({ state }) => state !== 'tested' && !/^not (yet|here): .+/.test(state))).toEqual([]);
});
