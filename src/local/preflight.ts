import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { FlowError } from '../core/errors.ts';
import { checkAct } from './executor/act.ts';
import { WorkflowError } from './executor/errors.ts';

export interface Wanted {
  readonly runner: 'embedded' | 'act';
  /** Node that is to run the actions; left out: the one running now. */
  readonly node?: string | undefined;
}

/** Looks for the programs that a run needs before anything is made; throws `bad-input`, which is a usage error. */
export async function checkPrograms({ runner, node }: Wanted): Promise<void> {
  await answers('git', 'PATH', 'install git');
  if (node !== undefined) await answers(node, '--node', 'give the path of a node binary', /^v\d+\./);
  if (runner === 'act') await checkAct('act').catch(asUsage);
}

async function answers(program: string, at: string, fix: string, expected = /./): Promise<void> {
  const said = await promisify(execFile)(program, ['--version'], { timeout: 10_000 }).then(
    ({ stdout }) => (expected.test(stdout) ? undefined : `it says ${JSON.stringify(stdout.slice(0, 80))}`),
    (error: Error) => error.message.split('\n')[0],
  );
  if (said !== undefined) throw new FlowError('bad-input', `cannot use ${program}: ${said}`, { at, fix });
}

function asUsage(error: unknown): never {
  if (!(error instanceof WorkflowError)) throw error;
  throw new FlowError('bad-input', error.message, { at: '--runner', fix: 'see docs/running-act.md', cause: error });
}
