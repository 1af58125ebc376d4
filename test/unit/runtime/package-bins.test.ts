import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { resolveArgv } from '../../../src/runtime/step-argv.ts';

let outer: string;
let tree: string;
beforeEach(() => {
  outer = realpathSync(mkdtempSync(join(tmpdir(), 'bins-')));
  tree = join(outer, 'work', 'tree');
  mkdirSync(tree, { recursive: true });
});
afterEach(() => rmSync(outer, { recursive: true }));

/** Installs a package with one bin below a folder, and gives the place of its script. */
function install(folder: string, name: string, bin: string): string {
  const script = join(folder, 'node_modules', name, 'bin', `${bin}.js`);
  mkdirSync(dirname(script), { recursive: true });
  mkdirSync(join(folder, 'node_modules', '.bin'), { recursive: true });
  writeFileSync(join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ name, version: '1.0.0' }));
  writeFileSync(script, '#!/usr/bin/env node\n');
  chmodSync(script, 0o755);
  symlinkSync(script, join(folder, 'node_modules', '.bin', bin));
  return script;
}
const manifest = (text: string) => writeFileSync(join(tree, 'package.json'), text);
const resolved = () => resolveArgv(['{bin:mutator}', 'run'], tree, '');

test('the bin of the repository itself needs no word in its package.json', () => {
  const script = install(tree, '@some/mutator', 'mutator');
  expect(resolved()).toEqual([script, 'run']);
});

test.each(['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'])(
  'a bin above the repository counts when its package is in the %s',
  (list) => {
    const script = install(outer, '@some/mutator', 'mutator');
    manifest(JSON.stringify({ [list]: { '@some/mutator': '1.0.0' } }));
    expect(resolved()).toEqual([script, 'run']);
  },
);

test.each([
  ['nothing', undefined],
  ['another package', '{ "devDependencies": { "mutator": "1.0.0" } }'],
  ['no lists', '{}'],
  ['lists that are none', '{ "dependencies": null, "devDependencies": 1, "peerDependencies": "@some/mutator" }'],
  ['no JSON', '{ "devDependencies": { "@some/mutator"'],
])('a bin of the project around the repository is not its tool: package.json asks for %s', (_, text) => {
  install(outer, '@some/mutator', 'mutator');
  if (text !== undefined) manifest(text);
  expect(resolved()).toBeUndefined();
});
