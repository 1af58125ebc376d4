import { iqr, max, median, min } from 'simple-statistics';
import { tableCell, markdown } from '../text.ts';
import { budgetWords, percent, signedPct, type PerfMeasurement, type PerfResult } from './report.ts';
import { short } from './samples-plot.ts';
import { valuesOf, type MeasuredRun, type Side } from './run.ts';

const TITLES = { pass: '✅ pass', fail: '❌ fail', inconclusive: '❔ inconclusive' } as const;

/** Title of a verdict: `✅ pass (within-budget)`. */
export function verdictTitle({ verdict, reason }: Pick<PerfResult, 'verdict' | 'reason'>): string {
  return `${TITLES[verdict]} (${reason})`;
}

/** A comparison as Markdown for a job summary: verdict, table, chart, and every run behind a fold. */
export function perfSummary(measured: PerfMeasurement, result: PerfResult): string {
  const name = measured.gate === undefined ? 'Performance' : `\`${measured.gate.replaceAll('`', '')}\``;
  return [
    `### ${name}: ${verdictTitle(result)}`,
    '',
    markdown(result.words, 2000),
    ...(result.fix === '' ? [] : ['', `What to do: ${markdown(result.fix, 500)}.`]),
    '',
    ...table(measured, result),
    ...(measured.runs.length < 3 ? [] : ['', samplesChart(measured.runs)]),
    ...folded('Every run', measured.runs),
    ...folded('Every run of the self-test', measured.selfTest),
    '',
  ].join('\n');
}

function table(measured: PerfMeasurement, { numbers, selfTest }: PerfResult): string[] {
  const { runs, base, head, machine } = measured;
  const unit = runs[0]?.unit ?? '';
  const cell = (text: string): string => tableCell(text);
  // Code, so that what is copied is the name of the commit and nothing invisible.
  const hex = (text: string): string => (/^[0-9a-f]+$/.test(text) ? `\`${text}\`` : cell(text));
  const side = (name: string, { ref, sha }: PerfMeasurement['base']): string =>
    ref === sha ? name : `${name} ${cell(ref)}`;
  const rows: string[][] = [
    ['', side('Base', base), side('Head', head), 'Change'],
    ['---', '---', '---', '---'],
    ['Commit', hex(base.sha.slice(0, 12)), hex(head.sha.slice(0, 12)), ''],
    [
      `${cell(measured.metric)}${unit === '' ? '' : ` (${cell(unit)})`}, median`,
      middle(runs, 'base'),
      middle(runs, 'head'),
      numbers === undefined ? 'not judged' : signedPct(Number(numbers.deltaPct)),
    ],
    [
      'Spread of the middle half',
      spread(runs, 'base'),
      spread(runs, 'head'),
      numbers === undefined ? '' : `${signedPct(numbers.lowPct)} to ${signedPct(numbers.highPct)} (95 %)`,
    ],
    ['Runs', String(valuesOf(runs, 'base').length), String(valuesOf(runs, 'head').length), ''],
    ['Budget', '', '', `${budgetWords(measured)}, ${measured.direction} is better`],
    ...(numbers === undefined
      ? []
      : [['Detectable beyond the budget', '', '', signedPct(numbers.detectablePct).slice(1)]]),
    ...(selfTest === undefined || 'problem' in selfTest
      ? []
      : [
          [
            'Self-test: base against itself',
            '',
            '',
            `${signedPct(percent(selfTest.difference))}, ${signedPct(percent(selfTest.interval.low))} to ${signedPct(percent(selfTest.interval.high))} (99 %)`,
          ],
        ]),
    ['Machine', hex(machine.fingerprint), `${machine.cores} cores`, cell(`isolation: ${machine.isolation}`)],
  ];
  return rows.map((row) => `| ${row.join(' | ')} |`.replace('| --- | --- | --- | --- |', '|---|---|---|---|'));
}

function middle(runs: readonly MeasuredRun[], side: Side): string {
  const values = valuesOf(runs, side);
  return values.length === 0 ? '-' : short(median(values));
}

function spread(runs: readonly MeasuredRun[], side: Side): string {
  const values = valuesOf(runs, side);
  return values.length < 3 ? '-' : `${((100 * iqr(values)) / median(values)).toFixed(1)} %`;
}

/** Runs in their order as a Mermaid chart: one line for each side. All words are our own. */
export function samplesChart(runs: readonly MeasuredRun[]): string {
  const sides = { base: valuesOf(runs, 'base'), head: valuesOf(runs, 'head') };
  const all = [...sides.base, ...sides.head];
  const room = (max(all) - min(all)) * 0.05 || 1;
  const list = (values: readonly number[]): string => values.map(short).join(', ');
  const count = sides.head.length;
  return [
    '```mermaid',
    'xychart-beta',
    '  title "Runs in their order"',
    `  x-axis "comparison" 1 --> ${count}`,
    `  y-axis "measured" ${short(Math.max(0, min(all) - room))} --> ${short(max(all) + room)}`,
    `  line [${list(sides.base.slice(0, count))}]`,
    `  line [${list(sides.head)}]`,
    '```',
    '',
    'First line: base. Second line: head.',
  ].join('\n');
}

function folded(title: string, runs: readonly MeasuredRun[]): string[] {
  if (runs.length === 0) return [];
  const list = (side: Side): string => runs.flatMap((run) => (run.side === side ? [run.value] : [])).join(', ');
  return [
    '',
    `<details><summary>${title}</summary>`,
    '',
    `Base: ${list('base')}`,
    '',
    `Head: ${list('head')}`,
    '',
    '</details>',
  ];
}
