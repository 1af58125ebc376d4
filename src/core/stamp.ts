import { digest } from './canonical.ts';

const STAMP = / \[([0-9a-f]{16})\]$/;

/**
 * Puts a line before a generated text that says where it comes from and bears a digest of the rest: so a file that only became
 * old can be told from one that a person changed.
 */
export function stamped(line: string, rest: string): string {
  return `# ${line} [${digest(rest, 16)}]\n${rest}`;
}

/** True when a text is one that `stamped` made and nobody has changed since. Line ends do not count. */
export function isUntouched(text: string): boolean {
  const plain = text.replaceAll('\r\n', '\n');
  const end = plain.indexOf('\n');
  const stamp = end < 0 ? undefined : STAMP.exec(plain.slice(0, end))?.[1];
  return stamp !== undefined && stamp === digest(plain.slice(end + 1), 16);
}
