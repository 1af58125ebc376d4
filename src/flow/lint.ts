import { nearest } from '../core/errors.ts';
import { forwardRoute, rowGates, type Flow, type Route } from '../core/flow.ts';
import type { GATES } from '../core/names.ts';
import { forwardPath } from './path.ts';

/** One thing that is wrong with a flow, with the way through the graph that shows it. */
export interface LintFinding {
  readonly rule: string;
  readonly agent: string;
  readonly message: string;
  /** Agents from the entry to the fault. */
  readonly path: readonly string[];
}

/** Proves what a flow must hold before any hop runs on it. An empty list is the proof. */
export function lintFlow(flow: Flow): LintFinding[] {
  const graph = new Graph(flow);
  return [
    ...entryFindings(flow),
    ...routeTargets(flow, graph),
    ...forwardRoutes(flow, graph),
    ...gateFindings(flow, graph),
    ...ownerFindings(flow),
    ...reachability(flow, graph),
    ...bounds(flow, graph),
    ...loops(flow, graph),
    ...claimFindings(flow, graph),
  ];
}

/** The routes of a flow as edges between existing agents. */
class Graph {
  readonly from = new Map<string, string[]>();
  readonly pathTo = new Map<string, readonly string[]>();
  readonly ends = new Set<string>();

  constructor(flow: Flow) {
    for (const [agent, row] of Object.entries(flow.agents)) {
      const targets = row.routes.flatMap((route) =>
        route.agent !== undefined && Object.hasOwn(flow.agents, route.agent) ? [route.agent] : [],
      );
      this.from.set(agent, targets);
    }
    const queue: string[] = [];
    if (this.from.has(flow.entry)) {
      this.pathTo.set(flow.entry, [flow.entry]);
      queue.push(flow.entry);
    }
    for (let agent = queue.shift(); agent !== undefined; agent = queue.shift()) {
      for (const target of this.from.get(agent)!) {
        if (this.pathTo.has(target)) continue;
        this.pathTo.set(target, [...this.pathTo.get(agent)!, target]);
        queue.push(target);
      }
    }
    const finals = Object.entries(flow.agents).filter(([, row]) =>
      row.routes.some((route) => route.type === 'FINALIZE' && route.agent === undefined),
    );
    const pending = finals.map(([agent]) => agent);
    for (let agent = pending.pop(); agent !== undefined; agent = pending.pop()) {
      if (this.ends.has(agent)) continue;
      this.ends.add(agent);
      for (const [source, targets] of this.from) if (targets.includes(agent)) pending.push(source);
    }
  }

  path(agent: string): readonly string[] {
    return this.pathTo.get(agent) ?? [agent];
  }
}

function suggestion(name: string, candidates: Iterable<string>): string {
  const near = nearest(name, candidates);
  return near === undefined ? '' : `; did you mean ${near}?`;
}

function entryFindings(flow: Flow): LintFinding[] {
  return (['entry', 'last-validation', 'publisher', 'criteria', 'merges-base'] as const).flatMap((key) => {
    const agent = flow[key];
    if (agent === undefined || Object.hasOwn(flow.agents, agent)) return [];
    const message = `${key}: no agent is called ${agent}${suggestion(agent, Object.keys(flow.agents))}`;
    return [{ rule: 'unknown-agent', agent, message, path: [] }];
  });
}

function routeTargets(flow: Flow, graph: Graph): LintFinding[] {
  const names = [...Object.keys(flow.agents), ...Object.keys(flow.aliases)];
  const loops = new Set(flow.microloops.map((loop) => loop.name));
  const findings: LintFinding[] = [];
  for (const [agent, row] of Object.entries(flow.agents)) {
    const path = graph.path(agent);
    if (!loops.has(row.microloop)) {
      findings.push({
        rule: 'unknown-microloop',
        agent,
        message: `microloop ${row.microloop} does not exist${suggestion(row.microloop, loops)}`,
        path,
      });
    }
    for (const route of row.routes) {
      if (route.agent === undefined) {
        if (route.type === 'NEXT')
          findings.push({ rule: 'route-target', agent, message: 'a NEXT route needs an agent', path });
      } else if (!Object.hasOwn(flow.agents, route.agent)) {
        const alias = Object.hasOwn(flow.aliases, route.agent)
          ? `; write ${flow.aliases[route.agent]}`
          : suggestion(route.agent, names);
        findings.push({
          rule: 'route-target',
          agent,
          message: `route to ${route.agent}: no such agent${alias}`,
          path: [...path, route.agent],
        });
      }
    }
  }
  for (const [alias, target] of Object.entries(flow.aliases)) {
    if (!Object.hasOwn(flow.agents, target)) {
      findings.push({
        rule: 'alias',
        agent: alias,
        message: `alias ${alias}: no agent is called ${target}${suggestion(target, names)}`,
        path: [],
      });
    }
  }
  return findings;
}

function forwardRoutes(flow: Flow, graph: Graph): LintFinding[] {
  return Object.entries(flow.agents).flatMap(([agent, row]) => {
    const free = row.routes.filter((route) => route.when === undefined);
    if (free.length === 1 && forwardRoute(row) === free[0] && free[0].max === undefined) return [];
    const why =
      free.length !== 1
        ? `${free.length} routes have no condition`
        : free[0]!.max !== undefined
          ? 'the forward route has a max'
          : 'the route without a condition is not the last';
    return [
      {
        rule: 'forward-route',
        agent,
        message: `${why}; each agent needs exactly one, the last, without a max`,
        path: graph.path(agent),
      },
    ];
  });
}

