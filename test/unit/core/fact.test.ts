import { describe, expect, test } from '@jest/globals';
import { factId, parseFact, type Fact } from '../../../src/core/fact.ts';
import { end, gate, sha, start } from './facts.ts';

describe('factId', () => {
  test('is 16 hex digits and stands for the event, not for what is said of it', () => {
    expect(factId(gate())).toMatch(/^[0-9a-f]{16}$/);
    expect(factId(gate({ status: 'fail', evidence: [] }))).toBe(factId(gate()));
    expect(factId(end({ summary: 'other', status: 'fail', sha: sha(9) }))).toBe(factId(end()));
    expect(factId(start({ base: sha(8), branch: 'feat/8' }))).toBe(factId(start()));
  });

  test.each<[string, Fact, Fact]>([
    ['kind', end(), start()],
    ['seq', end({ seq: 2 }), end()],
    ['attempt', end({ attempt: 2 }), end()],
    ['agent', end({ agent: 'x' }), end()],
    ['subject', end({ subject: 8 }), end()],
    ['flow', end({ flow: 'review' }), end()],
    ['gate', gate({ gate: 'build' }), gate()],
    ['sha of a gate', gate({ sha: sha(2) }), gate()],
    ['run of a start', start({ fence: 101 }), start()],
  ])('differs by %s', (_, a, b) => expect(factId(a)).not.toBe(factId(b)));
});

describe('parseFact', () => {
  test.each<[string, Fact]>([
    ['start', start({ contract: 'a'.repeat(64), redo: 2, return: 'impl-creator' })],
    ['gate', gate({ status: 'skipped', reason: 'missing-tool' })],
    ['end', end({ pr: 9, acs: ['AC1'], plan: 'p', advisories: ['a'], unavailable: ['fuzz'], claim: 'more-work' })],
  ])('takes a %s', (_, fact) => expect(parseFact(fact, 'here')).toEqual(fact));

  test.each<[string, object]>([
    ['A-22 homoglyph gate', { ...gate(), gate: 'te\u0455ts' }],
    ['A-38 unknown gate', { ...gate(), gate: 'tets' }],
    ['A-38 status PASS', { ...gate(), status: 'PASS' }],
    ['A-38 status passed', { ...gate(), status: 'passed' }],
    ['A-38 skip without a reason', { ...gate(), status: 'skipped' }],
    ['A-38 skip with a free reason', { ...gate(), status: 'skipped', reason: 'because' }],
    ['A-38 skip for a fault', { ...gate(), status: 'skipped', reason: 'crashed' }],
    ['A-38 pass with a reason', { ...gate(), status: 'pass', reason: 'missing-tool' }],
    ['A-38 fail for a skip reason', { ...gate(), status: 'fail', reason: 'missing-tool' }],
    ['A-59 attempt 99', { ...end(), attempt: 99 }],
    ['A-59 next agent with a path', { ...end(), next: { type: 'NEXT', agent: '../../x' } }],
    ['A-59 unknown route type', { ...end(), next: { type: 'SKIP', agent: 'x' } }],
    ['seq over the limit', { ...end(), seq: 81 }],
    ['redo over the limit', { ...start(), redo: 3 }],
    ['A-33 unknown key', { ...end(), extra: 1 }],
    ['A-19 two lines', { ...end(), summary: 'a\nb' }],
    ['A-26 long summary', { ...end(), summary: 'x'.repeat(201) }],
    ['A-26 much evidence', { ...gate(), evidence: Array.from({ length: 31 }, () => ({ key: 'k', value: 'v' })) }],
    ['A-20 bidi evidence', { ...gate(), evidence: [{ key: 'k', value: 'a\u202eb' }] }],
    ['a short sha', { ...gate(), sha: 'abc1234' }],
    ['A-13 a branch', { ...start(), branch: '--upload-pack=x' }],
    ['another version', { ...gate(), v: 2 }],
    ['a fraction', { ...gate(), seq: 1.5 }],
    ['nothing', {}],
  ])('refuses %s', (_, value) => expect(() => parseFact(value, 'here')).toThrow(/: /));
});
