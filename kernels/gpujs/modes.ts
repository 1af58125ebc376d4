/** How gpu.js can compute, the fastest kind first: on a GPU through Vulkan, Metal or Direct3D 12, on one through OpenGL, in WebAssembly, in JavaScript. */
export const GPUJS_MODES = ['webgpu', 'headlessgl', 'webasm', 'cpu'] as const;
export type GpujsMode = (typeof GPUJS_MODES)[number];

/** The modes that go through a graphics driver, be it a GPU's or one in software. */
export const GRAPHICS_MODES = ['webgpu', 'headlessgl'] as const satisfies readonly GpujsMode[];

/** The class of a kernel that runs in each mode. gpu.js changes it silently when it falls back, so it is looked at after every run. */
export const KERNEL_CLASSES: Readonly<Record<GpujsMode, string>> = {
  webgpu: 'WebGPUKernel',
  headlessgl: 'HeadlessGLKernel',
  webasm: 'WebAssemblyKernel',
  cpu: 'CPUKernel',
};

const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|basic render|\bwarp\b/i;

/** Whether a driver's name is that of one that computes on the CPU. */
export function isSoftwareDriver(name: string): boolean {
  return SOFTWARE.test(name);
}
