import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readOwners } from '../../../../src/core/codeowners.ts';
import type { GateStanding } from '../../../../src/core/board/standing.ts';
import { compareIds, type ItemState, type PlanItem, type PlanPull } from '../../../../src/core/merge-plan/item.ts';
import { cycleText, orderItems } from '../../../../src/core/merge-plan/order.ts';
import { planMerges } from '../../../../src/core/merge-plan/plan.ts';
import { planText } from '../../../../src/core/merge-plan/text.ts';

interface Given {
  state?: ItemState;
  slug?: string;
  hotspots?: string[];
  pulls?: PlanPull[];
  at?: string;
}

function item(id: string, dependsOn: string[] = [], given: Given = {}): PlanItem {
  const { state = 'open', slug = `work-${id}`, hotspots = [], pulls = [], at = `#${Number.parseInt(id, 10)}` } = given;
  return { id, slug, state, dependsOn, hotspots, at, pulls };
}
function pull(number: number, touched: string[] = [], draft = false): PlanPull {
  return { number, head: number.toString(16).padStart(40, '0'), draft, touched };
}
const ids = (items: readonly PlanItem[]) => planMerges(items).entries.map(({ id }) => id);

describe('compareIds', () => {
  test('orders by number, then letter, then zeros', () => {
    const sorted = ['2', '03', '03a', '03b', '3', '10', '010', '999999999z'];
    expect([...sorted].reverse().sort(compareIds)).toEqual(['2', '03', '3', '03a', '03b', '010', '10', '999999999z']);
  });
});

