import { expect, test } from '@jest/globals';
import { machineFingerprint, memoryClass, type Machine } from '../../../src/core/machine.ts';
import { seenMachine } from '../../../src/runtime/machine.ts';

const machine: Machine = { cpu: 'AMD EPYC', cores: 4, memoryGiB: 16, os: 'linux x64 6.8.0' };

test('a fingerprint is another one when anything of machine or tools is', () => {
  const changes: Partial<Machine>[] = [
    {},
    { cpu: 'Intel' },
    { cores: 2 },
    { memoryGiB: 32 },
    { os: 'linux x64 6.9.0' },
  ];
  const all = changes.map((change) => machineFingerprint({ ...machine, ...change }, ['cargo 1.95.0']));
  const other = machineFingerprint(machine, ['cargo 1.96.0']);
  expect(new Set([...all, other]).size).toBe(changes.length + 1);
  expect(all[0]).toMatch(/^[0-9a-f]{16}$/);
});

test('the order of tools and how often one ran say nothing', () => {
  expect(machineFingerprint(machine, ['a 1', 'b 2', 'a 1', ''])).toBe(machineFingerprint(machine, ['b 2', 'a 1']));
});

test.each([
  [15.6, 16],
  [16, 16],
  [23, 32],
  [0.5, 0.5],
])('%d GiB are of the class %d', (gib, expected) => expect(memoryClass(gib * 2 ** 30)).toBe(expected));

test('this machine is seen, and twice as the same', () => {
  expect(seenMachine()).toEqual(seenMachine());
  expect(machineFingerprint(seenMachine(), [])).toMatch(/^[0-9a-f]{16}$/);
  expect(seenMachine().cores).toBeGreaterThan(0);
});
