import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { attest, subjectsOf } from '../../../scripts/release/attest.ts';

const top = fileURLToPath(new URL('../../..', import.meta.url));
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'attest-'));
  process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] = 'http://127.0.0.1:1';
});
afterEach(() => {
  rmSync(root, { recursive: true });
  delete process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
});

/** A package in the place of @actions/attest, which needs the live host: it writes down what it is asked to sign. */
function install(answer: string): void {
  const folder = join(root, 'scripts/release/attest/node_modules/@actions/attest/lib');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const code = `import { writeFileSync } from 'node:fs';
export async function attestProvenance(options) {
  writeFileSync(new URL('asked.json', import.meta.url), JSON.stringify(options));
  return ${answer};
}
`;
  writeFileSync(join(folder, 'index.js'), code);
}

const SUBJECTS = [{ name: 'dist/index.js', digest: { sha256: 'a'.repeat(64) } }];

describe('attest', () => {
  test('signs exactly the subjects, and gives the address of the attestation', async () => {
    install(`{ attestationID: '42' }`);
    expect(await attest(root, SUBJECTS, 'secret')).toMatch(/\/attestations\/42$/);
    const asked = readFileSync(
      join(root, 'scripts/release/attest/node_modules/@actions/attest/lib/asked.json'),
      'utf8',
    );
    expect(JSON.parse(asked)).toEqual({ subjects: SUBJECTS, token: 'secret' });
  });

  test('is no success when the host stored nothing', async () => {
    install('{}');
    await expect(attest(root, SUBJECTS, 'secret')).rejects.toThrow('the host stored no attestation');
  });

  test('says what is missing: the package, or an identity to sign with', async () => {
    await expect(attest(root, SUBJECTS, 'secret')).rejects.toThrow(
      'npm ci --ignore-scripts --prefix scripts/release/attest',
    );
    install('{}');
    delete process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
    await expect(attest(root, SUBJECTS, 'secret')).rejects.toThrow('id-token: write');
  });

  test('its package has a lockfile of its own, of one version, without scripts or addresses', () => {
    const folder = `${top}scripts/release/attest/`;
    const own = JSON.parse(readFileSync(`${folder}package.json`, 'utf8')) as { dependencies: Record<string, string> };
    const { packages } = JSON.parse(readFileSync(`${folder}package-lock.json`, 'utf8')) as {
      packages: Record<string, { version?: string; hasInstallScript?: boolean; resolved?: string; integrity?: string }>;
    };
    expect(packages['node_modules/@actions/attest']!.version).toBe(own.dependencies['@actions/attest']);
    for (const [path, one] of Object.entries(packages).filter(([path]) => path !== ''))
      expect([path, one.hasInstallScript, one.resolved, typeof one.integrity]).toEqual([
        path,
        undefined,
        undefined,
        'string',
      ]);
  });
});

test('a release with more files than one attestation can name is refused', () => {
  mkdirSync(join(root, 'dist/cli'), { recursive: true });
  writeFileSync(join(root, 'dist/cli/index.js'), 'x');
  const sums = (count: number): string =>
    Array.from({ length: count }, (_, at) => `${at.toString(16).padStart(64, '0')}  a/${at}\n`).join('');
  expect(subjectsOf(sums(1023), root)).toHaveLength(1024);
  expect(() => subjectsOf(sums(1024), root)).toThrow('1025 files are more than one attestation can name (1024)');
});
