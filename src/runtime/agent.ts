import { existsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ActionDefinition } from '../core/action.ts';
import { FlowError } from '../core/errors.ts';
import { logLine, printable } from '../core/text.ts';
import { usageLine } from '../core/usage.ts';
import type { AgentInputs } from '../agents/inputs.ts';
import { agentInputs } from '../agents/inputs.ts';
import { renderPrompt, roleText } from '../agents/prompt.ts';
import { agentFolder, prepareAgentFolder, promptFile, resultFile, writeAgentStatus } from './agent-files.ts';
import type { AgentStatus } from './agent-files.ts';
import { makeEngine } from './engine/engines.ts';
import type { Engine } from './engine/port.ts';
import { mask, print, printCommand, printUntrusted, readInputs, setOutputs } from './runner.ts';

export interface AgentWorld {
  /** Folder that this step and `hand-over` share. */
  readonly folder: string;
  readonly engine: Engine;
  /** Takes a line of the engine's output, untrusted. */
  readonly log: (line: string) => void;
}

/**
 * Runs one agent: renders its prompt, lets the engine work in the checkout, and leaves status and result for
 * `hand-over`. What the engine wrote is not looked at here: the commit job judges it.
 */
export async function runAgent(inputs: AgentInputs, world: AgentWorld): Promise<AgentStatus> {
  const { hop } = inputs;
  const { folder } = world;
  prepareAgentFolder(folder);
  const status = (outcome: AgentStatus['outcome'], detail: string, usage?: AgentStatus['usage']): AgentStatus => {
    const record: AgentStatus = {
      v: 1,
      agent: hop.agent,
      attempt: hop.attempt,
      outcome,
      detail: printable(detail, 200),
      ...(usage === undefined ? {} : { usage }),
    };
    writeAgentStatus(folder, record);
    return record;
  };
  status('crashed', 'the step was ended'); // stands until the engine has ended
  const context = inputs.context ?? { facts: [], advisories: [], ends: [] };
  const prompt = renderPrompt(hop, inputs.issue, context, roleText(hop.agent, hop.does), world.engine.prompt);
  writeFileSync(promptFile(folder), prompt);
  const report = await world.engine.run({
    prompt,
    cwd: resolve(inputs['working-directory']),
    agent: hop.agent,
    attempt: hop.attempt,
    scope: hop.stage === 'work' ? hop.scope : [],
    resultFile: resultFile(folder),
    scratch: join(folder, 'engine'),
    timeoutMs: inputs.timeout * 60_000,
    modelKey: inputs['model-key'],
    log: world.log,
  });
  return status(report.outcome, report.detail, report.usage);
}

/** The action: fails its step when the engine did, so that the job tells the truth; `hand-over` runs all the same. */
export async function run(definition: ActionDefinition): Promise<void> {
  const inputs = readInputs(agentInputs);
  const { hop } = inputs;
  if (definition.name !== hop.agent) {
    throw new FlowError('bad-input', `this is the action ${definition.name}, the hop is ${hop.agent}'s`, {
      at: 'hop',
      fix: 'run the step of the agent that admit named',
    });
  }
  if (inputs['model-key'] !== undefined) mask(inputs['model-key']);
  const engine = makeEngine(inputs.engine, {
    command: inputs.command ?? [],
    modelKey: inputs['model-key'],
    model: inputs.model,
    modelUrl: inputs['model-url'],
    maxTurns: inputs['max-turns'],
    program: inputs['engine-path'],
  });
  const folder = agentFolder(process.env['RUNNER_TEMP'] ?? tmpdir());
  print(`${hop.agent}, attempt ${hop.attempt}, by ${engine.name}`);
  const status = await runAgent(inputs, { folder, engine, log: printUntrusted });
  if (status.usage !== undefined) print(logLine(usageLine(status.usage)));
  setOutputs({ status: status.outcome }, Object.keys(definition.outputs));
  if (status.outcome !== 'ok') {
    printCommand('error', `${hop.agent}: the engine ended with ${status.detail}`, { title: `agent ${status.outcome}` });
    process.exitCode = 1;
  } else if (!existsSync(resultFile(folder))) {
    printCommand('warning', `${hop.agent} left no result.json`, { title: 'no result' });
  }
}
