// Makes small faults in src/core and counts how many of them the tests catch (docs/mutation-testing.md).
//   npm run mutation                                     all of src/core
//   npm run mutation -- --since origin/main              what changed since a commit, the working tree included
//   npm run mutation -- --files src/core/a.ts,src/core/b.ts
//   npm run mutation -- --mutate 'src/core/scope/*.ts'    globs, with :FROM-TO for lines
//   npm run mutation -- --concurrency 1                  processes at once; as many as there are processors without it
// Exits 1 when less than 85 % are caught, or when there is no score. The survivors are in build/mutation/survivors.txt.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileGlobs } from '../src/core/globs.ts';
import { notScore, tallyMutants } from '../src/core/mutation/report.ts';
import { ROOT } from './mutation/bundle.ts';
import { mutantsOf, mutationTable, survivorList, type StrykerReport } from './mutation/table.ts';

const THRESHOLD = 85;
/** Percent of the mutants that a test must have answered, as the gate asks for. */
const MINIMUM_SHARE = 75;
const FOLDER = join(ROOT, 'build', 'mutation');
const MUTATED = compileGlobs(['src/core/**/*.ts']).matches;
const GENERATED = 'src/core/embedded.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const list = (text: string | undefined): string[] => (text ?? '').split(',').filter(Boolean);

const { values: flags } = parseArgs({
  options: {
    files: { type: 'string' },
    mutate: { type: 'string' },
    since: { type: 'string' },
    concurrency: { type: 'string' },
  },
});

const absent = list(flags.files).filter((path) => !existsSync(join(ROOT, path)));
if (absent.length > 0) {
  print(`--files: there is no ${absent.join(', no ')} in this repository; nothing was mutated.`);
  process.exit(1);
}
const asked = [...list(flags.files).map(literally), ...list(flags.mutate)];
if (flags.since !== undefined) {
  const changed = changedSince(flags.since).filter((path) => MUTATED(path) && path !== GENERATED);
  if (changed.length === 0 && asked.length === 0) {
    print(`Nothing changed in src/core since ${flags.since}: there is nothing to mutate.`);
    process.exit(0);
  }
  asked.push(...changed.map(literally));
}

const report = run(asked);
const mutants = typeof report === 'string' ? [] : mutantsOf(report);
if (mutants.length === 0) {
  const none = `No mutant was made${asked.length === 0 ? '' : ` of ${asked.join(', ')}`}: that is no score.`;
  print(typeof report === 'string' ? report : none);
  process.exitCode = 1;
} else {
  const survivors = survivorList(mutants);
  writeFileSync(join(FOLDER, 'survivors.txt'), survivors);
  print(`\n${mutationTable(mutants)}\n`);
  if (survivors !== '')
    print('Survivors, line by line: build/mutation/survivors.txt, or build/mutation/index.html in a browser.');
  const few = notScore({ mutants }, { minimumShare: MINIMUM_SHARE, minimumSample: 1 });
  const { caught, missed } = tallyMutants(mutants);
  const passes = few === undefined && 100 * caught >= THRESHOLD * (caught + missed);
  print(
    few ??
      `${caught} of ${caught + missed} answered mutants were caught, at least ${THRESHOLD}% are asked for: ${passes ? 'enough' : 'too few'}.`,
  );
  if (!passes) process.exitCode = 1;
}

/** Runs Stryker; a text, how it ended, when it left no report. Its own exit code for too low a score is not asked: the score is computed here. */
function run(patterns: readonly string[]): StrykerReport | string {
  const manifest = createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json');
  const file = join(FOLDER, 'mutation.json');
  mkdirSync(FOLDER, { recursive: true });
  rmSync(file, { force: true });
  const argv = [
    join(dirname(manifest), 'bin', 'stryker.js'),
    'run',
    ...(patterns.length === 0 ? [] : [`--mutate=${patterns.join(',')}`]),
    ...(flags.concurrency === undefined ? [] : ['--concurrency', flags.concurrency]),
    ...['--reporters', process.stdout.isTTY ? 'json,html,progress' : 'json,html,progress-append-only'],
    ...['--logLevel', 'error'],
  ];
  const done = spawnSync(process.execPath, argv, { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] });
  if (done.error !== undefined) throw done.error;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as StrykerReport;
  } catch {
    const end = done.signal === null ? `with exit code ${done.status}` : `by ${done.signal}`;
    return `Stryker ended ${end} and left no report, so there is no score. What it said of it stands above.`;
  }
}

/** Paths that differ from a commit, with those that git does not know yet; what was deleted is not among them. */
function changedSince(ref: string): string[] {
  const git = (...argv: string[]) => execFileSync('git', argv, { cwd: ROOT, encoding: 'utf8' }).split('\0');
  const base = git('merge-base', '--end-of-options', ref, 'HEAD')[0]!.trim();
  return [
    ...git('diff', '--name-only', '-z', '--diff-filter=d', base),
    ...git('ls-files', '-z', '--others', '--exclude-standard'),
  ].filter(Boolean);
}

/** A path as a pattern that means itself alone. */
function literally(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@]/g, '\\$&');
}
