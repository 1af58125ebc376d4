// The structure of shell text, as far as the linter of gates has to know it.
import type { InnerShell } from './simple-command.ts';

/** Commands one after the other. */
export type Script = readonly Step[];

/** An and-or list: `a && b || c`. */
export interface Step {
  readonly pipelines: readonly Pipeline[];
  /** Between the pipelines: one less than there are of these. */
  readonly joins: readonly ('&&' | '||')[];
  readonly background: boolean;
}

export interface Pipeline {
  /** `! a | b` */
  readonly negated: boolean;
  readonly parts: readonly Part[];
}

export type Part =
  | Simple
  | { readonly kind: 'group' | 'subshell'; readonly body: Script }
  | { readonly kind: 'if'; readonly arms: readonly { readonly when: Script; readonly then: Script }[] }
  | { readonly kind: 'while' | 'until' | 'for'; readonly when: Script; readonly body: Script }
  | { readonly kind: 'function'; readonly name: string; readonly body: Part };

/** A command with its arguments. */
export interface Simple {
  readonly kind: 'simple';
  readonly words: readonly string[];
  /** It stands in the condition of an `if` or a loop. */
  readonly asked: boolean;
  /** What it always ends with, true for 0; undefined: it can fail, or it is in doubt. */
  readonly ends: boolean | undefined;
  /** The text that it hands to a shell (`bash -c TEXT`, `eval TEXT`), read. */
  readonly inner?: InnerShell & { readonly script: Script };
}

export interface ShellTree {
  readonly script: Script;
  /** Every simple command but those that only hand a text to a shell, in the order of the text. */
  readonly simples: readonly Simple[];
  /** Names of the functions that it defines. */
  readonly functions: ReadonlySet<string>;
}
