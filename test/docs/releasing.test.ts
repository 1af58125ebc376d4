import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { runStep } from '../../scripts/release/steps.ts';
import { blocksOf, root } from './page.ts';

const page = readFileSync(`${root}docs/releasing.md`, 'utf8');
const release = parse(readFileSync(`${root}.github/workflows/release.yml`, 'utf8')) as {
  on: { workflow_dispatch: { inputs: Record<string, unknown> } };
  jobs: Record<string, object>;
};
const lines = blocksOf('docs/releasing.md').flatMap(({ text }) => text.trim().split('\n'));

test('the page has a row for each job, and starts the workflow with inputs that it has', () => {
  const rows = [...page.matchAll(/^\| `([a-z]+)` \|/gm)].map((match) => match[1]);
  expect(rows).toEqual(Object.keys(release.jobs));
  const starts = lines.filter((line) => line.startsWith('gh workflow run release.yml'));
  expect(starts).toHaveLength(2);
  for (const line of starts)
    for (const [, name] of line.matchAll(/--field ([a-z-]+)=/g))
      expect(Object.keys(release.on.workflow_dispatch.inputs)).toContain(name);
});

test('every step on the page is one: its command line gets as far as looking at a repository', async () => {
  const steps = lines.filter((line) => line.includes('scripts/release/cli.ts'));
  expect(steps).toHaveLength(3);
  for (const line of steps) {
    const argv = line.split('scripts/release/cli.ts ')[1]!.split(' ');
    const run = runStep([...argv, '--home', 'file:///absent'], { print: () => undefined, token: undefined });
    await expect(run).rejects.toThrow('cannot read file:///absent');
  }
});

test('what the page and the workflow name is there', () => {
  for (const [, path] of page.matchAll(/\]\((?!https:)([^)#]+)\)/g))
    expect([path, existsSync(`${root}docs/${path!}`)]).toEqual([path, true]);
  expect(page).toContain('BITNET_FLOW_MIRROR_TOKEN');
  expect(readFileSync(`${root}.github/workflows/release.yml`, 'utf8')).toContain('secrets.BITNET_FLOW_MIRROR_TOKEN');
});
