import { attestationIn, attestationText } from '../../src/core/attestation/region.ts';
import { factId, type EndFact, type Fact } from '../../src/core/fact.ts';
import { fold, unite, type Fold } from '../../src/core/fold.ts';
import { gateKey } from '../../src/core/fold.ts';
import { decodeBlock, encodeBlock } from '../../src/core/ledger/block.ts';
import { flowState, LEDGER_LIMIT } from '../../src/core/ledger/render.ts';
import { ATTEMPT_LIMIT } from '../../src/core/names.ts';
import { worst } from '../../src/core/verdict.ts';
import type { Admission } from '../../src/flow/admit.ts';
import { parseTrailers, renderHopId } from '../../src/flow/trailers.ts';
import { question } from '../../src/core/public-safety/scanned.ts';
import { Door } from '../../src/runtime/github/door.ts';
import { BRANCH, factsIn, factsOfCopies, isLedger, ledgers, SUBJECT } from './copies.ts';
import { DISPATCH_ROUTE, GRAPHQL_ROUTE, PUSH_ROUTE, type Call, type FaultName } from './faults.ts';
import { BOT, type RunRecord } from './github/records.ts';
import type { Job } from './job.ts';
import type { Simulation } from './simulation.ts';
import { isWrite } from './transport.ts';

/** Something that must never be. */
export interface Violation {
  /** `I1` to `I10`, `stuck`, `duplicate`, `door`, or `error`. */
  readonly invariant: string;
  readonly what: string;
}

const COMMENT_ROUTES = [
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
];

/** Faults that take the end of a flow away from the agents: a reason needs one of them to be just. */
const JUST: Readonly<Record<string, readonly FaultName[] | 'temper' | 'many'>> = {
  partial: 'temper',
  'agent-failed': 'temper',
  'hop-limit': 'temper',
  'no-progress': 'temper',
  'head-unstable': ['push by a person', 'force-push', 'branch deleted'],
  'history-rewritten': ['force-push', 'branch deleted', 'push by a person'],
  'subject-closed': ['issue closed'],
  'dispatch-exhausted': 'many',
  'pr-refused': ['branch deleted', 'force-push'],
};

