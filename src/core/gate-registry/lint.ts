import { suggest, type Finding, type KeyPath } from './finding.ts';
import { metricProblem } from './metric-pattern.ts';
import { isEnvName } from './read.ts';
import { RESERVED_ENV, type Registry, type RegistryGate } from './registry.ts';
import { expandedNames } from './shell.ts';
import { judgeCommand } from './vacuous.ts';

/** What a registry is looked at against. */
export interface LintWorld {
  /** Tracked paths of the tree the gates run on; undefined when there is none to look at. */
  readonly tree: readonly string[] | undefined;
  /** Every gate that the file names, where some could not be read: naming one of those is no mistake of a bundle. */
  readonly named?: readonly string[];
}

/** Everything about a registry's content that would make a gate lie, hang or never run. Pure; nothing is thrown. */
export function lintRegistry(registry: Registry, { tree, named }: LintWorld): Finding[] {
  const files = tree === undefined ? undefined : treeOf(tree);
  const gates = [...registry.gates.values()];
  return [
    ...gates.flatMap((gate) => lintGate(gate, registry, files)),
    ...lintBundles(registry, new Set([...registry.gates.keys(), ...(named ?? [])])),
  ];
}

const error = (code: Finding['code'], path: KeyPath, message: string, fix: string): Finding => ({
  severity: 'error',
  code,
  path,
  message,
  fix,
});
const warning = (code: Finding['code'], path: KeyPath, message: string, fix: string): Finding => ({
  severity: 'warning',
  code,
  path,
  message,
  fix,
});

/** Files and the folders that hold them. */
function treeOf(paths: readonly string[]): ReadonlySet<string> {
  const known = new Set<string>();
  for (const path of paths) {
    known.add(path);
    for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) known.add(path.slice(0, at));
  }
  return known;
}

function lintGate(gate: RegistryGate, registry: Registry, files: ReadonlySet<string> | undefined): Finding[] {
  const at = (key: string, ...rest: (string | number)[]): KeyPath => ['gates', gate.id, key, ...rest];
  return [
    ...lintKind(gate, registry, at),
    ...lintCommand(gate, at),
    ...(gate.tier === 'a' && gate.gpus > 0
      ? [
          error(
            'gpu-in-tier-a',
            at('gpus'),
            `${gate.id}: tier "a" runs in ordinary CI, which has no GPU, and asks for ${gate.gpus}`,
            'make it tier = "b", or take gpus away',
          ),
        ]
      : []),
    ...lintRequires(gate, at),
    ...lintFiles(gate, files, at),
    ...lintText(gate, at),
  ];
}

type At = (key: string, ...rest: (string | number)[]) => KeyPath;

function lintKind(gate: RegistryGate, registry: Registry, at: At): Finding[] {
  const { id, kind } = gate;
  const findings: Finding[] = [];
  const odd = (key: string, has: unknown, why: string, fix: string): void => {
    if (has !== undefined) findings.push(error('kind-mismatch', at(key), `${id}: ${why}`, fix));
  };
  if (kind === 'cmd') {
    if (gate.cmd === undefined)
      findings.push(
        error(
          'missing-key',
          ['gates', id],
          `${id}: there is no cmd`,
          'add cmd, or kind = "external" when it is not run from here',
        ),
      );
    if (gate.timeout === 0)
      findings.push(
        error(
          'bad-timeout',
          at('timeout_s'),
          `${id}: no wall-clock limit`,
          'set timeout_s to the seconds it may take, more than 0; what hangs must end',
        ),
      );
    for (const [key, has] of [
      ['compare_gate', gate.compareGate],
      ['direction', gate.direction],
    ] as const)
      odd(key, has, `${key} belongs to kind = "perf"`, `add kind = "perf", or take ${key} away`);
    return findings;
  }
  odd(
    'cmd',
    gate.cmd,
    `kind "${kind}" runs no cmd of its own`,
    kind === 'perf'
      ? 'take cmd away: the command of compare_gate is measured'
      : 'take cmd away, or make it kind = "cmd"',
  );
  if (kind === 'external') {
    for (const [key, has] of [
      ['compare_gate', gate.compareGate],
      ['metric', gate.metric],
      ['metric_pattern', gate.metricPattern],
      ['direction', gate.direction],
    ] as const)
      odd(key, has, `${key} belongs to kind = "perf"`, `make it kind = "perf", or take ${key} away`);
    return findings;
  }
  findings.push(...lintPerf(gate, registry, at));
  return findings;
}

function lintPerf(gate: RegistryGate, registry: Registry, at: At): Finding[] {
  const { id, compareGate, metric } = gate;
  const missing = (key: string, fix: string): Finding =>
    error('missing-key', ['gates', id], `${id}: kind "perf" has no ${key}`, fix);
  const findings: Finding[] = [];
  if (compareGate === undefined) findings.push(missing('compare_gate', 'name the gate whose command is measured'));
  else {
    const compared = registry.gates.get(compareGate);
    if (compared === undefined)
      findings.push(
        error(
          'unknown-compare-gate',
          at('compare_gate'),
          `${id}: there is no gate ${JSON.stringify(compareGate)}`,
          suggest(
            compareGate,
            [...registry.gates.keys()].filter((other) => other !== id),
          ),
        ),
      );
    else if (compared.kind !== 'cmd')
      findings.push(
        error(
          'bad-compare-gate',
          at('compare_gate'),
          `${id}: ${compareGate} is of the kind "${compared.kind}" and has no command to measure`,
          'name a gate with a cmd',
        ),
      );
  }
  if (metric === undefined) findings.push(missing('metric', 'name the number that is compared'));
  else if (gate.direction === undefined)
    findings.push(
      warning(
        'no-direction',
        at('metric'),
        `${id}: nobody says whether a higher ${metric} is better`,
        'add direction = "higher" or "lower"; without it the comparison is refused',
      ),
    );
  return findings;
}

