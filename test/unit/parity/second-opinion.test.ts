import { describe, expect, test } from '@jest/globals';
import { i2s } from '../../../kernels/reference/formats/i2-s.ts';
import { withoutSecondOpinion } from '../../../src/parity/quantization.ts';

const of = (source: string, format: typeof i2s | undefined = i2s) => ({
  tensor: 'blk.0.attn_q.weight',
  source,
  format,
});
const wasm = { id: 'wasm' } as const;
const reference = { id: 'reference' } as const;

describe('what was equal to itself alone is said', () => {
  test.each([
    ['one file', [of('a.gguf')], [wasm, reference], 1, /^a\.gguf is the only source of its weights/],
    ['the reference alone', [of('a.gguf'), of('b.gguf')], [reference], 1, /^no backend but the reference/],
  ])('%s', (_, sources, backends, count, words) => {
    const said = withoutSecondOpinion(sources, backends, count);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(words);
  });
  test.each([
    ['two files and a backend', [of('a.gguf'), of('b.gguf')], [wasm], 1],
    ['weights that follow from a seed', [{ ...of('seed'), format: undefined }], [wasm], 1],
    ['nothing compared, which is a failure of its own', [of('a.gguf')], [reference], 0],
  ])('not of %s', (_, sources, backends, count) => {
    expect(withoutSecondOpinion(sources, backends, count)).toEqual([]);
  });
});
