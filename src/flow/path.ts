import { forwardRoute, resolveAgent, type Flow } from '../core/flow.ts';

/** The agents from `from` to the end along the routes without a condition, `from` first; a loop ends it. */
export function forwardPath(flow: Flow, from: string): string[] {
  const path: string[] = [];
  let agent: string | undefined = from;
  while (agent !== undefined && !path.includes(agent)) {
    path.push(agent);
    const row: Flow['agents'][string] | undefined = flow.agents[agent];
    const next: string | undefined = row && happyRoute(flow, agent);
    agent = next === undefined ? undefined : resolveAgent(flow, next);
  }
  return path;
}

/**
 * The route a flow takes when every gate is green: the first whose condition asks for green required gates, else the
 * forward route (whose partial variant is for the other days).
 */
export function happyRoute(flow: Flow, agent: string): string | undefined {
  const row = flow.agents[agent]!;
  const green = row.routes.find(
    (route) => route.when !== undefined && 'gates' in route.when && route.when.is === 'pass',
  );
  return (green ?? forwardRoute(row)).agent;
}

/** Where an agent stands to the publication: from `validate` on nothing may commit. */
export function stageOf(flow: Flow, agent: string): 'work' | 'validate' | 'publish' | 'after' {
  if (agent === flow['last-validation']) return 'validate';
  if (agent === flow.publisher) return 'publish';
  return forwardPath(flow, flow.publisher).includes(agent) ? 'after' : 'work';
}
