import {
  ERROR_BINS,
  QUANTIZATION_LIMITS,
  type FormatRow,
  type QuantizationReport,
} from '../core/parity/quantization-report.ts';
import { errorBars } from '../core/parity/error-chart.ts';
import { FlowError } from '../core/errors.ts';
import { MAX_TOLERANCE } from '../core/parity/report.ts';
import { codeShare, measuredRows, percent, power } from '../core/parity/quantization-picture.ts';
import { formats as everyFormat } from '../../kernels/reference/formats/index.ts';
import { counted, grouped, table, type Outcome } from './outcome.ts';
import type { ProgressStream } from './progress.ts';
import { MAX_PROBLEMS } from './gate.ts';
import { measureQuantization } from './quantization.ts';

/** `bitnet-flow parity`. */
export interface ParityOptions {
  /** Ids with commas; all formats without. */
  readonly formats?: string;
  /** `all`, `first`, or names with commas. */
  readonly backends?: string;
  /** Rows and columns of a synthetic matrix, such as `2560x6912`. */
  readonly shape?: string;
  readonly model?: string;
  readonly tolerance?: string;
  readonly tiles?: string;
  /** Measure every tensor of a big model. */
  readonly all?: boolean;
}

/** A shape that every format holds; its columns are no multiple of a TL2 tile, so that the pairs behind the triples are measured, too. */
const DEFAULT_SHAPE = '256x1024';

/** Measures a synthetic matrix, or the tensors of a model, in every format on every backend of this machine. */
export async function parity(options: ParityOptions, stream: ProgressStream): Promise<Outcome> {
  const { model, shape } = options;
  if (model !== undefined && shape !== undefined)
    throw new FlowError('bad-input', 'a model has shapes of its own', {
      at: '--shape',
      fix: 'give --shape or --model',
    });
  const tolerance = Number(options.tolerance ?? QUANTIZATION_LIMITS.operator);
  if (options.tolerance?.trim() === '' || !(tolerance > 0 && tolerance <= MAX_TOLERANCE))
    throw new FlowError('bad-input', `is ${JSON.stringify(options.tolerance)}`, {
      at: '--tolerance',
      fix: `give a number above 0 and at most ${MAX_TOLERANCE}, such as 1e-5`,
    });
  const named = options.formats?.split(',').map((id) => id.trim());
  const formats = [...new Set(named ?? everyFormat.map(({ id }) => id))];
  const report = await measureQuantization(
    {
      root: process.cwd(),
      model: model === undefined ? [] : [model],
      formats,
      tolerance,
      backends: options.backends ?? 'all',
      all: options.all === true,
      ...(options.tiles === undefined ? {} : { tiles: options.tiles }),
      ...(model === undefined ? { shape: shape ?? DEFAULT_SHAPE } : {}),
    },
    stream,
  );
  const found = named === undefined ? report : withNotHeld(report);
  const ok = found.ok && found.comparisons > 0;
  return { ok, lines: linesOf(found), json: { ...found, ok } };
}

/** A format that was asked for by name and that holds no tensor was not measured; among all formats that is nothing to be told. */
function withNotHeld(report: QuantizationReport): QuantizationReport {
  const missing = report.formats.filter(({ tensors }) => tensors === 0);
  if (report.comparisons === 0 || missing.length === 0) return report;
  const problems = missing.map(({ id, notHeld: [first] }) => ({
    rule: 'not-measured',
    subject: id,
    message: first === undefined ? 'holds no tensor' : `cannot hold ${first.shape}`,
    fix: 'leave the format out, or give a shape that it holds',
  }));
  return { ...report, ok: false, problems: [...report.problems, ...problems].slice(0, MAX_PROBLEMS) };
}

function linesOf(report: QuantizationReport): string[] {
  const rows = measuredRows(report);
  const { subjects, tensors, problems, moreProblems, warnings, backends } = report;
  const weights = Math.max(0, ...rows.map((row) => row.weights));
  if (subjects.length === 0) return ['nothing was compared: no file is found by that name'];
  const lines = [
    `${subjects.join(', ')}: ${tensors.choice === 'all 1' ? '' : `tensors ${tensors.choice}; `}${grouped(weights)} weights, ${report.activations.rows} rows of activations`,
    '',
  ];
  if (rows.length > 0) {
    const head = ['format', 'backend', 'decoded by', 'codes', 'products', 'operator', 'accuracy', 'worst row', 'time'];
    const body = rows.flatMap((row) => row.backends.map((backend) => cells(row, backend)));
    lines.push(...table([head, ...body], [5, 6, 7, 8]), '');
  }
  for (const row of report.formats) {
    for (const { shape, tiles } of row.tiles)
      lines.push(`${row.id} of ${shape}: ${tiles}${row.fromFile > 0 ? '' : ', by rule'}`);
    for (const { shape, why } of row.notHeld) lines.push(`${row.id} cannot hold ${shape}: ${why}`);
  }
  for (const { id, notComputed } of report.formats)
    for (const { backend, why } of notComputed) lines.push(`${id} not on ${backend}: ${why}`);
  for (const { id, why } of backends.notUsed) lines.push(`${id} was not used: ${why}`);
  if (rows.length > 0) {
    const { operator, float } = report.errors;
    const [bars, others] = [
      errorBars(ERROR_BINS, { name: 'operator: against float64 on the same codes', counts: operator }),
      errorBars(ERROR_BINS, { name: 'accuracy: against the layer in floats', counts: float }),
    ];
    lines.push('', 'Errors of the outputs, over the largest output of their row:', ...bars, ...others);
  }
  lines.push('', ...warnings.map((warning) => `warning: ${warning}`));
  for (const { rule, subject, message, fix } of problems)
    lines.push(`${rule}: ${subject}: ${message}`, ...(fix === undefined ? [] : [`  Fix: ${fix}`]));
  if (moreProblems > 0) lines.push(`and ${counted(moreProblems, 'problem')} more`);
  lines.push(lastLine(report, rows));
  return lines;
}

function cells(row: FormatRow, { backend, decodedBy, products, wrong, ms }: FormatRow['backends'][number]): string[] {
  return [
    row.id,
    backend,
    decodedBy,
    row.wrongCodes === 0 ? 'exact' : percent(codeShare(row)),
    wrong === 0 ? 'exact' : `${grouped(wrong)} of ${grouped(products)} differ`,
    power(row.operator),
    percent(row.median),
    percent(row.worst),
    `${ms.toFixed(1)} ms`,
  ];
}

function lastLine(
  { backends, problems, moreProblems, comparisons }: QuantizationReport,
  rows: readonly FormatRow[],
): string {
  const found = problems.length + moreProblems;
  if (found > 0) return counted(found, 'problem');
  if (comparisons === 0) return 'nothing was compared';
  return `exact: ${counted(rows.length, 'format')} on ${backends.used.map(({ id, device }) => `${id} (${device})`).join(', ')}`;
}
