import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { count } from '../core/check-gate.ts';
import { FlowError } from '../core/errors.ts';
import { setupFailure } from '../core/setup-failure.ts';
import { cargoSieve } from '../core/parsers/cargo-sieve.ts';
import { docExamples, packageNameOf, type ExampleLanguage } from '../core/markdown/doc-examples.ts';
import type { CommandResult, MethodRun } from '../core/gate.ts';
import type { GateMethod, GateProfile, GateStep, ParserName, Profile } from '../core/profile.ts';
import { copyForAudit } from './audit-folder.ts';
import { collectReports, stampReports } from './gate-reports.ts';
import { findUp } from './gate-tree.ts';
import { findExecutable, gateEnvironment, type PrivateFolders } from './process/environment.ts';
import type { Isolation } from './process/isolation.ts';
import { runProcess, type RunRequest, type RunResult } from './process/run.ts';
import { runParityProcess } from './parity-process.ts';
import { print, printUntrusted } from './runner.ts';
import { fillFolders, findBin, resolveArgv, resolves } from './step-argv.ts';
import { filler, valuesOf, withWords, type StepFacts, type StepWords } from './step-words.ts';

/** Where the commands of a gate run, and until when. */
export interface CommandWorld extends StepWords {
  readonly workTree: string;
  readonly folders: PrivateFolders;
  readonly isolation: Isolation;
  /** When the whole gate must have ended, on the `performance.now` clock. */
  readonly deadline: number;
  /** The language of the pages' examples; JavaScript where it is not said. */
  readonly examples?: ExampleLanguage;
  /** Pages and package.json, for examples. */
  readonly files: ReadonlyMap<string, string>;
  readonly pages: readonly string[];
  /** The gate judges steps whose `needs` are not there; else their method is one whose tool is missing. */
  readonly judgesUnmet?: boolean;
  /** Is given the bytes of each report. */
  readonly keep?: ((name: string, bytes: Buffer) => void) | undefined;
}

/** A working tree in which a method runs. */
export interface Tree {
  readonly name: CommandResult['tree'];
  readonly folder: string;
}

/** Output of these parsers' tools is for programs: it is not shown in the log. */
const QUIET: ReadonlySet<string> = new Set([
  'cargo-messages',
  'eslint-json',
  'ruff-json',
  'cargo-audit',
  'cargo-deny',
  'npm-audit',
  'pip-audit',
]);

/** Fetches dependencies, with network and without code of the branch. Returns why that failed, or undefined. */
export async function runSetup(
  profile: Profile,
  gate: GateProfile,
  paths: readonly string[],
  world: CommandWorld,
): Promise<string | undefined> {
  const needed = [
    ...profile.setup.filter(
      ({ unless }) => !(unless.length > 0 && unless.every((name) => resolves(name, world.workTree))),
    ),
    ...(gate.setup ?? []).filter(({ when }) => when.every((path) => paths.includes(path))),
  ];
  for (const { argv } of needed) {
    const env = gateEnvironment({ folders: world.folders, target: target(world, 'head'), setup: true }, world.workTree);
    const file = findExecutable(argv[0]!, env['PATH']!);
    if (file === undefined) continue; // The step that needs the tool says that it is missing.
    print(`${world.gate}: ${argv.join(' ')}`);
    const result = await execute(
      { argv: [file, ...argv.slice(1)], cwd: world.workTree, env, network: true, parser: 'none' },
      world,
    );
    if (result.timedOut) return `${argv.slice(0, 2).join(' ')}: timeout`;
    if (result.exitCode !== 0) return setupFailure(argv, result);
  }
  return undefined;
}

/** Runs the fallback chain: the first method whose tools are there. */
export async function runMethods(
  profile: GateProfile,
  trees: readonly Tree[],
  world: CommandWorld,
): Promise<MethodRun[]> {
  const runs: MethodRun[] = [];
  for (const method of profile.methods) {
    const run = await runMethod(method, trees, world);
    runs.push(run);
    if (run.outcome === 'ran') break;
  }
  return runs;
}

