// Measures the readers of test runners' output and of test sources on text of one megabyte, honest and hostile, in milliseconds of CPU per
// megabyte. The limit is 100: a report must never hold a gate up. Sources may take 300: of a file at most
// 1 MiB is read. The scanner of public safety may take 1,000, for it reads in all encodings; beside it stands one pass of regular expressions over
// the same text, and the ratio. The processor's time is taken, which other work on the machine changes less.
//   npm run bench:parsers [-- --json] [-- --rounds N] [-- --only 'scan: ']
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { CommandResult } from '../src/core/gate.ts';
import { parseJunit } from '../src/core/parsers/junit.ts';
import { parseLibtest } from '../src/core/parsers/libtest.ts';
import { parseNextest } from '../src/core/parsers/nextest.ts';
import { parseNodeTap } from '../src/core/parsers/node-tap.ts';
import { parsePytest } from '../src/core/parsers/pytest.ts';
import { parseTap } from '../src/core/parsers/tap.ts';
import { parseXml } from '../src/core/parsers/xml.ts';
import { readTests } from '../src/core/testing/report.ts';
import { plainPass, scanCases } from './scan-cases.ts';

const LIMIT = 100;
const SOURCE_LIMIT = 300;
const SCAN_LIMIT = 1_000;
const limitOf = (name: string) =>
  name.startsWith('scan: ') ? SCAN_LIMIT : /^(?:Rust|JavaScript|Python)\b/.test(name) ? SOURCE_LIMIT : LIMIT;
const MEGABYTE = 1_000_000;
const { values: flags } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '7' },
    only: { type: 'string', default: '' },
  },
});
const rounds = Number(flags.rounds);
if (!(rounds >= 1)) throw new Error(`--rounds ${flags.rounds}: a number from 1 on`);

const fill = (piece: (i: number) => string, head = '', tail = ''): string => {
  const parts = [head];
  for (let i = 0, length = 0; length < MEGABYTE; i++) length += parts[parts.push(piece(i)) - 1]!.length;
  return parts.join('') + tail;
};
const repeat = (text: string) => text.repeat(Math.ceil(MEGABYTE / text.length));
const report = (text: string): CommandResult['reports'] =>
  new Map([['r.xml', { path: 'r.xml', bytes: text.length, sha256: '', text }]]);

const testcase = (i: number) =>
  `<testcase name="t${i}" classname="a"><system-out>line &amp; more\nskipping 3 bytes\n</system-out></testcase>\n`;
const junit = fill(testcase, '<testsuites><testsuite name="s">', '</testsuite></testsuites>');
const libtest = fill((i) => `test module::t${i} ... ok\n`, 'running 1 test\n');
const panics = fill((i) => `thread 't${i}' panicked at src/a.rs:1:2:\nboom\n`);

