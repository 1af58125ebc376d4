import { describe, expect, test } from '@jest/globals';
import { type Row, told } from '../../../fixtures/gates/rust-surface.ts';

describe('functions, constants, types', () => {
  test.each<Row>([
    [
      'a function',
      'pub fn f(a: u8, mut b: Vec<u8>,) -> Option<u8> { None }',
      ['a::f = fn f ( u8 , Vec < u8 > ) - > Option < u8 >'],
    ],
    [
      'a function of patterns',
      'pub fn f((a, b): (u8, u8), [c, ..]: [u8; 3], _: u8) {}',
      ['a::f = fn f ( ( u8 , u8 ) , [ u8 ; 3 ] , u8 )'],
    ],
    [
      'a function of types with paths',
      'pub fn f(a: std::fmt::Result, b: &dyn Fn(u8) -> u8) {}',
      ['a::f = fn f ( std : : fmt : : Result , & dyn Fn ( u8 ) - > u8 )'],
    ],
    [
      'a function of generics',
      'pub fn f<T: Fn(u8) -> u8, const N: usize>(t: T) where T: Copy {}',
      ['a::f = fn f < T : Fn ( u8 ) - > u8 , const N : usize > ( T ) where T : Copy'],
    ],
    [
      'a function with attributes of parameters',
      'pub fn f(#[cfg(unix)] a: u8, #[a] #[b(c)] b: u8) {}',
      ['a::f = fn f ( u8 , u8 )'],
    ],
    [
      'qualifiers',
      'pub const unsafe extern "C" fn f(a: u8) {} pub async fn g() {} pub const fn h() {} pub extern fn i() {}',
      [
        'a::f = const unsafe extern "C" fn f ( u8 )',
        'a::g = async fn g ( )',
        'a::h = const fn h ( )',
        'a::i = extern fn i ( )',
      ],
    ],
    [
      'constants',
      'pub const A: u8 = 1; pub static B: &str = "b"; pub static mut C: [u8; 2] = [1, 2]; pub const D: bool = 1 == 1;',
      ['a::A = const A : u8', 'a::B = static B : & str', 'a::C = static mut C : [ u8 ; 2 ]', 'a::D = const D : bool'],
    ],
    ['a type', 'pub type A<T> = Vec<T>;', ['a::A = type A < T > = Vec < T >']],
    [
      'words that are escaped',
      'pub fn r#match(r#type: u8) {} pub const r#A: u8 = 1;',
      ['a::match = fn match ( u8 )', 'a::A = const A : u8'],
    ],
    ['words of other scripts', 'pub fn größe(a: u8) {}', ['a::größe = fn größe ( u8 )']],
    [
      'attributes that a user sees',
      '#[cfg(unix)] #[doc = "a"] #[inline] #[no_mangle] pub fn f() {} #[unsafe(no_mangle)] #[export_name = "h"] #[target_feature(enable = "avx")] pub fn g() {} #[link(name = "m")] #[my_cfg] pub fn h() {}',
      [
        'a::f = #[cfg ( unix )] #[no_mangle] fn f ( )',
        'a::g = #[unsafe ( no_mangle )] #[export_name = "h"] #[target_feature ( enable = "avx" )] fn g ( )',
        'a::h = #[link ( name = "m" )] fn h ( )',
      ],
    ],
    [
      'two by condition',
      '#[cfg(unix)] pub fn f() {} #[cfg(windows)] pub fn f(a: u8) {} #[cfg(unix)] pub fn f() {}',
      ['a::f = #[cfg ( unix )] fn f ( ) | #[cfg ( windows )] fn f ( u8 )'],
    ],
    [
      'what is under test',
      '#[cfg(test)] pub fn f() {} #[cfg(all(test, unix))] pub fn g() {} #[cfg(not(test))] pub fn h() {} #[cfg_attr(test, a)] pub fn i() {}',
      ['a::h = #[cfg ( not ( test ) )] fn h ( )', 'a::i = fn i ( )'],
    ],
    [
      'visibility',
      'pub(crate) fn a() {} pub(super) fn b() {} pub(self) fn c() {} pub(in crate::x) fn d() {} fn e() {} pub (crate) fn f() {}',
      [],
    ],
    [
      'literals of all kinds',
      "pub const A: char = '\\''; pub const B: u8 = b'\\n'; pub const C: f32 = 1.5e3; pub const D: &str = r#\"a\"b\"#; pub const E: &[u8] = br\"c\"; pub const F: &CStr = c\"d\"; pub const G: char = '\\u{1F600}'; pub const H: u8 = b'\\x7f'; pub fn f(a: [u8; 0x1F]) {} pub fn g(a: [u8; { 'a' as usize }]) {}",
      [
        'a::A = const A : char',
        'a::B = const B : u8',
        'a::C = const C : f32',
        'a::D = const D : & str',
        'a::E = const E : & [ u8 ]',
        'a::F = const F : & CStr',
        'a::G = const G : char',
        'a::H = const H : u8',
        'a::f = fn f ( [ u8 ; 0x1F ] )',
        "a::g = fn g ( [ u8 ; { 'a' as usize } ] )",
      ],
    ],
    [
      'a label and a lifetime',
      "pub fn f<'a, 'b: 'a>(x: &'a str) -> &'static str { 'l: loop { break 'l } }",
      ["a::f = fn f < 'a , 'b : 'a > ( & 'a str ) - > & 'static str"],
    ],
    ['comments everywhere', 'pub /* a /* b */ c */ fn f( // d\n a: u8) {}', ['a::f = fn f ( u8 )']],
    ['a mark of bytes and a shebang', '#!/usr/bin/env x\npub fn f() {}', ['a::f = fn f ( )']],
    ['attributes of the file', '#![allow(a)]\n#![cfg(unix)]\npub fn f() {}', ['a::f = fn f ( )']],
    ['stray semicolons', ';;pub fn f() {};', ['a::f = fn f ( )']],
  ])('%s', (_, sources, said) => {
    expect(told(sources)).toEqual(said);
  });
});

