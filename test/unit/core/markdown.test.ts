import { describe, expect, test } from '@jest/globals';
import { parseMarkdown } from '../../../src/core/markdown.ts';

describe('anchors of headings', () => {
  const cases: [heading: string, slug: string][] = [
    ['## `i2s::unpack(packed, rows, cols)`', 'i2sunpackpacked-rows-cols'],
    ['## A `code` span', 'a-code-span'],
    ['## `Vec<i32>` out', 'veci32-out'],
    ['## Scale & offset', 'scale--offset'],
  ];
  test.each(cases)('%s is #%s', (heading, slug) => {
    expect([...parseMarkdown(`# Top\n\n${heading}\n`).anchors]).toContain(slug);
  });

  test('a heading inside a fence is none, and a link in a code span is none', () => {
    const file = parseMarkdown('# Top\n\n```\n## no\n```\n\n`[x](y.md)`\n');
    expect([...file.anchors]).toEqual(['top']);
    expect(file.links).toEqual([]);
  });
});
