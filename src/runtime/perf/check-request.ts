import { FlowError } from '../../core/errors.ts';
import { checkPlan, checkSides } from '../../core/perf/asked.ts';
import { gitSays } from '../git/top.ts';
import type { ComparisonRequest } from './request.ts';

/** Throws `bad-input` for a comparison that cannot be carried out, or would prove nothing, before anything runs. */
export async function checkRequest(request: ComparisonRequest): Promise<void> {
  checkPlan(request);
  const { base, head, repository, fromBase } = request;
  checkSides(base, head);
  for (const path of fromBase)
    if ((await gitSays(repository, 'rev-parse', '--verify', '--quiet', `${base.sha}:${path}`)) === undefined)
      throw new FlowError('bad-input', `${JSON.stringify(path.slice(0, 100))} is not in base (${base.ref})`, {
        at: 'from-base',
        fix: 'name files or folders of the benchmark that base has',
      });
}

/** How many commits of base head lacks; undefined where git cannot tell. */
export async function commitsLacking({ repository, base, head }: ComparisonRequest): Promise<number | undefined> {
  const count = await gitSays(repository, 'rev-list', '--count', `${head.sha}..${base.sha}`);
  return count !== undefined && /^\d{1,9}$/.test(count) ? Number(count) : undefined;
}
