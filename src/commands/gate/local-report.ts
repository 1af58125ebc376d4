import { z } from 'zod';
import { evidenceSchema } from '../../core/evidence.ts';
import { FAULT_REASONS, SKIP_REASONS, VERDICTS } from '../../core/verdict.ts';

/** The report file of a gate action, as `report-path` names it. */
export const localReportSchema = z.object({
  v: z.literal(1),
  gate: z.string().min(1),
  sha: z.string().regex(/^[0-9a-f]{40}$/),
  verdict: z.enum(VERDICTS),
  reason: z.enum([...SKIP_REASONS, ...FAULT_REASONS]).optional(),
  evidence: z.array(evidenceSchema).min(1),
  numbers: z.record(z.string(), z.number()),
  annotations: z.array(
    z.object({
      path: z.string(),
      start_line: z.int().min(1),
      title: z.string(),
      message: z.string(),
      annotation_level: z.string(),
    }),
  ),
  rows: z.array(z.object({ item: z.string(), status: z.string(), detail: z.string() })),
  text: z.string(),
  artefacts: z
    .array(
      z.object({
        path: z.string(),
        bytes: z.int().min(0),
        sha256: z.string(),
        file: z.string().optional(),
        refused: z.string().optional(),
      }),
    )
    .optional(),
});
export type LocalReport = z.infer<typeof localReportSchema>;

/** A report file that is whole, or what is wrong with it: a report that does not parse is never a pass. */
export function parseLocalReport(text: string): LocalReport | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'the report is no JSON';
  }
  const parsed = localReportSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    return `the report is not whole: ${issue.path.join('.') || 'the file'}: ${issue.message}`;
  }
  const report = parsed.data;
  if (!report.evidence.some(({ key }) => key === 'method'))
    return 'the report does not say where its verdict comes from';
  return report;
}
