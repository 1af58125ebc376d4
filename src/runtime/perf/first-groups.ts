import { runInNewContext } from 'node:vm';
import type { FirstGroups } from '../../core/perf/metric.ts';

/** Wall-clock milliseconds for all lines of a run; a pattern that does not backtrack needs a few. */
const LIMIT_MS = 2000;

const TRY_EACH = `
  const expression = new RegExp(pattern);
  JSON.stringify(lines.flatMap((line) => {
    const match = expression.exec(line);
    return match === null ? [] : [match[1] ?? ''];
  }))`;

/** Gives a `FirstGroups` that is ended after `limitMs`: a regular expression cannot be interrupted otherwise, and nothing else runs meanwhile. */
export function firstGroupsWithin(limitMs: number = LIMIT_MS): FirstGroups {
  return (pattern, lines) => {
    try {
      return JSON.parse(runInNewContext(TRY_EACH, { pattern, lines }, { timeout: limitMs }) as string) as string[];
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
      return { problem: `the pattern was still trying after ${limitMs / 1000} s: it backtracks, as \`(a+)+\` does` };
    }
  };
}
