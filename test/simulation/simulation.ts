import { FlowError } from '../../src/core/errors.ts';
import type { Hop } from '../../src/core/hop.ts';
import { fold, type Fold } from '../../src/core/fold.ts';
import { flowState } from '../../src/core/ledger/render.ts';
import type { Admission } from '../../src/flow/admit.ts';
import { hopTitle } from '../../src/core/run-name.ts';
import { reopened } from '../../src/flow/successor.ts';
import { AgentScript, drawTemper, GOLDEN, type Temper } from './agent-script.ts';
import { NO_CONTROL, type Control } from './controls.ts';
import { factsIn, foldOfCopies, ledgers, SUBJECT } from './copies.ts';
import {
  CALL_FAULTS,
  isCallFault,
  planFaults,
  type Call,
  type CallFaultName,
  type FaultName,
  type PlannedFault,
} from './faults.ts';
import { GitHubModel } from './github/github.ts';
import { MAINTAINER, type RunRecord } from './github/records.ts';
import { hopRun, WORKFLOW, type KeptJobs } from './hop-run.ts';
import type { Job } from './job.ts';
import { Oracle, type Violation } from './oracle.ts';
import { commentResume, WORLD_ACTS } from './persons.ts';
import { Random } from './random.ts';
import { Scheduler, type Process } from './scheduler.ts';
import { SWEEP_WORKFLOW, sweepRun } from './sweep-run.ts';

/** Between two sweeps, in milliseconds. */
const SWEEP_EVERY_MS = 15 * 60_000;
/** Sweeps in a row that find a flow where the one before left it: then it is stuck. */
const IDLE_SWEEPS = 12;
/** More calls than any schedule needs: what runs on is stuck too. */
const MOST_CALLS = 12_000;

/** A call that a hop makes. */
export interface HopCall {
  /** `seq/attempt`. */
  readonly hop: string;
  /** Its number in the hop, from 0. */
  readonly call: number;
}

/** Crashes at calls of hops, one in a hop at most, and how each is repaired. */
export interface Crash {
  readonly at: readonly HopCall[];
  readonly when: 'before' | 'after';
  readonly repair: 'all jobs' | 'failed jobs' | 'sweeper';
}

export interface ScheduleOptions {
  readonly seed: number;
  readonly control?: Control;
  /** Faults of the plan that happen; left out: all. */
  readonly only?: readonly number[];
  /** Agents and gates; left out: drawn from the seed. */
  readonly temper?: Temper;
  /** No faults but these crashes. */
  readonly crash?: Crash;
  /** Told of each hop before its first call. */
  readonly onHop?: (hop: string, github: GitHubModel) => void;
  /** No faults at all. */
  readonly calm?: boolean;
  /** Notes every call. */
  readonly trace?: boolean;
}

/** What became of a schedule. */
export interface Outcome {
  readonly seed: number;
  readonly violations: readonly Violation[];
  readonly state: string;
  readonly reason: string;
  readonly hops: number;
  readonly calls: number;
  /** Calls of hops, those of the sweeper left out. */
  readonly hopCalls: readonly HopCall[];
  /** Crashes that happened. */
  readonly crashes: number;
  readonly sweeps: number;
  readonly repairs: number;
  /** How often the sweeper called for a person. */
  readonly calledFor: number;
  readonly faults: Readonly<Partial<Record<FaultName, number>>>;
  readonly plan: readonly PlannedFault[];
  readonly ledger: string;
  readonly events: readonly string[];
  readonly github: GitHubModel;
}

