import {
  ERROR_BINS,
  QUANTIZATION_LIMITS,
  type BackendRow,
  type FormatRow,
} from '../core/parity/quantization-report.ts';
import { binOf } from '../core/parity/error-chart.ts';
import { FlowError } from '../core/errors.ts';
import type { ParityProblem } from '../core/parity/report.ts';
import type { Backend } from '../../kernels/reference/backend.ts';
import { codeFidelity, quantizationFidelity, type QuantizationFidelity } from '../../kernels/reference/fidelity.ts';
import type { TernaryFormat, TileSizes } from '../../kernels/reference/format.ts';
import { gemm } from '../../kernels/reference/gemm.ts';
import { MalformedBytes } from '../../kernels/reference/malformed.ts';
import { distance } from '../../kernels/reference/metrics.ts';
import { floatOutputs } from '../../kernels/reference/outputs.ts';
import { dequantize, isZero, scaleSpans, type TernaryMatrix } from '../../kernels/reference/ternary.ts';
import type { Probe } from './seeded.ts';
import { backendName } from './open-backends.ts';
import { holds, shapeText, tilesText } from './tiles-by-rule.ts';

/** A tensor as the reference holds it, and what it must give on the probe: computed once, whatever the formats and backends. */
export interface Truth {
  /** What it is called in problems. */
  readonly subject: string;
  readonly matrix: TernaryMatrix;
  readonly probe: Probe;
  /** Exact products of all rows of the probe. */
  readonly products: Int32Array;
  /** Outputs in f64 of the weights and activations as floats. */
  readonly float: Float64Array;
}

/** Computes what a tensor must give. */
export function truthOf(subject: string, matrix: TernaryMatrix, probe: Probe): Truth {
  const products = gemm(matrix, probe.x, probe.count);
  const float = floatOutputs(dequantize(matrix), matrix, probe.floats, probe.rows);
  return { subject, matrix, probe, products, float };
}

/** Bytes of a tensor that lie in a file, with the tile sizes they were made for. */
export interface GivenBytes {
  readonly bytes: Uint8Array;
  readonly tiles?: TileSizes | undefined;
}

/** How errors are spread, over all formats. */
export interface ErrorCounts {
  readonly operator: number[];
  readonly float: number[];
}

export function noErrors(): ErrorCounts {
  const empty = (): number[] => Array.from({ length: ERROR_BINS.length + 1 }, () => 0);
  return { operator: empty(), float: empty() };
}

/** What one format gave on one tensor: a row of its own, to be put together with those of other tensors. */
export interface Measured {
  readonly row: FormatRow;
  readonly problems: readonly ParityProblem[];
}

/**
 * Measures one tensor in one format on all open backends: the codes as the reference reads them (A1), exact products, scaled outputs (A2) and
 * outputs against the layer in floats (A3). The bytes are those of the file, or else packed here.
 */
