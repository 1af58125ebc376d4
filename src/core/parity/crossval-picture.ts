import { byOperator, type CrossvalReport } from './crossval-report.ts';

/** Errors below this are drawn as this: the chart is about where an operator is near its limit. */
const LEAST = 1e-9;

const power = (value: number): string => Math.log10(Math.min(1, Math.max(LEAST, value))).toFixed(1);

/** The worst error of each operator as a Mermaid chart, on a logarithmic scale, with the limit as a line. All names are our own words. */
export function crossvalPicture({ operators }: Pick<CrossvalReport, 'operators'>): string {
  const rows = byOperator(operators).filter(({ worst }) => worst !== undefined);
  return [
    '```mermaid',
    'xychart-beta horizontal',
    '  title "Worst error of each operator, as a power of ten"',
    `  x-axis [${rows.map(({ words }) => `"${words}"`).join(', ')}]`,
    `  y-axis "log10 of the error" ${Math.log10(LEAST)} --> 0`,
    `  bar [${rows.map(({ worst }) => power(worst!)).join(', ')}]`,
    `  line [${rows.map(({ limit }) => power(limit ?? LEAST)).join(', ')}]`,
    '```',
    '',
    'Bars: the error over the largest output. Line: the limit.',
  ].join('\n');
}
