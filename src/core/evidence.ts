import { z } from 'zod';
import { printable } from './text.ts';

/** One piece of evidence: parsed tool output or provenance, as strings on one line. */
export const evidenceSchema = z.strictObject({
  key: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 ._+/-]{0,39}$/),
  value: z
    .string()
    .max(200)
    .regex(/^[^\p{Cc}\p{Cf}\u2028\u2029]*$/u),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** Keys that say how a verdict came to be. The Ledger shows the others; the Check Run shows all. */
export const PROVENANCE_KEYS = ['method', 'argv', 'exit', 'ms', 'tool', 'log', 'reports', 'isolation', 'tree'] as const;

/** Evidence from any text: control bytes, ANSI and look-alike characters neutralised, cut at 200 characters. */
export function evidence(key: string, value: string | number): Evidence {
  return { key, value: printable(String(value), 200) };
}

/** True when the evidence says where it comes from: without that it does not enter the Ledger. */
export function hasProvenance(list: readonly Evidence[]): boolean {
  return list.some((entry) => entry.key === 'method');
}

/** Evidence for the trace table (`AC1`: the tests of that criterion, `AC1 in`: pages and code); too long for a line. */
const TRACE_KEY = /^(AC[1-9]\d*( in)?|changed (code|spec))$/;

/** `key: value; key: value` of the findings, without provenance; `method:` is appended when a fallback was used. */
export function evidenceLine(list: readonly Evidence[]): string {
  const provenance: readonly string[] = PROVENANCE_KEYS;
  const findings = list
    .filter((entry) => !provenance.includes(entry.key) && !TRACE_KEY.test(entry.key))
    .map((entry) => `${entry.key}: ${entry.value}`);
  const method = list.find((entry) => entry.key === 'method' && /^alt\d/.test(entry.value));
  if (method) findings.push(`method: ${method.value}`);
  return findings.join('; ');
}
