/** One series of a distribution: a count for each bin. */
export interface ErrorSeries {
  readonly name: string;
  readonly counts: readonly number[];
}

/** Names of bins whose first holds exact zeros, the last what is above all limits: `0`, `≤1e-8`, …, `>1e-2`. */
export function binNames(limits: readonly number[]): string[] {
  const power = (limit: number): string => limit.toExponential().replace('e+0', '');
  return [...limits.map((limit) => (limit === 0 ? '0' : `≤${power(limit)}`)), `>${power(limits.at(-1)!)}`];
}

/** Where a value falls among the bins of `limits`. */
export function binOf(limits: readonly number[], value: number): number {
  const at = limits.findIndex((limit) => value <= limit);
  return at < 0 ? limits.length : at;
}

/** Shares in percent, to one digit. */
function percents(counts: readonly number[]): number[] {
  const all = counts.reduce((sum, each) => sum + each, 0);
  return counts.map((each) => (all === 0 ? 0 : Math.round((1000 * each) / all) / 10));
}

/**
 * A distribution as a Mermaid chart, which GitHub renders in summaries and comments: bars for the first series, a line for the second. Names are
 * our own words; nothing from outside may stand in them.
 */
export function errorChart(title: string, limits: readonly number[], series: readonly ErrorSeries[]): string {
  return [
    '```mermaid',
    'xychart-beta',
    `  title "${title}"`,
    `  x-axis "relative error" [${binNames(limits)
      .map((name) => `"${name}"`)
      .join(', ')}]`,
    '  y-axis "% of outputs" 0 --> 100',
    ...series.map(({ counts }, at) => `  ${at === 0 ? 'bar' : 'line'} [${percents(counts).join(', ')}]`),
    '```',
    '',
    series.map(({ name }, at) => `${at === 0 ? 'Bars' : 'Line'}: ${name}.`).join(' '),
  ].join('\n');
}

const BAR = 40;

/** The same for a terminal: a row of blocks for each bin. */
export function errorBars(limits: readonly number[], { name, counts }: ErrorSeries): string[] {
  const shares = percents(counts);
  return [
    name,
    ...binNames(limits).map((bin, at) => {
      const share = shares[at]!;
      const bar = '█'.repeat(Math.max(counts[at]! > 0 ? 1 : 0, Math.round((share * BAR) / 100)));
      const text = share < 0.1 && counts[at]! > 0 ? '<0.1' : share.toFixed(1);
      return `  ${bin.padEnd(6)} ${text.padStart(5)} %${bar === '' ? '' : ` ${bar}`}`;
    }),
  ];
}
