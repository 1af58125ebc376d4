import { ERROR_BINS, type FormatRow, type QuantizationReport } from './quantization-report.ts';
import { errorChart } from './error-chart.ts';
import { tableCell } from '../text.ts';

/** Cut, never rounded up: 100 % is said of nothing less. */
export function percent(share: number): string {
  return `${Number((Math.floor(share * 10_000) / 100).toFixed(2))}%`;
}

/** An error as a power of ten, such as `3.1e-7`. */
export function power(value: number): string {
  return value === 0 ? '0' : value.toExponential(value >= 0.9995e-5 && value <= 1.0005e-5 ? 0 : 1);
}

/** Formats in which at least one tensor was measured. */
export const measuredRows = ({ formats }: QuantizationReport): FormatRow[] => formats.filter((row) => row.tensors > 0);
/** A1: share of right codes. */
export const codeShare = ({ weights, wrongCodes }: FormatRow): number =>
  weights === 0 ? 0 : (weights - wrongCodes) / weights;

/** The table per format and backend, and the distribution of errors. */
export function quantizationPicture(report: QuantizationReport): string {
  const measured = measuredRows(report);
  const cell = (text: string | number): string => tableCell(String(text));
  const lines = [
    '| Format | Codes (A1) | Operator error (A2) | Accuracy (A3) | Worst row | Cosine | Relative L2 | SNR | Signs agree |',
    '|---|---|---|---|---|---|---|---|---|',
    ...measured.map((row) =>
      [
        '',
        cell(row.name),
        percent(codeShare(row)),
        power(row.operator),
        percent(row.median),
        percent(row.worst),
        row.cosine.toFixed(5),
        power(row.relativeL2),
        row.snr === 'infinite' ? '∞' : `${row.snr.toFixed(1)} dB`,
        percent(row.signs),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
    '',
    '| Format | Backend | Bytes decoded by | Products | Different | Time |',
    '|---|---|---|---|---|---|',
    ...measured.flatMap((row) =>
      row.backends.map(
        ({ backend, decodedBy, products, wrong, ms }) =>
          `| ${cell(row.name)} | ${cell(backend)} | ${cell(decodedBy)} | ${products} | ${wrong === 0 ? '0, exact' : wrong} | ${ms.toFixed(1)} ms |`,
      ),
    ),
    '',
    ...measured.flatMap((row) =>
      row.tiles.map(({ shape, tiles }) => `${cell(row.name)} of ${cell(shape)}: ${cell(tiles)}. `),
    ),
    '',
    errorChart('Errors of the outputs, over the largest output of their row', ERROR_BINS, [
      { name: 'against float64 on the same codes (A2)', counts: report.errors.operator },
      { name: 'against the layer in floats (A3), which int8 activations cost', counts: report.errors.float },
    ]),
  ];
  if (report.masters.length > 0) {
    lines.push(
      '',
      '| Against the weights before quantisation (not judged) | Accuracy | Cosine | Relative L2 | Signs agree |',
      '|---|---|---|---|---|',
      ...report.masters
        .slice(0, 20)
        .map(
          ({ tensor, accuracy, cosine, relativeL2, signs }) =>
            `| ${cell(tensor)} | ${percent(accuracy)} | ${cosine.toFixed(5)} | ${relativeL2.toFixed(3)} | ${percent(signs)} |`,
        ),
    );
  }
  return lines.join('\n');
}
