import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installClaudeCode, type Program } from '../../src/runtime/engine/claude-code/install.ts';
import { CLAUDE_CODE_VERSION } from '../../src/runtime/engine/claude-code/release.ts';

const tools = fileURLToPath(new URL('../../build/tools', import.meta.url));
const folder = join(tools, `claude-code-${CLAUDE_CODE_VERSION}`);

/** The real program, installed once below build/; where npm cannot, why. */
export async function installedProgram(): Promise<Program> {
  if (existsSync(folder)) return installClaudeCode(folder);
  mkdirSync(tools, { recursive: true });
  const own = `${folder}.${process.pid}`;
  const installed = await installClaudeCode(own);
  if ('problem' in installed) return installed;
  try {
    renameSync(own, folder);
  } catch {
    rmSync(own, { recursive: true, force: true }); // another process was first
  }
  return installClaudeCode(folder);
}
