import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import {
  endSchema,
  factOf,
  compareHops,
  factText,
  gateSchema,
  parseFact,
  startSchema,
} from '../../../src/core/fact.ts';
import {
  forwardRoute,
  requiredGates,
  resolveAgent,
  rowGates,
  type Flow,
  type FlowAgent,
} from '../../../src/core/flow.ts';
import { holdText, labelsOf, pauseOf, type Hold } from '../../../src/core/hold.ts';
import { input } from '../../../src/core/input.ts';
import {
  branchName,
  COMPUTED_GATES,
  gateOrder,
  GATES,
  isRegistryGate,
  REGISTRY_GATE,
} from '../../../src/core/names.ts';
import { isRunOf, parseRunTitle, runsOf } from '../../../src/core/run-name.ts';
import { parseStrictJson } from '../../../src/core/strict-json.ts';
import { end, gate, start } from './facts.ts';

describe('facts', () => {
  const HEX = 'a'.repeat(64);
  test.each<[string, z.ZodType, object, boolean]>([
    ['a contract', startSchema, { ...start(), contract: HEX, requires: ['tests', 'cpu:import'], resume: 1 }, true],
    ['64 gates', startSchema, { ...start(), requires: Array(64).fill('tests') }, true],
    ['65 gates', startSchema, { ...start(), requires: Array(65).fill('tests') }, false],
    ['an unknown gate', startSchema, { ...start(), requires: ['all'] }, false],
    ['half a digest', startSchema, { ...start(), contract: HEX.slice(1) }, false],
    ['a longer digest', startSchema, { ...start(), contract: `${HEX}a` }, false],
    ['a digest in capitals', startSchema, { ...start(), contract: 'A'.repeat(64) }, false],
    ['no comment', startSchema, { ...start(), resume: 0 }, false],
    ['no redo', startSchema, { ...start(), redo: 0 }, false],
    ['a negative run', startSchema, { ...start(), fence: -1 }, false],
    ['no subject', startSchema, { ...start(), subject: 0 }, false],
    ['a large subject', startSchema, { ...start(), subject: 1_000_000_000 }, false],
    ['seq 0', startSchema, { ...start(), seq: 0 }, false],
    ['attempt 0', startSchema, { ...start(), attempt: 0 }, false],
    ['a key too many', startSchema, { ...start(), more: 1 }, false],
    ['another kind', startSchema, { ...start(), kind: 'begin' }, false],
    ['a gate of a registry', gateSchema, gate({ gate: 'b200:smoke' }), true],
    ['a fault', gateSchema, gate({ status: 'fail', reason: 'crashed' }), true],
    ['a key too many', gateSchema, { ...gate(), more: 1 }, false],
    ['30 pieces of evidence', gateSchema, gate({ evidence: Array(30).fill({ key: 'k', value: 'v' }) }), true],
    ['a time', endSchema, { ...end(), until: '2026-11-20T21:05:59Z' }, true],
    ['a time with more', endSchema, { ...end(), until: '2026-11-20T21:05:59Z ' }, false],
    ['a time without a zone', endSchema, { ...end(), until: '2026-11-20T21:05:59' }, false],
    ['another century', endSchema, { ...end(), until: '1926-11-20T21:05:59Z' }, false],
    ['a month of 20', endSchema, { ...end(), until: '2026-21-20T21:05:59Z' }, false],
    ['a text before a time', endSchema, { ...end(), until: 'x2026-11-20T21:05:59Z' }, false],
    ['a summary of 200', endSchema, end({ summary: 's'.repeat(200) }), true],
    ['a summary with a separator', endSchema, end({ summary: 'a\u2028b' }), false],
    ['three hints', endSchema, end({ advisories: ['a', 'b', 'c'] }), true],
    ['four', endSchema, end({ advisories: ['a', 'b', 'c', 'd'] }), false],
    ['a plan of 601', endSchema, end({ plan: 'p'.repeat(601) }), false],
    ['51 criteria', endSchema, end({ acs: Array<string>(51).fill('AC1') }), false],
    ['a criterion that is none', endSchema, end({ acs: ['AC0'] }), false],
    ['no pull request', endSchema, end({ pr: 0 }), false],
    ['a version of this tool', endSchema, end({ tool: '2.0.0-rc.1' }), true],
    ['a version that is text', endSchema, end({ tool: '1.0 @team' }), false],
    ['no comment seen', endSchema, end({ seen: 0 }), false],
    ['a route with more', endSchema, { ...end(), next: { type: 'NEXT', agent: 'a', more: 1 } }, false],
    ['a key too many', endSchema, { ...end(), more: 1 }, false],
    ['a reason of an end', endSchema, end({ status: 'fail', reason: 'hop-limit' }), true],
    ['a free reason', endSchema, { ...end(), reason: 'because' }, false],
  ])('%s', (_, schema, value, yes) => expect(schema.safeParse(value).success).toBe(yes));

  test('an error names the field', () => {
    const message = (value: unknown) => {
      try {
        return parseFact(value, 'line 3');
      } catch (error) {
        return error;
      }
    };
    expect(message({ ...end(), next: { type: 'NEXT', agent: 'A' } })).toMatchObject({
      code: 'bad-fact',
      at: 'line 3',
      message: expect.stringMatching(/^next\.agent: /),
      cause: expect.any(z.ZodError),
    });
    expect(message({ ...gate(), reason: 'crashed' })).toMatchObject({ message: 'reason: does not fit the status' });
    expect(message(1)).toMatchObject({ message: expect.stringMatching(/^fact: /) });
  });

  test('which hop it is of, in which order, and its text', () => {
    const { flow, subject, seq, agent, attempt } = end();
    expect(factOf(end())).toEqual({ v: 1, flow, subject, seq, agent, attempt });
    const hops = [
      { seq: 2, attempt: 1 },
      { seq: 1, attempt: 2 },
      { seq: 1, attempt: 1 },
      { seq: 10, attempt: 1 },
    ];
    expect(hops.sort(compareHops).map((hop) => `${hop.seq}/${hop.attempt}`)).toEqual(['1/1', '1/2', '2/1', '10/1']);
    const fact = end();
    expect(factText(fact)).toBe(factText({ ...fact }));
    expect(factText(fact)).toBe(factText(fact));
    expect(factText(fact)).toMatch(/^\{"agent":/);
  });
});

describe('a flow', () => {
  const routes = [{ type: 'NEXT' as const, agent: 'b', when: { claim: 'c' } }, { type: 'FINALIZE' as const }];
  const agent = (gates: FlowAgent['gates']): FlowAgent => ({
    microloop: 'm',
    does: 'd',
    writes: ['none'],
    gates,
    routes,
  });
  const flow = {
    flow: 'generative',
    agents: { creator: agent([]), 'other-one': agent([]) },
    aliases: { old: 'creator' },
    gates: {
      spec: { required: 'required', owners: [], passes: 'p' },
      fuzz: { required: 'hardening', owners: [], passes: 'p' },
      tests: { required: 'required', owners: [], passes: 'p' },
      perf: { required: 'never', owners: [], passes: 'p' },
    },
  } as unknown as Flow;

  test('its required gates, and the row of an agent', () => {
    expect(requiredGates(flow)).toEqual(['spec', 'tests']);
    const row = (gates: FlowAgent['gates'], more?: string[]) =>
      rowGates(flow, agent(gates), more).map(({ gate, phase }) => `${gate} ${phase}`);
    expect(row(['format', { gate: 'tests', phase: 'red' }], ['fuzz'])).toEqual(['format green', 'tests red']);
    expect(row({ all: 'required' })).toEqual(['spec green', 'tests green']);
    expect(row({ all: 'required', except: ['spec'] }, ['tests', 'cpu:a', 'spec'])).toEqual([
      'tests green',
      'cpu:a green',
    ]);
    expect(forwardRoute(agent([]))).toBe(routes[1]);
  });

  test.each([
    ['creator', 'creator'],
    ['generative-creator', 'creator'],
    ['other-one', 'other-one'],
    ['old', 'creator'],
    ['generative-old', 'creator'],
    ['generative', undefined],
    ['xgenerative-creator', undefined],
    ['creators', undefined],
    ['toString', undefined],
  ])('%s is %s', (name, resolved) => expect(resolveAgent(flow, name)).toBe(resolved));

  test('gates in their order, those of a registry last', () => {
    expect([gateOrder('spec'), gateOrder('format'), gateOrder('cpu:import'), gateOrder('x')]).toEqual([
      0,
      1,
      GATES.length,
      GATES.length,
    ]);
    expect([isRegistryGate('cpu:import'), isRegistryGate('tests')]).toEqual([true, false]);
    expect(COMPUTED_GATES).toEqual(['scope', 'guard', 'impl', 'required']);
  });

  test.each([
    ...['cpu:import', 'a:b', 'a1.b-c_d:e1.f-g_h', `a:${'b'.repeat(58)}`].map((id) => [id, true] as const),
    ...[
      'cpu',
      ':a',
      'a:',
      'a:b:c',
      'A:b',
      'a:B',
      '1a:b',
      'a:b-',
      'a--b:c',
      'a b:c',
      ' a:b',
      'a:b\n',
      `a:${'b'.repeat(59)}`,
    ].map((id) => [id, false] as const),
  ])('%j is the id of a gate in a registry: %s', (id, yes) => expect(REGISTRY_GATE.test(id)).toBe(yes));

  test('a branch is made of a slug', () => {
    expect([branchName('flow/', 'a-1'), branchName('', 'x'.repeat(40))]).toEqual(['flow/a-1', 'x'.repeat(40)]);
    expect(() => branchName('flow/', 'A"')).toThrow(
      expect.objectContaining({
        code: 'bad-input',
        message: 'slug "A\\"" is not ^[a-z0-9][a-z0-9-]{0,39}$',
        at: 'slug',
        fix: 'use lower-case letters, digits and dashes, at most 40 characters',
      }),
    );
  });
});

describe('inputs of an action', () => {
  const read = (schema: z.ZodType, text: string) => {
    const result = schema.safeParse(text);
    return result.success ? result.data : result.error.issues[0]!.message;
  };
  test.each<[string, z.ZodType, string, unknown]>([
    ['a text', input.text(3), 'abc', 'abc'],
    ['a long one', input.text(3), 'abcd', 'Too big: expected string to have <=3 characters'],
    ['4000 characters', input.text(), 'a'.repeat(4001), 'Too big: expected string to have <=4000 characters'],
    ['a name', input.name(), 'a-b', 'a-b'],
    ['no name', input.name(), 'A', 'must be lower-case ASCII words joined by dashes'],
    ['a sha', input.sha(), 'a'.repeat(40), 'a'.repeat(40)],
    ['a short sha', input.sha(), 'a'.repeat(39), 'must be a full 40-digit commit sha'],
    ['a branch', input.branch(), 'a/b', 'a/b'],
    ['no branch', input.branch(), '-a', 'must be a plain branch name'],
    ['a secret', input.secret(), 's', 's'],
    ['no secret', input.secret(), '', 'Too small: expected string to have >=1 characters'],
    ['an integer', input.integer(0, 9), '9', 9],
    ['zero', input.integer(0, 9), '0', 0],
    ['a large one', input.integer(0, 9), '10', 'Too big: expected number to be <=9'],
    ['a small one', input.integer(2, 9), '1', 'Too small: expected number to be >=2'],
    ['15 digits', input.integer(0, 1e15), '9'.repeat(15), 999_999_999_999_999],
    ...['01', '-1', '1.0', '1e3', ' 1', '1 ', '', '9'.repeat(16), '0x1'].map(
      (text) =>
        [`"${text}"`, input.integer(0, 9), text, 'must be a plain decimal integer'] as [
          string,
          z.ZodType,
          string,
          unknown,
        ],
    ),
    ['true', input.boolean(), 'true', true],
    ['false', input.boolean(), 'false', false],
    ['yes', input.boolean(), 'yes', 'Invalid option: expected one of "true"|"false"'],
    ['JSON', input.json(z.array(z.int())), '[1]', [1]],
    ['other JSON', input.json(z.array(z.int())), '{}', 'Invalid input: expected array, received object'],
    ['long JSON', input.json(z.array(z.int()), 4), '[1,2]', '5 characters, at most 4 are read'],
    ['a key twice', input.json(z.unknown()), '{"a":1,"a":2}', 'key "a" appears twice'],
  ])('%s', (_, schema, text, value) => expect(read(schema, text)).toEqual(value));
});

describe('strict JSON', () => {
  const fails = (text: string, max?: number) => {
    try {
      return parseStrictJson(text, 'bad-result', 'r', max);
    } catch (error) {
      return error;
    }
  };
  test.each<[string, object]>([
    ['{"a":{"constructor":1}}', { message: 'key "constructor" is not allowed' }],
    ['{"a":1,"b":[{"a":1}],"a":1}', { message: 'key "a" appears twice' }],
    ['{"a\\"":1,"a\\"":2}', { message: 'key "a\\"" appears twice' }],
    ['[1e999]', { message: 'number 1e999 is not finite' }],
    [`[${'9'.repeat(350)}]`, { message: `number ${'9'.repeat(40)} is not finite` }],
    ['[-0]', { message: 'number -0 is a negative zero' }],
    ['{"a":-0.0e1}', { message: 'number -0.0e1 is a negative zero' }],
    [`${'['.repeat(21)}${']'.repeat(21)}`, { message: 'nested deeper than 20' }],
  ])('%s', (text, error) => {
    expect(fails(text)).toMatchObject({ code: 'bad-result', at: 'r', ...error });
  });

  test('what it cannot read', () => {
    expect(fails('{')).toMatchObject({
      message: expect.stringMatching(/^not JSON: ./),
      fix: 'send one JSON value',
      at: 'r',
      cause: expect.any(SyntaxError),
    });
    expect(fails('[1,2]', 4)).toMatchObject({ message: '5 characters, at most 4 are read', fix: 'send less', at: 'r' });
    expect(fails('[1]', 3)).toEqual([1]);
  });

  test.each([
    '{"a":"a","b":{"a":"b"},"c":["a","a",{"a":1},"a"]}',
    '["__proto__", "constructor", {"a":"prototype"}]',
    '{"a":"\\\\","b":"\\"{[,:","c":-1.5e-3,"d":[{},[]],"e":1}',
    '"-0 1e999"',
    `${'['.repeat(20)}${']'.repeat(20)}`,
    '[-0.5,0,0.0,10,-1e2]',
  ])('%s is read', (text) => expect(fails(text)).toEqual(JSON.parse(text)));
});

describe('what holds a flow', () => {
  const label = 'the label `flow:pause`';
  const variable = 'the repository variable `BITNET_FLOW_PAUSED`';
  const lift = 'It goes on when whoever administers the repository changes that variable';
  test.each<[Hold, string]>([
    [
      { kind: 'stop', by: ['label'] },
      'the label `flow:stop` stops this flow. Comment `/flow resume`, or remove the label and start it again.',
    ],
    [{ kind: 'pause', by: ['label'] }, `by ${label}. Comment \`/flow resume\`, or remove the label.`],
    [{ kind: 'pause', by: ['variable'] }, `by ${variable}. ${lift}.`],
    [
      { kind: 'pause', by: ['label', 'variable'] },
      `by ${label} and by ${variable}. ${lift} and somebody comments \`/flow resume\`.`,
    ],
    [
      { kind: 'pause', by: ['variable'], unreadable: 'yes' },
      `by ${variable}, which is neither \`true\` nor a list of numbers and so pauses every flow. ${lift}.`,
    ],
  ])('%j', (hold, text) => {
    expect(holdText(hold)).toBe(text);
    expect(pauseOf(hold)).toBe(hold.kind === 'pause' ? hold : undefined);
  });

  test('labels of the issue and the pull request', () => {
    expect(labelsOf({ issue: { labels: ['a'] }, pr: { labels: ['b'] } })).toEqual(['a', 'b']);
    expect(labelsOf({ issue: undefined, pr: undefined })).toEqual([]);
    expect(pauseOf(undefined)).toBeUndefined();
  });
});

describe('titles of runs', () => {
  test.each<[string, number, object, boolean]>([
    ['7/2/1 a repair 3', 7, {}, true],
    ['7/2/1 a', 8, {}, false],
    ['7/2/1 a', 7, { seq: 3 }, false],
    ['7/2/1 a', 7, { attempt: 2 }, false],
    ['7/2/1 a', 7, { agent: 'b' }, false],
    ['another', 7, {}, false],
  ])('%s of %d %j: %s', (title, subject, over, yes) => {
    expect(isRunOf(title, subject, { seq: 2, attempt: 1, agent: 'a', ...over })).toBe(yes);
  });

  test('the runs of a subject', () => {
    const runs = ['7/2/1 a', '8/2/1 a', 'x', '7/0/0 start'].map((title) => ({ title }));
    expect(runsOf(runs, 7)).toEqual([runs[0], runs[3]]);
  });

  test.each([
    '7/0/1 start',
    '7/1/0 start',
    '7/0/0 start repair 1',
    '7/0/0 begin',
    '7/1/0 a',
    '7/0/1 a',
    '7/1/1 a repair 1000',
    '1234567890/1/1 a',
    'x7/1/1 a',
    '7/1/1 a-',
  ])('%s is none', (title) => expect(parseRunTitle(title)).toBeUndefined());
});
