import { z } from 'zod';
import { MAX_TOLERANCE, parityReport } from './report.ts';

/** The tolerance of a single operator when nobody states another. */
export const DEFAULT_TOLERANCE = 1e-5;

const measured = z.number().min(0);
const count = z.int().min(0);
const line = (max: number) => z.string().min(1).max(max);

/** One output of the engine, or the codes it made of one, beside what the reference makes of the same inputs. */
export const operatorRowSchema = z.strictObject({
  name: line(64),
  words: line(40),
  layer: count.nullable(),
  ok: z.boolean(),
  inputs: z.enum(['engine', 'reference', 'mixed']),
  unusable: line(400).optional(),
  error: measured.optional(),
  limit: measured.optional(),
  floor: measured.optional(),
  relativeL2: measured.optional(),
  worst: z.strictObject({ row: count, column: count, got: z.number(), wanted: z.number() }).optional(),
  flips: count.optional(),
});
export type OperatorRow = z.infer<typeof operatorRowSchema>;

const distanceSchema = z.strictObject({ relativeL2: measured, kl: measured, largest: measured });

/** Report of `crossval`: backends against the reference, and an engine's dump against the oracle. */
export const crossvalReportSchema = parityReport('crossval', {
  tolerance: z.number().positive().max(MAX_TOLERANCE),
  model: z
    .strictObject({
      file: line(300),
      architecture: line(100),
      weights: line(40),
      layers: count,
      activation: z.enum(['relu2', 'silu']),
      codes: z.enum(['int8', 'q8_k', 'none']),
    })
    .optional(),
  /** Integer products of each backend on the model's own tensors. */
  products: z
    .array(
      z.strictObject({
        backend: line(60),
        tensor: line(64),
        type: line(40),
        equal: z.boolean(),
        outputs: count,
        difference: line(200).optional(),
      }),
    )
    .max(200),
  engine: z
    .strictObject({
      program: line(300),
      positions: count,
      tensors: count,
      layers: count,
      /** What multiplied for the oracle. */
      oracle: line(300),
    })
    .optional(),
  operators: z.array(operatorRowSchema).max(3000),
  moreOperators: count,
  /** Codes of all layers. */
  flips: z.strictObject({ ok: z.boolean(), codes: count, flips: count, largest: count, limit: count }).optional(),
  endToEnd: z
    .strictObject({
      ok: z.boolean(),
      unusable: line(400).optional(),
      engine: distanceSchema.optional(),
      floor: distanceSchema.optional(),
      limits: z.strictObject({ relativeL2: measured, kl: measured }).optional(),
      top1: z
        .strictObject({ positions: count, equal: count, unsure: count, wrong: z.array(count).max(4096), prefix: count })
        .optional(),
    })
    .optional(),
  passed: count,
  firstDivergence: line(300).optional(),
});
export type CrossvalReport = z.infer<typeof crossvalReportSchema>;

/** One operator over all layers that were dumped. */
export interface OperatorSummary {
  readonly words: string;
  readonly comparisons: number;
  readonly passed: number;
  /** The largest error; undefined where nothing could be measured, or codes were counted. */
  readonly worst: number | undefined;
  readonly worstLayer: number | undefined;
  readonly limit: number | undefined;
  readonly flips: number | undefined;
}

/** The rows of a report by operator, in the order in which a model runs. */
export function byOperator(rows: readonly OperatorRow[]): OperatorSummary[] {
  const groups = new Map<string, OperatorRow[]>();
  for (const row of rows) groups.set(row.words, [...(groups.get(row.words) ?? []), row]);
  return [...groups].map(([words, own]) => {
    const measured = own.filter(({ error }) => error !== undefined);
    const worst = measured.reduce<OperatorRow | undefined>(
      (all, row) => (all === undefined || row.error! > all.error! ? row : all),
      undefined,
    );
    const counted = own.flatMap(({ flips }) => (flips === undefined ? [] : [flips]));
    return {
      words,
      comparisons: own.length,
      passed: own.filter(({ ok }) => ok).length,
      worst: worst?.error,
      worstLayer: worst?.layer ?? undefined,
      limit: worst?.limit,
      flips: counted.length === 0 ? undefined : counted.reduce((sum, each) => sum + each, 0),
    };
  });
}

/** A number as people read it: `0.41`, `3.2e-7`, `0`. */
export function shortNumber(value: number): string {
  if (value === 0) return '0';
  if (value >= 0.01 && value < 1e4) return String(Number(value.toPrecision(2)));
  return value.toExponential(1).replace('.0e', 'e').replace('e+', 'e');
}