function gateFindings(flow: Flow, graph: Graph): LintFinding[] {
  return Object.entries(flow.agents).flatMap(([agent, row]) => {
    const used = [
      ...rowGates(flow, row).map((use) => use.gate),
      ...row.routes.flatMap((route) => (route.when !== undefined && 'gate' in route.when ? [route.when.gate] : [])),
    ];
    return [...new Set(used)].flatMap((gate): LintFinding[] => {
      const known = flow.gates[gate as (typeof GATES)[number]];
      const path = graph.path(agent);
      if (known === undefined)
        return [
          {
            rule: 'unknown-gate',
            agent,
            message: `gate ${gate} is not in this flow's table${suggestion(gate, Object.keys(flow.gates))}`,
            path,
          },
        ];
      if (known.required === 'never')
        return [{ rule: 'forbidden-gate', agent, message: `gate ${gate} may not be set in ${flow.flow}`, path }];
      return [];
    });
  });
}

function ownerFindings(flow: Flow): LintFinding[] {
  return Object.entries(flow.gates).flatMap(([gate, row]) => {
    if (row!.required === 'never') return [];
    if (row!.owners.length === 0)
      return [{ rule: 'gate-owner', agent: 'engine', message: `gate ${gate} has no owner`, path: [] }];
    return row!.owners.flatMap((owner): LintFinding[] => {
      if (owner === 'engine') return [];
      const agent = flow.agents[owner];
      if (agent === undefined)
        return [
          {
            rule: 'gate-owner',
            agent: owner,
            message: `gate ${gate} is owned by ${owner}: no such agent${suggestion(owner, Object.keys(flow.agents))}`,
            path: [],
          },
        ];
      const inRow = rowGates(flow, agent).some((use) => use.gate === gate);
      return inRow
        ? []
        : [
            {
              rule: 'gate-owner',
              agent: owner,
              message: `${owner} owns gate ${gate}, but its row does not run it`,
              path: [],
            },
          ];
    });
  });
}

function reachability(flow: Flow, graph: Graph): LintFinding[] {
  return Object.keys(flow.agents).flatMap((agent): LintFinding[] => {
    const findings: LintFinding[] = [];
    if (!graph.pathTo.has(agent))
      findings.push({ rule: 'unreachable', agent, message: `no route leads from ${flow.entry} to ${agent}`, path: [] });
    if (!graph.ends.has(agent))
      findings.push({
        rule: 'no-end',
        agent,
        message: `no way leads from ${agent} to the end`,
        path: graph.path(agent),
      });
    return findings;
  });
}

/** Backward edges: their target comes earlier on the happy path (or is not on it and leads back to it). */
function bounds(flow: Flow, graph: Graph): LintFinding[] {
  const order = new Map(forwardPath(flow, flow.entry).map((agent, index) => [agent, index]));
  const findings: LintFinding[] = [];
  for (const [agent, row] of Object.entries(flow.agents)) {
    const limits = new Map<string, number | undefined>();
    for (const route of row.routes) {
      if (route.agent === undefined || route.when === undefined || route.agent === agent) continue;
      if (limits.has(route.agent) && limits.get(route.agent) !== route.max) {
        findings.push({
          rule: 'edge-bound',
          agent,
          message: `two routes to ${route.agent} have different max; an edge is counted once`,
          path: graph.path(agent),
        });
      }
      limits.set(route.agent, route.max);
      if (isBackward(flow, order, agent, route) && route.max === undefined) {
        findings.push({
          rule: 'edge-bound',
          agent,
          message: `the conditional route back to ${route.agent} needs a max`,
          path: [...graph.path(agent), route.agent],
        });
      }
    }
  }
  return findings;
}

function isBackward(flow: Flow, order: ReadonlyMap<string, number>, agent: string, route: Route): boolean {
  const [from, to] = [order.get(agent), order.get(route.agent!)];
  if (from !== undefined && to !== undefined) return to <= from;
  return Object.hasOwn(flow.agents, route.agent!) && forwardPath(flow, route.agent!).includes(agent);
}

/** A cycle of unconditional routes alone never ends. */
function loops(flow: Flow, graph: Graph): LintFinding[] {
  const seen = new Set<string>();
  return Object.keys(flow.agents).flatMap((agent): LintFinding[] => {
    const walk: string[] = [];
    let current: string | undefined = agent;
    while (
      current !== undefined &&
      Object.hasOwn(flow.agents, current) &&
      !walk.includes(current) &&
      !seen.has(current)
    ) {
      walk.push(current);
      const row: Flow['agents'][string] = flow.agents[current]!;
      current = row.routes.find((route) => route.when === undefined)?.agent;
    }
    for (const name of walk) seen.add(name);
    if (current === undefined || !walk.includes(current)) return [];
    const cycle = [...walk.slice(walk.indexOf(current)), current];
    return [
      {
        rule: 'endless-loop',
        agent: current,
        message: `unconditional routes form a loop: ${cycle.join(' -> ')}`,
        path: [...graph.path(current), ...cycle.slice(1)],
      },
    ];
  });
}

function claimFindings(flow: Flow, graph: Graph): LintFinding[] {
  return Object.entries(flow.agents).flatMap(([agent, row]) => {
    const claims = row.routes.flatMap((route) =>
      route.when !== undefined && 'claim' in route.when ? [route.when.claim] : [],
    );
    const twice = claims.filter((claim, index) => claims.indexOf(claim) !== index);
    return twice.map((claim) => ({
      rule: 'claim',
      agent,
      message: `claim ${claim} has two routes`,
      path: graph.path(agent),
    }));
  });
}

/** Hops of the happy path, from the entry to the end. */
export function happyPath(flow: Flow): string[] {
  return forwardPath(flow, flow.entry);
}
