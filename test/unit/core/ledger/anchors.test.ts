import { describe, expect, test } from '@jest/globals';
import { anchored, placeAnchored, splitAnchored } from '../../../../src/core/ledger/anchors.ts';

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

  test.each([
    ['sections without text around them', anchored('gates', 'G') + '\n' + anchored('decision', 'D'), ''],
    ['CRLF, as the web form sends it', body.replace(/\n/g, '\r\n'), 'before\nbetween\nafter'],
    ['blank lines at both ends', `\n \n${body}\n\n`, 'before\nbetween\nafter'],
    ['lines of ours', `# ours\n${body}\n# ours\nnot # ours`, 'before\nbetween\nafter\nnot # ours'],
    ['an anchor that is not closed', `<!-- x:start\n${body}`, 'before\nbetween\nafter'],
    ['an anchor without blanks', `  <!--x-->\n${body}`, 'before\nbetween\nafter'],
    ['a comment inside a line', `a <!-- x -->\n${body}`, 'a <!-- x -->\nbefore\nbetween\nafter'],
    ['a comment that is no anchor', `<!-- Note -->\n${body}`, '<!-- Note -->\nbefore\nbetween\nafter'],
  ])('%s', (_, text, foreign) => {
    const sections = new Map([
      ['gates', 'G'],
      ['decision', 'D'],
    ]);
    expect(splitAnchored(text, names, ['# ours'])).toEqual({ foreign, sections, intact: true });
  });

  test('a section of several lines, and none', () => {
    const text = `${anchored('gates', 'a\n\nb')}\n<!-- decision:start -->\n<!-- decision:end -->`;
    expect([...splitAnchored(text, names).sections]).toEqual([
      ['gates', 'a\n\nb'],
      ['decision', ''],
    ]);
  });

  test('what is not intact has no foreign text either', () => {
    expect(splitAnchored('hello', names)).toEqual({ foreign: '', sections: new Map(), intact: false });
  });
});

describe('placeAnchored', () => {
  const block = '<!-- gates:start -->\nNEW\n<!-- gates:end -->';
  test.each([
    ['no section', 'hello', `hello\n\n${block}\n`],
    ['blank lines at the end', 'hello \n\n', `hello\n\n${block}\n`],
    ['a section', `a\n${anchored('gates', 'old\nlines')}\nb\n`, `a\n${block}\nb\n`],
    ['a section alone', anchored('gates', 'old'), block],
    ['a section in CRLF', `a\r\n${anchored('gates', 'old').replace(/\n/g, '\r\n')}\r\nb\r\n`, `a\r\n${block}\nb\r\n`],
    ['another section', `${anchored('decision', 'D')}\nb`, `${anchored('decision', 'D')}\nb\n\n${block}\n`],
    ['A-15 half a section', 'a\n<!-- gates:start -->\nb\n', `a\nb\n\n${block}\n`],
    ['A-15 the wrong order', 'a\r\n<!-- gates:end -->\r\nb\n<!-- gates:start -->\nc', `a\r\nb\nc\n\n${block}\n`],
    ['A-15 two sections', `${anchored('gates', 'one')}\n${anchored('gates', 'two')}`, `one\ntwo\n\n${block}\n`],
  ])('%s', (_, text, expected) => {
    expect(placeAnchored(text, 'gates', 'NEW')).toBe(expected);
    expect(placeAnchored(expected, 'gates', 'NEW')).toBe(expected);
  });
});
