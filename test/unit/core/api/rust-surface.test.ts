import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rustSurface } from '../../../../src/core/api/rust-surface.ts';
import { compareSurfaces } from '../../../../src/core/api/surface.ts';

const MANIFEST = '[package]\nname = "a-crate"\n\n[features]\ncpu = []\n';
const surface = (lib: string, more: Record<string, string> = {}) =>
  rustSurface(new Map(Object.entries({ 'Cargo.toml': MANIFEST, 'src/lib.rs': lib, ...more })));
const keys = (lib: string, more: Record<string, string> = {}) => {
  const { items, problems } = surface(lib, more);
  expect(problems).toEqual([]);
  return [...items.keys()].filter((key) => !key.includes('[feature')).sort();
};
const kind = (before: string, after: string) => compareSurfaces(surface(before), surface(after)).kind;

describe('what is public', () => {
  test.each<[string, string, string[]]>([
    [
      'functions, types, constants',
      'pub fn f() {}\npub struct S;\npub const C: u8 = 1;\npub type T = u8;\npub static X: u8 = 1;\nfn g() {}',
      ['C', 'S', 'T', 'X', 'f'],
    ],
    [
      'what is public in the crate alone is not',
      'pub(crate) fn f() {}\npub(super) struct S;\npub(in crate::a) fn g() {}',
      [],
    ],
    ['modules, public ones only', 'pub mod a { pub fn f() {} fn g() {} }\nmod b { pub fn h() {} }', ['a', 'a::f']],
    [
      'words in comments, strings and macros are not',
      '// pub fn f() {}\n/* pub /* nested */ fn g() {} */\nconst S: &str = "pub fn h() {}";\nconst R: &str = r#"pub fn i() {} "# ;',
      [],
    ],
    [
      'methods, not those of private types',
      'pub struct S { x: u8 }\nimpl S { pub fn f(&self) {} fn g() {} }\nstruct P;\nimpl P { pub fn h() {} }',
      ['S', 'S::f'],
    ],
    [
      'methods of a type that a signature leaks',
      'mod p { pub struct P; impl P { pub fn h(&self) {} } }\npub fn f() -> p::P { todo!() }',
      ['(P)', '(P)::h', 'f'],
    ],
    [
      'a private module that is re-exported',
      'mod b { pub fn h() {} pub struct S { pub x: u8, y: u8 } impl S { pub fn m(&self) {} } }\npub use b::{h, S as T};',
      ['T', 'T.x', 'T::m', 'h'],
    ],
    ['everything of a private module', 'mod b { pub fn h() {} pub fn i() {} }\npub use self::b::*;', ['h', 'i']],
    ['names of other crates', 'pub use half::f16;\npub use core::fmt::{self, Write as W};', ['W', 'f16', 'fmt']],
    ['a chain of re-exports', 'mod a { pub use crate::b::f; }\nmod b { pub fn f() {} }\npub use a::f;', ['f']],
    [
      'a macro for everybody',
      'mod m { #[macro_export]\nmacro_rules! mine { () => {} } macro_rules! own { () => {} } }',
      ['mine!'],
    ],
    ['what a macro makes is one thing', 'bitflags! { pub struct F: u8 { const A = 1; } }', ['bitflags!']],
    ['test modules are not', '#[cfg(test)]\nmod tests { pub fn f() {} }\npub fn g() {}', ['g']],
    ['variants of an enum that may grow', '#[non_exhaustive]\npub enum E { A, B(u8) }', ['E', 'E::A', 'E::B']],
    ['provided methods', 'pub trait T { fn f(&self); fn g(&self) {} const C: u8; type X; }', ['T', 'T::g']],
    [
      'implementations',
      'pub struct S;\nimpl Clone for S { fn clone(&self) -> S { S } }\nstruct P;\nimpl Clone for P { fn clone(&self) -> P { P } }',
      [': impl Clone for S', 'S'],
    ],
    ['derives', '#[derive(Clone, Debug,)]\npub struct S;', ['S', 'S: derive(Clone)', 'S: derive(Debug)']],
    [
      'lifetimes and char literals',
      "pub fn f<'a>(x: &'a str) -> char { if x == \"'\" { '\\'' } else { '\"' } }\npub fn g() {}",
      ['f', 'g'],
    ],
  ])('%s', (_, lib, names) => {
    expect(keys(lib)).toEqual(
      names.map((name) => (name.startsWith(':') ? `a_crate${name}` : `a_crate::${name}`)).sort(),
    );
  });

  test('modules in files of their own', () => {
    const lib = 'pub mod a;\npub mod b;\n#[path = "other/c.rs"]\npub mod c;\n';
    const files = {
      'src/a.rs': 'pub mod d;',
      'src/a/d.rs': 'pub fn f() {}',
      'src/b/mod.rs': 'pub fn g() {}',
      'src/other/c.rs': 'pub fn h() {}',
    };
    expect(keys(lib, files)).toEqual(
      ['a', 'a::d', 'a::d::f', 'b', 'b::g', 'c', 'c::h'].map((name) => `a_crate::${name}`),
    );
  });
});

