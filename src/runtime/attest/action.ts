import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import type { AttestStatement } from '../../core/attestation/protocol.ts';
import { gateStatements, type GateStatement } from '../../core/attestation/statement.ts';
import { FlowError } from '../../core/errors.ts';
import type { attest } from '../../flow/attest-action.ts';
import { checkAttestation, type AttestCheck } from '../../flow/attest-check.ts';
import { attestSummary, type AttestedGate } from '../../flow/attest-summary.ts';
import type { GitHubHost } from '../github/host.ts';
import { statusOf } from '../github/refusal.ts';
import { gatherPull } from './gather-pull.ts';
import type { Gathered } from './gathered.ts';
import { askAttest } from './process.ts';
import { statedIn } from './stated.ts';
import { writeArtefact } from '../artefact.ts';

export type AttestInputs = z.infer<typeof attest.inputs>;

export interface AttestWorld {
  readonly host: GitHubHost;
  /** Address of the repository on the host. */
  readonly repository: string;
  /** Folder that a relative `out` lies in. */
  readonly workspace: string;
  /** The job may ask for an identity to sign with. */
  readonly identity: boolean;
  readonly log: (line: string) => void;
}

export interface AttestOutcome {
  readonly ok: boolean;
  readonly outputs: Record<'verified' | 'statements' | 'signed' | 'stored' | 'folder', string>;
  readonly summary: string;
  readonly check: AttestCheck;
}

/** Verifies a pull request's attestation, and writes a statement for each gate of its head: signed where that is possible. */
export async function attestPull(inputs: AttestInputs, world: AttestWorld): Promise<AttestOutcome> {
  const gathered = await gatherPull(inputs.pr, inputs, world.host);
  const { stated, problem } = statedIn(gathered.text, gathered.file);
  const found = checkAttestation({ ...gathered, stated, repository: world.repository, statements: [] });
  const check =
    problem === undefined
      ? found
      : { ...found, mismatches: [problem, ...found.mismatches.filter(({ field }) => field !== 'attestation')] };
  const folder = join(world.workspace, inputs.out);
  const gates = await writeStatements(gathered, inputs.sign, folder, world);
  writeArtefact(join(folder, 'index.json'), { pr: inputs.pr, head: gathered.around.head, gates });
  const count = (counts: (gate: AttestedGate) => boolean): string => String(gates.filter(counts).length);
  const ok = check.mismatches.length === 0;
  return {
    ok,
    check,
    outputs: {
      verified: String(ok),
      statements: count(({ file }) => file !== undefined),
      signed: count(({ signed }) => signed),
      stored: count(({ stored }) => stored !== undefined),
      folder: inputs.out,
    },
    summary: attestSummary(gathered.title, check, gates),
  };
}

async function writeStatements(
  { state, around }: Gathered,
  sign: AttestInputs['sign'],
  folder: string,
  world: AttestWorld,
): Promise<AttestedGate[]> {
  mkdirSync(folder, { recursive: true });
  const all = gateStatements(state, around.head ?? state.head ?? '', world.repository);
  for (const { gate, statement } of all)
    if (statement !== undefined) writeArtefact(join(folder, fileName(gate, 'intoto')), statement);
  const wanted = all.flatMap(({ gate, statement }) => (statement === undefined ? [] : [{ name: gate, ...statement }]));
  const answers = await signAll(wanted, sign, world);
  const done: AttestedGate[] = [];
  for (const entry of all) done.push(await finish(entry, answers.get(entry.gate), folder, world));
  return done;
}

/** A bundle by gate, or why there is none. */
type Signed = ReadonlyMap<string, { readonly bundle: unknown } | { readonly why: string }>;

async function signAll(
  statements: readonly AttestStatement[],
  sign: AttestInputs['sign'],
  world: AttestWorld,
): Promise<Signed> {
  const none = (why: string): Signed => new Map(statements.map(({ name }) => [name, { why }]));
  if (sign === 'never') return none('not asked for (`sign: never`)');
  if (!world.identity) return none('the job has no `id-token: write`, so there is nobody to sign as');
  if (statements.length === 0) return none('');
  try {
    const answers = await askAttest({ kind: 'sign', statements });
    return new Map(
      answers.map((one) => [one.name, one.ok ? { bundle: one.bundle } : { why: `not signed: ${one.why}` }]),
    );
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    return none(`not signed: ${error.message}`);
  }
}

async function finish(
  { gate, statement, why }: GateStatement,
  answer: { readonly bundle: unknown } | { readonly why: string } | undefined,
  folder: string,
  world: AttestWorld,
): Promise<AttestedGate> {
  const result = statement?.predicate.result;
  if (statement === undefined || answer === undefined)
    return { gate, result, file: undefined, signed: false, stored: undefined, why };
  if ('why' in answer) {
    world.log(`${gate}: unsigned, ${answer.why}`);
    return { gate, result, file: fileName(gate, 'intoto'), signed: false, stored: undefined, why: answer.why };
  }
  const file = fileName(gate, 'sigstore');
  writeFileSync(join(folder, file), `${JSON.stringify(answer.bundle)}\n`);
  try {
    return { gate, result, file, signed: true, stored: await world.host.storeAttestation(answer.bundle), why: '' };
  } catch (error) {
    const status = statusOf(error);
    if (status === undefined) throw error;
    return {
      gate,
      result,
      file,
      signed: true,
      stored: undefined,
      why: `the host did not take it: ${status}; the job needs \`attestations: write\``,
    };
  }
}

/** A gate of a registry has a colon in its id, which not every file system takes. */
function fileName(gate: string, kind: 'intoto' | 'sigstore'): string {
  return `${gate.replace(/[^a-z0-9_.-]/g, '-')}.${kind}.json`;
}
