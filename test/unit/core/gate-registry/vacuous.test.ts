import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { judgeCommand } from '../../../../src/core/gate-registry/vacuous.ts';
import { COMMANDS } from './commands.ts';

const judged = (cmd: string): string[] =>
  judgeCommand('cpu:x', cmd).map(({ severity, code, message, fix }) => `${severity} ${code}: ${message}. ${fix}`);
const errors = (cmd: string): string[] => judged(cmd).filter((one) => one.startsWith('error '));

describe('a command is judged', () => {
  test.each(COMMANDS)('%j', (cmd, findings) => expect(judged(cmd)).toEqual(findings));

  test.each<[string, string]>([
    ['a shell of its own that goes on after a failure', "bash -c 'pytest; echo done'"],
    ['an and-list whose failure ends nothing', 'pytest && echo ok; echo done'],
    [
      'a group, a loop or a function is forgiven as a whole',
      'run() { for t in a b; do { pytest; }; done; }; run || true',
    ],
    ['the result is only asked for', 'if pytest; then echo fine; fi'],
    ['a job in the background that nobody asks', 'pytest & wait'],
    ['a trap that ends with 0', "trap 'exit 0' ERR; pytest"],
    ['a condition that never holds', 'if [ 0 = 1 ]; then pytest; fi'],
    ['a function that nobody calls', 'check() { pytest; }; true'],
    ['a shell that another program has replaced', 'exec true; pytest'],
    ['a here-document instead of a command', ": <<'EOF'\npytest\nEOF"],
    ['a fallback that only prints the log', 'pytest > log 2>&1 || cat log'],
  ])('A-69 a fake: %s', (_, cmd) => expect(errors(cmd)).toHaveLength(1));

  test('any text is judged: no finding is empty, and none is thrown', () => {
    const piece = fc.constantFrom(
      ...'pytest true exit 0 1 if then else fi while until for x in do done case esac { } ( ) f() ! && || | & ; ;; \n " \' $( ) $? [[ ]] = A=1 set +e -e trap EXIT eval bash -c <<E E'.split(
        ' ',
      ),
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const { message, fix } of judgeCommand('cpu:x', pieces.join(' '))) {
          expect(message).toMatch(/^cpu:x: \S/);
          expect(fix).not.toBe('');
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each<[string, string]>([
    ["run 'x", "a single quote (')"],
    ['run "x', 'a double quote (")'],
    ['run $(x', 'a `$(`'],
    ['A=(1', 'a `(`'],
  ])('%j is no text that bash takes', (cmd, what) =>
    expect(judged(cmd)).toEqual([
      `error broken-shell: cpu:x: ${what} of cmd is not closed. close it; bash would refuse the text`,
    ]),
  );

  test('a finding stands on the command of its gate', () =>
    expect(judgeCommand('cpu:x', 'true').map(({ path }) => path)).toEqual([['gates', 'cpu:x', 'cmd']]));

  test.each<[string, string, string[]]>([
    ['forty levels are read', `${'('.repeat(38)}pytest || true${')'.repeat(38)}`, ['swallowed-exit']],
    ['more levels are in doubt', `${'('.repeat(3000)}pytest || true${')'.repeat(3000)}`, []],
    ['a hundred commands are followed', `${'ruff || true\n'.repeat(100)}`, ['swallowed-exit']],
    ['more are in doubt', `${'ruff || true\n'.repeat(101)}`, []],
    ['more that do nothing are nothing', 'true\n'.repeat(400), ['vacuous-command']],
    ['functions that call each other without end are in doubt', 'f() { f; f; }; f; pytest || true', []],
  ])('%s', (_, cmd, codes) => expect(judgeCommand('cpu:x', cmd).map(({ code }) => code)).toEqual(codes));
});
