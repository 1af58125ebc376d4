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

interface Read {
  readonly names: readonly string[];
  readonly fails: boolean;
}

/** What bodies of a file reach in that file. Costs in proportion to the file: each function is read once, and tests share a budget. */
export class Reach {
  readonly #helpers: ReadonlyMap<string, string>;
  readonly #canFail: (body: string) => boolean;
  readonly #known = new Map<string, Read>();
  #budget: number;
  #calls = MAX_CALLS_OF_A_FILE;

  /** Of functions of one name the last counts. */
  constructor(helpers: readonly Helper[], source: string, canFail: (body: string) => boolean) {
    this.#helpers = new Map(helpers.map(({ name, body }) => [name, body]));
    this.#canFail = canFail;
    this.#budget = MAX_BODY + 4 * source.length;
  }

  /** Identifiers of a body with those of the functions that it calls, and whether anything in them can fail. */
  of(body: string): { readonly uses: ReadonlySet<string>; readonly fails: boolean } {
    const uses = new Set<string>();
    // Bodies overlap only in a file that is not one; what is beyond the budget asserts nothing.
    this.#budget -= body.length;
    const own = this.#read(this.#budget < 0 ? '' : body);
    let fails = own.fails;
    const todo = [own];
    let calls = 0;
    for (let read = todo.pop(); read !== undefined; read = todo.pop()) {
      fails ||= read.fails;
      for (const name of read.names) {
        const called = uses.has(name) ? undefined : this.#helpers.get(name);
        uses.add(name);
        if (called !== undefined && ++calls <= MAX_CALLS && this.#calls-- > 0) todo.push(this.#helper(name, called));
      }
    }
    return { uses, fails };
  }

  #helper(name: string, body: string): Read {
    const known = this.#known.get(name) ?? this.#read(body);
    this.#known.set(name, known);
    return known;
  }

  #read(body: string): Read {
    return { names: [...new Set(body.match(IDENTIFIER) ?? [])], fails: this.#canFail(body) };
  }
}

/** Longest body that is looked at, and most functions that a test is followed into. */
export const MAX_BODY = 50_000;
const MAX_CALLS = 40;
const MAX_CALLS_OF_A_FILE = 20_000;

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
