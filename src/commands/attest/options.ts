import type { FlowFlags } from '../flow-options.ts';
import type { HostFlags } from '../host.ts';

/** What `attest verify` takes on its command line. */
export interface AttestVerifyOptions extends HostFlags, FlowFlags {
  readonly pr?: string;
  readonly text?: string;
  readonly facts?: string;
  readonly dir?: string;
  readonly head?: string;
  readonly base?: string;
  readonly contract?: string;
  readonly bundle?: readonly string[];
  readonly trustedRoot?: string;
}
