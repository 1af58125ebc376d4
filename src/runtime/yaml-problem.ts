import type { YAMLError } from 'yaml';

/** The likeliest reason by far is a glob without quotes: `*.js`, `**`. */
export const ALIAS_FIX = 'write the value out; a glob that begins with * needs quotes';

/** What a parser's complaint is called here, and what to do about it; undefined words where the parser's own are good. */
const KNOWN: Partial<Record<YAMLError['code'], { readonly problem?: string; readonly fix: string }>> = {
  ALIAS_PROPS: { problem: 'an alias', fix: ALIAS_FIX },
  BAD_ALIAS: { problem: 'an alias', fix: ALIAS_FIX },
  BAD_DIRECTIVE: { problem: 'a directive (%)', fix: 'leave the line out' },
  BAD_DQ_ESCAPE: { fix: 'write \\\\ for a backslash, or use single quotes' },
  BAD_INDENT: { fix: 'indent what belongs together by the same number of spaces, and close brackets' },
  BAD_SCALAR_START: { fix: 'put the value in quotes' },
  BLOCK_AS_IMPLICIT_KEY: {
    problem: 'a second colon in one line, or a line that is indented too far',
    fix: 'put a value that holds a colon and a blank in quotes',
  },
  DUPLICATE_KEY: { problem: 'a key that stands there twice', fix: 'leave one of the two' },
  MISSING_CHAR: {
    problem: 'a quote or bracket that is never closed',
    fix: 'close it; an odd quote in a text wants quotes around the text',
  },
  MULTILINE_IMPLICIT_KEY: { fix: 'put a colon and a blank behind the key' },
  MULTIPLE_ANCHORS: { problem: 'anchors', fix: 'write the value out' },
  MULTIPLE_DOCS: { problem: 'a second document', fix: 'leave one, without --- and ...' },
  MULTIPLE_TAGS: { problem: 'tags', fix: 'leave them out' },
  TAG_RESOLVE_FAILED: { problem: 'a tag', fix: 'leave it out, or put a value that begins with ! in quotes' },
  UNEXPECTED_TOKEN: { fix: 'indent what belongs together by the same number of spaces; put odd values in quotes' },
};

const OTHERWISE = 'write plain YAML: keys, values and lists';

/** A complaint of the YAML parser in words that name what is seen and what to do. `text` is what was parsed. Pure. */
export function yamlProblem({ code, message, pos }: YAMLError, text: string): { problem: string; fix: string } {
  const known = KNOWN[code];
  const key = code === 'DUPLICATE_KEY' ? /^["']?([\w.-]{1,60})/.exec(text.slice(pos[0], pos[0] + 62))?.[1] : undefined;
  return {
    problem:
      key === undefined ? (known?.problem ?? lowerFirst(message)) : `the key ${JSON.stringify(key)} stands there twice`,
    fix: known?.fix ?? OTHERWISE,
  };
}

function lowerFirst(message: string): string {
  return message.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}
