import { GraphQLError } from 'graphql';

export interface PageArguments {
  first?: number | null;
  last?: number | null;
  before?: string | null;
  after?: string | null;
}

const cursorOf = (index: number) => Buffer.from(`cursor:${index}`).toString('base64');

function indexOf(cursor: string | null | undefined): number | undefined {
  if (cursor === null || cursor === undefined) return undefined;
  const [, index] = /^cursor:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8')) ?? [];
  if (index === undefined) throw new GraphQLError(`\`${cursor}\` does not appear to be a valid cursor.`);
  return Number(index);
}

/** One window of a list by GitHub's rules: `first` or `last` is needed, 1 to 100. */
export function connection<T>(field: string, all: readonly T[], page: PageArguments) {
  const { first, last } = page;
  if ((first ?? last ?? null) === null) {
    throw new GraphQLError(
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${field}\` connection.`,
    );
  }
  for (const size of [first, last]) {
    if (size !== null && size !== undefined && (size < 0 || size > 100)) {
      throw new GraphQLError(
        `Requesting ${size} records on the \`${field}\` connection exceeds the limit of 100 records.`,
      );
    }
  }
  let start = (indexOf(page.after) ?? -1) + 1;
  let end = Math.min(indexOf(page.before) ?? all.length, all.length);
  if (typeof first === 'number') end = Math.min(end, start + first);
  if (typeof last === 'number') start = Math.max(start, end - last);
  const nodes = all.slice(start, end);
  return {
    nodes,
    edges: nodes.map((node, at) => ({ cursor: cursorOf(start + at), node })),
    totalCount: all.length,
    pageInfo: {
      hasNextPage: end < all.length,
      hasPreviousPage: start > 0,
      startCursor: nodes.length > 0 ? cursorOf(start) : null,
      endCursor: nodes.length > 0 ? cursorOf(end - 1) : null,
    },
  };
}
