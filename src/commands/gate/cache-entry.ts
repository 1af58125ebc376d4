import { z } from 'zod';
import { sha256 } from './cache-key.ts';
import { parseLocalReport, type LocalReport } from './local-report.ts';

const entrySchema = z.strictObject({
  v: z.literal(1),
  key: z.string().regex(/^[0-9a-f]{64}$/),
  inputs: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  stored: z.iso.datetime(),
  /** sha256 of `report`. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** The report of the action, as it wrote it. */
  report: z.string(),
});

/** A verdict that was kept and stood every check. */
export interface Served {
  readonly report: LocalReport;
  readonly stored: string;
}

/** Why a verdict must not be kept; undefined when it may be. Only a pass is, and only one whose commands could not have written here. */
export function whyNotKept({ verdict, evidence }: LocalReport): string | undefined {
  if (verdict !== 'pass') return `a ${verdict} is never kept`;
  const isolation = evidence.find(({ key }) => key === 'isolation')?.value;
  return isolation?.startsWith('env-only') === true ? 'its commands were not isolated' : undefined;
}

/** The text of an entry. */
export function entryText(key: string, inputs: object, report: string, stored: string): string {
  return `${JSON.stringify({ v: 1, key, inputs, stored, digest: sha256(report), report })}\n`;
}

/**
 * Verifies an entry as if somebody else had written it: its form, its key, each input by value, the digest of the report, and the report itself,
 * which must be a pass of this gate that says where it comes from. Gives what may be served, or why nothing may.
 */
export function verifyEntry(text: string, key: string, inputs: object, gate: string): Served | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'it is no JSON';
  }
  const parsed = entrySchema.safeParse(value);
  if (!parsed.success) return `it is not whole: ${parsed.error.issues[0]!.path.join('.') || 'the file'}`;
  const entry = parsed.data;
  if (entry.key !== key) return 'it has another key';
  const differing = Object.entries(inputs).find(
    ([name, seen]) => JSON.stringify(entry.inputs[name]) !== JSON.stringify(seen),
  );
  if (differing !== undefined) return `its input ${differing[0]} is another`;
  if (Object.keys(entry.inputs).length !== Object.keys(inputs).length) return 'it has other inputs';
  if (sha256(entry.report) !== entry.digest) return 'its report was changed';
  const report = parseLocalReport(entry.report);
  if (typeof report === 'string') return report;
  if (report.gate !== gate) return `its report is about ${report.gate}`;
  const why = whyNotKept(report);
  return why ?? { report, stored: entry.stored };
}
