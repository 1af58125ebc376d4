import type { PerfRunner } from './perf-runner.ts';

/** The measurement behind gates of the kind `perf`; undefined while this version has none, and such a gate is then a fail. */
export const perfRunner: PerfRunner | undefined = undefined;
