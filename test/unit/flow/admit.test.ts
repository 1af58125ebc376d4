import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Fact } from '../../../src/core/fact.ts';
import { fold } from '../../../src/core/fold.ts';
import { hopSchema } from '../../../src/core/hop.ts';
import { admit, type Admission, type Snapshot } from '../../../src/flow/admit.ts';
import { nextOf } from '../../../src/flow/successor.ts';
import { end, gate, sha, start } from '../core/facts.ts';
import { BUILT, flow, profile } from './hops.ts';

const BASE = sha('0');
const [FIRST, MOVED] = [sha(1), sha(5)];

/** One hop done: issue-creator on the flow's first commit; spec-analyzer's run 200 is announced. */
const one: Fact[] = [
  start({ sha: BASE }),
  end({ sha: FIRST }),
  start({ seq: 2, agent: 'spec-analyzer', sha: FIRST, fence: 200 }),
];
const ledgerOf = (facts: readonly Fact[], changes: Partial<Snapshot['ledger']> = {}): Snapshot['ledger'] => ({
  place: { on: 'issue', number: 7, comment: 3 },
  facts,
  trusted: true,
  body: 'x',
  duplicates: [],
  notes: [],
  ...changes,
});
const bot = { login: 'github-actions[bot]', ownBot: true, mayWrite: true };
const person = { login: 'maintainer', ownBot: false, mayWrite: true };
const dispatch = (changes: Partial<Snapshot['dispatch']> = {}) => ({
  subject: 7,
  seq: 2,
  attempt: 1,
  agent: 'spec-analyzer',
  facts: [],
  ...changes,
});
const alone = { subject: 7, seq: undefined, attempt: undefined, agent: undefined, facts: [] };

/** The second hop's own dispatch, on a world in order. */
function snapshot(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    currentFlow: undefined,
    flow,
    profile,
    built: BUILT,
    dispatch: dispatch({ head: FIRST }),
    actor: bot,
    run: 200,
    rerun: false,
    issue: { open: true },
    ledger: ledgerOf(one),
    checkFacts: [],
    base: { branch: 'main', head: BASE },
    commits: [
      { sha: FIRST, hop: 'generative/7/1/issue-creator/1' },
      { sha: BASE, hop: undefined },
    ],
    runs: [],
    criteria: new Map(),
    pr: undefined,
    ...changes,
  };
}

/** An admission in one line: `ignore duplicate 0`, `run 2.1 spec-analyzer`, `refuse stale-head 2.1 spec-analyzer`. */
function said(admission: Admission): string {
  if (admission.mode === 'ignore') return `ignore ${admission.reason} ${admission.exit}`;
  const { seq, attempt, agent } = admission.hop;
  return [admission.mode, admission.reason, `${seq}.${attempt} ${agent}`].filter(Boolean).join(' ');
}

const ended2 = end({ seq: 2, agent: 'spec-analyzer', sha: FIRST, next: { type: 'NEXT', agent: 'issue-finalizer' } });

const nothing = { ledger: ledgerOf([], { body: '', place: { on: 'issue' as const, number: 7 } }), commits: undefined };
const ended = (changes: Parameters<typeof end>[0]) => [
  ...one.slice(0, 1),
  end({ sha: FIRST, next: { type: 'FINALIZE' }, ...changes }),
];
const stale = end({
  seq: 2,
  agent: 'spec-analyzer',
  sha: MOVED,
  status: 'skipped',
  reason: 'stale-head',
  next: { type: 'NEXT', agent: 'spec-analyzer' },
});
const moved = [{ sha: MOVED, hop: undefined }, ...snapshot().commits!];

