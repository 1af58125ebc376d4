import { evidenceLine } from '../core/evidence.ts';
import type { Fact } from '../core/fact.ts';
import { hopLabel, routeLabel } from '../core/ledger/render.ts';
import { markdown, tableCell } from '../core/text.ts';
import { usageLine, type Usage } from '../core/usage.ts';

/** The job summary of a hop: what was decided and on which facts; `required` is the table of the aggregate, where it was computed. */
export function hopSummary(facts: readonly Fact[], why: string, required = ''): string {
  const end = facts.find((fact) => fact.kind === 'end');
  if (end === undefined) return '';
  const reason = end.reason === undefined ? '' : ` (${end.reason})`;
  const gates = facts.flatMap((fact) =>
    fact.kind === 'gate'
      ? [
          `| ${fact.gate} | ${fact.status}${fact.reason ? ` (${fact.reason})` : ''} | ${tableCell(evidenceLine(fact.evidence))} |`,
        ]
      : [],
  );
  return [
    `### Hop ${hopLabel(end)}: ${end.agent}, ${end.status}${reason}`,
    '',
    `${routeLabel(end.next)} because of ${markdown(why, 300)}`,
    '',
    ...(gates.length === 0 ? [] : ['| Gate | Status | Evidence |', '|---|---|---|', ...gates, '']),
    ...(required === '' ? [] : [required, '']),
    ...(end.usage === undefined ? [] : [usageText(end.usage), '']),
    ...(end.unavailable === undefined ? [] : [`Not available in this version: ${end.unavailable.join(', ')}`, '']),
  ].join('\n');
}

/** Everything that is known of the usage, for whoever pays for it. */
function usageText(usage: Usage): string {
  const { version, models } = usage;
  const [read, written] = [usage['input-tokens'], usage['output-tokens']];
  return markdown(
    [
      usageLine(usage),
      ...(read === undefined || written === undefined ? [] : [`${read} tokens read and ${written} written`]),
      ...(models === undefined || models.length === 0 ? [] : [`by ${models.join(', ')}`]),
      ...(version === undefined ? [] : [`version ${version}`]),
    ].join('; '),
    600,
  );
}

/** The job summary of a run that is no hop. */
export function ignoredSummary(reason: string, message: string): string {
  return `### Not a hop: ${reason}\n\n${markdown(message, 400)}\n`;
}

/** What a job waited for the host, call by call; shown only when it did. */
export function waitsSummary(calls: number, waits: readonly { call: string; ms: number; why: string }[]): string {
  const seconds = waits.reduce((sum, { ms }) => sum + ms, 0) / 1000;
  const rows = waits
    .slice(0, 20)
    .map(({ call, ms, why }) => `| ${tableCell(call)} | ${(ms / 1000).toFixed(1)} s | ${why} |`);
  return [
    `Waited ${seconds.toFixed(1)} s for the host, in ${waits.length} of ${calls} calls:`,
    '',
    '| Before | Wait | Why |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
