import { FlowError } from '../../core/errors.ts';
import { Lcg } from '../../../kernels/gguf/lcg.ts';
import type { GgufTensor } from '../../../kernels/gguf/place-tensors.ts';
import type { GgufFile } from '../../../kernels/gguf/read.ts';
import type { Backend, LoadedWeights } from '../../../kernels/reference/backend.ts';
import { gemm } from '../../../kernels/reference/gemm.ts';
import type { PackedTensor } from '../../../kernels/oracle/weights.ts';

/** Modes of gpu.js are several backends of one name; the device tells them apart. */
export const labelOf = ({ id, device }: Backend): string => (id === 'gpujs' ? `${id} (${device})` : id).slice(0, 60);

/** One tensor on one backend. */
export interface Product {
  readonly backend: string;
  readonly tensor: string;
  readonly type: string;
  readonly equal: boolean;
  readonly outputs: number;
  /** The first output that differs. */
  readonly difference?: string;
}

/** The ternary tensors of the first layer and of the last: one of every kind that a model has, where damage and a wrong layout show. */
export function sampledTensors({ tensors }: GgufFile, layers: number): GgufTensor[] {
  const sampled = new Set([0, layers - 1]);
  return tensors.filter(({ name, type }) => {
    const layer = /^blk\.(\d+)\.(attn_(q|k|v|output)|ffn_(gate|up|down))\.weight$/.exec(name)?.[1];
    return layer !== undefined && sampled.has(Number(layer)) && !['F32', 'F16', 'BF16'].includes(type.name);
  });
}

/** Rows of activations: two of any size, and the two that overflow kernels which sum in 16 bits. */
function activations(columns: number): Int8Array {
  const lcg = new Lcg(columns);
  const x = new Int8Array(4 * columns);
  for (let i = 0; i < 2 * columns; i++) x[i] = (lcg.next() % 256) - 128;
  return x.fill(127, 2 * columns, 3 * columns).fill(-128, 3 * columns);
}

/** Multiplies a tensor on every backend; whatever is not the reference's integer is told by its place. `cannot` hears of a backend that does not hold it. */
export async function compareProducts(
  name: string,
  type: string,
  { packed, matrix }: PackedTensor,
  backends: readonly Backend[],
  cannot: (backend: Backend, why: string) => void,
): Promise<Product[]> {
  const x = activations(matrix.columns);
  const wanted = gemm(matrix, x, 4);
  const products: Product[] = [];
  for (const backend of backends) {
    const base = { backend: labelOf(backend), tensor: name, type, outputs: wanted.length };
    let loaded: LoadedWeights | undefined;
    try {
      loaded = await backend.load(packed);
      const got = await loaded.multiply(x, 4);
      const wrong = wanted.findIndex((value, i) => got[i] !== value);
      products.push(
        got.length === wanted.length && wrong < 0
          ? { ...base, equal: true }
          : { ...base, equal: false, difference: differenceAt(got, wanted, Math.max(0, wrong), matrix.rows) },
      );
    } catch (error) {
      if (!(error instanceof FlowError) || error.code === 'bug') throw error;
      cannot(backend, error.message);
    } finally {
      loaded?.free();
    }
  }
  return products;
}

function differenceAt(got: Int32Array, wanted: Int32Array, at: number, rows: number): string {
  if (got.length !== wanted.length) return `${got.length} outputs where the reference has ${wanted.length}`;
  return `output ${at % rows} of activation row ${Math.floor(at / rows)} is ${got[at]}, not ${wanted[at]}`;
}
