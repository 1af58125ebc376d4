/** A test as its source declares it, read from text alone. */
export interface DeclaredTest {
  readonly name: string;
  readonly line: number;
  /** Why it is not run by default (`#[ignore]`, `skip`, `todo`), in the source's words; empty when it gives none. */
  readonly ignored?: string;
  /** It exists only under a condition (`cfg`, `skipif`, a name made at run time), so its absence from a run says nothing. */
  readonly conditional: boolean;
  /** `empty`: nothing in it; `none`: nothing in it or in the functions of its file that it calls can fail. */
  readonly asserts: 'yes' | 'none' | 'empty';
  /** Identifiers in its body, and in the functions of its file that it calls. */
  readonly uses: ReadonlySet<string>;
}

/** Something that a test can call: a function of the same file. */
export interface Helper {
  readonly name: string;
  readonly body: string;
}

const IDENTIFIER = /[A-Za-z_$][\w$]*/g;

/** Identifiers of a masked body. */
export function identifiers(body: string): Set<string> {
  return new Set(body.match(IDENTIFIER) ?? []);
}

/** What a body reaches in its own file: its identifiers with those of the helpers that it calls, and whether any can fail. */
export function reach(
  body: string,
  helpers: readonly Helper[],
  canFail: (body: string) => boolean,
): { readonly uses: ReadonlySet<string>; readonly fails: boolean } {
  const byName = new Map(helpers.map((helper) => [helper.name, helper]));
  const uses = new Set<string>();
  let fails = false;
  const todo = [body];
  const seen = new Set<string>();
  for (let text = todo.pop(); text !== undefined; text = todo.pop()) {
    fails ||= canFail(text);
    for (const name of identifiers(text)) {
      uses.add(name);
      const helper = seen.has(name) || seen.size >= MAX_REACH ? undefined : byName.get(name);
      if (helper === undefined) continue;
      seen.add(name);
      todo.push(helper.body);
    }
  }
  return { uses, fails };
}

/** Longest body that is looked at, and most functions that a test is followed into: a hostile file costs no more. */
export const MAX_BODY = 50_000;
const MAX_REACH = 200;

/** For masked text: the position behind the bracket that closes the one at a position; of an open one the end of the text. */
export function brackets(masked: string): (open: number) => number {
  const pair = /[()[\]{}]/g;
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (let match = pair.exec(masked); match !== null; match = pair.exec(masked)) {
    if ('([{'.includes(match[0])) open.push(match.index);
    else if (open.length > 0) ends.set(open.pop()!, match.index + 1);
  }
  return (at) => ends.get(at) ?? masked.length;
}

/** Line numbers by position, counted from 1. */
export function lineCounter(source: string): (at: number) => number {
  const starts = [0];
  for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
  return (at) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
}

/** Text of the same length and lines, with everything between two positions blank. */
export function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
