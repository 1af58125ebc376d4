import { evidence } from '../../src/core/evidence.ts';
import type { PlannedGate } from '../../src/core/flow.ts';
import type { Hop } from '../../src/core/hop.ts';
import type { AgentResult } from '../../src/core/result.ts';
import { gateFact } from '../../src/flow/gate-facts.ts';
import { factJson } from '../../src/runtime/report.ts';
import { hash, Random } from './random.ts';

/** How agents and gates behave in one schedule. */
export interface Temper {
  /** Probability that a gate is red on a commit. */
  readonly red: number;
  /** Probability that an agent leaves no usable result. */
  readonly failing: number;
  /** Probability that impl-creator claims something. */
  readonly claiming: number;
  /** Probability that a gate job breaks without a fact. */
  readonly breaking: number;
  /** An agent that is run again for the same hop makes another patch, as models do. */
  readonly moody: boolean;
}

/** Agents that do what they should and gates that pass: the golden flow. */
export const GOLDEN: Temper = { red: 0, failing: 0, claiming: 0, breaking: 0, moody: false };

export function drawTemper(random: Random): Temper {
  if (random.chance(0.55)) return { ...GOLDEN, moody: random.chance(0.5) };
  return {
    red: random.pick([0, 0.02, 0.08]),
    failing: random.pick([0, 0.02, 0.06]),
    claiming: random.pick([0, 0, 0.6]),
    breaking: random.pick([0, 0.01]),
    moody: random.chance(0.5),
  };
}

/** Text that must not come out anywhere as more than text. */
export const HOSTILE = 'fixes #1 @team <!-- gates:end --> `x` | ${{ secrets.X }}';

const CLAIMS = ['more-work', 'design-concern', 'needs-scaffolding', 'needs-robustness', 'doc-gap'];

/** What an agent leaves: a result and whether files changed, or the hand-over's word for neither. */
export type AgentWork = { readonly result: AgentResult; readonly patch: string } | { readonly problem: string };

/** Agents and gates of one schedule: pure functions of its seed, of the hop and of what they see. */
export class AgentScript {
  readonly #seed: number;
  readonly #temper: Temper;

  constructor(seed: number, temper: Temper) {
    this.#seed = seed;
    this.#temper = temper;
  }

  get temper(): Temper {
    return this.#temper;
  }

  /** The work of an agent; `execution` counts how often this hop's agent has been run. */
  work(hop: Hop, execution: number): AgentWork {
    const draw = this.#draw(`agent ${hop.seq} ${hop.attempt} ${execution}`);
    if (draw.chance(this.#temper.failing)) return { problem: draw.pick(['no-result', 'timeout', 'crashed']) };
    const claim =
      hop.agent === 'impl-creator' && hop['return-route'] === undefined && draw.chance(this.#temper.claiming)
        ? draw.pick(CLAIMS)
        : undefined;
    const route = hop['return-route'] ?? hop.routes.at(-1)!;
    const writes = hop.stage === 'work' && hop.writes.some((scope) => scope !== 'none');
    const nonce = this.#temper.moody ? `/${execution}` : '';
    return {
      patch: writes ? `${hop.agent}/${hop.seq}/${hop.attempt}${nonce}` : '',
      result: {
        summary: `${hop.agent} did its part: ${HOSTILE}`,
        route: { type: route.type, ...(route.agent === undefined ? {} : { agent: route.agent }) },
        ...(claim === undefined ? {} : { claim }),
        ...(hop.criteria
          ? {
              story: 'As a user I decode a block.',
              acceptance_criteria: [
                { id: 'AC1', text: 'decodes a block' },
                { id: 'AC2', text: `refuses a short one, ${HOSTILE}` },
              ],
            }
          : {}),
        ...(hop.stage === 'publish' ? { pr: { title: `Decode blocks ${HOSTILE}`, body: HOSTILE } } : {}),
        ...(hop.agent === 'code-reviewer' ? { progress: `Read it all. ${HOSTILE}` } : {}),
        ...(hop.agent === 'benchmark-runner' ? { advisories: [`slow on one path ${HOSTILE}`] } : {}),
      },
    };
  }

  /** What the job of a gate leaves on a commit, and how it ended: the same on the same commit. */
  gate(hop: Hop, planned: PlannedGate, sha: string): { result: string; fact: string; report: string } {
    const draw = this.#draw(`gate ${planned.gate} ${sha}`);
    if (draw.chance(this.#temper.breaking)) return { result: 'failure', fact: '', report: '' };
    const red = draw.chance(this.#temper.red);
    const phase = planned.phase === 'red';
    const count = 1 + draw.below(9);
    const said = {
      status: red || phase ? ('fail' as const) : ('pass' as const),
      ...(phase && !red ? { reason: 'red-phase' as const } : {}),
      evidence: [
        evidence(planned.gate, red ? `${count} findings` : planned.gate === 'tests' ? '12/12 pass' : 'clean'),
        ...['failed', 'findings', 'errors', 'warnings', 'files'].map((key) => evidence(key, red ? count : 0)),
        evidence('method', 'primary'),
        evidence('argv', `node --test ${planned.gate}`),
        evidence('exit', red ? 1 : 0),
        evidence('ms', 1200),
      ],
    };
    return { result: 'success', fact: factJson(gateFact(hop, sha, planned.gate, said)), report: '' };
  }

  #draw(label: string): Random {
    return new Random(hash(`${this.#seed} ${label}`));
  }
}
