/**
 * The hop that a commit's message names in its trailer, such as `8 impl-creator`; undefined for a commit that is nobody's
 * hop. For people only: a trailer decides nothing.
 */
export function hopNamed(message: string): string | undefined {
  const named = /\nFlow-Hop: [a-z][a-z0-9-]{0,40}\/\d{1,9}\/(\d{1,2})\/([a-z][a-z0-9-]{0,60})\/\d\n/.exec(
    `${message}\n`,
  );
  return named === null ? undefined : `hop ${named[1]}, ${named[2]}`;
}
