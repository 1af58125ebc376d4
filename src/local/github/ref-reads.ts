import { AsyncLocalStorage } from 'node:async_hooks';
import type { Repository } from './repository.ts';

type Refs = Record<string, string | null>;

/** A repository that notes where the refs stood that an effect asked for, and can answer a replay from such a note. */
export interface NotedRepository extends Repository {
  /** Does something and tells which refs it asked for; with `known` they are answered from there. */
  noting<T>(action: () => Promise<T>, known?: Readonly<Refs>): Promise<{ result: T; refs: Refs }>;
}

/** Everything else in git is addressed by sha and does not change. */
export function notedRepository(repository: Repository): NotedRepository {
  const notes = new AsyncLocalStorage<{ seen: Refs; known: Readonly<Refs> | undefined }>();
  const commitSha: Repository['commitSha'] = async (revision) => {
    const note = notes.getStore();
    if (note === undefined || /^[0-9a-f]{40}$/.test(revision)) return repository.commitSha(revision);
    if (note.known !== undefined) return note.known[revision] ?? undefined;
    note.seen[revision] ??= (await repository.commitSha(revision)) ?? null;
    return note.seen[revision] ?? undefined;
  };
  // `refs/heads/main:path` is looked up by the commit that the ref stands for.
  const fixed = async (revision: string): Promise<string | undefined> => {
    const [, ref, path = ''] = /^(refs\/[^:]+)(:.*)?$/s.exec(revision) ?? [];
    if (ref === undefined || notes.getStore() === undefined) return revision;
    const sha = await commitSha(ref);
    return sha === undefined ? undefined : `${sha}${path}`;
  };
  return {
    ...repository,
    commitSha,
    async tree(revision) {
      const found = await fixed(revision);
      return found === undefined ? undefined : repository.tree(found);
    },
    async blob(revision) {
      const found = await fixed(revision);
      return found === undefined ? undefined : repository.blob(found);
    },
    async noting(action, known) {
      const seen: Refs = {};
      const result = await notes.run({ seen, known }, action);
      return { result, refs: seen };
    },
  };
}
