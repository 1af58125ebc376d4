// Runs every gate action alone, each in a job of its own, in one workflow under act, on the Node sample with a branch that changes it.
//   node scripts/act-gates.mjs     prints a table; exits 1 when a gate gives no verdict, or another one than is known; needs act on PATH and a built dist/
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const base = join(root, 'build', 'act-gates');
rmSync(base, { recursive: true, force: true });
const folder = (...names) => {
  const path = join(base, ...names);
  mkdirSync(path, { recursive: true });
  return path;
};
const git = (cwd, ...args) => {
  const who = ['-c', 'user.name=A Person', '-c', 'user.email=person@example.invalid'];
  const done = spawnSync('git', [...who, ...args], { cwd, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`git ${args.join(' ')}: ${done.error?.message ?? done.stderr}`);
  return done.stdout.trim();
};

/** What each gate says of this branch; of the advisories of a registry that may not answer, either. */
const EXPECTED = {
  api: ['pass'],
  benchmarks: ['pass'],
  build: ['pass'],
  clippy: ['pass'],
  crossval: ['skipped'],
  docs: ['pass'],
  features: ['skipped'],
  format: ['pass'],
  freshness: ['pass'],
  fuzz: ['skipped'],
  governance: ['pass'],
  hygiene: ['pass'],
  mutation: ['skipped'],
  quantization: ['skipped'],
  scope: ['pass'],
  security: ['pass', 'skipped'],
  spec: ['fail'],
  tests: ['pass'],
};
/** Inputs that a gate needs beyond profile and base. */
const MORE = { 'gate-scope': ', allow: README.md' };

const work = folder('work');
cpSync(join(root, 'examples/node-ternary/repo'), work, { recursive: true });
git(work, 'init', '-q', '-b', 'main');
git(work, 'add', '-A');
git(work, 'commit', '-q', '-m', 'feat: the sample');
const from = git(work, 'rev-parse', 'HEAD');
appendFileSync(join(work, 'README.md'), '\nA branch says one thing more.\n');
git(work, 'add', '-A');
git(work, 'commit', '-q', '-m', 'docs: one thing more');
const sha = git(work, 'rev-parse', 'HEAD');

// What `uses:` names, as a repository that a runner downloads.
const gates = readdirSync(join(root, 'actions')).filter((name) => name.startsWith('gate-') && name !== 'gate-registry');
for (const part of [...gates.map((name) => `actions/${name}`), 'dist', 'package.json'])
  cpSync(join(root, part), join(folder('action'), part), { recursive: true });
git(folder('action'), 'init', '-q', '-b', 'main');
git(folder('action'), 'add', '-A');
git(folder('action'), 'commit', '-q', '-m', 'build: actions');

const job = (name) => `  ${name}:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v6
        with: { fetch-depth: 0, persist-credentials: false }
      - id: gate
        continue-on-error: true
        uses: bitnet-flow/bitnet-flow/actions/${name}@v1
        with: { profile: node, base: ${from}${MORE[name] ?? ''} }
      - if: always()
        env: { STEPS: '\${{ toJSON(steps) }}' }
        run: printf '%s' "$STEPS" > "$TOLD/${name}.json"
`;
const workflow = join(folder('workflow'), 'gates.yml');
writeFileSync(workflow, `name: every gate alone\non: push\njobs:\n${gates.map(job).join('')}`);
writeFileSync(
  join(base, 'event.json'),
  JSON.stringify({ ref: 'refs/heads/work', after: sha, head_commit: { id: sha } }),
);
// act starts the `node` it finds first; its own configuration is read from HOME, which must therefore be empty.
symlinkSync(process.execPath, join(folder('bin'), 'node'));
const inside = {
  HOME: process.env.HOME ?? folder('home'),
  GITHUB_REPOSITORY: 'acme/sample',
  GITHUB_REF: 'refs/heads/work',
  SHA_REF: sha,
  TOLD: folder('told'),
};
const begun = performance.now();
const done = spawnSync(
  'act',
  [
    ...[
      'push',
      '-W',
      workflow,
      '-e',
      join(base, 'event.json'),
      '-C',
      work,
      '-a',
      'maintainer',
      '--concurrent-jobs',
      '2',
    ],
    ...['-P', 'ubuntu-latest=-self-hosted', '--rm', '--no-cache-server', '--action-cache-path', folder('actions')],
    ...['--local-repository', `https://github.com/bitnet-flow/bitnet-flow@v1=${folder('action')}`],
    ...Object.entries(inside).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
  ],
  {
    cwd: work,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {
      PATH: `${join(base, 'bin')}:${process.env.PATH}`,
      HOME: folder('home'),
      XDG_CACHE_HOME: folder('cache'),
      XDG_CONFIG_HOME: folder('config'),
    },
  },
);
writeFileSync(join(base, 'log.txt'), `${done.stdout}${done.stderr}`);
if (done.error !== undefined) console.log(`act does not start: ${done.error.message}`);

let wrong = 0;
for (const name of gates) {
  const file = join(base, 'told', `${name}.json`);
  const step = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).gate : undefined;
  const { verdict = 'none', evidence = '' } = step?.outputs ?? {};
  // The result of the job must say what the verdict says.
  const agrees = step?.outcome === (verdict === 'fail' ? 'failure' : 'success');
  const known = EXPECTED[name.slice('gate-'.length)] ?? [];
  const right = agrees && evidence !== '' && known.includes(verdict);
  if (!right) wrong++;
  console.log(`${right ? 'ok   ' : 'WRONG'} ${verdict.padEnd(8)} ${name.padEnd(18)} ${evidence.slice(0, 110)}`);
}
console.log(
  `${gates.length} gates, ${wrong} wrong, ${Math.round((performance.now() - begun) / 1000)} s; log: build/act-gates/log.txt`,
);
process.exitCode = wrong === 0 && gates.length > 0 && done.error === undefined ? 0 : 1;
