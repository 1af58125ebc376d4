import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ownPackage } from '../../../src/runtime/own-package.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'own-package-'));
  mkdirSync(join(dir, 'dist', 'cli'), { recursive: true });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('is the clone with its version', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(ownPackage()).toEqual({ root: process.cwd(), version });
});

test.each<[string, unknown, string | undefined]>([
  ['of this tool', { name: 'bitnet-flow', version: '2.0.0-rc.1' }, '2.0.0-rc.1'],
  ['of somebody else', { name: 'other', version: '2.0.0' }, undefined],
  ['without a version', { name: 'bitnet-flow' }, undefined],
  ['with what is none', { name: 'bitnet-flow', version: 'x y' }, undefined],
])('a package.json above the file, %s', (_, text, expected) => {
  writeFileSync(join(dir, 'package.json'), JSON.stringify(text));
  writeFileSync(join(dir, 'dist', 'package.json'), '{"type":"module"}');
  const found = ownPackage(join(dir, 'dist', 'cli', 'index.js'));
  expect(found).toEqual(expected === undefined ? undefined : { root: dir, version: expected });
});
