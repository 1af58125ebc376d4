import { describe, expect, test } from '@jest/globals';
import { compareStatement, readStatement, repositoryOf } from '../../../../src/core/attestation/check-statement.ts';
import { gateStatements, type TestResultStatement } from '../../../../src/core/attestation/statement.ts';
import type { FlowError } from '../../../../src/core/errors.ts';
import { fold, type Fold } from '../../../../src/core/fold.ts';
import { gate, sha } from '../facts.ts';
import { facts, HEAD, OLDER } from './attestations.ts';

const REPOSITORY = 'https://example.invalid/acme/rocket';
const log = 'e'.repeat(64);
const tested = gate({
  seq: 2,
  agent: 'spec-analyzer',
  sha: HEAD,
  gate: 'tests',
  evidence: [
    { key: 'cargo test', value: '12/12 pass' },
    { key: 'log', value: log },
  ],
});
const state = fold([...facts.filter((fact) => fact.kind !== 'gate' || fact.gate !== 'tests'), tested]);
const statementOf = (name: string, from: Fold = state): TestResultStatement =>
  gateStatements(from, HEAD, REPOSITORY).find((entry) => entry.gate === name)!.statement!;
const honest = statementOf('tests');

function refusal(text: string): string {
  try {
    readStatement(text, 'file.json');
    return 'read';
  } catch (error) {
    return (error as FlowError).toLine();
  }
}
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const bundle = (payload: unknown, payloadType: unknown = 'application/vnd.in-toto+json'): string =>
  JSON.stringify({ mediaType: 'x', dsseEnvelope: { payload, payloadType, signatures: [] } });

describe('a statement is read', () => {
  test('as it is', () => {
    expect(readStatement(JSON.stringify(honest), 'f')).toEqual({ statement: honest, bundle: undefined });
  });

  test('out of the envelope of a bundle, in either writing of base64, and the bundle is kept', () => {
    const text = bundle(base64(JSON.stringify(honest)));
    expect(readStatement(text, 'f')).toEqual({ statement: honest, bundle: text });
    const folded = bundle(base64(JSON.stringify(honest)).replace(/(.{60})/g, '$1\n'));
    expect(readStatement(folded, 'f').statement).toEqual(honest);
  });

  test('with letters of any language', () => {
    const [annotated] = honest.predicate.configuration;
    const other = {
      ...honest,
      predicate: { ...honest.predicate, configuration: [{ ...annotated!, annotations: { said: 'größer µ 日' } }] },
    };
    expect(readStatement(bundle(base64(JSON.stringify(other))), 'f').statement).toEqual(other);
  });

  test('with a WARNED result, without url, names and annotations', () => {
    const least = {
      ...honest,
      predicate: { ...honest.predicate, result: 'WARNED', url: undefined, configuration: [{ digest: {} }] },
    };
    const { statement } = readStatement(JSON.stringify(least), 'f');
    expect(statement.predicate).toMatchObject({ result: 'WARNED', configuration: [{ digest: {} }] });
  });

  const ours = 'no test-result statement of this project';
  const fix = 'Fix: give a file that the action `attest` wrote';
  const changed = (changes: object): string => JSON.stringify({ ...honest, ...changes });
  const predicate = (changes: object): string => changed({ predicate: { ...honest.predicate, ...changes } });
  const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `t${at}`);
  test.each<[string, string, string | RegExp]>([
    ['no JSON', '{', /^bad-input \(file\.json\): not JSON: /],
    ['A-33 a key twice', '{"a":1,"a":2}', 'bad-input (file.json): key "a" appears twice'],
    ['null', 'null', /^bad-input \(file\.json\): no test-result statement of this project: the file: Invalid input/],
    [
      'an envelope of something else',
      bundle(base64('{}'), 'text/plain'),
      'bad-input (file.json): the envelope of the bundle holds no in-toto statement. Fix: give a bundle that the action `attest` wrote',
    ],
    ['an envelope without payload', bundle(7), /the envelope of the bundle holds no in-toto statement/],
    ['a payload that is no JSON', bundle(base64('x')), /^bad-input \(file\.json, payload\): not JSON/],
    ['a payload of another shape', bundle(base64('{}')), /^bad-input \(file\.json, payload\): no test-result/],
    ['another type of statement', changed({ _type: 'x' }), new RegExp(`${ours}: _type: .*Fix: `)],
    ['another predicate', changed({ predicateType: 'x' }), new RegExp(`${ours}: predicateType: `)],
    ['no subject', changed({ subject: [] }), new RegExp(`${ours}: subject: Too small.*>=1`)],
    ['a subject without a name', changed({ subject: [{ digest: {} }] }), new RegExp(`${ours}: subject\\.0\\.name: `)],
    [
      'an odd key',
      changed({ extra: 1 }),
      `bad-input (file.json): ${ours}: the file: Unrecognized key: "extra". ${fix}`,
    ],
    ['another result', predicate({ result: 'OK' }), new RegExp(`${ours}: predicate\\.result: `)],
    ['no configuration', predicate({ configuration: [] }), new RegExp(`${ours}: predicate\\.configuration: Too small`)],
    ['an odd key of the predicate', predicate({ score: 1 }), new RegExp(`predicate: Unrecognized key: "score"`)],
    ['101 names', predicate({ passedTests: names(101) }), new RegExp('predicate\\.passedTests: Too big.*<=100')],
    ['101 warned names', predicate({ warnedTests: names(101) }), new RegExp('predicate\\.warnedTests: Too big.*<=100')],
    ['101 failed names', predicate({ failedTests: names(101) }), new RegExp('predicate\\.failedTests: Too big.*<=100')],
    ['100 names', predicate({ passedTests: names(100), warnedTests: names(100), failedTests: names(100) }), 'read'],
    ['11 subjects', changed({ subject: Array(11).fill(honest.subject[0]) }), /subject: Too big.*<=10/],
    ['10 subjects', changed({ subject: Array(10).fill(honest.subject[0]) }), 'read'],
    ['a digest that is no text', changed({ subject: [{ name: 'x', digest: { a: 1 } }] }), /subject\.0\.digest\.a: /],
    ['a million characters and more', ' '.repeat(1_000_001), /1000001 characters, at most 1000000 are read/],
  ])('%s', (_, text, line) => {
    if (typeof line === 'string') expect(refusal(text)).toBe(line);
    else expect(refusal(text)).toMatch(line);
  });
});

