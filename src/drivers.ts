import type { z } from 'zod';
import type { ActionDefinition } from './core/action.ts';
import { FlowError } from './core/errors.ts';
import { logLine } from './core/text.ts';
import { GATE_NAMES } from './flow-registry.ts';
import type { CallBudget, Wait } from './runtime/github/client.ts';
import type { GitHubHost } from './runtime/github/host.ts';
import { realClock } from './runtime/github/transport.ts';
import { isLoopback } from './runtime/github/loopback.ts';
import { tierDrivers } from './tier-drivers.ts';
import { appendSummary, print, printCommand, readInputs, setOutputs } from './runtime/runner.ts';

/** Runs an action; what it found wrong it says by outputs and by the exit code of the process. */
type Driver = (definition: ActionDefinition) => Promise<void>;

/** Pause between looks at something that another copy may show late, in milliseconds; the host on loopback has one copy. */
const lookAgain = (): number => (isLoopback(variable('GITHUB_API_URL')) ? 0 : 1_000);

/**
 * What runs behind each definition. Every driver is imported when it is needed and not before: a gate never loads what only
 * the write job uses.
 */
const FLOW_DRIVERS: Readonly<Record<string, Driver>> = {
  ...tierDrivers({ inputsOf, give, hostOf: (token) => hostOf(token), variable, lookAgain }),
  admit: async (definition) => {
    const { admitHop } = await import('./runtime/flow/admit.ts');
    const inputs = inputsOf<Parameters<typeof admitHop>[0]>(definition);
    const { outputs, admission } = await admitHop(inputs, {
      host: await hostOf(inputs.token),
      actor: variable('GITHUB_ACTOR'),
      run: Number(variable('GITHUB_RUN_ID')),
      rerun: variable('GITHUB_RUN_ATTEMPT') !== '1',
      built: GATE_NAMES,
    });
    give(definition, outputs);
    if (admission.mode !== 'ignore') return;
    printCommand(admission.exit === 0 ? 'notice' : 'error', `${admission.reason}: ${admission.message}`);
    const { ignoredSummary } = await import('./flow/hop-summary.ts');
    await appendSummary(ignoredSummary(admission.reason, admission.message));
    process.exitCode = admission.exit;
  },
  control: async (definition) => {
    const { controlFlow } = await import('./runtime/flow/control.ts');
    const { readCommentEvent } = await import('./runtime/comment-event.ts');
    const inputs = inputsOf<Parameters<typeof controlFlow>[0]>(definition);
    if (inputs['current-flow'] !== undefined && inputs['current-flow'] !== inputs.flow) return;
    const outputs = await controlFlow(inputs, readCommentEvent(variable('GITHUB_EVENT_PATH')), {
      // A flow whose pull request was closed is spoken to as well.
      host: await hostOf(inputs.token, true),
      clock: realClock,
      log: print,
      pause: lookAgain(),
    });
    give(definition, outputs);
    if (outputs.command !== '') print(`${outputs.command} of #${outputs.subject}: ${outputs.done}`);
  },
  attest: async (definition) => {
    const { attestPull } = await import('./runtime/attest/action.ts');
    const inputs = inputsOf<Parameters<typeof attestPull>[0]>(definition);
    const { ok, outputs, summary, check } = await attestPull(inputs, {
      // The pull request is looked at, and it may be closed.
      host: await hostOf(inputs.token, true),
      repository: `${variable('GITHUB_SERVER_URL')}/${variable('GITHUB_REPOSITORY')}`,
      workspace: variable('GITHUB_WORKSPACE'),
      identity: (process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '') !== '',
      log: (line) => print(logLine(line)),
    });
    give(definition, outputs);
    await appendSummary(summary);
    for (const { field, why } of check.mismatches) printCommand('error', `${field}: ${why}`);
    if (!ok) process.exitCode = 1;
  },
  'hand-over': async () => (await import('./runtime/flow/hand-over.ts')).run(),
  commit: async () => (await import('./runtime/flow/commit.ts')).run(GATE_NAMES),
  router: async (definition) => {
    const { requiredSummary, routeHop } = await import('./runtime/flow/router.ts');
    const { hopSummary } = await import('./flow/hop-summary.ts');
    const inputs = inputsOf<Parameters<typeof routeHop>[0]>(definition);
    const { outputs, decision } = routeHop(inputs);
    give(definition, { ...outputs });
    print(logLine(`${outputs.status}: ${outputs.route}`));
    print(logLine(decision.why));
    const summary = hopSummary(decision.facts, decision.why, requiredSummary(inputs, decision));
    await appendSummary(summary, inputs.hop['public-names']);
  },
  sweep: async (definition) => {
    const { sweepFlows } = await import('./runtime/flow/sweep.ts');
    const inputs = inputsOf<Parameters<typeof sweepFlows>[0]>(definition);
    const log = (line: string): void => print(logLine(line));
    const world = { host: await hostOf(inputs.token), clock: realClock, log, pause: lookAgain() };
    const { outputs, summary } = await sweepFlows(inputs, world);
    give(definition, { ...outputs });
    await appendSummary(summary);
    if (outputs.attention === '') return;
    printCommand('error', `a person is needed on ${outputs.attention.replaceAll(',', ', ')}; the job summary says why`);
    process.exitCode = 1;
  },
  'merge-guard': async (definition) => {
    const { guardMerges } = await import('./runtime/merge/guard.ts');
    const { guardLines } = await import('./core/merge-plan/guard.ts');
    const { token, pr } = inputsOf<{ token: string; pr?: number }>(definition);
    const guarded = await guardMerges(await surveyOf(token));
    const { lines, outputs, problem } = guardLines(guarded, pr);
    lines.forEach((line) => print(logLine(line)));
    give(definition, outputs);
    if (problem === undefined) return;
    printCommand('error', problem);
    process.exitCode = 1;
  },
  board: async (definition) => {
    const { readBoard } = await import('./runtime/merge/board.ts');
    const { boardSummary, boardText, isReady } = await import('./core/board/text.ts');
    const { token, registry } = inputsOf<{ token: string; registry: string }>(definition);
    const { rows } = await readBoard(await surveyOf(token), registry);
    for (const line of boardText(variable('GITHUB_REPOSITORY'), rows)) print(logLine(line));
    await appendSummary(boardSummary(rows));
    give(definition, {
      rows: JSON.stringify(rows),
      ready: JSON.stringify(rows.filter(isReady).map(({ id }) => id)),
    });
  },
  'perf-baseline-delta': async (definition) => {
    const { runPerfAction } = await import('./runtime/perf/action.ts');
    give(definition, await runPerfAction(inputsOf(definition)));
  },
  contract: async (definition) => {
    const { contractOutputs } = await import('./flow/contract-action.ts');
    const { readGivenContract } = await import('./runtime/contract-source.ts');
    type Inputs = Parameters<typeof readGivenContract>[0] & { token: string; 'approved-sha256'?: string };
    const { token, 'approved-sha256': approved, ...source } = inputsOf<Inputs>(definition);
    const read = await readGivenContract(source, () => hostOf(token));
    const found = contractOutputs(read.contract, read.from, approved);
    if (found.outputs === undefined) {
      printCommand('error', found.problem);
      process.exitCode = 1;
      return;
    }
    give(definition, found.outputs);
    print(logLine(`${read.from}: ${found.outputs.id} ${found.outputs.slug}, sha256 ${found.outputs.sha256}`));
  },
  'ledger-update': async (definition) => {
    const { updateLedger } = await import('./runtime/flow/ledger-update.ts');
    const { ownPackage } = await import('./runtime/own-package.ts');
    const inputs = inputsOf<Parameters<typeof updateLedger>[0]>(definition);
    const world = {
      host: await hostOf(inputs.token),
      log: print,
      clock: realClock,
      pause: lookAgain(),
      rerun: variable('GITHUB_RUN_ATTEMPT') !== '1',
      tool: ownPackage()?.version,
      repository: `${variable('GITHUB_SERVER_URL')}/${variable('GITHUB_REPOSITORY')}`,
    };
    const outputs = await updateLedger(inputs, world);
    give(definition, { ...outputs });
    if (outputs.ledger !== '') await appendSummary(`State ${outputs.state}: [the Ledger](${outputs.ledger})\n`);
  },
};

