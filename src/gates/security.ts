import { daysBetween, exceptionFor, isDay, readExceptions } from '../core/dependencies/advisory-exceptions.ts';
import { distrusted, type Advisory, type AdvisoryReport } from '../core/dependencies/advisory-report.ts';
import { count, unreadableResult } from '../core/check-gate.ts';
import { evidence, type Evidence } from '../core/evidence.ts';
import {
  defineGate,
  type Annotation,
  type CommandResult,
  type GateObservation,
  type GateResult,
} from '../core/gate.ts';
import { lockedPackages, unlockedDependencies, type LockedPackage } from '../core/dependencies/lock-file.ts';
import { annotate, isResult, judgeable, plainResult } from '../core/method-run.ts';
import { parseCargoAudit } from '../core/parsers/cargo-audit.ts';
import { parseCargoDeny } from '../core/parsers/cargo-deny.ts';
import { parseNpmAudit } from '../core/parsers/npm-audit.ts';
import { parsePipAudit } from '../core/parsers/pip-audit.ts';
import { listSetting } from '../core/profile.ts';
import { readRequirements } from '../core/dependencies/requirements-file.ts';

const LABELS: Readonly<Record<string, string>> = {
  'cargo-audit': 'cargo audit',
  'cargo-deny': 'cargo deny',
  'npm-audit': 'npm audit',
  'pip-audit': 'pip-audit',
};

/** What is said of a database that names no day. */
const ASKED: Readonly<Record<string, string>> = {
  'cargo deny': 'fetched for this audit',
  'pip-audit': 'PyPI was asked',
};

/** Days that a database may be old before its silence means nothing. */
const DATABASE_AGE = 30;

export const security = defineGate({
  name: 'security',
  title: 'Security',
  description:
    'Asks an advisory database about every package of the lock file; a database that nobody could ask is no clean one.',
  numbers: {
    advisories: 'Known vulnerabilities in locked packages, without those that the profile lets through.',
    ignored: 'Known vulnerabilities that the profile lets through, with reason and last day.',
    warnings: 'Packages that are unmaintained, unsound or yanked.',
  },
  progress: { key: 'advisories', better: 'lower' },
  collect: { commands: true, files: () => [] },
  evaluate(observation) {
    const commands = judgeable(observation, 'security');
    return isResult(commands) ? commands : judge(observation, commands);
  },
});

/** One audit with the lock file that it was given. */
interface Audit {
  readonly label: string;
  readonly lock: string;
  readonly packages: readonly LockedPackage[];
  readonly report: AdvisoryReport;
}

