import { join } from 'node:path';
import type { z } from 'zod';
import type { ActionDefinition } from './core/action.ts';
import { FlowError } from './core/errors.ts';
import { commit, handOver } from './flow/actions.ts';
import { print, readInputs, setOutputs } from './runtime/runner.ts';

/** Exit code of the action's process. */
type Driver = (definition: ActionDefinition) => Promise<number>;

/**
 * What runs behind each definition. Every driver is imported when it is needed and not before: a gate never loads what only the write
 * job uses.
 */
const FLOW_DRIVERS: Readonly<Record<string, Driver>> = {
  'hand-over': async () => {
    const { handOverWork } = await import('./runtime/flow/hand-over.ts');
    const { agentFolder } = await import('./runtime/agent-files.ts');
    return give(
      handOver,
      await handOverWork(inputsOf(handOver), { folder: agentFolder(variable('RUNNER_TEMP')), log: print }),
    );
  },
  commit: async () => {
    const { commitHop } = await import('./runtime/flow/commit.ts');
    const url = `${variable('GITHUB_SERVER_URL')}/${variable('GITHUB_REPOSITORY')}.git`;
    const scratch = join(variable('RUNNER_TEMP'), 'bitnet-flow');
    return give(commit, await commitHop(inputsOf(commit), { url, scratch, log: print }));
  },
};

/** Runs the action and returns the exit code of its process. */
export async function drive(definition: ActionDefinition): Promise<number> {
  const driver = FLOW_DRIVERS[definition.name];
  if (driver === undefined)
    throw new FlowError('bug', `action ${definition.name} has no driver`, { at: definition.name });
  return await driver(definition);
}

function inputsOf<T extends { readonly inputs: z.ZodObject }>(definition: T): z.infer<T['inputs']> {
  return readInputs(definition.inputs) as z.infer<T['inputs']>;
}

function give(definition: ActionDefinition, outputs: Readonly<Record<string, string>>): number {
  setOutputs(outputs, Object.keys(definition.outputs));
  return 0;
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
