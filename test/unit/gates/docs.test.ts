import { describe, expect, test } from '@jest/globals';
import { declaredDocTests, docExamples } from '../../../src/core/markdown/doc-examples.ts';
import { LinkTree } from '../../../src/core/markdown/link-check.ts';
import { parseMarkdown, slugOf } from '../../../src/core/markdown/markdown.ts';
import { docs } from '../../../src/gates/docs.ts';
import { spec } from '../../../src/gates/spec.ts';
import { command, observe, recorded, said } from '../../fixtures/gates/observation.ts';

describe('markdown', () => {
  test.each([
    ['Plain words', 'plain-words'],
    ['`code` and *emphasis*', 'code-and-emphasis'],
    ['What is I2_S?', 'what-is-i2_s'],
    ['A & B / C', 'a--b--c'],
    ['Größe: 5 µm', 'größe-5-µm'],
    ['[Link](x.md) here', 'link-here'],
    ['snake_case_name', 'snake_case_name'],
    ['1.2.3 Release', '123-release'],
    ['🚀 Go', '-go'],
  ])('the anchor of %s is #%s', (text, slug) => {
    expect(slugOf(text)).toBe(slug);
  });

  test('headings: ATX, closed, setext, repeated, none inside code', () => {
    const file = parseMarkdown(
      '# A\n## A ##\nTitle\n=====\n```\n# no\n```\n~~~md\n# no\n~~~\n\n    # no\n\n#no\n- x\n---\n',
    );
    expect(file.headings.map((heading) => [heading.level, heading.slug, heading.line])).toEqual([
      [1, 'a', 1],
      [2, 'a-1', 2],
      [1, 'title', 3],
    ]);
  });

  test.each([
    ['inline', '[a](b.md)', ['b.md']],
    ['title', '[a](b.md "the title")', ['b.md']],
    ['image', '![a](b.png)', ['b.png']],
    ['image in link', '[![a](b.png)](c.md)', ['b.png', 'c.md']],
    ['angle', '[a](<b c.md>)', ['b c.md']],
    ['parentheses', '[a](b_(c).md)', ['b_(c).md']],
    ['reference', '[a][b]\n\n[b]: c.md "t"', ['c.md']],
    ['collapsed', '[b][]\n\n[B]: c.md', ['c.md']],
    ['undefined reference', '[a][nope]', ['']],
    ['not a reference', 'array[0][1] and [x]', ['']],
    ['html', '<a href="b.md">x</a> <img src="c.png">', ['b.md', 'c.png']],
    ['code span', '`[a](b.md)`', []],
    ['double code span', '``[a](b.md) ` ``', []],
    ['fence', '```\n[a](b.md)\n```', []],
    ['comment', '<!-- [a](b.md) -->', []],
    ['escaped', '\\[a\\](b.md)', []],
    ['over a line end', '[a\nb](c.md)', ['c.md']],
    ['footnote', 'x[^1]\n\n[^1]: note', []],
  ])('links: %s', (_, text, targets) => {
    expect(
      parseMarkdown(text)
        .links.map((link) => link.target)
        .sort(),
    ).toEqual([...targets].sort());
  });
});

describe('link check', () => {
  const files = new Map([
    ['docs/a.md', '# Top\n\n## Part\n\n<a id="own"></a>\n'],
    ['README.md', ''],
  ]);
  const tree = new LinkTree(['README.md', 'docs/a.md', 'docs/img.png', 'src/x.js'], files);
  test.each([
    ['docs/a.md', undefined],
    ['./docs/a.md#part', undefined],
    ['/docs/a.md#own', undefined],
    ['docs', undefined],
    ['docs/', undefined],
    ['docs/img.png?raw=true', undefined],
    ['src/x.js#L10', undefined],
    ['docs/a%2Emd', undefined],
    ['docs/A.md', 'there is no docs/A.md'],
    ['docs/a.md#Part', undefined],
    ['docs/a.md#nope', 'no heading or anchor #nope'],
    ['#nope', 'no heading or anchor #nope'],
    ['../outside.md', 'out of the repository'],
    ['docs/%zz', 'percent encoding'],
    ['doc', 'there is no doc'],
  ])('%s', (target, problem) => {
    const found = tree.resolve('README.md', target);
    if (problem === undefined) expect(found.problem).toBeUndefined();
    else expect(found.problem).toContain(problem);
  });
  test.each(['https://x.invalid/y', 'mailto:a@b', '//x.invalid'])('%s is counted, not fetched', (target) => {
    expect(tree.resolve('README.md', target)).toEqual({ external: true });
  });
});

describe('examples', () => {
  const page = [
    "```js\nimport { a } from 'pkg';\n```",
    '```js test\n1;\n```',
    "```js\nimport a from 'other';\n```",
    "```js ignore\nimport a from 'pkg';\n```",
    "```ts\nimport a from 'pkg';\n```",
    "```javascript\nconst { a } = await import('pkg/sub');\n```",
    "```js\nimport a from 'pkg-other';\n```",
  ].join('\n\n');
  test('blocks that import the package or are marked are claims, others are not', () => {
    const found = docExamples(new Map([['README.md', page]]), ['README.md'], 'pkg');
    expect(found.map((example) => example.line)).toEqual([1, 5, 21]);
  });
  test('rust doc-tests in sources', () => {
    const source =
      '/// ```\n/// a();\n/// ```\n//! ```no_run\n//! b();\n//! ```\n/// ```text\n/// c\n/// ```\n/// ```ignore\n/// ```\nfn f() {}\n';
    expect(declaredDocTests(source)).toBe(2);
  });
});

