import { describe, expect, test } from '@jest/globals';
import { lostTargets } from '../../../../src/core/testing/cargo-targets.ts';

const PACKAGE = '[package]\nname = "m"\n';
/** With a package, which stands behind what begins with a caret. */
const manifest = (text: string) => (text.startsWith('^') ? text.slice(1) + PACKAGE : PACKAGE + text);
const TREE = ['crates/m/src/lib.rs', 'crates/m/src/other.rs', 'crates/m/tests/real.rs', 'crates/m/tests/set/main.rs'];

describe('A-69 what a change of Cargo.toml takes out of the run', () => {
  test.each<[string, string, string, string[]]>([
    ['nothing', '', '[dependencies]\nrand = "0.9"\n', []],
    [
      'another file has the name of a test',
      '',
      '[[test]]\nname = "real"\npath = "other/empty.rs"\n',
      ['4 no target: tests/real.rs'],
    ],
    [
      'the same in one line',
      '',
      '^test = [{ name = "set", path = "src/other.rs" }]\n',
      ['1 no target: tests/set/main.rs'],
    ],
    ['a new target beside the others', '', '[[test]]\nname = "more"\npath = "src/other.rs"\n', []],
    ['a name for the file that has it', '', '[[test]]\nname = "real"\npath = "./tests/real.rs"\n', []],
    [
      'a target outside of tests/ is dropped',
      '[[test]]\nname = "o"\npath = "src/other.rs"\n',
      '',
      ['1 no target: src/other.rs'],
    ],
    ['the library lies elsewhere', '', '[lib]\npath = "src/other.rs"\n', ['3 no target: src/lib.rs']],
    ['the file went with its target', '[lib]\npath = "src/gone.rs"\n', '', []],
    ['a quoted key', '', '[lib]\n"doctest" = false\n', ['4 lib.doctest = false']],
    ['a dotted key', '', '^lib.harness = false\n', ['1 lib.harness = false']],
    [
      'tests are not looked for',
      'autotests = true\n',
      '"autotests" = false\n',
      ['1 no target: tests/real.rs', '1 no target: tests/set/main.rs', '3 package.autotests = false'],
    ],
    [
      'a feature that is no default any more',
      '[features]\ndefault = ["slow"]\nslow = []\n',
      '[features]\ndefault = []\nslow = []\n',
      ['4 no default feature: slow'],
    ],
    ['a feature that went', '[features]\ndefault = ["slow"]\nslow = []\n', '[features]\ndefault = []\n', []],
    ['what cannot be read is for cargo to refuse', '', '[package]\n', []],
  ])('%s', (_, before, after, expected) => {
    const found = lostTargets(manifest(before), manifest(after), 'crates/m/', TREE);
    expect(found.map(({ line, what }) => `${line} ${what}`)).toEqual(expected);
  });

  test('a workspace without a package has no target of its own', () => {
    expect(lostTargets('[workspace]\n', '[workspace]\n[lib]\npath = "x.rs"\n', '', ['src/lib.rs'])).toEqual([]);
  });
});
