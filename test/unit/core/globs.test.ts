import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compileGlobs } from '../../../src/core/globs.ts';
import { Random } from '../../simulation/random.ts';

/** A soak asks for more: `BITNET_FLOW_GLOB_CASES=5000000`. */
const CASES = Number(process.env['BITNET_FLOW_GLOB_CASES'] ?? 100_000);

describe('globs', () => {
  test.each([
    ['src/**', 'src/a.js', true],
    ['src/**', 'src/a/b/c.js', true],
    ['src/**', 'src', false],
    ['src/**', 'srcx/a', false],
    ['src/**', 'SRC/a', false],
    ['**', '.github/workflows/x.yml', true],
    ['**', 'a', true],
    ['**/Cargo.toml', 'Cargo.toml', true],
    ['**/Cargo.toml', 'a/b/Cargo.toml', true],
    ['crates/*/src/**/tests.rs', 'crates/a/src/tests.rs', true],
    ['crates/*/src/**/tests.rs', 'crates/a/src/x/y/tests.rs', true],
    ['crates/*/src/**/tests.rs', 'crates/a/b/src/tests.rs', false],
    ['crates/*/tests/**', 'crates/a/tests/t.rs', true],
    ['README.md', 'README.md', true],
    ['README.md', 'docs/README.md', false],
    ['*.md', '.hidden.md', true],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['a*b*c', 'aXXbYYc', true],
    ['a*b*c', 'aXXbYY', false],
    ['a.c', 'abc', false],
    ['**/a/**/b', 'x/a/b', true],
    ['**/**/b', 'b', true],
    ['src/?.rs', 'src/😀.rs', true],
    ['src/??.rs', 'src/😀.rs', false],
    ['*?b', '😀b', true],
    ['?*?', '😀', false],
    ['*😀?', 'x😀😀', true],
  ])('%s on %s is %s', (pattern, path, expected) => {
    expect(compileGlobs([pattern]).matches(path)).toBe(expected);
  });

  test.each([
    ['!src/**', 'negation'],
    ['', 'empty'],
    ['/src', 'slash'],
    ['/', 'slash'],
    ['src/', 'slash'],
    ['..', 'segment ..'],
    ['./src', 'segment .'],
    ['src\\**', 'grammar'],
    ['{a,b}'.repeat(24), 'grammar'],
    ['*(*(a))', 'grammar'],
    ['{1..9999999}', 'grammar'],
    ['a**', '`**` inside'],
    ['x'.repeat(201), '201 characters'],
    ['src/\u202egpj.js', 'invisible'],
    ['cafe\u0301', 'NFC'],
  ])('A-41 %s is refused: %s', (pattern, problem) => {
    expect(() => compileGlobs([pattern])).toThrow(problem);
  });

  test('A-41 an empty list allows nothing, 257 patterns are refused', () => {
    expect(compileGlobs([]).matches('a')).toBe(false);
    expect(() => compileGlobs(Array<string>(257).fill('a'))).toThrow('257 globs');
  });

  test('A-40 hostile patterns end: no backtracking engine gets through these in a lifetime', () => {
    const hostile = ['a*'.repeat(99) + 'b', '*a'.repeat(99), '**/a/'.repeat(40).slice(0, -1), '**/*a*a*a*a*b'];
    const paths = ['a'.repeat(250), Array(120).fill('a').join('/'), 'a/'.repeat(100) + 'c'];
    const scope = JSON.stringify(new URL('../../../src/core/globs.ts', import.meta.url).href);
    const script = `import { compileGlobs } from ${scope};
      const { matches } = compileGlobs(${JSON.stringify(hostile)});
      console.log(${JSON.stringify(paths)}.map(matches).join());`;
    // In a process of its own, because nothing in this one could stop it. How long it takes is the benchmark's business.
    const run = spawnSync(
      process.execPath,
      ['--import', import.meta.resolve('tsx'), '--input-type=module', '-e', script],
      {
        encoding: 'utf8',
        timeout: 30_000,
      },
    );
    expect(run.stdout.trim()).toBe('true,true,false');
  });

  test(`agrees with a slow oracle on ${CASES} random patterns and paths`, () => {
    const random = new Random(0x5eed);
    const text = (units: string, most: number): string =>
      Array.from({ length: 1 + random.below(most) }, () => units[random.below(units.length)]).join('');
    const segment = (): string => text('ab*?', 4).replace(/\*{2,}/g, '*');
    let matched = 0;
    for (let i = 0; i < CASES; i++) {
      const pattern = Array.from({ length: 1 + random.below(5) }, () => (random.below(3) === 0 ? '**' : segment()));
      const path = Array.from({ length: 1 + random.below(5) }, () => text('ab', 3));
      const expected = slowMatch(pattern, path);
      if (expected) matched++;
      if (compileGlobs([pattern.join('/')]).matches(path.join('/')) !== expected)
        throw new Error(`case ${i}: ${pattern.join('/')} on ${path.join('/')} should be ${expected}`);
    }
    // Random pairs that never match would prove nothing.
    expect(matched).toBeGreaterThan(CASES / 20);
  });

  test('a list matches what any one of its patterns matches', () => {
    const segment = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), minLength: 1, maxLength: 3 });
    const pattern = fc
      .array(
        fc.oneof(
          fc.constant('**'),
          segment.map((text) => text.replace(/\*{2,}/g, '*')),
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map((list) => list.join('/'));
    const path = fc
      .array(fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
      .map((list) => list.join('/'));
    fc.assert(
      fc.property(fc.array(pattern, { maxLength: 6 }), path, (list, file) => {
        const one = list.some((glob) => compileGlobs([glob]).matches(file));
        return compileGlobs(list).matches(file) === one;
      }),
      { numRuns: 2000 },
    );
  });
});

/** The grammar word by word, in exponential time. */
function slowMatch(pattern: readonly string[], path: readonly string[]): boolean {
  const [head, ...rest] = pattern;
  if (head === undefined) return path.length === 0;
  if (head !== '**') return path.length > 0 && slowSegment(head, path[0]!) && slowMatch(rest, path.slice(1));
  if (rest.length === 0) return path.length > 0;
  // `**/**` says what `**` says.
  if (rest[0] === '**') return slowMatch(rest, path);
  return path.some((_, i) => slowMatch(rest, path.slice(i)));
}

function slowSegment(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  if (pattern[0] === '*')
    return Array.from({ length: text.length + 1 }, (_, i) => i).some((i) =>
      slowSegment(pattern.slice(1), text.slice(i)),
    );
  return text !== '' && (pattern[0] === '?' || pattern[0] === text[0]) && slowSegment(pattern.slice(1), text.slice(1));
}
