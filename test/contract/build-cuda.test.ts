import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { CUDA_SOURCES_SHA256 } from '../../src/parity/program/cuda-sources.ts';
import { DIGEST_FILE, PROGRAM } from '../../src/parity/program/digest.ts';
import { CACHE_KEY } from '../../src/parity/program/find-program.ts';
import { CACHED_PATHS } from '../../src/parity/program/from-cache.ts';
import { diagnose, root } from './language-service.ts';

const text = readFileSync(`${root}.github/workflows/build-cuda.yml`, 'utf8');
interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly permissions: object;
  readonly jobs: Readonly<
    Record<string, { readonly permissions: Record<string, string>; readonly steps: readonly Step[] }>
  >;
}
const { permissions, jobs } = parse(text) as Workflow;
const step = (uses: string): Step =>
  Object.values(jobs)
    .flatMap(({ steps }) => steps)
    .find((one) => one.uses?.startsWith(`${uses}@`) === true)!;

describe('build-cuda.yml', () => {
  test("passes GitHub's language service", async () => {
    // It has no network, and knows of actions/checkout alone what its inputs are.
    const unknown = /^\d+: Unable to resolve action `actions\//;
    expect((await diagnose(text, 'workflow')).filter((line) => !unknown.test(line))).toEqual([]);
  });

  test('who may sign runs nothing of the branch, and who builds may only read', () => {
    expect(permissions).toEqual({});
    expect(jobs['build']!.permissions).toEqual({ contents: 'read' });
    expect(jobs['attest']!.permissions).toEqual({ 'id-token': 'write', attestations: 'write' });
    expect(jobs['attest']!.steps.map(({ uses }) => uses?.split('@')[0])).toEqual(['actions/attest-build-provenance']);
  });

  test('A-4 every `uses` is pinned, and no expression stands in a script', () => {
    const lines = text.split('\n').filter((line) => line.includes('uses:'));
    for (const line of lines) expect(line).toMatch(/uses: [A-Za-z0-9_./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    for (const { run = '' } of Object.values(jobs).flatMap(({ steps }) => steps)) expect(run).not.toContain('${{');
  });

  test('saves and uploads under the names that the program is looked for by', () => {
    const paths = (one: Step): string[] => one.with!['path']!.trim().split('\n');
    expect(paths(step('actions/cache/save'))).toEqual(CACHED_PATHS);
    expect(paths(step('actions/upload-artifact'))).toEqual(CACHED_PATHS);
    expect(step('actions/upload-artifact').with!['name']).toBe(PROGRAM);
    expect(step('actions/cache/save').with!['key']).toBe(`${PROGRAM}-\${{ steps.digest.outputs.sources }}`);
    expect(CACHE_KEY).toBe(`${PROGRAM}-${CUDA_SOURCES_SHA256}`);
  });
});

describe('what was built', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cuda-build-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const script = join(root, 'scripts/cuda-build-outputs.mjs');
  const say = (digest: string) => {
    writeFileSync(join(folder, PROGRAM), 'program');
    writeFileSync(join(folder, DIGEST_FILE), `${digest}  ${PROGRAM}\n`);
    const env = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') };
    return spawnSync(process.execPath, [script, folder], { env, encoding: 'utf8' });
  };

  test('is said as outputs, and a digest file about something else ends the build', () => {
    const digest = createHash('sha256').update('program').digest('hex');
    expect(say('0'.repeat(64))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`::error::the program has sha256 ${digest}`),
    });
    expect(say(digest).status).toBe(0);
    expect(readFileSync(join(folder, 'output'), 'utf8')).toBe(`sha256=${digest}\nsources=${CUDA_SOURCES_SHA256}\n`);
    expect(readFileSync(join(folder, 'summary'), 'utf8')).toContain('gh attestation verify');
  });
});
