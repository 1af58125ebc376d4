import type { When } from '../core/flow.ts';

/** A route of the hop's row that was looked at and not taken. */
export interface PassedRoute {
  /** Index into the hop's routes. */
  readonly route: number;
  readonly why: 'not-met' | 'used-up' | 'not-claimed' | 'red-gates' | 'attempts-used-up';
}

/** The number a repetition was measured by. */
export interface Progress {
  readonly gate: string;
  readonly key: string;
  readonly before: string;
  readonly now: string;
}

/** By which rule a hop's decision was made: data, so that it can be shown and compared. */
export interface Rule {
  readonly kind:
    | 'gate'
    | 'retry'
    | 'claim'
    | 'detour'
    | 'forward'
    /** The hop was not judged: no valid result, stopped, or the head moved under it. */
    | 'no-result'
    | 'stopped'
    | 'stale-head'
    | 'hop-limit';
  /** Index into the hop's routes, when one of them was followed. */
  readonly route?: number;
  readonly when?: When;
  /** Traversals of the route's edge before this one, and the most there may be. */
  readonly taken?: number;
  readonly max?: number;
  /** Red gates of the hop that a retry or the forward route answers. */
  readonly red: readonly string[];
  readonly passed: readonly PassedRoute[];
  readonly progress?: Progress;
}

/** A rule that no route of the hop's row was looked at for. */
export function bareRule(kind: Rule['kind']): Rule {
  return { kind, red: [], passed: [] };
}

/** A condition in words. */
export function describeWhen(when: When): string {
  if ('claim' in when) return `claim ${when.claim}`;
  if ('gate' in when) return `${when.gate} is ${when.is}`;
  return `required gates${when.except ? ` except ${when.except.join(', ')}` : ''} are ${when.is}`;
}
