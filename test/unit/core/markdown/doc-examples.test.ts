import { describe, expect, test } from '@jest/globals';
import {
  declaredDocTests,
  docExamples,
  exampleLanguage,
  packageNameOf,
} from '../../../../src/core/markdown/doc-examples.ts';
import { LinkTree } from '../../../../src/core/markdown/link-check.ts';
import { loadProfile } from '../../../../src/runtime/profile.ts';

const block = (info: string, code = 'run();') => `\`\`\`${info}\n${code}\n\`\`\`\n`;

describe('examples of a page', () => {
  const examples = (text: string, name?: string, ending?: 'mjs' | 'py') =>
    docExamples(new Map([['a.md', text]]), ['absent.md', 'a.md'], name, ending).map(
      ({ path, line, code }) => `${path}:${line} ${code}`,
    );

  test.each([
    ['marked', block('js test'), ['a.md:1 run();']],
    ['marked, in other words', block('JavaScript TEST'), ['a.md:1 run();']],
    ['marked, as a module', `text\n\n${block('mjs test')}`, ['a.md:3 run();']],
    ['not marked', block('js'), []],
    ['no language', block(''), []],
    ['another language', block('sh test'), []],
    ['a type of it', block('ts test'), []],
    ['ignored', block('js test ignore'), []],
    ['not run', block('js test no_run'), []],
    ['not run, with a dash', block('js test no-run'), []],
    ['no test', block('js test notest'), []],
    ['text', block('js test text'), []],
    ['several', `${block('js test')}${block('js')}${block('js test', 'b')}`, ['a.md:1 run();', 'a.md:7 b']],
  ])('%s', (_, text, found) => expect(examples(text)).toEqual(found));

  test.each([
    ['import x from "tern";', true],
    ["import x from 'tern/sub';", true],
    ["export * from'tern';", true],
    ["import'tern';", true],
    ["import   'tern';", true],
    ["await import('tern');", true],
    ["await import ( 'tern');", true],
    ["require('tern');", true],
    ["require( 'tern');", true],
    ['import a from "a";\nimport b from "tern";', true],
    ['import x from "terns";', false],
    ['import x from "my-tern";', false],
    ['import x from "./tern";', false],
    ['import x from "tern\';', false],
    ['import x from `tern`;', false],
    ['print("tern");', false],
    ['myrequire("tern");', false],
  ])('%s is one of the package tern: %s', (code, yes) => {
    expect(examples(block('js', code), 'tern')).toHaveLength(yes ? 1 : 0);
    expect(examples(block('js', code))).toEqual([]);
    expect(examples(block('python', code), 'tern', 'py')).toEqual([]);
  });

  test('undefined is no name of a package', () => {
    expect(examples(block('js', 'import x from "undefined";'))).toEqual([]);
  });

  test.each(['py test', 'Python test', 'python3 test'])('in Python: %s', (info) => {
    expect(examples(block(info), undefined, 'py')).toEqual(['a.md:1 run();']);
    expect(examples(block(info))).toEqual([]);
  });

  test('their language is a setting of the gate docs', () => {
    const profile = loadProfile('node');
    const set = (settings: Record<string, string>) =>
      exampleLanguage({ ...profile, gates: { docs: { methods: [], timeout: 900, settings } } });
    expect(set({ language: 'python' })).toBe('py');
    expect(set({ language: 'javascript' })).toBe('mjs');
    expect(set({ '': 'python' })).toBe('mjs');
    expect(exampleLanguage({ ...profile, gates: {} })).toBe('mjs');
  });

  test.each([
    ['{"name": "tern"}', 'tern'],
    ['{"name": 1}', undefined],
    ['{}', undefined],
    ['null', undefined],
    ['{', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('the name in %s is %s', (text, name) => expect(packageNameOf(text)).toBe(name));
});

describe('doc-tests of Rust', () => {
  const doc = (info: string) => `/// text\n/// \`\`\`${info}\n/// f();\n/// \`\`\`\nfn f() {}\n`;
  test.each([
    ['', 1],
    ['rust', 1],
    [' rust, should_panic', 1],
    ['edition2021', 1],
    ['edition2021,compile_fail,E0277', 1],
    ['no_run', 1],
    ['standalone', 1],
    ['standalone_crate', 1],
    [',rust ,', 1],
    ['text', 0],
    ['ignore', 0],
    ['rust,ignore', 0],
    ['rusty', 0],
    ['my-rust', 0],
    ['edition21', 0],
    ['editionabcd', 0],
    ['edition20210', 0],
    ['E027', 0],
    ['Eabcd', 0],
    ['EE0277', 0],
  ])('a fence with "%s" counts %d', (info, n) => expect(declaredDocTests(doc(info))).toBe(n));

  test.each([
    ['inner comments', '//! ```\n//! f();\n//! ```\n', 1],
    ['tildes', '/// ~~~\n/// f();\n/// ~~~\n', 1],
    ['a strike', '/// ~a~\n/// ~b~\n', 0],
    ['no blank', '///```\n///f();\n///```\n', 1],
    ['indented', '    ///   ```\n    /// f();\n    ///   ```\n', 1],
    ['two', '/// ```\n/// ```\n/// ```\n/// ```\n', 2],
    ['one in two comments, unclosed', '/// ```\n/// f();\nfn f() {}\n/// ```\n/// ```\n', 2],
    ['one that a comment of another kind ends', '/// ```text\nfn f() {}\n/// ```\n', 1],
    ['plain comments', '// ```\n// f();\n// ```\n', 0],
    ['code before the comment', 'let a = 1; /// ```\nlet b = 2; /// ```\n', 0],
    ['a fence within a line', '/// see ``` here\n/// see ``` there\n', 0],
    ['none', '', 0],
  ])('%s', (_, source, n) => expect(declaredDocTests(source)).toBe(n));
});

describe('where a link leads', () => {
  const files = new Map([
    ['README.md', '# Top\n\n[a](docs/a.md#part-one) [b](https://x.example) [c](gone.md) [d][none]\n'],
    ['docs/a.md', '# A\n\n## Part one\n\n<a id="Here"></a>\n'],
    ['docs/b.md.txt', ''],
  ]);
  const tree = new LinkTree([...files.keys(), 'docs/img/x.png', 'LICENSE', 'uncollected.md', '.github/a'], files);

  test.each<[string, string, ReturnType<LinkTree['resolve']>]>([
    ['README.md', 'docs/a.md', { path: 'docs/a.md' }],
    ['README.md', 'docs', { path: 'docs' }],
    ['README.md', 'docs/img/', { path: 'docs/img' }],
    ['README.md', './docs/./img/x.png?raw=1', { path: 'docs/img/x.png' }],
    ['docs/a.md', '..', { path: '' }],
    ['docs/a.md', '/LICENSE', { path: 'LICENSE' }],
    ['docs/a.md', 'img/x.png', { path: 'docs/img/x.png' }],
    ['docs/a.md', '../README.md#top', { path: 'README.md' }],
    ['docs/a.md', '#part-one', { path: 'docs/a.md' }],
    ['docs/a.md', '#Part-One', { path: 'docs/a.md' }],
    ['docs/a.md', '#Here', { path: 'docs/a.md' }],
    ['docs/a.md', '#here', { path: 'docs/a.md', problem: 'docs/a.md has no heading or anchor #here' }],
    ['docs/a.md', '#part%2Done', { path: 'docs/a.md' }],
    ['docs/a.md', '#a#b', { path: 'docs/a.md', problem: 'docs/a.md has no heading or anchor #a#b' }],
    ['README.md', 'docs/b.md.txt#any', { path: 'docs/b.md.txt' }],
    ['README.md', 'uncollected.md#any', { path: 'uncollected.md' }],
    ['README.md', 'docs/a%2Emd', { path: 'docs/a.md' }],
    ['README.md', 'gone.md', { path: 'gone.md', problem: 'there is no gone.md' }],
    ['README.md', 'docs/', { path: 'docs' }],
    ['README.md', 'doc', { path: 'doc', problem: 'there is no doc' }],
    ['README.md', '../x', { problem: 'it leads out of the repository' }],
    ['docs/a.md', '../../x', { problem: 'it leads out of the repository' }],
    ['README.md', '%E0%A4%A', { problem: 'its percent encoding is broken' }],
    ['README.md', '', { problem: 'the reference has no definition' }],
    ['README.md', 'https://x.example/a.md', { external: true }],
    ['README.md', 'MAILTO:a', { external: true }],
    ['README.md', '//x.example', { external: true }],
    ['README.md', 'docs/a:b', { path: 'docs/a:b', problem: 'there is no docs/a:b' }],
  ])('from %s, %s', (from, target, found) => expect(tree.resolve(from, target)).toEqual(found));

  test('a report counts what resolves and what is elsewhere, and lists the rest', () => {
    expect(tree.check(['README.md', 'uncollected.md'])).toEqual({
      resolved: 1,
      external: 1,
      problems: [
        { path: 'README.md', line: 3, target: 'gone.md', problem: 'there is no gone.md' },
        { path: 'README.md', line: 3, target: '', problem: 'the reference has no definition' },
      ],
    });
    expect(tree.markdown('docs/a.md')).toBe(tree.markdown('docs/a.md'));
    expect(tree.markdown('LICENSE')).toBeUndefined();
  });
});
