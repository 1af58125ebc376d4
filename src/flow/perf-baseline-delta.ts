import { z } from 'zod';
import { defineAction } from '../core/action.ts';
import { input } from '../core/input.ts';
import { DIRECTIONS } from '../core/perf/budget.ts';
import { LEAST_RUNS, MOST_RUNS } from '../core/perf/looks.ts';

const DAY = 86_400;

export const perfBaselineDelta = defineAction({
  name: 'perf-baseline-delta',
  kind: 'flow',
  title: 'Performance against the base',
  description:
    'Compares the speed of a branch with its base on this runner, in turns, each in a tree and a build of its own; fails when it is slower than a budget allows, or when that cannot be told.',
  inputs: z.object({
    'working-directory': input.text(500).default('.').describe('The checkout, made with `fetch-depth: 0`.'),
    base: input
      .text(250)
      .describe('Commit or branch to compare with, as the checkout knows it.')
      .meta({ expression: '${{ github.event.pull_request.base.sha }}' }),
    command: input.text(8000).describe('Shell text that is measured, from the top of the tree, without network.'),
    setup: input
      .text(8000)
      .optional()
      .describe('Shell text that fetches dependencies, once in each tree, with network.'),
    build: input.text(8000).optional().describe('Shell text that builds, once in each tree, without network.'),
    metric: input
      .text(80)
      .describe(
        'Line or JSON path that the command prints; `wall_ms` is the time that it takes, measured from outside.',
      ),
    pattern: input
      .text(500)
      .optional()
      .describe('Regular expression whose first group is the number, where the output names the metric otherwise.'),
    'json-file': input.text(500).optional().describe('JSON file that each run writes and the metric is read from.'),
    'budget-pct': input.text(30).describe('By how many per cent the metric may get worse: plain decimal digits.'),
    direction: z.enum(DIRECTIONS).describe('Which way the metric gets better.'),
    'from-base': input
      .text(4000)
      .optional()
      .describe('Paths, one on a line, that the branch has as the base has them: the benchmark itself.'),
    'min-runs': input.integer(LEAST_RUNS, MOST_RUNS).default(10).describe('Runs of each side before the first look.'),
    'max-runs': input.integer(LEAST_RUNS, MOST_RUNS).default(40).describe('Runs of each side at most.'),
    'run-timeout': input.integer(1, DAY).default(600).describe('Wall-clock seconds of one run.'),
    timeout: input.integer(1, DAY).default(3600).describe('Wall-clock seconds of everything.'),
    isolated: input.boolean().default(false).describe('Fail on a runner that cannot isolate the commands.'),
  }),
  outputs: {
    verdict: '`pass`, `fail` or `inconclusive`.',
    reason: 'Why, in one word: `within-budget`, `over-budget`, `noise`, `harness`, or what was wrong with the runs.',
    baseline: 'Median of the runs of the base.',
    result: 'The baseline times the estimated ratio.',
    'delta-pct': 'The change between the two, in per cent.',
    'detectable-pct': 'How far beyond the budget a change must be to be found in 80 of 100 cases, in per cent.',
    'report-path': 'JSON file on the runner with the verdict and every run.',
  },
  permissions: { contents: 'read' },
  alone: true,
  example: {
    command: 'node bench.mjs',
    metric: 'mean_ms',
    'budget-pct': '5',
    direction: 'lower',
    'from-base': 'bench.mjs',
  },
});
