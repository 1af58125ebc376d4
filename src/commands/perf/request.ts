import { gateMeasure, shellArgv, treePath } from '../../core/perf/asked.ts';
import type { PerfBudget } from '../../core/contract/contract.ts';
import { FlowError } from '../../core/errors.ts';
import { parseContractMarkdown, parseContractYaml } from '../../runtime/contract-text.ts';
import { loadSoundRegistry } from '../../runtime/gate-registry/load.ts';
import { checkRequest } from '../../runtime/perf/check-request.ts';
import type { ComparisonRequest, NamedCommit } from '../../runtime/perf/request.ts';
import { gitSays, topOfRepository } from '../../runtime/git/top.ts';
import { readText } from '../../runtime/read-text.ts';
import type { PerfOptions } from './options.ts';

/** Puts together what is asked for: by the command line, a contract and a registry. Throws a usage error when that is not enough. */
export async function readRequest(command: readonly string[], options: PerfOptions): Promise<ComparisonRequest> {
  const top = await topOfRepository(options.dir);
  const contract = options.contract === undefined ? undefined : contractBudget(options.contract);
  const base = await namedCommit(top, '--base', options.base ?? contract?.baselineRef ?? (await defaultBranch(top)));
  const head = await namedCommit(top, '--head', options.head);
  const id = options.gate ?? contract?.gate;
  if ((id === undefined) === (command.length === 0))
    throw new FlowError(
      'bad-input',
      id === undefined ? 'no command to measure' : 'a gate has a command of its own, and another one is given',
      { at: 'perf', fix: 'give a command behind --, or --gate with the registry that names it' },
    );
  const what = id === undefined ? byHand(command, options) : await byGate(top, base, id, contract, options);
  const budgetPct = options.budget ?? contract?.budgetPct;
  if (budgetPct === undefined) throw missing('--budget', 'give the per cent by which the metric may get worse, as 5');
  const { minRuns, maxRuns, warmup, buildTimeout, timeLimit } = options;
  const request = {
    ...what,
    repository: top,
    base,
    head,
    budgetPct,
    minRuns,
    maxRuns,
    warmup,
    buildMs: buildTimeout * 1000,
    totalMs: timeLimit * 1000,
    setup: options.setup === undefined ? undefined : shellArgv(options.setup),
    build: options.build === undefined ? undefined : shellArgv(options.build),
    jsonFile: options.jsonFile === undefined ? undefined : treePath('--json-file', options.jsonFile),
    fromBase: (options.fromBase ?? []).map((path) => treePath('--from-base', path)),
    lent: [],
    isolated: options.isolated === true,
  };
  await checkRequest(request);
  return request;
}

type Measured = Pick<
  ComparisonRequest,
  'gate' | 'compare' | 'command' | 'metric' | 'pattern' | 'direction' | 'runMs' | 'env'
>;

function byHand(command: readonly string[], options: PerfOptions): Measured {
  const { metric, pattern, direction } = options;
  if (metric === undefined) throw missing('--metric', 'name what the command prints, or wall_ms for the time it takes');
  if (direction === undefined) throw missing('--direction', 'say lower for times, higher for rates');
  return { command, metric, pattern, direction, runMs: options.runTimeout * 1000, env: {} };
}

/** The registry is read from base, so that a branch cannot change what it is judged by. */
async function byGate(
  top: string,
  base: NamedCommit,
  id: string,
  contract: PerfBudget | undefined,
  options: PerfOptions,
): Promise<Measured> {
  for (const name of ['direction', 'metric', 'pattern'] as const)
    if (options[name] !== undefined)
      throw new FlowError('bad-input', 'the registry says it for a gate', { at: `--${name}`, fix: 'leave it out' });
  const path = treePath('--registry', options.registry);
  const text = await gitSays(top, 'cat-file', 'blob', `${base.sha}:${path}`);
  if (text === undefined)
    throw new FlowError('bad-input', `${path} is not in the base (${base.ref})`, {
      at: '--registry',
      fix: 'name a registry that is committed there',
    });
  const { registry } = loadSoundRegistry(text, path, undefined);
  const found = gateMeasure(registry, id, contract ?? {});
  const unset = found.requires.filter((name) => (process.env[name] ?? '') === '');
  if (unset.length > 0)
    throw new FlowError('bad-input', `${found.compare} needs variables that are not set: ${unset.join(', ')}`, {
      at: id,
      fix: 'set them',
    });
  return {
    gate: found.gate,
    compare: found.compare,
    command: shellArgv(found.cmd),
    metric: found.metric,
    pattern: found.pattern,
    direction: found.direction,
    runMs: found.timeout * 1000,
    env: Object.fromEntries(found.requires.map((name) => [name, process.env[name]!])),
  };
}

function contractBudget(file: string): PerfBudget {
  const text = readText(file);
  const contract = /\.md$/i.test(file) ? parseContractMarkdown(text, file) : parseContractYaml(text, file);
  const perf = contract?.gates.perf;
  if (perf !== undefined) return perf;
  throw new FlowError('bad-input', contract === undefined ? 'it holds no contract' : 'it has no gates.perf', {
    at: file,
    fix: 'add gates.perf with gate, metric, baseline_ref and budget_pct',
  });
}

async function namedCommit(top: string, option: string, ref: string | undefined): Promise<NamedCommit> {
  if (ref === undefined) throw missing(option, 'name a branch or commit to compare with, as origin/main');
  const sha = await gitSays(top, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  if (sha !== undefined) return { ref, sha };
  throw new FlowError('bad-input', `${JSON.stringify(ref.slice(0, 100))} is no commit of this repository`, {
    at: option,
    fix: 'name a branch or a commit that is here; `git fetch` may bring it',
  });
}

async function defaultBranch(top: string): Promise<string | undefined> {
  return await gitSays(top, 'symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD');
}

function missing(option: string, fix: string): FlowError {
  return new FlowError('bad-input', 'is not given', { at: option, fix });
}
