import { markdown, tableCell } from '../../core/text.ts';

/** What the phases said, in their order; an empty value is a phase that did not come to it. */
export type Said = readonly (readonly [what: string, said: string])[];

/** The job summary: what was found, what was prepared, and what came of it. */
export function trailMarkdown(gate: string, said: Said): string {
  const rows = said.map(
    ([what, text]) => `| ${what} | ${text === '' ? 'not reached: an earlier step failed' : tableCell(text)} |`,
  );
  return [`### gpu-parity: gate-${markdown(gate, 40)}`, '', '| | |', '|---|---|', ...rows, ''].join('\n');
}
