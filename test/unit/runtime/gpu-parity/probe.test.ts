import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { openDisplay } from '../../../../src/runtime/gpu-parity/display.ts';
import { readNvidia, readVulkan } from '../../../../src/runtime/gpu-parity/probe.ts';
import { trailMarkdown } from '../../../../src/runtime/gpu-parity/trail.ts';

const ended = (stdout: string, code = 0, stderr = '') => ({ code, stdout, stderr });

describe('nvidia-smi', () => {
  test.each([
    [undefined, 'nvidia-smi is not on PATH: no NVIDIA driver', undefined],
    [ended('', 9, 'NVIDIA-SMI has failed\nno driver\n'), 'nvidia-smi fails: no driver', undefined],
    [ended('No devices were found\n'), 'nvidia-smi lists no device', undefined],
    [ended('NVIDIA X, [N/A], 570.1, [N/A]\n'), 'nvidia-smi lists no device', undefined],
    [
      ended('NVIDIA H200, 9.0, 570.133.20, 143771 MiB\nNVIDIA H200, 9.0, 570.133.20, 143771 MiB\n'),
      expect.stringMatching(/^NVIDIA H200, sm_90, 143771 MiB, driver 570\.133\.20; NVIDIA H200/),
      'NVIDIA H200, sm_90, 143771 MiB, driver 570.133.20',
    ],
  ])('%j', (end, said, gpu) => {
    expect(readNvidia(end)).toEqual({ what: 'NVIDIA', said, ...(gpu === undefined ? {} : { gpu }) });
  });
});

describe('vulkaninfo', () => {
  const device = (name: string, type: string) =>
    `GPU0:\n\tapiVersion         = 1.4.305\n\tdeviceType         = PHYSICAL_DEVICE_TYPE_${type}\n\tdeviceName         = ${name}\n`;

  test.each([
    [undefined, /not on PATH \(package vulkan-tools\)/, undefined],
    [ended('', 1, 'ERROR: no ICD'), /^vulkaninfo fails: ERROR: no ICD$/, undefined],
    [ended('Devices:\n'), /lists no device/, undefined],
    [ended(device('llvmpipe', 'CPU')), /^llvmpipe \(in software\)$/, undefined],
    [
      ended(device('llvmpipe', 'CPU') + device('Radeon', 'DISCRETE_GPU')),
      /^llvmpipe \(in software\); Radeon$/,
      'Radeon',
    ],
    [ended('deviceName = Strange\n'), /^Strange \(in software\)$/, undefined],
  ])('%j', (end, said, gpu) => {
    expect(readVulkan(end)).toEqual({
      what: 'Vulkan',
      said: expect.stringMatching(said),
      ...(gpu === undefined ? {} : { gpu }),
    });
  });

  test('A-5 A-14 what a driver says is one printable line', () => {
    const { said } = readVulkan(
      ended('deviceName = \u001b]8;;x\u0007evil\u202e\ndeviceType = PHYSICAL_DEVICE_TYPE_CPU\n'),
    );
    expect(said).toBe('evil\\u{202e} (in software)');
  });
});

describe('the display', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'display-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const server = (text: string): void => writeFileSync(join(folder, 'Xvfb'), `#!/bin/sh\n${text}\n`, { mode: 0o755 });

  test("is the runner's own where it has one", async () => {
    expect(await openDisplay({ DISPLAY: ':7', PATH: folder })).toEqual({ display: ':7', said: "the runner's own, :7" });
  });

  test('is none where there is no server, and says which package has it', async () => {
    expect(await openDisplay({ PATH: folder })).toEqual({ said: expect.stringContaining('package xvfb') });
  });

  test('is the number that the server picked, and the server stays', async () => {
    server('echo 93 >&3\nexec sleep 60');
    const { pid, ...rest } = await openDisplay({ DISPLAY: '', PATH: folder });
    expect(rest).toEqual({ display: ':93', said: 'Xvfb on :93' });
    expect(spawnSync('ps', ['-p', String(pid)]).status).toBe(0);
    process.kill(pid!);
  });

  test('is none when the server ends or says something else', async () => {
    server('exit 1');
    expect((await openDisplay({ PATH: folder })).display).toBeUndefined();
    server('echo nothing >&3');
    expect(await openDisplay({ PATH: folder })).toEqual({ said: expect.stringContaining('did not start') });
  });
});

test('A-19 A-25 the trail is one table, whatever a phase said, and names a phase that did not come to it', () => {
  const text = trailMarkdown('quantization', [
    ['devices', 'a | b\n![x](https://evil)'],
    ['CUDA program', ''],
  ]);
  expect(text.split('\n').filter((line) => line.startsWith('|')).length).toBe(4);
  expect(text).not.toContain('![');
  expect(text).toContain('| CUDA program | not reached: an earlier step failed |');
});
