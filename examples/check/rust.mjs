import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf, brokenLinks } from './pages.mjs';
import { run } from './run.mjs';

export const scopes = {
  spec: [/^docs\/(explanation|reference)\//],
  tests: [/^tests\//, /^crates\/[^/]+\/(tests|benches)\//, /^fuzz\//],
  code: [/^crates\/[^/]+\/src\//],
  docs: [/^docs\//, /^README\.md$/],
  deps: [/(^|\/)Cargo\.toml$/, /^Cargo\.lock$/],
};

/** Errors that say nothing but "this name does not exist". */
const UNRESOLVED = ['E0412', 'E0425', 'E0432', 'E0433'];

const TESTS = 'crates/ternary/tests';

/** Why this sample cannot be checked here, or undefined. */
export async function unavailable() {
  try {
    const { code, all } = await run(['cargo', '--version'], { cwd: process.cwd() });
    return code === 0 ? undefined : all.trim();
  } catch (error) {
    return `cargo: ${error.code}`;
  }
}

/** The codes of the errors in cargo's JSON lines; an error without a code counts by its text. */
function errorCodes(stdout) {
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
    .filter(({ reason, message }) => reason === 'compiler-message' && message.level === 'error')
    .map(({ message }) => message.code?.code ?? message.message)
    .filter((code) => !/^aborting due to/.test(code));
}

/** Runs the tools of the sample on a tree. `target` is shared by all trees of one path. */
export async function judge(cwd, { target }) {
  const cargo = (...args) =>
    run(['cargo', ...args], { cwd, env: { CARGO_TARGET_DIR: target, CARGO_TERM_COLOR: 'never' } });
  const targets = readdirSync(join(cwd, TESTS)).filter((name) => name.endsWith('.rs'));
  // One after the other: they share the target folder and would wait for its lock.
  const format = await cargo('fmt', '--all', '--check');
  const build = await cargo('build', '--workspace', '--offline', '--locked');
  const clippy = await cargo(
    'clippy',
    '--workspace',
    '--all-targets',
    '--offline',
    '--message-format=json',
    '--',
    '-D',
    'warnings',
  );
  const errors = errorCodes(clippy.stdout);
  const buildRed = errors.length > 0 && errors.every((code) => UNRESOLVED.includes(code));

  const tests = new Map();
  const read = ({ stdout }) => {
    const ordinals = new Map();
    for (const [, name, verdict] of stdout.matchAll(/^test (.+) \.\.\. (ok|FAILED)$/gm)) {
      // A doc-test is named by its line, which moves with the page: count them per page instead.
      const page = /^(.+) \(line \d+\)$/.exec(name)?.[1];
      const ordinal = (ordinals.get(page) ?? 0) + 1;
      ordinals.set(page, ordinal);
      tests.set(page === undefined ? name : `${page} #${ordinal}`, verdict === 'ok');
    }
  };
  if (clippy.code === 0) {
    read(await cargo('test', '--workspace', '--offline', '--no-fail-fast'));
  } else {
    // The red phase: a target that does not compile fails with each of its tests; the others run.
    read(await cargo('test', '--workspace', '--offline', '--doc'));
    for (const name of targets) {
      const result = await cargo('test', '--offline', '--test', name.replace(/\.rs$/, ''));
      read(result);
      if (result.stdout.includes('test result:')) continue;
      const source = readFileSync(join(cwd, TESTS, name), 'utf8');
      for (const [, test] of source.matchAll(/#\[test\]\s+fn (\w+)/g)) tests.set(test, false);
    }
  }
  const doc = await cargo('doc', '--workspace', '--no-deps', '--offline', '--message-format=json');
  return {
    format: format.code === 0,
    lint: clippy.code === 0,
    build: build.code === 0,
    buildRed,
    tests,
    examples: blocksOf(cwd, 'rust').length,
    docs: [...brokenLinks(cwd), ...(doc.stdout.includes('"level":"warning"') ? ['cargo doc warns'] : [])],
    log: [format, build, clippy].filter(({ code }) => code !== 0).map(({ all }) => all.slice(-4000)),
  };
}
