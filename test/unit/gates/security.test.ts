import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync, existsSync } from 'node:fs';
import type { CommandResult, GateObservation } from '../../../src/core/gate.ts';
import { parseCargoAudit } from '../../../src/core/parsers/cargo-audit.ts';
import { parseCargoDeny } from '../../../src/core/parsers/cargo-deny.ts';
import { parseNpmAudit } from '../../../src/core/parsers/npm-audit.ts';
import { parsePipAudit } from '../../../src/core/parsers/pip-audit.ts';
import { security } from '../../../src/gates/security.ts';
import { loadProfile } from '../../../src/runtime/profile.ts';
import { command, observe, reports, said } from '../../fixtures/gates/observation.ts';

const read = (name: string) => {
  const url = new URL(`../../fixtures/gates/audit/${name}`, import.meta.url);
  return existsSync(url) ? readFileSync(url, 'utf8') : '';
};
const lockOf = (name: string) => reports(read(name), name.replace(/^\w+-(?:(?:found|clean|nothing)-)?/, ''));
const cargo = (name: string, exitCode: number, over: Partial<CommandResult> = {}) =>
  command('cargo-audit', read(`cargo-${name}.out`), read(`cargo-${name}.err`), exitCode, {
    reports: reports(read(`cargo-${['warnings', 'denied'].includes(name) ? 'yanked-' : ''}Cargo.lock`), 'Cargo.lock'),
    ...over,
  });
const deny = (name: string, exitCode: number, over: Partial<CommandResult> = {}) =>
  command('cargo-deny', '', read(`cargo-deny-${name}.err`), exitCode, {
    reports: reports(read(`cargo-${name === 'warnings' ? 'yanked' : 'deny'}-Cargo.lock`), 'Cargo.lock'),
    ...over,
  });
const npm = (name: string, exitCode: number, over: Partial<CommandResult> = {}) =>
  command('npm-audit', read(`npm-${name}.out`), '', exitCode, {
    reports: lockOf(`npm-${['clean', 'nothing'].includes(name) ? name : 'found'}-package-lock.json`),
    ...over,
  });
const PIP_CODES = JSON.parse(read('pip-exit-codes.json')) as Record<string, number>;
const pip = (name: string, over: Partial<CommandResult> = {}) => {
  const own = read(`pip-${name}-requirements.txt`);
  const lock = own === '' ? read('pip-requirements.txt') : own;
  return command('pip-audit', read(`pip-${name}.out`), read(`pip-${name}.err`), PIP_CODES[name]!, {
    reports: reports(lock, 'requirements.txt'),
    ...over,
  });
};
const node = loadProfile('node');
type Settings = Record<string, string | number | string[]>;
const judge = (commands: CommandResult[], settings: Settings = {}, over: Partial<GateObservation> = {}) => {
  const own = { ...node.gates.security!, settings };
  return security.evaluate(
    observe(commands, { today: '2026-11-20', profile: { ...node, gates: { ...node.gates, security: own } }, ...over }),
  );
};
const brief = (...given: Parameters<typeof judge>) => {
  const result = judge(...given);
  return [result.verdict, ...(result.reason === undefined ? [] : [result.reason]), ...said(result)];
};
/** The parts of a report that tests change. */
type Edited = Record<'database' | 'lockfile' | 'settings' | 'vulnerabilities', Record<string, unknown>> & {
  metadata: { vulnerabilities: Record<string, unknown> };
};
const edited = (name: string, edit: (report: Edited) => void) => {
  const report = JSON.parse(read(name)) as Edited;
  edit(report);
  return JSON.stringify(report);
};

