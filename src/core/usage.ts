import { z } from 'zod';
import { NAME } from './names.ts';

const count = z.int().min(0).max(1_000_000_000_000);

/**
 * What an agent's engine used, as its own report counts it. For people: nothing is decided by it. A number the engine did
 * not report is left out, never guessed.
 */
export const usageSchema = z.strictObject({
  engine: z.string().regex(NAME),
  /** Of the engine's program. */
  version: z
    .string()
    .regex(/^[0-9A-Za-z.+-]{1,40}$/)
    .optional(),
  /** Models that answered. */
  models: z
    .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:/@[\]-]{0,99}$/))
    .max(5)
    .optional(),
  /** Answers of the model. */
  turns: count.optional(),
  seconds: count,
  /** Everything the models read, cached or not. */
  'input-tokens': count.optional(),
  'output-tokens': count.optional(),
  /** Millionths of a US dollar, at the engine's list prices. */
  'cost-microusd': count.optional(),
});
export type Usage = z.infer<typeof usageSchema>;

/** Usage from outside, as JSON text; undefined when it is empty or not of this form. */
export function readUsage(text: string): Usage | undefined {
  if (text === '' || text.length > 2_000) return undefined;
  try {
    return usageSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** `claude-code: 14 turns, 165 s, 0.0040 USD`. */
export function usageLine(usage: Usage): string {
  const { turns, seconds } = usage;
  const cost = usage['cost-microusd'];
  return `${usage.engine}: ${[
    ...(turns === undefined ? [] : [turns === 1 ? '1 turn' : `${turns} turns`]),
    `${seconds} s`,
    ...(cost === undefined ? [] : [`${dollars(cost)} USD`]),
  ].join(', ')}`;
}

/** Four digits behind the point: a hop's cost is often below a cent. */
function dollars(micro: number): string {
  return (micro / 1_000_000).toFixed(4);
}
