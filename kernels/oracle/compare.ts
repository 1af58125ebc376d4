import { FlowError } from '../../src/core/errors.ts';
import { tolerances } from '../tolerances.ts';
import { f64, type Floats, FLOOR_RUNS } from './arithmetic.ts';
import { type Deviation, deviation, type Flips, flips } from './deviation.ts';
import { LAYER, LOGITS, OUTPUT_NORM, QUANTIZED, tapName } from './graph.ts';
import { likelyCause } from './likely-cause.ts';
import { type LogitsDistance, logitsDistance, type Top1, top1 } from './logits.ts';
import { type CodesOutput, type OracleModel, type Output, type Track, walk } from './walk.ts';

/** One tensor of a dump: rows (positions) of columns, or why it cannot be used. */
export type EngineTensor =
  | { readonly rows: number; readonly columns: number; readonly type: string; readonly values: Floats | Int8Array }
  | Unusable;

/** Why a tensor cannot be compared, by the name of the rule that it breaks. */
export interface Unusable {
  readonly rule: 'missing' | 'shape' | 'rows-missing' | 'type' | 'not-finite' | 'file' | 'no-reference';
  readonly problem: string;
}

/** What an engine dumped of one run. */
export interface EngineDump {
  readonly tokens: readonly number[];
  /** Layers of which it dumped outputs. */
  readonly layers: readonly number[];
  /** Names of everything in it. */
  readonly names: ReadonlySet<string>;
  /** Positions whose logits it has, if it has any. */
  readonly logits: 'all' | 'last';
  /** Reads a tensor; undefined when the dump does not have it. */
  readonly tensor: (name: string) => EngineTensor | undefined;
}

/** One output of the engine against the reference's output on the same inputs. */
export interface OperatorComparison {
  readonly name: string;
  readonly words: string;
  readonly layer: number | undefined;
  readonly ok: boolean;
  /** Where the inputs of the reference's operator came from. */
  readonly inputs: 'engine' | 'reference' | 'mixed';
  /** Why nothing could be measured. */
  readonly unusable?: Unusable;
  readonly deviation?: Deviation;
  /** How far the reference in f32 is from itself in f64 here, on the same inputs. */
  readonly floor?: number;
  readonly limit?: number;
  readonly flips?: Flips;
  /** The known mistake that makes the engine's numbers, where one does. */
  readonly cause?: string;
}

/** The logits of the engine against those of a whole run of the reference. */
export interface EndToEnd {
  readonly ok: boolean;
  readonly unusable?: Unusable;
  readonly measured?: {
    readonly engine: LogitsDistance;
    readonly floor: LogitsDistance;
    readonly limits: { readonly relativeL2: number; readonly kl: number };
    readonly top1: Top1;
  };
}

export interface Comparison {
  readonly operators: readonly OperatorComparison[];
  readonly endToEnd: EndToEnd | undefined;
  /** Codes of all layers together. */
  readonly flips: (Flips & { readonly ok: boolean; readonly limit: number }) | undefined;
  readonly comparisons: number;
  readonly passed: number;
}

export interface CompareOptions {
  /** For single operators, and for the logits of shallow models. */
  readonly tolerance: number;
  readonly onProgress?: (done: number, all: number) => void;
}

/** A value beyond this is no activation: the reference could not go on from it. */
const LARGEST = 1e9;
/** An f16 has steps of 2^-11 of its value. */
const F16_TOLERANCE = 1e-3;

/** Every name that a dump of a model can have, with the layer of those that belong to one. */
export function tapNames(layers: number): ReadonlyMap<string, number | undefined> {
  const names = new Map<string, number | undefined>([['embd', undefined]]);
  for (let layer = 0; layer < layers; layer++) {
    for (const { name } of LAYER) names.set(tapName(layer, name), layer);
    for (const name of QUANTIZED) names.set(`${tapName(layer, name)}.codes`, layer);
  }
  return names.set(OUTPUT_NORM.name, undefined).set(LOGITS.name, undefined);
}

/**
 * Judges a dump. The reference runs teacher-forced: each of its operators gets the engine's own inputs where they are dumped, so that an
 * operator is judged alone and one fault is not reported twice. Beside it the reference runs free, for the logits of the whole model. Both run in
 * f64 and in f32; what those differ by is the noise floor.
 */
