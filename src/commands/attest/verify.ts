import { FlowError } from '../../core/errors.ts';
import { checkAttestation, type AttestCheck } from '../../flow/attest-check.ts';
import { statedIn } from '../../runtime/attest/stated.ts';
import { gatherPull } from '../../runtime/attest/gather-pull.ts';
import type { Gathered } from '../../runtime/attest/gathered.ts';
import { openHost } from '../host.ts';
import { findRepositoryFlow } from '../repository-flow.ts';
import { gatherFiles } from './from-files.ts';
import type { AttestVerifyOptions } from './options.ts';
import { readStatements } from './statements.ts';

export interface AttestResult {
  readonly ok: boolean;
  readonly lines: readonly string[];
  readonly json: unknown;
}

/** Verifies what a pull request says of itself, from the host or from files alone. */
export async function verifyAttestation(options: AttestVerifyOptions): Promise<AttestResult> {
  refuseIdle(options);
  const gathered = options.pr === undefined ? await gatherFiles(options) : await fromHost(options.pr, options);
  const { title, file, text, repository, ...known } = gathered;
  const { stated, problem } = statedIn(text, file);
  const statements = await readStatements(options.bundle ?? [], options.trustedRoot, repository);
  const check = checkAttestation({ ...known, text, stated, repository, statements });
  const others = check.mismatches.filter(({ field }) => field !== 'attestation');
  const mismatches = problem === undefined ? check.mismatches : [problem, ...others];
  const found = { ...check, mismatches };
  return {
    ok: mismatches.length === 0,
    lines: resultLines(title, found, known.notes),
    json: { title, ok: mismatches.length === 0, stated, ...found, notes: known.notes },
  };
}

/** An option that would be heard by nobody is a mistake, and a verification that rests on it would be, too. */
function refuseIdle({ pr, text, facts, bundle, trustedRoot, dir, head, base, contract }: AttestVerifyOptions): void {
  const refuse = (problem: string, at: string, fix: string): never => {
    throw new FlowError('bad-input', problem, { at, fix });
  };
  const offline = Object.entries({ text, facts, dir, contract }).find(([, value]) => value !== undefined);
  if (pr !== undefined && offline !== undefined)
    refuse(
      `--pr and --${offline[0]} are both given`,
      `--${offline[0]}`,
      'give --pr to ask the host, or files to ask nobody',
    );
  if (dir === undefined && (head !== undefined || base !== undefined))
    refuse('there is no clone to look it up in', head === undefined ? '--base' : '--head', 'give --dir with it');
  if (trustedRoot !== undefined && (bundle ?? []).length === 0)
    refuse('there is no bundle to check', '--trusted-root', 'give --bundle with the signed statements');
}

async function fromHost(text: string, options: AttestVerifyOptions): Promise<Gathered> {
  if (!/^#?[1-9][0-9]{0,8}$/.test(text)) {
    throw new FlowError('bad-input', `${JSON.stringify(text)} is not the number of a pull request`, {
      at: '--pr',
      fix: 'give its number, for instance 57',
    });
  }
  const host = await openHost(options);
  return await gatherPull(Number(text.replace('#', '')), await findRepositoryFlow(host, options), host);
}

function resultLines(
  title: string,
  { mismatches, verified, unverified }: AttestCheck,
  notes: readonly string[],
): string[] {
  return [
    title,
    ...verified.map((line) => `  ok     ${line}`),
    ...mismatches.flatMap(({ field, stated, computed, why }) => [
      `  WRONG  ${field}: ${why}`,
      `           says      ${stated}`,
      `           computed  ${computed}`,
    ]),
    ...notes.map((note) => `  note   ${note}`),
    ...(unverified.length === 0 ? [] : ['Not verified here:', ...unverified.map((line) => `  - ${line}`)]),
    mismatches.length === 0
      ? 'The attestation is what the facts give.'
      : `${mismatches.length} ${mismatches.length === 1 ? 'mismatch' : 'mismatches'}. The next hop of the flow writes it anew; a person's pull request has to be put right by hand.`,
  ];
}
