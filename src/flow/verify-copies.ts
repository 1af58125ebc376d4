import { factId, type Fact } from '../core/fact.ts';
import { fold } from '../core/fold.ts';
import { flowState, hopLabel } from '../core/ledger/render.ts';
import { printable } from '../core/text.ts';
import { restore, type CheckCopy, type Copies, type LedgerCopy } from './copies.ts';
import { compareFact, type Difference } from './replay.ts';

/** What stands on the host beside the copies. */
export interface Surroundings {
  readonly issueLabels: readonly string[];
  readonly pull: { readonly number: number; readonly state: string; readonly labels: readonly string[] } | undefined;
  /** Ids of Ledgers whose text is not what their facts give. */
  readonly misread: ReadonlySet<number>;
  /** A run of the subject is alive: what is being written is no disagreement. */
  readonly running: boolean;
}

/** One copy with what is wrong with it. */
export interface CopyReport {
  readonly copy: 'Ledger' | 'Check Runs' | 'commits' | 'labels' | 'pull request';
  /** One calm line. */
  readonly line: string;
  readonly problems: readonly string[];
}

/** Compares every copy of a subject's facts with the others, and what stands beside them. Pure. */
export function verifyCopies(flow: string, copies: Copies, around: Surroundings): CopyReport[] {
  return [
    verifyLedgers(copies, around),
    verifyChecks(copies, around),
    verifyCommits(copies),
    verifyLabels(flow, copies, around),
    verifyPull(copies, around),
  ];
}

function verifyLedgers(copies: Copies, { misread }: Surroundings): CopyReport {
  const own = copies.ledgers.filter(({ comment }) => comment.own);
  const others = copies.ledgers.filter(({ comment }) => !comment.own);
  const ledger = own[0];
  const confirmed = confirmedBy(copies);
  const problems = own.flatMap((copy) => ledgerProblems(copy, confirmed, misread));
  if (ledger === undefined) problems.push('there is none: it was deleted, or no hop has written one');
  if (own.length > 1) problems.push(`there are ${own.length}: ${own.map(({ comment }) => comment.url).join(', ')}`);
  for (const { comment } of others) problems.push(`a comment by ${comment.author} poses as the Ledger: ${comment.url}`);
  return { copy: 'Ledger', line: ledgerLine(ledger), problems };
}

function ledgerLine(copy: LedgerCopy | undefined): string {
  if (copy === undefined) return 'none';
  const { comment, block } = copy;
  const edited =
    comment.editedByOther && comment.edited !== undefined
      ? `, edited by ${comment.edited.by} at ${comment.edited.at}`
      : '';
  return `${block?.facts.length ?? 0} facts on the ${comment.on === 'pr' ? 'pull request' : 'issue'}, chain ${block?.chain ?? 'gone'}${edited}`;
}

/** Whether another copy holds a fact with the same body. */
function confirmedBy(copies: Copies): (fact: Fact) => boolean {
  const bodies = new Map(copies.checks.flatMap(({ facts }) => facts).map((fact) => [factId(fact), fact]));
  // A start and an end that only the writer knows of lie in the Ledger alone.
  return (fact) => {
    const other = bodies.get(factId(fact));
    return other === undefined ? fact.kind === 'start' : differing(fact, other).length === 0;
  };
}

function ledgerProblems(
  { comment, block }: LedgerCopy,
  confirmed: (fact: Fact) => boolean,
  misread: ReadonlySet<number>,
): string[] {
  const who = comment.edited === undefined ? '' : `; last edited by ${comment.edited.by} at ${comment.edited.at}`;
  if (block === undefined) return [`it holds no machine block${who}`];
  if (!block.intact) return [`its chain breaks behind ${block.facts.length} facts${who}`];
  if (!comment.editedByOther) return [];
  if (misread.has(comment.id)) return [`its text is not what its facts give${who}`];
  const doubtful = block.facts.filter((fact) => !confirmed(fact));
  return doubtful.length === 0
    ? []
    : [
        `edited by ${comment.edited?.by ?? 'somebody'} at ${comment.edited?.at ?? '?'}, and no other copy confirms ${doubtful.map(factName).join(', ')}`,
      ];
}

/** The facts that the Ledger tells, the reference of the comparison; of a damaged one nothing. */
function ledgerFacts(copies: Copies): readonly Fact[] {
  const intact = copies.ledgers.filter(({ comment, block }) => comment.own && block?.intact === true);
  return intact.flatMap(({ block }) => block!.facts);
}

function verifyChecks(copies: Copies, { running }: Surroundings): CopyReport {
  const own = copies.checks.filter((copy) => copy.own);
  const problems = copies.checks.filter((copy) => !copy.own).map(foreignCheck);
  const ledger = ledgerFacts(copies);
  if (own.length === 0) {
    const off = 'no Check Runs: with checks off, the Ledger is the only copy that lasts';
    return { copy: 'Check Runs', line: off, problems };
  }
  for (const copy of own) {
    if (copy.block === undefined) problems.push(`${checkAt(copy)} holds no facts`);
    else if (!copy.block.intact)
      problems.push(`${checkAt(copy)}: its chain breaks behind ${copy.block.facts.length} facts`);
    else if (copy.facts.length < copy.block.facts.length)
      problems.push(`${checkAt(copy)} tells of what is not its own`);
  }
  const checked = new Map(
    own.flatMap((copy) => copy.facts.map((fact): [string, [Fact, CheckCopy]] => [factId(fact), [fact, copy]])),
  );
  for (const fact of ledger) {
    const other = checked.get(factId(fact));
    if (other !== undefined) {
      const at = checkAt(other[1]);
      problems.push(
        ...differing(fact, other[0]).map(
          ({ at: field, recorded, computed }) =>
            `${factName(fact)}, ${field.trim()}: the Ledger says ${short(recorded)}, ${at} says ${short(computed)}`,
        ),
      );
    } else if (!running && isExpected(fact, ledger))
      problems.push(`${factName(fact)} is in the Ledger and in no Check Run`);
  }
  const known = new Set(ledger.map(factId));
  if (ledger.length > 0 && !running) {
    for (const [id, [fact, copy]] of checked)
      if (!known.has(id)) problems.push(`${factName(fact)} is in ${checkAt(copy)} and not in the Ledger`);
  }
  const shas = new Set(own.map(({ check }) => check.sha)).size;
  return { copy: 'Check Runs', line: `${checked.size} facts in ${own.length} checks on ${shas} commits`, problems };
}

