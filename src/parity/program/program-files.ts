/** The two files of a build, as a place holds them. Nothing is known about them yet. */
export interface ProgramFiles {
  readonly program: Uint8Array;
  readonly digest: Uint8Array;
}

/** What a place gave, or in words why it gave nothing. */
export type Sought = { readonly files: ProgramFiles } | { readonly none: string };

/** Most bytes of each file: a build for nine targets has about one megabyte. */
export const LIMITS = { program: 64 * 1024 * 1024, digest: 256 } as const;
