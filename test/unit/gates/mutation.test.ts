import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CommandResult, GateObservation } from '../../../src/core/gate.ts';
import { mutation } from '../../../src/gates/mutation.ts';
import { loadProfile } from '../../../src/runtime/profile.ts';
import { mutatedSource, mutationRun } from '../../fixtures/gates/mutation-run.ts';
import { observe, said } from '../../fixtures/gates/observation.ts';

const cargo = loadProfile('cargo');
const node = loadProfile('node');
const rustProfile = { ...cargo, scopes: { ...cargo.scopes, code: ['src/**'], tests: ['tests/**'] } };
type Settings = Record<string, string | number | string[]>;
const withSettings = (profile: typeof cargo, settings: Settings) => ({
  ...profile,
  gates: { ...profile.gates, mutation: { methods: [], timeout: 900, settings } },
});
const before = new Map([['src/lib.rs', mutatedSource('lanes-before.rs')]]);
const rust: Partial<GateObservation> = {
  profile: withSettings(rustProfile, {}),
  base: 'b'.repeat(40),
  changed: ['src/lib.rs'],
  paths: ['Cargo.toml', 'src/lib.rs'],
  files: new Map([['src/lib.rs', mutatedSource('lanes.rs')]]),
  before,
};
const js = (...changed: string[]): Partial<GateObservation> => ({
  profile: withSettings(node, {}),
  base: 'b'.repeat(40),
  changed,
  paths: changed,
});
const facts = (name: string): Partial<GateObservation> =>
  name.startsWith('stryker-') ? js('src/clamp.js', 'src/names.js', 'src/double.js', 'src/plain.js') : rust;
const judge = (command: CommandResult, over: Partial<GateObservation> = {}) =>
  mutation.evaluate(observe([command], { ...rust, ...over }));
const verdict = (name: string, over: Partial<GateObservation> = {}) => {
  const result = judge(mutationRun(name), { ...facts(name), ...over });
  return [result.verdict, ...(result.reason === undefined ? [] : [result.reason]), ...said(result)];
};

