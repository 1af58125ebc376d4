import { describe, expect, test } from '@jest/globals';
import { checkActions, firstChoice, nextChoice } from '../../../../src/commands/init/choose.ts';
import { detectProfile } from '../../../../src/commands/init/detect.ts';

const sha = 'a1'.repeat(20);
const other = 'b2'.repeat(20);
const zeros = '0'.repeat(40);
const pin = `acme/flow@${sha}`;
const released = { pin, version: 'v1.2.3' };
const node = { cargoToml: undefined, packageJson: '{}' };

describe('the profile that a repository needs', () => {
  test.each([
    ['a package', undefined, '{}', 'node'],
    ['a workspace', '[workspace]\nmembers = ["crates/*"]\n', undefined, 'cargo'],
    ['a workspace with the feature cpu', '[features]\ndefault = []\ncpu = ["a/cpu"]\n', undefined, 'bitnet-rs'],
    ['a quoted feature', '[ features ]\n"cpu"=[]\n', undefined, 'bitnet-rs'],
    ['cpu as a key of another table', '[features]\nx = []\n[package.metadata]\ncpu = 1\n', undefined, 'cargo'],
    ['a feature that only begins so', '[features]\ncpu-extra = []\n', undefined, 'cargo'],
  ])('of %s', (_, cargoToml, packageJson, profile) => {
    expect(detectProfile({ cargoToml, packageJson }).profile).toBe(profile);
  });

  test('of a Python package', () => {
    const manifests = { cargoToml: undefined, packageJson: undefined, pyproject: '[project]' };
    expect(detectProfile(manifests).profile).toBe('nmoe');
  });

  test.each([
    ['nothing', undefined, undefined, /no Cargo\.toml, package\.json or pyproject\.toml/],
    ['both', '', '{}', /two profiles would fit/],
  ])('cannot be told from %s: the error asks for --profile', (_, cargoToml, packageJson, said) => {
    expect(() => detectProfile({ cargoToml, packageJson })).toThrow(
      expect.objectContaining({ code: 'bad-input', at: '--profile', message: expect.stringMatching(said) }),
    );
  });
});

describe('--actions', () => {
  test('takes a repository with a full sha', () => expect(checkActions(pin)).toBe(pin));

  test.each([
    ['a moving tag', 'acme/flow@v1', /tag or a branch/, /git ls-remote .*acme\/flow v1/],
    ['a branch', 'acme/flow@main', /tag or a branch/, /ls-remote/],
    ['a short sha', 'acme/flow@a1a1a1a', /7 digits/, /acme\/flow@<40-digit/],
    ['no commit', 'acme/flow', /names no commit/, /acme\/flow@<40-digit/],
    ['an empty commit', 'acme/flow@', /names no commit/, /40-digit/],
    ['the placeholder', `acme/flow@${zeros}`, /not released/, /40-digit/],
    ['an action in it', `acme/flow/actions/admit@${sha}`, /not a repository and a commit/, /owner\/repository@/],
    ['capital letters', `acme/flow@${sha.toUpperCase()}`, /tag or a branch/, /ls-remote/],
    ['a line break', `acme/flow@${sha}\n`, /./, /./],
  ])('refuses %s and says why', (_, given, why, fix) => {
    expect(() => checkActions(given)).toThrow(
      expect.objectContaining({
        code: 'bad-input',
        at: '--actions',
        message: expect.stringMatching(why),
        fix: expect.stringMatching(fix),
      }),
    );
  });
});

