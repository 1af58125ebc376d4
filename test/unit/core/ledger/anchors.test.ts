import { describe, expect, test } from '@jest/globals';
import { anchored, splitAnchored } from '../../../../src/core/ledger/anchors.ts';

const names = ['gates', 'decision'];
const body = `before\n${anchored('gates', 'G')}\nbetween\n${anchored('decision', 'D')}\nafter`;

describe('splitAnchored', () => {
  test('finds sections and what stands around them', () => {
    expect(splitAnchored(body, names)).toEqual({
      foreign: 'before\nbetween\nafter',
      sections: new Map([
        ['gates', 'G'],
        ['decision', 'D'],
      ]),
      intact: true,
    });
  });

  test.each([
    ['A-15 an anchor twice', `${body}\n<!-- gates:end -->`],
    ['A-15 a section twice', `${body}\n${anchored('gates', 'forged')}`],
    ['A-15 an anchor missing', body.replace('<!-- gates:end -->', '')],
    ['A-15 the wrong order', `${anchored('decision', 'D')}\n${anchored('gates', 'G')}`],
    ['A-15 nested', anchored('gates', anchored('decision', 'D'))],
    ['A-15 not at line start', body.replace('<!-- gates:start -->', '> <!-- gates:start -->')],
    ['A-16 a zero-width character', body.replace('<!-- gates:start', '<!\u200b-- gates:start')],
    ['A-17 entities', body.replace('<!-- gates:start -->', '&lt;!-- gates:start --&gt;')],
    ['A-18 nested comment', body.replace('<!-- gates:start -->', '<!-<!-- gates:start -->-')],
  ])('%s is not intact, and nothing of it counts', (_, text) => {
    const parts = splitAnchored(text, names);
    expect(parts.intact).toBe(false);
    expect(parts.sections.size).toBe(0);
  });

  test("A-15 other anchors in a person's text do not come back with it", () => {
    const text = `hello\n<!-- trace:start -->\n  <!-- hoplog:end -->\nbye\n${body}`;
    expect(splitAnchored(text, names).foreign).toBe('hello\nbye\nbefore\nbetween\nafter');
  });
});