describe('what runs say', () => {
  test.each<[string, string[]]>([
    ['cargo-ok', ['pass', 'mutation score: 100% (>=80%)', 'survivors: 0', 'mutants: 17 of 18 answered, 1 unviable']],
    [
      'cargo-survivors',
      ['fail', 'mutation score: 64% (>=80%)', 'survivors: 6', 'mutants: 17 of 18 answered, 1 unviable'],
    ],
    ['cargo-colour', ['fail', 'mutation score: 64% (>=80%)', 'survivors: 6', 'mutants: 17 of 18 answered, 1 unviable']],
    ['cargo-timeout', ['pass', 'mutation score: 87% (>=80%)', 'survivors: 1', 'mutants: 8 of 9 answered, 1 timeout']],
    ['cargo-baseline', ['fail', 'mutation: the tests fail without any mutant']],
    [
      'cargo-mismatch',
      [
        'fail',
        "mutation: cargo mutants left no report: Diff content doesn't match source file: src/lib.rs line 44 (exit 5)",
      ],
    ],
    [
      'cargo-unviable',
      [
        'fail',
        'mutation score: none: all 1 mutants do not compile',
        'survivors: 0',
        'mutants: 0 of 1 answered, 1 unviable',
      ],
    ],
    ['stryker-ok', ['pass', 'mutation score: 100% (>=80%)', 'survivors: 0', 'mutants: 4 of 4 answered']],
    [
      'stryker-survivors',
      ['fail', 'mutation score: 66% (>=80%)', 'survivors: 12', 'mutants: 36 of 37 answered, 1 timeout'],
    ],
    ['stryker-ignored', ['pass', 'mutation score: 83% (>=80%)', 'survivors: 1', 'mutants: 6 of 7 answered, 1 ignored']],
    ['stryker-break', ['fail', 'mutation score: 50% (>=80%)', 'survivors: 2', 'mutants: 4 of 4 answered']],
    ['stryker-baseline', ['fail', 'mutation: the tests fail without any mutant (exit 1)']],
    [
      'stryker-nomutants',
      ['fail', 'mutation: 0 mutants of src/clamp.js, src/names.js, src/double.js, src/plain.js: that is no score'],
    ],
    [
      'stryker-nofile',
      ['fail', 'mutation: 0 mutants of src/clamp.js, src/names.js, src/double.js, src/plain.js: that is no score'],
    ],
    ['stryker-incremental', ['fail', 'mutation: incremental mode takes results over that nobody ran: switch it off']],
  ])('%s', (name, expected) => {
    const files = new Map(['clamp', 'names', 'double', 'plain'].map((one) => [`src/${one}.js`, 'export const a = 1;']));
    const over = name === 'stryker-nomutants' || name === 'stryker-nofile' ? { files } : {};
    expect(verdict(name, over)).toEqual(expected);
  });

  test('survivors are annotated on their lines, as failures where the score is too low', () => {
    const result = judge(mutationRun('cargo-survivors'));
    expect(result.annotations).toHaveLength(6);
    expect(result.annotations[0]).toMatchObject({
      path: 'src/lib.rs',
      start_line: 20,
      annotation_level: 'failure',
      message: 'replace < with <= in lane: the tests pass all the same.',
    });
    expect(judge(mutationRun('cargo-timeout')).annotations).toMatchObject([
      { start_line: 7, annotation_level: 'warning' },
    ]);
  });

  test('high risk asks for more', () => {
    const settings = { ...rust, profile: withSettings(rustProfile, { 'threshold-high-risk': 88 }) };
    expect(judge(mutationRun('cargo-timeout'), { ...settings, labels: ['risk:low'] }).verdict).toBe('pass');
    expect(judge(mutationRun('cargo-timeout'), { ...settings, labels: ['topic:a', 'risk:high'] }).verdict).toBe('fail');
    expect(verdict('cargo-timeout', { labels: ['risk:high'] })).toContain('mutation score: 87% (>=85%)');
  });

  test('the threshold is compared with the exact share, never with a rounded one', () => {
    // 7 of 8 is 87.5 %.
    const of = (threshold: number) =>
      judge(mutationRun('cargo-timeout'), { profile: withSettings(rustProfile, { threshold }) }).verdict;
    expect([of(87), of(88)]).toEqual(['pass', 'fail']);
  });
});

