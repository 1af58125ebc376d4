import { execFile } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { FlowError } from '../../core/errors.ts';

/** Milliseconds a git command that only reads may take. */
const GIT_MS = 20_000;

/** What git prints in a folder, without the line end; undefined when it fails. */
export async function gitSays(dir: string, ...args: string[]): Promise<string | undefined> {
  const env = { ...process.env, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' };
  return await promisify(execFile)('git', ['-C', dir, ...args], { env, timeout: GIT_MS, maxBuffer: 1 << 26 }).then(
    ({ stdout }) => stdout.replace(/\n$/, ''),
    () => undefined,
  );
}

/** The top of the git repository that a folder lies in; a usage error that says what to do when it lies in none. */
export async function topOfRepository(dir: string): Promise<string> {
  const folder = resolve(dir);
  try {
    realpathSync(folder);
  } catch {
    throw new FlowError('bad-input', `there is no folder ${folder}`, { at: '--dir', fix: 'give a folder that exists' });
  }
  if ((await gitSays(folder, '--version')) === undefined) {
    throw new FlowError('bad-input', 'git does not run', { at: 'PATH', fix: 'install git' });
  }
  const top = await gitSays(folder, 'rev-parse', '--show-toplevel');
  if (top !== undefined && top !== '') return top;
  const bare = (await gitSays(folder, 'rev-parse', '--is-bare-repository')) === 'true';
  throw new FlowError(
    'bad-input',
    bare ? `${folder} is a bare repository, without files` : `${folder} is not in a git repository`,
    {
      at: '--dir',
      fix: bare
        ? 'run it in a clone that has its files'
        : `run \`git init\` there first, or give --dir of a repository`,
    },
  );
}
