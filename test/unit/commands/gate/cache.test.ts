import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { entryText, verifyEntry, whyNotKept } from '../../../../src/commands/gate/cache-entry.ts';
import { cacheKey, digestOfRead, neverKept, runsCommands, sha256 } from '../../../../src/commands/gate/cache-key.ts';
import { findGate, gates } from '../../../../src/gates/index.ts';
import { loadProfile } from '../../../../src/runtime/profile.ts';

const inputs = {
  gate: 'format',
  engine: 'e',
  node: 'v20.0.0',
  platform: 'linux x64',
  flow: 'generative',
  told: [] as string[],
  profile: 'p',
  head: 'h',
  base: '',
  history: [] as string[],
  tools: ['0 ["prettier"] /x 3.0.0'],
  packages: '',
  python: '',
  host: 'x',
};
const key = cacheKey(inputs);
const report = {
  v: 1,
  gate: 'format',
  sha: 'a'.repeat(40),
  verdict: 'pass',
  evidence: [
    { key: 'method', value: 'primary' },
    { key: 'isolation', value: 'namespace, no network' },
  ],
  numbers: { files: 0 },
  annotations: [],
  rows: [],
  text: '',
};
const stored = '2026-01-01T00:00:00.000Z';
const entry = (change: object = {}): string => entryText(key, inputs, JSON.stringify({ ...report, ...change }), stored);
const verify = (text: string): unknown => verifyEntry(text, key, inputs, 'format');

describe('the key', () => {
  test('is over every input, by value and not by order', () => {
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(cacheKey(Object.fromEntries(Object.entries(inputs).reverse()) as unknown as typeof inputs)).toBe(key);
    for (const name of Object.keys(inputs) as (keyof typeof inputs)[]) {
      const other = Array.isArray(inputs[name]) ? ['another'] : `${String(inputs[name])}.`;
      expect([name, cacheKey({ ...inputs, [name]: other })]).not.toEqual([name, key]);
    }
    expect(cacheKey({ ...inputs, head: 'h","base', base: '' })).not.toBe(
      cacheKey({ ...inputs, head: 'h', base: 'base' }),
    );
  });
});

describe('an entry', () => {
  test('of a pass is served with its report', () => {
    expect(verify(entry())).toMatchObject({ stored, report: { verdict: 'pass', gate: 'format' } });
  });

  test.each([
    ['a failure', entry({ verdict: 'fail' }), /a fail is never kept/],
    ['a skip', entry({ verdict: 'skipped', reason: 'n/a-surface' }), /a skipped is never kept/],
    ['another gate', entry({ gate: 'tests' }), /about tests/],
    ['no provenance', entry({ evidence: [{ key: 'x', value: 'y' }] }), /where its verdict comes from/],
    [
      'commands that could write here',
      entry({ evidence: [...report.evidence.slice(0, 1), { key: 'isolation', value: 'env-only' }] }),
      /not isolated/,
    ],
    ['a changed report', entry().replace('files\\":0', 'files\\":1'), /report was changed/],
    ['another key', entry().replace(key, sha256('x')), /another key/],
    ['other inputs under this key', entry().replace('"head":"h"', '"head":"H"'), /input head/],
    ['an input more', entry().replace('"head":', '"more":"x","head":'), /other inputs/],
    ['a field more', entry().replace('"v":1,', '"v":1,"w":1,'), /not whole/],
    ['nothing', '', /no JSON/],
  ])('of %s is refused', (_, text, said) => {
    expect(verify(text)).toMatch(said);
  });

  test('cut off anywhere is refused (property)', () => {
    const whole = entry().trimEnd();
    fc.assert(fc.property(fc.nat(whole.length - 1), (end) => typeof verify(whole.slice(0, end)) === 'string'));
  });

  test('a verdict other than a pass is not kept at all', () => {
    const kept = (verdict: 'pass' | 'fail' | 'skipped') =>
      whyNotKept({ ...report, v: 1, verdict, numbers: {}, annotations: [], rows: [] });
    expect([kept('pass'), kept('fail'), kept('skipped')]).toEqual([
      undefined,
      'a fail is never kept',
      'a skipped is never kept',
    ]);
  });
});

describe('what a gate reads', () => {
  const profile = loadProfile('node');
  const spec = findGate('spec')!;
  const at = (path: string, sha: string): string => `100644 blob ${sha.repeat(40)}\t${path}`;

  test('a page of the specification, and the names of all files; not the text of code', () => {
    expect(runsCommands(spec, profile)).toBe(false);
    const digest = (doc: string, code: string, more: string[] = []): string =>
      digestOfRead(spec, profile, [at('docs/explanation/a.md', doc), at('src/a.js', code), ...more]);
    expect(digest('1', '2')).toBe(digest('1', '3'));
    expect(digest('1', '2')).not.toBe(digest('2', '2'));
    expect(digest('1', '2')).not.toBe(digest('1', '2', [at('src/b.js', '1')]));
  });

  test('a gate that measures, or asks somebody else, is never kept', () => {
    expect(gates.filter((gate) => neverKept(gate) === undefined).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['format', 'clippy', 'tests', 'build', 'docs']),
    );
    expect(neverKept(findGate('quantization')!)).toContain('measures');
    for (const name of ['security', 'fuzz', 'benchmarks'] as const)
      expect(neverKept({ ...spec, name })).toContain('more than the commit');
  });
});
