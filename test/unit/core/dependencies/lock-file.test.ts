import { describe, expect, test } from '@jest/globals';
import { lockedPackages, unlockedDependencies } from '../../../../src/core/dependencies/lock-file.ts';
import { removedDependencies } from '../../../../src/core/dependencies/removed-dependencies.ts';

describe('packages of a lock file', () => {
  test('Cargo.lock', () => {
    const text = [
      'version = 4',
      '',
      '[[package]]',
      'name = "bitnet"',
      'version = "0.1.0"',
      'dependencies = [',
      ' "half",',
      ']',
      '',
      '[[package]]',
      'name = "half"',
      'source = "registry"',
      'version = "2.4.1"',
      '',
      '[[package]]',
      'name = "nameless"',
      '[metadata]',
      'version = "9.9.9"',
      ' name = "indented"',
      'version = "1.0.0"',
    ];
    const found = [
      { name: 'bitnet', version: '0.1.0', line: 4 },
      { name: 'half', version: '2.4.1', line: 11 },
    ];
    expect(lockedPackages('Cargo.lock', text.join('\n'))).toEqual(found);
    expect(lockedPackages('crates/x/Cargo.lock', text.join('\r\n'))).toEqual(found);
    expect(lockedPackages('Cargo.lock', 'version = "1"\nname = "a"\nversion = "1"\nversion = "2"')).toEqual([
      { name: 'a', version: '1', line: 2 },
    ]);
    expect(lockedPackages('Cargo.lock', '')).toEqual([]);
  });

  test.each(['package-lock.json', 'sub/package-lock.json', 'npm-shrinkwrap.json'])('%s', (path) => {
    const text = JSON.stringify(
      {
        name: 'app',
        packages: {
          '': { name: 'app', version: '1.0.0' },
          'packages/own': { version: '1.0.0' },
          'node_modules/left': { version: '1.2.3' },
          'node_modules/@scope/a': { version: '2.0.0' },
          'node_modules/left/node_modules/deep': { version: '3.0.0' },
          'node_modules/other': { name: 'real', version: '4.0.0' },
          'node_modules/linked': { resolved: 'packages/own', link: true },
          'node_modules/odd': null,
        },
      },
      null,
      2,
    );
    const line = (key: string) => text.split('\n').findIndex((each) => each.includes(`"${key}": `)) + 1;
    expect(lockedPackages(path, text)).toEqual([
      { name: 'left', version: '1.2.3', line: line('node_modules/left') },
      { name: '@scope/a', version: '2.0.0', line: line('node_modules/@scope/a') },
      { name: 'deep', version: '3.0.0', line: line('node_modules/left/node_modules/deep') },
      { name: 'real', alias: 'other', version: '4.0.0', line: line('node_modules/other') },
      { name: 'linked', version: '', line: line('node_modules/linked') },
      { name: 'odd', version: '', line: 1 },
    ]);
  });

  test.each([
    ['no JSON', 'package-lock.json', '{'],
    ['null', 'package-lock.json', 'null'],
    ['version 1, which has no packages', 'package-lock.json', '{"dependencies": {}}'],
    ['packages that are a list', 'package-lock.json', '{"packages": []}'],
    ['packages that are null', 'package-lock.json', '{"packages": null}'],
    ['packages that are a word', 'package-lock.json', '{"packages": "all"}'],
    ['another file', 'yarn.lock', 'name = "a"\nversion = "1"'],
    ['another name that ends so', 'my-package-lock.json', '{"packages": {}}'],
  ])('%s is no lock file', (_, path, text) => expect(lockedPackages(path, text)).toBeUndefined());
});

describe('dependencies that are declared', () => {
  const locked = [
    { name: 'a', version: '1', line: 1 },
    { name: 'real', alias: 'other', version: '1', line: 2 },
  ];
  test.each<[string, string, string[] | undefined]>([
    ['all are locked', '{"dependencies": {"a": "1"}, "devDependencies": {"other": "npm:real@1"}}', []],
    ['some are not', '{"dependencies": {"a": "1", "b": "1"}, "devDependencies": {"c": "1"}}', ['b', 'c']],
    ['an alias is locked by its own name', '{"dependencies": {"real": "1"}}', ['real']],
    ['other kinds do not count', '{"peerDependencies": {"x": "1"}, "dependencies": null}', []],
    ['no JSON', '{', undefined],
    ['null', 'null', undefined],
    ['a number', '1', undefined],
  ])('%s', (_, manifest, missing) => expect(unlockedDependencies(manifest, locked)).toEqual(missing));

  test.each<[string, string, string, string[]]>([
    ['one is gone', '{"dependencies": {"a": "1", "b": "1"}}', '{"dependencies": {"a": "2"}}', ['b']],
    ['one moved to another kind', '{"dependencies": {"a": "1"}}', '{"peerDependencies": {"a": "1"}}', []],
    [
      'one of each kind',
      '{"dependencies": {"a": "1"}, "devDependencies": {"b": "1"}, "optionalDependencies": {"c": "1"}, "peerDependencies": {"d": "1"}}',
      'null',
      ['a', 'b', 'c', 'd'],
    ],
    ['the old one does not parse', '{', '{}', []],
    ['the new one does not parse', '{"dependencies": {"a": "1"}}', '{', []],
  ])('removed: %s', (_, before, after, gone) => expect(removedDependencies(before, after)).toEqual(gone));
});
