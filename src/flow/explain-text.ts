import { askOf } from '../core/ledger/asks.ts';
import { flowState } from '../core/ledger/render.ts';
import type { Fold } from '../core/fold.ts';
import { explainHop, flowLine, type HopExplanation } from './explain.ts';
import type { ReplayedHop } from './replay.ts';

/**
 * The explanation of a flow as lines for a terminal: the hops `shown`, and a line on all of them. `version` is that of the code
 * which decided again; a difference of a hop that another one wrote may be one of the versions, and is told so. Pure.
 */
export function explainText(
  state: Fold,
  replayed: readonly ReplayedHop[],
  shown: readonly ReplayedHop[],
  by: string,
  version?: string,
): string[] {
  return [
    flowLine(state, stateText(state)),
    `Decided again with ${by}.`,
    '',
    ...shown.flatMap((hop) => [...hopText(explainHop(hop), otherWriter(hop, version), version), '']),
    ...askText(state),
    replaySummary(replayed, version),
  ];
}

function stateText(state: Fold): string {
  const now = flowState(state);
  return state.last?.reason === undefined || now !== 'needs-rework' ? now : `${now} (${state.last.reason})`;
}

/** Who wrote a hop that differs, when it was not this version; undefined when it was, or nobody asks. */
function otherWriter({ record, outcome }: ReplayedHop, version: string | undefined): string | undefined {
  const { end } = record;
  if (version === undefined || outcome !== 'differs' || end === undefined || end.tool === version) return undefined;
  return end.tool === undefined ? 'a version that its end does not name' : `version ${end.tool}`;
}

function hopText(hop: HopExplanation, writer: string | undefined, version: string | undefined): string[] {
  const rows: [string, readonly string[]][] = [
    ['began', hop.began],
    ['agent', hop.said === undefined ? [] : [`says: ${hop.said}`]],
    ['saw', hop.saw],
    ['not run', hop.notRun],
    ['passed by', hop.passed],
    ['rule', [hop.rule]],
    ['ended', hop.ended === undefined ? [] : [hop.ended]],
    [
      'DIFFERS',
      hop.replay === 'differs'
        ? hop.differences.map(({ at, recorded, computed }) => `${at}: recorded ${recorded}, computed ${computed}`)
        : [],
    ],
    [
      'written',
      writer === undefined
        ? []
        : [`by ${writer}, not ${version}, which decided again: rules or words may have changed between them`],
    ],
    ['replay', hop.replay === 'unknown' ? ['not comparable: the Ledger left out old evidence to stay short'] : []],
  ];
  return [
    `Hop ${hop.hop}  ${hop.agent}  ${hop.status}  ${hop.route}`,
    ...rows.flatMap(([name, lines]) => lines.map((line, index) => `  ${(index === 0 ? name : '').padEnd(11)}${line}`)),
  ];
}

/** What is asked of a person, when the flow has ended short of complete. */
export function askText(state: Fold): string[] {
  const { last } = state;
  if (last === undefined || flowState(state) !== 'needs-rework') return [];
  const plan = last.plan?.split(' | ').map((item) => `  - ${item}`) ?? [];
  return [`Asked of a person: ${askOf(last.reason)}`, ...plan, ''];
}

/** One line on the whole replay. */
export function replaySummary(replayed: readonly ReplayedHop[], version?: string): string {
  const decided = replayed.filter(({ outcome }) => outcome !== 'running');
  const differs = replayed.filter(({ outcome }) => outcome === 'differs').map(({ record }) => explainLabel(record));
  const unknown = decided.filter(({ outcome }) => outcome === 'unknown').length;
  const writers = [...new Set(replayed.flatMap((hop) => otherWriter(hop, version) ?? []))];
  const others = writers.length === 0 ? '' : `; written by ${writers.join(' and ')}: explain it with that version`;
  if (differs.length > 0) return `Replay: DIFFERS at hop ${differs.join(', ')} of ${replayed.length}${others}`;
  const rest = unknown === 0 ? '' : `, ${unknown} not comparable`;
  return `Replay: ${decided.length - unknown} of ${decided.length} decisions are the same${rest}`;
}

function explainLabel({ seq, attempt }: { seq: number; attempt: number }): string {
  return attempt === 1 ? `${seq}` : `${seq}.${attempt}`;
}
