import { allowanceOf, type Allowance } from '../allowance.ts';
import type { GateResult } from '../gate.ts';
import { annotate, plainResult } from '../method-run.ts';
import type { GateProfile, GateStep } from '../profile.ts';
import { steeredCargo, steeredNextest } from './cargo-settings.ts';
import { calledScript, steeredScripts } from './package-scripts.ts';
import { steeredPytest } from './python-settings.ts';
import type { Steered, SteeringFile } from './steered-file.ts';

/** Tools by what calls them, the changed files that steer them, and what in those does. */
const TOOLS: readonly {
  readonly calls: (step: GateStep) => boolean;
  readonly files: RegExp;
  readonly read: (file: SteeringFile, steps: readonly GateStep[]) => Steered[];
}[] = [
  {
    calls: ({ argv }) => /^(?:cargo(?:-[a-z]+)?|rustc|rustdoc|rustfmt)$/.test(argv[0] ?? ''),
    files: /^(?:\.cargo|\.cargo\/config|\.cargo\/config\.toml|rust-toolchain|rust-toolchain\.toml)$/,
    read: steeredCargo,
  },
  {
    calls: ({ argv }) => /^cargo(?:-nextest)?$/.test(argv[0] ?? '') && argv[1] === 'nextest',
    files: /^\.config(?:\/nextest\.toml)?$/,
    read: steeredNextest,
  },
  {
    calls: ({ argv, parser }) => parser === 'pytest' || argv.some((word) => /^(?:py\.test|pytest)$/.test(word)),
    files:
      /^(?:\.?pytest\.(?:ini|toml)|tox\.ini|setup\.cfg|pyproject\.toml|(?:.*\/)?\w[\w.-]*\.py|(?:_pytest|pytest|pluggy|iniconfig|sitecustomize|usercustomize|junitparser)(?:\.py|\/.*))$/,
    read: steeredPytest,
  },
  {
    calls: ({ argv }) => calledScript(argv) !== undefined,
    files: /^(?:package\.json|\.npmrc)$/,
    read: (file, steps) => steeredScripts(file, [...new Set(steps.flatMap(({ argv }) => calledScript(argv) ?? []))]),
  },
];

/** The commands of a gate. An audit sees no settings of the branch, our own program has none. */
function commandsOf(profile: GateProfile): GateStep[] {
  return profile.methods.flatMap(({ steps }) => steps).filter(({ kind }) => kind === 'command');
}

/** The tools that a gate's commands call. */
function toolsOf(steps: readonly GateStep[]): typeof TOOLS {
  return TOOLS.filter(({ calls }) => steps.some(calls));
}

/** Changed files that could steer the tools of a gate. */
export function steeringFiles(profile: GateProfile, changed: readonly string[]): string[] {
  const tools = toolsOf(commandsOf(profile));
  return changed.filter((path) => tools.some(({ files }) => files.test(path)));
}

/**
 * The verdict on a branch that tells the tools of its judge what to run or to leave out, and whose issue does not name the file; undefined for any
 * other. Such settings of the base hold: what they say was judged before.
 */
export function judgeSteering(
  profile: GateProfile,
  files: readonly SteeringFile[],
  allowances: readonly Allowance[],
): GateResult | undefined {
  const steps = commandsOf(profile);
  const found = toolsOf(steps).flatMap((tool) =>
    files
      .filter(({ path }) => tool.files.test(path) && allowanceOf(allowances, [path]) === undefined)
      .flatMap((file) => tool.read(file, steps)),
  );
  if (found.length === 0) return undefined;
  const names = found.map(({ path, what }) => `${path} (${what})`);
  const shown = [...names.slice(0, 5), ...(names.length > 5 ? [`${names.length - 5} more`] : [])].join(', ');
  const result = plainResult('fail', 'steering', `${shown}: the branch tells its judge what to run`);
  return {
    ...result,
    rows: found.map(({ path, line, what }) => ({ item: `${path}:${line}`, status: 'fail', detail: what })),
    annotations: found.map(({ path, line, what }) =>
      annotate(
        'failure',
        path,
        line,
        'steers its judge',
        `${what}: the branch tells its judge what to run. Where that is meant, the issue says so: Allow: ${path} because …`,
      ),
    ),
  };
}
