import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openCuda } from '../../../../kernels/cuda/launcher.ts';
import type { ProgramRun, RunProgram } from '../../../../kernels/cuda/program-run.ts';
import type { Backend } from '../../../../kernels/reference/backend.ts';
import { formatNamed } from '../../../../kernels/reference/formats/index.ts';
import { MalformedBytes } from '../../../../kernels/reference/malformed.ts';
import { randomMatrix } from '../reference/samples.ts';

const fine = (value: unknown): ProgramRun => ({ code: 0, stdout: `${JSON.stringify(value)}\n`, stderr: '' });
const failed = (code: number, stderr: string): ProgramRun => ({ code, stdout: '', stderr });
const h200 = fine({ device: 'NVIDIA H200', computeCapability: '9.0', emulated: false });

/** A program of which only the answers are known; keeps what it was asked. */
function program(answers: Readonly<Record<string, (args: readonly string[]) => ProgramRun>>) {
  const asked: string[][] = [];
  const run: RunProgram = async (_, args) => {
    asked.push([...args]);
    return answers[args[0]!]!(args);
  };
  return { asked, run };
}

async function opened(answers: Readonly<Record<string, (args: readonly string[]) => ProgramRun>>): Promise<Backend> {
  const backend = await openCuda({ program: 'cuda', run: program({ probe: () => h200, ...answers }).run });
  if ('unavailable' in backend) throw new Error('unavailable');
  return backend;
}

const format = formatNamed('i2_s');
const weights = { format, rows: 2, columns: 128, bytes: format.pack(randomMatrix({ rows: 2, columns: 128 }, 1)) };
const x = new Int8Array(128).fill(1);

describe('opening', () => {
  test('no device is a backend that is unavailable, in the words of the program', async () => {
    const said = 'a warning of something else\nbitnet-flow-cuda: no CUDA device: the driver lists none\n';
    const { run } = program({ probe: () => failed(77, said) });
    expect(await openCuda({ program: 'cuda', run })).toEqual({
      id: 'cuda',
      unavailable: 'no CUDA device: the driver lists none',
    });
  });

  test('names the device and what it computes as', async () => {
    const backend = await opened({});
    expect([backend.id, backend.device]).toEqual(['cuda', 'NVIDIA H200, sm_90']);
    await backend.close();
  });

  test.each<[string, ProgramRun, RegExp]>([
    ['a failure', failed(1, 'bitnet-flow-cuda: launch: no kernel image\n'), /ended with 1 and said: launch: no kernel/],
    ['a signal', failed(-1, ''), /ended with -1 and said nothing/],
    ['the program of something else', { code: 0, stdout: 'hello', stderr: '' }, /printed "hello", no device as JSON/],
    ['half an answer', fine({ device: 'NVIDIA H200' }), /no device as JSON/],
    ['the host build', fine({ device: 'CPU', computeCapability: 'none', emulated: true }), /is the host build/],
  ])('%s is an error, never an absent device', async (_, answer, message) => {
    await expect(openCuda({ program: 'cuda', run: program({ probe: () => answer }).run })).rejects.toThrow(message);
  });

  test('a program that cannot be started, and one that does not end, are errors', async () => {
    const missing: RunProgram = async () => {
      throw new Error('spawn cuda ENOENT');
    };
    await expect(openCuda({ program: 'cuda', run: missing })).rejects.toThrow(/could not be run: spawn cuda ENOENT/);
    let stopped = false;
    const hangs: RunProgram = (_program, _args, { signal }) =>
      new Promise(() => signal.addEventListener('abort', () => (stopped = true)));
    await expect(openCuda({ program: 'cuda', run: hangs, timeoutMs: 1 })).rejects.toThrow(/did not end in 1 ms/);
    expect(stopped).toBe(true);
  });
});

describe('loading and multiplying', () => {
  const check = (): ProgramRun => fine({ format: 'i2_s', bytes: 96 });

  test('weights, activations and outputs go by private files, of which close leaves none', async () => {
    let seen: string[] = [];
    let folder = '';
    const backend = await opened({
      check,
      run: ([, path]) => {
        folder = dirname(path!);
        seen = readFileSync(path!, 'utf8').split('\n');
        expect(statSync(folder).mode & 0o777).toBe(0o700);
        expect(statSync(join(folder, 'x-0-0.bin')).mode & 0o777).toBe(0o600);
        writeFileSync(join(folder, 'y-0-0.bin'), Buffer.from(Int32Array.of(7, -8).buffer));
        return fine({});
      },
    });
    const loaded = await backend.load(weights);
    expect(loaded.decodedBy).toBe('cuda');
    expect([...(await loaded.multiply(x, 1))]).toEqual([7, -8]);
    expect(seen).toEqual([
      'bitnet-flow-cuda 1',
      'format i2_s',
      'rows 2',
      'columns 128',
      'weights weights-0.bin',
      'count 1',
      'kernel auto',
      'x x-0-0.bin',
      'y y-0-0.bin',
      '',
    ]);
    expect(readdirSync(folder)).toEqual(['check-0.txt', 'weights-0.bin']);
    loaded.free();
    await backend.close();
    expect(existsSync(folder)).toBe(false);
  });

  const writes = (bytes: number) => (args: readonly string[]) => {
    writeFileSync(join(dirname(args[1]!), 'y-0-0.bin'), new Uint8Array(bytes));
    return fine({});
  };
  test.each<[string, (args: readonly string[]) => ProgramRun, RegExp]>([
    ['no output', () => fine({}), /reported success and wrote no output/],
    ['an output cut short', writes(7), /wrote 7 bytes where 2 int32 take 8/],
    ['an output too long', writes(12), /wrote 12 bytes where 2 int32 take 8/],
    ['a crash', () => failed(139, ''), /ended with 139 and said nothing/],
    [
      'a device that went away',
      () => failed(77, 'bitnet-flow-cuda: no CUDA device\n'),
      /ended with 77 and said: no CUDA/,
    ],
  ])('%s is an error', async (_, run, message) => {
    const backend = await opened({ check, run });
    const loaded = await backend.load(weights);
    await expect(loaded.multiply(x, 1)).rejects.toThrow(message);
    await backend.close();
  });

  test('bytes, formats, shapes and activations that do not fit are refused', async () => {
    const backend = await opened({ check: () => failed(2, 'bitnet-flow-cuda: malformed byte 12: a code 11\n') });
    const refused = backend.load(weights);
    await expect(refused).rejects.toThrow(MalformedBytes);
    await expect(refused).rejects.toMatchObject({ offset: 12, message: 'I2_S: a code 11' });
    await expect(backend.load({ ...weights, bytes: weights.bytes.subarray(1) })).rejects.toThrow(/95 bytes where/);
    await expect(backend.load({ ...weights, columns: 100 })).rejects.toThrow(/multiples of 128/);
    await expect(backend.load({ ...weights, format: formatNamed('tq1_0') })).rejects.toThrow(/do not hold TQ1_0/);
    await backend.close();

    const other = await opened({ check });
    const loaded = await other.load(weights);
    for (const count of [0, 2, 1.5, NaN])
      await expect(loaded.multiply(x, count)).rejects.toThrow(/128 activations for/);
    await other.close();
  });
});
