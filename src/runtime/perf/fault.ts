import type { PERF_FAULTS } from '../../core/perf/report.ts';
import { logLine } from '../../core/text.ts';
import type { RunResult } from '../process/run.ts';
import type { ComparisonRequest } from './request.ts';

/** Why a comparison ended before its runs could be judged; it becomes part of the report. */
export class PerfFault extends Error {
  readonly reason: (typeof PERF_FAULTS)[number];
  readonly fix: string;

  constructor(reason: PerfFault['reason'], why: string, fix: string) {
    super(why);
    this.name = 'PerfFault';
    this.reason = reason;
    this.fix = fix;
  }
}

/** The limit of the whole comparison was reached. */
export function outOfTime({ totalMs }: Pick<ComparisonRequest, 'totalMs'>): PerfFault {
  return new PerfFault(
    'time-limit',
    `the time for setup, build and all runs, ${Math.round(totalMs / 1000)} s, is used up`,
    'give more time, or a benchmark that is shorter',
  );
}

/** How a command ended, with the last line that it wrote. */
export function endWords({ exitCode, signal, notFound, stdout, stderr }: RunResult): string {
  const last = `${stdout}\n${stderr}`
    .split('\n')
    .map((line) => line.trim())
    .findLast((line) => line !== '');
  const end = notFound
    ? 'could not be started'
    : exitCode === null
      ? `was ended by ${signal ?? 'a signal'}`
      : `ended with exit ${exitCode}`;
  return last === undefined ? `${end} and wrote nothing` : `${end}; its last line: ${logLine(last).slice(2, 300)}`;
}
