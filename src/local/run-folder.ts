import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { FlowError } from '../core/errors.ts';
import { readJournal, runsOf } from './github/journal.ts';
import type { RunSource } from './source.ts';

/** What a run was started with; it goes on with the same. Of secrets it holds the names. */
export interface RunRecord {
  readonly v: 1;
  readonly runner: 'embedded' | 'act';
  readonly source: Omit<RunSource, 'seed' | 'secrets'>;
  readonly secrets: readonly string[];
}

const RECORD = 'run.json';

/** Makes the folder of a new run and notes what it is started with. */
export function makeRunFolder(source: RunSource, runner: RunRecord['runner']): string {
  const dir = join(source.place, '.bitnet-flow', `run-${new Date().toISOString().replace(/[:.]/g, '-')}`);
  mkdirSync(dir, { recursive: true });
  const { seed: _, secrets, ...rest } = source;
  const record: RunRecord = { v: 1, runner, source: rest, secrets: Object.keys(secrets) };
  writeFileSync(join(dir, RECORD), `${JSON.stringify(record, null, 2)}\n`);
  return dir;
}

/** The folder that is meant: the one named, from where the person stands; else the newest run that has not ended, else the newest. */
export function chooseRunFolder(root: string, named: string | undefined): string {
  if (named !== undefined) {
    const dir = resolve(process.env['INIT_CWD'] ?? process.cwd(), named);
    if (existsSync(join(dir, RECORD))) return dir;
    throw new FlowError('bad-input', 'there is no run here', { at: dir, fix: 'name a folder .bitnet-flow/run-…' });
  }
  const base = join(root, '.bitnet-flow');
  const runs = (existsSync(base) ? readdirSync(base) : [])
    .filter((name) => name.startsWith('run-') && existsSync(join(base, name, RECORD)))
    .sort()
    .reverse()
    .map((name) => join(base, name));
  const [newest] = runs;
  if (newest === undefined)
    throw new FlowError('not-found', 'there is no run to go on with', { at: base, fix: 'start one with `npm start`' });
  return runs.find((dir) => !hasEnded(dir)) ?? newest;
}

/** Reads what a run was started with; secrets come from the environment again. */
export function readRunRecord(dir: string): { runner: RunRecord['runner']; source: Omit<RunSource, 'seed'> } {
  const path = join(dir, RECORD);
  const record = JSON.parse(readFileSync(path, 'utf8')) as RunRecord;
  if (record.v !== 1)
    throw new FlowError('bad-input', `it has version ${String(record.v)}, this program knows version 1`, {
      at: path,
      fix: 'start a new run with `npm start`',
    });
  const secrets: Record<string, string> = {};
  for (const name of record.secrets) {
    const value = process.env[name];
    if (value === undefined)
      throw new FlowError('bad-input', `${name} is not set, and the run was started with it`, {
        at: name,
        fix: 'set it as it was set then',
      });
    secrets[name] = value;
  }
  return { runner: record.runner, source: { ...record.source, secrets } };
}

/** A run has ended when runs of its workflow were made and none waits or is at work; one that cannot be read cannot go on. */
function hasEnded(dir: string): boolean {
  try {
    const runs = runsOf(readJournal(join(dir, 'github.journal')).entries);
    return runs.length > 0 && runs.every((run) => run.status === 'completed');
  } catch {
    return true;
  }
}
