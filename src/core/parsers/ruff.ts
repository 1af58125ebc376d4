import { relativePath } from '../method-run.ts';
import { parseStrictJson } from '../strict-json.ts';
import { unreadable, type CheckReport, type Finding } from './findings.ts';

/** Ruff ends with 0 when it found nothing to look at, and says so here alone. */
const NOTHING = /^warning: No Python files found/m;
const FILES = /^(?:(\d+) files? would be reformatted)?(?:, )?(?:(\d+) files? (?:are )?already formatted)?$/;

/**
 * Reads `ruff format --check`: a block for each file that differs or does not parse, and the closing line that counts the
 * files. Without that line nothing is known, unless a file did not parse.
 */
export function parseRuffFormat(stdout: string, stderr: string, root: string): CheckReport {
  if (NOTHING.test(stderr)) return unreadable('ruff found no Python file');
  const findings: Finding[] = [];
  let broken = 0;
  const lines = stdout.split('\n');
  for (const [i, line] of lines.entries()) {
    const head = /^(unformatted|invalid-syntax): (.{1,400})$/.exec(line);
    const place = head === null ? null : /^ *--> (.{1,1000}?):(\d{1,9}):\d{1,9}$/.exec(lines[i + 1] ?? '');
    const older = /^Would reformat: (.{1,1000})$/.exec(line);
    const path = place?.[1] ?? older?.[1];
    if (path === undefined) continue;
    if (head?.[1] === 'invalid-syntax') broken++;
    const at = Number(place?.[2] ?? 1);
    const syntax = head?.[1] === 'invalid-syntax';
    findings.push({
      level: 'error',
      path: relativePath(path, root),
      line: at,
      endLine: at,
      code: syntax ? 'syntax' : 'ruff format',
      message: syntax ? head[2]! : 'not formatted',
    });
  }
  const counted = lines.map((line) => (line === '' || line.length > 120 ? null : FILES.exec(line))).findLast(Boolean);
  if (counted === undefined || counted === null)
    return broken > 0
      ? { checked: 0, findings, broken }
      : unreadable('ruff format did not print how many files it saw');
  const differing = Number(counted[1] ?? 0);
  if (new Set(findings.filter(({ code }) => code !== 'syntax').map(({ path }) => path)).size !== differing)
    return unreadable(`ruff format counts ${differing} files that differ and names others`);
  const checked = differing + Number(counted[2] ?? 0);
  return checked + broken === 0 ? unreadable('ruff format looked at no file') : { checked, findings, broken };
}

/** Reads `ruff check --output-format=json`: a list of findings, which is empty for clean code and for no code. */
export function parseRuffCheck(stdout: string, stderr: string, root: string): CheckReport {
  if (NOTHING.test(stderr)) return unreadable('ruff found no Python file');
  let list: unknown;
  try {
    list = parseStrictJson(stdout, 'bad-result', 'ruff', 64 * 1024 * 1024);
  } catch {
    return unreadable('ruff check gave no JSON');
  }
  if (!Array.isArray(list)) return unreadable('ruff check gave JSON that is no list');
  const findings: Finding[] = [];
  for (const entry of list as readonly (Readonly<Record<string, unknown>> | null)[]) {
    const { code, message, filename, location, end_location: end } = entry ?? {};
    const line = row(location);
    if (typeof filename !== 'string' || typeof message !== 'string' || line === undefined)
      return unreadable('ruff check gave an entry without filename, message or location');
    findings.push({
      level: 'error',
      path: relativePath(filename, root),
      line,
      endLine: row(end) ?? line,
      code: typeof code === 'string' ? code : 'invalid-syntax',
      message,
    });
  }
  const broken = findings.filter(({ code }) => code === 'invalid-syntax').length;
  return { checked: findings.length === 0 ? 1 : new Set(findings.map(({ path }) => path)).size, findings, broken };
}

function row(location: unknown): number | undefined {
  const value = (location as { row?: unknown } | null | undefined)?.row;
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;
}
