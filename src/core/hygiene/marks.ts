import { declaredTests } from '../testing/report.ts';
import type { HygieneFinding, RuleId } from './finding.ts';
import { languageOf, newLines, type ChangedSource, type Language } from './source.ts';
import type { Place } from './loosening.ts';

/** A word on an added line that says all. */
interface Mark {
  readonly rule: RuleId;
  readonly languages: readonly Language[];
  readonly places: readonly Place[];
  /** Read in code, with comments and strings blank; or in the whole line. */
  readonly in: 'code' | 'line';
  readonly pattern: RegExp;
  readonly message: string;
}

const ALL: readonly Place[] = ['tests', 'code', 'settings', 'other'];
const TESTED: readonly Place[] = ['tests', 'code'];

/** What is left behind while looking for a fault, by language. */
const LEFTOVERS: readonly Mark[] = [
  mark('debug-leftover', ['rust'], ALL, 'code', /\bdbg!\s*[([{]/, 'dbg! was left here'),
  mark('unfinished-code', ['rust'], ALL, 'code', /\b(?:todo|unimplemented)!\s*[([{]/, 'this is still to be written'),
  mark('print-in-library', ['rust'], ['code'], 'code', /\be?print(?:ln)?!\s*[([{]/, 'a library does not print'),
  mark('debug-leftover', ['js'], ALL, 'code', /(?<![.\w$])debugger\b\s*(?:;|$)/, 'debugger was left here'),
  mark(
    'debug-leftover',
    ['js'],
    ['code', 'tests'],
    'code',
    /\bconsole\s*\.\s*(?:debug|trace|dir|table)\s*\(/,
    'a debugging print was left here',
  ),
  mark(
    'debug-leftover',
    ['js'],
    ['code'],
    'code',
    /\bconsole\s*(?:\.\s*log|\[\s*["'`]?\s*\w*\s*["'`]?\s*\])\s*\(/,
    'console.log was left here',
  ),
  mark(
    'unfinished-code',
    ['js'],
    ['code'],
    'line',
    /throw new Error\(\s*['"`](?:not (?:yet )?implemented|todo)\b/i,
    'this is still to be written',
  ),
  mark(
    'debug-leftover',
    ['python'],
    ALL,
    'code',
    /(?<![.\w])breakpoint\s*\(|\b(?:i?pdb|pudb)\s*\.\s*set_trace\s*\(|^\s*(?:import|from)\s+(?:i?pdb|pudb)\b/,
    'a breakpoint was left here',
  ),
  mark(
    'unfinished-code',
    ['python'],
    ['code'],
    'code',
    /\braise\s+NotImplementedError\s*(?:$|\(\s*\)\s*$)/,
    'this is still to be written',
  ),
  mark('print-in-library', ['python'], ['code'], 'code', /(?<![.\w])print\s*\(/, 'a library does not print'),
];

/** What switches a test off. */
const SKIPS: readonly Mark[] = [
  mark(
    'skipped-test',
    ['rust'],
    ALL,
    'code',
    /#\s*!?\s*\[\s*(?:ignore\b|cfg_attr\s*\([^\]]*,\s*ignore\b)/,
    'the test is not run any more',
  ),
  mark(
    'skipped-test',
    ['rust'],
    TESTED,
    'code',
    /#\s*!?\s*\[\s*cfg\s*\(\s*(?:any\s*\(\s*\)|not\s*\(\s*all\s*\(\s*\)\s*\)|FALSE|false)/,
    'this is compiled nowhere',
  ),
  // In production code it is what a test replaces.
  mark(
    'skipped-test',
    ['rust'],
    ['tests'],
    'code',
    /#\s*!?\s*\[\s*cfg\s*\(\s*not\s*\(\s*test\s*\)/,
    'this is compiled in no test',
  ),
  mark('skipped-test', ['rust'], ['tests'], 'code', /#\s*\[\s*should_panic\b/, 'the test is now to panic'),
  mark(
    'skipped-test',
    ['js'],
    TESTED,
    'code',
    /\b(?:test|it|describe|suite|context|bench)(?:\s*\.\s*\w+)?\s*\.\s*(?:skip|todo|fixme|skipIf|runIf|failing|fails)\b|(?<![.\w$])x(?:it|test|describe)\s*\(/,
    'the test is not run any more',
  ),
  mark(
    'skipped-test',
    ['js'],
    ['tests'],
    'code',
    /(?<![.\w$])(?:t|ctx|context|this)\s*\.\s*(?:skip|todo)\s*\(|^(?!.*(?:\bexpect|\bassert)\w*\s*[.(])[^]*\b(?:skip|todo)\s*:(?!\s*(?:false|undefined)\b)|\b(?:test|it|describe|suite)(?:\s*\.\s*\w+)?\s*\([^]{0,400}\b(?:skip|todo)\s*:(?!\s*(?:false|undefined)\b)|\bimport\s*\{[^}]*\b(?:skip|todo)\b[^}]*\}\s*from\b/,
    'the test is not run any more',
  ),
  mark(
    'focused-test',
    ['js'],
    TESTED,
    'code',
    /\b(?:test|it|describe|suite|context)\s*\.\s*only\b|(?<![.\w$])f(?:it|describe)\s*\(|\bonly\s*:\s*true\b/,
    'the other tests are not run any more',
  ),
  mark(
    'skipped-test',
    ['python'],
    ALL,
    'code',
    /\bpytest\s*\.\s*mark\s*\.\s*(?:skip|skipif|xfail)\b|\bfrom\s+(?:pytest|unittest)\s+import\b[^]{0,400}\b(?:skip\w*|xfail|importorskip|expectedFailure|SkipTest)\b|@\s*(?:mark\s*\.\s*(?:skip|skipif|xfail)|unittest\s*\.\s*(?:skip\w*|expectedFailure))\b|\bpytest\s*\.\s*(?:skip|xfail|importorskip)\s*\(|\bself\s*\.\s*skipTest\s*\(|\braise\s+(?:unittest\s*\.\s*)?SkipTest\b|\b__test__\s*=\s*False\b|\bcollect_ignore\w*\s*=|\bpytestmark\s*=/,
    'the test is not run any more',
  ),
];

/** An assertion that holds whatever the code does. */
const HOLLOW: readonly Mark[] = [
  mark(
    'hollow-assertion',
    ['rust'],
    TESTED,
    'code',
    /\bassert!\s*\(\s*(?:true\b|!\s*false\b|1\s*==\s*1\b)|\bassert_eq!\s*\(\s*(\w+)\s*,\s*\1\s*[,)]|\bassert\w*!\s*\([^]{0,400}\|\|\s*true\b/,
    'this holds whatever the code does',
  ),
  mark(
    'hollow-assertion',
    ['rust'],
    ['tests'],
    'code',
    /\bif\s+false\s*\{|\bin\s+0\.\.0\b|\.take\(\s*0\s*\)/,
    'this never runs',
  ),
  mark(
    'hollow-assertion',
    ['js'],
    ['tests'],
    'code',
    /\bexpect\s*\(\s*(true|false|null|\d+|[\w$.]+)\s*\)\s*\.\s*(?:toBe|toEqual|toStrictEqual)\s*\(\s*\1\s*\)|\bassert(?:\s*\.\s*ok)?\s*\(\s*(?:true|1|!0)\s*[,)]|\bassert\s*\.\s*(?!not)\w*[eE]qual\s*\(\s*([\w$.]+)\s*,\s*\2\s*[,)]|\b(?:assert|expect)\w*[^]{0,400}\|\|\s*true\b/,
    'this holds whatever the code does',
  ),
  mark('hollow-assertion', ['js'], ['tests'], 'code', /\bif\s*\(\s*(?:false|0)\s*\)/, 'this never runs'),
  mark(
    'hollow-assertion',
    ['python'],
    ['tests'],
    'code',
    /\bassert\s*\(?\s*(?:True|1|not\s+False|(\w+)\s*==\s*\1)\s*\)?\s*(?:,|$)|\bassertTrue\s*\(\s*True\s*\)|\bassert\b[^]{0,400}\bor\s+True\b|\bassert\s*\([^()]{0,400}(?:\([^()]{0,400}\)[^()]{0,400}){0,20},\s*\)?[^()]*\)\s*$/,
    'this holds whatever the code does',
  ),
  mark(
    'hollow-assertion',
    ['python'],
    ['tests'],
    'code',
    /\bif\s+(?:False|0)\s*:|\bparametrize\s*\([^]{0,400},\s*\[\s*\]\s*\)/,
    'this never runs',
  ),
  mark(
    'hollow-assertion',
    ['python'],
    ['tests'],
    'code',
    /\braises\s*\(\s*(?:AssertionError|BaseException)\b/,
    'what fails in here fails nothing',
  ),
];

/** An assertion that the branch makes itself, so that it says what the branch likes. */
const OWN_ASSERTIONS: readonly Mark[] = [
  mark(
    'hollow-assertion',
    ['rust'],
    TESTED,
    'code',
    /\bmacro_rules!\s*(?:debug_)?(?:assert(?:_eq|_ne|_matches)?|panic)\s*[({]/,
    'an assertion of this name is another from here on',
  ),
  mark(
    'hollow-assertion',
    ['js'],
    TESTED,
    'code',
    /(?<![\w$.])(?:assert|expect)\s*\.\s*[\w.]+\s*=(?![=>])/,
    'an assertion of this name is another from here on',
  ),
];

/** What takes code out of the sight of a linter, formatter, compiler, coverage or mutation tool. */
const MUTES: readonly Mark[] = [
  mark(
    'muted-file',
    ['rust'],
    ['tests'],
    'code',
    /#\s*!\s*\[\s*(?:allow|expect)\s*\([^]{0,400}(?:\bwarnings\b|\bunused\b|\bclippy\s*::\s*(?:all|pedantic|nursery|restriction|correctness|suspicious|style|complexity|perf|cargo)\b)|#\s*!\s*\[\s*rustfmt\s*::\s*skip/,
    'a lint is off for the whole module',
  ),
  // Tests may do what the lints of production code forbid, by name.
  mark(
    'muted-line',
    ['rust'],
    ['tests'],
    'code',
    /#\s*!\s*\[\s*(?:allow|expect|cfg_attr\s*\([^\]]*\b(?:allow|expect))\s*\(/,
    'a lint is off in this file',
  ),
  mark(
    'muted-file',
    ['rust'],
    ['code', 'settings', 'other'],
    'code',
    /#\s*!\s*\[\s*(?:allow|expect|cfg_attr\s*\([^\]]*\b(?:allow|expect))\s*\(|#\s*!\s*\[\s*rustfmt\s*::\s*skip/,
    'a lint is off for the whole module',
  ),
  mark(
    'muted-file',
    ['rust'],
    ALL,
    'code',
    /#\s*\[\s*(?:cfg_attr\s*\([^\]]*)?\bmutants\s*::\s*skip\b/,
    'mutants of this are not tried',
  ),
  mark(
    'muted-file',
    ['js'],
    ALL,
    'line',
    /\/\*\s*eslint-disable\s*(?:\*\/|--)|\/\/\s*@ts-nocheck\b|Stryker disable all|(?:istanbul|c8|v8) ignore (?:file|start)|\/[/*]\s*@format-ignore|prettier-ignore-start/,
    'a judge does not look at this file any more',
  ),
  mark(
    'muted-file',
    ['python'],
    ALL,
    'line',
    /#\s*(?:flake8\s*:\s*noqa\s*$|ruff\s*:\s*noqa\s*$|pylint\s*:\s*skip-file|mypy\s*:\s*ignore-errors|fmt\s*:\s*off|type\s*:\s*ignore\s*$(?<=^#.*))/,
    'a judge does not look at this file any more',
  ),
  mark(
    'muted-line',
    ['rust'],
    ALL,
    'code',
    /#\s*\[\s*(?:allow|expect)\s*\(|#\s*\[\s*rustfmt\s*::\s*skip|#\s*\[\s*coverage\s*\(\s*off/,
    'a lint is off here',
  ),
  mark(
    'muted-line',
    ['js'],
    ALL,
    'line',
    /eslint-disable(?:-next)?(?:-line)?\b|@ts-(?:ignore|expect-error)\b|prettier-ignore\b|Stryker disable\b|(?:istanbul|c8|v8) ignore\b/,
    'a judge does not look here any more',
  ),
  mark(
    'muted-line',
    ['python'],
    ALL,
    'line',
    /#\s*(?:noqa\b|type\s*:\s*ignore\b|pragma\s*:\s*no cover|nosec\b|pylint\s*:\s*disable|fmt\s*:\s*skip)/,
    'a judge does not look here any more',
  ),
];

/** What decides in the runner which tests count. */
const HOOKS: readonly Mark[] = [
  mark(
    'judge-settings',
    ['python'],
    ALL,
    'code',
    /\bdef\s+pytest_(?:collection_modifyitems|ignore_collect|collect_file|runtest_(?:call|protocol|makereport)|pyfunc_call|report_teststatus|sessionfinish)\b/,
    'a hook of pytest decides which tests count',
  ),
];

const MARKS: readonly Mark[] = [...HOOKS, ...LEFTOVERS, ...SKIPS, ...HOLLOW, ...OWN_ASSERTIONS, ...MUTES];

function mark(
  rule: RuleId,
  languages: readonly Language[],
  places: readonly Place[],
  where: Mark['in'],
  pattern: RegExp,
  message: string,
): Mark {
  return { rule, languages, places, in: where, pattern, message };
}

/** Marks on the lines that a branch adds; a line that was only moved is not new. */
export function findMarks(source: ChangedSource, place: Place): HygieneFinding[] {
  const language = languageOf(source.path);
  const marks = MARKS.filter(({ languages, places }) => languages.includes(language) && places.includes(place));
  if (marks.length === 0) return [];
  const findings: HygieneFinding[] = [];
  const known = new Set(source.rawBefore === undefined ? [] : declaredTests(source.path, source.rawBefore));
  for (const line of newLines(source)) {
    const seen = new Set<RuleId>();
    for (const { rule, pattern, message, in: where } of marks) {
      if (seen.has(rule) || (rule === 'muted-line' && seen.has('muted-file'))) continue;
      const match = pattern.exec(where === 'code' ? line.code : line.text);
      if (match === null) continue;
      // A new test may be one of a panic; an old one may not become it.
      if (match[0].endsWith('should_panic') && !known.has(testNames(source, line.line)[0] ?? '')) continue;
      seen.add(rule);
      const text = line.text.trim().slice(0, 80);
      findings.push({
        rule,
        level: 'failure',
        path: source.path,
        line: line.line,
        message: `${message}: ${text}`,
        names: testNames(source, line.line),
      });
    }
  }
  return findings;
}

/** Names that the issue may call a place in a test file by: the test declared on the line, or the next below it. */
export function testNames(source: ChangedSource, line: number): string[] {
  const lines = source.rawAfter?.split('\n').slice(line - 1, line + 4) ?? [];
  for (const text of lines) {
    const name =
      /\bfn\s+(\w+)/.exec(text)?.[1] ??
      /\bdef\s+(\w+)/.exec(text)?.[1] ??
      /\b(?:test|it|describe)(?:\.\w+)?\s*\(\s*(['"`])([^'"`]+)\1/.exec(text)?.[2];
    if (name !== undefined) return [name];
  }
  return [];
}
