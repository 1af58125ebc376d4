import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { findGate } from '../../../src/gates/index.ts';
import { gateInputs } from '../../../src/gates/inputs.ts';
import { runGate } from '../../../src/runtime/gate.ts';
import { said } from '../../fixtures/gates/observation.ts';
import { ScratchRepository } from '../../fixtures/gates/scratch-repository.ts';

const repo = new ScratchRepository();
const LOCK = '{ "lockfileVersion": 3, "packages": { "": {}, "node_modules/a": { "version": "1.0.0" } } }\n';

/** Stands for npm: an advisory per file that it sees beyond the two it is given. */
const TOOL = `
const { readdirSync } = require('node:fs');
const seen = readdirSync('.', { recursive: true }).filter((name) => !/^package(-lock)?\\.json$/.test(name));
const via = seen.map((name) => ({ source: name, name, title: 'seen', url: '', severity: 'low' }));
const vulnerabilities = via.length === 0 ? {} : { a: { severity: 'low', via, nodes: [] } };
const total = Object.keys(vulnerabilities).length;
console.log(JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: { vulnerabilities: { total }, dependencies: { total: 1 } } }));
process.exitCode = total;
`;
const profile = (copies: string) => `profile: audited
extends: node
title: Audited
setup: []
gates:
  security:
    methods:
      - name: primary
        steps:
          - { id: tool, kind: audit, copies: ${copies}, argv: ['{node}', -e, ${JSON.stringify(TOOL)}], version: ['{node}', --version], parser: npm-audit }
`;
const judge = async () => {
  const inputs = gateInputs.parse({
    'working-directory': repo.dir,
    profile: 'audited',
    'profile-file': 'profile.yml',
  });
  const { result, evidence } = await runGate(findGate('security')!, inputs);
  expect(evidence.find(({ key }) => key === 'isolation')?.value).toMatch(
    /, audits with network and without the branch$/,
  );
  return [result.verdict, ...said(result)];
};

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  repo.write('package.json', '{ "dependencies": { "a": "1.0.0" } }\n').write('package-lock.json', LOCK);
  repo.write('.npmrc', 'omit=dev\n').write('src/a.js', 'export {};\n');
  repo.write('profile.yml', profile('[package.json, package-lock.json]'));
  repo.commit('feat: a package');
});
afterAll(() => repo[Symbol.dispose]());

test('A-69 an audit sees the files it is given, and no settings of the branch', async () => {
  expect(await judge()).toEqual(['pass', 'npm audit: clean', 'packages: 1', 'database: the registry was asked']);
  repo.write('profile.yml', profile('[package.json, package-lock.json, .npmrc]'));
  repo.commit('build: more');
  expect(await judge()).toContain('advisories: .npmrc (.npmrc)');
});

test('A-69 a lock file that is a link out of the tree is not read', async () => {
  repo.write('profile.yml', profile('[package.json, package-lock.json]'));
  repo.remove('package-lock.json').link('package-lock.json', '/etc/hostname');
  repo.commit('build: a link');
  expect(await judge()).toEqual(['fail', 'npm audit: package-lock.json: a symbolic link']);
});

test('without a lock file there is nothing to be clean', async () => {
  repo.remove('package-lock.json');
  repo.commit('build: no lock file');
  expect((await judge()).slice(0, 2)).toEqual([
    'fail',
    'npm audit: there is no lock file in the tree: commit package-lock.json',
  ]);
});
