import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FlowError } from '../../core/errors.ts';
import { resultOf, type PerfMeasurement, type PerfResult } from '../../core/perf/report.ts';
import { perfSummary } from '../../core/perf/summary.ts';
import { askedLines, perfLines } from '../../core/perf/terminal.ts';
import { printable } from '../../core/text.ts';
import { comparePerformance } from '../../runtime/perf/compare.ts';
import type { PerfOptions } from './options.ts';
import { readRequest } from './request.ts';

/** What `--json` prints and `--out` keeps: the verdict, and all that it was computed from. */
export interface PerfAnswer extends PerfResult {
  readonly measured: PerfMeasurement;
}

/** Width of lines that go to a file or a pipe. */
const PLAIN_WIDTH = 80;

/** Compares two commits and says what that means. Only a pass is ok. */
export async function runPerf(
  command: readonly string[],
  options: PerfOptions,
  { color, signal }: { readonly color: boolean; readonly signal: AbortSignal },
): Promise<{ ok: boolean; lines: readonly string[]; json: PerfAnswer }> {
  const request = await readRequest(command, options);
  const say = (text: string): void => void process.stderr.write(text);
  for (const line of askedLines(request)) say(`${line}\n`);
  const terminal = process.stderr.isTTY === true;
  const measured = await comparePerformance(
    request,
    {
      log: (line) => say(`${terminal ? '\r\u001b[K' : ''}… ${printable(line, 200)}\n`),
      onRun: (part, done, most) => {
        if (terminal) say(`\r\u001b[K… ${part}: ${done} of at most ${most} runs of each`);
      },
    },
    signal,
  );
  if (terminal) say('\r\u001b[K');
  const result = resultOf(measured);
  const answer: PerfAnswer = { ...result, measured };
  const summary = perfSummary(measured, result);
  if (options.out !== undefined) write(options.out, answer, summary);
  const page = process.env['GITHUB_STEP_SUMMARY'];
  if (page !== undefined && page !== '') appendFileSync(page, `${summary}\n`);
  const width = process.stdout.columns ?? PLAIN_WIDTH;
  return { ok: result.verdict === 'pass', lines: ['', ...perfLines(measured, result, { color, width })], json: answer };
}

function write(folder: string, answer: PerfAnswer, summary: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'perf.json'), `${JSON.stringify(answer, undefined, 2)}\n`);
    writeFileSync(join(folder, 'perf.md'), `${summary}\n`);
  } catch (cause) {
    throw new FlowError('bad-input', `cannot write there: ${(cause as Error).message}`, {
      at: '--out',
      fix: 'give a folder that can be written',
      cause,
    });
  }
}
