import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FlowError } from '../../../src/core/errors.ts';
import { quantizationReportSchema } from '../../../src/core/parity/quantization-report.ts';
import { measureQuantization } from '../../../src/parity/quantization.ts';
import { openFile } from '../../../kernels/gguf/byte-source.ts';
import { readGguf } from '../../../kernels/gguf/read.ts';
import { syntheticModel, type SyntheticOptions } from '../../../kernels/gguf/synthetic.ts';
import { writeGguf } from '../../../kernels/gguf/write-file.ts';
import { formatNamed } from '../../../kernels/reference/formats/index.ts';
import { dequantize, tensorScale, type TernaryMatrix } from '../../../kernels/reference/ternary.ts';

let root: string;
let out: string;
const silent = { write: () => undefined };
const SMALL: SyntheticOptions = { layers: 1, embedding: 256, feedForward: 256, heads: 2, headsKv: 2 };

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'quantization-'));
  for (const format of ['i2_s', 'i2_s_arm64', 'tl1', 'tl2', 'tq2_0', 'f32']) make(format, { format });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function make(name: string, options: SyntheticOptions): void {
  writeGguf(join(root, `${name}.gguf`), syntheticModel({ ...SMALL, ...options }));
}

/** Measures, and checks that the report is what the gate can read. */
async function measure(asked: Record<string, unknown>) {
  const report = await measureQuantization(
    {
      root,
      out: join(root, 'nothing'),
      formats: ['i2_s', 'tl1', 'tl2'],
      tolerance: 1e-5,
      backends: 'reference',
      ...asked,
    },
    silent,
  );
  return quantizationReportSchema.parse(JSON.parse(JSON.stringify(report)));
}
const rules = ({ problems }: { problems: readonly { rule: string }[] }): string[] => [
  ...new Set(problems.map(({ rule }) => rule)),
];

/** A copy of a model with bytes changed; `at` is the byte in the first ternary tensor, or from its end when negative. */
function damaged(from: string, name: string, at: number, bytes: readonly number[]): string {
  const path = join(root, `${name}.gguf`);
  copyFileSync(join(root, `${from}.gguf`), path);
  const source = openFile(path);
  const tensor = readGguf(source).tensors.find((one) => one.name === 'blk.0.attn_q.weight')!;
  source.close();
  const all = readFileSync(path);
  const start = tensor.start + (at < 0 ? tensor.bytes + at : at);
  bytes.forEach((byte, i) => (all[start + i] = byte));
  writeFileSync(path, all);
  return `${name}.gguf`;
}

