import { describe, expect, test } from '@jest/globals';
import { definitions } from '../../../../src/core/test-source/definitions.ts';

describe('names that a file offers to others', () => {
  test.each<[string, string, string[]]>([
    ['a.rs', 'pub fn f() {}\nfn no() {}\nlet x = pub_fn(no);', ['f']],
    [
      'a.rs',
      'pub struct A1; pub enum B {} pub union C {} pub trait D {} pub type E = u8; pub const F: u8 = 1; pub static G: u8 = 1; pub macro h() {}',
      ['A1', 'B', 'C', 'D', 'E', 'F', 'G', 'h'],
    ],
    ['a.rs', 'pub(crate) fn a() {} pub (in super::x)  struct  B; pub()\nenum\nC {}', ['a', 'B', 'C']],
    ['a.rs', 'pub  const  async  unsafe  fn  a() {} pub async fn b() {} pub unsafe trait C {}', ['a', 'b', 'C']],
    ['a.rs', 'pub extern "C" fn a() {} pub unsafe extern "system" fn b() {} pub extern fn c() {}', ['a', 'b', 'c']],
    ['a.rs', 'xpub fn no() {} pub mod no2 {} pub use a::no3; pub x: u8, // pub fn no4()\n"pub fn no5()"', []],
    ['a.js', 'export function f() {}\n export function no() {}\nfunction no2() {}', ['f']],
    [
      'a.ts',
      'export class A {}\nexport const b$ = 1;\nexport let c;\nexport var d;\nexport interface E {}\nexport type F = 1;\nexport enum G {}\nexport function* h() {}',
      ['A', 'b$', 'c', 'd', 'E', 'F', 'G', 'h'],
    ],
    [
      'a.mts',
      'export  default  function  a() {}\nexport  async  function  b() {}\nexport default async function c() {}\nexport default class D {}',
      ['a', 'b', 'c', 'D'],
    ],
    [
      'a.jsx',
      'export default no;\nexport { no2 } from "./x.js";\nexport * from "./y.js";\nexporting const no3 = 1',
      [],
    ],
    [
      'a.cjs',
      'export{ a,b  as  c , d as default, };\nexport  {\n  e,\n  f as g\n}  ;  \nexport {}',
      ['a', 'c', 'e', 'g'],
    ],
    ['a.tsx', '// export const no = 1\n/*\nexport const no2 = 1\n*/\nconst x = `\nexport const no3 = 1`;', []],
    [
      'a.py',
      'def f():\n  def no(): pass\n  no2 = 1\nclass  C:\n  x: int = 1\nasync  def  g(): pass\nundef = 2',
      ['f', 'C', 'g', 'undef'],
    ],
    [
      'a.py',
      'A = 1\nb2=2\nC : int  =  3\nd: dict[str, int] = {}\nE == 1\nG: int\n_no = 1\nf(no2=1)\nx.no3 = 1\n',
      ['A', 'b2', 'C', 'd'],
    ],
    ['a.py', '"""\ndef no(): pass\nno2 = 1\n"""\n# no3 = 1', []],
    ['a.go', 'pub fn no() {}\nexport const no2 = 1\ndef no3(): pass', []],
    ['a.rs.txt', 'pub fn no() {}', []],
    ['a.js.map', 'export const no = 1', []],
    ['ajs', 'export const no = 1', []],
  ])('%s: %j', (path, source, names) => {
    expect([...definitions(path, source)]).toEqual(names);
  });

  test('none that every file has', () => {
    const common = ['new', 'default', 'from', 'into', 'len', 'get', 'set', 'next', 'iter', 'fmt', 'clone', 'main'];
    expect([...definitions('a.rs', common.map((name) => `pub fn ${name}() {}`).join('\n'))]).toEqual([]);
  });
});
