import { benchmarkFault, type BenchmarkFault, type Measured } from './report.ts';

/**
 * Numbers that stand where a measurement should: the same value for three benchmarks or more, or a value that can be read in the benchmark's own
 * file. Short numbers stand in every file, so they prove nothing.
 */
export function constantFaults(measured: readonly Measured[], files: ReadonlyMap<string, string>): BenchmarkFault[] {
  const same = measured.length >= 3 && measured.every(({ value }) => value === measured[0]!.value);
  if (same)
    return [
      benchmarkFault('constant', measured[0]!.name, `all ${measured.length} benchmarks give ${measured[0]!.value}`),
    ];
  return measured.flatMap(({ name, value }) => {
    const text = String(value);
    const told = text
      .replace(/e.*$/, '')
      .replace(/^0\.0*|\./g, '')
      .replace(/0+$/, '').length;
    if (told < (Number.isInteger(value) ? 5 : 3)) return [];
    const zeros = text.includes('.') ? '0*' : '(?:\\.0*)?';
    const literal = new RegExp(`(?<![\\d.])${text.replace(/[.+]/g, '\\$&')}${zeros}(?![\\d.]*\\d)`);
    const where = [...files].find(([, source]) => literal.test(source))?.[0];
    return where === undefined ? [] : [benchmarkFault('constant', name, `${text} stands in ${where}`)];
  });
}
