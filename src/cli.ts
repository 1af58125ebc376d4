#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, Option } from 'commander';
import type { ExplainOptions } from './commands/explain.ts';
import type { ControlOptions } from './commands/control.ts';
import type { DoctorOptions } from './commands/doctor.ts';
import type { GenerateOptions } from './commands/generate.ts';
import { addBoardCommands } from './commands/board.ts';
import { addContractCommand } from './commands/contract.ts';
import { addAttestCommand } from './commands/attest.ts';
import type { TierFlags } from './commands/generate-tier.ts';
import { addCrossvalCommand } from './commands/crossval.ts';
import { addGateCommand } from './commands/gate.ts';
import { addGgufCommands } from './commands/gguf.ts';
import { addMergeCommand } from './commands/merge.ts';
import { addParityCommand } from './commands/parity.ts';
import { addPerfCommand } from './commands/perf.ts';
import { addRegistryCommand } from './commands/registry.ts';
import { addScanCommand } from './commands/scan.ts';
import { addScopeCommand } from './commands/scope.ts';
import { withHostOptions } from './commands/host.ts';
import type { LedgerOptions } from './commands/ledger.ts';
import type { StatusOptions } from './commands/status.ts';
import { withFlowOptions, withWorkflowOption } from './commands/flow-options.ts';
import type { InitOptions } from './commands/init.ts';
import type { MirrorOptions } from './commands/mirror.ts';
import { FlowError } from './core/errors.ts';
import { hostFailure } from './runtime/github/host-failure.ts';
import { visible } from './core/text.ts';
import { CONTROL_COMMANDS, CONTROL_HELP } from './flow/control-comment.ts';
import type { StartOptions } from './local/start.ts';

/** Exit codes: 0 fine, 1 a finding or unfinished, 2 usage. */
const FINDING = 1;
const USAGE = 2;

// A reader that has seen enough, as `| head` has, is no fault of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const root = findRoot();
const color = process.stdout.isTTY === true && process.env['NO_COLOR'] === undefined;
const print = (line: string): void => void process.stdout.write(`${line}\n`);
const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));

/** The clone or package that this file belongs to: src/cli.ts, or dist/cli/index.js. */
function findRoot(): string {
  let dir = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(dir, 'package.json')) || dir.endsWith('/dist/cli') || dir.endsWith('/dist')) {
    if (dirname(dir) === dir)
      throw new FlowError('not-found', 'no package.json above the CLI', { fix: 'run it in a clone' });
    dir = dirname(dir);
  }
  return dir;
}

function packageVersion(): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version;
}

const program = new Command('bitnet-flow')
  .description('Takes an issue to a Draft PR through specialised agents, and proves every claim on the way.')
  .version(packageVersion(), '--version', 'print the version')
  .helpCommand(false)
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text) });

/** What `start` takes on its command line. */
type StartFlags = Omit<StartOptions, 'root' | 'json' | 'color' | 'signal' | 'print'> & { readonly json?: boolean };

program
  .command('start')
  .description('run the whole flow on a sample, on an embedded GitHub')
  .option(
    '--sample <name>',
    'rust-ternary, node-ternary, broken, out-of-scope, or one of the last two behind rust- or node-; default: Rust where cargo is there',
  )
  .option('--repository <path>', 'a repository of your own instead, set up by `init`, as its HEAD is')
  .option('--issue <file>', 'with --repository: the issue as Markdown, its title in the first line')
  .option('--command <argv>', "with --repository: the agents' program as a JSON array; default: BITNET_FLOW_COMMAND")
  .option('--hops <n>', 'end after so many hops', Number)
  .option('--crash <hop[:where]>', "let a hop's runner die: in-agent, before-ledger or before-dispatch; it is repaired")
  .addOption(new Option('--runner <runner>', 'what runs the workflow; default: embedded').choices(['embedded', 'act']))
  .option('--resume [folder]', 'go on with a run after Ctrl-C or a crash; default: the newest that has not ended')
  .option('--calls-per-hour <n>', 'calls the embedded GitHub takes in an hour; default: 5000', callsNumber)
  .option('--port <number>', 'port of the embedded GitHub; default: any free one', portNumber)
  .addOption(new Option('--kill-at <moment>', 'end this process at an effect, as a crash would').hideHelp())
  .option('--node <path>', 'node binary that runs the actions; default: this one')
  .option('--json', 'print the report as JSON')
  .addHelpText('after', '\nExample:\n  $ bitnet-flow start --sample broken')
  .action(async ({ json = false, ...options }: StartFlags) => {
    checkClone();
    const { start } = await import('./local/start.ts');
    const report = await start({
      ...options,
      root,
      json,
      color,
      signal: interrupted(),
      print: json ? (line) => void process.stderr.write(`${line}\n`) : print,
    });
    if (json) printJson(report);
    process.exitCode = report.state === 'ready' || report.stoppedAsAsked ? 0 : FINDING;
  });

