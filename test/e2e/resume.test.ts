import { execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { BLOCK_START, decodeBlock, encodeBlock } from '../../src/core/ledger/block.ts';
import { readJournal, type JournalEntry } from '../../src/local/github/journal.ts';
import { root } from './flow-world.ts';

interface End {
  readonly code: number | null;
  readonly signal: string | null;
  readonly text: string;
}

/** `npm start` as a person's process; what it says. */
function start(...args: string[]): Promise<End> {
  const argv = ['--import', import.meta.resolve('tsx'), join(root, 'src/cli.ts'), 'start', ...args];
  const env = { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '', INIT_CWD: root };
  const child = spawn(process.execPath, argv, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal, text })));
}

const folders = (): string[] => readdirSync(join(root, '.bitnet-flow')).filter((name) => name.startsWith('run-'));

/** The run folder that a process said or left, none of those that were there before. */
async function began(...args: string[]): Promise<{ dir: string; end: End }> {
  const before = new Set(existsSync(join(root, '.bitnet-flow')) ? folders() : []);
  const end = await start(...args);
  const name = folders().find((folder) => !before.has(folder) && readSample(folder));
  if (name === undefined) throw new Error(end.text);
  return { dir: join(root, '.bitnet-flow', name), end };
}

/** A run of this test's port, for other tests may start runs at the same time. */
function readSample(folder: string): boolean {
  const path = join(root, '.bitnet-flow', folder, 'github.journal');
  return existsSync(path) && readJournal(path).header.port === port;
}

const effects = (dir: string): Exclude<JournalEntry, { kind: 'run' }>[] =>
  readJournal(join(dir, 'github.journal')).entries.filter((entry) => entry.kind !== 'run');

/** Not a gate's check that a re-run wrote over with the same fact, measured anew: it is the same check. */
function writtenOver(entry: JournalEntry, earlier: readonly JournalEntry[]): boolean {
  const factOf = (one: JournalEntry): string =>
    one.kind === 'request' ? `${one.made?.id} ${String(one.body['external_id'])}` : '';
  const isCheck = (one: JournalEntry): boolean => one.kind === 'request' && /check-runs/.test(one.path);
  return isCheck(entry) && earlier.some((one) => isCheck(one) && factOf(one) === factOf(entry));
}

/** What was done to the repository, without when, by which attempt, and the long texts, which hold what was measured. */
const done = (dir: string): string[] =>
  effects(dir)
    .filter((entry, at, all) => !writtenOver(entry, all.slice(0, at)))
    .map((entry) => {
      if (entry.kind === 'refs') return JSON.stringify(entry.moved);
      const { body: _, output: __, inputs, ...body } = entry.body;
      const { facts: ___, chain: ____, ...input } = (inputs ?? {}) as Record<string, string>;
      // A hop makes one label of those that are missing: a run that is started again makes one more, and a later run one less.
      const run = entry.path.includes('/labels') ? '' : entry.label;
      return JSON.stringify([entry.actor, run, entry.method, entry.path, body, input, entry.made]);
    })
    .sort();

/** The Ledger in its two parts: for people, and the facts without how long a tool took and the digest of its log. */
function ledgerOf(dir: string): { human: string; facts: string } {
  const text = readFileSync(join(dir, 'ledger.md'), 'utf8');
  const block = decodeBlock(text)!;
  const facts = block.facts.map((fact) =>
    fact.kind === 'gate'
      ? {
          ...fact,
          evidence: fact.evidence
            .filter(({ key }) => key !== 'ms' && key !== 'log' && !(fact.gate === 'benchmarks' && key === 'reports'))
            .map(({ key, value }) => ({ key, value: withoutMeasures(value) })),
        }
      : fact,
  );
  expect(block.intact).toBe(true);
  return { human: withoutMeasures(text.split(BLOCK_START)[0]!), facts: encodeBlock(facts) };
}

/** What a benchmark measured differs from run to run, and where actions run under another Node, so do its version and that of its engine. */
const withoutMeasures = (text: string): string =>
  text
    .replace(/[0-9.e+]+ Mweights\/s/g, 'n Mweights/s')
    .replace(/\bnode v?\d+\.\d+\.\d+/g, 'node N')
    // Behind it stands the same, cut at another place.
    .replace(/\bV8 \d+\.\d.*/g, 'V8 N');

