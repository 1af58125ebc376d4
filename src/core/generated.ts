/** The command that writes every generated file of this repository, and repairs it when it differs. */
export const GENERATE_COMMAND = 'npm run generate';

const MARK = 'Generated from';

/** First line of a generated file, without comment signs: where it comes from and what makes it again. */
export function generatedLine(source: string, command: string = GENERATE_COMMAND): string {
  return `${MARK} ${source} by \`${command}\`. Do not edit.`;
}

/** Does the text begin with a line of `generatedLine`? Only such a file may be deleted as stale. */
export function isGenerated(text: string): boolean {
  return /^(# |\/\/ |<!-- |\{\s*"\$comment": ")Generated from .* by `[^`\n]+`\. Do not edit\./.test(text.slice(0, 500));
}
