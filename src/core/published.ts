/** The repository that is developed, released and pinned. */
export const HOME_REPOSITORY = 'bitnet-flow/bitnet-flow';

/** Owner of the mirrors: repositories that hold one action each. */
export const MIRROR_OWNER = 'bitnet-flow';

/** The tag that pages tell people to use; a release of this major version moves it. */
export const MAJOR_TAG = 'v1';

/** `uses:` of an action in the home repository. */
export function usesAtHome(action: string): string {
  return `${HOME_REPOSITORY}/actions/${action}@${MAJOR_TAG}`;
}

/** `uses:` of an action in its mirror. */
export function usesMirror(action: string): string {
  return `${MIRROR_OWNER}/${action}@${MAJOR_TAG}`;
}
