import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { DIGEST_FILE, PROGRAM, sha256 } from '../../../../src/parity/program/digest.ts';
import {
  CACHE_KEY,
  findProgram,
  type FoundProgram,
  type ProgramRequest,
} from '../../../../src/parity/program/find-program.ts';
import { readRequest } from '../../../../src/parity/program/request.ts';
import { runProgram } from '../../../../src/parity/program/run-program.ts';
import { tar, zip } from './archives.ts';
import { RUNTIME_TOKEN, startServices, TOKEN, type Services } from './services.ts';

const entry = [
  '--import',
  import.meta.resolve('tsx'),
  fileURLToPath(new URL('../../../../src/parity.ts', import.meta.url)),
];
const program = Buffer.from('#!/bin/sh\necho "$1 $GITHUB_TOKEN."; exit 77\n');
const DIGEST = sha256(program);
const other = Buffer.from('#!/bin/sh\necho stolen\n');
const digestFile = (of: Buffer): Buffer => Buffer.from(`${sha256(of)}  ${PROGRAM}\n`);
const pair = (folder: string, of: Buffer, digest = digestFile(of)) => [
  { name: `${folder}${PROGRAM}`, body: of },
  { name: `${folder}${DIGEST_FILE}`, body: digest },
];
const cached = (of: Buffer, digest?: Buffer): Buffer => gzipSync(tar(pair('build/cuda/', of, digest)));

let services: Services;
let temp: string;
let root: string;
beforeAll(async () => {
  services = await startServices();
});
afterAll(() => services.close());
beforeEach(() => {
  temp = mkdtempSync(join(tmpdir(), 'find-program-'));
  root = join(temp, 'root');
  mkdirSync(join(root, 'build/cuda'), { recursive: true });
  services.entries.clear();
  services.artifacts = [];
  services.calls.length = 0;
});
afterEach(() => rmSync(temp, { recursive: true, force: true }));

const runner = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  RUNNER_TEMP: temp,
  ACTIONS_RUNTIME_TOKEN: RUNTIME_TOKEN,
  ACTIONS_RESULTS_URL: `${services.url}/`,
  ACTIONS_CACHE_SERVICE_V2: 'True',
});

function request(rest: Partial<ProgramRequest> = {}): ProgramRequest {
  return { root, restore: [...entry, 'cuda-restore'], env: {}, temp, ...rest };
}

const artifactOf = (run = 7) => ({ artifact: { apiUrl: services.url, repository: 'o/r', run, token: TOKEN } });

/** A restoring process that calls `tar` on an entry, as @actions/cache does once it has it; the real one is in other tests. */
function unpacks(archive: Buffer): readonly string[] {
  const path = join(root, 'entry');
  writeFileSync(path, archive);
  return ['-e', `require('node:child_process').execFileSync('tar', ['-xf', ${JSON.stringify(path)}, '-P'])`, '--'];
}

async function found(wanted: ProgramRequest): Promise<FoundProgram> {
  const answer = await findProgram(wanted);
  if ('unavailable' in answer) throw new Error(answer.unavailable);
  return answer;
}

/** Nothing but the test's own folders is left. */
const leftBehind = (): string[] => readdirSync(temp).filter((name) => name !== 'root');

describe('the order', () => {
  test('nothing anywhere: a reason for each place, and no call', async () => {
    expect(await findProgram(request({ env: runner(), ...artifactOf() }))).toEqual({
      unavailable: expect.stringContaining('there is no CUDA program: build: nothing is built'),
      notUsed: [
        'build: nothing is built below build/cuda (npm run build:cuda)',
        'cache: no digest is given to hold it against (cuda-sha256)',
        'artifact: no digest is given to hold it against (cuda-sha256)',
      ],
    });
    expect(services.calls).toEqual([]);
  });

  test('a build of this clone comes before cache and artifact, and is copied', async () => {
    for (const { name, body } of pair('', program)) writeFileSync(join(root, 'build/cuda', name), body);
    const { program: copy, remove, ...rest } = await found(request({ env: runner() }));
    expect(rest).toEqual({ sha256: DIGEST, source: 'build', trust: 'it was built in this clone', notUsed: [] });
    expect(readFileSync(copy).equals(program)).toBe(true);
    expect([statSync(copy).mode & 0o777, statSync(dirname(copy)).mode & 0o777]).toEqual([0o755, 0o700]);
    remove();
    expect(leftBehind()).toEqual([]);
  });

  test('the cache comes before the artifact, and says nothing more than it must', async () => {
    services.entries.set(CACHE_KEY, cached(program));
    const { source, notUsed, program: copy } = await found(request({ sha256: DIGEST, env: runner(), ...artifactOf() }));
    expect([source, notUsed]).toEqual(['cache', ['build: nothing is built below build/cuda (npm run build:cuda)']]);
    expect(readFileSync(copy).equals(program)).toBe(true);
    expect(leftBehind()).toEqual([expect.stringMatching(/^bitnet-flow-cuda-/)]);
  });

  test('the artifact of the named run is last; its token does not follow the redirect', async () => {
    services.artifacts = [{ id: 5, name: PROGRAM, expired: false, archive: zip(pair('', program)) }];
    const { source, notUsed } = await found(request({ sha256: DIGEST, env: runner(), ...artifactOf() }));
    expect([source, notUsed[1]]).toEqual(['artifact', `cache: the cache of this repository has no entry ${CACHE_KEY}`]);
    expect(services.calls.slice(1)).toEqual([
      `GET /repos/o/r/actions/runs/7/artifacts Bearer ${TOKEN}`,
      `GET /repos/o/r/actions/artifacts/5/zip Bearer ${TOKEN}`,
      'GET /blob/5 -',
    ]);
  });

  test('a program that a person names is that one or none', async () => {
    const path = join(temp, 'mine');
    writeFileSync(path, program);
    expect(await found(request({ path }))).toMatchObject({ source: 'path', sha256: DIGEST });
    await expect(findProgram(request({ path: join(temp, 'absent') }))).rejects.toThrow('there is no such file');
    await expect(findProgram(request({ path: temp }))).rejects.toThrow('is no program: no regular file');
    await expect(findProgram(request({ path, sha256: sha256(other) }))).rejects.toThrow(
      `the program has sha256 ${DIGEST}, cuda-sha256 says ${sha256(other)}`,
    );
  });
});