export async function measureFormat(
  format: TernaryFormat,
  truth: Truth,
  backends: readonly Backend[],
  errors: ErrorCounts,
  given?: GivenBytes,
): Promise<Measured> {
  const { matrix, probe } = truth;
  const shape = shapeText(matrix);
  const row = emptyRow(format);
  const held = holds(format, matrix, given?.tiles);
  if ('why' in held) return { row: { ...row, notHeld: [{ shape, why: held.why.slice(0, 300) }] }, problems: [] };
  const problems: ParityProblem[] = [];
  const problem = (rule: string, message: string): void => {
    problems.push({ rule, subject: `${truth.subject} in ${format.name}`, message });
  };

  const bytes = given?.bytes ?? format.pack(matrix, held.options);
  const scale = format.storedScale(matrix);
  const apart = format.scale.where === 'apart' ? { scale } : {};
  const decoded = format.unpack(bytes, matrix, { ...held.options, ...apart });
  const codes = codeFidelity(decoded, matrix, format.scale.type);
  if (codes.wrongCodes > 0) {
    const { row: m, column, got, wanted } = codes.firstWrongCode!;
    problem(
      'wrong-codes',
      `${codes.wrongCodes} of ${matrix.codes.length} weights decode to another code; the first is weight (row ${m}, column ${column}): ${got} for ${wanted}`,
    );
  }
  if (codes.wrongScales > 0) {
    const { got, wanted } = codes.firstWrongScale!;
    problem('shifted-scale', `the scale of ${codes.wrongScales} weights is ${got} where it should be ${wanted}`);
  }

  const rows: BackendRow[] = [];
  const notComputed: { backend: string; why: string }[] = [];
  let measuredOutputs = false;
  let outputs: OutputsMeasured = { operator: 0 };
  for (const backend of backends) {
    let products: Int32Array;
    let decodedBy: string;
    const start = performance.now();
    try {
      const loaded = await backend.load({ format, bytes, rows: matrix.rows, columns: matrix.columns, ...held.options });
      decodedBy = loaded.decodedBy;
      products = await loaded.multiply(probe.x, probe.count);
      loaded.free();
    } catch (error) {
      if (!(error instanceof FlowError) || error.code === 'bug') throw error;
      if (isLimit(error)) notComputed.push({ backend: backendName(backend), why: error.message.slice(0, 300) });
      else problem('backend-refuses', `${backendName(backend)} (${backend.device}): ${error.message}`);
      continue;
    }
    const ms = performance.now() - start;
    const wrong = countWrong(products, truth.products);
    rows.push({ backend: backendName(backend), decodedBy, products: truth.products.length, wrong, ms });
    if (wrong > 0) {
      const first = firstWrong(products, truth.products);
      const place = `activation row ${Math.floor(first / matrix.rows)}, output ${first % matrix.rows}`;
      problem(
        'wrong-products',
        `${backend.id} (${backend.device}): ${wrong} of ${truth.products.length} products differ; the first, ${place}, is ${products[first]} for ${truth.products[first]}`,
      );
    }
    // The preferred backend's numbers are the format's; where all products are equal, so is everything behind them.
    if (!measuredOutputs) {
      outputs = measureOutputs(truth, products, decoded, errors);
      measuredOutputs = true;
    }
  }
  const { operator, fidelity } = outputs;
  const list = fidelity?.perRow ?? [];
  return {
    row: {
      ...row,
      tensors: 1,
      fromFile: given === undefined ? 0 : 1,
      tiles: held.options.tiles === undefined ? [] : [{ shape, tiles: tilesText(held.options.tiles) }],
      weights: matrix.codes.length,
      wrongCodes: codes.wrongCodes,
      wrongScales: codes.wrongScales,
      operator,
      ...(fidelity === undefined
        ? {}
        : {
            median: fidelity.median,
            worst: fidelity.worst,
            outputs: fidelity.outputs,
            cosine: least(list.map((one) => one.cosine)),
            relativeL2: most(list.map((one) => one.relativeL2)),
            snr: infinite(least(list.map((one) => one.snr))),
            signs: least(list.map((one) => one.signAgreement)),
          }),
      backends: rows,
      notComputed,
    },
    problems,
  };
}

/** A backend that has no kernel for a format or shape says so; it is no finding, and a format that nobody computes is one all the same. */
function isLimit(error: FlowError): boolean {
  return (
    error.code === 'bad-input' &&
    !(error instanceof MalformedBytes) &&
    ['format', 'columns', 'rows', 'shape'].includes(error.at ?? '')
  );
}

interface OutputsMeasured {
  readonly operator: number;
  readonly fidelity?: QuantizationFidelity;
}

/** Scaled f32 outputs from integer products, against f64 on the same codes (A2) and against the layer in floats (A3). */
function measureOutputs(
  { matrix, probe, products: wanted, float }: Truth,
  products: Int32Array,
  decoded: TernaryMatrix,
  errors: ErrorCounts,
): OutputsMeasured {
  const scales = rowScales(decoded);
  if (scales === undefined || isZero(matrix.codes, 0, matrix.codes.length)) return { operator: 0 };
  const divisors = (probe.activations.scale as { divisors: Float32Array }).divisors;
  const y = new Float32Array(probe.rows * matrix.rows);
  const other = new Float32Array(y.length);
  const exact = new Float64Array(y.length);
  for (let i = 0; i < y.length; i++) {
    const [scale, divisor] = [scales[i % matrix.rows]!, divisors[Math.floor(i / matrix.rows)]!];
    y[i] = Math.fround(Math.fround(products[i]!) / divisor) * scale;
    other[i] = Math.fround(products[i]!) * Math.fround(scale / divisor);
    exact[i] = (wanted[i]! * scale) / divisor;
  }
  let operator = 0;
  for (let n = 0; n < probe.rows; n++) {
    const range = [n * matrix.rows, (n + 1) * matrix.rows] as const;
    const reference = exact.subarray(...range);
    if (reference.every((value) => value === 0)) continue;
    for (const candidate of [y, other])
      operator = Math.max(operator, distance(candidate.subarray(...range), reference).maxError);
    spread(errors.operator, y.subarray(...range), reference);
    spread(errors.float, y.subarray(...range), float.subarray(...range));
  }
  return { operator, fidelity: quantizationFidelity(y, float, probe.rows) };
}

function spread(bins: number[], y: Float32Array, reference: Float64Array): void {
  const largest = reference.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let i = 0; i < y.length; i++) bins[binOf(ERROR_BINS, Math.abs(y[i]! - reference[i]!) / largest)]!++;
}

