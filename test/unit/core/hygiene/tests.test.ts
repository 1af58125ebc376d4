import { describe, expect, test } from '@jest/globals';
import type { HygieneFinding } from '../../../../src/core/hygiene/finding.ts';
import { changedSource } from '../../../../src/core/hygiene/source.ts';
import { deletedTests, weakenedTests } from '../../../../src/core/hygiene/tests.ts';
import { changeOf } from '../../../fixtures/gates/source-change.ts';

/** `rule level line [names]: message`. */
const line = ({ rule, level, line: at, names, message }: HygieneFinding) =>
  `${rule} ${level} ${at} [${names.join()}]: ${message}`;
const told = ([path, before, after]: readonly [string, string, string]): string[] =>
  weakenedTests(changeOf(path, before, after)).map(line);
type Row = readonly [
  name: string,
  change: readonly [path: string, before: string, after: string],
  told: readonly string[],
];
describe('a test that asks less', () => {
  test.each<Row>([
    [
      'an early end before one assertion',
      [
        'a.test.js',
        "test('a b', () => {\n  f();\n  assert(g());\n});\n",
        "test('a b', () => {\n  return;\n  assert(g());\n});\n",
      ],
      ['early-return failure 2 [a b]: a line that asserts stands behind it: return;'],
    ],
    [
      'an early end before two',
      [
        'a.test.js',
        "test('a', () => {\n  f();\n  assert(g());\n  expect(h()).toBe(1);\n});\n",
        "test('a', () => {\n  process.exit(0);\n  assert(g());\n  expect(h()).toBe(1);\n});\n",
      ],
      ['early-return failure 2 [a]: 2 lines that assert stand behind it: process.exit(0);'],
    ],
    [
      'the same line asserts behind it',
      ['a.test.js', "test('a', () => {\n});\n", "test('a', () => {\n  if (x) return; assert(g());\n});\n"],
      ['early-return failure 2 [a]: a line that asserts stands behind it: if (x) return; assert(g());'],
    ],
    [
      'an early end where nothing asserts',
      ['a.test.js', "test('a', () => {\n  f();\n});\n", "test('a', () => {\n  return;\n});\n"],
      [],
    ],
    [
      'an early end in a test, assertions in the next',
      [
        'a.test.js',
        "test('a', () => {\n  f();\n});\ntest('b', () => {\n  assert(g());\n});\n",
        "test('a', () => {\n  return;\n});\ntest('b', () => {\n  assert(g());\n});\n",
      ],
      [],
    ],
    [
      'an early end in place of an assertion',
      ['a.test.js', "test('a', () => {\n  assert(g());\n});\n", "test('a', () => {\n  return;\n});\n"],
      [
        'early-return failure 2 [a]: an assertion stood here: return;',
        'fewer-assertions warning 1 []: it had 1 assertion, now it has 0',
      ],
    ],
    [
      'a return with a value',
      [
        'a.test.js',
        "test('a', () => {\n  assert(g());\n});\n",
        "test('a', () => {\n  return 1;\n  assert(g());\n});\n",
      ],
      [],
    ],
    [
      'an early end in a callback that asserts nothing',
      [
        'a.test.js',
        "test('a', () => {\n  list.forEach((x) => {\n    f();\n  });\n  assert(g());\n});\n",
        "test('a', () => {\n  list.forEach((x) => {\n    return;\n  });\n  assert(g());\n});\n",
      ],
      [],
    ],
    [
      'an early end in a block of a test',
      [
        'a.test.js',
        "test('a', () => {\n  if (x) {\n    f();\n  }\n  assert(g());\n});\n",
        "test('a', () => {\n  if (x) {\n    return;\n  }\n  assert(g());\n});\n",
      ],
      ['early-return failure 3 [a]: a line that asserts stands behind it: return;'],
    ],
    [
      'an early end in an else',
      [
        'a.test.js',
        "test('a', () => {\n  x();\n  assert(g());\n});\n",
        "test('a', () => {\n  if (x) { y(); } else return;\n  assert(g());\n});\n",
      ],
      ['early-return failure 2 [a]: a line that asserts stands behind it: if (x) { y(); } else return;'],
    ],
    [
      'an early end of undefined',
      [
        'a.test.js',
        "test('a', () => {\n  x();\n  assert(g());\n});\n",
        "test('a', () => {\n  if (x) return undefined;\n  assert(g());\n});\n",
      ],
      ['early-return failure 2 [a]: a line that asserts stands behind it: if (x) return undefined;'],
    ],
    [
      'Rust: Ok(())',
      [
        'tests/a.rs',
        '#[test]\nfn agrees() {\n    f();\n\n    assert!(g());\n}\n',
        '#[test]\nfn agrees() {\n    return Ok(());\n\n    assert!(g());\n}\n',
      ],
      ['early-return failure 3 [agrees]: a line that asserts stands behind it: return Ok(());'],
    ],
    [
      'Rust: None',
      [
        'tests/a.rs',
        '#[test]\nfn agrees() {\n    f();\n    assert!(g());\n}\n',
        '#[test]\nfn agrees() {\n    let Some(a) = f() else { return None };\n    assert!(g());\n}\n',
      ],
      [
        'early-return failure 3 [agrees]: a line that asserts stands behind it: let Some(a) = f() else { return None };',
      ],
    ],
    [
      'Rust: the process ends',
      [
        'tests/a.rs',
        '#[test]\nfn agrees() {\n    f();\n    assert!(g());\n}\n',
        '#[test]\nfn agrees() {\n    std::process::exit(0);\n    assert!(g());\n}\n',
      ],
      ['early-return failure 3 [agrees]: a line that asserts stands behind it: std::process::exit(0);'],
    ],
    [
      'Rust: an arm of a match',
      [
        'tests/a.rs',
        '#[test]\nfn agrees() {\n    f();\n    assert!(g());\n}\n',
        '#[test]\nfn agrees() {\n    match f() {\n        None => return,\n        Some(a) => a,\n    }\n    assert!(g());\n}\n',
      ],
      ['early-return failure 4 [agrees]: a line that asserts stands behind it: None => return,'],
    ],
    [
      'Rust: an exit with a fault is none',
      [
        'tests/a.rs',
        '#[test]\nfn agrees() {\n    f();\n    assert!(g());\n}\n',
        '#[test]\nfn agrees() {\n    std::process::exit(1);\n    assert!(g());\n}\n',
      ],
      [],
    ],
    [
      'Python: return',
      [
        'test_a.py',
        'def test_a():\n    f()\n    assert g()\n\ndef test_b():\n    assert h()\n',
        'def test_a():\n    return\n    assert g()\n\ndef test_b():\n    assert h()\n',
      ],
      ['early-return failure 2 [test_a]: a line that asserts stands behind it: return'],
    ],
    [
      'Python: sys.exit',
      [
        'test_a.py',
        'class T:\n    def test_a(self):\n        f()\n        self.assertEqual(g(), 1)\n',
        'class T:\n    def test_a(self):\n        sys.exit()\n        self.assertEqual(g(), 1)\n',
      ],
      ['early-return failure 3 [test_a]: a line that asserts stands behind it: sys.exit()'],
    ],
    [
      'an assertion as a comment',
      [
        'a.test.js',
        "test('a', () => {\n  assert(g(),  1);\n  assert(h());\n});\n",
        "test('a', () => {\n  //   assert(g(), 1);\n  assert(h());\n});\n",
      ],
      [
        'hollow-assertion failure 2 [a]: an assertion became a comment: assert(g(), 1);',
        'fewer-assertions warning 1 []: it had 2 assertions, now it has 1',
      ],
    ],
    [
      'an assertion as a comment of Python',
      [
        'test_a.py',
        'def test_a():\n    assert g()\n    assert h()\n',
        'def test_a():\n    # assert g()\n    assert h()\n',
      ],
      [
        'hollow-assertion failure 2 [test_a]: an assertion became a comment: assert g()',
        'fewer-assertions warning 1 []: it had 2 assertions, now it has 1',
      ],
    ],
    [
      'an assertion in a block of comment',
      [
        'a.test.js',
        "test('a', () => {\n  assert(g());\n  assert(h());\n});\n",
        "test('a', () => {\n  /* assert(g()); */\n  assert(h());\n});\n",
      ],
      [
        'hollow-assertion failure 2 [a]: an assertion became a comment: assert(g());',
        'fewer-assertions warning 1 []: it had 2 assertions, now it has 1',
      ],
    ],
    [
      'other code as a comment',
      [
        'a.test.js',
        "test('a', () => {\n  f();\n  assert(h());\n});\n",
        "test('a', () => {\n  // f();\n  assert(h());\n});\n",
      ],
      [],
    ],
    [
      'another comment in place of an assertion',
      [
        'a.test.js',
        "test('a', () => {\n  assert(g());\n  assert(h());\n});\n",
        "test('a', () => {\n  // as g\n  assert(h());\n});\n",
      ],
      ['fewer-assertions warning 1 []: it had 2 assertions, now it has 1'],
    ],
    [
      'three assertions became one',
      ['a.test.js', 'assert(a);\nassert(b);\nassert(c);\n', 'assert(a);\n'],
      ['fewer-assertions warning 1 []: it had 3 assertions, now it has 1'],
    ],
    ['as many assertions as before', ['a.test.js', 'assert(a);\n', 'assert(b);\n'], []],
    ['a new file', ['a.test.js', '', 'assert(b);\n'], []],
  ])('%s', (_, change, said) => {
    expect(told(change)).toEqual(said);
  });
});

