import type { Fold } from '../fold.ts';
import { gateRows } from '../ledger/render.ts';
import type { Mismatch } from './compare.ts';
import { attestationIn } from './region.ts';

const ROW = /^\s*\|([^|]*)\|([^|]*)\|\s*$/;

/** A status as the table of a pull request shows it: `pass`, `skipped (missing-tool)`. */
function statusText({ status, reason }: { readonly status: string; readonly reason?: string | undefined }): string {
  return reason === undefined ? status : `${status} (${reason})`;
}

/**
 * Compares the table for people, between the anchors of a pull request's text, with the facts: each row that says something else about a gate on the
 * head. A row that is not there is no mismatch, and a text without anchors has no table.
 */
export function compareTable(body: string, state: Fold): Mismatch[] {
  const current = new Map(
    gateRows(state).flatMap(({ gate, fact, current: now }) => (now ? [[gate, statusText(fact)] as const] : [])),
  );
  return (attestationIn(body) ?? '').split('\n').flatMap((line): Mismatch[] => {
    const [, gate = '', stated = ''] = (ROW.exec(line) ?? []).map((cell) => cell.trim());
    if (gate === '' || gate === 'Gate' || /^[\s:-]+$/.test(gate)) return [];
    const computed = current.get(gate);
    if (stated === computed) return [];
    return [
      {
        field: `table of gates: ${gate.slice(0, 80)}`,
        stated: stated.slice(0, 80) || 'nothing',
        computed: computed ?? 'not observed on the head',
        why: 'people read it, and the facts say otherwise',
      },
    ];
  });
}
