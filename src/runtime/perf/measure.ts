import { lstatSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { machineFingerprint } from '../../core/machine.ts';
import { readMetric, WALL_CLOCK } from '../../core/perf/metric.ts';
import type { MeasuredRun, Side } from '../../core/perf/run.ts';
import { seenMachine } from '../machine.ts';
import { firstGroupsWithin } from './first-groups.ts';
import { endWords, outOfTime, PerfFault } from './fault.ts';
import type { ComparisonRequest } from './request.ts';
import { runIn, type PerfSide } from './side.ts';

/** Bytes of a JSON file that are read. */
const MOST_BYTES = 1024 * 1024;

/** Runs the command once and reads its metric. A run that fails, hangs or tells no metric is a fault, never a missing sample. */
export async function measure(
  side: PerfSide,
  as: Side,
  request: ComparisonRequest,
  what: string,
  deadline: number,
): Promise<MeasuredRun> {
  const left = deadline - performance.now();
  if (left <= 0) throw outOfTime(request);
  const file = request.jsonFile === undefined ? undefined : jsonFile(side.tree, request.jsonFile);
  file?.remove();
  const started = performance.now();
  const end = await runIn(side, request.command, request, { timeoutMs: Math.min(request.runMs, left) });
  const ms = performance.now() - started;
  if (end.timedOut) {
    if (left < request.runMs) throw outOfTime(request);
    throw new PerfFault(
      'timeout',
      `${what} did not end within ${request.runMs / 1000} s and was ended with its children`,
      'give each run more time, or let it do less',
    );
  }
  if (end.exitCode !== 0)
    throw new PerfFault(
      'run',
      `${what} ${endWords(end)}`,
      'a run that fails is no sample: repair it, or the benchmark',
    );
  const told =
    request.metric === WALL_CLOCK
      ? { value: ms.toFixed(3), unit: 'ms' }
      : readMetric(
          {
            stdout: end.stdout,
            ...(file === undefined ? {} : { file: { name: request.jsonFile!, text: file.read() } }),
          },
          { metric: request.metric, pattern: request.pattern },
          firstGroupsWithin(),
        );
  if ('problem' in told)
    throw new PerfFault(
      'missing-metric',
      `${what}: ${told.problem}${end.truncated ? ' (so much was written that its middle was not kept)' : ''}`,
      howToTell(request),
    );
  return { side: as, ...told, machine: machineFingerprint(seenMachine(), []), ms: Math.round(ms * 1000) / 1000 };
}

function howToTell({ metric, pattern, jsonFile }: ComparisonRequest): string {
  if (jsonFile !== undefined) return `write ${jsonFile} as JSON that holds ${metric}, in plain decimal digits`;
  if (pattern !== undefined)
    return `print one line that \`${pattern}\` matches, its first group in plain decimal digits`;
  return `print the line \`${metric}: 12.34 unit\`, or JSON that holds it, with plain decimal digits`;
}

/** A file that a run writes in its tree. One that lies there before is removed; a link, or a folder that leads out of the tree, is no such file. */
function jsonFile(tree: string, path: string): { remove: () => void; read: () => string | undefined } {
  const file = join(tree, path);
  const inside = (): boolean => {
    try {
      const folder = realpathSync(dirname(file));
      return folder === realpathSync(tree) || folder.startsWith(realpathSync(tree) + sep);
    } catch {
      return false; // its folder is not there
    }
  };
  return {
    remove: () => {
      if (inside()) rmSync(file, { force: true });
    },
    read: () => {
      const stat = inside() ? lstatSync(file, { throwIfNoEntry: false }) : undefined;
      return stat?.isFile() === true && stat.size <= MOST_BYTES ? readFileSync(file, 'utf8') : undefined;
    },
  };
}
