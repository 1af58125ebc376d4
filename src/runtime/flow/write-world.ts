import type { GitHubHost } from '../github/host.ts';
import type { Clock } from '../github/transport.ts';

/** What the write job has besides its inputs. */
export interface WriteWorld {
  readonly host: GitHubHost;
  readonly clock: Clock;
  readonly log: (line: string) => void;
  /** Pause between looks at something that another copy may show late, in milliseconds. */
  readonly pause: number;
  /** Address of the repository on the host, for links. */
  readonly repository: string;
  /** The run was started again by hand: what an earlier attempt of it made may be there. */
  readonly rerun: boolean;
  /** Version of this tool, which the end records; left out where nobody can tell. */
  readonly tool?: string | undefined;
}
