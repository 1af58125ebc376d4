import type { JobEvent } from './executor/options.ts';

/** The line at the bottom of a terminal that says what runs now; on anything else it is silent, and whole lines follow each other. */
export class ProgressLine {
  readonly #write: (text: string) => void;
  readonly #on: boolean;
  readonly #jobs = new Set<string>();
  #title = '';

  constructor(on: boolean, write: (text: string) => void) {
    this.#on = on;
    this.#write = write;
  }

  /** A run begins. */
  begin(title: string): void {
    this.#title = title;
    this.#jobs.clear();
    this.#show();
  }

  /** A job of the run begins or ends. */
  job(event: JobEvent): void {
    if (event.phase === 'start') this.#jobs.add(event.job);
    else this.#jobs.delete(event.job);
    this.#show();
  }

  /** A whole line above it. */
  line(text: string, print: (line: string) => void): void {
    if (this.#on) this.#write('\r\u001b[K');
    print(text);
  }

  #show(): void {
    if (!this.#on) return;
    const jobs = [...this.#jobs].join(', ');
    const text = `      … ${this.#title.replace(/^\S+ /, '')}${jobs === '' ? '' : `: ${jobs}`}`;
    this.#write(`\r\u001b[K${text.slice(0, 78)}`);
  }
}
