import type { Unavailable } from '../reference/backend.ts';
import { type GpujsBackend, backendOn } from './backend.ts';
import type { GpujsDevice, Refusal } from './device.ts';
import { fromCodes } from './digits.ts';
import { openHeadlessGl } from './headless-gl.ts';
import { PRODUCT_KERNEL } from './kernel-source.ts';
import { GPUJS_MODES, GRAPHICS_MODES, type GpujsMode } from './modes.ts';
import { modulesFolder, oneLine } from './native.ts';
import { product } from './product.ts';
import { openWebgpu } from './webgpu.ts';

export interface GpujsOptions {
  /** `gpu` is a GPU through webgpu or headlessgl; `auto`, the default, is that, and where there is none their drivers in software. */
  readonly mode?: 'auto' | 'gpu' | GpujsMode;
  /** Go on to the modes after the one that cannot be used, as far as `cpu`; without it, that is the end. */
  readonly allowFallback?: boolean;
  /** Folder with native modules; see `modulesFolder`. */
  readonly modules?: string;
}

interface Attempt {
  readonly mode: GpujsMode;
  /** Whether a graphics driver in software will do. */
  readonly software: boolean;
}

/** Opens gpu.js in the mode asked for, and says why where it cannot. What it gives has run a kernel in that very mode. */
export async function openGpujs(options: GpujsOptions = {}): Promise<GpujsBackend | Unavailable> {
  const folder = modulesFolder(options.modules);
  const passedOver = new Map<GpujsMode, string>();
  for (const attempt of attempts(options)) {
    const device = await openDevice(attempt.mode, attempt.software, folder);
    const failure = 'reason' in device ? device : await trial(device);
    if (failure === undefined && !('reason' in device))
      return backendOn(
        device,
        [...passedOver].map(([mode, reason]) => ({ mode, reason })),
      );
    passedOver.set(attempt.mode, failure!.reason);
  }
  return { id: 'gpujs', unavailable: [...passedOver].map(([mode, reason]) => `${mode}: ${reason}`).join('. ') };
}

/** Every mode on its own, each open or with the reason why it is not: what a comparison of all backends runs. */
export async function openEveryMode(modules?: string): Promise<(GpujsBackend | Unavailable)[]> {
  const opened = [];
  for (const mode of GPUJS_MODES) opened.push(await openGpujs(modules === undefined ? { mode } : { mode, modules }));
  return opened;
}

/** What is tried, in this order. */
export function attempts({ mode = 'auto', allowFallback = false }: GpujsOptions): Attempt[] {
  const computed: readonly GpujsMode[] = ['webasm', 'cpu'];
  if (mode === 'auto' || mode === 'gpu')
    return [
      ...GRAPHICS_MODES.map((one) => ({ mode: one, software: false })),
      ...(mode === 'auto' ? GRAPHICS_MODES.map((one) => ({ mode: one, software: true })) : []),
      ...(allowFallback ? computed.map((one) => ({ mode: one, software: true })) : []),
    ];
  const last = allowFallback ? GPUJS_MODES.length : GPUJS_MODES.indexOf(mode) + 1;
  return GPUJS_MODES.slice(GPUJS_MODES.indexOf(mode), last).map((one) => ({ mode: one, software: true }));
}

/** Opens a mode as it is, without a look at whether it works. A graphics driver in software counts only when `software` is left true. */
export async function openDevice(
  mode: GpujsMode,
  software = true,
  folder = modulesFolder(),
): Promise<GpujsDevice | Refusal> {
  switch (mode) {
    case 'webgpu':
      return openWebgpu(folder, software);
    case 'headlessgl':
      return openHeadlessGl(folder, software);
    case 'webasm':
    case 'cpu': {
      const { GPU } = await import('gpu.js');
      const gpu = new GPU({ mode });
      return { mode, gpu, driver: undefined, takeFaults: () => [], close: () => gpu.destroy() };
    }
  }
}

/** One small product, to see that a kernel of the mode runs. Whether its results are right is for the comparison with the reference to say. */
async function trial(device: GpujsDevice): Promise<Refusal | undefined> {
  const digits = fromCodes({ rows: 2, columns: 3 }, Int8Array.of(1, 0, -1, 1, 1, 1));
  const { input } = await import('gpu.js');
  const { run, free } = product(input, device, digits, PRODUCT_KERNEL);
  try {
    await run(Int8Array.of(1, 2, 3), 1);
    return undefined;
  } catch (error) {
    await device.close();
    return { reason: `a first kernel fails: ${oneLine(error)}` };
  } finally {
    free();
  }
}
