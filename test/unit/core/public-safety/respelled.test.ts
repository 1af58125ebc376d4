import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { textOf, unescaped } from '../../../../src/core/public-safety/escapes.ts';
import { scan } from '../../../../src/core/public-safety/scan.ts';

/** Any UTF-16, halves of characters that stand alone among it. */
const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 });

describe('units as a text', () => {
  test('each unit is the character of its code, also where a view begins in the middle of its memory', () => {
    fc.assert(
      fc.property(units, fc.nat(9), (codes, skip) => {
        const all = Uint16Array.from([...codes.slice(0, skip), ...codes]);
        const said = textOf(all.subarray(Math.min(skip, codes.length)));
        expect(said).toBe(codes.map((code) => String.fromCharCode(code)).join(''));
      }),
    );
  });

  test('each byte is the character of its code', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    expect(textOf(bytes)).toBe([...bytes].map((code) => String.fromCharCode(code)).join(''));
    expect(textOf(bytes.subarray(65, 70))).toBe('ABCDE');
    expect(textOf(new Uint8Array())).toBe('');
    expect(textOf(new Uint16Array())).toBe('');
  });

  test('a long text loses nothing: half characters, what is behind them, the length', () => {
    const text = '\\u0041\ud83d \ud83d\ude00\udc00é'.repeat(5_000);
    expect(unescaped(text)?.text).toBe('A\ud83d \ud83d\ude00\udc00é'.repeat(5_000));
  });
});

describe('a text that is written backwards', () => {
  test('is found at its place, with half characters around it', () => {
    const address = ['10', '1', '2', '3'].join('.');
    const turned = [...address].reverse().join('');
    for (const before of ['', '\ud83d ', '\ude00 é ', 'word '])
      expect(scan(`${before}${turned} \ud83d`)).toEqual(
        expect.arrayContaining([
          { class: 'private-address', place: { line: 1, column: before.length + 1 }, encoding: ['reversed'] },
        ]),
      );
  });
});