async function runMethod(method: GateMethod, trees: readonly Tree[], world: CommandWorld): Promise<MethodRun> {
  const commands: CommandResult[] = [];
  for (const tree of trees) {
    for (const step of method.steps) {
      const values = valuesOf(step, commands, world);
      if (values === undefined) return { method: method.name, outcome: 'nothing', commands: [] };
      const results: CommandResult[] = [];
      for (const value of values) {
        results.push(...(await runStepKind(step, tree, world, { commands, ...(value === '' ? {} : { each: value }) })));
        if (results.some((result) => result.missing || result.timedOut)) break;
      }
      commands.push(...results);
      const lacks = ({ missing, unmet }: CommandResult) =>
        missing || (unmet !== undefined && world.judgesUnmet !== true);
      if (results.some(lacks)) return { method: method.name, outcome: 'missing-tool', commands };
      if (results.some((result) => result.timedOut)) return { method: method.name, outcome: 'ran', commands };
    }
  }
  return { method: method.name, outcome: commands.length === 0 ? 'nothing' : 'ran', commands };
}

async function runStepKind(
  step: GateStep,
  tree: Tree,
  world: CommandWorld,
  facts: StepFacts,
): Promise<readonly CommandResult[]> {
  switch (step.kind) {
    case 'doc-examples':
      return await runExamples(step, tree, world);
    case 'parity':
      return [await runParityStep(step, tree, world)];
    case 'audit':
      return [await runAuditStep(step, tree, world)];
    case 'command':
      return [await runStep(withWords(step, world, facts), tree, world, facts)];
  }
}

/** What a step runs on, where it is not the tree: a marked block of a page, or a value of a list. */
interface StepSubject {
  readonly file?: string;
  readonly example?: CommandResult['example'];
  readonly each?: string | undefined;
}

async function runStep(
  step: GateStep,
  tree: Tree,
  world: CommandWorld,
  { file, example, each }: StepSubject = {},
): Promise<CommandResult> {
  const fill = filler(world);
  const extra = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value)]));
  const env = gateEnvironment(
    { folders: world.folders, target: target(world, tree.name), setup: false, extra },
    world.workTree,
  );
  const folders = { tree: tree.folder, out: world.folders.out, target: target(world, tree.name) };
  for (const name of Object.keys(step.env ?? {})) if (name in env) env[name] = fillFolders(env[name]!, folders);
  const unmet = (step.needs ?? []).filter((name) => findExecutable(name, env['PATH']!) === undefined);
  const argv = resolveArgv(step.argv.map(fill), world.workTree, env['PATH']!, file, folders);
  const first = example === undefined || /-1\.[a-z]+$/.test(file!);
  const base = {
    step: step.id,
    argv: file === undefined ? step.argv : [...step.argv.slice(0, -1), `${example!.path}:${example!.line}`],
    parser: step.parser,
    root: tree.folder,
    tree: tree.name,
    ...(example === undefined ? {} : { example }),
    ...(each === undefined ? {} : { each }),
  };
  if (unmet.length > 0) return { ...base, ...NOTHING_RAN, reports: new Map(), missing: false, unmet };
  if (argv === undefined) return { ...base, ...NOTHING_RAN, reports: new Map(), missing: true };
  if (file === undefined)
    print(`${world.gate}: ${step.argv.join(' ')}${tree.name === 'head' ? '' : ' (without the new tests)'}`);
  const version = first ? toolVersion(step, tree, world, env) : Promise.resolve('');
  const patterns = step.reports ?? [];
  const before = stampReports(patterns, folders);
  const left = world.deadline - performance.now();
  const budget = step.budget === undefined ? left : Math.min(left, step.budget * 1000);
  const result = await execute(
    { argv, cwd: tree.folder, env, network: false, parser: step.parser, limitMs: budget },
    world,
  );
  const missing = result.notFound || (saysMissing(result) && (await confirmsMissing(step, world, env)));
  return {
    ...base,
    ...seenOf(result),
    ...(result.timedOut && budget < left ? { timedOut: false, stopped: true } : {}),
    missing,
    toolVersion: await version,
    reports: collectReports(patterns, folders, before, world.keep),
  };
}

