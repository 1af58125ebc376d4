import type { Command } from 'commander';
import type { CliWorld } from './world.ts';
import type { ScanFlags } from './scan/run-scan.ts';

/** Adds `scan`, which finds what must not become public before it is committed, pushed or pasted. */
export function addScanCommand(program: Command, { report }: CliWorld): void {
  program
    .command('scan [file]')
    .option('--staged', 'the lines that the next commit adds')
    .option('--range <A..B>', 'the messages of these commits and the lines that each adds')
    .option('--secrets', 'keys and tokens alone')
    .option(
      '--allow <name>',
      'a name that is public already, beside those of the profile; can be given again',
      collect,
      [],
    )
    .option('--dir <path>', 'a folder of the repository', '.')
    .option('--json', 'print the findings as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ bitnet-flow scan --staged\n  $ bitnet-flow scan --range origin/main..HEAD\n  $ gh pr view 7 | bitnet-flow scan -',
    )
    .action(async (file: string | undefined, options: ScanFlags & { json?: boolean }) => {
      const { runScan } = await import('./scan/run-scan.ts');
      report(await runScan(file, options), options.json);
    });
}

function collect(name: string, names: readonly string[]): string[] {
  return [...names, name];
}
