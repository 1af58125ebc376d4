import { valueOf, type Constants } from './arithmetic.ts';
import type { Language } from './source.ts';

/** A name of a file that stands for one expression: a constant, a variable, or a function without arguments. */
export interface Definition {
  readonly name: string;
  readonly line: number;
  readonly text: string;
  readonly isFunction: boolean;
}

// Every repetition is bounded: blanked comments make long rows of spaces.
const ASSIGNED: Readonly<Record<Language, readonly RegExp[]>> = {
  rust: [/\b(?:const|static|let)\s{1,4}(?:mut\s{1,4})?(\w+)\s?(?::[^=;\n]{0,80})?=\s{0,8}([^;{}\n]{1,200});/g],
  js: [/\b(?:const|let|var)\s{1,4}([\w$]+)\s?(?::[^=;\n]{0,80})?=(?![=>])[ \t]{0,8}([^\s;{}][^;{}\n]{0,200})(?:;|$)/gm],
  python: [/^[ \t]{0,40}(\w+)[ \t]?(?::[^=\n]{0,80})?=(?!=)[ \t]{0,8}([^\s{}][^\n{}]{0,200})$/gm],
  other: [],
};
const FUNCTIONS: Readonly<Record<Language, readonly RegExp[]>> = {
  rust: [
    /\bfn\s{1,4}(\w+)\s?\(\s?\)\s?->\s?[\w:]{1,80}\s?\{\s{0,80}(?:return\s{1,4})?([^\s;{}][^;{}]{0,200})(?:;\s{0,80})?\}/g,
  ],
  js: [
    /\b(?:const|let|var)\s{1,4}([\w$]+)\s?=\s?(?:async\s?)?\(\s?\)(?:\s?:\s?\w+)?\s?=>\s{0,80}(?:\{\s{0,80}return\s{1,4})?([^\s;{}][^;{}\n]{0,200})(?:[;}]|$)/gm,
    /\bfunction\s{1,4}([\w$]+)\s?\(\s?\)(?:\s?:\s?\w+)?\s?\{\s{0,80}return\s{1,4}([^\s;{}][^;{}]{0,200})(?:;\s{0,80})?\}/g,
  ],
  python: [/^[ \t]{0,40}def\s{1,4}(\w+)\s?\(\s?\)[^:\n]{0,80}:\s{1,80}return[ \t]{1,4}([^\s][^\n]{0,200})$/gm],
  other: [],
};
/** Definitions of a file that are read. */
const MAX = 2_000;

/** What a text, whose comments and strings are blank, gives names to. */
export function definitionsOf(code: string, language: Language): Definition[] {
  const found: Definition[] = [];
  const lineAt = lineFinder(code);
  for (const [patterns, isFunction] of [
    [ASSIGNED[language], false],
    [FUNCTIONS[language], true],
  ] as const)
    for (const pattern of patterns)
      for (const match of code.matchAll(pattern)) {
        if (found.length >= MAX) return found;
        const [whole, name, text] = match;
        if (!isFunction && text!.includes('=>')) continue;
        const line = lineAt(match.index + whole.lastIndexOf(text!));
        found.push({ name: name!, line, text: text!.trim(), isFunction });
      }
  return found;
}

/** Values of those names. A name with two values has none. */
export function constantsOf(definitions: readonly Definition[]): Constants {
  const texts = new Map<string, string | undefined>();
  for (const { name, text } of definitions)
    texts.set(name, texts.has(name) && texts.get(name) !== text ? undefined : text);
  // A name that leads to itself has no value, and each is worked out once.
  const known = new Map<string, number>();
  const constants: Constants = (name) => {
    const text = texts.get(name);
    if (text === undefined) return Number.NaN;
    if (!known.has(name)) {
      known.set(name, Number.NaN);
      known.set(name, valueOf(text, constants));
    }
    return known.get(name)!;
  };
  return constants;
}

function lineFinder(code: string): (index: number) => number {
  const starts = [0];
  for (let at = code.indexOf('\n'); at >= 0; at = code.indexOf('\n', at + 1)) starts.push(at + 1);
  return (index) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= index) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
