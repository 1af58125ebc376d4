import { describe, expect, test } from '@jest/globals';
import { declarationSurface } from '../../../../src/core/api/declaration-surface.ts';

type Sources = string | Readonly<Record<string, string>>;
/** `key = signature` of every public item, without the module itself, then what could not be read. */
const told = (sources: Sources): string[] => {
  const files = typeof sources === 'string' ? { 'src/index.d.ts': sources } : sources;
  const { items, problems } = declarationSurface(new Map(Object.entries(files)), '{ "exports": "./src/index.js" }');
  return [
    ...[...items.values()].flatMap(({ key, signature }) =>
      key === '.' ? [] : [`${key} = ${signature.replace(/\n/g, ' | ')}`],
    ),
    ...problems.map((problem) => `problem: ${problem}`),
  ];
};
/** Keys that differ when one file of a package becomes another. */
const changed = (index: string, file: string, before: string, after: string): string[] => {
  const items = [before, after].map(
    (text) =>
      declarationSurface(
        new Map([
          ['src/index.d.ts', index],
          [file, text],
        ]),
        '{ "exports": "./src/index.js" }',
      ).items,
  );
  const keys = [...new Set(items.flatMap((one) => [...one.keys()]))];
  return keys.filter((key) => items[0]!.get(key)?.signature !== items[1]!.get(key)?.signature);
};

test.each<[string, string, string, string, string[]]>([
  [
    'A-69 a type that the compiler worked out, in another file',
    'export declare function f(): Promise<import("./b.js").H[]>;',
    'export interface H { x: number }',
    'export interface H { x: string }',
    ['(src/b) H'],
  ],
  [
    'A-69 the type of a whole module',
    "export declare const f: typeof import('./b');",
    'export declare const x: number;',
    'export declare const x: string;',
    ['(src/b)#x'],
  ],
  [
    'A-69 what a file adds to the declarations of another package',
    "import './b';\nexport declare const a: 1;",
    'export {};\ndeclare module "other" { interface Y { z: number } }',
    'export {};',
    ['(src/b) declare module "other" { interface Y { z : number } }'],
  ],
  [
    'A-69 what a file adds to everybody',
    "import './b';\nexport declare const a: 1;",
    'export {};\ndeclare global { interface Y { z: number } }',
    'export {};',
    ['(src/b) declare global { interface Y { z : number } }'],
  ],
  ['a file that nothing mentions', 'export declare const a: 1;', 'export declare const x: 1;', 'export {};', []],
])('%s', (_, index, before, after, keys) => {
  expect(changed(index, 'src/b.d.ts', before, after)).toEqual(keys);
});