describe('what is no score', () => {
  test('a budget that tested too few: of 9 mutants 6', () => {
    expect(verdict('cargo-stopped')).toEqual([
      'fail',
      'mutation score: none: only 66% of 9 mutants were answered by tests, at least 75% are needed',
      'survivors: 1',
      'mutants: 6 of 9 answered, 3 untested',
    ]);
    const enough = { profile: withSettings(rustProfile, { 'minimum-share': 60 }) };
    expect(verdict('cargo-stopped', enough).slice(0, 2)).toEqual(['pass', 'mutation score: 83% (>=80%)']);
  });

  test('a budget that tested 7 % of the mutants', () => {
    const one = mutationRun('cargo-stopped', {}, (file, text) => {
      if (file !== 'outcomes.json') return text;
      const report = JSON.parse(text) as { outcomes: unknown[]; caught: number; missed: number; total_mutants: number };
      return JSON.stringify({
        ...report,
        outcomes: report.outcomes.slice(0, 2),
        caught: 1,
        missed: 0,
        total_mutants: 1,
      });
    });
    const quiet = { ...one, stdout: one.stdout.split('\n').slice(0, 3).join('\n') };
    expect(said(judge(quiet))[0]).toBe(
      'mutation score: none: only 11% of 9 mutants were answered by tests, at least 75% are needed',
    );
  });

  test('every mutant timed out', () => {
    const all = mutationRun('cargo-timeout', { exitCode: 3 }, (file, text) => {
      if (file !== 'outcomes.json') return text;
      const counts = { caught: 0, missed: 0, timeout: 9 };
      return JSON.stringify({
        ...(JSON.parse(text.replace(/"(?:CaughtMutant|MissedMutant)"/g, '"Timeout"')) as object),
        ...counts,
      });
    });
    const stdout = all.stdout
      .replace(/^(?:caught|MISSED) {1,3}/gm, 'TIMEOUT  ')
      .replace(/tested: .*/, 'tested: 9 timeouts');
    expect(said(judge({ ...all, stdout }))[0]).toBe('mutation score: none: all 9 mutants timed out');
  });

  test('a small shard of the whole code', () => {
    const shard = mutationRun('cargo-shard', { argv: ['cargo-mutants', 'mutants', '--shard', '0/3'] });
    expect(said(judge(shard, { base: undefined }))).toEqual([
      'mutation score: none: a sample of 8 mutants, at least 30 are needed',
      'survivors: 5',
      'mutants: 8 of 8 answered, shard 0/3',
      'code: all of it: there is no base',
    ]);
  });

  test('no mutant although a function changed; where none did, there is nothing to judge', () => {
    const none = mutationRun('cargo-only-tests');
    expect(said(judge(none))).toEqual(['mutation: 0 mutants of src/lib.rs: that is no score']);
    const same = new Map([['src/lib.rs', mutatedSource('lanes.rs')]]);
    expect(judge(none, { files: new Map([['src/lib.rs', mutatedSource('lanes-ok.rs')]]), before: same })).toMatchObject(
      {
        verdict: 'skipped',
        reason: 'n/a-surface',
      },
    );
    expect(judge(none, { base: undefined }).verdict).toBe('fail');
  });

  test('no production code changed: nothing is run, and that comes from the diff', () => {
    const quiet = { base: 'b'.repeat(40), changed: ['README.md', 'tests/a.rs'], profile: rustProfile };
    expect(mutation.collect.commandsWhen!({ paths: [], ...quiet })).toBe(false);
    expect(mutation.evaluate(observe([], quiet))).toMatchObject({ verdict: 'skipped', reason: 'n/a-surface' });
    expect(mutation.collect.commandsWhen!({ paths: [], ...quiet, changed: ['src/a.rs'] })).toBe(true);
    expect(mutation.collect.commandsWhen!({ paths: [], ...quiet, base: undefined, changed: [] })).toBe(true);
  });

  test('a profile names the part of its code that is mutated: a change elsewhere is none, and is not given to the tool', () => {
    const settings = { files: ['src/core/**'], 'files-left-out': ['src/core/table.ts'] };
    const some = { profile: withSettings(rustProfile, settings), base: 'b'.repeat(40) };
    const elsewhere = { ...some, changed: ['src/run.rs', 'src/core/table.ts', 'README.md'] };
    expect(mutation.collect.commandsWhen!({ paths: [], ...elsewhere })).toBe(false);
    const result = mutation.evaluate(observe([], elsewhere));
    expect([result.verdict, result.reason, ...said(result)]).toEqual([
      'skipped',
      'n/a-surface',
      'mutation: nothing changed in src/core/**',
    ]);
    const paths = ['src/run.rs', 'src/core/glob.rs', 'src/core/table.ts'];
    const facts = { ...some, changed: paths, paths, commands: [] };
    expect(mutation.words!(facts as never)).toEqual({ changed: ['src/core/glob.rs'] });
    expect(mutation.collect.commandsWhen!({ ...some, changed: paths, paths })).toBe(true);
  });

  test('the tool is missing; no command at all', () => {
    const missing = mutationRun('cargo-ok', { missing: true, argv: ['cargo-mutants', 'mutants'], exitCode: null });
    expect(judge(missing)).toMatchObject({ verdict: 'skipped', reason: 'missing-tool' });
    expect(mutation.evaluate(observe([], rust))).toMatchObject({ verdict: 'skipped', reason: 'bounded-by-policy' });
    const commandless = { ...rust, profile: rustProfile };
    expect(mutation.evaluate(observe([], commandless))).toMatchObject({ verdict: 'fail', reason: 'not-run' });
    const nothing = { method: 'primary' as const, outcome: 'nothing' as const, commands: [] };
    expect(mutation.evaluate(observe([], { ...rust, runs: [nothing] }))).toMatchObject({
      verdict: 'fail',
      reason: 'not-run',
    });
  });
});

