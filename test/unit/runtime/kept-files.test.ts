import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { MethodRun, ReportFile } from '../../../src/core/gate.ts';
import { findGate } from '../../../src/gates/index.ts';
import { gateInputs } from '../../../src/gates/inputs.ts';
import { runGate } from '../../../src/runtime/gate.ts';
import { KEPT_LIMITS, KeptBytes, writeKept, type KeptFile } from '../../../src/runtime/kept-files.ts';
import { command } from '../../fixtures/gates/observation.ts';
import { ScratchRepository } from '../../fixtures/gates/scratch-repository.ts';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
let dir = '';
let folder = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'kept-'));
  folder = join(dir, 'gate-fuzz-artefacts');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('files that a gate keeps', () => {
  /** What becomes of files that a command reported. */
  function keep(files: Record<string, Buffer | string>, wanted = Object.keys(files), limits = KEPT_LIMITS): KeptFile[] {
    const bytes = new KeptBytes(['fuzz/artifacts/**'], limits);
    const reports = Object.entries(files).map(([path, data]): [string, ReportFile] => {
      bytes.take(path, Buffer.from(data));
      return [path, { path, bytes: data.length, sha256: sha256(Buffer.from(data)) }];
    });
    const run = command('libfuzzer', '', '', 1, { reports: new Map(reports) });
    const runs: MethodRun[] = [{ method: 'primary', outcome: 'ran', commands: [run] }];
    return writeKept(folder, wanted, runs, bytes, []);
  }
  const crash = 'fuzz/artifacts/one/crash-ab';

  test('are written byte by byte, with size and digest', () => {
    const data = Buffer.from([0, 255, 10, 13]);
    expect(keep({ [crash]: data })).toEqual([{ path: crash, bytes: 4, sha256: sha256(data), file: crash }]);
    expect(readFileSync(join(folder, crash))).toEqual(data);
  });

  test('only those that the gate names, each once; one that was never a report is not there', () => {
    const other = 'fuzz/artifacts/one/slow-unit-cd';
    expect(keep({ [crash]: 'a', [other]: 'b' }, [crash, crash, 'fuzz/artifacts/none']).length).toBe(1);
    expect(readdirSync(join(folder, 'fuzz/artifacts/one'))).toEqual(['crash-ab']);
  });

  test('A-55 of an earlier run nothing is left', () => {
    keep({ [crash]: 'a' });
    expect(keep({})).toEqual([]);
    expect(existsSync(folder)).toBe(false);
  });

  test.each([
    ['A-62 a key within', Buffer.from(`\0x AKIA${'IOSFODNN7QWERTYU'} \0`), 'redacted:aws-key'],
    ['A-63 an address within', Buffer.from(['192', '168', '7', '9'].join('.')), 'redacted:private-address'],
    ['more than one may have', Buffer.alloc(KEPT_LIMITS.fileBytes + 1), `over the limit of ${KEPT_LIMITS.fileBytes}`],
  ])('%s: it is told and not written', (_, data, why) => {
    const [kept] = keep({ [crash]: data });
    expect(kept).toMatchObject({ path: crash, bytes: data.length, refused: expect.stringContaining(why) });
    expect(kept).not.toHaveProperty('file');
    expect(existsSync(join(folder, crash))).toBe(false);
  });

  test('A-62 a key in its name: neither file nor name is told', () => {
    const key = `AKIA${'IOSFODNN7QWERTYU'}`;
    const [kept] = keep({ [`fuzz/artifacts/${key}/crash-1`]: 'x' });
    expect(kept).toMatchObject({ path: 'redacted:aws-key', refused: 'its name: redacted:aws-key' });
    expect(JSON.stringify(kept)).not.toContain(key);
  });

  test('A-42 names of the branch become names that every system takes, and none leads out or covers another', () => {
    const odd = ['a\nb', 'a b', 'A_B', 'a_b', '..x', '.git', 'x:y', `l${'o'.repeat(300)}ng`];
    const kept = keep(Object.fromEntries(odd.map((name) => [`fuzz/artifacts/${name}/crash-1`, name])));
    const names = kept.map(({ file }) => file!);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(odd.length);
    for (const [i, name] of names.entries()) {
      expect(name).toMatch(/^fuzz\/artifacts\/[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}\/crash-1(-\d+)?$/);
      expect(readFileSync(join(folder, name), 'utf8')).toBe(odd[i]);
    }
  });

  test('no more than so many, and no more than so much', () => {
    const many = Object.fromEntries(Array.from({ length: KEPT_LIMITS.files + 2 }, (_, i) => [`${crash}${i}`, 'x']));
    expect(keep(many).filter(({ file }) => file !== undefined).length).toBe(KEPT_LIMITS.files);
    const large = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`${crash}${i}`, 'xxxx']));
    const limits = { fileBytes: 4, sumBytes: 10, files: 64 };
    expect(keep(large, Object.keys(large), limits).map(({ file }) => file !== undefined)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(keep({ [crash]: 'xxxxx' }, [crash], limits)[0]!.refused).toBe(
      'over the limit of 4 bytes, or of 10 together',
    );
  });
});

