import { describe, expect, test } from '@jest/globals';
import { Buffer } from 'node:buffer';
import { bufferSource } from '../../../../kernels/gguf/byte-source.ts';
import { resolveType } from '../../../../kernels/gguf/tensor-types.ts';
import { fileType } from '../../../../kernels/gguf/file-types.ts';
import { validateGguf } from '../../../../kernels/gguf/validate.ts';
import { arch, array, f32, i2s, info, kv, raw, text, u32 } from './raw.ts';

const question = { architecture: 'bitnet-b1.58', rows: 2560, columns: 2560, span: 0, alignment: 32 };
const nameOf = (id: number, architecture: string, span: number): string => {
  const answer = resolveType({ ...question, id, architecture, span });
  return 'rule' in answer ? answer.rule : answer.type.name;
};
const I2_S = (2560 * 2560) / 4 + 32;
const MXFP4 = ((2560 * 2560) / 32) * 17;
// F = (K-256)*M/3*5/8 + 256*M/2*4/8, to 32, and the tail.
const TL2 = 1_392_640 + 32;

describe('a type is named by id, architecture and span, never by the id alone', () => {
  test.each([
    [36, 'bitnet-b1.58', I2_S, 'I2_S'],
    [36, 'bitnet-25', I2_S, 'I2_S'],
    [36, 'llama', I2_S, 'I2_S'],
    [36, 'llama', (2560 * 2560 * 18) / 32, 'tensor-type'],
    [38, 'bitnet', I2_S, 'TL1'],
    [39, 'bitnet-b1.58', TL2, 'TL2'],
    [39, 'bitnet-b1.58', MXFP4, 'MXFP4'],
    [39, 'gpt-oss', MXFP4, 'MXFP4'],
    [39, 'gpt-oss', TL2, 'TL2'],
    [39, 'gpt-oss', 7, 'MXFP4'],
    [39, 'bitnet', 7, 'TL2'],
    [37, 'bitnet', 7, 'tensor-type'],
  ])('id %i in %s with %i bytes is %s', (id, architecture, span, name) => {
    expect(nameOf(id, architecture, span)).toBe(name);
  });

  test.each([
    [40, 'bitnet-b1.58', [], 'I2_S', 'Q1_0'],
    [40, 'llama', [], 'Q1_0', 'I2_S'],
    [40, 'llama', ['I2_S'], 'I2_S', 'Q1_0'],
    [39, 'bitnet', ['NVFP4'], 'NVFP4', 'TL2'],
    [38, 'bitnet', ['TL1'], 'TL1', 'MXFP4_MOE'],
    [137, 'bitnet-25', [], 'I2_S', undefined],
    [37, 'bitnet', [], 'TQ2_0', undefined],
    [99, 'bitnet', [], undefined, undefined],
  ])('file_type %i in %s with %p is %s, and %s elsewhere', (id, architecture, present, name, other) => {
    expect(fileType(id, architecture, new Set(present))).toEqual({ id, name, other });
  });
});

const rules = (bytes: Buffer): string[] => {
  const { refusals, findings } = validateGguf(bufferSource(bytes));
  expect(refusals).toEqual([]);
  return findings.map(({ rule }) => rule);
};
const activation = kv('bitnet-b1.58.hidden_activation', 'string', text('relu2'));
const strings = (...all: readonly string[]): Buffer => array('string', all.length, Buffer.concat(all.map(text)));
const ternary = (data = i2s(256)): Buffer => raw({ kvs: [arch(), activation], infos: [info('w', [256], 36, 0)], data });