export async function compareDump(
  model: OracleModel,
  dump: EngineDump,
  { tolerance, onProgress }: CompareOptions,
): Promise<Comparison> {
  const operators: OperatorComparison[] = [];
  const runs = [f64, ...FLOOR_RUNS];
  const inner = [...dump.names].some((name) => name !== LOGITS.name);
  const withLogits = dump.names.has(LOGITS.name);
  const tracks: Track[] = [
    ...(inner ? runs.map((arithmetic) => ({ arithmetic, forced: true })) : []),
    ...(withLogits ? runs.map((arithmetic) => ({ arithmetic })) : []),
  ];
  if (tracks.length === 0) return { operators, endToEnd: undefined, flips: undefined, comparisons: 0, passed: 0 };
  const expected = expectedNames(dump);
  const free = (values: readonly Floats[]): readonly Floats[] => values.slice(inner ? runs.length : 0);
  const recent = new Map<string, Floats>();
  let endToEnd: EndToEnd | undefined;
  await walk(model, {
    tokens: dump.tokens,
    tracks,
    logits: withLogits ? dump.logits : 'none',
    ...(onProgress === undefined ? {} : { onProgress }),
    onCodes: (codes) => {
      const { row, values } = compareCodes(codes, readTensor(dump, expected, codes, tolerance));
      if (row !== undefined) operators.push(row);
      return values;
    },
    onOutput: (output) => {
      const read = readTensor(dump, expected, output, tolerance);
      if (output.name === LOGITS.name && read !== undefined)
        endToEnd = judgeLogits(read, free(output.values), output.columns, tolerance, model.sizes.layers);
      if (!inner) return undefined;
      const operator = output.name.replace(/^blk\.\d+\./, '');
      recent.set(operator, output.values[0]!);
      if (read === undefined) return undefined;
      const row = compareOutput({ ...output, values: output.values.slice(0, runs.length) }, read, tolerance);
      if (!('values' in read)) {
        operators.push(row);
        return undefined;
      }
      const got = read.values as Floats;
      const { sizes, activation } = model;
      const cause =
        row.ok || row.deviation === undefined
          ? undefined
          : likelyCause({
              operator,
              columns: output.columns,
              got,
              inputs: (name) => recent.get(name)!,
              sizes,
              activation,
            });
      operators.push({ ...row, ...(cause === undefined ? {} : { cause }) });
      recent.set(operator, got);
      return got;
    },
  });
  const total = totalFlips(operators);
  const verdicts = [
    ...operators.map(({ ok }) => ok),
    ...(total === undefined ? [] : [total.ok]),
    ...(endToEnd === undefined ? [] : [(endToEnd as EndToEnd).ok]),
  ];
  return {
    operators,
    endToEnd,
    flips: total,
    comparisons: verdicts.length,
    passed: verdicts.filter(Boolean).length,
  };
}

/** What is dumped of one layer is dumped of all of them, or something is missing. */
function expectedNames({ names, layers }: EngineDump): ReadonlySet<string> {
  const kinds = [...names].flatMap((name) => /^blk\.\d+\.(.+)$/.exec(name)?.[1] ?? []);
  return new Set(
    [...names, ...new Set(kinds)].flatMap((kind) =>
      names.has(kind) ? [kind] : layers.map((layer) => tapName(layer, kind)),
    ),
  );
}

function readTensor(
  dump: EngineDump,
  expected: ReadonlySet<string>,
  { name, rows, columns }: Pick<Output, 'name' | 'rows' | 'columns'>,
  tolerance: number,
): EngineTensor | undefined {
  const read = dump.tensor(name);
  if (read === undefined)
    return expected.has(name)
      ? { rule: 'missing', problem: 'is missing, although the dump has it of other layers' }
      : undefined;
  if ('problem' in read) return read;
  if (read.columns !== columns)
    return { rule: 'shape', problem: `has ${read.columns} values for each position; the model has ${columns}` };
  if (read.rows < rows)
    return { rule: 'rows-missing', problem: `has ${read.rows} rows for ${rows} positions: rows are missing` };
  if (read.rows > rows) return { rule: 'shape', problem: `has ${read.rows} rows for ${rows} positions` };
  const codes = name.endsWith('.codes');
  if (codes !== read.values instanceof Int8Array || (!codes && !read.type.startsWith('f')))
    return { rule: 'type', problem: `is ${read.type}; ${codes ? 'codes are i1' : 'an output is f4 or f8'}` };
  if (read.values instanceof Int8Array) return read;
  const wrong = read.values.findIndex((value) => !(Math.abs(value) <= LARGEST));
  if (wrong >= 0) {
    const problem = `value ${wrong % columns} of row ${Math.floor(wrong / columns)} is ${read.values[wrong]}`;
    return { rule: 'not-finite', problem };
  }
  if (read.type === 'f2' && tolerance < F16_TOLERANCE)
    return {
      rule: 'type',
      problem: `is f2, whose steps are 2^-11: dump f4, or state a tolerance of at least ${F16_TOLERANCE}`,
    };
  return read;
}

