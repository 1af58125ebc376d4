import { describe, expect, test } from '@jest/globals';
import { expandedNames, readShell } from '../../../../src/core/gate-registry/shell.ts';
import { judgeCommand } from '../../../../src/core/gate-registry/vacuous.ts';

/** Commands as `word|word` with the operator behind each. */
const read = (text: string): string[] =>
  readShell(text).commands.map(({ words, next }) => `${words.join('|')} ${next}`);

describe('shell text is read', () => {
  test.each<[string, string[]]>([
    ['', []],
    ['  \t ', []],
    ['a b\tc', ['a|b|c ']],
    ['a;b', ['a ;', 'b ']],
    ['a\nb\n', ['a ;', 'b ;']],
    [';;\n\n', []],
    ['a && b || c | d & e', ['a &&', 'b ||', 'c |', 'd &', 'e ']],
    ['a&&b||c|d&e', ['a &&', 'b ||', 'c |', 'd &', 'e ']],
    ['a 2>&1 b', ['a|2>&1|b ']],
    ['a >&2', ['a|>&2 ']],
    ['a &>log', ['a|&>log ']],
    ['a&>log', ['a&>log ']],
    ['>&2 a', ['>&2|a ']],
    ['a |> b', ['a |', '>|b ']],
    ['a # b; c\nd', ['a ;', 'd ']],
    ['# all of it', []],
    ['a#b c', ['a#b|c ']],
    ["a '#' b", ['a|#|b ']],
    ["a 'b c; d' e", ['a|b c; d|e ']],
    ["a'b'c", ['abc ']],
    ["''", [' ']],
    ['a "b c" d', ['a|b c|d ']],
    ['a"b"c', ['abc ']],
    ['""', [' ']],
    ['"a\\"b\\$c\\`d\\\\e\\nf"', ['a"b$c`d\\e\\nf ']],
    ['"a $(b ")") c" d', ['a $(b ")") c|d ']],
    ['"a \\$(" b', ['a $(|b ']],
    ['a\\ b c', ['a b|c ']],
    ['\\a b', ['a|b ']],
    ['a \\; b', ['a|;|b ']],
    ['a \\\n b', ['a|b ']],
    ['a\\\nb', ['ab ']],
    ['a\\', ['a ']],
    ['a $(b; c) d', ['a|$(b; c)|d ']],
    ['a x$(b)y', ['a|x$(b)y ']],
    ['a $(b (c) d) e', ['a|$(b (c) d)|e ']],
    ["a $(b ')' c) d", ["a|$(b ')' c)|d "]],
    ['a $(b ")" c) d', ['a|$(b ")" c)|d ']],
    ['a $(b \\) c) d', ['a|$(b \\) c)|d ']],
    ['a $(b $(c) d) e', ['a|$(b $(c) d)|e ']],
    ['a $b ${c} d', ['a|$b|${c}|d ']],
    ['a ||\n b', ['a ||', 'b ']],
  ])('%j', (text, commands) => {
    expect(read(text)).toEqual(commands);
    expect(readShell(text).unclosed).toBeUndefined();
  });

  test.each([
    ["a 'b", "a single quote (')"],
    ["'", "a single quote (')"],
    ["'a' 'b", "a single quote (')"],
    ['a "b', 'a double quote (")'],
    ['"', 'a double quote (")'],
    ['a "b\\"', 'a double quote (")'],
    ['a "b $(c"', 'a double quote (")'],
    ['a $(b', 'a `$(`'],
    ['$(', 'a `$(`'],
    ['a $(b (c)', 'a `$(`'],
    ["a $(b ')", 'a `$(`'],
    ['a $(b ")', 'a `$(`'],
    ['a $(b \\)', 'a `$(`'],
  ])('%j is not closed', (text, unclosed) => expect(readShell(text).unclosed).toBe(unclosed));

  test('what stood before it is told', () => {
    expect(readShell("a; b; c 'd").commands).toEqual([
      { words: ['a'], next: ';' },
      { words: ['b'], next: ';' },
    ]);
  });
});

test.each<[string, string[]]>([
  ['run $A ${B} $A', ['A', 'B']],
  ['run "$A"x${B}y', ['A', 'B']],
  ["run '$A' \\$B", []],
  ['run ${A:-x} ${B-x} ${C:=x} ${D+x} ${E=x}', []],
  ['run ${A%.c} ${B#x} ${C/x/y}', ['A', 'B', 'C']],
  ['A=1; run $A', []],
  ['export A=1\nrun $A', []],
  ['x && A=1 run $A', []],
  ['(A=1; run $A)', []],
  ['xA=1; run $A', ['A']],
  ['for i in 1 2; do run $i; done', []],
  ['local  A=1; read  B=1; run $A $B', []],
  ['run --x=$A y=2 $y', ['A']],
  ['run $1 $$ $? $A_1 $_b', ['A_1', '_b']],
])('%j expands %j', (text, names) => expect(expandedNames(text)).toEqual(names));

