// Mutation of src/core, see docs/mutation-testing.md.
import { availableParallelism } from 'node:os';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: ['src/core/**/*.ts'],
  // What is not mutated is read from where it lies. Embedded data is written by a generator.
  ignorePatterns: ['**', '!src/core/**/*.ts', 'src/core/embedded.ts'],
  symlinkNodeModules: false,
  plugins: ['./scripts/mutation/plugin.mjs'],
  testRunner: 'bitnet-flow',
  coverageAnalysis: 'perTest',
  concurrency: Math.max(1, availableParallelism()),
  timeoutMS: 4_000,
  timeoutFactor: 3,
  tempDirName: 'build/mutation/sandboxes',
  cleanTempDir: 'always',
  reporters: ['json', 'html', 'clear-text'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
  jsonReporter: { fileName: 'build/mutation/mutation.json' },
  htmlReporter: { fileName: 'build/mutation/index.html' },
  thresholds: { high: 95, low: 85, break: 85 },
  // The runner loads the code anew for each mutant, so one that acts while a file loads costs no more than another.
  warnings: { slow: false },
};
