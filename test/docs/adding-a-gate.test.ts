import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { blocksOf, root, type Block } from './page.ts';

const MINUTES = 60_000;
const page = 'docs/adding-a-gate.md';
const blocks = blocksOf(page);
let copy = '';

/** A copy of every file that git knows or would take, with the dependencies of this clone. */
beforeAll(() => {
  mkdirSync(join(root, 'build'), { recursive: true });
  copy = mkdtempSync(join(root, 'build', 'adding-a-gate-'));
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const paths = execFileSync('git', list, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 }).split('\0');
  for (const path of paths) {
    if (path === '' || path.startsWith('examples/') || !existsSync(join(root, path))) continue;
    mkdirSync(join(copy, dirname(path)), { recursive: true });
    copyFileSync(join(root, path), join(copy, path));
  }
  // A repository of its own, or git would apply a diff to the one around it.
  execFileSync('git', ['init', '--quiet', copy]);
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function shell(script: string): { status: number | null; output: string } {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(GITHUB|NODE_OPTIONS|INPUT)/.test(name)),
  );
  const done = spawnSync('bash', ['--norc', '-euo', 'pipefail', '-c', script], { cwd: copy, encoding: 'utf8', env });
  return { status: done.status, output: `${done.stdout}${done.stderr}` };
}

function carryOut(block: Block): void {
  if (block.language === 'sh') {
    // Command by command, so that a failure names its own.
    for (const command of block.text.trim().split('\n')) {
      const { status, output } = shell(command);
      if (status !== 0) throw new Error(`${page}:${block.line}: \`${command}\` ended with ${status}:\n${output}`);
    }
    return;
  }
  if (block.file === undefined) throw new Error(`${page}:${block.line}: the block names no file`);
  const target = join(copy, block.file);
  if (block.language === 'diff') {
    execFileSync('git', ['apply', '-'], { cwd: copy, input: block.text, stdio: ['pipe', 'inherit', 'inherit'] });
    return;
  }
  expect(existsSync(target)).toBe(false);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, block.text);
}

test('the page holds what a gate is made of: its file, its word, a registry line, a place in the flow, a test and commands', () => {
  expect(blocks.map(({ language, file }) => [language, file])).toEqual([
    ['ts', 'src/gates/changelog.ts'],
    ['diff', 'src/core/names.ts'],
    ['diff', 'src/gates/index.ts'],
    ['diff', 'workflows-templates/flows/generative.yml'],
    ['ts', 'test/unit/gates/changelog.test.ts'],
    ['sh', undefined],
    ['sh', undefined],
    ['sh', undefined],
  ]);
});

test(
  'carried out step by step in a scratch copy, the page adds a gate that is generated, built and runs',
  () => {
    for (const block of blocks) carryOut(block);
  },
  5 * MINUTES,
);

test('its files are as the formatter and the linter want them', () => {
  const files = blocks.flatMap(({ language, file }) => (language === 'ts' ? [file!] : []));
  const { status, output } = shell(`npx --no-install prettier --check ${files.join(' ')}`);
  expect([status, output]).toEqual([0, expect.stringContaining('All matched files')]);
});
