// Measures what a gate costs beside its tool, with the built actions, as a runner starts them:
//   - format: the gate's wall-clock time less that of the bare tool, taken in turn, median;
//   - a log of one gigabyte: the most memory the gate's process had;
//   - 100,000 findings of clippy: time beside the bare printing of them, and what becomes of them.
//   npm run bench:gates [-- --rounds N]
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const OVERHEAD_LIMIT = 0.3;
const MEMORY_LIMIT = 150;
const FINDINGS_LIMIT = 5;
const FINDINGS = 100_000;

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: flags } = parseArgs({ options: { rounds: { type: 'string', default: '9' } } });
const rounds = Number(flags.rounds);
if (!(rounds >= 1)) throw new Error(`--rounds ${flags.rounds}: a number from 1 on`);

const folder = mkdtempSync(join(tmpdir(), 'bench-gates-'));
const repository = join(folder, 'repository');
const memoryFile = join(folder, 'memory');
const late: string[] = [];

interface Run {
  readonly seconds: number;
  readonly code: number | null;
}

function run(argv: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(argv[0]!, argv.slice(1), {
      cwd: repository,
      env: { PATH: process.env['PATH'] ?? '', HOME: folder, ...env },
      stdio: 'ignore',
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ seconds: (performance.now() - begun) / 1_000, code }));
  });
}

/** The built action of a gate on the repository; its process leaves the most memory it had, in KiB. */
function gate(name: string, inputs: Record<string, string>): Promise<Run> {
  const given = Object.fromEntries(Object.entries(inputs).map(([key, value]) => [`INPUT_${key.toUpperCase()}`, value]));
  return run([process.execPath, '--import', join(folder, 'memory.mjs'), join(root, 'dist', `gate-${name}.js`)], {
    RUNNER_TEMP: folder,
    'INPUT_WORKING-DIRECTORY': repository,
    ...given,
  });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(repository, path)), { recursive: true });
  writeFileSync(join(repository, path), text);
}

/** A profile whose one gate runs a program of the repository. */
const profile = (gateName: string, program: string): string => `profile: bench
extends: node
title: bench
setup: []
gates:
  ${gateName}:
    timeout: 600
    methods:
      - name: primary
        steps:
          - { id: bench, argv: ['{node}', ${program}], parser: cargo-messages }
`;

async function seed(): Promise<void> {
  mkdirSync(repository);
  writeFileSync(
    join(folder, 'memory.mjs'),
    `import { writeFileSync } from 'node:fs';\nprocess.on('exit', () => writeFileSync(${JSON.stringify(memoryFile)}, String(process.resourceUsage().maxRSS)));\n`,
  );
  write('.gitignore', 'node_modules\n');
  write('.prettierignore', 'package.json\nlog.js\nlints.js\n*.yml\n');
  write('package.json', '{ "name": "bench", "private": true, "type": "module" }\n');
  for (let i = 0; i < 20; i++) write(`src/a${i}.js`, `export const a${i} = ${i};\n`);
  write(
    'log.js',
    `import { writeSync } from 'node:fs';\nconst line = Buffer.from('x'.repeat(99) + '\\n').toString().repeat(10_000);\nfor (let i = 0; i < 1_000; i++) writeSync(1, line);\n`,
  );
  write(
    'lints.js',
    `import { writeSync } from 'node:fs';
const put = (value) => writeSync(1, JSON.stringify(value) + '\\n');
for (let i = 0; i < ${FINDINGS}; i++) {
  const spans = [{ file_name: 'src/a' + (i % 20) + '.js', line_start: i + 1, line_end: i + 1, is_primary: true }];
  put({ reason: 'compiler-message', message: { level: 'warning', message: 'finding ' + i, code: { code: 'clippy::bench' }, spans } });
}
put({ reason: 'compiler-artifact' });
put({ reason: 'build-finished', success: true });
process.exitCode = 101;
`,
  );
  write('log.yml', profile('build', 'log.js'));
  write('lints.yml', profile('clippy', 'lints.js'));
  symlinkSync(join(root, 'node_modules'), join(repository, 'node_modules'));
  const git = async (...args: string[]): Promise<void> => {
    const who = ['-c', 'user.name=bench', '-c', 'user.email=bench@example.invalid', '-c', 'init.defaultBranch=main'];
    const { code } = await run(['git', ...who, ...args]);
    if (code !== 0) throw new Error(`git ${args.join(' ')} ended with ${code}`);
  };
  await git('init', '--quiet');
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'build: bench');
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function row(what: string, value: number, unit: string, limit: number): void {
  print(`| ${what} | ${value.toFixed(2)} ${unit} | ${limit} ${unit} |`);
  if (!(value <= limit)) late.push(`${what}: ${value.toFixed(2)} ${unit}, at most ${limit}`);
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1]!;

async function overhead(): Promise<void> {
  const bare = [process.execPath, join(root, 'node_modules/prettier/bin/prettier.cjs'), '--check', '.'];
  const differences: number[] = [];
  const tool: number[] = [];
  for (let i = -1; i < rounds; i++) {
    const one = await run(bare);
    const two = await gate('format', {});
    if (one.code !== 0 || two.code !== 0) throw new Error(`prettier ended with ${one.code}, the gate with ${two.code}`);
    if (i < 0) continue; // warms the file cache
    tool.push(one.seconds);
    differences.push(two.seconds - one.seconds);
  }
  row(
    `gate-format beside prettier, which takes ${median(tool).toFixed(2)} s`,
    median(differences),
    's',
    OVERHEAD_LIMIT,
  );
}

async function longLog(): Promise<void> {
  const { code } = await gate('build', { profile: 'bench', 'profile-file': 'log.yml' });
  if (code !== 1) throw new Error(`a gigabyte without a message ended with ${code}, and is no pass`);
  row('memory of a gate whose tool prints 1 GB', Number(readFileSync(memoryFile, 'utf8')) / 1024, 'MiB', MEMORY_LIMIT);
}

async function manyFindings(): Promise<void> {
  const bare = await run([process.execPath, 'lints.js']);
  const judged = await gate('clippy', { profile: 'bench', 'profile-file': 'lints.yml' });
  const report = JSON.parse(readFileSync(join(folder, 'bitnet-flow/gate-clippy.json'), 'utf8')) as {
    readonly verdict: string;
    readonly annotations: readonly unknown[];
    readonly numbers: { readonly warnings: number };
  };
  const { annotations, numbers, verdict } = report;
  if (verdict !== 'fail' || numbers.warnings !== FINDINGS || annotations.length !== 50)
    throw new Error(`${verdict}, ${numbers.warnings} findings, ${annotations.length} annotations`);
  row(
    `${FINDINGS} findings to 50 annotations and a count, beside printing them`,
    judged.seconds - bare.seconds,
    's',
    FINDINGS_LIMIT,
  );
}

try {
  await seed();
  print(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}\n`);
  print('| what | measured | limit |');
  print('|---|---|---|');
  await overhead();
  await longLog();
  await manyFindings();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (late.length > 0) throw new Error(`over the limit: ${late.join('; ')}`);
