import type { Fold } from '../fold.ts';
import { placeAnchored, splitAnchored } from '../ledger/anchors.ts';
import { gateRows } from '../ledger/render.ts';
import { renderAttestation } from './attestation.ts';
import { observe, type Around } from './observed.ts';
import { recompute } from './recompute.ts';

const SECTION = 'attestation';

/** What the workflow says of its gates in a pull request's text: a table for people, the attestation for machines. */
export function attestationText(state: Fold, around: Around = {}): string | undefined {
  const observed = observe(state, around);
  if (observed === undefined) return undefined;
  const rows = gateRows(state)
    .filter((row) => row.current)
    .map((row) => `| ${row.gate} | ${row.fact.status}${row.fact.reason ? ` (${row.fact.reason})` : ''} |`);
  return [
    '### Gates on this head',
    '',
    '| Gate | Status |',
    '|---|---|',
    ...rows,
    '',
    'The verdicts are computed by the gates; the Ledger below holds the evidence. The workflow writes this part, and `bitnet-flow attest verify` computes it again:',
    '',
    '```yaml',
    renderAttestation(recompute(observed)).trimEnd(),
    '```',
  ].join('\n');
}

/** A pull request's text with ours in the place of what it has, else at its end; all other text stays. */
export function withAttestation(body: string, text: string): string {
  return placeAnchored(body, SECTION, text);
}

/** What stands between the anchors of a pull request's text; undefined where they are not there exactly once, in order. */
export function attestationIn(body: string): string | undefined {
  return splitAnchored(body, [SECTION]).sections.get(SECTION);
}
