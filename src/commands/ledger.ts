import { PAUSE_VARIABLE } from '../core/hold.ts';
import { hopLabel } from '../core/ledger/render.ts';
import type { Restored, SourcedFact } from '../flow/copies.ts';
import { parseRunTitle } from '../core/run-name.ts';
import { factName, verifyCopies, type CopyReport } from '../flow/verify-copies.ts';
import { readAllCopies } from '../runtime/flow/read-copies.ts';
import { pagesOf, readsAsItsFacts, rebuildLedger, type Rebuilt } from '../runtime/flow/rebuild-ledger.ts';
import { parseSubject } from './explain.ts';
import type { FlowFlags } from './flow-options.ts';
import { openHost, type HostFlags } from './host.ts';
import { findRepositoryFlow } from './repository-flow.ts';

export interface LedgerOptions extends HostFlags, FlowFlags {
  readonly dryRun?: boolean;
}

export interface LedgerResult {
  readonly ok: boolean;
  readonly lines: readonly string[];
  readonly json: unknown;
}

/** Pause between looks at what was just written, in milliseconds. */
const LOOK_AGAIN_MS = 1_000;

/** Reads every copy of a subject's facts and names what disagrees. */
export async function verifyCommand(subjectText: string, options: LedgerOptions): Promise<LedgerResult> {
  const subject = parseSubject(subjectText);
  const host = await openHost(options);
  const files = await findRepositoryFlow(host, options);
  const { read, copies } = await readAllCopies(subject, files, host);
  const { issue, pr } = read.subject;
  const runs = await host.listRuns(files.workflow, 3);
  const running = runs.some((run) => run.alive && parseRunTitle(run.title)?.subject === subject);
  const world = { repository: pagesOf(runs), paused: await host.readVariable(PAUSE_VARIABLE) };
  const misread = new Set(
    copies.ledgers
      .filter((copy) => !readsAsItsFacts(files, subject, copy, read, world))
      .map(({ comment }) => comment.id),
  );
  const around = { issueLabels: issue?.labels ?? [], pull: pr, misread, running };
  const reports = verifyCopies(files.flow, copies, around);
  const problems = reports.reduce((count, report) => count + report.problems.length, 0);
  return {
    ok: problems === 0,
    lines: [
      `${files.flow} on #${subject}${running ? ', while a hop runs' : ''}`,
      ...reports.flatMap(reportLines),
      problems === 0
        ? 'Every copy agrees.'
        : `${problems} ${problems === 1 ? 'disagreement' : 'disagreements'}. To restore the Ledger: bitnet-flow ledger rebuild ${subject}`,
    ],
    json: { flow: files.flow, subject, running, reports },
  };
}

function reportLines({ copy, line, problems }: CopyReport): string[] {
  const mark = problems.length === 0 ? 'ok' : 'WRONG';
  return [`  ${mark.padEnd(7)}${copy.padEnd(14)}${line}`, ...problems.map((problem) => `         - ${problem}`)];
}

/** Restores the Ledger of a subject from all copies. */
export async function rebuildCommand(subjectText: string, options: LedgerOptions): Promise<LedgerResult> {
  const subject = parseSubject(subjectText);
  const host = await openHost(options);
  const files = await findRepositoryFlow(host, options);
  const paused = await host.readVariable(PAUSE_VARIABLE);
  const inputs = { ...files, subject, paused, dryRun: options.dryRun === true, pause: LOOK_AGAIN_MS };
  const rebuilt = await rebuildLedger(inputs, host);
  const { restored, done, url, by } = rebuilt;
  return {
    ok: restored.lost.length === 0,
    lines: [...restoredLines(files.flow, subject, restored), doneLine(rebuilt), ...byLine(rebuilt)],
    json: {
      ...{ flow: files.flow, subject, done, url, by, lost: restored.lost },
      facts: restored.facts.map(({ fact, from }) => ({ fact: factName(fact), from })),
    },
  };
}

function restoredLines(flow: string, subject: number, { state, facts, lost }: Restored): string[] {
  return [
    `${flow} on #${subject}: ${facts.length} facts of ${state.hops.length} hops`,
    ...state.hops.map(({ seq, attempt, agent }) => {
      const own = facts.filter(({ fact }) => fact.seq === seq && fact.attempt === attempt);
      return `  ${hopLabel({ seq, attempt }).padEnd(6)}${agent.padEnd(20)}${bySource(own)}`;
    }),
    ...(lost.length === 0 ? [] : ['Not restored:', ...lost.map((what) => `  - ${what}`)]),
  ];
}

/** `start, tests, end from Ledger and Check Runs; build from Check Runs`. */
function bySource(facts: readonly SourcedFact[]): string {
  const groups = new Map<string, string[]>();
  for (const { fact, from } of facts) {
    const source = from.map((one) => (one === 'ledger' ? 'Ledger' : 'Check Runs')).join(' and ');
    groups.set(source, [...(groups.get(source) ?? []), fact.kind === 'gate' ? fact.gate : fact.kind]);
  }
  return [...groups].map(([source, names]) => `${names.join(', ')} from ${source}`).join('; ');
}

function doneLine({ done, url }: Rebuilt): string {
  if (done === 'unchanged') return `The Ledger holds all of it already: ${url}`;
  return done === 'dry-run' ? 'Nothing was written (--dry-run).' : `Restored: ${url}`;
}

/** A hop goes by what its own bot wrote: whoever restores a Ledger should know. */
function byLine({ done, by }: Rebuilt): string[] {
  if (done !== 'written' || by === undefined) return [];
  return [
    `Written as ${by}: it is for people. The next hop goes by the Check Runs and commits, and writes the Ledger as its own again.`,
  ];
}
