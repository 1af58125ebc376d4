import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FlowError, nearest } from '../core/errors.ts';
import { parseIssue, type Issue, type RunSource } from './source.ts';

/** A requirement and a repository that `npm start` takes through the flow, with prepared agents. */
export interface Sample {
  readonly name: string;
  /** Folder below examples/. */
  readonly folder: string;
  readonly variant: 'default' | 'broken' | 'out-of-scope';
  /** Workflow template, below workflows-templates/. */
  readonly workflow: string;
  /** Name of the profile in the repository's `.github/bitnet-flow/profile.yml`; without one the template's. */
  readonly profile?: string;
  readonly about: string;
}

/** Where a repository has its own profile; `init` finds it there, too. */
const PROFILE_FILE = '.github/bitnet-flow/profile.yml';
const RUST = {
  folder: 'rust-ternary',
  workflow: 'generative.yml',
  profile: 'ternary',
  about: 'Rust workspace, judged by cargo',
};
const NODE = {
  folder: 'node-ternary',
  workflow: 'generative-node.yml',
  profile: 'ternary',
  about: 'Node package, judged by its own tools',
};

export const SAMPLE_NAMES = [
  ...['rust-ternary', 'node-ternary', 'broken', 'rust-broken', 'node-broken'],
  ...['out-of-scope', 'rust-out-of-scope', 'node-out-of-scope'],
] as const;

/** The sample of a name; without a name the Rust one where cargo is there, else the Node one. */
export function chooseSample(name: string | undefined): { sample: Sample; why: string } {
  const cargo = spawnSync('cargo', ['--version'], { stdio: 'ignore' }).status === 0;
  const usual = cargo ? RUST : NODE;
  const why = cargo ? 'cargo is here' : 'cargo is not on PATH';
  const kind: Record<string, [typeof RUST, Sample['variant'], string]> = {
    'rust-ternary': [RUST, 'default', 'asked for'],
    'node-ternary': [NODE, 'default', 'asked for'],
    'rust-broken': [RUST, 'broken', 'asked for'],
    'node-broken': [NODE, 'broken', 'asked for'],
    broken: [usual, 'broken', why],
    'rust-out-of-scope': [RUST, 'out-of-scope', 'asked for'],
    'node-out-of-scope': [NODE, 'out-of-scope', 'asked for'],
    'out-of-scope': [usual, 'out-of-scope', why],
  };
  if (name === undefined) return { sample: { name: usual.folder, variant: 'default', ...usual }, why };
  const found = Object.hasOwn(kind, name) ? kind[name] : undefined;
  if (found === undefined) {
    const near = nearest(name, SAMPLE_NAMES);
    throw new FlowError('bad-input', `there is no sample ${JSON.stringify(name)}`, {
      at: '--sample',
      fix: near === undefined ? `use one of: ${SAMPLE_NAMES.join(', ')}` : `did you mean ${near}?`,
    });
  }
  const [base, variant, reason] = found;
  if (base === RUST && !cargo) {
    throw new FlowError('bad-input', `the sample ${name} needs cargo, which is not on PATH`, {
      at: '--sample',
      fix: 'install Rust, or use --sample node-ternary',
    });
  }
  return { sample: { name, variant, ...base }, why: reason };
}

/** Makes the git repository of a sample, with the generated workflow on its default branch; gives its path. */
export function seedRepository(root: string, sample: Sample, dir: string): string {
  const seed = join(dir, 'seed');
  mkdirSync(seed, { recursive: true });
  cpSync(join(root, 'examples', sample.folder, 'repo'), seed, {
    recursive: true,
    filter: (path) => !/[\\/](node_modules|target)$/.test(path),
  });
  mkdirSync(join(seed, '.github/workflows'), { recursive: true });
  const workflow = { file: sample.workflow, text: workflowText(root, sample) };
  for (const { file, text } of [workflow, sweepOf(root, sample), controlOf(root, sample)])
    writeFileSync(join(seed, '.github/workflows', file), text);
  const git = (...args: string[]): void => {
    execFileSync('git', ['-C', seed, ...args], {
      stdio: 'ignore',
      env: { ...gitEnvironment(), PATH: process.env['PATH'] },
    });
  };
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'feat: ternary quantization');
  return seed;
}

export function workflowText(root: string, sample: Sample): string {
  return textOf(root, sample, sample.workflow);
}

/**
 * A template as `bitnet-flow generate --profile NAME --profile-file FILE` gives it for the sample's profile: that extends the template's, and
 * differs in nothing that a workflow holds.
 */
function textOf(root: string, { profile }: Sample, file: string): string {
  const text = readFileSync(join(root, 'workflows-templates', file), 'utf8');
  if (profile === undefined) return text;
  return text.replaceAll(/^( +)profile: \S+$/gm, `$1profile: ${profile}\n$1profile-file: ${PROFILE_FILE}`);
}

/** The sweeper that is offered with the sample's workflow. */
export function sweepOf(root: string, sample: Sample): { file: string; text: string } {
  return besides(root, sample, 'bitnet-flow-sweep');
}

/** The workflow that comments start, offered with the sample's. */
export function controlOf(root: string, sample: Sample): { file: string; text: string } {
  return besides(root, sample, 'bitnet-flow-control');
}

function besides(root: string, sample: Sample, name: string): { file: string; text: string } {
  const file = sample.workflow.replace(/^generative/, name);
  return { file, text: textOf(root, sample, file) };
}

/** Title and body of the issue. */
export function readIssue(root: string, sample: Sample): Issue {
  return parseIssue(readFileSync(join(root, 'examples', sample.folder, 'issue.md'), 'utf8'));
}

/** A sample as what a run starts from. */
export function sampleSource(root: string, sample: Sample, why: string): RunSource {
  return {
    name: sample.name,
    about: `sample ${sample.name} (${sample.about}; ${why})`,
    place: root,
    repo: sample.folder,
    branch: 'main',
    workflow: { file: sample.workflow, text: workflowText(root, sample) },
    sweep: sweepOf(root, sample),
    control: controlOf(root, sample),
    issue: readIssue(root, sample),
    vars: { BITNET_FLOW_ENGINE: 'command', BITNET_FLOW_COMMAND: JSON.stringify(agentCommand(root, sample)) },
    secrets: {},
    actions: undefined,
    seed: (dir) => seedRepository(root, sample, dir),
  };
}

/** The command engine of a sample's prepared agents, as argv. */
export function agentCommand(root: string, sample: Sample): string[] {
  const script = join(root, 'examples/agents/agent.mjs');
  return [process.execPath, script, '--sample', join(root, 'examples', sample.folder), '--variant', sample.variant];
}

function gitEnvironment(): Record<string, string> {
  const who = { NAME: 'Maintainer', EMAIL: 'maintainer@example.invalid', DATE: '2026-01-01T00:00:00Z' };
  return {
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    ...Object.fromEntries(
      Object.entries(who).flatMap(([key, value]) => [
        [`GIT_AUTHOR_${key}`, value],
        [`GIT_COMMITTER_${key}`, value],
      ]),
    ),
  };
}
