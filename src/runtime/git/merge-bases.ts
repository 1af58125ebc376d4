import { git, type GitPlace } from './git.ts';

/**
 * Every merge base of two commits; none where they have no common ancestor here. Where there are several, a diff from one of them
 * does not show what a branch takes back of the others, although a merge would take it back.
 */
export async function mergeBases(place: GitPlace, base: string, head: string): Promise<string[]> {
  const { code, stdout } = await git(place, ['merge-base', '--all', '--end-of-options', base, head]);
  return code === 0 ? stdout.toString('utf8').split('\n').filter(Boolean) : [];
}
