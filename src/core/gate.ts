import type { z } from 'zod';
import type { Allowance } from './allowance.ts';
import type { Evidence } from './evidence.ts';
import type { History } from './diff/history.ts';
import type { Machine } from './machine.ts';
import type { PolicySeen } from './governance-policy.ts';
import type { GateName } from './names.ts';
import type { GateMethod, GateProfile, ParserName, Profile } from './profile.ts';
import type { FaultReason, SkipReason, Verdict } from './verdict.ts';

/** A file that a command wrote, as it lay there when the command and all its children had ended. */
export interface ReportFile {
  /** Path in the tree, or below `{out}/` or `{target}/`. */
  readonly path: string;
  readonly bytes: number;
  /** Of its bytes; empty when they were not read. */
  readonly sha256: string;
  /** Undefined for a binary file, and for one that was refused. */
  readonly text?: string;
  /** Why it was not read: a link, no plain file, over a limit. Never the same as absent. */
  readonly refused?: string;
}

/**
 * One command that ran for a gate, as its wrapper saw it. `stdout` and `stderr` are capped (head and tail) and free of ANSI. Of a step of the kind
 * `parity`, `stdout` is the report, which no other process can write to.
 */
export interface CommandResult {
  readonly step: string;
  readonly argv: readonly string[];
  readonly parser: ParserName;
  /** Absolute folder it ran in; paths in its output are made relative to it. */
  readonly root: string;
  /** The code block it ran, for steps of the kind `doc-examples`. */
  readonly example?: { readonly path: string; readonly line: number };
  /** Which tree it ran on: the head, or the head with this flow's new test files taken back (red phase). */
  readonly tree: 'head' | 'without-new-tests' | 'base';
  readonly exitCode: number | null;
  readonly signal: string | null;
  readonly timedOut: boolean;
  /** The tool itself is absent, by its own words (`no such command`, ENOENT): never by an exit code. */
  readonly missing: boolean;
  /** It was ended when the step's own `budget` was used up; exit code and signal then say nothing. */
  readonly stopped?: boolean;
  /** The value that the step ran for, of the list that its `each` names. */
  readonly each?: string;
  /** Programs that the step `needs` and this host does not have: it did not run. */
  readonly unmet?: readonly string[];
  readonly durationMs: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly truncated: boolean;
  /** sha256 of the whole log, uncapped. */
  readonly logSha256: string;
  readonly toolVersion: string;
  /** Files that match the step's `reports` and that this command wrote, by path; one that was there before is absent. */
  readonly reports: ReadonlyMap<string, ReportFile>;
}

/** One link of a gate's fallback chain, run in order until one is not `missing-tool`. */
export interface MethodRun {
  readonly method: GateMethod['name'];
  /** `nothing`: a list that a step needs is empty, so there was nothing to run on. */
  readonly outcome: 'ran' | 'missing-tool' | 'nothing';
  readonly commands: readonly CommandResult[];
}

export type Phase = 'green' | 'red';

/** The scope that a branch is held to, and what its diff says beside the entries of `history.files`. */
export interface ScopeObservation {
  readonly allow: readonly string[];
  readonly deny: readonly string[];
  /** Where the two come from, for a person. */
  readonly source: string;
  readonly pointers: ReadonlySet<string>;
  /** The newest commit of the branch that touched a path, merges aside. */
  readonly touched: ReadonlyMap<string, string>;
}

/** Everything a gate may look at. It is collected by the runner from the definition's `collect` and the profile. */
export interface GateObservation {
  readonly sha: string;
  readonly base: string | undefined;
  readonly phase: Phase;
  readonly profile: Profile;
  readonly runs: readonly MethodRun[];
  /** All tracked paths at `sha`, bytewise sorted. */
  readonly paths: readonly string[];
  /** Text of the tracked files that match the definition's `collect.files`; a file over 1 MiB is absent. */
  readonly files: ReadonlyMap<string, string>;
  /** Text at `base` of the changed files that match `collect.files`; a file that is new is absent. */
  readonly before: ReadonlyMap<string, string>;
  /** Paths that differ between `base` and `sha`; empty when there is no base. */
  readonly changed: readonly string[];
  /** Paths of tests that the flow added, in the red phase. */
  readonly newTests: readonly string[];
  /** Ids of the acceptance criteria, from facts. Empty when the gate runs alone. */
  readonly acs: readonly string[];
  /** What the issue allows by name, from its own text and never from an agent: see `readAllowances`. */
  readonly allowances?: readonly Allowance[];
  /** Labels of the pull request or the issue, where they are known. */
  readonly labels?: readonly string[];
  /** The branch against its base; only for a gate whose `collect.history` asks for it. */
  readonly history?: History;
  /** What may change, by a contract; only for a gate whose `collect.scope` asks for it, and undefined when none was given. */
  readonly scope?: ScopeObservation;
  /** The repository's policy file; only for a gate whose `collect.policy` asks for it, and undefined where there is none. */
  readonly policy?: PolicySeen;
  readonly isolation: 'namespace' | 'uid' | 'env-only';
  /** UTC day of the run, `YYYY-MM-DD`: for what is only true for a time. */
  readonly today?: string;
  /** The machine that the commands ran on; only for a gate whose `collect.machine` asks for it. */
  readonly machine?: Machine;
}

