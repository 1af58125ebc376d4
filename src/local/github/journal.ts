import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { FlowError } from '../../core/errors.ts';
import type { ActorName, Permissions } from './tokens.ts';
import type { RunConclusion, RunStatus } from './workflow-runs.ts';

/** First line: what repository the journal is of, and where it stood when the stand-in was first started. */
export interface JournalHeader {
  readonly journal: 'bitnet-flow/github';
  readonly v: 1;
  readonly owner: string;
  readonly repo: string;
  readonly defaultBranch: string;
  /** Milliseconds. */
  readonly at: number;
  readonly port: number;
}

/** A request that changed something, with all that its effect depends on. */
export interface RequestEntry {
  readonly kind: 'request';
  readonly at: number;
  readonly actor: ActorName;
  readonly label: string;
  readonly permissions: Permissions;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Where the refs stood that it asked for; null for one that was not there. */
  readonly refs: Readonly<Record<string, string | null>>;
  readonly status: number;
  /** Id and number of what it made or changed; the title of a run; the run that a comment started. */
  readonly made?: {
    readonly id?: number;
    readonly number?: number;
    readonly title?: string;
    readonly run?: number;
  };
}

/** What the runner did to a run: its status, its title, or that it was started again. */
export interface RunEntry {
  readonly kind: 'run';
  readonly at: number;
  readonly id: number;
  readonly status?: RunStatus;
  readonly conclusion?: RunConclusion;
  readonly title?: string;
  readonly again?: true;
}

/** Refs of the bare repository that moved: by a push, by the API, or (`found`) while nobody could note it. */
export interface RefsEntry {
  readonly kind: 'refs';
  readonly at: number;
  readonly moved: Readonly<Record<string, string | null>>;
  readonly label?: string;
  readonly found?: true;
}

export type JournalEntry = RequestEntry | RunEntry | RefsEntry;

export interface ReadJournal {
  readonly header: JournalHeader;
  readonly entries: readonly JournalEntry[];
  /** Bytes of whole lines; what follows is a line that was never finished. */
  readonly whole: number;
}

/** Reads a journal. A last line without its end was never acknowledged and does not count; any other damage is refused. */
export function readJournal(path: string): ReadJournal {
  const refuse = (why: string): FlowError =>
    new FlowError('bad-input', `the journal cannot be read: ${why}`, {
      at: path,
      fix: 'start a new run with `npm start`; this one stays as it is',
    });
  if (!existsSync(path)) throw refuse('it is not there: this run never began');
  const data = readFileSync(path);
  const whole = data.lastIndexOf(10) + 1;
  const [first = '', ...lines] = data.subarray(0, whole).toString('utf8').split('\n').slice(0, -1);
  const parse = (line: string, number: number): unknown => {
    try {
      return JSON.parse(line);
    } catch {
      throw refuse(`line ${number} is damaged`);
    }
  };
  const header = parse(first, 1) as Partial<JournalHeader> | null;
  if (header?.journal !== 'bitnet-flow/github') throw refuse('line 1 says that it is something else');
  if (header.v !== 1) throw refuse(`it has version ${String(header.v)}, this program knows version 1`);
  const entries = lines.map((line, at) => parse(line, at + 2) as JournalEntry);
  return { header: header as JournalHeader, entries, whole };
}

/** The file that every effect is written to before its answer leaves. */
export class Journal {
  readonly path: string;
  #effects: number;

  private constructor(path: string, effects: number) {
    this.path = path;
    this.#effects = effects;
  }

  static begin(path: string, header: JournalHeader): Journal {
    writeFileSync(path, `${JSON.stringify(header)}\n`, { flag: 'wx' });
    return new Journal(path, 0);
  }

  /** Goes on with a journal that was read: an unfinished line is cut off. */
  static goOn(path: string, { entries, whole }: ReadJournal): Journal {
    truncateSync(path, whole);
    return new Journal(path, entries.filter(isEffect).length);
  }

  /** Effects on the repository so far. */
  get effects(): number {
    return this.#effects;
  }

  append(entry: JournalEntry): void {
    appendFileSync(this.path, `${JSON.stringify(entry)}\n`);
    if (isEffect(entry)) this.#effects += 1;
  }
}

function isEffect(entry: JournalEntry): boolean {
  return entry.kind !== 'run';
}

/** The runs of a journal as they stand at its end, without starting anything: by id, oldest first. */
export function runsOf(entries: readonly JournalEntry[]): { id: number; status: RunStatus }[] {
  const runs = new Map<number, RunStatus>();
  for (const entry of entries) {
    if (entry.kind === 'request' && entry.made?.id !== undefined && entry.path.endsWith('/dispatches'))
      runs.set(entry.made.id, 'queued');
    if (entry.kind === 'request' && entry.made?.run !== undefined) runs.set(entry.made.run, 'queued');
    if (entry.kind === 'run' && entry.status !== undefined) runs.set(entry.id, entry.status);
    if (entry.kind === 'run' && entry.again === true) runs.set(entry.id, 'queued');
  }
  return [...runs].map(([id, status]) => ({ id, status }));
}
