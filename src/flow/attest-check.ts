import type { Attestation } from '../core/attestation/attestation.ts';
import { compareStatement, repositoryOf, type ReadStatement } from '../core/attestation/check-statement.ts';
import { compareAttestation, type Mismatch } from '../core/attestation/compare.ts';
import { observe, type Around } from '../core/attestation/observed.ts';
import { compareTable } from '../core/attestation/table.ts';
import { FlowError } from '../core/errors.ts';
import type { Fold } from '../core/fold.ts';
import { checkName } from '../core/names.ts';
import { pinsContract } from './contract-pin.ts';

/** What a verification looks at. */
export interface AttestInput {
  /** What the pull request says; undefined when it says nothing. */
  readonly stated: Attestation | undefined;
  /** The text that says it, with the table for people; absent where only the block is known. */
  readonly text?: string;
  /** What its facts say. */
  readonly state: Fold;
  /** Head, merge base and contract, where something else than the facts tells them. */
  readonly around: Around;
  /** Commits of the branch; undefined where there is no git to ask. */
  readonly commits: ReadonlySet<string> | undefined;
  /** Address of the repository; undefined where nothing but the statements names it. */
  readonly repository: string | undefined;
  /** The contract that was looked at is not the one that the facts pin. */
  readonly contractChanged?: boolean;
  readonly statements: readonly (ReadStatement & { readonly file: string; readonly signature: Signature })[];
}

/** What is known of a statement's signature. */
export type Signature =
  | { readonly kind: 'none' }
  /** There is one, and nothing to check it against. */
  | { readonly kind: 'unchecked' }
  | { readonly kind: 'good'; readonly signer: string }
  | { readonly kind: 'bad'; readonly why: string };

/** The outcome: every mismatch, what was compared and held, and what nobody looked at. */
export interface AttestCheck {
  readonly mismatches: readonly Mismatch[];
  readonly verified: readonly string[];
  readonly unverified: readonly string[];
}

/** Compares what a pull request and its statements say with what the facts give. Pure. */
export function checkAttestation(input: AttestInput): AttestCheck {
  const { stated, state, around, commits } = input;
  const observed = observe(state, around);
  if (observed === undefined)
    throw new FlowError('not-found', 'the facts name no commit and no base: nothing can be compared', {
      at: 'facts',
      fix: 'give the facts of a flow that has begun',
    });
  const { head } = observed;
  const missing = stated === undefined;
  // Only the approved contract tells them, and nobody gave it: said as not verified, for an honest text is not wrong.
  const unasked =
    missing || input.contractChanged === true || !lacksContract(input)
      ? []
      : [`${stated.key}.issue`, `${stated.key}.risk`];
  const mismatches = [
    ...(missing
      ? [
          {
            field: 'attestation',
            stated: 'none',
            computed: 'one block',
            why: 'the text of the pull request holds none',
          },
        ]
      : compareAttestation(stated, observed).filter(({ field }) => !unasked.includes(field))),
    ...(input.text === undefined ? [] : compareTable(input.text, state)),
    ...(input.contractChanged === true ? [changedContract(state)] : []),
    ...offBranch(state, commits),
    ...input.statements.flatMap((one) => statementProblems(one, input, head)),
  ];
  const counted = stated === undefined ? 0 : stated.gatesPassed.tierA.length + stated.gatesPassed.tierB.length;
  const broken = new Set(mismatches.map(({ field }) => field));
  const ok = (...fields: string[]): boolean => fields.every((field) => !broken.has(field));
  const verified = [
    ...(stated !== undefined && ok(`${stated.key}.pr_sha`)
      ? [`pr_sha is the head ${head.slice(0, 7)}${around.head === undefined ? ', as the facts say' : ''}`]
      : []),
    ...(stated !== undefined && ok(`${stated.key}.baseline_sha`)
      ? [
          `baseline_sha is the merge base ${observed.base.slice(0, 7)}${around.mergeBase === undefined ? ', as the facts say' : ''}`,
        ]
      : []),
    ...(counted > 0 && ok('gates_passed.tier_a', 'gates_passed.tier_b')
      ? [`${counted} gates passed on the head, each by its fact`]
      : []),
    ...(stated?.perf !== undefined && ![...broken].some((field) => field.startsWith('perf'))
      ? ['perf is what its numbers and its budget give']
      : []),
    ...(commits !== undefined && ok('facts') ? ['every fact is of a commit of the branch'] : []),
    ...input.statements.flatMap(({ file, signature }) =>
      signature.kind === 'good' ? [`${file}: signed by ${signature.signer}`] : [],
    ),
  ];
  return { mismatches, verified, unverified: unverified(input) };
}

/** The facts pin a contract, and it is not there to be read. */
function lacksContract({ state, around }: Pick<AttestInput, 'state' | 'around'>): boolean {
  return pinsContract(state) && around.contract === undefined;
}

function changedContract(state: Fold): Mismatch {
  return {
    field: 'contract',
    stated: 'another',
    computed: pinsContract(state) ? `sha256 ${state.contract!.slice(0, 12)}` : 'none was approved',
    why: 'it is not the one that was approved: approve it again, or put it back',
  };
}

function offBranch(state: Fold, commits: AttestInput['commits']): Mismatch[] {
  if (commits === undefined) return [];
  const off = [...new Set(state.facts.filter(({ kind }) => kind !== 'start').map(({ sha }) => sha))].filter(
    (sha) => !commits.has(sha),
  );
  if (off.length === 0) return [];
  const stated = off.map((sha) => sha.slice(0, 7)).join(', ');
  return [
    {
      field: 'facts',
      stated,
      computed: 'not on the branch',
      why: 'the facts speak of commits that the branch does not have',
    },
  ];
}

function statementProblems(
  { statement, file, signature }: AttestInput['statements'][number],
  { state, repository }: AttestInput,
  head: string,
): Mismatch[] {
  const named = repositoryOf(statement);
  const found = compareStatement(statement, state, head, repository ?? named ?? '').map((one) => ({
    ...one,
    field: `${file}: ${one.field}`,
  }));
  const bad =
    signature.kind === 'bad'
      ? [{ field: `${file}: signature`, stated: 'signed', computed: 'not valid', why: signature.why }]
      : [];
  return [...found, ...bad];
}

function unverified({ stated, state, around, commits, repository, statements }: AttestInput): string[] {
  const unsigned = statements.filter(({ signature }) => signature.kind === 'none').map(({ file }) => file);
  const unchecked = statements.filter(({ signature }) => signature.kind === 'unchecked').map(({ file }) => file);
  const flow = state.flow ?? 'the flow';
  const unknown = [
    ...(around.head === undefined ? ['its head'] : []),
    ...(around.mergeBase === undefined ? ['its merge base'] : []),
    ...(commits === undefined ? ['its commits'] : []),
  ];
  return [
    `that each gate ran as its fact says: that is in the Check Runs ${checkName(flow, '*')} and their logs`,
    ...(unknown.length === 0 ? [] : [`where the branch stands: ${unknown.join(', ')} (give --dir of a clone)`]),
    ...(lacksContract({ state, around }) ? ['issue id and risk against the contract (give --contract)'] : []),
    ...(stated?.perf === undefined ? [] : ['that the numbers of perf were measured as the fact says']),
    ...(repository === undefined && statements.length > 0
      ? ['the name of the repository in the statements (give --repo)']
      : []),
    ...(unsigned.length === 0 ? [] : [`who made ${unsigned.join(', ')}: not signed`]),
    ...(unchecked.length === 0 ? [] : [`the signatures of ${unchecked.join(', ')} (give --trusted-root)`]),
  ];
}