/** What a report says in one line; the verdict is another question. */
export function crossvalLine({
  tolerance,
  comparisons,
  passed,
  firstDivergence,
  problems,
  engine,
  products,
}: CrossvalReport): string {
  // Products of our own backends say nothing of the engine, and are counted apart.
  const [made, equal] = [products.length, products.filter((product) => product.equal).length];
  const pass = [
    ...(comparisons === made && made > 0 ? [] : [`${passed - equal}/${comparisons - made} comparisons pass`]),
    ...(made === 0 ? [] : [`backends vs reference: ${equal}/${made} equal`]),
  ].join('; ');
  if (firstDivergence !== undefined) return `first divergence: ${firstDivergence}; ${pass}`;
  if (problems.length > 0) return `${problems[0]!.message}; ${pass}`;
  if (engine === undefined) return `${pass}; no engine was compared, for no dump is named`;
  return `engine vs reference: parity within ${shortNumber(tolerance)}; ${pass}`;
}

/**
 * What is wrong by the numbers of a report, whatever it says of itself: a row without a number, a row over its limit, a limit that does not follow
 * from the tolerance and the floor, counts that do not add up, nothing compared.
 */
export function crossvalFaults(report: CrossvalReport): string[] {
  const { operators, moreOperators, products, flips, endToEnd, comparisons, passed, engine, tolerance } = report;
  const faults: string[] = [];
  for (const row of operators) {
    const fault = rowFault(row, tolerance);
    if (fault !== undefined) faults.push(`${row.words}${row.layer === null ? '' : `, layer ${row.layer}`}: ${fault}`);
  }
  for (const { backend, tensor, equal, outputs } of products)
    if (!equal || outputs === 0) faults.push(`${backend} differs from the reference on ${tensor}`);
  if (flips !== undefined && (!flips.ok || flips.flips > flips.limit || flips.largest > 1))
    faults.push(`${flips.flips} of ${flips.codes} int8 codes flipped`);
  if (endToEnd !== undefined && endToEndFails(endToEnd, tolerance))
    faults.push('logits of the whole run are over their limits');
  const made =
    operators.length +
    moreOperators +
    products.length +
    (flips === undefined ? 0 : 1) +
    (endToEnd === undefined ? 0 : 1);
  if (comparisons !== made) faults.push(`${comparisons} comparisons are reported, and ${made} are in the report`);
  if (passed > comparisons || (faults.length === 0 && passed !== comparisons))
    faults.push(`${passed} of ${comparisons} comparisons are said to pass`);
  if (engine !== undefined && !followsWeights(report)) faults.push(NO_WEIGHTS);
  return faults;
}

/** A limit may be the tolerance, or three times what f32 costs the reference; the last digits of a product may differ. */
const FLOOR_FACTOR = 3;
const ROUNDING = 1 + 1e-9;

function rowFault({ ok, unusable, error, limit, floor, flips }: OperatorRow, tolerance: number): string | undefined {
  if (unusable !== undefined) return unusable;
  if (error === undefined && flips === undefined) return 'nothing was measured';
  if (limit === undefined) return 'there is no limit';
  if (error !== undefined && limit > Math.max(tolerance, FLOOR_FACTOR * (floor ?? 0)) * ROUNDING)
    return `the limit ${shortNumber(limit)} does not follow from the tolerance`;
  if (error !== undefined && !(error <= limit))
    return `error ${shortNumber(error)} over the limit ${shortNumber(limit)}`;
  if (flips !== undefined && !(flips <= limit)) return `${flips} codes flipped, ${limit} may`;
  return ok ? undefined : 'is reported as failed';
}

/** Outputs that no weight matrix has a part in: rows of the embedding, and their norm. A program that multiplies nothing has them right. */
const BEFORE_WEIGHTS: readonly string[] = ['embd', 'blk.0.norm', 'blk.0.norm.codes'];

/** What is said of an engine of which nothing behind a weight matrix was compared. */
export const NO_WEIGHTS = 'nothing that the engine computed with a weight matrix was compared';

/** Whether anything was compared that a weight matrix has a part in: all else is right whatever the engine makes of the weights. */
export function followsWeights({ operators, endToEnd }: Pick<CrossvalReport, 'operators' | 'endToEnd'>): boolean {
  return endToEnd !== undefined || operators.some(({ name }) => !BEFORE_WEIGHTS.includes(name));
}

function endToEndFails(
  { ok, unusable, engine, floor, limits, top1 }: NonNullable<CrossvalReport['endToEnd']>,
  tolerance: number,
): boolean {
  if (!ok || unusable !== undefined || engine === undefined || floor === undefined) return true;
  if (limits === undefined || top1 === undefined) return true;
  const follows = (limit: number, noise: number): boolean =>
    limit <= Math.max(tolerance, FLOOR_FACTOR * noise) * ROUNDING;
  if (!follows(limits.relativeL2, floor.relativeL2) || !follows(limits.kl, floor.kl)) return true;
  const within = engine.relativeL2 <= limits.relativeL2 && engine.kl <= limits.kl;
  return !within || top1.wrong.length > 0 || top1.positions === 0 || top1.equal + top1.unsure !== top1.positions;
}
