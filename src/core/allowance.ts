import { z } from 'zod';
import { evidenceSchema } from './evidence.ts';
import { input } from './input.ts';
import { printable } from './text.ts';

/** Most allowances that one issue can give; a longer list is no exception any more. */
export const ALLOWANCE_LIMIT = 20;

/**
 * An exception that the issue makes by name: `Allow: max_error = 1e-4 because …`. It comes from the text a person wrote;
 * criteria and stories, which agents write, allow nothing.
 */
export const allowanceSchema = z.strictObject({
  /** An identifier, a test, a path, or a rule of the gate with a path. */
  name: evidenceSchema.shape.value.min(1),
  /** The value that it may take, where a number is what changes. */
  value: evidenceSchema.shape.value.optional(),
  because: evidenceSchema.shape.value.min(1),
});
export type Allowance = z.infer<typeof allowanceSchema>;

/** Input of the gates that know exceptions. */
export const allowsInput = z.object({
  allows: input
    .text(4_000)
    .optional()
    .describe(
      'Alone: exceptions by name, one `Allow: NAME [= VALUE] because REASON` per line. Inside a flow the issue holds them.',
    ),
});

const LINE = /^(?:[-*] )?Allow: `?([^\s`=]+)`?(?:\s*=\s*`?([^\s`]+)`?)?\s+because\s+(\S.*)$/;
/** Any region of ours begins with such a line and ends with its `:end`. */
const START = /^<!--\s*([a-z][a-z0-9-]*):start\s*-->$/;

/**
 * Reads the `Allow:` lines of an issue's own text. Lines in a fenced block, in a quotation, in an HTML comment or in a block
 * that the flow wrote allow nothing; neither does a line without a reason.
 */
export function readAllowances(body: string): Allowance[] {
  const found: Allowance[] = [];
  let fence = '';
  let block = '';
  let comment = false;
  for (const raw of body.replace(/\r\n?/g, '\n').split('\n')) {
    const line = raw.trim();
    if (block !== '') {
      if (line === `<!-- ${block}:end -->`) block = '';
      continue;
    }
    if (comment) {
      comment = !line.includes('-->');
      continue;
    }
    const mark = /^(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== '') {
      if (mark !== undefined && mark.startsWith(fence) && line === mark) fence = '';
      continue;
    }
    if (mark !== undefined) {
      fence = mark;
      continue;
    }
    const start = START.exec(line);
    if (start !== null) {
      block = start[1]!;
      continue;
    }
    if (line.includes('<!--')) {
      comment = !line.slice(line.lastIndexOf('<!--')).includes('-->');
      continue;
    }
    // Four columns make a code block in Markdown.
    if (/^(?: {4}|\t)/.test(raw)) continue;
    const match = LINE.exec(line);
    if (match === null || found.length >= ALLOWANCE_LIMIT) continue;
    const [, name, value, because] = match;
    found.push({
      name: printable(name!, 200),
      ...(value === undefined ? {} : { value: printable(value, 200) }),
      because: printable(because!, 200),
    });
  }
  return found;
}

/** The allowance that names one of `names`, and `value` where a value is asked for. */
export function allowanceOf(
  allowances: readonly Allowance[] | undefined,
  names: readonly string[],
  value?: string,
): Allowance | undefined {
  return allowances?.find(
    (one) => names.includes(one.name) && (value === undefined ? one.value === undefined : one.value === value),
  );
}
