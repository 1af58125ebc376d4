import { z } from 'zod';
import { input } from './input.ts';

/** Input of a gate whose verdict depends on labels, for a run without a pull request. */
export const labelsInput = z.object({
  labels: input
    .text(2_000)
    .optional()
    .describe(
      'Alone: labels of the issue, with commas between; `risk:high` asks for more. Empty: those of the pull request.',
    ),
});
