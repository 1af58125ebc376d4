import { describe, expect, test } from '@jest/globals';
import { readManifest } from '../../../../src/core/api/rust-surface.ts';
import { type Row, rustSurfaceOf, told } from '../../../fixtures/gates/rust-surface.ts';

describe('modules and re-exports', () => {
  test.each<Row>([
    [
      'modules',
      'pub mod m { pub fn f() {} fn g() {} pub mod n { pub fn h() {} } mod o { pub fn i() {} } } mod p { pub fn j() {} }',
      ['a::m = mod', 'a::m::f = fn f ( )', 'a::m::n = mod', 'a::m::n::h = fn h ( )'],
    ],
    [
      'of a chain of re-exports the name that is asked for',
      'mod m { mod n { pub fn f() {} pub fn g() {} } pub use n::{f, g as h}; } pub use m::f; pub use m::h;',
      ['a::f = fn f ( )', 'a::h = fn g ( )'],
    ],
    [
      'a chain of re-exports under another name',
      'mod m { mod n { pub fn f() {} pub mod o { pub fn g() {} } } pub use n::{f, o}; } pub use m::f as k; pub use m::o as l;',
      ['a::k = fn f ( )', 'a::l = mod', 'a::l::g = fn g ( )'],
    ],
    [
      'a chain of re-exports into another crate',
      'mod m { pub use other::{x, y as z}; } pub use m::{x as k, z};',
      ['a::k = use other::x', 'a::z = use other::y'],
    ],
    [
      'paths from the root of the crate',
      'pub mod m { pub mod n { pub use crate::o::f; pub use a::o::g; } } mod o { pub fn f() {} pub fn g() {} }',
      ['a::m = mod', 'a::m::n = mod', 'a::m::n::f = fn f ( )', 'a::m::n::g = fn g ( )'],
    ],
    [
      'modules in files',
      {
        'src/lib.rs': 'pub mod a; pub mod b; #[path = "x/c.rs"] pub mod c; #[path = "../d.rs"] pub mod d;',
        'src/a.rs': 'pub mod e; pub mod i { pub mod j; }',
        'src/a/e.rs': 'pub fn f() {}',
        'src/a/i/j.rs': 'pub fn k() {}',
        'src/b/mod.rs': 'pub mod g; pub fn h() {}',
        'src/b/g.rs': 'pub fn l() {}',
        'src/x/c.rs': 'pub mod m;',
        'src/x/m.rs': 'pub fn n() {}',
        'd.rs': 'pub fn o() {}',
      },
      [
        'a::a = mod',
        'a::a::e = mod',
        'a::a::e::f = fn f ( )',
        'a::a::i = mod',
        'a::a::i::j = mod',
        'a::a::i::j::k = fn k ( )',
        'a::b = mod',
        'a::b::g = mod',
        'a::b::g::l = fn l ( )',
        'a::b::h = fn h ( )',
        'a::c = mod',
        'a::c::m = mod',
        'a::c::m::n = fn n ( )',
        'a::d = mod',
        'a::d::o = fn o ( )',
      ],
    ],
    [
      'modules of platforms',
      {
        'src/lib.rs': '#[cfg_attr(unix, path = "u.rs")] #[cfg_attr(windows, path = "w.rs")] pub mod os;',
        'src/u.rs': 'pub fn f() {} pub mod a { pub fn g() {} }',
        'src/w.rs': 'pub fn f(x: u8) {} pub mod b { pub fn h() {} }',
      },
      [
        'a::os = mod',
        'a::os::f = fn f ( ) | fn f ( u8 )',
        'a::os::a = mod',
        'a::os::a::g = fn g ( )',
        'a::os::b = mod',
        'a::os::b::h = fn h ( )',
      ],
    ],
    [
      'a platform whose file is not there',
      { 'src/lib.rs': '#[path = "u.rs"] pub mod os;' },
      ['a::os = mod', 'problem: src/u.rs: is not there'],
    ],
    [
      'a module whose file is not there',
      { 'src/lib.rs': 'pub fn f() {}\npub mod b;' },
      ['a::f = fn f ( )', 'a::b = mod', 'problem: src/lib.rs:2: the file of mod b is not there'],
    ],
    [
      'a module that cannot be read',
      { 'src/lib.rs': 'pub mod b; pub fn f() {}', 'src/b.rs': 'nonsense' },
      ['a::b = mod', 'a::f = fn f ( )', 'problem: src/b.rs: line 1: "nonsense" begins no item that is known here'],
    ],
    [
      're-exports',
      'mod m { pub fn f() {} pub fn g() {} pub struct S; pub mod n { pub fn h() {} } } pub use m::f; pub use self::m::{g as k, S, n}; pub use crate::m::n::h as i; pub use a::m::n::h as j;',
      [
        'a::f = fn f ( )',
        'a::k = fn g ( )',
        'a::S = struct S {  }',
        'a::n = mod',
        'a::n::h = fn h ( )',
        'a::i = fn h ( )',
        'a::j = fn h ( )',
      ],
    ],
    [
      'everything',
      'mod m { pub fn f() {} fn g() {} pub mod n { pub fn h() {} } } pub use m::*; pub use m::n::*;',
      ['a::f = fn f ( )', 'a::n = mod', 'a::n::h = fn h ( )', 'a::h = fn h ( )'],
    ],
    [
      'a module itself',
      'mod m { pub fn f() {} } pub use m::{self}; pub use m::{self as o, f};',
      ['a::m = mod', 'a::m::f = fn f ( )', 'a::o = mod', 'a::o::f = fn f ( )', 'a::f = fn f ( )'],
    ],
    [
      'of the parent',
      'fn own() {} pub fn f() {} pub mod m { pub use super::f; pub use super::super::x; }',
      ['a::f = fn f ( )', 'a::m = mod', 'a::m::f = fn f ( )', 'a::m::x = use super::super::x'],
    ],
    [
      'of another crate',
      'pub use half::{bf16, f16 as h}; pub use rand::*; pub use ::libc::c_int; pub use std as s; pub use core;',
      [
        'a::bf16 = use half::bf16',
        'a::h = use half::f16',
        'a::rand::* = use rand::*',
        'a::c_int = use libc::c_int',
        'a::s = use std',
        'a::core = use core',
      ],
    ],
    [
      'a chain',
      'mod a { pub fn f() {} } mod b { pub use super::a::f; pub use super::a::f as g; } pub use b::f; pub use b::g;',
      ['a::f = fn f ( )', 'a::g = fn f ( )'],
    ],
    [
      'a ring',
      'pub mod a { pub use super::b::x; pub use super::b::*; } pub mod b { pub use super::a::x; pub use super::a::*; pub fn y() {} }',
      [
        'a::a = mod',
        'a::a::x = use super::a::x',
        'a::a::y = fn y ( )',
        'a::b = mod',
        'a::b::x = use super::b::x',
        'a::b::y = fn y ( )',
      ],
    ],
    ['a module in itself', 'pub mod a { pub use super::*; pub fn f() {} }', ['a::a = mod', 'a::a::f = fn f ( )']],
    [
      'private names',
      'use std::fmt; fn f() {} pub(crate) use fmt::Debug; pub use fmt::Display as _;',
      ['a::_ = use fmt::Display'],
    ],
    [
      'a hidden type that is mentioned',
      'mod m { pub struct S { pub a: T } pub struct T; pub struct U; impl S { pub fn f() -> R { R } } pub struct R; } pub fn f() -> m::S { m::S }',
      [
        'a::f = fn f ( ) - > m : : S',
        'a::(S) = struct S { a : T }',
        'a::(T) = struct T {  }',
        'a::(S)::f = impl S { fn f ( ) - > R }',
      ],
    ],
  ])('%s', (_, sources, said) => {
    expect(told(sources)).toEqual(said);
  });
});

