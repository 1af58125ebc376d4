import type { AttestInput } from '../../flow/attest-check.ts';

/** What a verification compares, and where it comes from. */
export interface Gathered extends Pick<AttestInput, 'state' | 'around' | 'commits' | 'repository' | 'contractChanged'> {
  /** One line that says what is looked at. */
  readonly title: string;
  /** The pull request's text, and how errors call it. */
  readonly text: string;
  readonly file: string;
  /** What was seen on the way that is no mismatch. */
  readonly notes: readonly string[];
}
