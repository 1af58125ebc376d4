import { relativePath } from '../method-run.ts';
import { unreadable, type CheckReport, type Finding } from './findings.ts';

const PLACED = /^(.+?)\((\d+),\d+\): error (TS\d+): (.+)$/gm;
const UNPLACED = /^error (TS\d+): (.+)$/gm;

/** Reads `tsc --pretty false --diagnostics`: errors, and the `Files:` line that tells that something was compiled. */
export function parseTsc(stdout: string, root: string): CheckReport {
  const findings: Finding[] = [];
  for (const [, file, line, code, message] of stdout.matchAll(PLACED)) {
    findings.push({
      level: 'error',
      path: relativePath(file!, root),
      line: Number(line),
      endLine: Number(line),
      code: code!,
      message: message!,
    });
  }
  for (const [, code, message] of stdout.matchAll(UNPLACED)) {
    findings.push({ level: 'error', path: undefined, line: 1, endLine: 1, code: code!, message: message! });
  }
  const files = Number(/^Files:\s+(\d+)$/m.exec(stdout)?.[1]);
  if (!(files > 0) && findings.length === 0) return unreadable('tsc printed no `Files:` line');
  return { checked: files > 0 ? files : 0, findings, broken: findings.length };
}
