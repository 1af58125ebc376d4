import { benchmarkFault, type BenchmarkFault } from './report.ts';

/**
 * Numbers that JSON does not know and that programs write all the same (`NaN`, `Infinity`, `1e999`); undefined when there is none. A reader of JSON
 * only says that the text is none, which tells nobody what was measured.
 */
export function bareNumberFault(text: string, about: string): BenchmarkFault | undefined {
  const bare = text.replace(/"(?:[^"\\]|\\[^])*"/g, '""');
  const word = /(?<![\w.])[-+]?(?:nan|inf(?:inity)?)(?![\w.])/i.exec(bare)?.[0];
  if (word !== undefined)
    return benchmarkFault(/nan/i.test(word) ? 'not a number' : 'infinite', about, `a value is ${word}`);
  const over = [...bare.matchAll(/[-+]?\d+(?:\.\d+)?[eE][+]?\d+/g)].find(
    ([number]) => !Number.isFinite(Number(number)),
  );
  return over === undefined ? undefined : benchmarkFault('infinite', about, `a value is ${over[0].slice(0, 40)}`);
}
