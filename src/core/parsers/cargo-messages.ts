import { relativePath } from '../method-run.ts';
import { MORE_FINDINGS } from './cargo-sieve.ts';
import { distinct, unreadable, type CheckReport, type Finding, type MoreFindings } from './findings.ts';

interface Diagnostic {
  readonly level?: string;
  readonly message?: string;
  readonly code?: { readonly code?: string } | null;
  readonly spans?: readonly {
    readonly file_name?: string;
    readonly line_start?: number;
    readonly line_end?: number;
    readonly is_primary?: boolean;
  }[];
}

/**
 * Reads `--message-format=json` of cargo build, clippy and doc: `compiler-message` with level, code and spans, and the
 * closing `build-finished`. A finding with an E code or none is a broken build, not a lint.
 */
export function parseCargoMessages(stdout: string, root: string): CheckReport {
  const findings: Finding[] = [];
  let finished: boolean | undefined;
  let units = 0;
  const more: MoreFindings[] = [];
  for (const line of stdout.split('\n')) {
    if (!line.startsWith('{')) continue;
    let entry: { reason?: string; success?: boolean; message?: Diagnostic } & Partial<MoreFindings>;
    try {
      entry = JSON.parse(line) as typeof entry;
    } catch {
      continue;
    }
    if (entry.reason === 'build-finished') finished = entry.success === true;
    if (entry.reason === 'compiler-artifact') units++;
    if (entry.reason === MORE_FINDINGS && entry.code !== undefined && Number.isSafeInteger(entry.count))
      more.push({ level: entry.level === 'error' ? 'error' : 'warning', code: entry.code, count: entry.count! });
    if (entry.reason === 'compiler-message' && entry.message) {
      const found = finding(entry.message, root);
      if (found) findings.push(found);
    }
  }
  if (finished === undefined) return unreadable('cargo ended without `build-finished`');
  const list = distinct(findings);
  const broken = list.filter((item) => item.level === 'error' && /^(E\d{4}|error)$/.test(item.code)).length;
  if (!finished && list.length === 0) return unreadable('the build failed without a message');
  if (finished && units === 0) return unreadable('cargo compiled nothing');
  return { checked: units, findings: list, broken, ...(more.length === 0 ? {} : { more }) };
}

function finding(message: Diagnostic, root: string): Finding | undefined {
  if (message.level !== 'error' && message.level !== 'warning') return undefined;
  const text = message.message ?? '';
  // "aborting due to 2 previous errors", "3 warnings emitted": echoes of what was reported.
  if (/^(aborting due to|\d+ warnings? emitted)/.test(text)) return undefined;
  const span = message.spans?.find((candidate) => candidate.is_primary) ?? message.spans?.[0];
  const line = span?.line_start ?? 1;
  return {
    level: message.level,
    path: span?.file_name === undefined ? undefined : relativePath(span.file_name, root),
    line,
    endLine: span?.line_end ?? line,
    code: message.code?.code ?? message.level,
    message: text,
  };
}