/** One scale for each row; undefined when a row has several, which no product of whole rows can be scaled by. */
export function rowScales(matrix: TernaryMatrix): Float32Array | undefined {
  const scales = new Float32Array(matrix.rows);
  const known = new Uint8Array(matrix.rows);
  for (const { start, end, value } of scaleSpans(matrix)) {
    if (value === 0) continue;
    const last = Math.floor((end - 1) / matrix.columns);
    for (let row = Math.floor(start / matrix.columns); row <= last; row++) {
      if (known[row] === 1 && scales[row] !== value) return undefined;
      scales[row] = value;
      known[row] = 1;
    }
  }
  return scales;
}

function countWrong(got: Int32Array, wanted: Int32Array): number {
  let wrong = Math.abs(got.length - wanted.length);
  for (let i = 0; i < wanted.length; i++) if (got[i] !== wanted[i]) wrong++;
  return wrong;
}

function firstWrong(got: Int32Array, wanted: Int32Array): number {
  return wanted.findIndex((value, i) => got[i] !== value);
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
const infinite = (value: number): number | 'infinite' => (value === Infinity ? 'infinite' : value);

/** A row of a format that nothing was measured in. */
export function emptyRow({ id, name }: TernaryFormat): FormatRow {
  return {
    id,
    name,
    tensors: 0,
    fromFile: 0,
    notHeld: [],
    tiles: [],
    weights: 0,
    wrongCodes: 0,
    wrongScales: 0,
    operator: 0,
    median: 1,
    worst: 1,
    outputs: 0,
    cosine: 1,
    relativeL2: 0,
    snr: 'infinite',
    signs: 1,
    backends: [],
    notComputed: [],
  };
}

/** What a row does not reach: errors over the tolerance, accuracy below the limits. */
export function limitProblems(row: FormatRow, tolerance: number, subject: string): ParityProblem[] {
  const { operator, median, worst } = row;
  const of = `${subject} in ${row.name}`;
  const problems: ParityProblem[] = [];
  if (!(operator <= tolerance))
    problems.push({
      rule: 'operator-error',
      subject: of,
      message: `outputs are off by ${operator}, over ${tolerance}`,
    });
  if (!(median >= QUANTIZATION_LIMITS.median && worst >= QUANTIZATION_LIMITS.worst))
    problems.push({
      rule: 'low-accuracy',
      subject: of,
      message: `accuracy against floats is ${median} in the median and ${worst} in the worst row; ${QUANTIZATION_LIMITS.median} and ${QUANTIZATION_LIMITS.worst} are wanted`,
    });
  return problems;
}

/** Two rows of one format as one: sums of counts, the worse of measures. */
export function mergeRows(a: FormatRow, b: FormatRow): FormatRow {
  const snr = least([a.snr, b.snr].map((value) => (value === 'infinite' ? Infinity : value)));
  return {
    ...a,
    tensors: a.tensors + b.tensors,
    fromFile: a.fromFile + b.fromFile,
    notHeld: byShape([...a.notHeld, ...b.notHeld]),
    tiles: byShape([...a.tiles, ...b.tiles]),
    weights: a.weights + b.weights,
    wrongCodes: a.wrongCodes + b.wrongCodes,
    wrongScales: a.wrongScales + b.wrongScales,
    operator: Math.max(a.operator, b.operator),
    median: Math.min(a.median, b.median),
    worst: Math.min(a.worst, b.worst),
    outputs: a.outputs + b.outputs,
    cosine: Math.min(a.cosine, b.cosine),
    relativeL2: Math.max(a.relativeL2, b.relativeL2),
    snr: infinite(snr),
    signs: Math.min(a.signs, b.signs),
    backends: mergeBackends(a.backends, b.backends),
    notComputed: [
      ...new Map([...a.notComputed, ...b.notComputed].map((one) => [`${one.backend} ${one.why}`, one])).values(),
    ].slice(0, 50),
  };
}

function byShape<T extends { readonly shape: string }>(list: readonly T[]): T[] {
  return [...new Map(list.map((one) => [one.shape, one])).values()].slice(0, 50);
}

function mergeBackends(a: readonly BackendRow[], b: readonly BackendRow[]): BackendRow[] {
  const rows = new Map<string, BackendRow>();
  for (const row of [...a, ...b]) {
    const before = rows.get(row.backend);
    rows.set(
      row.backend,
      before === undefined
        ? row
        : {
            ...before,
            // One tensor that the reference decoded for it makes the whole row no evidence of the backend's own decoding.
            decodedBy: before.decodedBy === row.decodedBy ? row.decodedBy : 'reference',
            products: before.products + row.products,
            wrong: before.wrong + row.wrong,
            ms: before.ms + row.ms,
          },
    );
  }
  return [...rows.values()];
}
