import { compileGlobs } from '../core/globs.ts';
import type { Hop } from '../core/hop.ts';
import type { RawDiffEntry } from '../core/diff/raw-diff.ts';
import { judgeDiff, type ScopeViolation } from '../core/scope/scope.ts';

/**
 * Judges what a hop changed: every path has to lie in the agent's write scope and in what the contract of the issue
 * allows, and in nothing that it denies. A file that is denied unless it is named counts as named when the contract names
 * it. From the last validation on, nothing may change. At most one violation per path.
 */
export function judgeWrites(
  entries: readonly RawDiffEntry[],
  { stage, scope, contract }: Pick<Hop, 'stage' | 'scope' | 'contract'>,
  tracked: readonly string[],
): ScopeViolation[] {
  const allow = stage === 'work' ? scope : [];
  const own = judgeDiff(entries, { allow, lift: contract?.allow ?? [], tracked });
  if (contract === undefined || own.some(({ path }) => path === '')) return own;
  const found = new Map(own.map((violation) => [violation.path, violation]));
  for (const violation of judgeDiff(entries, { allow: contract.allow, deny: contract.deny, tracked })) {
    if (!found.has(violation.path)) found.set(violation.path, ofContract(violation, contract));
  }
  return entries.flatMap(({ path }) => found.get(path) ?? []).filter((one, i, all) => all.indexOf(one) === i);
}

/** The words of a violation of the contract: which of its lists, and what stands there. */
function ofContract(violation: ScopeViolation, { allow, deny }: NonNullable<Hop['contract']>): ScopeViolation {
  const { path, rule } = violation;
  if (rule === 'outside-scope') {
    return { path, rule: 'outside-contract', detail: `the contract allows ${allow.join(' ') || 'no change'}` };
  }
  if (rule !== 'denied') return violation;
  const pattern = deny.find((glob) => compileGlobs([glob]).matches(path)) ?? '';
  return { path, rule, detail: `the contract denies ${pattern}` };
}
