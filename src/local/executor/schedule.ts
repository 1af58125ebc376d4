import type { Status } from './expressions.ts';

/** How a job or step can end, in GitHub's words. */
export type Conclusion = 'success' | 'failure' | 'skipped' | 'cancelled';

/** The part of a job that decides when it may start. */
export interface Needing {
  id: string;
  needs: readonly string[];
}

/** All jobs a job rests on, however far back, without itself. */
export function ancestors(id: string, jobs: readonly Needing[]): Set<string> {
  const found = new Set<string>();
  const visit = (one: string): void => {
    for (const need of jobs.find((job) => job.id === one)?.needs ?? []) {
      if (!found.has(need)) {
        found.add(need);
        visit(need);
      }
    }
  };
  visit(id);
  return found;
}

/**
 * What the status functions say in a job's `if`. GitHub looks at the whole chain: a skip or failure far back makes
 * `success()` false even when every direct need succeeded.
 */
export function jobStatus(
  id: string,
  jobs: readonly Needing[],
  results: ReadonlyMap<string, Conclusion>,
  cancelled: boolean,
): Status {
  const before = [...ancestors(id, jobs)].map((one) => results.get(one));
  return {
    success: !cancelled && before.every((result) => result === 'success'),
    failure: !cancelled && before.includes('failure'),
    cancelled,
  };
}

/** Jobs whose needs have all ended and that were not started yet, in file order. */
export function readyJobs<T extends Needing>(
  jobs: readonly T[],
  results: ReadonlyMap<string, Conclusion>,
  started: ReadonlySet<string>,
): T[] {
  return jobs.filter((job) => !started.has(job.id) && job.needs.every((need) => results.has(need)));
}

/** The conclusion of a run from those of its jobs. */
export function runConclusion(results: readonly Conclusion[]): Conclusion {
  if (results.includes('failure')) return 'failure';
  if (results.includes('cancelled')) return 'cancelled';
  return results.length > 0 && results.every((result) => result === 'skipped') ? 'skipped' : 'success';
}
