import { describe, expect, test } from '@jest/globals';
import { contractSha256, type Contract } from '../../../src/core/contract/contract.ts';
import type { EndFact, Fact, StartFact } from '../../../src/core/fact.ts';
import { fold } from '../../../src/core/fold.ts';
import { hopSchema } from '../../../src/core/hop.ts';
import { admit, type Admission, type Snapshot } from '../../../src/flow/admit.ts';
import { heldTo, judgeContract, NO_CONTRACT, type IssueContract } from '../../../src/flow/contract-pin.ts';
import { decide } from '../../../src/flow/decide.ts';
import { replay } from '../../../src/flow/replay.ts';
import { parseContractYaml } from '../../../src/runtime/contract-text.ts';
import { end, sha, start } from '../core/facts.ts';
import { BUILT, flow, profile } from './hops.ts';

const contract = (risk: string, required = 'tests'): Contract =>
  parseContractYaml(
    `flow: { issue: 7, slug: a, kind: feature, risk: ${risk}, complexity: S }
scope: { allow: [src/**, docs/**], deny: [src/gen/**] }
contract: { invariants: [] }
gates: { required: [${required}] }
`,
    'c.yml',
  );
const [A, B] = [contract('warm'), contract('hot')];
const [HASH_A, HASH_B] = [contractSha256(A), contractSha256(B)];
const read = (one: Contract): IssueContract => ({ kind: 'read', contract: one });
const none: IssueContract = { kind: 'none' };
const broken: IssueContract = { kind: 'refused', why: '#7:3:1: flow.risk is "worm"; write hot' };

const begun = (own: Partial<StartFact> = {}, last: Partial<EndFact> = {}): Fact[] => [start(own), end(last)];
const stop = (reason: EndFact['reason'], met?: string): Partial<EndFact> => ({
  status: 'fail',
  reason: reason!,
  next: { type: 'FINALIZE' },
  ...(met === undefined ? {} : { contract: met }),
});

describe('A-34 the approved contract', () => {
  test.each<[string, Fact[], IssueContract, boolean, string]>([
    ['a first start without one', [], none, true, 'runs'],
    ['a first start by a person approves it', [], read(A), true, `pins ${HASH_A}`],
    ['a first hop that a bot repairs approves nothing', [], read(A), false, `contract-changed met ${HASH_A}`],
    ['a later hop under the same one', begun({ contract: HASH_A }), read(A), false, `runs ${HASH_A}`],
    ['one that was edited', begun({ contract: HASH_A }), read(B), false, `contract-changed met ${HASH_B}`],
    [
      'one that a person meets edited on the way',
      begun({ contract: HASH_A }),
      read(B),
      true,
      `contract-changed met ${HASH_B}`,
    ],
    ['one that came later', begun(), read(A), false, `contract-changed met ${HASH_A}`],
    ['one that is gone', begun({ contract: HASH_A }), none, false, `contract-changed met ${NO_CONTRACT}`],
    [
      'a resume approves what was met',
      begun({ contract: HASH_A }, stop('contract-changed', HASH_B)),
      read(B),
      true,
      `pins ${HASH_B}`,
    ],
    [
      'a bot approves nothing',
      begun({ contract: HASH_A }, stop('contract-changed', HASH_B)),
      read(B),
      false,
      `contract-changed met ${HASH_B}`,
    ],
    [
      'one that changed again after the stop',
      begun({ contract: HASH_A }, stop('contract-changed', HASH_B)),
      read(contract('cold')),
      true,
      `contract-changed met ${contractSha256(contract('cold'))}`,
    ],
    [
      'one that was put back',
      begun({ contract: HASH_A }, stop('contract-changed', HASH_B)),
      read(A),
      true,
      `runs ${HASH_A}`,
    ],
    [
      'a resume after another stop approves no change',
      begun({ contract: HASH_A }, stop('stopped')),
      read(B),
      true,
      `contract-changed met ${HASH_B}`,
    ],
    [
      'a resume approves that it is gone',
      begun({ contract: HASH_A }, stop('contract-changed', NO_CONTRACT)),
      none,
      true,
      `pins ${NO_CONTRACT}`,
    ],
    ['one that stays away', begun({ contract: NO_CONTRACT }), none, false, 'runs'],
    ['one that comes back', begun({ contract: NO_CONTRACT }), read(A), false, `contract-changed met ${HASH_A}`],
    ['one that does not read, at the start', [], broken, true, 'contract-refused'],
    ['one that does not read, later', begun({ contract: HASH_A }), broken, false, 'contract-refused'],
    ['a repaired one, before any was approved', begun({}, stop('contract-refused')), read(A), true, `pins ${HASH_A}`],
    [
      'a repaired one that a bot meets',
      begun({}, stop('contract-refused')),
      read(A),
      false,
      `contract-changed met ${HASH_A}`,
    ],
    [
      'a repaired one that says something else',
      begun({ contract: HASH_A }, stop('contract-refused')),
      read(B),
      true,
      `contract-changed met ${HASH_B}`,
    ],
    [
      'a repaired one that says the same',
      begun({ contract: HASH_A }, stop('contract-refused')),
      read(A),
      true,
      `runs ${HASH_A}`,
    ],
  ])('%s', (_, facts, now, asked, expected) => {
    const verdict = judgeContract(now, fold(facts), asked);
    const said =
      verdict.refusal !== undefined
        ? [verdict.refusal, verdict.met === undefined ? '' : `met ${verdict.met}`]
        : [verdict.contract?.pin === true ? 'pins' : 'runs', verdict.contract?.sha256 ?? ''];
    expect(said.join(' ').trim()).toBe(expected);
  });

  test('the newest approval counts', () => {
    const facts = [
      start({ contract: HASH_A, requires: ['docs'] }),
      start({ seq: 3, contract: HASH_B }),
      start({ seq: 4 }),
    ];
    expect([fold(facts).contract, fold(facts).requires]).toEqual([HASH_B, []]);
  });
});

