import { digest } from '../canonical.ts';
import { evidenceLine, hasProvenance } from '../evidence.ts';
import type { EndFact, Fact, GateFact } from '../fact.ts';
import { gateKey, type Fold, type HopRecord } from '../fold.ts';
import { holdText, type Hold } from '../hold.ts';
import { gateOrder, STATES, type FlowState } from '../names.ts';
import { markdown, tableCell } from '../text.ts';
import { usageLine } from '../usage.ts';
import { anchored } from './anchors.ts';
import { askOf } from './asks.ts';
import { encodeBlockWithin } from './block.ts';

/** GitHub refuses a comment over 65,536 characters; we stay below 60,000. */
export const LEDGER_LIMIT = 60_000;
/** Characters of foreign text that are kept. */
const FOREIGN_LIMIT = 8_000;
/** Hops whose notes stay visible when the Ledger is too long. */
const RECENT_HOPS = 10;

export const SECTIONS = ['gates', 'trace', 'hoplog', 'decision'] as const;

export interface LedgerView {
  /** Gates the flow requires, shown even before they have a fact. */
  readonly required: readonly string[];
  /** Lines for the hop log that no fact holds: `ledger repaired`, `foreign-check`. */
  readonly notes?: readonly string[];
  /** Text of the comment that is not ours. */
  readonly foreign?: string;
  /** Address of the repository, for the link to the Check Runs. */
  readonly repository?: string;
  /** Text of the acceptance criteria by id. */
  readonly criteria?: ReadonlyMap<string, string>;
  /** What kept the hop that is due from being dispatched. */
  readonly hold?: Hold | undefined;
}

/** The first line of a Ledger comment: what it is found by. */
export function ledgerMarker(flow: string, subject: number): string {
  return `<!-- bitnet-flow:ledger flow=${flow} subject=${subject} -->`;
}

export function ledgerHeading(flow: string, subject: number): string {
  return `## Ledger of ${flow} for #${subject}`;
}

/** The whole Ledger from facts. Equal facts give equal bytes. */
export function renderLedger(state: Fold, view: LedgerView): string {
  for (const texts of [Infinity, RECENT_HOPS, 0]) {
    const human = renderSections(state, view, texts);
    const body = `${human}\n${encodeBlockWithin(state.facts, LEDGER_LIMIT - human.length - 2)}\n`;
    if (body.length <= LEDGER_LIMIT) return body;
  }
  // Facts alone are too long only far above the hop limit; the visible tables are given up before any fact is.
  return `${ledgerMarker(state.flow ?? '', state.subject ?? 0)}\n${encodeBlockWithin(state.facts, 0)}\n`;
}

/** What people read: the anchored sections. Only the newest `texts` hops keep their notes, when the Ledger is too long. */
function renderSections(state: Fold, view: LedgerView, texts: number): string {
  const [flow, subject] = [state.flow ?? '', state.subject ?? 0];
  const criteria = texts === 0 ? undefined : view.criteria;
  return [
    ledgerMarker(flow, subject),
    ledgerHeading(flow, subject),
    '',
    anchored('gates', gatesTable(state, view)),
    '',
    anchored('trace', traceTable(state, criteria)),
    '',
    anchored('hoplog', hopLog(state, view, texts)),
    '',
    anchored('decision', decision(state, view)),
    ...(view.foreign ? ['', view.foreign.slice(0, FOREIGN_LIMIT)] : []),
    '',
  ].join('\n');
}

export interface GateRow {
  readonly gate: string;
  readonly fact: GateFact;
  readonly current: boolean;
}

/** One row per gate: its fact on the head, else the newest one marked with its sha, which never counts. */
export function gateRows(state: Fold): GateRow[] {
  return gatesOf(state.facts).flatMap((gate): GateRow[] => {
    const current = state.head === undefined ? undefined : state.gates.get(gateKey(gate, state.head));
    if (current) return [{ gate, fact: current, current: true }];
    const older = state.hops.flatMap((hop) => hop.gates.filter((fact) => fact.gate === gate)).at(-1);
    return older ? [{ gate, fact: older, current: false }] : [];
  });
}