/** What is measured: a name, the text, and the reader that gets it. */
const CASES: readonly (readonly [string, string, (text: string) => unknown])[] = [
  ['junit', junit, (text) => parseJunit(text, '/repo')],
  ['nextest', junit, (text) => parseNextest('', report(text), '/repo')],
  ['pytest', junit, (text) => parsePytest('', report(text), '/repo')],
  ['xml: open tags', repeat('<a>'), parseXml],
  ['xml: attributes', fill((i) => ` a${i}="1"`, '<a', '/>'), parseXml],
  ['xml: ampersands', `<a>${repeat('&')}</a>`, parseXml],
  ['xml: references', `<a>${repeat('&#65;')}</a>`, parseXml],
  ['xml: comments', `<a>${repeat('<!---->')}</a>`, parseXml],
  [
    'junit: failure text',
    `<testsuite><testcase name="t"><failure>${repeat('a.b:')}</failure></testcase></testsuite>`,
    (text) => parseJunit(text, '/repo'),
  ],
  ['libtest', libtest, (text) => parseLibtest(text, '', '/repo')],
  ['libtest: panics', panics, (text) => parseLibtest(text, '', '/repo')],
  ['libtest: one line', `thread '${repeat("' panicked at :")}`, (text) => parseLibtest(text, '', '/repo')],
  [
    'libtest: output',
    fill((i) => `---- t${i} stdout ----\nskip\n`, 'running 1 test\nsuccesses:\n'),
    (text) => parseLibtest(text, '', '/repo'),
  ],
  [
    'libtest: stderr',
    repeat('error: x\n --> a:'),
    (text) => parseLibtest('', `error: could not compile x\n${text}`, '/repo'),
  ],
  [
    'node-tap',
    fill(
      (i) => `ok ${i + 1} - t${i}\n  ---\n  duration_ms: 1\n  ...\n`,
      'TAP version 13\n',
      '1..9\n# tests 9\n# pass 9\n# fail 0\n# cancelled 0\n# skipped 0\n# todo 0\n',
    ),
    (text) => parseNodeTap(text, '/repo'),
  ],
  [
    'node-tap: deep',
    fill(
      (i) => `${'    '.repeat(i % 200)}ok 1 - t\n`,
      'TAP version 13\n',
      '1..9\n# tests 9\n# pass 9\n# fail 0\n# cancelled 0\n# skipped 0\n# todo 0\n',
    ),
    (text) => parseNodeTap(text, '/repo'),
  ],
  ['tap', fill((i) => `ok ${i + 1} - t${i} # skip\n`), parseTap],
  ['tap: one line', `ok 1 ${repeat(' # ')}`, parseTap],
  ['pytest: one line', repeat('1 passed, '), (text) => parsePytest(text, new Map(), '/repo')],
  [
    'Rust tests',
    fill((i) => `#[test]\nfn t${i}() {\n    assert_eq!(f(${i}), "x");\n}\n`),
    (text) => readTests('a.rs', text),
  ],
  ['Rust: open braces', repeat('#[test] fn a() {'), (text) => readTests('a.rs', text)],
  [
    'Rust: a chain of helpers',
    fill((i) => `fn h${i}() { h${i + 1}() }\n#[test] fn t${i}() { h0() }\n`),
    (text) => readTests('a.rs', text),
  ],
  ['Rust: quotes', repeat('r#"'), (text) => readTests('a.rs', text)],
  [
    'JavaScript tests',
    fill((i) => `test('t${i}', () => {\n  assert.equal(f(${i}), \`x\${g(1)}\`);\n});\n`),
    (text) => readTests('a.js', text),
  ],
  ['JavaScript: open calls', repeat("test('a', () => {"), (text) => readTests('a.js', text)],
  ['JavaScript: templates', repeat('`${{'), (text) => readTests('a.js', text)],
  ['JavaScript: slashes', repeat('/[(= '), (text) => readTests('a.js', text)],
  ['Python tests', fill((i) => `def test_t${i}():\n    assert f(${i}) == "x"\n\n`), (text) => readTests('a.py', text)],
  ['Python: open lines', repeat('def test_a(\n'), (text) => readTests('a.py', text)],
  ...scanCases(fill),
];

const median = (list: readonly number[]) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
/** Milliseconds of CPU that a pass over a text takes, per megabyte. */
function measure(text: string, read: (text: string) => unknown): number {
  read(text); // compiles the reader
  const times = Array.from({ length: rounds }, () => {
    const started = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
  });
  return median(times) / (text.length / MEGABYTE);
}
const results = CASES.filter(([name]) => name.startsWith(flags.only)).map(([name, text, read]) => {
  const msPerMegabyte = measure(text, read);
  return name.startsWith('scan: ')
    ? { name, msPerMegabyte, ratio: msPerMegabyte / measure(text, plainPass) }
    : { name, msPerMegabyte };
});
const over = results.filter(({ name, msPerMegabyte }) => !(msPerMegabyte <= limitOf(name)));
const cpu = cpus()[0]?.model ?? 'unknown cpu';
const text = results.map(({ name, msPerMegabyte, ratio }) => {
  const mark = msPerMegabyte <= limitOf(name) ? '' : '  OVER';
  const speed =
    ratio === undefined ? '' : `, ${(1000 / msPerMegabyte).toFixed(1)} MB/s, ${ratio.toFixed(1)} x one plain pass`;
  return `${msPerMegabyte.toFixed(1).padStart(9)}  ${name}${speed}${mark}`;
});
const head = `median of ${rounds} rounds, CPU ms per MB, at most ${LIMIT}, sources ${SOURCE_LIMIT}, scans ${SCAN_LIMIT} (${cpu}, node ${process.version})`;
const json = { limit: LIMIT, sourceLimit: SOURCE_LIMIT, scanLimit: SCAN_LIMIT, rounds, cpu, results };
process.stdout.write(flags.json ? `${JSON.stringify(json, undefined, 2)}\n` : `${[head, ...text].join('\n')}\n`);
process.exitCode = over.length === 0 ? 0 : 1;