const flow = program.command('flow').description('look at flows').helpCommand(false);
flow
  .command('lint [file]')
  .description('prove a flow sound; without a file, the built-in one')
  .option('--json', 'print findings as JSON')
  .addHelpText('after', '\nExample:\n  $ bitnet-flow flow lint .github/bitnet-flow/flow.yml')
  .action(async (file: string | undefined, options: { json?: boolean }) => {
    const { lintCommand } = await import('./commands/lint.ts');
    const { lines, findings, summary } = lintCommand(file);
    report({ ok: findings.length === 0, lines, json: { findings, ...summary } }, options.json);
  });

program
  .command('generate [what]')
  .description(
    'write the workflow of a flow; `tier-b`: the workflows of a registry; in a clone, `all`: every generated file',
  )
  .option('--flow <name>', 'built-in flow', 'generative')
  .option('--flow-file <path>', 'flow file of your repository, which the workflow will read')
  .option('--profile <name>', 'built-in profile', 'node')
  .option('--profile-file <path>', 'profile file of your repository, which the workflow will read')
  .option('--out <dir>', 'where to write')
  .option('--registry <path>', "with `tier-b`: the registry's path in the repository; default: gates.toml")
  .option('--runner <label>', 'with `tier-b`: label of the runners with accelerators; default: gates')
  .option('--environment <name>', 'with `tier-b`: environment whose reviewers approve; default: gates')
  .option('--image <name>', "with `tier-b`: where the runner's image is pushed")
  .option('--hop-workflow <file>', 'with `tier-b`: workflow of the flow, which gets the facts of a run')
  .option('--no-queue', 'leave out `queue: max`, for hosts that do not know it')
  .option('--check', 'compare instead of writing; exit 1 when something differs')
  .option('--json', 'print the result as JSON')
  .addHelpText(
    'after',
    '\nExample:\n  $ bitnet-flow generate --flow generative --profile bitnet-rs --out .github/workflows',
  )
  .action(async (what: string | undefined, options: GenerateOptions & TierFlags) => {
    const { generateAllCommand, generateWorkflowCommand } = await import('./commands/generate.ts');
    if (what === 'tier-b') {
      const { generateTierCommand } = await import('./commands/generate-tier.ts');
      const result = generateTierCommand(root, options);
      report({ ...result, json: result }, options.json);
      return;
    }
    if (what !== undefined && what !== 'all')
      throw new FlowError('bad-input', `cannot generate ${JSON.stringify(what)}`, {
        fix: 'say `generate all` or `generate tier-b`, or give --flow and --out',
      });
    const result =
      what === 'all' || (options.out === undefined && options.check === true)
        ? await generateAllCommand(root, options.check === true)
        : await generateWorkflowCommand(root, options);
    report({ ...result, json: result }, options.json);
  });

