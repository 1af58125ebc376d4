import { describe, expect, test } from '@jest/globals';
import type { AdvisoryReport } from '../../../../src/core/dependencies/advisory-report.ts';
import { parseCargoAudit } from '../../../../src/core/parsers/cargo-audit.ts';
import { parseCargoDeny } from '../../../../src/core/parsers/cargo-deny.ts';
import { parseNpmAudit } from '../../../../src/core/parsers/npm-audit.ts';

/** Everything of a report that is not empty; what the engine says of JSON differs between versions of it. */
const toldOf = (report: AdvisoryReport): string[] =>
  Object.entries(report).flatMap(([key, value]) => {
    if (Array.isArray(value))
      return value.map(
        (one) =>
          `${key}: ${
            typeof one === 'string'
              ? one
              : Object.values(one as object)
                  .flat()
                  .join(' | ')
          }`,
      );
    return [
      `${key}: ${(typeof value === 'object' ? JSON.stringify(value) : String(value)).replace(/not JSON: .*?(?= \(exit|$)/, 'not JSON')}`,
    ];
  });
const json = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
const npm = (value: unknown, exit: number | null = 0) => toldOf(parseNpmAudit(json(value), exit));
const audit = (value: unknown, exit: number | null = 0, stderr = '') =>
  toldOf(parseCargoAudit(json(value), stderr, exit));
const deny = (lines: readonly unknown[], exit: number | null = 0) =>
  toldOf(parseCargoDeny(lines.map(json).join('\n'), exit));
type Row = readonly [name: string, seen: string[], told: readonly string[]];

const counts = (total: number, packages = 9) => ({ vulnerabilities: { total }, dependencies: { total: packages } });
const via = (more: object = {}) => ({
  source: 7,
  name: 'left',
  title: 'bad',
  url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
  severity: 'high',
  ...more,
});
const found = (...list: readonly unknown[]) => ({
  auditReportVersion: 2,
  vulnerabilities: { left: { severity: 'high', via: list, nodes: ['a'] } },
  metadata: counts(1),
});
const CLEAN_NPM = { auditReportVersion: 2, vulnerabilities: {}, metadata: counts(0) };
const PACKAGE = { name: 'left', version: '1.0.0' };
const ADVISORY = { id: 'RUSTSEC-1', title: 'bad', url: 'https://x', aliases: ['CVE-1'] };
const cargo = (
  over: { database?: object; settings?: object; list?: object[]; vulnerabilities?: object; warnings?: object } = {},
) => ({
  database: { 'advisory-count': 700, 'last-commit': 'abc', 'last-updated': '2026-01-02T03:04:05Z', ...over.database },
  lockfile: { 'dependency-count': 12 },
  settings: { target_arch: [], target_os: [], severity: null, ignore: [], ...over.settings },
  vulnerabilities: {
    found: (over.list ?? []).length > 0,
    count: (over.list ?? []).length,
    list: over.list ?? [],
    ...over.vulnerabilities,
  },
  warnings: over.warnings ?? {},
});
const log = (message: string, level = 'INFO') => ({ type: 'log', fields: { level, message } });
const OWN = log('using config from deny.default.toml');
const FETCHED = log('advisory database https://github.com/RustSec/advisory-db fetched in 3s');
const GATHERED = log('gathered 12 crates in 3ms');
const sum = (errors = 0, warnings = 0) => ({ type: 'summary', fields: { advisories: { errors, warnings } } });
const finding = (more: object = {}) => ({
  type: 'diagnostic',
  fields: {
    code: 'vulnerability',
    severity: 'error',
    message: 'odd',
    advisory: ADVISORY,
    labels: [{ span: 'left 1.0.0 registry+https://x' }],
    ...more,
  },
});
const CLEAN = [OWN, FETCHED, GATHERED];
describe('npm audit', () => {
  test.each<Row>([
    ['clean', npm(CLEAN_NPM), ['packages: 9']],
    [
      'an advisory, once',
      npm(found(via(), via(), 'other'), 1),
      [
        'packages: 9',
        'advisories: GHSA-aaaa-bbbb-cccc | vulnerability | left | bad | https://github.com/advisories/GHSA-aaaa-bbbb-cccc | high',
      ],
    ],
    [
      'an advisory without a number of GitHub',
      npm(
        found(via({ url: 'https://x/GHSA-aaaa-bbbb-cccc/more' }), via({ url: '', source: undefined, title: 'untold' })),
        1,
      ),
      [
        'packages: 9',
        'advisories: 7 | vulnerability | left | bad | https://x/GHSA-aaaa-bbbb-cccc/more | high',
        'advisories: untold | vulnerability | left | untold |  | high',
      ],
    ],
    [
      'vulnerable through others alone',
      npm(found('other'), 1),
      ['packages: 0', 'problem: npm audit lists vulnerable packages and no advisory'],
    ],
    [
      'other counts',
      npm({ ...CLEAN_NPM, metadata: counts(2) }, 1),
      ['packages: 0', 'problem: npm audit counts 2 vulnerable packages and lists 0'],
    ],
    [
      'an end of 0 with findings',
      npm(found(via()), 0),
      ['packages: 0', 'problem: npm audit ended with 0 and lists 1 vulnerable packages'],
    ],
    [
      'an end of 1 without',
      npm(CLEAN_NPM, 1),
      ['packages: 0', 'problem: npm audit ended with 1 and lists 0 vulnerable packages'],
    ],
    ['another end', npm(CLEAN_NPM, 2), ['packages: 0', 'problem: npm audit ended with 2']],
    ['no end', npm(CLEAN_NPM, null), ['packages: 0', 'problem: npm audit ended with null']],
    ['no JSON', npm('x', 1), ['packages: 0', 'problem: npm audit gave no JSON: not JSON (exit 1)']],
    [
      'another version',
      npm({ ...CLEAN_NPM, auditReportVersion: 1 }),
      ['packages: 0', 'problem: npm audit gave an unknown report: auditReportVersion: Invalid input: expected 2'],
    ],
    [
      'no report',
      npm('[]'),
      [
        'packages: 0',
        'problem: npm audit gave an unknown report: report: Invalid input: expected object, received array',
      ],
    ],
    [
      'a registry that does not answer',
      npm({ message: 'request to x failed', error: {} }, 1),
      ['packages: 0', 'unreachable: request to x failed'],
    ],
    [
      'a registry that refuses',
      npm({ message: 'bad lock file', statusCode: 400, error: {} }, 1),
      ['packages: 0', 'problem: the registry refused: bad lock file'],
    ],
    [
      'the other refusals',
      [
        ...npm({ statusCode: 413, error: {} }, 1),
        ...npm({ statusCode: 414, error: {} }, 1),
        ...npm({ statusCode: 422, error: {} }, 1),
        ...npm({ statusCode: 500, error: {} }, 1),
      ],
      [
        'packages: 0',
        'problem: the registry refused: an error without words',
        'packages: 0',
        'problem: the registry refused: an error without words',
        'packages: 0',
        'problem: the registry refused: an error without words',
        'packages: 0',
        'unreachable: an error without words',
      ],
    ],
    [
      'an error of npm itself',
      npm({ error: { code: 'ENOLOCK', summary: 'no lock file' } }, 1),
      ['packages: 0', 'problem: npm audit: no lock file (ENOLOCK)'],
    ],
    ['a code alone', npm({ error: { code: 'EX' } }, 1), ['packages: 0', 'problem: npm audit: EX (EX)']],
    [
      'an error that ends with 0',
      npm({ message: '', error: { summary: 'odd' } }, 0),
      ['packages: 0', 'problem: npm audit ended with 0 and says: odd'],
    ],
  ])('%s', (_, seen, said) => {
    expect(seen).toEqual(said);
  });
});

