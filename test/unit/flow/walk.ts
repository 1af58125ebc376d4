import fc from 'fast-check';
import type { Fact, StartFact } from '../../../src/core/fact.ts';
import { digest } from '../../../src/core/canonical.ts';
import { fold, unite } from '../../../src/core/fold.ts';
import type { Hop } from '../../../src/core/hop.ts';
import { GATES, REDO_LIMIT } from '../../../src/core/names.ts';
import type { AgentResult } from '../../../src/core/result.ts';
import { FAULT_REASONS, SKIP_REASONS } from '../../../src/core/verdict.ts';
import { decide } from '../../../src/flow/decide.ts';
import { gateFact, type GateJob } from '../../../src/flow/gate-facts.ts';
import { planHop } from '../../../src/flow/plan.ts';
import { nextOf, reopened, type Successor } from '../../../src/flow/successor.ts';
import { dispatchRefused, prRefused, staleAtPublication } from '../../../src/flow/writer-ends.ts';
import { BUILT, flow, profile } from './hops.ts';

/** Whole numbers below `limit` from the property's source of chance. */
export type Pick = (limit: number) => number;

/** A source of chance from a seed that fast-check prints when a property fails. */
export const picks: fc.Arbitrary<Pick> = fc.nat({ max: 2 ** 31 - 1 }).map((seed) => {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >>> 12) % limit;
  };
});

const WORDS = ['done', 'two words', 'a | b, and so on', '  spaces  ', 'x'.repeat(230), 'Ünïcode – \u{1f600}'] as const;
const STOPS = ['scope', 'schema', 'bad-patch', 'merge-conflict', 'unknown-word'] as const;
const REFUSALS = ['subject-closed', 'history-rewritten', 'stale-head', 'hop-limit', 'dispatch-exhausted'] as const;
const PR = 9;

/** A flow walked in memory by the real planning, deciding and ending code, with whatever chance says of gates and agents. */
export function walk(pick: Pick, limit = 70): Fact[] {
  // On calm days a flow gets as far as its pull request.
  const calm = pick(2) === 0;
  let known: Fact[] = [];
  let commits = 0;
  const sha = (): string => digest(`commit ${commits}`, 40);
  const open = { pr: undefined as number | undefined };
  for (let hops = 0; hops < limit; hops++) {
    const state = fold(known);
    const due = nextOf(flow, state) ?? (pick(2) === 0 ? reopened(state) : undefined);
    if (due === undefined || due.seq > 80) break;
    const hop = planned(known, due, 1000 + hops, sha(), open.pr);
    const refuses = hops > 0 && pick(calm ? 200 : 40) === 0;
    const status = [403, 404, 422][pick(3)]!;
    if (refuses && nextOf(flow, state) !== undefined) {
      known = unite(known, [dispatchRefused(hop, due, state.last!.sha, status)]);
      continue;
    }
    // A run that died left a start of its own.
    const dead = pick(12) === 0 ? [{ ...startOf(hop), fence: hop.fence - 500 }] : [];
    const told = observe(hop, pick, calm);
    if (told.commit.outcome === 'ok' && hop.writes[0] !== 'none' && pick(2) === 0) commits++;
    const at = told.commit.outcome === 'ok' ? sha() : '';
    const facts = pick(2) === 0 ? told.facts(at || hop.head) : told.facts(at || hop.head).slice(0, 1);
    const decision = decide({
      ...told,
      hop,
      commit: { ...told.commit, sha: at, facts },
      planned: told.planned,
      jobs: told.jobs(at || hop.head),
      known: unite(known, dead),
      pr: hop.pr,
    });
    let { end } = decision;
    if (hop.stage === 'publish') {
      const moved = pick(6) === 0 ? digest(`moved ${hops}`, 40) : end.sha;
      end = staleAtPublication(hop, end, moved);
      const stands = end.status !== 'skipped' && end.next.agent !== undefined && end.next.agent !== hop.agent;
      if (stands && pick(5) === 0) end = prRefused(end, status);
      else if (stands) {
        open.pr = PR;
        end = { ...end, pr: PR };
      } else if (pick(6) === 0) {
        // A run of this hop that died had opened it, which whoever ends the hop finds.
        open.pr = PR;
        end = { ...end, pr: PR };
      }
    }
    if (end.reason === 'stale-head' && pick(2) === 0) commits++;
    known = unite(
      known,
      dead,
      decision.facts.filter((fact) => fact.kind !== 'end'),
      [end],
    );
  }
  return known;
}