/** One schedule: a flow on a faulty GitHub, on a virtual clock, from a seed. */
export class Simulation {
  readonly options: ScheduleOptions;
  readonly control: Control;
  readonly random: Random;
  readonly scheduler: Scheduler;
  readonly github: GitHubModel;
  readonly script: AgentScript;
  readonly oracle: Oracle;
  readonly events: string[] = [];
  readonly fired: Partial<Record<FaultName, number>> = {};
  /** Until then every call is refused. */
  limitedUntil = 0;
  /** Runs that are to die between two jobs. */
  dieBetweenJobs = 0;
  repairs = 0;
  /** Ids of comments that asked a stopped flow to go on. */
  readonly asked: number[] = [];
  /** How often the sweeper called for a person. */
  calledFor = 0;
  /** The write job that ran last was killed. */
  lastWriterDied = false;
  /** Version of the host's records when a person last touched a Ledger. */
  touchedLedger = 0;
  #calls = 0;
  #crashes = 0;
  readonly #hopCalls: HopCall[] = [];
  readonly #callsOf = new Map<string, number>();
  #sweeps = 0;
  #checksOffUntil = 0;
  readonly #plan: PlannedFault[];
  #due: PlannedFault[];
  readonly #processes = new Map<number, Process>();
  readonly #jobs = new Map<number, KeptJobs>();
  readonly #executions = new Map<string, number>();
  readonly #job = new Map<number, string>();
  readonly #stalls = new Map<number, number>();
  readonly #outOfSight = new Set<number>();