export const ANNOTATION_LEVELS = ['failure', 'warning', 'notice'] as const;

/** GitHub's annotation, before it is cut and batched. Lines start at 1. */
export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: (typeof ANNOTATION_LEVELS)[number];
  readonly title: string;
  readonly message: string;
}

/** What a gate says. `evidence` holds findings; the runner adds provenance. */
export interface GateResult {
  readonly verdict: Verdict;
  readonly reason?: SkipReason | FaultReason;
  readonly evidence: readonly Evidence[];
  readonly annotations: readonly Annotation[];
  /** Rows for the job summary: what was looked at, and what was found. */
  readonly rows: readonly { readonly item: string; readonly status: string; readonly detail: string }[];
  /** Markdown of our own making for the job summary, below the rows: what it quotes went through `tableCell` or `markdown`. */
  readonly picture?: string;
  /** Names of reports that somebody will want to have: a broken input, say. The runner keeps them beside its own report. */
  readonly artefacts?: readonly string[];
  /** Numbers for typed outputs; the gate's `progress` key (flow data) is one of them. */
  readonly numbers: Readonly<Record<string, number>>;
}

/** What a parity step is asked for; plain JSON. A text in it stands for `{its name}` in the argv of the commands before. */
export type ParityRequest = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** What lists for argv are made from. */
export interface WordFacts {
  readonly profile: Profile;
  readonly base: string | undefined;
  readonly paths: readonly string[];
  readonly changed: readonly string[];
  readonly files: ReadonlyMap<string, string>;
  /** Commands of the same method that have ended. */
  readonly commands: readonly CommandResult[];
  /** Value of the step's `each`, when there is one. */
  readonly each?: string;
}

export interface GateDefinition {
  readonly name: GateName;
  readonly title: string;
  readonly description: string;
  /** Inputs beyond those every gate has. */
  readonly inputs?: z.ZodObject;
  /** Typed outputs beyond `verdict`, `evidence`, `report-path`: the names of `numbers`, with their meaning. */
  readonly numbers: Readonly<Record<string, string>>;
  /** Which of `numbers` must go down (or up) for a retry to count as progress. */
  readonly progress?: { readonly key: string; readonly better: 'lower' | 'higher' };
  readonly collect: {
    /** Does the gate run the profile's commands? */
    readonly commands: boolean;
    /** Whether there is anything to run for; without it always. */
    readonly commandsWhen?: (facts: {
      readonly profile: Profile;
      readonly base: string | undefined;
      readonly paths: readonly string[];
      readonly changed: readonly string[];
    }) => boolean;
    /** Further trees that the commands run on, before the head. */
    readonly trees?: readonly 'base'[];
    /** Globs (scope grammar) of files whose text it reads, given the profile. */
    readonly files: (profile: Profile) => readonly string[];
    /** Reads only those of them that differ from the base; all, when there is no base. */
    readonly changedOnly?: boolean;
    /** Globs of files that it reads also when `changedOnly` leaves them out. */
    readonly always?: readonly string[];
    /** Commits, files and (`lines`) changed lines of the branch. The gate itself judges a base that is missing. */
    readonly history?: 'commits' | 'lines';
    /** What is measured depends on the machine: it is seen by the runner, never told by a command. */
    readonly machine?: boolean;
    /** The gate itself says what it means that a step lacks a program that it `needs`. Else its method counts as missing, and the next is tried. */
    readonly judgesUnmet?: boolean;
    /** Reads the contract of the action's inputs, and who touched what. */
    readonly scope?: boolean;
    /** Reads the repository's policy file. */
    readonly policy?: boolean;
  };
  /** The gate knows the red phase: its commands then run on two trees. */
  readonly redPhase?: boolean;
  /**
   * For a gate with a step of the kind `parity`: what that step is asked to measure, from the profile's settings and the action's inputs. It goes
   * to the parity entry as JSON, with the work tree and the folder `{out}`. Throws `bad-input` and `bad-profile`.
   */
  readonly parity?: (settings: GateProfile['settings'], inputs: Readonly<Record<string, unknown>>) => ParityRequest;
  /** Lists for `{name}`, `each` and `when` in the profile's steps, made from the commit. Pure. */
  readonly words?: (facts: WordFacts) => Readonly<Record<string, readonly string[]>>;
  /** Globs of reports that `artefacts` of its result may name: their bytes are held until it is known which. */
  readonly keeps?: readonly string[];
  /** A step's `{diff}` is a file with the branch's changes, base to head; without a base there is none. */
  readonly diff?: boolean;
  /** Pure: the same observation gives the same result. */
  readonly evaluate: (observation: GateObservation) => GateResult;
}

/** Identity, so that a definition is a plain value with its types checked. */
export function defineGate(definition: GateDefinition): GateDefinition {
  return definition;
}