describe('a model', () => {
  test('alone: packed here into the other formats, exact, one accuracy for all, and a word on what its bytes do not say', async () => {
    const report = await measure({ model: ['i2_s.gguf'] });
    expect(report).toMatchObject({ ok: true, problems: [], tensors: { all: 7, measured: 7, choice: 'all 7' } });
    expect(report.formats.map(({ id, fromFile, wrongCodes }) => [id, fromFile, wrongCodes])).toEqual([
      ['i2_s', 7, 0],
      ['tl1', 0, 0],
      ['tl2', 0, 0],
    ]);
    expect(new Set(report.formats.map(({ median }) => median)).size).toBe(1);
    expect(report.warnings.join('\n')).toContain('from the bytes alone the layout is undecidable');
    expect(report.sources).toEqual([]);
  });

  test('in four formats: each is compared with the first, and a second source decides the layout', async () => {
    const report = await measure({ model: ['i2_s.gguf', 'tl1.gguf', 'tl2.gguf', 'tq2_0.gguf'] });
    expect(report).toMatchObject({ ok: true, problems: [] });
    expect(report.formats.map(({ fromFile }) => fromFile)).toEqual([7, 7, 7]);
    expect(report.sources).toHaveLength(21);
    expect(report.warnings.join('\n')).not.toContain('undecidable');
  });

  test('with its weights before quantisation: shown and not judged', async () => {
    const report = await measure({ model: ['tq2_0.gguf'], master: 'f32.gguf', formats: ['tq2_0'] });
    expect(report.ok).toBe(true);
    expect(report.masters).toHaveLength(7);
    expect(report.masters[0]).toMatchObject({ signs: expect.closeTo(1, 1), cosine: expect.closeTo(1, 3) });
  });

  test('by a glob that finds nothing there is nothing to judge; a plain path that is not there is an error', async () => {
    expect(await measure({ model: ['models/**/*.gguf'] })).toMatchObject({ subjects: [], comparisons: 0 });
    await expect(measure({ model: ['gone.gguf'] })).rejects.toThrow(/no such file \(ENOENT\)/);
  });

  test('without ternary tensors is a problem', async () => {
    expect(rules(await measure({ model: ['f32.gguf'] }))).toEqual(['no-ternary-tensor']);
  });

  test('behind a link out of the tree is refused when a glob finds it', async () => {
    mkdirSync(join(root, 'links'));
    symlinkSync('/etc/hostname', join(root, 'links/a.gguf'));
    await expect(measure({ model: ['links/*.gguf'] })).rejects.toThrow(/leads out of the tree/);
  });

  test('behind a link that leads nowhere or to itself is refused by name', async () => {
    mkdirSync(join(root, 'nowhere'));
    symlinkSync('gone', join(root, 'nowhere/a.gguf'));
    symlinkSync('loop.bin', join(root, 'nowhere/loop.bin'));
    await expect(measure({ model: ['nowhere/*.gguf'] })).rejects.toThrow(/is a link that leads nowhere \(ENOENT\)/);
    await expect(measure({ model: ['nowhere/loop.bin'] })).rejects.toThrow(/cannot be read \(ELOOP\)/);
  });

  test('that is a pipe is refused, and nobody waits for a writer', async () => {
    execFileSync('mkfifo', [join(root, 'pipe.gguf')]);
    const report = await measure({ model: ['pipe.gguf'] });
    expect(report.problems).toMatchObject([{ subject: 'pipe.gguf', message: 'is no regular file' }]);
    rmSync(join(root, 'pipe.gguf'));
  });

  test.each([
    ['tiles', '0,0,0', /"0,0,0" is not BM,BK,bm/],
    ['shape', '0x0', /"0x0" is not rows and columns/],
    ['model', [''], /"" is empty: name a file/],
    ['tolerance', 1, /0\.01/],
    ['tolerance', Number.NaN, /tolerance/],
  ])('a %s of %p is refused, with the value', async (name, value, message) => {
    await expect(measure({ [name]: value })).rejects.toThrow(FlowError);
    await measure({ [name]: value }).catch((error: FlowError) => expect(error.toLine()).toMatch(message));
  });
});

