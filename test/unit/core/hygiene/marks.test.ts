import { describe, expect, test } from '@jest/globals';
import { changeOf } from '../../../fixtures/gates/source-change.ts';
import { findMarks, testNames } from '../../../../src/core/hygiene/marks.ts';
import { changedSource } from '../../../../src/core/hygiene/source.ts';

const PLACES = ['tests', 'code', 'settings', 'other'] as const;

/** `tests code: skipped-test: the test is not run any more`: what a line says, and in which places. */
const marksOf = (path: string, text: string): string[] => {
  const source = changedSource(path, [{ removed: [], added: [{ line: 1, text }] }], undefined, text);
  const found = new Map<string, string[]>();
  for (const place of PLACES)
    for (const { rule, message } of findMarks(source, place)) {
      const said = message.endsWith(`: ${text.trim()}`) ? message.slice(0, -text.trim().length - 2) : message;
      found.set(`${rule}: ${said}`, [...(found.get(`${rule}: ${said}`) ?? []), place]);
    }
  return [...found].map(([said, places]) => `${places.join(' ')}: ${said}`);
};

const ALL = 'tests code settings other';
/** What is said, the lines that say it, and lines that look like them and say nothing. */
type Row = readonly [said: string, hits: readonly string[], misses: readonly string[]];
const check = (path: string, [said, hits, misses]: Row) => {
  expect(hits.map((line) => [line, marksOf(path, line)])).toEqual(hits.map((line) => [line, [said]]));
  expect(misses.map((line) => [line, marksOf(path, line)])).toEqual(misses.map((line) => [line, []]));
};

describe('Rust', () => {
  test.each<Row>([
    [
      `${ALL}: debug-leftover: dbg! was left here`,
      ['dbg!(a)', 'let b = dbg!  [a];', 'dbg!{a}'],
      ['a_dbg!(a)', 'dbg(a)', '// dbg!(a)', 'let a = "dbg!(a)";'],
    ],
    [
      `${ALL}: unfinished-code: this is still to be written`,
      ['todo!()', 'unimplemented!  {}', 'todo![]'],
      ['todo()', 'a_todo!()', '// todo!()'],
    ],
    [
      'code: print-in-library: a library does not print',
      ['println!("a");', 'eprint!  ["a"]', 'print!{}', 'eprintln!("a")'],
      ['sprintln!("a")', 'println("a")', 'println!; (a)'],
    ],
    [
      `${ALL}: skipped-test: the test is not run any more`,
      [
        ...[
          '#[ignore]',
          '#  !  [  ignore = "slow"]',
          '#![ignore]',
          '#[cfg_attr(miri, ignore)]',
          '#[cfg_attr(a,ignore)]',
        ],
        '#[  cfg_attr  (  miri  ,  ignore)]',
      ],
      ['#[ignored]', '#[cfg_attr(ignore, test)]', '#[a(b)] ignore'],
    ],
    [
      'tests code: skipped-test: this is compiled nowhere',
      [
        ...['#[cfg(any())]', '#![cfg(any())]', '#  !  [  cfg  (  any  (  )  )]', '#[cfg(not(all()))]'],
        ...['#[cfg(not(  all  (  )  )  )]', '#[cfg(FALSE)]', '#[cfg(false)]'],
      ],
      ['#[cfg(any(unix))]', '#[cfg(test)]', '#[cfg(not(unix))]', '#[cfg(not(all(unix)))]'],
    ],
    [
      'tests: skipped-test: this is compiled in no test',
      ['#[cfg(not(test))]', '#[cfg(not  (  test  )  )]'],
      ['#[cfg(test)]', '#[cfg(not(tests))]'],
    ],
    [
      'tests code: hollow-assertion: this holds whatever the code does',
      [
        ...['assert!(true);', 'assert!  (  true  );', 'assert!(!false)', 'assert!(!  false)', 'assert!(1==1)'],
        ...['assert!(1  ==  1, "a")', 'assert_eq!(a, a);', 'assert_eq!  (  a  ,  a  , "b");', 'assert_eq!(a,a)'],
      ],
      [
        'assert!(truely)',
        'assert!(11 == 1)',
        'assert!(1 == 12)',
        'assert_eq!(a, b)',
        'assert_eq!(a, ab)',
        'assert_ne!(a, a)',
      ],
    ],
    [
      `${ALL}: muted-file: a lint is off for the whole module`,
      [
        ...['#![allow(warnings)]', '#  !  [  allow  (clippy  ::  all)]', '#![expect(unused)]', '#![rustfmt::skip]'],
        '#  !  [  rustfmt  ::  skip]',
      ],
      ['#![deny(warnings)]', '#![cfg_attr(test, deny(allow))]'],
    ],
    [
      `${ALL}: muted-file: mutants of this are not tried`,
      [
        ...['#[mutants::skip]', '#  [  mutants  ::  skip]', '#[cfg_attr(test, mutants::skip)]'],
        ...['#[cfg_attr  (test, mutants::skip)]', '#[  cfg_attr(test, mutants  ::  skip)]'],
      ],
      ['#[mutants::skipped]', '#[my_mutants::skip]'],
    ],
    [
      `${ALL}: muted-line: a lint is off here`,
      [
        ...['#[allow(dead_code)]', '#  [  allow  (dead_code)]', '#[expect(unused)]', '#[rustfmt::skip]'],
        ...['#  [  rustfmt  ::  skip]', '#[coverage(off)]', '#  [  coverage  (  off)]'],
      ],
      ['#[coverage(on)]', '#[warn(unused)]', '// #[allow(dead_code)]'],
    ],
  ])('%s', (...row) => check('a.rs', row));
});