test('50 public paths of a module are followed, and more are a problem', () => {
  const lib = (paths: number) =>
    `mod m { pub fn f() {} } ${Array.from({ length: paths }, (_, i) => `pub mod p${i} { pub use super::m::*; }`).join(' ')}`;
  expect(told(lib(50))).toHaveLength(100);
  expect(told(lib(50)).at(-1)).toBe('a::p49::f = fn f ( )');
  expect(told(lib(52)).slice(100)).toEqual([
    'a::p50 = mod',
    'a::p51 = mod',
    'problem: src/lib.rs: more than 50 public paths lead to m',
  ]);
});

describe('packages', () => {
  test.each<Row>([
    [
      'a library elsewhere, with features',
      {
        'Cargo.toml':
          '[package]\nname = "my-lib" # a\n[lib]\npath = "lib/x.rs"\nname = "y"\n[features]\ndefault = ["a"]\n"b-c" = []\n[dependencies]\nd = "1"\n',
        'lib/x.rs': 'pub fn f() {}',
      },
      ['my-lib[feature default] = feature', 'my-lib[feature b-c] = feature', 'my_lib::f = fn f ( )'],
    ],
    [
      'a workspace',
      {
        'Cargo.toml': '[workspace]\n[workspace.package]\nname = "w"\n',
        'src/lib.rs': 'pub fn f() {}',
        'crates/b/Cargo.toml': "[ package ]\nname = 'b'\n",
        'crates/b/src/lib.rs': 'pub mod m;',
        'crates/b/src/m.rs': 'pub fn g() {}',
        'xCargo.toml': '[package]\nname = "x"',
      },
      ['b::m = mod', 'b::m::g = fn g ( )'],
    ],
    [
      'a program',
      {
        'Cargo.toml': '[package]\nname = "p"\n[features]\nx = []',
        'src/lib.rs': '',
        'b/Cargo.toml': '[package]\nname = "q"\n[features]\ny = []',
        'b/src/main.rs': 'pub fn f() {}',
      },
      ['p[feature x] = feature'],
    ],
    [
      'a library that is not there',
      { 'Cargo.toml': '[package]\nname = "p"\n[lib]\npath = "l.rs"\n' },
      ['problem: l.rs: is not there'],
    ],
  ])('%s', (_, sources, said) => {
    expect(told(sources)).toEqual(said);
  });
});

