import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findExecutable } from '../../process/environment.ts';
import { runChild } from '../child.ts';
import { installEnvironment } from './environment.ts';
import { claudeCodePackage, installFiles, CLAUDE_CODE_VERSION } from './release.ts';

/** Most time an installation may take. */
const LIMIT_MS = 300_000;

/** The program's file, or why there is none. */
export type Program = { readonly file: string } | { readonly problem: string };

/** What a person types to have the program themselves; said wherever it is missing. */
export const INSTALL_HINT =
  `install it with \`npm install --global @anthropic-ai/claude-code@${CLAUDE_CODE_VERSION}\` ` +
  'and set the variable BITNET_FLOW_ENGINE_PATH to `claude`';

/** A program that is there already: a path, or a name that PATH knows. */
export function findProgram(name: string, path: string): Program {
  const file = findExecutable(name, path);
  return file === undefined ? { problem: `there is no program ${name} on this runner: ${INSTALL_HINT}` } : { file };
}

/**
 * Installs the pinned version into a folder with npm, checked by the hash that is written in this code and without running
 * any script of the package. A folder that has it already is left as it is.
 */
export async function installClaudeCode(
  folder: string,
  from: Readonly<Record<string, string | undefined>> = process.env,
  platform = platformName(),
): Promise<Program> {
  const wanted = claudeCodePackage(platform);
  if (wanted === undefined) return { problem: `Claude Code is not installed on ${platform}: ${INSTALL_HINT}` };
  const file = join(folder, 'node_modules', wanted.name, 'claude');
  if (existsSync(file)) return { file };
  const npm = findExecutable('npm', from['PATH'] ?? '');
  if (npm === undefined) return { problem: `there is no npm to install Claude Code with: ${INSTALL_HINT}` };
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(installFiles(wanted))) writeFileSync(join(folder, name), text);
  const errors: string[] = [];
  const { ended, exitCode, detail } = await runChild({
    argv: [npm, 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier'],
    cwd: folder,
    env: installEnvironment(from),
    input: '',
    timeoutMs: LIMIT_MS,
    onStdout: () => undefined,
    onStderr: (line) => void (/^npm error \S/.test(line) && errors.push(line)),
    lineChars: 500,
  });
  if (ended === 'exit' && exitCode === 0 && existsSync(file)) return { file };
  return { problem: `npm could not install Claude Code ${CLAUDE_CODE_VERSION}: ${errors[0] ?? detail}` };
}

/** This machine as npm names it; Linux without the GNU C library is `musl`. */
function platformName(): string {
  const base = `${process.platform}-${process.arch}`;
  if (process.platform !== 'linux') return base;
  const { header } = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return header?.glibcVersionRuntime === undefined ? `${base}-musl` : base;
}
