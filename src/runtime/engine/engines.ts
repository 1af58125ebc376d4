import { FlowError, nearest } from '../../core/errors.ts';
import { commandEngine } from './command.ts';
import type { Engine } from './port.ts';

export interface EngineSettings {
  /** Argv of the `command` engine. */
  readonly command: readonly string[];
}

const ENGINES: Readonly<Record<string, (settings: EngineSettings) => Engine>> = {
  command: ({ command }) => {
    const [file, ...args] = command;
    if (file === undefined) {
      throw new FlowError('bad-input', 'the engine `command` has no command', {
        at: 'command',
        fix: 'set the input `command` to a JSON array of arguments, as in ["node", "agent.mjs"]',
      });
    }
    return commandEngine([file, ...args]);
  },
};

/** The engine of a name; throws `bad-input` that names the nearest one. */
export function makeEngine(name: string, settings: EngineSettings): Engine {
  const make = Object.hasOwn(ENGINES, name) ? ENGINES[name] : undefined;
  if (make !== undefined) return make(settings);
  const known = Object.keys(ENGINES);
  throw new FlowError('bad-input', `there is no engine ${JSON.stringify(name.slice(0, 40))}`, {
    at: 'engine',
    fix: `use ${nearest(name, known) ?? known.join(', ')}`,
  });
}
