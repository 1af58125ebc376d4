// Measures the judging of a diff against a scope: 20,000 changed files and 256 patterns, and hostile patterns on hostile paths.
// A peer in the same run, for the ratio: each list as one regular expression. The list with several gaps has none, because
// the expression does not come to an end on it. Medians of the processor's time.
//   npm run bench:scope [-- --rounds N]
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { compileGlobs } from '../src/core/globs.ts';
import type { RawDiffEntry } from '../src/core/diff/raw-diff.ts';
import { judgeDiff } from '../src/core/scope/scope.ts';

const FILES = 20_000;
const PATTERNS = 256;
/** Milliseconds that a whole diff, and one hostile pattern on one path, may take. */
const DIFF_LIMIT = 1_000;
const PATH_LIMIT = 5;

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const { values: flags } = parseArgs({ options: { rounds: { type: 'string', default: '7' } } });
const rounds = Number(flags.rounds);
if (!(rounds >= 1)) throw new Error(`--rounds ${flags.rounds}: a number from 1 on`);

const paths = Array.from({ length: FILES }, (_, i) => `crates/part-${i % 97}/src/layer${i % 13}/file_${i}.rs`);
const entries = paths.map((path): RawDiffEntry => {
  const sha = '1'.repeat(40);
  return { status: 'M', oldMode: '100644', newMode: '100644', oldSha: sha, newSha: sha, path, validUtf8: true };
});
const STALLS = 'several gaps';
const LISTS: Readonly<Record<string, readonly string[]>> = {
  'a folder each': list((i) => `crates/part-${i}/**`),
  'a name anywhere': list((i) => `**/file_${i}*.rs`),
  [STALLS]: list((i) => `**/src/**/layer*/**/f*_${i}.rs`),
};

function list(pattern: (i: number) => string): readonly string[] {
  return Array.from({ length: PATTERNS }, (_, i) => pattern(i));
}

/** Median milliseconds of processor time of one call. */
function measure(work: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  }).sort((a, b) => a - b);
  return times[times.length >> 1]!;
}

const asExpression = (glob: string): string =>
  glob
    .split('/')
    .map((part) =>
      part === '**' ? '.*' : part.replaceAll('.', '\\.').replaceAll('*', '[^/]*').replaceAll('?', '[^/]'),
    )
    .join('/')
    .replaceAll('.*/', '(?:[^/]+/)*');

print(`${FILES} files, ${PATTERNS} patterns; ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`);
print('| patterns | judged against the scope, ms | matched, ms | one regular expression, ms |');
print('|---|---|---|---|');
const late: string[] = [];
for (const [name, patterns] of Object.entries(LISTS)) {
  const judged = measure(() => judgeDiff(entries, { allow: patterns, tracked: paths, most: FILES }));
  const { matches } = compileGlobs(patterns);
  const matched = measure(() => paths.filter(matches));
  const expression = new RegExp(`^(?:${patterns.map(asExpression).join('|')})$`);
  const peer = name === STALLS ? 'stalls' : measure(() => paths.filter((path) => expression.test(path))).toFixed(0);
  print(`| ${name} | ${judged.toFixed(0)} | ${matched.toFixed(0)} | ${peer} |`);
  if (!(judged <= DIFF_LIMIT)) late.push(`${name}: ${judged.toFixed(0)} ms, at most ${DIFF_LIMIT}`);
}

const HOSTILE = [
  'a*'.repeat(99) + 'b',
  '*a'.repeat(99),
  '**/a/'.repeat(40).slice(0, -1),
  '**/*a*a*a*a*b',
  '**/a*/'.repeat(33) + 'b',
];
const LONG = ['a'.repeat(4_096), Array<string>(2_048).fill('a').join('/'), `${'a/'.repeat(2_000)}c`];
print('\n| hostile pattern | worst path of 4,096 characters, ms |\n|---|---|');
for (const pattern of HOSTILE) {
  const { matches } = compileGlobs([pattern]);
  const worst = Math.max(...LONG.map((path) => measure(() => matches(path))));
  print(`| \`${pattern.slice(0, 24)}…\` | ${worst.toFixed(2)} |`);
  if (!(worst <= PATH_LIMIT))
    late.push(`${pattern.slice(0, 24)}…: ${worst.toFixed(2)} ms a path, at most ${PATH_LIMIT}`);
}
if (late.length > 0) throw new Error(`over the limit: ${late.join('; ')}`);
