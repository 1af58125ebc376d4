import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { pinsOfClone } from '../../../src/commands/pins.ts';
import { compileFlow } from '../../../src/generator/compile.ts';
import { judgeWrites } from '../../../src/flow/write-scope.ts';
import { chooseSample, controlOf, readIssue, sweepOf, workflowText, type Sample } from '../../../src/local/sample.ts';
import { allActions } from '../../../src/registry.ts';
import { parseContractMarkdown } from '../../../src/runtime/contract-text.ts';
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

const files = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((path) => statSync(join(dir, path)).isFile());

/** The raw diff that a layer of prepared changes makes of a repository, as `commit` sees it. */
function diffOf(layer: string, repo: string) {
  const entry = (path: string, status: 'A' | 'M' | 'D') => ({
    path,
    status,
    oldMode: status === 'A' ? '000000' : '100644',
    newMode: status === 'D' ? '000000' : '100644',
    validUtf8: true,
  });
  const list = join(layer, '.delete');
  const gone = existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(Boolean) : [];
  const put = files(layer).filter((path) => path !== '.delete');
  return [
    ...gone.filter((path) => existsSync(join(repo, path))).map((path) => entry(path, 'D')),
    ...put.map((path) => entry(path, existsSync(join(repo, path)) ? 'M' : 'A')),
  ] as unknown as Parameters<typeof judgeWrites>[0];
}

describe.each([
  ['node-ternary', 'src/absmean.js', 'src/quantize.js'],
  ['rust-ternary', 'crates/ternary/src/absmean.rs', 'crates/ternary/src/quantize.rs'],
])('the contract of %s', (folder, denied, moved) => {
  const sample: Sample = { name: folder, folder, variant: 'default', workflow: 'x.yml', profile: 'ternary', about: '' };
  const contract = parseContractMarkdown(readIssue(root, sample).body, 'issue.md')!;
  const text = readFileSync(`${root}examples/${folder}/repo/${PROFILE_FILE}`, 'utf8');
  const { code, tests, docs, spec } = loadProfile('ternary', text, PROFILE_FILE).scopes;
  const judge = (layer: string) =>
    judgeWrites(
      diffOf(join(root, 'examples', folder, 'agents', layer), join(root, 'examples', folder, 'repo')),
      {
        stage: 'work',
        scope: [...code, ...tests, ...docs, ...spec],
        contract: {
          sha256: '',
          allow: [...contract.scope.allow],
          deny: [...contract.scope.deny],
          requires: [],
          pin: false,
        },
      },
      [],
    );

  test('lets every prepared change through', () => {
    const layers = ['changes', 'changes-broken'].flatMap((variant) =>
      readdirSync(join(root, 'examples', folder, 'agents', variant)).map((agent) => `${variant}/${agent}`),
    );
    expect(layers.length).toBeGreaterThan(10);
    expect(layers.flatMap(judge)).toEqual([]);
  });

  test('stops the rename of the variant out-of-scope at its old name, which a look at new names alone would miss', () => {
    const layer = 'changes-out-of-scope/impl-creator';
    expect(judge(layer)).toEqual([{ path: denied, rule: 'denied', detail: `the contract denies ${denied}` }]);
    // It is a rename: the same bytes under another name, which the contract allows.
    const bytes = (...parts: string[]) => readFileSync(join(root, 'examples', folder, ...parts), 'utf8');
    expect(bytes('agents', layer, moved)).toBe(bytes('repo', denied));
  });
});

test('the samples of a bad ending are chosen by name', () => {
  expect(chooseSample('node-out-of-scope').sample).toMatchObject({ folder: 'node-ternary', variant: 'out-of-scope' });
  expect(chooseSample('out-of-scope').sample.variant).toBe('out-of-scope');
  expect(() => chooseSample('out-of-scop')).toThrow('no sample');
});
