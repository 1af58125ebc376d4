// The result of a mutation run, for people: a table by folders, and the mutants that no test caught.
import { mutationScore, tallyMutants, type Mutant, type MutantState } from '../../src/core/mutation/report.ts';

/** The part of Stryker's JSON report that is read here. */
export interface StrykerReport {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string;
        readonly mutants: readonly {
          readonly mutatorName: string;
          readonly replacement?: string;
          readonly status: string;
          readonly location: { readonly start: Place; readonly end: Place };
        }[];
      }
    >
  >;
}
/** Line and column, from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** A mutant of our own code: `NoCoverage` is missed, and counted apart. */
export interface OwnMutant extends Mutant {
  readonly uncovered: boolean;
  /** The line of the source. */
  readonly text: string;
}

const STATES: Readonly<Record<string, MutantState>> = {
  Killed: 'caught',
  Survived: 'missed',
  NoCoverage: 'missed',
  Timeout: 'timeout',
  CompileError: 'unviable',
  RuntimeError: 'unviable',
  Ignored: 'ignored',
};

/** The mutants of a report; a state that is not known is `untested`, which is no answer. */
export function mutantsOf(report: StrykerReport): OwnMutant[] {
  return Object.entries(report.files).flatMap(([path, { source, mutants }]) => {
    const lines = source.split('\n');
    return mutants.map(({ mutatorName, replacement, status, location: { start, end } }) => {
      const last = lines[end.line - 1] ?? '';
      const from = (lines[start.line - 1] ?? '').slice(start.column - 1);
      const old = start.line === end.line ? last.slice(start.column - 1, end.column - 1) : `${from} …`;
      return {
        path,
        line: start.line,
        endLine: end.line,
        what: `${mutatorName}: ${short(old)} → ${replacement === undefined ? 'something else' : short(replacement)}`,
        state: STATES[status] ?? 'untested',
        uncovered: status === 'NoCoverage',
        text: (lines[start.line - 1] ?? '').trim(),
      };
    });
  });
}

/** A row for each folder and one for all, in columns of equal width; files instead of folders where there is one folder alone. */
export function mutationTable(mutants: readonly OwnMutant[]): string {
  const folders = new Set(mutants.map(({ path }) => folderOf(path)));
  const key = ({ path }: OwnMutant): string => (folders.size > 1 ? folderOf(path) : path);
  const groups = new Map<string, OwnMutant[]>();
  for (const mutant of mutants) groups.set(key(mutant), [...(groups.get(key(mutant)) ?? []), mutant]);
  const rows = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, own]) => row(name, own));
  const head = ['', 'killed', 'survived', 'no coverage', 'timeouts', 'left out', 'score'];
  const all = [head, ...rows, ...(rows.length > 1 ? [row('all', mutants)] : [])];
  const widths = head.map((_, column) => Math.max(...all.map((cells) => cells[column]!.length)));
  return all
    .map((cells) => cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '))
    .join('\n');
}

/** Survivors by file and line, each with its line of the source. */
export function survivorList(mutants: readonly OwnMutant[]): string {
  return mutants
    .filter(({ state }) => state === 'missed')
    .map(
      ({ path, line, what, uncovered, text }) =>
        `${path}:${line}  ${what}${uncovered ? '  (no test runs it)' : ''}\n    ${text}\n`,
    )
    .join('');
}

function row(name: string, mutants: readonly OwnMutant[]): string[] {
  const tally = tallyMutants(mutants);
  const uncovered = mutants.filter((mutant) => mutant.uncovered).length;
  const score = mutationScore(tally);
  const counts = [tally.caught, tally.missed - uncovered, uncovered, tally.timeout];
  const leftOut = tally.unviable + tally.ignored + tally.untested;
  return [name, ...[...counts, leftOut].map(String), score === undefined ? 'none' : `${score}%`];
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 100 ? `${line.slice(0, 99)}…` : line || 'nothing';
}