describe('cargo audit', () => {
  test.each<Row>([
    ['clean', audit(cargo()), ['packages: 12', 'database: {"date":"2026-01-02","commit":"abc","advisories":700}']],
    [
      'a vulnerability',
      audit(cargo({ list: [{ advisory: ADVISORY, package: PACKAGE }] }), 1),
      [
        'packages: 12',
        'database: {"date":"2026-01-02","commit":"abc","advisories":700}',
        'advisories: RUSTSEC-1 | CVE-1 | vulnerability | left | 1.0.0 | bad | https://x | ',
      ],
    ],
    [
      'a vulnerability of few words',
      audit(cargo({ list: [{ advisory: { id: 'R', title: 't' }, package: PACKAGE }] }), 1),
      [
        'packages: 12',
        'database: {"date":"2026-01-02","commit":"abc","advisories":700}',
        'advisories: R | vulnerability | left | 1.0.0 | t |  | ',
      ],
    ],
    [
      'warnings',
      audit(
        cargo({
          warnings: {
            unmaintained: [{ package: PACKAGE, advisory: ADVISORY }],
            yanked: [{ package: PACKAGE, advisory: null }],
          },
        }),
      ),
      [
        'packages: 12',
        'database: {"date":"2026-01-02","commit":"abc","advisories":700}',
        'warnings: RUSTSEC-1 | CVE-1 | unmaintained | left | 1.0.0 | bad | https://x | ',
        'warnings: yanked | yanked | left | 1.0.0 | this version is yanked |  | ',
      ],
    ],
    [
      'what is ignored',
      audit(cargo({ settings: { ignore: ['RUSTSEC-2', 'RUSTSEC-3'] } })),
      [
        'packages: 12',
        'database: {"date":"2026-01-02","commit":"abc","advisories":700}',
        'ignored: RUSTSEC-2',
        'ignored: RUSTSEC-3',
      ],
    ],
    [
      'a database without a date',
      audit(cargo({ database: { 'last-updated': null } })),
      ['packages: 12', 'unreachable: the advisory database has no date'],
    ],
    [
      'a database of another date',
      audit(cargo({ database: { 'last-updated': 'on 2026-01-02T' } })),
      ['packages: 12', 'unreachable: the advisory database has no date'],
    ],
    [
      'a database without a commit',
      audit(cargo({ database: { 'last-commit': '' } })),
      ['packages: 12', 'unreachable: the advisory database has no date'],
    ],
    [
      'an empty database',
      audit(cargo({ database: { 'advisory-count': 0 } })),
      ['packages: 0', 'unreachable: the advisory database is empty'],
    ],
    [
      'a part of the systems',
      audit(cargo({ settings: { target_os: ['linux'] } })),
      ['packages: 0', 'problem: cargo audit was told to look at a part of the advisories only'],
    ],
    [
      'a part of the processors',
      audit(cargo({ settings: { target_arch: ['x86'] } })),
      ['packages: 0', 'problem: cargo audit was told to look at a part of the advisories only'],
    ],
    [
      'a part of the severities',
      audit(cargo({ settings: { severity: 'high' } })),
      ['packages: 0', 'problem: cargo audit was told to look at a part of the advisories only'],
    ],
    [
      'other counts',
      audit(cargo({ vulnerabilities: { count: 2, found: true } }), 1),
      ['packages: 0', 'problem: cargo audit contradicts itself: found true, count 2, 0 in the list'],
    ],
    [
      'found nothing, and one',
      audit(cargo({ list: [{ advisory: ADVISORY, package: PACKAGE }], vulnerabilities: { found: false } }), 1),
      ['packages: 0', 'problem: cargo audit contradicts itself: found false, count 1, 1 in the list'],
    ],
    [
      'an end of 0 with findings',
      audit(cargo({ list: [{ advisory: ADVISORY, package: PACKAGE }] }), 0),
      ['packages: 0', 'problem: cargo audit ended with 0 and names vulnerabilities'],
    ],
    [
      'an end of 1 without',
      audit(cargo(), 1),
      [
        'packages: 0',
        'problem: cargo audit ended with 1 and names no vulnerability (kinds of warnings are denied by the setting `deny`)',
      ],
    ],
    ['another end', audit(cargo(), 2), ['packages: 0', 'problem: cargo audit ended with 2']],
    [
      'no database',
      audit('', 1, "error: couldn't fetch advisory database: odd\nerror: b"),
      ['packages: 0', "unreachable: couldn't fetch advisory database: odd"],
    ],
    [
      'a database that does not load',
      audit(' ', 1, 'error: error loading advisory database: odd'),
      ['packages: 0', 'unreachable: error loading advisory database: odd'],
    ],
    [
      'no database, and another end',
      audit('', 2, "error: couldn't fetch advisory database: odd"),
      ['packages: 0', "problem: cargo audit gave no report: couldn't fetch advisory database: odd (exit 2)"],
    ],
    [
      'an error that quotes one',
      audit('', 1, "error: a\nerror: couldn't fetch advisory database: odd"),
      ['packages: 0', 'problem: cargo audit gave no report: a (exit 1)'],
    ],
    ['nothing at all', audit('', 0, 'x error: a'), ['packages: 0', 'problem: cargo audit gave no report (exit 0)']],
    ['no JSON', audit('x'), ['packages: 0', 'problem: cargo audit gave no JSON: not JSON']],
    [
      'not of its format',
      audit({ ...cargo(), lockfile: {} }),
      [
        'packages: 0',
        'problem: cargo audit gave an unknown report: lockfile.dependency-count: Invalid input: expected number, received undefined',
      ],
    ],
    [
      'a list',
      audit('[]'),
      [
        'packages: 0',
        'problem: cargo audit gave an unknown report: report: Invalid input: expected object, received array',
      ],
    ],
  ])('%s', (_, seen, said) => {
    expect(seen).toEqual(said);
  });
});

