import { expect, test } from '@jest/globals';
import { parseRust } from '../../../../src/core/api/rust-items.ts';
import { spell } from '../../../../src/core/api/rust-tokens.ts';

/** `line kind name` of each item, with what stands in front of it and in its braces; or why there is none. */
const told = (source: string): string | string[] => {
  const items = parseRust(source);
  if (typeof items === 'string') return items;
  return items.map(({ kind, name, public: isPublic, attributes, line, head, body }) =>
    [
      `${line} ${isPublic ? 'pub ' : ''}${kind} ${name}`,
      ...attributes.map((attribute) => `#[${attribute}]`),
      spell(head),
      ...(body === undefined ? [] : [`{${spell(body)}}`]),
    ].join(' | '),
  );
};
const both = 'brackets do not match';
test.each<[string, string, string | string[]]>([
  [
    'functions',
    'fn f() { a }\nfn apply(g: fn(u8)) {}',
    ['1 fn f | fn f ( ) | {a}', '2 fn apply | fn apply ( g : fn ( u8 ) ) | {}'],
  ],
  [
    'functions with words in front',
    'const fn a() {} async unsafe fn b() {} unsafe extern "C" fn c() {} const unsafe extern fn d() {} gen fn e() {} safe fn g();',
    [
      '1 fn a | const fn a ( ) | {}',
      '1 fn b | async unsafe fn b ( ) | {}',
      '1 fn c | unsafe extern "C" fn c ( ) | {}',
      '1 fn d | const unsafe extern fn d ( ) | {}',
      '1 fn e | gen fn e ( ) | {}',
      '1 fn g | safe fn g ( )',
    ],
  ],
  [
    'types',
    'struct A; struct B(u8); struct C<T> where T: D { e: u8 }\nenum F { G }\nunion H { i: u8 }\ntype J = fn();',
    [
      '1 struct A | struct A',
      '1 struct B | struct B ( u8 )',
      '1 struct C | struct C < T > where T : D | {e : u8}',
      '2 enum F | enum F | {G}',
      '3 union H | union H | {i : u8}',
      '4 type J | type J = fn ( )',
    ],
  ],
  [
    'traits and their implementations',
    'unsafe auto trait A: B { fn c(); }\ndefault unsafe impl A for D { }\nimpl<T> E<T> { }',
    [
      '1 trait A | unsafe auto trait A : B | {fn c ( ) ;}',
      '2 impl default unsafe impl A for D | default unsafe impl A for D | {}',
      '3 impl impl < T > E < T > | impl < T > E < T > | {}',
    ],
  ],
  [
    'values, whose braces are no body',
    'const A: [u8; { 1 }] = { b };\nstatic mut C: D = E { f: 1 };\nstatic G: u8 = 1;\nconst _: () = {};\ntype H = [u8; { 1 }];',
    [
      '1 const A | const A : [ u8 ; { 1 } ] = { b }',
      '2 static C | static mut C : D = E { f : 1 }',
      '3 static G | static G : u8 = 1',
      '4 const _ | const _ : ( ) = { }',
      '5 type H | type H = [ u8 ; { 1 } ]',
    ],
  ],
  [
    'modules and uses',
    'mod a;\nmod b { fn c() {} }\nuse d::{e, f};\nextern crate g;\nextern "C" { fn h(); }\nextern { }\nunsafe extern "C" { }',
    [
      '1 mod a | mod a',
      '2 mod b | mod b | {fn c ( ) { }}',
      '3 use use d : : { e , f } | use d : : { e , f }',
      '4 extern extern crate g | extern crate g',
      '5 extern extern "C" | extern "C" | {fn h ( ) ;}',
      '6 extern extern | extern | {}',
      '7 extern unsafe extern "C" | unsafe extern "C" | {}',
    ],
  ],
  [
    'macros',
    'macro a($b:ident) { c }\nmacro_rules! d { () => {} }\nmacro_rules! e(() => {});',
    [
      '1 macro a | macro a ( $ b : ident ) | {c}',
      '2 macro d | macro_rules ! d | {( ) = > { }}',
      '3 macro e | macro_rules ! e ( ( ) = > { } )',
    ],
  ],
  [
    'what a macro makes is not seen',
    'a! { b }\nc::d!(e);\nunion! { f }\ng![h]',
    [
      '1 opaque a! | a ! { b',
      '2 opaque c::d! | c : : d ! ( e )',
      '3 opaque union! | union ! { f',
      '4 opaque g! | g ! [ h',
    ],
  ],
  [
    'who can see it',
    'pub fn a() {}\npub(crate) fn b() {}\npub(super) fn c() {}\npub (self) fn d() {}\npub(in e::f) fn g() {}\nfn h() {}',
    [
      '1 pub fn a | fn a ( ) | {}',
      '2 fn b | fn b ( ) | {}',
      '3 fn c | fn c ( ) | {}',
      '4 fn d | fn d ( ) | {}',
      '5 fn g | fn g ( ) | {}',
      '6 fn h | fn h ( ) | {}',
    ],
  ],
  [
    'attributes',
    '#![a]\n#[b] #[c(d = "e")]\nfn f() {}\n#[g] #![h] fn i() {}',
    ['3 fn f | #[b] | #[c ( d = "e" )] | fn f ( ) | {}', '4 fn i | #[g] | fn i ( ) | {}'],
  ],
  ['attributes of nothing', '#![a]\n#[b]', []],
  ['nothing', ';;', []],
  ['a byte order mark', '\ufefffn a() {}', ['1 fn a | fn a ( ) | {}']],
  ['a line for the shell', '#!/usr/bin/env x\nfn a() {}', ['2 fn a | fn a ( ) | {}']],
  [
    'a line for the shell that is not the first',
    'fn a() {}\n#!/usr/bin/env x',
    'line 2: "#" begins no item that is known here',
  ],
  ['no item', '\nhello;', 'line 2: "hello" begins no item that is known here'],
  ['no item, of a long name', 'x'.repeat(41), `line 1: "${'x'.repeat(40)}" begins no item that is known here`],
  ['a block', '{ }', 'line 1: "{" begins no item that is known here'],
  ['an attribute without brackets', '# a', 'line 1: "#" begins no item that is known here'],
  ['an attribute of another mark', '\n#!a fn b() {}', 'line 2: "#" begins no item that is known here'],
  ['no end', '\n\nstruct A', 'line 3: the item has no end'],
  ['an open bracket', 'fn a( {', `the ${both}`],
  ['a bracket that closes nothing', 'fn a() {} }', `the ${both}`],
  ['a string without end', 'const A: &str = "', 'the string of line 1 has no end'],
])('%s', (_, source, said) => {
  expect(told(source)).toEqual(said);
});
