import type { Setup } from '../../core/setup.ts';
import type { Tool } from '../../core/tools.ts';
import type { FileState } from '../init/files.ts';

/** Something that was read, or the reason why it could not be. What is not known is never fine. */
export type Known<T> = { readonly known: T } | { readonly unknown: string };

export type Health = 'ok' | 'warn' | 'fail' | 'unknown';

/** What one check came to: one line why, and the command that repairs it. */
export interface Verdict {
  readonly health: Health;
  readonly why: string;
  readonly fix?: string;
}

/** The tool of one command of a gate. */
export interface ToolSeen {
  readonly tool: Tool;
  /** The line it says of its version; undefined when it is not there. */
  readonly version: string | undefined;
}

/** A method of a gate's fallback chain. */
export interface MethodSeen {
  readonly name: string;
  /** What it cannot do without. */
  readonly tools: readonly ToolSeen[];
  /** Steps that are left out by themselves, each with the program that it needs and that is not here. */
  readonly leftOut: readonly { readonly step: string; readonly needs: string }[];
}

/** The methods of a gate, in the order in which they are tried. */
export interface GateTools {
  readonly gate: string;
  readonly methods: readonly MethodSeen[];
  readonly runner: string;
  /** Without a method the gate cannot judge. */
  readonly needsCommand: boolean;
  /** Without a method it can only say that there is nothing for it to judge. */
  readonly mayNeedCommand?: boolean;
}

/** A program that is of use and not needed. */
export interface Extra {
  readonly name: string;
  readonly version: string | undefined;
  /** What it is for. */
  readonly use: string;
  readonly install: string;
}

export interface LocalObserved {
  readonly config:
    | { readonly state: 'absent' }
    | { readonly state: 'bad'; readonly error: string }
    | { readonly state: 'ok'; readonly setup: Setup };
  /** The policy file, if there is one: what is wrong with it, or the empty text. */
  readonly policyError: string | undefined;
  /** Why flow or profile do not load. */
  readonly chosenError: string | undefined;
  readonly files: readonly { readonly path: string; readonly state: FileState }[];
  /** Own actions as the workflows of the repository name them. */
  readonly uses: readonly { readonly file: string; readonly uses: string }[];
  /** Other actions in the same workflows, `owner/repository@ref`, each once. */
  readonly others: readonly string[];
  /** Files whose text in HEAD is not the one in the folder. */
  readonly uncommitted: Known<readonly string[]>;
  readonly node: string;
  readonly git: string | undefined;
  /** Of the profile that was chosen; before `init`, of the one that fits the manifests. */
  readonly tools: readonly GateTools[];
  /** The profile's setup is `npm ci`, and git has no lock file. */
  readonly lockMissing?: boolean;
  /** Files that git knows per write scope of the profile. */
  readonly scopes: readonly { readonly scope: string; readonly globs: readonly string[]; readonly files: number }[];
  readonly isolation: Known<'namespace' | 'uid' | 'env-only'>;
  readonly isolationRequired: boolean;
  readonly extras: readonly Extra[];
}

export interface RemoteObserved {
  /** `owner/name`. */
  readonly repo: string;
  readonly access: Known<{
    readonly admin: boolean;
    readonly push: boolean;
    readonly issues: boolean;
    readonly branch: string;
  }>;
  /** Paths of workflows and other files that are on the default branch as they are here, or not. */
  readonly onDefault: Known<readonly { readonly path: string; readonly state: 'same' | 'differs' | 'missing' }[]>;
  /** Workflows that GitHub knows, by path. */
  readonly workflows: Known<Readonly<Record<string, string>>>;
  readonly actions: Known<{
    readonly enabled: boolean;
    readonly allowed: string;
    readonly patterns: readonly string[];
    readonly github: boolean;
  }>;
  readonly tokenDefault: Known<{ readonly level: string; readonly mayOpenPulls: boolean }>;
  readonly labels: Known<readonly { readonly name: string; readonly color: string }[]>;
  /** Values are looked at and never shown. */
  readonly variables: Known<Readonly<Record<string, string>>>;
  readonly secrets: Known<readonly string[]>;
  readonly required: Known<readonly { readonly context: string; readonly app: number | undefined }[]>;
  readonly runners: Known<readonly { readonly labels: readonly string[]; readonly online: boolean }[]>;
  /** The environment whose reviewers approve Tier B; looked at where the repository has tiers. */
  readonly environment: Known<{ readonly there: boolean; readonly reviewers: number }>;
  readonly subjects: Known<readonly { readonly number: number; readonly labels: readonly string[] }[]>;
}

/** Everything that doctor looked at. */
export interface Observed {
  readonly local: LocalObserved;
  readonly remote: Known<RemoteObserved>;
  /** Engines that this version has. */
  readonly engines: readonly string[];
}