function planned(known: readonly Fact[], due: Successor, fence: number, head: string, pr: number | undefined): Hop {
  const state = fold(known);
  return planHop({
    flow,
    profile,
    built: BUILT,
    state,
    hop: due,
    subject: 7,
    fence,
    head,
    base: state.base ?? digest('base', 40),
    baseBranch: 'main',
    baseHead: digest('base', 40),
    branch: 'feat/7',
    criteria: new Map(),
    ledger: { on: 'issue', number: 7 },
    first: known.length === 0,
    notes: ['ledger repaired'].slice(0, state.hops.length % 2),
    pr: state.pr === pr ? pr : undefined,
  });
}

function startOf(hop: Hop): StartFact {
  const { flow: name, subject, seq, agent, attempt } = hop;
  const start: StartFact = {
    ...{ v: 1, kind: 'start', flow: name, subject, seq, agent, attempt, sha: hop.head },
    ...{ base: hop.base, branch: hop.branch, fence: hop.fence },
    ...(hop.redo === 0 ? {} : { redo: Math.min(hop.redo, REDO_LIMIT) }),
    ...(hop.return === undefined ? {} : { return: hop.return }),
  };
  return start;
}

/** What chance has the jobs and the agent say. */
function observe(hop: Hop, pick: Pick, calm: boolean) {
  const word = (): string => WORDS[pick(WORDS.length)]!;
  const claims = hop.routes.flatMap(({ when }) => (when !== undefined && 'claim' in when ? [when.claim] : []));
  const asked = pick(6) === 0 ? [GATES[pick(GATES.length - 5)]!] : [];
  const result: AgentResult = {
    summary: word(),
    route: { type: 'NEXT' },
    ...(claims.length > 0 && pick(3) === 0 ? { claim: claims[pick(claims.length)]! } : {}),
    ...(asked.length > 0 ? { gates: asked } : {}),
    ...(hop.criteria ? { acceptance_criteria: [{ id: 'AC1', text: word() }] } : {}),
    ...(pick(4) === 0 ? { advisories: [word(), 'one\ntwo', word(), word()] } : {}),
    ...(pick(3) === 0 ? { plan: word().repeat(1 + pick(40)) } : {}),
  };
  const usual = (['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'retry', 'stop', 'stale', ''] as const)[pick(11)]!;
  // A head that moved once is likely to move again.
  const outcome = calm ? 'ok' : hop.redo > 0 && pick(2) === 0 ? 'stale' : usual;
  const stop = STOPS[pick(STOPS.length)]!;
  const reason = { ok: '', retry: 'no-result', stop, stale: 'stale-head', '': '' }[outcome];
  const refuse = !calm && pick(30) === 0;
  const run = hop.gates.filter(({ gate }) => gate !== 'impl');
  const more = asked.filter((gate) => BUILT.includes(gate) && !run.some((planned) => planned.gate === gate));
  const said = new Map([...run.map(({ gate }) => gate), ...more].map((gate) => [gate, verdict(gate, pick, calm)]));
  const absent = pick(calm ? 60 : 8) === 0 ? [...said.keys()][pick(said.size || 1)] : undefined;
  const scopeRed = outcome === 'stop' && stop === 'scope';
  return {
    mode: refuse ? ('refuse' as const) : ('run' as const),
    refusal: REFUSALS[pick(REFUSALS.length)]!,
    commit: { outcome: refuse ? '' : outcome, reason },
    result: !refuse && (outcome === 'ok' || scopeRed) ? result : undefined,
    planned: [...hop.gates, ...more.map((gate) => ({ gate, phase: 'green' as const }))],
    facts: (sha: string) => [
      gateFact(hop, sha, 'scope', {
        status: outcome === 'stop' ? 'fail' : 'pass',
        evidence: [{ key: 'scope', value: '2/2 files allowed' }],
      }),
    ],
    jobs: (sha: string): Map<string, GateJob> =>
      new Map(
        [...said].flatMap(([gate, fact]) =>
          gate === absent ? [] : [[gate, { fact: JSON.stringify(gateFact(hop, sha, gate, fact)), job: 'success' }]],
        ),
      ),
  };
}

function verdict(gate: string, pick: Pick, calm: boolean): Parameters<typeof gateFact>[3] {
  const count = `${pick(9)}`;
  const evidence = [
    { key: gate, value: `${count}/${count} pass` },
    { key: 'failed', value: count },
    { key: 'method', value: 'primary' },
  ];
  const dice = pick(calm ? 100 : 10);
  if (dice === 0) return { status: 'skipped', reason: SKIP_REASONS[pick(SKIP_REASONS.length)]!, evidence };
  if (dice <= 2) return { status: 'fail', evidence };
  if (dice === 3) return { status: 'fail', reason: FAULT_REASONS[pick(FAULT_REASONS.length)]!, evidence };
  return { status: 'pass', evidence };
}