function judge(observation: GateObservation, commands: readonly CommandResult[]): GateResult {
  const { profile, today } = observation;
  if (today === undefined || !isDay(today)) return plainResult('fail', 'security', 'the day of the run is not known');
  const settings = profile.gates.security?.settings ?? {};
  const exceptions = readExceptions(listSetting(profile, 'security', 'ignore', []));
  if (exceptions.problem !== undefined) return plainResult('fail', 'security', exceptions.problem);
  const age = settings['database-age'] ?? DATABASE_AGE;
  if (typeof age !== 'number' || !Number.isInteger(age) || age < 1)
    return plainResult('fail', 'security', 'database-age: give a whole number of days, at least 1');
  const deny = listSetting(profile, 'security', 'deny', []);
  const strange = deny.find((kind) => !['unmaintained', 'unsound', 'yanked', 'notice'].includes(kind));
  if (strange !== undefined)
    return plainResult('fail', 'security', `deny: ${strange} is none of unmaintained, unsound, yanked, notice`);

  const audits = commands.map(read);
  for (const { label, report } of audits) {
    if (report.problem !== undefined) return unreadableResult(label, report.problem);
    const told = report.ignored.find((id) => !exceptions.list.some((entry) => entry.id === id && entry.until >= today));
    if (told !== undefined)
      return unreadableResult(label, `${told} was left out, and the profile has no exception for it that still holds`);
  }

  const valid = exceptions.list.filter((entry) => entry.until >= today);
  const found = audits.flatMap((audit) =>
    [...audit.report.advisories, ...audit.report.warnings.filter(({ kind }) => deny.includes(kind))].map(
      (advisory) => ({
        audit,
        advisory,
        exception: exceptionFor(advisory, valid),
      }),
    ),
  );
  const open = found.filter(({ exception }) => exception === undefined);
  const lenient = found.filter(({ exception }) => exception !== undefined);
  const warnings = audits.flatMap((audit) =>
    audit.report.warnings.filter(({ kind }) => !deny.includes(kind)).map((advisory) => ({ audit, advisory })),
  );
  const numbers = { advisories: open.length, ignored: lenient.length, warnings: warnings.length };
  const annotations = [
    ...open.flatMap(({ audit, advisory }) => notes('failure', audit, advisory)),
    ...warnings.flatMap(({ audit, advisory }) => notes('warning', audit, advisory)),
  ];
  const rows = [
    ...audits.map(({ label, lock, report }) => ({
      item: lock,
      status: report.advisories.length > 0 ? 'fail' : report.unreachable === undefined ? 'pass' : 'skipped',
      detail: `${label}: ${report.packages === 0 ? '' : `${count(report.packages, 'package')}, `}${databaseText(report, label)}`,
    })),
    ...open.map(({ advisory }) => ({ item: advisory.id, status: 'fail', detail: text(advisory) })),
    ...lenient.map(({ advisory, exception }) => ({
      item: advisory.id,
      status: 'ignored',
      detail: `until ${exception!.until}: ${exception!.reason}`,
    })),
    ...exceptions.list
      .filter((entry) => entry.until < today)
      .map((entry) => ({ item: entry.id, status: 'expired', detail: `its exception ended on ${entry.until}` })),
    ...warnings.map(({ advisory }) => ({ item: advisory.id, status: advisory.kind, detail: text(advisory) })),
  ];
  // A finding stands, whoever else could not be asked.
  const silent = audits.find(({ report }) => staleness(report, today, age) !== undefined);
  if (open.length === 0 && silent !== undefined) {
    const why = staleness(silent.report, today, age)!;
    return { ...plainResult('skipped', silent.label, why, 'degraded-provider'), annotations, rows, numbers };
  }
  const empty = audits.every(({ packages }) => packages.length === 0);
  if (empty) {
    return {
      ...plainResult('skipped', audits[0]!.label, 'the lock file names no dependency', 'n/a-surface'),
      rows,
      numbers,
    };
  }
  return {
    verdict: open.length === 0 ? 'pass' : 'fail',
    evidence: audits.flatMap((audit) => auditEvidence(audit, open, lenient.length, warnings.length)),
    annotations,
    rows,
    numbers,
  };
}

function read(command: CommandResult): Audit {
  const label = LABELS[command.parser] ?? command.step;
  const locks = [...command.reports.values()].filter(({ path }) => LOCK_FILE.test(path));
  const audit = (lock: string, report: AdvisoryReport, packages: readonly LockedPackage[] = []): Audit => ({
    label,
    lock,
    packages,
    report,
  });
  const lock = locks[0];
  if (lock === undefined || locks.length > 1)
    return audit(
      'lock file',
      distrusted(
        lock === undefined
          ? `there is no lock file in the tree: commit ${NO_LOCK[command.parser] ?? 'Cargo.lock'}`
          : 'two lock files in one step',
      ),
    );
  if (lock.text === undefined) return audit(lock.path, distrusted(`${lock.path}: ${lock.refused ?? 'not text'}`));
  const pinned = REQUIREMENTS.test(lock.path) ? readRequirements(lock.text) : undefined;
  if (pinned !== undefined && 'text' in pinned)
    return audit(
      lock.path,
      distrusted(`${lock.path}:${pinned.line}: ${pinned.text} is not one version of one package: write NAME==VERSION`),
    );
  const packages = pinned?.packages ?? lockedPackages(lock.path, lock.text);
  if (packages === undefined) return audit(lock.path, distrusted(`${lock.path} is not a lock file that can be read`));
  const manifest = [...command.reports.values()].find(({ path }) => /(^|\/)package\.json$/.test(path));
  const unlocked = manifest === undefined ? [] : unlockedDependencies(manifest.text ?? '', packages);
  if (unlocked === undefined) return audit(lock.path, distrusted(`${manifest!.path} cannot be read`));
  if (unlocked.length > 0)
    return audit(lock.path, distrusted(`${lock.path} does not name ${unlocked.slice(0, 3).join(', ')}`));
  if (command.truncated) return audit(lock.path, distrusted('output over the limit'));
  const { stdout, stderr, exitCode } = command;
  const report =
    command.parser === 'cargo-audit'
      ? parseCargoAudit(stdout, stderr, exitCode)
      : command.parser === 'npm-audit'
        ? parseNpmAudit(stdout, exitCode)
        : command.parser === 'cargo-deny'
          ? parseCargoDeny(stderr, exitCode)
          : command.parser === 'pip-audit'
            ? parsePipAudit(stdout, stderr, exitCode)
            : distrusted(`the parser ${command.parser} does not read an audit`);
  if (report.problem !== undefined || (report.unreachable !== undefined && report.packages === 0))
    return audit(lock.path, report, packages);
  if (pinned !== undefined) {
    const looked = new Set(report.looked);
    const left = packages.find(({ name }) => !looked.has(name) && !pinned.conditional.has(name));
    const other = [...looked].find((name) => !packages.some((one) => one.name === name));
    if (left !== undefined) return audit(lock.path, distrusted(`it did not look at ${left.name}`), packages);
    if (other !== undefined) return audit(lock.path, distrusted(`${lock.path} does not name ${other}`), packages);
    if (looked.size > 0 || packages.length === 0) return audit(lock.path, report, packages);
  }
  // cargo counts every entry. npm leaves links out, so there only none at all is a contradiction.
  const same =
    command.parser === 'npm-audit'
      ? (report.packages === 0) === (packages.length === 0)
      : report.packages === packages.length;
  if (same) return audit(lock.path, report, packages);
  const odd = `it looked at ${count(report.packages, 'package')}, ${lock.path} names ${packages.length}`;
  return audit(lock.path, distrusted(odd), packages);
}

