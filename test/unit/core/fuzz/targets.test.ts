import { expect, test } from '@jest/globals';
import { FUZZ_MANIFEST, fuzzTargets } from '../../../../src/core/fuzz/targets.ts';

test('the targets of a manifest, with the lines of their names', () => {
  const manifest = `name = "no-table"
[package]
name = "no-target"
path = "no.rs"
[[bin]]
name = "one"
test = false
  [[ bin ]] # with a path
  path = 'targets/two.rs' # here
  name = 'two'
[[bin]]
path = "without-a-name.rs"
[[bin]]
name = "two words"
[dependencies]
name = "no-target"
[[binary]]
name = "no-target"
[[bin]]
name = "three"`;
  expect(fuzzTargets(manifest)).toEqual([
    { name: 'one', path: 'fuzz/fuzz_targets/one.rs', line: 6 },
    { name: 'two', path: 'fuzz/targets/two.rs', line: 10 },
    { name: 'three', path: 'fuzz/fuzz_targets/three.rs', line: 20 },
  ]);
  expect([fuzzTargets(''), FUZZ_MANIFEST]).toEqual([[], 'fuzz/Cargo.toml']);
});
