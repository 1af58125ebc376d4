import type { Span } from '../../../../src/core/public-safety/span.ts';

/** A text without its `·`: they keep what only looks like a leak apart in this repository. */
export const whole = (text: string): string => text.replaceAll('·', '');

/** Spans as classes and what they cover. */
export const covered = (text: string, spans: Iterable<Span>): string[] =>
  [...spans].map(({ class: name, start, end }) => `${name} ${text.slice(start, end)}`);

/** `size` characters, as mixed as those of a key; `bytes` has digits of both cases. */
const KINDS = {
  mixed: 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0',
  upper: 'A1B2C3D4E5F6G7H8I9J0K1L2M3N4O5P6Q7R8S9T0',
  hex: '0123456789abcdefABCDEF',
} as const;
export const key = (size: number, kind: keyof typeof KINDS = 'mixed'): string =>
  KINDS[kind].repeat(Math.ceil(size / KINDS[kind].length)).slice(0, size);