/** Watches a schedule and says which invariant (state.md, section 4) it broke. It reads the copies in its own way. */
export class Oracle {
  readonly violations: Violation[] = [];
  readonly #simulation: Simulation;
  /** Facts whose write was answered. */
  readonly #acknowledged = new Map<string, Fact>();
  /** Of those, the ones that were written while checks were off: no copy but the Ledger holds them. */
  readonly #unprotected = new Set<string>();
  readonly #pushes = new Map<string, string[]>();
  readonly #admitted = new Map<number, { readonly hop: string; readonly attempt: number }>();
  readonly #ended = new Map<string, Set<number>>();
  /** Version of the host's records when a write job last read the subject: what came later, nobody has seen. */
  #lastRead = 0;
  #lastReader = 0;
  /** Version at which a writer wrote a Ledger after another one had read it: it was out of sight, and nobody comes behind the last. */
  #lateWrite = 0;
  #pulls = 0;
  #written = 0;
  #passed = 0;
  #checksWereOff = false;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  violate(invariant: string, what: string): void {
    this.violations.push({ invariant, what });
    this.#simulation.note(`VIOLATION ${invariant}: ${what}`);
  }

  /**
   * The door of a job's client. Every eighth write passes it, as its look at a whole Ledger is half the work of a schedule; what a
   * Ledger holds the later ones hold too, and the last one passes it at the end.
   */
  atDoor(door: Door): void {
    const pass = door.pass.bind(door);
    door.pass = (route, parameters) =>
      isWrite(route) && this.#passed++ % 8 === 0 ? pass(route, parameters) : question(parameters);
  }

  /** I8: who may write at all. */
  beforeCall(call: Call, job: Job): void {
    if (call.route === GRAPHQL_ROUTE && job.name === 'write') {
      this.#lastRead = this.#simulation.github.versions.current;
      this.#lastReader = job.run;
    }
    if (!call.write) return;
    const may =
      job.name === 'write' ||
      (job.name === 'commit' && call.route === PUSH_ROUTE) ||
      (job.name === 'sweep' && call.route === DISPATCH_ROUTE);
    if (!may) this.violate('I8', `job ${job.name} of run ${job.run} calls ${call.route}`);
    if (job.name !== 'sweep' && !this.#admitted.has(job.run))
      this.violate('I8', `run ${job.run} writes before it is admitted`);
  }

  admitted(run: RunRecord, admission: Admission): void {
    if (admission.mode === 'ignore') {
      this.#admitted.delete(run.id);
      return;
    }
    const { hop } = admission;
    const key = `${hop.seq}/${hop.attempt} ${hop.agent}`;
    const alive = this.#simulation.running().filter(({ id }) => id !== run.id && this.#admitted.get(id)?.hop === key);
    if (alive.length > 0) this.violate('I5', `runs ${alive[0]!.id} and ${run.id} are both admitted as ${key}`);
    this.#admitted.set(run.id, { hop: key, attempt: run.attempt });
  }

  afterEffect(call: Call, _answer: unknown, job: Job): void {
    if (call.route === PUSH_ROUTE) this.#pushed(String(call.parameters['sha']), _answer);
    if (COMMENT_ROUTES.includes(call.route)) this.#wroteComment(String(call.parameters['body']), job);
    if (call.route === DISPATCH_ROUTE && job.name === 'write') this.#dispatched(call);
    if (call.route.endsWith('/pulls') && call.write) {
      this.#pulls++;
      if (this.#pulls > 1) this.violate('duplicate', 'a second pull request was opened');
    }
  }

  /** I2: at most one push per (seq, attempt). */
  #pushed(sha: string, answer: unknown): void {
    if (answer !== 'pushed') return;
    const trailers = parseTrailers(this.#simulation.github.git.commit(sha)?.message ?? '');
    if (trailers === undefined) return;
    const id = renderHopId(trailers.hop);
    // The same commit once more is the same push.
    const all = [...new Set([...(this.#pushes.get(id) ?? []), sha])];
    this.#pushes.set(id, all);
    if (all.length > 1) this.violate('I2', `${id} was pushed ${all.length} times: ${all.join(', ')}`);
  }

  /** I4, I6, I7 of a Ledger as it is written; its facts are acknowledged from here on. */
  #wroteComment(body: string, job: Job): void {
    // The machine block is a comment of HTML, in which the host sees no mention.
    const seen = body.split('<!-- facts:v1')[0]!;
    if (/@team|fixes #1/.test(seen)) this.violate('I7', `a mention or keyword leaves the renderer: ${seen}`);
    if (!isLedger(body)) return;
    if (job.run !== this.#lastReader) this.#lateWrite = this.#simulation.github.versions.current;
    if (body.length > LEDGER_LIMIT) this.violate('I6', `a Ledger of ${body.length} characters`);
    if ((body.match(/<!-- gates:end -->/g) ?? []).length !== 1) this.violate('I7', 'an anchor came out twice');
    const block = decodeBlock(body);
    if (block?.intact !== true) {
      this.violate('I6', 'a Ledger is written that does not parse');
      return;
    }
    const evidenced = block.facts.every((fact) => fact.kind !== 'gate' || fact.evidence.length > 0);
    // Every eighth is rendered again: each is parsed.
    if (evidenced && this.#written++ % 8 === 0 && !body.includes(encodeBlock(block.facts)))
      this.violate('I6', 'parse and render of a Ledger differ');
    const off = this.#simulation.github.checksOff !== undefined;
    this.#checksWereOff ||= off;
    for (const fact of block.facts) {
      const id = factId(fact);
      const known = this.#acknowledged.get(id);
      if (known === undefined && off) this.#unprotected.add(id);
      if (known !== undefined && known.kind !== 'start' && fact.kind !== 'start' && known.status !== fact.status) {
        if (worst(known.status, fact.status) === known.status) {
          this.violate('I4', `${fact.kind} ${fact.seq}.${fact.attempt} went from ${known.status} to ${fact.status}`);
        }
      }
      this.#acknowledged.set(id, fact);
      if (fact.kind === 'end') this.#endedBy(fact, job.run);
    }
  }

  /** I9: an agent is judged at most three times for one hop. */
  #endedBy(end: EndFact, run: number): void {
    const hop = `${end.seq} ${end.agent}`;
    const here = this.#admitted.get(run);
    if (here?.hop.replace(/\/\d+ /, ' ') !== hop) return;
    const runs = this.#ended.get(hop) ?? new Set();
    runs.add(run);
    this.#ended.set(hop, runs);
    if (runs.size > ATTEMPT_LIMIT) this.violate('I9', `hop ${hop} was judged by ${runs.size} runs`);
  }

  /** I1 at its strictest: what is announced is durable before it is announced. */
  #dispatched(call: Call): void {
    const { inputs } = call.parameters as { inputs: Readonly<Record<string, string>> };
    const carried = factsIn(inputs['facts'] ?? '').filter((fact) => fact.kind === 'end');
    const held = new Set(factsOfCopies(this.#simulation.github).map(factId));
    for (const end of carried) {
      if (!held.has(factId(end)) && !this.#excused(factId(end))) {
        this.violate('I1', `the end of ${end.seq}.${end.attempt} is announced and in no copy`);
      }
    }
  }

  /** A fact that only the Ledger held, which a person took away: the design promises no more. */
  #excused(id: string): boolean {
    return this.#unprotected.has(id) && this.#mayLack();
  }

  /** Persons took the Ledger and the branch: no copy is left that anybody could find. */
  givenUp(): boolean {
    const { fired } = this.#simulation;
    return this.#tampered() && (fired['branch deleted'] ?? fired['force-push']) !== undefined;
  }

  #mayLack(): boolean {
    return this.#checksWereOff && this.#tampered();
  }

  #tampered(): boolean {
    const { fired } = this.#simulation;
    return [fired['Ledger edited'], fired['Ledger blanked'], fired['Ledger deleted']].some((count) => (count ?? 0) > 0);
  }

  /** Comments that asked a stopped flow to go on, and that neither a start nor a later end tells of. */
  unheard(state: Fold): number[] {
    const heard = (id: number): boolean =>
      [...state.facts, ...this.#acknowledged.values()].some(
        (fact) =>
          (fact.kind === 'start' && fact.resume === id) ||
          (fact.kind === 'end' && fact.seen !== undefined && fact.seen >= id),
      );
    return this.#simulation.asked.filter((id) => !heard(id));
  }

  /** Nothing moves: what holds at rest. */
  quiet(): void {
    this.#nothingLost();
  }

  /** The schedule is over. */
  end(endless: boolean): void {
    const { github } = this.#simulation;
    if (this.violations.length > 0) return;
    this.#nothingLost();
    const state = fold(factsOfCopies(github));
    const where = flowState(state);
    // At rest all the same: a closed issue is left alone, and what only a Ledger held nobody can bring back.
    const rests =
      github.issue(SUBJECT)?.open === false || (this.#simulation.calledFor > 0 && (this.#mayLack() || this.givenUp()));
    if (!endless && where === 'in-progress' && rests) return;
    if (endless || where === 'in-progress') {
      const last = state.last === undefined ? 'no end' : `${state.last.seq}.${state.last.attempt} ${state.last.agent}`;
      this.violate('stuck', `the flow stands after ${last}${endless ? ' and runs on' : ''}`);
      return;
    }
    const [unheard] = this.unheard(state);
    if (unheard !== undefined && !rests) {
      this.violate('stuck', `comment ${unheard} asked the flow to go on, and nothing came of it`);
      return;
    }
    this.#onlyOne();
    // What only a Ledger held that a person took away counts here too: it was decided.
    this.#successors(fold(unite(state.facts, this.#acknowledged.values())).hops.flatMap((hop) => hop.end ?? []));
    this.#published(state);
    if (where === 'needs-rework') this.#just(state.last!);
  }

  #nothingLost(): void {
    const held = new Map(factsOfCopies(this.#simulation.github).map((fact) => [factId(fact), fact]));
    const runs = this.#simulation.github.runs;
    for (const [id, fact] of this.#acknowledged) {
      const now = held.get(id);
      if (now === undefined) {
        // A start says which run holds a hop; the list of runs says so too, until the hop's end does.
        const listed =
          fact.kind === 'start' &&
          (runs.has(fact.fence) || this.#simulation.fired['dispatched run lost'] !== undefined);
        if (!listed && !this.#excused(id)) {
          this.violate('I1', `${fact.kind} of ${fact.seq}.${fact.attempt} ${fact.agent} has left every copy`);
          return;
        }
      } else if (fact.kind !== 'start' && now.kind !== 'start' && worst(fact.status, now.status) !== now.status) {
        this.violate('I4', `${fact.kind} of ${fact.seq}.${fact.attempt} went from ${fact.status} to ${now.status}`);
      }
    }
  }

  /** What the flow wrote of itself is nothing that must not become public. */
  #passable(body: string): void {
    try {
      new Door().pass(COMMENT_ROUTES[1]!, { body });
    } catch (error) {
      this.violate('door', String(error));
    }
  }

  /** I3 at the end: one Ledger, one conclusion per check, and that of the newest fact. */
  #onlyOne(): void {
    const { github } = this.#simulation;
    const own = ledgers(github);
    const unseen = Math.max(this.#simulation.touchedLedger, this.#lateWrite) > this.#lastRead;
    // Nobody comes after the writer of the last end: what it was about to fold in, when it died behind its Ledger, stays.
    const left = own.length > 1 && this.#simulation.lastWriterDied;
    if (own.length !== 1 && !unseen && !left) this.violate('I3', `${own.length} Ledgers`);
    const state = fold(factsOfCopies(github));
    const told = fold(factsIn(own[0]?.body ?? ''));
    this.#passable(own[0]?.body ?? '');
    if (!unseen && flowState(told) !== flowState(state)) {
      this.violate('I3', `the Ledger says ${flowState(told)}, all copies together ${flowState(state)}`);
    }
    const byName = new Map<string, string[]>();
    for (const { now } of [...github.checks.values()].filter((cell) => cell.now.app === BOT.app)) {
      const key = `${now.name}@${now.sha}`;
      byName.set(key, [...(byName.get(key) ?? []), now.conclusion ?? 'none']);
      const gate = now.name.split(':gate:')[1]!;
      const fact = state.gates.get(gateKey(gate, now.sha));
      const wanted = fact && { pass: 'success', fail: 'failure', skipped: 'neutral' }[fact.status];
      if (wanted !== undefined && wanted !== now.conclusion && !this.#checksWereOff) {
        this.violate('I3', `check ${now.id} ${key} says ${now.conclusion}, its fact ${fact!.status}`);
      }
    }
    for (const [key, conclusions] of byName) {
      if (new Set(conclusions).size > 1 && !this.#checksWereOff)
        this.violate('I3', `checks ${key} say ${conclusions.join(', ')}`);
    }
  }

  /** I5 and I9: each end has one successor, and it is the one it names. */
  #successors(ends: readonly EndFact[]): void {
    let again = 0;
    for (const end of ends) {
      if (end.reason === 'stale-head') continue;
      again = end.next.agent === end.agent ? again + 1 : 0;
      if (again >= ATTEMPT_LIMIT)
        this.violate('I9', `${end.agent} sent itself on ${again} times, up to hop ${end.seq}`);
    }
    for (const [at, end] of ends.entries()) {
      const next = ends[at + 1];
      if (next === undefined) continue;
      const stopped = end.next.agent === undefined;
      const expected = stopped ? end.agent : end.next.agent;
      // Judged while checks were off: an end that only a check held, and nobody could read, may have said otherwise.
      const twice = this.#unprotected.has(factId(end));
      if (next.agent !== expected && !twice && !this.givenUp()) {
        this.violate(
          'I5',
          `${end.seq}.${end.attempt} names ${expected}, then came ${next.seq}.${next.attempt} ${next.agent}`,
        );
      }
      if (next.attempt > ATTEMPT_LIMIT) this.violate('I9', `attempt ${next.attempt} of hop ${next.seq}`);
    }
  }

  /** I10: a flow is ready only when every required gate passed on the very head that is published. */
  #published(state: ReturnType<typeof fold>): void {
    const { last } = state;
    if (last === undefined || flowState(state) !== 'ready') return;
    for (const gate of ['spec', 'format', 'clippy', 'tests', 'build', 'docs']) {
      const fact = state.gates.get(gateKey(gate, last.sha));
      if (fact?.status !== 'pass')
        this.violate('I10', `ready, but ${gate} is ${fact?.status ?? 'absent'} on ${last.sha}`);
    }
    const pull = this.#simulation.github.pullsOf(BRANCH).find(({ open }) => open);
    if (pull === undefined) this.violate('I10', 'ready without a pull request');
    else if (attestationIn(pull.body) !== attestationText(state))
      this.violate('I10', 'ready, but the pull request attests something else than the facts');
    if (
      !this.#simulation.github.git
        .history(this.#simulation.github.git.tip(BRANCH) ?? '')
        .some(({ sha }) => sha === last.sha)
    ) {
      const rewritten = (this.#simulation.fired['force-push'] ?? 0) + (this.#simulation.fired['branch deleted'] ?? 0);
      if (rewritten === 0) this.violate('I10', 'ready on a commit that is not on the branch');
    }
  }

  /** A flow that asks for a person has met something that needs one. */
  #just(end: EndFact): void {
    const { fired, script } = this.#simulation;
    const why = JUST[end.reason ?? ''];
    const { red, failing, breaking, claiming } = script.temper;
    const count = Object.values(fired).reduce((sum, many) => sum + many, 0);
    const just =
      why === 'temper'
        ? this.#mayLack() ||
          red + failing + breaking + claiming > 0 ||
          (fired['killed before the call'] ?? 0) + (fired['killed after the call'] ?? 0) > 0
        : why === 'many'
          ? count >= 3
          : (why ?? []).some((name) => (fired[name] ?? 0) > 0);
    if (!just)
      this.violate(
        'unjust',
        `the flow of #${SUBJECT} ends in needs-rework (${end.reason ?? 'no reason'}) at ${end.seq}.${end.attempt} ${end.agent}`,
      );
  }
}
