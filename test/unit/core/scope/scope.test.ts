import { describe, expect, test } from '@jest/globals';
import type { RawDiffEntry } from '../../../../src/core/diff/raw-diff.ts';
import { judgeDiff, MAX_FILES } from '../../../../src/core/scope/scope.ts';

const zero = '0'.repeat(40);
const entry = (path: string, over: Partial<RawDiffEntry> = {}): RawDiffEntry => ({
  status: 'M',
  oldMode: '100644',
  newMode: '100644',
  oldSha: zero,
  newSha: zero,
  path,
  validUtf8: true,
  ...over,
});

describe('judgeDiff', () => {
  const rules = (list: readonly RawDiffEntry[], policy: Parameters<typeof judgeDiff>[1]) =>
    judgeDiff(list, policy).map((hit) => hit.rule);

  test.each<[string, RawDiffEntry, string | undefined]>([
    ['inside', entry('src/a.js'), undefined],
    ['outside', entry('lib/a.js'), 'outside-scope'],
    ['A-41 deny wins', entry('src/secret/key.js'), 'denied'],
    ['A-42 dot-dot', entry('src/../.github/x'), 'bad-path'],
    ['A-42 newline', entry('src/a\nb'), 'bad-path'],
    ['A-42 quote outside', entry('"x"'), 'outside-scope'],
    ['A-42 quote inside', entry('src/"x"'), undefined],
    ['A-42 not UTF-8', entry('src/\ufffd', { validUtf8: false }), 'bad-path'],
    ['A-43 deleted side of a rename', entry('csrc/a', { status: 'D', newMode: '000000' }), 'outside-scope'],
    ['A-44 symlink', entry('src/link', { newMode: '120000', status: 'T' }), 'symlink'],
    ['A-45 gitlink', entry('src/mod', { newMode: '160000', status: 'A' }), 'submodule'],
    ['A-45 gitlink removed', entry('src/mod', { oldMode: '160000', newMode: '000000', status: 'D' }), 'submodule'],
    ['A-45 .gitmodules', entry('.gitmodules'), 'hard-deny'],
    ['A-46 .gitattributes deep', entry('src/x/.gitattributes'), 'hard-deny'],
    ['A-46 .github', entry('.github/workflows/x.yml'), 'hard-deny'],
    ['A-46 husky', entry('src/.husky/pre-commit'), 'hard-deny'],
    ['A-46 action.yml', entry('src/action.yml'), 'denied-unless-named'],
    ['A-46 CODEOWNERS', entry('src/CODEOWNERS'), 'denied-unless-named'],
    ['A-46 package.json', entry('src/package.json'), 'denied-unless-named'],
    ['A-46 build.rs', entry('src/build.rs'), 'denied-unless-named'],
    ['A-46 cargo config', entry('src/.cargo/config.toml'), 'denied-unless-named'],
    ['A-46 CLAUDE.md', entry('src/CLAUDE.md'), 'denied-unless-named'],
    ['A-46 a toolchain', entry('src/rust-toolchain.toml'), 'denied-unless-named'],
    ['A-46 what an editor runs', entry('src/.vscode/tasks.json'), 'denied-unless-named'],
    ['A-46 rules of an agent', entry('src/.clinerules'), 'denied-unless-named'],
    ['A-46 instructions of an agent', entry('src/copilot-instructions.md'), 'denied-unless-named'],
    ['A-46 setup.py', entry('src/setup.py'), 'denied-unless-named'],
    ['A-46 an npm hook', entry('src/.yarnrc.yml'), 'denied-unless-named'],
    ['A-47 .GIT', entry('src/.GIT/config'), 'hard-deny'],
    ['A-47 .GitHub folded', entry('.GitHub/x'), 'hard-deny'],
    ['A-47 trailing dot', entry('src/a.'), 'reserved-name'],
    ['A-47 trailing space', entry('src/a '), 'reserved-name'],
    ['A-47 NUL', entry('src/NUL'), 'reserved-name'],
    ['A-47 con.txt', entry('src/con.txt'), 'reserved-name'],
    ['A-47 8.3', entry('src/GIT~1'), 'reserved-name'],
    ['A-47 HFS ignorable', entry('.g\u200cit/config'), 'bad-path'],
    ['A-23 NFD', entry('src/cafe\u0301'), 'bad-path'],
    ['A-20 bidi', entry('src/\u202ea'), 'bad-path'],
    ['odd mode', entry('src/a', { newMode: '100666' }), 'mode'],
  ])('%s', (_, change, rule) => {
    expect(rules([change], { allow: ['src/**'], deny: ['src/secret/**'] })).toEqual(rule === undefined ? [] : [rule]);
  });

  test('a literal allow or a lift names a denied file, a wildcard does not, and nothing lifts .github', () => {
    expect(rules([entry('package.json')], { allow: ['package.json'] })).toEqual([]);
    expect(rules([entry('package.json')], { allow: ['**'] })).toEqual(['denied-unless-named']);
    expect(rules([entry('package.json')], { allow: ['**'], lift: ['package.json'] })).toEqual([]);
    expect(rules([entry('.github/x')], { allow: ['.github/x'], lift: ['.github/x'] })).toEqual(['hard-deny']);
  });

  test('A-47 letter case: against the tree, within the diff, in a folder, and not against what is deleted', () => {
    const added = entry('src/A.js', { status: 'A' });
    expect(rules([added], { allow: ['src/**'], tracked: ['src/a.js'] })).toEqual(['case-collision']);
    expect(rules([added, entry('src/a.js', { status: 'A' })], { allow: ['**'] })).toEqual([
      'case-collision',
      'case-collision',
    ]);
    expect(rules([entry('SRC/b.js', { status: 'A' })], { allow: ['**'], tracked: ['src/a.js'] })).toEqual([
      'case-collision',
    ]);
    expect(
      rules([added, entry('src/a.js', { status: 'D', newMode: '000000' })], {
        allow: ['src/**'],
        tracked: ['src/a.js'],
      }),
    ).toEqual([]);
  });

  test('A-48 a huge diff is one violation', () => {
    const many = Array.from({ length: MAX_FILES + 1 }, (_, i) => entry(`src/${i}`));
    expect(judgeDiff(many, { allow: ['src/**'] })).toEqual([
      { path: '', rule: 'too-many-files', detail: `${MAX_FILES + 1} files, at most ${MAX_FILES}` },
    ]);
  });
});
