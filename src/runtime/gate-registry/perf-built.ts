import { runPerfGate } from '../perf/gate-runner.ts';
import type { PerfRunner } from './perf-runner.ts';

/** The measurement behind gates of the kind `perf`; were it undefined, such a gate would be a fail. */
export const perfRunner: PerfRunner | undefined = runPerfGate;