withHostOptions(program.command('init'))
  .description('set a repository up: workflows, issue form, labels, config; a second run changes nothing')
  .option('--dir <path>', 'a folder of the repository', '.')
  .option('--profile <name>', 'what judges it: node, cargo, bitnet-rs or your own; default: found by its manifests')
  .option('--profile-file <path>', 'your profile, from the top of the repository')
  .option('--flow <name>', 'the flow; default: generative')
  .option('--flow-file <path>', 'your changes to the flow, from the top of the repository')
  .option('--actions <owner/repo@sha>', 'where the actions come from; default: the released version of this tool')
  .option('--contracts', 'hold every pull request to a contract, and merges to their order: two more workflows')
  .option('--registry <path>', 'run the gates of this registry in CI and on accelerators: three more workflows')
  .option('--dry-run', 'write nothing and say what would be written')
  .option('--force', 'write over files that somebody changed')
  .option('--print <file>', 'print what a file would hold, and nothing else')
  .option('--json', 'print the result as JSON')
  .addHelpText('after', '\nExample:\n  $ bitnet-flow init --dry-run')
  .action(async (options: InitOptions & { json?: boolean }) => {
    const { initCommand, printPlanned } = await import('./commands/init.ts');
    if (options.print !== undefined) {
      process.stdout.write(await printPlanned(root, { ...options, print: options.print }));
      return;
    }
    const { result, lines } = await initCommand(root, options);
    report({ ok: result.ok, lines, json: result }, options.json);
  });

withHostOptions(program.command('doctor'))
  .description('say what a repository still needs, here and on GitHub, and the command that repairs each')
  .option('--dir <path>', 'a folder of the repository', '.')
  .option('--json', 'print the findings as JSON')
  .addHelpText('after', '\nExample:\n  $ bitnet-flow doctor --repo acme/rocket')
  .action(async (options: DoctorOptions & { json?: boolean }) => {
    const { doctorCommand } = await import('./commands/doctor.ts');
    const { lines, ...result } = await doctorCommand(root, options);
    report({ ok: result.ok, lines, json: result }, options.json);
  });

program
  .command('mirror')
  .description('assemble a repository for each action, so that `uses: bitnet-flow/gate-tests@v1` works')
  .option('--out <dir>', 'folder of the mirrors')
  .option('--only <name>', 'one action alone')
  .option('--check', 'compare instead of writing; exit 1 when something differs')
  .option('--json', 'print the result as JSON')
  .addHelpText('after', '\nExample:\n  $ bitnet-flow mirror --out ../mirrors')
  .action(async (options: MirrorOptions) => {
    const { mirrorCommand } = await import('./commands/mirror.ts');
    const result = mirrorCommand(root, options);
    report({ ...result, json: result }, options.json);
  });

program
  .command('host [folder]')
  .description('serve the repository of a run of `npm start` as GitHub on loopback; default: the newest run')
  .option('--port <number>', 'port; default: the one the run had, if it is free', portNumber)
  .addHelpText('after', '\nExample:\n  $ npm run host')
  .action(async (folder: string | undefined, options: { port?: number }) => {
    checkClone();
    const { serveRun } = await import('./local/serve-run.ts');
    await serveRun({ root, folder, port: options.port, signal: interrupted(), print });
  });

withFlowOptions(withWorkflowOption(withHostOptions(program.command('explain [subject]'))))
  .description('why each hop of a flow went where it went; every decision is made again from its facts and compared')
  .option('--hop <n>', 'one hop alone: 10, or 10.2 for its second attempt')
  .option('--facts <file>', 'without a host: facts.json of a local run, or a saved Ledger comment')
  .option('--json', 'print the explanations as JSON')
  .addHelpText('after', '\nExample:\n  $ bitnet-flow explain 42 --hop 10')
  .action(async (subject: string | undefined, options: ExplainOptions & { json?: boolean }) => {
    const { explainCommand } = await import('./commands/explain.ts');
    report(await explainCommand(subject, options, packageVersion()), options.json);
  });

withWorkflowOption(withHostOptions(program.command('status')))
  .description('the flows of a repository: where each stands, what runs, what is stuck and what repairs it')
  .option('--all', 'those that are ready, too')
  .option('--json', 'print the list as JSON')
  .addHelpText('after', '\nExample:\n  $ bitnet-flow status --repo acme/rocket')
  .action(async (options: StatusOptions & { json?: boolean }) => {
    const { statusCommand } = await import('./commands/status.ts');
    report(await statusCommand(options), options.json);
  });

