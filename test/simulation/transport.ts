import type { HostAnswer, Transport } from '../../src/runtime/github/transport.ts';
import { GRAPHQL_ROUTE, type Call } from './faults.ts';
import { answerSubject } from './github/graphql.ts';
import { HttpProblem, NoAnswer } from './github/problem.ts';
import { BOT } from './github/records.ts';
import type { Job } from './job.ts';
import type { Simulation } from './simulation.ts';

/** Time an answer takes, and one that never comes, in milliseconds. */
const ANSWER_MS = 400;
const NO_ANSWER_MS = 60_000;

/** What GraphQL is asked with that is no write although it is a POST. */
export function isWrite(route: string): boolean {
  return route !== GRAPHQL_ROUTE && !route.startsWith('GET ');
}

/** The way of one job to the model of GitHub: it gives way at each call, and meets the schedule's faults there. */
export function simulatedTransport(simulation: Simulation, job: Job): Transport {
  return {
    request: async (route, parameters) => {
      const call: Call = { route, parameters, write: isWrite(route), job: job.name };
      return await throughFaults(simulation, job, call, (asOf) => answer(simulation, call, asOf));
    },
  };
}

/** One call with what may befall it; `perform` has the effect and gives the answer. */
export async function throughFaults<T>(
  simulation: Simulation,
  job: Job,
  call: Call,
  perform: (asOf?: number) => T,
): Promise<T> {
  const { scheduler } = simulation;
  await scheduler.park(job.process, ANSWER_MS);
  simulation.beforeCall(call, job);
  const stall = simulation.takeStall(job.run);
  if (stall > 0) await scheduler.park(job.process, stall);
  if (job.dead || job.process.dead) return await never();
  const fault = simulation.faultFor(call, job.run);
  const effect = (): T => {
    const done = perform();
    simulation.afterEffect(call, done, job);
    return done;
  };
  switch (fault) {
    case 'killed before the call':
      job.die();
      return await never();
    case 'killed after the call':
      effect();
      job.die();
      return await never();
    case '5xx before the effect':
      throw new HttpProblem(simulation.random.pick([500, 502, 503]), 'Server Error');
    case '5xx after the effect':
      effect();
      throw new HttpProblem(simulation.random.pick([500, 502, 504]), 'Server Error');
    case 'no answer, no effect':
      await scheduler.park(job.process, NO_ANSWER_MS);
      throw new NoAnswer();
    case 'no answer, with effect':
      effect();
      await scheduler.park(job.process, NO_ANSWER_MS);
      throw new NoAnswer();
    case '429 with Retry-After':
      throw new HttpProblem(429, 'Too Many Requests', { 'retry-after': String(1 + simulation.random.below(60)) });
    case '429 without a time':
      throw new HttpProblem(429, 'Too Many Requests');
    case '403 with Retry-After':
      throw new HttpProblem(403, 'You have exceeded a secondary rate limit', { 'retry-after': '7' });
    case '403 with x-ratelimit-reset':
      throw limit(scheduler.now + 5_000);
    case 'old copy of the subject':
    case 'old copy of a comment':
    case 'old copy of the run list':
    case 'old copy of the checks':
      return perform(simulation.github.versions.current - 1 - simulation.random.below(3));
    case 'dispatch made twice':
      effect();
      return effect();
    case 'dispatch without a run id': {
      effect();
      return { status: 204, headers: {}, data: undefined } as T;
    }
    case 'dispatched run lost': {
      const done = effect();
      simulation.loseNewestRun();
      return done;
    }
    case undefined:
      return effect();
  }
}

function answer(simulation: Simulation, call: Call, asOf?: number): HostAnswer {
  const { github, scheduler } = simulation;
  if (scheduler.now < simulation.limitedUntil) throw limit(simulation.limitedUntil);
  if (call.route === GRAPHQL_ROUTE) {
    const { query, variables } = call.parameters as { query: string; variables: Record<string, unknown> };
    if (!query.includes('query Subject(')) throw new Error(`the model cannot answer ${query.slice(0, 60)}`);
    return { status: 200, headers: {}, data: answerSubject(github, BOT, variables, asOf) };
  }
  const data = github.request(BOT, call.route, call.parameters, asOf);
  const blind = simulation.control.fence === false && call.job === 'admit' && call.route.endsWith('/runs');
  return { status: 200, headers: {}, data: blind ? { total_count: 0, workflow_runs: [] } : data };
}

/** The hourly limit's refusal; the host says when it is over in whole seconds. */
function limit(until: number): HttpProblem {
  return new HttpProblem(403, 'API rate limit exceeded', {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Math.ceil(until / 1000)),
    'x-ratelimit-resource': 'core',
  });
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}
