import { FlowError } from '../../src/core/errors.ts';
import type { WasmMemory } from './web-assembly.ts';

const PAGE = 65_536;
/** What 32-bit addresses reach. */
export const MAX_PAGES = 65_536;
/** Every address is a multiple of this: the widest load of a kernel. */
const ALIGNMENT = 16;

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Hands out spans of a linear memory, the first gap that is wide enough, and grows the memory only where there is none. Memory that has grown
 * stays: WebAssembly has no way to give it back before the instance goes.
 */
export class Arena {
  readonly #memory: WasmMemory;
  /** Spans in use, by address. */
  #used: Span[] = [];

  constructor(memory: WasmMemory) {
    this.#memory = memory;
  }

  /** Bytes of the memory, in use or not. */
  get size(): number {
    return this.#memory.buffer.byteLength;
  }

  /** Bytes in use. */
  get inUse(): number {
    return this.#used.reduce((sum, { start, end }) => sum + end - start, 0);
  }

  /** Address of `bytes` bytes that hold whatever was there before; throws where the memory cannot grow so far. */
  take(bytes: number): number {
    const size = Math.max(1, Math.ceil(bytes / ALIGNMENT)) * ALIGNMENT;
    let start = 0;
    let at = 0;
    for (; at < this.#used.length; at++) {
      if (this.#used[at]!.start - start >= size) break;
      start = this.#used[at]!.end;
    }
    this.#reach(start + size);
    this.#used.splice(at, 0, { start, end: start + size });
    return start;
  }

  /** Takes several spans and frees them after `work`, however that ends. */
  with<T>(sizes: readonly number[], work: (...at: number[]) => T): T {
    const taken: number[] = [];
    try {
      for (const size of sizes) taken.push(this.take(size));
      return work(...taken);
    } finally {
      for (const at of taken) this.free(at);
    }
  }

  free(start: number): void {
    const at = this.#used.findIndex((span) => span.start === start);
    if (at < 0) throw new FlowError('bug', `address ${start} is not in use`, { at: 'wasm memory' });
    this.#used.splice(at, 1);
  }

  #reach(end: number): void {
    if (end <= this.size) return;
    try {
      this.#memory.grow(Math.ceil((end - this.size) / PAGE));
    } catch (cause) {
      throw new FlowError(
        'bad-input',
        `${Math.ceil(end / 2 ** 20)} MiB do not fit into WebAssembly memory (it has ${this.size / 2 ** 20} MiB, at most 4096)`,
        { at: 'wasm memory', fix: 'free loaded weights first, or split the matrix by rows', cause },
      );
    }
  }
}
