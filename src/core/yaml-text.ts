/** A value with a comment at the end of its line, as in `uses: owner/repo@<sha> # v1.2.3`. */
export interface Commented {
  readonly value: string;
  readonly comment: string;
}

export type YamlValue =
  string | number | boolean | Commented | readonly YamlValue[] | { readonly [key: string]: YamlValue | undefined };

/** Attaches a comment that is rendered behind a scalar. */
export function commented(value: string, comment: string): Commented {
  return { value, comment };
}

/**
 * Block YAML, two spaces deep, in the order of the keys; an undefined entry is left out. Every YAML 1.1 and 1.2 reader gets back the
 * values that went in (but for a key `on`), because any scalar that one of them could read as something else is quoted.
 */
export function yamlText(value: { readonly [key: string]: YamlValue | undefined }): string {
  return `${mapping(value, '').join('\n')}\n`;
}

function mapping(map: { readonly [key: string]: YamlValue | undefined }, indent: string): string[] {
  return Object.entries(map).flatMap(([key, value]) =>
    value === undefined ? [] : entry(`${indent}${keyText(key)}:`, value, `${indent}  `),
  );
}

// `on` is a boolean to YAML 1.1, but GitHub reads 1.2 and every workflow there is spells it without quotes.
function keyText(key: string): string {
  return key === 'on' ? key : scalar(key);
}

function entry(head: string, value: YamlValue, indent: string): string[] {
  if (Array.isArray(value)) return sequence(head, value as readonly YamlValue[], indent);
  if (typeof value !== 'object') return [`${head} ${scalar(value)}`];
  if (isCommented(value)) return [`${head} ${scalar(value.value)} # ${value.comment}`];
  const lines = mapping(value as { readonly [key: string]: YamlValue | undefined }, indent);
  return lines.length === 0 ? [`${head} {}`] : [head, ...lines];
}

function sequence(head: string, items: readonly YamlValue[], indent: string): string[] {
  if (items.length === 0) return [`${head} []`];
  if (
    items.every((item) => typeof item === 'string' && /^[A-Za-z][A-Za-z0-9_-]*$/.test(item) && scalar(item) === item)
  ) {
    const line = `${head} [${items.join(', ')}]`;
    // Formatters fold a longer line, and a generated file must be one that a repository's format gate accepts.
    if (line.length <= 80) return [line];
  }
  const lines = items.flatMap((item) => {
    const [first = '', ...rest] = entry('-', item, `${indent}  `);
    if (first !== '-' || rest.length === 0) return [`${indent}${first}`, ...rest];
    return [`${indent}- ${rest[0]!.trimStart()}`, ...rest.slice(1)];
  });
  return [head, ...lines];
}

function isCommented(value: object): value is Commented {
  return 'comment' in value && 'value' in value && Object.keys(value).length === 2;
}

// A plain scalar keeps its text in every schema only when it cannot be a number, a date, a word of YAML 1.1, or markup.
const PLAIN = /^[A-Za-z$/_.][^\u0000-\u001f\u007f-\uffff]*$/;
const WORD = /^(true|false|null|yes|no|on|off|y|n|\.nan|\.inf)$/i;

function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  if (/[\u0000-\u001f\u007f-\uffff]/.test(value))
    return JSON.stringify(value).replace(/[\u007f-\uffff]/g, unicodeEscape);
  const plain = PLAIN.test(value) && !WORD.test(value) && !/: |:$| #| $|^\.{1,3}$|^\.[0-9]/.test(value);
  return plain ? value : `'${value.replace(/'/g, "''")}'`;
}

function unicodeEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
