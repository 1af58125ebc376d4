// Stands for `node:child_process` in the bundle of a mutation run, see suite.ts.
import { STARTS_A_PROCESS } from './suite.ts';

function refuse(): never {
  const error = new Error('a process would run the code without the mutant');
  error.name = STARTS_A_PROCESS;
  throw error;
}

export const exec = refuse;
export const execFile = refuse;
export const execFileSync = refuse;
export const execSync = refuse;
export const fork = refuse;
export const spawn = refuse;
export const spawnSync = refuse;
export default { exec, execFile, execFileSync, execSync, fork, spawn, spawnSync };