describe('what is wrong is caught by name', () => {
  const measured = (asked: Record<string, unknown>) => measure({ formats: ['i2_s'], ...asked });
  test('A-67 an illegal code', async () => {
    const report = await measured({ model: [damaged('i2_s', 'illegal', 5, [0xff])] });
    expect(rules(report)).toEqual(['illegal-code']);
    expect(report.problems[0]!.message).toMatch(/byte \d+, "blk\.0\.attn_q\.weight"/);
    expect(report.ok).toBe(false);
  });

  test('A-67 a NaN, and an infinite scale', async () => {
    const nan = await measured({ model: [damaged('i2_s', 'nan', -32, [0, 0, 0xc0, 0x7f])] });
    expect(rules(nan)).toEqual(['nan']);
    const infinite = await measured({ model: [damaged('i2_s', 'infinite', -32, [0, 0, 0x80, 0x7f])] });
    expect(rules(infinite)).toEqual(['infinite']);
  });

  test('A-66 a file that is cut', async () => {
    const path = join(root, 'cut.gguf');
    copyFileSync(join(root, 'i2_s.gguf'), path);
    truncateSync(path, readFileSync(path).length - 5000);
    expect(rules(await measured({ model: ['cut.gguf'] }))).toEqual(['truncated']);
  });

  test('a model of zeros: every format is exact on it, and nothing is proved', async () => {
    const path = join(root, 'zeros.gguf');
    copyFileSync(join(root, 'i2_s.gguf'), path);
    const source = openFile(path);
    const tensors = readGguf(source).tensors.filter(({ type }) => type.name === 'I2_S');
    source.close();
    const all = readFileSync(path);
    for (const { start, bytes } of tensors) all.fill(0x55, start, start + bytes - 32);
    writeFileSync(path, all);
    const report = await measure({ model: ['zeros.gguf'] });
    expect([report.ok, rules(report)]).toEqual([false, ['no-output']]);
  });

  test('a legal code for another: by a second source', async () => {
    const name = damaged('i2_s', 'corrupted', 5, [0x55, 0x55, 0x15, 0x54]);
    expect(rules(await measured({ model: [name] }))).toEqual([]);
    const report = await measured({ model: ['tl2.gguf', name] });
    expect(rules(report)).toEqual(['corrupted-codes']);
    expect(report.problems[0]!.message).toMatch(/^against .*: \d+ of 65536 weights differ/);
  });

  test('the layout of an ARM build under the name I2_S: by a second source', async () => {
    const report = await measured({ model: ['tl1.gguf', 'i2_s_arm64.gguf'] });
    expect(rules(report)).toContain('swapped-layout');
    const both = await measured({ model: ['i2_s.gguf', 'i2_s_arm64.gguf'] });
    expect(rules(both)).toEqual(['swapped-layout']);
    expect(both.problems[0]!.message).toContain('read as i2_s_arm64, every one agrees');
  });

  test('a shifted scale: by a second source, and in one block of a file alone', async () => {
    make('scaled', { format: 'i2_s', scale: 0.125 });
    const report = await measured({ model: ['tl2.gguf', 'scaled.gguf'] });
    expect(rules(report)).toEqual(['shifted-scale']);
    const block = await measured({ model: [damaged('tq2_0', 'block', 64, [0x00, 0x30])], formats: ['tq2_0'] });
    expect(rules(block)).toEqual(['shifted-scale']);
    expect(block.problems[0]!.message).toContain('is 0.125, that of most others 0.0625; 1 of 256 blocks differ');
  });
});

