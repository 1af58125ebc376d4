import { factId, type EndFact, type Fact, type GateFact } from '../../core/fact.ts';
import { gateKey, type Fold } from '../../core/fold.ts';
import type { Hop } from '../../core/hop.ts';
import { encodeBlock } from '../../core/ledger/block.ts';
import { flowState } from '../../core/ledger/render.ts';
import type { GateResult } from '../../core/gate.ts';
import { checkName } from '../../core/names.ts';
import { parseStrictJson } from '../../core/strict-json.ts';
import { requiredRows, requiredTable } from '../../flow/required-table.ts';
import { checkBodies, type CheckBody } from '../check-run.ts';
import { reportSchema, type GateReport } from '../report.ts';
import { onceOnly } from './once-only.ts';
import type { WriteWorld } from './write-world.ts';
import { OWN_APP_SLUG, type CheckRun } from '../github/host.ts';
import { isChecksOff, statusOf } from '../github/refusal.ts';

export interface ChecksInput {
  readonly world: WriteWorld;
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
  const { world, end } = input;
  const known = new Map<string, CheckRun[]>();
  const notes: string[] = [];
  const wanted = wantedChecks(input);
  try {
    const shas = [...new Set(wanted.map((check) => check.sha))].filter((sha) => !(input.fresh && sha === end.sha));
    for (const sha of shas) known.set(sha, await world.host.listChecks(sha));
    for (const check of wanted) {
      const named = (known.get(check.sha) ?? []).filter((run) => run.name === check.name);
      if (!named.every(isOurs)) notes.push(`foreign-check ${check.name}`);
      await writeOne(input, check, named.filter(isOurs));
    }
    return { skipped: undefined, notes };
  } catch (error) {
    if (!isChecksOff(error)) throw error;
    const reason = `checks-${statusOf(error)}`;
    world.log(`CHECK-SKIPPED: reason=${reason}`);
    return { skipped: reason, notes };
  }
}

interface WantedCheck {
  readonly name: string;
  readonly sha: string;
  readonly externalId: string;
  /** The first with everything, the others with more annotations. */
  readonly bodies: readonly CheckBody[];
}

function wantedChecks({ hop, facts, end, state, reports }: ChecksInput): WantedCheck[] {
  const gates = facts.filter((fact) => fact.kind === 'gate');
  const checks = gates.map((fact): WantedCheck => {
    const counts = state.gates.get(gateKey(fact.gate, fact.sha)) ?? fact;
    return {
      name: checkName(hop.flow, fact.gate),
      sha: fact.sha,
      externalId: factId(counts),
      bodies: gateBodies(counts, state, reports.get(fact.gate), explained(hop, fact, state)),
    };
  });
  const guard = {
    name: checkName(hop.flow, 'guard'),
    sha: end.sha,
    externalId: factId(end),
    bodies: [guardBody(state, end)],
  };
  return [...checks, guard];
}

function isOurs(run: CheckRun): boolean {
  return run.app === OWN_APP_SLUG;
}

/** Creates the check, or PATCHes the canonical one (the lowest id); duplicates get the same conclusion. */
async function writeOne({ world }: ChecksInput, check: WantedCheck, own: readonly CheckRun[]): Promise<void> {
  const [first, ...more] = check.bodies;
  const body = { ...first, external_id: check.externalId };
  const [canonical, ...twins] = own;
  const look = async () =>
    (await world.host.listChecks(check.sha)).filter(isOurs).find((run) => run.name === check.name)?.id;
  const make = () => world.host.createCheck({ name: check.name, head_sha: check.sha, ...body });
  const id = canonical?.id ?? (await onceOnly(make, look, world));
  const left = canonical === undefined ? more : missing(canonical, check);
  for (const next of left) await world.host.updateCheck(id, { ...next, external_id: check.externalId });
  for (const twin of twins.filter((twin) => !tells(twin, check)))
    await world.host.updateCheck(twin.id, { ...body, output: { ...first!.output, annotations: [] } });
}

/** True when a check tells of the same fact in the same words. */
function tells(run: CheckRun, { externalId, bodies }: WantedCheck): boolean {
  const { conclusion, output } = bodies[0]!;
  const same = run.externalId === externalId && run.conclusion === conclusion && run.title === output.title;
  return same && run.summary === output.summary && run.text === (output.text ?? '');
}

/**
 * What a check that is there lacks: everything, or, where an earlier attempt of this run wrote it, the requests that it did
 * not come to and what was measured anew. The host adds the annotations of every request to those that are there, so none
 * is sent again.
 */
function missing(run: CheckRun, check: WantedCheck): readonly CheckBody[] {
  const [first] = check.bodies;
  const there = run.externalId === check.externalId ? run.annotations : 0;
  let sum = 0;
  const left = check.bodies.filter(({ output }) => (sum += output.annotations.length) > there);
  if (tells(run, check) || left.length === check.bodies.length) return left;
  return [{ ...first!, output: { ...first!.output, annotations: [] } }, ...left];
}

const NO_REPORT: GateReport = { annotations: [], rows: [], text: '' };

/** What a check says below its summary: the aggregate explains itself, gate by gate. */
function explained(hop: Hop, { gate, sha }: GateFact, state: Fold): string {
  return gate === 'required' ? requiredTable(requiredRows(hop, sha, state), sha) : '';
}

/** A gate's check on a sha; its text ends with all facts of that gate on it. */
function gateBodies(fact: GateFact, state: Fold, report: string | undefined, more: string): CheckBody[] {
  const all = state.facts.filter(
    (other) => other.kind === 'gate' && other.gate === fact.gate && other.sha === fact.sha,
  );
  const reason = fact.reason === undefined ? {} : { reason: fact.reason };
  const result: GateResult = {
    verdict: fact.status,
    ...reason,
    evidence: fact.evidence,
    annotations: [],
    rows: [],
    numbers: {},
  };
  const bodies = checkBodies(result, fact.evidence, readReport(report), fact.gate);
  const block = encodeBlock(all);
  return bodies.map((body) => {
    const human =
      body.output.text === undefined ? '' : `${body.output.text.slice(0, CHECK_TEXT - block.length - 2)}\n\n`;
    const summary = more === '' ? body.output.summary : `${body.output.summary}\n\n${more}`;
    return { ...body, output: { ...body.output, summary, text: `${human}${block}` } };
  });
}

/** Characters of a check's text: the host takes 65,535. */
const CHECK_TEXT = 65_000;

/** A report from a gate job; one that does not parse is left out, the verdict stands without it. */
function readReport(text: string | undefined): GateReport {
  if (text === undefined || text === '') return NO_REPORT;
  try {
    return { ...NO_REPORT, ...reportSchema.parse(parseStrictJson(text, 'bad-input', 'report')) };
  } catch {
    return NO_REPORT;
  }
}

/** The flow's receipt on a sha: the start and end facts of the hops that ended on it. */
function guardBody(state: Fold, end: EndFact): CheckBody {
  const hops = state.hops.filter((hop) => hop.end?.sha === end.sha);
  const facts = hops.flatMap((hop): Fact[] => [...hop.starts, ...(hop.end === undefined ? [] : [hop.end])]);
  const where = flowState(state);
  const first = hops[0]?.seq ?? end.seq;
  return {
    status: 'completed',
    conclusion: end.status === 'fail' && end.next.agent === undefined ? 'failure' : 'success',
    output: {
      title: `guard: hops ${first}..${end.seq}; ${where}`,
      summary: `The receipt of the flow on this commit: hops ${first} to ${end.seq}, state ${where}.`,
      text: encodeBlock(facts),
      annotations: [],
    },
  };
}
