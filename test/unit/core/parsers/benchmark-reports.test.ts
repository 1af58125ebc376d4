import { describe, expect, test } from '@jest/globals';
import { parseBenchmarkJson } from '../../../../src/core/parsers/benchmark-json.ts';
import { parseCriterion, parseCriterionList } from '../../../../src/core/parsers/criterion.ts';
import { reportFile, reportFiles } from './ran.ts';

describe('a list of measurements', () => {
  const read = (value: unknown) =>
    parseBenchmarkJson(typeof value === 'string' ? value : JSON.stringify(value), 'out.json');
  const one = { name: ' gemv 4096 ', unit: ' ops/s ', value: 812.5 };

  test('each with its unit and its range', () => {
    expect(
      read([
        one,
        { ...one, range: '± 3', more: 1 },
        { ...one, range: 4 },
        { ...one, unit: '', name: 'b' },
        { unit: 'x', name: 'c' },
      ]),
    ).toStrictEqual({
      measured: [
        { name: 'gemv 4096', value: 812.5, unit: 'ops/s', detail: '' },
        { name: 'gemv 4096', value: 812.5, unit: 'ops/s', detail: 'range ± 3' },
        { name: 'gemv 4096', value: 812.5, unit: 'ops/s', detail: 'range 4' },
      ],
      faults: [
        { title: 'no unit', about: 'b', detail: '812.5 of what is not said' },
        { title: 'no value', about: 'c', detail: 'value is missing' },
      ],
    });
    expect(read([])).toStrictEqual({ measured: [], faults: [] });
  });

  test.each([
    ['no unit', { unit: undefined }, 'no unit', '812.5 of what is not said'],
    ['a unit of blanks', { unit: '  ' }, 'no unit', '812.5 of what is not said'],
    ['a value that is a text', { value: '1' }, 'not a number', 'value is "1"'],
    ['the value before the unit', { value: 0, unit: undefined }, 'zero', 'value is 0: nothing was measured'],
  ])('%s', (_, change, title, detail) => {
    expect(read([{ ...one, ...change }])).toStrictEqual({
      measured: [],
      faults: [{ title, about: 'gemv 4096', detail }],
    });
  });

  const FORM = ', not a list of { name, unit, value }';
  test.each([
    ['no list', {}, `report: Invalid input: expected array, received object${FORM}`],
    ['no name', [{ value: 1 }], `0.name: Invalid input: expected string, received undefined${FORM}`],
    ['a name of blanks', [{ ...one, name: ' ' }], `0.name: Too small: expected string to have >=1 characters${FORM}`],
    [
      'a name of 201',
      [{ ...one, name: 'x'.repeat(201) }],
      `0.name: Too big: expected string to have <=200 characters${FORM}`,
    ],
    [
      'a unit of 41',
      [{ ...one, unit: 'x'.repeat(41) }],
      `0.unit: Too big: expected string to have <=40 characters${FORM}`,
    ],
    ['a range that is none', [{ ...one, range: [] }], `0.range: Invalid input${FORM}`],
    ['a key twice', '[{"name":"a","name":"b"}]', 'key "name" appears twice'],
  ])('is none: %s', (_, value, detail) => {
    expect(read(value)).toStrictEqual({
      measured: [],
      faults: [{ title: 'unreadable report', about: 'out.json', detail }],
    });
  });

  test('a number that JSON does not know is told as what was measured', () => {
    expect(read('[{"name":"a","value":NaN}]')).toStrictEqual({
      measured: [],
      faults: [{ title: 'not a number', about: 'out.json', detail: 'a value is NaN' }],
    });
  });
});

