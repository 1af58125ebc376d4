import type { TestResultStatement } from '../core/attestation/statement.ts';
import { markdown, tableCell } from '../core/text.ts';
import type { AttestCheck } from './attest-check.ts';

/** One gate of the head, and what became of its statement. */
export interface AttestedGate {
  readonly gate: string;
  readonly result: TestResultStatement['predicate']['result'] | undefined;
  /** Name of the file; undefined when there is none. */
  readonly file: string | undefined;
  readonly signed: boolean;
  /** Id under which the host stored it. */
  readonly stored: string | undefined;
  /** Why it was not written, signed or stored. */
  readonly why: string;
}

/** What the action says for people: what holds, what does not, and every statement with its signature. */
export function attestSummary(
  title: string,
  { mismatches, verified, unverified }: AttestCheck,
  gates: readonly AttestedGate[],
): string {
  const rows = gates.map(({ gate, result, file, signed, stored, why }) => {
    const state =
      file === undefined
        ? 'none'
        : signed
          ? stored === undefined
            ? 'signed, not stored'
            : 'signed and stored'
          : '**unsigned**';
    return `| ${tableCell(gate)} | ${result ?? '–'} | ${state} | ${tableCell(why)} |`;
  });
  const wrong = mismatches.map(
    ({ field, stated, computed, why }) => `| ${[field, stated, computed, why].map(tableCell).join(' | ')} |`,
  );
  return [
    `### ${mismatches.length === 0 ? '✅ The attestation is what the facts give' : '❌ The attestation is not what the facts give'}`,
    '',
    markdown(title, 200),
    '',
    ...(wrong.length === 0 ? [] : ['| Field | Says | Computed | Why |', '|---|---|---|---|', ...wrong, '']),
    ...verified.map((line) => `- ${markdown(line, 300)}`),
    '',
    '| Gate | Result | Statement | Note |',
    '|---|---|---|---|',
    ...rows,
    '',
    '<details><summary>Not verified here</summary>',
    '',
    ...unverified.map((line) => `- ${markdown(line, 300)}`),
    '',
    '</details>',
    '',
  ].join('\n');
}
