/** What becomes of a stream of lines before it is kept: output that is for programs says more than anybody reads. */
export interface LineSieve {
  /** The line as it is kept, or undefined where it is not. */
  readonly line: (text: string) => string | undefined;
  /** Lines that stand for what was only counted, when the stream has ended. */
  readonly end: () => readonly string[];
}