describe('cargo deny', () => {
  test.each<Row>([
    ['clean', deny([...CLEAN, '', sum()]), ['packages: 12']],
    [
      'a vulnerability',
      deny([...CLEAN, finding(), sum(1)], 1),
      ['packages: 12', 'advisories: RUSTSEC-1 | CVE-1 | vulnerability | left | 1.0.0 | bad | https://x | '],
    ],
    [
      'warnings, and what is none of ours',
      deny([
        ...CLEAN,
        finding({ code: 'unmaintained', severity: 'warning', advisory: null }),
        finding({ code: 'odd', severity: 'warning' }),
        finding({ code: 'yanked', severity: 'note', labels: [{ span: 'a 2.0.0' }] }),
        sum(0, 2),
      ]),
      [
        'packages: 12',
        'warnings: unmaintained | unmaintained | left | 1.0.0 | odd |  | ',
        'warnings: RUSTSEC-1 | CVE-1 | yanked | a | 2.0.0 | bad | https://x | ',
      ],
    ],
    [
      'the other kinds',
      deny(
        [
          ...CLEAN,
          finding({ code: 'unsound' }),
          finding({ code: 'notice', advisory: { id: 'N', title: 't' } }),
          sum(2),
        ],
        1,
      ),
      [
        'packages: 12',
        'warnings: RUSTSEC-1 | CVE-1 | unsound | left | 1.0.0 | bad | https://x | ',
        'warnings: N | notice | left | 1.0.0 | t |  | ',
      ],
    ],
    [
      'an error of another kind',
      deny([...CLEAN, finding({ code: 'odd' }), sum(1)], 1),
      ['packages: 0', 'problem: cargo deny: odd: odd'],
    ],
    [
      'a finding in no package',
      deny([...CLEAN, finding({ labels: [] }), sum(1)], 1),
      ['packages: 0', 'problem: cargo deny found something in no package'],
    ],
    [
      'a finding in a package of odd words',
      deny([...CLEAN, finding({ labels: [{ span: 'a b c d' }] }), sum(1)], 1),
      ['packages: 0', 'problem: cargo deny found something in no package'],
    ],
    [
      'a database that was not fetched',
      deny([OWN, GATHERED, sum()]),
      ['unreachable: cargo deny did not fetch the database of RustSec', 'packages: 12'],
    ],
    [
      'no database',
      deny([log('failed to fetch advisory database https://x\nmore', 'ERROR')], 1),
      ['packages: 0', 'unreachable: failed to fetch advisory database https://x'],
    ],
    [
      'no database, and a summary',
      deny([log('failed to open advisory database x', 'ERROR'), sum()], 1),
      ['packages: 0', 'problem: cargo deny: failed to open advisory database x'],
    ],
    [
      'another error',
      deny([log('x failed to load advisory database x\nmore', 'ERROR')], 1),
      ['packages: 0', 'problem: cargo deny: x failed to load advisory database x'],
    ],
    [
      'settings of the branch',
      deny([log('using config from deny.toml'), FETCHED, GATHERED, sum()]),
      ['packages: 0', 'problem: cargo deny: using config from deny.toml; only its own say nothing of the branch'],
    ],
    [
      'no word of its settings',
      deny([FETCHED, GATHERED, sum()]),
      ['packages: 0', 'problem: cargo deny: no word of its settings; only its own say nothing of the branch'],
    ],
    ['no summary', deny(CLEAN, 1), ['packages: 0', 'problem: cargo deny gave no report (exit 1)']],
    ['two summaries', deny([...CLEAN, sum(), sum()]), ['packages: 0', 'problem: cargo deny gave no report (exit 0)']],
    ['no packages', deny([OWN, FETCHED, sum()]), ['packages: 0', 'problem: cargo deny gave no report (exit 0)']],
    [
      'other counts of errors',
      deny([...CLEAN, sum(1)], 1),
      ['packages: 0', 'problem: cargo deny counts 1 errors and 0 warnings and lists others'],
    ],
    [
      'other counts of warnings',
      deny([...CLEAN, sum(0, 1)]),
      ['packages: 0', 'problem: cargo deny counts 0 errors and 1 warnings and lists others'],
    ],
    [
      'an end of 0 with errors',
      deny([...CLEAN, finding(), sum(1)], 0),
      ['packages: 0', 'problem: cargo deny ended with 0'],
    ],
    ['an end of 1 without', deny([...CLEAN, sum()], 1), ['packages: 0', 'problem: cargo deny ended with 1']],
    [
      'a line of another type',
      deny([{ type: 'odd', fields: {} }]),
      ['packages: 0', 'problem: cargo deny wrote a line of the type odd'],
    ],
    [
      'a line that is no JSON',
      deny([`x${'y'.repeat(150)}`]),
      [
        'packages: 0',
        'problem: cargo deny wrote a line that cannot be read: xyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy',
      ],
    ],
    [
      'a line of another form',
      deny([{ type: 'log', fields: {} }]),
      ['packages: 0', 'problem: cargo deny wrote a line that cannot be read: {"type":"log","fields":{}}'],
    ],
  ])('%s', (_, seen, said) => {
    expect(seen).toEqual(said);
  });
});
