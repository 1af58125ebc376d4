import { data } from '@actions/expressions';

import { toData, toDictionary } from './expressions.ts';
import type { JobResult, StepResult } from './result.ts';

/** A dictionary of values that are expression data already. */
export function dictionary(fields: Record<string, data.ExpressionData>): data.Dictionary {
  return new data.Dictionary(...Object.entries(fields).map(([key, value]) => ({ key, value })));
}

/** The value of `needs` for a job, from the results of the jobs it names. */
export function needsContext(needs: readonly string[], results: ReadonlyMap<string, JobResult>): data.Dictionary {
  return dictionary(
    Object.fromEntries(
      needs.flatMap((id) => {
        const found = results.get(id);
        return found === undefined ? [] : [[id, toData({ result: found.result, outputs: found.outputs })]];
      }),
    ),
  );
}

/** The value of `steps`: steps with an id of their own that have ended or been skipped. */
export function stepsContext(steps: readonly StepResult[]): data.Dictionary {
  const named = steps.filter((step) => !step.id.startsWith('__'));
  return dictionary(
    Object.fromEntries(
      named.map(({ id, outputs, outcome, conclusion }) => [id, toDictionary({ outputs, outcome, conclusion })]),
    ),
  );
}
