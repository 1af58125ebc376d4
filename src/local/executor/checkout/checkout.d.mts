/** Why a checkout did not come to be, in words for a person. */
export class CheckoutError extends Error {}

/** Runs git and resolves with its exit code and all it printed. */
export type RunGit = (
  args: readonly string[],
  place: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
) => Promise<{ code: number; text: string }>;

/** Checks out what the inputs in `env` ask for; throws a CheckoutError when it cannot. */
export function checkout(options: {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly git: RunGit;
  readonly print: (line: string) => void;
}): Promise<{ ref: string; commit: string }>;
