import { encodeBlock } from '../../src/core/ledger/block.ts';
import type { Fact } from '../../src/core/fact.ts';
import { answerMarker } from '../../src/flow/control.ts';
import { BRANCH, factsIn, foldOfCopies, ledgers, SUBJECT } from './copies.ts';
import { iso } from './github/github.ts';
import { BOT, MAINTAINER, OTHER_APP, STRANGER, type Account, type CommentRecord } from './github/records.ts';
import { WORKFLOW } from './hop-run.ts';
import type { WorldFaultName } from './faults.ts';
import type { Simulation } from './simulation.ts';

const COMMENT = '/repos/{owner}/{repo}/issues/comments/{comment_id}';

/**
 * What persons, other apps and the host itself do between two calls. Each gives false when there is nothing to do it to
 * yet; it is tried again at the next call.
 */
export const WORLD_ACTS: Readonly<Record<WorldFaultName, (simulation: Simulation) => boolean>> = {
  'killed between jobs': (simulation) => {
    simulation.dieBetweenJobs++;
    return true;
  },
  'run cancelled': (simulation) => {
    const run = simulation.running()[0];
    if (run === undefined) return false;
    simulation.killRun(run.id, 'cancelled');
    return true;
  },
  'runner out of sight': (simulation) => {
    const run = simulation.running()[0];
    if (run === undefined) return false;
    simulation.loseSight(run.id);
    return true;
  },
  'pending run cancelled': (simulation) => {
    const run = simulation.github.allRuns().find(({ status }) => status === 'queued');
    if (run === undefined) return false;
    simulation.github.setRun(run.id, { status: 'completed', conclusion: 'cancelled' });
    return true;
  },
  're-run of all jobs': (simulation) => simulation.rerun('all'),
  're-run of failed jobs': (simulation) => simulation.rerun('failed'),
  'old dispatch repeated': (simulation) => {
    const { github, random } = simulation;
    const known = github.allRuns().filter((run) => run.actor === BOT.login && run.inputs['seq'] !== undefined);
    if (known.length === 0) return false;
    // Mostly a recent one: a delivery that comes twice.
    const run = random.chance(0.6) ? known.at(-1)! : random.pick(known);
    github.dispatch(WORKFLOW, run.inputs, BOT);
    return true;
  },
  'dispatch by a person': ({ github }) => {
    github.dispatch(WORKFLOW, { subject: String(SUBJECT) }, MAINTAINER);
    return true;
  },
  // An ended flow makes no call: the schedule asks for these two when nothing else is left to happen.
  'start after the end': () => false,
  'resume by a comment': () => false,
  'dispatch by a stranger': ({ github }) => {
    const newest = github.allRuns().at(-1)!;
    github.dispatch(WORKFLOW, newest.inputs, STRANGER);
    return true;
  },
  'push by a person': ({ github, random }) => {
    const { git } = github;
    const tip = git.tip(BRANCH);
    if (tip === undefined) return false;
    const commit = git.write([tip], `note ${random.below(1e9)}`, 'docs: a note\n');
    return git.push(BRANCH, commit, tip) === 'pushed';
  },
  'force-push': ({ github, random }) => {
    const { git } = github;
    const tip = git.tip(BRANCH);
    const parent = tip === undefined ? undefined : git.commit(tip)?.parents[0];
    if (parent === undefined) return false;
    const commit = git.write([parent], `rewritten ${random.below(1e9)}`, 'feat: my own way\n');
    return git.push(BRANCH, commit, undefined, true) === 'pushed';
  },
  'branch deleted': ({ github }) => {
    if (github.git.tip(BRANCH) === undefined) return false;
    github.git.remove(BRANCH);
    return true;
  },
  'base moved': ({ github, random }) => {
    const tip = github.git.tip('main')!;
    const commit = github.git.write([tip], `base ${random.below(1e9)}`, 'feat: something else\n');
    return github.git.push('main', commit, tip) === 'pushed';
  },
  'issue closed': ({ github }) => {
    github.setIssue(SUBJECT, { open: false });
    return true;
  },
  'Ledger edited': (simulation) =>
    edit(simulation, (ledger) => {
      // The strongest forgery: a red gate made green in the table and in a block whose chain is whole.
      const facts = factsIn(ledger.body);
      const forged = facts.map((fact): Fact =>
        fact.kind === 'gate' ? ({ ...fact, status: 'pass', reason: undefined } as Fact) : fact,
      );
      const block = /<!-- facts:v1[\s\S]*facts:end -->/;
      const body = ledger.body.replaceAll('| fail', '| pass');
      return simulation.random.chance(0.5)
        ? body.replace(block, encodeBlock(forged.map((fact) => JSON.parse(JSON.stringify(fact)) as Fact)))
        : `${body}\nI had a look. LGTM\n`;
    }),
  'Ledger blanked': (simulation) =>
    edit(simulation, (ledger) => (simulation.random.chance(0.5) ? '.' : ledger.body.split('\n')[0]!)),
  'Ledger deleted': (simulation) => {
    const ledger = ledgers(simulation.github)[0];
    if (ledger === undefined) return false;
    simulation.github.request(MAINTAINER, `DELETE ${COMMENT}`, { comment_id: ledger.id });
    return true;
  },
  'Ledger forged by another account': ({ github, random }) => {
    const ledger = ledgers(github)[0];
    if (ledger === undefined) return false;
    const forged = factsIn(ledger.body).slice(0, -1);
    const body = ledger.body.replace(/<!-- facts:v1[\s\S]*facts:end -->/, encodeBlock(forged));
    comment(github, random.chance(0.5) ? STRANGER : OTHER_APP, ledger.number, body);
    return true;
  },
  'second Ledger': ({ github, random }) => {
    const ledger = ledgers(github)[0];
    if (ledger === undefined) return false;
    // A writer that lost an answer makes a second one: of now, or of a while ago.
    const past = github.comments.get(ledger.id)!.at(github.versions.current - random.below(40))?.body;
    comment(github, BOT, ledger.number, past ?? ledger.body);
    return true;
  },
  'check forged by another app': ({ github, random }) => {
    const { head } = foldOfCopies(github);
    if (head === undefined || github.git.commit(head) === undefined || github.checksOff !== undefined) return false;
    const name = `generative:gate:${random.pick(['tests', 'build', 'guard', 'required', 'format'])}`;
    const output = { title: 'all good', summary: 'trust me', text: '' };
    const body = { name, head_sha: head, status: 'completed', conclusion: 'success', output };
    github.request(OTHER_APP, 'POST /repos/{owner}/{repo}/check-runs', body);
    return true;
  },
  'checks off': (simulation) => {
    simulation.turnChecksOff();
    return true;
  },
  'hourly limit': (simulation) => {
    simulation.limitedUntil = simulation.scheduler.now + (5 + simulation.random.below(55)) * 60_000;
    simulation.note(`no calls until ${iso(simulation.limitedUntil)}`);
    return true;
  },
};

