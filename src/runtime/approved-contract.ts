import { contractSha256, type Contract } from '../core/contract/contract.ts';
import { FlowError } from '../core/errors.ts';
import type { Fold } from '../core/fold.ts';
import { parseContractMarkdown } from './contract-text.ts';

/**
 * The contract in an issue's text, when it is the very one whose hash the facts pin. Undefined for a flow without a contract,
 * and for a text that was changed or cannot be read since.
 */
export function approvedContract(body: string, state: Pick<Fold, 'contract' | 'subject'>): Contract | undefined {
  if (state.contract === undefined) return undefined;
  try {
    const contract = parseContractMarkdown(body, `#${state.subject ?? 0}`);
    return contract !== undefined && contractSha256(contract) === state.contract ? contract : undefined;
  } catch (error) {
    if (error instanceof FlowError) return undefined;
    throw error;
  }
}