describe('JavaScript', () => {
  test.each<Row>([
    [
      `${ALL}: debug-leftover: debugger was left here`,
      ['debugger;', '  debugger  ;', 'debugger', 'if (a) debugger'],
      ['a.debugger;', 'debugger2;', '$debugger;', 'debugger = 1;', 'mydebugger;'],
    ],
    [
      'tests code: debug-leftover: a debugging print was left here',
      ['console.debug(a)', 'console  .  trace  (a)', 'console.dir(a)', 'console.table(a)'],
      ['console.debugger(a)', 'console.error(a)', 'myconsole.dir(a)'],
    ],
    [
      'code: debug-leftover: console.log was left here',
      [
        ...['console.log(a)', 'console  .  log  (a)', "console['log'](a)", 'console  [  "log"  ]  (a)'],
        ...['console[name](a)', 'console[  `log`  ](a)'],
      ],
      ['console.logs(a)', 'console[a.b](c)', '// console.log(a)'],
    ],
    [
      'code: unfinished-code: this is still to be written',
      [
        ...["throw new Error('not implemented');", 'throw new Error(  "Not yet implemented");'],
        'throw new Error(`TODO: a`);',
      ],
      ["throw new Error('todos')", "throw new Error('no')", "throw new Error('a todo')"],
    ],
    [
      'tests code: skipped-test: the test is not run any more',
      [
        ...["test.skip('a', f);", "it  .  todo('a');", "describe.fixme('a')", "suite.skipIf(a)('b')"],
        ...["context.runIf(a)('b')", "bench.failing('a')", "test.fails('a')", "xit('a', f)", "xtest  ('a')"],
        ...["xdescribe('a')", 'context.todo()'],
      ],
      ["a.xit('a')", "max.xit('a')", "$xit('a')", "exit('a')", "test.skipped('a')", 'latest.skip()'],
    ],
    [
      'tests: skipped-test: the test is not run any more',
      ['t.skip()', 'ctx  .  todo  ()', 'this.skip()', '{ skip: true }', "{ todo  :  'later' }", '{skip:reason}'],
      [
        ...['{ skip: false }', '{ todo: undefined }', '{skip:  false}', '{skip:undefined}', 'at.skip()'],
        ...['{ skipped: true }', '{ unskip: true }'],
      ],
    ],
    [
      'tests code: focused-test: the other tests are not run any more',
      [
        ...["test.only('a')", "it  .  only('a')", "describe.only('a')", "suite.only('a')", "context.only('a')"],
        ...["fit('a')", "fdescribe  ('a')", '{ only: true }', '{only:true}', '{ only  :  true }'],
      ],
      ['a.fit(b)', '$fit(b)', 'profit(b)', '{ only: false }', '{ only: trueish }', "test.onlyOnce('a')"],
    ],
    [
      'tests: hollow-assertion: this holds whatever the code does',
      [
        ...['expect(true).toBe(true)', 'expect  (  a.b  )  .  toEqual  (  a.b  )', 'expect(1).toStrictEqual(1)'],
        ...['expect(null).toBe(null)', 'expect(false).toBe(false)', 'expect(12).toBe(12)', 'expect($a).toEqual($a)'],
        ...['assert(true)', 'assert  .  ok  (  1  )', 'assert.ok(!0, "a")', 'assert(1, "a")', 'assert.equal(a, a)'],
        ...['assert  .  deepStrictEqual  (  a.b  ,  a.b  , "c")', 'assert.strictEqual($a,$a)', 'assert.Equal(a, a)'],
      ],
      [
        'expect(a).toBe(b)',
        'expect(a).toBe(ab)',
        'assert(trueish)',
        'assert(a)',
        'assert.equal(a, b)',
        'assert.notEqual(a, a)',
      ],
    ],
    [
      `${ALL}: muted-file: a judge does not look at this file any more`,
      [
        ...['/* eslint-disable */', '/*  eslint-disable  -- a reason */', '/*eslint-disable*/', '// @ts-nocheck'],
        ...['//@ts-nocheck', '//  @ts-nocheck', '// Stryker disable all', '/* istanbul ignore file */'],
        ...['/* c8 ignore start */', '/* v8 ignore file */', '// @format-ignore', '//@format-ignore'],
        ...['/* @format-ignore', '/*  @format-ignore', '/* prettier-ignore-start */'],
      ],
      ['// @ts-nochecked', '// eslint-disabled', '// a plain comment', '/** @format-ignore */'],
    ],
    [
      `${ALL}: muted-line: a judge does not look here any more`,
      [
        ...['/* eslint-disable no-var */', '// eslint-disable-next-line no-var', 'a(); // eslint-disable-line'],
        ...['// @ts-ignore', '// @ts-expect-error: a', '// prettier-ignore', '// Stryker disable next-line'],
        ...['/* istanbul ignore next */', '/* c8 ignore next */', '/* v8 ignore next */'],
      ],
      ['// @ts-ignored', '// prettier-ignored', '// Stryker disabled', '/* v8 ignored */'],
    ],
  ])('%s', (...row) => check('a.js', row));
});

