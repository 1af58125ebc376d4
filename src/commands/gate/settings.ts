import { FlowError } from '../../core/errors.ts';
import type { Flow } from '../../core/flow.ts';
import type { Profile } from '../../core/profile.ts';
import { SETUP_FILE } from '../../core/setup.ts';
import { loadFlow } from '../../runtime/flow-file.ts';
import { BUILT_IN_PROFILES, loadProfile } from '../../runtime/profile.ts';
import { parseSetup } from '../../runtime/setup-file.ts';
import { checkBuiltIn } from '../built-in.ts';
import { detectProfile } from '../init/detect.ts';
import { committedText, type Judged } from './judged.ts';

export interface SettingsFlags {
  readonly profile?: string;
  readonly profileFile?: string;
}

/** By what a repository is judged here: the same profile and flow as in its workflow. */
export interface GateSettings {
  readonly flow: Flow;
  readonly profile: Profile;
  readonly profileFile: string | undefined;
  /** Where the choice comes from, for people. */
  readonly why: string;
}

/** Reads the choice from the command line, else from the committed config file, else from the manifests of the commit. */
export async function readSettings(judged: Judged, flags: SettingsFlags): Promise<GateSettings> {
  const { top, sha, base } = judged;
  const text = await committedText(top, sha, SETUP_FILE);
  const setup = text === undefined ? undefined : parseSetup(text);
  if (flags.profileFile !== undefined && flags.profile === undefined)
    throw new FlowError('bad-input', 'a profile file needs the name of its profile', {
      at: '--profile-file',
      fix: 'give --profile NAME too',
    });
  if (flags.profile !== undefined && flags.profileFile === undefined)
    checkBuiltIn('--profile', flags.profile, BUILT_IN_PROFILES);
  const file = flags.profile === undefined ? setup?.['profile-file'] : flags.profileFile;
  const chosen =
    flags.profile !== undefined
      ? { profile: flags.profile, why: 'given by --profile' }
      : setup !== undefined
        ? { profile: setup.profile, why: `named in ${SETUP_FILE}` }
        : detectProfile({
            cargoToml: await committedText(top, sha, 'Cargo.toml'),
            packageJson: await committedText(top, sha, 'package.json'),
            pyproject: await committedText(top, sha, 'pyproject.toml'),
          });
  const flowFile = setup?.['flow-file'];
  // As the action reads it: from the base where there is one, so that a branch cannot weaken its judge.
  const from = base?.mergeBase ?? sha;
  return {
    flow: loadFlow(
      setup?.flow ?? 'generative',
      ...(flowFile === undefined ? [] : [await needed(top, sha, flowFile), flowFile]),
    ),
    profile: loadProfile(chosen.profile, ...(file === undefined ? [] : [await needed(top, from, file), file])),
    profileFile: file,
    why: chosen.why,
  };
}

async function needed(top: string, sha: string, path: string): Promise<string> {
  const text = await committedText(top, sha, path);
  if (text !== undefined) return text;
  throw new FlowError('bad-input', `${path} is not in commit ${sha.slice(0, 12)}`, {
    at: path,
    fix: 'commit it, on the base branch where there is one: it is read from there, so that a branch cannot change its own judge',
  });
}