const REQUIREMENTS = /(^|\/)[A-Za-z0-9._-]*requirements[A-Za-z0-9._-]*\.txt$/;
const LOCK_FILE = new RegExp(`(^|/)(Cargo\\.lock|package-lock\\.json|npm-shrinkwrap\\.json)$|${REQUIREMENTS.source}`);
const NO_LOCK: Readonly<Record<string, string>> = {
  'npm-audit': 'package-lock.json',
  'pip-audit': 'a requirements.txt that pins every package (pip freeze, uv export or pip-compile write one)',
};

/** Why an audit's silence means nothing; undefined when it means something. */
function staleness({ unreachable, database }: AdvisoryReport, today: string, age: number): string | undefined {
  if (unreachable !== undefined) return `nobody to ask: ${unreachable}`;
  if (database === undefined) return undefined;
  const days = daysBetween(database.date, today);
  return days > age ? `the database is ${days} days old (${database.date}), at most ${age} are taken` : undefined;
}

function databaseText({ database, unreachable }: AdvisoryReport, label: string): string {
  if (unreachable !== undefined) return `nobody to ask: ${unreachable}`;
  if (database === undefined) return ASKED[label] ?? 'the registry was asked';
  const { date, commit, advisories } = database;
  return `${date} ${commit.slice(0, 12)}, ${advisories} ${advisories === 1 ? 'advisory' : 'advisories'}`;
}

function auditEvidence(
  { label, report }: Audit,
  open: readonly { audit: Audit; advisory: Advisory }[],
  ignored: number,
  warnings: number,
): Evidence[] {
  const own = open.filter(({ audit }) => audit.report === report).map(({ advisory }) => advisory);
  const ids = [...new Set(own.map(({ id, package: name }) => `${id} (${name})`))];
  const more = [
    ...(ignored > 0 ? [`${ignored} ignored by the profile`] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
  ];
  const said = own.length === 0 ? 'clean' : `${own.length} ${own.length === 1 ? 'advisory' : 'advisories'}`;
  return [
    evidence(label, [said, ...more].join(', ')),
    ...(ids.length === 0 ? [] : [evidence('advisories', ids.join(', '))]),
    evidence('packages', report.packages),
    evidence('database', databaseText(report, label)),
  ];
}

function notes(level: Annotation['annotation_level'], { lock, packages }: Audit, advisory: Advisory): Annotation[] {
  const places = packages.filter(
    ({ name, version }) =>
      name === advisory.package && (advisory.versions.length === 0 || advisory.versions.includes(version)),
  );
  const lines = places.length === 0 ? [1] : places.map(({ line }) => line);
  return lines.map((line) => annotate(level, lock, line, advisory.id, text(advisory)));
}

function text({ package: name, versions, title, severity, url }: Advisory): string {
  const what = [name, ...versions].join(' ');
  return `${what}: ${title}${severity === '' ? '' : ` (${severity})`}${url === '' ? '' : `, ${url}`}`;
}
