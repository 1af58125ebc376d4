import { FlowError, nearest } from '../../core/errors.ts';
import { claudeCodeEngine } from './claude-code/engine.ts';
import { commandEngine } from './command.ts';
import type { Engine } from './port.ts';

export interface EngineSettings {
  /** Argv of the `command` engine. */
  readonly command: readonly string[];
  readonly modelKey?: string | undefined;
  readonly model?: string | undefined;
  readonly modelUrl?: string | undefined;
  readonly maxTurns: number;
  /** Program of an engine that knows its program. */
  readonly program?: string | undefined;
}

const ENGINES: Readonly<Record<string, (settings: EngineSettings) => Engine>> = {
  command: ({ command }) => {
    const [file, ...args] = command;
    if (file === undefined) {
      throw new FlowError('bad-input', 'the engine `command` has no command', {
        at: 'command',
        fix: 'set the repository variable BITNET_FLOW_COMMAND (input `command`) to a JSON array of arguments, as in ["node", "agent.mjs"], or BITNET_FLOW_ENGINE to claude-code',
      });
    }
    return commandEngine([file, ...args]);
  },
  'claude-code': ({ modelKey, ...settings }) => {
    if (modelKey === undefined) {
      throw new FlowError('bad-input', 'the engine `claude-code` has no key for its model', {
        at: 'model-key',
        fix: 'set the repository secret BITNET_FLOW_MODEL_KEY (input `model-key`) to an API key',
      });
    }
    return claudeCodeEngine({ modelKey, ...settings });
  },
};

/** The engines there are. */
export const ENGINE_NAMES: readonly string[] = Object.keys(ENGINES);

/** The engine of a name; throws `bad-input` that names the nearest one. */
export function makeEngine(name: string, settings: EngineSettings): Engine {
  const make = Object.hasOwn(ENGINES, name) ? ENGINES[name] : undefined;
  if (make !== undefined) return make(settings);
  throw new FlowError('bad-input', `there is no engine ${JSON.stringify(name.slice(0, 40))}`, {
    at: 'engine',
    fix: `use ${nearest(name, ENGINE_NAMES) ?? ENGINE_NAMES.join(' or ')}`,
  });
}
