import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { settingProblem } from '../../../src/core/gate-settings.ts';
import { POLICY_FILE, policySchema } from '../../../src/core/governance-policy.ts';
import { profileSchema } from '../../../src/core/profile.ts';
import { findGate } from '../../../src/gates/index.ts';

/** Names of the settings that a gate knows. */
const settingsOf = (gate: string): readonly string[] => settingProblem(gate, { '?': 0 })!.valid!;

test('a gate that measures may be set what its inputs may be given, and nothing else', () => {
  for (const gate of ['crossval', 'quantization'])
    expect(settingsOf(gate)).toEqual(Object.keys(findGate(gate)!.inputs!.shape));
});

test('every setting that is read by its name is one that a profile may hold', () => {
  const sources = ['gates', 'core', 'runtime'].flatMap((folder) =>
    readdirSync(`src/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(`src/${folder}/${name}`, 'utf8')),
  );
  const reads = sources.flatMap((text) => [
    ...text.matchAll(/listSetting\(\s*[\w.]+,\s*'([a-z]+)',\s*'([a-z-]+)'/g),
    ...text.matchAll(/gates\.([a-z]+)\?\.settings\['([a-z-]+)'\]/g),
  ]);
  expect(reads.length).toBeGreaterThan(10);
  expect(reads.filter(([, gate, key]) => !settingsOf(gate!).includes(key!)).map(([read]) => read)).toEqual([]);
});

test.each<[string, object, boolean]>([
  ['nothing but its version', {}, true],
  ['another version', { version: 2 }, false],
  ['a key of no policy', { x: [] }, false],
  ['no headers', { 'licence-header': [] }, false],
  ['two headers', { 'licence-header': ['a', 'b'] }, true],
  ['an empty glob', { protected: [''] }, false],
  ['a glob of 200 characters', { protected: ['a'.repeat(200)] }, true],
  ['a glob of 201', { protected: ['a'.repeat(201)] }, false],
  ['256 labels', { labels: Array.from({ length: 256 }, () => 'a') }, true],
  ['257 labels', { labels: Array.from({ length: 257 }, () => 'a') }, false],
  ['a text for a list', { labels: 'a' }, false],
  ['a text for a flag', { codeowners: 'yes' }, false],
])('a policy file with %s', (_, keys, good) => {
  expect(policySchema.safeParse({ version: 1, ...keys }).success).toBe(good);
});

test('the policy file knows the settings of the gate governance', () => {
  expect(POLICY_FILE).toBe('.github/bitnet-flow/policy.yml');
  expect(Object.keys(policySchema.shape).sort()).toEqual(['version', ...settingsOf('governance')].sort());
});

test.each([
  ['mutation', { threshold: 90 }, undefined],
  ['mutation', { threshold: ['90'] }, { setting: 'threshold', message: 'give a number' }],
  ['governance', { codeowners: 'yes' }, { setting: 'codeowners', message: 'give true or false' }],
  ['spec', { files: 'a.md' }, undefined],
  ['spec', { files: 3 }, { setting: 'files', message: 'give a text or a list of texts' }],
  ['api', { reader: ['rust'] }, { setting: 'reader', message: 'give a text' }],
  ['tests', { constructor: 1 }, expect.objectContaining({ valid: [] })],
  ['no-gate', { x: 1 }, expect.objectContaining({ valid: [] })],
])('%s %o', (gate, settings, problem) => {
  expect(settingProblem(gate, settings)).toEqual(problem);
});

describe('what each setting may hold', () => {
  const VALUES = { list: ['a'], text: 'a', number: 1, flag: true };
  test.each([
    [
      ['list', 'text'],
      [
        ...['spec.files', 'spec.contracts', 'docs.files', 'mutation.steering', 'mutation.files'],
        ...['mutation.files-left-out', 'fuzz.properties', 'security.ignore', 'security.deny', 'features.combinations'],
        ...['benchmarks.files', 'benchmarks.expected', 'hygiene.prefixes', 'hygiene.large-files'],
        ...['hygiene.executables', 'hygiene.prints', 'hygiene.off', 'hygiene.warn', 'api.migration'],
        ...['governance.protected', 'governance.licence-header', 'governance.licence-files'],
        ...['governance.sign-off-exempt', 'governance.labels'],
      ],
    ],
    [['text'], ['docs.language', 'api.reader']],
    [
      ['number'],
      [
        ...['mutation.threshold', 'mutation.threshold-high-risk', 'mutation.minimum-share', 'mutation.minimum-sample'],
        ...['fuzz.seconds', 'security.database-age', 'hygiene.max-file-kib'],
      ],
    ],
    [['flag'], ['governance.codeowners', 'governance.sign-off']],
    [
      ['list', 'text', 'number', 'flag'],
      ['crossval', 'quantization'].flatMap((gate) => settingsOf(gate).map((setting) => `${gate}.${setting}`)),
    ],
  ])('%j', (kinds, settings) => {
    for (const name of settings) {
      const [gate, setting] = name.split('.') as [string, string];
      const taken = Object.entries(VALUES).filter(
        ([, value]) => settingProblem(gate, { [setting]: value }) === undefined,
      );
      expect([name, ...taken.map(([kind]) => kind)]).toEqual([name, ...kinds]);
    }
  });

  test('a name that is none is told with those that are, also by the profile', () => {
    const problem = { setting: 'x', message: 'the gate docs has no such setting', valid: ['files', 'language'] };
    expect(settingProblem('docs', { language: 'en', x: 1 })).toEqual(problem);
    const scopes = { spec: [], tests: [], code: [], docs: [], deps: [] };
    const profile = {
      profile: 'p',
      title: 't',
      branch: { prefix: '' },
      scopes,
      gates: { docs: { settings: { x: 1 } } },
    };
    expect(profileSchema.safeParse(profile).error?.issues).toEqual([
      {
        code: 'custom',
        path: ['gates', 'docs', 'settings', 'x'],
        message: problem.message,
        params: { valid: problem.valid },
      },
    ]);
    expect(profileSchema.safeParse({ ...profile, gates: { docs: { settings: { files: 'a' } } } }).success).toBe(true);
  });
});
