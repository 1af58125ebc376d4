import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** One file of test/fixtures/kernels; its README says where the numbers come from. */
export function golden<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../fixtures/kernels/${name}.json`, import.meta.url), 'utf8')) as T;
}

/** The generator that all golden inputs come from. */
export function lcg(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 16;
  };
}

/** Golden weights and activations of a shape. */
export function goldenInput(seed: number, rows: number, columns: number): { codes: Int8Array; x: Int8Array } {
  const next = lcg(seed);
  const codes = Int8Array.from({ length: rows * columns }, () => (next() % 3) - 1);
  const x = Int8Array.from({ length: columns }, () => (next() % 255) - 127);
  return { codes, x };
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

export function fromHex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'hex'));
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whether two typed arrays hold the same bytes; much faster than `toEqual` on large ones. */
export function same(a: ArrayBufferView, b: ArrayBufferView): boolean {
  const bytes = (view: ArrayBufferView) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  return Buffer.compare(bytes(a), bytes(b)) === 0;
}
