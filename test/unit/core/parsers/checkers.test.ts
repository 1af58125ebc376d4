import { describe, expect, test } from '@jest/globals';
import { parseCargoMessages } from '../../../../src/core/parsers/cargo-messages.ts';
import { parseCompileall } from '../../../../src/core/parsers/compileall.ts';
import { parseEslint } from '../../../../src/core/parsers/eslint.ts';
import type { CheckReport } from '../../../../src/core/parsers/findings.ts';
import { parsePrettier } from '../../../../src/core/parsers/prettier.ts';
import { parseRuffCheck, parseRuffFormat } from '../../../../src/core/parsers/ruff.ts';
import { parseRustfmt } from '../../../../src/core/parsers/rustfmt.ts';
import { parseTsc } from '../../../../src/core/parsers/tsc.ts';

const PARSERS = {
  compileall: (stdout: string) => parseCompileall(stdout, '/r'),
  cargo: (stdout: string) => parseCargoMessages(stdout, '/r'),
  eslint: (stdout: string) => parseEslint(stdout, '/r'),
  prettier: (stdout: string, stderr: string) => parsePrettier(stdout, stderr, '/r'),
  'ruff check': (stdout: string, stderr: string) => parseRuffCheck(stdout, stderr, '/r'),
  'ruff format': (stdout: string, stderr: string) => parseRuffFormat(stdout, stderr, '/r'),
  rustfmt: (stdout: string, stderr: string) => parseRustfmt(stdout, stderr, '/r'),
  tsc: (stdout: string) => parseTsc(stdout, '/r'),
} as const satisfies Record<string, (stdout: string, stderr: string) => CheckReport>;
type Said = readonly [parser: keyof typeof PARSERS, stdout: unknown, stderr?: string];
/** What was looked at and what was broken, or why nothing is known; then each finding. */
const told = ([parser, stdout, stderr = '']: Said): string[] => {
  const {
    problem,
    checked,
    broken,
    findings,
    more = [],
  } = PARSERS[parser](typeof stdout === 'string' ? stdout : JSON.stringify(stdout), stderr);
  return [
    problem ?? `${checked} checked, ${broken} broken`,
    ...findings.map(
      ({ level, path, line, endLine, code, message }) =>
        `${level} ${path ?? '?'}:${line}-${endLine} ${code}: ${message}`,
    ),
    ...more.map(({ level, code, count }) => `${level} ${code}: ${count} more`),
  ];
};
const lines = (...entries: readonly unknown[]) =>
  entries.map((entry) => (typeof entry === 'string' ? entry : JSON.stringify(entry))).join('\n');