describe('what audits say', () => {
  test.each<[string, CommandResult, string[]]>([
    [
      'cargo, clean',
      cargo('clean', 0),
      ['pass', 'cargo audit: clean', 'packages: 2', 'database: 2026-11-12 a10ed26a2c5e, 1 advisory'],
    ],
    [
      'cargo, a vulnerability',
      cargo('found', 1),
      [
        'fail',
        'cargo audit: 1 advisory',
        'advisories: RUSTSEC-2021-0003 (smallvec)',
        'packages: 2',
        'database: 2026-11-12 e7fe1d906e6f, 2 advisories',
      ],
    ],
    [
      'cargo, warnings',
      cargo('warnings', 0),
      ['pass', 'cargo audit: clean, 2 warnings', 'packages: 2', 'database: 2026-11-12 66f48a2df579, 2 advisories'],
    ],
    [
      'cargo, a vulnerability in a database without a date: it stands',
      cargo('no-date', 1),
      [
        'fail',
        'cargo audit: 1 advisory',
        'advisories: RUSTSEC-2021-0003 (smallvec)',
        'packages: 2',
        'database: nobody to ask: the advisory database has no date',
      ],
    ],
    [
      'cargo deny, clean',
      deny('clean', 0),
      ['pass', 'cargo deny: clean', 'packages: 2', 'database: fetched for this audit'],
    ],
    [
      'cargo deny, a vulnerability',
      deny('found', 1),
      [
        'fail',
        'cargo deny: 1 advisory',
        'advisories: RUSTSEC-2021-0003 (smallvec)',
        'packages: 2',
        'database: fetched for this audit',
      ],
    ],
    [
      'cargo deny, unmaintained and yanked: exit 1, and no vulnerability',
      deny('warnings', 1),
      ['pass', 'cargo deny: clean, 2 warnings', 'packages: 2', 'database: fetched for this audit'],
    ],
    ['npm, clean', npm('clean', 0), ['pass', 'npm audit: clean', 'packages: 1', 'database: the registry was asked']],
    [
      'npm, two advisories for one package',
      npm('found', 1),
      [
        'fail',
        'npm audit: 2 advisories',
        'advisories: GHSA-vh95-rmgr-6w4m (minimist), GHSA-xvch-5gv4-984h (minimist)',
        'packages: 1',
        'database: the registry was asked',
      ],
    ],
    ['pip, clean', pip('clean'), ['pass', 'pip-audit: clean', 'packages: 2', 'database: PyPI was asked']],
    [
      'pip, a vulnerability',
      pip('found'),
      ['fail', 'pip-audit: 1 advisory', 'advisories: PYSEC-2099-1 (jinja2)', 'packages: 2', 'database: PyPI was asked'],
    ],
    [
      'pip, a vulnerability beside a package that a marker leaves out',
      pip('marked'),
      ['fail', 'pip-audit: 1 advisory', 'advisories: PYSEC-2099-1 (jinja2)', 'packages: 1', 'database: PyPI was asked'],
    ],
    [
      'pip, a file that names nothing',
      pip('nothing'),
      ['skipped', 'n/a-surface', 'pip-audit: the lock file names no dependency'],
    ],
    [
      'npm, a package without dependencies',
      npm('nothing', 0),
      ['skipped', 'n/a-surface', 'npm audit: the lock file names no dependency'],
    ],
  ])('%s', (_, run, expected) => {
    expect(brief([run])).toEqual(expected);
  });

  test.each<[string, CommandResult, RegExp]>([
    ['cargo cannot fetch its database', cargo('unreachable', 1), /nobody to ask: couldn't fetch advisory database/],
    ['cargo has no database', cargo('no-database', 1), /nobody to ask: error loading advisory database/],
    ['cargo fetches a database without an advisory', cargo('empty', 1), /nobody to ask: error loading/],
    ['cargo fetches a stale database', cargo('old', 1), /repository is stale \(last commit: 2026-01-01/],
    ['cargo reads a database that it did not fetch', cargo('no-date-clean', 0), /has no date/],
    [
      'cargo deny cannot fetch its database',
      deny('unreachable', 1),
      /nobody to ask: failed to fetch advisory database/,
    ],
    [
      'cargo deny reads a database that it did not fetch',
      deny('clean', 0, { stderr: read('cargo-deny-clean.err').replace(/^.* fetched in .*\n/gm, '') }),
      /did not fetch the database of RustSec/,
    ],
    [
      'cargo deny asks another database',
      deny('clean', 0, { stderr: read('cargo-deny-clean.err').replaceAll('RustSec/advisory-db', 'branch/db') }),
      /did not fetch the database of RustSec/,
    ],
    ['pip reaches no database', pip('unreachable'), /nobody to ask: HTTPConnectionPool/],
    ['pip finds the database out of order', pip('503'), /nobody to ask: 503 Server Error/],
    [
      'pip asks for packages that the database does not know, and ends with 0',
      pip('not-found'),
      /nobody to ask: PyPI does not know jinja2, idna/,
    ],
    ['npm reaches no registry', npm('unreachable', 1), /nobody to ask: request to .* failed/],
    ['npm finds the registry out of order', npm('503', 1), /nobody to ask: 503/],
    [
      'a database without a date',
      cargo('clean', 0, { stdout: edited('cargo-clean.out', (r) => (r.database['last-updated'] = null)) }),
      /has no date/,
    ],
    [
      'an empty database',
      cargo('clean', 0, { stdout: edited('cargo-clean.out', (r) => (r.database['advisory-count'] = 0)) }),
      /is empty/,
    ],
    [
      'an old database',
      cargo('clean', 0, {
        stdout: edited('cargo-clean.out', (r) => (r.database['last-updated'] = '2026-01-01T00:00:00Z')),
      }),
      /323 days old/,
    ],
  ])('A-68 %s: neither clean nor red', (_, run, words) => {
    const [verdict, reason, line] = brief([run]);
    expect([verdict, reason]).toEqual(['skipped', 'degraded-provider']);
    expect(line).toMatch(words);
  });

  test('annotations lie on the line of the lock file', () => {
    const places = (run: CommandResult) =>
      judge([run]).annotations.map((note) => `${note.path}:${note.start_line} ${note.annotation_level} ${note.title}`);
    expect(places(cargo('found', 1))).toEqual(['Cargo.lock:13 failure RUSTSEC-2021-0003']);
    expect(places(cargo('warnings', 0))).toEqual([
      'Cargo.lock:13 warning RUSTSEC-2099-0001',
      'Cargo.lock:13 warning yanked',
    ]);
    expect(places(npm('found', 1))).toEqual([
      'package-lock.json:12 failure GHSA-vh95-rmgr-6w4m',
      'package-lock.json:12 failure GHSA-xvch-5gv4-984h',
    ]);
  });

  test('a finding stands when another audit had nobody to ask', () => {
    expect(brief([cargo('unreachable', 1), npm('found', 1)])[0]).toBe('fail');
    const old = deny('found', 1, { stderr: read('cargo-deny-found.err').replace(/^.* fetched in .*\n/gm, '') });
    expect(brief([old])[0]).toBe('fail');
    expect(brief([cargo('unreachable', 1), npm('clean', 0)]).slice(0, 2)).toEqual(['skipped', 'degraded-provider']);
  });
});

describe('ways to look clean', () => {
  const clean = (edit: (report: Edited) => void, exitCode = 0) =>
    cargo('clean', exitCode, { stdout: edited('cargo-clean.out', edit) });
  test.each<[string, CommandResult, RegExp]>([
    ['a lock file that cannot be read', cargo('broken-lock', 2), /gave no report: not found: Couldn't load/],
    ['a lock file that quotes the words of a missing database', cargo('broken-lock', 1), /gave no report/],
    [
      'words of a missing database behind another error',
      cargo('broken-lock', 1, { stderr: `${read('cargo-broken-lock.err')}${read('cargo-no-database.err')}` }),
      /gave no report: not found/,
    ],
    ['a lock file that the tool does not find', cargo('no-lock', 2), /gave no report/],
    ['an option that the tool does not know', cargo('no-option', 2), /gave no report: unexpected argument/],
    ['kinds of warnings that the command denies', cargo('denied', 1), /ended with 1 and names no vulnerability/],
    ['an id that the command leaves out', cargo('ignored', 0), /was left out/],
    ['no output and exit 0', cargo('none', 0), /gave no report/],
    ['an exit code for no vulnerability', cargo('clean', 1), /ended with 1 and names no vulnerability/],
    ['exit 0 with vulnerabilities', cargo('found', 0), /ended with 0 and names/],
    ['a count without a list', clean((r) => (r.vulnerabilities.count = 1)), /contradicts itself/],
    ['found without a count', clean((r) => (r.vulnerabilities.found = true)), /contradicts itself/],
    ['an id left out by the tool', clean((r) => (r.settings.ignore = ['RUSTSEC-2021-0003'])), /was left out/],
    ['a part of the platforms only', clean((r) => (r.settings.target_os = ['windows'])), /a part of the advisories/],
    ['a part of the severities only', clean((r) => (r.settings.severity = 'critical')), /a part of the advisories/],
    [
      'another lock file',
      clean((r) => (r.lockfile['dependency-count'] = 1)),
      /looked at 1 package, Cargo.lock names 2/,
    ],
    ['no lock file', cargo('clean', 0, { reports: new Map() }), /no lock file/],
    [
      'a lock file that is a link',
      cargo('clean', 0, {
        reports: new Map([['Cargo.lock', { path: 'Cargo.lock', bytes: 0, sha256: '', refused: 'a symbolic link' }]]),
      }),
      /a symbolic link/,
    ],
    ['output over the limit', cargo('clean', 0, { truncated: true }), /over the limit/],
    ['cargo deny with settings of the branch', deny('config', 0), /using config from .*deny\.toml/],
    ['cargo deny before a manifest that cannot be read', deny('broken', 1), /failed to fetch crates/],
    ['cargo deny, exit 0 with vulnerabilities', deny('found', 0), /ended with 0/],
    ['cargo deny, an exit code for nothing', deny('clean', 1), /ended with 1/],
    [
      'cargo deny, a finding taken out',
      deny('found', 1, { stderr: read('cargo-deny-found.err').replace(/^.*"code":"vulnerability".*\n/m, '') }),
      /counts 1 errors and 0 warnings and lists others/,
    ],
    ['cargo deny, no output', deny('none', 0), /no word of its settings/],
    [
      'cargo deny, fewer packages than the lock file',
      deny('clean', 0, { stderr: read('cargo-deny-clean.err').replace('gathered 2 crates', 'gathered 1 crates') }),
      /looked at 1 package, Cargo.lock names 2/,
    ],
    ['pip, requirements of another file that nobody looks at', pip('nested'), /txt:1: -r requirements.txt is not one/],
    ['pip, a package of the tree', pip('editable'), /txt:2: -e \. is not one version/],
    ['pip, a package by its address', pip('address'), /txt:2: x @ https:\S+ is not one version/],
    ['pip, a package of any version', pip('loose'), /txt:2: jinja2>=2\.10 is not one version/],
    ['pip, a finding that the command leaves out', pip('ignored'), /left out 1: exceptions belong/],
    ['pip, a question that the database refuses', pip('400'), /refused the question: 400/],
    ['pip, findings with exit 0', pip('found', { exitCode: 0 }), /ended with 0 and lists 1/],
    ['pip, nothing found with exit 1', pip('clean', { exitCode: 1 }), /ended with 1 and lists 0/],
    ['pip, no summary', pip('clean', { stderr: '' }), /did not say what it found/],
    ['pip, a finding taken out', pip('found', { stdout: read('pip-ignored.out') }), /counts 1 .* and lists 0/],
    ['pip, no output', pip('clean', { stdout: '' }), /gave no report: No known vulnerabilities found/],
    [
      'pip, an address that the report alone tells',
      pip('address', { reports: reports('six==1.17.0\nx==1.0\n', 'requirements.txt') }),
      /x was not looked at: URL requirements/,
    ],
    [
      'pip, fewer packages than the file names',
      pip('clean', { reports: reports('idna==3.15\nsix==1.17.0\njinja2==2.10\n', 'requirements.txt') }),
      /did not look at jinja2/,
    ],
    [
      'pip, packages that the file does not name',
      pip('clean', { reports: reports('six==1.17.0\n', 'requirements.txt') }),
      /does not name idna/,
    ],
    [
      'pip, markers that leave everything out',
      pip('nothing', { reports: reports('six==1.17.0 ; python_version < "3.0"\n', 'requirements.txt') }),
      /looked at 0 packages/,
    ],
    ['pip without requirements', pip('clean', { reports: new Map() }), /commit a requirements.txt that pins/],
    ['npm without a lock file', npm('nolock', 1), /existing lockfile/],
    ['npm, a question that the registry refuses', npm('refused', 1), /the registry refused: 400/],
    ['npm, an error with exit 0', npm('unreachable', 0), /ended with 0 and says/],
    ['npm, findings with exit 0', npm('found', 0), /ended with 0 and lists 1/],
    ['npm, nothing found with exit 1', npm('clean', 1), /ended with 1 and lists 0/],
    [
      'npm, a count of another report',
      npm('clean', 0, { stdout: edited('npm-clean.out', (r) => (r.metadata.vulnerabilities.total = 3)) }),
      /counts 3 vulnerable packages and lists 0/,
    ],
    [
      'npm, an empty lock file beside dependencies',
      npm('nothing', 0, {
        reports: new Map([
          ...lockOf('npm-nothing-package-lock.json'),
          ...reports('{"dependencies":{"minimist":"1.2.0"}}', 'package.json'),
        ]),
      }),
      /does not name minimist/,
    ],
    ['npm, nothing looked at', npm('nothing', 0, { reports: lockOf('npm-found-package-lock.json') }), /looked at 0/],
    [
      'npm, packages that the lock file does not name',
      npm('clean', 0, { reports: lockOf('npm-nothing-package-lock.json') }),
      /looked at 1 package/,
    ],
  ])('A-68 %s', (_, run, words) => {
    const [verdict, line] = brief([run]);
    expect(verdict).toBe('fail');
    expect(line).toMatch(words);
  });
});

describe('exceptions', () => {
  test.each<[string, Settings, string, string]>([
    [
      'holds',
      { ignore: ['RUSTSEC-2021-0003 until 2026-11-20: insert_many is not called'] },
      'pass',
      'clean, 1 ignored by the profile',
    ],
    [
      'by another name',
      { ignore: ['CVE-2021-25900 until 2026-12-31: insert_many is not called'] },
      'pass',
      'clean, 1 ignored by the profile',
    ],
    ['has ended', { ignore: ['RUSTSEC-2021-0003 until 2026-11-19: insert_many is not called'] }, 'fail', '1 advisory'],
    ['of another advisory', { ignore: ['RUSTSEC-2021-0004 until 2026-12-31: not called'] }, 'fail', '1 advisory'],
  ])('one that %s', (_, settings, verdict, words) => {
    const result = judge([cargo('found', 1)], settings);
    expect([result.verdict, said(result)[0]]).toEqual([verdict, `cargo audit: ${words}`]);
  });

  test.each<[string, Settings]>([
    ['no reason', { ignore: ['RUSTSEC-2021-0003 until 2026-12-31:'] }],
    ['no last day', { ignore: ['RUSTSEC-2021-0003'] }],
    ['a day that is none', { ignore: ['RUSTSEC-2021-0003 until 2026-02-30: because'] }],
    ['a kind that is none', { deny: ['everything'] }],
    ['no age', { 'database-age': 0 }],
  ])('A-69 a setting that means nothing fails: %s', (_, settings) => {
    expect(judge([cargo('clean', 0)], settings).verdict).toBe('fail');
  });

  test('the day of the run must be known', () => {
    expect(judge([cargo('clean', 0)], {}, { today: 'soon' }).verdict).toBe('fail');
  });

  test('kinds of warnings that the profile denies are findings', () => {
    expect(judge([cargo('warnings', 0)], { deny: ['yanked'] })).toMatchObject({
      verdict: 'fail',
      numbers: { advisories: 1, warnings: 1 },
    });
  });
});

describe('any text', () => {
  const texts = [
    'cargo-clean.out',
    'cargo-found.out',
    'npm-clean.out',
    'npm-found.out',
    'pip-clean.out',
    'pip-found.out',
  ].map(read);
  test('A-68 a report cut anywhere is never clean', () => {
    for (const text of texts) {
      for (let end = 0; end < text.trimEnd().length; end += 7) {
        const cut = text.slice(0, end);
        const pip = parsePipAudit(cut, read('pip-clean.err'), 0).problem;
        expect([parseCargoAudit(cut, '', 0).problem, parseNpmAudit(cut, 0).problem, pip]).not.toContain(undefined);
      }
    }
  });

  test('A-68 lines of cargo deny, cut anywhere or in any order of loss, are never clean', () => {
    const text = read('cargo-deny-clean.err');
    for (let end = 0; end < text.trimEnd().length; end += 11) {
      const { problem, unreachable } = parseCargoDeny(text.slice(0, end), 0);
      expect(problem ?? unreachable).toBeDefined();
    }
    const lines = read('cargo-deny-found.err').trimEnd().split('\n');
    for (const [i] of lines.entries()) {
      const one = parseCargoDeny(lines.filter((_, at) => at !== i).join('\n'), 1);
      expect(one.problem ?? one.unreachable ?? one.advisories[0]?.id).toBeDefined();
    }
  });

  test('any JSON is refused or read', () => {
    fc.assert(
      fc.property(fc.json(), fc.integer({ min: 0, max: 3 }), (text, exitCode) => {
        const all = [
          parseCargoAudit(text, '', exitCode),
          parseNpmAudit(text, exitCode),
          parseCargoDeny(text, exitCode),
          parsePipAudit(text, read('pip-clean.err'), exitCode),
        ];
        expect(all.every((one) => (one.problem ?? one.unreachable) !== undefined)).toBe(true);
      }),
    );
  });
});
