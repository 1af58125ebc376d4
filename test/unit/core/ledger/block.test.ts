import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, digest } from '../../../../src/core/canonical.ts';
import { endSchema, gateSchema, startSchema, type Fact } from '../../../../src/core/fact.ts';
import { fold } from '../../../../src/core/fold.ts';
import { decodeBlock, encodeBlock, encodeBlockWithin, EMPTY_CHAIN } from '../../../../src/core/ledger/block.ts';
import { LEDGER_LIMIT, renderLedger } from '../../../../src/core/ledger/render.ts';
import { end, factSets, gate, sha, start } from '../facts.ts';
import { longFlow } from '../long-flow.ts';

describe('the machine block', () => {
  test('I6: parse(render(S)) = S for any set of facts', () => {
    fc.assert(
      fc.property(factSets, (facts) => {
        const state = fold(facts);
        const body = renderLedger(state, { required: ['tests'], foreign: 'a person was here' });
        const block = decodeBlock(body)!;
        expect(block.intact).toBe(true);
        expect(block.facts).toEqual(state.facts);
        expect(fold(block.facts)).toEqual(state);
        expect(body.length).toBeLessThanOrEqual(LEDGER_LIMIT);
      }),
      { numRuns: 200 },
    );
  });

  test('the sets of the property above hold every field that a fact can have', () => {
    const fields = { start: startSchema, gate: gateSchema, end: endSchema };
    const facts = fc.sample(factSets, { numRuns: 300, seed: 1 }).flat();
    for (const [kind, schema] of Object.entries(fields)) {
      const seen = new Set(facts.filter((fact) => fact.kind === kind).flatMap((fact) => Object.keys(fact)));
      expect([...seen].sort()).toEqual(Object.keys(schema.shape).sort());
    }
  });

  test('equal facts in any order give equal bytes', () => {
    fc.assert(fc.property(factSets, (facts) => expect(encodeBlock([...facts].reverse())).toBe(encodeBlock(facts))));
  });

  test('A-15 no fact can hold what ends the comment or the block', () => {
    const text = '--> <!-- gates:end --> facts:end -->';
    const block = encodeBlock([end({ summary: text, plan: text, advisories: [text] })]);
    expect(block.split('\n').slice(1, -1).join('\n')).not.toMatch(/[<>]|--/);
    expect(decodeBlock(block)!.facts).toEqual([end({ summary: text, plan: text, advisories: [text] })]);
  });

  test('A-51 a change of any character of any line is seen', () => {
    const lines = encodeBlock([start(), gate(), end()]).split('\n');
    for (let line = 1; line < lines.length - 1; line++) {
      for (let at = 0; at < lines[line]!.length; at++) {
        const changed = [...lines];
        const char = changed[line]![at]!;
        changed[line] = `${changed[line]!.slice(0, at)}${char === '0' ? '1' : '0'}${changed[line]!.slice(at + 1)}`;
        expect(decodeBlock(changed.join('\n'))!.intact).toBe(false);
      }
    }
  });

  test('A-51 a character more in front of a line or behind it is seen', () => {
    const lines = encodeBlock([start(), gate(), end()]).split('\n');
    for (let line = 1; line < lines.length - 1; line++) {
      for (const changed of [`x${lines[line]}`, `${lines[line]} `]) {
        const block = decodeBlock(lines.with(line, changed).join('\n'))!;
        expect([block.intact, block.facts.length]).toEqual([false, Math.max(0, line - 2)]);
      }
    }
  });

  test('A-51 a line that is gone, doubled or moved is seen', () => {
    const lines = encodeBlock([start(), gate(), gate({ gate: 'build' }), end()]).split('\n');
    for (let i = 1; i < lines.length - 2; i++) {
      const without = lines.filter((_, index) => index !== i);
      const twice = [...lines.slice(0, i), lines[i]!, ...lines.slice(i)];
      const moved = [...lines.slice(0, i), lines[i + 1]!, lines[i]!, ...lines.slice(i + 2)];
      for (const text of [without, twice, moved]) expect(decodeBlock(text.join('\n'))!.intact).toBe(false);
    }
  });

  test('a cut tail is shorter, and the head of the chain tells', () => {
    const lines = encodeBlock([start(), gate(), end()]).split('\n');
    const cut = decodeBlock([...lines.slice(0, -2), lines.at(-1)].join('\n'))!;
    expect(cut.chain).not.toBe(decodeBlock(lines.join('\n'))!.chain);
  });

  test.each([
    ['no block', 'text'],
    ['no end', '<!-- facts:v1\n'],
    ['A-15 the wrong order', 'facts:end -->\n<!-- facts:v1'],
    ['A-52 two blocks', `${encodeBlock([end()])}\n${encodeBlock([end()])}`],
    ['A-15 not at line start', encodeBlock([end()]).replace('<!-- facts:v1', ' <!-- facts:v1')],
  ])('%s is no block', (_, text) => expect(decodeBlock(text)).toBeUndefined());

  test('an empty one holds nothing and is not intact', () => {
    expect(decodeBlock('<!-- facts:v1\nfacts:end -->')).toEqual({ facts: [], chain: EMPTY_CHAIN, intact: false });
  });

  test('CRLF, as the web form sends it, is read', () => {
    expect(decodeBlock(encodeBlock([end()]).replace(/\n/g, '\r\n'))!.facts).toEqual([end()]);
  });

  test('A-36 a chained line that is no fact is not taken', () => {
    const head = canonicalJson({ v: 1, flow: 'generative', subject: 7, shas: [sha(1)], agents: ['a'] });
    for (const row of [
      '{}',
      '["x",1,0,1,0]',
      '["e",1e999,0,1,0]',
      '["g",1,0,1,0,"tests",0,[1]]',
      '["e",1,9,1,0,0,"NEXT","b",""]',
    ]) {
      const first = digest(`${EMPTY_CHAIN} ${head}`, 16);
      const second = digest(`${first} ${row}`, 16);
      const block = decodeBlock(['<!-- facts:v1', `${first} ${head}`, `${second} ${row}`, 'facts:end -->'].join('\n'))!;
      expect(block).toMatchObject({ facts: [], intact: false });
    }
  });
});