function compareOutput(output: Output, read: EngineTensor, tolerance: number): OperatorComparison {
  const { name, words, layer, columns, values } = output;
  const inputs = ({ given: 'engine', own: 'reference', both: 'mixed' } as const)[output.inputs];
  const unusable = (rule: Unusable['rule'], problem: string): OperatorComparison => ({
    ...{ name, words, layer, inputs, ok: false },
    unusable: { rule, problem },
  });
  if ('problem' in read) return unusable(read.rule, read.problem);
  const [reference, ...floors] = values;
  if (values.some((track) => track.some((value) => !Number.isFinite(value))))
    return unusable('no-reference', 'the reference itself is not finite on these inputs');
  if (reference!.every((value) => value === 0))
    return unusable('no-reference', 'the reference is all zeros: nothing can be measured against it');
  const found = deviation(read.values as Floats, reference!, columns);
  const floor = Math.max(...floors.map((track) => deviation(track, reference!, columns).error));
  if (!Number.isFinite(floor)) return unusable('no-reference', 'a row of the reference is zeros in f64 and not in f32');
  if (!Number.isFinite(found.error))
    return unusable(
      'no-reference',
      `row ${found.row} of the reference is zeros, and value ${found.column} is ${found.got}`,
    );
  const limit = Math.max(tolerance, FLOOR_FACTOR * floor);
  return { name, words, layer, inputs, ok: found.error <= limit, deviation: found, floor, limit };
}

/** An engine may be as far from the reference as three times what f32 costs the reference itself. */
const FLOOR_FACTOR = tolerances.deepModel.limit;

function compareCodes(
  { name, words, layer, activations }: CodesOutput,
  read: EngineTensor | undefined,
): { row?: OperatorComparison; values?: Int8Array } {
  if (read === undefined) return {};
  const base = { name, words, layer, inputs: 'engine' } as const;
  if ('problem' in read) return { row: { ...base, ok: false, unusable: read } };
  const values = read.values as Int8Array;
  const found = flips(values, activations[0]!.codes);
  const allowed = allowedFlips(found);
  return { row: { ...base, ok: found.largest <= 1 && found.flips <= allowed, flips: found, limit: allowed }, values };
}

/** The share, and one where the share is less: a tie may fall to either side. */
const allowedFlips = ({ codes }: Flips): number => Math.max(1, Math.floor(codes * tolerances.flippedCodes.limit));

/** Each tensor alone can have a flip by chance; all of them together may not have more than the share. */
function totalFlips(rows: readonly OperatorComparison[]): Comparison['flips'] {
  const counted = rows.flatMap(({ flips }) => (flips === undefined ? [] : [flips]));
  if (counted.length === 0) return undefined;
  const sum = counted.reduce((all, each) => ({
    codes: all.codes + each.codes,
    flips: all.flips + each.flips,
    largest: Math.max(all.largest, each.largest),
  }));
  const limit = allowedFlips(sum);
  return { ...sum, limit, ok: sum.largest <= 1 && sum.flips <= limit };
}

/** Layers up to which no flip of a code is expected, so that a stated tolerance holds for the logits. */
const SHALLOW = 2;

function judgeLogits(
  read: EngineTensor,
  [reference, ...floors]: readonly Floats[],
  columns: number,
  tolerance: number,
  layers: number,
): EndToEnd {
  if ('problem' in read) return { ok: false, unusable: read };
  if (reference === undefined || reference.some((value) => !Number.isFinite(value)))
    throw new FlowError('bug', 'the reference has no finite logits', { at: 'logits' });
  const values = read.values as Floats;
  const own = floors.map((floor) => logitsDistance(floor, reference, columns));
  const floor: LogitsDistance = {
    relativeL2: Math.max(...own.map(({ relativeL2 }) => relativeL2)),
    kl: Math.max(...own.map(({ kl }) => kl)),
    largest: Math.max(...own.map(({ largest }) => largest)),
  };
  const least = layers <= SHALLOW ? tolerance : Math.min(tolerance, tolerances.shallowModel.limit);
  const limits = {
    relativeL2: Math.max(least, FLOOR_FACTOR * floor.relativeL2),
    kl: Math.max(least, FLOOR_FACTOR * floor.kl),
  };
  const engine = logitsDistance(values, reference, columns);
  const tops = top1(values, reference, columns, floor.largest);
  const ok = engine.relativeL2 <= limits.relativeL2 && engine.kl <= limits.kl && tops.wrong.length === 0;
  return { ok, measured: { engine, floor, limits, top1: tops } };
}
