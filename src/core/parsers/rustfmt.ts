import { relativePath } from '../method-run.ts';
import { unreadable, type CheckReport, type Finding } from './findings.ts';

/**
 * Reads `cargo fmt --all --check -- --verbose`; its paths are absolute, or relative where the runner took the folder of the checkout out. `Formatting FILE` tells which files were looked at, `Diff in FILE:LINE:`
 * what differs; a file that does not parse gives an error.
 */
export function parseRustfmt(stdout: string, stderr: string, root: string): CheckReport {
  const files = new Set([...stdout.matchAll(/^Formatting (.+\.rs)$/gm)].map((match) => match[1]!));
  const findings: Finding[] = [];
  for (const [, file, line] of stdout.matchAll(/^Diff in (.+?)(?: at line |:)(\d+):$/gm)) {
    findings.push({
      level: 'error',
      path: relativePath(file!, root),
      line: Number(line),
      endLine: Number(line),
      code: 'rustfmt',
      message: 'not formatted',
    });
  }
  let broken = 0;
  for (const [, message, file, line] of stderr.matchAll(/^error(?:\[E\d{4}\])?: (.+)\n\s+--> (.+?):(\d+):\d+/gm)) {
    broken++;
    findings.push({
      level: 'error',
      path: relativePath(file!, root),
      line: Number(line),
      endLine: Number(line),
      code: 'syntax',
      message: message!,
    });
  }
  if (files.size === 0 && broken === 0) return unreadable('rustfmt names no file that it looked at');
  return { checked: files.size, findings, broken };
}