describe('structs, enums, traits, implementations', () => {
  test.each<Row>([
    [
      'a struct of public fields, in any order',
      'pub struct S<T> { pub b: T, pub a: Vec<u8>, }',
      ['a::S = struct S < T > { a : Vec < u8 > , b : T }'],
    ],
    [
      'a struct of a private field',
      'pub struct S { pub a: u8, b: u8, pub(crate) c: u8 }',
      ['a::S = struct S { .. }', 'a::S.a = a : u8'],
    ],
    [
      'a field with attributes',
      'pub struct S { #[serde(default)] pub a: u8, #[a] b: u8 }',
      ['a::S = struct S { .. }', 'a::S.a = a : u8'],
    ],
    [
      'a tuple',
      'pub struct S(pub u8, pub Vec<(u8, u16)>);',
      ['a::S = struct S { u8 , Vec < ( u8 , u16 ) > } tuple of 2'],
    ],
    [
      'a tuple of a private field',
      'pub struct S(pub u8, u16, pub (crate) u32, pub (u8, u8)) where u8: Copy;',
      ['a::S = struct S where u8 : Copy { .. } tuple of 4', 'a::S.0 = u8', 'a::S.3 = ( u8 , u8 )'],
    ],
    [
      'a tuple in another order',
      'pub struct S(pub Vec<(u8, u16)>, pub u8);',
      ['a::S = struct S { Vec < ( u8 , u16 ) > , u8 } tuple of 2'],
    ],
    [
      'a tuple with bounds',
      'pub struct S<F: Fn(u8) -> u8>(pub F) where F: Copy;',
      ['a::S = struct S < F : Fn ( u8 ) - > u8 > where F : Copy { F } tuple of 1'],
    ],
    ['a unit with bounds', 'pub struct S<F: Fn(u8)>;', ['a::S = struct S < F : Fn ( u8 ) > {  }']],
    ['a unit', 'pub struct S;', ['a::S = struct S {  }']],
    [
      'a struct that may grow',
      '#[non_exhaustive] pub struct S { pub a: u8 }',
      ['a::S = #[non_exhaustive] struct S { .. }', 'a::S.a = #[non_exhaustive] a : u8'],
    ],
    [
      'a union',
      '#[repr(C)] pub union U { pub a: u8, pub b: f32 }',
      ['a::U = #[repr ( C )] union U { a : u8 , b : f32 }'],
    ],
    ['a word that is called union', 'union! { a }', ['a::union! = union ! { a']],
    [
      'derives',
      '#[derive(Clone, serde::Serialize,)] #[derive(Copy)] pub struct S;',
      [
        'a::S: derive(Clone) = derive',
        'a::S: derive(serde::Serialize) = derive',
        'a::S: derive(Copy) = derive',
        'a::S = struct S {  }',
      ],
    ],
    [
      'an enum',
      'pub enum E<T> { A, #[default] B(u8, T), C { x: u8 }, D = 4, }',
      ['a::E = enum E < T > { A , B ( u8 , T ) , C { x : u8 } , D = 4 }'],
    ],
    [
      'an enum that may grow',
      '#[non_exhaustive] pub enum E { A, B(u8) }',
      [
        'a::E = #[non_exhaustive] enum E { .. }',
        'a::E::A = #[non_exhaustive] A',
        'a::E::B = #[non_exhaustive] B ( u8 )',
      ],
    ],
    [
      'a trait',
      'pub trait T: Copy { fn b(&self, x: u8); fn a(self: &Self); fn c(&mut self) {} const N: u8; const M: u8 = 1; type X; type Y = u8; }',
      [
        'a::T = trait T : Copy { const N : u8 ; fn a ( self : & Self ) ; fn b ( & self , u8 ) ; type X }',
        'a::T::c = fn c ( & mut self )',
        'a::T::M = const M : u8',
        'a::T::Y = type Y = u8',
      ],
    ],
    [
      'an unsafe trait',
      'pub unsafe trait T {} pub auto trait U {}',
      ['a::T = unsafe trait T {  }', 'a::U = auto trait U {  }'],
    ],
    [
      'a trait that cannot be read',
      'pub trait T { nonsense }',
      ['problem: src/lib.rs:1: line 1: "nonsense" begins no item that is known here'],
    ],
    [
      'methods',
      'pub struct S; impl S { pub fn a(&self, x: u8) {} fn b() {} pub const N: u8 = 1; pub(crate) fn c() {} m!{} }',
      [
        'a::S = struct S {  }',
        'a::S::a = impl S { fn a ( & self , u8 ) }',
        'a::S::N = impl S { const N : u8 }',
        'a::S::m! = impl S { m ! { }',
      ],
    ],
    [
      'methods of generics',
      "pub struct S<'a, T>(&'a T); impl<'a, T: Fn() -> u8> S<'a, T> where T: Copy { pub fn a() {} }",
      [
        "a::S = struct S < 'a , T > { .. } tuple of 1",
        "a::S::a = impl < 'a , T : Fn ( ) - > u8 > S < 'a , T > where T : Copy { fn a ( ) }",
      ],
    ],
    [
      'methods that cannot be read',
      'pub struct S; impl S { nonsense }',
      ['a::S = struct S {  }', 'problem: src/lib.rs:1: line 1: "nonsense" begins no item that is known here'],
    ],
    ['methods of a private type', 'struct S; impl S { pub fn a() {} }', []],
    [
      'methods of a type with two names',
      'mod m { pub struct S; impl S { pub fn a() {} } } pub use m::S; pub use m::S as R;',
      [
        'a::S = struct S {  }',
        'a::R = struct S {  }',
        'a::S::a = impl S { fn a ( ) }',
        'a::R::a = impl S { fn a ( ) }',
      ],
    ],
    [
      'traits for types',
      "pub struct S; trait P {} pub trait T {} impl Clone for S {} impl P for S {} impl T for u8 {} impl P for u8 {} impl<F> T for F where F: for<'a> Fn(&'a u8) {} unsafe impl Send for m::S<u8> {} impl Copy for &mut S {} impl dyn T { pub fn a() {} }",
      [
        'a::S = struct S {  }',
        'a::T = trait T {  }',
        'a: impl Clone for S = impl',
        'a: impl P for S = impl',
        'a: impl T for u8 = impl',
        "a: impl < F > T for F where F : for < 'a > Fn ( & 'a u8 ) = impl",
        'a: unsafe impl Send for m : : S < u8 > = impl',
        'a: impl Copy for & mut S = impl',
        'a::T::a = impl dyn T { fn a ( ) }',
      ],
    ],
    [
      'a trait of a higher kind alone',
      "pub struct S; impl S { pub fn f(g: impl for<'a> Fn(&'a u8)) {} } impl<T> S where T: for<'a> Fn(&'a u8) { pub fn h() {} }",
      [
        'a::S = struct S {  }',
        "a::S::f = impl S { fn f ( impl for < 'a > Fn ( & 'a u8 ) ) }",
        "a::S::h = impl < T > S where T : for < 'a > Fn ( & 'a u8 ) { fn h ( ) }",
      ],
    ],
  ])('%s', (_, sources, said) => {
    expect(told(sources)).toEqual(said);
  });
});

