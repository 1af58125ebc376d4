import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { hasVulkanDriver } from '../../../../kernels/gpujs/vulkan-drivers.ts';

const folder = mkdtempSync(join(tmpdir(), 'vulkan-'));
const manifests = join(folder, 'data', 'vulkan', 'icd.d');
mkdirSync(manifests, { recursive: true });
writeFileSync(join(manifests, 'readme.txt'), '');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Away from the machine's own folders, but for /etc, which cannot be. */
const env = { HOME: folder, XDG_CONFIG_DIRS: folder, XDG_DATA_DIRS: `${folder}/none:${folder}/data` };

test('a driver that the environment names, or a manifest in a folder of the loader', () => {
  const machine = hasVulkanDriver(env);
  expect(hasVulkanDriver({ ...env, VK_DRIVER_FILES: '' })).toBe(machine);
  expect(hasVulkanDriver({ ...env, VK_ICD_FILENAMES: '/some/icd.json' })).toBe(true);
  writeFileSync(join(manifests, 'nvidia_icd.json'), '{}');
  expect(hasVulkanDriver(env)).toBe(true);
});
