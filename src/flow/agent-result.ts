import { canonicalJson } from '../core/canonical.ts';
import { FlowError, nearest } from '../core/errors.ts';
import type { Route } from '../core/flow.ts';
import type { Hop } from '../core/hop.ts';
import { agentResultSchema } from '../core/result.ts';
import type { AgentResult } from '../core/result.ts';
import { parseStrictJson } from '../core/strict-json.ts';
import { printable } from '../core/text.ts';

/** Most characters of a result.json that is read. */
export const RESULT_CHARS = 100_000;

/** result.json from an agent; throws `bad-result` naming the field. Nothing is repaired: a bad result is a retry. */
export function parseAgentResult(text: string): AgentResult {
  const value = parseStrictJson(text, 'bad-result', 'result.json', RESULT_CHARS);
  const parsed = agentResultSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new FlowError('bad-result', `${issue.path.join('.') || 'result'}: ${issue.message}`, {
      at: 'result.json',
      fix: 'write the file as the schema in the prompt says',
      cause: parsed.error,
    });
  }
  if (printable(parsed.data.summary, 200) === '') {
    throw new FlowError('bad-result', 'summary: has no visible character', {
      at: 'result.json',
      fix: 'say what was done',
    });
  }
  return parsed.data;
}

/** `NEXT -> agent`, or `FINALIZE` alone for the end. */
export function renderRoute(route: Pick<Route, 'type' | 'agent'>): string {
  return route.agent === undefined ? route.type : `${route.type} -> ${route.agent}`;
}

/** The agent's name without its flow's prefix: agent files say `generative-code-reviewer` for `code-reviewer`. */
function plainAgent(name: string | undefined, hop: Hop): string | undefined {
  return name?.startsWith(`${hop.flow}-`) ? name.slice(hop.flow.length + 1) : name;
}

/**
 * Why the hop refuses a result that is well formed, or undefined: its route is no edge of the agent, its claim is not
 * the agent's own (A-59). The route does not decide; an agent that names a foreign one is not to be trusted further.
 */
export function refuseResult(result: AgentResult, hop: Hop): string | undefined {
  const edges = [...hop.routes, ...(hop['return-route'] === undefined ? [] : [hop['return-route']])];
  const target = plainAgent(result.route.agent, hop);
  if (!edges.some((edge) => edge.type === result.route.type && edge.agent === target)) {
    const own = [...new Set(edges.map(renderRoute))].join(', ');
    return `route ${renderRoute(result.route)} is no edge of ${hop.agent} (its edges: ${own})`;
  }
  if (result.claim === undefined) return undefined;
  const claims = hop.routes.flatMap((edge) =>
    edge.when !== undefined && 'claim' in edge.when ? [edge.when.claim] : [],
  );
  if (claims.includes(result.claim)) return undefined;
  const near = nearest(result.claim, claims);
  return `claim ${result.claim} is not one of ${hop.agent}'s (${claims.join(', ') || 'it has none'})${near === undefined ? '' : `; nearest: ${near}`}`;
}

/**
 * A result small enough for a commit trailer: each text one printable line, and `size` (characters of `encode`) at most
 * `max`. Texts shrink together until it fits; ids, route, claim and gates stay whole.
 */
export function trailerPart(
  result: AgentResult,
  max: number,
  encode: (value: AgentResult) => string = canonicalJson,
): AgentResult {
  for (let share = 1; ; share /= 2) {
    const cut = (text: string, limit: number) => printable(text, Math.max(1, Math.floor(limit * share))) || '-';
    const small: AgentResult = {
      summary: cut(result.summary, 200),
      route: result.route,
      ...(result.claim === undefined ? {} : { claim: result.claim }),
      ...(result.gates?.length ? { gates: result.gates } : {}),
      ...(result.acceptance_criteria?.length
        ? { acceptance_criteria: result.acceptance_criteria.map(({ id, text }) => ({ id, text: cut(text, 200) })) }
        : {}),
      ...(result.pr === undefined ? {} : { pr: { title: cut(result.pr.title, 200), body: cut(result.pr.body, 600) } }),
      ...(result.advisories?.length ? { advisories: result.advisories.slice(0, 3).map((text) => cut(text, 200)) } : {}),
      ...(result.plan === undefined ? {} : { plan: cut(result.plan, 600) }),
    };
    if (encode(small).length <= max || share < 1 / 512) return small;
  }
}
