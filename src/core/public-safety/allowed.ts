import { z } from 'zod';
import { isSecretClass, type SafetyClass } from './finding.ts';

/** Names of its own that a repository has made public. No secret can be one. */
export const ALLOWED_LIMIT = 64;

/**
 * A value as it is written, such as an address, a host or `/home/NAME`, or `*.` and a host name for all hosts below it. A star alone, or
 * before a bare suffix such as `local`, would allow everything and is refused.
 */
export const allowedNameSchema = z
  .string()
  .max(253)
  .regex(/^(?:\*\.)?[A-Za-z0-9/][A-Za-z0-9._:\\/-]{2,}$/, 'is no value as it is written')
  .refine(
    (name) =>
      !name.startsWith('*.') ||
      name
        .slice(2)
        .split('.')
        .filter((label) => label !== '').length >= 2,
    {
      error: 'needs a host name of at least two labels behind `*.`',
    },
  );

/** What an allow-list lets through; host names are compared without case. */
export function isAllowed(name: SafetyClass, value: string, allowed: readonly string[]): boolean {
  if (allowed.length === 0 || isSecretClass(name) || name === 'packed') return false;
  const lower = value.toLowerCase();
  return allowed.some((entry) => {
    const own = entry.toLowerCase();
    return own.startsWith('*.') ? name === 'internal-host' && lower.endsWith(own.slice(1)) : lower === own;
  });
}
