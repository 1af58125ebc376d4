import { existsSync, lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { countOutcomes, plainRow, ranRow, type GateRow } from '../../core/gate-registry/outcome.ts';
import { preflight } from '../../core/gate-registry/preflight.ts';
import type { Registry, RegistryGate, Tier } from '../../core/gate-registry/registry.ts';
import type { Selected } from '../../core/gate-registry/select.ts';
import { copyCargoSettings, makePrivateFolders } from '../process/environment.ts';
import { runCommand, type CommandPlace } from './command.ts';
import { countGpus, type Gpus } from './gpus.ts';
import type { PerfRunner } from './perf-runner.ts';

/** What a run of gates rests on. */
export interface RunWorld extends Omit<CommandPlace, 'folders'> {
  readonly tier: Tier | undefined;
  readonly base: string | undefined;
  readonly baselineRef: string | undefined;
  readonly budgetPct: string | undefined;
  readonly perf: PerfRunner | undefined;
}

export interface RunEnd {
  /** A row for each selected gate, in order, those that did not run among them. */
  readonly rows: readonly GateRow[];
  readonly gpus: Gpus | undefined;
  /** Markdown of perf gates. */
  readonly pictures: readonly string[];
}

/** Looks at what every gate needs before the first one runs, then runs those that can, one after the other. */
export async function runGates(registry: Registry, selected: Selected, world: RunWorld): Promise<RunEnd> {
  const { log } = world;
  const compared = ({ kind, compareGate }: RegistryGate): RegistryGate | undefined =>
    kind === 'perf' ? registry.gates.get(compareGate!) : undefined;
  // A perf gate needs what the gate needs that it measures.
  const needs = (gate: RegistryGate): RegistryGate => {
    const other = compared(gate);
    if (other === undefined) return gate;
    return {
      ...gate,
      gpus: Math.max(gate.gpus, other.gpus),
      requires: [...new Set([...gate.requires, ...other.requires])],
      requiresFiles: [...new Set([...gate.requiresFiles, ...other.requiresFiles])],
    };
  };
  const gates = selected.gates.map((gate) => ({ gate, whole: needs(gate) }));
  const gpus = gates.some(({ whole }) => whole.gpus > 0) ? await countGpus(world.env) : undefined;
  const has = {
    env: (name: string) => (world.env[name] ?? '') !== '',
    file: (path: string) => isInTree(world.workTree, path),
    gpus: gpus?.count ?? 0,
    gpusSaid: gpus?.said ?? '',
    tier: world.tier,
  };
  const planned = gates.map(({ gate, whole }) => ({ gate, whole, row: preflight(whole, has) }));
  for (const { gate, row } of planned)
    log(
      row === undefined
        ? `preflight ${gate.id}: ready`
        : `preflight ${gate.id}: ${row.outcome} (${row.reason}): ${row.evidence[0]!.value}`,
    );

  const folders = makePrivateFolders(
    mkdtempSync(join(resolve(world.env['RUNNER_TEMP'] || tmpdir()), 'bitnet-flow-registry-')),
  );
  const remove = (): void => rmSync(folders.root, { recursive: true, force: true });
  process.once('exit', remove);
  const rows: GateRow[] = [];
  const pictures: string[] = [];
  try {
    copyCargoSettings(folders);
    for (const { gate, whole, row } of planned) {
      if (row !== undefined) {
        rows.push(row);
        continue;
      }
      log(`${gate.id}: begins${gate.timeout > 0 ? `, at most ${gate.timeout} s` : ''}`);
      const done =
        gate.kind === 'perf'
          ? await runPerf(whole, compared(gate)!, world, pictures)
          : await runCommand(whole, { ...world, folders });
      log(
        `${gate.id}: ${done.outcome}${done.reason === undefined ? '' : ` (${done.reason})`}: ${done.evidence[0]!.value}`,
      );
      rows.push(done);
    }
  } finally {
    process.off('exit', remove);
    remove();
  }
  log(`${selected.name}: ${countOutcomes(rows)}`);
  return { rows, gpus, pictures };
}

async function runPerf(
  gate: RegistryGate,
  compare: RegistryGate,
  world: RunWorld,
  pictures: string[],
): Promise<GateRow> {
  if (world.perf === undefined) return plainRow(gate, 'fail', 'not-built', 'this version cannot measure a perf gate');
  const { workTree, baselineRef, base, budgetPct, env, isolated, log } = world;
  const answer = await world.perf({ gate, compare, workTree, baselineRef, base, budgetPct, env, isolated, log });
  if (answer.picture !== undefined) pictures.push(answer.picture);
  const { outcome, why } = answer;
  const judged =
    outcome === 'pass'
      ? { outcome, why }
      : outcome === 'fail'
        ? { outcome, reason: 'budget' as const, why }
        : { outcome: 'pending' as const, reason: 'inconclusive' as const, why };
  return ranRow(gate, judged, answer.provenance);
}

/** A plain file or folder of the tree; a link is none, because it may lead anywhere. */
function isInTree(workTree: string, path: string): boolean {
  const parts = path.split('/');
  return parts.every((_, at) => {
    const here = join(workTree, ...parts.slice(0, at + 1));
    return existsSync(here) && !lstatSync(here).isSymbolicLink();
  });
}
