import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { AC_ID } from '../../../src/core/names.ts';
import { readCriteria, withCriteria } from '../../../src/flow/criteria.ts';
import { LABELS } from '../../../src/flow/labels.ts';
import { issueForm } from '../../../src/metadata/issue-form.ts';
import { parseContractMarkdown } from '../../../src/runtime/contract-text.ts';

interface Field {
  readonly type: string;
  readonly id?: string;
  readonly attributes: { label?: string; description?: string; placeholder?: string; value?: string; render?: string };
  readonly validations?: { required: boolean };
}
const form = parse(issueForm('generative')) as { name: string; description: string; labels?: string[]; body: Field[] };
const fields = form.body.filter(({ type }) => type === 'textarea');

/** The body that GitHub makes of a form's answers; a field with `render` becomes a fenced block. */
function rendered(answer: (attributes: Field['attributes']) => string): string {
  return fields
    .map(({ attributes }) => {
      const text = answer(attributes);
      const shown =
        text === '' ? '_No response_' : attributes.render === undefined ? text : fenced(attributes.render, text);
      return `### ${attributes.label}\n\n${shown}`;
    })
    .join('\n\n');
}
const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``;

test('the issue form has what GitHub asks of one', () => {
  expect(Object.keys(form)).toEqual(['name', 'description', 'body']);
  expect([form.name.length, form.description.length].every((length) => length > 3 && length < 200)).toBe(true);
  for (const { type, id, attributes, validations } of form.body) {
    expect(['markdown', 'textarea']).toContain(type);
    if (type === 'markdown') expect([id, typeof attributes.value]).toEqual([undefined, 'string']);
    else
      expect([id, typeof attributes.label, typeof validations?.required]).toEqual([
        expect.stringMatching(/^[a-z]+$/),
        'string',
        'boolean',
      ]);
  }
  const unique = (list: unknown[]) => new Set(list).size === list.length;
  expect(unique(fields.map(({ id }) => id)) && unique(fields.map(({ attributes }) => attributes.label))).toBe(true);
});

test('it asks for a story, criteria with ids and constraints, and sets no label of the flow', () => {
  expect(fields.map(({ id, validations }) => [id, validations?.required])).toEqual([
    ['story', true],
    ['criteria', true],
    ['constraints', false],
    ['contract', false],
  ]);
  // The label of a flow marks an issue that it works on: a form that set it would send the sweeper there.
  expect(form.labels ?? []).toEqual([]);
  expect(Object.keys(LABELS).every((label) => !issueForm('generative').includes(label))).toBe(true);
});

test('the ids it asks for are those that facts and the criteria block take, and its text stays in the issue', () => {
  const lines = fields[1]!.attributes.placeholder!.trim().split('\n');
  const criteria = lines.map((line) => {
    const [, id = '', text = ''] = /^(\S+): (.+)$/.exec(line) ?? [];
    return { id, text };
  });
  expect(criteria.map(({ id }) => AC_ID.test(id))).toEqual(criteria.map(() => true));
  // As GitHub writes the answers of a form into the body.
  const body = rendered(({ placeholder }) => placeholder!.trim());
  const after = withCriteria(body, 'A story.', criteria);
  expect(after.startsWith(body)).toBe(true);
  expect([...readCriteria(after)]).toEqual(criteria.map(({ id, text }) => [id, text]));
  expect(withCriteria(after, 'A story.', criteria)).toBe(after);
});

test('the contract that the form shows is one, in the body that GitHub makes of it', () => {
  const body = rendered(({ placeholder }) => placeholder!.trim());
  expect(parseContractMarkdown(body, '#1')?.slug).toBe('unpack-i2s');
  expect(parseContractMarkdown(body.replace(/\n/g, '\r\n'), '#1')?.slug).toBe('unpack-i2s');
  // The flow adds its own block to the body, and the contract stays what it is.
  const after = withCriteria(body, 'A story.', [{ id: 'AC1', text: 'flow: scope: gates: contract:' }]);
  expect(parseContractMarkdown(after, '#1')).toEqual(parseContractMarkdown(body, '#1'));
  const empty = rendered(({ render, placeholder }) => (render === undefined ? placeholder! : ''));
  expect(parseContractMarkdown(empty, '#1')).toBeUndefined();
  expect(parseContractMarkdown(empty.replace(/_No response_$/, fenced('yaml', '')), '#1')).toBeUndefined();
});
