import { createHash } from 'node:crypto';
import { StringDecoder } from 'node:string_decoder';
import type { LineSieve } from '../../core/line-sieve.ts';
import { stripAnsi } from '../../core/text.ts';

/** Bytes kept of the start, and again of the end, of a stream. What a parser may read of a run. */
const KEEP = 2 * 1024 * 1024;

/** Keeps head and tail of a stream of any length; memory is bounded by three times `keep`. */
export class OutputCapture {
  readonly #keep: number;
  readonly #head: Buffer[] = [];
  #headBytes = 0;
  #tail: Buffer[] = [];
  #tailBytes = 0;
  #dropped = 0;

  constructor(keep = KEEP) {
    this.#keep = keep;
  }

  push(chunk: Buffer): void {
    const room = this.#keep - this.#headBytes;
    if (room > 0) {
      const part = chunk.subarray(0, room);
      this.#head.push(part);
      this.#headBytes += part.length;
      if (part.length === chunk.length) return;
      chunk = chunk.subarray(room);
    }
    this.#tail.push(chunk);
    this.#tailBytes += chunk.length;
    if (this.#tailBytes > 2 * this.#keep) this.#trim();
  }

  get truncated(): boolean {
    return this.#dropped > 0 || this.#tailBytes > this.#keep;
  }

  /** The text without terminal escapes; where bytes are left out stands a line that says how many. */
  text(): string {
    this.#trim();
    const head = Buffer.concat(this.#head).toString('utf8');
    const tail = Buffer.concat(this.#tail).toString('utf8');
    return clean(this.#dropped === 0 ? head + tail : `${head}\n[${this.#dropped} bytes left out]\n${tail}`);
  }

  #trim(): void {
    if (this.#tailBytes <= this.#keep) return;
    const all = Buffer.concat(this.#tail);
    const cut = all.length - this.#keep;
    this.#tail = [Buffer.from(all.subarray(cut))];
    this.#tailBytes = this.#keep;
    this.#dropped += cut;
  }
}

/** A capture that keeps what a sieve lets through of every line. A line that is too long for any message is left out, and said to be. */
export class SievedCapture {
  readonly #kept: OutputCapture;
  readonly #sieve: LineSieve;
  readonly #decoder = new StringDecoder('utf8');
  #rest = '';
  #overlong = false;
  #lost = false;

  constructor(sieve: LineSieve, keep = KEEP) {
    this.#sieve = sieve;
    this.#kept = new OutputCapture(keep);
  }

  push(chunk: Buffer): void {
    const parts = (this.#rest + this.#decoder.write(chunk)).split('\n');
    this.#rest = parts.pop()!;
    for (const part of parts) {
      if (this.#overlong) this.#overlong = false;
      else this.#keep(this.#sieve.line(part));
    }
    if (this.#rest.length <= MAX_LINE) return;
    this.#rest = '';
    this.#overlong = true;
    this.#lost = true;
  }

  get truncated(): boolean {
    return this.#lost || this.#kept.truncated;
  }

  /** Ends the stream, too: it is asked once. */
  text(): string {
    if (this.#rest !== '') this.#keep(this.#sieve.line(this.#rest));
    this.#rest = '';
    for (const line of this.#sieve.end()) this.#keep(line);
    return this.#kept.text();
  }

  #keep(line: string | undefined): void {
    if (line !== undefined) this.#kept.push(Buffer.from(`${line}\n`));
  }
}

/** Characters of one line of a machine's output. */
const MAX_LINE = 8 * 1024 * 1024;

/** Terminal escapes out, character set selections of older terminals included; line ends as LF. */
function clean(text: string): string {
  return stripAnsi(text.replace(/\u001b[ -/]+[0-~]/g, '')).replace(/\r\n/g, '\n');
}

/** sha256 over everything a command wrote, in the order it arrived. */
export class LogDigest {
  readonly #hash = createHash('sha256');
  push(chunk: Buffer): void {
    this.#hash.update(chunk);
  }
  hex(): string {
    return this.#hash.digest('hex');
  }
}

/**
 * Cuts a stream into lines of at most 2000 characters and hands over the first and the last of them; those between are counted. A run
 * says at its end how it went, so the end is shown whatever its length.
 */
export class LineFeed {
  readonly #decoder = new StringDecoder('utf8');
  readonly #sink: (line: string) => void;
  readonly #first: number;
  readonly #last: number;
  readonly #held: string[] = [];
  #rest = '';
  #lines = 0;
  #skipping = false;

  constructor(sink: (line: string) => void, first = 900, last = 100) {
    this.#sink = sink;
    this.#first = first;
    this.#last = last;
  }

  push(chunk: Buffer): void {
    const parts = (this.#rest + this.#decoder.write(chunk)).split('\n');
    this.#rest = parts.pop()!;
    for (const part of parts) this.#emit(part);
    if (this.#rest.length > MAX_SHOWN && !this.#skipping) {
      this.#emit(this.#rest);
      this.#skipping = true;
    }
    if (this.#skipping) this.#rest = '';
  }

  end(): void {
    if (this.#rest !== '' && !this.#skipping) this.#emit(this.#rest);
    const held = this.#held.slice(-this.#last);
    const hidden = this.#lines - this.#first - held.length;
    if (hidden > 0) this.#sink(`… ${hidden} ${hidden === 1 ? 'line is' : 'lines are'} not shown`);
    for (const line of held) this.#sink(shown(line));
  }

  #emit(line: string): void {
    if (this.#skipping) {
      this.#skipping = false;
      return;
    }
    if (++this.#lines <= this.#first) {
      this.#sink(shown(line));
      return;
    }
    this.#held.push(line.slice(0, MAX_SHOWN + 1));
    if (this.#held.length >= 2 * this.#last) this.#held.splice(0, this.#held.length - this.#last);
  }
}

/** Characters of a line that the log shows. */
const MAX_SHOWN = 2000;

function shown(line: string): string {
  return clean(line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line);
}
