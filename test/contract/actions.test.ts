import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import type { z } from 'zod';
import { generateAll } from '../../src/generate.ts';
import { describeInputs } from '../../src/metadata/inputs.ts';
import { allActions, findAction } from '../../src/registry.ts';
import { readFlow } from '../../src/runtime/flow-file.ts';
import { diagnose, root } from './language-service.ts';

interface ActionYml {
  readonly inputs?: Record<
    string,
    { readonly description: string; readonly required: boolean; readonly default?: string }
  >;
  readonly runs: {
    readonly using: string;
    readonly main?: string;
    readonly steps?: readonly { readonly run: string }[];
  };
}
const read = (path: string): string => readFileSync(root + path, 'utf8');
const actions = allActions();

describe('the registry', () => {
  test('holds every agent of the flow, the gates and the actions of the flow, each once', () => {
    const names = (kind: string) => actions.filter((one) => one.kind === kind).map((one) => one.name);
    expect(names('agent')).toEqual(Object.keys(readFlow('generative').agents));
    expect(names('agent').length).toBe(30);
    const built =
      'spec format clippy tests build docs mutation fuzz security crossval quantization features benchmarks freshness hygiene api governance scope'.split(
        ' ',
      );
    expect(names('gate')).toEqual(built.map((name) => `gate-${name}`));
    const tiers = ['gate-registry', 'tier-resolve', 'tier-watch', 'tier-report'];
    expect(names('flow').filter((name) => tiers.includes(name))).toEqual(tiers);
    expect(names('flow').filter((name) => !tiers.includes(name))).toEqual([
      'admit',
      'hand-over',
      'commit',
      'router',
      'ledger-update',
      'sweep',
      'control',
      'attest',
      'merge-guard',
      'board',
      'perf-baseline-delta',
      'contract',
    ]);
    expect(new Set(actions.map((one) => one.name)).size).toBe(actions.length);
    expect(findAction('gate-perf')).toBeUndefined();
  });

  test('titles differ, because the marketplace wants them to', () => {
    expect(new Set(actions.map((one) => one.title)).size).toBe(actions.length);
  });
});

test('the tree is what `npm run generate` makes, and holds no action by hand', async () => {
  expect(await generateAll({ root, check: true })).toEqual({ changed: [], missing: [], stale: [] });
  expect(readdirSync(`${root}actions`).sort()).toEqual(actions.map((one) => one.name).sort());
});

describe.each(actions.map((one) => [one.name, one] as const))('action %s', (name, definition) => {
  const yml = parse(read(`actions/${name}/action.yml`)) as ActionYml;

  test('passes the language service, runs on node24 or as a composite, and points to its stub', async () => {
    expect(await diagnose(read(`actions/${name}/action.yml`), 'action')).toEqual([]);
    if (definition.kind !== 'composite') expect(yml.runs).toEqual({ using: 'node24', main: `../../dist/${name}.js` });
    else
      for (const { run } of yml.runs.steps!.slice(1))
        expect(run).toMatch(new RegExp(`^node "\\$GITHUB_ACTION_PATH/\\.\\./\\.\\./dist/${name}\\.js" [a-z]+$`));
    const stub = read(`dist/${name}.js`);
    expect(stub).toContain(`run('${name}')`);
    expect(stub.length).toBeLessThan(250);
  });

  test('its defaults are values it accepts, and what it requires it cannot do without', () => {
    for (const doc of describeInputs(definition)) {
      const field = definition.inputs.shape[doc.name] as z.ZodType;
      if (doc.required) expect(field.safeParse(undefined).success).toBe(false);
      if (doc.default === undefined || doc.default.startsWith('${{')) continue;
      expect([doc.name, field.safeParse(doc.default).success]).toEqual([doc.name, true]);
    }
  });

  test('its README shows every input and output, and an example that uses only what there is', async () => {
    const readme = read(`actions/${name}/README.md`);
    for (const key of [...Object.keys(yml.inputs ?? {}), ...Object.keys(definition.outputs)])
      expect(readme).toContain(`| \`${key}\` |`);
    const example = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    for (const key of Object.keys(definition.example)) expect(Object.keys(definition.inputs.shape)).toContain(key);
    if (definition.kind === 'gate' || definition.kind === 'composite' || definition.alone !== undefined)
      expect(await diagnose(example, 'workflow')).toEqual([]);
    else expect((parse(example) as { steps: unknown[] }).steps.length).toBe(1);
  });
});

test('the root action.yml is the router', async () => {
  const own = parse(read('action.yml')) as ActionYml;
  expect(own).toEqual({
    ...(parse(read('actions/router/action.yml')) as ActionYml),
    runs: { using: 'node24', main: 'dist/router.js' },
  });
  expect(await diagnose(read('action.yml'), 'action')).toEqual([]);
});
