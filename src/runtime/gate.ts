import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ActionDefinition } from '../core/action.ts';
import { FlowError } from '../core/errors.ts';
import { evidence, evidenceLine, type Evidence } from '../core/evidence.ts';
import { factOf, gateSchema, type GateFact } from '../core/fact.ts';
import type { GateDefinition, GateObservation, GateResult, Phase } from '../core/gate.ts';
import { plainResult } from '../core/method-run.ts';
import { checkName } from '../core/names.ts';
import type { GateProfile, Profile } from '../core/profile.ts';
import { removedDependencies } from '../core/dependencies/removed-dependencies.ts';
import { logLine } from '../core/text.ts';
import { findGate } from '../gates/index.ts';
import type { GateInputs } from '../gates/inputs.ts';
import { reportPath } from './artefact.ts';
import { checkBodies, writeCheckRun, type ChecksPort } from './check-run.ts';
import { observe } from './gate-observe.ts';
import { openTree, type JudgedTree } from './gate-tree.ts';
import { git } from './git/git.ts';
import type { Isolation } from './process/isolation.ts';
import { writeKept, type KeptFile } from './kept-files.ts';
import { loadProfile } from './profile.ts';
import { publicOutcome } from './public-safety/public-outcome.ts';
import { factJson, makeReport, provenance, summaryMarkdown, type GateReport } from './report.ts';
import { appendSummary, print, printCommand, readInputs, setOutputs } from './runner.ts';

/** What a gate said, with everything that goes to the outside. */
export interface GateOutcome {
  readonly sha: string;
  readonly result: GateResult;
  /** Findings and provenance. */
  readonly evidence: readonly Evidence[];
  readonly report: GateReport;
  /** Names that the profile calls public. */
  readonly publicNames: readonly string[];
  readonly fact: GateFact | undefined;
  /** Writes what the gate keeps below a folder, which is made for it. */
  readonly keep: (folder: string) => KeptFile[];
}

/** The driver of a gate action: judges, then hands over (inside a flow) or writes its own Check Run (alone). */
export async function run(definition: ActionDefinition): Promise<void> {
  const gate = findGate(definition.name.replace(/^gate-/, ''));
  if (gate === undefined)
    throw new FlowError('bug', `there is no gate behind ${definition.name}`, { at: definition.name });
  const inputs = readInputs(definition.inputs) as GateInputs;
  const outcome = await runGate(gate, inputs);
  const { result, report, fact, sha } = outcome;
  const folder = artefactFolder(gate);
  const kept = outcome.keep(folder);
  const path = writeReportFile(gate, outcome, kept);
  setOutputs(
    {
      verdict: result.verdict,
      evidence: evidenceLine(outcome.evidence),
      'report-path': path,
      ...(kept.some(({ file }) => file !== undefined) ? { 'artefacts-path': folder } : {}),
      ...(fact === undefined ? {} : { fact: factJson(fact), report: JSON.stringify(report) }),
      ...Object.fromEntries(Object.entries(result.numbers).map(([name, value]) => [name, String(value)])),
    },
    Object.keys(definition.outputs),
  );
  const name = checkName(inputs.hop?.flow ?? inputs.flow, gate.name);
  await appendSummary(summaryMarkdown(name, sha, result, outcome.evidence, report), outcome.publicNames);
  print(
    logLine(
      `${name}: ${result.verdict}${result.reason === undefined ? '' : ` (${result.reason})`}; ${evidenceLine(outcome.evidence)}`,
    ),
  );
  for (const note of report.annotations.slice(0, SHOWN_FINDINGS)) {
    print(logLine(`${note.path}:${note.start_line}: ${note.title}: ${note.message}`));
  }
  for (const { path: name, bytes, file, refused } of kept)
    print(logLine(`${name}: ${bytes} bytes, ${file === undefined ? `not kept: ${refused}` : `kept as ${file}`}`));
  if (inputs.hop !== undefined) return;
  await postCheck(inputs, name, outcome);
  if (result.verdict !== 'fail') return;
  for (const note of report.annotations.slice(0, 10)) {
    const command = note.annotation_level === 'failure' ? 'error' : note.annotation_level;
    printCommand(command, note.message, { title: note.title, file: note.path, line: note.start_line });
  }
  process.exitCode = 1;
}

/** Findings that the log names; the report holds more. */
const SHOWN_FINDINGS = 20;

