import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeFolders } from '../../../../src/commands/gate/cache.ts';
import { digestOfFile } from '../../../../src/commands/gate/file-digest.ts';
import { installedPython, interpreterOf } from '../../../../src/commands/gate/python-packages.ts';

let dir: string;
beforeAll(() => void (dir = mkdtempSync(join(tmpdir(), 'cache-tools-'))));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const put = (name: string, text: string): string => {
  mkdirSync(join(dir, name, '..'), { recursive: true });
  writeFileSync(join(dir, name), text);
  return join(dir, name);
};

test('a tool that says no version is told by its bytes, also with the same size and time', () => {
  const tool = put('tool', '#!/bin/sh\nexit 0\n');
  utimesSync(tool, 1000, 1000);
  const before = digestOfFile(tool);
  put('tool', '#!/bin/sh\nexit 1\n');
  utimesSync(tool, 1000, 1000);
  expect(digestOfFile(tool)).not.toBe(before);
  put('tool', '#!/bin/sh\nexit 0\n');
  expect(digestOfFile(tool)).toBe(before);
  chmodSync(tool, 0o755);
  expect([digestOfFile(tool), digestOfFile(join(dir, 'none')), digestOfFile(dir)]).toEqual([
    before,
    'absent',
    'absent',
  ]);
});

test('a folder that the system refuses is an error, and no loop', () => {
  makeFolders(join(dir, 'a/b/c'));
  makeFolders(join(dir, 'a/b/c'));
  expect(() => makeFolders(join(put('file', ''), 'a/b'))).toThrow(/ENOTDIR/);
  expect(() => makeFolders('/proc/bitnet-flow/gates')).toThrow(/E(NOENT|ACCES|PERM)/);
});

test.each([
  ['bin/python3', '', 'bin/python3'],
  ['bin/python3.11', '', 'bin/python3.11'],
  ['bin/pytest', '#!/opt/venv/bin/python3\nimport pytest\n', '/opt/venv/bin/python3'],
  ['shims/pytest', '#!/usr/bin/env bash\nexec "/home/me/.pyenv/libexec/pyenv" exec "pytest" "$@"\n', 'shims/python3'],
  ['bin/ruff', '\u007fELF', undefined],
  ['bin/make-python', '#!/bin/sh\n', undefined],
])('the interpreter of %s', (name, text, python) => {
  const found = interpreterOf(put(name, text));
  expect(found?.replace(`${dir}/`, '')).toBe(python);
});

test('an installed, changed or removed Python package is another set of packages', () => {
  const folder = join(dir, 'site-packages');
  const digests = [
    () => put('site-packages/a-1.0.dist-info/METADATA', ''),
    () => put('site-packages/b-1.0.dist-info/METADATA', ''),
    () => rmSync(join(folder, 'b-1.0.dist-info'), { recursive: true }),
    () => put('site-packages/single.py', 'x = 1\n'),
    () => put('site-packages/single.py', 'x = 10\n'),
  ].map((change) => {
    change();
    const { digest } = installedPython([folder, join(dir, 'nowhere')]) as { digest: string };
    return digest;
  });
  expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
  expect(digests[2]).toBe(digests[0]);
  expect(new Set(digests).size).toBe(4);
});

test.each([
  ['x.pth', '/srv/repo/src\n', false],
  ['__editable___repo_finder.py', '', false],
  ['distutils.pth', '# a comment\nimport os; os\n\n', true],
])('with %s of %j: known is %s', (name, text, known) => {
  const folder = join(dir, `with-${name}`);
  put(`with-${name}/${name}`, text);
  expect('digest' in installedPython([folder])).toBe(known);
});
