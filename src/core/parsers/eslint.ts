import { relativePath } from '../method-run.ts';
import { unreadable, type CheckReport, type Finding } from './findings.ts';

interface EslintMessage {
  readonly ruleId?: string | null;
  readonly severity?: number;
  readonly fatal?: boolean;
  readonly message?: string;
  readonly line?: number;
  readonly endLine?: number;
}

/** Reads `eslint --format json`: one entry for every file that was linted, so that no entry means nothing was linted. */
export function parseEslint(stdout: string, root: string): CheckReport {
  let files: unknown;
  try {
    files = JSON.parse(stdout);
  } catch {
    return unreadable('eslint gave no JSON');
  }
  if (!Array.isArray(files)) return unreadable('eslint gave JSON that is no list of files');
  const findings: Finding[] = [];
  let broken = 0;
  for (const file of files as { filePath?: unknown; messages?: unknown }[]) {
    if (typeof file?.filePath !== 'string' || !Array.isArray(file.messages))
      return unreadable('eslint gave an entry without filePath or messages');
    for (const message of file.messages as EslintMessage[]) {
      if (message.fatal === true) broken++;
      const line = message.line ?? 1;
      findings.push({
        level: message.severity === 1 ? 'warning' : 'error',
        path: relativePath(file.filePath, root),
        line,
        endLine: message.endLine ?? line,
        code: message.ruleId ?? 'eslint',
        message: message.message ?? '',
      });
    }
  }
  return files.length === 0 ? unreadable('eslint linted no file') : { checked: files.length, findings, broken };
}
