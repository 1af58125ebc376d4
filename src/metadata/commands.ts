import { FlowError } from '../core/errors.ts';
import { table } from './tables.ts';

/** A command of `bitnet-flow` as its help and the root README show it. */
export interface CommandRow {
  /** Name and arguments: `<…>` has to be given, `[…]` may be. */
  readonly usage: string;
  /** What it is for, as Markdown whose links start at the root. */
  readonly does: string;
}

export interface CommandGroup {
  readonly title: string;
  readonly rows: readonly CommandRow[];
}

/** Every command, in the order in which a person reads of them. */
export const COMMANDS: readonly CommandGroup[] = [
  {
    title: 'The flow',
    rows: [
      { usage: 'start', does: 'run the whole flow on a sample, on an embedded GitHub; in a clone, `npm start`' },
      {
        usage: 'init',
        does: 'set a repository up: workflows, issue form, labels, config; a second run changes nothing',
      },
      {
        usage: 'doctor',
        does: 'say what a repository still needs, here and on GitHub, and the command that repairs each',
      },
      { usage: 'status', does: 'the flows of a repository: where each stands, what is stuck and what repairs it' },
      {
        usage: 'explain [subject]',
        does: 'why each hop of a flow went where it went; every decision is made again from its facts and compared',
      },
      {
        usage: 'pause <subject>',
        does: 'let the hop that runs end, and start nothing after it; a comment `/flow pause` does the same',
      },
      {
        usage: 'resume <subject>',
        does: 'take a paused or stopped flow up again; a comment `/flow resume` does the same',
      },
      {
        usage: 'stop <subject>',
        does: 'end a flow in needs-rework at the hop that is due; a comment `/flow stop` does the same',
      },
      { usage: 'ledger verify <subject>', does: 'read every copy of the facts of a flow and name what disagrees' },
      {
        usage: 'ledger rebuild <subject>',
        does: 'restore a deleted, blanked or forged Ledger from all other copies, as a comment `/flow rebuild` does',
      },
      {
        usage: 'flow lint [file]',
        does: 'prove a [flow](docs/flow-files.md) sound: every route leads to an agent, every loop ends, every gate has an owner that runs it',
      },
      {
        usage: 'generate [what]',
        does: 'write the workflow of a flow; `tier-b`: the [workflows of a registry](docs/tier-b.md); in a clone, `all`: every generated file',
      },
      {
        usage: 'mirror',
        does: 'assemble a repository for each action, so that `uses: bitnet-flow/gate-tests@v1` works',
      },
      {
        usage: 'host [folder]',
        does: 'serve the repository of a run of `npm start` as GitHub on loopback, for the other commands; in a clone, `npm run host`',
      },
    ],
  },
  {
    title: 'Judging a change',
    rows: [
      {
        usage: 'gate [id...]',
        does: 'judge the last commit by gates, [here](docs/local-gates.md) and exactly as their actions do; `--all`: by every gate of the flow',
      },
      {
        usage: 'registry check <file>',
        does: "list every gate of a repository's own [registry](docs/gate-registry.md), and every defect with line and fix",
      },
      {
        usage: 'registry run <file>',
        does: 'run gates of a registry on the last commit, with a row for each, also for those that cannot run here',
      },
      {
        usage: 'perf [command...]',
        does: 'compare the speed of two commits with a [budget](docs/performance-budgets.md), and say so when the noise is too large to tell',
      },
      {
        usage: 'scan [file]',
        does: 'find what must [not become public](docs/public-safety.md), in a file, in standard input (`-`), in what is staged: keys in every encoding, inside addresses and names, home paths',
      },
    ],
  },
  {
    title: 'Contracts and merging',
    rows: [
      {
        usage: 'contract check <file|issue>',
        does: 'read a [contract](docs/contracts.md) strictly; exit 1 with the place and the fix when it is refused',
      },
      {
        usage: 'contract hash <file|issue>',
        does: 'print the sha256 of a contract, which an approval pins; layout and comments do not change it',
      },
      {
        usage: 'contract new <issue> <slug>',
        does: 'print the block of a new contract, to be filled in and put into the issue',
      },
      {
        usage: 'scope check',
        does: 'judge what a branch changes against a contract, [from git objects](docs/scope.md): both sides of a rename, links, pointers',
      },
      {
        usage: 'board',
        does: 'every open contract: which of the seven [steps](docs/board.md) it is on, and what blocks it',
      },
      {
        usage: 'worktree [issue]',
        does: 'make the work tree and the branch of a contract: `../<repo>-worktrees/issue-<id>-<slug>`',
      },
      {
        usage: 'merge plan',
        does: 'in which [order](docs/merging.md) the open contracts are merged, and what blocks each',
      },
      {
        usage: 'merge run',
        does: 'merge one pull request that nothing blocks, as the head that you looked at, and check what came of it',
      },
      {
        usage: 'attest verify',
        does: "compute a pull request's [attestation](docs/attestation.md) again from its facts, and name what does not hold; offline from files, too",
      },
    ],
  },
  {
    title: 'Model files and kernels',
    rows: [
      {
        usage: 'parity',
        does: 'measure ternary weights, seeded or of a `--model`, in every format on every [backend](docs/kernels.md) of this machine',
      },
      {
        usage: 'crossval',
        does: 'judge what an engine computed, operator by operator, against an [independent BitNet](docs/crossval.md), and name the first that diverges',
      },
      {
        usage: 'gguf inspect <file>',
        does: 'what a [model file](docs/gguf.md) says about itself: keys, tensor types and sizes; reads the header alone',
      },
      {
        usage: 'gguf validate <file>',
        does: 'judge every byte of a model file; a refusal names byte, field, value and fix',
      },
      {
        usage: 'gguf make',
        does: 'write a small synthetic BitNet model in any of ten formats; the same options are always the same bytes',
      },
    ],
  },
];

/** What a command is for, as a terminal shows it; `name` without arguments, as `ledger verify`. */
export function purposeOf(name: string): string {
  const row = COMMANDS.flatMap(({ rows }) => rows).find(({ usage }) => nameOf(usage) === name);
  if (row === undefined) throw new FlowError('bug', `the catalogue has no command ${name}`);
  return row.does.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1');
}

/** The title under which help lists a command of the first level, `contract` like `board`. */
export function groupOf(command: string): string {
  const group = COMMANDS.find(({ rows }) => rows.some(({ usage }) => usage.split(' ')[0] === command));
  if (group === undefined) throw new FlowError('bug', `the catalogue has no command ${command}`);
  return group.title;
}

/** The tables of the root README. */
export function commandTables(): string {
  return COMMANDS.map(({ title, rows }) => {
    const cells = rows.map(({ usage, does }) => [`\`${usage}\``, does]);
    return `### ${title}\n\n${table(['command', 'what it is for'], cells)}`;
  }).join('\n\n');
}

function nameOf(usage: string): string {
  return usage.replace(/ [[<].*$/, '');
}
