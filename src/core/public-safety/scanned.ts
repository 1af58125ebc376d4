import { fieldsOf } from './fields.ts';
import type { Finding } from './finding.ts';
import { marksOf } from './redact.ts';
import { refuseUnsafe } from './refuse.ts';
import { scan, type ScanOptions } from './scan.ts';
import { safeValue } from './value.ts';

declare const mark: unique symbol;

/**
 * A value that may become public. Only this file makes one, so that whoever writes, and asks for this type, cannot be given what was not
 * looked at.
 */
export type Scanned<T> = T & { readonly [mark]: true };

/** The value, once all of it may become public; throws `public-safety` with classes and places otherwise. */
export function scanned<T>(what: string, value: T, options: ScanOptions = {}): Scanned<T> {
  refuseUnsafe(what, value, options);
  return value as Scanned<T>;
}

/** The text, if all of it may become public; else what `otherwise` says of the findings, which hold no value. */
export function textOr(
  text: string,
  options: ScanOptions,
  otherwise: (findings: readonly Finding[]) => string,
): Scanned<string> {
  const findings = scan(text, options);
  return (findings.length === 0 ? text : otherwise(findings)) as Scanned<string>;
}

/** What of a plain JSON value may become public; when something lies over several of its texts, nothing but that is said of it. */
export function publicValue(
  value: unknown,
  options: ScanOptions = {},
): { readonly value: Scanned<unknown>; readonly findings: readonly Finding[] } {
  const safe = safeValue(value, options);
  const left = scan(fieldsOf(safe.value), options);
  const told = left.length === 0 ? safe.value : { refused: marksOf(left) };
  return { value: told as Scanned<unknown>, findings: [...safe.findings, ...left] };
}

/** A question: it changes nothing, so that what it carries becomes public nowhere. */
export function question<T>(value: T): Scanned<T> {
  return value as Scanned<T>;
}