async function commits(dir: string): Promise<string> {
  const git = ['--git-dir', join(dir, 'github/acme/node-ternary.git'), 'log', '--format=%H %an %aI %cI %s', 'feat/1'];
  return (await promisify(execFile)('git', git)).stdout;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

// Put there by `node scripts/node24.mjs`. GitHub runs actions under it: the run that is killed does so too, where it is here, and comes to what
// the undisturbed one does under the version that runs the tests.
const node24 = join(root, `build/tools/node24/node_modules/node-${process.platform}-${process.arch}/bin/node`);
const other = existsSync(node24) ? ['--node', node24] : [];

let port = 0;
const made: string[] = [];
afterAll(() => made.forEach((dir) => rmSync(dir, { recursive: true, force: true })));

describe('kill -9 of npm start, then --resume', () => {
  let quiet: string;
  let killed: string;
  const ends: End[] = [];

  /** Where it is killed: by what the undisturbed run did there. */
  const points: readonly (readonly [moment: 'before' | 'after', what: (entry: JournalEntry) => boolean])[] = [
    ['after', (entry) => entry.kind === 'refs' && 'refs/heads/feat/1' in entry.moved],
    ['before', called('POST', /check-runs$/)],
    ['after', called('POST', /check-runs$/, 'generative:gate:guard')],
    ['after', called('POST', /issues\/1\/comments$/)],
    ['after', called('POST', /dispatches$/, undefined, '9000000001')],
    ['after', called('PATCH', /issues\/comments\/1$/, undefined, '9000000002')],
    ['before', called('POST', /dispatches$/, undefined, '9000000002')],
    ['before', called('PATCH', /check-runs/, undefined, '9000000003')],
    ['after', called('POST', /check-runs$/, 'generative:gate:scope', '9000000005')],
    ['after', called('POST', /check-runs$/, 'generative:gate:tests', '9000000010')],
    ['after', called('POST', /pulls$/)],
    ['after', called('POST', /issues\/2\/comments$/)],
    ['after', called('POST', /dispatches$/, undefined, '9000000028')],
    ['before', called('POST', /issues\/2\/labels$/, undefined, '9000000029')],
    ['after', called('PATCH', /issues\/comments\/2$/, undefined, '9000000029')],
  ];
  function called(method: string, path: RegExp, name?: string, label?: string) {
    return (entry: JournalEntry): boolean =>
      entry.kind === 'request' &&
      entry.method === method &&
      path.test(entry.path) &&
      (name === undefined || entry.body['name'] === name) &&
      (label === undefined || entry.label === label);
  }

  beforeAll(async () => {
    port = await freePort();
    const sample = ['--sample', 'node-ternary', '--port', String(port)];
    const first = await began(...sample);
    quiet = first.dir;
    made.push(quiet);
    expect(first.end.text).toMatch(/^ready: Draft PR #2, 29 hops/m);
    const all = effects(quiet);
    const moments = points.map(([moment, what]) => `${moment}:${all.findIndex(what) + 1}`);
    expect(moments.filter((moment) => moment.endsWith(':0'))).toEqual([]);
    for (const [index, moment] of moments.entries()) {
      const again = [...(index === 0 ? sample : ['--resume', killed]), ...other];
      const end =
        index === 0
          ? await began(...again, '--kill-at', moment)
          : { dir: killed, end: await start(...again, '--kill-at', moment) };
      killed = end.dir;
      if (index === 0) made.push(killed);
      ends.push(end.end);
    }
    ends.push(await start('--resume', killed, ...other));
  }, 900_000);

  test('it was killed at every point, and then ended', () => {
    expect(ends.map(({ signal }) => signal)).toEqual([...points.map(() => 'SIGKILL'), null]);
    expect(ends.at(-1)!.text).toMatch(/^ready: Draft PR #2, 29 hops/m);
    expect(ends.at(-1)!.code).toBe(0);
  });

  test('the commits are those of the undisturbed run', async () => {
    expect(await commits(killed)).toBe(await commits(quiet));
  });

  test('the Ledger is that of the undisturbed run, byte by byte, but for what a gate measured', () => {
    expect(ledgerOf(killed).human).toBe(ledgerOf(quiet).human);
    expect(ledgerOf(killed).facts).toBe(ledgerOf(quiet).facts);
  });

  test('no effect is there twice, and none is missing', () => {
    const quietly = effects(quiet);
    expect(quietly.filter((entry, at) => writtenOver(entry, quietly.slice(0, at)))).toEqual([]);
    expect(done(killed)).toEqual(done(quiet));
  });

  test('nothing of the dead hosts is left running', async () => {
    const { stdout } = await promisify(execFile)('ps', ['-eo', 'args']);
    expect(stdout.split('\n').filter((line) => line.includes(killed))).toEqual([]);
  });

  test('a run that has ended says so, and shows its summary again', async () => {
    const end = await start('--resume', killed);
    expect(end.text).toMatch(/^nothing is left to do: the flow has ended$/m);
    expect(end.text).toMatch(/^ready: Draft PR #2, 29 hops/m);
    expect(end.code).toBe(0);
    expect(done(killed)).toEqual(done(quiet));
  });

  test.each([
    [['--sample', 'broken'], /^bad-input \(--sample\): the run in .* is one of node-ternary\. Fix: leave --sample out/],
    [['--runner', 'act'], /^bad-input \(--runner\): the run in .* was started with the runner embedded\. Fix:/],
  ])('what contradicts the run is refused: %j', async (args, said) => {
    const end = await start('--resume', killed, ...args);
    expect([end.code, end.text]).toEqual([2, expect.stringMatching(said)]);
  });
});