/** Gates that facts tell of, in the order of the vocabulary; those of a registry come after it, by id. */
function gatesOf(facts: readonly Fact[]): string[] {
  const gates = new Set(facts.flatMap((fact) => (fact.kind === 'gate' ? [fact.gate] : [])));
  return [...gates].sort((a, b) => gateOrder(a) - gateOrder(b) || (a < b ? -1 : 1));
}

function gatesTable(state: Fold, view: LedgerView): string {
  const rows = gateRows(state);
  const known = new Set(rows.map((row) => row.gate));
  const lines = rows.map(({ gate, fact, current }) => {
    const reason = fact.reason === undefined ? '' : ` (${fact.reason})`;
    const at = current ? '' : ` @${fact.sha.slice(0, 7)}`;
    const line = hasProvenance(fact.evidence) ? tableCell(evidenceLine(fact.evidence)) : 'no provenance';
    return `| ${gate} | ${fact.status}${reason}${at} | ${line} |`;
  });
  for (const gate of view.required) if (!known.has(gate)) lines.push(`| ${gate} | pending | |`);
  return ['| Gate | Status | Evidence |', '|---|---|---|', ...lines].join('\n');
}

function traceTable(state: Fold, criteria: LedgerView['criteria']): string {
  const tests = gateRows(state).find((row) => row.gate === 'tests')?.fact;
  const rows = state.acs.map((id) => {
    const text = criteria?.get(id);
    const said = (key: string) => tests?.evidence.find((entry) => entry.key === key)?.value;
    // Facts of earlier versions knew the pages and code of the whole change only.
    const [spec, code] = said(`${id} in`)?.split(' | ') ?? [said('changed spec'), said('changed code')];
    const [names, pages, paths] = [said(id), spec, code].map((value) => tableCell(value ?? ''));
    return `| ${id}${text === undefined ? '' : ` ${tableCell(text)}`} | ${pages} | ${names} | ${paths} |`;
  });
  return ['| Story/AC | Schema types / examples | Tests (names) | Code paths |', '|---|---|---|---|', ...rows].join(
    '\n',
  );
}

/** `1.2` is hop 1, attempt 2. */
export function hopLabel(hop: { seq: number; attempt: number }): string {
  return hop.attempt === 1 ? String(hop.seq) : `${hop.seq}.${hop.attempt}`;
}

/** `NEXT -> agent`, `FINALIZE -> agent` or `FINALIZE`. */
export function routeLabel(next: EndFact['next']): string {
  return next.agent === undefined ? next.type : `${next.type} → ${next.agent}`;
}

function hopLog(state: Fold, view: LedgerView, texts: number): string {
  const lines = state.hops.map((hop, index) => {
    const note = hopNote(hop, index >= state.hops.length - texts);
    return `| ${hopLabel(hop)} | ${hop.agent} | ${hopRoute(hop, index === state.hops.length - 1, view)} | ${hopGates(hop)} | ${note} |`;
  });
  const extra = (view.notes ?? []).map((note) => `| | | | | ${tableCell(note)} |`);
  return ['| Hop | Agent | Route | Gates | Note |', '|---|---|---|---|---|', ...lines, ...extra].join('\n');
}

/** Where a hop led; of one that has not ended, the run that holds it. */
function hopRoute(hop: HopRecord, newest: boolean, { repository }: LedgerView): string {
  if (hop.end !== undefined) return routeLabel(hop.end.next);
  if (!newest) return 'left no end';
  const run = hop.starts.at(-1)?.fence ?? 0;
  return repository === undefined || run === 0 ? 'running' : `running: [run](${repository}/actions/runs/${run})`;
}

function hopGates(hop: HopRecord): string {
  const shown = gatesOf(hop.gates)
    .flatMap((gate) => hop.gates.filter((fact) => fact.gate === gate))
    .filter((fact) => !['guard', 'scope'].includes(fact.gate) || fact.status !== 'pass');
  return shown.map((fact) => `${fact.gate} ${fact.status}${fact.reason ? ` (${fact.reason})` : ''}`).join(', ');
}