test.each([
  [`git+${REPOSITORY}`, REPOSITORY],
  ['git+http://host/a/b', 'http://host/a/b'],
  [REPOSITORY, undefined],
  ['log of tests', undefined],
  ['git+https://host/a b', undefined],
  ['x git+https://host/a', undefined],
  ['git+ssh://host/a', undefined],
])('the repository of a subject %j is %j', (name, repository) => {
  expect(repositoryOf({ ...honest, subject: [{ name, digest: {} }] })).toBe(repository);
});
test('a statement without a subject names no repository', () =>
  expect(repositoryOf({ ...honest, subject: [] })).toBeUndefined());

describe('A-54 a statement is held against the facts', () => {
  const compare = (stated: TestResultStatement, against = state, head = HEAD) =>
    compareStatement(stated, against, head, REPOSITORY);
  const said = (changes: Partial<TestResultStatement['predicate']>): TestResultStatement => ({
    ...honest,
    predicate: { ...honest.predicate, ...changes },
  });

  test('what the facts give holds, for a pass, a warning and a failure', () => {
    for (const name of ['tests', 'format', 'build']) expect(compare(statementOf(name))).toEqual([]);
    const second = fold([
      ...facts,
      gate({ seq: 3, sha: HEAD, gate: 'tests', evidence: [{ key: 'method', value: 'alt1' }] }),
    ]);
    expect(statementOf('tests', second).predicate.warnedTests).toEqual(['generative:gate:tests']);
    expect(compare(statementOf('tests', second), second)).toEqual([]);
  });

  test('a result that was changed is named with both', () => {
    const failed = statementOf('build');
    const forged = {
      ...failed,
      predicate: { ...failed.predicate, result: 'PASSED', passedTests: failed.predicate.failedTests, failedTests: [] },
    } as const;
    const why = 'the facts give another statement';
    expect(compare(forged)).toEqual([
      { field: 'build: predicate.result', stated: 'PASSED', computed: 'FAILED', why },
      { field: 'build: predicate.passedTests', stated: '["generative:gate:build"]', computed: '[]', why },
      { field: 'build: predicate.failedTests', stated: '[]', computed: '["generative:gate:build"]', why },
    ]);
  });

  test('what is left out is told as null, and long values are cut', () => {
    const { url: _, ...rest } = honest.predicate;
    const cut = compare({ ...honest, predicate: rest });
    expect(cut).toEqual([
      {
        field: 'tests: predicate.url',
        stated: 'null',
        computed: `${REPOSITORY}/actions/runs/100`,
        why: 'the facts give another statement',
      },
    ]);
    const long = compare(said({ url: 'x'.repeat(300) }));
    expect(long.map(({ stated }) => stated.length)).toEqual([200]);
    // Two values that begin alike for 200 characters are still two values.
    const [one] = honest.predicate.configuration;
    const tail = compare(
      said({ configuration: [{ ...one!, annotations: { ...one!.annotations, log: 'f'.repeat(64) } }] }),
    );
    expect(tail.map(({ field }) => field)).toEqual(['tests: predicate.configuration']);
  });

  test('a word where a list stands is no list of that word', () => {
    const forged = said({ warnedTests: '[]' as never });
    expect(compare({ ...forged }).map(({ field }) => field)).toEqual(['tests: predicate.warnedTests']);
  });

  test('a log of another digest', () => {
    const [commit, file] = honest.subject;
    const forged = { ...honest, subject: [commit!, { ...file!, digest: { sha256: 'a'.repeat(64) } }] };
    expect(compare(forged).map(({ field }) => field)).toEqual(['tests: subject']);
  });

  test('of a fact that lost its evidence neither log nor configuration is compared, and all else is', () => {
    const bare = fold([...facts, { ...tested, seq: 3, evidence: [] }]);
    const [place] = statementOf('tests', bare).predicate.configuration;
    const old = { ...statementOf('tests', bare), subject: honest.subject };
    const fuller = {
      ...old,
      predicate: { ...old.predicate, configuration: [{ ...place!, annotations: { 'cargo test': '12/12 pass' } }] },
    };
    expect(compare(fuller, bare)).toEqual([]);
    expect(compare({ ...fuller, predicate: { ...fuller.predicate, result: 'FAILED' } }, bare)).toHaveLength(1);
    expect(compare({ ...fuller, subject: honest.subject.slice(1) }, bare)).toHaveLength(1);
  });

  const none = { ...honest.predicate, passedTests: [], warnedTests: [], failedTests: [] };
  const unknown = { ...honest.predicate, passedTests: ['generative:gate:mutation'], warnedTests: ['b'] };
  const subject = (digest: Readonly<Record<string, string>>) => [{ name: 'x', digest }];
  test.each<[string, TestResultStatement, object]>([
    [
      'of no gate',
      { ...honest, predicate: none },
      { stated: 'no gate', computed: 'not observed', why: 'no fact on the head gives a statement for that' },
    ],
    [
      'of a gate that never ran',
      { ...honest, predicate: unknown },
      {
        stated: 'generative:gate:mutation, b',
        computed: 'not observed',
        why: 'no fact on the head gives a statement for that',
      },
    ],
    [
      'of a gate that was skipped',
      { ...honest, predicate: { ...none, failedTests: ['generative:gate:fuzz'] } },
      {
        stated: 'generative:gate:fuzz',
        computed: 'skipped (missing-tool): nothing was tested',
        why: 'no fact on the head gives a statement for that',
      },
    ],
    [
      'of another commit',
      { ...honest, subject: subject({ gitCommit: OLDER }), predicate: unknown },
      {
        stated: 'generative:gate:mutation, b',
        computed: 'not observed',
        why: 'it speaks of ccccccc, not of the head',
      },
    ],
    [
      'of no commit',
      { ...honest, subject: subject({}), predicate: none },
      { stated: 'no gate', computed: 'not observed', why: 'it speaks of no commit, not of the head' },
    ],
  ])('one %s', (_, stated, found) => expect(compare(stated)).toEqual([{ field: 'statement', ...found }]));

  test('of a commit that is the head no more it says which', () => {
    expect(compare(honest, state, sha('9'))).toEqual([
      {
        field: 'statement',
        stated: 'generative:gate:tests',
        computed: 'not observed',
        why: 'it speaks of ddddddd, not of the head',
      },
    ]);
  });
});
