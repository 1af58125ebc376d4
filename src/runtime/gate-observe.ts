import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readAllowances } from '../core/allowance.ts';
import { exampleLanguage } from '../core/markdown/doc-examples.ts';
import { FlowError } from '../core/errors.ts';
import type { GateDefinition, GateObservation, GateResult, Phase } from '../core/gate.ts';
import { plainResult } from '../core/method-run.ts';
import { listSetting, type GateProfile, type Profile } from '../core/profile.ts';
import type { GateInputs } from '../gates/inputs.ts';
import { runMethods, runSetup, type CommandWorld, type Tree } from './gate-commands.ts';
import { readHistory, type BaseOf } from './gate-history.ts';
import { readScope, type ScopeInputs } from './gate-scope.ts';
import { steeringProblem } from './gate-steering.ts';
import { readFiles, select, writeDiff, writeTreeWithout, type JudgedTree } from './gate-tree.ts';
import { seenMachine } from './machine.ts';
import { copyCargoSettings, gateEnvironment, makePrivateFolders, type PrivateFolders } from './process/environment.ts';
import { readPolicy } from './policy-file.ts';
import { KeptBytes } from './kept-files.ts';
import { machineFolders } from './public-safety/machine-folders.ts';
import { withoutFolders } from './public-safety/public-outcome.ts';
import {
  hiddenPaths,
  probeIsolation,
  stripGitCredentials,
  within,
  type Isolation,
  type Sandbox,
} from './process/isolation.ts';

/** What was seen of one commit, or why nothing could be seen. */
export interface Observed {
  readonly observation: GateObservation;
  readonly isolation: Isolation | undefined;
  /** Bytes of reports, for a gate that keeps some. */
  readonly kept?: KeptBytes | undefined;
  /** Why nothing could be judged. */
  readonly problem?: GateResult;
}

/** What a gate is asked to judge. */
export interface Asked {
  readonly gate: GateDefinition;
  readonly profile: Profile;
  readonly phase: Phase;
  readonly tree: JudgedTree;
  readonly inputs: GateInputs;
  readonly against: BaseOf;
  readonly labels: readonly string[] | undefined;
}

/** Collects what a gate may look at: git objects first, then its commands, isolated. Removes its private folder. */
export async function observe(asked: Asked): Promise<Observed> {
  const { gate, profile, phase, tree } = asked;
  const observation = await observeObjects(asked);
  if (!hasCommands(asked)) return { observation, isolation: undefined };
  if (phase === 'red' && tree.base === undefined) {
    throw new FlowError('bad-input', 'the red phase compares with a base, and there is none', {
      at: 'base',
      fix: 'set `with: { base: … }`',
    });
  }
  const gateProfile = profile.gates[gate.name] ?? { methods: [], timeout: 900, settings: {} };
  const steered = await steeringProblem(tree, gateProfile, observation.allowances ?? []);
  if (steered !== undefined) return { observation, isolation: undefined, problem: steered };
  const folders = makePrivateFolders(
    mkdtempSync(join(resolve(process.env['RUNNER_TEMP'] || tmpdir()), 'bitnet-flow-gate-')),
  );
  try {
    return await runCommands(asked, observation, gateProfile, folders);
  } finally {
    rmSync(folders.root, { recursive: true, force: true });
  }
}

/** What the objects of the commit and the inputs say, before anything runs. */
async function observeObjects({
  gate,
  profile,
  phase,
  tree,
  inputs,
  against,
  labels,
}: Asked): Promise<GateObservation> {
  const wanted = select(tree.paths, gate.collect.files(profile));
  const always = gate.collect.always ?? [];
  const changed = new Set(tree.changed);
  const narrowed =
    gate.collect.changedOnly === true && tree.base !== undefined
      ? [...new Set([...wanted.filter((path) => changed.has(path)), ...select(tree.paths, always)])]
      : wanted;
  const globs = [...gate.collect.files(profile), ...always];
  const [files, before, history] = await Promise.all([
    readFiles(tree, tree.head, narrowed),
    tree.base === undefined ? new Map<string, string>() : readFiles(tree, tree.base, select(tree.changed, globs)),
    gate.collect.history === undefined
      ? undefined
      : readHistory(tree.place, tree.head, against, gate.collect.history === 'lines'),
  ]);
  const held = gate.collect.scope === true ? await readScope(tree, history, inputs as ScopeInputs) : undefined;
  const policy = gate.collect.policy === true ? await readPolicy(tree) : undefined;
  const newTests =
    phase === 'red' ? select(tree.changed, profile.scopes.tests).filter((path) => tree.paths.includes(path)) : [];
  return {
    sha: tree.head,
    base: tree.base,
    phase,
    profile,
    runs: [],
    paths: tree.paths,
    files,
    before,
    changed: tree.changed,
    newTests,
    acs: (inputs.hop?.acs ?? []).map((ac) => ac.id),
    allowances: inputs.hop?.allows ?? readAllowances(inputs.allows ?? ''),
    ...(history === undefined ? {} : { history }),
    ...(held === undefined ? {} : { scope: held }),
    ...(policy === undefined ? {} : { policy }),
    ...(labels === undefined ? {} : { labels }),
    isolation: 'env-only',
    today: new Date().toISOString().slice(0, 10),
    ...(gate.collect.machine === true ? { machine: seenMachine() } : {}),
  };
}