type Row = readonly [name: string, sources: Sources, told: readonly string[]];
describe('declarations', () => {
  test.each<Row>([
    [
      'functions',
      'export declare function f(a: number, b?: string, ...c: T[]): string;',
      ['.#f = function f ( : number , ? : string , ... : T [ ] ) : string'],
    ],
    [
      'overloads',
      'export declare function f(a: 1): 1;\nexport declare function f(b: 2): 2;\nexport declare function f(c: 1): 1;',
      ['.#f = function f ( : 1 ) : 1 | function f ( : 2 ) : 2'],
    ],
    [
      'functions of patterns and of functions',
      'export declare function f({ a, b }: { a: 1; b: 2 }, g: (h: number, i?: 2) => void, [k]: [1]): void;',
      [
        '.#f = function f ( { a , b } : { a : 1 ; b : 2 } , : ( h : number , i ? : 2 ) => void , [ k ] : [ 1 ] ) : void',
      ],
    ],
    [
      'names that a type refers to',
      'export declare function f(x: unknown): x is string;\nexport declare function g(x: unknown): asserts x;',
      ['.#f = function f ( x : unknown ) : x is string', '.#g = function g ( x : unknown ) : asserts x'],
    ],
    [
      'functions of generics',
      'export declare function f<T extends { a: 1 }>(a: T, b: Map<string, T>): T;',
      ['.#f = function f < T extends { a : 1 } > ( : T , : Map < string , T > ) : T'],
    ],
    [
      'constants',
      "export declare const a: 1, b: 'x';\nexport declare let c: number;\nexport declare var d: string;",
      ['.#a = const a : 1 , b : "x"', '.#c = let c : number', '.#d = var d : string'],
    ],
    [
      'types',
      'export type A = \'a\' | "b" | `c${string}`;\nexport type B<T> = { a: T; };',
      ['.#A = type A = "a" | "b" | `c${string}`', '.#B = type B < T > = { a : T ; }'],
    ],
    [
      'enums',
      'export declare enum A { X = 0, Y = 1 }\nexport declare const enum B { Z = 2 }\nexport enum C { }',
      ['.#A = enum A { X = 0 , Y = 1 }', '.#B = const enum B { Z = 2 }', '.#C = enum C { }'],
    ],
    [
      'namespaces',
      'export declare namespace N { const a: 1; }\nexport declare module M { const b: 2; }',
      ['.#N = namespace N { const a : 1 ; }', '.#M = module M { const b : 2 ; }'],
    ],
    [
      'an interface',
      "export interface A extends B, C<{ d: 1 }> {\n  b: 2;\n  readonly a: 1,\n  c?: 3;\n  readonly d?: 4;\n  m(x: number): void;\n  o?(): void;\n  'quoted-x'?: 1;\n  [key: string]: unknown;\n  (call: 1): 2;\n  new (): A;\n}",
      [
        '.#A = interface A extends B , C < { d : 1 } > { ( call : 1 ) : 2 ; [ key : string ] : unknown ; b : 2 ; m ( x : number ) : void ; new ( ) : A ; readonly a : 1 }',
        '.#A.c = c ? : 3',
        '.#A.d = readonly d ? : 4',
        '.#A.o = o ? ( ) : void',
        '.#A."quoted-x" ? : 1 = "quoted-x" ? : 1',
      ],
    ],
    [
      'a class',
      'export declare abstract class A<T> extends B implements C {\n  #private;\n  private x;\n  private constructor();\n  readonly a: 1;\n  static b: 2;\n  protected abstract c(): void;\n  get d(): 1;\n  set d(value: 1);\n  public e?: 3;\n  override async f(): void;\n  constructor(a: 1);\n  [Symbol.iterator](): void;\n}',
      [
        '.#A = class A < T > extends B implements C {  }',
        '.#A.a = readonly a : 1',
        '.#A.b = static b : 2',
        '.#A.c = protected abstract c ( ) : void',
        '.#A.d = get d ( ) : 1 | set d ( value : 1 )',
        '.#A.e = public e ? : 3',
        '.#A.f = override async f ( ) : void',
        '.#A.constructor = constructor ( a : 1 )',
        '.#A.Symbol = [ Symbol . iterator ] ( ) : void',
      ],
    ],
    [
      'commas in types',
      'export interface A { a: Map<string, number>; b: Map<number, string>; c?: Map<1, 2> }\nexport declare class B<T extends { a: 1 }> extends C<{ d: 1 }, T> { e: Map<1, 2>; f(): Map<3, 4> }',
      [
        '.#A = interface A { a : Map < string , number > ; b : Map < number , string > }',
        '.#A.c = c ? : Map < 1 , 2 >',
        '.#B = class B < T extends { a : 1 } > extends C < { d : 1 } , T > {  }',
        '.#B.e = e : Map < 1 , 2 >',
        '.#B.f = f ( ) : Map < 3 , 4 >',
      ],
    ],
    [
      'heads with types, and no semicolons',
      'export interface A extends B<1> { a: Map<1, 2>, b: 3, c?: () => void, d?: 4 }\nexport declare class C extends D<1> { }\nexport declare const e: 1 > 2',
      [
        '.#A = interface A extends B < 1 > { a : Map < 1 , 2 > ; b : 3 }',
        '.#A.c = c ? : ( ) => void',
        '.#A.d = d ? : 4',
        '.#C = class C extends D < 1 > {  }',
        '.#e = const e : 1 > 2',
      ],
    ],
    [
      'an open type ends with its statement',
      'export type A = B <;\nexport declare const c: 1;',
      ['.#A = type A = B <', '.#c = const c : 1'],
    ],
    [
      'a default that is asynchronous',
      'export default async function f(a: 1): void;',
      ['.#default = function f ( : 1 ) : void'],
    ],
    ['a default that is abstract', 'export default abstract class G { }', ['.#default = class G {  }']],
    [
      'an import of nothing',
      "import './a.js';\nimport a from 'b';\nimport type c, { type d } from 'e';\nexport { a, c, d };",
      ['.#a = from b default', '.#c = from e default', '.#d = from e d'],
    ],
    [
      'a long statement that is not known',
      `export = ${'a'.repeat(70)};`,
      [
        '. export = aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa = export = aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      ],
    ],
    ['a class without a body', 'export declare class A', ['.#A = class A']],
    [
      'an import of another kind',
      'import a = require("b");\nexport declare const c: 1;',
      ['.#c = const c : 1', '. import a = require ( "b" ) = import a = require ( "b" )'],
    ],
    ['everything of nowhere', 'export *;', ['. export * = export *']],
    [
      'members whose names and types only begin or end like a modifier',
      'export declare class A { a: "private"; b: "#"; static getAll: 1; offset: 2; readonlyX: 3 }\nexport interface B { m(x?: 1): void; ab?: 2 }',
      [
        '.#A = class A {  }',
        '.#A.a = a : "private"',
        '.#A.b = b : "#"',
        '.#A.getAll = static getAll : 1',
        '.#A.offset = offset : 2',
        '.#A.readonlyX = readonlyX : 3',
        '.#B = interface B { m ( x ? : 1 ) : void }',
        '.#B.ab = ab ? : 2',
      ],
    ],
    [
      'a member of a long name in quotes',
      `export declare class A { "${'x'.repeat(50)}": 1 }`,
      ['.#A = class A {  }', `.#A."${'x'.repeat(39)} = "${'x'.repeat(50)}" : 1`],
    ],
    [
      'several of one name',
      'export interface A { a: 1 }\nexport interface A { b: 2 }\nexport declare const A: 3;',
      ['.#A = interface A { a : 1 } | interface A { b : 2 } | const A : 3'],
    ],
    ['a private one', 'declare const a: 1;\ninterface B { c: 1 }\nexport {};', []],
    [
      'a default function',
      'export default function f(a: number): void;',
      ['.#default = function f ( : number ) : void'],
    ],
    [
      'a default of no name',
      'export default function (a: number): void;\n',
      ['.#default = function ( : number ) : void'],
    ],
    [
      'a default class',
      'export default class A { m(): void; }',
      ['.#default = class A {  }', '.#default.m = m ( ) : void'],
    ],
    ['a default by name', 'declare const a: 1;\nexport default a;', ['.#default = const a : 1']],
    ['a default that is more', 'export default a.b;', ['. export default a . b = export default a . b']],
    [
      'a list',
      'declare const a: 1;\ndeclare const b: 2;\ninterface C { d: 1 }\nexport { a, b as c, type C, type C as D, };',
      ['.#a = const a : 1', '.#c = const b : 2', '.#C = interface C { d : 1 }', '.#D = interface C { d : 1 }'],
    ],
    [
      'a list of types',
      'interface A { a: 1 }\nexport type { A, A as B };',
      ['.#A = interface A { a : 1 }', '.#B = interface A { a : 1 }'],
    ],
    ['a name called type', 'declare const type: 1;\nexport { type };', ['.#type = const type : 1']],
    [
      'something exported that is declared nowhere',
      'export { a };',
      ['problem: src/index.d.ts: a is exported and declared nowhere'],
    ],
    [
      'destructured',
      'export declare const { a }: { a: 1 };',
      ['. export declare const { a } : { a : 1 } = export declare const { a } : { a : 1 }'],
    ],
    ['an assignment', 'declare const a: 1;\nexport = a;', ['. export = a = export = a', '(src/index) a = const a : 1']],
    [
      'a global',
      'export declare function f(): void;\ndeclare global {\n  interface Window { a: 1 }\n}\nexport {};',
      [
        '.#f = function f ( ) : void',
        '. declare global { interface Window { a : 1 } } = declare global { interface Window { a : 1 } }',
      ],
    ],
    ['nothing that is known', 'let us; export nonsense here;', ['. export nonsense here = export nonsense here']],
    [
      'mentions',
      'interface A { b: B }\ntype B = C;\ndeclare class C { d: unknown }\nexport declare function f(a: A): B;\ndeclare const unmentioned: 1;',
      [
        '.#f = function f ( : A ) : B',
        '(src/index) B = type B = C',
        '(src/index) C = class C {  }',
        '(src/index) C.d = d : unknown',
        '(src/index) A = interface A { b : B }',
      ],
    ],
    [
      'comments and layout',
      "/** Doc; { */\nexport\n  declare // x ; \n const a /* ( */ : 'it\\'s' ;",
      ['.#a = const a : "it\\\\\'s"'],
    ],
    [
      'layout without semicolons',
      'export interface A { a: 1 }\nexport declare class B { }\nexport declare const c: 1',
      ['.#A = interface A { a : 1 }', '.#B = class B {  }', '.#c = const c : 1'],
    ],
    [
      'strings in two kinds of quotes',
      'export type A = \'a\';\nexport type B = "a";',
      ['.#A = type A = "a"', '.#B = type B = "a"'],
    ],
    [
      'an open string',
      "export type A = 'a;",
      [
        'problem: src/index.d.ts: line 1: a string has no end',
        'problem: package.json exports ./src/index.js as ., and no declarations were written for it',
      ],
    ],
    [
      'an open string further down',
      '\n\nexport type A = "a\n;',
      [
        'problem: src/index.d.ts: line 3: a string has no end',
        'problem: package.json exports ./src/index.js as ., and no declarations were written for it',
      ],
    ],
    [
      'brackets that do not match',
      'export declare function f(a: { b: 1 ): void;',
      [
        'problem: src/index.d.ts: the brackets do not match',
        'problem: package.json exports ./src/index.js as ., and no declarations were written for it',
      ],
    ],
    [
      'a bracket less',
      'export interface A { a: (',
      [
        'problem: src/index.d.ts: the brackets do not match',
        'problem: package.json exports ./src/index.js as ., and no declarations were written for it',
      ],
    ],
    [
      'a bracket more',
      'export interface A { a: 1 }}',
      [
        'problem: src/index.d.ts: the brackets do not match',
        'problem: package.json exports ./src/index.js as ., and no declarations were written for it',
      ],
    ],
  ])('%s', (_, sources, said) => {
    expect(told(sources)).toEqual(said);
  });
});

describe('other files', () => {
  test.each<Row>([
    [
      'names of another file',
      {
        'src/index.d.ts': "export { a, b as c, default as d } from './x/a.js';\nexport type { T } from './x/a';",
        'src/x/a.d.ts':
          'export declare const a: 1;\nexport declare const b: 2;\nexport default class { m(): void; }\nexport type T = 3;',
      },
      ['.#a = const a : 1', '.#c = const b : 2', '.#d = class {  }', '.#d.m = m ( ) : void', '.#T = type T = 3'],
    ],
    [
      'everything of another file',
      {
        'src/index.d.ts': "export * from './a.mjs';\nexport * from '../b.js';",
        'src/a.d.mts': 'export declare const a: 1;\nexport * from "./c.cjs";',
        'b.d.ts': 'export declare const b: 1;',
        'src/c.d.cts': 'export declare const c: 1;',
      },
      ['.#a = const a : 1', '.#c = const c : 1', '.#b = const b : 1'],
    ],
    [
      'everything under a name',
      { 'src/index.d.ts': "export * as ns from './a.js';", 'src/a.d.ts': 'export declare const a: 1;\nexport {};' },
      ['.#ns#a = const a : 1'],
    ],
    [
      'everything of another package',
      "export * from 'other';\nexport * as ns from 'other';\nexport { a, b as c } from 'other';",
      ['.#ns = from other *', '.#a = from other a', '.#c = from other b', '.#* other = export * from other'],
    ],
    [
      'an import that is exported',
      {
        'src/index.d.ts':
          "import a, { b, type C as D } from './a.js';\nimport * as ns from './a.js';\nimport type { E } from './a.js';\nimport f from 'other';\nexport { a, b, D, ns, E, f };",
        'src/a.d.ts':
          'declare const a: 1;\nexport default a;\nexport declare const b: 2;\nexport interface C { c: 1 }\nexport type E = 4;',
      },
      [
        '.#a = const a : 1',
        '.#b = const b : 2',
        '.#D = interface C { c : 1 }',
        '.#ns#default = const a : 1',
        '.#ns#b = const b : 2',
        '.#ns#C = interface C { c : 1 }',
        '.#ns#E = type E = 4',
        '.#E = type E = 4',
        '.#f = from other default',
      ],
    ],
    [
      'an import that is mentioned',
      {
        'src/index.d.ts':
          "import { A } from './a.js';\nimport * as ns from './b.js';\nimport { X } from 'other';\nimport './side.js';\nexport declare function f(a: A, b: ns.B, x: X): void;",
        'src/a.d.ts': "import { B } from './b.js';\nexport interface A { b: B }\nexport declare const unmentioned: 1;",
        'src/b.d.ts': 'export type B = 1;\nexport type C = 2;',
        'src/side.d.ts': 'export declare const side: 1;',
      },
      [
        '.#f = function f ( : A , : ns . B , : X ) : void',
        '(src/b)#B = type B = 1',
        '(src/b)#C = type C = 2',
        '(src/a) A = interface A { b : B }',
      ],
    ],
    [
      'a public name that is mentioned',
      {
        'src/index.d.ts': "export { A } from './a.js';\nexport { f } from './f.js';",
        'src/a.d.ts': 'export interface A { a: 1 }',
        'src/f.d.ts': "import { A } from './a.js';\nexport declare function f(): A;",
      },
      ['.#A = interface A { a : 1 }', '.#f = function f ( ) : A'],
    ],
    [
      'a name through two files',
      {
        'src/index.d.ts': "export { a } from './a.js';",
        'src/a.d.ts': "export * from './b.js';\nexport * from './c.js';",
        'src/b.d.ts': 'export declare const z: 1;',
        'src/c.d.ts': "export { x as a } from './d.js';",
        'src/d.d.ts': 'export declare const x: 1;',
      },
      ['.#a = const x : 1'],
    ],
    [
      'a ring',
      {
        'src/index.d.ts': "export * from './a.js';\nexport { q } from './a.js';",
        'src/a.d.ts': "export * from './index.js';\nexport declare const a: 1;",
      },
      ['.#a = const a : 1'],
    ],
    [
      'names in a ring',
      {
        'src/index.d.ts': "import { x as z } from './a.js';\nexport { z, y } from './a.js';\nexport { z as w };",
        'src/a.d.ts': "import { w } from './index.js';\nexport { w as x };\nexport { y } from './index.js';",
      },
      [],
    ],
    [
      'a name that the other file does not have',
      { 'src/index.d.ts': "export { q } from './a.js';", 'src/a.d.ts': 'export declare const a: 1;' },
      [],
    ],
    [
      'a file that is not there',
      "export { q } from './nowhere.js';\nexport * from './nowhere.js';",
      ['.#q = from ./nowhere.js q', '.#* ./nowhere.js = export * from ./nowhere.js'],
    ],
    [
      'a file that cannot be read',
      { 'src/index.d.ts': 'export declare const a: 1;', 'src/b.d.ts': 'export type A = "' },
      ['.#a = const a : 1', 'problem: src/b.d.ts: line 1: a string has no end'],
    ],
    [
      'a statement of another file',
      { 'src/index.d.ts': "export * from './a.js';", 'src/a.d.ts': 'declare const a: 1;\nexport = a;' },
      ['. export = a = export = a', '(src/a) a = const a : 1'],
    ],
  ])('%s', (_, sources, said) => {
    expect(told(sources)).toEqual(said);
  });
});

test('an item has its name and its place; the module is one, too', () => {
  const text = '\nexport interface A {\n  a?: 1;\n}\nexport {\n  b as c };\ndeclare const b: 1;\nexport =\n b;\n';
  const { items } = declarationSurface(new Map([['src/index.d.ts', text]]), '{ "exports": "./src/index.js" }');
  expect([...items.values()].map(({ key, name, path, line }) => `${key} is ${name} at ${path}:${line}`)).toEqual([
    '. is . at src/index.d.ts:1',
    '.#A is A at src/index.d.ts:2',
    '.#A.a is A at src/index.d.ts:2',
    '.#c is b at src/index.d.ts:7',
    '. export = b is export = b at src/index.d.ts:8',
  ]);
});

test.each([
  ['export default class { a?: 1 }', 'default'],
  ['export default function (a: 1): void;', 'default'],
  ['export default function f(a: 1): void;', 'f'],
  ['export default class A { }', 'A'],
  [`export = ${'a'.repeat(70)};`, `export = ${'a'.repeat(51)}`],
])('%s is named %s', (text, name) => {
  const { items } = declarationSurface(new Map([['src/index.d.ts', text]]), '{ "exports": "./src/index.js" }');
  expect([...items.values()][1]?.name).toBe(name);
});
