import { FlowError } from '../core/errors.ts';
import type { CommandResult, ParityRequest, WordFacts } from '../core/gate.ts';
import type { GateStep } from '../core/profile.ts';

/** What the place holders of a profile's words stand for. */
export interface StepWords {
  readonly gate: string;
  /** The commit that is judged: `{sha}` in argv and env. */
  readonly sha: string;
  /** What a parity step is asked for; undefined for a gate that has none. */
  readonly asked?: ParityRequest | undefined;
  /** The gate's lists for argv; undefined for a gate that has none. */
  readonly words?: ((facts: StepFacts) => Words) | undefined;
}

type Words = Readonly<Record<string, readonly string[]>>;

/** Facts that a step's lists are made from. */
export type StepFacts = Pick<WordFacts, 'commands' | 'each'>;

const LISTED = /\{([a-z][a-z0-9-]*)\}/g;

/** The values that a step runs for, the empty text for one without `each`; undefined where a list that it needs is empty. */
export function valuesOf(
  step: GateStep,
  commands: readonly CommandResult[],
  world: StepWords,
): readonly string[] | undefined {
  const words = world.words?.({ commands }) ?? {};
  const empty = (name: string) => (words[name] ?? []).length === 0;
  if (step.when !== undefined && empty(step.when)) return undefined;
  if (step.each !== undefined) return words[step.each] ?? [];
  const needed = step.argv.flatMap((word) => [...word.matchAll(LISTED)].map(([, name]) => name!));
  return needed.some((name) => name in words && empty(name)) ? undefined : [''];
}

/** A step with the gate's lists put into its argv. */
export function withWords(step: GateStep, world: StepWords, facts: StepFacts): GateStep {
  const lists = world.words?.(facts);
  if (lists === undefined) return step;
  const words: Words = { ...lists, ...(facts.each === undefined ? {} : { each: [facts.each] }) };
  const inside = (word: string) =>
    word.replace(LISTED, (whole, name: string) => (Object.hasOwn(words, name) ? words[name]!.join(',') : whole));
  const argv = step.argv.flatMap((word) => {
    const alone = /^\{([a-z][a-z0-9-]*)\}$/.exec(word)?.[1];
    return alone !== undefined && Object.hasOwn(words, alone) ? words[alone]! : [inside(word)];
  });
  return { ...step, argv };
}

/** Puts the commit for `{sha}`, and what a measuring gate is asked for, such as `{model}`, into a word of a profile. */
export function filler({ asked, gate, sha }: StepWords): (word: string) => string {
  const withSha = (word: string): string => word.replaceAll('{sha}', sha);
  if (asked === undefined) return withSha;
  return (word) =>
    withSha(word).replace(/\{(?!(?:out|target|file|node)\})([a-z][a-z0-9-]*)\}/g, (whole, name: string) => {
      const value = asked[name];
      if (typeof value === 'string') return value;
      throw new FlowError('bad-profile', `${whole} stands for nothing: nobody gave a ${name}`, {
        at: `gates.${gate}`,
        fix: `give the gate's setting or input \`${name}\`, or take ${whole} out of argv`,
      });
    });
}
