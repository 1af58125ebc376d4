import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { root } from './page.ts';

const page = readFileSync(`${root}docs/host-facts.md`, 'utf8');
const places = [...page.matchAll(/^\|[^|]*\|[^|]*\|([^|]*)\|$/gm)]
  .map(([, cell]) => cell!)
  .filter((cell) => cell.includes('`'));

test('every belief names the file it sits in', () => {
  expect(places.length).toBeGreaterThan(5);
  for (const place of places) {
    const [path] = /(?:src|scripts)\/[\w./-]+\.ts/.exec(place) ?? [''];
    expect([path, existsSync(root + path)]).toEqual([path, true]);
    const [, name] = /`(\w+)` in `/.exec(place) ?? [];
    if (name !== undefined) expect(readFileSync(root + path, 'utf8')).toContain(`${name}(`);
  }
});
