// A stand-in for actions/checkout without dependencies: fetch, then a detached checkout in the workspace.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';

const input = (name) => (process.env[`INPUT_${name.toUpperCase()}`] ?? '').trim();

function fail(message) {
  process.stdout.write(`::error::${message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}\n`);
  process.exit(1);
}

const server = (process.env.GITHUB_SERVER_URL ?? '').replace(/\/+$/, '');
const repository = input('repository') || process.env.GITHUB_REPOSITORY || '';
const asked = input('ref');
const ref = asked || process.env.GITHUB_SHA || '';
const depth = input('fetch-depth') || '1';
const workspace = resolve(process.env.GITHUB_WORKSPACE ?? '.');
const dir = resolve(workspace, input('path') || '.');
const token = input('token');

if (!/^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/.test(repository)) fail(`input repository is "${repository}": use owner/name`);
if (ref === '' || /^-|[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{/.test(ref))
  fail(`input ref is "${ref}": not a valid branch, tag or sha`);
if (!/^\d{1,9}$/.test(depth)) fail(`input fetch-depth is "${depth}": use a number, 0 for everything`);
if (relative(workspace, dir).startsWith('..')) fail(`input path is "${input('path')}": it must stay in the workspace`);

// The token travels in the environment of git alone: an argument could be read by every process of the machine.
const header = `http.${server}/.extraheader`;
const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
const settings = [
  ['gc.auto', '0'],
  ['protocol.version', '2'],
  ['advice.detachedHead', 'false'],
  ['core.hooksPath', '/dev/null'],
  ...(token === '' ? [] : [[header, `AUTHORIZATION: basic ${basic}`]]),
];
if (token !== '') process.stdout.write(`::add-mask::${basic}\n`);
const env = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  LANG: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_COUNT: String(settings.length),
};
settings.forEach(([key, value], at) => {
  env[`GIT_CONFIG_KEY_${at}`] = key;
  env[`GIT_CONFIG_VALUE_${at}`] = value;
});

function git(...args) {
  try {
    return execFileSync('git', args, { cwd: dir, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  } catch (error) {
    const text = `${error.stderr ?? ''}`.trim() || error.message;
    return fail(`git ${args[0]} failed for ${repository} at "${ref}": ${text}`);
  }
}

const isSha = /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(ref);
mkdirSync(dir, { recursive: true });
git('init', '-q', '--initial-branch=main');
git('remote', 'add', 'origin', `${server}/${repository}.git`);
if (depth === '0') {
  git('fetch', '-q', '--no-tags', 'origin', '+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*');
}
let target = ref;
if (isSha) {
  // With the whole history the commit is usually there already; one that no branch holds is fetched by its sha.
  if (depth !== '0' || !has(ref)) git('fetch', '-q', '--no-tags', ...shallow(), 'origin', ref);
} else {
  target = fullName(ref);
  git('fetch', '-q', '--no-tags', ...shallow(), 'origin', target);
  target = 'FETCH_HEAD';
}
git('checkout', '-q', '--detach', target);
const commit = git('rev-parse', 'HEAD');
if (isSha && commit !== ref) fail(`asked for ${ref}, but ${commit} is checked out`);
if (input('persist-credentials') === 'true' && token !== '')
  git('config', '--local', header, `AUTHORIZATION: basic ${basic}`);

output('ref', asked);
output('commit', commit);
process.stdout.write(`checked out ${repository} at ${commit}\n`);

function shallow() {
  return depth === '0' ? [] : [`--depth=${depth}`];
}

function has(sha) {
  try {
    execFileSync('git', ['cat-file', '-e', `${sha}^{commit}`], { cwd: dir, env, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function fullName(name) {
  if (name.startsWith('refs/')) return name;
  const found = git('ls-remote', 'origin', `refs/heads/${name}`, `refs/tags/${name}`).split('\n')[0] ?? '';
  return found.split('\t')[1] ?? fail(`no branch or tag "${name}" in ${repository}`);
}

function output(name, value) {
  const file = process.env.GITHUB_OUTPUT;
  const mark = `ghadelimiter_${randomUUID()}`;
  if (file) appendFileSync(file, `${name}<<${mark}\n${value}\n${mark}\n`);
}
