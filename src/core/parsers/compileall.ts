import { relativePath } from '../method-run.ts';
import { unreadable, type CheckReport, type Finding } from './findings.ts';

/** Reads `python -m compileall -f`: a line for each file, and below it what does not compile. No file is no build. */
export function parseCompileall(stdout: string, root: string): CheckReport {
  const findings: Finding[] = [];
  let checked = 0;
  let open: { path: string; line: number } | undefined;
  for (const line of stdout.split('\n')) {
    if (line.length > 2_000) continue;
    if (/^Compiling '.+'\.\.\.$/.test(line)) {
      checked++;
      open = undefined;
    }
    const place = /^\*\*\* +File "(.+)", line (\d{1,9})$/.exec(line);
    if (place !== null) open = { path: place[1]!, line: Number(place[2]) };
    const said = /^(?:\*\*\* )?((?:[A-Z][A-Za-z]*Error|ValueError|Sorry): .{1,500})$/.exec(line);
    if (said === null) continue;
    const path = open === undefined ? undefined : relativePath(open.path, root);
    const at = open?.line ?? 1;
    findings.push({ level: 'error', path, line: at, endLine: at, code: 'compileall', message: said[1]! });
    open = undefined;
  }
  if (checked === 0) return unreadable('compileall compiled no file');
  return { checked, findings, broken: findings.length };
}
