import { closeSync, openSync, writeSync } from 'node:fs';

/** Bytes of the tail that a capped log still shows: a failure says why at its end. */
const TAIL_BYTES = 64 * 1024;

/** A log file that keeps the head and the tail of what is written. */
export interface StepLog {
  write(line: string): void;
  close(): void;
}

/** Opens a log at `path` that holds about `cap` bytes at most; what lies between head and tail is counted and dropped. */
export function openStepLog(path: string, cap: number): StepLog {
  const file = openSync(path, 'w');
  let written = 0;
  let dropped = 0;
  let tail: string[] = [];
  let tailBytes = 0;
  return {
    write(line) {
      const text = `${line}\n`;
      const bytes = Buffer.byteLength(text);
      if (written + bytes <= cap && tail.length === 0) {
        writeSync(file, text);
        written += bytes;
        return;
      }
      tail.push(text);
      tailBytes += bytes;
      while (tailBytes > TAIL_BYTES && tail.length > 1) {
        const gone = Buffer.byteLength(tail.shift() ?? '');
        tailBytes -= gone;
        dropped += gone;
      }
    },
    close() {
      if (dropped > 0) writeSync(file, `[${dropped} bytes left out: the log is capped at ${cap} bytes]\n`);
      if (tail.length > 0) writeSync(file, tail.join(''));
      tail = [];
      closeSync(file);
    },
  };
}
