import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether the Vulkan loader of Linux has a driver to try: one that the environment names, or a manifest in the folders that the loader
 * looks through. Without any, Dawn would print warnings of its own.
 */
export function hasVulkanDriver(env: NodeJS.ProcessEnv): boolean {
  const named = ['VK_DRIVER_FILES', 'VK_ICD_FILENAMES', 'VK_ADD_DRIVER_FILES'].some((name) => (env[name] ?? '') !== '');
  return named || manifestFolders(env).some(hasManifest);
}

function manifestFolders(env: NodeJS.ProcessEnv): string[] {
  const listed = (name: string, otherwise: string) => (env[name] || otherwise).split(':').filter((path) => path !== '');
  const home = env['HOME'] ?? '';
  const roots = [
    ...listed('XDG_CONFIG_HOME', home === '' ? '' : join(home, '.config')),
    ...listed('XDG_CONFIG_DIRS', '/etc/xdg'),
    '/etc',
    ...listed('XDG_DATA_HOME', home === '' ? '' : join(home, '.local', 'share')),
    ...listed('XDG_DATA_DIRS', '/usr/local/share:/usr/share'),
  ];
  return roots.map((root) => join(root, 'vulkan', 'icd.d'));
}

function hasManifest(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => name.endsWith('.json'));
  } catch {
    return false;
  }
}
