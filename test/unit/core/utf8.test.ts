import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { utf8Text } from '../../../src/core/utf8.ts';

test('every text comes back from its bytes, a byte order mark included', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      (text) => utf8Text(new TextEncoder().encode(`\ufeff${text}`)) === `\ufeff${text}`,
    ),
  );
});

test.each<[string, number[]]>([
  ['a byte of no text', [0x61, 0xff]],
  ['half a letter', [0xc3]],
  ['a letter in more bytes than it has', [0xc0, 0xaf]],
  ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
  ['UTF-16', [0xff, 0xfe, 0x61, 0]],
])('%s is no UTF-8', (_, bytes) => expect(utf8Text(Uint8Array.from(bytes))).toBeUndefined());
