import { z } from 'zod';
import { distrusted, unanswered, type Advisory, type AdvisoryReport } from '../dependencies/advisory-report.ts';
import { FlowError } from '../errors.ts';
import { parseStrictJson } from '../strict-json.ts';

const via = z.object({
  source: z.union([z.int(), z.string()]).optional(),
  name: z.string().min(1),
  title: z.string(),
  url: z.string(),
  severity: z.string(),
});
const counts = z.object({ total: z.int().min(0) });

const reportSchema = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(
    z.string(),
    z.object({ severity: z.string(), via: z.array(z.union([z.string(), via])), nodes: z.array(z.string()) }),
  ),
  metadata: z.object({ vulnerabilities: counts, dependencies: counts }),
});

const errorSchema = z.object({
  message: z.string().optional(),
  statusCode: z.int().optional(),
  error: z.object({ code: z.string().optional(), summary: z.string().optional() }),
});

/** Answers that say something about the question, and so about the lock file: no excuse for not having asked. */
const REFUSALS: readonly number[] = [400, 413, 414, 422];

/** Reads `npm audit --json`. npm ends with 1 for findings and for a registry that did not answer alike. */
export function parseNpmAudit(stdout: string, exitCode: number | null): AdvisoryReport {
  let value: unknown;
  try {
    value = parseStrictJson(stdout, 'bad-input', 'npm audit', 8_000_000);
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return distrusted(`npm audit gave no JSON: ${error.message} (exit ${exitCode})`);
  }
  const failed = errorSchema.safeParse(value);
  if (failed.success) return readError(failed.data, exitCode);
  const parsed = reportSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    return distrusted(`npm audit gave an unknown report: ${issue.path.join('.') || 'report'}: ${issue.message}`);
  }
  const { vulnerabilities, metadata } = parsed.data;
  const names = Object.keys(vulnerabilities);
  if (names.length !== metadata.vulnerabilities.total)
    return distrusted(
      `npm audit counts ${metadata.vulnerabilities.total} vulnerable packages and lists ${names.length}`,
    );
  if (exitCode !== 0 && exitCode !== 1) return distrusted(`npm audit ended with ${exitCode}`);
  if ((exitCode === 0) !== (names.length === 0))
    return distrusted(`npm audit ended with ${exitCode} and lists ${names.length} vulnerable packages`);
  const found = new Map<string, Advisory>();
  for (const entry of Object.values(vulnerabilities)) {
    for (const one of entry.via) {
      if (typeof one === 'string') continue; // Vulnerable through another package of the list.
      const id = /GHSA-[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}$/.exec(one.url)?.[0] ?? String(one.source ?? one.title);
      const { title, url, severity } = one;
      const read = { id, aliases: [], kind: 'vulnerability', package: one.name, versions: [], title, url, severity };
      found.set(`${id} ${one.name}`, read);
    }
  }
  if (names.length > 0 && found.size === 0) return distrusted('npm audit lists vulnerable packages and no advisory');
  return { packages: metadata.dependencies.total, advisories: [...found.values()], warnings: [], ignored: [] };
}

function readError({ message, statusCode, error }: z.infer<typeof errorSchema>, exitCode: number | null) {
  const words = message || error.summary || error.code || 'an error without words';
  if (exitCode === 0) return distrusted(`npm audit ended with 0 and says: ${words}`);
  if (error.code !== undefined) return distrusted(`npm audit: ${words} (${error.code})`);
  if (statusCode !== undefined && REFUSALS.includes(statusCode)) return distrusted(`the registry refused: ${words}`);
  return unanswered(words);
}
