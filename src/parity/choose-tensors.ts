import type { TensorSource } from './tensor-source.ts';

/** Weights up to which every tensor is measured. */
const SMALL = 1 << 23;

/** Which tensors to measure, and how they were chosen, in words. */
export interface Choice {
  readonly names: readonly string[];
  readonly words: string;
}

/**
 * All tensors of a small model, or with `all`; of a big one the first of every kind, a kind being a name without its layer's number, and shape. The
 * bytes of the others were validated all the same.
 */
export function chooseTensors(tensors: ReadonlyMap<string, TensorSource>, all: boolean): Choice {
  const weights = [...tensors.values()].reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  const names = [...tensors.keys()];
  if (all || weights <= SMALL) return { names, words: `all ${names.length}` };
  const kinds = new Map<string, string>();
  for (const [name, { rows, columns }] of tensors) {
    const kind = `${name.replace(/\d+/g, 'N')} ${rows}x${columns}`;
    if (!kinds.has(kind)) kinds.set(kind, name);
  }
  if (kinds.size === names.length) return { names, words: `all ${names.length}` };
  return {
    names: [...kinds.values()],
    words: `${kinds.size} of ${names.length}: the first of every kind of layer (all: true measures every one)`,
  };
}