/** What is seen of a command whose tool is not there. */
const NOTHING_RAN = {
  exitCode: null,
  signal: null,
  timedOut: false,
  durationMs: 0,
  stdout: '',
  stderr: '',
  truncated: false,
  logSha256: '',
  toolVersion: '',
};

/** The part of a run that a gate sees. */
function seenOf({ notFound: _, report: __, ...seen }: RunResult): Omit<RunResult, 'notFound' | 'report'> {
  return seen;
}

/**
 * A tool that asks a database about a lock file. It needs the network, so it sees nothing of the branch but the files that the profile names: no
 * settings, no code. Those files are its reports: the gate reads what the tool was given.
 */
async function runAuditStep(step: GateStep, tree: Tree, world: CommandWorld): Promise<CommandResult> {
  const folder = join(world.folders.root, `audit-${step.id}`);
  const reports = copyForAudit(step.copies ?? [], tree.folder, folder);
  const env = gateEnvironment(
    { folders: world.folders, target: target(world, tree.name), setup: true, extra: step.env },
    world.workTree,
  );
  const elsewhere = { name: tree.name, folder };
  const base = { step: step.id, argv: step.argv, parser: step.parser, root: folder, tree: tree.name, reports };
  const argv = resolveArgv(step.argv, world.workTree, env['PATH']!);
  if (argv === undefined) return { ...base, ...NOTHING_RAN, missing: true };
  print(`${world.gate}: ${step.argv.join(' ')}`);
  const version = toolVersion(step, elsewhere, world, env);
  const result = await execute({ argv, cwd: folder, env, network: true, parser: step.parser }, world);
  const missing = result.notFound || (saysMissing(result) && (await confirmsMissing(step, world, env)));
  return { ...base, ...seenOf(result), missing, toolVersion: await version };
}

/** Our own program, which measures what commands before it left in `{out}`, and the files that the gate is asked about. */
async function runParityStep(step: GateStep, tree: Tree, world: CommandWorld): Promise<CommandResult> {
  if (world.asked === undefined)
    throw new FlowError('bad-profile', `the gate ${world.gate} measures nothing`, {
      at: `gates.${world.gate}`,
      fix: 'take the step of the kind parity out of the profile',
    });
  const asked = { ...world.asked, root: tree.folder, out: world.folders.out };
  print(`${world.gate}: measures ${step.argv.join(' ')}`);
  const { notFound, report, ...seen } = await runParityProcess(step.argv, asked, {
    timeoutMs: Math.max(1, world.deadline - performance.now()),
    onLine: printUntrusted,
  });
  return {
    step: step.id,
    argv: ['parity', ...step.argv, JSON.stringify(world.asked)],
    parser: step.parser,
    root: tree.folder,
    tree: tree.name,
    ...seen,
    stdout: report,
    missing: notFound,
    toolVersion: `node ${process.versions.node}`,
    reports: new Map(),
  };
}

/**
 * Code under test writes to stderr too, so its word that a tool is missing is none: the version command is asked, where
 * nothing of the branch is heard. A step without one is never missing by words.
 */
async function confirmsMissing(step: GateStep, world: CommandWorld, env: Record<string, string>): Promise<boolean> {
  const argv = step.version === undefined ? undefined : resolveArgv(step.version, world.workTree, env['PATH']!);
  if (argv === undefined) return step.version !== undefined;
  const { isolation } = world;
  // Toolchain files are looked for from the folder upwards, aliases in CARGO_HOME: here is neither.
  const elsewhere = { ...env, CARGO_HOME: '/' };
  const run = await runProcess({ argv, cwd: '/', env: elsewhere, network: false, isolation, timeoutMs: 20_000 });
  return run.notFound || saysMissing(run);
}

