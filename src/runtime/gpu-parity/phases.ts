import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { ActionDefinition } from '../../core/action.ts';
import { FlowError } from '../../core/errors.ts';
import { logLine, printable } from '../../core/text.ts';
import { gpuInputs } from '../../flow/gpu-parity.ts';
import { findGate } from '../../gates/index.ts';
import { gateAction, gateInputs } from '../../gates/inputs.ts';
import { parityCommand } from '../parity-process.ts';
import { findExecutable } from '../process/environment.ts';
import { runProcess, type RunResult } from '../process/run.ts';
import { appendSummary, print, readInputs, setOutputs } from '../runner.ts';
import { openDisplay } from './display.ts';
import { NVIDIA_SMI, readNvidia, readVulkan, VULKANINFO, type ToolEnd } from './probe.ts';
import { trailMarkdown } from './trail.ts';

const PROBE_MS = 20_000;
const INSTALL_MS = 300_000;
const PROGRAM_MS = 300_000;

/** Each phase of the composite action is a process; what one found reaches the next by its outputs. */
const PHASES: Readonly<Record<string, () => Promise<void>>> = { probe, native, display, program, gate, trail };

/** The driver of the composite action: runs one phase. */
export async function run(definition: ActionDefinition, phase: string | undefined): Promise<void> {
  const go = Object.hasOwn(PHASES, phase ?? '') ? PHASES[phase!] : undefined;
  if (go === undefined)
    throw new FlowError('bad-input', `there is no phase ${JSON.stringify(phase ?? '')}`, {
      at: definition.name,
      fix: `use the action, whose steps are ${Object.keys(PHASES).join(', ')}`,
    });
  // A script's environment has names without dashes; the runner gives an action's inputs names with them.
  for (const name of Object.keys(definition.inputs.shape)) {
    const value = process.env[`INPUT_${name.toUpperCase().replaceAll('-', '_')}`];
    if (value !== undefined) process.env[`INPUT_${name.toUpperCase()}`] = value;
  }
  await go();
}

async function probe(): Promise<void> {
  const [nvidia, vulkan] = await Promise.all([tool(NVIDIA_SMI), tool(VULKANINFO)]);
  const found = [readNvidia(nvidia), readVulkan(vulkan)];
  for (const { what, said } of found) print(logLine(`${what}: ${said}`));
  const gpu = found.find((one) => one.gpu !== undefined)?.gpu ?? '';
  if (gpu === '') print('no GPU was found: the gate goes on with WebAssembly, and says why');
  give({ gpu, found: found.map(({ what, said }) => `${what}: ${said}`).join('; ') });
}

async function native(): Promise<void> {
  const wanted = readInputs(z.object({ native: gpuInputs.shape.native })).native;
  const said = wanted === 'install' ? await installModules() : modulesThere();
  print(logLine(said));
  give({ native: said });
}

/** kernels/gpujs looks there, and where BITNET_FLOW_GPU_MODULES says, and nowhere near the repository that is judged. */
function modulesThere(): string {
  const named = process.env['BITNET_FLOW_GPU_MODULES'];
  if (named !== undefined && named !== '') return `the runner's, in ${printable(named, 200)}`;
  return existsSync(join(ownRoot(), 'build', 'tools', 'gpu'))
    ? 'those beside the action'
    : 'none (BITNET_FLOW_GPU_MODULES is not set): gpu.js computes without a GPU';
}

async function installModules(): Promise<string> {
  const script = join(ownRoot(), 'scripts', 'gpu-modules.mjs');
  if (!existsSync(script)) return 'not installed: scripts/gpu-modules.mjs is not in this copy of the action';
  const end = await start([process.execPath, script], INSTALL_MS, { onLine: (line) => print(logLine(line)) });
  if (end.exitCode === 0) return 'installed beside the action';
  return `not installed: ${printable(lastOf(end), 200)}`;
}

async function display(): Promise<void> {
  const { said, display: name = '', pid } = await openDisplay(process.env);
  print(logLine(said));
  give({ said, display: name, pid: pid === undefined ? '' : String(pid) });
}

const answerSchema = z.object({
  program: z.string().optional(),
  sha256: z.string().optional(),
  source: z.string().optional(),
  trust: z.string().optional(),
  notUsed: z.array(z.string()),
});

