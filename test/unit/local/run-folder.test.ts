import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { chooseRunFolder, makeRunFolder, readRunRecord } from '../../../src/local/run-folder.ts';
import type { RunSource } from '../../../src/local/source.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'run-folder-'));
});
afterEach(() => {
  delete process.env['A_MODEL_KEY'];
  rmSync(place, { recursive: true, force: true });
});

const source = (): RunSource => ({
  name: 'node-ternary',
  about: 'a sample',
  place,
  repo: 'demo',
  branch: 'main',
  workflow: { file: 'flow.yml', text: 'jobs: {}\n' },
  issue: { title: 't', body: 'b' },
  vars: { A: '1' },
  secrets: { A_MODEL_KEY: 'hidden' },
  actions: undefined,
  seed: () => '',
});

/** A run of a given age, and what its journal says. */
function run(name: string, ...entries: object[]): string {
  const dir = join(place, '.bitnet-flow', name);
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, 'run.json'), '{"v":1}');
  const header = { journal: 'bitnet-flow/github', v: 1 };
  const lines = [header, ...entries].map((entry) => `${JSON.stringify(entry)}\n`);
  writeFileSync(join(dir, 'github.journal'), lines.join(''));
  return dir;
}
const dispatch = { kind: 'request', path: '/x/dispatches', made: { id: 9 } };
const completed = { kind: 'run', id: 9, status: 'completed', conclusion: 'success' };

describe('the run that is meant', () => {
  test('the newest that has not ended, else the newest, else the one named', () => {
    const old = run('run-1', dispatch);
    const ended = run('run-2', dispatch, completed);
    expect(chooseRunFolder(place, undefined)).toBe(old);
    const again = run('run-3', dispatch, completed, { kind: 'run', id: 9, again: true });
    expect(chooseRunFolder(place, undefined)).toBe(again);
    rmSync(old, { recursive: true });
    rmSync(again, { recursive: true });
    expect(chooseRunFolder(place, undefined)).toBe(ended);
    expect(chooseRunFolder(place, ended)).toBe(ended);
  });

  test('one that died before its first dispatch has not ended; one that cannot be read cannot go on', () => {
    const early = run('run-1');
    run('run-2', dispatch, completed);
    expect(chooseRunFolder(place, undefined)).toBe(early);
    writeFileSync(join(early, 'github.journal'), 'x\n');
    expect(chooseRunFolder(place, undefined)).toBe(join(place, '.bitnet-flow', 'run-2'));
  });

  test('none at all, and a folder that is none, are refused', () => {
    expect(() => chooseRunFolder(place, undefined)).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(() => chooseRunFolder(place, join(place, 'x'))).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });
});

describe('what a run was started with', () => {
  test('comes back whole; of secrets only the names are kept, and the values are asked for again', () => {
    const dir = makeRunFolder(source(), 'act');
    expect(readFileSync(join(dir, 'run.json'), 'utf8')).not.toContain('hidden');
    expect(() => readRunRecord(dir)).toThrow('A_MODEL_KEY is not set, and the run was started with it');
    process.env['A_MODEL_KEY'] = 'hidden';
    const { seed: _, ...rest } = source();
    expect(readRunRecord(dir)).toEqual({ runner: 'act', source: rest });
  });

  test('another version is refused', () => {
    const dir = run('run-1');
    writeFileSync(join(dir, 'run.json'), '{"v":2}');
    expect(() => readRunRecord(dir)).toThrow('it has version 2, this program knows version 1');
  });
});
