import { expect, test } from '@jest/globals';
import { entryModules } from '../../../../src/core/api/package-entries.ts';

const STEMS = new Set(['src/index', 'src/a', 'src/sub/b', 'src/sub/c.x', 'lib/d', 'index', 'e']);
/** `subpath: module` of each entry, or why there is none. */
const told = (manifest: unknown): string | string[] => {
  const entries = entryModules(
    typeof manifest === 'object' ? JSON.stringify(manifest) : (manifest as string | undefined),
    STEMS,
  );
  return typeof entries === 'string' ? entries : entries.map(({ subpath, stem }) => `${subpath}: ${stem}`);
};
type Row = readonly [name: string, manifest: unknown, told: string | readonly string[]];
test.each<Row>([
  ['none', undefined, 'there is no package.json'],
  ['no JSON', '{', 'package.json is no JSON'],
  ['a list', [], 'package.json holds no object'],
  ['a text', '"a"', 'package.json holds no object'],
  ['null', null, 'package.json holds no object'],
  ['nothing in it: index.js', {}, ['.: index']],
  ['main', { main: './dist/a.js' }, ['.: src/a']],
  ['types and module', { types: 'dist/index.d.ts', module: './dist/a.mjs', main: 3 }, ['.: src/index', '.: src/a']],
  ['a types file of a kind', { types: './lib/d.d.cts' }, ['.: lib/d']],
  ['exports win', { exports: './dist/a.js', main: './dist/index.js' }, ['.: src/a']],
  ['no module in exports', { exports: {}, main: './dist/index.js' }, 'package.json exports no module'],
  [
    'exports by subpath and condition',
    {
      exports: {
        '.': { types: './dist/index.d.ts', import: './dist/index.mjs', require: ['./dist/index.cjs', './dist/a.js'] },
        './b': './dist/sub/b.js',
        './no': null,
        './data.json': './data.json',
      },
    },
    ['.: src/index', '.: src/a', './b: src/sub/b'],
  ],
  ['conditions alone', { exports: { import: './index.js', default: './src/a.ts' } }, ['.: index', '.: src/a']],
  ['a pattern', { exports: { './*': './dist/sub/*.js' } }, ['./b: src/sub/b', './c.x: src/sub/c.x']],
  ['a pattern with an end', { exports: { './x/*': './dist/sub/*.x.js' } }, ['./x/c: src/sub/c.x']],
  ['a pattern that matches nothing between its ends', { exports: { './x*': './dist/sub/b*.js' } }, ['./x: src/sub/b']],
  ['a pattern whose ends overlap', { exports: { './*': './dist/a*a.js', '.': './e.js' } }, ['.: e']],
  ['a pattern of nothing', { exports: { './*': './dist/none/*.js', '.': './e.js' } }, ['.: e']],
  ['a pattern of nothing alone', { exports: { './*': './dist/none/*.js' } }, 'package.json exports no module'],
  ['a pattern without an ending', { exports: { './lib/*': './lib/*' } }, ['./lib/d: lib/d']],
  [
    'one that is not there',
    { exports: { '.': './dist/index.js', './z': './dist/z.js' } },
    'package.json exports ./dist/z.js as ./z, and no declarations were written for it',
  ],
  [
    'one that is there under another condition',
    { exports: { './a': { node: './dist/none.js', default: './dist/a.js' } } },
    ['./a: src/a'],
  ],
  ['one file under two conditions', { exports: { import: './dist/a.js', require: './dist/a.cjs' } }, ['.: src/a']],
  ['a program', { main: './bin/tool' }, 'package.json exports no module'],
  ['a built file in the root', { main: 'a.js' }, ['.: src/a']],
])('%s', (_, manifest, said) => {
  expect(told(manifest)).toEqual(said);
});
