import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { FlowError } from '../../core/errors.ts';
import { bundleVerdict } from '../../core/gate-registry/outcome.ts';
import type { Tier } from '../../core/gate-registry/registry.ts';
import { makeReport, runLines, uncommittedNote, type RunReport } from '../../core/gate-registry/run-report.ts';
import { selectGates } from '../../core/gate-registry/select.ts';
import { BRANCH } from '../../core/names.ts';
import { logLine } from '../../core/text.ts';
import { commitOf, readBaseRegistry, registryText } from '../../runtime/gate-registry/base-text.ts';
import { loadSoundRegistry } from '../../runtime/gate-registry/load.ts';
import { perfRunner } from '../../runtime/gate-registry/perf-built.ts';
import { runGates } from '../../runtime/gate-registry/run.ts';
import { gitSays, topOfRepository } from '../../runtime/git/top.ts';
import { checkOut } from '../../runtime/git/check-out.ts';
import { readText } from '../../runtime/read-text.ts';

export interface RunOptions {
  readonly bundle?: string;
  readonly gate?: string;
  readonly tier?: Tier;
  readonly base?: string;
  readonly baselineRef?: string;
  readonly budgetPct?: string;
  readonly json?: boolean;
}

/** Runs gates of a registry on the last commit, in a checkout of its own. `say` prints progress and what the commands print. */
export async function runRegistry(
  file: string,
  options: RunOptions,
  say: (line: string) => void,
): Promise<{ ok: boolean; lines: string[]; json: RunReport }> {
  const text = readText(file);
  const top = realpathSync(await topOfRepository(dirname(file)));
  const path = relative(top, realpathSync(resolve(file)));
  const place = { gitDir: (await gitSays(top, 'rev-parse', '--path-format=absolute', '--git-dir'))!, workTree: top };
  const source =
    options.base === undefined
      ? registryText(path, text, undefined)
      : await readBaseRegistry(place, options.base, path);
  const { registry } = loadSoundRegistry(source.text, file, undefined);
  const { bundle, gate, tier } = options;
  const selected = selectGates(registry, { bundle, gate, tier });
  const sha = await commitOf(place, 'HEAD');
  const uncommitted = await uncommittedIn(top);
  say(`judges commit ${sha.slice(0, 12)}${uncommittedNote(uncommitted)}`);
  if (options.baselineRef !== undefined && !BRANCH.test(options.baselineRef))
    throw new FlowError('bad-input', `${JSON.stringify(options.baselineRef)} is no ref`, {
      at: '--baseline-ref',
      fix: 'name a branch, a tag or a commit',
    });

  const folder = mkdtempSync(join(tmpdir(), 'bitnet-flow-registry-tree-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    const workTree = join(folder, 'tree');
    await checkOut({ top, sha } as Parameters<typeof checkOut>[0], workTree);
    const { rows, gpus } = await runGates(registry, selected, {
      workTree,
      gitDir: join(workTree, '.git'),
      env: process.env,
      isolated: false,
      tier,
      base: source.commit,
      // A checkout of its own has no branches.
      baselineRef: options.baselineRef === undefined ? undefined : await commitOf(place, options.baselineRef),
      budgetPct: options.budgetPct,
      perf: perfRunner,
      log: say,
      onLine: (line) => say(logLine(line)),
    });
    const report = makeReport({
      registry: { path: source.path, commit: source.commit ?? null, sha256: source.sha256 },
      selection: selected.name,
      sha,
      ...(options.baselineRef === undefined ? {} : { baseline: options.baselineRef }),
      gpus: [...(gpus?.names ?? [])],
      rows: [...rows],
    });
    return { ok: bundleVerdict(rows) === 'pass', lines: ['', ...runLines(report, uncommitted)], json: report };
  } finally {
    process.off('exit', remove);
    remove();
  }
}

/** Paths that differ from the last commit, also those that git does not know yet. */
async function uncommittedIn(top: string): Promise<string[]> {
  const said = await gitSays(top, 'status', '--porcelain', '-z', '--no-renames');
  return (said ?? '')
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry) => entry.slice(3));
}
