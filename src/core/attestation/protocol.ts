/** What the process that signs and checks is asked for, as JSON on its standard input. */
export type AttestRequest =
  | { readonly kind: 'sign'; readonly statements: readonly AttestStatement[] }
  | { readonly kind: 'verify'; readonly trustedRoot: string; readonly bundles: readonly BundleToCheck[] };

/** A statement to be signed: what in-toto says, in the shape that every statement of ours has. */
export interface AttestStatement {
  readonly name: string;
  readonly subject: readonly { readonly name: string; readonly digest: Readonly<Record<string, string>> }[];
  readonly predicateType: string;
  readonly predicate: object;
}

/** A bundle, and the address of the repository whose workflow has to have signed it. */
export interface BundleToCheck {
  readonly name: string;
  readonly bundle: string;
  readonly repository: string;
}

/** What became of each statement or bundle, in order, as JSON on standard output. */
export type AttestAnswer = readonly (
  | { readonly name: string; readonly ok: true; readonly bundle?: unknown; readonly signer?: string }
  | { readonly name: string; readonly ok: false; readonly why: string }
)[];
