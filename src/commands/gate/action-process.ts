import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FlowError } from '../../core/errors.ts';
import { stripAnsi } from '../../core/text.ts';
import { parseLocalReport, type LocalReport } from './local-report.ts';

/** What a gate action is started with. */
export interface ActionRun {
  readonly gate: string;
  /** Checkout that is judged. */
  readonly tree: string;
  /** Folder for what a runner would keep: outputs, summary, temporary files. */
  readonly folder: string;
  readonly sha: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Each line that the action prints. */
  readonly onLine: (line: string) => void;
}

/** A report that agrees with its process, or why there is none; then the gate did not run. */
export type ActionEnd =
  | { readonly report: LocalReport; readonly text: string; readonly log: readonly string[] }
  | { readonly crashed: string };

/** Lines of the log that are kept to say why an action ended without a report. */
const KEPT_LINES = 40;

/** The file of an action's bundle; from sources there is none. */
export function actionEntry(root: string, gate: string): string {
  return join(root, 'dist', `gate-${gate}.js`);
}

/** Node's arguments that start the action: the built one, or from sources the source. */
function startArgv(root: string, gate: string): readonly string[] {
  if (import.meta.url.endsWith('.ts')) {
    const entry = pathToFileURL(join(root, 'src/index.ts')).href;
    const loader = createRequire(join(root, 'package.json')).resolve('tsx');
    const script = `const { run } = await import(${JSON.stringify(entry)}); await run(${JSON.stringify(`gate-${gate}`)});`;
    return ['--import', pathToFileURL(loader).href, '--input-type=module', '--eval', script];
  }
  const entry = actionEntry(root, gate);
  if (!existsSync(entry))
    throw new FlowError('not-found', 'the action of the gate is not there', {
      at: entry,
      fix: 'run `npm run build` in the clone',
    });
  return [entry];
}

/** Runs a gate action in a process of its own, with inputs and files as a runner gives them, and reads its report. */
export async function runAction(root: string, run: ActionRun): Promise<ActionEnd> {
  if (run.signal.aborted) return { crashed: 'interrupted' };
  const temp = join(run.folder, 'temp');
  mkdirSync(temp, { recursive: true, mode: 0o700 });
  const files = join(run.folder, 'files');
  mkdirSync(files, { mode: 0o700 });
  const file = (name: string): string => {
    writeFileSync(join(files, name), '', { mode: 0o600 });
    return join(files, name);
  };
  const env = {
    ...ownEnvironment(process.env),
    ...Object.fromEntries(Object.entries(run.inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    GITHUB_SHA: run.sha,
    GITHUB_WORKSPACE: run.tree,
    GITHUB_OUTPUT: file('output'),
    GITHUB_STEP_SUMMARY: file('summary'),
    RUNNER_TEMP: temp,
  };
  const last: string[] = [];
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, startArgv(root, run.gate), {
      cwd: run.tree,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stop = (): void => void child.kill('SIGTERM');
    run.signal.addEventListener('abort', stop, { once: true });
    for (const stream of [child.stdout, child.stderr]) {
      let rest = '';
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        const lines = (rest + chunk).split('\n');
        rest = (lines.pop() ?? '').slice(-10_000);
        for (const line of lines) {
          if (last.push(stripAnsi(line)) > KEPT_LINES) last.shift();
          run.onLine(line);
        }
      });
    }
    child.once('error', reject);
    child.once('close', (ended) => {
      run.signal.removeEventListener('abort', stop);
      resolve(ended);
    });
  });
  if (run.signal.aborted) return { crashed: 'interrupted' };
  const path = join(temp, 'bitnet-flow', `gate-${run.gate}.json`);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (text === undefined) return { crashed: whyNoReport(last, code) };
  const report = parseLocalReport(text);
  if (typeof report === 'string') return { crashed: report };
  if (report.gate !== run.gate || report.sha !== run.sha)
    return { crashed: `the report is about ${report.gate} at ${report.sha.slice(0, 12)}` };
  const expected = report.verdict === 'fail' ? 1 : 0;
  return code === expected
    ? { report, text, log: last }
    : { crashed: `it reports ${report.verdict} and ended with ${code ?? 'a signal'}` };
}

/** The environment without what a runner or a test would have put there, and without tokens. */
export function ownEnvironment(from: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const left = /^(INPUT|GITHUB|ACTIONS|RUNNER|GIT)_|^NODE_OPTIONS$|(TOKEN|SECRET|PASSWORD|API_KEY)$/i;
  return Object.fromEntries(
    Object.entries(from).flatMap(([name, value]) => (value === undefined || left.test(name) ? [] : [[name, value]])),
  );
}

/** The error that the action itself printed, else its last line. */
function whyNoReport(lines: readonly string[], code: number | null): string {
  const said = lines.findLast((line) => line.startsWith('::error'))?.replace(/^::error[^:]*::/, '');
  const line = said ?? lines.findLast((candidate) => candidate.trim() !== '' && !candidate.startsWith('::'));
  return `ended with ${code ?? 'a signal'} and left no report${line === undefined ? '' : `: ${line.trim().slice(0, 400)}`}`;
}