test('a file that is gone, or was not read, has nothing behind its lines', () => {
  const gone = changedSource(
    'a.test.js',
    [{ removed: [{ line: 1, text: 'assert(a)' }], added: [] }],
    'assert(a)',
    undefined,
  );
  expect(weakenedTests(gone)).toEqual([]);
  const unread = changedSource(
    'a.test.js',
    [{ removed: [], added: [{ line: 1, text: 'return;' }] }],
    undefined,
    undefined,
  );
  expect(weakenedTests(unread)).toEqual([]);
  const replaced = changedSource(
    'a.test.js',
    [{ removed: [{ line: 1, text: 'assert(a)' }], added: [{ line: 1, text: 'return;' }] }],
    undefined,
    undefined,
  );
  expect(weakenedTests(replaced).map(line)).toEqual(['early-return failure 1 []: an assertion stood here: return;']);
});

test('what is far below an early end, or above it, is not looked at', () => {
  const far = (lines: number) => `test('a', () => {\n  return;\n${'  f();\n'.repeat(lines)}  assert(g());\n});\n`;
  const said = (lines: number) =>
    weakenedTests(changeOf('a.test.js', far(lines).replace('return;', 'h();'), far(lines)));
  expect(said(199)).toHaveLength(1);
  expect(said(200)).toEqual([]);
});

