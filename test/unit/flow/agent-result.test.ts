import { describe, expect, test } from '@jest/globals';
import { canonicalJson } from '../../../src/core/canonical.ts';
import { FlowError } from '../../../src/core/errors.ts';
import type { AgentResult } from '../../../src/core/result.ts';
import { parseAgentResult, refuseResult, RESULT_CHARS, trailerPart } from '../../../src/flow/agent-result.ts';
import { makeHop } from '../runtime/flow/hop.ts';

const ROUTE = { type: 'FINALIZE', agent: 'code-reviewer' } as const;

describe('result.json', () => {
  const refused: readonly [string, string, RegExp][] = [
    ['nothing', '', /not JSON/],
    ['a list', '[]', /expected object/],
    ['no summary', '{"route":{"type":"FINALIZE"}}', /summary/],
    ['no route', '{"summary":"x"}', /route/],
    ['another type of route', '{"summary":"x","route":{"type":"MERGE"}}', /route\.type/],
    ['A-60 an unknown key', '{"summary":"x","route":{"type":"FINALIZE"},"gates_passed":true}', /gates_passed/],
    ['A-60 a gate with a verdict', '{"summary":"x","route":{"type":"FINALIZE"},"gates":{"tests":"pass"}}', /gates/],
    ['A-38 a gate outside the vocabulary', '{"summary":"x","route":{"type":"FINALIZE"},"gates":["test"]}', /gates\.0/],
    ['A-36 a number beyond numbers', '{"summary":1e999}', /not finite/],
    ['A-31 deep nesting', `${'['.repeat(30)}${']'.repeat(30)}`, /deeper than 20/],
    ['A-26 too many characters', `"${'x'.repeat(RESULT_CHARS)}"`, /at most 100000/],
    [
      'two criteria with one id',
      '{"summary":"x","route":{"type":"FINALIZE"},"acceptance_criteria":[{"id":"AC1","text":"a"},{"id":"AC1","text":"b"}]}',
      /unique/,
    ],
    [
      'an id that is none',
      '{"summary":"x","route":{"type":"FINALIZE"},"acceptance_criteria":[{"id":"AC01","text":"a"}]}',
      /acceptance_criteria\.0\.id/,
    ],
    ['a summary that shows nothing', '{"summary":"\\n\\t ","route":{"type":"FINALIZE"}}', /no visible character/],
  ];
  test.each(refused)('%s is refused, and the error names the field', (_, text, message) => {
    let thrown: unknown;
    try {
      parseAgentResult(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(FlowError);
    expect(thrown).toMatchObject({ code: 'bad-result', message: expect.stringMatching(message) });
  });

  test('a result with every key is taken as it is', () => {
    const result: AgentResult = {
      summary: 'x',
      route: ROUTE,
      claim: 'blocked',
      gates: ['docs'],
      story: 's',
      acceptance_criteria: [{ id: 'AC1', text: 'a' }],
      pr: { title: 't', body: 'b' },
      progress: 'p',
      advisories: ['a'],
      plan: 'p',
    };
    expect(parseAgentResult(JSON.stringify(result))).toEqual(result);
  });
});

describe('A-59 routes and claims', () => {
  const hop = makeHop();
  test.each<[string, Partial<AgentResult>, RegExp | undefined]>([
    ['the forward route', {}, undefined],
    ['a conditional edge', { route: { type: 'NEXT', agent: 'spec-analyzer' } }, undefined],
    ['the flow’s prefix', { route: { type: 'FINALIZE', agent: 'generative-code-reviewer' } }, undefined],
    ['another flow’s prefix', { route: { type: 'FINALIZE', agent: 'review-code-reviewer' } }, /no edge/],
    ['no agent', { route: { type: 'FINALIZE' } }, /route FINALIZE is no edge of impl-creator/],
    ['another agent', { route: { type: 'NEXT', agent: 'pub-finalizer' } }, /NEXT -> pub-finalizer/],
    ['an own claim', { claim: 'more-work' }, undefined],
    ['nearly an own claim', { claim: 'more-works' }, /nearest: more-work/],
    ['another claim', { claim: 'blocked' }, /not one of impl-creator's/],
  ])('%s', (_, change, refusal) => {
    const said = refuseResult({ summary: 'x', route: ROUTE, ...change }, hop);
    if (refusal === undefined) expect(said).toBeUndefined();
    else expect(said).toMatch(refusal);
  });

  test('in a detour the way back is an edge too', () => {
    const detour = makeHop({
      agent: 'test-hardener',
      routes: [{ type: 'NEXT', agent: 'mutation-tester' }],
      taken: [0],
      'return-route': ROUTE,
    });
    expect(refuseResult({ summary: 'x', route: ROUTE }, detour)).toBeUndefined();
  });
});

test('the part for a trailer fits whatever the result holds, and keeps what decides', () => {
  const big: AgentResult = {
    summary: 's'.repeat(2000),
    route: ROUTE,
    claim: 'blocked',
    gates: ['spec', 'tests'],
    acceptance_criteria: Array.from({ length: 50 }, (_, i) => ({ id: `AC${i + 1}`, text: 't'.repeat(1000) })),
    pr: { title: 'p'.repeat(200), body: 'b'.repeat(20_000) },
    advisories: Array.from({ length: 20 }, () => 'a'.repeat(1000)),
    plan: 'l'.repeat(4000),
  };
  const small = trailerPart(big, 4000);
  expect(canonicalJson(small).length).toBeLessThanOrEqual(4000);
  expect(small).toMatchObject({ route: big.route, claim: 'blocked', gates: ['spec', 'tests'] });
  expect(small.acceptance_criteria).toHaveLength(50);
  expect(small.advisories).toHaveLength(3);
});