describe('I6: the length fits', () => {
  test.each([28, 100, 300])('%i facts with ordinary words', (count) => {
    const facts = longFlow(count, 'adds the decoder of packed weights with its tests and documentation');
    const body = renderLedger(fold(facts), { required: ['tests'] });
    expect(facts).toHaveLength(count);
    expect(body.length).toBeLessThan(LEDGER_LIMIT);
    const back = decodeBlock(body)!;
    expect(back.intact).toBe(true);
    expect(back.facts.map((fact) => fact.seq)).toEqual(fold(facts).facts.map((fact) => fact.seq));
    expect(body).toContain('## Ledger of generative');
    expect(fold(unitedStatus(back.facts))).toEqual(fold(unitedStatus(facts)));
  });

  test.each(['@', '<', '-', '"', '\\', '字', '😀'])('A-26 80 hops whose every text is full of %s', (char) => {
    const facts = longFlow(240, char.repeat(200).slice(0, 200), { advisories: 3 });
    const body = renderLedger(fold(facts), { required: ['tests'], foreign: 'x'.repeat(20_000) });
    expect(body.length).toBeLessThanOrEqual(LEDGER_LIMIT);
    expect(body.length).toBeLessThan(65_536);
    expect(decodeBlock(body)!.facts.length).toBe(fold(facts).facts.length);
    expect(body).toContain('<!-- decision:end -->');
  });

  test('evidence goes before anything else, and the newest facts keep theirs', () => {
    const facts = longFlow(300, 'words');
    const full = encodeBlock(facts).length;
    const kept = decodeBlock(encodeBlockWithin(facts, full - 1))!.facts;
    const gates = kept.filter((fact) => fact.kind === 'gate');
    expect(gates[0]!.evidence).toEqual([]);
    expect(gates.at(-1)!.evidence.length).toBeGreaterThan(0);
    expect(kept.filter((fact) => fact.kind === 'end').every((fact) => fact.summary === 'words')).toBe(true);
  });
});

/** Facts without what a long Ledger may lose. */
function unitedStatus(facts: readonly Fact[]) {
  return facts.map((fact) => (fact.kind === 'gate' ? { ...fact, evidence: [] } : fact));
}