/** The words of cargo, of rustup, of a compiler that is no nightly one, and of cargo-fuzz when it hears the last two. */
const MISSING =
  /^error: no such command: `|is not installed for the toolchain|^error: toolchain '.+' is not installed|^\s*error: the option `Z` is only accepted on the nightly compiler|^Error: Rust version string does not start with 'rustc'/m;

/** A missing tool by its launcher's own words; exit codes say nothing. */
function saysMissing({ exitCode, stderr }: RunResult): boolean {
  if (exitCode === 0) return false;
  return MISSING.test(stderr);
}

/** Each marked block runs as a module of its own inside the package, so that it can import the package by name. */
async function runExamples(step: GateStep, tree: Tree, world: CommandWorld): Promise<CommandResult[]> {
  const examples = docExamples(
    world.files,
    world.pages,
    packageNameOf(world.files.get('package.json')),
    world.examples ?? 'mjs',
  );
  const written = examples.map((example, i) => {
    const file = join(tree.folder, `.bitnet-flow-example-${i + 1}.${world.examples ?? 'mjs'}`);
    writeFileSync(file, example.code, { flag: 'wx' });
    return { file, example: { path: example.path, line: example.line } };
  });
  try {
    if (written.length > 0) print(`${world.gate}: ${count(written.length, 'example')}`);
    const results: CommandResult[] = [];
    for (const { file, example } of written) results.push(await runStep(step, tree, world, { file, example }));
    return results;
  } finally {
    for (const { file } of written) rmSync(file, { force: true });
  }
}

/** Runs a command to its end, or to that of its time: the gate's, where `limitMs` says no other. */
function execute(
  {
    parser,
    limitMs,
    ...command
  }: Pick<RunRequest, 'argv' | 'cwd' | 'env' | 'network'> & { readonly parser: ParserName; readonly limitMs?: number },
  world: CommandWorld,
): Promise<RunResult> {
  return runProcess({
    ...command,
    isolation: world.isolation,
    timeoutMs: Math.max(1, limitMs ?? world.deadline - performance.now()),
    ...(parser === 'cargo-messages' ? { sieve: cargoSieve() } : {}),
    onLine: QUIET.has(parser) ? undefined : printUntrusted,
    onProgress: (seconds) => print(`${world.gate}: running for ${seconds} s`),
  });
}

/** A package's version is in its package.json; any other tool says it, beside the step, so that it costs no time. */
async function toolVersion(
  step: GateStep,
  tree: Tree,
  world: CommandWorld,
  env: Record<string, string>,
): Promise<string> {
  const bin = step.version?.map((word) => /^\{bin:(.+)\}$/.exec(word)?.[1]).find((name) => name !== undefined);
  if (bin !== undefined) return packageVersion(bin, findBin(bin, world.workTree));
  const argv = step.version === undefined ? undefined : resolveArgv(step.version, world.workTree, env['PATH']!);
  if (argv === undefined) return '';
  const { isolation } = world;
  const run = await runProcess({ argv, cwd: tree.folder, env, network: false, isolation, timeoutMs: 20_000 });
  const line = run.stdout.trim().split('\n')[0]!.trim();
  if (run.exitCode !== 0) return '';
  return /[a-z]{3}/i.test(line) ? line : `${step.version![0]!.replace(/[{}]/g, '')} ${line}`;
}

function packageVersion(name: string, file: string | undefined): string {
  const manifest = file === undefined ? undefined : findUp(dirname(file), 'package.json');
  if (manifest === undefined) return '';
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version?: unknown };
  return typeof version === 'string' ? `${name} ${version}` : '';
}

function target(world: CommandWorld, tree: string): string {
  return join(world.folders.root, `target-${tree}`);
}
