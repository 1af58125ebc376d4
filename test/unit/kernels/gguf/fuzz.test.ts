import { describe, expect, test } from '@jest/globals';
import { Buffer } from 'node:buffer';
import { bufferSource } from '../../../../kernels/gguf/byte-source.ts';
import { GgufError } from '../../../../kernels/gguf/refusal.ts';
import { validateGguf } from '../../../../kernels/gguf/validate.ts';
import { arch, array, f32, i2s, info, kv, raw, text, u32, u8 } from './raw.ts';

/** BITNET_FLOW_FUZZ_SEED and BITNET_FLOW_FUZZ_CASES search further, or bring a failure back. */
const SEED = Number(process.env['BITNET_FLOW_FUZZ_SEED'] ?? 20_260);
const CASES = Number(process.env['BITNET_FLOW_FUZZ_CASES'] ?? 4_000);

const whole = raw({
  kvs: [
    arch(),
    kv('general.alignment', 'u32', u32(32)),
    kv('general.file_type', 'u32', u32(40)),
    kv('tokenizer.ggml.tokens', 'array', array('string', 3, Buffer.concat(['a', 'bc', 'Ġthe'].map(text)))),
    kv('tokenizer.ggml.scores', 'array', array('f32', 3, Buffer.concat([f32(1), f32(2), f32(3)]))),
    kv('tokenizer.ggml.add_bos_token', 'bool', u8(1)),
    kv('tokenizer.chat_template', 'string', text('{{ x }}')),
  ],
  infos: [
    info('token_embd.weight', [8, 2], 1, 0),
    info('blk.0.attn_q.weight', [128, 2], 36, 32),
    info('blk.0.attn_k.weight', [256], 35, 128),
    info('output_norm.weight', [8], 0, 224),
  ],
  data: Buffer.concat([
    Buffer.alloc(32, 0x3c),
    i2s(256),
    Buffer.alloc(66, 0x15),
    Buffer.alloc(30),
    Buffer.concat(Array.from({ length: 8 }, () => f32(1))),
  ]),
});

/** Deterministic 32-bit numbers. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Numbers that stand at the edges of what a length, count or offset may be. */
const EDGES = [0n, 1n, 31n, 32n, 33n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 40n, 2n ** 53n, 2n ** 63n, 2n ** 64n - 1n];

/** A damaged copy: flipped bits, written bytes, edges where a u32 or u64 may be, pieces cut out, doubled or swapped. */
function damage(bytes: Buffer, below: (limit: number) => number): Buffer {
  let copy = Buffer.from(bytes);
  for (let times = 1 + below(3); times > 0; times--) {
    if (copy.length < 16) return copy;
    const at = below(copy.length - 8);
    const edge = EDGES[below(EDGES.length)]!;
    const size = 1 + below(40);
    switch (below(8)) {
      case 0:
      case 1:
        copy[at]! ^= 1 << below(8);
        break;
      case 2:
        copy[at] = below(256);
        break;
      case 3:
        copy.writeBigUInt64LE(edge, at);
        break;
      case 4:
        copy.writeUInt32LE(Number(edge & 0xffff_ffffn), at);
        break;
      case 5:
        copy = Buffer.concat([copy.subarray(0, at), copy.subarray(at + size)]);
        break;
      case 6:
        copy = Buffer.concat([copy.subarray(0, at + size), copy.subarray(at)]);
        break;
      default:
        copy = Buffer.from(copy.subarray(0, at));
    }
  }
  return copy;
}

describe('fuzzer: a damaged file is read, or refused with an offset that is in it', () => {
  test('the file that is damaged is sound', () => {
    expect(validateGguf(bufferSource(whole)).refusals).toEqual([]);
  });

  test(`${CASES} damaged files from seed ${SEED}`, () => {
    const below = numbers(SEED);
    let refused = 0;
    for (let at = 0; at < CASES; at++) {
      const bytes = damage(whole, below);
      let read = 0;
      const inner = bufferSource(bytes);
      const source = {
        ...inner,
        read: (into: Uint8Array, from: number) => ((read += into.length), inner.read(into, from)),
      };
      const where = `case ${at} of BITNET_FLOW_FUZZ_SEED=${SEED}: ${bytes.toString('hex')}`;
      try {
        const { refusals } = validateGguf(source);
        if (refusals.length > 0) refused++;
        for (const refusal of refusals) {
          if (!(refusal instanceof GgufError) || refusal.offset < 0 || refusal.offset > bytes.length)
            throw new Error(`offset ${refusal.offset} of ${bytes.length}`);
        }
      } catch (error) {
        throw new Error(`${where}: ${String(error)}`, { cause: error });
      }
      // The whole file once as header and once as data, and again where pieces of both meet: work has a bound.
      if (read > 4 * bytes.length + 64) throw new Error(`${where}: read ${read} bytes`);
    }
    expect(refused).toBeGreaterThan(CASES / 2);
    expect(refused).toBeLessThan(CASES);
  });
});
