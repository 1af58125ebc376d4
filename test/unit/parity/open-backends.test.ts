import { expect, test } from '@jest/globals';
import { openBackends, type WantedBackends } from '../../../src/parity/open-backends.ts';

// Native modules need a process of their own: `npx tsx scripts/check-gpujs.ts` runs on them.
process.env['BITNET_FLOW_GPU_MODULES'] = '/nonexistent';

/** Backends as `id device`, and who is not used. */
async function opened(wanted: WantedBackends): Promise<{ open: string[]; notUsed: string[] }> {
  const { open, notUsed, close } = await openBackends(wanted);
  await close();
  return {
    open: open.map(({ id, device }) => `${id} ${device}`),
    notUsed: notUsed.map(({ id, unavailable }) => `${id} ${unavailable}`),
  };
}

test('all backends are all modes of gpu.js, each open or with its reason', async () => {
  const { open, notUsed } = await opened('all');
  expect(open).toEqual(expect.arrayContaining(['gpujs webasm', 'gpujs cpu', 'reference TypeScript']));
  const gpujs = [...open, ...notUsed].filter((line) => line.startsWith('gpujs '));
  expect(gpujs.map((line) => /^gpujs (\w+)/.exec(line)![1]).sort()).toEqual(['cpu', 'headlessgl', 'webasm', 'webgpu']);
});

test('the first backend is never gpu.js in software', async () => {
  const { open } = await opened('first');
  expect(open).toHaveLength(1);
  expect(open[0]).not.toMatch(/^gpujs (webasm|cpu)|in software/);
});

test('a backend that is named is used, and the others are not asked', async () => {
  const { open, notUsed } = await opened(['reference']);
  expect(open).toEqual(['reference TypeScript']);
  expect(notUsed.every((line) => line.endsWith('not asked for'))).toBe(true);
});