/** A wrong digest, or any other reason not to trust what was found, ends the action here: the gate does not run. */
async function program(): Promise<void> {
  const inputs = readInputs(z.object({ ...gpuInputs.omit({ native: true }).shape, token: gateInputs.shape.token }));
  const env = {
    BITNET_FLOW_CUDA_RUN: inputs['cuda-run'],
    BITNET_FLOW_CUDA_SHA256: inputs['cuda-sha256'],
    BITNET_FLOW_CUDA_REPOSITORY: inputs['cuda-repository'],
    BITNET_FLOW_CUDA_TOKEN: inputs.token,
  };
  const given = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const end = await start([...parityCommand(), 'cuda-program', '{"json":true}'], PROGRAM_MS, {
    env: Object.fromEntries(given),
  });
  if (end.exitCode !== 0) {
    const why = printable(lastOf(end), 600);
    give({ said: `not used: ${why}` });
    throw new FlowError('refused', `the CUDA program is not used: ${why}`, {
      at: 'cuda-program',
      fix: 'docs/gpu.md says where the program and its digest come from',
    });
  }
  const answer = answerSchema.parse(JSON.parse(end.stdout));
  for (const reason of answer.notUsed) print(logLine(`not used: ${reason}`));
  const { source = '', sha256 = '', trust = '' } = answer;
  const why = answer.notUsed.length === 0 ? '' : ` (${answer.notUsed.join('; ')})`;
  const said = source === '' ? `none${why}` : `${source}, sha256 ${sha256}: ${trust}${why}`;
  print(logLine(said));
  give({ program: answer.program ?? '', sha256, 'cuda-program': source, said });
}

async function gate(): Promise<void> {
  const { gate: name } = readInputs(z.object({ gate: z.string() }));
  const found = findGate(name);
  if (found === undefined) throw new FlowError('bad-input', `there is no gate ${JSON.stringify(name)}`, { at: 'gate' });
  await (await import('../gate.ts')).run(gateAction(found));
}

async function trail(): Promise<void> {
  const said = (name: string): string => process.env[name] ?? '';
  const server = Number(said('DISPLAY_SERVER'));
  if (Number.isSafeInteger(server) && server > 1) endServer(server);
  const { gate: name } = readInputs(z.object({ gate: z.string() }));
  const verdict = said('VERDICT') === '' ? '' : `${said('VERDICT')}: ${said('EVIDENCE')}`;
  await appendSummary(
    trailMarkdown(name, [
      ['devices', said('FOUND')],
      ['native modules', said('NATIVE')],
      ['display', said('DISPLAY_FOUND')],
      ['CUDA program', said('PROGRAM')],
      ['verdict', verdict],
    ]),
  );
}

function endServer(pid: number): void {
  try {
    process.kill(pid);
  } catch {
    // It is gone already.
  }
}

async function tool([name, ...args]: readonly string[]): Promise<ToolEnd> {
  const path = findExecutable(name!, process.env['PATH'] ?? '');
  if (path === undefined) return undefined;
  const { exitCode, stdout, stderr, timedOut } = await start([path, ...args], PROBE_MS);
  return { code: exitCode, stdout, stderr: timedOut ? `no answer in ${PROBE_MS / 1000} s` : stderr };
}

/** Starts a program of ours or of the runner; none of them belongs to the tree that is judged. */
async function start(
  argv: readonly string[],
  timeoutMs: number,
  rest: { readonly env?: Readonly<Record<string, string>>; readonly onLine?: (line: string) => void } = {},
): Promise<RunResult> {
  const own = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return await runProcess({
    argv,
    cwd: ownRoot(),
    env: { ...Object.fromEntries(own.filter(([name]) => !name.startsWith('INPUT_'))), ...rest.env },
    timeoutMs,
    network: true,
    isolation: { level: 'env-only', offline: false, wrap: (words) => ({ argv: words }), reap: () => undefined },
    onLine: rest.onLine,
  });
}

function lastOf({ stderr, stdout, timedOut, exitCode }: RunResult): string {
  if (timedOut) return 'no end within its time';
  return (stderr.trim() || stdout.trim()).split('\n').at(-1) || `exit ${exitCode}`;
}

/** The folder above dist/ or src/. */
function ownRoot(): string {
  const entry = parityCommand().at(-1)!;
  return entry.endsWith('.ts') ? dirname(dirname(entry)) : dirname(dirname(dirname(entry)));
}

/** Outputs of a phase; the action passes on those that it declares. */
function give(outputs: Readonly<Record<string, string>>): void {
  setOutputs(outputs, Object.keys(outputs));
}
