import { parseMarkdown } from './markdown.ts';
import type { Profile } from '../profile.ts';

/** A code block of the documentation that claims to be tested. */
export interface DocExample {
  readonly path: string;
  /** Line of the fence. */
  readonly line: number;
  readonly code: string;
}

/** Languages in which a page may hold examples, by the words that fences use; the key is the file's ending. */
const LANGUAGES = {
  mjs: new Set(['js', 'javascript', 'mjs']),
  py: new Set(['py', 'python', 'python3']),
} as const;
export type ExampleLanguage = keyof typeof LANGUAGES;

/** The language of a profile's examples: `settings: { language: python }` of the gate docs, else JavaScript. */
export function exampleLanguage(profile: Profile): ExampleLanguage {
  const language = profile.gates.docs?.settings['language'];
  return language === 'python' ? 'py' : 'mjs';
}

/** Words behind the language that say that a block is not to be run. */
const NOT_RUN = new Set(['ignore', 'no_run', 'no-run', 'notest', 'text']);

/**
 * Blocks that are run as they stand: those marked `test`, and of JavaScript those that import the package by its own name.
 * `packageName` is the name in package.json; without one only marked blocks count.
 */
export function docExamples(
  files: ReadonlyMap<string, string>,
  paths: readonly string[],
  packageName: string | undefined,
  ending: ExampleLanguage = 'mjs',
): DocExample[] {
  const examples: DocExample[] = [];
  for (const path of paths) {
    const text = files.get(path);
    if (text === undefined) continue;
    for (const block of parseMarkdown(text).blocks) {
      const [language, ...words] = block.info.map((word) => word.toLowerCase());
      if (language === undefined || !LANGUAGES[ending].has(language) || words.some((word) => NOT_RUN.has(word)))
        continue;
      if (words.includes('test') || (ending === 'mjs' && imports(block.code, packageName)))
        examples.push({ path, line: block.line, code: block.code });
    }
  }
  return examples;
}

function imports(code: string, packageName: string | undefined): boolean {
  if (packageName === undefined) return false;
  const specifiers = [...code.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)(['"])([^'"\n]+)\1/g)].map(
    (match) => match[2]!,
  );
  return specifiers.some((specifier) => specifier === packageName || specifier.startsWith(`${packageName}/`));
}

/** The name in a package.json's text; undefined when there is none. */
export function packageNameOf(text: string | undefined): string | undefined {
  try {
    const value = JSON.parse(text ?? '') as { name?: unknown } | null;
    return typeof value?.name === 'string' ? value.name : undefined;
  } catch {
    return undefined;
  }
}

/** Doc-tests that Rust sources declare: fences in doc comments, but for those that rustdoc does not run. */
export function declaredDocTests(source: string): number {
  let count = 0;
  let open = false;
  for (const line of source.split('\n')) {
    const doc = /^\s*\/\/[/!] ?(.*)$/.exec(line);
    if (!doc) {
      open = false;
      continue;
    }
    const fence = /^\s*(?:`{3,}|~{3,})(.*)$/.exec(doc[1]!);
    if (!fence) continue;
    if (!open) {
      const words = fence[1]!
        .trim()
        .split(/[\s,]+/)
        .filter(Boolean);
      const runs = words.every((word) =>
        /^(rust|should_panic|edition\d{4}|standalone|standalone_crate|compile_fail|no_run|E\d{4})$/.test(word),
      );
      if (runs) count++;
    }
    open = !open;
  }
  return count;
}
