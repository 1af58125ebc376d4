import { z } from 'zod';
import { count } from '../core/check-gate.ts';
import { evidence } from '../core/evidence.ts';
import { incomparable } from '../core/diff/history.ts';
import { defineGate, type GateResult } from '../core/gate.ts';
import { input } from '../core/input.ts';
import { plainResult } from '../core/method-run.ts';
import { scopeAnnotations, scopeRows } from '../core/scope/findings.ts';
import { judgeBranch } from '../core/scope/branch.ts';
import type { ScopeViolation } from '../core/scope/scope.ts';
import { shownPath } from '../core/text.ts';

/** Violations that the evidence names; the report has more, the count has all. */
const NAMED = 5;

/** Which scope the branch is held to. One of them says it. */
const inputs = z.object({
  contract: input
    .text(65_536)
    .optional()
    .describe('The contract as text: YAML, or Markdown with its block, such as the output of the action `contract`.'),
  'contract-file': input
    .text(400)
    .optional()
    .describe('Path of a contract in the repository, read from the base commit.'),
  allow: input.text(60_000).optional().describe('Without a contract: globs that may change, one per line.'),
  deny: input.text(60_000).optional().describe('Globs that may not change whatever allows them, one per line.'),
});

/**
 * gate-scope: whether a whole branch stays inside its contract. A flow judges every hop of its own by the same rules when
 * it commits; this judges what is about to be merged, whoever wrote it.
 */
export const scope = defineGate({
  name: 'scope',
  title: 'Scope',
  description:
    'The whole branch changes only what its contract allows; every violation is named with the hop that made it.',
  inputs,
  numbers: { files: 'Files that the branch changes.', violations: 'Files that it may not change.' },
  progress: { key: 'violations', better: 'lower' },
  collect: { commands: false, files: () => [], history: 'commits', scope: true },
  evaluate(observation): GateResult {
    const { history, scope: held, paths } = observation;
    if (held === undefined)
      return plainResult('fail', 'scope', 'no scope was given: set contract, contract-file or allow');
    if (history?.mergeBase === undefined) {
      return plainResult('fail', 'scope', incomparable(history, ': set `with: { base: … }`'));
    }
    const { source } = held;
    const { files, refused, violations, by } = judgeBranch(history, held, paths);
    const maker = (violation: ScopeViolation): string => (by(violation) === '' ? '' : `, by ${by(violation)}`);
    return {
      verdict: violations.length === 0 ? 'pass' : 'fail',
      evidence: [
        evidence('scope', files === 0 ? 'no file changed' : `${files - refused}/${count(files, 'file')} allowed`),
        ...violations
          .slice(0, NAMED)
          .map((found, i) =>
            evidence(
              `violation ${i + 1}`,
              `${shownPath(found.path, 200)} (${found.rule}: ${found.detail})${maker(found)}`,
            ),
          ),
        evidence('held to', source),
      ],
      annotations: scopeAnnotations(violations, (found) => `Outside the contract${maker(found)}`),
      rows: scopeRows(violations, { item: count(files, 'file'), status: 'pass', detail: `inside ${source}` }, maker),
      numbers: { files, violations: refused },
    };
  },
});
