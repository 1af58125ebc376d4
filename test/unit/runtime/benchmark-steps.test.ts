import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { machineFingerprint } from '../../../src/core/machine.ts';
import { findGate } from '../../../src/gates/index.ts';
import { gateInputs } from '../../../src/gates/inputs.ts';
import { runGate } from '../../../src/runtime/gate.ts';
import { seenMachine } from '../../../src/runtime/machine.ts';
import { said } from '../../fixtures/gates/observation.ts';
import { ScratchRepository } from '../../fixtures/gates/scratch-repository.ts';

const repo = new ScratchRepository();
const page = readFileSync(new URL('../../../docs/gate-benchmarks.md', import.meta.url), 'utf8');
const chain = /```yaml chain\n([^]*?)```/.exec(page)![1]!;
/** Times a loop, as a program of a repository does. */
const PROGRAM = `
import { writeFileSync } from 'node:fs';
const start = performance.now();
let sum = 0;
for (let i = 0; i < 1e5; i++) sum += Math.sqrt(i);
writeFileSync(process.argv[2], JSON.stringify([{ name: 'loop', unit: 'ms', value: performance.now() - start + sum * 0 }]));
`;
const judge = async () => {
  const inputs = gateInputs.parse({ 'working-directory': repo.dir, profile: 'timed', 'profile-file': 'profile.yml' });
  const { result, evidence } = await runGate(findGate('benchmarks')!, inputs);
  const of = (name: string) => evidence.find(({ key }) => key === name)?.value;
  return { brief: [result.verdict, ...said(result)], of };
};

beforeAll(() => void jest.spyOn(process.stdout, 'write').mockReturnValue(true));
beforeEach(() => void repo.write('package.json', '{ "type": "module" }\n').write('bench/hot-path.js', PROGRAM));
afterAll(() => repo[Symbol.dispose]());

test('the chain of the page: without cargo and without its program, the hot path is timed, and the evidence says by which method', async () => {
  // The tools of the page's first two methods, by names that no machine has.
  const absent = chain.replaceAll('cargo', 'no-such-cargo').replaceAll('ternary-bench', 'no-such-bench');
  repo
    .write('profile.yml', `profile: timed\nextends: node\ntitle: Timed\nsetup: []\n${absent}`)
    .commit('feat: a bench');
  const { brief, of } = await judge();
  expect(brief).toEqual([
    'pass',
    expect.stringMatching(/^loop: [\d.e-]+ ms; baseline established$/),
    expect.stringContaining(`machine: ${machineFingerprint(seenMachine(), [`node ${process.version}`])}: `),
  ]);
  expect([of('method'), of('tool')]).toEqual(['alt2', `node ${process.version}`]);
});

const step = (more: string, argv = "['{node}', bench/hot-path.js, '{out}/b.json']") =>
  `profile: timed\nextends: node\ntitle: Timed\nsetup: []\ngates: { benchmarks: { methods: [{ name: primary, steps: [{ id: run, argv: ${argv}, parser: benchmark-json, ${more} }] }] } }\n`;

test('A-68 a report that was checked in is none, although the program ends well', async () => {
  const old = "['{node}', -e, '0']";
  repo
    .write('results.json', '[{"name":"loop","unit":"ms","value":1.25}]')
    .write('profile.yml', step('reports: [results.json]', old));
  repo.commit('bench: results');
  expect((await judge()).brief).toEqual([
    'fail',
    'benchmarks: no baseline: 1 finding, 0 measured',
    'no report: run: it wrote none of the files in `reports`',
  ]);
});

test('a step whose programs are not there ends its method, and with none left the tool is missing', async () => {
  repo.write('profile.yml', step("reports: ['{out}/b.json'], needs: [no-such-gpu-tool]")).commit('bench: a need');
  expect((await judge()).brief).toEqual(['skipped', 'benchmarks: tool missing: no-such-gpu-tool']);
});

test('a tree without benchmarks starts nothing', async () => {
  repo.remove('bench/hot-path.js').write('profile.yml', step("reports: ['{out}/b.json']", "['{node}', -e, 'throw 1']"));
  repo.commit('bench: none');
  expect((await judge()).brief).toEqual(['skipped', 'benchmarks: there are none: no file matches bench/**']);
});
