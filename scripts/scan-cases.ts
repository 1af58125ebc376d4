import { SHAPES } from '../src/core/public-safety/secrets.ts';
import { scan } from '../src/core/public-safety/scan.ts';

/**
 * One pass of regular expressions over a text: the leads of all keys, private addresses, inside hosts and home paths, plain alone. What a scanner
 * of the usual kind does; ours is measured against it on the same text.
 */
const PLAIN = new RegExp(
  [
    ...SHAPES.map(({ lead, min }) => `${lead.replace(/[.]/g, '\\.')}[A-Za-z0-9_-]{${min},512}`),
    '\\beyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{16,}',
    '-----BEGIN [A-Z ]{0,40}PRIVATE KEY',
    '\\b(?:10|172\\.(?:1[6-9]|2\\d|3[01])|192\\.168|169\\.254)(?:\\.\\d{1,3}){2,3}\\b',
    '[\\w.-]{1,200}\\.(?:internal|local|lan|corp|intranet)\\b',
    '/(?:home|Users)/[\\w.-]{1,64}',
    '(?:GPU|MIG)-[0-9a-f]{8}-[0-9a-f-]{27}',
  ].join('|'),
  'g',
);

/** The pass of the peer; how many it found, so that nothing is left out as unused. */
export const plainPass = (text: string): number => [...text.matchAll(PLAIN)].length;

type Fill = (piece: (i: number) => string, head?: string, tail?: string) => string;

/** What the scanner of public safety is measured on: a name, the text, and the pass. */
export function scanCases(fill: Fill): readonly (readonly [string, string, (text: string) => unknown])[] {
  const prose = fill((i) => `thread 't${i}' panicked at src/lib.rs:${i}:13: left: ${i % 7}, right: ${i % 5}\n`);
  const json = fill((i) => `{"name":"t${i}","ok":true,"detail":"a \\"quoted\\" word","sha":"${digits(i)}"}\n`);
  const base64 = fill((i) => `${Buffer.from(`line ${i} of a log that was packed\n`.repeat(2)).toString('base64')}\n`);
  const table = fill((i) => `| tests | pass | ${i}/${i} in 0.${i % 100} s |\n`);
  return [
    ['scan: output of tests', prose, scan],
    ['scan: JSON lines', json, scan],
    ['scan: base64', base64, scan],
    ['scan: a table', table, scan],
    ['scan: escapes of escapes', fill((i) => `%2525${(i % 90) + 10}\\\\u0061`), scan],
    ['scan: numbers', fill((i) => `${i % 256}, `), scan],
    ['scan: colours', fill((i) => `\u001b[32m✓\u001b[0m test ${i} \u001b[2m(1 ms)\u001b[22m\n`), scan],
  ];
}

/** Forty hex digits, as a commit has them. */
const digits = (i: number): string => (i * 2_654_435_761).toString(16).padStart(10, '0').repeat(4).slice(0, 40);
