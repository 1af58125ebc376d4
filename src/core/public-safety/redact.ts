import { redactedMark, type Finding } from './finding.ts';
import { scan, spansToRedact, type ScanOptions } from './scan.ts';

/** A text that may become public, and what was taken out of it. */
export interface Redacted {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/**
 * A text in which `redacted:<class>` stands for each line, or lines, of what must not become public; for all of it when that is not enough.
 */
export function redacted(text: string, options: ScanOptions = {}): Redacted {
  const findings = scan(text, options);
  if (findings.length === 0) return { text, findings };
  let cut = '';
  let from = 0;
  for (const { class: name, start, end } of spansToRedact(text, options)) {
    if (start < from) {
      from = Math.max(from, lineEnd(text, end));
      continue;
    }
    cut += `${text.slice(from, text.lastIndexOf('\n', start - 1) + 1)}${redactedMark(name)}`;
    from = lineEnd(text, end);
  }
  cut += text.slice(from);
  return { text: scan(cut, options).length === 0 ? cut : marksOf(findings), findings };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The classes of findings as marks, each once. */
export function marksOf(findings: readonly Finding[]): string {
  return [...new Set(findings.map((found) => redactedMark(found.class)))].join(' ');
}
