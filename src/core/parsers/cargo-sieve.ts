import type { LineSieve } from '../line-sieve.ts';

/** Findings that are kept whole, of errors and of warnings each; more are only counted, by their code. */
const WHOLE = 5_000;
const MESSAGE_CHARS = 500;

interface Entry {
  readonly reason?: unknown;
  readonly success?: unknown;
  readonly message?: {
    readonly level?: unknown;
    readonly message?: unknown;
    readonly code?: { readonly code?: unknown } | null;
    readonly spans?: readonly ({ readonly is_primary?: unknown } | null)[];
  } | null;
}

/**
 * Keeps of cargo's JSON lines what `parseCargoMessages` reads, so that a hundred thousand findings fit where a few thousand
 * whole messages would: a message comes with its rendered text, its children and all its spans. Equal findings pass once.
 */
export function cargoSieve(): LineSieve {
  const seen = new Set<string>();
  const whole = { error: 0, warning: 0 };
  const more = new Map<string, { level: string; code: string; count: number }>();
  return {
    line(text) {
      if (!text.startsWith('{')) return undefined;
      let entry: Entry;
      try {
        entry = JSON.parse(text) as Entry;
      } catch {
        return undefined;
      }
      const { reason, success, message } = entry;
      if (reason === 'build-finished') return JSON.stringify({ reason, success });
      if (reason === 'compiler-artifact') return JSON.stringify({ reason });
      if (reason !== 'compiler-message' || message === null || message === undefined) return undefined;
      const { level } = message;
      if (level !== 'error' && level !== 'warning') return undefined;
      const spans = Array.isArray(message.spans) ? message.spans : [];
      const span = (spans.find((one) => one?.is_primary === true) ?? spans[0]) as Record<string, unknown> | undefined;
      const kept = JSON.stringify({
        reason,
        message: {
          level,
          message: String(message.message ?? '').slice(0, MESSAGE_CHARS),
          code: message.code === null || message.code === undefined ? null : { code: message.code.code },
          spans:
            span === undefined
              ? []
              : [
                  {
                    file_name: span['file_name'],
                    line_start: span['line_start'],
                    line_end: span['line_end'],
                    is_primary: true,
                  },
                ],
        },
      });
      if (seen.has(kept)) return undefined;
      seen.add(kept);
      if (whole[level] < WHOLE) {
        whole[level]++;
        return kept;
      }
      const code = typeof message.code?.code === 'string' ? message.code.code : level;
      const key = `${level} ${code}`;
      more.set(key, { level, code, count: (more.get(key)?.count ?? 0) + 1 });
      return undefined;
    },
    end: () => [...more.values()].map((counted) => JSON.stringify({ reason: MORE_FINDINGS, ...counted })),
  };
}

/** The reason of a line that stands for findings which were counted and not kept. */
export const MORE_FINDINGS = 'more-findings';
