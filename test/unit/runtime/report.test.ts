import { describe, expect, test } from '@jest/globals';
import { evidence, hasProvenance } from '../../../src/core/evidence.ts';
import type { Annotation, GateResult } from '../../../src/core/gate.ts';
import { ANNOTATIONS_PER_REQUEST, checkBodies, writeCheckRun, type CheckBody } from '../../../src/runtime/check-run.ts';
import { factJson, makeReport, orderAnnotations, provenance, summaryMarkdown } from '../../../src/runtime/report.ts';
import { command } from '../../fixtures/gates/observation.ts';

const note = (n: number, over: Partial<Annotation> = {}): Annotation => ({
  path: `src/${String(n).padStart(4, '0')}.js`,
  start_line: 1,
  end_line: 1,
  annotation_level: 'warning',
  title: 't',
  message: `m${n}`,
  ...over,
});
const result = (annotations: Annotation[], over: Partial<GateResult> = {}): GateResult => ({
  verdict: 'fail',
  evidence: [evidence('eslint', '3 warnings')],
  annotations,
  rows: [],
  numbers: {},
  ...over,
});

test('annotations: equal ones once, failures first, printable', () => {
  const list = orderAnnotations([
    note(2),
    note(1),
    note(2),
    note(3, { annotation_level: 'failure', message: '\u001b[31mx\u202e' }),
  ]);
  expect(list.map((one) => one.message)).toEqual(['x\\u{202e}', 'm1', 'm2']);
});

test('a report fits its output and says how much it left out', () => {
  const many = Array.from({ length: 3000 }, (_, i) => note(i, { message: 'x'.repeat(900) }));
  const report = makeReport(result(many), []);
  expect(JSON.stringify(report).length).toBeLessThanOrEqual(100_000);
  expect(report.annotations.length + Number(/^(\d+) more/.exec(report.text)![1])).toBe(3000);
});

test('provenance says method, command, exit, time, tool, log, isolation, and the tree when it is another', () => {
  const runs = [{ method: 'alt1' as const, outcome: 'ran' as const, commands: [command('tsc', '', '', 2)] }];
  const list = provenance({ runs, isolation: 'namespace, no network', durationMs: 5, tree: 'f'.repeat(40) });
  expect(list.map((entry) => entry.key)).toEqual(['method', 'argv', 'exit', 'ms', 'tool', 'log', 'isolation', 'tree']);
  expect(hasProvenance(list)).toBe(true);
});

test('a fact is at most 4 KB', () => {
  const fact = { a: 1, evidence: Array.from({ length: 30 }, (_, i) => evidence(`k${i}`, 'é'.repeat(200))) };
  expect(Buffer.byteLength(factJson(fact))).toBeLessThanOrEqual(4096);
});

test('A-15 A-19 A-24 A-25 nothing untrusted is markup in the summary', () => {
  const evil = '<!-- gates:end --> | @team #1 ![x](https://evil/) `code` <img src=x>';
  const bad = result([note(1, { title: evil, message: evil })], {
    rows: [{ item: evil, status: 'fail', detail: evil }],
    evidence: [evidence('x', evil)],
  });
  const text = summaryMarkdown('generative:gate:tests', 'a'.repeat(40), bad, bad.evidence, makeReport(bad, []));
  expect(text).not.toMatch(/<!--|@team|#1\b|!\[|<img|https:\/\/|`code`/);
  for (const row of text.split('\n').filter((line) => line.startsWith('| ')))
    expect(row.replace(/\\\|/g, '').split('|').length).toBeLessThanOrEqual(5);
});

describe('check run', () => {
  // What another job handed over may hold more than our own reports do.
  const report = (n: number) => ({
    ...makeReport(result([]), []),
    annotations: Array.from({ length: n }, (_, i) => note(i)),
  });

  test('a report of ours fits one request; the count of all is in its numbers', () => {
    const many = result(Array.from({ length: 1000 }, (_, i) => note(i)));
    expect(makeReport(many, []).annotations).toHaveLength(ANNOTATIONS_PER_REQUEST);
  });

  const host = (known: number[], status?: number) => {
    const calls: [string, number, number][] = [];
    return {
      calls,
      port: {
        list: () =>
          status === undefined
            ? Promise.resolve(known.map((id) => ({ id })))
            : Promise.reject(Object.assign(new Error('no'), { status })),
        create: (body: CheckBody) => {
          calls.push(['create', 0, body.output.annotations.length]);
          return Promise.resolve(100);
        },
        update: (id: number, body: CheckBody) => {
          calls.push(['update', id, body.output.annotations.length]);
          return Promise.resolve();
        },
      },
    };
  };
  const write = (h: ReturnType<typeof host>, n: number) =>
    writeCheckRun(h.port, 'generative:gate:tests', 'a'.repeat(40), checkBodies(result([]), [], report(n), 'x'));

  test.each([
    [0, [], [['create', 0, 0]]],
    [
      120,
      [],
      [
        ['create', 0, 50],
        ['update', 100, 50],
        ['update', 100, 20],
      ],
    ],
    [
      60,
      [7],
      [
        ['update', 7, 50],
        ['update', 7, 10],
      ],
    ],
    [
      1,
      [9, 3],
      [
        ['update', 3, 1],
        ['update', 9, 0],
      ],
    ],
  ])('%i annotations, known runs %j', async (n, known, calls) => {
    const h = host(known);
    expect(await write(h, n)).toBeUndefined();
    expect(h.calls).toEqual(calls);
    expect(ANNOTATIONS_PER_REQUEST).toBe(50);
  });
  test.each([403, 404, 410])('%i: checks are off, the gate goes on', async (status) => {
    expect(await write(host([], status), 1)).toBe(`checks-${status}`);
  });
  test('A-61 a host that is asked too often has not switched checks off', async () => {
    const busy = Object.assign(new Error('You have exceeded a secondary rate limit'), { status: 403 });
    const h = host([]);
    const port = { ...h.port, list: () => Promise.reject(busy) };
    await expect(write({ ...h, port }, 1)).rejects.toBe(busy);
  });
  test.each([422, 500, 401])('A-61 %i is an error', async (status) => {
    await expect(write(host([], status), 1)).rejects.toThrow('no');
  });
});