  constructor(options: ScheduleOptions) {
    this.options = options;
    this.control = options.control ?? NO_CONTROL;
    const seed = new Random(options.seed);
    this.random = seed.fork('chance');
    this.scheduler = new Scheduler(seed.fork('order'));
    // 2026-01-01, so that times look like times.
    this.scheduler.now = 1_767_225_600_000;
    this.#plan =
      options.crash !== undefined || options.calm === true ? [] : planFaults(seed.fork('faults'), this.control.provoke);
    this.#due = this.#plan.filter(({ index }) => options.only === undefined || options.only.includes(index));
    const temper =
      options.temper ?? this.control.temper ?? (this.#plan.length === 0 ? GOLDEN : drawTemper(seed.fork('temper')));
    this.script = new AgentScript(options.seed, temper);
    this.github = new GitHubModel({
      now: () => this.scheduler.now,
      workflows: { [WORKFLOW]: titleOf, [SWEEP_WORKFLOW]: () => 'Sweep' },
      issue: { title: 'Add the decoder', body: 'As a user I want `x`.' },
      onDispatch: (run) => {
        if (run.workflow === WORKFLOW) this.note(`dispatched ${run.id} ${run.title} by ${run.actor}`);
      },
    });
    this.oracle = new Oracle(this);
  }

  /** Runs the schedule to its end. */
  async run(): Promise<Outcome> {
    this.github.dispatch(WORKFLOW, { subject: String(SUBJECT) }, MAINTAINER);
    let nextSweep = this.scheduler.now + SWEEP_EVERY_MS;
    let idle = 0;
    let before = '';
    while (this.#calls < MOST_CALLS && this.oracle.violations.length === 0) {
      this.#startRuns();
      this.#endOutages();
      if (this.scheduler.now >= nextSweep) {
        nextSweep = this.scheduler.now + SWEEP_EVERY_MS;
        if (this.control.sweeper !== false) this.#sweep();
      }
      const next = this.scheduler.nextAt();
      if (next !== undefined && next <= nextSweep) {
        await this.scheduler.step();
        continue;
      }
      if (next === undefined) {
        this.oracle.quiet();
        const state = foldOfCopies(this.github);
        // The Ledger has to say it too: an end that its checks alone tell of is still to be written.
        const told = fold(factsIn(ledgers(this.github)[0]?.body ?? ''));
        const queued = this.github.allRuns().some(({ status }) => status === 'queued');
        const over = flowState(state) !== 'in-progress' && flowState(told) === flowState(state) && !queued;
        const unheard = this.oracle.unheard(state).length > 0;
        if (over && !unheard && !this.#startedAfterEnd(state)) break;
        if (over && !unheard) continue;
        const now = `${state.facts.length} ${this.github.runs.size}`;
        idle = now === before ? idle + 1 : 0;
        before = now;
        if (idle >= IDLE_SWEEPS || this.control.sweeper === false) break;
      }
      this.scheduler.now = Math.max(this.scheduler.now, nextSweep);
    }
    this.oracle.end(this.#calls >= MOST_CALLS);
    return this.outcome();
  }

  /** What a fault does to this call, if one is due. */
  faultFor(call: Call, run: number): CallFaultName | undefined {
    const crash = this.#crashFor(call, run);
    if (crash !== undefined) return crash;
    const found = this.#due.find(
      ({ at, name }) => at <= this.#calls && isCallFault(name) && CALL_FAULTS[name].applies(call),
    );
    if (found === undefined) return undefined;
    this.#due = this.#due.filter((fault) => fault !== found);
    this.#happened(found);
    return found.name as CallFaultName;
  }

  /** Counts a call, and lets happen what is due between two. */
  beforeCall(call: Call, job: Job): void {
    this.#calls++;
    if (this.options.trace === true) this.note(`${job.run} ${job.name}: ${call.route}`);
    this.oracle.beforeCall(call, job);
    for (const fault of this.#due.filter(({ at, name }) => at <= this.#calls && !isCallFault(name))) {
      if (isCallFault(fault.name) || !WORLD_ACTS[fault.name](this)) continue;
      this.#due = this.#due.filter((other) => other !== fault);
      this.#happened(fault);
    }
  }

  afterEffect(call: Call, answer: unknown, job: Job): void {
    this.oracle.afterEffect(call, answer, job);
  }

  /** Where a run may die between two jobs. */
  async betweenJobs(process: Process, run: RunRecord): Promise<void> {
    if (this.dieBetweenJobs > 0) {
      this.dieBetweenJobs--;
      this.killRun(run.id, 'failure');
    }
    // A run that the host has given up gets no further job.
    if (process.dead || this.#outOfSight.has(run.id)) {
      this.scheduler.kill(process);
      await new Promise(() => undefined);
    }
  }

  /** Ends a run where it stands. */
  killRun(id: number, conclusion: string): void {
    const process = this.#processes.get(id);
    this.github.setRun(id, { status: 'completed', conclusion });
    this.note(`run ${id} died`);
    if (this.options.crash?.repair === 'all jobs') this.#startAgain(id, 'all');
    if (this.options.crash?.repair === 'failed jobs') this.#startAgain(id, 'failed');
    if (process !== undefined) this.scheduler.kill(process);
  }

  /** The host calls a run dead while its job still lives, cut off from the host for a while. */
  loseSight(id: number): void {
    this.#outOfSight.add(id);
    // A step has its own time limit, below the sweeper's grace; only the push has a fence that needs no clock.
    const most = this.#job.get(id) === 'write' ? 8 : 60;
    this.#stalls.set(id, (1 + this.random.below(most)) * 60_000);
    this.github.setRun(id, { status: 'completed', conclusion: 'failure' });
    this.note(`run ${id} is out of sight`);
  }

  isOutOfSight(run: number): boolean {
    return this.#outOfSight.has(run);
  }

  running(): RunRecord[] {
    return this.github.allRuns().filter(({ status, workflow }) => status === 'in_progress' && workflow === WORKFLOW);
  }

  /** Starts one of the last runs again, as a person does. */
  rerun(jobs: 'all' | 'failed'): boolean {
    const ended = this.github
      .allRuns()
      .filter(({ id, status, workflow }) => status === 'completed' && workflow === WORKFLOW && this.#jobs.has(id))
      .filter(({ conclusion }) => jobs === 'all' || conclusion !== 'success')
      .slice(-3);
    if (ended.length === 0) return false;
    this.#startAgain(this.random.pick(ended).id, jobs);
    return true;
  }

  /** Takes the newest run away before it can start: the host lost it. */
  loseNewestRun(): void {
    const newest = this.github.allRuns().at(-1)!;
    this.github.runs.delete(newest.id);
    this.note(`run ${newest.id} lost`);
  }

  turnChecksOff(): void {
    this.github.checksOff = this.random.pick([403, 404, 410]);
    this.#checksOffUntil = this.scheduler.now + (5 + this.random.below(60)) * 60_000;
  }

  keep(run: number, jobs: KeptJobs): void {
    this.#jobs.set(run, jobs);
  }

  /** How often the agent of this hop has been run, this time not counted. */
  nextExecution(hop: Hop): number {
    const key = `${hop.seq}/${hop.attempt}`;
    const count = this.#executions.get(key) ?? 0;
    this.#executions.set(key, count + 1);
    return count;
  }

  /** How long the next call of a run is held up. */
  takeStall(run: number): number {
    const stall = this.#stalls.get(run) ?? 0;
    this.#stalls.delete(run);
    return stall;
  }

  /** The job that a run is at. */
  atJob(run: number, job: string): void {
    this.#job.set(run, job);
  }

  admitted(run: RunRecord, admission: Admission): void {
    const hop =
      admission.mode === 'ignore' ? '' : ` hop ${admission.hop.seq}.${admission.hop.attempt} ${admission.hop.agent}`;
    this.note(`run ${run.id} (${run.attempt}): ${admission.mode} ${admission.reason}${hop}`);
    // The host gives no further job to a run that it has given up: what its admission says comes to nothing.
    if (!this.#outOfSight.has(run.id)) this.oracle.admitted(run, admission);
  }

  /** A job that ended with an error: the host's refusals are expected, anything else is a bug. */
  sawError(job: string, error: unknown): void {
    const status = (error as { status?: unknown }).status;
    this.note(`${job}: ${String(error)}`);
    if (typeof status === 'number' || (error instanceof FlowError && error.code !== 'bug')) return;
    this.oracle.violate(
      'error',
      `${job} ended with ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }

  /** What a sweep did, and whether it called for a person: who then starts the flow again. */
  swept(repaired: string, attention: string): void {
    if (repaired !== '') this.repairs++;
    if (attention === '') return;
    this.calledFor++;
    this.note('the sweeper calls for a person');
    // Who deletes the branch and the Ledger has given the flow up; who is called in vain does not try for ever.
    if (this.oracle.givenUp() || this.calledFor > 3) return;
    this.github.dispatch(WORKFLOW, { subject: String(SUBJECT) }, MAINTAINER);
  }

  note(text: string): void {
    this.events.push(`${clockTime(this.scheduler.now)} #${this.#calls} ${text}`);
  }

  #happened(fault: PlannedFault): void {
    this.fired[fault.name] = (this.fired[fault.name] ?? 0) + 1;
    if (fault.name.includes('Ledger')) this.touchedLedger = this.github.versions.current;
    this.note(`FAULT ${fault.index}: ${fault.name}`);
  }

  #crashFor(call: Call, run: number): CallFaultName | undefined {
    const { crash, onHop } = this.options;
    const inputs = call.job === 'sweep' ? undefined : this.github.runs.get(run)?.now.inputs;
    if (inputs === undefined) return undefined;
    // The first start names no hop.
    const hop = `${inputs['seq'] ?? '1'}/${inputs['attempt'] ?? '1'}`;
    const number = this.#callsOf.get(hop) ?? 0;
    this.#callsOf.set(hop, number + 1);
    this.#hopCalls.push({ hop, call: number });
    if (number === 0) onHop?.(hop, this.github);
    if (crash?.at.some((point) => point.hop === hop && point.call === number) !== true) return undefined;
    this.#crashes++;
    this.note(`CRASH ${crash.when} ${call.job} ${call.route}`);
    return crash.when === 'before' ? 'killed before the call' : 'killed after the call';
  }

  #startAgain(id: number, jobs: 'all' | 'failed'): void {
    const run = this.github.runs.get(id)!.now;
    const ends = this.#jobs.get(id) ?? new Map();
    const kept = [...ends].filter(([, end]) => end.result === 'success' || end.result === 'skipped');
    this.#jobs.set(id, jobs === 'all' ? new Map() : new Map(kept));
    this.#outOfSight.delete(id);
    this.github.setRun(id, { status: 'queued', conclusion: null, attempt: run.attempt + 1 });
    this.note(`run ${id} is started again (${jobs} jobs)`);
  }

  /** Hops of a subject never overlap; which of those that wait comes next is not promised. */
  #startRuns(): void {
    const queued = this.github.allRuns().filter(({ status, workflow }) => status === 'queued' && workflow === WORKFLOW);
    if (queued.length === 0) return;
    const start = (run: RunRecord): void => {
      this.github.setRun(run.id, { status: 'in_progress' });
      const kept: KeptJobs = run.attempt === 1 ? new Map() : (this.#jobs.get(run.id) ?? new Map());
      const current = this.github.runs.get(run.id)!.now;
      const process = this.scheduler.spawn(`run ${run.id}`, async (self) => {
        const conclusion = await hopRun(this, self, current, kept);
        const over = this.github.runs.get(run.id)!.now.status === 'completed';
        if (!over) this.github.setRun(run.id, { status: 'completed', conclusion });
        this.note(`run ${run.id} ended: ${conclusion}`);
      });
      this.#processes.set(run.id, process);
    };
    if (this.control.group === false) queued.forEach(start);
    else if (this.running().length === 0) start(this.random.pick(queued));
  }

  /** A person reads how the flow ended, and starts it again or comments that it shall go on; the issue is opened for that. */
  #startedAfterEnd(state: Fold): boolean {
    const stopped = reopened(state) !== undefined;
    const found = this.#due.find(
      ({ name }) => name === 'start after the end' || (stopped && name === 'resume by a comment'),
    );
    if (found === undefined) return false;
    this.#due = this.#due.filter((fault) => fault !== found);
    this.github.setIssue(SUBJECT, { open: true });
    this.#happened(found);
    if (found.name === 'resume by a comment') commentResume(this);
    else this.github.dispatch(WORKFLOW, { subject: String(SUBJECT) }, MAINTAINER);
    return true;
  }

