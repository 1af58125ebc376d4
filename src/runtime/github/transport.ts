import type { Scanned } from '../../core/public-safety/scanned.ts';

/** What a call carries, by name. */
export type CallParameters = Readonly<Record<string, unknown>>;

/** The answer to a call, as Octokit gives it; header names are lower-case. */
export interface HostAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly data: unknown;
}

/**
 * The way to a GitHub. A refusal is thrown as Octokit throws it: `status` (none when there was no answer), `message` and
 * `response.headers`. GraphQL is `POST /graphql` with `query` and `variables`, and answers 200 with `data` and `errors`.
 */
export interface Transport {
  /** `route` is a method and a path with `{parameters}`. What it carries has passed the door: nothing else has this type. */
  request(route: string, parameters: Scanned<CallParameters>): Promise<HostAnswer>;
}

/** Time, in milliseconds since the epoch. */
export interface Clock {
  now(): number;
  sleep(ms: number): Promise<void>;
}

export const realClock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