describe('criterion', () => {
  const estimate = (point: unknown, low: unknown, high: unknown, level: unknown = 0.95) => ({
    confidence_interval: { confidence_level: level, lower_bound: low, upper_bound: high },
    point_estimate: point,
    standard_error: 1,
  });
  const good = {
    mean: estimate(1300, 1100, 1500) as object,
    median: estimate(1250, 1200, 1350.5) as object,
    std_dev: estimate(20, 10, 30) as object,
  };
  const FOLDER = 'target/criterion/gemv/new/';
  const read = (benchmark: string | undefined, estimates: unknown) =>
    parseCriterion(
      reportFiles(
        ...(benchmark === undefined ? [] : [reportFile(`${FOLDER}benchmark.json`, benchmark)]),
        ...(estimates === undefined
          ? []
          : [
              reportFile(
                `${FOLDER}estimates.json`,
                typeof estimates === 'string' ? estimates : JSON.stringify(estimates),
              ),
            ]),
      ),
    );
  const NAMED = '{"title":"gemv 4096","group_id":"gemv"}';

  test('the median, its interval and the mean', () => {
    expect(read(NAMED, good)).toStrictEqual({
      measured: [
        { name: 'gemv 4096', value: 1250, unit: 'ns', detail: 'median, 1.2 us to 1.3505 us at 95 %; mean 1.3 us' },
      ],
      faults: [],
    });
  });

  test('each folder once; other files are none', () => {
    const other = 'target/criterion/b/new/';
    const { measured, faults } = parseCriterion(
      reportFiles(
        reportFile(`${FOLDER}benchmark.json`, NAMED),
        reportFile(`${other}estimates.json`, JSON.stringify(good)),
        reportFile(`${FOLDER}estimates.json`, JSON.stringify(good)),
        reportFile(`${other}benchmark.json`, '{"title":"b"}'),
        reportFile(`${FOLDER}sample.json`, '{}'),
        reportFile(`${FOLDER}estimates.json.old`, '{}'),
      ),
    );
    expect([measured.map(({ name }) => name), faults]).toEqual([['gemv 4096', 'b'], []]);
  });

  const level = (value: unknown) => ({ ...good, median: estimate(1250, 1200, 1350, value) });
  test.each<[string, unknown, string, string]>([
    ['a mean that is NaN', { ...good, mean: estimate(null, 1, 2) }, 'not a number', 'mean is null'],
    ['a mean of 0', { ...good, mean: estimate(0, 1, 2) }, 'zero', 'mean is 0: nothing was measured'],
    ['a median below 0', { ...good, median: estimate(-1, 1, 2) }, 'negative', 'median is -1'],
    ['no lower bound', { ...good, mean: estimate(1, undefined, 2) }, 'no value', 'lower bound of the mean is missing'],
    [
      'an upper bound that is a text',
      { ...good, median: estimate(1, 1, '2') },
      'not a number',
      'upper bound of the median is "2"',
    ],
    ['bounds that cross', { ...good, mean: estimate(2, 3, 2) }, 'contradiction', 'the mean lies between 3 and 2'],
    [
      'samples that do not differ',
      { ...good, std_dev: estimate(0, 0, 0) },
      'constant',
      'its standard deviation is 0: no sample differs from another',
    ],
    [
      'a deviation that is none',
      { ...good, std_dev: estimate(null, 0, 0) },
      'not a number',
      'standard deviation is null',
    ],
    ['a level that is a text', level('0.95'), 'contradiction', 'the level of confidence is 0.95'],
    ['a level of 0', level(0), 'contradiction', 'the level of confidence is 0'],
    ['no mean', { ...good, mean: estimate(undefined, 1, 2) }, 'no value', 'mean is missing'],
    ['a level that is null', level(null), 'contradiction', 'the level of confidence is null'],
    ['a level of 1', level(1), 'contradiction', 'the level of confidence is 1'],
  ])('%s', (_, estimates, title, detail) => {
    expect(read(NAMED, estimates)).toStrictEqual({ measured: [], faults: [{ title, about: 'gemv 4096', detail }] });
  });

  test.each<[string, unknown]>([
    ['bounds that meet', { ...good, mean: estimate(2, 2, 2) }],
    ['another level', level(0.5)],
  ])('nothing odd: %s', (_, estimates) => {
    expect(read(NAMED, estimates).faults).toEqual([]);
  });

  test.each([
    ['no name', undefined, good, 'no report', `${FOLDER}benchmark.json`, 'it is not there'],
    ['no estimates', NAMED, undefined, 'not measured', 'gemv 4096', 'it has no estimates.json'],
    [
      'an empty name',
      '{"title":""}',
      good,
      'no value',
      `${FOLDER}benchmark.json`,
      'title: Too small: expected string to have >=1 characters',
    ],
    [
      'a name of 1,001',
      `{"title":"${'x'.repeat(1001)}"}`,
      good,
      'no value',
      `${FOLDER}benchmark.json`,
      'title: Too big: expected string to have <=1000 characters',
    ],
    ['a list', '[]', good, 'no value', `${FOLDER}benchmark.json`, 'Invalid input: expected object, received array'],
    [
      'no median',
      NAMED,
      { ...good, median: undefined },
      'no value',
      'gemv 4096',
      `${FOLDER}estimates.json: median: Invalid input: expected object, received undefined`,
    ],
    [
      'no interval',
      NAMED,
      { ...good, mean: { point_estimate: 1 } },
      'no value',
      'gemv 4096',
      `${FOLDER}estimates.json: mean.confidence_interval: Invalid input: expected object, received undefined`,
    ],
    ['a bare NaN', NAMED, '{"mean":NaN}', 'not a number', 'gemv 4096', `${FOLDER}estimates.json: a value is NaN`],
    [
      'a key twice',
      '{"title":"a","title":"b"}',
      good,
      'unreadable report',
      `${FOLDER}benchmark.json`,
      'key "title" appears twice',
    ],
  ] as const)('%s', (_, benchmark, estimates, title, about, detail) => {
    expect(read(benchmark, estimates)).toStrictEqual({ measured: [], faults: [{ title, about, detail }] });
  });

  test.each([
    [reportFile(`${FOLDER}benchmark.json`), 'not text'],
    [reportFile(`${FOLDER}benchmark.json`, undefined, 'a link'), 'a link'],
  ])('a report that is no text (%#)', (file, detail) => {
    expect(parseCriterion(reportFiles(file)).faults).toStrictEqual([
      { title: 'unreadable report', about: `${FOLDER}benchmark.json`, detail },
    ]);
  });

  test('the list of benchmarks', () => {
    expect(parseCriterionList('gemv 4096: benchmark\na: b: bench\nc: benchmarks\n x\nd: test\n: benchmark\n')).toEqual([
      'gemv 4096',
      'a: b',
    ]);
  });
});
