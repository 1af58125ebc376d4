import { describe, expect, test } from '@jest/globals';
import { evidence } from '../../../src/core/evidence.ts';
import type { EndFact } from '../../../src/core/fact.ts';
import { gateFact } from '../../../src/flow/gate-facts.ts';
import { hopSummary, ignoredSummary, waitsSummary } from '../../../src/flow/hop-summary.ts';

const sha = 'a'.repeat(40);
const identity = { flow: 'generative', subject: 7, seq: 4, agent: 'spec-creator', attempt: 2 };
const end: EndFact = {
  v: 1,
  kind: 'end',
  ...identity,
  sha,
  status: 'fail',
  next: { type: 'NEXT', agent: 'schema-validator' },
  summary: 'text',
  unavailable: ['api'],
};

describe('the summary of a hop', () => {
  test('says route, reason, gates and what is not built', () => {
    const gate = gateFact(identity, sha, 'spec', {
      status: 'fail',
      evidence: [evidence('spec files', '1 problem'), evidence('method', 'computed')],
    });
    expect(hopSummary([gate, end], 'forward with red spec')).toBe(
      [
        '### Hop 4.2: spec-creator, fail',
        '',
        'NEXT → schema-validator because of forward with red spec',
        '',
        '| Gate | Status | Evidence |',
        '|---|---|---|',
        '| spec | fail | spec files: 1 problem |',
        '',
        'Not available in this version: api',
        '',
      ].join('\n'),
    );
  });

  test('says what the agent used, as far as its engine reported it', () => {
    const usage = { engine: 'claude-code', version: '2.1.328', models: ['m-1'], turns: 2, seconds: 3 };
    const tokens = { 'input-tokens': 5000, 'output-tokens': 60, 'cost-microusd': 12_300 };
    expect(hopSummary([{ ...end, usage: { ...usage, ...tokens } }], 'why')).toContain(
      'claude-code: 2 turns, 3 s, 0.0123 USD; 5000 tokens read and 60 written; by m-1; version 2.1.328\n',
    );
    expect(hopSummary([{ ...end, usage }], 'why')).toContain('claude-code: 2 turns, 3 s; by m-1; version 2.1.328\n');
  });

  test('A-24, A-25: what it quotes is inert', () => {
    const text = `${hopSummary([end], '@team ![x](https://evil/) <img>')}${ignoredSummary('malformed', '@team #1 <b>')}`;
    expect(text).not.toMatch(/@team|!\[|<img|<b>|#1\b/);
  });
});

test('the summary of what a job waited for the host', () => {
  const waits = [
    { call: 'POST /repos/{owner}/{repo}/check-runs', ms: 30_000, why: 'retry-after' },
    { call: 'GET /a|b', ms: 250, why: 'fault' },
  ];
  expect(waitsSummary(12, waits)).toBe(
    [
      'Waited 30.3 s for the host, in 2 of 12 calls:',
      '',
      '| Before | Wait | Why |',
      '|---|---|---|',
      '| POST /repos/{owner}/{repo}/check-runs | 30.0 s | retry-after |',
      '| GET /a\\|b | 0.3 s | fault |',
      '',
    ].join('\n'),
  );
});
