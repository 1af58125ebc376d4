import { expect, test } from '@jest/globals';
import { levelOf, RULES, type RuleId } from '../../../../src/core/hygiene/finding.ts';

test('six rules only warn, every other one fails', () => {
  const rules = Object.keys(RULES) as RuleId[];
  expect(rules.filter((rule) => levelOf(rule) === 'warning').sort()).toEqual([
    'changed-bound',
    'fewer-assertions',
    'judge-settings',
    'muted-line',
    'print-in-library',
    'renamed-test',
  ]);
  expect(rules.filter((rule) => levelOf(rule) === 'failure')).toHaveLength(rules.length - 6);
});
