import type { FinishedHop } from './finished-hop.ts';

/** What a run that a comment started did, in a line: `/flow pause on #1: yes`; undefined when the comment asked for nothing. */
export function controlLine({ result, run }: FinishedHop): string | undefined {
  const step = result.jobs.flatMap((job) => job.steps).find(({ id }) => id === 'control');
  const { command = '', subject = '', done = '' } = step?.outputs ?? {};
  if (command !== '') return `/flow ${command} on #${subject}: ${done}`;
  return result.conclusion === 'failure' ? `run ${run.id} for a comment by ${run.actor} failed` : undefined;
}