/** Whether a gate runs anything here. */
function hasCommands({ gate, profile, tree }: Asked): boolean {
  const { commands, commandsWhen, trees } = gate.collect;
  if (!commands || commandsWhen?.({ profile, base: tree.base, paths: tree.paths, changed: tree.changed }) === false)
    return false;
  // A gate that compares trees needs a base, and may be judged without commands.
  return trees === undefined || (tree.base !== undefined && (profile.gates[gate.name]?.methods.length ?? 0) > 0);
}

/** Runs the commands of a gate in a sandbox, and adds what they did to what was seen. */
async function runCommands(
  { gate, profile, phase, tree, inputs }: Asked,
  observation: GateObservation,
  gateProfile: GateProfile,
  folders: PrivateFolders,
): Promise<Observed> {
  const trees = await writeTrees(gate, phase, tree, observation.newTests, folders.root);
  stripGitCredentials(tree.place.gitDir);
  copyCargoSettings(folders);
  const isolation = await probeIsolation(
    sandboxOf(tree, folders),
    gateEnvironment({ folders, target: folders.temp, setup: false }, tree.workTree),
  );
  const diff = gate.diff === true ? await writeDiff(tree, join(folders.root, 'branch.diff')) : undefined;
  const kept = gate.keeps === undefined ? undefined : new KeptBytes(gate.keeps);
  const world: CommandWorld = {
    gate: gate.name,
    workTree: tree.workTree,
    folders,
    isolation,
    deadline: performance.now() + (inputs.timeout ?? gateProfile.timeout) * 1000,
    files: observation.files,
    sha: tree.head,
    judgesUnmet: gate.collect.judgesUnmet === true,
    keep: kept === undefined ? undefined : (name, bytes) => kept.take(name, bytes),
    asked: gate.parity?.(gateProfile.settings, inputs),
    words: (facts) => ({
      ...(diff === undefined ? (gate.diff === true ? { diff: [] } : {}) : { diff: [diff] }),
      ...gate.words?.({
        profile,
        base: tree.base,
        paths: tree.paths,
        changed: tree.changed,
        files: observation.files,
        ...facts,
      }),
    }),
    examples: exampleLanguage(profile),
    pages: select(tree.paths, listSetting(profile, gate.name, 'files', ['README.md', 'docs/**/*.md'])),
  };
  // Dependencies are fetched for code of the branch; our own program needs none of them, nor does who reads a lock file.
  const runsBranch = gateProfile.methods.some(({ steps }) =>
    steps.some(({ kind }) => kind !== 'parity' && kind !== 'audit'),
  );
  const failed = runsBranch ? await runSetup(profile, gateProfile, tree.paths, world) : undefined;
  if (failed !== undefined) {
    return {
      observation,
      isolation,
      problem: plainResult('fail', 'setup', failed, failed.endsWith('timeout') ? 'timeout' : 'crashed'),
    };
  }
  const shown = machineFolders(process.env, '$GITHUB_WORKSPACE', [
    { path: tree.workTree, as: '$GITHUB_WORKSPACE' },
    { path: folders.root, as: '$RUNNER_TEMP' },
  ]);
  const runs = withoutFolders(await runMethods(gateProfile, trees, world), shown);
  return { observation: { ...observation, runs, isolation: isolation.level }, isolation, kept };
}

/** The trees that the commands run in: the commit's own last, before it those that a phase or the gate compares it with. */
async function writeTrees(
  gate: GateDefinition,
  phase: Phase,
  tree: JudgedTree,
  newTests: readonly string[],
  root: string,
): Promise<readonly Tree[]> {
  const trees: Tree[] = [{ name: 'head', folder: tree.workTree }];
  const add = async (name: Tree['name'], without: readonly string[], folder: string): Promise<void> => {
    await writeTreeWithout(tree, without, folder);
    trees.unshift({ name, folder });
  };
  if (phase === 'red' && gate.redPhase === true) await add('without-new-tests', newTests, join(root, 'tree'));
  for (const name of gate.collect.trees ?? []) await add(name, tree.changed, join(root, name));
  return trees;
}

/** What a command may write, read and not see. */
function sandboxOf({ workTree, place }: JudgedTree, { root, temp }: PrivateFolders): Sandbox {
  return {
    writable: [workTree, root],
    readOnly: [place.gitDir],
    hidden: hiddenPaths(process.env, [workTree, root]),
    ...(within(workTree, ['/tmp']) || within(root, ['/tmp']) ? {} : { temp }),
  };
}