describe('docs gate', () => {
  const readme = '# P\n\n[a](docs/a.md#top) https://x.invalid\n\n```js\nimport "pkg";\n```\n';
  const files = new Map([
    ['README.md', readme],
    ['docs/a.md', '# Top\n'],
    ['package.json', '{"name":"pkg"}'],
  ]);
  const paths = [...files.keys()];
  const example = (exitCode: number, stderr = '') =>
    command('doc-examples', '', stderr, exitCode, { example: { path: 'README.md', line: 5 } });

  test('complete', () => {
    const result = docs.evaluate(observe([example(0)], { files, paths }));
    expect([result.verdict, ...said(result)]).toEqual([
      'pass',
      'docs: complete',
      'links: 1 ok',
      'examples tested: 1/1',
    ]);
  });
  test('an example that fails, and one that was never run', () => {
    const failed = docs.evaluate(observe([example(1, 'x\nTypeError: pkg.f is not a function\n')], { files, paths }));
    expect([failed.verdict, said(failed)[2], failed.annotations[0]!.message]).toEqual([
      'fail',
      'examples tested: 0/1',
      'exit 1: TypeError: pkg.f is not a function',
    ]);
    const other = { ...example(0), example: { path: 'README.md', line: 99 } };
    expect(docs.evaluate(observe([other], { files, paths })).verdict).toBe('fail');
  });
  test('broken links, by file and line', () => {
    const broken = new Map([...files, ['docs/a.md', '# Top\n\n[x](gone.md)\n']]);
    const result = docs.evaluate(observe([example(0)], { files: broken, paths }));
    expect([result.verdict, said(result)[1]]).toEqual(['fail', 'links: 1 broken of 2']);
    expect(result.annotations).toEqual([expect.objectContaining({ path: 'docs/a.md', start_line: 3 })]);
  });
  test.each(['ran', 'nothing'] as const)(
    'nothing was run (%s): fine without examples, a failure with one',
    (outcome) => {
      const plain = new Map([...files, ['README.md', '# P\n']]);
      const ran = [{ method: 'primary' as const, outcome, commands: [] }];
      expect(said(docs.evaluate(observe([], { files: plain, paths, runs: ran })))[2]).toBe(
        'examples tested: none declared',
      );
      expect(docs.evaluate(observe([], { files: plain, paths })).verdict).toBe('pass');
      expect(said(docs.evaluate(observe([], { files, paths, runs: ran })))[0]).toBe('docs: 1 example not run');
    },
  );
  test('no page is a failure', () => {
    expect(docs.evaluate(observe([], { paths: [] })).verdict).toBe('fail');
  });
  test.each([
    ['run', recorded('libtest', 'cargo-doctest-ok', 0), 'pass', 'examples tested: 1/1'],
    [
      'none ran although the sources declare some',
      recorded('libtest', 'cargo-test-nomatch', 0),
      'fail',
      'examples tested: none declared',
    ],
    ['no result', command('libtest', '', '', 0), 'fail', 'examples tested: none declared'],
  ])('rust doc-tests: %s', (_, run, verdict, line) => {
    const rust = new Map([...files, ['crates/tern/src/lib.rs', '/// ```\n/// x();\n/// ```\npub fn x() {}\n']]);
    const result = docs.evaluate(observe([run], { files: rust, paths }));
    expect([result.verdict, said(result)[2]]).toEqual([verdict, line]);
  });
});

describe('spec gate', () => {
  const good = '# S\n\nAC1 and AC2 hold. See [ref](../reference/r.md#add).\n';
  const make = (text: string, over: object = {}) => {
    const files = new Map([
      ['docs/explanation/s.md', text],
      ['docs/reference/r.md', '# R\n\n## Add\n'],
    ]);
    return spec.evaluate(observe([], { files, paths: [...files.keys()], acs: ['AC1', 'AC2'], ...over }));
  };
  test('present, linked, every criterion named', () => {
    expect([make(good).verdict, ...said(make(good))]).toEqual(['pass', 'spec files: present', 'contracts: 1 ok']);
  });
  test.each([
    ['TODO', `${good}\nTODO\n`, 'placeholder'],
    ['TBD', `${good}\nWidth: TBD.\n`, 'placeholder'],
    ['<...>', `${good}\n<...>\n`, 'placeholder'],
    ['a missing criterion', good.replace(' and AC2', ''), 'AC2'],
    ['AC1 is not AC12', good.replace('AC1 ', 'AC12 '), 'AC1'],
    ['no heading', good.replace('# S', ''), 'no heading'],
    ['heading alone', '# S AC1 AC2\n', 'empty'],
    ['a broken anchor', good.replace('#add', '#sub'), 'broken link'],
    ['no reference', '# S\n\nAC1 AC2\n', 'no contract'],
  ])('%s', (_, text, title) => {
    const result = make(text);
    expect(result.verdict).toBe('fail');
    expect(result.annotations.map((note) => note.title)).toContain(title);
  });
  test('words in code are no placeholder', () => {
    expect(make(`${good}\n\`TODO\`\n\n\`\`\`\nTODO <...>\n\`\`\`\n`).verdict).toBe('pass');
  });
  test('inside a flow the specs are those that it wrote', () => {
    expect(said(make(good, { base: 'b'.repeat(40), changed: ['src/x.js'] }))).toEqual([
      'spec files: none written in docs/explanation/**/*.md',
    ]);
    expect(make(good, { base: 'b'.repeat(40), changed: ['docs/explanation/s.md'] }).verdict).toBe('pass');
  });
});
