import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { settingProblem, settingsOf } from '../../../src/core/gate-settings.ts';
import { policySchema } from '../../../src/core/governance-policy.ts';
import { findGate } from '../../../src/gates/index.ts';

test('a gate that measures may be set what its inputs may be given', () => {
  for (const gate of ['crossval', 'quantization'])
    expect(settingsOf(gate)).toEqual(expect.arrayContaining(Object.keys(findGate(gate)!.inputs!.shape)));
});

test('every setting that is read by its name is one that a profile may hold', () => {
  const sources = ['gates', 'core', 'runtime'].flatMap((folder) =>
    readdirSync(`src/${folder}`)
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

test('the policy file knows the settings of the gate governance', () => {
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
