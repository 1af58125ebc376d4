import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { GATE_NAMES } from '../../flow-registry.ts';
import { printable } from '../../core/text.ts';
import { topOfRepository } from '../../runtime/git/top.ts';
import { VerdictCache } from './cache.ts';
import { installedPackages } from './checkout.ts';
import { readJudged, type JudgedBase } from './judged.ts';
import { headLines, markOf, resultLines, type GateRow } from './picture.ts';
import { checkIds, planGates } from './plan.ts';
import { GateProgress } from './progress.ts';
import { judgeOne, runAll } from './run-gates.ts';
import { readSettings } from './settings.ts';
import { toldOf, type ToldFlags } from './told.ts';

export interface GateOptions extends ToldFlags {
  readonly all?: boolean;
  readonly dir: string;
  readonly base?: string;
  readonly profile?: string;
  readonly profileFile?: string;
  readonly jobs?: number;
  readonly timeout?: number;
  /** Folder for files that gates keep. */
  readonly artefacts?: string;
  /** False with `--no-cache`. */
  readonly cache?: boolean;
  readonly json?: boolean;
}

/** What `--json` prints. */
export interface GateAnswer {
  readonly v: 1;
  readonly ok: boolean;
  readonly sha: string;
  readonly tree: string;
  readonly base: JudgedBase | null;
  readonly profile: string;
  /** Paths that were changed and are not judged. */
  readonly uncommitted: readonly string[];
  /** Why no kept verdict was used for any of them; null when they were looked for. */
  readonly cacheOff: string | null;
  readonly gates: readonly GateRow[];
}

/** Gates that run side by side when nobody says how many: each may use every core itself. */
const USUAL_JOBS = 4;
/** Width of lines that go to a file or a pipe. */
const PLAIN_WIDTH = 160;

/** Judges the commit of a repository by gates. Changes nothing in it: each gate has a checkout of its own. */
export async function judge(
  root: string,
  ids: readonly string[],
  options: GateOptions,
  { color, signal }: { readonly color: boolean; readonly signal: AbortSignal },
): Promise<{ ok: boolean; lines: readonly string[]; json: GateAnswer }> {
  const all = options.all === true;
  checkIds(ids, all, GATE_NAMES);
  const judged = await readJudged(await topOfRepository(options.dir), options.base);
  const settings = await readSettings(judged, options);
  const planned = planGates(ids, GATE_NAMES, settings.flow);
  const say = (text: string): void => void process.stderr.write(text);
  for (const line of headLines(judged, settings.profile.profile, settings.why)) say(`${line}\n`);
  const cache = options.cache === false ? '--no-cache was given' : await VerdictCache.open();
  const cacheOff = typeof cache === 'string' ? cache : null;
  if (cacheOff !== null && options.cache !== false) say(`cache    off: ${cacheOff}\n`);
  const packages = await installedPackages(judged);
  if ('notLent' in packages && packages.notLent !== '')
    say(`packages ${printable(packages.notLent, 300)}; setup fetches them\n`);
  const terminal = process.stderr.isTTY === true;
  const width = (): number => process.stderr.columns ?? PLAIN_WIDTH;
  const progress = new GateProgress(planned.length, terminal, say, width);
  const folder = mkdtempSync(join(resolve(tmpdir()), 'bitnet-flow-local-'));
  try {
    const work = {
      root,
      judged,
      settings,
      packages: 'folder' in packages ? packages.folder : undefined,
      folder,
      timeout: options.timeout,
      told: toldOf(options),
      artefacts: options.artefacts === undefined ? undefined : resolve(options.artefacts),
      signal,
      cache: typeof cache === 'string' ? undefined : cache,
    };
    const jobs = options.jobs ?? Math.min(USUAL_JOBS, availableParallelism());
    const rows = await runAll(planned, jobs, async (one) => {
      progress.begin(one.gate);
      const row = await judgeOne(work, one, (line) => progress.line(one.gate, line));
      progress.end(one.gate, `${markOf(row)} ${row.gate}: ${row.verdict}`);
      return row;
    });
    const { sha, tree, base, uncommitted } = judged;
    const ok = rows.length > 0 && rows.every((row) => row.ok);
    return {
      ok,
      lines: resultLines(rows, { color, width: process.stdout.columns ?? PLAIN_WIDTH }),
      json: {
        v: 1,
        ok,
        sha,
        tree,
        base: base ?? null,
        profile: settings.profile.profile,
        uncommitted,
        cacheOff,
        gates: rows,
      },
    };
  } finally {
    progress.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
