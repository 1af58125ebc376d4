import { FlowError, nearest } from '../../../src/core/errors.ts';
import type { TernaryFormat } from '../format.ts';
import { bitnetrsCpuI2s32, bitnetrsI2s32 } from './bitnetrs-i2s32.ts';
import { hfU8 } from './hf-u8.ts';
import { i2s } from './i2-s.ts';
import { i2sArm64 } from './i2-s-arm64.ts';
import { i2sRows } from './i2-s-rows.ts';
import { q20 } from './q2-0.ts';
import { tl1 } from './tl1.ts';
import { tl2 } from './tl2.ts';
import { tq10 } from './tq1-0.ts';
import { tq20 } from './tq2-0.ts';
import { w2a8 } from './w2a8.ts';

/** Every format, in the order in which reports list them. */
export const formats: readonly TernaryFormat[] = [
  i2s,
  i2sArm64,
  i2sRows,
  tl1,
  tl2,
  tq10,
  tq20,
  q20,
  hfU8,
  w2a8,
  bitnetrsI2s32,
  bitnetrsCpuI2s32,
];

/** The format with this id; throws with the nearest name for one that does not exist. */
export function formatNamed(id: string): TernaryFormat {
  const format = formats.find((one) => one.id === id);
  if (format !== undefined) return format;
  const ids = formats.map((one) => one.id);
  const meant = nearest(id, ids);
  throw new FlowError('not-found', `no weight format is named ${id}`, {
    at: 'format',
    fix: meant === undefined ? `choose one of ${ids.join(', ')}` : `did you mean ${meant}? All: ${ids.join(', ')}`,
  });
}