describe('a command is judged', () => {
  const judged = (cmd: string): string[] =>
    judgeCommand('cpu:x', cmd).map(({ severity, code, message, fix }) => `${severity} ${code}: ${message}. ${fix}`);
  const none = (name: string): string =>
    `error vacuous-command: cpu:x: cmd only runs ${name}, which always passes. run what proves something, or make it kind = "external" with a note`;
  const lost = (cmd: string): string =>
    `error swallowed-exit: cpu:x: the failure of "${cmd}" is swallowed, and nothing else can fail. take \`|| true\`, \`|| :\` or \`&\` away: a gate must be able to fail`;
  const unseen = (cmd: string): string =>
    `warning swallowed-exit: cpu:x: the failure of "${cmd}" is swallowed. let it fail, if it is part of what the gate proves`;
  const off =
    'warning swallowed-exit: cpu:x: `set +e` lets every command but the last fail unseen. take it away: cmd runs under `bash -euo pipefail`';
  const lists = (argument: string, cmd: string): string =>
    `warning lists-only: cpu:x: ${argument} makes "${cmd}" pass without running anything. take ${argument} away, if the gate is to prove that something ran`;
  const long = `run ${'x'.repeat(60)}`;

  test.each<[string, string[]]>([
    ['pytest -q', []],
    ['', ['error vacuous-command: cpu:x: cmd is empty. write the command, or make it kind = "external"']],
    [
      "run 'x",
      ["error broken-shell: cpu:x: a single quote (') of cmd is not closed. close it; bash would refuse the text"],
    ],
    ['true', [none('true')]],
    [':; echo a; printf b; sleep 1; pwd; date; whoami', [none(':, echo, printf, sleep, pwd, date, whoami')]],
    ['/bin/true; /usr/bin/echo x', [none('/bin/true, /usr/bin/echo')]],
    [
      'cd a; set -e; export B=1; unset B; source c; . d; umask 0; shopt -s x; mkdir y; readonly z; trap - EXIT',
      [none('cd, set, export, unset, source, ., umask, shopt, mkdir, readonly, trap')],
    ],
    ['A=1 B_2=x', [none('A=1')]],
    ['A=1 true', [none('A=1')]],
    ['exit 0', [none('exit')]],
    ['return 00', [none('return')]],
    ['if true; then echo a; else echo b; fi', [none('if, then, else, fi')]],
    ['if pytest; then echo fine; fi', [none('if, then, fi')]],
    ['for i in 1 2; do echo $i; done', [none('for, do, done')]],
    ['while pytest; do exit 0; done', [none('while, do, done')]],
    ['{ true; }', [none('{, }')]],
    ['( true )', [none('(')]],
    ['then', [none('then')]],
    ['if ! pytest; then exit 1; fi', []],
    ['if test -f x; then pytest; fi', []],
    ['if a; then true; elif b; then true; else A=1 pytest; fi', []],
    ['for i in 1 2; do pytest $i; done', []],
    ['{ pytest; }', []],
    ['exit 1', []],
    ['return 2', []],
    ['A=1 pytest', []],
    ['truest; xecho', []],
    ['pytest || true', [lost('pytest')]],
    ['pytest -q &', [lost('pytest -q')]],
    ['make && pytest || :', [lost('make')]],
    [`${long} || true`, [lost(`${long.slice(0, 59)}…`)]],
    [`run ${'x'.repeat(56)} || true`, [lost(`run ${'x'.repeat(56)}`)]],
    ['pytest || exit 1', []],
    ['pytest || make', []],
    ['pytest ||', []],
    ['pytest | tee log', []],
    ['make & pytest', [unseen('make')]],
    ['make || true; pytest', [unseen('make')]],
    ['make && ruff || true; pytest', [unseen('make'), unseen('ruff')]],
    ['rm x || true; git y || true; docker z || :; pkill a || true; kill b || true; touch c || :; pytest', []],
    ['xrm || true; pytest', [unseen('xrm')]],
    ['set +e; pytest', [off]],
    ['set -x +e; pytest', [off]],
    ['set +o errexit; pytest', [off]],
    ['set +o pipefail; pytest', [off]],
    ['set +o nounset; pytest', []],
    ['set +o; pytest', []],
    ['set -o pipefail; pytest', []],
    ['run +e', []],
    ['pytest --collect-only', [lists('--collect-only', 'pytest --collect-only')]],
    ['python -m pytest --co', [lists('--co', 'python -m pytest --co')]],
    ['/opt/bin/py.test --fixtures', [lists('--fixtures', '/opt/bin/py.test --fixtures')]],
    ['cargo test --no-run', [lists('--no-run', 'cargo test --no-run')]],
    ['cargo bench -- --list', [lists('--list', 'cargo bench -- --list')]],
    ['ctest -N', [lists('-N', 'ctest -N')]],
    ['ctest --show-only=json-v1', [lists('--show-only=json-v1', 'ctest --show-only=json-v1')]],
    ['npx vitest --listTests', [lists('--listTests', 'npx vitest --listTests')]],
    ['make -n all', [lists('-n', 'make -n all')]],
    ['make -i', [lists('-i', 'make -i')]],
    ['cargo --version; pytest', [lists('--version', 'cargo --version')]],
    ['run --list', []],
    ['pytest --list', []],
    ['pytest -n 4', []],
    ['mycargo --list', []],
    ['cargo test x--list', []],
  ])('%j', (cmd, findings) => expect(judged(cmd)).toEqual(findings));
});
