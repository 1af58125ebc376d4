/** One finding of a linter, formatter or compiler. */
export interface Finding {
  readonly level: 'error' | 'warning';
  /** Relative to the root; undefined when the tool names no file of the tree. */
  readonly path: string | undefined;
  readonly line: number;
  readonly endLine: number;
  /** Lint or error code, the tool's own word. */
  readonly code: string;
  readonly message: string;
}

/** What a checker said. `checked` counts what it looked at: nothing looked at is a problem. */
export interface CheckReport {
  readonly problem?: string;
  readonly checked: number;
  readonly findings: readonly Finding[];
  /** The tool itself failed (a file that does not parse, a build that breaks): not a lint. */
  readonly broken: number;
  /** Findings beyond those that are named. */
  readonly more?: readonly MoreFindings[];
}

/** Findings of one code that were counted and not kept. */
export interface MoreFindings {
  readonly level: Finding['level'];
  readonly code: string;
  readonly count: number;
}

/** A report that cannot be trusted, with the reason. */
export function unreadable(problem: string): CheckReport {
  return { problem, checked: 0, findings: [], broken: 0 };
}

/** Equal findings once: a library and its test build report the same line twice. */
export function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of findings) {
    const key = [finding.path, finding.line, finding.code, finding.message].join('\0');
    if (!seen.has(key)) seen.set(key, finding);
  }
  return [...seen.values()];
}
