/** What the command line gives every command. */
export interface CliWorld {
  /** The clone or package that the commands belong to. */
  readonly root: string;
  readonly version: string;
  readonly color: boolean;
  readonly print: (line: string) => void;
  /** Aborted by Ctrl-C, or by a polite end by somebody else. */
  readonly interrupted: () => AbortSignal;
  /** Prints what a command found, for people or for programs; a finding is exit code 1. */
  readonly report: (found: Found, asJson?: boolean) => void;
}

export interface Found {
  readonly ok: boolean;
  readonly lines: readonly string[];
  readonly json: unknown;
}
