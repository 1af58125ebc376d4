import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { pinsOfClone } from '../../../src/commands/pins.ts';
import { compileFlow } from '../../../src/generator/compile.ts';
import { controlOf, sweepOf, workflowText, type Sample } from '../../../src/local/sample.ts';
import { allActions } from '../../../src/registry.ts';
import { readFlow } from '../../../src/runtime/flow-file.ts';
import { loadProfile } from '../../../src/runtime/profile.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const PROFILE_FILE = '.github/bitnet-flow/profile.yml';
const withoutHeader = (text: string): string => text.slice(text.indexOf('\n'));

test.each([
  ['rust-ternary', 'generative.yml', 'Generative flow (Rust)'],
  ['node-ternary', 'generative-node.yml', 'Generative flow (Node)'],
])('the workflows of %s are those that the generator makes for its own profile', (folder, workflow, title) => {
  const sample: Sample = { name: folder, folder, variant: 'default', workflow, profile: 'ternary', about: '' };
  const [sweep, control] = [sweepOf(root, sample), controlOf(root, sample)];
  const text = readFileSync(`${root}examples/${folder}/repo/${PROFILE_FILE}`, 'utf8');
  const made = compileFlow({
    flow: readFlow('generative'),
    profile: loadProfile('ternary', text, PROFILE_FILE),
    actions: allActions(),
    pins: pinsOfClone(root),
    options: {
      file: workflow,
      'sweep-file': sweep.file,
      'control-file': control.file,
      title,
      header: 'Generated.',
      'profile-file': PROFILE_FILE,
    },
  });
  const offered = new Map([
    [workflow, workflowText(root, sample)],
    [sweep.file, sweep.text],
    [control.file, control.text],
  ]);
  expect(made.map(({ file }) => file).sort()).toEqual([...offered.keys()].sort());
  for (const one of made) expect(withoutHeader(offered.get(one.file)!)).toBe(withoutHeader(one.text));
});
