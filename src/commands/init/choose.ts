import { parseDocument } from 'yaml';
import { FlowError } from '../../core/errors.ts';
import { ACTIONS_PIN, isPlaceholder, SETUP_FILE, type Setup } from '../../core/setup.ts';
import { setupText } from '../../metadata/setup-text.ts';
import { parseSetup } from '../../runtime/setup-file.ts';
import { detectProfile, type Manifests } from './detect.ts';

/** What a person said on the command line; undefined where nothing. */
export interface Said {
  readonly flow?: string | undefined;
  readonly profile?: string | undefined;
  readonly flowFile?: string | undefined;
  readonly profileFile?: string | undefined;
  readonly actions?: string | undefined;
  readonly contracts?: boolean | undefined;
  /** Path of a registry of gates, whose tiers get workflows. */
  readonly registry?: string | undefined;
}

/** What this version of the tool stands for. */
export interface Released {
  /** `owner/repository@<sha>`; a placeholder until a version is released. */
  readonly pin: string;
  readonly version: string;
}

export interface Choice {
  readonly setup: Setup;
  /** Text of the config file. */
  readonly text: string;
  /** Where the profile comes from, for people. */
  readonly why: string;
}

/** Checks `--actions`; throws a usage error that says why a tag, a branch or a short sha is refused. */
export function checkActions(given: string): string {
  if (ACTIONS_PIN.test(given) && !isPlaceholder(given)) return given;
  const [repository = '', ref] = given.split('@');
  const example = `${/^[^/]+\/[^/]+$/.test(repository) ? repository : 'owner/repository'}@<40-digit commit sha>`;
  const refuse = (why: string, fix = `write ${example}`): never => {
    throw new FlowError('bad-input', `${JSON.stringify(given.slice(0, 120))} ${why}`, { at: '--actions', fix });
  };
  if (isPlaceholder(given)) return refuse('is the placeholder of a version that is not released');
  if (ref === undefined || ref === '') return refuse('names no commit');
  if (/^[0-9a-f]{4,39}$/.test(ref))
    return refuse(`has ${ref.length} digits of a sha, and GitHub runs no action by a part of one`);
  if (!/^[0-9a-f]{40}$/.test(ref))
    return refuse(
      `names a tag or a branch, which can be moved to other code after you looked`,
      `give the commit it stands for: git ls-remote https://github.com/${repository} ${ref}`,
    );
  return refuse('is not a repository and a commit');
}

/** What a repository without a config file gets: what a person said, what its manifests tell, what this version stands for. */
export function firstChoice(said: Said, manifests: Manifests, released: Released): Choice {
  const detected =
    said.profile === undefined
      ? detectProfile(manifests)
      : {
          profile: said.profile,
          why: said.profileFile === undefined ? 'given by --profile' : `of ${said.profileFile}`,
        };
  const actions = said.actions === undefined ? undefined : checkActions(said.actions);
  if (actions === undefined && isPlaceholder(released.pin)) {
    const [repository = ''] = released.pin.split('@');
    throw new FlowError('bad-input', 'this version of bitnet-flow is not released, so there is no commit to pin', {
      at: '--actions',
      fix: `name one that has the actions, for instance your clone's: --actions "${repository}@$(git -C CLONE rev-parse HEAD)"`,
    });
  }
  const text = setupText({
    version: 1,
    flow: said.flow ?? 'generative',
    profile: detected.profile,
    'flow-file': said.flowFile,
    'profile-file': said.profileFile,
    contracts: said.contracts,
    tiers: said.registry === undefined ? undefined : { registry: said.registry },
    actions: actions ?? released.pin,
    ...(actions === undefined ? { release: released.version } : {}),
  });
  return { setup: parseSaid(text), text, why: detected.why };
}

/** What a repository that has a config file gets: the file, with what a person said now put into it and nothing else touched. */
export function nextChoice(said: Said, present: string): Choice {
  const before = parseSetup(present);
  const wanted: Partial<Record<keyof Setup, string | boolean | undefined>> = {
    flow: said.flow,
    profile: said.profile,
    'flow-file': said.flowFile,
    'profile-file': said.profileFile,
    contracts: said.contracts,
    actions: said.actions === undefined ? undefined : checkActions(said.actions),
  };
  const moved = said.registry !== undefined && said.registry !== before.tiers?.registry;
  const changed = Object.entries(wanted).filter(
    ([key, value]) => value !== undefined && value !== before[key as keyof Setup],
  );
  const why = said.profile === undefined ? `named in ${SETUP_FILE}` : 'given by --profile';
  if (changed.length === 0 && !moved) return { setup: before, text: present, why };
  const document = parseDocument(present, { schema: 'core', version: '1.2' });
  for (const [key, value] of changed) document.set(key, value);
  if (moved) document.setIn(['tiers', 'registry'], said.registry);
  // The version that a pin stood for says nothing about another pin.
  if (changed.some(([key]) => key === 'actions')) document.delete('release');
  const text = document.toString({ lineWidth: 0 });
  return { setup: parseSaid(text), text, why };
}

/** A value of the command line that the schema refuses is a mistake of usage. */
function parseSaid(text: string): Setup {
  try {
    return parseSetup(text, 'the command line');
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    throw new FlowError('bad-input', error.message, {
      at: 'init',
      ...(error.fix === undefined ? {} : { fix: error.fix }),
    });
  }
}
