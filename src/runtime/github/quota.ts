import { FlowError } from '../../core/errors.ts';

/** What the host says is left of a resource (`core`, `graphql`) in the current hour. */
export interface Quota {
  readonly remaining: number;
  /** When it is full again, in milliseconds since the epoch. */
  readonly resetAt: number;
}

type Headers = Readonly<Record<string, string | number | undefined>>;

/** Reads `x-ratelimit-*`; undefined where the host sends none, as one without limits does. */
export function readQuota(headers: Headers): { resource: string; quota: Quota } | undefined {
  const [remaining, reset] = [headers['x-ratelimit-remaining'], headers['x-ratelimit-reset']].map((value) =>
    value === undefined || value === '' ? Number.NaN : Number(value),
  ) as [number, number];
  if (!Number.isSafeInteger(remaining) || !Number.isSafeInteger(reset)) return undefined;
  return {
    resource: String(headers['x-ratelimit-resource'] ?? 'core'),
    quota: { remaining, resetAt: reset * 1000 },
  };
}

/** A time as the Ledger and messages say it: ISO 8601, UTC, whole seconds, never earlier than the time itself. */
export function utcSeconds(ms: number): string {
  return new Date(Math.ceil(ms / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}

/** The host takes no more calls for longer than a job may wait. */
export class HostLimitError extends FlowError {
  /** When it takes calls again, in milliseconds since the epoch. */
  readonly until: number;

  constructor(call: string, until: number, cause: unknown) {
    super('host', `${call}: the host takes no more calls until ${utcSeconds(until)}`, {
      at: 'rate limit',
      fix: 'nothing is lost: run it again after that time; a flow goes on by its sweeper',
      cause,
    });
    this.until = until;
  }
}
