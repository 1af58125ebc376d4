import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FlowError } from '../../core/errors.ts';
import { resultOf, type PerfMeasurement, type PerfResult } from '../../core/perf/report.ts';
import { perfSummary } from '../../core/perf/summary.ts';
import { askedLines, perfLines } from '../../core/perf/terminal.ts';
import { redacted } from '../../core/public-safety/redact.ts';
import { findingsLine } from '../../core/public-safety/refuse.ts';
import { publicValue } from '../../core/public-safety/scanned.ts';
import { printable } from '../../core/text.ts';
import { writePublic } from '../../runtime/artefact.ts';
import { comparePerformance } from '../../runtime/perf/compare.ts';
import { gitSays } from '../../runtime/git/top.ts';
import { withoutMachine } from '../../runtime/public-safety/machine-folders.ts';
import { appendSummary } from '../../runtime/runner.ts';
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
  if (options.head === 'HEAD' && (await gitSays(request.repository, 'status', '--porcelain', '-uno')) !== '')
    say('note    head is the last commit: changes that are not committed are not measured\n');
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
  const taken = options.out === undefined ? '' : write(options.out, answer, summary);
  if (taken !== '') say(`taken out of what --out keeps, because it must not become public: ${taken}\n`);
  await appendSummary(`${summary}\n`);
  const width = process.stdout.columns ?? PLAIN_WIDTH;
  return {
    ok: result.verdict === 'pass' && taken === '',
    lines: ['', ...perfLines(measured, result, { color, width })],
    json: answer,
  };
}

/** Writes both forms, and says what was taken out of them: whoever asks for a folder keeps it, often as an artefact. */
function write(folder: string, answer: PerfAnswer, summary: string): string {
  try {
    const told = publicValue(JSON.parse(withoutMachine(JSON.stringify(answer))) as unknown);
    const page = redacted(withoutMachine(summary));
    writePublic(join(folder, 'perf.json'), told.value);
    writeFileSync(join(folder, 'perf.md'), `${page.text}\n`);
    return findingsLine([...told.findings, ...page.findings]);
  } catch (cause) {
    throw new FlowError('bad-input', `cannot write there: ${(cause as Error).message}`, {
      at: '--out',
      fix: 'give a folder that can be written',
      cause,
    });
  }
}
