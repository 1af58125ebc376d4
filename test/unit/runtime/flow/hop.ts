import { hopSchema } from '../../../../src/core/hop.ts';
import type { Hop } from '../../../../src/core/hop.ts';

/** A hop of impl-creator, unless told otherwise. */
export function makeHop(changes: Partial<Hop> = {}): Hop {
  const sha = '0'.repeat(40);
  return hopSchema.parse({
    v: 1,
    flow: 'generative',
    subject: 7,
    seq: 10,
    attempt: 1,
    agent: 'impl-creator',
    microloop: 'implementation',
    redo: 0,
    fence: 1,
    head: sha,
    base: sha,
    'base-branch': 'main',
    branch: 'feat/7',
    first: false,
    does: 'writes the smallest production code that makes the failing tests pass',
    writes: ['code'],
    scope: ['src/**'],
    detours: [],
    notes: [],
    gates: [
      { gate: 'tests', phase: 'green' },
      { gate: 'build', phase: 'green' },
      { gate: 'impl', phase: 'green' },
    ],
    unavailable: [],
    required: ['spec', 'format', 'clippy', 'tests', 'build', 'docs'],
    routes: [
      { type: 'NEXT', agent: 'impl-creator', when: { claim: 'more-work' } },
      { type: 'NEXT', agent: 'spec-analyzer', when: { claim: 'design-concern' }, max: 1 },
      { type: 'FINALIZE', agent: 'code-reviewer' },
    ],
    taken: [0, 0, 0],
    progress: {},
    skips: [],
    stage: 'work',
    criteria: false,
    'last-validation': 'prep-finalizer',
    partial: false,
    acs: [],
    ledger: { on: 'issue', number: 7 },
    ...changes,
  });
}

export const RESULT = { summary: 'add the decoder', route: { type: 'FINALIZE', agent: 'code-reviewer' } };
