/** Every code an error of ours can carry. A code is stable: people and scripts match on it, never on the message. */
export const ERROR_CODES = [
  'bad-input',
  'bad-config',
  'bad-flow',
  'bad-profile',
  'bad-contract',
  'bad-attestation',
  'bad-result',
  'bad-fact',
  'bad-ledger',
  'bad-patch',
  'out-of-scope',
  'not-found',
  'refused',
  'permission',
  'public-safety',
  'host',
  'process',
  'stale',
  'bug',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export interface ErrorDetail {
  /** What was looked at: an input's name, a file with line, a key path. */
  readonly at?: string;
  /** What a person should do about it. */
  readonly fix?: string;
  readonly cause?: unknown;
}

/** A user's error: it names the place, the value seen and the fix. Anything else that is thrown is a bug of ours. */
export class FlowError extends Error {
  readonly code: ErrorCode;
  readonly at: string | undefined;
  readonly fix: string | undefined;

  constructor(code: ErrorCode, message: string, detail: ErrorDetail = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.name = 'FlowError';
    this.code = code;
    this.at = detail.at;
    this.fix = detail.fix;
  }

  /** One line for a person: `code at place: message. Fix: …`. */
  toLine(): string {
    const place = this.at === undefined ? '' : ` (${this.at})`;
    if (this.fix === undefined) return `${this.code}${place}: ${this.message}`;
    const stop = /[.!?…]$/.test(this.message) ? '' : '.';
    return `${this.code}${place}: ${this.message}${stop} Fix: ${this.fix}`;
  }
}

/** The candidate nearest to `word` by edit distance, for "did you mean"; undefined when none is near: one that shares nothing with it is not. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.ceil(word.length / 3)) + 1;
  for (const candidate of candidates) {
    // As many insertions are needed at least; a word that somebody made very long is not looked at further.
    if (Math.abs(word.length - candidate.length) >= bestDistance) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance && distance < Math.max(word.length, candidate.length)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of two neighbours, which is how fingers slip (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let earlier: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? earlier[j - 2]! + 1 : Infinity;
      row.push(Math.min(previous[j]! + 1, row[j - 1]! + 1, substitution, swap));
    }
    earlier = previous;
    previous = row;
  }
  return previous[b.length]!;
}
