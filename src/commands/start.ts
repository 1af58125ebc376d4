import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { FlowError } from '../core/errors.ts';
import type { StartOptions } from '../local/start.ts';
import type { CliWorld } from './world.ts';

/** What `start` takes on its command line. */
type StartFlags = Omit<StartOptions, 'root' | 'json' | 'color' | 'signal' | 'print'> & { readonly json?: boolean };

/** Adds `start`: the whole flow on a sample. */
export function addStartCommand(program: Command, { root, color, interrupted, print, report }: CliWorld): void {
  program
    .command('start')
    .option(
      '--sample <name>',
      'rust-ternary, node-ternary, broken, out-of-scope, or one of the last two behind rust- or node-; default: Rust where cargo is there',
    )
    .option('--repository <path>', 'a repository of your own instead, set up by `init`, as its HEAD is')
    .option('--issue <file>', 'with --repository: the issue as Markdown, its title in the first line')
    .option('--command <argv>', "with --repository: the agents' program as a JSON array; default: BITNET_FLOW_COMMAND")
    .option('--hops <n>', 'end after so many hops', Number)
    .option(
      '--crash <hop[:where]>',
      "let a hop's runner die: in-agent, before-ledger or before-dispatch; it is repaired",
    )
    .addOption(
      new Option('--runner <runner>', 'what runs the workflow; default: embedded').choices(['embedded', 'act']),
    )
    .option('--resume [folder]', 'go on with a run after Ctrl-C or a crash; default: the newest that has not ended')
    .option('--calls-per-hour <n>', 'calls the embedded GitHub takes in an hour; default: 5000', callsNumber)
    .option('--port <number>', 'port of the embedded GitHub; default: any free one', portNumber)
    .addOption(new Option('--kill-at <moment>', 'end this process at an effect, as a crash would').hideHelp())
    .option('--node <path>', 'node binary that runs the actions; default: this one')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', '\nExample:\n  $ bitnet-flow start --sample broken')
    .action(async ({ json = false, ...options }: StartFlags) => {
      checkClone(root);
      const { start } = await import('../local/start.ts');
      const told = await start({
        ...options,
        root,
        json,
        color,
        signal: interrupted(),
        print: json ? (line) => void process.stderr.write(`${line}\n`) : print,
      });
      report({ ok: told.state === 'ready' || told.stoppedAsAsked, lines: [], json: told }, json);
    });
}

/** Adds `host`, which serves the repository of a run again. */
export function addHostCommand(program: Command, { root, interrupted, print }: CliWorld): void {
  program
    .command('host [folder]')
    .option('--port <number>', 'port; default: the one the run had, if it is free', portNumber)
    .addHelpText('after', '\nExample:\n  $ npm run host')
    .action(async (folder: string | undefined, options: { port?: number }) => {
      checkClone(root);
      const { serveRun } = await import('../local/serve-run.ts');
      await serveRun({ root, folder, port: options.port, signal: interrupted(), print });
    });
}

/** The embedded host comes from the sources of a clone; the bundle has neither it nor the workflow parser. */
function checkClone(root: string): void {
  if (!existsSync(join(root, 'src/local/start.ts')))
    throw new FlowError('not-found', 'the embedded host is not part of the bundle', {
      fix: 'clone the repository, `npm ci`, and run `npm start`',
    });
  if (!import.meta.url.endsWith('.ts'))
    throw new FlowError('bad-input', 'the bundle cannot load the embedded host', {
      fix: `run \`npm start\` in ${root}`,
    });
}

function callsNumber(text: string): number {
  if (/^[1-9][0-9]{0,5}$/.test(text)) return Number(text);
  throw new FlowError('bad-input', `${JSON.stringify(text)} is no number of calls`, {
    at: '--calls-per-hour',
    fix: 'give a number from 1 to 999999; a flow of 29 hops needs some 350',
  });
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^[1-9][0-9]{0,4}$/.test(text) && port < 65_536) return port;
  throw new FlowError('bad-input', `${JSON.stringify(text)} is no port`, {
    at: '--port',
    fix: 'give a number from 1 to 65535',
  });
}
