import { FlowError } from '../core/errors.ts';
import { HOP_LIMIT, NAME } from '../core/names.ts';
import type { RunTitle } from '../core/run-name.ts';
import type { JobEvent } from './executor/options.ts';
import type { Fault, RequestSeen } from './github/stand-in.ts';

/** Where a runner can be made to die: while the agent works, before the Ledger is written, before the next hop is dispatched. */
export const CRASH_POINTS = ['in-agent', 'before-ledger', 'before-dispatch'] as const;
export type CrashPoint = (typeof CRASH_POINTS)[number];

/** Which hop's runner is to die, and where. */
export interface Crash {
  /** Number of the hop, or the name of its agent. */
  readonly hop: number | string;
  readonly where: CrashPoint;
}

/** Reads `HOP[:WHERE]`, for instance `5`, `5:before-ledger` or `impl-creator:in-agent`. */
export function parseCrash(text: string): Crash {
  const [hop = '', where = CRASH_POINTS[0], ...more] = text.split(':');
  const number = /^[1-9][0-9]?$/.test(hop) ? Number(hop) : undefined;
  const known = CRASH_POINTS.find((point) => point === where);
  const named = number === undefined ? NAME.test(hop) : number <= HOP_LIMIT;
  if (more.length > 0 || known === undefined || !named) {
    throw new FlowError('bad-input', `${JSON.stringify(text)} names no hop and place to crash at`, {
      at: '--crash',
      fix: `write HOP or HOP:WHERE, HOP a number or an agent, WHERE one of ${CRASH_POINTS.join(', ')}`,
    });
  }
  return { hop: number ?? hop, where: known };
}

/** Does a run with this title run the hop? A person's start is hop 1 of a flow that begins. */
export function isCrashOf(crash: Crash, title: RunTitle): boolean {
  return crash.hop === title.agent || crash.hop === Math.max(1, title.seq);
}

/** Kills a run at a point: none of its requests has an effect from there on, and its processes end. */
export class Killer {
  readonly signal: AbortSignal;
  readonly #abort = new AbortController();
  readonly #point: CrashPoint;

  constructor(point: CrashPoint) {
    this.#point = point;
    this.signal = this.#abort.signal;
  }

  onJob(event: JobEvent): void {
    if (this.#point === 'in-agent' && event.job === 'agent' && event.phase === 'start') this.#abort.abort();
  }

  onRequest({ method, path }: RequestSeen): Fault | undefined {
    const ledger = /^(POST|PATCH) .*\/issues\/(\d+\/comments|comments\/\d+)$/.test(`${method} ${path}`);
    const dispatch = method === 'POST' && path.endsWith('/dispatches');
    if (this.#point === 'before-ledger' ? ledger : this.#point === 'before-dispatch' && dispatch) this.#abort.abort();
    return this.signal.aborted ? { status: 502 } : undefined;
  }
}