describe('a first run', () => {
  test('takes the released version, and names it', () => {
    const { setup } = firstChoice({}, node, released);
    expect(setup).toEqual({ version: 1, flow: 'generative', profile: 'node', actions: pin, release: 'v1.2.3' });
  });

  test('with --actions names no version, because nobody knows it', () => {
    expect(firstChoice({ actions: `me/fork@${other}` }, node, released).setup).toEqual({
      version: 1,
      flow: 'generative',
      profile: 'node',
      actions: `me/fork@${other}`,
    });
  });

  test('refuses a version that is not released, and says how to go on', () => {
    const unreleased = { pin: `acme/flow@${zeros}`, version: 'unreleased' };
    expect(() => firstChoice({}, node, unreleased)).toThrow(
      expect.objectContaining({ code: 'bad-input', at: '--actions', fix: expect.stringContaining('rev-parse HEAD') }),
    );
    expect(firstChoice({ actions: pin }, node, unreleased).setup.actions).toBe(pin);
  });

  test.each([
    ['../outside.yml'],
    ['/etc/profile.yml'],
    ['a/../../b.yml'],
    ['-rf.yml'],
    ['a b.yml'],
    ['profile.json'],
    ['$(x).yml'],
  ])('refuses %j as a path of the repository', (profileFile) => {
    expect(() => firstChoice({ profile: 'mine', profileFile }, node, released)).toThrow(
      expect.objectContaining({ code: 'bad-input' }),
    );
  });
});

describe('a later run', () => {
  const present = `# ours\nversion: 1\nprofile: node # by hand\nactions: ${pin}\nrelease: v1.2.3\n`;

  test('without options leaves the file as it is, whatever it looks like', () => {
    expect(nextChoice({}, present)).toMatchObject({ text: present, setup: { profile: 'node', flow: 'generative' } });
    expect(nextChoice({ profile: 'node', actions: pin }, present).text).toBe(present);
  });

  test('puts what is said now into the file and touches nothing else; an old version name goes with its pin', () => {
    const { text, setup } = nextChoice({ actions: `acme/flow@${other}` }, present);
    expect(text).toBe(`# ours\nversion: 1\nprofile: node # by hand\nactions: acme/flow@${other}\n`);
    expect(setup.actions).toBe(`acme/flow@${other}`);
    expect(nextChoice({}, text).text).toBe(text);
  });

  test('contracts and a registry are put into the config, once, and its other lines stay', () => {
    const present = `version: 1\nprofile: node\nactions: ${pin}\ntiers:\n  # ours\n  runner: big\n  registry: a.toml\n`;
    const { text, setup } = nextChoice({ contracts: true, registry: 'gates/b.toml' }, present);
    expect(setup).toMatchObject({ contracts: true, tiers: { registry: 'gates/b.toml', runner: 'big' } });
    expect(text).toContain('  # ours\n  runner: big\n');
    expect(nextChoice({ contracts: true, registry: 'gates/b.toml' }, text).text).toBe(text);
    expect(nextChoice({}, text).setup).toEqual(setup);
    const first = firstChoice({ contracts: true, registry: 'gates.toml' }, node, released);
    expect(first.setup).toMatchObject({ contracts: true, tiers: { registry: 'gates.toml' } });
    expect(nextChoice({}, first.text).text).toBe(first.text);
  });

  test.each(['/etc/gates.toml', '../gates.toml', 'a/../../b.toml', '-x', ''])(
    'the registry %j is refused',
    (registry) => {
      expect(() => firstChoice({ registry }, node, released)).toThrow(
        expect.objectContaining({ code: 'bad-input', message: expect.stringContaining('registry') }),
      );
    },
  );

  test.each([
    ['version: 1\nprofil: node\n', /unknown key "profil"/, 'config.yml:2:1', /"profile"/],
    ['version: 2\nprofile: node\n', /version is 2/, 'config.yml:1:1', undefined],
    ['version: 1\nprofile: node\nactions: a/b@v1\n', /not owner\/repository@/, 'config.yml:3:1', undefined],
    [`version: 1\nprofile: node\nactions: a/b@${zeros}\n`, /not released/, 'config.yml:3:1', undefined],
    ['- a\n', /not a map/, 'config.yml:1:1', /version: 1/],
    ['version: 1\nversion: 1\n', /"version" stands there twice/, 'config.yml:2:1', /leave one/],
  ])('of a config file that is not right names file, line and fix: %j', (text, message, at, fix) => {
    expect(() => nextChoice({}, text)).toThrow(
      expect.objectContaining({
        code: 'bad-config',
        message: expect.stringMatching(message),
        at: expect.stringContaining(at),
        ...(fix === undefined ? {} : { fix: expect.stringMatching(fix) }),
      }),
    );
  });
});
