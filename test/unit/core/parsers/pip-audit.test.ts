import { describe, expect, test } from '@jest/globals';
import { parsePipAudit } from '../../../../src/core/parsers/pip-audit.ts';

const vulnerability = (change: object = {}) => ({
  id: 'PYSEC-2020-1',
  aliases: ['CVE-2020-1'],
  fix_versions: ['1.2', '1.3'],
  description: 'It breaks.\nAnd more.',
  ...change,
});
const sound = (name: string) => ({ name, version: '1.0', vulns: [] as object[] });
const broken = (name: string, ...vulns: readonly object[]) => ({ name, version: '1.0', vulns });
const unknown = (name: string, version = '1.0') => ({
  name,
  skip_reason: `Dependency not found on PyPI and could not be audited: ${name} (${version})`,
});
const CLEAN = 'No known vulnerabilities found\n';
const found = (count: number, packages: number) =>
  `Found ${count} known vulnerabilit${count === 1 ? 'y' : 'ies'} in ${packages} package${packages === 1 ? '' : 's'}\n`;
const report = (dependencies: readonly object[], fixes: readonly unknown[] = []) => ({ dependencies, fixes });
const read = (value: unknown, stderr: string, exitCode: number | null) =>
  parsePipAudit(typeof value === 'string' ? value : JSON.stringify(value), stderr, exitCode);
const NOTHING = { packages: 0, advisories: [], warnings: [], ignored: [] };

describe('what was looked at', () => {
  test('a clean run', () => {
    expect(read(report([sound('Foo_Bar'), sound('numpy')]), CLEAN, 0)).toStrictEqual({
      ...NOTHING,
      packages: 2,
      looked: ['foo-bar', 'numpy'],
    });
  });

  test('findings', () => {
    const second = vulnerability({ id: 'PYSEC-2', aliases: [], fix_versions: [], description: 'x'.repeat(201) });
    const told = (id: string, aliases: string[], name: string, title: string) => ({
      id,
      aliases,
      kind: 'vulnerability',
      package: name,
      versions: ['1.0'],
      title,
      url: '',
      severity: '',
    });
    const said = read(
      report([broken('A_b', vulnerability(), second), sound('c'), broken('d', vulnerability())]),
      found(3, 2),
      1,
    );
    expect(said).toStrictEqual({
      ...NOTHING,
      packages: 3,
      looked: ['a-b', 'c', 'd'],
      advisories: [
        told('PYSEC-2020-1', ['CVE-2020-1'], 'a-b', 'It breaks.; fixed in 1.2, 1.3'),
        told('PYSEC-2', [], 'a-b', 'x'.repeat(200)),
        told('PYSEC-2020-1', ['CVE-2020-1'], 'd', 'It breaks.; fixed in 1.2, 1.3'),
      ],
    });
  });

  test('many of them', () => {
    const dependencies = Array.from({ length: 11 }, (_, i) => broken(`p${i}`, vulnerability()));
    expect(read(report(dependencies), found(11, 11), 1).advisories).toHaveLength(11);
  });

  test.each([
    [['a'], 'PyPI does not know a'],
    [['a', 'b', 'c'], 'PyPI does not know a, b, c'],
    [['a', 'b', 'c', 'd'], 'PyPI does not know a, b, c and 1 more'],
    [['a', 'b', 'c', 'd', 'e'], 'PyPI does not know a, b, c and 2 more'],
  ])('packages that nobody knows: %j', (names, unreachable) => {
    expect(read(report([sound('x'), ...names.map((name) => unknown(name))]), CLEAN, 0)).toStrictEqual({
      ...NOTHING,
      unreachable,
      packages: names.length + 1,
      looked: ['x', ...names],
    });
  });
});

