import { z } from 'zod';
import { embedded } from '../core/embedded.ts';
import type { Route } from '../core/flow.ts';
import type { Hop } from '../core/hop.ts';
import { agentResultSchema } from '../core/result.ts';
import { visible } from '../core/text.ts';
import type { IssueText, PromptContext } from './prompt-data.ts';
import { dataBlock } from './untrusted.ts';

/** What an engine adds to a prompt: which tools the agent has, and how it gives its result. */
export interface EnginePrompt {
  /** A paragraph; empty where the engine does not know. */
  readonly tools: string;
  /** A sentence whose object is one JSON object. */
  readonly handOver: string;
}

/** Guidance for an agent's role, in Markdown; an agent that a flow file adds has only its line there. */
export function roleText(agent: string, does: string): string {
  return embedded.prompts[agent]?.trim() ?? `Your work here: ${does}. Do this and nothing else.`;
}

/** The prompt of a hop: pure, so that the same hop, issue, facts and engine give the same text. */
export function renderPrompt(
  hop: Hop,
  issue: IssueText,
  context: PromptContext,
  role: string,
  engine: EnginePrompt,
): string {
  const values: Readonly<Record<string, string>> = {
    agent: hop.agent,
    flow: hop.flow,
    microloop: hop.microloop,
    does: hop.does,
    role: engine.tools === '' ? role : `${role}\n\n${engine.tools}`,
    handover: engine.handOver,
    attempt:
      hop.attempt === 1
        ? 'This is the first attempt.'
        : `This is attempt ${hop.attempt}; the list of hops below says why.`,
    head: hop.head,
    scope: scopeText(hop),
    criteria: criteriaText(hop),
    issue: dataBlock(`issue ${issue.number}`, `Title: ${issue.title}\nAuthor: ${issue.author}\n\n${issue.body}`),
    gates: listBlock(context.facts, 'gates', 'No gate has a verdict on this commit yet.'),
    advisories: listBlock(
      context.advisories.map((line) => `[ADVISORY] ${line}`),
      'advisories',
      'No advisories.',
    ),
    ends: listBlock(context.ends, 'hops', 'This is the first hop.'),
    plan: planText(hop),
    routes: hop.routes.map((route, i) => routeText(route, hop.taken[i] ?? 0)).join('\n'),
    claims: claimsText(hop),
    schema: JSON.stringify(z.toJSONSchema(agentResultSchema), null, 2),
  };
  // One pass: what is filled in is never searched for placeholders again.
  return (embedded.prompts['template'] ?? '').replace(/\{\{([a-z]+)\}\}/g, (_, key: string) => {
    if (!Object.hasOwn(values, key)) throw new Error(`the prompt template has an unknown placeholder ${key}`);
    return values[key]!;
  });
}

function scopeText(hop: Hop): string {
  if (hop.scope.length === 0) return 'You change no file. A change to any file ends the flow.';
  const globs = hop.scope.map((glob) => `- \`${glob}\``).join('\n');
  return `You may change files that match one of these patterns, and no other file. A change elsewhere ends the flow.\n\n${globs}${contractText(hop)}`;
}

/** What the contract of the issue leaves of that. */
function contractText({ contract }: Hop): string {
  if (contract?.risk === undefined) return '';
  const list = (globs: readonly string[]): string => globs.map((glob) => `- \`${glob}\``).join('\n');
  const allow =
    contract.allow.length === 0
      ? 'The contract of the issue allows no change at all.'
      : `The contract of the issue allows these alone, so a file has to match here, too:\n\n${list(contract.allow)}`;
  const deny =
    contract.deny.length === 0 ? '' : `\n\nIt denies these, whatever else is allowed:\n\n${list(contract.deny)}`;
  return `\n\n${allow}${deny}`;
}

function criteriaText(hop: Hop): string {
  if (hop.acs.length === 0) return 'There are none yet.';
  return dataBlock(
    'acceptance criteria',
    hop.acs.map(({ id, text }) => `${id}: ${text.replace(/\s+/g, ' ')}`).join('\n'),
  );
}

function listBlock(lines: readonly string[], label: string, none: string): string {
  return lines.length === 0
    ? none
    : dataBlock(label, lines.map((line) => visible(line).replace(/\n/g, ' ')).join('\n'));
}

function planText(hop: Hop): string {
  const names = hop.gates.map(({ gate, phase }) =>
    phase === 'red' ? `\`${gate}\` (the new tests must fail)` : `\`${gate}\``,
  );
  return names.length === 0 ? 'No gate is planned for this hop.' : `These gates judge the commit: ${names.join(', ')}.`;
}

function routeText(route: Route, taken: number): string {
  const target = route.agent === undefined ? 'the end of the flow' : `\`${route.agent}\``;
  const bound = route.max === undefined ? '' : `; at most ${route.max} times, taken ${taken} times`;
  return `- \`${route.type}\` to ${target}: ${condition(route)}${bound}`;
}

function condition({ when }: Route): string {
  if (when === undefined) return 'otherwise';
  if ('claim' in when) return `when you claim \`${when.claim}\``;
  if ('gate' in when) return `when the gate \`${when.gate}\` is ${when.is}`;
  const except = when.except === undefined ? '' : ` except ${when.except.join(', ')}`;
  return `when the required gates${except} are ${when.is}`;
}

function claimsText(hop: Hop): string {
  const claims = hop.routes.flatMap(({ when }) => (when !== undefined && 'claim' in when ? [`\`${when.claim}\``] : []));
  if (claims.length === 0) return 'You have no claims: leave `claim` out.';
  return `You may set \`claim\` to one of these, when it is true and your own gates are not red: ${claims.join(', ')}.`;
}
