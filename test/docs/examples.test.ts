import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { lintFlow } from '../../src/flow/lint.ts';
import { findAction } from '../../src/registry.ts';
import { readFlow } from '../../src/runtime/flow-file.ts';
import { loadProfile } from '../../src/runtime/profile.ts';
import { diagnose } from '../contract/language-service.ts';
import { blocksOf, root } from './page.ts';

const yaml = (page: string): string => blocksOf(page).find((block) => block.language === 'yaml')!.text;

test('the workflow of the README is one, pins what we pin, and gives a gate inputs that it has', async () => {
  const text = yaml('README.md');
  expect(await diagnose(text, 'workflow')).toEqual([]);
  const { jobs } = parse(text) as { jobs: { formatting: { steps: { uses: string; with: Record<string, string> }[] } } };
  const [checkout, gate] = jobs.formatting.steps;
  expect(readFileSync(`${root}workflows-templates/pins/pins.yml`, 'utf8')).toContain(checkout!.uses);
  const [, name = ''] = /\/actions\/([a-z-]+)@/.exec(gate!.uses)!;
  expect(Object.keys(findAction(name)!.inputs.shape)).toEqual(expect.arrayContaining(Object.keys(gate!.with)));
});

test('the profile of the page loads, and holds what it changes beside what it extends', () => {
  const profile = loadProfile('my-project', yaml('docs/profiles.md'), 'profile.yml');
  expect(profile.scopes.code).toEqual(['packages/*/src/**']);
  expect(profile.gates.tests?.methods[0]?.steps[0]?.argv).toContain('packages/');
  expect(profile.gates.format).toEqual(loadProfile('node').gates.format);
});

test('this repository’s own profile loads', () => {
  const file = '.github/bitnet-flow/profile.yml';
  expect(loadProfile('bitnet-flow', readFileSync(root + file, 'utf8'), file).gates.tests?.methods).toHaveLength(1);
});

test('the flow file of the page is sound, and changes the routes of one agent', () => {
  const flow = readFlow('generative', yaml('docs/flow-files.md'), 'flow.yml');
  expect(lintFlow(flow)).toEqual([]);
  expect(flow.agents['impl-creator']?.routes).toMatchObject([{ type: 'NEXT', agent: 'code-reviewer' }]);
});

test('the README knows every option of `start`', () => {
  const done = spawnSync(process.execPath, ['dist/cli/index.js', 'start', '--help'], { cwd: root, encoding: 'utf8' });
  expect(done.status).toBe(0);
  const readme = readFileSync(`${root}README.md`, 'utf8');
  const options = [...done.stdout.matchAll(/^ {2}(--[a-z]+)/gm)].map(([, option]) => option!);
  expect(options).toContain('--sample');
  expect(options.filter((option) => !readme.includes(`\`${option}`))).toEqual([]);
});
