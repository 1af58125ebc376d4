import { isAbsolute, join } from 'node:path';
import { checkOut } from '../git/check-out.ts';
import {
  copyCargoSettings,
  findExecutable,
  gateEnvironment,
  makePrivateFolders,
  type PrivateFolders,
} from '../process/environment.ts';
import { hiddenPaths, probeIsolation, within, type Isolation } from '../process/isolation.ts';
import { runProcess, type RunResult } from '../process/run.ts';
import { endWords, outOfTime, PerfFault } from './fault.ts';
import type { ComparisonLog, ComparisonRequest, NamedCommit } from './request.ts';

/** One side of a comparison: a tree and a build of its own, and a sandbox in which its commands reach no other side. */
export interface PerfSide {
  readonly name: string;
  readonly tree: string;
  readonly folders: PrivateFolders;
  readonly isolation: Isolation;
}

/** Checks a commit out below `root` and prepares what its commands may see and write. */
export async function openSide(
  name: string,
  commit: NamedCommit,
  root: string,
  request: ComparisonRequest,
): Promise<PerfSide> {
  const folders = makePrivateFolders(join(root, name));
  copyCargoSettings(folders);
  const tree = join(folders.root, 'tree');
  const { repository, base, fromBase, lent, isolated } = request;
  await checkOut({ top: repository, sha: commit.sha }, tree, { sha: base.sha, paths: fromBase });
  const writable = [tree, folders.root, ...lent];
  const isolation = await probeIsolation(
    {
      writable,
      readOnly: [join(tree, '.git')],
      hidden: hiddenPaths(process.env, [folders.root]),
      ...(writable.some((path) => within(path, ['/tmp'])) ? {} : { temp: folders.temp }),
    },
    gateEnvironment({ folders, target: folders.temp, setup: false }, tree),
  );
  if (isolated && isolation.level === 'env-only')
    throw new PerfFault('setup', 'isolation is demanded, and this host gives none', 'use another runner');
  return { name, tree, folders, isolation };
}

/** Fetches dependencies and builds, once. */
export async function prepareSide(
  side: PerfSide,
  request: ComparisonRequest,
  say: ComparisonLog,
  deadline: number,
): Promise<void> {
  for (const step of ['setup', 'build'] as const) {
    const argv = request[step];
    if (argv === undefined) continue;
    const left = deadline - performance.now();
    if (left <= 0) throw outOfTime(request);
    say.log(`${step} of ${side.name}`);
    const end = await runIn(side, argv, request, {
      setup: step === 'setup',
      timeoutMs: Math.min(request.buildMs, left),
      onLine: say.onLine,
    });
    const seconds = request.buildMs / 1000;
    if (end.timedOut && left < request.buildMs) throw outOfTime(request);
    if (end.timedOut)
      throw new PerfFault(step, `${step} of ${side.name} did not end within ${seconds} s`, 'give it more time');
    if (end.exitCode !== 0)
      throw new PerfFault(
        step,
        `${step} of ${side.name} ${endWords(end)}`,
        `see why \`${argv.join(' ')}\` fails there`,
      );
  }
}

/** Runs a command in the tree of a side, with what its build made and nothing of the other side. */
export async function runIn(
  side: PerfSide,
  argv: readonly string[],
  { env: given }: Pick<ComparisonRequest, 'env'>,
  how: { readonly setup?: boolean; readonly timeoutMs: number; readonly onLine?: ComparisonLog['onLine'] },
): Promise<RunResult> {
  const { tree, folders, isolation } = side;
  const setup = how.setup === true;
  const env = { ...gateEnvironment({ folders, target: join(folders.root, 'target'), setup }, tree), ...given };
  const [first = '', ...rest] = argv;
  const file =
    first.includes('/') && !isAbsolute(first) ? join(tree, first) : (findExecutable(first, env['PATH']!) ?? first);
  return await runProcess({
    argv: [file, ...rest],
    cwd: tree,
    env,
    network: setup,
    isolation,
    timeoutMs: how.timeoutMs,
    onLine: how.onLine,
  });
}