function hopNote(hop: HopRecord, texts: boolean): string {
  const parts: string[] = [];
  if (hop.end?.reason !== undefined) parts.push(hop.end.reason);
  if (hop.attempt > 1) parts.push(`retry ${hop.attempt - 1} of 2`);
  const runs = new Set(hop.starts.map(({ fence }) => fence)).size;
  if (runs > 1) parts.push(runs === 2 ? 'run died, taken over' : `${runs - 1} runs died, taken over`);
  const start = hop.starts.at(-1);
  if (start?.contract !== undefined)
    parts.push(
      start.contract === digest('') ? 'approved: no contract' : `contract ${start.contract.slice(0, 12)} approved`,
    );
  if (start?.redo !== undefined) parts.push(`redo ${start.redo}`);
  if (start?.return !== undefined) parts.push(`detour for ${start.return}`);
  if (hop.end?.claim !== undefined) parts.push(`claim ${hop.end.claim}`);
  for (const gate of hop.end?.unavailable ?? []) parts.push(`${gate} not available in this version`);
  if (!texts) return sentence(parts);
  for (const advisory of hop.end?.advisories ?? []) parts.push(`[ADVISORY] ${tableCell(advisory)}`);
  if (hop.end?.usage) parts.push(usageLine(hop.end.usage));
  if (hop.end?.summary) parts.push(tableCell(hop.end.summary));
  return sentence(parts);
}

/** Parts of one note: their own full stops give way to the semicolons between them. */
function sentence(parts: readonly string[]): string {
  return parts.map((part) => part.replace(/\.$/, '')).join('; ');
}

/** Where the flow stands. `ready` and `needs-rework` are ends. */
export function flowState(state: Fold): FlowState {
  const last = state.last;
  if (last === undefined || last.next.agent !== undefined) return STATES[0];
  return last.status === 'pass' && last.reason === undefined ? 'ready' : 'needs-rework';
}

function decision(state: Fold, view: LedgerView): string {
  const last = state.last;
  const why = last === undefined ? ['The flow has started.'] : decisionWhy(state, last);
  const now = flowState(state);
  const next = last?.next.agent ?? (last === undefined ? '' : now === 'ready' ? 'Review' : 'a person');
  const held = now === STATES[0] ? view.hold : undefined;
  return [
    `**State:** ${now}`,
    `**Why:** ${why.join(' ')}`,
    `**Next:** ${next}${notBefore(state)}`,
    ...(held === undefined
      ? []
      : [`**Paused:** after hop ${last === undefined ? 0 : hopLabel(last)}, ${holdText(held)}`]),
    ...(now === 'needs-rework' ? [`**Ask:** ${askOf(last?.reason)}`] : []),
    ...(view.repository === undefined || last === undefined || last.next.agent !== undefined
      ? []
      : [`**Evidence:** [Check Runs of ${last.sha.slice(0, 7)}](${view.repository}/commit/${last.sha}/checks)`]),
    ...(last?.plan === undefined
      ? []
      : ['', '**Plan:**', '', ...last.plan.split(' | ').map((item) => `- ${markdown(item, 600)}`)]),
  ].join('\n');
}

/** Until when a hop that has not started waits for the host. */
function notBefore(state: Fold): string {
  const { last } = state;
  if (last?.until === undefined || state.hops.at(-1)?.end !== last) return '';
  return `, not before ${last.until}: the host takes few more calls this hour`;
}

function decisionWhy(state: Fold, last: EndFact): string[] {
  const reason = last.reason === undefined ? '' : ` (${last.reason})`;
  const why = [`Hop ${hopLabel(last)} ${last.agent}: ${last.status}${reason}.`];
  const red = gateRows(state).filter((row) => row.fact.status === 'fail' && row.current);
  if (red.length > 0) why.push(`Red on the head: ${red.map((row) => row.gate).join(', ')}.`);
  const past = gateRows(state).filter((row) => row.fact.status === 'fail' && !row.current);
  if (last.next.agent === undefined && past.length > 0)
    why.push(`Red when last run: ${past.map((row) => row.gate).join(', ')}.`);
  const unavailable = new Set(state.hops.flatMap((hop) => hop.end?.unavailable ?? []));
  if (last.next.agent === undefined && unavailable.size > 0) why.push(`Not run: ${[...unavailable].join(', ')}.`);
  return why;
}
