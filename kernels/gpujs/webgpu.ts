import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GpujsDevice, Refusal } from './device.ts';
import { isSoftwareDriver } from './modes.ts';
import { hasVulkanDriver } from './vulkan-drivers.ts';
import { INSTALL, findPackage, loadAddon, loadLibrary, oneLine } from './native.ts';

interface AdapterInfo {
  readonly vendor: string;
  readonly architecture: string;
  readonly device: string;
  readonly description: string;
}
interface Device {
  addEventListener(type: 'uncapturederror', listener: (event: { error: { message: string } }) => void): void;
}
interface Adapter {
  readonly info: AdapterInfo;
  readonly isFallbackAdapter?: boolean;
  requestDevice(descriptor?: unknown): Promise<Device>;
}
interface Gpu {
  requestAdapter(options?: unknown): Promise<Adapter | null>;
}
interface Dawn {
  readonly create: (flags: string[]) => Gpu;
  readonly globals: Record<string, unknown>;
}

/** What gpu.js looks for in a browser. */
interface BrowserGlobals {
  navigator?: { gpu?: Gpu };
}

/** Dawn is one per process, as gpu.js's device is. */
let dawn: Dawn | undefined;
let users = 0;
const faults: string[] = [];

/** Opens gpu.js on WebGPU through Dawn of the `webgpu` package: on the machine's GPU, or in software where `software` allows it and there is none. */
export async function openWebgpu(folder: string | undefined, software: boolean): Promise<GpujsDevice | Refusal> {
  const found = findPackage(folder, 'webgpu');
  if (found === undefined)
    return {
      reason: `the package webgpu is not installed${folder === undefined ? '' : ` in ${folder}`}; ${INSTALL}`,
    };
  const file = join(found.path, 'dist', `${process.platform}-${archName()}.dawn.node`);
  if (!existsSync(file))
    return { reason: `webgpu ${found.version} has no binary for ${process.platform} on ${process.arch}` };
  try {
    dawn ??= loadAddon(file) as Dawn;
  } catch (error) {
    return { reason: `webgpu ${found.version} does not load: ${oneLine(error)}` };
  }
  const chosen = await choose(dawn, folder, software);
  if ('reason' in chosen) return chosen;
  provide(dawn, chosen.gpu);
  const { GPU, WebGPUContext } = await import('gpu.js');
  const gpu = new GPU({ mode: 'webgpu' });
  users++;
  return {
    mode: 'webgpu',
    gpu,
    driver: chosen.driver,
    takeFaults: () => faults.splice(0),
    close: async () => {
      await gpu.destroy();
      if (--users === 0) await WebGPUContext.destroy();
    },
  };
}

/** The machine's own driver first; then a software one, where it is asked for. */
async function choose(
  { create }: Dawn,
  folder: string | undefined,
  software: boolean,
): Promise<{ gpu: Gpu; driver: string } | Refusal> {
  const reasons: string[] = [];
  const loader = process.platform === 'linux' ? loadLibrary('libvulkan.so.1') : {};
  if (loader.problem !== undefined) reasons.push(`no Vulkan loader (${loader.problem})`);
  else if (process.platform === 'linux' && !hasVulkanDriver(process.env))
    reasons.push('the Vulkan loader has no driver');
  else {
    const gpu = create([]);
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    const driver = adapter === null ? undefined : driverName(adapter.info);
    if (driver === undefined) reasons.push('no driver that Dawn accepts');
    else if (software || !isSoftwareDriver(driver)) return { gpu, driver };
    else reasons.push(`${driver} computes in software`);
  }
  if (!software) return { reason: `no GPU: ${reasons.join('; ')}` };
  const swiftshader = folder === undefined ? undefined : join(folder, 'swiftshader');
  const icd = swiftshader === undefined ? '' : join(swiftshader, 'vk_swiftshader_icd.json');
  if (swiftshader === undefined || !existsSync(icd))
    return { reason: `${reasons.join('; ')}; and no SwiftShader to do without: ${INSTALL}` };
  // A new instance of Vulkan reads these. What the user set comes first, and has just been tried.
  process.env['VK_DRIVER_FILES'] = icd;
  process.env['VK_ICD_FILENAMES'] = icd;
  if (loader.problem !== undefined) {
    const { problem } = loadLibrary(join(swiftshader, 'libvulkan.so.1'));
    if (problem !== undefined) return { reason: `${reasons.join('; ')}; SwiftShader's: ${problem}` };
  }
  const gpu = create([]);
  const adapter = await gpu.requestAdapter();
  if (adapter === null) return { reason: `${reasons.join('; ')}; and Dawn does not accept SwiftShader` };
  return { gpu, driver: driverName(adapter.info) };
}

/** Gives gpu.js the `navigator.gpu` and the constants of a browser. */
function provide({ globals }: Dawn, gpu: Gpu): void {
  const browser = globalThis as BrowserGlobals & Record<string, unknown>;
  for (const [name, value] of Object.entries(globals)) browser[name] ??= value;
  browser.navigator ??= {};
  Object.defineProperty(browser.navigator, 'gpu', { value: watched(gpu), configurable: true });
}

/** Devices that hear the driver's faults. gpu.js would set `onuncapturederror`, which Dawn's Node binding refuses, and print them. */
function watched(gpu: Gpu): Gpu {
  return {
    requestAdapter: async (options) => {
      const adapter = await gpu.requestAdapter(options);
      if (adapter === null) return null;
      const requestDevice = adapter.requestDevice.bind(adapter);
      adapter.requestDevice = async (descriptor) => {
        const device = await requestDevice(descriptor);
        device.addEventListener('uncapturederror', ({ error }) => faults.push(error.message));
        Object.defineProperty(device, 'onuncapturederror', { set: () => {} });
        return device;
      };
      return adapter;
    },
  };
}

function driverName({ vendor, architecture, device, description }: AdapterInfo): string {
  const said = [vendor, architecture, description === '' ? device : description].filter((word) => word !== '');
  return said.length === 0 ? 'unnamed adapter' : said.join(' ');
}

function archName(): string {
  return process.platform === 'darwin' ? 'universal' : process.arch;
}
