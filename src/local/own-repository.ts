import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { FlowError } from '../core/errors.ts';
import { SETUP_FILE, splitPin } from '../core/setup.ts';
import { gitSays, topOfRepository } from '../runtime/git/top.ts';
import { parseSetup } from '../runtime/setup-file.ts';
import { parseIssue, type RunSource } from './source.ts';

export interface OwnRepositoryOptions {
  readonly repository: string;
  readonly issue?: string | undefined;
  /** Argv of the agents' program, as JSON. */
  readonly command?: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Settings of the repository that a person has in the environment instead, when the run is local. */
const VARIABLES = /^BITNET_FLOW_(ENGINE|ENGINE_PATH|MODEL|MODEL_URL|MAX_TURNS)$/;
/** Where `init` and `generate` write the sweeper, and what answers comments. */
const SWEEP_FILE = 'bitnet-flow-sweep.yml';
const CONTROL_FILE = 'bitnet-flow-control.yml';
const MODEL_KEY = 'BITNET_FLOW_MODEL_KEY';

/**
 * A person's own repository as its HEAD is: what is not committed is not there, as on GitHub. Paths are meant from where the
 * person stands, which npm says in INIT_CWD.
 */
export async function ownRepository(options: OwnRepositoryOptions): Promise<RunSource> {
  const here = options.env['INIT_CWD'] ?? process.cwd();
  const top = await topOfRepository(resolve(here, options.repository)).catch(atRepository);
  const committed = (path: string) => gitSays(top, 'show', `HEAD:${path}`);
  const missing = (path: string, fix: string) =>
    new FlowError('bad-input', `the HEAD of ${top} has no ${path}`, { at: '--repository', fix });
  if ((await gitSays(top, 'rev-parse', '--verify', '--quiet', 'HEAD')) === undefined) {
    throw new FlowError('bad-input', `${top} has no commit yet`, {
      at: '--repository',
      fix: 'commit its files, the generated ones with them',
    });
  }
  const config = await committed(SETUP_FILE);
  if (config === undefined) {
    const made = existsSync(join(top, SETUP_FILE));
    throw missing(
      SETUP_FILE,
      made ? 'commit what init wrote' : 'run `bitnet-flow init` there and commit what it wrote',
    );
  }
  const setup = parseSetup(config);
  const file = `${setup.flow}.yml`;
  const text = await committed(`.github/workflows/${file}`);
  if (text === undefined) throw missing(`.github/workflows/${file}`, 'run `bitnet-flow init` there and commit it');
  const sweep = await committed(`.github/workflows/${SWEEP_FILE}`);
  const control = await committed(`.github/workflows/${CONTROL_FILE}`);
  return {
    name: basename(top),
    about: `${top} at HEAD`,
    place: keepOut(top),
    repo: basename(top).replace(/[^A-Za-z0-9._-]/g, '-'),
    branch: (await gitSays(top, 'symbolic-ref', '--short', '--quiet', 'HEAD')) ?? 'main',
    workflow: { file, text: `${text}\n` },
    ...(sweep === undefined ? {} : { sweep: { file: SWEEP_FILE, text: `${sweep}\n` } }),
    ...(control === undefined ? {} : { control: { file: CONTROL_FILE, text: `${control}\n` } }),
    issue: readIssueFile(options.issue, here),
    vars: agentSettings(options),
    secrets: options.env[MODEL_KEY] === undefined ? {} : { [MODEL_KEY]: options.env[MODEL_KEY] },
    actions: splitPin(setup.actions).repository,
    seed: () => top,
  };
}

/** Runs lie below the repository, so that its installed tools resolve, in a folder that git does not see. */
function keepOut(top: string): string {
  const ignore = join(top, '.bitnet-flow', '.gitignore');
  if (!existsSync(ignore)) {
    mkdirSync(join(top, '.bitnet-flow'), { recursive: true });
    writeFileSync(ignore, '*\n');
  }
  return top;
}

function readIssueFile(path: string | undefined, here: string): RunSource['issue'] {
  const at = '--issue';
  if (path === undefined) {
    throw new FlowError('bad-input', 'no issue is given, and a flow begins with one', {
      at,
      fix: 'write one as Markdown, its title in the first line as `# Title`, and give --issue FILE.md',
    });
  }
  let text: string;
  try {
    text = readFileSync(resolve(here, path), 'utf8');
  } catch (cause) {
    throw new FlowError('bad-input', `cannot read ${path}: ${(cause as Error).message}`, {
      at,
      fix: 'give the path of a file that exists',
      cause,
    });
  }
  const issue = parseIssue(text);
  if (issue.title !== '') return issue;
  throw new FlowError('bad-input', `${path} has no title`, { at, fix: 'begin it with a line `# Title`' });
}

function agentSettings({ command, env }: OwnRepositoryOptions): Record<string, string> {
  const given = command ?? env['BITNET_FLOW_COMMAND'];
  const vars: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) if (VARIABLES.test(name) && value) vars[name] = value;
  const at = command === undefined ? 'BITNET_FLOW_COMMAND' : '--command';
  if (given === undefined && (vars['BITNET_FLOW_ENGINE'] ?? 'command') === 'command') {
    throw new FlowError('bad-input', 'nothing says which program the agents are', {
      at: '--command',
      fix: `give --command '["my-agent","--json"]', or set BITNET_FLOW_COMMAND`,
    });
  }
  if (given === undefined) return vars;
  if (!isArgv(given)) {
    throw new FlowError('bad-input', `${JSON.stringify(given.slice(0, 80))} is not a JSON array of arguments`, {
      at,
      fix: `write it as '["my-agent","--json"]'`,
    });
  }
  return { BITNET_FLOW_ENGINE: 'command', ...vars, BITNET_FLOW_COMMAND: given };
}

function isArgv(text: string): boolean {
  try {
    return z.array(z.string()).min(1).safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

function atRepository(error: unknown): never {
  if (!(error instanceof FlowError)) throw error;
  throw new FlowError(error.code, error.message, {
    at: '--repository',
    ...(error.fix === undefined ? {} : { fix: error.fix.replaceAll('--dir', '--repository') }),
  });
}