describe('reports that do not fit', () => {
  const edit = (name: string, change: (report: Record<string, unknown>) => void, which = 'outcomes.json') =>
    mutationRun(name, {}, (file, text) => {
      if (file !== which) return text;
      const report = JSON.parse(text) as Record<string, unknown>;
      change(report);
      return JSON.stringify(report);
    });
  type Outcome = { scenario: unknown; summary: string };
  const outcomes = (report: Record<string, unknown>) => report['outcomes'] as Outcome[];

  test.each<[string, CommandResult, RegExp]>([
    [
      'a survivor is rewritten as caught',
      edit('cargo-survivors', (r) => (outcomes(r)[6]!.summary = 'CaughtMutant')),
      /numbers of outcomes/,
    ],
    [
      'the same, and the numbers are mended',
      edit('cargo-survivors', (r) => {
        outcomes(r)[6]!.summary = 'CaughtMutant';
        Object.assign(r, { missed: 5, caught: 12 });
      }),
      /not what the tool printed/,
    ],
    [
      'the same in a run that its budget ended',
      edit('cargo-stopped', (r) => {
        outcomes(r).find(({ summary }) => summary === 'MissedMutant')!.summary = 'CaughtMutant';
        Object.assign(r, { missed: 0, caught: 6 });
      }),
      /does not say what the tool printed: missed/,
    ],
    [
      'a run that its budget ended claims more than it printed',
      mutationRun('cargo-stopped', {}, (file, text) => {
        if (file !== 'outcomes.json') return text;
        const names = JSON.parse(
          mutationRun('cargo-stopped').reports.get('{out}/mutants.out/mutants.json')!.text!,
        ) as object[];
        const report = JSON.parse(text) as Record<string, unknown>;
        const more = names.slice(-3).map((Mutant) => ({ scenario: { Mutant }, summary: 'CaughtMutant' }));
        return JSON.stringify({ ...report, outcomes: [...outcomes(report), ...more], caught: 8, total_mutants: 9 });
      }),
      /3 outcomes were not printed/,
    ],
    ['output over the limit', { ...mutationRun('cargo-ok'), truncated: true }, /output over the limit/],
    ['an outcome is left out', edit('cargo-survivors', (r) => outcomes(r).splice(6, 1)), /numbers of outcomes/],
    [
      'the run without mutants is left out',
      edit('cargo-ok', (r) => outcomes(r).shift()),
      /not run on the code without mutants/,
    ],
    [
      'the run without mutants failed',
      edit('cargo-ok', (r) => (outcomes(r)[0]!.summary = 'Failure')),
      /fail without any mutant/,
    ],
    [
      'mutants were only built',
      edit('cargo-ok', (r) => (outcomes(r)[3]!.summary = 'Success')),
      /no outcome of a tested mutant/,
    ],
    [
      'a mutant that nobody listed',
      edit('cargo-ok', (r) => (r['outcomes'] = [...outcomes(r), outcomes(r)[1]])),
      /mutants.json does not/,
    ],
    ['it did not come to its end', edit('cargo-ok', (r) => (r['end_time'] = null)), /come to its end/],
    [
      'the list is empty',
      mutationRun('cargo-ok', {}, (file, text) => (file === 'mutants.json' ? '[]' : text)),
      /mutants.json does not/,
    ],
    ['the report is missing', { ...mutationRun('cargo-ok'), reports: new Map() }, /left no report/],
    ['the report is text', mutationRun('cargo-ok', {}, () => 'all caught'), /not JSON/],
    ['the summary is missing', { ...mutationRun('cargo-ok'), stdout: '' }, /without its summary/],
    ['exit 0 with survivors', { ...mutationRun('cargo-survivors'), exitCode: 0 }, /exit 0, the report asks for 2/],
    ['exit 2 without', { ...mutationRun('cargo-ok'), exitCode: 2 }, /exit 2, the report asks for 0/],
    ['exit 4 with a good report', { ...mutationRun('cargo-ok'), exitCode: 4 }, /exit 4/],
    ['no JSON and exit 0', { ...mutationRun('cargo-only-tests'), stderr: '' }, /left no report/],
    ['another parser', { ...mutationRun('cargo-ok'), parser: 'libtest' }, /does not read mutants/],
  ])('%s', (_, command, problem) => {
    const result = judge(command);
    expect(result.verdict).toBe('fail');
    expect(said(result)[0]).toMatch(problem);
  });

  test.each<[string, CommandResult, RegExp]>([
    [
      'a survivor is rewritten as killed',
      mutationRun('stryker-survivors', {}, (_, text) => text.replace('"Survived"', '"Killed"')),
      /not what Stryker printed/,
    ],
    [
      'kinds of mutants are left out',
      mutationRun('stryker-ok', {}, (_, text) =>
        text.replace('"excludedMutations": []', '"excludedMutations": ["ArithmeticOperator"]'),
      ),
      /excludedMutations/,
    ],
    [
      'the tests were run once, without mutants',
      mutationRun('stryker-ok', {}, (_, text) => text.replace('"dryRunOnly": false', '"dryRunOnly": true')),
      /dryRunOnly/,
    ],
    [
      'a report of another tool',
      mutationRun('stryker-ok', {}, (_, text) => text.replace('StrykerJS', 'Home-made')),
      /Home-made/,
    ],
    ['a status that is none', mutationRun('stryker-ok', {}, (_, text) => text.replace('"Killed"', '"Fine"')), /status/],
    [
      'no last line',
      { ...mutationRun('stryker-ok'), stdout: mutationRun('stryker-ok').stdout.replace(/Done in.*/, '') },
      /that it was done/,
    ],
    [
      'no table',
      { ...mutationRun('stryker-ok'), stdout: mutationRun('stryker-ok').stdout.replace('All files', 'Some files') },
      /table is not there/,
    ],
    ['exit 1 without a reason', { ...mutationRun('stryker-ok'), exitCode: 1 }, /exit 1 without a reason/],
    ['ended by its budget', { ...mutationRun('stryker-ok'), stopped: true }, /ended by its budget/],
    ['no report', { ...mutationRun('stryker-ok'), reports: new Map() }, /left no report/],
    [
      'a report that was refused',
      {
        ...mutationRun('stryker-ok'),
        reports: new Map([
          ['mutation.json', { path: 'mutation.json', bytes: 9, sha256: '', refused: 'a symbolic link' }],
        ]),
      },
      /a symbolic link/,
    ],
  ])('Stryker: %s', (_, command, problem) => {
    const result = judge(command, facts('stryker-ok'));
    expect(result.verdict).toBe('fail');
    expect(said(result)[0]).toMatch(problem);
  });

  test('a report of another tree, of another text, of a name that no pattern can say', () => {
    const ok = mutationRun('stryker-ok');
    expect(said(judge(ok, js('src/other.js')))[0]).toMatch(/src\/double.js, which is not in this commit/);
    const other = { ...js('src/double.js'), files: new Map([['src/double.js', 'export const a = 1;']]) };
    expect(said(judge(ok, other))[0]).toMatch(/another text of src\/double.js/);
    expect(said(judge(ok, js('src/double.js', 'src/a,b.js')))[0]).toMatch(/src\/a,b.js cannot be named to Stryker/);
  });
});