describe('macros, foreign items, what is not understood', () => {
  test.each<Row>([
    [
      'macros',
      'macro_rules! own { () => {} } #[macro_export] macro_rules! mine { (a) => { 1 } } mod m { #[macro_export] macro_rules! deep ( () => {} ); } pub macro new($a: expr) { $a }',
      [
        'a::new = macro new ( $ a : expr ) $ a',
        'a::mine! = #[macro_export] macro_rules ! mine ( a ) = > { 1 }',
        'a::deep! = #[macro_export] macro_rules ! deep ( ( ) = > { } )',
      ],
    ],
    [
      'what a macro makes',
      'bitflags! { pub struct F: u8 {} } a::b!(x); lazy_static::lazy_static! [ c ] ; mod m { d! {} }',
      [
        'a::bitflags! = bitflags ! { pub struct F : u8 { }',
        'a::a::b! = a : : b ! ( x )',
        'a::lazy_static::lazy_static! = lazy_static : : lazy_static ! [ c ]',
      ],
    ],
    [
      'foreign items',
      'extern "C" { pub fn f(a: u8); fn g(); pub static H: u8; } unsafe extern { pub safe fn i(); }',
      ['a::f = fn f ( u8 )', 'a::H = static H : u8', 'a::i = safe fn i ( )'],
    ],
    [
      'foreign items that cannot be read',
      'extern "C" { nonsense }',
      ['problem: src/lib.rs:1: line 1: "nonsense" begins no item that is known here'],
    ],
    ['a crate', 'pub extern crate alloc; extern crate core;', ['a::extern crate alloc = extern crate alloc']],
    [
      'no item',
      'pub fn f() {} nonsense',
      ['problem: src/lib.rs: line 1: "nonsense" begins no item that is known here'],
    ],
    [
      'no item, in a line',
      '\n\n  let x = 1;',
      ['problem: src/lib.rs: line 3: "let" begins no item that is known here'],
    ],
    ['an item without end', 'pub fn f()', ['problem: src/lib.rs: line 1: the item has no end']],
    ['brackets that do not match', 'pub fn f(] {}', ['problem: src/lib.rs: the brackets do not match']],
    ['a bracket less', 'pub fn f() {', ['problem: src/lib.rs: the brackets do not match']],
    ['a bracket more', 'pub fn f() {}}', ['problem: src/lib.rs: the brackets do not match']],
    ['a string without end', '\npub const A: &str = "a;', ['problem: src/lib.rs: the string of line 2 has no end']],
    [
      'a raw string without end',
      'pub const A: &str = r#"a";',
      ['problem: src/lib.rs: the string of line 1 has no end'],
    ],
    ['a comment without end', 'pub fn f() {}\n\n/* a', ['problem: src/lib.rs: the comment of line 3 has no end']],
  ])('%s', (_, sources, said) => {
    expect(told(sources)).toEqual(said);
  });
});
