import { z } from 'zod';
import { distrusted, unanswered, type Advisory, type AdvisoryReport } from '../dependencies/advisory-report.ts';
import { FlowError } from '../errors.ts';
import { parseStrictJson } from '../strict-json.ts';

const locked = z.object({ name: z.string().min(1), version: z.string().min(1) });
const advisory = z.object({
  id: z.string().min(1),
  title: z.string(),
  url: z.string().nullish(),
  aliases: z.array(z.string()).default([]),
});
const warning = z.object({ package: locked, advisory: advisory.nullish() });

const reportSchema = z.object({
  database: z.object({
    'advisory-count': z.int().min(0),
    'last-commit': z.string().nullish(),
    'last-updated': z.string().nullish(),
  }),
  lockfile: z.object({ 'dependency-count': z.int().min(0) }),
  settings: z.object({
    target_arch: z.array(z.unknown()),
    target_os: z.array(z.unknown()),
    severity: z.unknown(),
    ignore: z.array(z.string()),
  }),
  vulnerabilities: z.object({
    found: z.boolean(),
    count: z.int().min(0),
    list: z.array(z.object({ advisory, package: locked })),
  }),
  warnings: z.record(z.string(), z.array(warning)),
});

/** What cargo-audit says first, with exit 1 as for a finding, when it has no database to ask or only a stale one. */
const NO_DATABASE = /^(?:couldn't fetch advisory database|error loading advisory database): /;

/** Reads `cargo audit --json`. Exit 1 means findings or a database that could not be fetched: the words tell which. */
export function parseCargoAudit(stdout: string, stderr: string, exitCode: number | null): AdvisoryReport {
  if (stdout.trim() === '') {
    // Only the first error is its own word: what follows may quote the lock file.
    const error = /^error: (.*)$/m.exec(stderr)?.[1];
    if (error !== undefined && NO_DATABASE.test(error) && exitCode === 1) return unanswered(error);
    return distrusted(`cargo audit gave no report${error === undefined ? '' : `: ${error}`} (exit ${exitCode})`);
  }
  let report: z.infer<typeof reportSchema>;
  try {
    const parsed = reportSchema.safeParse(parseStrictJson(stdout, 'bad-input', 'cargo audit', 8_000_000));
    if (!parsed.success) {
      const issue = parsed.error.issues[0]!;
      return distrusted(`cargo audit gave an unknown report: ${issue.path.join('.') || 'report'}: ${issue.message}`);
    }
    report = parsed.data;
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return distrusted(`cargo audit gave no JSON: ${error.message}`);
  }
  const { database, vulnerabilities, settings } = report;
  const date = /^\d{4}-\d\d-\d\d(?=[T ])/.exec(database['last-updated'] ?? '')?.[0];
  const commit = database['last-commit'] ?? '';
  // A database that was not fetched by the tool itself has neither. Its silence means nothing; what it found stands.
  const undated = date === undefined || commit === '';
  if (database['advisory-count'] === 0) return unanswered('the advisory database is empty');
  if (settings.target_arch.length + settings.target_os.length > 0 || (settings.severity ?? null) !== null)
    return distrusted('cargo audit was told to look at a part of the advisories only');
  const { found, count, list } = vulnerabilities;
  if (count !== list.length || found !== count > 0)
    return distrusted(`cargo audit contradicts itself: found ${found}, count ${count}, ${list.length} in the list`);
  if (exitCode !== 0 && exitCode !== 1) return distrusted(`cargo audit ended with ${exitCode}`);
  if (exitCode === 0 && count > 0) return distrusted('cargo audit ended with 0 and names vulnerabilities');
  const warnings = Object.entries(report.warnings).flatMap(([kind, entries]) =>
    entries.map((entry) => read(kind, entry.package, entry.advisory ?? undefined)),
  );
  if (exitCode === 1 && count === 0)
    return distrusted(
      'cargo audit ended with 1 and names no vulnerability (kinds of warnings are denied by the setting `deny`)',
    );
  return {
    packages: report.lockfile['dependency-count'],
    ...(undated
      ? { unreachable: 'the advisory database has no date' }
      : { database: { date, commit, advisories: database['advisory-count'] } }),
    advisories: list.map((entry) => read('vulnerability', entry.package, entry.advisory)),
    warnings,
    ignored: settings.ignore,
  };
}

function read(kind: string, { name, version }: z.infer<typeof locked>, of?: z.infer<typeof advisory>): Advisory {
  return {
    id: of?.id ?? kind,
    aliases: of?.aliases ?? [],
    kind,
    package: name,
    versions: [version],
    title: of?.title ?? `this version is ${kind}`,
    url: of?.url ?? '',
    severity: '',
  };
}
