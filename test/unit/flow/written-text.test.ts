import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fold } from '../../../src/core/fold.ts';
import { readCriteria, withCriteria } from '../../../src/flow/criteria.ts';
import { LABELS, labelChanges, labelsFor } from '../../../src/flow/labels.ts';
import { progressMarker, renderProgress } from '../../../src/flow/progress-comment.ts';
import { inertMarkdown, pullRequestText } from '../../../src/flow/pull-request.ts';
import { gate, end, sha, start } from '../core/facts.ts';

const HOSTILE = [
  '<!-- acceptance:end --> --> <img src=x onerror=y>',
  '@team #1 fixes #2 GH-3 https://evil www.evil ![x](https://evil/?d=1)',
  '`<!-- gates:end -->` **bold** [x](javascript:y)',
  'a\u202eb\u200bc\u001b[31m',
];

describe('acceptance criteria in the issue', () => {
  const list = [
    { id: 'AC1', text: 'decodes `i2_s` | blocks -->' },
    { id: 'AC2', text: HOSTILE.join(' ') },
  ];

  test('are read back as they were said, and the rest of the body stays', () => {
    const body = withCriteria('Please add it.\n', 'As a user', list);
    expect(body.startsWith('Please add it.\n\n<!-- acceptance:start -->')).toBe(true);
    expect(readCriteria(body).get('AC1')).toBe('decodes `i2_s` | blocks -->');
    expect([...readCriteria(body).keys()]).toEqual(['AC1', 'AC2']);
  });

  test('A-15 A-24 A-25 what people see of them is inert', () => {
    const shown = withCriteria('', HOSTILE.join(' '), list).replace(/<!--.*-->/g, '');
    expect(shown).not.toMatch(/<|@[a-z]|(?<!&)#\d|:\/\/|\[|`/i);
  });

  test('a second writing replaces the block where it stands, with CRLF too', () => {
    const first = withCriteria('before\r\n', undefined, list);
    const second = withCriteria(`${first}\nafter`, undefined, [{ id: 'AC1', text: 'new' }]);
    expect(second).toMatch(/^before[\s\S]*after$/);
    expect(second.match(/acceptance:start/g)).toHaveLength(1);
    expect(readCriteria(second).get('AC1')).toBe('new');
    expect(withCriteria(second, undefined, [{ id: 'AC1', text: 'new' }])).toBe(second);
  });

  test.each([
    ['A-15 an anchor in the midst of a line', 'see <!-- acceptance:start --> and <!-- acceptance:end --> there'],
    ['A-15 half a block', 'x\n<!-- acceptance:start -->\ny'],
    [
      'A-15 two blocks',
      '<!-- acceptance:start -->\na\n<!-- acceptance:end -->\n<!-- acceptance:start -->\nb\n<!-- acceptance:end -->\nc',
    ],
  ])('%s loses no word of a person', (_, body) => {
    const text = withCriteria(body, undefined, list);
    for (const line of body.split('\n')) if (!/^<!--/.test(line)) expect(text).toContain(line);
    expect(readCriteria(text).size).toBe(2);
    expect(withCriteria(text, undefined, list)).toBe(text);
  });

  test('A-28 A-33 data that a person damaged gives no texts, and no error', () => {
    for (const data of [
      '[{"id":"AC1","id":"AC2","text":"x"}]',
      '{"__proto__":1}',
      '[{"id":"AC1\u0430","text":"x"}]',
      '{',
      '[null]',
    ]) {
      const body = `<!-- acceptance:start -->\n<!-- criteria ${data} -->\n<!-- acceptance:end -->`;
      expect(readCriteria(body).size).toBe(0);
    }
  });

  test('A-26 the body stays below what the host takes', () => {
    const many = Array.from({ length: 50 }, (_, i) => ({ id: `AC${i + 1}`, text: '@'.repeat(1000) }));
    const text = withCriteria('x'.repeat(10_000), undefined, many);
    expect(text.length).toBeLessThan(65_536);
    expect(readCriteria(text).size).toBe(50);
    expect(withCriteria('x'.repeat(65_000), undefined, many)).toBe('x'.repeat(65_000));
  });
});

test('white space that some reader takes for a line end does not come through', () => {
  expect(inertMarkdown('a\rb\r\nc\u2028d\u0085\n\r- e\vf', 100)).toBe('a\nb\nc d&#92;u{85}\n\n- e f');
});

describe('text of the Draft PR', () => {
  const state = fold([start(), gate({ sha: sha(3) }), gate({ gate: 'docs', sha: sha(2) }), end({ sha: sha(3) })]);

  test('its gates are those of the head, whatever the agent says (A-60)', () => {
    const { body } = pullRequestText(
      state,
      { title: 't', body: '| tests | pass |\n| docs | pass |' },
      { number: 7, title: 'i' },
    );
    const [, table = ''] = body.split('### Gates on this head');
    expect(table).toContain('| tests | pass |');
    expect(table).not.toContain('docs');
    expect(body).toContain('Closes #7');
  });

  test.each(HOSTILE)('A-24 A-25 %j is inert', (text) => {
    const { title, body } = pullRequestText(
      state,
      { title: text, body: `- ${text}\n\n> ${text}` },
      { number: 7, title: 'i' },
    );
    const [said = ''] = body.split('Closes #7');
    expect(said.replace(/`[^`]*`/g, '')).not.toMatch(/<|@[a-z]|(?<!&)#\d|:\/\/|\]\(|!\[|www\.[a-z]/i);
    expect(title).not.toMatch(/@\w|#\d|GH-\d|:\/\/|[\n\u202e\u200b\u001b]/);
  });

  test('A-24 a closing keyword in the title closes nothing', () => {
    const { title } = pullRequestText(
      state,
      { title: 'fixes #1, closes GH-2, fixes https://github.com/o/r/issues/3', body: '' },
      { number: 7, title: 'i' },
    );
    expect(title).toBe('fixes no. 1, closes GH 2, fixes https: github.com/o/r/issues/3');
  });

  test('A-26 the body stays below what the host takes', () => {
    const { body } = pullRequestText(state, { title: 't', body: '@\n'.repeat(10_000) }, { number: 7, title: 'i' });
    expect(body.length).toBeLessThan(65_536);
    expect(body).toContain('Closes #7');
  });

  test('keeps the shape that is harmless', () => {
    expect(inertMarkdown('## Head\n\n- a **b** `c_d`\n1. x', 500)).toBe('## Head\n\n- a **b** `c_d`\n1. x');
  });

  test('A-15 no line of any text is an anchor', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<!-- ', 'gates:end', ' -->', '`', '**', '- ', '\n', '&lt;'), { maxLength: 12 }),
        (bits) => {
          expect(inertMarkdown(bits.join(''), 500).replace(/`[^`\n]*`/g, '')).not.toContain('<!--');
        },
      ),
    );
  });
});

test('a progress comment starts with its marker and says what was said', () => {
  const text = renderProgress('generative', 7, 'code-reviewer', 'looks good');
  expect(text).toBe(`${progressMarker('generative', 7, 'code-reviewer')}\n**code-reviewer**\n\nlooks good\n`);
});

test("labels: the flow's once, its state replaced, everything else kept, never a gate result", () => {
  const set = labelsFor(['bug', 'state:ready', 'state:custom'], 'generative', 'in-progress');
  expect(set).toEqual(['bug', 'state:custom', 'flow:generative', 'state:in-progress']);
  expect(labelChanges(set, 'generative', 'in-progress')).toEqual({ add: [], remove: [] });
  expect(labelChanges([...set, 'flow:pause'], 'generative', 'ready')).toEqual({
    add: ['state:ready'],
    remove: ['state:in-progress'],
  });
  expect(Object.keys(LABELS).some((label) => /pass|fail|gate/.test(label))).toBe(false);
});
