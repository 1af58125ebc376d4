import { describe, expect, test } from '@jest/globals';
import { readOwners } from '../../../../src/core/codeowners.ts';
import { compareIds, type PlanItem, type PlanPull } from '../../../../src/core/merge-plan/item.ts';
import { cycleText } from '../../../../src/core/merge-plan/order.ts';
import { planMerges } from '../../../../src/core/merge-plan/plan.ts';
import { blockText, planText, wrap } from '../../../../src/core/merge-plan/text.ts';

function item(id: string, dependsOn: string[] = [], given: Partial<PlanItem> = {}): PlanItem {
  const at = `#${Number.parseInt(id, 10)}`;
  return { id, slug: 'work', state: 'open', dependsOn, hotspots: [], at, pulls: [], ...given };
}
function pull(number: number, touched: string[] = [], draft = false): PlanPull {
  return { number, head: number.toString(16).padStart(40, '0'), draft, touched };
}
const merge = ({ number }: { readonly number: number }): string => `merge ${number}`;
const online = (items: PlanItem[], owners = ''): string =>
  planText('here', planMerges(items, readOwners(owners)), merge).join('\n');
const offline = (items: PlanItem[]): string => planText('here', planMerges(items)).join('\n');

describe('a plan in words', () => {
  test('one contract without a pull request: nothing else is told', () => {
    expect(online([item('01')])).toBe('here: 1 open contract, none can be merged now\n\n1  01  work  no pull request');
  });

  test('without a host nothing is said of pull requests, nor of what can be merged', () => {
    const items = [
      item('01', [], { pulls: [pull(11, ['a.ts'])], hotspots: ['a.ts'] }),
      item('02', ['01'], { hotspots: ['a.ts'] }),
      item('03', ['04'], { slug: '' }),
      item('04', ['03']),
    ];
    expect(offline(items)).toBe(`here: 4 open contracts, in the order of their merges

1  01  work
2  02  work
       waits for 01 (#1)
-  03
       waits for itself: 03 -> 04 -> 03
       waits for 04 (#4)
-  04  work
       waits for itself: 03 -> 04 -> 03
       waits for 03 (#3)

hotspots, one pull request after the other
  a.ts: 01 (#11), then 02

a person has to mend
  depends_on goes in a circle: 03 -> 04 -> 03. Take one of these out of the
  depends_on before it.`);
  });

  test('everything that can be in the way', () => {
    const items = [
      item('01', [], { pulls: [pull(11, ['a.ts', 'b.ts'])] }),
      item('02', ['07', '01', '99', '01'], { pulls: [pull(12)] }),
      item('03', [], { pulls: [pull(14), pull(13)] }),
      item('04', [], { pulls: [pull(15, [], true)], changed: true }),
      item('05', [], { at: '#5', pulls: [pull(16)] }),
      item('05', [], { at: '#50' }),
      item('06', [], { pulls: [pull(17, ['a.ts', 'b.ts'])] }),
      item('07', [], { state: 'closed' }),
      item('08', [], { slug: 'final-validation' }),
    ];
    expect(online(items, '*.ts @b @a')).toBe(`here: 7 open contracts, 1 can be merged now

1  01  work  #11 ready
2  02  work  #12
       waits for 01 (#1), pull request #11
       waits for 07 (#7), which was closed and not merged
       waits for 99, which no contract has as its id
3  03  work
       has more than one pull request: #13, #14
4  04  work  #15 draft
       was changed after it was approved
5  05  work  #16
       shares its issue id: #5, #50
6  06  work  #17
       goes after 01 (#11): they share a.ts, b.ts; owners @a, @b
7  08  final-validation  no pull request
       comes last: waits for 01, 02, 03, 04, 05, 06

hotspots, one pull request after the other
  a.ts, b.ts: 01 (#11), then 06 (#17); owners @b, @a

people have to mend
  #5 and #50 have the same issue id 05. Give each contract an id of its own.
  02 (#2) depends on 07 (#7), which was closed and not merged. Reopen #7, or
  take 07 out of depends_on.
  02 (#2) depends on 99, which no contract has as its id. Take it out of
  depends_on, or write its contract.
  03 (#3) has 2 open pull requests: #13, #14. Close all but one.
  the contract of 04 (#4) was changed after it was approved. Approve it again
  with \`/flow resume\`, or take the change back.

next
  merge 11`);
  });

  test('12 groups of hotspots and 12 problems are told, and how many more there are', () => {
    const names = (count: number): string[] => Array.from({ length: count }, (_, at) => String(at + 10));
    const rules = (count: number): string =>
      names(count)
        .map((n) => `f${n} @o${n}`)
        .join('\n');
    const shared = (count: number): string => {
      const hotspots = names(count).map((n) => `f${n}`);
      return online([item('1', [], { hotspots }), item('2', [], { hotspots })], rules(count));
    };
    expect(shared(12)).toMatch(/ {2}f21: 1, then 2; owner @o21$/);
    expect(shared(13)).toMatch(/ {2}f21: 1, then 2; owner @o21\n {2}and 1 more: see --json$/);
    const lost = (count: number): string =>
      online([
        item(
          '1',
          names(count).map((n) => `7777777${n}`),
        ),
      ]);
    expect(lost(12)).toMatch(/depends on 777777721, .*\n.*write its contract\.$/);
    expect(lost(14)).toMatch(/depends on 777777721, .*\n.*write its contract\.\n {2}and 2 more: see --json$/);
  });

  test('a control character in an id or a path is shown, not written', () => {
    expect(blockText({ by: 'unknown', id: 'x\u001b[31m\u0007', nearest: undefined })).toBe(
      'waits for x\\u{7}, which no contract has as its id',
    );
  });

  test.each([
    [8, 'comes last: waits for 1, 2, 3, 4, 5, 6, 7, 8'],
    [9, 'comes last: waits for 1, 2, 3, 4, 5, 6, 7 and 2 more'],
  ])('%d names in a row', (count, text) => {
    const ids = Array.from({ length: count }, (_, at) => String(at + 1));
    expect(blockText({ by: 'last', ids })).toBe(text);
  });

  test.each([
    [12, '1 -> 2 -> 3 -> 4 -> 5 -> 6 -> 7 -> 8 -> 9 -> 10 -> 11 -> 12 -> 1'],
    [13, '1 -> 2 -> 3 -> 4 -> 5 -> 6 -> 7 -> 8 -> 9 -> 10 -> … 3 more … -> 1'],
  ])('a circle of %d', (count, text) => {
    expect(cycleText(Array.from({ length: count }, (_, at) => String(at + 1)))).toBe(text);
  });

  test.each([
    ['', 2, ['  ']],
    ['a b', 0, ['a b']],
    [`${'x'.repeat(78)} y`, 0, [`${'x'.repeat(78)} y`]],
    [`${'x'.repeat(78)} yy`, 0, ['x'.repeat(78), 'yy']],
    [`${'x'.repeat(76)} y`, 2, [`  ${'x'.repeat(76)} y`]],
    [`${'x'.repeat(77)} y`, 2, [`  ${'x'.repeat(77)}`, '  y']],
    [`${'x'.repeat(90)} y`, 0, ['x'.repeat(90), 'y']],
  ])('%j wrapped from column %d', (text, indent, lines) => expect(wrap(text, indent)).toEqual(lines));
});

