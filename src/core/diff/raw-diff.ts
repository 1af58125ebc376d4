import { FlowError } from '../errors.ts';
import { utf8Text } from '../utf8.ts';

export const DIFF_STATUSES = ['A', 'D', 'M', 'T'] as const;
export type DiffStatus = (typeof DIFF_STATUSES)[number];

/** One file of `git diff --raw -z --no-renames`: a rename is two entries, so both sides are judged. */
export interface RawDiffEntry {
  readonly status: DiffStatus;
  /** Six octal digits; 000000 where the file does not exist. */
  readonly oldMode: string;
  readonly newMode: string;
  readonly oldSha: string;
  readonly newSha: string;
  /** The path; bytes that are not UTF-8 show as U+FFFD and `validUtf8` is false. */
  readonly path: string;
  readonly validUtf8: boolean;
}

/** Bytes of raw diff that are read at all. */
const MAX_BYTES = 16 * 1024 * 1024;
const HEADER = /^:([0-7]{6}) ([0-7]{6}) ([0-9a-f]{40}|[0-9a-f]{64}) ([0-9a-f]{40}|[0-9a-f]{64}) ([A-Z])\d*$/;

/** Parses `git diff --raw -z --no-renames --no-abbrev`. Throws `bad-patch` on anything else, conflicts and renames included. */
export function parseRawDiff(bytes: Uint8Array): RawDiffEntry[] {
  if (bytes.length > MAX_BYTES) {
    throw new FlowError('bad-patch', `the diff's file list has ${bytes.length} bytes, at most ${MAX_BYTES} are read`);
  }
  const fields = splitAtNul(bytes);
  if (fields.length % 2 !== 0) throw new FlowError('bad-patch', 'the raw diff ends in the middle of an entry');
  const entries: RawDiffEntry[] = [];
  for (let i = 0; i < fields.length; i += 2) {
    const header = new TextDecoder('latin1').decode(fields[i]);
    const match = HEADER.exec(header);
    if (!match)
      throw new FlowError('bad-patch', `raw diff entry ${i / 2 + 1} is ${JSON.stringify(header.slice(0, 120))}`);
    const [, oldMode, newMode, oldSha, newSha, letter] = match as unknown as string[];
    const status = DIFF_STATUSES.find((known) => known === letter);
    if (!status) {
      throw new FlowError('bad-patch', `raw diff entry ${i / 2 + 1} has status ${letter}`, {
        fix: 'diff two commits with --no-renames',
      });
    }
    entries.push({
      status,
      oldMode: oldMode!,
      newMode: newMode!,
      oldSha: oldSha!,
      newSha: newSha!,
      ...decodePath(fields[i + 1]!),
    });
  }
  return entries;
}

function decodePath(bytes: Uint8Array): { path: string; validUtf8: boolean } {
  const path = utf8Text(bytes);
  return path === undefined
    ? { path: new TextDecoder('utf-8').decode(bytes), validUtf8: false }
    : { path, validUtf8: true };
}

function splitAtNul(bytes: Uint8Array): Uint8Array[] {
  const fields: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, start)) {
    fields.push(bytes.subarray(start, end));
    start = end + 1;
  }
  if (start !== bytes.length) throw new FlowError('bad-patch', 'the raw diff does not end with NUL');
  return fields;
}