describe('what is legal and likely to go wrong is found', () => {
  test('a sound file of upstream types has no findings', () => {
    const bytes = raw({
      kvs: [arch('llama'), kv('general.file_type', 'u32', u32(0))],
      infos: [info('w', [4], 0, 0)],
      data: Buffer.concat([f32(1), f32(2), f32(-1), f32(0)]),
    });
    expect(rules(bytes)).toEqual([]);
  });

  const tokenizer = [
    kv('tokenizer.ggml.model', 'string', text('gpt2')),
    kv('tokenizer.ggml.tokens', 'array', strings('a', 'b')),
  ];
  const pre = kv('tokenizer.ggml.pre', 'string', text('llama-bpe'));
  const cases: readonly [string, Buffer, string[]][] = [
    ['I2_S, whose id upstream removed', ternary(), ['type-collision']],
    ['no activation key', raw({}), ['activation']],
    ['no tokenizer.ggml.pre', raw({ kvs: [arch(), activation, ...tokenizer] }), ['tokenizer-pre']],
    ['with tokenizer.ggml.pre', raw({ kvs: [arch(), activation, ...tokenizer, pre] }), []],
    [
      'vocab_size and tokens that differ',
      raw({ kvs: [arch(), activation, ...tokenizer, pre, kv('bitnet-b1.58.vocab_size', 'u32', u32(3))] }),
      ['vocabulary'],
    ],
    [
      'the template that the converter wrote',
      raw({
        kvs: [arch(), activation, kv('tokenizer.chat_template', 'string', text('Human: x\n\nBITNETAssistant: '))],
      }),
      ['template'],
    ],
    [
      'file_type I2_S over F32 tensors',
      raw({
        kvs: [arch(), activation, kv('general.file_type', 'u32', u32(40))],
        infos: [info('w', [1], 0, 0)],
        data: f32(1),
      }),
      ['file-type-collision', 'file-type-mismatch'],
    ],
    [
      'bytes behind the last tensor',
      Buffer.concat([ternary(), Buffer.alloc(32)]),
      ['type-collision', 'trailing-bytes'],
    ],
    [
      'a tensor of zeros',
      raw({ kvs: [arch('llama')], infos: [info('w', [4], 0, 0)], data: Buffer.alloc(16) }),
      ['zero-weights'],
    ],
    [
      'weights that are mostly +1',
      raw({
        kvs: [arch(), activation],
        infos: [info('w', [128, 64], 36, 0)],
        data: Buffer.concat([Buffer.alloc(2048, 0b10_10_10_01), f32(1), Buffer.alloc(28)]),
      }),
      ['type-collision', 'layout'],
    ],
    [
      'weights that are all 0',
      raw({
        kvs: [arch(), activation],
        infos: [info('w', [128, 64], 36, 0)],
        data: Buffer.concat([Buffer.alloc(2048, 0b01_01_01_01), f32(1), Buffer.alloc(28)]),
      }),
      ['type-collision', 'layout'],
    ],
    [
      'weights that are never 0',
      raw({
        kvs: [arch(), activation],
        infos: [info('w', [128, 64], 36, 0)],
        data: Buffer.concat([Buffer.alloc(2048, 0b10_00_10_00), f32(1), Buffer.alloc(28)]),
      }),
      ['type-collision', 'layout'],
    ],
    [
      'a type whose bytes are not known',
      raw({ kvs: [arch('llama')], infos: [info('w', [32], 8, 0)], data: Buffer.alloc(34, 1) }),
      ['unchecked'],
    ],
    [
      'Q2_0 with a weight of 2',
      raw({
        kvs: [arch('llama')],
        infos: [info('w', [64], 42, 0)],
        data: Buffer.from(`003c${'e4'.repeat(16)}`, 'hex'),
      }),
      ['layout'],
    ],
    [
      'a TQ2_0 block of weights 0',
      raw({
        kvs: [arch('llama')],
        infos: [info('w', [256], 35, 0)],
        data: Buffer.concat([Buffer.alloc(64, 0x55), Buffer.alloc(2)]),
      }),
      ['zero-weights'],
    ],
  ];
  test.each(cases)('%s', (_, bytes, expected) => {
    expect(rules(bytes)).toEqual(expected);
  });
});