test('a manifest', () => {
  const text =
    '[package]\r\n  name = "a"\n version="1"\n[[bin]]\nname = "b"\npath = "c.rs"\n[lib]\npath = \'l.rs\'\nname = "x"\n[features]\none = []\n"two-2" = ["one"]\n# three = []\n[a]\nfour = 1\n';
  expect(readManifest(text)).toEqual({ name: 'a', lib: 'l.rs', features: ['one', 'two-2'] });
  expect(readManifest('name = "a"\n[package]\nname = { workspace = true }\n')).toEqual({
    name: undefined,
    lib: undefined,
    features: [],
  });
});

test('an item has the name that a page would call it by, and its place', () => {
  const text =
    '\npub struct S { pub a: u8, b: u8 }\nimpl S {\n  pub fn m() {}\n}\n#[derive(Clone)]\n#[non_exhaustive]\npub enum E {\n  A,\n}\npub trait T {\n  fn p() {}\n}\nimpl T for S {}\n#[macro_export]\nmacro_rules! x { () => {} }\n';
  const { items } = rustSurfaceOf({ 'Cargo.toml': '[package]\nname = "a"\n[features]\nf = []\n', 'src/lib.rs': text });
  expect([...items.values()].map(({ key, name, path, line }) => `${key} is ${name} at ${path}:${line}`)).toEqual([
    'a[feature f] is f at Cargo.toml:1',
    'a::S is S at src/lib.rs:2',
    'a::S.a is a at src/lib.rs:2',
    'a::E: derive(Clone) is E at src/lib.rs:8',
    'a::E is E at src/lib.rs:8',
    'a::E::A is A at src/lib.rs:8',
    'a::T is T at src/lib.rs:11',
    'a::T::p is p at src/lib.rs:12',
    'a::x! is x at src/lib.rs:16',
    'a::S::m is m at src/lib.rs:4',
    'a: impl T for S is S at src/lib.rs:14',
  ]);
});
