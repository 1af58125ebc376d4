import { PAUSE_VARIABLE } from '../core/hold.ts';
import { planControl } from '../flow/control.ts';
import type { ControlCommand } from '../flow/control-comment.ts';
import { perform, readControl } from '../runtime/flow/control.ts';
import { hostError } from '../runtime/github/host.ts';
import { statusOf } from '../runtime/github/refusal.ts';
import { realClock } from '../runtime/github/transport.ts';
import { readState } from '../runtime/flow/read-state.ts';
import { parseSubject } from './explain.ts';
import type { FlowFlags } from './flow-options.ts';
import { openHost, type HostFlags } from './host.ts';
import { findRepositoryFlow } from './repository-flow.ts';

export interface ControlOptions extends HostFlags, FlowFlags {
  readonly json?: boolean;
}

export interface ControlResult {
  /** What was asked was looked at and answered; a refusal of the host throws. */
  readonly ok: true;
  readonly lines: readonly string[];
  readonly json: object;
}

/** Pauses, resumes or stops a flow as the person whose token it is; the host and the admission judge what they may. */
export async function controlCommand(
  command: ControlCommand,
  subjectText: string | undefined,
  options: ControlOptions,
): Promise<ControlResult> {
  const subject = parseSubject(subjectText);
  const host = await openHost(options);
  const files = await findRepositoryFlow(host, options);
  const state = await readState(subject, files, host);
  const read = await readControl(subject, state, files, host);
  const variable = await host.readVariable(PAUSE_VARIABLE);
  const plan = planControl({ ...read, command, comment: undefined, variable });
  const notes: string[] = [];
  const world = { host, clock: realClock, log: (line: string) => void notes.push(line), pause: 1_000 };
  const run = await perform(plan, { subject, comment: undefined }, files.workflow, state, world).catch(
    (error: unknown) => {
      throw statusOf(error) === undefined ? error : hostError(error, `${command} #${subject}`);
    },
  );
  const answer = plan.answer.replaceAll('`', '');
  return {
    ok: true,
    lines: [...notes, `#${subject}: ${answer}`, ...(run === undefined ? [] : [`run ${run} of ${files.workflow}`])],
    json: { subject, command, added: plan.add, removed: plan.remove, run: run ?? null, answer },
  };
}
