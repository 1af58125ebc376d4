import { evidenceLine } from '../core/evidence.ts';
import type { GateFact } from '../core/fact.ts';
import type { Route } from '../core/flow.ts';
import type { Fold, HopRecord } from '../core/fold.ts';
import type { Hop } from '../core/hop.ts';
import { hopLabel, routeLabel } from '../core/ledger/render.ts';
import { ATTEMPT_LIMIT, gateOrder, REDO_LIMIT } from '../core/names.ts';
import { printable } from '../core/text.ts';
import type { EndReason, FaultReason, SkipReason } from '../core/verdict.ts';
import type { Decision } from './decide.ts';
import type { Difference, ReplayedHop } from './replay.ts';
import { describeWhen, type PassedRoute } from './rule.ts';

/** Why one hop went where it went, each line for a person. */
export interface HopExplanation {
  /** `10` or `10.2`, a second attempt. */
  readonly hop: string;
  readonly agent: string;
  readonly status: string;
  readonly route: string;
  /** Why this hop came: what announced it, which repetition it is, who took it over. */
  readonly began: readonly string[];
  readonly said: string | undefined;
  /** The facts that the router saw. */
  readonly saw: readonly string[];
  /** Gates without a verdict of their own, and why. */
  readonly notRun: readonly string[];
  /** Conditions that were looked at before the one that decided. */
  readonly passed: readonly string[];
  readonly rule: string;
  readonly ended: string | undefined;
  readonly replay: ReplayedHop['outcome'];
  readonly differences: readonly Difference[];
}

/** Explains a hop from what its replay saw. Pure. */
export function explainHop(replayed: ReplayedHop): HopExplanation {
  const { record, hop, decision, outcome, differences } = replayed;
  const { end } = record;
  const reason = end?.reason === undefined ? '' : ` (${end.reason})`;
  return {
    hop: hopLabel(record),
    agent: record.agent,
    status: end === undefined ? 'running' : `${end.status}${reason}`,
    route: end === undefined ? 'not decided yet' : routeLabel(end.next),
    began: whyBegan(replayed),
    said: end === undefined || end.summary === '' ? undefined : printable(end.summary, 200),
    saw: inOrder(record.gates.filter((fact) => fact.status !== 'skipped')).map(gateLine),
    notRun: whyNotRun(record, hop),
    passed:
      decision === undefined || hop === undefined ? [] : decision.rule.passed.map((route) => passedLine(route, hop)),
    rule: ruleLine(record, hop, decision),
    ended: end === undefined || end.next.agent !== undefined ? undefined : endedLine(end.status, end.reason),
    replay: outcome,
    differences,
  };
}

function whyBegan({ record, cause, due, before }: ReplayedHop): string[] {
  const start = record.starts.at(-1);
  const last = before.last;
  const after = last === undefined ? '' : `hop ${hopLabel(last)} ${last.agent}`;
  const comment = start?.resume === undefined ? '' : ` by comment ${start.resume}`;
  const lines: Record<ReplayedHop['cause'], string> = {
    entry: `the flow begins with ${record.agent}`,
    announced: `${after} decided ${last === undefined ? '' : routeLabel(last.next)}`,
    resumed: `a person let the flow go on${comment} where ${after} had stopped it${last?.reason === undefined ? '' : ` (${last.reason})`}`,
    unknown: 'nothing that was known announced it',
  };
  return [
    lines[cause],
    ...(record.attempt > 1 && (due?.redo ?? 0) === 0
      ? [`retry ${record.attempt - 1} of ${ATTEMPT_LIMIT - 1}: the same agent, with what its gates said`]
      : []),
    ...(due !== undefined && due.redo > 0
      ? [`redo ${due.redo} of ${REDO_LIMIT}: the head had moved, so the work is done again on the new one`]
      : []),
    ...(due?.return === undefined
      ? []
      : [`detour for ${due.return}: it runs once, then the forward route of ${due.return} is taken`]),
    ...takeovers(record),
  ];
}

/** Each start but the newest is a run that left no end. */
function takeovers({ starts }: HopRecord): string[] {
  const holder = starts.at(-1);
  return starts
    .slice(0, -1)
    .map(({ fence }) => `run ${fence} died before its end; run ${holder!.fence} took the hop over`);
}

/** `tests fail (red-phase) on 7a8a43c: failed: 2`. */
function gateLine(fact: GateFact): string {
  const reason = fact.reason === undefined ? '' : ` (${fact.reason})`;
  const line = evidenceLine(fact.evidence);
  return `${fact.gate} ${fact.status}${reason} on ${fact.sha.slice(0, 7)}${line === '' ? '' : `: ${printable(line, 300)}`}`;
}

const SKIPS: Readonly<Record<SkipReason, string>> = {
  'missing-tool': 'no method of the profile has its tools on this machine',
  'bounded-by-policy': 'the policy leaves it out',
  'n/a-surface': 'nothing of what it judges is there',
  'out-of-scope': 'another flow has the repository',
  'degraded-provider': 'what it depends on did not answer',
  'no-cpp-reference': 'there is no C++ reference to compare with',
  'no-gpu-available': 'there is no GPU',
  'stale-head': 'the head had moved',
};

const FAULTS: Readonly<Record<Exclude<FaultReason, 'red-phase'>, string>> = {
  crashed: 'its job broke; no verdict counts as fail',
  timeout: 'its job was ended; no verdict counts as fail',
  'no-fact': 'its job left no valid fact; no verdict counts as fail',
  'not-run': 'its job did not run; no verdict counts as fail',
};

/** In the order of the vocabulary. */
function inOrder(facts: readonly GateFact[]): GateFact[] {
  return [...facts].sort((a, b) => gateOrder(a.gate) - gateOrder(b.gate) || (a.gate < b.gate ? -1 : 1));
}