describe('why an audit cannot be trusted', () => {
  const one = report([broken('a', vulnerability())]);
  const clean = report([sound('a')]);
  test.each<[string, unknown, string, number | null, string]>([
    ['no word', clean, '', 0, 'pip-audit did not say what it found'],
    ['a word inside a line', clean, `x${CLEAN}`, 0, 'pip-audit did not say what it found'],
    [
      'a word with more behind it',
      clean,
      'No known vulnerabilities found here\n',
      0,
      'pip-audit did not say what it found',
    ],
    [
      'something left out of nothing',
      clean,
      'No known vulnerabilities found, 12 ignored\n',
      0,
      'pip-audit left out 12: exceptions belong into the setting ignore',
    ],
    [
      'something left out of findings',
      one,
      'Found 1 known vulnerability, ignored 12 in 1 package\n',
      1,
      'pip-audit left out 12: exceptions belong into the setting ignore',
    ],
    ['another number of findings', one, found(2, 1), 1, 'pip-audit counts 2 in 1 packages and lists 1 in 1'],
    ['another number of packages', one, found(1, 2), 1, 'pip-audit counts 1 in 2 packages and lists 1 in 1'],
    ['findings and a clean word', one, CLEAN, 0, 'pip-audit counts 0 in 0 packages and lists 1 in 1'],
    ['findings and exit 0', one, found(1, 1), 0, 'pip-audit ended with 0 and lists 1'],
    ['findings and exit 2', one, found(1, 1), 2, 'pip-audit ended with 2 and lists 1'],
    ['nothing and exit 1', clean, CLEAN, 1, 'pip-audit ended with 1 and lists 0'],
    [
      'a tree that it changed',
      report([sound('a')], [{}]),
      CLEAN,
      0,
      'pip-audit changed what it looked at: take --fix out',
    ],
    [
      'a package that was not looked at',
      report([unknown('a'), { name: 'b', skip_reason: 'odd' }]),
      CLEAN,
      0,
      'b was not looked at: odd',
    ],
    [
      'words about a package',
      report([{ name: 'b', skip_reason: 'x Dependency not found on PyPI and could not be audited' }]),
      CLEAN,
      0,
      'b was not looked at: x Dependency not found on PyPI and could not be audited',
    ],
    [
      'a list',
      [],
      CLEAN,
      0,
      'pip-audit gave an unknown report: report: Invalid input: expected object, received array',
    ],
    [
      'no fixes',
      { dependencies: [] },
      CLEAN,
      0,
      'pip-audit gave an unknown report: fixes: Invalid input: expected array, received undefined',
    ],
    ...(
      [
        [{ ...sound('a'), name: '' }, '.name: Too small: expected string to have >=1 characters'],
        [{ ...sound('a'), version: '' }, '.version: Too small: expected string to have >=1 characters'],
        [broken('a', vulnerability({ id: '' })), '.vulns.0.id: Too small: expected string to have >=1 characters'],
        [{ name: '', skip_reason: 'odd' }, '.name: Too small: expected string to have >=1 characters'],
        [{ name: 'a', skip_reason: '' }, '.skip_reason: Too small: expected string to have >=1 characters'],
        [broken('a', vulnerability({ aliases: [1] })), ': Invalid input'],
        [broken('a', vulnerability({ fix_versions: undefined })), ': Invalid input'],
        [broken('a', vulnerability({ description: undefined })), ': Invalid input'],
        [{ name: 'a' }, ': Invalid input'],
      ] as const
    ).map(([entry, words]): [string, unknown, string, number, string] => [
      `an entry ${JSON.stringify(entry)}`,
      report([entry]),
      CLEAN,
      0,
      `pip-audit gave an unknown report: dependencies.0${words}`,
    ]),
    [
      'a key twice',
      '{"fixes":[],"fixes":[]}',
      CLEAN,
      12,
      'pip-audit gave no JSON: key "fixes" appears twice (exit 12)',
    ],
  ])('%s', (_, value, stderr, exitCode, problem) => {
    expect(read(value, stderr, exitCode)).toStrictEqual({ ...NOTHING, problem });
  });
});

describe('no report', () => {
  const HTTP = 'requests.exceptions.HTTPError: ';
  const gave = (problem: string) => ({ ...NOTHING, problem });
  const nobody = (unreachable: string) => ({ ...NOTHING, unreachable });
  test.each([
    ['not a word', '', 1, gave('pip-audit gave no report: no word (exit 1)')],
    ['its last line', 'one\n  two  \n \n', null, gave('pip-audit gave no report: two (exit null)')],
    ['300 characters of it', 'x'.repeat(301), 1, gave(`pip-audit gave no report: ${'x'.repeat(300)} (exit 1)`)],
    [
      'its own last word before all else',
      'ERROR:pip_audit._cli: one\nERROR:pip_audit._cli: two\nrequests.exceptions.Timeout: slow\n',
      1,
      gave('pip-audit gave no report: two (exit 1)'),
    ],
    [
      'words inside lines',
      `x ${HTTP}400 Bad\nx ERROR:pip_audit._cli: odd\n${HTTP}500 Server Error\nx requests.exceptions.Timeout: odd\n`,
      1,
      nobody('500 Server Error'),
    ],
    [
      'the first of its own words is not the last',
      'ERROR:pip_audit._cli: one\nERROR:pip_audit._cli: two\nERROR:pip_audit._cli: three\n',
      1,
      gave('pip-audit gave no report: three (exit 1)'),
    ],
    ...['400 Bad', '413 Too', '414 Long', '422 Odd'].map(
      (words) =>
        [
          'an answer',
          `x\n${HTTP}${words} Client Error\n`,
          1,
          gave(`the database refused the question: ${words} Client Error`),
        ] as const,
    ),
    ['a server that breaks', `${HTTP}500 Server Error\n`, 1, nobody('500 Server Error')],
    ['another answer', `${HTTP}404 Client Error\n`, 1, nobody('404 Client Error')],
    [
      'the last of two words',
      'requests.exceptions.Timeout: one\nx\nrequests.exceptions.ConnectionError: two\n',
      1,
      nobody('two'),
    ],
    ['300 characters of a word', `requests.exceptions.Timeout: ${'x'.repeat(301)}`, 1, nobody('x'.repeat(300))],
    [
      'a service without a word',
      'pip_audit._service.interface.ServiceError\n',
      1,
      nobody('the database did not answer'),
    ],
    [
      'a service with a word of its own',
      'pip_audit._service.interface.ConnectionError: odd\n',
      1,
      nobody('the database did not answer'),
    ],
    [
      'exit 0 in spite of it',
      'requests.exceptions.Timeout: slow\n',
      0,
      gave('pip-audit gave no report: requests.exceptions.Timeout: slow (exit 0)'),
    ],
    [
      'words inside a line',
      'x requests.exceptions.Timeout: slow\n',
      1,
      gave('pip-audit gave no report: x requests.exceptions.Timeout: slow (exit 1)'),
    ],
  ] as const)('%s', (_, stderr, exitCode, said) => {
    expect(read(' \n', stderr, exitCode)).toStrictEqual(said);
  });
});