function lintCommand(gate: RegistryGate, at: At): Finding[] {
  const { id, cmd } = gate;
  if (cmd === undefined) return [];
  const findings = judgeCommand(id, cmd);
  for (const name of expandedNames(cmd).filter((one) => !gate.requires.includes(one) && !PROVIDED.test(one)))
    findings.push(
      warning(
        'env-not-required',
        at('cmd'),
        `${id}: cmd expands $${name}, and requires does not name it`,
        `add ${JSON.stringify(name)} to requires: then its absence is said before anything runs`,
      ),
    );
  const processes = /--nproc[_-]per[_-]node[= ](\d{1,3})\b/.exec(cmd)?.[1];
  if (processes !== undefined && Number(processes) !== gate.gpus)
    findings.push(
      warning(
        'gpus-differ',
        at('gpus'),
        `${id}: cmd starts ${processes} processes, and gpus is ${gate.gpus}`,
        `set gpus = ${processes}, or change the command`,
      ),
    );
  return findings;
}

/** Variables that a gate's environment always has. */
const PROVIDED =
  /^(?:PATH|HOME|TMPDIR|LANG|CI|NO_COLOR|TERM|PWD|OLDPWD|RANDOM|SECONDS|LINENO|BASHPID|UID|EUID|HOSTNAME|REPLY|OSTYPE|CARGO_HOME|CARGO_TARGET_DIR)$/;

function lintRequires(gate: RegistryGate, at: At): Finding[] {
  return gate.requires.flatMap((name, i): Finding[] => {
    if (!isEnvName(name))
      return [
        error(
          'bad-value',
          at('requires', i),
          `${gate.id}: ${JSON.stringify(name)} is no name of a variable`,
          'use letters, digits and underscores',
        ),
      ];
    if (RESERVED_ENV.test(name))
      return [
        error(
          'reserved-env',
          at('requires', i),
          `${gate.id}: no gate is given ${name}`,
          'a gate runs code of the branch: it gets no variable of the runner and none that loads code',
        ),
      ];
    return gate.requires.indexOf(name) === i
      ? []
      : [warning('bad-value', at('requires', i), `${gate.id}: ${name} stands twice`, 'keep it once')];
  });
}

function lintFiles(gate: RegistryGate, files: ReadonlySet<string> | undefined, at: At): Finding[] {
  return gate.requiresFiles.flatMap((path, i): Finding[] => {
    const where = at('requires_files', i);
    if (/^[/~]|\\|[*?[\]{}$]|(^|\/)\.{1,2}(\/|$)|\/\/|\/$/.test(path) || path.normalize('NFC') !== path)
      return [
        error(
          'bad-path',
          where,
          `${gate.id}: ${JSON.stringify(path)} is no path of the tree`,
          'write it from the top of the repository as git shows it, without globs, variables, `.`, `..` or a slash at its end',
        ),
      ];
    if (files === undefined || files.has(path)) return [];
    return [
      error(
        'missing-file',
        where,
        `${gate.id}: ${path} is not in the tree`,
        suggest(
          path,
          [...files].filter((known) => known.includes('.')),
          'commit it, or take it out of requires_files',
        ),
      ),
    ];
  });
}

/** Control and invisible characters: a command must be what a person reads. */
function lintText(gate: RegistryGate, at: At): Finding[] {
  const texts = [
    ['cmd', gate.cmd],
    ['note', gate.note],
    ['metric_pattern', gate.metricPattern],
  ] as const;
  const hidden = texts.flatMap(([key, text]) => {
    const found = /(?![\t\n])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029\u115f\u1160\u3164\uffa0]/u.exec(text ?? '');
    return found === null
      ? []
      : [
          error(
            'hidden-characters',
            at(key),
            `${gate.id}: ${key} holds U+${found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}, which nobody sees`,
            'type the text again',
          ),
        ];
  });
  const problem = gate.metricPattern === undefined ? undefined : metricProblem(gate.metricPattern);
  return problem === undefined
    ? hidden
    : [...hidden, error('bad-pattern', at('metric_pattern'), `${gate.id}: ${problem.why}`, problem.fix)];
}

function lintBundles(registry: Registry, named: ReadonlySet<string>): Finding[] {
  const ids = [...named];
  const used = new Set<string>();
  const findings: Finding[] = [];
  for (const [name, list] of registry.bundles) {
    if (list.length === 0)
      findings.push(
        error(
          'empty-bundle',
          ['bundles', name],
          `the bundle ${name} has no gate`,
          'a bundle that runs nothing proves nothing: fill it, or take it away',
        ),
      );
    list.forEach((id, i) => {
      const path = ['bundles', name, i];
      if (!named.has(id))
        findings.push(
          error(
            'unknown-gate',
            path,
            `the bundle ${name} names ${JSON.stringify(id)}, which is no gate`,
            suggest(id, ids),
          ),
        );
      else if (list.indexOf(id) !== i)
        findings.push(
          warning(
            'repeated-gate',
            path,
            `${id} stands twice in the bundle ${name}`,
            'keep the first: it runs once, where it stands first',
          ),
        );
      used.add(id);
    });
  }
  for (const gate of registry.gates.values()) {
    // Tier A is run as a tier, whole; of tier B only bundles are.
    if (gate.tier === 'a' || used.has(gate.id)) continue;
    findings.push(
      warning(
        'unreachable-gate',
        ['gates', gate.id],
        `no bundle has ${gate.id}: only somebody who types its id runs it`,
        'put it into a bundle',
      ),
    );
  }
  return findings;
}
