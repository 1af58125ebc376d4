import { FlowError } from '../../core/errors.ts';
import type { Scanned } from '../../core/public-safety/scanned.ts';
import { Door } from './door.ts';
import { HostLimitError, readQuota, type Quota } from './quota.ts';
import { headersOf, isRateLimit, statusOf } from './refusal.ts';
import type { CallParameters, Clock, HostAnswer, Transport } from './transport.ts';

export const GRAPHQL = 'POST /graphql';

/** Least pause between content writes on the real host, in milliseconds: 80 a minute are allowed. */
export const WRITE_SPACING_MS = 1_000;
/** Longest time one call may be retried, in milliseconds. */
const RETRY_BUDGET_MS = 120_000;
/** Calls that a whole hop may need, faults included: with fewer left in the hour, the next one waits. */
export const HOP_CALLS = 60;
/** How many calls a client makes at most, who makes them, and what a person does when they are used up. */
export interface CallBudget {
  readonly calls: number;
  readonly who: string;
  readonly fix: string;
}

/** Of one job. A hop needs ten; one that reads every Check Run of eighty commits stays far below. */
export const JOB_CALLS: CallBudget = {
  calls: 400,
  who: 'this job',
  fix: 'look at the log for a call that is repeated; start the subject again',
};
/** Of a job that looks at every open pull request: all jobs of a repository share a thousand calls in an hour. */
export const SURVEY_CALLS: CallBudget = {
  ...JOB_CALLS,
  fix: 'there are more open contracts and pull requests than a job may ask about: close what is over; `bitnet-flow board` and `bitnet-flow merge plan` read more, with the token of a person',
};
/** Of a command: the host takes five thousand calls of a person in an hour. */
export const COMMAND_CALLS: CallBudget = {
  calls: 4_500,
  who: 'this command',
  fix: 'there are more open contracts and pull requests than a person may ask about in an hour: close what is over',
};
/** First wait after a 5xx or no answer, in milliseconds, and how often such a call is repeated. */
const FAULT_WAIT_MS = 250;
const FAULT_RETRIES = 4;
/** First wait after a refusal that names no time, in milliseconds. */
const LIMIT_WAIT_MS = 1_000;

/** A time the client waited before it repeated a call. */
export interface Wait {
  readonly call: string;
  readonly ms: number;
  /** `retry-after` and `reset`: the host named the time. `limit`: it named none. `fault`: a 5xx or no answer. */
  readonly why: 'retry-after' | 'reset' | 'limit' | 'fault';
}

export interface ClientOptions {
  readonly transport: Transport;
  readonly clock: Clock;
  /** Least pause between writes, in milliseconds. */
  readonly spacing: number;
  /** Without it, that of one job. */
  readonly budget?: CallBudget;
  /** Told of every wait before it begins. */
  readonly onWait?: (wait: Wait) => void;
}

/**
 * One serial client: a call at a time, pauses between writes, Retry-After honoured, at most 120 s of retries a call and a
 * budget of calls. A call that would have its effect twice (5xx on a POST) is never repeated here; its caller looks first.
 */
export class SerialClient {
  readonly waits: Wait[] = [];
  /** What every write passes. */
  readonly door = new Door();
  readonly #options: ClientOptions;
  readonly #quotas = new Map<string, Quota>();
  #calls = 0;
  #lastWrite = Number.NEGATIVE_INFINITY;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /** Calls made, repeated ones included. */
  get calls(): number {
    return this.#calls;
  }

  /** When the quota is full again, if less than `reserve` calls are left of it; undefined when there is enough. */
  lowUntil(reserve: number): number | undefined {
    const low = [...this.#quotas.values()].filter(
      ({ remaining, resetAt }) => remaining < reserve && resetAt > this.#options.clock.now(),
    );
    return low.length === 0 ? undefined : Math.max(...low.map(({ resetAt }) => resetAt));
  }

  /** Makes one call after those before it have ended; its answer's data. A write passes the door first. */
  async call(route: string, parameters: Readonly<Record<string, unknown>>): Promise<unknown> {
    const passed = this.door.pass(route, parameters);
    const mine = this.#last.then(() => this.#serial(route, passed));
    this.#last = mine.catch(() => undefined);
    return await mine;
  }

