import { once } from 'node:events';
import { startFlowRun, OWNER } from './flow-run.ts';
import { runWorkflow } from './executor/run-workflow.ts';
import { controlLine } from './control-line.ts';
import { fromHere } from './from-here.ts';
import { reachLines } from './reach.ts';
import { chooseRunFolder, readRunRecord } from './run-folder.ts';

export interface ServeOptions {
  readonly root: string;
  /** Folder of the run; default: the newest that has not ended, else the newest. */
  readonly folder: string | undefined;
  readonly port: number | undefined;
  readonly signal: AbortSignal;
  readonly print: (line: string) => void;
}

/** Serves the repository of a run as GitHub on loopback until it is interrupted. Comments to the flow are answered; what is dispatched waits for `--resume`. */
export async function serveRun(options: ServeOptions): Promise<void> {
  const { root, print } = options;
  const dir = chooseRunFolder(root, options.folder);
  const { source } = readRunRecord(dir);
  const { github, answerComments, close } = await startFlowRun({
    root,
    dir,
    repo: source.repo,
    branch: source.branch,
    workflow: source.workflow,
    vars: source.vars,
    control: source.control,
    ...(source.sweep === undefined ? {} : { sweep: source.sweep }),
    ...(source.actions === undefined ? {} : { actions: source.actions }),
    execute: runWorkflow,
    onControl: (run) => {
      const line = controlLine(run);
      if (line !== undefined) print(`# ${line}`);
    },
    signal: options.signal,
    ...(options.port === undefined ? {} : { port: options.port }),
  });
  try {
    const shown = fromHere(dir);
    const open = github.runs().filter((run) => run.status !== 'completed').length;
    const state = open === 0 ? 'every run has ended' : `${open} not ended`;
    print(`# ${shown} as GitHub, ${github.runs().length} runs (${state}); Ctrl-C ends it`);
    reachLines(github, `${OWNER}/${source.repo}`).forEach(print);
    const kept =
      source.control === undefined
        ? 'What is changed here stays'
        : 'What is changed here stays, and comments are answered';
    print(`# ${kept}; what is dispatched here is run by: npm start -- --resume ${shown}`);
    if (!options.signal.aborted) await Promise.race([once(options.signal, 'abort'), answerComments()]);
  } finally {
    await close();
  }
}
