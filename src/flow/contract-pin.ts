import { digest } from '../core/canonical.ts';
import { contractSha256, type Contract } from '../core/contract/contract.ts';
import type { Flow } from '../core/flow.ts';
import type { Fold } from '../core/fold.ts';
import type { Hop } from '../core/hop.ts';
import { isRegistryGate } from '../core/names.ts';

/** The contract of an issue as an admission reads it: none, one, or a text that nobody should rely on. */
export type IssueContract =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly contract: Contract }
  /** `why` is one line with place and fix. */
  | { readonly kind: 'refused'; readonly why: string };

/** What is pinned where a person approves that an issue has no contract any more: the sha256 of no text at all. */
export const NO_CONTRACT = digest('');

/** True when a contract was approved, and not that there is none. */
export function pinsContract({ contract }: Pick<Fold, 'contract'>): boolean {
  return contract !== undefined && contract !== NO_CONTRACT;
}

/** Whether a hop may run under the contract that the issue has now. */
export type ContractVerdict =
  | { readonly refusal?: undefined; readonly contract: Hop['contract'] }
  | {
      readonly refusal: 'contract-changed' | 'contract-refused';
      /** One line for the Decision. */
      readonly note: string;
      /** sha256 of the contract that was met: what a resume approves. */
      readonly met?: string;
    };

/**
 * Compares the issue's contract with the approved one. The first start by a person approves what stands there. After a
 * stop because of a change a person's resume approves exactly the contract that the stop had met; one that changed again
 * stops again. `asked` says that a person with write permission started this run or asked for it. Pure.
 */
export function judgeContract(now: IssueContract, state: Fold, asked: boolean): ContractVerdict {
  if (now.kind === 'refused') return { refusal: 'contract-refused', note: now.why };
  const current = now.kind === 'none' ? NO_CONTRACT : contractSha256(now.contract);
  const contract = now.kind === 'none' ? undefined : hopContract(now.contract, current);
  const { last } = state;
  const begun = state.hops.some((hop) => hop.starts.length > 0);
  const approved = state.contract ?? (begun && last?.reason !== 'contract-refused' ? NO_CONTRACT : undefined);
  if (approved === current) return { contract };
  const first = approved === undefined && (asked || now.kind === 'none');
  const again = asked && last?.reason === 'contract-changed' && last.contract === current;
  if (first || again) {
    // Nothing is recorded of a flow without a contract until one was approved.
    if (contract === undefined && state.contract === undefined) return { contract };
    return { contract: { ...(contract ?? noContract()), pin: true } };
  }
  const was = approved === undefined ? 'none was approved' : `approved was ${name(approved)}`;
  return { refusal: 'contract-changed', note: `${was}, now it is ${name(current)}`, met: current };
}

/** The contract as one flow takes it: a required gate that no hop of the flow ever sets would keep it open for ever, so it is refused. */
export function heldTo(flow: Flow, now: IssueContract): IssueContract {
  if (now.kind !== 'read') return now;
  const gates: Readonly<Record<string, { readonly required: string } | undefined>> = flow.gates;
  const stray = now.contract.gates.required.find(
    (gate) => !isRegistryGate(gate) && (gates[gate]?.required ?? 'never') === 'never',
  );
  if (stray === undefined) return now;
  const budget = stray === 'perf' ? '; a budget stands below gates.perf' : '';
  return {
    kind: 'refused',
    why: `gates.required names ${stray}, which the flow ${flow.flow} never sets; take it out${budget}`,
  };
}

function name(sha256: string): string {
  return sha256 === NO_CONTRACT ? 'none' : `sha256 ${sha256.slice(0, 12)}`;
}

function hopContract({ risk, scope, gates }: Contract, sha256: string): NonNullable<Hop['contract']> {
  return { sha256, risk, allow: [...scope.allow], deny: [...scope.deny], requires: [...gates.required], pin: false };
}

/** The approval of an issue that has no contract any more: everything is as if there had never been one. */
function noContract(): NonNullable<Hop['contract']> {
  return { sha256: NO_CONTRACT, allow: ['**'], deny: [], requires: [], pin: false };
}