const ledger = program.command('ledger').description('the copies of the facts of a flow').helpCommand(false);
withWorkflowOption(withHostOptions(ledger.command('verify <subject>')))
  .description('read every copy of the facts and name what disagrees')
  .option('--json', 'print the comparison as JSON')
  .addHelpText('after', '\nExample:\n  $ bitnet-flow ledger verify 42')
  .action(async (subject: string, options: LedgerOptions & { json?: boolean }) => {
    const { verifyCommand } = await import('./commands/ledger.ts');
    report(await verifyCommand(subject, options), options.json);
  });
withWorkflowOption(withHostOptions(ledger.command('rebuild <subject>')))
  .description('restore a deleted, blanked or forged Ledger from all other copies')
  .option('--dry-run', 'write nothing and say what would be restored')
  .option('--json', 'print the facts with their sources as JSON')
  .addHelpText('after', '\nExample:\n  $ bitnet-flow ledger rebuild 42 --dry-run')
  .action(async (subject: string, options: LedgerOptions & { json?: boolean }) => {
    const { rebuildCommand } = await import('./commands/ledger.ts');
    report(await rebuildCommand(subject, options), options.json);
  });

for (const name of CONTROL_COMMANDS) {
  withWorkflowOption(withHostOptions(program.command(`${name} <subject>`)))
    .description(`${CONTROL_HELP[name]}; a comment \`/flow ${name}\` does the same`)
    .option('--json', 'print the result as JSON')
    .addHelpText('after', `\nExample:\n  $ bitnet-flow ${name} 42`)
    .action(async (subject: string, options: ControlOptions) => {
      const { controlCommand } = await import('./commands/control.ts');
      report(await controlCommand(name, subject, options), options.json);
    });
}

addContractCommand(program, { root, color, interrupted, report });
addGateCommand(program, { root, color, interrupted, report });
addRegistryCommand(program, { root, color, interrupted, report });
addScanCommand(program, { report });
addScopeCommand(program, { root, color, interrupted, report });
addAttestCommand(program, { report });
addGgufCommands(program, root);
addMergeCommand(program, { report });
addBoardCommands(program, { report });
addCrossvalCommand(program, root);
addParityCommand(program, root);
addPerfCommand(program, { root, color, interrupted, report });

/** Prints what a command found, for people or for programs; a finding is exit code 1. */
function report({ ok, lines, json }: { ok: boolean; lines: readonly string[]; json: unknown }, asJson = false): void {
  if (asJson) printJson(json);
  else lines.forEach(print);
  process.exitCode = ok ? 0 : FINDING;
}

/** The embedded host comes from the sources of a clone; the bundle has neither it nor the workflow parser. */
function checkClone(): void {
  if (!existsSync(join(root, 'src/local/start.ts')))
    throw new FlowError('not-found', 'the embedded host is not part of the bundle', {
      fix: 'clone the repository, `npm ci`, and run `npm start`',
    });
  if (!import.meta.url.endsWith('.ts'))
    throw new FlowError('bad-input', 'the bundle cannot load the embedded host', {
      fix: `run \`npm start\` in ${root}`,
    });
}

/** Ctrl-C, or a polite end by somebody else. */
function interrupted(): AbortSignal {
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => abort.abort());
  return abort.signal;
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

try {
  await program.parseAsync();
} catch (cause) {
  const failure = hostFailure(cause);
  const error: unknown = failure ?? cause;
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : USAGE;
  else if (error instanceof FlowError && error.code !== 'bug') {
    process.stderr.write(`${visible(error.toLine())}\n`);
    // Without an answer nothing was looked at, so that nothing was found.
    process.exitCode = failure !== undefined || ['bad-input', 'not-found'].includes(error.code) ? USAGE : FINDING;
  } else throw error;
}
