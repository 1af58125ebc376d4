import { embedded } from '../core/embedded.ts';
import { FlowError, nearest } from '../core/errors.ts';
import { mergeOver } from '../core/merge.ts';
import { profileSchema, type Profile } from '../core/profile.ts';
import { compileGlobs } from '../core/globs.ts';
import { checkYaml } from './checked-yaml.ts';
import { parseStrictYaml, type StrictYaml } from './strict-yaml.ts';

const builtIn: Readonly<Record<string, unknown>> = embedded.profiles;
const NO_PLACE: StrictYaml = { value: undefined, locate: () => ({ line: 1, col: 1 }) };

/** Built-in profiles that were read before: they are data and never change. */
const checked = new Map<string, Profile>();

/** Names of the profiles that come with this version. */
export const BUILT_IN_PROFILES: readonly string[] = Object.keys(builtIn);

/**
 * The profile `name`, built in or from the text of a profile file, `extends` resolved. Throws `bad-profile` with file,
 * line, column and the nearest valid key or name.
 */
export function loadProfile(name: string, text?: string, file = 'profile'): Profile {
  if (text === undefined) {
    const known = checked.get(name);
    if (known !== undefined) return known;
    const value = resolve(builtInProfile(name, 'profile'), 'profile', []);
    const profile = check(value, NO_PLACE, `workflows-templates/profiles/${name}.yml`);
    checked.set(name, profile);
    return profile;
  }
  const yaml = parseStrictYaml(text, file, 'bad-profile');
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value)) {
    throw new FlowError('bad-profile', 'the file is not a map', {
      at: `${file}:1:1`,
      fix: 'start with `profile: NAME`',
    });
  }
  const { line, col } = yaml.locate(['extends']);
  const profile = check(resolve(yaml.value, `${file}:${line}:${col}`, []), yaml, file);
  if (profile.profile !== name) {
    const place = yaml.locate(['profile']);
    throw new FlowError(
      'bad-profile',
      `the file is profile ${JSON.stringify(profile.profile)}, the input says ${JSON.stringify(name)}`,
      {
        at: `${file}:${place.line}:${place.col}`,
        fix: 'make the two names equal',
      },
    );
  }
  return profile;
}

function check(value: unknown, yaml: StrictYaml, file: string): Profile {
  const profile = checkYaml(profileSchema, value, yaml, file, 'bad-profile');
  for (const [scope, patterns] of Object.entries(profile.scopes)) compileGlobs(patterns, `${file} scopes.${scope}`);
  return profile;
}

function builtInProfile(name: string, at: string): unknown {
  if (Object.hasOwn(builtIn, name)) return builtIn[name];
  const near = nearest(name, BUILT_IN_PROFILES);
  throw new FlowError('bad-profile', `there is no built-in profile ${JSON.stringify(name)}`, {
    at,
    fix:
      near === undefined
        ? `use one of: ${BUILT_IN_PROFILES.join(', ')}, or give profile-file`
        : `did you mean ${JSON.stringify(near)}?`,
  });
}

function resolve(value: unknown, at: string, chain: readonly string[]): unknown {
  const { extends: parent, ...own } = value as Record<string, unknown>;
  if (parent === undefined) return own;
  if (typeof parent !== 'string') throw new FlowError('bad-profile', 'extends is not the name of a profile', { at });
  if (chain.includes(parent))
    throw new FlowError('bad-profile', `extends runs in a circle: ${[...chain, parent].join(' -> ')}`, { at });
  return mergeOver(resolve(builtInProfile(parent, at), at, [...chain, parent]), own);
}
