import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { blocksOf, root } from './page.ts';

const MINUTES = 60_000;
const page = 'docs/adopting.md';
const blocks = blocksOf(page).filter(({ language, file }) => language === 'sh' && file === 'from-nothing');
let home: string;

/** A home with nothing in it but the clone, where the page says that it is. */
beforeAll(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'adopting-')));
  symlinkSync(root.replace(/\/$/, ''), join(home, 'bitnet-flow'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function shell(script: string): Promise<{ code: number; output: string }> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(GITHUB_|GH_|GIT_|NODE_OPTIONS|INIT_CWD|npm_|BITNET_)/.test(name),
  );
  const who = Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((role) => [
      [`GIT_${role}_NAME`, 'Maintainer'],
      [`GIT_${role}_EMAIL`, 'maintainer@example.invalid'],
    ]),
  ) as Record<string, string>;
  const env = { ...Object.fromEntries(kept), ...who, HOME: home, GIT_CONFIG_NOSYSTEM: '1' };
  return new Promise((resolve) =>
    execFile(
      'bash',
      ['--norc', '-euo', 'pipefail', '-c', script],
      { cwd: home, env, maxBuffer: 1 << 26 },
      (error, stdout, stderr) =>
        resolve({
          code: error === null ? 0 : typeof error.code === 'number' ? error.code : -1,
          output: `${stdout}${stderr}`,
        }),
    ),
  );
}

test('the page takes three files through init, doctor and one hop', () => {
  const text = blocks.map((block) => block.text).join('\n');
  expect([...text.matchAll(/ > (\S+)$/gm)].map(([, file]) => file)).toEqual([
    'package.json',
    'src/index.js',
    'README.md',
  ]);
  for (const command of [
    /^git init/m,
    /^bitnet-flow init --actions/m,
    /^bitnet-flow doctor$/m,
    /start -- --repository .* --hops 1 --runner act/,
  ])
    expect(text).toMatch(command);
});

test(
  'carried out as it stands, it ends with a hop that the installed workflow ran (under act where that is here)',
  async () => {
    const act = await shell('act --version');
    const under = act.code === 0 && /^act version /m.test(act.output);
    const text = blocks.map((block) => block.text).join('\n');
    // What cannot run here is left out and nothing else.
    const { code, output } = await shell(under ? text : text.replace(' --runner act', ''));
    expect([code, code === 0 ? '' : output]).toEqual([0, '']);
    expect(output).toMatch(/^ {2}create +\.github\/workflows\/generative\.yml$/m);
    expect(output).toMatch(/^ {2}unchanged +\.github\/workflows\/generative\.yml$/m);
    expect(output).toMatch(/^ {2}ok +committed +/m);
    expect(output).toMatch(under ? /runner act$/m : /runner embedded$/m);
    expect(output).toMatch(/^ {3}1 {2}issue-creator .* NEXT → spec-analyzer/m);
    const runs = join(home, 'greeter/.bitnet-flow');
    const [run] = readdirSync(runs).filter((name) => name.startsWith('run-'));
    const facts = JSON.parse(readFileSync(join(runs, run!, 'facts.json'), 'utf8')) as {
      kind: string;
      agent: string;
      status?: string;
    }[];
    expect(facts).toContainEqual(expect.objectContaining({ kind: 'end', agent: 'issue-creator', status: 'pass' }));
    expect((await shell('cd greeter && git status --porcelain')).output).toBe('');
    expect(existsSync(join(home, 'greeter/.github/bitnet-flow/config.yml'))).toBe(true);
  },
  3 * MINUTES,
);
