import { describe, expect, test } from '@jest/globals';
import { readAllowances } from '../../../src/core/allowance.ts';
import { declarationSurface } from '../../../src/core/api/declaration-surface.ts';
import { compareSurfaces } from '../../../src/core/api/surface.ts';
import type { CommandResult } from '../../../src/core/gate.ts';
import { api } from '../../../src/gates/api.ts';
import { branch } from '../../fixtures/gates/branch.ts';
import { command, said } from '../../fixtures/gates/observation.ts';

const CARGO = { 'crates/a/Cargo.toml': '[package]\nname = "a"\n' };
const LIB = 'crates/a/src/lib.rs';
type Files = Readonly<Record<string, string>>;
const rust = (before: string, after: string, more: Files = {}, issue = '') => {
  const spec = { before: { ...CARGO, [LIB]: before }, after: { ...CARGO, [LIB]: after, ...more }, profile: 'cargo' };
  const result = api.evaluate(branch(spec, { allowances: readAllowances(issue) }));
  return [result.verdict, ...said(result)];
};

describe('Rust, from the sources', () => {
  test.each<[string, string, string, string[]]>([
    [
      'additive',
      'pub fn f() {}',
      'pub fn f() {}\npub fn g() {}',
      ['pass', 'api: additive', 'public items: 2, 1 new, 0 gone, 0 different'],
    ],
    [
      'none',
      'pub fn f() {}',
      'pub fn f() { g() }\nfn g() {}',
      ['pass', 'api: none', 'public items: 1, 0 new, 0 gone, 0 different'],
    ],
    [
      'breaking, and nobody says how to go on',
      'pub fn f() {}',
      'pub fn f(x: u8) {}',
      ['fail', 'api: breaking', 'public items: 1, 0 new, 0 gone, 1 different', 'migration: not told: a::f'],
    ],
    [
      'not readable',
      'pub fn f() {}',
      'pub fn f() { "',
      ['fail', 'api: not readable: crates/a/src/lib.rs: the string of line 1 has no end'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(rust(before, after)).toEqual(expected);
  });

  test('a breaking change passes when a page of the branch or the issue names each item', () => {
    const [before, after] = ['pub fn f() {}\npub fn g() {}', ''];
    const page = (text: string) => ({ 'docs/changelog.md': text });
    expect(rust(before, after, page('Instead of `f` call h; `g` is gone.\n'))).toEqual([
      'pass',
      'api: breaking',
      'public items: 0, 0 new, 2 gone, 0 different',
      'migration: docs/changelog.md',
    ]);
    expect(rust(before, after, page('BREAKING: instead of `f` call h.\n'))).toContain('migration: not told: a::g');
    expect(rust(before, after, page('BREAKING: see the code; prefix, going.\n'))[0]).toBe('fail');
    expect(rust(before, after, {}, 'Allow: a::f because of docs/x.md\nAllow: g because nobody used it')[0]).toBe(
      'pass',
    );
  });

  test('a page of the base tells nothing of this change', () => {
    const old = { 'docs/changelog.md': '`f` is gone.\n' };
    const spec = {
      before: { ...CARGO, ...old, [LIB]: 'pub fn f() {}' },
      after: { ...CARGO, ...old, [LIB]: 'fn f() {}' },
      profile: 'cargo',
    };
    expect(api.evaluate(branch(spec)).verdict).toBe('fail');
  });

  test('documentation alone changes no surface; without a base or a library there is none', () => {
    const docs = branch({ before: CARGO, after: { ...CARGO, 'docs/a.md': '# A\n' }, profile: 'cargo' });
    expect([api.evaluate(docs).verdict, ...said(api.evaluate(docs))]).toEqual([
      'pass',
      'api: none; no source of the surface changed',
    ]);
    expect(api.evaluate({ ...docs, base: undefined }).verdict).toBe('fail');
    const program = branch({
      before: CARGO,
      after: { ...CARGO, 'crates/a/src/main.rs': 'fn main() {}' },
      profile: 'cargo',
    });
    expect(api.evaluate(program)).toMatchObject({ verdict: 'skipped', reason: 'n/a-surface' });
    const alien = branch({ after: { 'a.py': '' } });
    const read = (gates: object) => api.evaluate({ ...alien, profile: { ...alien.profile, gates } });
    expect(read({})).toMatchObject({ verdict: 'skipped', reason: 'bounded-by-policy' });
    expect(read({ api: { ...alien.profile.gates.api, settings: { reader: 'python' } } })).toMatchObject({
      verdict: 'fail',
      reason: 'not-run',
    });
  });
});

const MANIFEST = '{ "exports": "./src/index.js" }';
const declarations = (files: Files) => declarationSurface(new Map(Object.entries(files)), MANIFEST);
const kind = (before: string | Files, after: string | Files) => {
  const [base, head] = [before, after].map((text) =>
    declarations(typeof text === 'string' ? { 'src/index.d.ts': text } : text),
  );
  expect([...base!.problems, ...head!.problems]).toEqual([]);
  return compareSurfaces(base!, head!).kind;
};

describe('TypeScript, from declaration files', () => {
  test.each<[string, string | Files, string | Files, string]>([
    [
      'comments, layout, names of parameters',
      'export declare function f(a: number): string;',
      '/** Doc. */\nexport declare function f(\n  b: number\n): string;',
      'none',
    ],
    ['a name that is not exported', 'declare const a: 1;\nexport {};', 'declare const a: 2;\nexport {};', 'none'],
    [
      'a private member',
      'export declare class A {\n  private x;\n  m(): void;\n}',
      'export declare class A {\n  private y;\n  m(): void;\n}',
      'none',
    ],
    [
      'a function more',
      'export declare function f(): void;',
      'export declare function f(): void;\nexport declare const a: 1;',
      'additive',
    ],
    [
      'an optional member more',
      'export interface A {\n  a: 1;\n}',
      'export interface A {\n  a: 1;\n  b?: 2;\n}',
      'additive',
    ],
    ['a method more', 'export declare class A {\n}', 'export declare class A {\n  m(): void;\n}', 'additive'],
    [
      'a required member more',
      'export interface A {\n  a: 1;\n}',
      'export interface A {\n  a: 1;\n  b: 2;\n}',
      'breaking',
    ],
    [
      'a parameter more',
      'export declare function f(): void;',
      'export declare function f(a: number): void;',
      'breaking',
    ],
    ['another result', 'export declare function f(): 1;', 'export declare function f(): 2;', 'breaking'],
    [
      'a name less',
      'export declare const a: 1, b: 2;\nexport declare const c: 3;',
      'export declare const a: 1, b: 2;',
      'breaking',
    ],
    [
      'a type that is only mentioned',
      'type A = 1;\nexport declare function f(): A;\nexport {};',
      'type A = 2;\nexport declare function f(): A;\nexport {};',
      'breaking',
    ],
    ['another default', 'declare const a: 1;\nexport default a;', 'declare const a: 2;\nexport default a;', 'breaking'],
    [
      'a statement that nobody here understands',
      'export = a;\ndeclare const a: 1;',
      'export = b;\ndeclare const b: 1;',
      'breaking',
    ],
    [
      'a re-export of another file',
      {
        'src/index.d.ts': "export { f } from './a.js';\n",
        'src/a.d.ts': 'export declare function f(): 1;\nexport declare const own: 1;\n',
      },
      {
        'src/index.d.ts': "export { f } from './a.js';\n",
        'src/a.d.ts': 'export declare function f(): 1;\nexport declare const own: 2;\n',
      },
      'none',
    ],
    [
      'everything of another file',
      { 'src/index.d.ts': "export * from './a.js';\n", 'src/a.d.ts': 'export declare const a: 1;\n' },
      { 'src/index.d.ts': "export * from './a.js';\n", 'src/a.d.ts': 'export declare const a: 2;\n' },
      'breaking',
    ],
    [
      'a type that another file lends',
      {
        'src/index.d.ts': "import { A } from './a.js';\nexport declare function f(): A;\n",
        'src/a.d.ts': 'export type A = 1;\n',
      },
      {
        'src/index.d.ts': "import { A } from './a.js';\nexport declare function f(): A;\n",
        'src/a.d.ts': 'export type A = 2;\n',
      },
      'breaking',
    ],
  ])('%s', (_, before, after, expected) => {
    expect(kind(before, after)).toBe(expected);
  });

  test.each([
    ['no package.json', undefined, 'there is no package.json'],
    ['no JSON', '{', 'package.json is no JSON'],
    [
      'an entry without declarations',
      '{ "exports": { ".": "./src/index.js", "./b": "./src/b.js" } }',
      'package.json exports ./src/b.js as ./b, and no declarations were written for it',
    ],
    ['no entry', '{ "exports": { "./package.json": "./package.json" } }', 'package.json exports no module'],
  ])('%s is a problem', (_, manifest, problem) => {
    expect(declarationSurface(new Map([['src/index.d.ts', 'export {};']]), manifest).problems).toEqual([problem]);
  });

  const run = (tree: 'base' | 'head', text: string | undefined, over: Partial<CommandResult> = {}) =>
    command('tsc', '', '', 0, {
      tree,
      reports: new Map(
        text === undefined
          ? []
          : [['{out}/src/index.d.ts', { path: '{out}/src/index.d.ts', bytes: 1, sha256: '', text }]],
      ),
      ...over,
    });
  const judge = (commands: readonly CommandResult[]) => {
    const spec = {
      before: { 'package.json': MANIFEST, 'src/index.js': 'a' },
      after: { 'package.json': MANIFEST, 'src/index.js': 'b' },
    };
    const result = api.evaluate(branch(spec, { runs: [{ method: 'primary', outcome: 'ran', commands }] }));
    return [result.verdict, said(result)[0]];
  };

  test.each<[string, CommandResult[], string[]]>([
    ['both trees', [run('base', 'export {};'), run('head', 'export declare const a: 1;')], ['pass', 'api: additive']],
    [
      'A-68 the compiler failed',
      [run('base', 'export {};'), run('head', 'export {};', { exitCode: 2 })],
      ['fail', 'api: tsc on the head: exit 2, so that types may be missing'],
    ],
    ['one tree alone', [run('head', 'export {};')], ['fail', 'api: nothing ran on the base']],
    [
      'nothing was written',
      [run('base', 'export {};'), run('head', undefined)],
      ['fail', 'api: head: no declaration file was written'],
    ],
    ['nothing ran', [], ['fail', 'api: no command ran']],
  ])('%s', (_, commands, expected) => {
    expect(judge(commands)).toEqual(expected);
  });
});
