import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { npyBytes } from '../../../../src/parity/dump/npy.ts';
import { openDump } from '../../../../src/parity/dump/open-dump.ts';

const base = mkdtempSync(join(tmpdir(), 'dump-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(base, 'd-'));
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const file = (name: string, content: Uint8Array | string): void => writeFileSync(join(dir, name), content);
const manifest = (tensors: readonly object[], more: object = {}): void =>
  file(
    'dump.json',
    JSON.stringify({ version: 1, model: {}, program: { name: 'engine' }, tokens: [1, 2], tensors, ...more }),
  );
const tensor = (name: string) => openDump(dir, 2).dump.tensor(name);
const two = Float32Array.of(1, 2, 3, 4);

describe('a dump folder', () => {
  test('holds .npy, raw numbers at an offset, and JSON', () => {
    file('a.npy', npyBytes({ shape: [2, 1, 2], values: two }));
    const raw = new Uint8Array(two.buffer);
    file('all.bin', Uint8Array.of(9, 9, 9, 9, ...raw));
    file('c.json', '[[1, 2], [3, 4.5]]');
    file('codes.json', '[[1, -128], [127, 0]]');
    manifest([
      { name: 'embd', file: 'a.npy' },
      { name: 'blk.0.q', file: 'all.bin', dtype: 'f4', shape: [2, 2], offset: 4, sha256: sha256(raw) },
      { name: 'logits', file: 'c.json' },
      { name: 'blk.1.norm.codes', file: 'codes.json' },
    ]);
    expect(tensor('embd')).toEqual({ rows: 2, columns: 2, type: 'f4', values: two });
    expect(tensor('blk.0.q')).toEqual({ rows: 2, columns: 2, type: 'f4', values: two });
    expect(tensor('logits')).toEqual({ rows: 2, columns: 2, type: 'f8', values: Float64Array.of(1, 2, 3, 4.5) });
    expect(tensor('blk.1.norm.codes')).toMatchObject({ type: 'i1', values: Int8Array.of(1, -128, 127, 0) });
    expect(tensor('blk.0.k')).toBeUndefined();
    expect(openDump(dir, 2).dump).toMatchObject({ tokens: [1, 2], layers: [0, 1], logits: 'all' });
  });

  const entry = { name: 'embd', file: 'embd.npy' };
  test.each([
    ['no manifest', undefined, 'is not there'],
    ['an empty manifest', '', /not JSON/],
    ['A-28: a key twice', '{"version": 1, "version": 1}', /"version" appears twice/],
    ['A-33: a prototype key', '{"__proto__": 1}', /"__proto__" is not allowed/],
    ['A-36: a number that is infinite', '{"version": 1e999}', /not finite/],
    ['nothing dumped', { tensors: [] }, /tensors: /],
    ['no tokens', { tokens: [] }, /tokens: /],
    ['a token that is no number', { tokens: ['1'] }, /tokens\.0/],
    ['another version', { version: 2 }, /version/],
    ['an unknown key', { kv: 'f16' }, /kv/],
    ['no program', { program: {} }, /program\.name/],
    ['a tensor twice', { tensors: [entry, entry] }, /"embd" stands there twice/],
    ['an unknown tensor', { tensors: [{ ...entry, name: 'blk.0.gates' }] }, /"blk\.0\.gates" is no output/],
    ['a layer that the model does not have', { tensors: [{ ...entry, name: 'blk.2.q' }] }, /of 2 layers/],
    ['a listed layer that the model does not have', { layers: [2] }, /2 is beyond the last, 1/],
    ['a layer listed twice', { layers: [0, 0] }, /0 stands there twice/],
    [
      'a tensor of a layer that is not listed',
      { layers: [1], tensors: [{ ...entry, name: 'blk.0.q' }] },
      /is of layer 0/,
    ],
    ['A-56: a path out of the folder', { tensors: [{ ...entry, file: '../embd.npy' }] }, /tensors\.0\.file/],
    ['A-56: an absolute path', { tensors: [{ ...entry, file: '/etc/passwd' }] }, /tensors\.0\.file/],
    [
      'raw numbers without a shape',
      { tensors: [{ ...entry, file: 'x.bin', dtype: 'f4' }] },
      /raw numbers need dtype, shape and sha256/,
    ],
    ['a dtype beside .npy', { tensors: [{ ...entry, dtype: 'f4' }] }, /are for raw numbers/],
  ])('refused: %s', (_, content, message) => {
    if (typeof content === 'string') file('dump.json', content);
    else if (content !== undefined) manifest([entry], content);
    expect(() => openDump(dir, 2)).toThrow(message);
  });

  test('the name that was meant is said', () => {
    manifest([{ name: 'blk.0.attn_', file: 'x.npy' }]);
    expect(() => openDump(dir, 2)).toThrow(expect.objectContaining({ fix: 'did you mean blk.0.attn?' }));
  });

  const raw = { name: 'embd', file: 'x.bin', dtype: 'f4', shape: [2, 2] };
  test.each([
    ['a file that is missing', entry, () => undefined, 'embd.npy is not there'],
    ['A-44: a link', entry, () => symlinkSync('/etc/passwd', join(dir, 'embd.npy')), 'embd.npy is a link'],
    ['a folder', entry, () => mkdirSync(join(dir, 'embd.npy')), 'embd.npy is no regular file'],
    ['a pipe, without waiting', entry, () => execFileSync('mkfifo', [join(dir, 'embd.npy')]), 'is no regular file'],
    [
      'raw numbers that are cut off',
      { ...raw, sha256: '0'.repeat(64) },
      () => file('x.bin', new Uint8Array(15)),
      'ends at byte 15',
    ],
    [
      'raw numbers beyond the end',
      { ...raw, offset: 2 ** 50, sha256: '0'.repeat(64) },
      () => file('x.bin', new Uint8Array(16)),
      'ends at byte 16',
    ],
    ['another digest', { ...raw, sha256: '0'.repeat(64) }, () => file('x.bin', new Uint8Array(16)), 'has the sha256'],
    [
      'another digest of an .npy',
      { ...entry, sha256: '0'.repeat(64) },
      () => file('embd.npy', npyBytes({ shape: [4], values: two })),
      'has the sha256',
    ],
    [
      'A-64: a shape of exabytes',
      { ...raw, shape: [2 ** 50, 2 ** 50], sha256: '0'.repeat(64) },
      () => file('x.bin', ''),
      'more than 268435456 bytes',
    ],
    [
      'rows of different length',
      { name: 'embd', file: 'x.json' },
      () => file('x.json', '[[1, 2], [3]]'),
      '[1] is a list of 1; [0] has 2',
    ],
    [
      'JSON without numbers',
      { name: 'embd', file: 'x.json' },
      () => file('x.json', '[["NaN"]]'),
      '[0][0] is "NaN", no number',
    ],
    ['JSON with null', { name: 'embd', file: 'x.json' }, () => file('x.json', '[[null]]'), '[0][0] is null, no number'],
    ['JSON that is no list', { name: 'embd', file: 'x.json' }, () => file('x.json', '{}'), 'is no list of numbers'],
    [
      'codes beyond an int8',
      { name: 'blk.0.norm.codes', file: 'x.json' },
      () => file('x.json', '[[128]]'),
      'number 0 is 128, no int8',
    ],
  ])('a tensor that cannot be read is a finding about it: %s', (_, listed, prepare, message) => {
    prepare();
    manifest([listed]);
    const read = tensor(listed.name);
    expect(read).toMatchObject({ rule: 'file', problem: expect.stringContaining(message) });
  });
});