describe('an order', () => {
  test.each<[string, string[]]>([
    ['a circle from its lowest, wherever it is entered', ['05:03', '04:05', '03:04', '01:05']],
    ['the same circle, the other way round in the file', ['01:05', '03:04', '04:05', '05:03']],
  ])('%s', (_, edges) => {
    const items = edges.map((edge) => item(edge.slice(0, 2), [edge.slice(3)]));
    const { problems, entries } = planMerges(items);
    expect(problems.map(({ message }) => message)).toEqual(['depends_on goes in a circle: 03 -> 04 -> 05 -> 03']);
    expect(entries.map(({ id }) => id)).toEqual(['01', '03', '04', '05']);
  });

  test('two circles and what stands behind both', () => {
    const items = [
      item('1', ['2']),
      item('2', ['1']),
      item('3', ['4']),
      item('4', ['3']),
      item('5', ['4', '2', '6']),
      item('6'),
    ];
    const plan = planMerges(items);
    expect(plan.problems.map(({ message }) => message)).toEqual([
      'depends_on goes in a circle: 1 -> 2 -> 1',
      'depends_on goes in a circle: 3 -> 4 -> 3',
    ]);
    expect(plan.entries.map(({ id, position }) => [id, position])).toEqual([
      ['6', 1],
      ['1', undefined],
      ['2', undefined],
      ['3', undefined],
      ['4', undefined],
      ['5', undefined],
    ]);
  });

  test('final validations of two contracts both come behind the rest, and wait for each other only where they say so', () => {
    const final = { slug: 'final-validation' };
    const plan = planMerges([item('1', [], final), item('2', ['1'], final), item('3')]);
    expect(plan.entries.map(({ id, blockedBy }) => [id, blockedBy.map(({ by }) => by)])).toEqual([
      ['3', []],
      ['1', ['last']],
      ['2', ['dependency', 'last']],
    ]);
  });

  test('what is no id comes behind all that are, by its text', () => {
    const sorted = ['x1', '12345678901', 'b', 'a', '7', '7a', '07b', '3x9', '0'].sort(compareIds);
    expect(sorted).toEqual(['0', '7', '7a', '07b', '12345678901', '3x9', 'a', 'b', 'x1']);
    expect([compareIds('7', '7'), compareIds('a', 'a'), compareIds('a', 'b'), compareIds('b', 'a')]).toEqual([
      0, 0, -1, 1,
    ]);
  });
});