describe('what a change is', () => {
  test.each<[string, string, string, string]>([
    ['the body of a function', 'pub fn f() -> u8 { 1 }', 'pub fn f() -> u8 { 2 }', 'none'],
    [
      'layout, comments, trailing commas, names of parameters',
      'pub fn f(a: u8, b: u8) {}',
      '/// Doc.\npub fn f(\n    x: u8, // one\n    _y: u8,\n) {}',
      'none',
    ],
    ['a private item', 'pub fn f() {}', 'pub fn f() {}\nfn g() {}', 'none'],
    [
      'an item that moves to a private module and is re-exported',
      'pub fn f(x: u8) {}',
      'mod m { pub fn f(x: u8) {} }\npub use m::f;',
      'none',
    ],
    ['a new function', 'pub fn f() {}', 'pub fn f() {}\npub fn g() {}', 'additive'],
    ['a new method', 'pub struct S;\nimpl S {}', 'pub struct S;\nimpl S { pub fn f() {} }', 'additive'],
    ['a new derive', 'pub struct S;', '#[derive(Clone)]\npub struct S;', 'additive'],
    ['a provided method more', 'pub trait T {}', 'pub trait T { fn f(&self) {} }', 'additive'],
    [
      'a variant more where that is announced',
      '#[non_exhaustive]\npub enum E { A }',
      '#[non_exhaustive]\npub enum E { A, B }',
      'additive',
    ],
    [
      'a public field more beside a private one',
      'pub struct S { x: u8 }',
      'pub struct S { x: u8, pub y: u8 }',
      'additive',
    ],
    ['a required method more', 'pub trait T {}', 'pub trait T { fn f(&self); }', 'breaking'],
    ['a variant more', 'pub enum E { A }', 'pub enum E { A, B }', 'breaking'],
    [
      'a public field more where all were public',
      'pub struct S { pub x: u8 }',
      'pub struct S { pub x: u8, pub y: u8 }',
      'breaking',
    ],
    ['the first private field', 'pub struct S { pub x: u8 }', 'pub struct S { pub x: u8, y: u8 }', 'breaking'],
    ['a field of another type', 'pub struct S { pub x: u8, y: u8 }', 'pub struct S { pub x: u16, y: u8 }', 'breaking'],
    ['a parameter more', 'pub fn f() {}', 'pub fn f(x: u8) {}', 'breaking'],
    ['another result', 'pub fn f() -> u8 { 1 }', 'pub fn f() -> u16 { 1 }', 'breaking'],
    ['a bound more', 'pub fn f<T>(t: T) {}', 'pub fn f<T: Copy>(t: T) {}', 'breaking'],
    ['unsafe', 'pub fn f() {}', 'pub unsafe fn f() {}', 'breaking'],
    ['an item less', 'pub fn f() {}\npub fn g() {}', 'pub fn f() {}', 'breaking'],
    ['an item made private', 'pub fn f() {}', 'pub(crate) fn f() {}', 'breaking'],
    ['a derive less', '#[derive(Clone)]\npub struct S;', 'pub struct S;', 'breaking'],
    ['a trait less', 'pub struct S;\nimpl Drop for S { fn drop(&mut self) {} }', 'pub struct S;', 'breaking'],
    ['an item under a condition', 'pub fn f() {}', '#[cfg(feature = "gpu")]\npub fn f() {}', 'breaking'],
    ['what a macro makes, which nobody here can read', 'make! { pub fn f(); }', 'make! { pub fn g(); }', 'breaking'],
    ['a re-export less', 'pub use half::f16;', '', 'breaking'],
    ['non_exhaustive', 'pub enum E { A }', '#[non_exhaustive]\npub enum E { A }', 'breaking'],
  ])('%s', (_, before, after, expected) => {
    expect(kind(before, after)).toBe(expected);
  });

  test('a feature less', () => {
    const base = surface('');
    const head = rustSurface(
      new Map([
        ['Cargo.toml', '[package]\nname = "a-crate"\n'],
        ['src/lib.rs', ''],
      ]),
    );
    expect(compareSurfaces(base, head)).toMatchObject({ kind: 'breaking', removed: [{ key: 'a-crate[feature cpu]' }] });
  });
});

describe('what cannot be read is said', () => {
  test.each([
    ['an open string', 'pub fn f() { "'],
    ['an open comment', 'pub fn f() {} /*'],
    ['brackets that do not match', 'pub fn f( {'],
    ['no Rust', 'hello world'],
    ['a module whose file is not there', 'pub mod nowhere;'],
  ])('%s', (_, lib) => {
    expect(surface(lib).problems).toHaveLength(1);
  });

  test('any text gives a surface or a problem', () => {
    const words = fc.constantFrom(
      'pub ',
      'fn f',
      '(',
      ')',
      '{',
      '}',
      '<',
      '>',
      ';',
      ' use a::',
      'impl S ',
      '"',
      "'",
      '/*',
      'struct S',
      '#[',
      ']',
      ',',
      'r#"',
      ' for ',
      'mod m',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
        const { items, problems } = surface(parts.join(''));
        expect(items.size + problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
