import { wrap } from '../merge-plan/text.ts';
import { shorten, tableCell } from '../text.ts';
import { STEPS, type BoardRow } from './steps.ts';

/** So much of a slug stands in the table. */
const SLUG_WIDTH = 32;
/** So many reasons of one contract are written out. */
const REASONS = 6;

/** The board as lines of at most 80 columns: one contract with its step, and below it what it waits for. */
export function boardText(where: string, rows: readonly BoardRow[]): string[] {
  if (rows.length === 0) return [`${where}: no open contract`];
  const steps = STEPS.map((name, at) => `${at + 1} ${name}`).join(', ');
  const width = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length));
  const [id, slug] = [width(rows.map((row) => row.id)), width(rows.map((row) => shorten(row.slug, SLUG_WIDTH)))];
  const step = width(rows.map(stepText));
  const ready = rows.filter(isReady).length;
  const lines = [
    `${where}: ${rows.length} open ${rows.length === 1 ? 'contract' : 'contracts'}${ready === 0 ? '' : `, ${ready} can be merged now`}`,
    steps,
  ];
  for (const row of rows) {
    const name = shorten(row.slug, SLUG_WIDTH).padEnd(slug);
    const pull = row.pull === undefined ? row.at : `${row.at}, PR #${row.pull}`;
    lines.push('', `${row.id.padEnd(id)}  ${name}  ${stepText(row).padEnd(step)}  ${pull}`);
    const more = row.blockedBy.length - REASONS;
    for (const reason of row.blockedBy.slice(0, REASONS)) lines.push(...wrap(reason, id + 2));
    if (more > 0) lines.push(`${' '.repeat(id + 2)}and ${more} more: see --json`);
    if (isReady(row)) lines.push(`${' '.repeat(id + 2)}can be merged now`);
  }
  return lines;
}

/** The board as a table in Markdown, for the summary of a job. */
export function boardSummary(rows: readonly BoardRow[]): string {
  if (rows.length === 0) return 'No open contract.\n';
  const cells = rows.map((row) => {
    const where = row.pull === undefined ? row.at : `${row.at}, PR ${row.pull}`;
    const blocked = row.blockedBy.length > 0 ? row.blockedBy.slice(0, REASONS).join('; ') : 'nothing';
    return `| ${[row.id, row.slug, where, stepText(row), blocked].map(tableCell).join(' | ')} |`;
  });
  return ['| Contract | | Where | Step | Waits for |', '|---|---|---|---|---|', ...cells, ''].join('\n');
}

/** Is there nothing left but to merge it? */
export function isReady({ step, blockedBy }: BoardRow): boolean {
  return step === STEPS.length && blockedBy.length === 0;
}

function stepText({ step, name }: BoardRow): string {
  return `${step}/${STEPS.length} ${name}`;
}