describe('tests that are gone', () => {
  const gone = (
    ...files: readonly (readonly [path: string, before: string | undefined, after: string | undefined])[]
  ) =>
    deletedTests(files.map(([path, before, after]) => changedSource(path, [], before, after))).map(
      (finding) => `${finding.path} ${line(finding)}`,
    );
  const tests = (...names: readonly string[]) => names.map((name) => `test('${name}', () => {});\n`).join('');

  test('one of two, and all of them with their file', () => {
    expect(gone(['a.test.js', tests('a', 'b'), tests('a')])).toEqual([
      'a.test.js deleted-test failure 1 [b]: the test b was deleted',
    ]);
    expect(gone(['a.test.js', tests('a'), undefined])).toEqual([
      'a.test.js deleted-test failure 1 [a]: the test a was deleted',
    ]);
  });

  test('as many as before: renamed; fewer: the rest is deleted', () => {
    expect(gone(['a.test.js', tests('a', 'b'), tests('a', 'c')])).toEqual([
      'a.test.js renamed-test warning 1 [b]: the test b went and another came',
    ]);
    expect(gone(['a.test.js', tests('a', 'b', 'c'), tests('a', 'd')])).toEqual([
      'a.test.js deleted-test failure 1 [b]: the test b was deleted',
      'a.test.js deleted-test failure 1 [c]: the test c was deleted',
    ]);
    expect(gone(['a.test.js', tests('a', 'b'), tests('c', 'd', 'e')])).toEqual([
      'a.test.js renamed-test warning 1 [a]: the test a went and another came',
      'a.test.js renamed-test warning 1 [b]: the test b went and another came',
    ]);
  });

  test('a test that moves to another file stays, and replaces nothing there', () => {
    expect(gone(['a.test.js', tests('a', 'b'), tests('b')], ['b.test.js', undefined, tests('a')])).toEqual([]);
    expect(gone(['a.test.js', tests('a'), undefined], ['b.test.js', tests('b'), tests('a')])).toEqual([
      'b.test.js deleted-test failure 1 [b]: the test b was deleted',
    ]);
  });
});
