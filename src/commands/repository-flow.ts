import { parse } from 'yaml';
import { FlowError } from '../core/errors.ts';
import type { Flow } from '../core/flow.ts';
import type { Profile } from '../core/profile.ts';
import { loadFlow } from '../runtime/flow-file.ts';
import type { FlowFiles } from '../runtime/flow/read-state.ts';
import type { GitHubHost } from '../runtime/github/host.ts';
import { loadProfile } from '../runtime/profile.ts';
import type { FlowFlags } from './flow-options.ts';
import { readText } from '../runtime/read-text.ts';
import { deepPlace, MAX_DEPTH } from '../runtime/yaml-depth.ts';

/** The flow that a repository runs: the workflow's file, and what it calls flow and profile. */
export interface RepositoryFlow extends FlowFiles {
  readonly workflow: string;
}

/** Reads what the generated workflow on the default branch calls flow and profile: that is what runs. */
export async function findRepositoryFlow(host: GitHubHost, flags: FlowFlags): Promise<RepositoryFlow> {
  const wanted = flags.workflow;
  const paths = await host.listWorkflows();
  const found: RepositoryFlow[] = [];
  for (const path of paths) {
    const name = path.split('/').at(-1)!;
    if (wanted !== undefined && name !== wanted) continue;
    const step = admitStep((await host.readFile(path, 'HEAD')) ?? '');
    if (step !== undefined) found.push({ ...step, workflow: name });
  }
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  const where = `${host.owner}/${host.repo}`;
  if (only === undefined) {
    throw new FlowError('not-found', `${where} has no generated workflow${wanted === undefined ? '' : ` ${wanted}`}`, {
      at: '--workflow',
      fix: 'run `bitnet-flow init` in a clone of it and push what it writes to the default branch',
    });
  }
  throw new FlowError('bad-input', `${where} has several flows: ${found.map(({ workflow }) => workflow).join(', ')}`, {
    at: '--workflow',
    fix: `name one, for instance --workflow ${only.workflow}`,
  });
}

/** The workflow that answers comments to a flow; undefined where the repository has none. */
export async function findControlWorkflow(host: GitHubHost, { workflow }: RepositoryFlow): Promise<string | undefined> {
  for (const path of await host.listWorkflows()) {
    const given = givenTo('control', (await host.readFile(path, 'HEAD')) ?? '');
    if (given?.['workflow'] === workflow) return path.split('/').at(-1);
  }
  return undefined;
}

/** What the step of a generated workflow's job of the same name is given; undefined for any other file. */
function givenTo(name: 'admit' | 'control', text: string): Record<string, unknown> | undefined {
  let value: unknown;
  try {
    if (deepPlace(text, MAX_DEPTH) !== undefined) return undefined;
    value = parse(text);
  } catch {
    return undefined; // not YAML, so nothing that this project wrote
  }
  const jobs = (
    value as { jobs?: Record<string, { steps?: { id?: unknown; with?: Record<string, unknown> }[] }> } | null
  )?.jobs;
  return jobs?.[name]?.steps?.find((step) => step.id === name)?.with;
}

/** What the admission of a generated workflow is given; undefined for any other file. */
function admitStep(text: string): FlowFiles | undefined {
  const given = givenTo('admit', text);
  const { flow, profile } = given ?? {};
  if (typeof flow !== 'string' || typeof profile !== 'string') return undefined;
  const file = (key: 'flow-file' | 'profile-file') => (typeof given![key] === 'string' ? { [key]: given![key] } : {});
  return { flow, profile, ...file('flow-file'), ...file('profile-file') };
}

/** Flow and profile from files of this machine or built in, for work without a host. */
export function loadGiven(
  flags: FlowFlags,
  flow: string,
): { readonly flow: Flow; readonly profile: Profile; readonly by: string } {
  const text = (path: string | undefined): [string, string] | [] => (path === undefined ? [] : [readText(path), path]);
  const profile = flags.profile ?? 'node';
  return {
    flow: loadFlow(flags.flow ?? flow, ...text(flags.flowFile)),
    profile: loadProfile(profile, ...text(flags.profileFile)),
    by: sourceText({
      flow: flags.flow ?? flow,
      'flow-file': flags.flowFile,
      profile,
      'profile-file': flags.profileFile,
    }),
  };
}

/** `flow generative (built-in), profile mine (.github/bitnet-flow/profile.yml)`. */
export function sourceText(files: FlowFiles): string {
  const from = (path: string | undefined) => path ?? 'built-in';
  return `flow ${files.flow} (${from(files['flow-file'])}), profile ${files.profile} (${from(files['profile-file'])})`;
}