function foreignCheck({ check }: CheckCopy): string {
  return `${check.name} on ${check.sha.slice(0, 7)} is by the app ${check.app || 'nobody'}: it is not counted`;
}

function checkAt({ check }: CheckCopy): string {
  return `${check.name} on ${check.sha.slice(0, 7)}`;
}

/** A hop leaves gates and its end in Check Runs; a start that ran to an end too. An end without a start is the writer's. */
function isExpected(fact: Fact, ledger: readonly Fact[]): boolean {
  const same = (other: Fact): boolean => other.seq === fact.seq && other.attempt === fact.attempt;
  const ended = ledger.some((other) => other.kind === 'end' && same(other));
  const started = ledger.some((other) => other.kind === 'start' && same(other));
  return fact.kind === 'gate' ? ended : fact.kind === 'end' && started && !skippedChecks(fact);
}

function skippedChecks(fact: Fact): boolean {
  return fact.kind === 'end' && (fact.advisories ?? []).some((note) => note.startsWith('CHECK-SKIPPED'));
}

/** Fields that two copies of a fact tell differently. What an end is told after its checks were written is no difference. */
function differing(a: Fact, b: Fact): Difference[] {
  return compareFact('', a, b).filter(({ at, recorded, computed }) => {
    const field = at.trim();
    if (field === 'until' || field === 'advisories' || field === 'seen') return false;
    if (field === 'evidence' && (recorded === '[]' || computed === '[]')) return false;
    return !(
      ['summary', 'plan'].includes(field) &&
      (recorded === '' || computed === '' || recorded === 'none' || computed === 'none')
    );
  });
}

function verifyCommits(copies: Copies): CopyReport {
  const { state } = restore(copies);
  const problems = copies.commits.flatMap(({ sha, hop, claim }) => {
    const record = state.hops.find((known) => known.seq === hop.seq && known.attempt === hop.attempt);
    const at = `commit ${sha.slice(0, 7)} of hop ${hopLabel(hop)} ${hop.agent}`;
    if (record === undefined) return [`${at}: no copy holds a fact of that hop`];
    if (record.agent !== hop.agent) return [`${at}: the facts say that ${record.agent} ran it`];
    if (record.end?.claim !== undefined && record.end.claim !== claim) {
      return [`${at}: its trailer claims ${claim ?? 'nothing'}, its end ${record.end.claim}`];
    }
    return [];
  });
  const count = copies.commits.length;
  return {
    copy: 'commits',
    line: count === 0 ? 'none of the flow on the branch' : `${count} of the flow on the branch, each with its hop`,
    problems,
  };
}

function verifyLabels(flow: string, copies: Copies, { issueLabels, pull, running }: Surroundings): CopyReport {
  const { state } = restore(copies);
  const now = flowState(fold(ledgerFacts(copies)).last === undefined ? state : fold(ledgerFacts(copies)));
  const over = now !== 'in-progress';
  const targets: [string, readonly string[]][] = [
    ['the issue', issueLabels],
    ...(pull?.state === 'OPEN' ? [['the pull request', pull.labels] as [string, readonly string[]]] : []),
  ];
  const problems = running
    ? []
    : targets.flatMap(([where, labels]) => {
        const states = labels.filter((label) => /^state:(in-progress|ready|needs-rework)$/.test(label));
        const wrong = states.filter((label) => label !== `state:${now}`);
        // While hops run, labels come one write at a time.
        const missing = over ? [`flow:${flow}`, `state:${now}`].filter((label) => !labels.includes(label)) : [];
        return [
          ...wrong.map((label) => `${where} has ${label}, the facts say ${now}`),
          ...missing.map((label) => `${where} lacks ${label}`),
        ];
      });
  return { copy: 'labels', line: `state ${now}`, problems };
}

function verifyPull(copies: Copies, { pull, running }: Surroundings): CopyReport {
  const { state } = restore(copies);
  const line = pull === undefined ? 'none' : `#${pull.number}, ${pull.state.toLowerCase()}`;
  const problems: string[] = [];
  if (!running && state.pr !== undefined && pull === undefined)
    problems.push(`the facts name #${state.pr}, and there is none of the flow's`);
  else if (state.pr !== undefined && pull !== undefined && pull.number !== state.pr)
    problems.push(`the facts name #${state.pr}, the branch has #${pull.number}`);
  else if (pull?.state === 'CLOSED' && flowState(state) !== 'ready')
    problems.push(`#${pull.number} is closed, and the flow is ${flowState(state)}`);
  return { copy: 'pull request', line, problems };
}

/** `hop 10.2 gate tests`. */
export function factName(fact: Fact): string {
  const kind =
    fact.kind === 'gate' ? `gate ${fact.gate}` : fact.kind === 'start' ? `start of run ${fact.fence}` : 'end';
  return `hop ${hopLabel(fact)} ${kind}`;
}

function short(text: string): string {
  return printable(text, 80) || 'nothing';
}
