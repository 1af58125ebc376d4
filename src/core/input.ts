import { z } from 'zod';
import type { FlowError } from './errors.ts';
import { BRANCH, NAME, SHA } from './names.ts';
import { parseStrictJson } from './strict-json.ts';

/**
 * Schemas over an action's input strings. The runner gives every input as text and an absent one as the empty string,
 * so each of these starts from `z.string()`.
 */
export const input = {
  text: (max = 4000) => z.string().max(max),
  name: () => z.string().regex(NAME, 'must be lower-case ASCII words joined by dashes'),
  sha: () => z.string().regex(SHA, 'must be a full 40-digit commit sha'),
  branch: () => z.string().regex(BRANCH, 'must be a plain branch name'),
  secret: () => z.string().min(1),
  integer: (min: number, max: number) =>
    z
      .string()
      .regex(/^(0|[1-9]\d{0,14})$/, 'must be a plain decimal integer')
      .transform(Number)
      .pipe(z.number().min(min).max(max)),
  boolean: () => z.enum(['true', 'false']).transform((text) => text === 'true'),
  json: <T extends z.ZodType>(schema: T, maxChars = 262_144) =>
    z
      .string()
      .transform((text, context) => {
        try {
          return parseStrictJson(text, 'bad-input', 'input', maxChars);
        } catch (error) {
          context.issues.push({ code: 'custom', message: (error as FlowError).message, input: text.slice(0, 80) });
          return z.NEVER;
        }
      })
      .pipe(schema),
};