  #endOutages(): void {
    if (this.github.checksOff !== undefined && this.scheduler.now >= this.#checksOffUntil) {
      this.github.checksOff = undefined;
      this.note('checks are on again');
    }
  }

  #sweep(): void {
    this.#sweeps++;
    this.scheduler.spawn(`sweep ${this.#sweeps}`, (process) => sweepRun(this, process));
  }

  /** What became of the schedule so far. */
  outcome(): Outcome {
    const state = foldOfCopies(this.github);
    return {
      seed: this.options.seed,
      violations: this.oracle.violations,
      state: flowState(state),
      reason: state.last?.reason ?? '',
      hops: state.hops.length,
      calls: this.#calls,
      hopCalls: this.#hopCalls,
      crashes: this.#crashes,
      sweeps: this.#sweeps,
      repairs: this.repairs,
      calledFor: this.calledFor,
      faults: this.fired,
      plan: this.#plan,
      ledger: ledgers(this.github)[0]?.body ?? '',
      events: this.events,
      github: this.github,
    };
  }
}

/** As `run-name` of the generated workflow. */
function titleOf(inputs: Readonly<Record<string, string>>): string {
  const { subject = '', seq = '0', attempt = '0', agent = 'start', repair = '0' } = inputs;
  return hopTitle(Number(subject), { seq: Number(seq), attempt: Number(attempt), agent }, Number(repair));
}

function clockTime(ms: number): string {
  return new Date(ms).toISOString().slice(11, 19);
}
