// A stand-in for actions/checkout without dependencies: fetch, then a detached checkout in the workspace.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** Why a checkout did not come to be, in words for a person. */
export class CheckoutError extends Error {}

/**
 * Checks out what the inputs in `env` (as a runner gives them) ask for and returns the outputs. `git(args, { cwd, env })` runs git and
 * resolves with its exit code and all it printed; `print` takes a line of the step's log.
 */
export async function checkout({ env, git, print }) {
  const input = (name) => (env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
  const fail = (message) => {
    throw new CheckoutError(message);
  };
  const server = (env.GITHUB_SERVER_URL ?? '').replace(/\/+$/, '');
  const repository = input('repository') || env.GITHUB_REPOSITORY || '';
  const asked = input('ref');
  const ref = asked || env.GITHUB_SHA || '';
  const depth = input('fetch-depth') || '1';
  const workspace = resolve(env.GITHUB_WORKSPACE ?? '.');
  const dir = resolve(workspace, input('path') || '.');
  const token = input('token');

  if (!/^[a-z]+:\/\/[^\s"\\\]]+$/.test(server)) fail(`GITHUB_SERVER_URL is "${server}": not an address`);
  if (!/^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/.test(repository))
    fail(`input repository is "${repository}": use owner/name`);
  if (ref === '' || /^-|[\x00-\x20\x7f~^:?*[\\]|\.\.|@\{/.test(ref))
    fail(`input ref is "${ref}": not a valid branch, tag or sha`);
  if (!/^\d{1,9}$/.test(depth)) fail(`input fetch-depth is "${depth}": use a number, 0 for everything`);
  if (relative(workspace, dir).startsWith('..'))
    fail(`input path is "${input('path')}": it must stay in the workspace`);

  // The token travels in the environment of git alone: an argument could be read by every process of the machine.
  const header = `http.${server}/.extraheader`;
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  if (token !== '') print(`::add-mask::${basic}`);
  const settings = [
    ['gc.auto', '0'],
    ['maintenance.auto', 'false'],
    ['protocol.version', '2'],
    ['advice.detachedHead', 'false'],
    ['core.hooksPath', '/dev/null'],
    // A workspace does not outlive its run, so nothing waits for the disk.
    ['core.fsync', 'none'],
    // One pack is written faster than a file per object.
    ['fetch.unpackLimit', '1'],
    ...(token === '' ? [] : [[header, `AUTHORIZATION: basic ${basic}`]]),
  ];
  const place = { cwd: dir, env: gitEnvironment(env, settings) };
  const run = async (...args) => {
    const { code, text } = await git(args, place);
    return code === 0 ? text : fail(`git ${args[0]} failed for ${repository} at "${ref}": ${text.trim()}`);
  };
  const shallow = depth === '0' ? [] : [`--depth=${depth}`];

  mkdirSync(dir, { recursive: true });
  makeRepository(join(dir, '.git'), `${server}/${repository}.git`, fail);
  if (depth === '0') {
    await run('fetch', '-q', '--no-tags', 'origin', '+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*');
  }
  const isSha = /^[0-9a-f]{40}$/.test(ref);
  const detach = ['checkout', '-q', '--detach', isSha ? ref : 'FETCH_HEAD'];
  // With the whole history the commit is usually there already; one that no branch holds is fetched by its sha.
  if (!isSha || depth !== '0' || (await git(detach, place)).code !== 0) {
    await run('fetch', '-q', '--no-tags', ...shallow, 'origin', isSha ? ref : await fullName(ref));
    await run(...detach);
  }
  // Detached: HEAD holds the sha itself.
  const commit = readFileSync(join(dir, '.git', 'HEAD'), 'utf8').trim();
  if (isSha && commit !== ref) fail(`asked for ${ref}, but ${commit} is checked out`);
  if (input('persist-credentials') === 'true' && token !== '')
    await run('config', '--local', header, `AUTHORIZATION: basic ${basic}`);
  print(`checked out ${repository} at ${commit}`);
  return { ref: asked, commit };

  async function fullName(name) {
    if (name.startsWith('refs/')) return name;
    const listed = await run('ls-remote', 'origin', `refs/heads/${name}`, `refs/tags/${name}`);
    return /^[0-9a-f]{40}\t(refs\/\S+)$/m.exec(listed)?.[1] ?? fail(`no branch or tag "${name}" in ${repository}`);
  }
}

/** What `git init` and `git remote add` would write, without their processes; a job waits for every checkout. */
function makeRepository(dir, url, fail) {
  if (existsSync(dir)) fail(`${dir} exists: check out into a folder of its own`);
  for (const folder of ['objects/info', 'objects/pack', 'refs/heads', 'refs/tags', 'info']) {
    mkdirSync(join(dir, folder), { recursive: true });
  }
  writeFileSync(join(dir, 'HEAD'), 'ref: refs/heads/main\n');
  const core = '[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = false\n\tlogallrefupdates = true\n';
  const remote = `[remote "origin"]\n\turl = ${url}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n`;
  writeFileSync(join(dir, 'config'), `${core}${remote}`);
}

function gitEnvironment({ PATH, HOME }, settings) {
  const env = {
    ...(PATH === undefined ? {} : { PATH }),
    ...(HOME === undefined ? {} : { HOME }),
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
  return env;
}
