import { describe, expect, test } from '@jest/globals';
import type { Fact } from '../../../../src/core/fact.ts';
import { chainOf, decodeBlock, encodeBlock, encodeBlockWithin } from '../../../../src/core/ledger/block.ts';
import { end, gate, sha, start } from '../facts.ts';

const long = end({
  summary: 'all that was done',
  advisories: ['look here'],
  plan: 'a | b',
  usage: { engine: 'claude-code', seconds: 3 },
  claim: 'more-work',
  pr: 9,
});

describe('what a block holds', () => {
  test('line by line', () => {
    const lines = encodeBlock([start(), gate(), end()])
      .split('\n')
      .map((line) => line.replace(/^[0-9a-f]{16} /, ''));
    expect(lines).toEqual([
      '<!-- facts:v1',
      `{"agents":["issue\\u002dcreator"],"flow":"generative","shas":["${sha(1)}","${sha(0)}"],"subject":7,"v":1}`,
      '["s",1,0,1,0,1,"feat/7",100]',
      '["g",1,0,1,0,"tests",0,["cargo test","12/12 pass","method","primary"]]',
      '["e",1,0,1,0,0,"NEXT","spec\\u002danalyzer","done"]',
      'facts:end -->',
    ]);
  });

  test('of no facts its head alone', () => {
    expect(decodeBlock(encodeBlock([]))).toMatchObject({ facts: [], intact: true });
    expect(encodeBlock([])).toContain('{"agents":[],"flow":"","shas":[],"subject":0,"v":1}');
  });

  test('in text that a person wrote, up to the line that was changed', () => {
    const block = encodeBlock([start(), gate(), end()]);
    const chain = block.split('\n')[2]!.slice(0, 16);
    const changed = block.replace('12/12 pass', '13/13 pass');
    expect(decodeBlock(`hello\n${changed}\nbye`)).toEqual({ facts: [start()], chain, intact: false });
  });
});

describe('what older facts lose', () => {
  /** Three hops: a gate and an end each. */
  const facts: Fact[] = [1, 2, 3].flatMap((seq) => [gate({ seq }), { ...long, seq }]);
  const told = (block: string) =>
    decodeBlock(block)!.facts.map((fact) =>
      fact.kind === 'gate' ? fact.evidence.length : fact.kind === 'end' ? fact.summary !== '' : 'start',
    );
  test.each([
    [{}, [2, true, 2, true, 2, true]],
    [{ evidence: 6 }, [2, true, 2, true, 2, true]],
    [{ evidence: 4 }, [0, true, 2, true, 2, true]],
    [{ evidence: 3 }, [0, true, 0, true, 2, true]],
    [{ texts: 5 }, [2, true, 2, true, 2, true]],
    [{ texts: 4 }, [2, false, 2, true, 2, true]],
    [{ evidence: 0, texts: 0 }, [0, false, 0, false, 0, false]],
  ])('keeping %j', (keep, kept) => {
    expect(told(encodeBlock(facts, keep))).toEqual(kept);
  });

  test('an end without its texts keeps what decides', () => {
    const kept = end({ summary: '', claim: 'more-work', pr: 9 });
    expect(decodeBlock(encodeBlock([long], { texts: 0 }))!.facts).toEqual([kept]);
  });
});

describe('a block that has to fit', () => {
  const facts: Fact[] = Array.from({ length: 16 }, (_, i) => [gate({ seq: i + 1 }), end({ seq: i + 1 })]).flat();
  const stages = [
    {},
    { evidence: 30 },
    { evidence: 30, texts: 30 },
    { evidence: 0, texts: 30 },
    { evidence: 0, texts: 0 },
  ].map((keep) => encodeBlock(facts, keep));

  test('is the fullest one that does', () => {
    for (const [i, stage] of stages.entries()) {
      expect(encodeBlockWithin(facts, stage.length)).toBe(stage);
      expect(encodeBlockWithin(facts, stage.length - 1)).toBe(stages[i + 1] ?? stage);
    }
    expect(new Set(stages).size).toBe(5);
  });

  test('and the barest when none does', () => {
    expect(encodeBlockWithin(facts, 0)).toBe(stages.at(-1));
  });
});

describe('the head of the chain over facts', () => {
  test('is that of their block', () => {
    const facts = [start(), gate(), end()];
    expect(chainOf(facts)).toBe(encodeBlock(facts).split('\n').at(-2)!.slice(0, 16));
  });

  test.each<[string, Fact[]]>([
    ['of none', []],
    ['when one has lost its evidence', [start(), gate(), gate({ gate: 'build', evidence: [] })]],
  ])('there is none %s', (_, facts) => {
    expect(chainOf(facts)).toBeUndefined();
  });
});
