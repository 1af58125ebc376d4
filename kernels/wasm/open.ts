import { FlowError } from '../../src/core/errors.ts';
import type { Backend, LoadedWeights, PackedWeights, Unavailable } from '../reference/backend.ts';
import { MAX_COLUMNS } from '../reference/gemm.ts';
import { MalformedBytes } from '../reference/malformed.ts';
import { Arena, MAX_PAGES } from './arena.ts';
import { decoders } from './decoders.ts';
import { moduleBase64 } from './module.ts';
import type { Kernels, WasmMemory, WebAssemblyHost } from './web-assembly.ts';

/** Rows of activations worked on at once: their int16 copies stay in the second level cache beside four rows of weights. */
const BATCH = 32;

/** The backend in WebAssembly SIMD, and what it holds of memory. */
export interface WasmBackend extends Backend {
  readonly memory: { readonly size: number; readonly inUse: number };
}

/** Opens the backend; `scope` is where the `WebAssembly` object is looked for. */
export async function openWasm(
  scope: { readonly WebAssembly?: WebAssemblyHost } = globalThis as object,
): Promise<WasmBackend | Unavailable> {
  const host = scope.WebAssembly;
  const unavailable = (why: string): Unavailable => ({ id: 'wasm', unavailable: why });
  if (host === undefined)
    return unavailable('this Node has no WebAssembly (it was started with --jitless); start it without that option');
  const bytes = Buffer.from(moduleBase64, 'base64');
  if (!host.validate(bytes))
    return unavailable(
      `Node ${process.version} on ${process.arch} does not run WebAssembly SIMD; it needs V8 9.1, and SSE4.1 on x86`,
    );
  let memory: WasmMemory;
  try {
    memory = new host.Memory({ initial: 1, maximum: MAX_PAGES });
  } catch (error) {
    const why = (error as Error).message;
    return unavailable(
      `no address space for WebAssembly memory (${why}); raise the limit of virtual memory, ulimit -v`,
    );
  }
  const { exports } = new host.Instance(new host.Module(bytes), { env: { memory } });
  return backend(exports as Kernels, new Arena(memory), () => memory.buffer);
}

function backend(kernels: Kernels, arena: Arena, buffer: () => ArrayBuffer): WasmBackend {
  let open = true;
  return {
    id: 'wasm',
    device: `WebAssembly SIMD, V8 ${process.versions.v8}`,
    memory: arena,
    load: async (weights) => {
      if (!open) throw new FlowError('bad-input', 'the backend is closed', { at: 'wasm' });
      const at = decode(kernels, arena, buffer, weights);
      return loaded(kernels, arena, buffer, weights, at);
    },
    close: async () => {
      open = false;
    },
  };
}

/** Address of the decoded rows. */
function decode(kernels: Kernels, arena: Arena, buffer: () => ArrayBuffer, weights: PackedWeights): number {
  const { format, bytes, rows, columns, tiles } = weights;
  const { bytes: expected, codeBytes } = format.layout({ rows, columns }, tiles === undefined ? {} : { tiles });
  if (bytes.length !== expected) {
    const kind = bytes.length < expected ? 'cut short' : 'too long';
    const sizes = `${bytes.length} bytes where ${rows} x ${columns} weights take ${expected}`;
    throw new MalformedBytes(format.name, Math.min(bytes.length, expected), `${kind}: ${sizes}`);
  }
  if (columns > MAX_COLUMNS) {
    throw new FlowError('bad-input', `${columns} columns can leave the int32 that products are summed in`, {
      at: 'columns',
      fix: `split the matrix into runs of at most ${MAX_COLUMNS} columns`,
    });
  }
  const decoder = decoders[format.id];
  if (decoder === undefined) {
    throw new FlowError('bad-input', `the wasm backend does not read ${format.name}`, {
      at: 'format',
      fix: `use one of ${Object.keys(decoders).join(', ')}`,
    });
  }
  const out = arena.take(rows * kernels.rowBytes(columns));
  try {
    arena.with([codeBytes], (staged) => {
      new Uint8Array(buffer(), staged, codeBytes).set(bytes.subarray(0, codeBytes));
      const wrong = decoder(kernels, staged, out, { ...weights, codeBytes });
      if (wrong < 0) return;
      const seen = `0x${(bytes[wrong] ?? 0).toString(16).padStart(2, '0')}`;
      throw new MalformedBytes(format.name, wrong, `byte ${seen} holds a code that stands for no ternary weights`);
    });
  } catch (error) {
    arena.free(out);
    throw error;
  }
  return out;
}

function loaded(
  kernels: Kernels,
  arena: Arena,
  buffer: () => ArrayBuffer,
  { rows, columns }: PackedWeights,
  at: number,
): LoadedWeights {
  let held = true;
  return {
    decodedBy: 'wasm',
    multiply: async (x, count) => {
      if (!held) throw new FlowError('bad-input', 'these weights were freed', { at: 'wasm' });
      if (!Number.isSafeInteger(count) || count < 1 || x.length !== count * columns) {
        throw new FlowError('bad-input', `${x.length} activations for ${count} rows of ${columns}`, {
          at: 'x',
          fix: `pass ${columns} activations for each row`,
        });
      }
      const y = new Int32Array(count * rows);
      const most = Math.min(BATCH, count);
      const spread = kernels.spreadBytes(columns);
      arena.with([columns, most * spread, most * 4, most * rows * 4], (raw, spreadAt, sumsAt, yAt) => {
        for (let first = 0; first < count; first += most) {
          const batch = Math.min(most, count - first);
          for (let n = 0; n < batch; n++) {
            const row = x.subarray((first + n) * columns, (first + n + 1) * columns);
            new Int8Array(buffer(), raw, columns).set(row);
            new Int32Array(buffer(), sumsAt, most)[n] = kernels.spread(raw!, columns, spreadAt! + n * spread);
          }
          kernels.multiply(at, rows, columns, spreadAt!, sumsAt!, batch, yAt!);
          y.set(new Int32Array(buffer(), yAt, batch * rows), first * rows);
        }
      });
      return y;
    },
    free: () => {
      if (held) arena.free(at);
      held = false;
    },
  };
}