describe('a fuzz run that breaks a target', () => {
  const repo = new ScratchRepository();
  const recorded = (name: string) =>
    readFileSync(new URL(`../../fixtures/gates/fuzz/${name}`, import.meta.url), 'utf8');
  // What cargo-fuzz does, told by a recording of it: the input, then a smaller one, and a later command that tampers with both.
  const fuzzer = (code: string) => `['{node}', -e, ${JSON.stringify(code)}, --, '{each}']`;
  const write = (name: string, text: string) =>
    `{ const fs = require('fs'); const at = 'fuzz/artifacts/' + process.argv[1]; fs.mkdirSync(at, { recursive: true }); fs.writeFileSync(at + '/${name}', '${text}'); }`;
  const profile = `profile: fuzzing
extends: cargo
title: Fuzzing
setup: []
gates:
  fuzz:
    setup: []
    methods:
      - name: primary
        steps:
          - { id: targets, when: targets, argv: ['{node}', -p, '"faulty"'], parser: fuzz-targets }
          - id: fuzz
            each: targets
            argv: ${fuzzer(`${write('crash-96b3', 'RI%H')} process.stderr.write(require('fs').readFileSync('faulty.err')); process.exitCode = 77`)}
            parser: libfuzzer
            reports: [fuzz/artifacts/**]
          - id: minimise
            each: crashed
            argv: ${fuzzer(`${write('minimized-from-96b3', 'R')} ${write('crash-96b3', 'tampered')}`)}
            parser: libfuzzer-tmin
            reports: [fuzz/artifacts/*/minimized-from-*]
`;

  beforeAll(() => {
    jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    const manifest = '[package]\nname = "fuzz"\n\n[[bin]]\nname = "faulty"\npath = "fuzz_targets/faulty.rs"\n';
    repo.write('profile.yml', profile).write('fuzz/Cargo.toml', manifest).write('faulty.err', recorded('faulty.err'));
    repo.commit('feat: a target');
  });
  afterAll(() => repo[Symbol.dispose]());

  test('keeps the input as it was when it was found, and the small one; both are named with size and digest', async () => {
    const inputs = gateInputs.parse({
      'working-directory': repo.dir,
      profile: 'fuzzing',
      'profile-file': 'profile.yml',
    });
    const { result, keep } = await runGate(findGate('fuzz')!, inputs);
    expect(result.verdict).toBe('fail');
    const told = (path: string, text: string) => ({
      path,
      bytes: text.length,
      sha256: sha256(Buffer.from(text)),
      file: path,
    });
    const [small, whole] = ['fuzz/artifacts/faulty/minimized-from-96b3', 'fuzz/artifacts/faulty/crash-96b3'];
    expect(keep(folder)).toEqual([told(small!, 'R'), told(whole!, 'RI%H')]);
    expect(readFileSync(join(folder, whole!), 'utf8')).toBe('RI%H');
    expect(result.rows.filter(({ status }) => status === 'input')).toEqual([
      { item: small, status: 'input', detail: `1 byte, sha256 ${sha256(Buffer.from('R'))}` },
      { item: whole, status: 'input', detail: `4 bytes, sha256 ${sha256(Buffer.from('RI%H'))}` },
    ]);
  });
});
