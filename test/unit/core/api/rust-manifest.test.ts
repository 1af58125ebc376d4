import { describe, expect, test } from '@jest/globals';
import { readManifest, useTree } from '../../../../src/core/api/rust-surface.ts';
import { rustTokens, type RustToken } from '../../../../src/core/api/rust-tokens.ts';

describe('of a Cargo.toml', () => {
  const NONE = { name: undefined, lib: undefined, features: [] };
  test.each<[string, string, Partial<ReturnType<typeof readManifest>>]>([
    ['nothing', '', {}],
    ['a name', '[package]\nname = "a-b" # "c"\nversion = "1"', { name: 'a-b' }],
    ['a name in other quotes, without blanks', "[ package ]\nname='a'", { name: 'a' }],
    ['a key in quotes', '[package]\n  "name"  =  "a"', { name: 'a' }],
    ['a library', '[lib]\nname = "no"\npath = "x/y.rs"', { lib: 'x/y.rs' }],
    ['features', '[features]\ndefault = ["b"]\nb=[]\n"c" = []\n# d = []', { features: ['default', 'b', 'c'] }],
    [
      'other sections',
      '[[bin]]\nname = "no"\npath = "no.rs"\n[package.metadata]\nname = "no"\n[dependencies]\npath = "no"',
      {},
    ],
    ['nothing in front of a section', 'name = "no"\npath = "no"', {}],
    ['a section inside a line', '[package]\nauthors = [lib]\nname = "a"', { name: 'a' }],
    ['a name that is no text', '[package]\nname = { workspace = "no" }', {}],
    [
      'sections in turn',
      '[features]\na = []\n[lib]\npath = "x.rs"\n[package]\nname = "b"',
      { name: 'b', lib: 'x.rs', features: ['a'] },
    ],
  ])('%s', (_, text, said) => {
    expect(readManifest(text)).toEqual({ ...NONE, ...said });
  });
});

describe('the paths of a use', () => {
  const told = (text: string) =>
    useTree(rustTokens(text) as readonly RustToken[]).map(({ segments, as }) => `${segments.join('/')} as ${as}`);
  test.each<[string, string[]]>([
    ['a', ['a as a']],
    ['a::b', ['a/b as b']],
    ['::a::b', ['a/b as b']],
    ['a::b as c', ['a/b as c']],
    ['a::b as _', ['a/b as _']],
    ['a::*', ['a/* as *']],
    ['a::{b, c as d, e::{f, g::*}}', ['a/b as b', 'a/c as d', 'a/e/f as f', 'a/e/g/* as *']],
    ['a::{self, b}', ['a as a', 'a/b as b']],
    ['a::{self as b}', ['a as b']],
    ['{a, b::c}', ['a as a', 'b/c as c']],
    ['self', ['self as self']],
    ['a::{}', []],
    ['', []],
  ])('%s', (text, paths) => {
    expect(told(text)).toEqual(paths);
  });
});
