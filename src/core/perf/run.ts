import { z } from 'zod';

/** What was measured: the base, or the head. In a self-test the head is the base once more, in a folder and a build of its own. */
export const SIDES = ['base', 'head'] as const;
export type Side = (typeof SIDES)[number];

/** A number that a program measured: decimal digits with a point, no exponent, no sign. */
export const READING = /^(0|[1-9]\d{0,14})(\.\d{1,20})?$/;

/** One run that ended well, with what it measured. */
export const measuredRunSchema = z.strictObject({
  side: z.enum(SIDES),
  /** As the program wrote it. */
  value: z.string().regex(READING),
  /** Empty where none was told. */
  unit: z.string().max(20),
  /** Fingerprint of the machine and its tools. */
  machine: z.string().regex(/^[0-9a-f]{16}$/),
  /** Wall-clock milliseconds of the run, which the harness took. */
  ms: z.number().nonnegative(),
});
export type MeasuredRun = z.infer<typeof measuredRunSchema>;

/** Values of one side, in the order of the runs. */
export function valuesOf(runs: readonly MeasuredRun[], side: Side): number[] {
  return runs.filter((run) => run.side === side).map(({ value }) => Number(value));
}
