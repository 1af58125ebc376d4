import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { TIER_B_MARKER } from '../../src/core/gate-registry/comment.ts';
import { runReportSchema } from '../../src/core/gate-registry/run-report.ts';
import { tierWorkflows } from '../../src/generator/tier-set.ts';
import { parsePins } from '../../src/generator/pins.ts';
import { ACT_VERSION } from '../../src/local/executor/act.ts';
import { createActLog, type ActStep } from '../../src/local/executor/act-log.ts';
import { CHECKOUT_DIR } from '../../src/local/executor/action.ts';
import { allActions } from '../../src/registry.ts';
import { readFlow } from '../../src/runtime/flow-file.ts';
import { loadProfile } from '../../src/runtime/profile.ts';
import { IDS, openWorld, type World } from '../unit/runtime/tier/world.ts';

// The generated Tier B workflow with the built actions and gates that are real commands, under act; GitHub is a stand-in on loopback.
const root = fileURLToPath(new URL('../..', import.meta.url));
const act = spawnSync('act', ['--version'], { encoding: 'utf8' });
// Without this act the workflow cannot run: skipped, as docs/running-act.md says. The same gates run without it in
// test/unit/runtime/gate-registry, the same jobs in test/unit/runtime/tier.
const underAct = act.status === 0 && act.stdout.includes(ACT_VERSION) ? describe : describe.skip;

const pins = parsePins(readFileSync(join(root, 'workflows-templates/pins/pins.yml'), 'utf8'), 'pins.yml');
const made = tierWorkflows({
  ...{ flow: readFlow('generative'), profile: loadProfile('node'), actions: allActions(), pins },
  // act does not know `queue`, which it would ignore.
  tier: { header: 'Test.', queue: false, 'runner-minutes': 1 },
});
const workflow = made.find(({ name }) => name === 'tier-b.yml')!.text;

