import { FlowError, type ErrorCode } from '../core/errors.ts';
import { findKeyedBlock, type BlockWords } from '../core/markdown/keyed-block.ts';
import { parseStrictYaml, type StrictYaml } from './strict-yaml.ts';

/** A kind of document that people write into a text as one fenced YAML block, under one of a few first keys. */
export interface DocumentKind<K extends string> {
  readonly code: ErrorCode;
  readonly block: Omit<BlockWords, 'first'> & { readonly first: readonly [K, ...K[]] };
  /** What is missing in a document that is no mapping, and what to do about it. */
  readonly missing: string;
  readonly fix: string;
}

/** Characters of a text that are read: as many as the host takes for an issue or a pull request. */
const MAX_CHARS = 64 * 1024;

/** Reads YAML as strictly as it gets, and says under which first key it stands; the first of them where none does. Throws with file, line and column. */
export function openDocument<K extends string>(
  text: string,
  file: string,
  { code, block, missing, fix }: DocumentKind<K>,
): { readonly key: K; readonly yaml: StrictYaml } {
  const yaml = parseStrictYaml(text, file, code, 'failsafe');
  const { value } = yaml;
  const place = (path: readonly PropertyKey[]): string => {
    const { line, col } = yaml.locate(path);
    return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  };
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new FlowError(code, missing, { at: place([]), fix });
  const [key = block.first[0], second] = block.first.filter((name) => Object.hasOwn(value, name));
  if (second !== undefined)
    throw new FlowError(code, `two first keys, ${key} and ${second}`, {
      at: place([second]),
      fix: 'leave one of them',
    });
  return { key, yaml };
}

/**
 * The YAML of the one block of a Markdown text; undefined when it holds none. A block that cannot be relied on is an error, never
 * "none". Lines are those of the whole text.
 */
export function findDocument(text: string, file: string, { code, block }: DocumentKind<string>): string | undefined {
  if (text.length > MAX_CHARS) {
    throw new FlowError(code, `${text.length} characters, at most ${MAX_CHARS} are read`, {
      at: `${file}:1:1`,
      fix: 'make the text shorter',
    });
  }
  const found = findKeyedBlock(text, block);
  if (found.kind === 'none') return undefined;
  if (found.kind === 'block') return found.yaml;
  throw new FlowError(code, found.problem, { at: `${file}:${found.line}:1`, fix: found.fix });
}
