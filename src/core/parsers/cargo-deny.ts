import { z } from 'zod';
import { distrusted, unanswered, type Advisory, type AdvisoryReport } from '../dependencies/advisory-report.ts';
import { FlowError } from '../errors.ts';
import { parseStrictJson } from '../strict-json.ts';

const log = z.object({ level: z.string(), message: z.string() });
const summary = z.object({ advisories: z.object({ errors: z.int().min(0), warnings: z.int().min(0) }) });
const diagnostic = z.object({
  code: z.string(),
  severity: z.string(),
  message: z.string(),
  advisory: z
    .object({
      id: z.string().min(1),
      title: z.string(),
      url: z.string().nullish(),
      aliases: z.array(z.string()).default([]),
    })
    .nullish(),
  labels: z.array(z.object({ span: z.string() })).default([]),
});
const line = z.object({ type: z.string(), fields: z.unknown() });

/** Kinds of findings by their code. Anything else is told by its own words. */
const KINDS: ReadonlySet<string> = new Set(['vulnerability', 'unmaintained', 'unsound', 'notice', 'yanked']);

/** The settings that it brings along. Any other, and the branch or this machine says what it looks at. */
const OWN_SETTINGS = 'using config from deny.default.toml';
const FETCHED = 'advisory database https://github.com/RustSec/advisory-db fetched in ';

/** What it says when the database cannot be had: neither clean nor a finding. Words of its own, not of a manifest. */
const NO_DATABASE = /^failed to (?:fetch|load|open) advisory database /;

/**
 * Reads `cargo deny --format json --log-level debug check advisories`: JSON lines on stderr. The report names no day and no size of its database, so
 * only one that was fetched in this very run counts; the packages it looked at stand in its log, the findings under `code`.
 */
export function parseCargoDeny(stderr: string, exitCode: number | null): AdvisoryReport {
  const logs: z.infer<typeof log>[] = [];
  const found: z.infer<typeof diagnostic>[] = [];
  const sums: z.infer<typeof summary>[] = [];
  for (const [i, text] of stderr.split('\n').entries()) {
    if (text.trim() === '') continue;
    try {
      const { type, fields } = line.parse(parseStrictJson(text, 'bad-input', `line ${i + 1}`, 2_000_000));
      if (type === 'log') logs.push(log.parse(fields));
      else if (type === 'diagnostic') found.push(diagnostic.parse(fields));
      else if (type === 'summary') sums.push(summary.parse(fields));
      else return distrusted(`cargo deny wrote a line of the type ${type}`);
    } catch (error) {
      if (!(error instanceof FlowError) && !(error instanceof z.ZodError)) throw error;
      return distrusted(`cargo deny wrote a line that cannot be read: ${text.slice(0, 120)}`);
    }
  }
  const errors = logs.filter(({ level }) => level === 'ERROR').map(({ message }) => message.split('\n')[0]!);
  const silent = errors.find((message) => NO_DATABASE.test(message));
  if (silent !== undefined && sums.length === 0) return unanswered(silent);
  if (errors.length > 0) return distrusted(`cargo deny: ${errors[0]!}`);
  const settings = logs.find(({ message }) => message.startsWith('using config from '))?.message;
  if (settings !== OWN_SETTINGS)
    return distrusted(`cargo deny: ${settings ?? 'no word of its settings'}; only its own say nothing of the branch`);
  const gathered = logs.flatMap(({ message }) => /^gathered (\d+) crates in /.exec(message)?.[1] ?? []);
  if (sums.length !== 1 || gathered.length !== 1) return distrusted(`cargo deny gave no report (exit ${exitCode})`);
  const fetched = logs.some(({ message }) => message.startsWith(FETCHED));
  const stated = sums[0]!.advisories;
  const counted = { errors: bySeverity(found, 'error'), warnings: bySeverity(found, 'warning') };
  if (stated.errors !== counted.errors || stated.warnings !== counted.warnings)
    return distrusted(`cargo deny counts ${stated.errors} errors and ${stated.warnings} warnings and lists others`);
  if (exitCode !== (stated.errors > 0 ? 1 : 0)) return distrusted(`cargo deny ended with ${exitCode}`);
  const strange = found.find(({ code, severity }) => !KINDS.has(code) && severity === 'error');
  if (strange !== undefined) return distrusted(`cargo deny: ${strange.code}: ${strange.message}`);
  const kinds = found.filter(({ code }) => KINDS.has(code));
  const all = kinds.flatMap(read);
  if (all.length !== kinds.length) return distrusted('cargo deny found something in no package');
  return {
    // What an older database has found stands; its silence means nothing.
    ...(fetched ? {} : { unreachable: 'cargo deny did not fetch the database of RustSec' }),
    packages: Number(gathered[0]),
    advisories: all.filter(({ kind }) => kind === 'vulnerability'),
    warnings: all.filter(({ kind }) => kind !== 'vulnerability'),
    ignored: [],
  };
}

function bySeverity(found: readonly z.infer<typeof diagnostic>[], severity: string): number {
  return found.filter((one) => one.severity === severity).length;
}

/** The package stands in the label, as `name version source`. */
function read({ code, message, advisory, labels }: z.infer<typeof diagnostic>): Advisory[] {
  const [, name, version] = /^(\S+) (\S+)(?: \S+)?$/.exec(labels[0]?.span ?? '') ?? [];
  if (name === undefined || version === undefined) return [];
  return [
    {
      id: advisory?.id ?? code,
      aliases: advisory?.aliases ?? [],
      kind: code,
      package: name,
      versions: [version],
      title: advisory?.title ?? message,
      url: advisory?.url ?? '',
      severity: '',
    },
  ];
}
