import { expect, test } from '@jest/globals';
import { FlowError } from '../../../src/core/errors.ts';
import { QuantizationRun } from '../../../src/parity/quantization-run.ts';
import { seededMatrix } from '../../../src/parity/seeded.ts';
import { type Backend, openReference } from '../../../kernels/reference/backend.ts';
import { formatNamed } from '../../../kernels/reference/formats/index.ts';

/** A backend that holds none but I2_S, as CUDA holds five formats. */
const narrow: Backend = {
  id: 'cuda',
  device: 'a stand-in',
  load: async (weights) => {
    if (weights.format.id === 'i2_s') return openReference().load(weights);
    throw new FlowError('bad-input', `${weights.format.name} is not held`, { at: 'format', fix: 'take another' });
  },
  close: async () => {},
};

test.each([
  ['the only backend does not hold is a problem', [narrow], ['not-computed']],
  ['another backend computes is none', [narrow, openReference()], []],
])('a format that %s', async (_, backends, rules) => {
  const run = new QuantizationRun({
    formats: [formatNamed('i2_s'), formatNamed('q2_0')],
    tolerance: 1e-5,
    backends,
    problems: [],
    warnings: [],
    packed: undefined,
    master: undefined,
    say: () => undefined,
  });
  const shape = { rows: 32, columns: 256 };
  const source = { tensor: 'q', source: 'a seed', ...shape, format: undefined, tiles: undefined };
  const tensor = { ...source, bytes: () => undefined, matrix: () => seededMatrix(shape, 1) };
  await run.tensor([tensor], tensor);
  expect(run.withoutOutputs().map(({ rule }) => rule)).toEqual(rules);
});