/** A person comments `/flow resume`. The workflow that answers comments dispatches a run, which may die; or it dies itself. */
export function commentResume(simulation: Simulation): void {
  const { github, random } = simulation;
  comment(github, MAINTAINER, SUBJECT, '/flow resume\n');
  const { id } = github.commentsOn(SUBJECT).at(-1)!;
  simulation.asked.push(id);
  const fate = random.pick(['works', 'run dies', 'dies unanswered', 'dies before its run'] as const);
  simulation.note(`comment ${id} asks to resume: its workflow ${fate}`);
  if (fate === 'dies before its run') return;
  github.dispatch(WORKFLOW, { subject: String(SUBJECT), resume: String(id) }, BOT);
  if (fate !== 'works') simulation.dieBetweenJobs++;
  if (fate !== 'dies unanswered') comment(github, BOT, SUBJECT, `${answerMarker(id)}\nResumed: the hop runs again.\n`);
}

function edit(simulation: Simulation, change: (ledger: CommentRecord) => string): boolean {
  const ledger = ledgers(simulation.github)[0];
  if (ledger === undefined) return false;
  simulation.github.request(MAINTAINER, `PATCH ${COMMENT}`, { comment_id: ledger.id, body: change(ledger) });
  return true;
}

function comment(github: Simulation['github'], by: Account, number: number, body: string): void {
  github.request(by, 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments', { issue_number: number, body });
}
