import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { placeReportGlobs } from '../../../src/core/report-globs.ts';
import { runMethods, type CommandWorld } from '../../../src/runtime/gate-commands.ts';
import { collectReports, REPORT_LIMITS, stampReports, type ReportFolders } from '../../../src/runtime/gate-reports.ts';
import { makePrivateFolders } from '../../../src/runtime/process/environment.ts';
import { loadProfile } from '../../../src/runtime/profile.ts';

let dir: string;
let folders: ReportFolders;
const put = (file: string, text: string | Buffer) => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
};
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'reports-'));
  folders = { tree: join(dir, 'tree'), out: join(dir, 'out'), target: join(dir, 'target') };
  for (const folder of Object.values(folders)) mkdirSync(folder);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const NOTHING = new Map<string, string>();
const collect = (patterns: string[], before: ReadonlyMap<string, string> = NOTHING, limits = REPORT_LIMITS) =>
  collectReports(patterns, folders, before, undefined, limits);

describe('reports', () => {
  test('are found in the tree, in {out} and in {target}, with text and digest', () => {
    put(join(folders.tree, 'mutants.out/outcomes.json'), '{}');
    put(join(folders.tree, 'mutants.out/other.txt'), 'x');
    put(join(folders.out, 'junit.xml'), '<a/>');
    put(join(folders.target, 'criterion/a/b/new/estimates.json'), '[]');
    const found = collect(['mutants.out/*.json', '{out}/*.xml', '{target}/criterion/**/new/estimates.json', 'gone/*']);
    expect([...found.keys()].sort()).toEqual([
      'mutants.out/outcomes.json',
      '{out}/junit.xml',
      '{target}/criterion/a/b/new/estimates.json',
    ]);
    expect(found.get('{out}/junit.xml')).toEqual({
      path: '{out}/junit.xml',
      bytes: 4,
      sha256: createHash('sha256').update('<a/>').digest('hex'),
      text: '<a/>',
    });
  });

  test('a binary file has a digest and no text', () => {
    put(join(folders.tree, 'fuzz/artifacts/t/crash-1'), Buffer.from([0xff, 0, 1]));
    put(join(folders.tree, 'fuzz/artifacts/t/crash-2'), Buffer.from([0xff, 0xfe]));
    for (const report of collect(['fuzz/artifacts/**']).values()) {
      expect(report.text).toBeUndefined();
      expect(report.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  test('a byte order mark is no part of the text', () => {
    put(join(folders.out, 'junit.xml'), '\ufeff\ufeff<a/>');
    expect(collect(['{out}/*.xml']).get('{out}/junit.xml')).toMatchObject({ bytes: 10, text: '\ufeff<a/>' });
  });

  test('A-68 what lay there before the command is not its report, whatever its times say', () => {
    const file = join(folders.tree, 'out/report.json');
    put(file, 'old');
    const before = stampReports(['out/*.json'], folders);
    expect(collect(['out/*.json'], before).size).toBe(0);
    utimesSync(join(folders.tree, 'out'), 1, 1);
    expect(collect(['out/*.json'], before).size).toBe(0);
    appendFileSync(file, 'new');
    expect(collect(['out/*.json'], before).get('out/report.json')?.text).toBe('oldnew');
    rmSync(file);
    put(file, 'old');
    expect(collect(['out/*.json'], before).get('out/report.json')?.text).toBe('old');
  });

  test('A-68 links and devices are refused by name, and no link leads out of the folder', () => {
    const secret = join(dir, 'secret.json');
    put(secret, 'secret');
    put(join(dir, 'elsewhere/a.json'), 'secret');
    symlinkSync(secret, join(folders.out, 'link.json'));
    symlinkSync(join(dir, 'elsewhere'), join(folders.out, 'sub'));
    symlinkSync(join(dir, 'elsewhere'), join(folders.tree, 'reports'));
    execFileSync('mkfifo', [join(folders.out, 'pipe.json')]);
    const found = collect(['{out}/**/*.json', '{out}/sub/*.json', 'reports/*.json', 'reports/**']);
    expect([...found.values()].map(({ path, refused }) => [path, refused])).toEqual([
      ['{out}/link.json', 'a symbolic link'],
      ['{out}/pipe.json', 'not a plain file'],
    ]);
    expect(JSON.stringify([...found])).not.toContain('secret"');
  });

  test('limits: a file, the sum, the number of files and of entries', () => {
    for (const name of ['a', 'b', 'c', 'd']) put(join(folders.out, `${name}.txt`), name.repeat(10));
    const limited = (over: object) =>
      [...collect(['{out}/*.txt'], NOTHING, { ...REPORT_LIMITS, ...over }).values()].map(
        ({ path, refused, text }) => `${path.slice(6, 7)} ${refused ?? text}`,
      );
    expect(limited({ fileBytes: 9 })[0]).toBe('a 10 bytes, over the limit of 9');
    expect(limited({ sumBytes: 25 })).toEqual([
      'a aaaaaaaaaa',
      'b bbbbbbbbbb',
      'c 10 bytes, over the limit of 5',
      'd 10 bytes, over the limit of 5',
    ]);
    expect(limited({ files: 1 })[1]).toBe('b more than 1 reports');
    expect(limited({ entries: 3 }).at(-1)).toContain('more than 3 files below');
  });

  test('a hard link is a plain file of the folder', () => {
    put(join(folders.target, 'debug/x.json'), '1');
    linkSync(join(folders.target, 'debug/x.json'), join(folders.out, 'x.json'));
    expect(collect(['{out}/x.json']).get('{out}/x.json')?.text).toBe('1');
  });

  test.each(['../x', '/etc/passwd', '{home}/x', '{out}', '{out}/../x', 'a//b', '{out}/{out}/x'])(
    'the glob %s is refused',
    (glob) => {
      expect(() => placeReportGlobs([glob])).toThrow(/glob/);
      const text = `profile: own\nextends: node\ngates: { tests: { methods: [{ name: primary, steps: [{ id: t, argv: [x], parser: node-tap, reports: [${JSON.stringify(glob)}] }] }] } }\n`;
      expect(() => loadProfile('own', text, 'own.yml')).toThrow(
        expect.objectContaining({ at: expect.stringMatching(/^own\.yml:3:\d+$/) }),
      );
    },
  );
});

describe('a step with reports', () => {
  const world = (): CommandWorld => ({
    gate: 'tests',
    workTree: folders.tree,
    folders: makePrivateFolders(join(dir, 'private')),
    isolation: { level: 'env-only', offline: false, wrap: (argv) => ({ argv }), reap: () => undefined },
    deadline: performance.now() + 30_000,
    sha: 'a'.repeat(40),
    files: new Map(),
    pages: [],
  });
  const run = async (script: string, reports: string[]) => {
    put(join(folders.tree, 'tool.mjs'), `import { writeFileSync, mkdirSync } from 'node:fs';\n${script}\n`);
    const step = {
      id: 't',
      kind: 'command' as const,
      argv: ['{node}', 'tool.mjs', '--out={out}/r.json', '{target}'],
      parser: 'node-tap' as const,
      env: { REPORT: '{out}/env.json' },
      reports,
    };
    const profile = { methods: [{ name: 'primary' as const, steps: [step] }], timeout: 30, settings: {} };
    return (await runMethods(profile, [{ name: 'head', folder: folders.tree }], world()))[0]!.commands[0]!;
  };

  test('writes where {out}, {target} and its environment say, and the runner reads it', async () => {
    const result = await run(
      "writeFileSync(process.argv[2].slice(6), '1'); writeFileSync(process.env.REPORT, '2'); mkdirSync(process.argv[3], { recursive: true }); writeFileSync(process.argv[3] + '/t.json', '3');",
      ['{out}/*.json', '{target}/*.json'],
    );
    expect([...result.reports.values()].map(({ path, text }) => [path, text])).toEqual([
      ['{out}/env.json', '2'],
      ['{out}/r.json', '1'],
      ['{target}/t.json', '3'],
    ]);
    expect(result.argv).toEqual(['{node}', 'tool.mjs', '--out={out}/r.json', '{target}']);
  });

  test('that writes nothing has none, although a report is checked in', async () => {
    put(join(folders.tree, 'mutants.out/outcomes.json'), readFileSync('package.json'));
    const result = await run('', ['mutants.out/outcomes.json']);
    expect([result.exitCode, result.reports.size]).toEqual([0, 0]);
  });
});
