import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { findGate } from '../../../src/gates/index.ts';
import { gateInputs } from '../../../src/gates/inputs.ts';
import { runGate } from '../../../src/runtime/gate.ts';
import { ScratchRepository } from '../../fixtures/gates/scratch-repository.ts';
import { said } from '../../fixtures/gates/observation.ts';

const repo = new ScratchRepository();
let base = '';

beforeAll(() => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  const settings = {
    compilerOptions: { module: 'NodeNext', allowJs: true, checkJs: true, noEmit: true, types: [] },
    include: ['src'],
  };
  repo.write('.gitignore', 'node_modules\n').write('tsconfig.json', JSON.stringify(settings));
  repo.write('package.json', '{ "name": "pkg", "type": "module", "exports": "./src/index.js" }\n');
  repo.write('src/index.js', "export { sum } from './sum.js';\n");
  repo.write(
    'src/sum.js',
    '/** @param {number} a\n * @returns {number} */\nexport function sum(a) {\n  return a;\n}\n',
  );
  base = repo.commit('feat: sum');
  repo.link('node_modules', resolve('node_modules'));
});
afterAll(() => repo[Symbol.dispose]());

const judge = async (profile: string) => {
  const inputs = gateInputs.parse({ 'working-directory': repo.dir, base, profile });
  const { result } = await runGate(findGate('api')!, inputs);
  return [result.verdict, ...said(result)];
};

test('the surface of a JavaScript package, by its own compiler on base and head; the checkout stays as it was', async () => {
  repo.write(
    'src/sum.js',
    '/** @param {string} b\n * @returns {number} */\nexport function sum(b) {\n  return b.length;\n}\n',
  );
  repo.commit('feat: words');
  expect(await judge('node')).toEqual([
    'fail',
    'api: breaking',
    'public items: 2, 0 new, 0 gone, 1 different',
    'migration: not told: .#sum',
  ]);
  expect(repo.git('status', '--porcelain')).toBe('');
}, 60_000);

test('nothing runs where no source changed', async () => {
  base = repo.head();
  repo.write('README.md', '# pkg\n');
  repo.commit('docs: a page');
  expect(await judge('node')).toEqual(['pass', 'api: none; no source of the surface changed']);
});

test('the surface of a crate needs no toolchain', async () => {
  repo.write('Cargo.toml', '[package]\nname = "pkg"\n').write('src/lib.rs', 'pub fn f() {}\n');
  base = repo.commit('feat: a crate');
  repo.write('src/lib.rs', 'pub mod m;\npub use m::f;\n').write('src/m.rs', 'pub fn f() {}\npub fn g() {}\n');
  repo.commit('feat: a module');
  expect(await judge('cargo')).toEqual(['pass', 'api: additive', 'public items: 4, 3 new, 0 gone, 0 different']);
});
