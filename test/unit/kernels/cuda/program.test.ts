import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { formatNamed } from '../../../../kernels/reference/formats/index.ts';
import { gemm } from '../../../../kernels/reference/gemm.ts';
import { int8s } from '../reference/numbers.ts';
import { randomMatrix } from '../reference/samples.ts';
import { hostProgram } from './host.ts';

const host = hostProgram();
const program = 'program' in host ? host.program : '';
if ('missing' in host) test.skip(`the CUDA program on the host is left out: ${host.missing}`, () => undefined);

('missing' in host ? describe.skip : describe)('bitnet-flow-cuda', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bitnet-flow-test-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const call = (...args: string[]) => spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  const file = (name: string, data: string | Uint8Array): void => writeFileSync(join(folder, name), data);

  const matrix = randomMatrix({ rows: 3, columns: 256 }, 1);
  const x = int8s(2, 2 * 256);
  const lines: Readonly<Record<string, string>> = {
    format: 'i2_s',
    rows: '3',
    columns: '256',
    count: '2',
    weights: 'w.bin',
    x: 'x.bin',
    y: 'y.bin',
  };
  const manifest = (changes: Readonly<Record<string, string | undefined>> = {}): string =>
    [
      'bitnet-flow-cuda 1',
      ...Object.entries({ ...lines, ...changes }).flatMap(([k, v]) => (v === undefined ? [] : [`${k} ${v}`])),
      '',
    ].join('\n');

  beforeEach(() => {
    rmSync(join(folder, 'y.bin'), { force: true });
    file('w.bin', formatNamed('i2_s').pack(matrix));
    file('x.bin', new Uint8Array(x.buffer));
  });

  test('runs a manifest: outputs are int32, row of activations by row', () => {
    file('m.txt', manifest());
    const done = call('run', 'm.txt');
    expect([done.status, done.stderr]).toEqual([0, '']);
    expect(JSON.parse(done.stdout)).toMatchObject({ emulated: true, kernel: 'gemv', outputs: 6 });
    const bytes = readFileSync(join(folder, 'y.bin'));
    expect([...new Int32Array(bytes.buffer, bytes.byteOffset, 6)]).toEqual([...gemm(matrix, x, 2)]);
    const again = call('run', 'm.txt');
    expect([again.status, again.stderr]).toEqual([1, 'bitnet-flow-cuda: y.bin cannot be made: File exists\n']);
  });

  test.each<[string, string, RegExp]>([
    ['an empty file', '', /is empty/],
    ['another first line', 'bitnet-flow-cuda 2\n', /line 1 is 'bitnet-flow-cuda 2'; 'bitnet-flow-cuda 1' is expected/],
    ['a manifest cut short', manifest().slice(0, -1), /line 8 does not end: the manifest is cut short/],
    ['a key that is not known', manifest({ colour: 'red' }), /line 9 is 'colour red'; no key with a value/],
    ['a key without a value', manifest() + 'kernel\n', /line 9 is 'kernel'; no key with a value/],
    ['a key given twice', manifest() + 'rows 3\n', /line 9 gives rows a second time/],
    ['no rows', manifest({ rows: undefined }), /rows is missing/],
    ['a number with a sign', manifest({ rows: '+3' }), /rows is '\+3'; a whole number from 1 to 1073741824/],
    ['a number in hex', manifest({ columns: '0x100' }), /columns is '0x100'/],
    ['no rows of activations', manifest({ count: '0' }), /count is '0'/],
    ['a number beyond 64 bits', manifest({ count: '99999999999999999999999' }), /count is '9{23}'/],
    ['more outputs than 2^31', manifest({ count: '2147483648' }), /fewer than 2\^31/],
    ['an unknown format', manifest({ format: 'i3_s' }), /format is 'i3_s'; known are i2_s, tl1, tl2, tq2_0, w2a8/],
    ['an unknown kernel', manifest({ kernel: 'fast' }), /kernel is 'fast'/],
    ['tiles where there are none', manifest({ tiles: '32 8 32' }), /I2_S has no tile sizes/],
    ['no tiles where they are needed', manifest({ format: 'tl1' }), /TL1 bytes mean nothing without their tile sizes/],
    ['two tile sizes', manifest({ format: 'tl1', tiles: '32 8' }), /tiles has 2 values; BM BK bm are expected/],
    [
      'a shape that does not divide',
      manifest({ columns: '200' }),
      /I2_S needs columns in multiples of 128; columns is 200/,
    ],
    ['a path', manifest({ x: '../x.bin' }), /x is '\.\.\/x\.bin'; the name of a file beside the manifest/],
    ['a path from the root', manifest({ y: '/tmp/y' }), /y is '\/tmp\/y'/],
    ['a file that is not there', manifest({ weights: 'none.bin' }), /none\.bin cannot be opened: No such file/],
    [
      'more weights than the file has',
      manifest({ rows: '4' }),
      /w\.bin is cut short: 224 bytes where 4 x 256 weights in I2_S take 288/,
    ],
    ['fewer weights than the file has', manifest({ rows: '2' }), /w\.bin is too long: more than 160 bytes/],
    ['fewer activations', manifest({ count: '3' }), /x\.bin is cut short: 512 bytes where 768 activations take 768/],
    ['a manifest without an end', `${manifest()}${'#'.repeat(5000)}`, /has more than 4096 bytes/],
  ])('refuses %s', (_, text, message) => {
    file('m.txt', text);
    const done = call('run', 'm.txt');
    expect(done.stderr).toMatch(message);
    expect([done.status, done.stdout]).toEqual([2, '']);
  });

  test('refuses a byte that no packer writes, with its offset', () => {
    const bytes = formatNamed('i2_s').pack(matrix);
    bytes[40] = 0b11;
    file('w.bin', bytes);
    file('m.txt', manifest());
    const done = call('run', 'm.txt');
    expect([done.status, done.stderr]).toEqual([
      2,
      'bitnet-flow-cuda: malformed byte 40: a code 11, which is no ternary weight\n',
    ]);
  });

  test('check judges weights alone', () => {
    file('m.txt', manifest({ count: undefined, x: undefined, y: undefined }));
    expect(JSON.parse(call('check', 'm.txt').stdout)).toEqual({ format: 'i2_s', bytes: 224 });
    file('m.txt', manifest());
    expect(call('check', 'm.txt').stderr).toMatch(/count has no place here/);
  });

  test('bench checks before it times, and says that an emulation has no figures', () => {
    const done = call('bench', '--shape', '3x128', '--format', 'i2_s', '--count', '2');
    expect([done.status, done.stderr]).toEqual([0, '']);
    expect(done.stdout).toMatch(/an emulation: the times say nothing about a device/);
    expect(done.stdout).toMatch(/^i2_s +3x128 +gemv {2}exact .* GB\/s packed/m);
    expect(done.stdout).toMatch(/^i2_s +3x128 +gemm {2}exact .* int8 TOPS/m);
  });

  test.each<[string[], RegExp]>([
    [[], /a command is missing/],
    [['rum'], /no command is named 'rum'; --help lists them/],
    [['run'], /run needs a manifest/],
    [['probe', 'x'], /probe takes nothing after it, and 'x' was given/],
    [['bench', '--shape'], /--shape needs a value/],
    [['bench', '--shape', '128'], /shape is '128'; MxK is expected/],
    [['bench', '--shape', '3x100', '--format', 'i2_s'], /I2_S needs columns in multiples of 128/],
    [['bench', '--fast', '1'], /bench has no option '--fast'/],
  ])('usage: %j', (args, message) => {
    const done = call(...args);
    expect(done.stderr).toMatch(message);
    expect(done.status).toBe(2);
  });

  test('--help says what the exit codes mean', () => {
    expect(call('--help').stdout).toMatch(/Exit: 0 fine, 1 a mismatch or a failure, 2 usage .* 77 no device/);
  });
});
