import { z } from 'zod';
import { FlowError } from './errors.ts';
import { settingProblem } from './gate-settings.ts';
import { BRANCH, GATES, NAME } from './names.ts';
import { ALLOWED_LIMIT, allowedNameSchema } from './public-safety/allowed.ts';
import { placeReportGlobs } from './report-globs.ts';
import { SKIP_REASONS } from './verdict.ts';

/**
 * How the output of a step is read. A parser that does not find its tool's summary is a failure, never a pass. `none` is for a command whose files
 * a later step judges: nothing is read from it, and it must end with 0.
 */
export const PARSERS = [
  'rustfmt',
  'cargo-messages',
  'libtest',
  'prettier',
  'ruff-format',
  'ruff-json',
  'compileall',
  'eslint-json',
  'tsc',
  'node-tap',
  'nextest',
  'pytest',
  'junit',
  'tap',
  'doc-examples',
  'parity-report',
  'crossval-receipts',
  'cargo-audit',
  'cargo-deny',
  'npm-audit',
  'pip-audit',
  'cargo-mutants',
  'stryker',
  'fuzz-targets',
  'libfuzzer',
  'libfuzzer-tmin',
  'criterion-list',
  'criterion',
  'benchmark-json',
  'none',
] as const;
export type ParserName = (typeof PARSERS)[number];

/**
 * Variables that a step may set: none that belongs to the runner or makes a program load code. Git reads no GIT_COMMIT; programs that write
 * receipts do.
 */
export const STEP_VARIABLE =
  /^(?!(?:GITHUB|ACTIONS|RUNNER|INPUT|LD|DYLD)_|(?:NODE_OPTIONS|BASH_ENV|ENV)$|GIT_(?!COMMIT$))[A-Z][A-Z0-9_]*$/;

const argv = z.array(z.string().min(1)).min(1);

const reportGlob = z
  .string()
  .min(1)
  .max(220)
  .superRefine((pattern, context) => {
    try {
      placeReportGlobs([pattern]);
    } catch (error) {
      if (!(error instanceof FlowError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
    }
  });

/**
 * One command of a method, as argv and never as a shell string. `{bin:NAME}` is the JavaScript bin NAME of the
 * repository's own dependencies, `{node}` the Node on PATH; inside a word `{out}` is a fresh private folder of the gate and
 * `{target}` the private build folder. A gate may make further lists from the commit, such as `{changed}`: as a word of its
 * own one stands for as many words as it has values, inside a word for the values with commas between.
 */
const stepSchema = z.strictObject({
  id: z.string().regex(NAME),
  kind: z
    .enum(['command', 'doc-examples', 'parity', 'audit'])
    .default('command')
    .describe(
      "`doc-examples` runs argv once per marked code block, with the block's file for `{file}`; `parity` starts this project's own measurement named by argv, such as `quantization`, on the settings of the gate and the files in `{out}`; `audit` runs argv with network in a folder that holds copies of `copies` and nothing else of the branch.",
    ),
  argv,
  parser: z.enum(PARSERS),
  version: argv.optional().describe("Command that prints the tool's version."),
  reports: z
    .array(reportGlob)
    .min(1)
    .max(32)
    .optional()
    .describe(
      'Globs of files that the command writes and the parser reads: in the tree, or below `{out}/` or `{target}/`. What lay there before does not count.',
    ),
  needs: z
    .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._+-]{0,60}$/))
    .min(1)
    .max(8)
    .optional()
    .describe(
      'Programs on PATH without which the step does not run; the gate features skips its combination, with others the next method is tried.',
    ),
  each: z
    .string()
    .regex(NAME)
    .optional()
    .describe(
      'A list that the gate makes from the commit: the step runs once for each of its values, which is `{each}`.',
    ),
  when: z
    .string()
    .regex(NAME)
    .optional()
    .describe('A list that the gate makes from the commit: where it is empty, the method has nothing to run on.'),
  budget: z
    .int()
    .min(1)
    .max(21_600)
    .optional()
    .describe(
      'Seconds after which the command is ended; the gate mutation judges what it reported until then, others fail.',
    ),
  copies: z
    .array(z.string().regex(/^(?!\/)(?!.*(^|\/)\.\.?(\/|$))[^\\\0]{1,200}$/))
    .min(1)
    .max(8)
    .optional()
    .describe('Files of the tree that a step of the kind `audit` is given; the parser reads them, too.'),
  env: z
    .record(z.string().regex(STEP_VARIABLE), z.string())
    .optional()
    .describe('Variables of the command; none that belongs to the runner, or makes git, a shell or Node load code.'),
});

