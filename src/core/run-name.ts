import { ATTEMPT_LIMIT, HOP_LIMIT, NAME } from './names.ts';

/** What the title of a run says: which hop it is of, or that a person started it. */
export interface RunTitle {
  readonly subject: number;
  /** 0 when a person started it by the subject alone: then the facts say which hop it is. */
  readonly seq: number;
  readonly attempt: number;
  /** Name of the agent; `start` when a person started it. */
  readonly agent: string;
  /** Which repair of the sweeper it is, from 1; 0 when it is none. */
  readonly repair: number;
}

const TITLE = /^([1-9][0-9]{0,8})\/(0|[1-9][0-9]?)\/([0-9]) ([a-z0-9-]+)(?: repair ([1-9][0-9]{0,2}))?$/;

/** Title of a hop's run: what `run-name` of the generated workflow gives, and what lost runs are found by. */
export function hopTitle(subject: number, hop: { seq: number; attempt: number; agent: string }, repair = 0): string {
  return `${subject}/${hop.seq}/${hop.attempt} ${hop.agent}${repair === 0 ? '' : ` repair ${repair}`}`;
}

/** The only reader of run titles; undefined for a title that no generated workflow gives. */
export function parseRunTitle(title: string): RunTitle | undefined {
  const match = TITLE.exec(title);
  if (match === null) return undefined;
  const [subject, seq, attempt] = match.slice(1, 4).map(Number) as [number, number, number];
  const agent = match[4]!;
  const repair = Number(match[5] ?? 0);
  const start = seq === 0 && attempt === 0 && agent === 'start' && repair === 0;
  const hop = seq >= 1 && seq <= HOP_LIMIT && attempt >= 1 && attempt <= ATTEMPT_LIMIT && NAME.test(agent);
  return start || hop ? { subject, seq, attempt, agent, repair } : undefined;
}

/** Is a run with this title one of that hop, first dispatched or repaired? */
export function isRunOf(title: string, subject: number, hop: { seq: number; attempt: number; agent: string }): boolean {
  const run = parseRunTitle(title);
  return (
    run !== undefined &&
    run.subject === subject &&
    run.seq === hop.seq &&
    run.attempt === hop.attempt &&
    run.agent === hop.agent
  );
}

/** The runs of a subject, in the order they are given. */
export function runsOf<Run extends { readonly title: string }>(runs: readonly Run[], subject: number): Run[] {
  return runs.filter((run) => parseRunTitle(run.title)?.subject === subject);
}