describe('what a plan rests on', () => {
  const codes = (items: PlanItem[]) => planMerges(items).problems.map(({ code, message }) => `${code}: ${message}`);

  test('doubles are told in the order of their ids, all places of each', () => {
    const twins = ['10', '9', '10', '9', '10'].map((id, at) => item(id, [], { at: `f${at}` }));
    expect(codes(twins)).toEqual([
      'duplicate: f1 and f3 have the same issue id 9',
      'duplicate: f0 and f2 and f4 have the same issue id 10',
    ]);
    expect(planMerges(twins).entries.map(({ blockedBy }) => blockedBy)).toEqual([
      [{ by: 'duplicate', at: ['f1', 'f3'] }],
      [{ by: 'duplicate', at: ['f0', 'f2', 'f4'] }],
    ]);
  });

  test('an id that is open behind a merged one is double; behind a closed one it is a second try', () => {
    const merged = item('01', [], { state: 'merged', at: '#1' });
    const open = item('01', [], { at: '#9' });
    expect(codes([merged, open])).toEqual(['duplicate: #9 and #1 have the same issue id 01']);
    expect(codes([open, item('01', [], { at: '#8' }), merged])).toEqual([
      'duplicate: #9 and #8 and #1 have the same issue id 01',
    ]);
    expect(codes([item('01', [], { state: 'closed' }), open])).toEqual([]);
  });

  test.each<[string, ('merged' | 'closed')[]]>([
    ['before', ['merged', 'closed']],
    ['after', ['closed', 'merged']],
  ])('what was merged is merged, though a contract of the same id was closed %s it', (_, states) => {
    expect(codes([...states.map((state) => item('01', [], { state })), item('02', ['01'])])).toEqual([]);
  });

  test.each([
    ['7', '007'],
    ['100', '0100'],
    ['0', '000'],
    ['10', '010'],
  ])('an id %s that is written %s is meant', (unknown, known) => {
    const [problem] = planMerges([item(known), item('500', [unknown]), item('101'), item('1')]).problems;
    expect(problem).toEqual({
      code: 'unknown',
      message: `500 (#500) depends on ${unknown}, which no contract has as its id`,
      fix: `did you mean ${known}? Else take it out of depends_on, or write its contract`,
    });
  });

  test('twenty unknown ids are told with the nearest, which takes time for each', () => {
    const unknown = [...'abcdefghijklmnopqrstu'].map((letter) => `20${letter}`);
    const { problems } = planMerges([item('1', unknown), item('20')]);
    const fixes = problems.map(({ fix }) => fix.startsWith('did you mean 20?'));
    expect(fixes).toEqual([...Array<boolean>(20).fill(true), false]);
  });

  test('circles block everything in them and are told once; what is changed and merged is over', () => {
    const { entries } = planMerges([item('1', ['2']), item('2', ['1'])]);
    expect(entries.map(({ blockedBy }) => blockedBy[0])).toEqual([
      { by: 'cycle', cycle: ['1', '2'] },
      { by: 'cycle', cycle: ['1', '2'] },
    ]);
    expect(codes([item('1', [], { state: 'merged', changed: true })])).toEqual([]);
  });
});

describe('hotspots', () => {
  const spots = (items: PlanItem[]) =>
    planMerges(items).hotspots.map(({ path, declared, touched }) => `${path}: ${declared.join()} | ${touched.join()}`);

  test('in the order of their paths; a glob meets paths of others and its own text, and a plain name nothing but itself', () => {
    const one = item('1', [], { hotspots: ['src/*.ts', 'z.ts', 'b+'] });
    const two = item('2', [], {
      hotspots: ['src/*.ts', 'src/d.ts'],
      pulls: [pull(2, ['z.ts', 'src/c.ts', 'bb', 'a/b.ts'])],
    });
    expect(spots([one, two])).toEqual(['src/*.ts: 1,2 | ', 'src/c.ts: 1,2 | 2', 'src/d.ts: 1,2 | ', 'z.ts: 1 | 2']);
  });

  test('a question mark is a glob; what only one has is no hotspot', () => {
    expect(
      spots([item('1', [], { hotspots: ['a?.ts', 'own/**'] }), item('2', [], { pulls: [pull(2, ['ab.ts'])] })]),
    ).toEqual(['ab.ts: 1 | 2']);
  });

  test('items stand in merge order; one that waits for two waits in the order of their ids', () => {
    const items = [
      item('3', [], { pulls: [pull(3, ['b.ts'])] }),
      item('2', [], { pulls: [pull(2, ['c.ts'])] }),
      item('4', [], { pulls: [pull(4, ['b.ts', 'c.ts'])] }),
    ];
    const { entries } = planMerges(items, readOwners('b.ts @y @x\n'));
    expect(entries[2]!.blockedBy).toEqual([
      { by: 'hotspot', id: '2', pull: 2, paths: ['c.ts'], owners: [] },
      { by: 'hotspot', id: '3', pull: 3, paths: ['b.ts'], owners: ['@x', '@y'] },
    ]);
  });
});
