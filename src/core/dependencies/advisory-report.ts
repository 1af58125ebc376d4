/** One entry of an advisory database that fits a locked package. */
export interface Advisory {
  /** Its id in the database (`RUSTSEC-2020-0001`, `GHSA-…`); for a yanked version, `yanked`. */
  readonly id: string;
  /** Other names of the same advisory (`CVE-…`); an ignore list may use any of them. */
  readonly aliases: readonly string[];
  /** `vulnerability`, or the kind of warning: `unmaintained`, `unsound`, `yanked`, `notice`. */
  readonly kind: string;
  readonly package: string;
  /** Locked versions that it fits. */
  readonly versions: readonly string[];
  readonly title: string;
  readonly url: string;
  /** The database's own word (`high`), or empty. */
  readonly severity: string;
}

/** The database that was asked, by its own account. */
export interface AdvisoryDatabase {
  /** UTC day of its last change, `YYYY-MM-DD`. */
  readonly date: string;
  readonly commit: string;
  readonly advisories: number;
}

/** What an audit of a lock file said. Only one without `problem` and `unreachable` can be clean. */
export interface AdvisoryReport {
  /** Why the report cannot be trusted. */
  readonly problem?: string;
  /** Why nobody could be asked, in the tool's own words: neither clean nor a finding. */
  readonly unreachable?: string;
  /** Packages that the tool looked at. */
  readonly packages: number;
  /** Their names, of a tool that leaves some out by a rule of its own. */
  readonly looked?: readonly string[];
  /** Undefined for a service that is asked at the moment of the audit. */
  readonly database?: AdvisoryDatabase;
  readonly advisories: readonly Advisory[];
  /** What is no vulnerability: unmaintained, unsound, yanked packages, notices. */
  readonly warnings: readonly Advisory[];
  /** Ids that the tool itself was told to leave out. */
  readonly ignored: readonly string[];
}

const NOTHING = { packages: 0, advisories: [], warnings: [], ignored: [] };

/** An audit that cannot be trusted, with the reason. */
export function distrusted(problem: string): AdvisoryReport {
  return { ...NOTHING, problem };
}

/** An audit that nobody answered, with the tool's own words. */
export function unanswered(unreachable: string): AdvisoryReport {
  return { ...NOTHING, unreachable };
}
