import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FlowError } from '../../../../src/core/errors.ts';
import { readTar } from '../../../../src/parity/program/read-tar.ts';
import { readZip } from '../../../../src/parity/program/read-zip.ts';
import { record, tar, zip, type TarMember, type ZipMember } from './archives.ts';

const allowed = { 'build/cuda/tool': 4096, 'build/cuda/tool.sha256': 80 };
const [tool, digest] = [Buffer.from('program'.repeat(200)), Buffer.from('digest\n')];
const good: readonly [TarMember & ZipMember, TarMember & ZipMember] = [
  { name: 'build/cuda/tool', body: tool },
  { name: 'build/cuda/tool.sha256', body: digest },
];
const [first, second] = good;
const empty = Buffer.alloc(0);

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof FlowError && error.code === 'refused') return error.message;
    throw error;
  }
  return 'read';
}

describe('readTar', () => {
  test('gives the files that GNU tar packs in the way of @actions/cache', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tar-'));
    try {
      mkdirSync(join(folder, 'build/cuda'), { recursive: true });
      for (const { name, body } of good) writeFileSync(join(folder, name), body);
      const argv = ['--posix', '-cf', '-', '-P', '-C', folder, ...good.map(({ name }) => name)];
      const files = readTar(execFileSync('tar', argv), allowed);
      expect(
        [...files].map(([name, body]) => [name, Buffer.from(body).equals(name.endsWith('6') ? digest : tool)]),
      ).toEqual([
        ['build/cuda/tool', true],
        ['build/cuda/tool.sha256', true],
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  const cases: readonly (readonly [string, Buffer, RegExp])[] = [
    ['a path out of the folder', tar([...good, { name: '../../etc/passwd', body: tool }]), /holds "\.\.\/\.\.\/etc/],
    ['an absolute path', tar([{ ...first, name: '/build/cuda/tool' }, second]), /holds "\/build/],
    [
      'a symlink',
      tar([{ ...first, type: '2', link: '/etc/passwd', body: empty }, second]),
      /no regular file \(type "2"\)/,
    ],
    ['a hard link', tar([{ ...first, type: '1', link: 'x', body: empty }, second]), /no regular file \(type "1"\)/],
    ['a folder', tar([{ name: 'build/cuda/', body: empty, type: '5' }, ...good]), /no regular file \(type "5"\)/],
    ['a device', tar([{ ...first, type: '3', body: empty }, second]), /no regular file \(type "3"\)/],
    ['a GNU long name', tar([{ name: '././@LongLink', type: 'L', body: Buffer.from('x') }, ...good]), /type "L"/],
    ['a file twice', tar([first, first, second]), /stands there twice/],
    [
      'names that differ in case',
      tar([first, second, { ...first, name: 'build/cuda/TOOL' }]),
      /holds "build\/cuda\/TOOL"/,
    ],
    ['a renamed member', tar([{ name: 'x', type: 'x', body: record('path', '/etc/x') }, ...good]), /sets "path"/],
    ['a resized member', tar([{ name: 'x', type: 'x', body: record('size', '9') }, ...good]), /sets "size"/],
    [
      'a broken extended header',
      tar([{ name: 'x', type: 'x', body: Buffer.from('9 mt') }, ...good]),
      /extended header is broken/,
    ],
    ['a file that is too large', tar([{ ...first, body: Buffer.alloc(4097) }, second]), /4097 bytes, at most 4096/],
    ['a size beyond the archive', tar([{ ...first, size: 8 ** 10 }]), /longer than the archive/],
    ['a wrong checksum', tar([{ ...first, badSum: true }, second]), /wrong checksum/],
    ['one file alone', tar([first]), /tool\.sha256 is missing/],
    ['no end', tar(good, empty), /cut off/],
    [
      'something behind its end',
      tar(good, Buffer.concat([Buffer.alloc(1024), Buffer.from('x')])),
      /bytes after its end/,
    ],
    ['nothing', empty, /cut off/],
  ];
  test.each(cases)('A-56 refuses %s', (_, bytes, message) => {
    expect(refusal(() => readTar(bytes, allowed))).toMatch(message);
  });

  test('A-56 ten thousand members are not looked at', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({ name: `f${index}`, body: empty }));
    expect(refusal(() => readTar(tar(many), allowed))).toMatch(/holds "f0"/);
  });
});

describe('readZip', () => {
  test('gives the files, deflated or stored', () => {
    const files = readZip(zip([first, { ...second, method: 0 }]), allowed);
    expect(Buffer.from(files.get('build/cuda/tool')!).equals(tool)).toBe(true);
    expect(Buffer.from(files.get('build/cuda/tool.sha256')!).equals(digest)).toBe(true);
  });

  const bomb = { ...first, body: Buffer.alloc(4_000_000), size: 4000 };
  const cases: readonly (readonly [string, Buffer, RegExp])[] = [
    ['a path out of the folder', zip([{ ...first, name: '../tool' }, second]), /holds "\.\.\/tool"/],
    [
      'another name in the local header',
      zip([{ ...first, localName: '../../../tool00' }, second]),
      /in its own header/,
    ],
    ['a symlink', zip([{ ...first, mode: 0o120777 }, second]), /no regular file \(mode 120000\)/],
    ['a folder', zip([{ ...first, mode: 0o040755 }, second]), /no regular file \(mode 40000\)/],
    ['a file twice', zip([first, first]), /stands there twice/],
    ['names that differ in case', zip([first, { ...first, name: 'BUILD/CUDA/TOOL' }]), /holds "BUILD/],
    [
      'two names for the same bytes',
      zip([first, { ...second, at: 0, localName: second.name }]),
      /in its own header|overlaps/,
    ],
    ['more files', zip([first, second, { name: 'x', body: tool }]), /holds 3 files, not 2/],
    [
      'a count that is too small',
      zip([first, second, { name: 'x', body: tool }], { count: 2 }),
      /longer than its files/,
    ],
    ['a bomb that inflates to more than it says', zip([bomb, second]), /does not inflate to 4000 bytes/],
    ['a bomb that says so', zip([{ ...bomb, size: 4_000_000 }, second]), /4000000 bytes, at most 4096/],
    [
      'a size that is too large for the data',
      zip([{ ...first, size: 4000 }, second]),
      /has 1400 bytes, its directory says 4000/,
    ],
    ['an encrypted file', zip([{ ...first, flags: 1 }, second]), /flags 1/],
    ['another compression', zip([{ ...first, method: 14 }, second]), /compression 14/],
    ['a directory that lies elsewhere', zip(good, { begin: 3 }), /directory is not where it says/],
    ['a comment', zip(good, { tail: Buffer.from('hello') }), /does not end as a zip file/],
    ['one file alone', zip([first]), /holds 1 files/],
    ['nothing', empty, /does not end as a zip file/],
  ];
  test.each(cases)('A-56 refuses %s', (_, bytes, message) => {
    expect(refusal(() => readZip(bytes, allowed))).toMatch(message);
  });
});

test.each([
  ['readTar', readTar, tar(good)],
  ['readZip', readZip, zip(good)],
] as const)('A-56 %s: a changed or cut archive is refused, or its files are within their limits', (_, read, whole) => {
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.option(fc.nat(whole.length)), (at, value, cut) => {
      const bytes = Buffer.from(whole.subarray(0, cut ?? whole.length));
      if (at < bytes.length) bytes[at] = value;
      try {
        for (const [name, body] of read(bytes, allowed))
          expect(body.length).toBeLessThanOrEqual(allowed[name as keyof typeof allowed]);
      } catch (error) {
        expect(error).toBeInstanceOf(FlowError);
      }
    }),
    { numRuns: 500 },
  );
});
