import { findGate } from '../../gates/index.ts';

export interface ToldFlags {
  /** Labels, with commas between. */
  readonly labels?: string;
  /** Exceptions, each as the text behind `Allow: `. */
  readonly allow?: readonly string[];
}

/** What an issue tells gates in a flow, as inputs of their actions: `labels` and `allows`. */
export type Told = Readonly<Record<string, string>>;

/** The inputs that the command line gives in place of an issue. */
export function toldOf({ labels, allow = [] }: ToldFlags): Told {
  return {
    ...(labels === undefined ? {} : { labels }),
    ...(allow.length === 0 ? {} : { allows: allow.map((line) => `Allow: ${line}`).join('\n') }),
  };
}

/** Those of the inputs that the gate's action has: no other verdict depends on them. */
export function toldTo(gate: string, told: Told): Told {
  const known = findGate(gate)?.inputs?.shape ?? {};
  return Object.fromEntries(Object.entries(told).filter(([name]) => Object.hasOwn(known, name)));
}
