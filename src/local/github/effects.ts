import { FlowError } from '../../core/errors.ts';
import type { Clock } from './clock.ts';
import type { Journal, JournalEntry, RequestEntry, RunEntry } from './journal.ts';
import type { NotedRepository } from './ref-reads.ts';
import type { Call, Reply } from './reply.ts';
import { actors, type Actor, type ActorName } from './tokens.ts';

/** A moment around an effect on the repository; effects are counted from 1, what the runner says of its runs is none. */
export interface EffectMoment {
  readonly number: number;
  readonly moment: 'before' | 'after';
}

/** The one place where effects happen: one after the other, each written to the journal before its answer leaves. */
export interface Effects {
  /** Makes a request's effect. A refused request has none and leaves no line. */
  request(call: Call, answer: () => Promise<Reply>): Promise<Reply>;
  /** Lets git take a push, and notes which refs it moved. */
  push<T>(label: string, receive: () => Promise<T>): Promise<T>;
  /** Does something to a run; it is refused by a throw. */
  run(entry: Omit<RunEntry, 'kind' | 'at'>, apply: () => void): void;
}

const refRoute = /\/git\/refs(\/|$)/;
/** A merge moves the base branch and writes its pull request: in a replay git has its part already, the rest is made again. */
const mergeRoute = /\/pulls\/\d+\/merge$/;

/** Effects of a stand-in; without a journal they are only put in order. */
export function createEffects(options: {
  clock: Clock;
  repository: NotedRepository;
  journal: Journal | undefined;
  /** Where the refs stood last. */
  refs: Map<string, string>;
  onEffect?: ((moment: EffectMoment) => void) | undefined;
}): Effects {
  const { clock, repository, journal, refs, onEffect } = options;
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(action: () => Promise<T>): Promise<T> => {
    const turn = last.then(action, action);
    last = turn.catch(() => undefined);
    return turn;
  };
  const before = (): void => onEffect?.({ number: (journal?.effects ?? 0) + 1, moment: 'before' });
  const note = (entry: JournalEntry): void => {
    journal?.append(entry);
    onEffect?.({ number: journal?.effects ?? 0, moment: 'after' });
  };
  const noteRefs = async (at: number, label: string): Promise<void> => {
    if (journal === undefined) return;
    const moved = await movedRefs(repository, refs);
    if (moved !== undefined) note({ kind: 'refs', at, moved, label });
  };

  return {
    request: (call, answer) =>
      inTurn(async () => {
        before();
        const at = clock.read();
        const { result, refs } = await repository.noting(() => clock.hold(at, answer));
        if (result.status >= 400) return result;
        note(requestEntry(call, result, at, refs));
        if (refRoute.test(call.path) || mergeRoute.test(call.path)) await noteRefs(at, call.token.label);
        return result;
      }),
    push: (label, receive) =>
      inTurn(async () => {
        before();
        const result = await receive();
        await noteRefs(clock.read(), label);
        return result;
      }),
    run(entry, apply) {
      apply();
      journal?.append({ kind: 'run', at: clock.read(), ...entry });
    },
  };
}

/** Makes the effects of a journal again, in order, as they were made: same times, same refs; each must give the same ids. */
export async function replay(
  path: string,
  entries: readonly JournalEntry[],
  options: {
    clock: Clock;
    repository: NotedRepository;
    reply: (call: Call) => Promise<Reply>;
    run: (entry: RunEntry) => void;
  },
): Promise<void> {
  for (const [index, entry] of entries.entries()) {
    const differs = (what: string): FlowError =>
      new FlowError('bad-input', `line ${index + 2} of the journal cannot be repeated: ${what}`, {
        at: path,
        fix: 'was the run made by another version, or its folder changed? Start a new one with `npm start`',
      });
    // What git holds is there already.
    if (entry.kind === 'refs' || (entry.kind === 'request' && refRoute.test(entry.path))) continue;
    try {
      if (entry.kind === 'run') await options.clock.hold(entry.at, () => options.run(entry));
      else {
        const call = callOf(entry);
        const again = (): Promise<Reply> => options.clock.hold(entry.at, () => options.reply(call));
        const { result } = await options.repository.noting(again, entry.refs);
        const gave = ({ status, made }: Pick<RequestEntry, 'status' | 'made'>): string =>
          JSON.stringify({ status, id: made?.id, number: made?.number, run: made?.run });
        const now = gave({ status: result.status, made: madeBy(result) } as RequestEntry);
        if (now !== gave(entry)) throw differs(`it gave ${gave(entry)}, now it gives ${now}`);
        // A title comes from the workflow that ran then.
        const { id, title } = entry.made ?? {};
        if (id !== undefined && title !== undefined) options.run({ kind: 'run', at: entry.at, id, title });
      }
    } catch (error) {
      if (error instanceof FlowError) throw error;
      throw differs(error instanceof Error ? error.message : String(error));
    }
  }
}

/** Refs that stand elsewhere than `known` says, which is brought up to date; undefined when none does. */
export async function movedRefs(
  repository: NotedRepository,
  known: Map<string, string>,
): Promise<Record<string, string | null> | undefined> {
  const now = new Map((await repository.refs('refs/')).map(({ ref, sha }) => [ref, sha]));
  const moved: Record<string, string | null> = {};
  for (const [ref, sha] of now) if (known.get(ref) !== sha) moved[ref] = sha;
  for (const ref of known.keys()) if (!now.has(ref)) moved[ref] = null;
  known.clear();
  for (const [ref, sha] of now) known.set(ref, sha);
  return Object.keys(moved).length === 0 ? undefined : moved;
}

/** Where the refs stood at the end of a journal. */
export function refsOf(entries: readonly JournalEntry[]): Map<string, string> {
  const refs = new Map<string, string>();
  for (const entry of entries) {
    for (const [ref, sha] of entry.kind === 'refs' ? Object.entries(entry.moved) : []) {
      if (sha === null) refs.delete(ref);
      else refs.set(ref, sha);
    }
  }
  return refs;
}

function requestEntry(call: Call, result: Reply, at: number, refs: RequestEntry['refs']): RequestEntry {
  const { token } = call;
  const actor = (Object.entries(actors) as [ActorName, Actor][]).find(([, one]) => one.login === token.actor.login)![0];
  const made = madeBy(result);
  return {
    kind: 'request',
    at,
    actor,
    label: token.label,
    permissions: token.permissions,
    method: call.method,
    path: call.path,
    query: call.query.toString(),
    body: call.body,
    refs,
    status: result.status,
    ...(made === undefined ? {} : { made }),
  };
}

function callOf(entry: RequestEntry): Call {
  const { method, path, body, label, permissions } = entry;
  const token = { value: '', label, actor: actors[entry.actor], permissions };
  return { method, path, params: {}, query: new URLSearchParams(entry.query), body: { ...body }, token };
}

function madeBy(result: Reply): RequestEntry['made'] {
  const body = (result.body ?? {}) as { id?: unknown; number?: unknown };
  const made = {
    ...(typeof body.id === 'number' ? { id: body.id } : {}),
    ...(typeof body.number === 'number' ? { number: body.number } : {}),
    ...result.made,
  };
  return Object.keys(made).length === 0 ? undefined : made;
}
