import { describe, expect, test } from '@jest/globals';
import { compileGlobs } from '../../../../src/core/globs.ts';
import { parseRawDiff, type RawDiffEntry } from '../../../../src/core/diff/raw-diff.ts';
import { isHardDenied, judgeDiff, type ScopePolicy } from '../../../../src/core/scope/scope.ts';

const SHA = 'a'.repeat(40);
const entry = (path: string, over: Partial<RawDiffEntry> = {}): RawDiffEntry => ({
  status: 'M',
  oldMode: '100644',
  newMode: '100644',
  oldSha: SHA,
  newSha: SHA,
  path,
  validUtf8: true,
  ...over,
});
/** What is said of one file, where everything is allowed. */
const said = (one: string | RawDiffEntry, policy: Partial<ScopePolicy> = {}) =>
  judgeDiff([typeof one === 'string' ? entry(one) : one], { allow: ['**'], ...policy })
    .map(({ path, rule, detail }) => `${rule} ${path}: ${detail}`)
    .join('\n');

describe('paths that a scope does not hold', () => {
  test.each([
    ...[
      '.github/x',
      '.GITHUB/a/b',
      'a/.github/x',
      '.git/config',
      'a/.git/b',
      '.gitignore',
      'a/.gitattributes',
      '.gitlab-ci.yml',
    ],
    ...['.husky/pre-push', 'a/.husky/x', '.pre-commit-config.yaml', 'a/.pre-commit-hooks.yaml', 'lefthook.yml'],
    'a/.lefthook.yml',
  ])('A-46 %s is denied whatever anybody says', (path) => {
    expect(said(path, { lift: [path] })).toBe(`hard-deny ${path}: no contract can lift this path`);
    expect(isHardDenied(path)).toBe(true);
  });

  test.each([
    ...['action.yml', 'a/action.yaml', 'CODEOWNERS', 'docs/CODEOWNERS', 'package.json', 'a/build.rs', '.cargo/config'],
    ...['rust-toolchain', 'rust-toolchain.toml', 'a/setup.py', '.pnpmfile.cjs', '.yarnrc', '.yarnrc.yml', '.yarn/a/b'],
    ...['.envrc', '.devcontainer/a', '.devcontainer.json', '.vscode/tasks.json', '.circleci/config.yml'],
    ...['.buildkite/pipeline.yml', '.woodpecker/x.yml', '.travis.yml', '.drone.yml', 'azure-pipelines.yml'],
    ...['Jenkinsfile', 'CLAUDE.md', 'CLAUDE.local.md', 'AGENTS.md', 'a/GEMINI.md', 'QWEN.md'],
    ...[
      'copilot-instructions.md',
      '.aider.conf.yml',
      '.aider',
      '.clinerules',
      '.clinerules/a',
      '.codex/a',
      '.gemini/a',
    ],
    ...['.junie/a', '.kiro/a', '.opencode/a', '.roo/a', '.roorules', '.windsurf/a', '.claude/a', '.agents/a'],
    ...['.cursor/a', '.cursorrules', '.windsurfrules', 'a/.mcp.json', '.npmrc'],
  ])('A-46 %s wants to be named', (path) => {
    const denied = `denied-unless-named ${path}: the contract would have to name this very file`;
    expect(said(path)).toBe(denied);
    expect(said(path, { allow: ['**', path] })).toBe('');
    expect(said(path, { lift: [path] })).toBe('');
    expect(said(path, { lift: ['x'] })).toBe(denied);
  });

  test.each([
    'xgithub/a',
    'git',
    'husky/x',
    'package.json5',
    'a/circleci/x',
    'sub/.circleci/x',
    'lefthook.yaml',
    'my-action.yml',
  ])('%s is an ordinary path', (path) => {
    expect(said(path)).toBe('');
    expect(isHardDenied(path)).toBe(false);
  });

  test.each<[RawDiffEntry, Partial<ScopePolicy>, string]>([
    [entry('a'), { allow: [] }, 'outside-scope a: allowed: nothing'],
    [entry('a'), { allow: ['b', 'c/**'] }, 'outside-scope a: allowed: b c/**'],
    [entry('a'), { deny: ['a'] }, 'denied a: in scope.deny'],
    [entry('a'), { deny: ['b'] }, ''],
    [entry('a'), { allow: [], deny: ['a'] }, 'denied a: in scope.deny'],
    [entry('a'), { pointers: new Set(['a']) }, 'lfs-pointer a: its content was taken out of git'],
    [entry('a'), { pointers: new Set(['b']) }, ''],
    [entry('a', { newMode: '160000' }), {}, 'submodule a: mode 160000'],
    [entry('a', { oldMode: '160000' }), {}, 'submodule a: mode 160000'],
    [entry('a', { newMode: '120000' }), {}, 'symlink a: mode 120000'],
    [entry('a', { oldMode: '120000' }), {}, ''],
    [entry('a', { newMode: '100755' }), {}, ''],
    [entry('a', { newMode: '000000', status: 'D' }), {}, ''],
    [entry('a', { newMode: '100600' }), {}, 'mode a: mode 100600'],
    [entry('a', { validUtf8: false }), {}, 'bad-path a: not UTF-8'],
    [entry('a\tb'), {}, 'bad-path a\tb: control or invisible character'],
    [entry('a\u2028b'), {}, 'bad-path a\u2028b: control or invisible character'],
    [entry('a\u2029'), {}, 'bad-path a\u2029: control or invisible character'],
    [entry('e\u0301'), {}, 'bad-path e\u0301: not in Unicode form NFC'],
    [entry(''), {}, 'bad-path : not a plain relative path'],
    [entry('/a'), {}, 'bad-path /a: not a plain relative path'],
    [entry('a/'), {}, 'bad-path a/: not a plain relative path'],
    [entry('a//b'), {}, 'bad-path a//b: not a plain relative path'],
    [entry('./a'), {}, 'bad-path ./a: not a plain relative path'],
    [entry('a/../b'), {}, 'bad-path a/../b: not a plain relative path'],
    [entry('a\\b'), {}, 'bad-path a\\b: a backslash or a colon, which some systems read as part of the way to it'],
    [entry('c:a'), {}, 'bad-path c:a: a backslash or a colon, which some systems read as part of the way to it'],
    ...['e\u0301', 'a\nb', 'a\\b', 'aux', '\u{1f468}\u200d\u{1f469}'].map(
      (path): [RawDiffEntry, Partial<ScopePolicy>, string] => [entry(path, { newMode: '000000', status: 'D' }), {}, ''],
    ),
    [entry('a\nb', { newMode: '000000', status: 'D' }), { allow: ['src/**'] }, 'outside-scope a\nb: allowed: src/**'],
    [entry('e\u0301', { newMode: '000000', status: 'D' }), { deny: ['e?'] }, 'denied e\u0301: in scope.deny'],
    [
      entry('.gi\u200bt/a', { newMode: '000000', status: 'D' }),
      { allow: ['src/**'] },
      'outside-scope .gi\u200bt/a: allowed: src/**',
    ],
    [entry('a./b'), {}, 'reserved-name a./b: "a." ends with a dot or space'],
    [entry('a/b '), {}, 'reserved-name a/b : "b " ends with a dot or space'],
    [entry('a .b/c'), {}, ''],
    [entry('x/Com1.txt'), {}, 'reserved-name x/Com1.txt: "Com1.txt" is reserved on some file systems'],
    [entry('LPT9'), {}, 'reserved-name LPT9: "LPT9" is reserved on some file systems'],
    [entry('prn'), {}, 'reserved-name prn: "prn" is reserved on some file systems'],
    [entry('aux.c'), {}, 'reserved-name aux.c: "aux.c" is reserved on some file systems'],
    [entry('a~1b'), {}, 'reserved-name a~1b: "a~1b" is reserved on some file systems'],
    [entry('a~b'), {}, ''],
    [entry('console'), {}, ''],
    [entry('xcon'), {}, ''],
    [entry('comx'), {}, ''],
    [entry('com10'), {}, ''],
    [entry('b/A', { status: 'A' }), { tracked: ['b/a'] }, 'case-collision b/A: b/A and b/a differ in letter case only'],
    [entry('B/c', { status: 'A' }), { tracked: ['b/a'] }, 'case-collision B/c: B and b differ in letter case only'],
    [
      entry('\u00c4', { status: 'A' }),
      { tracked: ['\u00e4'] },
      'case-collision \u00c4: \u00c4 and \u00e4 differ in letter case only',
    ],
    [
      entry('stra\u00dfe', { status: 'A' }),
      { tracked: ['strasse'] },
      'case-collision stra\u00dfe: stra\u00dfe and strasse differ in letter case only',
    ],
    [entry('A', { status: 'D', newMode: '000000' }), { tracked: ['A', 'a'] }, ''],
    [entry('b/a'), { tracked: ['b/a', 'b', 'c/a'] }, ''],
  ])('%j with %j', (one, policy, text) => expect(said(one, policy)).toBe(text));

  test('how many files are judged can be said', () => {
    const list = [entry('a'), entry('b')];
    expect(judgeDiff(list, { allow: ['**'], most: 2 })).toEqual([]);
    expect(judgeDiff(list, { allow: ['**'], most: 1 })).toEqual([
      { path: '', rule: 'too-many-files', detail: '2 files, at most 1' },
    ]);
    expect(() => judgeDiff(list, { allow: ['!a'] })).toThrow(expect.objectContaining({ at: 'scope.allow' }));
    expect(() => judgeDiff(list, { allow: ['a'], deny: ['!a'] })).toThrow(
      expect.objectContaining({ at: 'scope.deny' }),
    );
  });
});

