import { availableParallelism } from 'node:os';

export default {
  // Many tests wait for processes of their own, about a quarter of their time: three files at a time keep two cores at work.
  maxWorkers: Math.max(3, Math.floor(availableParallelism() / 2)),
  testSequencer: '<rootDir>/scripts/jest-order.mjs',
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' }, module: { type: 'es6' } },
    ],
  },
  // The end of a test that hangs, and no limit that one that runs has to keep on a machine with other work.
  testTimeout: 180_000,
};
