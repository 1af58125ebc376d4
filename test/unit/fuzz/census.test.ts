import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FlowError } from '../../../src/core/errors.ts';
import { dictionary, TARGETS } from './targets.ts';

const root = new URL('../../../', import.meta.url).pathname;

/**
 * Rooms whose readers meet text of others, and how readers are called there. Left out is src/local, which plays GitHub for one's own workflows
 * on one's own machine.
 */
const ROOMS: readonly (readonly [folder: string, verbs: string])[] = [
  ['src/core', 'parse|read|decode|load'],
  ['src/flow', 'parse|read|decode|load'],
  ['src/runtime', 'parse|read|decode|load'],
  ['src/agents', 'parse|read|decode|load|data'],
  ['src/attest', 'parse|read|decode|load|verify'],
  ['src/commands', 'parse|read|decode|load'],
  ['src/generator', 'parse|read|decode|load'],
  ['src/parity', 'parse|read|decode|load'],
  ['kernels/gguf', 'parse|read|decode|load'],
];

/** `file name` of every exported reader there is. */
function readers(): string[] {
  return ROOMS.flatMap(([folder, verbs]) =>
    readdirSync(`${root}${folder}`, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => {
        const source = readFileSync(`${root}${folder}/${name}`, 'utf8');
        const exported = new RegExp(`^export (?:async )?(?:function\\*? |const )((?:${verbs})[A-Z]\\w*)`, 'gm');
        return [...source.matchAll(exported)].map(([, own]) => `${folder}/${name} ${own}`);
      }),
  ).sort();
}

test('every exported reader of untrusted text has a fuzz target, and every target its reader', () => {
  expect(Object.keys(TARGETS).sort()).toEqual(readers());
});

test('a property that another file has is there', () => {
  for (const [name, row] of Object.entries(TARGETS)) {
    if (!('file' in row)) continue;
    expect([
      name,
      existsSync(`${root}${row.file}`) && readFileSync(`${root}${row.file}`, 'utf8').includes(row.property),
    ]).toEqual([name, true]);
  }
});

test('what goes through other readers goes through such that are fuzzed', () => {
  for (const [name, row] of Object.entries(TARGETS)) {
    if (!('through' in row)) continue;
    expect([name, row.through.length > 0]).toEqual([name, true]);
    for (const reader of row.through) {
      const own = TARGETS[reader];
      expect([name, reader, own !== undefined && ('run' in own || 'file' in own)]).toEqual([name, reader, true]);
    }
  }
});

const fixtures = readdirSync(`${root}test/fixtures/gates`, { recursive: true })
  .map((name) => `${root}test/fixtures/gates/${String(name)}`)
  .filter((path) => statSync(path).isFile() && statSync(path).size < 100_000 && !path.endsWith('.ts'));
const pieces = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...dictionary(fixtures)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']]>',
        '"',
        '\\',
        '\0',
        '\ufeff',
        '---',
        '&a [*a]',
        '<<: x',
        '!!js/function x',
        '__proto__: 1',
        '= [',
        '[[a]]',
      ],
      ...[
        '<a',
        '<![CDATA[',
        '</a>',
        '&lt;',
        '1..9',
        'ok 1',
        'not ok',
        '1e999',
        'NaN',
        '-0',
        '```yaml',
        '<!-- facts:v1',
        'facts:end -->',
      ],
      ...[
        'test result: ok. 9 passed; 0 failed',
        '{"type":"suite"}',
        '\u001b]8;;x',
        '::set-output name=x::y',
        'fn f() {',
        'r#"',
        '/*',
        '@@ -1 +1 @@',
      ],
    ),
  },
);
/** Pieces below each other, beside each other, and JSON values. */
const hostile = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map((list) => list.join('\n')),
  fc.array(pieces, { maxLength: 6 }).map((list) => list.join('')),
  fc.json({ maxDepth: 4 }),
  fc.constantFrom('', '\n', '['.repeat(20_000), '{"a":'.repeat(5_000), '<a>'.repeat(5_000), 'a'.repeat(100_000)),
);

describe('whatever it is given, a reader answers or refuses by name', () => {
  const rows = Object.entries(TARGETS).flatMap(([name, row]) => ('run' in row ? [{ name, run: row.run }] : []));
  test.each(rows)('$name', async ({ name, run }) => {
    const [path = '', own = ''] = name.split(' ');
    const loaded = (await import(`${root}${path}`)) as Record<string, (...given: unknown[]) => unknown>;
    const parse = loaded[own]!;
    fc.assert(
      fc.property(hostile, (text) => {
        try {
          run(parse, text);
        } catch (error) {
          if (!(error instanceof FlowError)) throw error;
          expect(error.code).not.toBe('bug');
        }
      }),
      { numRuns: 60 },
    );
  });
});
