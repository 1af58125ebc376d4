import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { count } from '../core/check-gate.ts';
import { FlowError } from '../core/errors.ts';
import { setupFailure } from '../core/setup-failure.ts';
import { cargoSieve } from '../core/parsers/cargo-sieve.ts';
import { docExamples, packageNameOf, type ExampleLanguage } from '../core/markdown/doc-examples.ts';
import type { CommandResult, MethodRun, ParityRequest, WordFacts } from '../core/gate.ts';
import type { GateMethod, GateProfile, GateStep, ParserName, Profile } from '../core/profile.ts';
import { copyForAudit } from './audit-folder.ts';
import { collectReports, stampReports, type ReportFolders } from './gate-reports.ts';
import { findUp } from './gate-tree.ts';
import { findExecutable, gateEnvironment, type PrivateFolders } from './process/environment.ts';
import type { Isolation } from './process/isolation.ts';
import { runProcess, type RunResult } from './process/run.ts';
import { runParityProcess } from './parity-process.ts';
import { print, printUntrusted } from './runner.ts';

export interface CommandWorld {
  readonly gate: string;
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
  /** The commit that is judged: `{sha}` in argv and env. */
  readonly sha: string;
  /** What a parity step is asked for; undefined for a gate that has none. */
  readonly asked?: ParityRequest | undefined;
  /** The gate's lists for argv; undefined for a gate that has none. */
  readonly words?: ((facts: Pick<WordFacts, 'commands' | 'each'>) => Words) | undefined;
  /** The gate judges steps whose `needs` are not there; else their method is one whose tool is missing. */
  readonly judgesUnmet?: boolean;
  /** Is given the bytes of each report. */
  readonly keep?: ((name: string, bytes: Buffer) => void) | undefined;
}

type Words = Readonly<Record<string, readonly string[]>>;

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
    const result = await execute([file, ...argv.slice(1)], world.workTree, env, world, true, 'none');
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

/** Facts that a step's lists are made from. */
type StepFacts = Pick<WordFacts, 'commands' | 'each'>;

/** The values that a step runs for, the empty text for one without `each`; undefined where a list that it needs is empty. */
function valuesOf(
  step: GateStep,
  commands: readonly CommandResult[],
  world: CommandWorld,
): readonly string[] | undefined {
  const words = world.words?.({ commands }) ?? {};
  const empty = (name: string) => (words[name] ?? []).length === 0;
  if (step.when !== undefined && empty(step.when)) return undefined;
  if (step.each !== undefined) return words[step.each] ?? [];
  const needed = step.argv.flatMap((word) => [...word.matchAll(LISTED)].map(([, name]) => name!));
  return needed.some((name) => name in words && empty(name)) ? undefined : [''];
}

const LISTED = /\{([a-z][a-z0-9-]*)\}/g;

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
      return [await runStep(withWords(step, world, facts), tree, world, undefined, undefined, facts.each)];
  }
}

/** A step with the gate's lists put into its argv. */
function withWords(step: GateStep, world: CommandWorld, facts: StepFacts): GateStep {
  const lists = world.words?.(facts);
  if (lists === undefined) return step;
  const words: Words = { ...lists, ...(facts.each === undefined ? {} : { each: [facts.each] }) };
  const inside = (word: string) =>
    word.replace(LISTED, (whole, name: string) => (Object.hasOwn(words, name) ? words[name]!.join(',') : whole));
  const argv = step.argv.flatMap((word) => {
    const alone = /^\{([a-z][a-z0-9-]*)\}$/.exec(word)?.[1];
    return alone !== undefined && Object.hasOwn(words, alone) ? words[alone]! : [inside(word)];
  });
  return { ...step, argv };
}

