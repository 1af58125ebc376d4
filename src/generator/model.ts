import { z } from 'zod';
import type { ActionDefinition, Permission } from '../core/action.ts';
import { FlowError, nearest } from '../core/errors.ts';
import type { Flow } from '../core/flow.ts';
import { NAME } from '../core/names.ts';
import type { Profile } from '../core/profile.ts';
import type { Pins } from './pins.ts';

const workflowFile = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\.ya?ml$/);

const optionsSchema = z.strictObject({
  /** File name under .github/workflows: what a hop dispatches for the next one. */
  file: workflowFile,
  /** First line of the file, without `# `. */
  header: z.string().regex(/^[^\r\n]+$/),
  /** Name of the hop workflow; the others are named after it. Without it, that of the flow. */
  title: z.string().min(1).optional(),
  /** File name of the sweeper. */
  'sweep-file': workflowFile.default('bitnet-flow-sweep.yml'),
  /** File name of the workflow that people's comments start. */
  'control-file': workflowFile.default('bitnet-flow-control.yml'),
  /** `queue: max`, so that no pending hop is dropped. Without it a host cancels older pending runs. */
  queue: z.boolean().default(true),
  /** Flow file in the user's repository; without it the built-in flow is used. */
  'flow-file': z.string().min(1).max(400).optional(),
  /** Profile file in the user's repository; without it the built-in profile is used. */
  'profile-file': z.string().min(1).max(400).optional(),
  /** Registry of gates in the user's repository, which the board reads; without it where the board looks by itself. */
  registry: z.string().min(1).max(400).optional(),
  /** Minutes an agent may work. */
  'agent-minutes': z.int().min(1).max(350).default(45),
  /** Repository that holds the actions. */
  repository: z
    .string()
    .regex(/^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/)
    .default('bitnet-flow/bitnet-flow'),
});
export type CompileOptions = z.input<typeof optionsSchema>;
export type ResolvedOptions = z.output<typeof optionsSchema> & { readonly title: string };

/** What a workflow is compiled from. */
export interface CompileInput {
  readonly flow: Flow;
  readonly profile: Profile;
  readonly actions: readonly ActionDefinition[];
  readonly pins: Pins;
  readonly options: CompileOptions;
}

/** One `uses` step. `definition` is absent for actions of others. */
export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses: string;
  readonly version: string;
  readonly with: Readonly<Record<string, string | number | boolean>>;
  /** Minutes. */
  readonly timeout?: number;
  readonly permissions: Readonly<Record<string, Permission>>;
  readonly definition?: ActionDefinition;
}

export interface Job {
  readonly id: string;
  readonly needs: readonly string[];
  readonly if?: string;
  readonly runner: string;
  readonly environment?: string;
  /** Runs of this job that must not overlap, across all runs of the workflow; none of them is dropped. */
  readonly concurrency?: { readonly group: string; readonly queue: boolean };
  /** Minutes. */
  readonly timeout: number;
  readonly permissions: Readonly<Record<string, Permission>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  /** Step whose outputs are the job's. */
  readonly speaker?: string;
}

/** Inputs of `workflow_dispatch`, all of them strings. */
export type DispatchInputs = Readonly<Record<string, { readonly description: string; readonly required: boolean }>>;

/** What starts a workflow. */
export interface Triggers {
  readonly workflow_dispatch?: { readonly inputs: DispatchInputs };
  /** Cron lines, in UTC. */
  readonly schedule?: readonly string[];
  readonly issue_comment?: { readonly types: readonly string[] };
  readonly pull_request?: { readonly types: readonly string[] };
  readonly issues?: { readonly types: readonly string[] };
}

export interface Workflow {
  readonly header: string;
  readonly name: string;
  readonly runName?: string;
  readonly triggers: Triggers;
  /** With `queue` no pending run is dropped; without it the newest pending run replaces an older one. */
  readonly concurrency?: { readonly group: string; readonly queue: boolean; readonly cancel?: boolean };
  readonly jobs: readonly Job[];
}

/** Checks the options; an unknown one is refused with the nearest name. */
export function resolveOptions(options: CompileOptions, flow: Flow): ResolvedOptions {
  const known = Object.keys(optionsSchema.shape);
  for (const key of Object.keys(options)) {
    if (!known.includes(key)) throw unknownName('option', key, known);
  }
  const parsed = optionsSchema.safeParse(options);
  if (parsed.success) return { ...parsed.data, title: parsed.data.title ?? `${flow.flow} flow` };
  const issue = parsed.error.issues[0]!;
  const key = issue.path.join('.');
  throw new FlowError('bad-config', `option ${key}: ${issue.message}`, {
    at: key,
    fix: 'see the options of `generate`',
  });
}

/** The error for a name that is not in a closed list. */
export function unknownName(what: string, name: string, known: readonly string[]): FlowError {
  const near = nearest(name, known);
  return new FlowError('bad-config', `there is no ${what} ${JSON.stringify(name.slice(0, 80))}`, {
    at: name.slice(0, 80),
    fix: near === undefined ? `use one of: ${known.join(', ')}` : `did you mean ${near}?`,
  });
}

/** Job id of a gate. A Check Run is named `<flow>:gate:<gate>`, which no job id can be. */
export function gateJob(gate: string): string {
  if (!NAME.test(gate)) throw unknownName('gate', gate, []);
  return `gate-${gate}`;
}
