import type { Finding } from './finding.ts';
import { redacted } from './redact.ts';
import { scan, type ScanOptions } from './scan.ts';

/** A value of plain JSON that may become public, and what was taken out of it. */
export interface SafeValue<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

/**
 * A value whose every text may become public: `redacted:<class>` stands for the lines of what may not. Names of fields are texts,
 * too; one that must not become public takes its whole object with it.
 */
export function safeValue<T>(value: T, options: ScanOptions = {}): SafeValue<T> {
  const findings: Finding[] = [];
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') {
      const safe = redacted(part, options);
      findings.push(...safe.findings);
      return safe.text;
    }
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== 'object' || part === null) return part;
    const keys = scan(Object.keys(part).join('\n'), options);
    findings.push(...keys);
    if (keys.length > 0) return {};
    return Object.fromEntries(Object.entries(part).map(([key, one]) => [key, walk(one)]));
  };
  return { value: walk(value) as T, findings };
}