const span = (more: object = {}) => ({ file_name: 'src/a.rs', line_start: 3, line_end: 4, is_primary: true, ...more });
const compiler = (message: object) => ({
  reason: 'compiler-message',
  message: { level: 'warning', message: 'odd', code: { code: 'lint' }, spans: [span()], ...message },
});
const unit = { reason: 'compiler-artifact' };
const finished = (success = true) => ({ reason: 'build-finished', success });
const eslint = (...messages: readonly object[]) => [{ filePath: '/r/a.js', messages }];
const ruff = (change: object) => [
  { code: 'F401', message: 'unused', filename: '/r/a.py', location: { row: 2 }, end_location: { row: 3 }, ...change },
];
const CHECKING = 'Checking formatting...\n';
type Row = readonly [name: string, said: Said, told: readonly string[]];
describe('what a checker said', () => {
  test.each<Row>([
    ['tsc: clean', ['tsc', 'Files:   12\nLines: 3\n'], ['12 checked, 0 broken']],
    [
      'tsc: errors',
      ['tsc', "src/a.ts(12,5): error TS2322: Type 'a' is wrong.\nsrc/b (1).ts(7,15): error TS1: b\nFiles:  2\n"],
      ['2 checked, 2 broken', "error src/a.ts:12-12 TS2322: Type 'a' is wrong.", 'error src/b (1).ts:7-7 TS1: b'],
    ],
    [
      'tsc: an error without a place',
      ['tsc', 'error TS18003: No inputs were found.\nFiles: 0\n'],
      ['0 checked, 1 broken', 'error ?:1-1 TS18003: No inputs were found.'],
    ],
    [
      'tsc: an error and no count',
      ['tsc', 'error TS5083: Cannot read file.\n'],
      ['0 checked, 1 broken', 'error ?:1-1 TS5083: Cannot read file.'],
    ],
    ['tsc: nothing', ['tsc', ''], ['tsc printed no `Files:` line']],
    ['tsc: no file', ['tsc', 'Files: 0\n'], ['tsc printed no `Files:` line']],
    [
      'tsc: words that only look so',
      ['tsc', 'it says error TS1: a\nMy Files: 3\nFiles: 3 and more\n'],
      ['tsc printed no `Files:` line'],
    ],
    [
      'prettier: clean',
      ['prettier', `${CHECKING}All matched files use Prettier code style!\n`],
      ['1 checked, 0 broken'],
    ],
    [
      'prettier: one file',
      ['prettier', CHECKING, '[warn] src/a.ts\n[warn] Code style issues found in the above file. Run Prettier.\n'],
      ['1 checked, 0 broken', 'error src/a.ts:1-1 prettier: not formatted'],
    ],
    [
      'prettier: several',
      [
        'prettier',
        CHECKING,
        '[warn] /r/a.ts\n[warn] b c.ts\n[warn] Ignored unknown option { a: 1 }.\n[warn] Code style issues found in 12 files. Run Prettier.\n',
      ],
      ['1 checked, 0 broken', 'error a.ts:1-1 prettier: not formatted', 'error b c.ts:1-1 prettier: not formatted'],
    ],
    [
      'prettier: a file that does not parse',
      [
        'prettier',
        `${CHECKING}Error occurred when checking code style in the above file.\n`,
        '[error] src/a.ts: SyntaxError: Unexpected token (12:34)\n[error]   1 | a\n',
      ],
      ['1 checked, 1 broken', 'error src/a.ts:12-12 syntax: SyntaxError: Unexpected token'],
    ],
    [
      'prettier: an error of its own',
      [
        'prettier',
        CHECKING,
        '[error] No files matching the pattern were found: "x".\n[error] src/a.ts: TypeError: odd\n[error] said: No parser\n',
      ],
      [
        '1 checked, 2 broken',
        'error ?:1-1 prettier: No files matching the pattern were found: "x".',
        'error ?:1-1 prettier: src/a.ts: TypeError: odd',
      ],
    ],
    [
      'prettier: kinds of errors',
      [
        'prettier',
        CHECKING,
        '[error] No parser could be inferred\n[error] Invalid configuration\n[error] Cannot find package\n[error] ab: Error: c (1:2)\n',
      ],
      [
        '1 checked, 4 broken',
        'error ?:1-1 prettier: No parser could be inferred',
        'error ?:1-1 prettier: Invalid configuration',
        'error ?:1-1 prettier: Cannot find package',
        'error ab:1-1 syntax: Error: c',
      ],
    ],
    [
      'prettier: an end without the sentence',
      ['prettier', CHECKING, ''],
      ['prettier ended without its closing sentence'],
    ],
    [
      'prettier: words inside of others',
      [
        'prettier',
        `${CHECKING}x All matched files use Prettier code style! y\n`,
        'x [warn] Code style issues found in 3 files\nx Error occurred when checking code style in\n[warn] Code style issues found in some\n',
      ],
      ['prettier ended without its closing sentence'],
    ],
    [
      'prettier: nothing begun',
      ['prettier', 'All matched files use Prettier code style!\n'],
      ['prettier did not begin to check'],
    ],
    [
      'prettier: not quite begun',
      ['prettier', 'x Checking formatting...\nChecking formatting... y\nAll matched files use Prettier code style!\n'],
      ['prettier did not begin to check'],
    ],
    [
      'rustfmt: clean',
      ['rustfmt', 'Formatting /r/src/a.rs\nFormatting /r/src/b.rs\nFormatting /r/src/a.rs\n'],
      ['2 checked, 0 broken'],
    ],
    [
      'rustfmt: differences',
      ['rustfmt', 'Formatting /r/src/a.rs\nDiff in /r/src/a.rs:12:\n-a\n+b\nDiff in /r/src/a.rs at line 3:\n', ''],
      [
        '1 checked, 0 broken',
        'error src/a.rs:12-12 rustfmt: not formatted',
        'error src/a.rs:3-3 rustfmt: not formatted',
      ],
    ],
    [
      'rustfmt: a file that does not parse',
      [
        'rustfmt',
        'Formatting /r/src/a.rs\n',
        'error: expected one of `a`\n  --> /r/src/a.rs:12:34\nerror[E0583]: file not found\n --> /r/src/b.rs:1:2\n',
      ],
      [
        '1 checked, 2 broken',
        'error src/a.rs:12-12 syntax: expected one of `a`',
        'error src/b.rs:1-1 syntax: file not found',
      ],
    ],
    [
      'rustfmt: nothing',
      ['rustfmt', 'x Formatting /r/a.rs\nFormatting a.rs x\nFormatting a.txt\n'],
      ['rustfmt names no file that it looked at'],
    ],
    [
      'rustfmt: words inside of others',
      ['rustfmt', 'Formatting /r/a.rs\n+Diff in /r/a.rs:1:\nDiff in /r/a.rs:1: x\n', 'x error: a\n --> b:1:2\n'],
      ['1 checked, 0 broken'],
    ],
    ['ruff format: clean', ['ruff format', '3 files already formatted\n'], ['3 checked, 0 broken']],
    ['ruff format: one', ['ruff format', '1 file already formatted\n'], ['1 checked, 0 broken']],
    [
      'ruff format: a difference, in words of today',
      [
        'ruff format',
        'unformatted: File would be reformatted\n  --> /r/a.py:12:34\n   |\n\n1 file would be reformatted, 12 files already formatted\n',
      ],
      ['13 checked, 0 broken', 'error a.py:12-12 ruff format: not formatted'],
    ],
    [
      'ruff format: older words',
      [
        'ruff format',
        'Would reformat: a.py\nWould reformat: src/b.py\n2 files would be reformatted, 1 file are already formatted\n',
      ],
      [
        '3 checked, 0 broken',
        'error a.py:1-1 ruff format: not formatted',
        'error src/b.py:1-1 ruff format: not formatted',
      ],
    ],
    [
      'ruff format: a file twice',
      ['ruff format', 'unformatted: x\n --> a.py:1:1\nunformatted: x\n --> a.py:9:1\n1 file would be reformatted\n'],
      ['1 checked, 0 broken', 'error a.py:1-1 ruff format: not formatted', 'error a.py:9-9 ruff format: not formatted'],
    ],
    [
      'ruff format: other counts',
      ['ruff format', 'Would reformat: a.py\n2 files would be reformatted\n'],
      ['ruff format counts 2 files that differ and names others'],
    ],
    [
      'ruff format: a file that does not parse',
      ['ruff format', 'invalid-syntax: Expected an expression\n --> /r/a.py:7:5\n  |\n'],
      ['0 checked, 1 broken', 'error a.py:7-7 syntax: Expected an expression'],
    ],
    [
      'ruff format: one that does not parse beside others',
      ['ruff format', 'invalid-syntax: Expected an expression\n --> /r/a.py:7:5\n  |\n2 files already formatted\n'],
      ['2 checked, 1 broken', 'error a.py:7-7 syntax: Expected an expression'],
    ],
    [
      'ruff format: a head without a place',
      ['ruff format', 'unformatted: x\nelsewhere\n1 file already formatted\n'],
      ['1 checked, 0 broken'],
    ],
    [
      'ruff format: lines that only look so',
      ['ruff format', 'x unformatted: y\n --> a.py:1:1\nx Would reformat: a.py\n1 file already formatted\n'],
      ['1 checked, 0 broken'],
    ],
    [
      'ruff format: a long line is no count',
      ['ruff format', `1 file already formatted${' '.repeat(100)}`],
      ['ruff format did not print how many files it saw'],
    ],
    [
      'ruff format: no file',
      ['ruff format', '', 'warning: No Python files found under the given path(s)\n'],
      ['ruff found no Python file'],
    ],
    [
      'ruff format: no count',
      ['ruff format', 'done\n', 'x warning: No Python files found\n'],
      ['ruff format did not print how many files it saw'],
    ],
    ['ruff format: a count of none', ['ruff format', '0 files already formatted\n'], ['ruff format looked at no file']],
    ['ruff check: clean', ['ruff check', '[]'], ['1 checked, 0 broken']],
    [
      'ruff check: findings',
      [
        'ruff check',
        [
          ...ruff({}),
          ...ruff({ end_location: null }),
          ...ruff({ filename: 'b.py', code: null, message: 'Expected an expression' }),
        ],
      ],
      [
        '2 checked, 1 broken',
        'error a.py:2-3 F401: unused',
        'error a.py:2-2 F401: unused',
        'error b.py:2-3 invalid-syntax: Expected an expression',
      ],
    ],
    ['ruff check: no JSON', ['ruff check', 'x'], ['ruff check gave no JSON']],
    ['ruff check: no list', ['ruff check', '{}'], ['ruff check gave JSON that is no list']],
    [
      'ruff check: no file name',
      ['ruff check', ruff({ filename: 1 })],
      ['ruff check gave an entry without filename, message or location'],
    ],
    [
      'ruff check: no message',
      ['ruff check', ruff({ message: null })],
      ['ruff check gave an entry without filename, message or location'],
    ],
    [
      'ruff check: a line 0',
      ['ruff check', ruff({ location: { row: 0 } })],
      ['ruff check gave an entry without filename, message or location'],
    ],
    [
      'ruff check: a line 1',
      ['ruff check', ruff({ location: { row: 1 }, end_location: { row: 1.5 } })],
      ['1 checked, 0 broken', 'error a.py:1-1 F401: unused'],
    ],
    [
      'ruff check: a line that is a text',
      ['ruff check', ruff({ location: { row: '2' } })],
      ['ruff check gave an entry without filename, message or location'],
    ],
    [
      'ruff check: no place',
      ['ruff check', ruff({ location: null })],
      ['ruff check gave an entry without filename, message or location'],
    ],
    [
      'ruff check: no entry',
      ['ruff check', '[null]'],
      ['ruff check gave an entry without filename, message or location'],
    ],
    [
      'ruff check: no file',
      ['ruff check', '[]', 'warning: No Python files found under the given path(s)\n'],
      ['ruff found no Python file'],
    ],
    ['eslint: clean', ['eslint', eslint()], ['1 checked, 0 broken']],
    [
      'eslint: findings',
      [
        'eslint',
        eslint(
          { ruleId: 'no-var', severity: 1, message: 'no', line: 2, endLine: 3 },
          { severity: 2, message: 'yes', line: 5 },
          { fatal: true, severity: 2 },
        ),
      ],
      ['1 checked, 1 broken', 'warning a.js:2-3 no-var: no', 'error a.js:5-5 eslint: yes', 'error a.js:1-1 eslint: '],
    ],
    ['eslint: no file', ['eslint', '[]'], ['eslint linted no file']],
    ['eslint: no JSON', ['eslint', 'Oops'], ['eslint gave no JSON']],
    ['eslint: no list', ['eslint', '{}'], ['eslint gave JSON that is no list of files']],
    [
      'eslint: an entry without messages',
      ['eslint', [{ filePath: 'a.js' }]],
      ['eslint gave an entry without filePath or messages'],
    ],
    [
      'eslint: an entry without a path',
      ['eslint', [{ messages: [] }]],
      ['eslint gave an entry without filePath or messages'],
    ],
    ['eslint: no entry', ['eslint', '[null]'], ['eslint gave an entry without filePath or messages']],
    ['cargo: clean', ['cargo', lines(unit, unit, finished())], ['2 checked, 0 broken']],
    [
      'cargo: findings',
      [
        'cargo',
        lines(
          unit,
          compiler({}),
          compiler({ level: 'error', code: { code: 'E0308' }, message: 'types' }),
          compiler({ level: 'error', code: null, message: 'syntax' }),
          finished(false),
        ),
      ],
      [
        '1 checked, 2 broken',
        'warning src/a.rs:3-4 lint: odd',
        'error src/a.rs:3-4 E0308: types',
        'error src/a.rs:3-4 error: syntax',
      ],
    ],
    [
      'cargo: the same twice',
      ['cargo', lines(unit, compiler({}), compiler({}), finished())],
      ['1 checked, 0 broken', 'warning src/a.rs:3-4 lint: odd'],
    ],
    [
      'cargo: the primary place',
      [
        'cargo',
        lines(
          unit,
          compiler({
            spans: [
              span({ is_primary: false, line_start: 9 }),
              span({ file_name: '/r/b.rs', line_start: 7, line_end: 7 }),
            ],
          }),
          finished(),
        ),
      ],
      ['1 checked, 0 broken', 'warning b.rs:7-7 lint: odd'],
    ],
    [
      'cargo: no primary place',
      [
        'cargo',
        lines(
          unit,
          compiler({ spans: [span({ is_primary: false, line_start: 9, line_end: 9 })] }),
          compiler({ spans: [], code: null }),
          compiler({ spans: undefined, message: undefined }),
          finished(),
        ),
      ],
      ['1 checked, 0 broken', 'warning src/a.rs:9-9 lint: odd', 'warning ?:1-1 warning: odd', 'warning ?:1-1 lint: '],
    ],
    [
      'cargo: echoes and notes',
      [
        'cargo',
        lines(
          unit,
          compiler({ level: 'error', message: 'aborting due to 2 previous errors' }),
          compiler({ message: '12 warnings emitted' }),
          compiler({ message: '1 warning emitted' }),
          compiler({ level: 'note' }),
          finished(),
        ),
      ],
      ['1 checked, 0 broken'],
    ],
    [
      'cargo: sentences that only look like echoes',
      [
        'cargo',
        lines(
          unit,
          compiler({ message: 'not aborting due to' }),
          compiler({ message: 'x 1 warning emitted' }),
          finished(),
        ),
      ],
      [
        '1 checked, 0 broken',
        'warning src/a.rs:3-4 lint: not aborting due to',
        'warning src/a.rs:3-4 lint: x 1 warning emitted',
      ],
    ],
    [
      'cargo: findings that were counted',
      [
        'cargo',
        lines(
          unit,
          { reason: 'more-findings', level: 'error', code: 'E1', count: 3 },
          { reason: 'more-findings', level: 'warning', code: 'w', count: 2 },
          { reason: 'more-findings', level: 'warning', code: 'w', count: 1.5 },
          { reason: 'more-findings', level: 'warning', count: 1 },
          finished(),
        ),
      ],
      ['1 checked, 0 broken', 'error E1: 3 more', 'warning w: 2 more'],
    ],
    ['cargo: no end', ['cargo', lines(unit, compiler({}))], ['cargo ended without `build-finished`']],
    ['cargo: nothing compiled', ['cargo', lines(finished())], ['cargo compiled nothing']],
    [
      'cargo: a failure without a word',
      ['cargo', lines(unit, finished(false))],
      ['the build failed without a message'],
    ],
    ['cargo: lines between', ['cargo', lines('Compiling', '{ broken', unit, finished())], ['1 checked, 0 broken']],
    [
      'cargo: a message of nothing',
      ['cargo', lines(unit, { reason: 'compiler-message' }, finished())],
      ['1 checked, 0 broken'],
    ],
    ['compileall: clean', ['compileall', "Compiling 'a.py'...\nCompiling 'b/c.py'...\n"], ['2 checked, 0 broken']],
    [
      'compileall: errors',
      [
        'compileall',
        "Compiling 'a.py'...\n***   File \"/r/a.py\", line 12\n    x = (\n        ^\nSyntaxError: '(' was never closed\n\nCompiling 'b.py'...\n*** Sorry: UnicodeError: odd\nCompiling 'c.py'...\nCompiling 'd.py'...\n",
      ],
      [
        '4 checked, 2 broken',
        "error a.py:12-12 compileall: SyntaxError: '(' was never closed",
        'error ?:1-1 compileall: Sorry: UnicodeError: odd',
      ],
    ],
    [
      'compileall: no place of another file',
      [
        'compileall',
        "Compiling 'a.py'...\n*** File \"/r/a.py\", line 3\nCompiling 'b.py'...\nValueError: source code cannot contain null bytes\n",
      ],
      ['2 checked, 1 broken', 'error ?:1-1 compileall: ValueError: source code cannot contain null bytes'],
    ],
    [
      'compileall: two errors, one place',
      ['compileall', 'Compiling \'a.py\'...\n*** File "/r/a.py", line 3\nTabError: a\nTabError: b\n'],
      ['1 checked, 2 broken', 'error a.py:3-3 compileall: TabError: a', 'error ?:1-1 compileall: TabError: b'],
    ],
    [
      'compileall: lines that only look so',
      ['compileall', "x Compiling 'a.py'...\nCompiling 'a.py'... x\nx SyntaxError: a\nerror: b\n"],
      ['compileall compiled no file'],
    ],
  ])('%s', (_, said, findings) => {
    expect(told(said)).toEqual(findings);
  });
});
