import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { commented, yamlText } from '../../../src/core/yaml-text.ts';

const scalars = [
  'plain words',
  '',
  ' leading',
  'trailing ',
  'yes',
  'On',
  'null',
  '~',
  '1e3',
  '0x10',
  '2026-11-20',
  '-1',
  '- item',
  '# comment',
  'a #b',
  'a: b',
  'a:',
  "it's",
  '"quoted"',
  '[list]',
  '{map}',
  '!tag',
  '&anchor',
  '*alias',
  '%directive',
  '@at',
  '`tick`',
  '| block',
  '> folded',
  'two\nlines',
  'tab\there',
  '${{ inputs.a }}',
  "${{ inputs.a || 'b: #c' }}",
  '.nan',
  '.5',
  '...',
  '---',
  'é ü 🙂 \u202e',
  '\u0000',
];

describe('yamlText', () => {
  test.each(scalars)('%j comes back as it went in, in YAML 1.1 and 1.2', (text) => {
    const out = yamlText({ key: text, list: [text, { inner: text }], map: { [text === '' ? 'k' : `k${text}`]: text } });
    for (const version of ['1.1', '1.2'] as const) {
      const back = parse(out, { version }) as { key: string; list: unknown[] };
      expect(back.key).toBe(text);
      expect(back.list).toEqual([text, { inner: text }]);
    }
  });

  test('any tree of strings, numbers and booleans comes back', () => {
    const key = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text !== '__proto__');
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean());
    const { tree } = fc.letrec<{ tree: unknown; node: unknown }>((tie) => ({
      node: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie('node'), { maxLength: 4 }), tie('tree')),
      tree: fc.dictionary(key, tie('node'), { maxKeys: 4 }),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(parse(yamlText(plain as Record<string, never>)) ?? {}).toEqual(plain);
      }),
      { numRuns: 300 },
    );
  });

  test('a comment stands behind its scalar and is no part of it', () => {
    const out = yamlText({ uses: commented('a/b@0', 'v1.2.3'), skip: undefined, none: {}, empty: [] });
    expect(out).toBe('uses: a/b@0 # v1.2.3\nnone: {}\nempty: []\n');
  });
});
