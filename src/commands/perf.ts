import { InvalidArgumentError, Option, type Command } from 'commander';
import { DIRECTIONS } from '../core/perf/budget.ts';
import { LEAST_RUNS, MOST_RUNS } from '../core/perf/looks.ts';
import type { CliWorld } from './world.ts';
import type { PerfOptions } from './perf/options.ts';

/** Adds `perf`, which compares the speed of two commits on this machine. */
export function addPerfCommand(program: Command, { color, interrupted, report }: CliWorld): void {
  program
    .command('perf [command...]')
    .option('--dir <path>', 'a folder of the repository', '.')
    .option('--base <ref>', "what head is compared with; default: origin's default branch")
    .option('--head <ref>', 'what is judged', 'HEAD')
    .option('--gate <id>', 'a perf gate of the registry, which names command, metric and direction')
    .option('--registry <file>', 'with --gate: the registry, read from base', 'configs/gates/gates.toml')
    .option('--contract <file>', 'contract with gates.perf: gate, metric, budget and base')
    .option('--metric <name>', 'line or JSON path that the command prints; wall_ms: the time it takes')
    .option('--pattern <regex>', 'where output names the metric otherwise: a pattern whose first group is the number')
    .option('--json-file <path>', 'JSON file that each run writes and the metric is read from')
    .option('--budget <pct>', 'by how many per cent the metric may get worse')
    .addOption(new Option('--direction <which>', 'which way is better').choices(DIRECTIONS))
    .option('--setup <shell>', 'once in each tree, with network: what fetches dependencies')
    .option('--build <shell>', 'once in each tree, without network')
    .option('--from-base <path...>', 'paths that head, too, has as base has them: the benchmark itself')
    .option('--min-runs <n>', 'runs of each before the first look', whole(LEAST_RUNS, MOST_RUNS), 10)
    .option('--max-runs <n>', 'runs of each at most', whole(LEAST_RUNS, MOST_RUNS), 40)
    .option('--warmup <n>', 'first runs of each that are thrown away', whole(1, 100), 1)
    .option('--run-timeout <seconds>', 'wall-clock limit of a run', whole(1, 86_400), 600)
    .option('--build-timeout <seconds>', 'wall-clock limit of setup and of build', whole(1, 86_400), 1800)
    .option('--time-limit <seconds>', 'wall-clock limit of all', whole(1, 86_400), 3600)
    .option('--isolated', 'fail on a host that cannot isolate the commands')
    .option('--out <folder>', 'write perf.json and perf.md there')
    .option('--json', 'print verdict, numbers and every run as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ bitnet-flow perf --base origin/main --metric mean_ms --budget 5 --direction lower -- node bench.mjs\n' +
        '  $ bitnet-flow perf --gate perf:baseline_delta --registry configs/gates/gates.toml --budget 5',
    )
    .action(async (command: string[], options: PerfOptions) => {
      const { runPerf } = await import('./perf/run.ts');
      report(await runPerf(command, options, { color, signal: interrupted() }), options.json);
    });
}

function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^[1-9]\d{0,5}$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}
