import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { readText } from '../../../src/runtime/read-text.ts';

const dir = mkdtempSync(join(tmpdir(), 'read text '));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const file = (bytes: string | Uint8Array): string => {
  writeFileSync(join(dir, 'a file'), bytes);
  return join(dir, 'a file');
};

test('gives the text as it stands, with its byte order mark', () => {
  expect(readText(file('\ufeffä\r\n'))).toBe('\ufeffä\r\n');
});

test.each([
  ['no file', () => join(dir, 'absent'), /"[^"]+absent" does not exist/],
  ['a folder', () => dir, /is a folder/],
  ['a path through a file', () => join(file(''), 'x'), /lies below something that is no folder/],
  ['bytes that are no UTF-8', () => file(Uint8Array.of(0x61, 0xff)), /is not UTF-8 text/],
  ['UTF-16', () => file(Buffer.from('\ufeffflow:', 'utf16le')), /is not UTF-8 text/],
])('%s is a usage error with a fix', (_, path, said) => {
  const named = path();
  expect(() => readText(named)).toThrow(
    expect.objectContaining({
      code: 'bad-input',
      at: named,
      message: expect.stringMatching(said),
      fix: expect.any(String),
    }),
  );
});
