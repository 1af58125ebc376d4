import type { GitHubStandIn } from './github/stand-in.ts';

/** What a person exports to reach the embedded GitHub as its maintainer, in lines for a shell. */
export function reachLines({ url, people }: GitHubStandIn, repository: string): string[] {
  return [
    `export GITHUB_API_URL=${url}`,
    `export GITHUB_REPOSITORY=${repository}`,
    `export GITHUB_TOKEN=${people.maintainer}`,
  ];
}
