import { relativePath } from '../method-run.ts';

export interface RustcError {
  readonly code: string | undefined;
  readonly message: string;
  readonly path: string | undefined;
  readonly line: number;
}

/** rustc's codes for a name that does not exist: missing item, import, path, type, trait, method, field, variant. */
const UNRESOLVED = new Set([
  'E0405',
  'E0407',
  'E0412',
  'E0422',
  'E0423',
  'E0425',
  'E0432',
  'E0433',
  'E0437',
  'E0438',
  'E0531',
  'E0576',
  'E0583',
  'E0599',
  'E0609',
]);

export function isUnresolvedName(code: string | undefined): boolean {
  return code !== undefined && UNRESOLVED.has(code);
}

const ERROR = /^error(?:\[(E\d{4})\])?: (.+)(?:\n\s+--> (.+?):(\d+):\d+)?/gm;
/** Errors that only repeat that there were errors. */
const ECHO =
  /^(could not compile|aborting due to|test failed|doctest failed|\d+ targets? failed|build failed|command .+ exited with code)/;

/** Errors in rustc's text for people, as cargo prints it to stderr. */
export function parseRustcErrors(text: string, root: string): RustcError[] {
  const errors: RustcError[] = [];
  for (const [, code, message, path, line] of text.matchAll(ERROR)) {
    if (ECHO.test(message!)) continue;
    errors.push({
      code,
      message: message!,
      path: path === undefined ? undefined : relativePath(path, root),
      line: Number(line ?? 1),
    });
  }
  return errors;
}
