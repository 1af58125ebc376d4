import { gateKey, type Fold } from '../core/fold.ts';
import type { Hop } from '../core/hop.ts';
import { tableCell } from '../core/text.ts';

/** How one required gate stands on the head: by its fact there, or by the absence of one. */
export interface RequiredRow {
  readonly gate: string;
  /** `absent`: no fact at all; `stale`: one of another commit, which never counts. */
  readonly state: 'pass' | 'fail' | 'skipped' | 'absent' | 'stale';
  /** The commit that the fact is of; undefined when there is none. */
  readonly sha: string | undefined;
  readonly reason: string | undefined;
  /** The entry of the profile that accepts the skip, such as `skips[0]`; nothing else accepts anything. */
  readonly accepted: string | undefined;
  readonly satisfied: boolean;
}

type Policy = Pick<Hop, 'required' | 'skips'>;

/** The required gates, each with its state on `sha`: satisfied by a pass, or by a skip that the profile accepts by gate and reason. */
export function requiredRows({ required, skips }: Policy, sha: string, state: Fold): RequiredRow[] {
  return required.map((gate) => {
    const fact = state.gates.get(gateKey(gate, sha));
    if (fact === undefined) {
      const older = state.facts.findLast((other) => other.kind === 'gate' && other.gate === gate);
      const rest = { reason: undefined, accepted: undefined, satisfied: false };
      return { gate, state: older === undefined ? 'absent' : 'stale', sha: older?.sha, ...rest };
    }
    const { status, reason } = fact;
    const entry =
      status === 'skipped'
        ? skips.findIndex((skip) => skip.gate === gate && (skip.reasons as readonly string[]).includes(reason ?? ''))
        : -1;
    const accepted = entry < 0 ? undefined : `skips[${entry}]`;
    return {
      gate,
      state: status,
      sha,
      reason,
      accepted,
      satisfied: status === 'pass' || accepted !== undefined,
    };
  });
}

/** True when the aggregate holds: at least one gate is required, and each of them is satisfied. */
export function isSatisfied(rows: readonly RequiredRow[]): boolean {
  return rows.length > 0 && rows.every(({ satisfied }) => satisfied);
}

/** The table that explains the aggregate, as Markdown: each required gate, and why it counts or not. */
export function requiredTable(rows: readonly RequiredRow[], sha: string): string {
  const lines = rows.map((row) => {
    const at = row.sha === undefined ? '' : `\`${row.sha.slice(0, 7)}\`${row.sha === sha ? '' : ', not the head'}`;
    const accepted =
      row.accepted === undefined
        ? row.state === 'skipped'
          ? 'no entry of the profile'
          : ''
        : `\`${row.accepted}\` of the profile`;
    const cells = [row.gate, row.state, at, tableCell(row.reason ?? ''), accepted, row.satisfied ? 'yes' : '**no**'];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    `Every required gate on \`${sha.slice(0, 7)}\`; only a pass on this very commit counts, or a skip that the profile accepts by name.`,
    '',
    '| Required gate | State | Commit | Reason | Accepted by | Counts |',
    '|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}
