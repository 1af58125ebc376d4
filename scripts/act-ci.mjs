// Runs the job of .github/workflows/ci.yml that uses this project's own gates, under act, on a clone of HEAD below build/.
//   node scripts/act-ci.mjs     exits 1 when the job fails; needs act on PATH
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const JOB = 'own-gates';

const base = join(root, 'build', 'act-ci');
rmSync(base, { recursive: true, force: true });
const folder = (name) => {
  const path = join(base, name);
  mkdirSync(path, { recursive: true });
  return path;
};

function git(...args) {
  const done = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`git ${args.join(' ')}: ${done.error?.message ?? done.stderr}`);
  return done.stdout.trim();
}

const work = join(base, 'work');
mkdirSync(base, { recursive: true });
git('clone', '--quiet', '--no-hardlinks', root, work);
// A checkout without a branch is one that act makes no repository of; the event is a push to main.
const sha = git('-C', work, 'rev-parse', 'HEAD');
git('-C', work, 'checkout', '--quiet', '-B', 'main', sha);

// act starts the `node` it finds first; its own configuration is read from HOME, which must therefore be empty.
symlinkSync(process.execPath, join(folder('bin'), 'node'));
const event = join(base, 'event.json');
writeFileSync(event, JSON.stringify({ ref: 'refs/heads/main', after: sha, head_commit: { id: sha } }));

/** What an install needs of this machine: registries, proxies, certificates. */
const PASSED = /^(npm_config_\w+|https?_proxy|no_proxy|all_proxy|SSL_CERT_\w+|NODE_EXTRA_CA_CERTS|LANG)$/i;
const passed = Object.entries(process.env).filter(([name]) => PASSED.test(name) && !/^npm_config_prefix$/i.test(name));
const inside = {
  HOME: process.env.HOME ?? folder('home'),
  GITHUB_REPOSITORY: 'bitnet-flow/bitnet-flow',
  GITHUB_REF: 'refs/heads/main',
  SHA_REF: sha,
};
const argv = [
  'push',
  ...['-W', '.github/workflows/ci.yml', '-j', JOB, '-e', event, '-C', work, '-a', 'maintainer'],
  ...['-P', 'ubuntu-latest=-self-hosted', '--rm', '--no-cache-server'],
  ...['--action-cache-path', folder('actions')],
  ...Object.entries(inside).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
];
const done = spawnSync('act', argv, {
  cwd: work,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {
    ...Object.fromEntries(passed),
    PATH: `${join(base, 'bin')}:${process.env.PATH}`,
    HOME: folder('home'),
    XDG_CACHE_HOME: folder('cache'),
    XDG_CONFIG_HOME: folder('config'),
  },
});
if (done.error !== undefined) process.stderr.write(`act does not start: ${done.error.message}\n`);
process.exitCode = done.status === 0 ? 0 : 1;
