import { z } from 'zod';
import { count } from '../core/check-gate.ts';
import { evidence, type Evidence } from '../core/evidence.ts';
import { defineGate, type Annotation, type GateResult } from '../core/gate.ts';
import { input } from '../core/input.ts';
import { annotate, isResult, judgeable, plainResult } from '../core/method-run.ts';
import { readParityReport } from '../core/parity/report.ts';
import { settingReader, statedTolerance } from '../core/parity/settings.ts';
import {
  DEFAULT_FORMATS,
  QUANTIZATION_LIMITS as LIMITS,
  quantizationReportSchema,
  type FormatRow,
  type QuantizationReport,
} from '../core/parity/quantization-report.ts';
import { codeShare, measuredRows, percent, power, quantizationPicture } from '../core/parity/quantization-picture.ts';

const words = (text: string): string[] =>
  text
    .split(/[\s,]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

const inputs = z.object({
  model: input
    .text(2000)
    .optional()
    .describe("Model files (GGUF): paths or globs, by commas. Empty: the profile's. A plain path must be there."),
  formats: input
    .text(400)
    .optional()
    .describe('Formats to measure, by commas, such as `i2_s,tl1,tl2,tq2_0`. Empty: I2_S, TL1 and TL2.'),
  tolerance: input
    .text(20)
    .optional()
    .describe('Largest error of a scaled output, over the largest output. Empty: 1e-5, for a single operator.'),
  master: input
    .text(400)
    .optional()
    .describe('Model before quantisation (GGUF with F32, F16 or BF16), for comparison. It is reported and not judged.'),
  tiles: input
    .text(20)
    .optional()
    .describe('`BM,BK,bm` of TL1 and TL2 in a file that does not say them. Their bytes mean nothing without.'),
  backends: input
    .text(100)
    .optional()
    .describe(
      '`first` (the first that works of gpujs, cuda, wasm, reference), `all`, or names by commas. Empty: first.',
    ),
  all: input.boolean().optional().describe('Measure every tensor of a big model, not the first of every kind.'),
});

/** gate-quantization: whether ternary weights are what they should be, in every format, and whether backends compute with them exactly. */
export const quantization = defineGate({
  name: 'quantization',
  title: 'Quantization',
  description:
    'Ternary weights decode to the same codes in I2_S, TL1 and TL2, are multiplied exactly, and keep at least 99 % against floats.',
  inputs,
  numbers: {
    accuracy: 'A3: lowest median accuracy of a format against the layer in floats, in percent.',
    worst: 'A3: lowest accuracy of any row of activations, in percent.',
    'operator-error': 'A2: largest error of a scaled output, over the largest output.',
    'wrong-codes': 'A1: weights that decode to another code.',
    tensors: 'Ternary tensors that were measured.',
    failed: 'Problems found.',
  },
  progress: { key: 'failed', better: 'lower' },
  collect: { commands: true, files: () => [] },
  parity(settings, given) {
    const setting = settingReader(settings, given);
    const list = (name: string): string[] => {
      const value = setting(name);
      return typeof value === 'string' ? words(value) : Array.isArray(value) ? [...value] : [];
    };
    const formats = list('formats').map(formatId);
    const text = (name: string): object => {
      const value = setting(name);
      return value === undefined || value === '' ? {} : { [name]: String(value) };
    };
    return {
      model: list('model'),
      formats: formats.length === 0 ? DEFAULT_FORMATS : [...new Set(formats)],
      tolerance: statedTolerance(setting('tolerance'), LIMITS.operator),
      all: String(setting('all') ?? false) === 'true',
      backends: String(setting('backends') ?? 'first'),
      ...text('master'),
      ...text('tiles'),
    };
  },
  evaluate(observation) {
    const commands = judgeable(observation, 'quantization');
    if (isResult(commands)) return commands;
    const read = readParityReport(commands, quantizationReportSchema);
    if ('unreadable' in read) return plainResult('fail', 'quantization', read.unreadable);
    return judge(read.report);
  },
});

/** `I2S`, `I2_S` and `i2_s` are one. */
function formatId(name: string): string {
  const lower = name.toLowerCase();
  return { i2s: 'i2_s', tq1: 'tq1_0', tq2: 'tq2_0' }[lower] ?? lower;
}

function judge(report: QuantizationReport): GateResult {
  const { subjects, asked, formats, tolerance, problems, moreProblems } = report;
  if (subjects.length === 0 && problems.length === 0)
    return plainResult('skipped', 'quantization', 'no model file and no packed tensors to judge', 'n/a-surface');
  const missing = asked.filter((id) => !formats.some((row) => row.id === id && row.tensors > 0));
  const faults = [
    ...(report.comparisons === 0 || report.tensors.measured === 0 ? ['nothing was compared'] : []),
    ...(report.backends.used.length === 0 ? ['no backend computed anything'] : []),
    ...missing.map((id) =>
      notMeasured(
        formats.find((row) => row.id === id),
        id,
      ),
    ),
    ...formats.flatMap((row) => faultsOf(row, tolerance)),
    ...report.sources.flatMap(({ tensor, source, wrongCodes, wrongScales }) =>
      wrongCodes + wrongScales === 0 ? [] : [`${source}, ${tensor} is not its other source`],
    ),
  ];
  const failed = Math.max(problems.length + moreProblems, faults.length);
  const pass = failed === 0;
  return {
    verdict: pass ? 'pass' : 'fail',
    evidence: evidenceOf(report, faults, failed),
    annotations: annotationsOf(report, faults),
    rows: rowsOf(report, faults),
    ...(formats.some((row) => row.outputs > 0) ? { picture: quantizationPicture(report) } : {}),
    numbers: numbersOf(report, failed),
  };
}

function notMeasured(row: FormatRow | undefined, id: string): string {
  const [first] = row?.notHeld ?? [];
  return first === undefined ? `${id} was not measured` : `${row!.name} cannot hold ${first.shape}: ${first.why}`;
}

/** What is wrong with a format, by the limits; whatever the report itself calls a problem. */
function faultsOf(row: FormatRow, tolerance: number): string[] {
  if (row.tensors === 0) return [];
  const { name } = row;
  const faults: string[] = [];
  if (row.wrongCodes > 0) faults.push(`${name}: ${row.wrongCodes} wrong codes`);
  if (row.wrongScales > LIMITS.scales) faults.push(`${name}: ${row.wrongScales} weights with a wrong scale`);
  if (row.weights === 0 || row.outputs === 0) faults.push(`${name}: no output was measured`);
  if (!(row.operator <= tolerance))
    faults.push(`${name}: outputs are off by ${power(row.operator)}, over ${power(tolerance)}`);
  if (!(row.median >= LIMITS.median))
    faults.push(`${name}: accuracy ${percent(row.median)} is below ${percent(LIMITS.median)}`);
  if (!(row.worst >= LIMITS.worst))
    faults.push(`${name}: accuracy of the worst row ${percent(row.worst)} is below ${percent(LIMITS.worst)}`);
  if (row.backends.length === 0) faults.push(`${name}: no backend computed it`);
  for (const { backend, wrong, products } of row.backends) {
    if (wrong > 0) faults.push(`${name}: ${backend} has ${wrong} wrong products of ${products}`);
    if (products === 0) faults.push(`${name}: ${backend} computed nothing`);
  }
  return faults;
}

const plainName = (name: string): string => name.replace(/_(?=S$)/, '');
function evidenceOf(report: QuantizationReport, faults: readonly string[], failed: number): Evidence[] {
  const rows = measuredRows(report);
  const list: Evidence[] = [];
  // What is wrong leads: a summary shows the beginning, and a hundred percent of what could be read is no comfort.
  if (failed > 0) {
    const [first] = report.problems;
    const said = first === undefined ? faults[0]! : `${first.rule}: ${first.subject}: ${first.message}`;
    list.push(evidence('quantization', failed === 1 ? said : `${failed} problems, first ${said}`));
  }
  if (rows.length > 0) {
    const shares = rows.map((row) => `${plainName(row.name)}: ${percent(codeShare(row))}`).join(', ');
    list.push(
      evidence(
        failed > 0 ? 'measured' : 'quantization',
        `${shares} accuracy (A1, share of weights decoded to the reference code)`,
      ),
    );
    const median = Math.min(...rows.map((row) => row.median));
    const worst = Math.min(...rows.map((row) => row.worst));
    list.push(
      evidence('against floats', `A3 ${percent(median)} median, ${percent(worst)} worst row; 99 %, 97 % wanted`),
    );
    list.push(evidence('operators', operatorsOf(rows, report.tolerance)));
  }
  const [second] = report.sources;
  const against =
    second === undefined
      ? 'one source, packed here into the other formats'
      : `${report.sources.length} second ${report.sources.length === 1 ? 'copy' : 'copies'} compared`;
  list.push(evidence('tensors', `${report.tensors.choice}; ${against}`));
  list.push(evidence('computed by', methodOf(report)));
  return list;
}

/** Whether products are equal and scaled outputs are near enough, as measured. */
function operatorsOf(rows: readonly FormatRow[], tolerance: number): string {
  const error = Math.max(...rows.map((row) => row.operator));
  const compared = rows.flatMap((row) => row.backends);
  const sum = (of: (one: (typeof compared)[number]) => number): number =>
    compared.reduce((all, one) => all + of(one), 0);
  const [wrong, products] = [sum((one) => one.wrong), sum((one) => one.products)];
  return [
    `A2 ${power(error)} ${error <= tolerance ? 'within' : 'over'} ${power(tolerance)}`,
    products === 0
      ? 'no integer products'
      : wrong === 0
        ? 'integer products equal'
        : `${wrong} of ${products} integer products wrong`,
  ].join('; ');
}

/** `method:wasm (SIMD); not gpujs: no GPU`. */
function methodOf({ backends: { used, notUsed } }: QuantizationReport): string {
  const method = used.map(({ id, device }) => `${id} (${device})`).join(', ') || 'nothing';
  const at = used[0] === undefined ? ORDER.length : placeInOrder(used[0].id);
  const earlier = notUsed.filter(({ id }) => placeInOrder(id) <= at).map(({ id, why }) => `not ${id}: ${why}`);
  return [`method:${method}`, ...earlier].join('; ');
}

/** Backends in the order in which a gate prefers them. */
const ORDER: readonly string[] = ['gpujs', 'cuda', 'wasm', 'reference'];

/** Modes of gpu.js, such as `gpujs-webasm`, stand where gpu.js does. */
const placeInOrder = (id: string): number => ORDER.indexOf(id.split('-')[0]!);

function annotationsOf({ problems, warnings, subjects }: QuantizationReport, faults: readonly string[]): Annotation[] {
  const place = (subject: string): string => {
    const file = subjects.find((one) => subject.startsWith(one)) ?? subject.split(/, | \(/)[0]!;
    return /^[\w][\w./-]*$/.test(file) ? file : '.github';
  };
  const named = problems.map(({ rule, subject, message, fix }) =>
    annotate(
      'failure',
      place(subject),
      1,
      `quantization: ${rule}`,
      `${subject}: ${message}${fix === undefined ? '' : `. Fix: ${fix}`}`,
    ),
  );
  const bare =
    named.length > 0
      ? []
      : faults.map((fault) => annotate('failure', place(subjects[0] ?? '.github'), 1, 'quantization', fault));
  const warned = warnings.map((warning) =>
    annotate('warning', place(warning.split(': ')[0]!), 1, 'quantization', warning),
  );
  return [...named, ...bare, ...warned];
}

function detailOf({ tensors, fromFile, weights, notHeld }: FormatRow): string {
  const own = `${count(tensors, 'tensor')} (${fromFile} from files), ${weights.toLocaleString('en-US')} weights`;
  const [first] = notHeld;
  return first === undefined
    ? own
    : `${own}; ${count(notHeld.length, 'shape')} not held, such as ${first.shape}: ${first.why}`;
}

function rowsOf(report: QuantizationReport, faults: readonly string[]): GateResult['rows'] {
  const rows = measuredRows(report).map((row) => {
    const own = faultsOf(row, report.tolerance);
    return {
      item: row.name,
      status: own.length === 0 ? 'pass' : 'fail',
      detail: own[0] ?? detailOf(row),
    };
  });
  const seen = new Set(rows.map(({ detail }) => detail));
  const others = faults
    .filter((fault) => !seen.has(fault))
    .map((fault) => ({ item: 'problem', status: 'fail', detail: fault }));
  const named = report.problems.map(({ rule, subject, message }) => ({
    item: rule,
    status: 'fail',
    detail: `${subject}: ${message}`,
  }));
  const copies = report.sources.map(({ tensor, source, format, against, wrongCodes, wrongScales }) => ({
    item: `${tensor} in ${format}`,
    status: wrongCodes + wrongScales === 0 ? 'pass' : 'fail',
    detail: `${source} against ${against}: ${wrongCodes} wrong codes, ${wrongScales} wrong scales`,
  }));
  return [...rows, ...named, ...(named.length === 0 ? others : []), ...copies];
}

function numbersOf(report: QuantizationReport, failed: number): Record<string, number> {
  const rows = measuredRows(report).filter((row) => row.outputs > 0);
  const codes = measuredRows(report).reduce((sum, row) => sum + row.wrongCodes, 0);
  const cut = (share: number): number => Math.floor(share * 1_000_000) / 10_000;
  return {
    ...(rows.length === 0
      ? {}
      : {
          accuracy: cut(Math.min(...rows.map((row) => row.median))),
          worst: cut(Math.min(...rows.map((row) => row.worst))),
          'operator-error': Math.max(...rows.map((row) => row.operator)),
        }),
    'wrong-codes': codes + report.sources.reduce((sum, { wrongCodes }) => sum + wrongCodes, 0),
    tensors: report.tensors.measured,
    failed,
  };
}