describe('who steers the judge', () => {
  test('A-69 the branch changes what the tool leaves out; the issue may allow it by name', () => {
    const steered = { changed: ['src/lib.rs', '.cargo/mutants.toml'] };
    const result = judge(mutationRun('cargo-ok'), steered);
    expect(result).toMatchObject({ verdict: 'fail', annotations: [{ path: '.cargo/mutants.toml' }] });
    const allowances = [{ name: '.cargo/mutants.toml', because: 'generated code' }];
    expect(judge(mutationRun('cargo-ok'), { ...steered, allowances }).verdict).toBe('pass');
  });

  test('A-69 a word in the code takes a function out of the mutants; one of the base, or one that the issue allows, may', () => {
    const run = mutationRun('cargo-ok');
    const source = 'pub fn less() -> bool {\n    false\n}';
    const muted = `${source}\n#[cfg_attr(test, mutants::skip)]\npub fn more() -> bool {\n    true\n}\n`;
    const over = { changed: ['src/lib.rs'], files: new Map([['src/lib.rs', muted]]) };
    const result = judge(run, { ...over, before: new Map([['src/lib.rs', source]]) });
    const line = source.split('\n').length + 1;
    expect([result.verdict, said(result)[0]]).toEqual([
      'fail',
      `mutation: the branch takes code of its own out of the mutants: src/lib.rs:${line}; the issue does not allow it`,
    ]);
    expect(result.annotations).toMatchObject([{ path: 'src/lib.rs', start_line: line }]);
    const allowances = [{ name: 'src/lib.rs', because: 'it prints alone' }];
    expect(judge(run, { ...over, allowances }).verdict).toBe('pass');
    expect(judge(run, { ...over, before: new Map([['src/lib.rs', muted]]) }).verdict).toBe('pass');
  });

  test.each<[Settings, RegExp]>([
    [{ threshold: 0 }, /threshold: 0 is no whole number from 1 to 100/],
    [{ threshold: 'high' }, /threshold: high/],
    [{ 'minimum-share': 101 }, /minimum-share: 101/],
    [{ thresold: 80 }, /sets thresold/],
  ])('a setting that is none fails: %j', (settings, problem) => {
    const result = judge(mutationRun('cargo-ok'), { profile: withSettings(rustProfile, settings) });
    expect([result.verdict, said(result)[0]]).toEqual(['fail', expect.stringMatching(problem)]);
  });

  test('changed files are named to the tool one by one, patterns as plain text', () => {
    const words = mutation.words!({
      profile: node,
      base: undefined,
      changed: ['src/a.js', 'src/[b].ts', 'src/gone.js', 'src/c.d.ts', 'test/d.js'],
      paths: ['src/a.js', 'src/[b].ts', 'src/c.d.ts', 'test/d.js'],
      files: new Map(),
      commands: [],
    });
    expect(words).toEqual({ changed: ['src/a.js', 'src/\\[b\\].ts'] });
  });
});

