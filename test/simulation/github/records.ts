/** An account that calls: a person, or an app with its bot. */
export interface Account {
  readonly login: string;
  readonly app?: string;
}

/** The account of GITHUB_TOKEN. */
export const BOT: Account = { login: 'github-actions[bot]', app: 'github-actions' };
export const MAINTAINER: Account = { login: 'maintainer' };
export const STRANGER: Account = { login: 'passer-by' };
/** A bot with rights of its own that is not the flow. */
export const OTHER_APP: Account = { login: 'other-app[bot]', app: 'other-app' };

export interface CommentRecord {
  readonly id: number;
  readonly number: number;
  readonly author: string;
  readonly body: string;
  readonly editor: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface CheckRecord {
  readonly id: number;
  readonly sha: string;
  readonly name: string;
  readonly app: string;
  readonly externalId: string;
  readonly conclusion: string | null;
  readonly title: string | null;
  readonly summary: string | null;
  readonly text: string | null;
  /** They grow with every request. */
  readonly annotations: number;
}

export interface IssueRecord {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly open: boolean;
  readonly author: string;
  readonly labels: readonly string[];
}

export interface PullRecord extends IssueRecord {
  readonly head: string;
  readonly base: string;
  readonly draft: boolean;
}

export type RunStatus = 'pending' | 'queued' | 'in_progress' | 'completed';

export interface RunRecord {
  readonly id: number;
  readonly workflow: string;
  readonly title: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly actor: string;
  readonly event: string;
  readonly attempt: number;
  readonly status: RunStatus;
  readonly conclusion: string | null;
  readonly createdAt: number;
  readonly updatedAt: number;
}
