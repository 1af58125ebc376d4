import { FlowError } from '../errors.ts';
import { fieldsOf } from './fields.ts';
import { findingText, type Finding } from './finding.ts';
import { scan, type ScanOptions } from './scan.ts';

/** Findings that an error names; it says how many more there are. */
const NAMED = 3;

/** Findings as one line: classes and places, never a value. */
export function findingsLine(findings: readonly Finding[]): string {
  const more = findings.length - NAMED;
  return [...findings.slice(0, NAMED).map(findingText), ...(more > 0 ? [`${more} more`] : [])].join('; ');
}

/** Passes a value that is about to leave; throws `public-safety` with classes and places when it must not become public. */
export function refuseUnsafe(what: string, value: unknown, options: ScanOptions = {}): void {
  const findings = scan(fieldsOf(value), options);
  if (findings.length === 0) return;
  throw new FlowError('public-safety', `nothing was written: ${findingsLine(findings)}`, {
    at: what,
    fix: 'take it out; a name that is public already can be allowed by `public-names` of the profile',
  });
}
