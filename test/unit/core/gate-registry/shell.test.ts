import { describe, expect, test } from '@jest/globals';
import { expandedNames, readShell } from '../../../../src/core/gate-registry/shell.ts';

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
    [';\n\n', []],
    ['a;;b', ['a ;', ';; ;', 'b ']],
    ['(a; b)', ['(|a ;', 'b ;', ') ']],
    ['( a ) && b', ['(|a ;', ') &&', 'b ']],
    ['f() { a; }', ['f()|{|a ;', '} ']],
    ['f ()', ['f|() ']],
    ['A=(1 2) b', ['A=(1 2)|b ']],
    ['diff <(a; b) >(c)', ['diff|<(a; b)|>(c) ']],
    ['[[ a && b || ( c ) ]] && d', ['[[|a|&&|b||||(|c|)|]] &&', 'd ']],
    ['a <<EOF\nb; c\nEOF\nd', ['a|<<EOF ;', 'd ']],
    ["a << 'E F' | b\nit's\nE F\nd", ['a|<<|E F |', 'b ;', 'd ']],
    ['a <<-X\n\tb\n\tX\nd', ['a|<<-X ;', 'd ']],
    ['a <<X 2<<Y\nb\nX\nc\nY\nd', ['a|<<X|2<<Y ;', 'd ']],
    ['a <<X\nb', ['a|<<X ;']],
    ['a <<<X\nb', ['a|<<<X ;', 'b ']],
    ['a\nb <<X\n<<Y\nX\nc', ['a ;', 'b|<<X ;', 'c ']],
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