underAct('Tier B under act', () => {
  let world: World;
  let folder: (...names: string[]) => string;
  let end: { readonly code: number | null; readonly log: string; readonly step: (job: string, id: string) => ActStep };

  beforeAll(async () => {
    world = await openWorld(new Map([['.github/workflows/tier-b.yml', workflow]]));
    folder = (...names) => {
      mkdirSync(join(world.dir, ...names), { recursive: true });
      return join(world.dir, ...names);
    };
    symlinkSync(process.execPath, join(folder('bin'), 'node'));
    // What `uses:` names, in repositories as a runner downloads them.
    for (const part of ['actions', 'dist', 'package.json'])
      cpSync(join(root, part), join(folder('flow'), part), { recursive: true });
    cpSync(CHECKOUT_DIR, folder('checkout'), { recursive: true });
    const upload =
      'name: Upload\ninputs: { name: {}, path: {}, if-no-files-found: {}, retention-days: {} }\nruns:\n  using: composite\n  steps:\n    - shell: bash\n      env: { FILE: \'${{ inputs.path }}\' }\n      run: cp "$FILE" "$ARTEFACTS"\n';
    writeFileSync(join(folder('upload'), 'action.yml'), upload);
    for (const name of ['flow', 'checkout', 'upload']) {
      const git = (...args: string[]) =>
        execFileSync('git', ['-c', 'user.name=M', '-c', 'user.email=m@example.invalid', ...args], {
          cwd: join(world.dir, name),
        });
      git('init', '-q', '-b', 'main');
      git('add', '-A');
      git('commit', '-q', '-m', 'test');
    }
    end = await run();
  }, 120_000);
  afterAll(() => world.close());

  async function run(): Promise<typeof end> {
    const at = folder('run');
    const put = (file: string, text: string): string => {
      writeFileSync(join(at, file), text, { mode: 0o600 });
      return join(at, file);
    };
    const permissions = {
      contents: 'read',
      checks: 'write',
      pull_requests: 'write',
      actions: 'write',
      issues: 'read',
    } as const;
    const token = world.github.mintToken({ actor: 'bot', permissions });
    const inside = {
      GITHUB_REPOSITORY: 'acme/engine',
      GITHUB_REF: 'refs/heads/main',
      SHA_REF: world.base,
      GITHUB_SERVER_URL: world.github.url,
      GITHUB_API_URL: world.github.url,
      ARTEFACTS: folder('artefacts'),
      HOME: folder('home'),
    };
    const uses = [...pins].map(([name, { sha }]) => {
      const dir = name === 'actions/checkout' ? 'checkout' : name === 'actions/upload-artifact' ? 'upload' : 'flow';
      return `${world.github.url}/${name}@${sha}=${join(world.dir, dir)}`;
    });
    const event = {
      ref: 'refs/heads/main',
      inputs: { pr_number: '1', bundle: 'five' },
      repository: { full_name: 'acme/engine', default_branch: 'main' },
    };
    const argv = [
      ...[
        'workflow_dispatch',
        '-W',
        put('tier-b.yml', workflow),
        '-e',
        put('event.json', JSON.stringify(event)),
        '-a',
        'maintainer',
      ],
      ...[
        '-C',
        folder('run', 'work'),
        '-P',
        'ubuntu-latest=-self-hosted',
        '-P',
        'gates=-self-hosted',
        '--rm',
        '--json',
      ],
      ...['--secret-file', put('secrets.yml', JSON.stringify({ GITHUB_TOKEN: token }))],
      ...['--no-cache-server', '--no-skip-checkout', '--action-cache-path', folder('run', 'actions')],
      ...uses.flatMap((one) => ['--local-repository', one]),
      ...Object.entries(inside).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
    ];
    const env = {
      PATH: `${join(world.dir, 'bin')}:${process.env['PATH']}`,
      HOME: folder('run', 'empty'),
      XDG_CACHE_HOME: folder('run', 'cache'),
      XDG_CONFIG_HOME: folder('run', 'config'),
    };
    const child = spawn('act', argv, { cwd: join(at, 'work'), env, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    const read = createActLog();
    for (const line of log.split('\n')) read.read(line);
    const step = (job: string, id: string): ActStep => {
      const found = read.step(job, id);
      if (found === undefined) throw new Error(`act did not run ${job}/${id}:\n${log}`);
      return found;
    };
    return { code, log, step };
  }

  const WANTED = ['pass', 'fail (exit)', 'fail (timeout)', 'fail (missing-env)', 'pending (external)'];

  test('resolves, looks again, runs every gate that can, and reports a row for each', () => {
    const resolved = end.step('resolve', 'tier-resolve').outputs;
    expect(resolved).toMatchObject({ state: 'ready', merge: world.merge(), head: world.head(), base: world.base });
    expect(end.step('approve', 'tier-resolve').outputs).toMatchObject({ state: 'ready', merge: world.merge() });
    const gates = end.step('gates', 'gate-registry');
    expect([gates.outcome, gates.outputs['verdict'], gates.outputs['evidence']]).toEqual([
      'success',
      'fail',
      '1 pass, 3 fail, 1 pending',
    ]);
    // Nothing of what a gate printed was a command to the runner.
    expect(gates.annotations.filter(({ message }) => message.includes('told by the branch'))).toEqual([]);
    expect(end.step('watch', 'tier-watch').outputs['outcome']).toBe('taken');
    const report = end.step('report', 'tier-report');
    expect([report.outcome, report.outputs['verdict'], report.outputs['facts'], end.code]).toEqual([
      'failure',
      'fail',
      '[]',
      1,
    ]);
    expect(report.summary).toMatch(/^### ❌ five: fail/);
  });

  test('one comment with real newlines, a Check Run for each gate that ran, the report as an artefact', async () => {
    const comments = ((await world.api('/issues/1/comments')) as { body: string; user: { login: string } }[]).filter(
      ({ body }) => body.startsWith(TIER_B_MARKER),
    );
    expect(comments).toHaveLength(1);
    const rows = comments[0]!.body.split('\n').filter((line) => line.startsWith('| `demo:'));
    expect(rows.map((row) => row.split('|')[2]!.trim().replace(/^\S+ /, ''))).toEqual(WANTED);
    const checks = (
      (await world.api(`/commits/${world.head()}/check-runs`)) as { check_runs: { name: string; conclusion: string }[] }
    ).check_runs;
    expect(checks.map(({ name, conclusion }) => [name, conclusion]).sort()).toEqual([
      ['generative:gate:demo:fail', 'failure'],
      ['generative:gate:demo:hang', 'failure'],
      ['generative:gate:demo:pass', 'success'],
    ]);
    const artefact = runReportSchema.parse(JSON.parse(readFileSync(join(world.dir, 'artefacts/tier-b.json'), 'utf8')));
    expect(artefact.rows.map(({ id }) => id)).toEqual(IDS);
    // A-69 the branch has another registry, in which demo:fail passes.
    expect(artefact.registry.commit).toBe(world.base);
    expect(world.asked).toContain('DELETE /deployments/5');
    expect(world.github.violations).toEqual([]);
  });

  test('nothing of the hanging gate is left', () => {
    if (!existsSync('/proc/self/cwd')) return;
    const left = readdirSync('/proc').filter((id) => {
      try {
        return /^\d+$/.test(id) && readlinkSync(`/proc/${id}/cwd`).startsWith(world.dir);
      } catch {
        return false;
      }
    });
    expect(left.filter((id) => id !== String(process.pid))).toEqual([]);
  });
});
