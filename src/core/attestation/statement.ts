import type { Evidence } from '../evidence.ts';
import type { GateFact } from '../fact.ts';
import type { Fold } from '../fold.ts';
import { checkName } from '../names.ts';
import { impossibleCount } from './observed.ts';

export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';
export const TEST_RESULT_TYPE = 'https://in-toto.io/attestation/test-result/v0.1';

/** What an in-toto statement points at, by digest. */
export interface ResourceDescriptor {
  readonly name?: string;
  readonly uri?: string;
  readonly digest: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A subject of a statement; it has a name always. */
export type StatementSubject = ResourceDescriptor & { readonly name: string };

/** The result of one gate on one commit, as in-toto's test-result v0.1. */
export interface TestResultStatement {
  readonly _type: typeof STATEMENT_TYPE;
  readonly subject: readonly StatementSubject[];
  readonly predicateType: typeof TEST_RESULT_TYPE;
  readonly predicate: {
    readonly result: 'PASSED' | 'WARNED' | 'FAILED';
    readonly configuration: readonly ResourceDescriptor[];
    readonly url?: string;
    readonly passedTests: readonly string[];
    readonly warnedTests: readonly string[];
    readonly failedTests: readonly string[];
  };
}

/** A gate on the head, with its statement; a skip tested nothing, so there is none for it, and `why` says so. */
export interface GateStatement {
  readonly gate: string;
  readonly fact: GateFact;
  readonly statement: TestResultStatement | undefined;
  readonly why: string;
}

/** One entry for every gate that has a fact on `head`. `repository` is its address on the host, without a slash at the end. Pure. */
export function gateStatements(state: Fold, head: string, repository: string): GateStatement[] {
  return [...state.gates.values()]
    .filter((fact) => fact.sha === head)
    .sort((a, b) => (a.gate < b.gate ? -1 : 1))
    .map((fact) => {
      const statement = testResult(fact, state, repository);
      const why = statement === undefined ? `skipped (${fact.reason ?? 'no reason'}): nothing was tested` : '';
      return { gate: fact.gate, fact, statement, why };
    });
}

function testResult(fact: GateFact, state: Fold, repository: string): TestResultStatement | undefined {
  const result = resultOf(fact);
  if (result === undefined) return undefined;
  const name = checkName(fact.flow, fact.gate);
  const hop = state.hops.find(({ seq, attempt }) => seq === fact.seq && attempt === fact.attempt);
  const start = hop?.starts.at(-1);
  const base = start?.base ?? state.base;
  const log = valueOf(fact.evidence, 'log');
  const named = (word: typeof result): string[] => (word === result ? [name] : []);
  return {
    _type: STATEMENT_TYPE,
    subject: [
      { name: `git+${repository}`, digest: { gitCommit: fact.sha } },
      ...(/^[0-9a-f]{64}$/.test(log ?? '') ? [{ name: `log of ${name}`, digest: { sha256: log! } }] : []),
    ],
    predicateType: TEST_RESULT_TYPE,
    predicate: {
      result,
      configuration: [
        {
          // Registry, profile and workflow are read where the flow is pinned, never from the branch.
          name: `flow ${fact.flow}, hop ${fact.seq}.${fact.attempt} ${fact.agent}`,
          uri: `git+${repository}@${base ?? fact.sha}`,
          digest: { gitCommit: base ?? fact.sha },
          annotations: Object.fromEntries(fact.evidence.map(({ key, value }) => [key, value])),
        },
      ],
      ...(start === undefined || start.fence === 0 ? {} : { url: `${repository}/actions/runs/${start.fence}` }),
      passedTests: named('PASSED'),
      warnedTests: named('WARNED'),
      failedTests: named('FAILED'),
    },
  };
}

/** A pass by a second-best tool, or without isolation, is a pass with a warning; one whose counts cannot be is none. */
function resultOf({ status, evidence }: GateFact): 'PASSED' | 'WARNED' | 'FAILED' | undefined {
  if (status === 'skipped') return undefined;
  if (status === 'fail' || impossibleCount(evidence) !== undefined) return 'FAILED';
  const second = valueOf(evidence, 'method')?.startsWith('alt') === true;
  return second || valueOf(evidence, 'isolation') === 'env-only' ? 'WARNED' : 'PASSED';
}

function valueOf(evidence: readonly Evidence[], name: string): string | undefined {
  return evidence.find(({ key }) => key === name)?.value;
}