describe('order', () => {
  test.each<[string, PlanItem[], string[]]>([
    ['nothing', [], []],
    ['independents go by id', [item('10'), item('2'), item('03a'), item('03')], ['2', '03', '03a', '10']],
    ['a dependency goes first, whatever its id', [item('01', ['09']), item('09')], ['09', '01']],
    [
      'the lowest that is free goes next',
      [item('1', ['5']), item('2'), item('5'), item('6', ['2'])],
      ['2', '5', '1', '6'],
    ],
    ['a diamond', [item('4', ['2', '3']), item('2', ['1']), item('3', ['1']), item('1')], ['1', '2', '3', '4']],
    ['a dependency named twice is one', [item('2', ['1', '1']), item('1')], ['1', '2']],
    [
      'the final validation goes last',
      [item('01', [], { slug: 'final-validation' }), item('02'), item('03')],
      ['02', '03', '01'],
    ],
  ])('%s', (_, items, order) => {
    expect(ids(items)).toEqual(order);
    expect(ids([...items].reverse())).toEqual(order);
  });

  test('A-39: a cycle is refused with the cycle printed, and what stands behind it waits', () => {
    const items = [item('01', ['03a']), item('03a', ['01']), item('04', ['01']), item('05')];
    const plan = planMerges(items);
    expect(plan.entries.map(({ id, position }) => [id, position])).toEqual([
      ['05', 1],
      ['01', undefined],
      ['03a', undefined],
      ['04', undefined],
    ]);
    expect(plan.problems).toEqual([
      {
        code: 'cycle',
        message: 'depends_on goes in a circle: 01 -> 03a -> 01',
        fix: 'take one of these out of the depends_on before it',
      },
    ]);
    expect(plan.entries[3]!.blockedBy).toEqual([{ by: 'dependency', id: '01', at: '#1', pull: undefined }]);
    expect(plan.entries.some(({ ready }) => ready)).toBe(false);
  });

  test('A-39: on itself', () => {
    expect(planMerges([item('01', ['01'])]).problems[0]!.message).toBe('depends_on goes in a circle: 01 -> 01');
  });

  test('what waits for the final validation goes in a circle with it', () => {
    const plan = planMerges([item('99', [], { slug: 'final-validation' }), item('05', ['99']), item('06')]);
    expect(plan.problems[0]!.message).toBe('depends_on goes in a circle: 05 -> 99 -> 05');
    expect(plan.entries.map(({ id }) => id)).toEqual(['06', '05', '99']);
  });

  test('a long cycle is shortened for people and whole for programs', () => {
    const all = Array.from({ length: 10_000 }, (_, at) => item(String(at + 1), [String(((at + 1) % 10_000) + 1)]));
    const { cycles, order, stuck } = orderItems(all);
    expect([cycles.length, cycles[0]!.length, order.length, stuck.length]).toEqual([1, 10_000, 0, 10_000]);
    expect(cycleText(cycles[0]!)).toBe('1 -> 2 -> 3 -> 4 -> 5 -> 6 -> 7 -> 8 -> 9 -> 10 -> … 9990 more … -> 1');
  });

  test('A-39: 10,000 entries in a chain, and 10,000 that all need one and are needed by one', () => {
    const count = 10_000;
    const chain = Array.from({ length: count }, (_, at) =>
      item(String(count - at), at === 0 ? [] : [String(count - at + 1)]),
    );
    expect(ids(chain)).toEqual(Array.from({ length: count }, (_, at) => String(count - at)));
    const middle = Array.from({ length: count - 2 }, (_, at) => String(at + 2));
    const star = [item(String(count), middle), ...middle.map((id) => item(id, ['1'])), item('1')];
    expect(ids(star)).toEqual(['1', ...middle, String(count)]);
    const final = [...star, item('0', [], { slug: 'final-validation' })];
    expect(ids(final).at(-1)).toBe('0');
  });

  const graph = fc
    .integer({ min: 1, max: 12 })
    .chain((size) => {
      const one = fc.integer({ min: 0, max: size - 1 });
      return fc.tuple(fc.constant(size), fc.array(fc.tuple(one, one), { maxLength: 2 * size }), fc.integer());
    })
    .map(([size, edges, seed]) => ({
      seed,
      items: Array.from({ length: size }, (_, at) =>
        item(
          String(at),
          edges.filter(([from]) => from === at).map(([, to]) => String(to)),
        ),
      ),
    }));

  test('property: each behind all it needs; the rest are exactly those that reach a cycle; each cycle is one', () => {
    fc.assert(
      fc.property(graph, ({ items }) => {
        const { order, stuck, cycles } = orderItems(items);
        const place = new Map(order.map((id, at) => [id, at]));
        for (const { id, dependsOn } of items) {
          if (place.has(id)) for (const need of dependsOn) expect(place.get(need)).toBeLessThan(place.get(id)!);
        }
        expect(stuck).toEqual(items.map(({ id }) => id).filter((id) => reachesCycle(items, id)));
        expect(cycles.length > 0).toBe(stuck.length > 0);
        const needs = new Map(items.map(({ id, dependsOn }) => [id, dependsOn]));
        for (const cycle of cycles) {
          cycle.forEach((id, at) => expect(needs.get(id)).toContain(cycle[(at + 1) % cycle.length]));
          expect(new Set(cycle).size).toBe(cycle.length);
          expect(cycle[0]).toBe([...cycle].sort(compareIds)[0]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('property: the plan does not depend on the order of what was read, and is the least one by ids', () => {
    fc.assert(
      fc.property(graph, ({ items, seed }) => {
        const shuffled = [...items].sort((a, b) => mix(a.id, seed) - mix(b.id, seed));
        expect(planMerges(shuffled)).toEqual(planMerges(items));
        // A slow oracle: again and again the lowest that is free.
        const { order } = orderItems(items);
        const slow: string[] = [];
        for (;;) {
          const free = items.find(
            ({ id, dependsOn }) => !slow.includes(id) && dependsOn.every((need) => slow.includes(need)),
          );
          if (free === undefined) break;
          slow.push(free.id);
        }
        expect(order).toEqual(slow);
      }),
      { numRuns: 300 },
    );
  });
});

describe('blocked by', () => {
  test('an unmerged dependency; a merged one no more; one that was given up for ever', () => {
    const items = [
      item('01', [], { pulls: [pull(11)] }),
      item('02', [], { state: 'merged' }),
      item('03', [], { state: 'closed' }),
      item('04', ['01', '02', '03'], { pulls: [pull(14)] }),
    ];
    const plan = planMerges(items);
    expect(plan.entries.map(({ id, ready }) => [id, ready])).toEqual([
      ['01', true],
      ['04', false],
    ]);
    expect(plan.entries[1]!.blockedBy).toEqual([
      { by: 'dependency', id: '01', at: '#1', pull: 11 },
      { by: 'closed', id: '03', at: '#3' },
    ]);
    expect(plan.problems.map(({ message }) => message)).toEqual([
      '04 (#4) depends on 03 (#3), which was closed and not merged',
    ]);
  });

  test.each([
    ['1', 'did you mean 01?'],
    ['03b', 'did you mean 03a?'],
    ['777777777', 'take it out'],
  ])('A-39: an unknown id %s is named with the nearest', (unknown, fix) => {
    const { problems, entries } = planMerges([item('01'), item('03a'), item('05', [unknown])]);
    expect(problems[0]).toMatchObject({ code: 'unknown', fix: expect.stringContaining(fix) as unknown });
    expect(problems[0]!.message).toContain(`depends on ${unknown}, which no contract has`);
    expect(entries[2]!.ready).toBe(false);
  });

  test('A-39: nothing is told to wait for itself', () => {
    const { problems } = planMerges([item('05', ['06'])]);
    expect(problems[0]!.fix).toBe('take it out of depends_on, or write its contract');
  });

  test('A-39: 10,000 unknown ids among 10,000 contracts', () => {
    const all = Array.from({ length: 10_000 }, (_, at) => item(String(at), [String(900_000_000 + at)]));
    expect(planMerges(all).problems).toHaveLength(10_000);
  });

  test('A-32: ids are text: 01 and 1 are two, and neither stands for the other', () => {
    const { problems } = planMerges([item('01'), item('1'), item('2', ['001'])]);
    expect(problems.map(({ code }) => code)).toEqual(['unknown']);
  });

  test('two pull requests of one contract, and two contracts of one id', () => {
    const two = planMerges([item('01', [], { pulls: [pull(9), pull(8)] })]);
    expect(two.entries[0]).toMatchObject({
      ready: false,
      pull: undefined,
      blockedBy: [{ by: 'pulls', numbers: [8, 9] }],
    });
    const twins = [item('01', [], { at: '#5', pulls: [pull(8)] }), item('01', [], { at: '#6' }), item('02', ['01'])];
    const plan = planMerges(twins);
    expect(plan.problems[0]).toMatchObject({ code: 'duplicate', message: '#5 and #6 have the same issue id 01' });
    expect(plan.entries.map(({ ready }) => ready)).toEqual([false, false]);
  });

  test('A-34: a contract that was changed after its approval blocks itself, and with it what depends on it', () => {
    const plan = planMerges([
      { ...item('01', [], { pulls: [pull(1)] }), changed: true },
      item('02', ['01'], { pulls: [pull(2)] }),
    ]);
    expect(plan.entries.map(({ blockedBy }) => blockedBy.map(({ by }) => by))).toEqual([['changed'], ['dependency']]);
    expect(plan.problems.map(({ code }) => code)).toEqual(['changed']);
  });

  test('an id that is open again after a merge is not merged', () => {
    const items = [
      item('01', [], { at: '#9' }),
      item('01', [], { state: 'merged', at: '#1' }),
      item('02', ['01'], { pulls: [pull(3)] }),
    ];
    const plan = planMerges(items);
    expect(plan.entries.map(({ ready }) => ready)).toEqual([false, false]);
    expect(plan.problems.map(({ code }) => code)).toEqual(['duplicate']);
  });

  test('a draft is not ready, no pull request is not ready, and neither is blocked', () => {
    const plan = planMerges([item('01', [], { pulls: [pull(1, [], true)] }), item('02')]);
    expect(plan.entries.map(({ ready, blockedBy }) => [ready, blockedBy.length])).toEqual([
      [false, 0],
      [false, 0],
    ]);
  });

  test('the final validation waits for all that are open', () => {
    const plan = planMerges([
      item('01', [], { slug: 'final-validation', pulls: [pull(1)] }),
      item('02'),
      item('03', [], { state: 'merged' }),
    ]);
    expect(plan.entries.at(-1)).toMatchObject({ id: '01', final: true, blockedBy: [{ by: 'last', ids: ['02'] }] });
    const alone = planMerges([item('01', [], { slug: 'final-validation', pulls: [pull(1)] })]);
    expect(alone.entries[0]!.ready).toBe(true);
  });
});

describe('hotspots', () => {
  const owners = readOwners('* @acme/all\nnmoe/ @acme/train\n');
  const waits = (items: PlanItem[]) =>
    planMerges(items, owners).entries.map(({ id, blockedBy }) => [
      id,
      blockedBy.map((block) => ('id' in block ? block.id : block.by)),
    ]);

  test.each<[string, PlanItem[], unknown]>([
    [
      'declared by both, changed by neither',
      [
        item('01', [], { hotspots: ['a.ts'], pulls: [pull(1)] }),
        item('02', [], { hotspots: ['a.ts'], pulls: [pull(2)] }),
      ],
      [
        ['01', []],
        ['02', ['01']],
      ],
    ],
    [
      'declared by one, changed by the other',
      [item('01', [], { hotspots: ['a.ts'], pulls: [pull(1)] }), item('02', [], { pulls: [pull(2, ['a.ts'])] })],
      [
        ['01', []],
        ['02', ['01']],
      ],
    ],
    [
      'changed by both, declared by none',
      [item('01', [], { pulls: [pull(1, ['a.ts'])] }), item('02', [], { pulls: [pull(2, ['a.ts'])] })],
      [
        ['01', []],
        ['02', ['01']],
      ],
    ],
    [
      'a glob and a path below it',
      [
        item('01', [], { hotspots: ['src/**'], pulls: [pull(1)] }),
        item('02', [], { pulls: [pull(2, ['src/b/c.ts'])] }),
      ],
      [
        ['01', []],
        ['02', ['01']],
      ],
    ],
    [
      'a line of three: each waits for the one before it alone',
      [1, 2, 3].map((n) => item(`0${n}`, [], { pulls: [pull(n, ['a.ts'])] })),
      [
        ['01', []],
        ['02', ['01']],
        ['03', ['02']],
      ],
    ],
    [
      'a draft holds nobody up, and waits for nobody',
      [item('01', [], { pulls: [pull(1, ['a.ts'], true)] }), item('02', [], { pulls: [pull(2, ['a.ts'])] })],
      [
        ['01', []],
        ['02', []],
      ],
    ],
    [
      'one that waits for something else holds nobody up',
      [item('01', ['09'], { pulls: [pull(1, ['a.ts'])] }), item('02', [], { pulls: [pull(2, ['a.ts'])] }), item('09')],
      [
        ['02', []],
        ['09', []],
        ['01', ['09']],
      ],
    ],
    [
      'different paths',
      [item('01', [], { pulls: [pull(1, ['a.ts'])] }), item('02', [], { pulls: [pull(2, ['b.ts'])] })],
      [
        ['01', []],
        ['02', []],
      ],
    ],
    [
      'a merged one is over',
      [
        item('01', [], { state: 'merged', hotspots: ['a.ts'] }),
        item('02', [], { hotspots: ['a.ts'], pulls: [pull(2)] }),
      ],
      [['02', []]],
    ],
  ])('%s', (_, items, expected) => {
    expect(waits(items)).toEqual(expected);
  });

  test('owners are named, by the last rule that matches', () => {
    const plan = planMerges(
      [
        item('01', [], { hotspots: ['nmoe/train.py'], pulls: [pull(1)] }),
        item('02', [], { pulls: [pull(2, ['nmoe/train.py', 'b.ts'])] }),
      ],
      owners,
    );
    expect(plan.hotspots).toEqual([
      { path: 'nmoe/train.py', items: ['01', '02'], declared: ['01'], touched: ['02'], owners: ['@acme/train'] },
    ]);
    expect(plan.entries[1]!.blockedBy).toEqual([
      { by: 'hotspot', id: '01', pull: 1, paths: ['nmoe/train.py'], owners: ['@acme/train'] },
    ]);
  });
});

describe('planText', () => {
  test('fits 80 columns and says the whole of it', () => {
    const plan = planMerges(
      [
        item('01', [], { slug: 'attention', pulls: [pull(12, ['nmoe/train.py'])] }),
        item('03a', ['01'], { slug: 'rope-scaling-for-long-contexts', pulls: [pull(14, ['nmoe/train.py'])] }),
        item('04', [], { slug: 'router', hotspots: ['nmoe/train.py'], pulls: [pull(15)] }),
        item('05', ['1'], { slug: 'docs' }),
        item('99', [], { slug: 'final-validation' }),
      ],
      readOwners('nmoe/ @acme/train'),
    );
    const lines = planText('acme/rocket', plan, ({ number, head }) => `merge ${number} ${head}`);
    expect(lines.join('\n')).toBe(`acme/rocket: 5 open contracts, 1 can be merged now

1  01   attention  #12 ready
2  03a  rope-scaling-for-long-contexts  #14
        waits for 01 (#1), pull request #12
3  04   router  #15
        goes after 01 (#12): they share nmoe/train.py; owner @acme/train
4  05   docs  no pull request
        waits for 1, which no contract has as its id
5  99   final-validation  no pull request
        comes last: waits for 01, 03a, 04, 05

hotspots, one pull request after the other
  nmoe/train.py: 01 (#12), then 03a (#14), then 04 (#15); owner @acme/train

a person has to mend
  05 (#5) depends on 1, which no contract has as its id. Did you mean 01? Else
  take it out of depends_on, or write its contract.

next
  merge 12 000000000000000000000000000000000000000c`);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(planText('acme/rocket', planMerges([]))).toEqual(['acme/rocket: no open contract']);
  });
});

function reachesCycle(items: readonly PlanItem[], from: string): boolean {
  const needs = new Map(items.map(({ id, dependsOn }) => [id, dependsOn]));
  const reach = (start: string): Set<string> => {
    const seen = new Set<string>();
    const todo = [...(needs.get(start) ?? [])];
    for (let id = todo.pop(); id !== undefined; id = todo.pop()) {
      if (seen.has(id)) continue;
      seen.add(id);
      todo.push(...(needs.get(id) ?? []));
    }
    return seen;
  };
  return [from, ...reach(from)].some((id) => reach(id).has(id));
}

function mix(id: string, seed: number): number {
  return Math.imul(Number(id) + 1, seed | 1) % 1009;
}

describe('gates that a contract requires', () => {
  const gated = (number: number, ...status: GateStanding['status'][]): PlanPull => ({
    ...pull(number, ['shared.ts']),
    gates: status.map((one, at) => ({ id: `gate-${at}`, tier: 'a', status: one })),
  });
  test.each(['fail', 'skipped', 'pending', 'missing'] as const)(
    '%s on the head is no pass: it cannot be merged',
    (status) => {
      const [entry] = planMerges([item('01', [], { pulls: [gated(11, 'pass', status)] })]).entries;
      const gates = [{ id: 'gate-1', tier: 'a', status }];
      expect([entry!.ready, entry!.blockedBy]).toEqual([false, [{ by: 'gates', head: entry!.pull!.head, gates }]]);
      expect(entry!.pull).toEqual({ number: 11, head: entry!.pull!.head, draft: false });
    },
  );
  test('where all passed, or nobody asked, nothing is in the way', () => {
    for (const one of [gated(11, 'pass', 'pass'), gated(11), pull(11)])
      expect(planMerges([item('01', [], { pulls: [one] })]).entries[0]).toMatchObject({ ready: true, blockedBy: [] });
  });
  test('one that waits for its gates keeps its place at a hotspot, as for the guard, and is no mistake of a contract', () => {
    const plan = planMerges([
      item('01', [], { pulls: [gated(11, 'pending')] }),
      item('02', [], { pulls: [gated(12, 'pass')] }),
    ]);
    expect(plan.entries.map(({ blockedBy }) => blockedBy.map(({ by }) => by))).toEqual([['gates'], ['hotspot']]);
    expect(plan.problems).toEqual([]);
  });
  test('in words: what each gate did on the commit, four at most', () => {
    const text = (...status: GateStanding['status'][]) =>
      planText('here', planMerges([item('01', [], { pulls: [gated(11, ...status)] })]), () => 'merge').join('\n');
    expect(text('fail', 'missing')).toBe(`here: 1 open contract, none can be merged now

1  01  work-01  #11
       waits for its gates: gate-0 failed on 0000000, gate-1 was not run on
       0000000`);
    expect(text('pending', 'skipped', 'fail', 'fail', 'fail')).toContain('gate-2 failed on 0000000 and 2 more');
  });
});
