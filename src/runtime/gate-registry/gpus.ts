import { printable } from '../../core/text.ts';
import { NVIDIA_SMI, readNvidia, type ToolEnd } from '../gpu-parity/probe.ts';
import { findExecutable } from '../process/environment.ts';
import { runProcess } from '../process/run.ts';

const PROBE_MS = 20_000;

/** GPUs of a runner. */
export interface Gpus {
  readonly count: number;
  /** Names without anything that tells one machine from another. */
  readonly names: readonly string[];
  readonly said: string;
}

/** Counts the NVIDIA devices that the driver lists, and of those only the ones that CUDA_VISIBLE_DEVICES leaves. */
export async function countGpus(env: NodeJS.ProcessEnv): Promise<Gpus> {
  return readGpus(await askDriver(env), env['CUDA_VISIBLE_DEVICES']);
}

/** What the driver said, counted. Pure. */
export function readGpus(end: ToolEnd, visible: string | undefined): Gpus {
  const found = readNvidia(end);
  if (found.gpu === undefined) return { count: 0, names: [], said: `the runner has none (${found.said})` };
  const names = found.said.split('; ');
  const left = visible === undefined ? names.length : Math.min(names.length, visibleDevices(visible));
  const limited = left < names.length ? `, and CUDA_VISIBLE_DEVICES leaves ${left}` : '';
  return {
    count: left,
    names,
    said: `the runner has ${names.length} (${printable([...new Set(names)].join('; '), 120)})${limited}`,
  };
}

/** CUDA takes the list up to the first entry that is none. */
function visibleDevices(list: string): number {
  const entries = list.split(',').map((entry) => entry.trim());
  const end = entries.findIndex((entry) => entry === '' || entry === '-1' || entry === 'NoDevFiles');
  return end < 0 ? entries.length : end;
}

async function askDriver(env: NodeJS.ProcessEnv): Promise<ToolEnd> {
  const [name, ...args] = NVIDIA_SMI;
  const path = findExecutable(name, env['PATH'] ?? '');
  if (path === undefined) return undefined;
  const { exitCode, stdout, stderr, timedOut } = await runProcess({
    argv: [path, ...args],
    cwd: '/',
    env: Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
    timeoutMs: PROBE_MS,
    network: true,
    isolation: { level: 'env-only', offline: false, wrap: (argv) => ({ argv }), reap: () => undefined },
  });
  return { code: exitCode, stdout, stderr: timedOut ? `no answer in ${PROBE_MS / 1000} s` : stderr };
}
