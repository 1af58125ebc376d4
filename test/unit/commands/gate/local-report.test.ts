import { describe, expect, test } from '@jest/globals';
import { parseLocalReport } from '../../../../src/commands/gate/local-report.ts';

const whole = {
  v: 1,
  gate: 'tests',
  sha: 'a'.repeat(40),
  verdict: 'pass',
  evidence: [
    { key: 'tests', value: '17/17 pass' },
    { key: 'method', value: 'primary' },
  ],
  numbers: { passed: 17 },
  annotations: [],
  rows: [],
  text: '',
};
const text = (change: object): string => JSON.stringify({ ...whole, ...change });

describe('the report of a gate action', () => {
  test('a whole one is read', () => {
    expect(parseLocalReport(text({}))).toMatchObject({ verdict: 'pass', gate: 'tests' });
  });

  test.each([
    ['cut off', text({}).slice(0, -20), /no JSON/],
    ['empty', '', /no JSON/],
    ['a verdict of its own', text({ verdict: 'passed' }), /verdict/],
    ['no verdict', text({ verdict: undefined }), /verdict/],
    ['no evidence', text({ evidence: [] }), /evidence/],
    ['no provenance', text({ evidence: [whole.evidence[0]] }), /where its verdict comes from/],
    ['a number that is none', text({ numbers: { passed: null } }), /numbers/],
    ['no commit', text({ sha: 'main' }), /sha/],
    ['a list', '[]', /not whole/],
  ])('%s is none', (_, given, said) => {
    expect(parseLocalReport(given)).toMatch(said);
  });
});
