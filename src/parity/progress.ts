/** Milliseconds before anything is said, and between two lines on a terminal and in a log. */
const QUIET = 2_000;
const ON_TERMINAL = 200;
const IN_LOG = 10_000;

/** Where progress is written; standard error in a command. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** Says how far work is that takes longer than two seconds: one line that changes on a terminal, plain lines elsewhere. */
export class Progress {
  private readonly stream: ProgressStream;
  private readonly what: string;
  private readonly now: () => number;
  private next: number;
  private shown = false;

  constructor(what: string, stream: ProgressStream, now: () => number = () => performance.now()) {
    this.what = what;
    this.stream = stream;
    this.now = now;
    this.next = now() + QUIET;
  }

  /** Tells of so many bytes of all. */
  at(done: number, all: number): void {
    const share = all === 0 ? 100 : Math.floor((100 * done) / all);
    this.say(`${share} % of ${(all / 1e6).toFixed(0)} MB`);
  }

  /** Tells how far it is, in words. */
  say(words: string): void {
    const time = this.now();
    if (time < this.next) return;
    const terminal = this.stream.isTTY === true;
    this.next = time + (terminal ? ON_TERMINAL : IN_LOG);
    const text = `${this.what}: ${words}`;
    this.stream.write(terminal ? `\r\u001b[K${text}` : `${text}\n`);
    this.shown = terminal;
  }

  /** Takes the line away. */
  end(): void {
    if (this.shown) this.stream.write('\r\u001b[K');
    this.shown = false;
  }
}
