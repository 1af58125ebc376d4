import { evidence } from '../core/evidence.ts';
import type { GateFact } from '../core/fact.ts';
import type { Hop } from '../core/hop.ts';
import type { ScopeViolation } from '../core/scope/scope.ts';
import { scopeAnnotations, scopeRows } from '../core/scope/findings.ts';
import { gateFact } from './gate-facts.ts';

/** Violations that the fact names; the report has more, the count has all. */
const NAMED = 5;

/** The scope gate's fact on `sha`: the diff has `files` files; `violations` has at most one per file. */
export function scopeFact(hop: Hop, sha: string, files: number, violations: readonly ScopeViolation[]): GateFact {
  // A violation without a path is about the whole diff, so nothing in it counts as allowed.
  const allowed = violations.some(({ path }) => path === '') ? 0 : files - violations.length;
  return gateFact(hop, sha, 'scope', {
    status: violations.length === 0 ? 'pass' : 'fail',
    evidence: [
      evidence('scope', files === 0 ? 'no file changed' : `${allowed}/${files} files allowed`),
      ...violations
        .slice(0, NAMED)
        .map(({ path, rule, detail }, i) => evidence(`violation ${i + 1}`, `${path} (${rule}: ${detail})`)),
      evidence('method', 'computed'),
    ],
  });
}

/** The scope fact of a commit that merges the base in: nobody's work, and it equals what git makes of the two. */
export function mergedFact(hop: Hop, sha: string, base: string): GateFact {
  return gateFact(hop, sha, 'scope', {
    status: 'pass',
    evidence: [
      evidence('scope', 'base merged in, the tree equals git merge-tree'),
      evidence('base', base.slice(0, 12)),
      evidence('method', 'computed'),
    ],
  });
}

/** The scope fact of work that was refused before its diff could be judged. */
export function unjudgedFact(hop: Hop, sha: string, reason: string, why: string): GateFact {
  return gateFact(hop, sha, 'scope', {
    status: 'fail',
    reason: 'not-run',
    evidence: [evidence(reason, why), evidence('method', 'computed')],
  });
}

/** What the scope gate tells people of one hop. */
export function scopeReport(hop: Hop, files: number, violations: readonly ScopeViolation[]) {
  return {
    annotations: scopeAnnotations(violations, () => `${hop.agent} may not change this file`),
    rows: scopeRows(violations, {
      item: `${files} files`,
      status: 'pass',
      detail: `inside the scope of ${hop.agent}`,
    }),
    text: '',
  };
}