describe('a glob that cannot be one', () => {
  const GRAMMAR = ['has a character outside the grammar', 'only `*`, `**` and `?` are wildcards'] as const;
  const SLASH = ['starts or ends with a slash or has an empty segment', 'write `dir/**` for all below dir'] as const;
  const INVISIBLE = ['has an invisible character', 'type the path as git shows it'] as const;
  test.each<[string, readonly [string, string]]>([
    ['', ['is empty', 'leave it out']],
    ['a'.repeat(201), ['has 201 characters', 'use at most 200']],
    ['!a', ['is a negation', 'put it into `deny`']],
    ...['a!', '{a', 'a}', '[a', 'a]', '(a', 'a)', 'a\\'].map((glob) => [glob, GRAMMAR] as [string, typeof GRAMMAR]),
    ['a\tb', INVISIBLE],
    ['a\u200b', INVISIBLE],
    ['e\u0301', ['is not in Unicode form NFC', 'normalise it']],
    ...['/a', 'a/', 'a//b'].map((glob) => [glob, SLASH] as [string, typeof SLASH]),
    ['a/./b', ['has a segment .', 'paths start at the root of the repository']],
    ['../b', ['has a segment ..', 'paths start at the root of the repository']],
    ['a/b**', ['has `**` inside a segment', 'write `**/` as a segment of its own']],
    ['***', ['has `**` inside a segment', 'write `**/` as a segment of its own']],
  ])('%j', (glob, [problem, fix]) => {
    const error = {
      code: 'bad-config',
      at: 'here',
      message: `glob ${JSON.stringify(glob.slice(0, 80))} ${problem}`,
      fix,
    };
    expect(() => compileGlobs(['a', glob], 'here')).toThrow(expect.objectContaining(error));
  });

  test('256 of them are allowed, of 200 characters each', () => {
    expect(compileGlobs(Array<string>(256).fill('a'.repeat(200))).matches('a'.repeat(200))).toBe(true);
    expect(() => compileGlobs(Array<string>(257).fill('a'))).toThrow(
      expect.objectContaining({ code: 'bad-config', at: 'globs', message: '257 globs, at most 256 are allowed' }),
    );
  });

  test('what names a path is no wildcard', () => {
    const { names, matches, patterns } = compileGlobs(['a/b', 'c/*', '**', 'd?']);
    expect([names('a/b'), names('c/x'), names('c/*'), names('z'), matches('z')]).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
    expect(patterns).toEqual(['a/b', 'c/*', '**', 'd?']);
  });
});

