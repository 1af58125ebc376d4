/** A place where a branch tells the tools that judge it what to run or what to leave out. */
export interface Steered {
  readonly path: string;
  readonly line: number;
  /** The key or name that does it: `target.x86_64-unknown-linux-gnu.runner`. */
  readonly what: string;
}

/** A file at base and head; undefined where it is not there, `link` where it is no plain file. */
export interface SteeringFile {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly link: boolean;
}

/** The first line of a text that holds a word, from 1; 1 where none does. */
export function lineOf(text: string, word: string): number {
  return Math.max(1, text.split('\n').findIndex((line) => line.includes(word)) + 1);
}