/** Judges one commit by one gate. Writes nothing but its private folder, which it removes. */
export async function runGate(gate: GateDefinition, inputs: GateInputs): Promise<GateOutcome> {
  const started = performance.now();
  const { hop } = inputs;
  const event = readEvent();
  // A gate of the history is about the base as it is now, and says itself what is wrong with it.
  const historical = gate.collect.history !== undefined;
  const branch = historical && inputs.base === undefined ? (hop?.['base-branch'] ?? event.baseBranch) : undefined;
  const given = inputs.base ?? (historical ? hop?.merge : undefined) ?? hop?.base ?? event.base;
  const against = { sha: given, branch };
  const tree = await openTree(
    inputs['working-directory'],
    against,
    !historical && (hop !== undefined || inputs.base !== undefined),
  );
  const sha = inputs.sha ?? (hop === undefined ? (event.head ?? process.env['GITHUB_SHA'] ?? tree.head) : tree.head);
  if (hop !== undefined && sha !== tree.head) {
    throw new FlowError('refused', `the checkout is at ${tree.head}, the verdict is to be about ${sha}`, {
      at: 'sha',
      fix: 'check out the commit that `commit` pushed',
    });
  }
  const profile = await readProfile(inputs, tree);
  const phase: Phase = hop?.gates.find((planned) => planned.gate === gate.name)?.phase ?? inputs.phase;
  const observed = await observe({
    gate,
    profile,
    phase,
    tree,
    inputs,
    against,
    labels: hop === undefined ? (inputs.labels?.split(',').map((label) => label.trim()) ?? event.labels) : hop.labels,
  });
  const judged = observed.problem ?? evaluate(gate, observed.observation);
  const result = await blameBranch(requireIsolation(judged, profile, observed.isolation), gate, tree);
  const seen = [
    ...result.evidence,
    ...progressEvidence(gate, result),
    ...provenance({
      runs: observed.observation.runs,
      isolation: observed.isolation === undefined ? undefined : describe(observed.isolation, profile.gates[gate.name]),
      durationMs: Math.round(performance.now() - started),
      ...(sha === tree.head ? {} : { tree: tree.head }),
    }),
  ];
  const publicNames = profile['public-names'] ?? [];
  const told = publicOutcome(
    { result, evidence: seen, report: makeReport(result, observed.observation.runs) },
    publicNames,
  );
  return {
    sha,
    ...told,
    publicNames,
    keep: (folder) =>
      observed.kept === undefined
        ? []
        : writeKept(folder, result.artefacts ?? [], observed.observation.runs, observed.kept, publicNames),
    fact: hop === undefined ? undefined : makeFact(gate, inputs, sha, told.result, told.evidence),
  };
}

function evaluate(gate: GateDefinition, observation: GateObservation): GateResult {
  const result = gate.evaluate(observation);
  const odd = Object.entries(result.numbers).find(([, value]) => !Number.isFinite(value));
  return odd === undefined ? result : plainResult('fail', gate.name, `the number ${odd[0]} is ${odd[1]}`);
}

function requireIsolation(result: GateResult, profile: Profile, isolation: Isolation | undefined): GateResult {
  if (profile.isolation !== 'required' || isolation === undefined || isolation.level !== 'env-only') return result;
  return {
    ...plainResult('fail', 'isolation', 'the profile requires it and this host gives none'),
    annotations: result.annotations,
  };
}

/** A branch that takes its own judge's tool away has not earned a skip, which a required check would let through (A-69). */
async function blameBranch(result: GateResult, gate: GateDefinition, tree: JudgedTree): Promise<GateResult> {
  if (result.reason !== 'missing-tool' || tree.base === undefined) return result;
  const [before, after] = await Promise.all([tree.base, tree.head].map((commit) => blob(tree, commit, 'package.json')));
  if (before === undefined || after === undefined) return result;
  const removed = removedDependencies(before, after);
  if (removed.length === 0) return result;
  return plainResult(
    'fail',
    gate.name,
    `the tool is missing, and the branch took ${removed.join(', ')} out of package.json`,
  );
}

/** Text of a file in a commit; undefined when it is not there. */
async function blob(tree: JudgedTree, commit: string, path: string): Promise<string | undefined> {
  const { code, stdout } = await git(tree.place, ['cat-file', 'blob', `${commit}:${path}`]);
  return code === 0 ? stdout.toString('utf8') : undefined;
}

function describe(isolation: Isolation, gate: GateProfile | undefined): string {
  const audits = gate?.methods.some(({ steps }) => steps.some(({ kind }) => kind === 'audit')) ?? false;
  if (audits) return `${isolation.level}, audits with network and without the branch`;
  return isolation.offline ? `${isolation.level}, no network` : isolation.level;
}

