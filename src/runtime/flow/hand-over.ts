import { readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { z } from 'zod';
import { logLine } from '../../core/text.ts';
import { handOver, PATCH_PART_CHARS, PATCH_PARTS } from '../../flow/actions.ts';
import { RESULT_CHARS } from '../../flow/agent-result.ts';
import { PATCH_BYTES, sha256, splitPatch } from '../../flow/patch.ts';
import { diffWorkTree } from '../git/work-tree.ts';
import { print, readInputs, setOutputs } from '../runner.ts';
import { agentFolder, readAgentStatus, resultFile } from '../agent-files.ts';

export type HandOverInputs = z.infer<(typeof handOver)['inputs']>;
export type HandOverOutputs = Record<keyof (typeof handOver)['outputs'], string>;

export interface HandOverWorld {
  /** Folder that the agent's step and this one share, below the runner's temporary folder. */
  readonly folder: string;
  readonly log: (line: string) => void;
}

/**
 * Turns what the agent left into outputs: the diff of its work tree and its result.json, both as they are. Everything
 * here is the agent's word; the commit job judges it. Never fails for what an agent did: `problem` says it.
 */
export async function handOverWork(inputs: HandOverInputs, world: HandOverWorld): Promise<HandOverOutputs> {
  const fail = (problem: string, why: string): HandOverOutputs => {
    world.log(logLine(`${problem}: ${why}`));
    return outputs({ result: '', parts: [], sha: '', problem, usage });
  };
  const status = readAgentStatus(world.folder);
  const usage = status?.usage === undefined ? '' : JSON.stringify(status.usage);
  if (status === undefined) return fail('crashed', 'the agent step left no status');
  if (status.outcome !== 'ok') return fail(status.outcome, `the agent's engine ended with ${status.detail}`);
  const result = readResultFile(world.folder);
  if (typeof result === 'string') return fail(result, `no usable result.json (at most ${RESULT_CHARS} characters)`);

  const diff = await diffWorkTree(
    resolve(inputs['working-directory']),
    inputs.head,
    join(world.folder, 'hand-over.git'),
  );
  if ('problem' in diff) return fail(diff.problem, diff.why);
  if (diff.length > PATCH_BYTES) return fail('too-large', `the patch has over ${PATCH_BYTES} bytes`);
  if (diff.length === 0) return outputs({ result: result.toString('base64'), parts: [], sha: '', problem: '', usage });
  const parts = splitPatch(gzipSync(diff, { level: 9 }));
  if (parts === undefined) {
    return fail(
      'too-large',
      `${diff.length} bytes of patch do not fit ${PATCH_PARTS} parts of ${PATCH_PART_CHARS} characters`,
    );
  }
  world.log(logLine(`patch of ${diff.length} bytes handed over`));
  return outputs({ result: result.toString('base64'), parts, sha: sha256(diff), problem: '', usage });
}

/** result.json as bytes; base64 must fit one output, so three quarters of its characters are the limit. */
function readResultFile(folder: string): Buffer | 'no-result' {
  const path = resultFile(folder);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile() || stat.size === 0) return 'no-result';
  return stat.size > (RESULT_CHARS / 4) * 3 ? 'no-result' : readFileSync(path);
}

function outputs(said: {
  result: string;
  parts: readonly string[];
  sha: string;
  problem: string;
  usage: string;
}): HandOverOutputs {
  const patches = Object.fromEntries(
    Array.from({ length: PATCH_PARTS }, (_, i) => [`patch-${i + 1}`, said.parts[i] ?? '']),
  );
  return { result: said.result, ...patches, 'patch-sha256': said.sha, problem: said.problem, usage: said.usage };
}

/** The action. */
export async function run(): Promise<void> {
  const folder = agentFolder(process.env['RUNNER_TEMP'] ?? tmpdir());
  setOutputs(await handOverWork(readInputs(handOver.inputs), { folder, log: print }), Object.keys(handOver.outputs));
}