describe('a raw diff that cannot be one', () => {
  const bytes = (text: string) => Buffer.from(text, 'latin1');
  const head = `:100644 100644 ${SHA} ${SHA}`;
  test.each<[string, object]>([
    [
      `${head} M\0a\0${head} R100\0b\0`,
      { message: 'raw diff entry 2 has status R', fix: 'diff two commits with --no-renames' },
    ],
    [`x${head} M\0a\0`, { message: `raw diff entry 1 is ${JSON.stringify(`x${head} M`)}` }],
    [`${head} M \0a\0`, { message: `raw diff entry 1 is ${JSON.stringify(`${head} M `)}` }],
    [`${'y'.repeat(130)}\0a\0`, { message: `raw diff entry 1 is "${'y'.repeat(120)}"` }],
    [`${head} M\0a`, { message: 'the raw diff does not end with NUL' }],
    [`${head} M\0`, { message: 'the raw diff ends in the middle of an entry' }],
  ])('%j', (text, error) => {
    expect(() => parseRawDiff(bytes(text))).toThrow(expect.objectContaining({ code: 'bad-patch', ...error }));
  });

  test('one that is too large', () => {
    expect(() => parseRawDiff(new Uint8Array(16 * 1024 * 1024 + 1))).toThrow(
      expect.objectContaining({
        code: 'bad-patch',
        message: "the diff's file list has 16777217 bytes, at most 16777216 are read",
      }),
    );
  });

  test('shas of 64 digits, a score, and a byte order mark in a path', () => {
    const long = 'b'.repeat(64);
    const text = `:000000 100755 ${long} ${long} A100\0\u00ef\u00bb\u00bfa\0`;
    expect(parseRawDiff(bytes(text))).toEqual([
      {
        status: 'A',
        oldMode: '000000',
        newMode: '100755',
        oldSha: long,
        newSha: long,
        path: '\ufeffa',
        validUtf8: true,
      },
    ]);
    expect(() => parseRawDiff(bytes(`:100644 100644 ${long}b ${SHA} M\0a\0`))).toThrow('raw diff entry 1 is');
  });
});
