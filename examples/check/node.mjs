import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { blocksOf, brokenLinks } from './pages.mjs';
import { run } from './run.mjs';

const require = createRequire(import.meta.url);

/** The script behind a package's command, run by the Node that runs this. */
function tool(name, command = name) {
  const manifest = require.resolve(`${name}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return [process.execPath, join(dirname(manifest), typeof bin === 'string' ? bin : bin[command])];
}

export const scopes = {
  spec: [/^docs\/(explanation|reference)\//],
  tests: [/^test\//],
  code: [/^src\//],
  docs: [/^docs\//, /^README\.md$/],
  deps: [/^package(-lock)?\.json$/],
};

/** Errors that say nothing but "this name does not exist". */
const UNRESOLVED = ['TS2305', 'TS2339', 'TS2551'];

/** Why this sample cannot be checked here, or undefined. */
export async function unavailable() {
  return undefined;
}

/** Runs the tools of the sample on a tree. */
export async function judge(cwd) {
  const [format, lint, build, tests, ...blocks] = await Promise.all([
    run([...tool('prettier'), '--check', '.'], { cwd }),
    run([...tool('eslint'), '.', '--max-warnings', '0'], { cwd }),
    run(tool('typescript', 'tsc'), { cwd }),
    run([process.execPath, '--test', '--test-reporter=tap'], { cwd }),
    ...blocksOf(cwd, 'js').map(async ({ page, code }) => ({
      page,
      ...(await run([process.execPath, '--input-type=module'], { cwd, input: code })),
    })),
  ]);
  const lines = [...tests.stdout.matchAll(/^(not ok|ok) \d+ - (.+)$/gm)];
  const errors = [...build.all.matchAll(/error (TS\d+)/g)].map(([, code]) => code);
  return {
    format: format.code === 0,
    lint: lint.code === 0,
    build: build.code === 0,
    // tsc reads the tests too: in the red phase it may miss names, and nothing else.
    buildRed: errors.length > 0 && errors.every((code) => UNRESOLVED.includes(code)),
    tests: new Map(lines.map(([, verdict, name]) => [name, verdict === 'ok'])),
    examples: blocks.length,
    docs: [
      ...brokenLinks(cwd),
      ...blocks.filter(({ code }) => code !== 0).map(({ page, stderr }) => `${page}: ${stderr.trim()}`),
    ],
    log: [format, lint, build].filter(({ code }) => code !== 0).map(({ all }) => all),
  };
}
