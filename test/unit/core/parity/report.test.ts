import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { CommandResult } from '../../../../src/core/gate.ts';
import { parityReport, readParityReport } from '../../../../src/core/parity/report.ts';
import { command } from '../../../fixtures/gates/observation.ts';

const schema = parityReport('weights', { checked: z.int() });
const good = {
  v: 1,
  measure: 'weights',
  ok: true,
  subjects: ['model.gguf'],
  comparisons: 3,
  backends: { used: [{ id: 'reference', device: 'TypeScript' }], notUsed: [] },
  problems: [],
  moreProblems: 0,
  warnings: [],
  checked: 3,
};
const problem = { rule: 'truncated', subject: 'model.gguf', message: 'ends early' };
const step = (report: unknown, exitCode: number | null = 0, over: Partial<CommandResult> = {}): CommandResult =>
  command('parity-report', typeof report === 'string' ? report : JSON.stringify(report), '', exitCode, over);
const read = (...commands: CommandResult[]) => readParityReport(commands, schema);

describe('the report of a parity step', () => {
  test('is read, with and without problems', () => {
    expect(read(step(good))).toEqual({ report: good });
    const bad = { ...good, ok: false, problems: [problem] };
    expect(read(command('none', '', '', 0), step(bad, 1))).toEqual({ report: bad });
  });

  test.each([
    ['nothing at all', [step('')], /no report/],
    ['no step', [], /0 parity steps/],
    ['two steps', [step(good), step(good)], /2 parity steps/],
    ['half of it', [step(JSON.stringify(good).slice(0, 90))], /not JSON/],
    ['over the limit', [step(good, 0, { truncated: true })], /cut/],
    ['a NaN, which JSON writes as null', [step({ ...good, checked: null })], /checked/],
    ['a number that is Infinity', [step(JSON.stringify(good).replace('"checked":3', '"checked":1e999'))], /not finite/],
    ['another measurement', [step({ ...good, measure: 'logits' })], /measure/],
    ['another version', [step({ ...good, v: 2 })], /v:/],
    ['a key too many', [step({ ...good, verdict: 'pass' })], /verdict/i],
    ['a key twice', [step(JSON.stringify(good).replace('{', '{"ok":false,'))], /twice/],
    ['exit 0 with a problem', [step({ ...good, problems: [problem] })], /disagree/],
    ['exit 0 with uncounted problems', [step({ ...good, moreProblems: 1 })], /disagree/],
    ['exit 1 without a problem', [step(good, 1)], /disagree/],
    ['ok: false without a problem', [step({ ...good, ok: false })], /disagree/],
    ['exit 2 with a good report', [step(good, 2)], /no measurement \(exit 2\)/],
    ['no exit code', [step(good, null)], /no measurement/],
    ['a command before it that failed', [command('none', '', '', 3), step(good)], /exit 3/],
    ['a test run before it that failed', [command('libtest', '', '', 101), step(good)], /exit 101/],
  ])('%s is not a report', (_, commands, message) => {
    expect(read(...commands)).toEqual({ unreadable: expect.stringMatching(message) });
  });

  test('why there is none is in the words of the program', () => {
    const end = step('', 2, { stderr: 'progress\nnot-found (model): cannot be opened' });
    expect(read(end)).toEqual({ unreadable: 'no measurement (exit 2): not-found (model): cannot be opened' });
    const unsaid = (stderr: string) => read(step('', 3, { stderr }));
    expect(unsaid('one\ntwo\n\n')).toEqual({ unreadable: 'no measurement (exit 3): two' });
    for (const stderr of ['', '\n \n']) expect(unsaid(stderr)).toEqual({ unreadable: 'no measurement (exit 3)' });
    expect(read(step(' \n'))).toEqual({ unreadable: 'no report (exit 0)' });
    expect(read(step('[]'))).toEqual({
      unreadable: 'the report is not one: report: Invalid input: expected object, received array',
    });
    expect(read(step({ ...good, problems: [problem], moreProblems: 2 }))).toEqual({
      unreadable: 'exit 0 and ok: true disagree with 3 problems in the report',
    });
  });
});