async function runStep(
  step: GateStep,
  tree: Tree,
  world: CommandWorld,
  file?: string,
  example?: CommandResult['example'],
  each?: string,
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
  const result = await execute(argv, tree.folder, env, world, false, step.parser, budget);
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

/** Puts the commit for `{sha}`, and what a measuring gate is asked for, such as `{model}`, into a word of a profile. */
function filler({ asked, gate, sha }: CommandWorld): (word: string) => string {
  const withSha = (word: string): string => word.replaceAll('{sha}', sha);
  if (asked === undefined) return withSha;
  return (word) =>
    withSha(word).replace(/\{(?!(?:out|target|file|node)\})([a-z][a-z0-9-]*)\}/g, (whole, name: string) => {
      const value = asked[name];
      if (typeof value === 'string') return value;
      throw new FlowError('bad-profile', `${whole} stands for nothing: nobody gave a ${name}`, {
        at: `gates.${gate}`,
        fix: `give the gate's setting or input \`${name}\`, or take ${whole} out of argv`,
      });
    });
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
  const result = await execute(argv, folder, env, world, true, step.parser);
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
    for (const { file, example } of written) results.push(await runStep(step, tree, world, file, example));
    return results;
  } finally {
    for (const { file } of written) rmSync(file, { force: true });
  }
}

function execute(
  argv: readonly string[],
  cwd: string,
  env: Record<string, string>,
  world: CommandWorld,
  network: boolean,
  parser: ParserName,
  limitMs = world.deadline - performance.now(),
): Promise<RunResult> {
  return runProcess({
    argv,
    cwd,
    env,
    network,
    isolation: world.isolation,
    timeoutMs: Math.max(1, limitMs),
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

/** argv with every place holder filled in; undefined when a tool it names is not there. */
export function resolveArgv(
  argv: readonly string[],
  workTree: string,
  path: string,
  file?: string,
  folders?: ReportFolders,
): string[] | undefined {
  const words: string[] = [];
  for (const [i, word] of argv.entries()) {
    const bin = /^\{bin:(.+)\}$/.exec(word);
    const resolved =
      bin !== null
        ? findBin(bin[1]!, workTree)
        : word === '{node}'
          ? (findExecutable('node', path) ?? process.execPath)
          : word === '{file}'
            ? file
            : i === 0
              ? findExecutable(word, path)
              : folders === undefined
                ? word
                : fillFolders(word, folders);
    if (resolved === undefined) return undefined;
    words.push(resolved);
  }
  return words;
}

/** A word with `{out}` and `{target}` filled in. */
function fillFolders(word: string, { out, target }: ReportFolders): string {
  return word.replaceAll('{out}', out).replaceAll('{target}', target);
}

/**
 * The script of a JavaScript bin in the nearest node_modules; a launcher that is no script is looked through. One that lies above the
 * repository belongs to another project: it counts only when the package.json of this one asks for its package.
 */
function findBin(name: string, workTree: string): string | undefined {
  const link = findUp(workTree, join('node_modules', '.bin', name));
  if (link === undefined) return undefined;
  const file = realpathSync(link);
  if (!existsSync(join(workTree, 'node_modules', '.bin', name)) && !asksFor(workTree, file)) return undefined;
  const start = readFileSync(file, 'utf8').slice(0, 4000);
  if (!/^#!.*\bsh\b/.test(start)) return file;
  const inner = /"\$basedir\/([^"]+\.[cm]?js)"/.exec(start)?.[1];
  return inner === undefined ? undefined : join(dirname(link), inner);
}

/** Whether the package.json of a tree names the package that a file belongs to. */
function asksFor(workTree: string, file: string): boolean {
  const manifest = findUp(dirname(file), 'package.json');
  if (manifest === undefined) return false;
  try {
    const { name } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: unknown };
    const own = JSON.parse(readFileSync(join(workTree, 'package.json'), 'utf8')) as Record<string, unknown>;
    const lists = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];
    return typeof name === 'string' && lists.some((list) => Object.hasOwn((own[list] ?? {}) as object, name));
  } catch {
    return false;
  }
}

function resolves(name: string, workTree: string): boolean {
  try {
    createRequire(join(workTree, 'package.json')).resolve(`${name}/package.json`);
    return true;
  } catch {
    return existsSync(findUp(workTree, join('node_modules', name, 'package.json')) ?? '');
  }
}
