import { relativePath } from '../method-run.ts';
import { unreadable, type CheckReport, type Finding } from './findings.ts';

/** Reads `prettier --check`: `[warn] FILE` for what differs, `[error] FILE: SyntaxError: …`, and its closing sentence. */
export function parsePrettier(stdout: string, stderr: string, root: string): CheckReport {
  const clean = /^All matched files use Prettier code style!$/m.test(stdout);
  const differs = /^\[warn\] Code style issues found in (?:the above file|(\d+) files)/m.test(stderr);
  const failed = /^Error occurred when checking code style in/m.test(stdout + '\n' + stderr);
  const findings: Finding[] = [];
  let broken = 0;
  for (const [, level, rest] of stderr.matchAll(/^\[(warn|error)\] (.+)$/gm)) {
    if (level === 'warn') {
      if (/^Code style issues found|^Ignored unknown option/.test(rest!)) continue;
      findings.push(finding(rest!, 1, 'prettier', 'not formatted', root));
    } else {
      const syntax = /^(.+?): (\w*Error: .+?) \((\d+):\d+\)$/.exec(rest!);
      if (syntax) {
        broken++;
        findings.push(finding(syntax[1]!, Number(syntax[3]), 'syntax', syntax[2]!, root));
      } else if (/^(No files matching|No parser|Invalid config|Cannot find|\S+: \w*Error)/.test(rest!)) {
        broken++;
        findings.push({ level: 'error', path: undefined, line: 1, endLine: 1, code: 'prettier', message: rest! });
      }
    }
  }
  if (!/^Checking formatting\.\.\.$/m.test(stdout)) return unreadable('prettier did not begin to check');
  if (!clean && !differs && !failed && findings.length === 0)
    return unreadable('prettier ended without its closing sentence');
  return { checked: 1, findings, broken };
}

function finding(file: string, line: number, code: string, message: string, root: string): Finding {
  return { level: 'error', path: relativePath(file, root), line, endLine: line, code, message };
}
