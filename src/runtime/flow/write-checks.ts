import { factId, type EndFact, type Fact, type GateFact } from '../../core/fact.ts';
import { gateKey, type Fold } from '../../core/fold.ts';
import type { Hop } from '../../core/hop.ts';
import { encodeBlock } from '../../core/ledger/block.ts';
import { flowState } from '../../core/ledger/render.ts';
import { evidenceLine } from '../../core/evidence.ts';
import { checkName } from '../../core/names.ts';
import { toConclusion, type Verdict } from '../../core/verdict.ts';
import { isChecksOff, OWN_APP_SLUG, statusOf, type CheckRun, type GitHubHost } from '../github.ts';

export interface ChecksInput {
  readonly host: GitHubHost;
  readonly log: (line: string) => void;
  readonly hop: Hop;
  readonly facts: readonly Fact[];
  readonly end: EndFact;
  readonly state: Fold;
  /** Reports of the gate jobs, by gate. */
  readonly reports: ReadonlyMap<string, string>;
  /** The sha is new in this hop, so that it cannot have a check yet. */
  readonly fresh: boolean;
}

/** Writes the hop's Check Runs, gate by gate and the guard last. A red gate stays red when checks are off: only its Check Run is missing. */
export async function writeChecks(input: ChecksInput): Promise<{ skipped: string | undefined; notes: string[] }> {
  const { hop, host, end, state } = input;
  const known = new Map<string, CheckRun[]>();
  const notes: string[] = [];
  const wanted = wantedChecks(input);
  try {
    const shas = [...new Set(wanted.map((check) => check.sha))].filter((sha) => !(input.fresh && sha === end.sha));
    for (const sha of shas) known.set(sha, await host.listChecks(sha));
    for (const check of wanted) {
      const named = (known.get(check.sha) ?? []).filter((run) => run.name === check.name);
      if (named.some((run) => run.app !== OWN_APP_SLUG)) notes.push(`foreign-check ${check.name}`);
      const own = named.filter((run) => run.app === OWN_APP_SLUG);
      if (own.length === 0) await host.createCheck({ name: check.name, head_sha: check.sha, ...check.body });
      // The lowest id is canonical; duplicates get the same conclusion, so that none tells another story.
      for (const run of own) await host.updateCheck(run.id, check.body);
    }
    return { skipped: undefined, notes };
  } catch (error) {
    if (!isChecksOff(error)) throw error;
    const reason = `checks-${statusOf(error)}`;
    input.log(`CHECK-SKIPPED: reason=${reason}`);
    return { skipped: reason, notes };
  }
  function wantedChecks({
    facts,
    reports,
  }: ChecksInput): { name: string; sha: string; body: Record<string, unknown> }[] {
    const gates = facts.filter((fact) => fact.kind === 'gate');
    const checks = gates.map((fact) => ({
      name: checkName(hop.flow, fact.gate),
      sha: fact.sha,
      body: gateBody(state.gates.get(gateKey(fact.gate, fact.sha)) ?? fact, state, reports.get(fact.gate)),
    }));
    return [...checks, { name: checkName(hop.flow, 'guard'), sha: end.sha, body: guardBody(state, end) }];
  }
}

function completed(status: Verdict, externalId: string, output: Record<string, unknown>): Record<string, unknown> {
  return { status: 'completed', conclusion: toConclusion(status), external_id: externalId, output };
}

/** A gate's check on a sha; its text holds all facts of that gate on it. */
function gateBody(fact: GateFact, state: Fold, report: string | undefined): Record<string, unknown> {
  const all = state.facts.filter(
    (other) => other.kind === 'gate' && other.gate === fact.gate && other.sha === fact.sha,
  );
  const reason = fact.reason === undefined ? '' : ` (${fact.reason})`;
  const rows = fact.evidence.map(({ key, value }) => `| ${key} | ${value.replace(/\|/g, '\\|')} |`);
  void report;
  return completed(fact.status, factId(fact), {
    title: `${fact.gate}: ${fact.status}${reason}`,
    summary: [evidenceLine(fact.evidence), '', '| Evidence | |', '|---|---|', ...rows].join('\n'),
    text: encodeBlock(all),
  });
}

/** The flow's receipt on a sha: the start and end facts of the hops that ended on it. */
function guardBody(state: Fold, end: EndFact): Record<string, unknown> {
  const hops = state.hops.filter((hop) => hop.end?.sha === end.sha);
  const facts = hops.flatMap((hop): Fact[] => [...hop.starts, ...(hop.end === undefined ? [] : [hop.end])]);
  const where = flowState(state);
  const first = hops[0]?.seq ?? end.seq;
  return completed(end.status === 'fail' && end.next.agent === undefined ? 'fail' : 'pass', factId(end), {
    title: `guard: hops ${first}..${end.seq}; ${where}`,
    summary: `The receipt of the flow on this commit: hops ${first} to ${end.seq}, state ${where}.`,
    text: encodeBlock(facts),
  });
}