describe('Python', () => {
  test.each<Row>([
    [
      `${ALL}: debug-leftover: a breakpoint was left here`,
      [
        ...['breakpoint()', 'breakpoint  ()', 'pdb.set_trace()', 'ipdb  .  set_trace  ()', 'pudb.set_trace()'],
        ...['import pdb', '  from  ipdb  import a', 'import  pudb'],
      ],
      ['a.breakpoint()', 'my_breakpoint()', 'a import pdb', 'import pdbs', 'impdb.set_trace()'],
    ],
    [
      'code: unfinished-code: this is still to be written',
      [
        ...['raise NotImplementedError', 'raise  NotImplementedError  ', 'raise NotImplementedError()'],
        ...['raise NotImplementedError  (  )  ', 'raise NotImplementedError("a")'],
      ],
      ['raise NotImplementedErrors', 'braise NotImplementedError', 'raise NotImplementedError(a)'],
    ],
    [
      'code: print-in-library: a library does not print',
      ['print(a)', 'print  (a)'],
      ['a.print(a)', 'pprint(a)', '# print(a)'],
    ],
    [
      `${ALL}: skipped-test: the test is not run any more`,
      [
        ...['@pytest.mark.skip', '@  pytest  .  mark  .  skipif(a)', '@pytest.mark.xfail', '@unittest.skip("a")'],
        ...[
          '@  unittest  .  skipUnless(a)',
          '@unittest.expectedFailure',
          'pytest.skip("a")',
          'pytest  .  xfail  ("a")',
        ],
        ...['pytest.importorskip("a")', 'self.skipTest("a")', 'self  .  skipTest  ("a")', 'raise SkipTest'],
        ...['raise  unittest  .  SkipTest("a")', 'raise unittest.SkipTest', '__test__=False', '__test__  =  False'],
        ...[
          'collect_ignore = [a]',
          'collect_ignore_glob=[a]',
          'collect_ignore  =[a]',
          'pytestmark  = a',
          'pytestmark=a',
        ],
      ],
      [
        ...['@unittest.expectedFailures', '@pytest.mark.skipped', 'raise SkipTests', '__test__ = Falsehood'],
        ...['my_pytest.skip()', 'myself.skipTest()', '__test__ = True'],
      ],
    ],
    [
      'tests: hollow-assertion: this holds whatever the code does',
      [
        ...['assert True', 'assert  (  True  )', 'assert 1', 'assert(1)', 'assert not False', 'assert not  False, "a"'],
        ...['assert a == a', 'assert a==a', 'assert a  ==  a  ,', 'self.assertTrue(True)'],
        'self.assertTrue  (  True  )',
      ],
      ['assert a == b', 'assert True and a', 'assert 12', 'self.assertTrue(Truely)'],
    ],
    [
      `${ALL}: muted-file: a judge does not look at this file any more`,
      [
        ...[
          '# flake8: noqa',
          '#flake8:noqa',
          '#  flake8  :  noqa  ',
          '# ruff: noqa',
          '#ruff:noqa',
          '# ruff  :  noqa  ',
        ],
        ...['# pylint: skip-file', '#pylint  :  skip-file', '#pylint:skip-file', '# mypy: ignore-errors'],
        ...['#mypy  :  ignore-errors', '#mypy:ignore-errors', '# fmt: off', '#fmt  :  off', '#fmt:off'],
        ...['# type: ignore', '#type  :  ignore  ', '#type:ignore'],
      ],
      ['# flake8: noqa: E501', '# ruff: noqa: F401', '# pylint: skip', '# a comment'],
    ],
    [
      `${ALL}: muted-line: a judge does not look here any more`,
      [
        ...['a = b  # type: ignore', 'a()  # noqa', 'a()  #noqa: E501', 'a()  #  noqa', 'a  # type: ignore[arg]'],
        ...['a  #type  :  ignore[a]', 'a  #type:ignore[a]', '# pragma: no cover', '#pragma  :  no cover'],
        ...['#pragma:no cover', '# nosec', '# pylint: disable=a', '#pylint  :  disable=a', '#pylint:disable=a'],
        ...['# fmt: skip', '#fmt  :  skip', '#fmt:skip'],
      ],
      ['# noqas', '# type: ignored', '# nosecret', 'noqa'],
    ],
  ])('%s', (...row) => check('a.py', row));
});

