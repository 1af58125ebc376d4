// Runs actionlint and zizmor over every workflow and action of the repository; any finding is a failure.
//   node scripts/validate-workflows.mjs            a tool that cannot be had is `left out: <reason>` and no failure
//   node scripts/validate-workflows.mjs --require  a tool that cannot be had is a failure too
// GitHub's own parser runs in the tests; these two know what it does not.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const tools = join(root, 'build', 'tools');
const ACTIONLINT = '1.7.12';
const ZIZMOR = '1.32.0';

/** actionlint 1.7.12 does not know `concurrency.queue`; everything else it says counts. */
const ACTIONLINT_GAP = 'unexpected key "queue" for "concurrency" section';

const INSTALL_MS = 180_000;
const RUN_MS = 120_000;

function execute(command, args, options = {}) {
  const { timeout = RUN_MS, env = process.env } = options;
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', timeout, env, maxBuffer: 16 * 1024 * 1024 });
  const output = `${done.stdout ?? ''}${done.stderr ?? ''}`.trim();
  return {
    ok: done.error === undefined && done.status === 0,
    status: done.status,
    output: done.error?.message ?? output,
  };
}

function hasVersion(command, args, version) {
  const found = execute(command, args);
  return found.ok && found.output.includes(version);
}

/** Path of a tool at exactly this version, installed below build/ when it is not there; `reason` when it cannot be. */
function actionlint() {
  const own = join(tools, process.platform === 'win32' ? 'actionlint.exe' : 'actionlint');
  for (const path of ['actionlint', own]) if (hasVersion(path, ['-version'], ACTIONLINT)) return { path };
  if (!execute('go', ['version']).ok)
    return { reason: `actionlint ${ACTIONLINT} is not on PATH and there is no go to install it with` };
  const argv = ['install', `github.com/rhysd/actionlint/cmd/actionlint@v${ACTIONLINT}`];
  const installed = execute('go', argv, { timeout: INSTALL_MS, env: { ...process.env, GOBIN: tools } });
  return installed.ok ? { path: own } : { reason: `go install of actionlint failed: ${lastLine(installed.output)}` };
}

function zizmor() {
  const own = join(tools, 'zizmor', process.platform === 'win32' ? 'Scripts/zizmor.exe' : 'bin/zizmor');
  for (const path of ['zizmor', own]) if (hasVersion(path, ['--version'], ZIZMOR)) return { path };
  const venv = execute('python3', ['-m', 'venv', join(tools, 'zizmor')], { timeout: INSTALL_MS });
  if (!venv.ok)
    return {
      reason: `zizmor ${ZIZMOR} is not on PATH and python3 makes no venv to install it in: ${lastLine(venv.output)}`,
    };
  const python = join(tools, 'zizmor', process.platform === 'win32' ? 'Scripts/python.exe' : 'bin/python');
  const installed = execute(
    python,
    ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `zizmor==${ZIZMOR}`],
    {
      timeout: INSTALL_MS,
    },
  );
  return installed.ok ? { path: own } : { reason: `pip install of zizmor failed: ${lastLine(installed.output)}` };
}

function lastLine(text) {
  return text.split('\n').at(-1).slice(0, 200);
}

function yamlFiles(folder) {
  if (!existsSync(join(root, folder))) return [];
  const names = readdirSync(join(root, folder), { withFileTypes: true }).filter(
    (one) => one.isFile() && /\.ya?ml$/.test(one.name),
  );
  return names.map((one) => `${folder}/${one.name}`).sort();
}

const workflows = ['.github/workflows', 'workflows-templates', 'workflows-templates/pins'].flatMap(yamlFiles);
const actions = [
  'action.yml',
  ...readdirSync(join(root, 'actions')).map((name) => `actions/${name}/action.yml`),
].filter((path) => existsSync(join(root, path)));

const CHECKS = [
  {
    name: 'actionlint',
    tool: actionlint,
    files: workflows,
    args: ['-no-color', '-ignore', ACTIONLINT_GAP, '-shellcheck=', '-pyflakes='],
  },
  {
    name: 'zizmor',
    tool: zizmor,
    files: [...workflows, ...actions],
    args: ['--offline', '--no-progress', '--color=never', '--persona=regular'],
  },
];

mkdirSync(tools, { recursive: true });
for (const { name, tool, files, args } of CHECKS) {
  const { path, reason } = tool();
  if (path === undefined) {
    process.stdout.write(`${name}: left out: ${reason}\n`);
    if (process.argv.includes('--require')) process.exitCode = 1;
    continue;
  }
  const result = execute(path, [...args, ...files]);
  if (result.ok) process.stdout.write(`${name}: ${files.length} files, no findings\n`);
  else {
    process.stdout.write(`${name}: findings (exit ${result.status})\n${result.output}\n`);
    process.exitCode = 1;
  }
}