describe('what the repository packed itself', () => {
  const shape = { rows: 256, columns: 256 };
  const tiles = { BM: 128, BK: 64, bm: 32 };
  let matrix: TernaryMatrix;
  beforeAll(() => {
    let state = 1;
    const codes = Int8Array.from({ length: 65_536 }, () => ((state = (state * 48_271) % 2_147_483_647) % 3) - 1);
    matrix = { ...shape, codes, scale: tensorScale(0.5) };
  });

  interface Entry {
    readonly format: string;
    readonly bytes?: Uint8Array;
    readonly [key: string]: unknown;
  }

  /** Writes files and manifest as a program of the repository does, and measures them. */
  async function dump(entries: readonly Entry[], asked: Record<string, unknown> = {}) {
    out = mkdtempSync(join(root, 'out-'));
    const tensors = entries.map(({ bytes, ...entry }, at) => {
      const file = (entry['file'] as string | undefined) ?? `${at}.bin`;
      const data = bytes ?? packed(entry.format);
      if (!file.includes('..')) writeFileSync(join(out, file), data);
      return { name: 'q', ...shape, file, ...(entry.format.startsWith('tl') ? { tiles } : {}), ...entry };
    });
    writeFileSync(join(out, 'packed.json'), JSON.stringify({ v: 1, producer: 'packer 1', tensors }));
    return measure({ out, ...asked });
  }
  const packed = (format: string): Uint8Array =>
    format === 'int8'
      ? new Uint8Array(matrix.codes.buffer)
      : format === 'f32'
        ? new Uint8Array(dequantize(matrix).buffer)
        : formatNamed(format).pack(matrix, format.startsWith('tl') ? { tiles } : {});

  test('in three formats is right', async () => {
    const report = await dump([
      { format: 'i2_s' },
      { format: 'tl1' },
      {
        format: 'tl2',
        tiles: { BM: 128, BK: 96, bm: 32 },
        bytes: formatNamed('tl2').pack(matrix, { tiles: { BM: 128, BK: 96, bm: 32 } }),
      },
    ]);
    expect(report).toMatchObject({ ok: true, problems: [], subjects: ['packed.json of packer 1'] });
    expect(report.sources).toHaveLength(2);
    expect(report.formats.map(({ fromFile }) => fromFile)).toEqual([1, 1, 1]);
  });

  test('from weights and a rule is compared with our quantiser', async () => {
    const report = await dump([
      { format: 'f32', quantizer: 'absmax' },
      { format: 'i2_s' },
      { format: 'hf_u8', scale: 0.5 },
    ]);
    expect(report).toMatchObject({ ok: true, problems: [] });
    expect(report.sources.map(({ against }) => against)).toEqual(['0.bin (f32, absmax)', '0.bin (f32, absmax)']);
    expect(report.masters).toHaveLength(1);
    const twice = await dump([{ format: 'f32', quantizer: 'absmean' }, { format: 'i2_s' }]);
    expect(rules(twice)).toEqual(['shifted-scale']);
  });

  const swapped = (): Uint8Array => {
    const own = packed('tq2_0');
    return own.map((byte, i) =>
      i % 66 >= 64 ? byte : ((byte & 3) << 6) | ((byte & 12) << 2) | ((byte >> 2) & 12) | (byte >> 6),
    );
  };
  const cases: readonly (readonly [string, () => readonly Entry[], string])[] = [
    ['alone', () => [{ format: 'i2_s' }], 'no-second-source'],
    [
      'with the bit order of I2_S in TQ2_0',
      () => [
        { format: 'int8', scale: 0.5 },
        { format: 'tq2_0', bytes: swapped() },
      ],
      'mirrored-bits',
    ],
    [
      'with other tiles than it says',
      () => [{ format: 'i2_s' }, { format: 'tl1', tiles: { BM: 256, BK: 64, bm: 32 }, bytes: packed('tl1') }],
      'wrong-tiles',
    ],
    [
      'another tensor under the same name',
      () => [
        { format: 'i2_s' },
        { format: 'int8', scale: 0.5, bytes: new Uint8Array(matrix.codes.toReversed().buffer) },
      ],
      'other-weights',
    ],
    ['cut short', () => [{ format: 'i2_s' }, { format: 'tl1', bytes: packed('tl1').subarray(0, 900) }], 'truncated'],
    ['too long', () => [{ format: 'i2_s' }, { format: 'hf_u8', scale: 0.5, bytes: packed('i2_s') }], 'wrong-size'],
    [
      'with another digest',
      () => [{ format: 'i2_s', sha256: createHash('sha256').update('x').digest('hex') }],
      'sha256',
    ],
    ['with another scale in the manifest', () => [{ format: 'i2_s', scale: 0.25 }, { format: 'tl1' }], 'shifted-scale'],
    ['without a scale', () => [{ format: 'i2_s' }, { format: 'hf_u8' }], 'bad-scale'],
    ['in a shape the format cannot hold', () => [{ format: 'i2_s', rows: 3, columns: 5 }], 'bad-input'],
    ['in a format nobody knows', () => [{ format: 'i2_x', bytes: new Uint8Array(1) }], 'not-found'],
    ['outside the folder', () => [{ format: 'i2_s', file: '../../../../../etc/hostname' }], 'refused'],
  ];
  test.each(cases.map(([what, entries, rule]) => [what, rule, entries] as const))(
    '%s is %s',
    async (_, rule, entries) => {
      const report = await dump(entries());
      expect([report.ok, rules(report)]).toEqual([false, [rule]]);
    },
  );

  test.each([
    ['no JSON', '{', /not JSON/],
    ['no tensors', '{"v":1,"tensors":[]}', /tensors/],
    ['a key that nobody knows', '{"v":1,"tensors":[],"ok":true}', /tensors|ok/],
    ['another version', '{"v":2,"tensors":[]}', /v:/],
  ])('a manifest with %s is a problem', async (_, text, message) => {
    out = mkdtempSync(join(root, 'out-'));
    writeFileSync(join(out, 'packed.json'), text);
    const report = await measure({ out });
    expect(report.ok).toBe(false);
    expect(report.problems[0]!.message).toMatch(message);
  });
});
