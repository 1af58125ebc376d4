import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AttestAnswer, AttestRequest } from '../../core/attestation/protocol.ts';
import { FlowError } from '../../core/errors.ts';

/** A signature costs a second or two; a host that hangs may cost minutes. */
const TIMEOUT_MS = 300_000;
const MAX_ANSWER = 16_000_000;

/** The program that signs and checks: its source from sources, else the bundle beside this one. */
function attestEntry(): { argv: readonly string[]; entry: string } {
  const here = fileURLToPath(import.meta.url);
  const fromSources = here.endsWith('.ts');
  // dist/index.js and dist/cli/index.js both have dist/attest beside or above them.
  const places = fromSources
    ? [join(dirname(here), '../../attest.ts')]
    : [join(dirname(here), 'attest/index.js'), join(dirname(here), '../attest/index.js')];
  const entry = places.find((place) => existsSync(place));
  if (entry === undefined) {
    throw new FlowError('not-found', 'the program that signs is not there', {
      at: places[0]!,
      fix: 'use the action at a released version, or run `npm run build` in the clone',
    });
  }
  return { argv: [...(fromSources ? ['--import', 'tsx'] : []), entry], entry };
}

/** Asks the program that signs and checks; throws `process` with what it said when it gives no answer. */
export async function askAttest(request: AttestRequest): Promise<AttestAnswer> {
  const { argv, entry } = attestEntry();
  const child = spawn(process.execPath, argv, { stdio: ['pipe', 'pipe', 'pipe'], timeout: TIMEOUT_MS });
  let [answer, said] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (answer = (answer + String(chunk)).slice(0, MAX_ANSWER)));
  child.stderr.on('data', (chunk: Buffer) => (said = (said + String(chunk)).slice(-2_000)));
  // A child that ends before it has read all of it says why on its own.
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(request));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  try {
    if (code === 0) return JSON.parse(answer) as AttestAnswer;
  } catch {
    said = 'its answer is no JSON';
  }
  throw new FlowError(
    'process',
    `the program that signs gave no answer (exit ${code ?? 'by a signal'}): ${said.trim().split('\n').at(-1) ?? ''}`,
    { at: entry },
  );
}
