import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { crossval } from '../../../src/gates/crossval.ts';
import { gateInputs } from '../../../src/gates/inputs.ts';
import { runGate } from '../../../src/runtime/gate.ts';
import { said } from '../../fixtures/gates/observation.ts';
import { parityBitnetCpp, perToken } from '../../fixtures/gates/receipts.ts';

/** A repository whose own cross-validation is a program that really runs: it writes the harness's receipt and prints another among its log. */
const PROFILE = `extends: node
profile: own
title: A repository with a cross-validation
setup: []
gates:
  crossval:
    methods:
      - name: primary
        steps:
          - id: harness
            argv: ['{node}', harness.mjs, '{out}']
            env: { GIT_COMMIT: '{sha}' }
            parser: crossval-receipts
            reports: ['{out}/parity-bitnetcpp.json', docs/baselines/*.json]
`;
const harness = (printed: object, commit: string, more = ''): string => `import { writeFileSync } from 'node:fs';
const receipt = { ...${JSON.stringify(parityBitnetCpp)}, commit: ${commit} };
console.log('Comparing logits per position...');
console.log(JSON.stringify(${JSON.stringify(printed)}, undefined, 2));
${more === '' ? "writeFileSync(process.argv[2] + '/parity-bitnetcpp.json', JSON.stringify(receipt));" : more}
`;

let place: string;
const git = (...args: string[]) =>
  execFileSync('git', ['-C', place, '-c', 'user.name=t', '-c', 'user.email=t@example.invalid', ...args], {
    stdio: 'pipe',
    encoding: 'utf8',
  }).trim();
beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  place = join(mkdtempSync(join(tmpdir(), 'receipts-')), 'repo');
  mkdirSync(join(place, 'docs/baselines'), { recursive: true });
  git('init', '-q', '-b', 'main');
  writeFileSync(join(place, 'profile.yml'), PROFILE);
  writeFileSync(join(place, 'docs/baselines/old.json'), JSON.stringify(parityBitnetCpp));
});
afterAll(() => rmSync(dirname(place), { recursive: true, force: true }));

async function judge(program: string) {
  writeFileSync(join(place, 'harness.mjs'), program);
  git('add', '-A');
  git('commit', '-q', '--allow-empty', '-m', 'feat: a harness');
  const inputs = { 'working-directory': place, profile: 'own', 'profile-file': 'profile.yml' };
  return (await runGate(crossval, gateInputs.parse(inputs))).result;
}
const rules = ({ annotations }: Awaited<ReturnType<typeof judge>>) =>
  annotations.map(({ title }) => title.replace('crossval: ', ''));

test('receipts that a program wrote and printed, on the commit that {sha} names', async () => {
  const result = await judge(harness(perToken, 'process.env.GIT_COMMIT'));
  expect([result.verdict, said(result)[1]]).toEqual([
    'pass',
    'repository: Rust vs C++: 8/8 comparisons within their limits',
  ]);
});

test('it printed that the engines diverge, and ended with 0', async () => {
  const result = await judge(
    harness({ ...perToken, status: 'diverged', first_divergence_token: 0 }, 'process.env.GIT_COMMIT'),
  );
  expect([result.verdict, rules(result)]).toEqual(['fail', ['diverged']]);
});

test('a program that names no commit, and one that names the commit before', async () => {
  const before = git('rev-parse', 'HEAD');
  expect(rules(await judge(harness(perToken, "'unknown'")))).toEqual(['no-sha']);
  expect(rules(await judge(harness(perToken, `'${before}'`)))).toEqual(['other-sha']);
});

test('a receipt that lies there counts for nothing, untouched or written out again', async () => {
  expect(rules(await judge('console.log("all positions match");'))).toEqual(['no-receipt']);
  const again = harness(
    perToken,
    "''",
    'writeFileSync(\'docs/baselines/old.json\', JSON.stringify(receipt).replace(\'"commit":""\', \'"commit":"aaaaaaaaaaaa"\'));',
  );
  expect(rules(await judge(again))).toEqual(['other-sha', 'committed']);
});