describe('admit', () => {
  test.each<[string, Partial<Snapshot>, string]>([
    ['the announced hop runs', {}, 'run 2.1 spec-analyzer'],
    ['a first start by a person', { ...nothing, dispatch: alone, actor: person }, 'run 1.1 issue-creator'],
    ['an alias resolves', { dispatch: dispatch({ agent: 'generative-spec-analyzer' }) }, 'run 2.1 spec-analyzer'],
    ['another flow has the repository', { currentFlow: 'review' }, 'ignore out-of-scope 0'],
    ['this flow has the repository', { currentFlow: 'generative' }, 'run 2.1 spec-analyzer'],
    ['A-58 a stranger', { actor: { login: 'x', ownBot: false, mayWrite: false } }, 'ignore unauthorised 1'],
    [
      'A-58 a stranger alone',
      { actor: { login: 'x', ownBot: false, mayWrite: false }, dispatch: alone },
      'ignore unauthorised 1',
    ],
    ['no such issue', { issue: undefined }, 'ignore no-subject 1'],
    ['few calls left', { lowUntil: '2026-01-01T12:00:00Z' }, 'ignore rate-limited 0'],
    [
      'few calls left, and a stranger',
      { lowUntil: '2026-01-01T12:00:00Z', actor: { login: 'x', ownBot: false, mayWrite: false } },
      'ignore unauthorised 1',
    ],
    ['half a hop', { dispatch: { ...alone, seq: 2 } }, 'ignore malformed 1'],
    ['A-59 an agent nobody knows', { dispatch: dispatch({ agent: 'x' }) }, 'ignore malformed 1'],
    ['A-58 another seq', { dispatch: dispatch({ seq: 3 }) }, 'ignore malformed 1'],
    ['A-58 another attempt', { dispatch: dispatch({ attempt: 2 }) }, 'ignore malformed 1'],
    ['A-58 another agent', { dispatch: dispatch({ agent: 'pub-finalizer' }) }, 'ignore malformed 1'],
    ['A-58 another head', { dispatch: dispatch({ head: sha(9) }) }, 'ignore malformed 1'],
    [
      'A-58 a person with a hop that is not due',
      { actor: person, dispatch: dispatch({ seq: 9 }) },
      'ignore malformed 1',
    ],
    [
      'A-58 an old dispatch again',
      { dispatch: dispatch({ seq: 1, agent: 'issue-creator', head: BASE }) },
      'ignore duplicate 0',
    ],
    [
      'a duplicate delivery after the hop has ended',
      { ledger: ledgerOf([...one, end({ seq: 2, agent: 'spec-analyzer', sha: FIRST })]) },
      'ignore duplicate 0',
    ],
    [
      'a run started again that died behind its Ledger owes the dispatch',
      { rerun: true, dispatch: dispatch({ head: FIRST }), ledger: ledgerOf([...one, ended2]) },
      'finish 2.1 spec-analyzer',
    ],
    [
      'a first run by a person that died behind its Ledger is not the hop after it',
      { rerun: true, run: 100, actor: person, dispatch: alone, ledger: ledgerOf(one.slice(0, 2)) },
      'finish 1.1 issue-creator',
    ],
    [
      'a run started again that owes nothing: the next hop is on record',
      {
        rerun: true,
        ledger: ledgerOf([...one, ended2, start({ seq: 3, agent: 'issue-finalizer', sha: FIRST, fence: 300 })]),
      },
      'ignore duplicate 0',
    ],
    [
      'a run started again that owes nothing: the flow ended there',
      { rerun: true, ledger: ledgerOf([...one, { ...ended2, next: { type: 'FINALIZE' } }]) },
      'ignore duplicate 0',
    ],
    [
      'a run started again whose hop another run has taken over',
      {
        rerun: true,
        ledger: ledgerOf([...one, start({ seq: 2, agent: 'spec-analyzer', sha: FIRST, fence: 201 }), ended2]),
      },
      'ignore duplicate 0',
    ],
    [
      'a run started again whose hop has not ended does it again',
      { rerun: true, runs: [{ id: 200, title: '7/2/1 spec-analyzer', alive: true }] },
      'run 2.1 spec-analyzer',
    ],
    [
      'a duplicate delivery while an earlier run of it is alive',
      { run: 201, runs: [{ id: 200, title: '7/2/1 spec-analyzer', alive: true }] },
      'ignore superseded 0',
    ],
    [
      'an earlier run that no fact names, by its title',
      { run: 201, ledger: ledgerOf(one.slice(0, 2)), runs: [{ id: 150, title: '7/2/1 spec-analyzer', alive: true }] },
      'ignore superseded 0',
    ],
    [
      'an earlier run that is dead is taken over',
      { run: 201, runs: [{ id: 200, title: '7/2/1 spec-analyzer', alive: false }] },
      'run 2.1 spec-analyzer',
    ],
    [
      'a later run does not matter',
      { runs: [{ id: 201, title: '7/2/1 spec-analyzer', alive: true }] },
      'run 2.1 spec-analyzer',
    ],
    [
      'a run of another hop does not matter',
      { runs: [{ id: 150, title: '8/2/1 spec-analyzer', alive: true }] },
      'run 2.1 spec-analyzer',
    ],
    [
      'a person asks while it runs',
      { actor: person, dispatch: alone, run: 201, runs: [{ id: 200, title: '7/2/1 spec-analyzer', alive: true }] },
      'ignore running 0',
    ],
    ['a person takes over a lost hop', { actor: person, dispatch: alone, run: 300 }, 'run 2.1 spec-analyzer'],
    [
      'an earlier repair of it that is alive',
      { run: 401, runs: [{ id: 400, title: '7/2/1 spec-analyzer repair 1', alive: true }] },
      'ignore superseded 0',
    ],
    ['the second repair runs it again', { run: 300, dispatch: dispatch({ repair: 2 }) }, 'run 2.1 spec-analyzer'],
    [
      'the third repair ends it',
      { run: 300, dispatch: dispatch({ repair: 3 }) },
      'refuse dispatch-exhausted 2.1 spec-analyzer',
    ],
    [
      'A-58 a repair of a hop that has ended',
      { dispatch: dispatch({ seq: 1, agent: 'issue-creator', head: BASE, repair: 3 }) },
      'ignore duplicate 0',
    ],
    ['A-58 a repair of a hop that is not due', { dispatch: dispatch({ seq: 3, repair: 3 }) }, 'ignore malformed 1'],
    ['A-58 a repair that names no hop', { actor: person, dispatch: { ...alone, repair: 3 } }, 'ignore malformed 1'],
    [
      'A-58 a stranger repairs',
      { actor: { login: 'x', ownBot: false, mayWrite: false }, dispatch: dispatch({ repair: 3 }) },
      'ignore unauthorised 1',
    ],
    [
      'a repair while the hop runs after all',
      { run: 300, dispatch: dispatch({ repair: 3 }), runs: [{ id: 200, title: '7/0/0 start', alive: true }] },
      'ignore superseded 0',
    ],
    [
      'the commit is there already',
      { commits: [{ sha: sha(2), hop: 'generative/7/2/spec-analyzer/1' }, ...snapshot().commits!] },
      'verify-only 2.1 spec-analyzer',
    ],
    [
      'the first commit is there, and nothing else',
      { ...nothing, commits: snapshot().commits, dispatch: alone, actor: person },
      'verify-only 1.1 issue-creator',
    ],
    [
      'the trailer of another attempt is not its own',
      { commits: [{ sha: sha(2), hop: 'generative/7/2/spec-analyzer/2' }, ...snapshot().commits!] },
      'refuse stale-head 2.1 spec-analyzer',
    ],
    ['a closed issue', { issue: { open: false } }, 'refuse subject-closed 2.1 spec-analyzer'],
    ['history rewritten', { commits: [{ sha: MOVED, hop: undefined }] }, 'refuse history-rewritten 2.1 spec-analyzer'],
    [
      'I2 a branch that is ahead of every fact that can be read is left alone',
      {
        actor: person,
        dispatch: alone,
        ledger: ledgerOf([], { body: '', trusted: false }),
        commits: [
          { sha: MOVED, hop: 'generative/7/5/schema-validator/1' },
          { sha: FIRST, hop: 'generative/7/1/issue-creator/1' },
          { sha: BASE, hop: undefined },
        ],
      },
      'ignore facts-missing 1',
    ],
    [
      'what lies before the base is an earlier flow of the subject',
      {
        commits: [
          { sha: FIRST, hop: 'generative/7/1/issue-creator/1' },
          { sha: BASE, hop: 'generative/7/22/docs-finalizer/1' },
        ],
      },
      'run 2.1 spec-analyzer',
    ],
    [
      'a first commit that was lost behind its push is taken up by a redo',
      {
        dispatch: dispatch({ seq: 1, attempt: 2, agent: 'issue-creator' }),
        ledger: ledgerOf([
          start({ sha: BASE }),
          end({ sha: BASE, status: 'fail', next: { type: 'NEXT', agent: 'issue-creator' } }),
        ]),
      },
      'refuse stale-head 1.2 issue-creator',
    ],
    [
      'a branch of that name with history of its own is not',
      {
        dispatch: dispatch({ seq: 1, attempt: 2, agent: 'issue-creator' }),
        ledger: ledgerOf([
          start({ sha: BASE }),
          end({ sha: BASE, status: 'fail', next: { type: 'NEXT', agent: 'issue-creator' } }),
        ]),
        commits: [
          { sha: MOVED, hop: undefined },
          { sha: BASE, hop: undefined },
        ],
      },
      'refuse history-rewritten 1.2 issue-creator',
    ],
    ['the branch gone', { commits: undefined }, 'refuse history-rewritten 2.1 spec-analyzer'],
    [
      'a foreign branch of that name',
      { ...nothing, dispatch: alone, actor: person, commits: moved },
      'refuse history-rewritten 1.1 issue-creator',
    ],
    ['the head moved', { commits: moved }, 'refuse stale-head 2.1 spec-analyzer'],
    [
      'its redo takes the head',
      { ledger: ledgerOf([...one, stale]), dispatch: dispatch({ seq: 3, head: MOVED }), commits: moved },
      'run 3.1 spec-analyzer',
    ],
    [
      'and takes it although it moved again meanwhile',
      {
        ledger: ledgerOf([...one, stale]),
        dispatch: dispatch({ seq: 3, head: MOVED }),
        commits: [{ sha: sha(6), hop: undefined }, ...moved],
      },
      'run 3.1 spec-analyzer',
    ],
    ['the flow is complete', { actor: person, dispatch: alone, ledger: ledgerOf(ended({})) }, 'ignore ended 0'],
    [
      'the flow is partial',
      { actor: person, dispatch: alone, ledger: ledgerOf(ended({ status: 'fail', reason: 'partial' })) },
      'ignore ended 0',
    ],
    [
      'the hop limit is no open end',
      { actor: person, dispatch: alone, ledger: ledgerOf(ended({ status: 'fail', reason: 'hop-limit' })) },
      'ignore ended 0',
    ],
    [
      'a stop at the last hop cannot go on',
      { actor: person, dispatch: alone, ledger: ledgerOf(ended({ seq: 80, status: 'fail', reason: 'scope' })) },
      'ignore ended 0',
    ],
    [
      'a person resumes a stopped flow',
      { actor: person, dispatch: alone, ledger: ledgerOf(ended({ status: 'fail', reason: 'scope' })) },
      'run 2.1 issue-creator',
    ],
    [
      'A-58 a start that was asked for before the run that ended the flow',
      { actor: person, run: 99, dispatch: alone, ledger: ledgerOf(ended({ status: 'fail', reason: 'scope' })) },
      'ignore ended 0',
    ],
    [
      'A-58 that run itself, started again',
      {
        actor: person,
        run: 100,
        rerun: true,
        dispatch: alone,
        ledger: ledgerOf(ended({ status: 'fail', reason: 'scope' })),
      },
      'ignore duplicate 0',
    ],
    [
      'the sweeper repairs the hop of a start that died',
      {
        dispatch: dispatch({ agent: 'issue-creator', repair: 1 }),
        ledger: ledgerOf(ended({ status: 'fail', reason: 'scope' })),
      },
      'run 2.1 issue-creator',
    ],
    [
      'and ends it when two repairs did not help',
      {
        dispatch: dispatch({ agent: 'issue-creator', repair: 3 }),
        ledger: ledgerOf(ended({ status: 'fail', reason: 'scope' })),
      },
      'refuse dispatch-exhausted 2.1 issue-creator',
    ],
    [
      'A-58 a repair that names another hop lets nothing go on',
      { dispatch: dispatch({ repair: 1 }), ledger: ledgerOf(ended({ status: 'fail', reason: 'scope' })) },
      'ignore ended 0',
    ],
    [
      'A-58 nor does a repair of a flow that is over',
      {
        dispatch: dispatch({ agent: 'issue-creator', repair: 1 }),
        ledger: ledgerOf(ended({ status: 'fail', reason: 'partial' })),
      },
      'ignore ended 0',
    ],
    [
      'our bot does not resume it',
      { dispatch: alone, ledger: ledgerOf(ended({ status: 'fail', reason: 'scope' })) },
      'ignore ended 0',
    ],
  ])('%s', (_, changes, expected) => expect(said(admit(snapshot(changes)))).toBe(expected));

  test('the hop it gives is valid, whatever the mode', () => {
    for (const changes of [{}, { commits: moved }, { ...nothing, dispatch: alone, actor: person }]) {
      const admission = admit(snapshot(changes));
      if (admission.mode === 'ignore') throw new Error(admission.message);
      expect(hopSchema.parse(JSON.parse(JSON.stringify(admission.hop)))).toEqual(admission.hop);
    }
  });

  test('head, base, branch and whether it is the first', () => {
    const hopOf = (changes: Partial<Snapshot>) => {
      const admission = admit(snapshot(changes));
      if (admission.mode === 'ignore') throw new Error(admission.message);
      return admission.hop;
    };
    expect(hopOf({})).toMatchObject({ head: FIRST, base: BASE, branch: 'feat/7', first: false });
    expect(hopOf({ ...nothing, dispatch: alone, actor: person })).toMatchObject({
      head: BASE,
      base: BASE,
      first: true,
    });
    const again = { ...nothing, commits: snapshot().commits, dispatch: alone, actor: person };
    expect(hopOf(again)).toMatchObject({ head: BASE, base: BASE, first: true });
    expect(hopOf({ commits: moved })).toMatchObject({ head: MOVED, base: BASE });
    const later = { base: { branch: 'main', head: sha(8) } };
    expect(hopOf(later).base).toBe(BASE); // the base stays pinned
  });

  test('the pull request counts only while it is open', () => {
    const ledger = ledgerOf([...one, end({ sha: FIRST, pr: 9 })]);
    const prOf = (pr: number | undefined) => {
      const admission = admit(snapshot({ ledger, pr }));
      return admission.mode === 'ignore' ? 'ignored' : admission.hop.pr;
    };
    expect([prOf(9), prOf(undefined), prOf(12)]).toEqual([9, undefined, undefined]);
  });

  test('A-51 an edited Ledger counts through the other copies', () => {
    const edited = ledgerOf([], { trusted: false, notes: ['ledger repaired'] });
    const admission = admit(snapshot({ ledger: edited, checkFacts: one }));
    expect(said(admission)).toBe('run 2.1 spec-analyzer');
    expect(admission).toMatchObject({ hop: { notes: ['ledger repaired'] } });
    // With no other copy, what the dispatching hop sent along is enough.
    expect(said(admit(snapshot({ ledger: edited, dispatch: dispatch({ facts: one }) })))).toBe('run 2.1 spec-analyzer');
  });

  test('A-58 facts that a person sends along do not count', () => {
    const changes = { ...nothing, actor: person, dispatch: dispatch({ facts: one }) };
    expect(said(admit(snapshot(changes)))).toBe('ignore malformed 1');
  });

  test('facts of another subject or flow do not count', () => {
    const foreign = [end({ subject: 8, seq: 2 }), end({ flow: 'review', seq: 2 })];
    expect(said(admit(snapshot({ checkFacts: foreign })))).toBe('run 2.1 spec-analyzer');
  });

  test('I8: an ignored run gets no hop, so that nothing can be written', () => {
    expect(admit(snapshot({ issue: undefined }))).not.toHaveProperty('hop');
  });
});

