import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { diagnose, root } from './language-service.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Record<string, unknown>;
  readonly env?: Record<string, string>;
}

interface Job {
  readonly if?: string;
  readonly needs?: string;
  readonly environment?: string;
  readonly permissions: Record<string, string>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}

const text = readFileSync(`${root}.github/workflows/release.yml`, 'utf8');
const { jobs, permissions } = parse(text) as { jobs: Record<string, Job>; permissions: unknown };
const steps = Object.values(jobs).flatMap((job) => job.steps);
const commands = (job: string): string[] => jobs[job]!.steps.flatMap(({ run }) => (run === undefined ? [] : [run]));

describe('release.yml', () => {
  test("passes GitHub's language service", async () => expect(await diagnose(text, 'workflow')).toEqual([]));

  test('A-4: no expression reaches a script; checkouts are pinned and leave no credentials', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
    for (const { uses, with: given } of steps.filter((step) => step.uses !== undefined)) {
      expect(uses).toMatch(/^actions\/checkout@[0-9a-f]{40}$/);
      expect(given).toEqual({ 'fetch-depth': 0, 'persist-credentials': false });
    }
  });

  test('nothing happens before all is verified, and nothing at all in a dry run', () => {
    expect(Object.entries(jobs).map(([id, { needs }]) => [id, needs])).toEqual([
      ['verify', undefined],
      ['attest', 'verify'],
      ['tag', 'attest'],
      ['mirrors', 'tag'],
    ]);
    expect(jobs['attest']!.if).toBe('${{ !inputs.dry-run }}');
    expect(commands('verify')).toContain('bash .ci/run');
    const dry = commands('verify').filter((run) => run.includes('release/cli.ts') && !run.includes(' check '));
    expect(dry).toHaveLength(3);
    for (const run of dry) expect(run).toMatch(/ --dry-run$/);
    for (const job of ['attest', 'tag', 'mirrors'])
      expect(commands(job).at(-1)).toContain(`cli.ts ${job} --version "$VERSION"`);
  });

  test('each job may do what its step does, and the secret reaches one step', () => {
    expect(permissions).toEqual({});
    expect(Object.fromEntries(Object.entries(jobs).map(([id, job]) => [id, job.permissions]))).toEqual({
      verify: { contents: 'read' },
      attest: { contents: 'read', 'id-token': 'write', attestations: 'write' },
      tag: { contents: 'write' },
      mirrors: { contents: 'read' },
    });
    expect(text.match(/secrets\./g)).toHaveLength(1);
    expect(jobs['mirrors']!.steps.at(-1)!.env).toEqual({ RELEASE_TOKEN: '${{ secrets.BITNET_FLOW_MIRROR_TOKEN }}' });
    for (const job of ['tag', 'mirrors']) expect(jobs[job]!.environment).toBe('release');
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });
});
