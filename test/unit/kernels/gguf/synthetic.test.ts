import { describe, expect, test } from '@jest/globals';
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { bufferSource } from '../../../../kernels/gguf/byte-source.ts';
import { ggufBytes } from '../../../../kernels/gguf/encode.ts';
import { Lcg } from '../../../../kernels/gguf/lcg.ts';
import { syntheticModel } from '../../../../kernels/gguf/synthetic.ts';
import { validateGguf } from '../../../../kernels/gguf/validate.ts';
import { ENCODER_IDS } from '../../../../kernels/gguf/weight-encoders.ts';
import { formatNamed } from '../../../../kernels/reference/formats/index.ts';
import { dequantize } from '../../../../kernels/reference/ternary.ts';

const golden = JSON.parse(
  readFileSync(new URL('../../../fixtures/kernels/tiny-model-tensors.json', import.meta.url), 'utf8'),
) as { seed: number; sha256_f32le: Record<string, string> };
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const small = { layers: 1, embedding: 256, feedForward: 256, heads: 4, headsKv: 2 };

/** Options under which a tiled format packs; what is chosen stands in the metadata. */
function optionsOf(id: string, tiles: ArrayLike<number | bigint> | undefined) {
  if (!id.startsWith('tl')) return {};
  const [BM = 0, BK = 0, bm = 0] = Array.from(tiles ?? [], Number);
  return { tiles: { BM, BK, bm } };
}

describe('synthetic models', () => {
  test('every tensor of the tiny model is the golden one', () => {
    const { tensors } = syntheticModel({ seed: golden.seed, format: 'f32' });
    const hashes = tensors.map(({ name, data }) => [name, sha256(Buffer.concat([...data()]))]);
    expect(Object.fromEntries(hashes)).toEqual(golden.sha256_f32le);
  });

  test.each(ENCODER_IDS)('%s: a sound file whose weights are the golden ones', (id) => {
    const bytes = ggufBytes(syntheticModel({ seed: golden.seed, format: id }));
    const { file, refusals, findings } = validateGguf(bufferSource(bytes));
    expect(refusals).toEqual([]);
    const collides = /^(i2_s|tl)/.test(id);
    expect(findings.map(({ rule }) => rule)).toEqual(collides ? ['type-collision', 'file-type-collision'] : []);
    if (id === 'f32' || id === 'f16') return;
    const tiles = file!.metadata.get('bitnet_flow.tiles')?.value;
    const options = optionsOf(id, typeof tiles === 'object' ? tiles.numbers() : undefined);
    for (const { name, start, bytes: size, rows, columns, type } of file!.tensors) {
      if (type.name === 'F32') continue;
      const matrix = formatNamed(id).unpack(bytes.subarray(start, start + size), { rows, columns }, options);
      const floats = dequantize(matrix).map((weight) => weight + 0);
      expect([name, sha256(new Uint8Array(floats.buffer))]).toEqual([name, golden.sha256_f32le[name]]);
    }
  });

  test('TL2 with a byte that no packer writes is refused, with its tiles in the file and without', () => {
    const bytes = ggufBytes(syntheticModel({ ...small, format: 'tl2' }));
    const { file } = validateGguf(bufferSource(bytes));
    const { start } = file!.tensors.find(({ type }) => type.name === 'TL2')!;
    const [was] = bytes.subarray(start, start + 1);
    bytes[start] = 0xff;
    expect(validateGguf(bufferSource(bytes)).refusals).toMatchObject([{ rule: 'code', offset: start }]);
    bytes[start] = was!;
    bytes.write('bitnet_flow.other', bytes.indexOf('bitnet_flow.tiles'));
    const { refusals, findings } = validateGguf(bufferSource(bytes));
    expect(refusals).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toContain('unchecked');
  });

  test('the same seed is the same file, another seed is another', () => {
    const file = (seed: number): string => sha256(ggufBytes(syntheticModel({ ...small, seed })));
    expect(file(1)).toBe(file(1));
    expect(file(1)).not.toBe(file(2));
  });

  test('the stream can begin anywhere', () => {
    for (const skipped of [0, 1, 2, 1000, 65_537]) {
      const walked = new Lcg(7);
      for (let at = 0; at < skipped; at++) walked.next();
      expect(new Lcg(7, skipped).next()).toBe(walked.next());
    }
    // 2^32 numbers are the whole period.
    expect(new Lcg(7, 2 ** 32).next()).toBe(new Lcg(7).next());
  });

  test.each([
    [{ format: 'i2s' }, /did you mean i2_s/],
    [{ format: 'w2a8' }, /no way to store/],
    [{ embedding: 192, format: 'i2_s' }, /128/],
    [{ embedding: 384, heads: 4, headsKv: 1, feedForward: 384, format: 'tq2_0' }, /blocks of 256|256/],
    [{ heads: 3 }, /heads/],
    [{ headsKv: 3 }, /heads/],
    [{ layers: 0 }, /layers|0/],
    [{ seed: -1 }, /-1/],
    [{ vocabulary: 10 }, /10 tokens/],
    [{ embedding: 128, heads: 4, feedForward: 128, format: 'tl2' }, /no tile sizes of TL2/],
  ])('%p is refused with a reason', (options, says) => {
    expect(() => ggufBytes(syntheticModel(options))).toThrow(
      expect.objectContaining({ name: 'FlowError', code: 'bad-input' }),
    );
    let line = '';
    try {
      ggufBytes(syntheticModel(options));
    } catch (error) {
      line = (error as { toLine(): string }).toLine();
    }
    expect(line).toMatch(says);
  });
});
