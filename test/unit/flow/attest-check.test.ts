import { describe, expect, test } from '@jest/globals';
import { compareStatement, readStatement, repositoryOf } from '../../../src/core/attestation/check-statement.ts';
import { observe } from '../../../src/core/attestation/observed.ts';
import { attestationText, withAttestation } from '../../../src/core/attestation/region.ts';
import { recompute } from '../../../src/core/attestation/recompute.ts';
import { gateStatements, type TestResultStatement } from '../../../src/core/attestation/statement.ts';
import { FlowError } from '../../../src/core/errors.ts';
import { fold } from '../../../src/core/fold.ts';
import { checkAttestation, type AttestInput, type Signature } from '../../../src/flow/attest-check.ts';
import { BASE, facts, HEAD, OLDER, perfFact } from '../core/attestation/attestations.ts';
import { sha } from '../core/facts.ts';

const REPOSITORY = 'https://example.invalid/acme/rocket';
const state = fold(facts);
const honest = recompute(observe(state)!);
const tests = gateStatements(state, HEAD, REPOSITORY).find(({ gate }) => gate === 'tests')!.statement!;
const input = (changes: Partial<AttestInput> = {}): AttestInput => ({
  stated: honest,
  state,
  around: { head: HEAD, mergeBase: BASE },
  commits: new Set([HEAD, OLDER, BASE]),
  repository: REPOSITORY,
  statements: [],
  ...changes,
});
const wrong = (changes: Partial<AttestInput>) =>
  checkAttestation(input(changes)).mismatches.map(({ field, why }) => `${field}: ${why}`);
const signed = (statement: TestResultStatement, signature: Signature = { kind: 'none' }): Partial<AttestInput> => ({
  statements: [{ file: 'tests.json', statement, bundle: undefined, signature }],
});

test('an honest one: all of it is verified, and what nobody looked at is said', () => {
  expect(checkAttestation(input())).toEqual({
    mismatches: [],
    verified: [
      'pr_sha is the head ddddddd',
      'baseline_sha is the merge base 0000000',
      '2 gates passed on the head, each by its fact',
      'every fact is of a commit of the branch',
    ],
    unverified: ['that each gate ran as its fact says: that is in the Check Runs generative:gate:* and their logs'],
  });
});

test('from facts alone it says that nobody looked where the branch stands', () => {
  const { mismatches, verified, unverified } = checkAttestation(input({ around: {}, commits: undefined }));
  expect(mismatches).toEqual([]);
  expect(verified[0]).toBe('pr_sha is the head ddddddd, as the facts say');
  expect(unverified[1]).toBe('where the branch stands: its head, its merge base, its commits (give --dir of a clone)');
});

describe('A-54 the table that people read', () => {
  const table = (change: (text: string) => string) =>
    checkAttestation(input({ text: change(withAttestation('Words.\n', attestationText(state)!)) })).mismatches;
  test('is what the facts give', () => expect(table((text) => text)).toEqual([]));
  test('without a row says less, which is no mismatch', () =>
    expect(table((text) => text.replace('| build | fail |\n', ''))).toEqual([]));
  test.each([
    ['another verdict', '| build | fail |', '| build | pass |', 'build', 'pass', 'fail'],
    ['padded', '| build | fail |', '|  build  |  pass  |', 'build', 'pass', 'fail'],
    ['a reason left out', 'skipped (missing-tool)', 'skipped', 'fuzz', 'skipped', 'skipped (missing-tool)'],
    [
      'a gate that nobody saw',
      '| build | fail |',
      '| build | fail |\n| security | pass |',
      'security',
      'pass',
      'not observed on the head',
    ],
    ['no verdict', '| build | fail |', '| build | |', 'build', 'nothing', 'fail'],
  ])('%s is named', (_, from, to, gate, stated, computed) => {
    expect(table((text) => text.replace(from, to))).toEqual([
      { field: `table of gates: ${gate}`, stated, computed, why: 'people read it, and the facts say otherwise' },
    ]);
  });
  test('a table of a person, outside of the anchors, is no part of it', () =>
    expect(table((text) => `| build | pass |\n\n${text}`)).toEqual([]));
  test('with the line ends of another system', () =>
    expect(table((text) => text.replaceAll('\n', '\r\n').replace('| build | fail |', '| build | pass |'))).toHaveLength(
      1,
    ));
});

