import { max, min, quantile } from 'simple-statistics';
import type { PerfResult } from './report.ts';
import { percent, signedPct } from './report.ts';
import { limitOf, worse } from './budget.ts';
import type { PerfPlan } from './judge.ts';
import { valuesOf, type MeasuredRun } from './run.ts';

/** Marks for one, two, three and more runs that fall into one column. */
const MARKS = ['·', ':', '⁝', '█'] as const;
const LABEL = 6;

/** Runs of both sides on one scale, for a terminal: each run as a mark, and below it quartiles and median. At most `width` columns. */
export function samplesPlot(runs: readonly MeasuredRun[], width: number): string[] {
  const columns = Math.max(20, Math.min(width, 100) - LABEL);
  const values = { base: valuesOf(runs, 'base'), head: valuesOf(runs, 'head') };
  const all = [...values.base, ...values.head];
  if (all.length === 0) return [];
  const low = min(all);
  const span = max(all) - low;
  const place = (value: number): number => (span === 0 ? 0 : Math.round(((value - low) / span) * (columns - 1)));
  const lines = (['base', 'head'] as const).flatMap((side) =>
    values[side].length === 0
      ? []
      : [
          `${side.padEnd(LABEL)}${strip(values[side].map(place), columns)}`,
          `${' '.repeat(LABEL)}${box(values[side], place)}`,
        ],
  );
  const unit = runs[0]!.unit === '' ? '' : ` ${runs[0]!.unit}`;
  const [left, right] = [short(low), `${short(low + span)}${unit}`];
  return [...lines, `${' '.repeat(LABEL)}${left}${right.padStart(Math.max(right.length + 1, columns - left.length))}`];
}

function strip(places: readonly number[], columns: number): string {
  const counts = Array.from({ length: columns }, () => 0);
  for (const at of places) counts[at]!++;
  return counts
    .map((count) => (count === 0 ? ' ' : MARKS[Math.min(count, MARKS.length) - 1]!))
    .join('')
    .trimEnd();
}

/** `├──░░┃░░──┤`: from the least to the most, the middle half shaded, the median a bar. */
function box(values: readonly number[], place: (value: number) => number): string {
  const at = (share: number): number => place(quantile([...values], share));
  const [first, lower, middle, upper, last] = [at(0), at(0.25), at(0.5), at(0.75), at(1)];
  const cells = Array.from<unknown, string>({ length: last + 1 }, (_, i) =>
    i < first ? ' ' : i >= lower && i <= upper ? '░' : '─',
  );
  if (first < lower) cells[first] = '├';
  if (last > upper) cells[last] = '┤';
  cells[middle] = '┃';
  return cells.join('');
}

/** Six digits that matter, without zeros at the end. */
export function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** The change with its interval, no change and the budget on one scale, and a line that names them. Empty without numbers. */
export function changePlot({ numbers }: PerfResult, plan: PerfPlan, width: number): string[] {
  if (numbers === undefined) return [];
  const columns = Math.max(20, Math.min(width, 100) - LABEL);
  const { lowPct, highPct } = numbers;
  const budget = percent(worse(limitOf(plan.budgetPct, plan.direction), plan.direction));
  const low = Math.min(0, lowPct, budget);
  const span = Math.max(0, highPct, budget) - low;
  const place = (value: number): number => Math.round(((value - low) / span) * (columns - 1));
  const cells = Array.from<unknown, string>({ length: columns }, (_, i) =>
    i >= place(lowPct) && i <= place(highPct) ? '═' : ' ',
  );
  cells[place(0)] = '│';
  cells[place(budget)] = '┃';
  cells[place(Number(numbers.deltaPct))] = '●';
  return [
    `delta ${cells.join('').trimEnd()}`,
    `${' '.repeat(LABEL)}● ${signedPct(Number(numbers.deltaPct))} (${signedPct(lowPct)} to ${signedPct(highPct)})   │ no change   ┃ budget ${signedPct(budget)}`,
  ];
}