describe('a wrong program is an error, never a reason to look on', () => {
  const both = (seen: string, says: string) => new RegExp(`sha256 ${seen}, .* says ${says}`);

  test('in the build: half written, mixed up, without its digest', async () => {
    const place = join(root, 'build/cuda');
    writeFileSync(join(place, PROGRAM), program);
    await expect(findProgram(request())).rejects.toThrow(`${DIGEST_FILE} is not beside it`);
    writeFileSync(join(place, DIGEST_FILE), digestFile(other));
    await expect(findProgram(request())).rejects.toThrow(both(DIGEST, sha256(other)));
    writeFileSync(join(place, DIGEST_FILE), `${DIGEST}  something-else\n`);
    await expect(findProgram(request())).rejects.toThrow('is no digest of bitnet-flow-cuda');
    writeFileSync(join(place, DIGEST_FILE), digestFile(program));
    await expect(findProgram(request({ sha256: sha256(other) }))).rejects.toThrow(both(DIGEST, sha256(other)));
  });

  test.each([
    ['another program with its own digest beside it', () => cached(other), /has sha256 \w+, cuda-sha256 says/],
    [
      'the program with another digest beside it',
      () => cached(program, digestFile(other)),
      /its own bitnet-flow-cuda.sha256 says/,
    ],
    [
      'a link in place of the program',
      () => gzipSync(tar([{ name: `build/cuda/${PROGRAM}`, body: Buffer.alloc(0), type: '2', link: '/bin/sh' }])),
      /no regular file/,
    ],
    ['something that is no archive', () => Buffer.from('hello'), /neither gzip nor zstd/],
    ['a bomb', () => gzipSync(Buffer.alloc(70 * 1024 * 1024)), /does not unpack/],
  ])('A-56 A-68 in the cache: %s', async (_, made, message) => {
    const wanted = request({ sha256: DIGEST, env: runner(), restore: unpacks(made()), ...artifactOf() });
    await expect(findProgram(wanted)).rejects.toThrow(message);
    expect(leftBehind()).toEqual([]);
  });

  test('A-56 an entry that would leave its folder writes nothing', async () => {
    const victim = join(temp, 'root', 'victim');
    services.entries.set(CACHE_KEY, gzipSync(tar([{ name: victim, body: other }, ...pair('build/cuda/', program)])));
    await expect(findProgram(request({ sha256: DIGEST, env: runner() }))).rejects.toThrow(/it holds ".*victim"/);
    expect(readdirSync(root)).toEqual(['build']);
    // The control: what @actions/cache itself would have called.
    const archive = join(temp, 'archive');
    writeFileSync(archive, services.entries.get(CACHE_KEY)!);
    execFileSync('tar', ['-xf', archive, '-P', '-C', temp, '-z']);
    expect(readdirSync(root)).toEqual(['build', 'victim']);
  });

  test.each([
    ['another program', { archive: zip(pair('', other)) }, /has sha256 \w+, cuda-sha256 says/],
    ['a path', { archive: zip(pair('../', program)) }, /holds "\.\.\//],
    [
      'an archive that the host knows otherwise',
      { archive: zip(pair('', program)), digest: `sha256:${'0'.repeat(64)}` },
      /the host says sha256:000/,
    ],
  ])('A-55 A-56 in the artifact: %s', async (_, artifact, message) => {
    services.artifacts = [{ id: 5, name: PROGRAM, expired: false, ...artifact }];
    await expect(findProgram(request({ sha256: DIGEST, ...artifactOf() }))).rejects.toThrow(message);
  });
});

test.each([
  ['another run', 8, [], /cannot be listed: 404 Not Found; the token needs `actions: read`/],
  ['a run without it', 7, [{ id: 4, name: 'logs', expired: false }], /run 7 has no artifact bitnet-flow-cuda/],
  ['an artifact that is gone', 7, [{ id: 5, name: PROGRAM, expired: true }], /has expired/],
])('an artifact that is absent is a reason: %s', async (_, run, artifacts, message) => {
  services.artifacts = artifacts.map((one) => ({ ...one, archive: Buffer.alloc(0) }));
  const answer = await findProgram(request({ sha256: DIGEST, ...artifactOf(run) }));
  expect('unavailable' in answer ? answer.notUsed[2] : 'found').toMatch(message);
});

const zstd = spawnSync('zstd', ['--version']).status === 0;
(zstd ? test : test.skip)('an entry packed with zstd is read where zstd is', async () => {
  const file = join(root, 'entry.tar');
  writeFileSync(file, tar(pair('build/cuda/', program)));
  execFileSync('zstd', ['-q', '--long=30', file]);
  services.entries.set(CACHE_KEY, readFileSync(`${file}.zst`));
  expect(await found(request({ sha256: DIGEST, env: runner() }))).toMatchObject({ source: 'cache', sha256: DIGEST });
});

test('a runner without a cache, and one whose cache does not answer as it should', async () => {
  const reason = async (env: NodeJS.ProcessEnv) => {
    const answer = await findProgram(request({ sha256: DIGEST, env }));
    return 'unavailable' in answer ? answer.notUsed[1] : 'found';
  };
  expect(await reason({})).toMatch(/^cache: there is no Actions cache here/);
  expect(await reason({ ...runner(), ACTIONS_RUNTIME_TOKEN: 'wrong' })).toMatch(/^cache: the cache says: .*\(401\)/);
});

test('the process: JSON for a program, exit 1 for a wrong digest, exit 2 for a value that is none', async () => {
  const path = join(temp, 'mine');
  writeFileSync(path, program);
  const say = (env: NodeJS.ProcessEnv) =>
    new Promise<{ code: number | null; out: string; error: string }>((resolve) => {
      const child = spawn(process.execPath, [...entry, 'cuda-program', '{"json":true,"dry":true}'], {
        env: { PATH: process.env['PATH'], RUNNER_TEMP: temp, BITNET_FLOW_CUDA: path, ...env },
      });
      let [out, error] = ['', ''];
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
      child.once('close', (code) => resolve({ code, out, error }));
    });
  const [right, wrong, none] = await Promise.all([
    say({ BITNET_FLOW_CUDA_SHA256: DIGEST }),
    say({ BITNET_FLOW_CUDA_SHA256: sha256(other) }),
    say({ BITNET_FLOW_CUDA_SHA256: 'latest' }),
  ]);
  expect([right.code, JSON.parse(right.out)]).toEqual([
    0,
    { v: 1, sha256: DIGEST, source: 'path', trust: 'its digest is the given one', notUsed: [] },
  ]);
  expect([wrong.code, wrong.out, wrong.error]).toEqual([
    1,
    '',
    expect.stringMatching(/^refused .*sha256.*says.*Fix: /),
  ]);
  expect([none.code, none.error]).toEqual([2, expect.stringContaining('give 64 hexadecimal digits')]);
  expect(leftBehind()).toEqual(['mine']);
});

test('a request is read from the environment, and its values are checked', () => {
  const read = (env: NodeJS.ProcessEnv) => readRequest(env, ['entry']);
  expect(read({ BITNET_FLOW_CUDA: '', BITNET_FLOW_CUDA_RUN: '' })).toMatchObject({
    restore: ['entry', 'cuda-restore'],
  });
  expect(read({ BITNET_FLOW_CUDA_RUN: '7', BITNET_FLOW_CUDA_TOKEN: 't', GITHUB_REPOSITORY: 'o/r' }).artifact).toEqual({
    ...{ apiUrl: 'https://api.github.com', repository: 'o/r', run: 7, token: 't' },
  });
  expect(read({ BITNET_FLOW_CUDA_RUN: '7' }).artifact).toEqual({ none: expect.stringContaining('no token') });
  expect(() => read({ BITNET_FLOW_CUDA_RUN: '-7' })).toThrow('"-7"');
  expect(() => read({ BITNET_FLOW_CUDA_REPOSITORY: 'o/r/../x' })).toThrow('o/r/../x');
});

describe('runProgram', () => {
  const script = (text: string): string => {
    const path = join(temp, 'tool');
    writeFileSync(path, text);
    chmodSync(path, 0o755);
    return path;
  };

  test('gives what the program said, and keeps the runner to itself', async () => {
    process.env['GITHUB_TOKEN'] = 'secret';
    const end = await runProgram(script(program.toString()), ['a b']);
    delete process.env['GITHUB_TOKEN'];
    expect(end).toEqual({ code: 77, stdout: 'a b .\n', stderr: '' });
  });

  test('ends a program that hangs, and says so when there is none', async () => {
    await expect(runProgram(script('#!/bin/sh\nexec sleep 60\n'), [], 0.2)).rejects.toThrow('was ended after 0.2 s');
    expect(await runProgram(join(temp, 'absent'), [])).toMatchObject({ code: 127 });
  });
});
