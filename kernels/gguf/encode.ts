import { Buffer } from 'node:buffer';
import { FlowError } from '../../src/core/errors.ts';
import { encodeHeader } from './encode-header.ts';
import type { WritableModel } from './writable.ts';

/** Writes a model as pieces of bytes, one after the other. The same model is always the same bytes. */
export function* encodeGguf(model: WritableModel): Generator<Uint8Array> {
  const { bytes, alignment, sizes } = encodeHeader(model);
  yield bytes;
  let end = bytes.length;
  for (const [at, tensor] of model.tensors.entries()) {
    const size = sizes[at]!;
    const padding = (alignment - (end % alignment)) % alignment;
    if (padding > 0) yield Buffer.alloc(padding);
    let written = 0;
    for (const piece of tensor.data()) {
      written += piece.length;
      if (written > size) break;
      yield piece;
    }
    if (written !== size)
      throw new FlowError(
        'bad-input',
        `gave ${written > size ? 'more than ' : ''}${Math.min(written, size)} bytes; ${tensor.type} of [${tensor.dims.join(', ')}] has ${size}`,
        {
          at: `tensor ${JSON.stringify(tensor.name)}`,
          fix: 'give exactly the bytes of the type and shape',
        },
      );
    end += padding + size;
  }
  // llama.cpp pads the last tensor too, and some readers count on it.
  const padding = model.tensors.length === 0 ? 0 : (alignment - (end % alignment)) % alignment;
  if (padding > 0) yield Buffer.alloc(padding);
}

/** A whole model in memory, for small ones. */
export function ggufBytes(model: WritableModel): Buffer {
  return Buffer.concat([...encodeGguf(model)].map((piece) => Buffer.from(piece)));
}
