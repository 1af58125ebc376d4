import { printable } from '../text.ts';
import { wrap } from '../merge-plan/text.ts';
import { budgetWords, percent, signedPct, type PerfMeasurement, type PerfResult } from './report.ts';
import { changePlot, samplesPlot } from './samples-plot.ts';

const COLOR = { pass: '32', fail: '31', inconclusive: '33' } as const;
const ICON = { pass: '✓', fail: '✗', inconclusive: '?' } as const;

/** A comparison for a terminal: what was compared, the runs, the change against the budget, and the verdict in words. */
export function perfLines(
  measured: PerfMeasurement,
  result: PerfResult,
  { color, width }: { readonly color: boolean; readonly width: number },
): string[] {
  const { selfTest, verdict, reason, words, fix } = result;
  const paint = (text: string): string => (color ? `\u001b[${COLOR[verdict]}m${text}\u001b[0m` : text);
  const plot = [...samplesPlot(measured.runs, width), '', ...changePlot(result, measured, width)];
  return [
    ...(measured.runs.length < 3 ? [] : [...plot, '']),
    ...(selfTest === undefined || 'problem' in selfTest
      ? []
      : [
          `self-test  base against itself: ${signedPct(percent(selfTest.difference))} (${signedPct(percent(selfTest.interval.low))} to ${signedPct(percent(selfTest.interval.high))})`,
        ]),
    `machine    ${measured.machine.fingerprint}, ${measured.machine.cores} cores; isolation: ${measured.machine.isolation}; ${measured.seconds} s`,
    '',
    `${paint(`${ICON[verdict]} ${verdict}`)} (${reason})`,
    ...wrap(printable(words, 3000), 2),
    ...(fix === '' ? [] : wrap(`Fix: ${printable(fix, 500)}.`, 2)),
  ];
}

/** A commit by its short name, and the name that a person gave it where that is another one. */
function named({ ref, sha }: PerfMeasurement['base']): string {
  return `${sha.slice(0, 12)}${ref === sha ? '' : ` ${printable(ref, 60)}`}`;
}

/** What is compared, before anything runs. */
export function askedLines(
  asked: Pick<PerfMeasurement, 'base' | 'head' | 'metric' | 'direction' | 'budgetPct' | 'minRuns' | 'maxRuns' | 'gate'>,
): string[] {
  const { base, head, metric, direction, minRuns, maxRuns, gate } = asked;
  return [
    ...(gate === undefined ? [] : [`gate    ${gate}`]),
    `metric  ${metric}, ${direction} is better, budget ${budgetWords(asked)}`,
    `base    ${named(base)}`,
    `head    ${named(head)}`,
    `runs    ${minRuns} of each, up to ${maxRuns} while they cannot tell`,
  ];
}