test('a text of no language that is known says nothing', () => {
  for (const line of ['debugger;', 'dbg!(a)', 'breakpoint()', '# noqa']) expect(marksOf('a.txt', line)).toEqual([]);
});

test('each rule speaks once for a line, a file that is muted speaks for its lines, and the line is cut at 80 characters', () => {
  const long = `dbg!(a); dbg!(b); ${'x'.repeat(100)}`;
  const source = changedSource(
    'a.rs',
    [
      {
        removed: [{ line: 1, text: '  todo!()' }],
        added: [
          { line: 1, text: `  ${long}  ` },
          { line: 2, text: 'todo!()' },
          { line: 3, text: 'todo!()' },
        ],
      },
    ],
    undefined,
    undefined,
  );
  const told = { level: 'failure', path: 'a.rs', names: [] };
  expect(findMarks(source, 'tests')).toEqual([
    { ...told, rule: 'debug-leftover', line: 1, message: `dbg! was left here: ${long.slice(0, 80)}` },
    { ...told, rule: 'unfinished-code', line: 3, message: 'this is still to be written: todo!()' },
  ]);
  expect(marksOf('a.js', '/* eslint-disable */ // @ts-ignore')).toEqual([
    `${ALL}: muted-file: a judge does not look at this file any more`,
  ]);
});

test('one lint that is off by its name is no matter in tests', () => {
  for (const text of ['#![allow(dead_code)]', '#  !  [  allow  (dead_code)]', '#![cfg_attr(test, allow(dead_code))]'])
    expect(marksOf('a.rs', text)).toEqual([
      'tests: muted-line: a lint is off in this file',
      'code settings other: muted-file: a lint is off for the whole module',
    ]);
});

test('an old test may not become one of a panic, a new one may be', () => {
  const old = '#[test]\nfn a() {}\n';
  const panics = '#[test]\n#[should_panic]\nfn a() {}\n';
  const rules = (before: string) => findMarks(changeOf('a.rs', before, panics), 'tests').map(({ message }) => message);
  expect(rules(old)).toEqual(['the test is now to panic: #[should_panic]']);
  expect(rules('')).toEqual([]);
});

describe('the name by which an issue may call a place', () => {
  const namesAt = (text: string, line = 1) => testNames(changedSource('a.rs', [], undefined, text), line);

  test.each<[string, string[]]>([
    ['fn  agrees_1() {', ['agrees_1']],
    ['async def  test_a(self):', ['test_a']],
    ["test('reads a header', f);", ['reads a header']],
    ['it.each  (  `a "b"`', []],
    ['it.only  (  "it\'s"', []],
    ['describe  (  "a b"', ['a b']],
    ['test.skip("a")', ['a']],
    ['#[ignore]\n#[test]\n\n\nfn fifth() {}', ['fifth']],
    ['#[ignore]\n#[test]\n\n\n\nfn sixth() {}', []],
    ['fnord a\nundef b\nlatest("c")', []],
    ['', []],
  ])('%j', (text, names) => {
    expect(namesAt(text)).toEqual(names);
  });

  test('is looked for from its line on; a file that is gone has none', () => {
    expect(namesAt('fn a() {}\nfn b() {}', 2)).toEqual(['b']);
    expect(testNames(changedSource('a.rs', [], 'fn a() {}', undefined), 1)).toEqual([]);
  });
});