  async #serial(route: string, parameters: Scanned<CallParameters>): Promise<unknown> {
    const { clock, spacing } = this.#options;
    const write = route !== GRAPHQL && !route.startsWith('GET ');
    if (write && spacing > 0) {
      const pause = this.#lastWrite + spacing - clock.now();
      if (pause > 0) await clock.sleep(pause);
    }
    try {
      return await this.#repeated(route, parameters, write && route.startsWith('POST '));
    } finally {
      if (write) this.#lastWrite = clock.now();
    }
  }

  /** Repeats what had no effect or has the same one again: 429, 403 with a rate limit, and 5xx of all but POST. */
  async #repeated(route: string, parameters: Scanned<CallParameters>, once: boolean): Promise<unknown> {
    const { clock } = this.#options;
    const deadline = clock.now() + RETRY_BUDGET_MS;
    for (let attempt = 0; ; attempt++) {
      try {
        return (await this.#one(route, parameters)).data;
      } catch (error) {
        const wait = this.#waitFor(error, route, once, attempt);
        if (wait === undefined) throw error;
        if (clock.now() + wait.ms > deadline) {
          if (wait.why === 'fault') throw error;
          throw new HostLimitError(route, clock.now() + wait.ms, error);
        }
        this.waits.push(wait);
        this.#options.onWait?.(wait);
        await clock.sleep(wait.ms);
      }
    }
  }

  async #one(route: string, parameters: Scanned<CallParameters>): Promise<HostAnswer> {
    const { calls, who, fix } = this.#options.budget ?? JOB_CALLS;
    if (this.#calls >= calls) {
      throw new FlowError('host', `${route}: ${who} has made its ${calls} calls`, { at: 'budget of calls', fix });
    }
    this.#calls++;
    try {
      const answer = await this.#options.transport.request(route, parameters);
      this.#note(answer.headers);
      if (route === GRAPHQL) refuseBroken(answer);
      return answer;
    } catch (error) {
      this.#note(headersOf(error));
      throw error;
    }
  }

  #note(headers: HostAnswer['headers']): void {
    const seen = readQuota(headers);
    if (seen !== undefined) this.#quotas.set(seen.resource, seen.quota);
  }

  #waitFor(error: unknown, call: string, once: boolean, attempt: number): Wait | undefined {
    const status = statusOf(error);
    if (status === 429 || isRateLimit(error)) {
      const headers = headersOf(error);
      const after = Number(headers['retry-after']);
      if (Number.isFinite(after) && after > 0) return { call, ms: after * 1000, why: 'retry-after' };
      const quota = readQuota(headers)?.quota;
      const left = quota?.remaining === 0 ? quota.resetAt - this.#options.clock.now() : 0;
      if (left > 0) return { call, ms: left, why: 'reset' };
      return { call, ms: LIMIT_WAIT_MS * 2 ** attempt, why: 'limit' };
    }
    // What this client itself refuses, it refuses again.
    if (error instanceof FlowError) return undefined;
    const again = !once && (status === undefined || status >= 500) && attempt < FAULT_RETRIES;
    return again ? { call, ms: FAULT_WAIT_MS * 2 ** attempt, why: 'fault' } : undefined;
  }
}

/** Types of GraphQL errors that are the host's own fault; so is one without a type. */
const FAULTS: readonly (string | undefined)[] = [undefined, 'SERVICE_UNAVAILABLE'];

/**
 * GraphQL refuses with 200: too many calls is a limit, an answer without data, or with a part that the host failed at, a fault;
 * each as REST would say it.
 */
function refuseBroken(answer: HostAnswer): void {
  const { data, errors } = answer.data as { data?: unknown; errors?: readonly { type?: string; message?: string }[] };
  const limited = errors?.some(({ type }) => type === 'RATE_LIMITED') === true;
  const faulty = errors?.some(({ type }) => FAULTS.includes(type)) === true;
  if (!limited && !faulty && data !== null && data !== undefined) return;
  const said = errors?.map(({ message }) => message).join('; ') ?? 'no data';
  const status = limited ? 429 : faulty || errors === undefined ? 502 : 422;
  throw Object.assign(new Error(`graphql: ${said}`), { status, response: { headers: answer.headers } });
}

const WHY: Readonly<Record<Wait['why'], string>> = {
  'retry-after': 'the host said Retry-After',
  reset: 'the hourly limit is used up',
  limit: 'the host limits calls',
  fault: 'the host failed or gave no answer',
};

/** A wait as a line of the log. */
export function waitLine({ call, ms, why }: Wait): string {
  return `waiting ${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s before ${call} again: ${WHY[why]}`;
}