describe('I5: every end that announces an agent gets exactly one admitted successor', () => {
  test('of any number of deliveries, in any order, one is admitted', () => {
    const runs = fc.uniqueArray(fc.integer({ min: 200, max: 230 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(runs, (ids) => {
        let facts: Fact[] = one;
        let admitted = 0;
        for (const run of ids) {
          const admission = admit(snapshot({ run, ledger: ledgerOf(facts) }));
          if (admission.mode === 'ignore') continue;
          admitted++;
          const { seq, attempt, agent } = admission.hop;
          facts = [
            ...facts,
            start({ seq, attempt, agent, sha: FIRST, fence: run }),
            end({ seq, attempt, agent, sha: FIRST }),
          ];
        }
        expect(admitted).toBe(1);
      }),
    );
  });

  test('any end names one hop, or none', () => {
    const agents = Object.keys(flow.agents);
    const ends = fc.record({
      seq: fc.integer({ min: 1, max: 79 }),
      attempt: fc.integer({ min: 1, max: 3 }),
      agent: fc.constantFrom(...agents),
      next: fc.option(fc.constantFrom(...agents), { nil: undefined }),
    });
    fc.assert(
      fc.property(ends, ({ seq, attempt, agent, next }) => {
        const last = end({
          seq,
          attempt,
          agent,
          next: next === undefined ? { type: 'FINALIZE' } : { type: 'NEXT', agent: next },
        });
        const due = nextOf(flow, fold([last]));
        if (next === undefined) expect(due).toBeUndefined();
        else {
          expect(due!.agent).toBe(next);
          expect(due!.seq > seq || due!.attempt > attempt).toBe(true);
          expect(due!.attempt).toBeLessThanOrEqual(3);
        }
      }),
    );
  });
});

test('I2: a hop whose commit is on the branch is never pushed again', () => {
  const own = { sha: sha(2), hop: 'generative/7/2/spec-analyzer/1' };
  const facts = [...one, gate({ seq: 2, agent: 'spec-analyzer', sha: sha(2) })];
  for (const ledger of [ledgerOf(one), ledgerOf(facts)]) {
    const admission = admit(snapshot({ ledger, dispatch: dispatch(), commits: [own, ...snapshot().commits!] }));
    expect(admission.mode).toBe('verify-only');
  }
});
