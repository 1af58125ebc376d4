import { askOf } from '../core/ledger/asks.ts';
import { flowState } from '../core/ledger/render.ts';
import type { Fold } from '../core/fold.ts';
import { explainHop, flowLine, type HopExplanation } from './explain.ts';
import type { ReplayedHop } from './replay.ts';

/** The explanation of a flow as lines for a terminal, the hops of `only` alone when it is given. Pure. */
export function explainText(
  state: Fold,
  replayed: readonly ReplayedHop[],
  shown: readonly ReplayedHop[],
  by: string,
): string[] {
  return [
    flowLine(state, stateText(state)),
    `Decided again with ${by}.`,
    '',
    ...shown.flatMap((hop) => [...hopText(explainHop(hop)), '']),
    ...askText(state),
    replaySummary(replayed),
  ];
}

function stateText(state: Fold): string {
  const now = flowState(state);
  return state.last?.reason === undefined || now !== 'needs-rework' ? now : `${now} (${state.last.reason})`;
}

function hopText(hop: HopExplanation): string[] {
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
export function replaySummary(replayed: readonly ReplayedHop[]): string {
  const decided = replayed.filter(({ outcome }) => outcome !== 'running');
  const differs = replayed.filter(({ outcome }) => outcome === 'differs').map(({ record }) => explainLabel(record));
  const unknown = decided.filter(({ outcome }) => outcome === 'unknown').length;
  if (differs.length > 0) return `Replay: DIFFERS at hop ${differs.join(', ')} of ${replayed.length}`;
  const rest = unknown === 0 ? '' : `, ${unknown} not comparable`;
  return `Replay: ${decided.length - unknown} of ${decided.length} decisions are the same${rest}`;
}

function explainLabel({ seq, attempt }: { seq: number; attempt: number }): string {
  return attempt === 1 ? `${seq}` : `${seq}.${attempt}`;
}