/** A retry must improve one fixed number; it is in the fact of a red gate under its own key. */
function progressEvidence(gate: GateDefinition, result: GateResult): Evidence[] {
  const value = gate.progress === undefined ? undefined : result.numbers[gate.progress.key];
  return result.verdict !== 'fail' || value === undefined ? [] : [evidence(gate.progress!.key, value)];
}

function makeFact(
  gate: GateDefinition,
  inputs: GateInputs,
  sha: string,
  result: GateResult,
  seen: readonly Evidence[],
): GateFact {
  const hop = inputs.hop!;
  return gateSchema.parse({
    ...factOf(hop),
    kind: 'gate',
    sha,
    gate: gate.name,
    status: result.verdict,
    ...(result.reason === undefined ? {} : { reason: result.reason }),
    evidence: seen.slice(0, 30),
  });
}

/** A profile file is read from the base, so that the branch cannot weaken its own judge; without a base, from the head. */
async function readProfile(inputs: GateInputs, tree: JudgedTree): Promise<Profile> {
  const path = inputs['profile-file'];
  if (path === undefined) return loadProfile(inputs.profile);
  const commit = tree.base ?? tree.head;
  const text = await blob(tree, commit, path);
  if (text !== undefined) return loadProfile(inputs.profile, text, path);
  throw new FlowError('not-found', `${path} is not in commit ${commit}`, {
    at: 'profile-file',
    fix: 'commit it to the base branch first',
  });
}

/** Head and base of the pull request, when the workflow runs for one. */
function readEvent(): { head?: string; base?: string; baseBranch?: string; labels?: string[] } {
  try {
    const event = JSON.parse(readFileSync(process.env['GITHUB_EVENT_PATH'] ?? '', 'utf8')) as {
      pull_request?: {
        head?: { sha?: unknown };
        base?: { sha?: unknown; ref?: unknown };
        labels?: { name?: unknown }[];
      };
    };
    const sha = (value: unknown) => (typeof value === 'string' && /^[0-9a-f]{40}$/.test(value) ? value : undefined);
    const head = sha(event.pull_request?.head?.sha);
    const base = sha(event.pull_request?.base?.sha);
    const ref = event.pull_request?.base?.ref;
    return {
      ...(head === undefined ? {} : { head }),
      ...(base === undefined ? {} : { base }),
      ...(typeof ref === 'string' ? { baseBranch: ref } : {}),
      ...(Array.isArray(event.pull_request?.labels)
        ? { labels: event.pull_request.labels.map(({ name }) => String(name)) }
        : {}),
    };
  } catch {
    return {};
  }
}

/** Where the files lie that a gate keeps. */
const artefactFolder = (gate: GateDefinition): string => reportPath(`gate-${gate.name}-artefacts`);

function writeReportFile(gate: GateDefinition, outcome: GateOutcome, kept: readonly KeptFile[]): string {
  const path = reportPath(`gate-${gate.name}.json`);
  mkdirSync(dirname(path), { recursive: true });
  const { sha, result, report } = outcome;
  const whole = {
    v: 1,
    gate: gate.name,
    sha,
    verdict: result.verdict,
    reason: result.reason,
    evidence: outcome.evidence,
    numbers: result.numbers,
    ...report,
    ...(gate.keeps === undefined ? {} : { artefacts: kept }),
  };
  writeFileSync(path, `${JSON.stringify(whole, undefined, 2)}\n`);
  return path;
}

async function postCheck(inputs: GateInputs, name: string, outcome: GateOutcome): Promise<void> {
  const port = await hostPort(inputs.token, outcome.publicNames);
  const bodies = checkBodies(outcome.result, outcome.evidence, outcome.report, name);
  const skipped = port === undefined ? 'no-token' : await writeCheckRun(port, name, outcome.sha, bodies);
  if (skipped !== undefined) print(`CHECK-SKIPPED: reason=${skipped}`);
}

/** The host, loaded only here: a gate inside a flow never needs it. */
async function hostPort(token: string | undefined, publicNames: readonly string[]): Promise<ChecksPort | undefined> {
  const { GITHUB_REPOSITORY: repository, GITHUB_API_URL: apiUrl } = process.env;
  if (token === undefined || !repository || !apiUrl) return undefined;
  const { GitHubHost, OWN_APP_SLUG } = await import('./github/host.ts');
  const [owner = '', repo = ''] = repository.split('/');
  const host = new GitHubHost({ token, apiUrl, owner, repo });
  host.client.door.allow(publicNames);
  return {
    list: async (sha, name) =>
      (await host.listChecks(sha)).filter((check) => check.name === name && check.app === OWN_APP_SLUG),
    create: async (body) => host.createCheck({ ...body }),
    update: async (id, body) => void (await host.updateCheck(id, { ...body })),
  };
}