function whyNotRun(record: HopRecord, hop: Hop | undefined): string[] {
  const lines = inOrder(record.gates).flatMap((fact) => {
    const why = ({ ...SKIPS, ...FAULTS } as Readonly<Record<string, string>>)[fact.reason ?? ''];
    const line = fact.status === 'skipped' ? evidenceLine(fact.evidence) : '';
    return why === undefined
      ? []
      : [`${fact.gate} ${fact.status} (${fact.reason}): ${why}${line === '' ? '' : `; ${printable(line, 200)}`}`];
  });
  const own: readonly string[] = hop?.unavailable ?? [];
  for (const gate of record.end?.unavailable ?? []) {
    const who = own.includes(gate) ? 'its row names it' : 'the agent asked for it';
    lines.push(`${gate} not run: ${who}, and this version does not build it`);
  }
  const judged = new Set(record.gates.map((fact) => fact.gate));
  const silent = (hop?.gates ?? []).filter(({ gate }) => !judged.has(gate)).map(({ gate }) => gate);
  if (record.end !== undefined && silent.length > 0)
    lines.push(`${silent.join(', ')} not run: the hop's work was not judged`);
  return lines;
}

const PASSED: Readonly<Record<PassedRoute['why'], string>> = {
  'not-met': 'does not hold',
  'used-up': 'is used up',
  'not-claimed': 'was not claimed',
  'red-gates': 'does not count while a gate of the hop is red',
  'attempts-used-up': 'does not count: the attempts are used up',
};

function passedLine({ route, why }: PassedRoute, hop: Hop): string {
  const { when, max } = hop.routes[route]!;
  const limit = why === 'used-up' && max !== undefined ? ` (${hop.taken[route]} of at most ${max})` : '';
  return `${place(route, hop)}, ${when === undefined ? 'the forward route' : describeWhen(when)}: ${PASSED[why]}${limit}`;
}

function place(route: number, hop: Hop): string {
  return `route ${route + 1} of ${hop.routes.length}`;
}

function target(route: Pick<Route, 'type' | 'agent'> | undefined): string {
  return route === undefined
    ? ''
    : routeLabel({ type: route.type, ...(route.agent === undefined ? {} : { agent: route.agent }) });
}

function ruleLine(record: HopRecord, hop: Hop | undefined, decision: Decision | undefined): string {
  if (record.end === undefined) return 'none yet: the hop has not ended';
  if (hop === undefined || decision === undefined)
    return `the host refused to start it (${record.end.reason ?? record.end.status})`;
  const { rule, why } = decision;
  const route = rule.route === undefined ? undefined : hop.routes[rule.route];
  const at = rule.route === undefined ? '' : `${place(rule.route, hop)}: `;
  const limit = rule.max === undefined ? '' : `, taken ${rule.taken} of at most ${rule.max} times before`;
  switch (rule.kind) {
    case 'gate':
      return `${at}${describeWhen(rule.when!)}, so ${target(route)}${limit}`;
    case 'claim':
      return `${at}the agent claims ${record.end.claim ?? ''} and no gate of the hop is red, so ${target(route)}${limit}`;
    case 'retry':
      return `${rule.red.join(', ')} red, and the agent may write and has an attempt left, so it runs again${progressText(decision)}`;
    case 'detour':
      return `the detour is over, so the forward route of ${hop.return}: ${target(hop['return-route'])}`;
    case 'forward': {
      const only =
        hop.routes.length === 1 ? 'the only route' : `${at}no condition before it holds, so the forward route`;
      return `${only}, ${target(route)}${forwardRed(rule.red, hop)}`;
    }
    case 'hop-limit':
      return `the subject has used up its hops`;
    case 'no-result':
    case 'stopped':
    case 'stale-head':
      return why;
  }
}

function progressText({ rule }: Decision): string {
  const { progress } = rule;
  return progress === undefined
    ? ''
    : `: it gets better, ${progress.gate} ${progress.key} went from ${progress.before} to ${progress.now}`;
}

/** Why red gates did not make the hop run again. */
function forwardRed(red: readonly string[], hop: Hop): string {
  if (red.length === 0) return '';
  const why = hop.writes.every((scope) => scope === 'none')
    ? 'the agent writes nothing, so that a second run would give the same'
    : hop.attempt >= ATTEMPT_LIMIT
      ? `its ${ATTEMPT_LIMIT} attempts are used up`
      : hop.attempt > 1
        ? 'its number got no better since the attempt before'
        : 'a route of its own answers them';
  return `, although ${red.join(', ')} ${red.length === 1 ? 'is' : 'are'} red: ${why}`;
}

const ENDS: Readonly<Partial<Record<EndReason, string>>> = {
  partial: 'a required gate is not satisfied on the head, or the flow took its partial route',
  'gates-pending': 'required gates that run elsewhere have no result on the head',
};

function endedLine(status: string, reason: string | undefined): string {
  if (status === 'pass' && reason === undefined)
    return 'the flow is complete: every required gate passes on the published head';
  const why = (ENDS as Readonly<Record<string, string>>)[reason ?? ''];
  return `the flow ends in needs-rework${reason === undefined ? '' : ` (${reason})`}${why === undefined ? '' : `: ${why}`}`;
}

/** Where a flow stands in one line: `generative on #7: in-progress, hop 11 of agent impl-finalizer`. */
export function flowLine(state: Fold, standing: string): string {
  const hops = state.hops.length;
  const pr = state.pr === undefined ? '' : `, pull request #${state.pr}`;
  return `${state.flow ?? '?'} on #${state.subject ?? '?'}: ${standing}, ${hops} ${hops === 1 ? 'hop' : 'hops'}${pr}`;
}
