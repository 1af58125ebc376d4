import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ActionDefinition } from '../../../src/core/action.ts';
import { isGenerated } from '../../../src/core/generated.ts';
import { input } from '../../../src/core/input.ts';
import { renderActionYml } from '../../../src/metadata/action-yml.ts';
import { describeInputs } from '../../../src/metadata/inputs.ts';
import { renderActionReadme } from '../../../src/metadata/readme.ts';
import { renderStub } from '../../../src/metadata/stub.ts';
import { betweenMarkers, table } from '../../../src/metadata/tables.ts';

const PIN = { sha: 'c'.repeat(40), version: 'v6' };

function definition(part: Partial<ActionDefinition> = {}): ActionDefinition {
  return {
    name: 'gate-x',
    kind: 'gate',
    title: 'Gate: x',
    description: 'Judges "x": all of it.',
    inputs: z.object({ sha: input.sha().describe('Commit.') }),
    outputs: { verdict: 'The verdict.' },
    permissions: { contents: 'read', checks: 'write' },
    example: { sha: '${{ github.sha }}' },
    ...part,
  };
}

describe('describeInputs', () => {
  test.each([
    ['a required input', z.string().describe('A.'), { required: true }],
    ['an optional one', z.string().optional().describe('A.'), { required: false }],
    ['a default, described outside', z.string().default('x').describe('A.'), { required: false, default: 'x' }],
    ['a default, described inside', z.string().describe('A.').default('x'), { required: false, default: 'x' }],
    ['a number, as text', input.integer(1, 9).default(3).describe('A.'), { required: false, default: '3' }],
    ['a boolean, as text', input.boolean().default(true).describe('A.'), { required: false, default: 'true' }],
    ['an empty default, which is none', z.string().default('').describe('A.'), { required: false }],
    [
      'JSON, as JSON text',
      input.json(z.array(z.string())).default(['a']).describe('A.'),
      { required: false, default: '["a"]' },
    ],
    [
      'an expression',
      input.secret().describe('A.').meta({ expression: '${{ github.token }}' }),
      { required: false, default: '${{ github.token }}' },
    ],
  ])('%s', (_, field, expected) => {
    const [doc] = describeInputs(definition({ inputs: z.object({ a: field }) }));
    expect(doc).toEqual({ name: 'a', description: 'A.', ...expected });
  });

  test('a missing description fails and names action and input', () => {
    const bare = definition({ inputs: z.object({ a: z.string() }) });
    expect(() => describeInputs(bare)).toThrow(/action gate-x: input a has no description/);
  });
});

describe('action.yml', () => {
  test('is what GitHub reads', () => {
    const text = renderActionYml(definition(), '../../dist/gate-x.js');
    expect(isGenerated(text)).toBe(true);
    expect(text.split('\n')[0]).toBe('# Generated from src/gates/x.ts by `npm run generate`. Do not edit.');
    expect(parse(text)).toEqual({
      name: 'Gate: x',
      description: 'Judges "x": all of it.',
      author: 'bitnet-flow',
      inputs: { sha: { description: 'Commit.', required: true } },
      outputs: { verdict: { description: 'The verdict.' } },
      runs: { using: 'node24', main: '../../dist/gate-x.js' },
      branding: { icon: 'check-square', color: 'green' },
    });
  });

  test.each([
    ['output', { outputs: { verdict: '' } }, /output verdict has no description/],
    ['action', { description: '' }, /the action has no description/],
    ['title', { title: '' }, /the title has no description/],
  ])('a missing description of the %s fails', (_, part, message) => {
    expect(() => renderActionYml(definition(part), 'x.js')).toThrow(message);
  });
});

describe('README and stub', () => {
  test('the README shows every input, output and permission', () => {
    const text = renderActionReadme(definition(), PIN);
    for (const word of [
      '`sha`',
      '`verdict`',
      '`checks` | write',
      'bitnet-flow/bitnet-flow/actions/gate-x@',
      '# Gate: x',
    ]) {
      expect(text).toContain(word);
    }
    expect(isGenerated(text)).toBe(true);
  });

  test('the example of a part of a flow is the step alone', () => {
    expect(renderActionReadme(definition({ kind: 'flow', name: 'admit' }), PIN)).not.toContain('runs-on');
  });

  test('what works alone shows a workflow of its own: events, group, job and condition, with a checkout where it reads one', () => {
    const plain = renderActionReadme(definition({ kind: 'flow', name: 'x', alone: true }), PIN);
    expect(plain).toContain('It works in any workflow, as below, without a flow.');
    for (const part of ['on: pull_request\n', '\n  x:\n    runs-on', 'actions/checkout@'])
      expect(plain).toContain(part);
    expect(plain).not.toMatch(/concurrency|if:/);
    const events = { schedule: [{ cron: '1 * * * *' }] };
    const alone = {
      on: 'on what a flow made',
      events,
      concurrency: 'g',
      job: 'judge',
      if: 'github.ref',
      checkout: false,
    };
    const other = renderActionReadme(definition({ kind: 'flow', name: 'x', alone } as never), PIN);
    expect(other).toContain('It works in any workflow, as below, on what a flow made.');
    expect(other).toContain("on:\n  schedule:\n    - cron: '1 * * * *'\n");
    expect(other).toContain(
      'concurrency:\n  group: g\n  cancel-in-progress: false\njobs:\n  judge:\n    if: github.ref\n',
    );
    expect(other).not.toContain('actions/checkout@');
  });

  test('the stub names the action and nothing else', () => {
    expect(renderStub(definition()).split('\n').slice(1)).toEqual(["require('./index.js').run('gate-x');", '']);
    expect(isGenerated(renderStub(definition()))).toBe(true);
  });

  test('a cell cannot break its table', () => {
    expect(table(['a'], [['x | y\n\n z']])).toBe('| a |\n|---|\n| x \\| y z |');
  });
});

describe('betweenMarkers', () => {
  const [start, end] = ['<!-- t:start -->', '<!-- t:end -->'];

  test('replaces what stands between, and again gives the same', () => {
    const once = betweenMarkers(`a\n${start}\nold\n${end}\nb\n`, 't', 'new', 'README.md');
    expect(once).toBe(`a\n${start}\n\nnew\n\n${end}\nb\n`);
    expect(betweenMarkers(once, 't', 'new', 'README.md')).toBe(once);
  });

  test.each([
    ['no marker', 'text'],
    ['no end', start],
    ['the end first', `${end} ${start}`],
    ['two starts', `${start} ${start} ${end}`],
    ['two ends', `${start} ${end} ${end}`],
  ])('refuses %s', (_, text) => {
    expect(() => betweenMarkers(text, 't', 'new', 'README.md')).toThrow(/README.md needs .* exactly once/);
  });
});
