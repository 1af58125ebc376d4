import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { GateMethod, GateStep } from '../../core/profile.ts';
import { toolOf } from '../../core/tools.ts';
import { resolveArgv } from '../../runtime/step-argv.ts';
import { findExecutable, gateEnvironment, makePrivateFolders } from '../../runtime/process/environment.ts';
import type { MethodSeen, ToolSeen } from './observed.ts';

/** Milliseconds a program may take to say its version. */
const VERSION_MS = 20_000;

/** Tools as a gate's commands find them: a PATH without the repository, a home and a CARGO_HOME of their own. */
export interface GateEyes {
  readonly path: string;
  /** The line that a program says of its version; undefined when it is not there. */
  readonly version: (argv: readonly string[]) => Promise<string | undefined>;
}

/** Looks for tools with the environment that a gate gives its commands, and removes its folders. Asks each tool once. */
export async function withGateEyes<T>(top: string, look: (eyes: GateEyes) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'bitnet-flow-doctor-'));
  try {
    const folders = makePrivateFolders(root);
    const found = gateEnvironment({ folders, target: folders.temp, setup: false }, top);
    // Asking for a toolchain must not install it.
    const env: Record<string, string> = { ...found, RUSTUP_AUTO_INSTALL: '0' };
    const asked = new Map<string, Promise<string | undefined>>();
    const version = (argv: readonly string[]): Promise<string | undefined> => {
      const key = argv.join(' ');
      const known = asked.get(key) ?? versionOf(argv, top, env);
      asked.set(key, known);
      return known;
    };
    return await look({ path: env['PATH']!, version });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The tools of a method. With `judgesUnmet` a step that lacks a program it `needs` is left out, else the whole method lacks it. */
export async function methodSeen(
  { name, steps }: GateMethod,
  judgesUnmet: boolean,
  eyes: GateEyes,
): Promise<MethodSeen> {
  const unmet = steps.flatMap(({ id, needs = [] }) =>
    needs.filter((one) => findExecutable(one, eyes.path) === undefined).map((one) => ({ step: id, needs: one })),
  );
  const lacking = judgesUnmet ? [] : unmet.map(({ needs }) => ({ tool: toolOf([needs]), version: undefined }));
  const tools = await Promise.all(steps.map((step) => toolSeen(step, eyes)));
  return { name, tools: [...tools, ...lacking], leftOut: judgesUnmet ? unmet : [] };
}

async function toolSeen({ kind, argv, version }: GateStep, eyes: GateEyes): Promise<ToolSeen> {
  // What measures is our own program, which needs Node alone.
  if (kind === 'parity') return { tool: toolOf(['node']), version: `node ${process.version}` };
  const asks = version ?? [argv[0]!, '--version'];
  const tool = toolOf(argv);
  // What is asked for its version may be another program, such as the compiler that a plugin of cargo needs.
  const program = /^(\S+) on PATH$/.exec(tool.lookedFor)?.[1];
  const there = program === undefined || findExecutable(program, eyes.path) !== undefined;
  return { tool, version: there ? await eyes.version(asks) : undefined };
}

async function versionOf(
  argv: readonly string[],
  top: string,
  env: Record<string, string>,
): Promise<string | undefined> {
  const resolved = resolveArgv(argv, top, env['PATH']!);
  if (resolved === undefined) return undefined;
  const [file = '', ...args] = resolved;
  const said = await promisify(execFile)(file, args, { cwd: top, env, timeout: VERSION_MS }).then(
    // A JavaScript bin is started by the node before it.
    ({ stdout }) =>
      stdout
        .trim()
        .split('\n')[0]!
        .trim()
        .replace(/^Version (?=\d)/, '') || undefined,
    () => undefined,
  );
  return said === undefined || /[a-z]{3}/i.test(said) ? said : `${toolOf(argv).name} ${said}`;
}
