import type { GpujsDevice, Refusal } from './device.ts';
import { isSoftwareDriver } from './modes.ts';
import { findPackage, oneLine, requirePackage } from './native.ts';

/** An OpenGL context of the package `gl`, which gives every caller the renderer `ANGLE`; the direct query has the driver's own words. */
interface Context {
  readonly RENDERER: number;
  _getParameterDirect?(name: number): unknown;
  getParameter(name: number): unknown;
  getExtension(name: 'STACKGL_destroy_context'): { destroy(): void } | null;
}
type CreateContext = (width: number, height: number, options?: object) => Context | null;

/** Where gl/index.cjs, which gpu.js takes for the package `gl`, looks for the real one. */
const HOOK = Symbol.for('bitnet-flow.gl');

/** Opens gpu.js on OpenGL through the package `gl`; on a software renderer only where `software` allows it. */
export async function openHeadlessGl(folder: string | undefined, software: boolean): Promise<GpujsDevice | Refusal> {
  const found = findPackage(folder, 'gl');
  if (found === undefined)
    return {
      reason: `the package gl is not installed${folder === undefined ? '' : ` in ${folder}`}; \`node scripts/gpu-modules.mjs --headless-gl\` in a clone of bitnet-flow compiles it`,
    };
  let driver: string;
  try {
    const create = requirePackage(found.path) as CreateContext;
    const context = create(2, 2);
    if (context === null) return { reason: noContext(found.version) };
    driver = String(context._getParameterDirect?.(context.RENDERER) ?? context.getParameter(context.RENDERER));
    context.getExtension('STACKGL_destroy_context')?.destroy();
    (globalThis as { [HOOK]?: CreateContext })[HOOK] = create;
  } catch (error) {
    return { reason: `gl ${found.version} does not load: ${oneLine(error)}` };
  }
  if (!software && isSoftwareDriver(driver)) return { reason: `no GPU: ${driver} computes in software` };
  const { GPU } = await import('gpu.js');
  const gpu = new GPU({ mode: 'headlessgl' });
  return { mode: 'headlessgl', gpu, driver, takeFaults: () => [], close: () => gpu.destroy() };
}

function noContext(version: string): string {
  const display = process.env['DISPLAY'];
  const why =
    display === undefined || display === ''
      ? 'there is no X display; start the command under `xvfb-run -a`'
      : `the X display ${display} gives it none`;
  return `gl ${version} gets no OpenGL context: ${why}`;
}
