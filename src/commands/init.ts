import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FlowError, nearest } from '../core/errors.ts';
import { checkBuiltIn } from './built-in.ts';
import { HOME_REPOSITORY } from '../core/published.ts';
import { SETUP_FILE, type Setup } from '../core/setup.ts';
import { pinOf, type Pins } from '../generator/pins.ts';
import { BUILT_IN_FLOWS } from '../runtime/flow-file.ts';
import { BUILT_IN_PROFILES } from '../runtime/profile.ts';
import { parseStrictYaml } from '../runtime/strict-yaml.ts';
import { GitHubRest } from './github-rest.ts';
import type { HostFlags } from './host.ts';
import { handItems } from './init/by-hand.ts';
import { firstChoice, nextChoice, type Choice, type Released, type Said } from './init/choose.ts';
import { fileState, readBelow, writeBelow, type FileChange } from './init/files.ts';
import { labelsByHand, makeLabels } from './init/labels.ts';
import { plannedSetupFiles } from './init/planned.ts';
import { topOfRepository } from '../runtime/git/top.ts';
import { initLines, type InitResult } from './init/report.ts';
import { knownHost, nameForGh, pagesOf } from './known-host.ts';
import { pinsOfClone } from './pins.ts';

export interface InitOptions extends HostFlags, Said {
  readonly dir: string;
  readonly dryRun?: boolean;
  readonly force?: boolean;
  /** Path of one planned file whose text is wanted, and nothing else. */
  readonly print?: string;
}

/** Sets a repository up; a second run finds nothing to do. `root` is the clone that this tool lies in. */
export async function initCommand(
  root: string,
  options: InitOptions,
): Promise<{ result: InitResult; lines: string[] }> {
  const top = await topOfRepository(options.dir);
  const choice = chosen(top, root, options);
  const changes = planChanges(top, root, choice, options.force === true);
  const dryRun = options.dryRun === true;
  const host = await knownHost(options, top);
  if (!dryRun) {
    for (const { path, state, text } of changes) {
      if (state === 'create' || state === 'update' || state === 'replace') writeBelow(top, path, text);
    }
  }
  const repo = host.target === undefined ? undefined : nameForGh(host.target);
  const labels =
    host.target === undefined || repo === undefined
      ? labelsByHand(host.why, undefined)
      : host.token === undefined
        ? labelsByHand('GITHUB_TOKEN and GH_TOKEN are not set', repo)
        : await makeLabels(new GitHubRest({ ...host.target, token: host.token }), repo, dryRun);
  const result: InitResult = {
    ok: changes.every(({ state }) => state !== 'differs') && !(labels.done === false && labels.failed),
    top,
    dryRun,
    setup: choice.setup,
    why: choice.why,
    files: changes.map(({ path, state }) => ({ path, state })),
    labels,
    byHand: handItems({
      flow: choice.setup.flow,
      repo: nameForGh(host.target),
      pages: pagesOf(host.target),
      files: [...changes.map(({ path }) => path), ...ownFiles(choice.setup)],
      contracts: choice.setup.contracts === true,
      environment: choice.setup.tiers === undefined ? undefined : (choice.setup.tiers.environment ?? 'gates'),
    }),
  };
  return { result, lines: initLines(result) };
}

/** The text that a planned file would have, for a person who compares it with a changed one. */
export async function printPlanned(root: string, options: InitOptions & { print: string }): Promise<string> {
  const top = await topOfRepository(options.dir);
  const changes = planChanges(top, root, chosen(top, root, options), false);
  const found = changes.find(({ path }) => path === options.print);
  if (found !== undefined) return found.text;
  const paths = changes.map(({ path }) => path);
  throw new FlowError('bad-input', `init writes no ${JSON.stringify(options.print)}`, {
    at: '--print',
    fix: `use ${nearest(options.print, paths) ?? paths.join(', ')}`,
  });
}

/** The pins of the clone that this tool lies in. */
export function readPins(root: string): { pins: Pins; released: Released } {
  const pins = pinsOfClone(root);
  const { sha, version } = pinOf(pins, HOME_REPOSITORY);
  return { pins, released: { pin: `${HOME_REPOSITORY}@${sha}`, version } };
}

function chosen(top: string, root: string, options: InitOptions): Choice {
  const present = readBelow(top, SETUP_FILE);
  const own = (name: 'flow' | 'profile') => {
    const path = `.github/bitnet-flow/${name}.yml`;
    return existsSync(join(top, path)) ? path : undefined;
  };
  if (options.flow !== undefined && options.flowFile === undefined && own('flow') === undefined)
    checkBuiltIn('--flow', options.flow, BUILT_IN_FLOWS);
  if (options.profile !== undefined && options.profileFile === undefined && own('profile') === undefined)
    checkBuiltIn('--profile', options.profile, BUILT_IN_PROFILES);
  if (present !== undefined) return nextChoice(options, present);
  const manifest = (path: string) => (existsSync(join(top, path)) ? readFileSync(join(top, path), 'utf8') : undefined);
  const said = {
    ...options,
    flowFile: options.flowFile ?? own('flow'),
    profileFile: options.profileFile ?? own('profile'),
  };
  const manifests = {
    cargoToml: manifest('Cargo.toml'),
    packageJson: manifest('package.json'),
    pyproject: manifest('pyproject.toml'),
  };
  return firstChoice(named(said, top), manifests, readPins(root).released);
}

/** Files of the repository's own that the workflows read. */
function ownFiles(setup: Setup): string[] {
  return [setup['flow-file'], setup['profile-file']].filter((path) => path !== undefined);
}

function planChanges(top: string, root: string, choice: Choice, force: boolean): FileChange[] {
  const read = (path: string) => readBelow(top, path);
  const planned = plannedSetupFiles(choice.setup, read, readPins(root).pins);
  const config = read(SETUP_FILE);
  // The config file belongs to the people of the repository: only what they said now is put into it.
  const state = config === undefined ? 'create' : config === choice.text ? 'unchanged' : 'update';
  return [
    { path: SETUP_FILE, state, text: choice.text },
    ...[...planned].map(([path, text]) => ({ path, text, state: fileState(read(path), text, force) })),
  ];
}

/** A flow or profile file tells its own name, so that nobody has to repeat it on the command line. */
function named<T extends Said>(said: T, top: string): T & Said {
  const nameIn = (path: string | undefined, key: 'flow' | 'profile'): string | undefined => {
    const text = path === undefined ? undefined : readBelow(top, path);
    const value = text === undefined ? undefined : parseStrictYaml(text, path ?? '').value;
    const name = (value as Record<string, unknown> | null | undefined)?.[key];
    return typeof name === 'string' ? name : undefined;
  };
  return {
    ...said,
    flow: said.flow ?? nameIn(said.flowFile, 'flow'),
    profile: said.profile ?? nameIn(said.profileFile, 'profile'),
  };
}
