import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { checksums, distFilesOf, mirrorFiles, type MirrorSource } from '../../../src/metadata/mirror.ts';
import { renderStub } from '../../../src/metadata/stub.ts';
import { allActions, findAction } from '../../../src/registry.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const shared = ['index.js', 'licenses.txt', 'package.json', 'host.js', 'host-packages.js'];
const source: MirrorSource = {
  version: '1.2.3',
  checkout: { sha: 'c'.repeat(40), version: 'v6' },
  license: bytes('MIT'),
  dist: new Map(shared.map((name) => [name, bytes(`content of ${name}`)])),
};
const text = (name: string, path: string): string =>
  Buffer.from(mirrorFiles(findAction(name)!, source).get(path)!).toString();

describe.each(allActions().map((one) => [one.name, one] as const))('the mirror of %s', (name, definition) => {
  const files = mirrorFiles(definition, source);

  test('holds what action.yml starts, licences, and nothing outside its own folder', () => {
    const { runs } = parse(Buffer.from(files.get('action.yml')!).toString()) as {
      runs: { main?: string; steps?: readonly { run: string }[] };
    };
    const stub = `dist/${name}.js`;
    if (definition.kind !== 'composite') expect(runs.main).toBe(stub);
    else
      for (const { run } of runs.steps!.slice(1))
        expect(run).toMatch(new RegExp(`^node "\\$GITHUB_ACTION_PATH/${stub}" `));
    expect(Buffer.from(files.get(stub)!).toString()).toBe(renderStub(definition));
    expect([...files.keys()]).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'dist/licenses.txt']));
    expect([...files.keys()].filter((path) => path.startsWith('/') || path.includes('..'))).toEqual([]);
  });

  test('its page names the mirror, not the home repository, and says where it comes from', () => {
    const page = Buffer.from(files.get('README.md')!).toString();
    expect(page).toContain(`uses: bitnet-flow/${name}@v1\n`);
    expect(page).not.toContain('uses: bitnet-flow/bitnet-flow');
    expect(page).toContain('Assembled from [bitnet-flow/bitnet-flow]');
    expect(page).toContain('1.2.3');
    const relative = [...page.matchAll(/\]\((?!https:)([^)]+)\)/g)].map((match) => match[1]!);
    expect(relative.filter((path) => !files.has(path))).toEqual([]);
  });
});

test('what measures is there for the gates that start it, and left out for every other', () => {
  const built = readdirSync(fileURLToPath(new URL('../../../dist/parity', import.meta.url)));
  for (const name of ['gate-quantization', 'gpu-parity'])
    expect(distFilesOf(findAction(name)!)).toEqual(expect.arrayContaining(built.map((file) => `parity/${file}`)));
  expect(distFilesOf(findAction('gate-tests')!)).not.toContain('parity/index.js');
});

test('what talks to GitHub is there for an action with a token, and left out for every other', () => {
  expect(distFilesOf(findAction('gate-tests')!)).toContain('host.js');
  expect(distFilesOf(findAction('admit')!)).toContain('host-packages.js');
  expect(distFilesOf(findAction('router')!)).not.toContain('host.js');
  expect(distFilesOf(findAction('issue-creator')!)).not.toContain('host.js');
});

test('a part of a flow says that it is one; a gate shows a whole workflow', () => {
  expect(text('router', 'README.md')).toContain('a part of a generated workflow');
  expect(text('issue-creator', 'README.md')).toContain('a step of a generated flow workflow');
  expect(text('gate-tests', 'README.md')).toMatch(/works alone.*```yaml\nname: gate-tests\n/s);
});

test('the manifest has one sorted line per file, as sha256sum reads it', () => {
  const mirrors = new Map([
    ['b', new Map([['z', bytes('2')]])],
    ['a', new Map([['x/y', bytes('1')]])],
  ]);
  const digest = (value: string): string => createHash('sha256').update(value).digest('hex');
  expect(checksums(mirrors)).toBe(`${digest('1')}  a/x/y\n${digest('2')}  b/z\n`);
});