/** Runs the action behind a definition. */
export async function drive(definition: ActionDefinition): Promise<void> {
  if (definition.kind === 'agent') return await (await import('./runtime/agent.ts')).run(definition);
  if (definition.kind === 'gate') return await (await import('./runtime/gate.ts')).run(definition);
  if (definition.kind === 'composite')
    return await (await import('./runtime/gpu-parity/phases.ts')).run(definition, process.argv[2]);
  const driver = FLOW_DRIVERS[definition.name];
  if (driver === undefined)
    throw new FlowError('bug', `action ${definition.name} has no driver`, { at: definition.name });
  try {
    await driver(definition);
  } finally {
    const { calls = 0, waits = [] } = used?.client ?? {};
    if (waits.length > 0) await appendSummary((await import('./flow/hop-summary.ts')).waitsSummary(calls, waits));
  }
}

/** The host that the driver asked for, if it did. */
let used: GitHubHost | undefined;

function inputsOf<T>(definition: { readonly inputs: z.ZodObject }): T {
  return readInputs(definition.inputs) as T;
}

function give(definition: ActionDefinition, outputs: Readonly<Record<string, string | undefined>>): void {
  const given = Object.entries(outputs).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  setOutputs(Object.fromEntries(given) as Record<string, string>, Object.keys(definition.outputs));
}

/** The host of a job that looks at every open pull request. */
async function surveyOf(token: string): Promise<GitHubHost> {
  const { SURVEY_CALLS } = await import('./runtime/github/client.ts');
  return await hostOf(token, false, SURVEY_CALLS);
}

async function hostOf(token: string, onlooker = false, budget?: CallBudget): Promise<GitHubHost> {
  const { GitHubHost } = await import('./runtime/github/host.ts');
  const { waitLine } = await import('./runtime/github/client.ts');
  const [owner = '', repo = ''] = variable('GITHUB_REPOSITORY').split('/');
  const onWait = (wait: Wait): void => print(logLine(waitLine(wait)));
  const limit = budget === undefined ? {} : { budget };
  used = new GitHubHost({ token, apiUrl: variable('GITHUB_API_URL'), owner, repo, onlooker, onWait, ...limit });
  return used;
}

/** A variable that every runner sets. */
function variable(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new FlowError('bad-input', `${name} is not set`, {
      at: name,
      fix: 'run this as a step of a GitHub Actions job',
    });
  }
  return value;
}
