import { printable } from '../../core/text.ts';

/** Milliseconds between two pictures of the running gates. */
const TICK_MS = 250;

/**
 * What runs now, for the person who waits: on a terminal one line that is written again, with what the newest gate prints; anywhere else a
 * line when a gate begins and one when it ends.
 */
export class GateProgress {
  readonly #terminal: boolean;
  readonly #write: (text: string) => void;
  readonly #width: () => number;
  readonly #running = new Map<string, { readonly since: number; line: string }>();
  readonly #total: number;
  #done = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(total: number, terminal: boolean, write: (text: string) => void, width: () => number) {
    this.#total = total;
    this.#terminal = terminal;
    this.#write = write;
    this.#width = width;
  }

  begin(gate: string): void {
    this.#running.set(gate, { since: performance.now(), line: '' });
    if (!this.#terminal) return void this.#write(`… ${gate}\n`);
    this.#timer ??= setInterval(() => this.#show(), TICK_MS);
    this.#show();
  }

  /** What a gate prints; the newest line is shown. */
  line(gate: string, text: string): void {
    const running = this.#running.get(gate);
    if (running !== undefined && !text.startsWith('::') && text.trim() !== '') running.line = printable(text, 200);
  }

  /** A gate ended; `text` says how, where no table will replace this line. */
  end(gate: string, text: string): void {
    this.#running.delete(gate);
    this.#done++;
    if (!this.#terminal) this.#write(`${text}\n`);
    else if (this.#running.size > 0) this.#show();
    else this.close();
  }

  /** Takes the line away. */
  close(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    if (this.#terminal) this.#write('\r\u001b[K');
  }

  #show(): void {
    const now = performance.now();
    const gates = [...this.#running].map(([gate, { since }]) => `${gate} ${Math.floor((now - since) / 1000)} s`);
    const newest = [...this.#running.values()].at(-1)?.line ?? '';
    const text = `… ${this.#done}/${this.#total} · ${gates.join(', ')}${newest === '' ? '' : ` · ${newest}`}`;
    this.#write(`\r\u001b[K${printable(text, Math.max(20, this.#width() - 1))}`);
  }
}
