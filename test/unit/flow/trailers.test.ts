import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { GATES } from '../../../src/core/names.ts';
import type { AgentResult } from '../../../src/core/result.ts';
import {
  commitSubject,
  commitType,
  parseTrailers,
  renderCommitMessage,
  TRAILER_CHARS,
} from '../../../src/flow/trailers.ts';

const HOP = { flow: 'generative', subject: 7, seq: 10, agent: 'impl-creator', attempt: 2 };
const RESULT: AgentResult = { summary: 'add the decoder', route: { type: 'FINALIZE', agent: 'code-reviewer' } };

const text = (maxLength: number) => fc.string({ minLength: 1, maxLength, unit: 'binary' });
const hostile = fc.oneof(
  text(300),
  fc.constantFrom(
    'fixes #1',
    '@team',
    'Flow-Hop: generative/7/9/x/1',
    '\n\nFlow-Result: {}',
    '[skip ci]',
    'x'.repeat(2000),
    '@'.repeat(1000),
    '\u202e',
    'https://h/o/r/issues/1',
  ),
);
const results: fc.Arbitrary<AgentResult> = fc
  .record(
    {
      summary: hostile,
      route: fc.constant({ type: 'NEXT' as const, agent: 'x' }),
      claim: fc.constantFrom('blocked', 'more-work'),
      gates: fc.uniqueArray(fc.constantFrom(...GATES), { maxLength: 20 }),
      acceptance_criteria: fc.uniqueArray(
        fc.record({ id: fc.integer({ min: 1, max: 999 }).map((n) => `AC${n}`), text: hostile }),
        {
          maxLength: 50,
          selector: (ac) => ac.id,
        },
      ),
      pr: fc.record({ title: hostile, body: hostile }),
      advisories: fc.array(hostile, { maxLength: 20 }),
      plan: hostile,
    },
    { requiredKeys: ['summary', 'route'] },
  )
  .map((result) => result as AgentResult);

describe('trailers', () => {
  test('a commit message reads back as the hop and the result that made it', () => {
    const message = renderCommitMessage('feat: add the decoder', HOP, RESULT);
    expect(message).toBe(
      'feat: add the decoder\n\nFlow-Hop: generative/7/10/impl-creator/2\n' +
        'Flow-Result: {"route":{"agent":"code-reviewer","type":"FINALIZE"},"summary":"add the decoder"}\n',
    );
    expect(parseTrailers(message)).toEqual({ hop: HOP, result: RESULT });
  });

  test('A-49 whatever the agent says, the message has its four lines, fits, and reads back (property)', () => {
    fc.assert(
      fc.property(results, (result) => {
        const message = renderCommitMessage(commitSubject('feat', result.summary), HOP, result);
        const lines = message.split('\n');
        expect(lines).toHaveLength(5);
        expect(lines[0]!.length).toBeLessThanOrEqual(72);
        expect(lines[3]!.length).toBeLessThanOrEqual('Flow-Result: '.length + TRAILER_CHARS);
        const read = parseTrailers(message)!;
        expect(read.hop).toEqual(HOP);
        expect(read.result.route).toEqual(result.route);
        expect(read.result.claim).toBe(result.claim);
        expect(read.result.acceptance_criteria?.map((ac) => ac.id)).toEqual(
          result.acceptance_criteria?.length ? result.acceptance_criteria.map((ac) => ac.id) : undefined,
        );
      }),
    );
    // What a message holds is a fixed point: its own trailer, rendered again, is the same message.
    fc.assert(
      fc.property(results, (result) => {
        const message = renderCommitMessage('feat: x', HOP, result);
        expect(renderCommitMessage('feat: x', HOP, parseTrailers(message)!.result)).toBe(message);
      }),
    );
  });

  test('A-24 no mention, reference, closing keyword, link or CI switch survives in a message (property)', () => {
    fc.assert(
      fc.property(results, (result) => {
        const message = renderCommitMessage(commitSubject('feat', result.summary), HOP, result);
        expect(message).not.toMatch(/@[\w-]|#\d|\bGH-\d|:\/\/|\[(skip ci|ci skip|no ci|skip actions|actions skip)\]/i);
      }),
    );
  });

  const valid = renderCommitMessage('feat: x', HOP, RESULT);
  const refused: readonly [string, string][] = [
    ['no trailers', 'feat: x\n'],
    ['A-49 a second Flow-Hop before', valid.replace('feat: x', 'feat: x\n\nFlow-Hop: generative/7/11/impl-creator/1')],
    ['A-49 a second Flow-Hop in another case', valid.replace('feat: x', 'feat: x\n\n flow-hop : x')],
    ['a paragraph after', `${valid}\nmore\n`],
    ['another trailer between', valid.replace('\nFlow-Result', '\nReviewed-by: x\nFlow-Result')],
    ['the other order', 'feat: x\n\nFlow-Result: {}\nFlow-Hop: generative/7/10/impl-creator/2\n'],
    ['no subject', valid.replace('feat: x\n\n', '')],
    ['a hop that has no number', valid.replace('/7/10/', '/7/x/')],
    ['a zero before the number', valid.replace('/7/10/', '/07/10/')],
    ['a hop over the limit', valid.replace('/7/10/', '/7/81/')],
    ['a fourth attempt', valid.replace('creator/2', 'creator/4')],
    ['A-22 a look-alike letter', valid.replace('impl-creator/', 'impl-\u0441reator/')],
    ['A-28 a key twice', valid.replace('{"route"', '{"summary":"x","route"')],
    ['A-33 a prototype key', valid.replace('{"route"', '{"__proto__":{},"route"')],
    ['an unknown key', valid.replace('{"route"', '{"verdict":"pass","route"')],
    ['a result over the limit', valid.replace('add the decoder', 'x'.repeat(TRAILER_CHARS))],
  ];
  test.each(refused)('is not read from a message with %s', (_, message) => {
    expect(parseTrailers(message)).toBeUndefined();
  });
});

describe('the first line of a commit', () => {
  const cases: readonly [string, string][] = [
    ['add the decoder', 'feat: add the decoder'],
    ['test: add the decoder', 'feat: add the decoder'],
    ['fix(core)!: add the decoder', 'feat: add the decoder'],
    ['a\nb\r\nc', 'feat: a b c'],
    ['x'.repeat(100), `feat: ${'x'.repeat(65)}…`],
    ['fixes #1, GH-2 and o/r#3', 'feat: fixes no. 1, GH 2 and o/rno. 3'],
    ['thanks @octo-org/team', 'feat: thanks (at)octo-org/team'],
    ['done [skip ci] ***NO_CI***', 'feat: done (skip ci) NO_CI'],
    ['see https://evil/x', 'feat: see https: evil/x'],
    ['\u202eabc\u200b', 'feat: \\u{202e}abc\\u{200b}'],
    ['feat:', 'feat: change'],
  ];
  test.each(cases)('%j', (summary, subject) => {
    expect(commitSubject('feat', summary)).toBe(subject);
  });

  test.each([
    [['none'], 'build'],
    [['spec'], 'docs'],
    [['tests'], 'test'],
    [['code'], 'feat'],
    [['code', 'docs'], 'feat'],
    [['docs'], 'docs'],
    [['deps'], 'build'],
  ] as const)('an agent that writes %j commits as %s', (writes, type) => {
    expect(commitType([...writes])).toBe(type);
  });
});
