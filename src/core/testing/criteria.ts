import { evidence, type Evidence } from '../evidence.ts';
import type { GateObservation, GateResult } from '../gate.ts';
import { compileGlobs } from '../globs.ts';
import { acOf, type TestCase } from './report.ts';
import type { DeclaredTest } from '../test-source/declared.ts';
import { definitions } from '../test-source/definitions.ts';

/** How tests stand for the acceptance criteria. */
export interface Criteria {
  readonly text: string;
  readonly unmapped: readonly string[];
  readonly rows: GateResult['rows'];
}

/** A declared test of the branch, with its file. */
export interface PlacedTest extends DeclaredTest {
  readonly path: string;
}

/**
 * Maps criteria to tests that passed. A criterion with a red test is not met, however many green ones it has; a test that
 * asserts nothing stands for none, so an author cannot meet a criterion by its name alone.
 */
export function mapCriteria(
  acs: readonly string[],
  cases: readonly TestCase[],
  declared: readonly PlacedTest[],
): Criteria {
  const red = new Set(cases.filter((test) => test.status === 'fail').map((test) => acOf(test.name)));
  const hollow = hollowNames(declared);
  const green = cases.filter((test) => test.status === 'pass' && !red.has(acOf(test.name)));
  const criteria = criteriaOf(
    acs,
    green.filter((test) => !isHollow(test.name, hollow)).map((test) => test.name),
    'not met',
  );
  return {
    ...criteria,
    rows: criteria.rows.map((row) =>
      row.status === 'pass' ? row : { ...row, detail: whyNot(row.item, cases, hollow) ?? row.detail },
    ),
  };
}

/** Maps criteria to names of tests. */
export function criteriaOf(acs: readonly string[], names: readonly string[], lack: string): Criteria {
  const found = new Map<string, string[]>(acs.map((ac) => [ac, []]));
  for (const name of names) found.get(acOf(name) ?? '')?.push(name);
  const unmapped = acs.filter((ac) => found.get(ac)!.length === 0);
  const tail = unmapped.length === 0 ? '' : `; ${lack}: ${unmapped.join(' ')}`;
  return {
    text: `${acs.length - unmapped.length}/${acs.length} mapped${tail}`,
    unmapped,
    rows: acs.map((ac) => ({
      item: ac,
      status: unmapped.includes(ac) ? 'fail' : 'pass',
      detail: found.get(ac)!.join(', ') || 'no test',
    })),
  };
}

/** Names of which no declaration asserts anything. */
function hollowNames(declared: readonly PlacedTest[]): Set<string> {
  const sound = new Set(declared.filter((test) => test.asserts === 'yes').map((test) => test.name));
  return new Set(declared.map((test) => test.name).filter((name) => !sound.has(name)));
}

/** A name without the parameters that pytest puts behind it, or the case that a crate does. */
const plain = (name: string) => name.replace(/(?:\[|::).*$/, '');
const isHollow = (name: string, hollow: ReadonlySet<string>) => hollow.has(name) || hollow.has(plain(name));

function whyNot(ac: string, cases: readonly TestCase[], hollow: ReadonlySet<string>): string | undefined {
  const own = cases.filter((test) => acOf(test.name) === ac);
  const list = (tests: readonly TestCase[]) => tests.map((test) => test.name).join(', ');
  const failed = own.filter((test) => test.status === 'fail');
  if (failed.length > 0) return `failed: ${list(failed)}`;
  const empty = own.filter((test) => test.status === 'pass' && isHollow(test.name, hollow));
  if (empty.length > 0) return `asserts nothing: ${list(empty)}`;
  const skips = own.filter((test) => test.selfSkip !== undefined);
  if (skips.length > 0) return `skipped itself: ${list(skips)}`;
  return own.length > 0 ? `not run: ${list(own)}` : undefined;
}

/** Criteria whose code and pages the trace table names: a fact holds at most 30 pieces of evidence. */
const TRACED = 7;

/**
 * Evidence for the trace table: per criterion its tests, the changed code that defines what its tests use, and the changed
 * pages that name the criterion or show one of those definitions as code. Computed from sources and diff; an agent's word does not enter.
 */
export function traceEvidence(
  { acs, files, profile, changed }: GateObservation,
  criteria: Criteria,
  declared: readonly PlacedTest[],
): Evidence[] {
  const tests = criteria.rows.filter((row) => row.status === 'pass').slice(0, 15);
  const list = tests.map((row) => evidence(row.item, row.detail));
  const inScope = (scope: 'code' | 'spec') => {
    const { matches } = compileGlobs(profile.scopes[scope]);
    return changed.filter(matches);
  };
  const defined = inScope('code').map((path) => ({ path, names: definitions(path, files.get(path) ?? '') }));
  const pages = inScope('spec').map((path) => ({ path, text: files.get(path) ?? '' }));
  const shown = new Map(pages.map(({ path, text }) => [path, codeWords(text)]));
  const traced = acs.slice(0, TRACED).flatMap((ac): Evidence[] => {
    const uses = new Set(declared.filter((test) => acOf(test.name) === ac).flatMap((test) => [...test.uses]));
    const used = defined.flatMap(({ path, names }) => {
      const own = [...names].filter((name) => uses.has(name));
      return own.length === 0 ? [] : [{ path, own }];
    });
    const code = used.map(({ path }) => path);
    const names = used.flatMap(({ own }) => own);
    const spec = pages
      .filter(
        ({ path, text }) => new RegExp(`\\b${ac}\\b`).test(text) || names.some((name) => shown.get(path)!.has(name)),
      )
      .map(({ path }) => path);
    return code.length + spec.length === 0 ? [] : [evidence(`${ac} in`, `${spec.join(', ')} | ${code.join(', ')}`)];
  });
  return [...list, ...traced];
}

/** Identifiers in the code spans and code blocks of a page. */
function codeWords(text: string): Set<string> {
  const code = text.match(/^(?:```|~~~)[^]*?^(?:```|~~~)|`[^`\n]+`/gm) ?? [];
  return new Set(code.flatMap((span) => span.match(/[A-Za-z_]\w*/g) ?? []));
}
