import { ledgerMarker } from './render.ts';

/** What the comment becomes when the Ledger moves to the PR: found by the same marker's subject, without a block. */
export function renderPointer(flow: string, subject: number, pr: number): string {
  const marker = ledgerMarker(flow, subject).replace('bitnet-flow:ledger', 'bitnet-flow:ledger-moved');
  return `${marker}\nThe Ledger of ${flow} for this issue lies on #${pr}.\n`;
}
