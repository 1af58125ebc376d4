/** The part of gpu.js 2.24 that is used here; its own declarations leave out webgpu, webasm and what a kernel says of itself. */
declare module 'gpu.js' {
  export interface Input {
    readonly value: Float32Array;
    readonly size: readonly number[];
  }
  /** A flat array as a matrix: `size` is [columns, rows], and a kernel reads it as `name[row][column]`. */
  export function input(value: Float32Array, size: readonly number[]): Input;

  export interface KernelSettings {
    readonly output: readonly number[];
    readonly precision: 'single';
    readonly constants: Readonly<Record<string, number | Input>>;
    readonly constantTypes: Readonly<Record<string, 'Integer' | 'Input'>>;
    readonly strictIntegers: true;
    /** Called in place of gpu.js's own fallback to JavaScript, which prints a line and goes on. */
    readonly onRequestFallback: () => never;
  }

  /** Runs a kernel; the result is read as `result[z][y][x]`. The property `kernel` is what really ran. */
  export interface Kernel {
    (x: Input): Promise<Float32Array[][]> | Float32Array[][];
    readonly kernel: { readonly constructor: { readonly name: string }; readonly context: unknown };
    destroy(): void;
  }

  export class GPU {
    constructor(settings: { readonly mode: 'webgpu' | 'headlessgl' | 'webasm' | 'cpu' });
    createKernel(source: string, settings: KernelSettings): Kernel;
    destroy(): Promise<void>;
  }

  /** The one WebGPU device of the process, shared by every GPU in that mode. */
  export const WebGPUContext: { destroy(): Promise<void> };
}
