/** Folders of the tests that run while code is mutated: those of the pure rooms, which need no process and no port. */
export const TEST_FOLDERS = ['core', 'gates', 'flow', 'agents', 'generator', 'metadata', 'fuzz'].map(
  (room) => `test/unit/${room}`,
);

/** Test files of these folders that do not run there, each with its reason. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'test/unit/fuzz/census.test.ts': 'imports what it tests by a path that it computes, which no bundle can hold',
  'test/unit/generator/compile.test.ts': 'needs packages that cannot be loaded into a bundle',
  'test/unit/generator/gpu-gate.test.ts': 'needs packages that cannot be loaded into a bundle',
  'test/unit/metadata/generate.test.ts': 'is about the files of this repository, found from where the code lies',
  'test/unit/flow/replay.test.ts': 'counts how many random cases it was given',
  'test/unit/core/public-safety/linear.test.ts': 'measures that time grows with the text: a mutant takes minutes there',
  'test/unit/core/public-safety/false-alarms.test.ts':
    'reads every fixture for seconds, and asserts only that nothing is found',
};