describe('any edit', () => {
  const names = ['cargo-ok', 'cargo-survivors', 'cargo-stopped', 'stryker-ok', 'stryker-survivors'];
  test.each(names)(
    '%s: an edited, cut or doubled report gives a verdict, and none catches more than were caught',
    (name) => {
      const honest = judge(mutationRun(name), facts(name)).numbers;
      fc.assert(
        fc.property(
          fc.nat(),
          fc.nat({ max: 60 }),
          fc.string({ maxLength: 12 }),
          fc.constantFrom('out', 'json', 'outcomes.json', 'mutants.json'),
          (from, length, insert, which) => {
            const cut = (text: string) => {
              const at = from % (text.length + 1);
              return text.slice(0, at) + insert + text.slice(at + length);
            };
            const run = mutationRun(name, {}, (file, text) => (file === which ? cut(text) : text));
            const result = judge(which === 'out' ? { ...run, stdout: cut(run.stdout) } : run, facts(name));
            if (result.verdict === 'pass') expect(result.numbers['survivors']).toBe(honest['survivors']);
          },
        ),
        { numRuns: 300 },
      );
    },
  );

  test('noise never passes and never throws', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.json(),
        fc.integer({ min: 0, max: 5 }),
        (stdout, stderr, json, exitCode) => {
          for (const name of ['cargo-ok', 'stryker-ok'])
            expect(
              judge({ ...mutationRun(name, {}, () => json), stdout, stderr, exitCode }, facts(name)).verdict,
            ).not.toBe('pass');
        },
      ),
      { numRuns: 200 },
    );
  });
});