const methodSchema = z.strictObject({
  name: z.enum(['primary', 'alt1', 'alt2']),
  steps: z.array(stepSchema).min(1),
});
export type GateMethod = z.infer<typeof methodSchema>;
export type GateStep = z.infer<typeof stepSchema>;

const gateSchema = z.strictObject({
  methods: z
    .array(methodSchema)
    .max(3)
    .default([])
    .describe(
      'The fallback chain: the next method runs only when a tool of this one is missing, or it has nothing to run on.',
    ),
  setup: z
    .array(z.strictObject({ argv, when: z.array(z.string()).default([]) }))
    .max(8)
    .optional()
    .describe(
      'Further commands that fetch dependencies, for this gate alone; one is left out where a file of `when` is not tracked.',
    ),
  timeout: z.int().min(1).max(21_600).default(900).describe('Wall-clock seconds for the whole gate.'),
  runner: z.string().min(1).optional(),
  environment: z.string().min(1).optional(),
  gpu: z
    .boolean()
    .optional()
    .describe(
      '`runner` has a GPU: a gate that measures is run there by the action gpu-parity. The variable BITNET_FLOW_GPU, set to `off`, sends it to the default runner.',
    ),
  settings: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
    .default({})
    .describe("A gate's own settings; docs/profiles.md names the pages that hold them."),
});
export type GateProfile = z.infer<typeof gateSchema>;

const globs = z.array(z.string().min(1).max(200)).max(256);

export const profileSchema = z.strictObject({
  profile: z.string().regex(NAME),
  title: z.string().min(1),
  runner: z.string().min(1).default('ubuntu-latest').describe('Default runner label of every job.'),
  branch: z
    .strictObject({
      prefix: z.string().regex(/^([A-Za-z0-9][A-Za-z0-9._-]*\/)?$/),
      base: z.string().regex(BRANCH).optional(),
    })
    .describe(
      'Prefix of the flow’s branches, and the branch they start from and go back to; without `base`, the default branch.',
    ),
  scopes: z
    .strictObject({ spec: globs, tests: globs, code: globs, docs: globs, deps: globs })
    .describe('Which paths an agent with that scope may write. `none` is implied.'),
  setup: z
    .array(z.strictObject({ argv, unless: z.array(z.string()).default([]) }))
    .default([])
    .describe(
      'Fetches dependencies before branch code runs; left out when every package of `unless` already resolves.',
    ),
  isolation: z
    .enum(['required', 'prefer'])
    .default('prefer')
    .describe('`required`: a gate whose commands could not be isolated fails; `prefer`: the evidence says so.'),
  gates: z.partialRecord(z.enum(GATES), gateSchema).superRefine((gates, context) => {
    for (const [gate, { settings }] of Object.entries(gates)) {
      const problem = settingProblem(gate, settings);
      if (problem === undefined) continue;
      const { setting, message, valid } = problem;
      context.addIssue({ code: 'custom', path: [gate, 'settings', setting], message, params: { valid } });
    }
  }),
  'public-names': z
    .array(allowedNameSchema)
    .max(ALLOWED_LIMIT)
    .optional()
    .describe(
      'Names that are public already and may be written: addresses, hosts, `*.` and a host for all below it, home paths. No key can be one.',
    ),
  skips: z
    .array(z.strictObject({ gate: z.enum(GATES), reasons: z.array(z.enum(SKIP_REASONS)).min(1) }))
    .default([])
    .describe(
      'Skips of required gates that the maintainer accepts. Any other skip of a required gate is a failure of `required`.',
    ),
});

/** A profile: what the engine does not know about a kind of repository. Commands, parsers, time-outs, write scopes. */
export type Profile = z.infer<typeof profileSchema>;

/** A gate's setting that is a list of strings; `fallback` when the profile has none. */
export function listSetting(
  profile: Profile,
  gate: keyof Profile['gates'],
  key: string,
  fallback: readonly string[],
): readonly string[] {
  const value = profile.gates[gate]?.settings[key];
  return Array.isArray(value) ? value : typeof value === 'string' ? [value] : fallback;
}
