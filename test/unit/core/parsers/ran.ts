import type { CommandResult, ReportFile } from '../../../../src/core/gate.ts';

/** A command that ended with 0 and wrote nothing, with what is different. */
export function ran(change: Partial<CommandResult> = {}): CommandResult {
  return {
    step: 'step',
    argv: ['tool'],
    parser: 'none',
    root: '/r',
    tree: 'head',
    exitCode: 0,
    signal: null,
    timedOut: false,
    missing: false,
    durationMs: 1000,
    stdout: '',
    stderr: '',
    truncated: false,
    logSha256: '',
    toolVersion: '',
    reports: new Map(),
    ...change,
  };
}

/** A report of this text; without text one that is binary, or was refused. */
export function reportFile(path: string, text?: string, refused?: string): ReportFile {
  return {
    path,
    bytes: text?.length ?? 1,
    sha256: '',
    ...(text === undefined ? {} : { text }),
    ...(refused === undefined ? {} : { refused }),
  };
}

export function reportFiles(...files: readonly ReportFile[]): CommandResult['reports'] {
  return new Map(files.map((file) => [file.path, file]));
}
