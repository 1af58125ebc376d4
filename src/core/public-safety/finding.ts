/** Credentials: refused in every encoding, and when they are cut in two. Nothing can allow one. */
export const SECRET_CLASSES = [
  'github-token',
  'anthropic-key',
  'openai-key',
  'aws-key',
  'google-key',
  'gitlab-token',
  'slack-token',
  'npm-token',
  'pypi-token',
  'hugging-face-token',
  'stripe-key',
  'docker-token',
  'sendgrid-key',
  'databricks-token',
  'vault-token',
  'age-key',
  'jwt',
  'private-key',
  'url-password',
] as const;

/** Names of places and machines that are nobody's business; a policy may allow its own public ones. */
export const PLACE_CLASSES = [
  'private-address',
  'link-local-address',
  'internal-host',
  'node-name',
  'cluster-name',
  'gpu-id',
  'home-path',
] as const;

/** `packed`: something that unpacks to more than is looked at, so nobody knows what it holds. */
export const SAFETY_CLASSES = [...SECRET_CLASSES, ...PLACE_CLASSES, 'packed'] as const;
export type SafetyClass = (typeof SAFETY_CLASSES)[number];

export function isSecretClass(name: SafetyClass): boolean {
  return (SECRET_CLASSES as readonly string[]).includes(name);
}

/**
 * How a value was written. `escaped`: with escapes of JSON, C or Markdown, HTML entities, percent signs or invisible characters; `bytes`: as a list
 * of numbers.
 */
export type Encoding = 'plain' | 'escaped' | 'reversed' | 'base64' | 'hex' | 'bytes' | 'utf-16' | 'gzip' | 'split';

/** Where a value begins; lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  /** Name of the field that was looked at; absent for a text without fields. */
  readonly field?: string;
  readonly line: number;
  readonly column: number;
}

/** What was found, and never the value itself. */
export interface Finding {
  readonly class: SafetyClass;
  readonly place: Place;
  /** From the outside in: `['base64', 'gzip']` is a gzip stream in base64. */
  readonly encoding: readonly Encoding[];
}

/** What stands where a value was. */
export function redactedMark(name: SafetyClass): string {
  return `redacted:${name}`;
}

/** A finding as words: `redacted:github-token in body, line 3, column 7 (base64)`. */
export function findingText({ class: name, place, encoding }: Finding): string {
  const field = place.field === undefined ? '' : `${place.field}, `;
  const how = encoding.every((one) => one === 'plain') ? '' : ` (${encoding.join(', then ')})`;
  return `${redactedMark(name)} in ${field}line ${place.line}, column ${place.column}${how}`;
}