describe('A-54 what does not hold is named', () => {
  test.each<[string, Partial<AttestInput>, string]>([
    ['no attestation', { stated: undefined }, 'attestation: the text of the pull request holds none'],
    [
      'a branch that moved on',
      { around: { head: sha('9'), mergeBase: BASE } },
      'flow_pr.pr_sha: it is not the head of the pull request: it is an earlier commit of this branch, whose verdicts do not count',
    ],
    [
      'facts of another branch',
      { commits: new Set([BASE]) },
      'facts: the facts speak of commits that the branch does not have',
    ],
    ['a bad signature', signed(tests, { kind: 'bad', why: 'it was altered' }), 'tests.json: signature: it was altered'],
    [
      'a statement of another repository',
      { ...signed(tests), repository: 'https://example.invalid/acme/other' },
      'tests.json: tests: subject: the facts give another statement',
    ],
  ])('%s', (_, changes, why) => {
    expect(wrong(changes)).toContain(why);
  });

  test('facts that begin nowhere are a usage error', () => {
    expect(() => checkAttestation(input({ state: fold([]) }))).toThrow(FlowError);
  });
});

describe('statements', () => {
  const forge = (predicate: Partial<TestResultStatement['predicate']>) => ({
    ...tests,
    predicate: { ...tests.predicate, ...predicate },
  });
  const compare = (statement: TestResultStatement) =>
    compareStatement(statement, state, HEAD, REPOSITORY).map(({ field }) => field);

  test('one that the facts give holds, read from a file or from the envelope of a bundle', () => {
    const text = JSON.stringify(tests);
    const envelope = {
      payload: Buffer.from(text).toString('base64'),
      payloadType: 'application/vnd.in-toto+json',
      signatures: [],
    };
    expect(readStatement(text, 'f')).toEqual({ statement: tests, bundle: undefined });
    expect(readStatement(JSON.stringify({ dsseEnvelope: envelope }), 'f').statement).toEqual(tests);
    expect(compare(tests)).toEqual([]);
    expect(repositoryOf(tests)).toBe(REPOSITORY);
  });

  test.each<[string, TestResultStatement, string[]]>([
    ['a fail made a pass', forge({ result: 'FAILED' }), ['tests: predicate.result']],
    ['another run', forge({ url: 'https://evil.invalid' }), ['tests: predicate.url']],
    [
      'a gate that is red',
      forge({ passedTests: ['generative:gate:build'] }),
      ['build: predicate.result', 'build: predicate.passedTests', 'build: predicate.failedTests'],
    ],
    ['a gate that did not run', forge({ passedTests: ['generative:gate:mutation'] }), ['statement']],
    ['a gate that was skipped', forge({ passedTests: ['generative:gate:fuzz'] }), ['statement']],
    [
      'another commit',
      { ...tests, subject: [{ name: `git+${REPOSITORY}`, digest: { gitCommit: OLDER } }] },
      ['tests: subject'],
    ],
    [
      'a subject more',
      { ...tests, subject: [...tests.subject, { name: 'x', digest: { sha256: 'a' } }] },
      ['tests: subject'],
    ],
  ])('A-54 %s is named', (_, statement, fields) => {
    expect(compare(statement)).toEqual(fields);
  });

  test('evidence that the facts have lost is not compared', () => {
    const bare = fold(facts.map((fact) => (fact.kind === 'gate' ? { ...fact, evidence: [] } : fact)));
    expect(compareStatement(tests, bare, HEAD, REPOSITORY)).toEqual([]);
  });

  test.each([
    ['no JSON', '{', /not JSON/],
    ['A-28 a key twice', '{"_type":1,"_type":2}', /twice/],
    [
      'another predicate',
      JSON.stringify({ ...tests, predicateType: 'https://slsa.dev/provenance/v1' }),
      /predicateType/,
    ],
    ['a further field', JSON.stringify({ ...tests, extra: 1 }), /Unrecognized key/],
    [
      'an envelope of something else',
      JSON.stringify({ dsseEnvelope: { payload: 'e30=', payloadType: 'text/plain' } }),
      /holds no in-toto statement/,
    ],
    [
      'an envelope with nothing in it',
      JSON.stringify({ dsseEnvelope: { payload: '', payloadType: 'application/vnd.in-toto+json' } }),
      /not JSON/,
    ],
    ['null', 'null', /no test-result statement/],
  ])('%s is refused', (_, text, message) => {
    expect(() => readStatement(text, 'f')).toThrow(message);
  });
});

test('perf is told to be verified only by its numbers', () => {
  const measured = fold([...facts, perfFact()]);
  const stated = recompute(observe(measured)!);
  const { verified, unverified } = checkAttestation(input({ state: measured, stated }));
  expect(verified).toContain('perf is what its numbers and its budget give');
  expect(unverified).toContain('that the numbers of perf were measured as the fact says');
});