describe('A-38 a required gate that the flow never sets', () => {
  const why = (now: IssueContract) => {
    const held = heldTo(flow, now);
    return held.kind === 'refused' ? held.why : held.kind;
  };
  test.each([
    [
      'perf',
      'gates.required names perf, which the flow generative never sets; take it out; a budget stands below gates.perf',
    ],
    ['throughput', 'gates.required names throughput, which the flow generative never sets; take it out'],
    ['"b200:smoke"', 'read'],
    ['mutation', 'read'],
    ['crossval', 'read'],
  ])('%s', (gate, expected) => expect(why(read(contract('warm', gate)))).toBe(expected));
  test('what is none, or refused already, stays so', () =>
    expect([why(none), why(broken)]).toEqual(['none', broken.why]));
});

const person = { login: 'maintainer', ownBot: false, mayWrite: true };
const BASE = sha('0');

/** A start by a person on an issue without a flow, or what a later run finds. */
function snapshot(changes: Partial<Snapshot>, facts: readonly Fact[] = []): Snapshot {
  const branch = facts.length > 0;
  return {
    currentFlow: undefined,
    flow,
    profile,
    built: BUILT,
    dispatch: { subject: 7, seq: undefined, attempt: undefined, agent: undefined, facts: [] },
    actor: person,
    run: 300,
    rerun: false,
    issue: { open: true },
    ledger: {
      place: { on: 'issue', number: 7 },
      facts,
      trusted: true,
      body: 'x',
      duplicates: [],
      notes: ['ledger repaired'],
    },
    checkFacts: [],
    base: { branch: 'main', head: BASE },
    commits: branch
      ? [
          { sha: sha(1), hop: 'generative/7/1/issue-creator/1' },
          { sha: BASE, hop: undefined },
        ]
      : undefined,
    runs: [],
    criteria: new Map(),
    pr: undefined,
    ...changes,
  };
}

function admitted(admission: Admission): Exclude<Admission, { mode: 'ignore' }> {
  if (admission.mode === 'ignore') throw new Error(admission.message);
  hopSchema.parse(JSON.parse(JSON.stringify(admission.hop)));
  return admission;
}

/** What a refused hop becomes, as the router decides it. */
function ended(admission: Exclude<Admission, { mode: 'ignore' }>): readonly Fact[] {
  const { hop, known, reason } = admission;
  return decide({
    hop,
    mode: 'refuse',
    refusal: reason,
    commit: { outcome: '', reason: '', sha: '', facts: [] },
    result: undefined,
    planned: [],
    jobs: new Map(),
    known,
    pr: undefined,
  }).facts;
}

describe('an admission', () => {
  test('gives the jobs what the contract allows, and adds its gates to those that are required', () => {
    const { mode, hop } = admitted(
      admit(snapshot({ contract: read(contract('hot', 'tests, benchmarks, cpu:import')) })),
    );
    expect(mode).toBe('run');
    expect(hop.contract).toEqual({
      sha256: contractSha256(contract('hot', 'tests, benchmarks, cpu:import')),
      risk: 'hot',
      allow: ['src/**', 'docs/**'],
      deny: ['src/gen/**'],
      requires: ['tests', 'benchmarks', 'cpu:import'],
      pin: true,
    });
    expect(hop.required.slice(-2)).toEqual(['benchmarks', 'cpu:import']);
    expect(hop.required.filter((gate) => gate === 'tests')).toHaveLength(1);
  });

  test('a contract that does not read ends the flow with its place in the Decision, and a repaired one goes on', () => {
    const refused = admitted(admit(snapshot({ contract: broken })));
    expect([refused.mode, refused.reason, refused.hop.notes[0]]).toEqual(['refuse', 'contract-refused', broken.why]);
    const facts = ended(refused);
    const last = facts.at(-1) as EndFact;
    expect(last).toMatchObject({ status: 'fail', reason: 'contract-refused', next: { type: 'FINALIZE' } });
    expect(last.plan).toContain(
      'Stopped at issue-creator: the contract of the issue cannot be read: #7:3:1: flow.risk',
    );
    const later = { ...snapshot({ contract: read(A) }, facts), run: 400 };
    expect(admitted(admit(later)).hop.contract).toMatchObject({
      sha256: HASH_A,
      pin: true,
    });
  });

  test('an edited contract ends the flow, names both, and goes on when a person says so; the facts explain it', () => {
    const facts: Fact[] = [
      start({ sha: BASE, contract: HASH_A, requires: ['tests'] }),
      end({ sha: sha(1) }),
      start({ seq: 2, agent: 'spec-analyzer', sha: sha(1), fence: 200 }),
    ];
    const refused = admitted(admit(snapshot({ contract: read(B) }, facts)));
    expect([refused.mode, refused.reason]).toEqual(['refuse', 'contract-changed']);
    const more = ended(refused);
    const last = more.at(-1) as EndFact;
    expect(last.contract).toBe(HASH_B);
    expect(last.plan).toContain(`approved was sha256 ${HASH_A.slice(0, 12)}, now it is sha256 ${HASH_B.slice(0, 12)}`);
    const all = [...facts, ...more];
    const again = admitted(admit({ ...snapshot({ contract: read(B) }, all), run: 400 }));
    expect([again.mode, again.hop.seq, again.hop.contract?.sha256, again.hop.contract?.pin]).toEqual([
      'run',
      3,
      HASH_B,
      true,
    ]);
    const hops = replay({ facts: all, flow, profile, built: BUILT });
    expect(hops.find(({ record }) => record.seq === 2)?.differences).toEqual([]);
  });
});
