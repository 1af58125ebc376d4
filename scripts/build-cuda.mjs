// Builds kernels/cuda. Without options the program for the device, with nvcc: build/cuda/bitnet-flow-cuda and, beside it,
// its digest as sha256sum writes it. With --host the same sources with g++, where an emulator runs the kernels on the CPU:
// build/cuda/bitnet-flow-cuda-host, which the tests prove.
//   node scripts/build-cuda.mjs [--host [--sanitize]]
// Exit: 0 built or already there, 1 the sources do not compile, 77 no compiler, with the reason on the last line.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, delimiter, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = join(root, 'kernels/cuda');
const out = join(root, 'build/cuda');
const toolchain = join(sources, 'toolchain.txt');
const NO_COMPILER = 77;
/** Compute capabilities to compile for, where the compiler knows them; 7.5 and 12.0 it must know. PTX is for what comes later. */
const TARGETS = ['75', '80', '86', '87', '88', '89', '90', '100', '103', '110', '120', '121'];
const PTX = '120';

class NoCompiler extends Error {}

const unitsBelow = (folder) =>
  readdirSync(join(sources, folder))
    .filter((name) => /\.(cu|cpp)$/.test(name))
    .map((name) => join(sources, folder, name));
const everyFile = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? everyFile(join(folder, entry.name)) : [join(folder, entry.name)],
  );

function run(command, argv) {
  return spawnSync(command, argv, { encoding: 'utf8', maxBuffer: 1 << 26 });
}

/** Changes when the sources, the command or the compiler do. */
function keyOf(compiler, flags) {
  const hash = createHash('sha256').update(JSON.stringify([run(compiler, ['--version']).stdout, flags]));
  const files = everyFile(sources).filter((path) => /\.(cu|cpp|h)$/.test(path));
  for (const path of files.sort())
    hash.update(relative(sources, path)).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

/** Runs the commands, as many at a time as there are processors; throws with what the first failed one printed. */
async function runAll(commands) {
  const waiting = [...commands];
  const worker = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [command, argv] = next;
      await new Promise((resolve, reject) => {
        let text = '';
        const child = spawn(command, argv, { stdio: ['ignore', 'pipe', 'pipe'] });
        child.stdout.on('data', (chunk) => (text += chunk));
        child.stderr.on('data', (chunk) => (text += chunk));
        child.on('error', reject);
        child.on('close', (code) =>
          code === 0 ? resolve() : reject(new Error(`${basename(command)} ended with ${code}\n${text.trim()}`)),
        );
      });
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

/** Compiles each unit to an object and links them, unless the program is there and made of the same. */
async function build({ name, compiler, units, compile, link }) {
  const program = join(out, name);
  const key = keyOf(compiler, [compile, link]);
  const keyFile = `${program}.key`;
  if (existsSync(program) && existsSync(keyFile) && readFileSync(keyFile, 'utf8') === key)
    return { program, fresh: false };
  const objects = join(out, `${name}.objects-${process.pid}`);
  mkdirSync(objects, { recursive: true });
  try {
    const object = (unit) => join(objects, `${relative(sources, unit).replaceAll('/', '-')}.o`);
    await runAll(units.map((unit) => [compiler, [...compile, '-c', '-o', object(unit), unit]]));
    const made = join(objects, name);
    await runAll([[compiler, [...units.map(object), '-o', made, ...link]]]);
    rmSync(keyFile, { force: true });
    renameSync(made, program);
    writeFileSync(keyFile, key);
  } finally {
    rmSync(objects, { recursive: true, force: true });
  }
  return { program, fresh: true };
}

/** The targets of an nvcc, or nothing where it knows too few of them. */
function targetsOf(nvcc) {
  const known = run(nvcc, ['--list-gpu-arch']);
  if (known.status !== 0) return undefined;
  const targets = TARGETS.filter((target) => known.stdout.split(/\s+/).includes(`compute_${target}`));
  return targets.includes('75') && targets.includes(PTX) ? targets : undefined;
}

function findNvcc() {
  const folders = [process.env.CUDA_HOME, process.env.CUDA_PATH, '/usr/local/cuda'].filter(Boolean);
  const candidates = [
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'nvcc')),
    ...folders.map((folder) => join(folder, 'bin/nvcc')),
  ];
  const found = candidates.find((nvcc) => existsSync(nvcc) && targetsOf(nvcc) !== undefined);
  return found === undefined ? nvccFromWheels() : { nvcc: found, link: [] };
}

/** nvcc from Python wheels of pinned versions and hashes, installed once below build/tools. */
function nvccFromWheels() {
  if (process.platform !== 'linux')
    throw new NoCompiler(`no nvcc, and its wheels are for Linux, not ${process.platform}`);
  const pins = createHash('sha256').update(readFileSync(toolchain)).digest('hex').slice(0, 12);
  const folder = join(root, 'build/tools', `nvcc-${pins}`);
  const cuda = join(folder, 'nvidia/cu13');
  if (!existsSync(cuda)) {
    const partial = `${folder}-${process.pid}`;
    const argv = [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--no-deps',
      '--only-binary=:all:',
      '--require-hashes',
      '--target',
      partial,
    ];
    const done = run('python3', [
      ...argv,
      '--requirement',
      toolchain,
      '--disable-pip-version-check',
      '--retries=1',
      '--timeout=20',
    ]);
    if (done.status !== 0) {
      rmSync(partial, { recursive: true, force: true });
      const why = (done.error?.message ?? done.stderr).trim().split('\n').at(-1);
      throw new NoCompiler(`no nvcc for sm_75 to sm_${PTX}, and pip could not install its wheels: ${why}`);
    }
    renameSync(partial, folder);
  }
  for (const bin of ['bin', 'nvvm/bin']) {
    for (const name of readdirSync(join(cuda, bin))) {
      if (!name.includes('.') && name !== 'crt') chmodSync(join(cuda, bin, name), 0o755);
    }
  }
  return { nvcc: join(cuda, 'bin/nvcc'), link: [`-L${join(cuda, 'lib')}`] };
}

async function buildDevice() {
  const { nvcc, link } = findNvcc();
  if (run('g++', ['--version']).status !== 0) throw new NoCompiler('nvcc needs g++, which is not here');
  const targets = targetsOf(nvcc);
  if (targets === undefined) throw new NoCompiler(`${nvcc} does not know sm_75 and sm_${PTX}`);
  const codes = targets.map((target) => `-gencode=arch=compute_${target},code=sm_${target}`);
  const { program, fresh } = await build({
    name: 'bitnet-flow-cuda',
    compiler: nvcc,
    units: ['', 'program'].flatMap(unitsBelow),
    compile: [
      '-std=c++17',
      '-O3',
      '-Xcompiler=-Wall,-Wextra,-Wno-unknown-pragmas',
      '-Werror=all-warnings',
      ...codes,
      `-gencode=arch=compute_${PTX},code=compute_${PTX}`,
    ],
    link: ['-cudart=static', '-Xcompiler=-static-libstdc++,-static-libgcc', ...codes.slice(0, 1), ...link],
  });
  const bytes = readFileSync(program);
  const digest = createHash('sha256').update(bytes).digest('hex');
  writeFileSync(`${program}.sha256`, `${digest}  ${basename(program)}\n`);
  const version = /release ([\d.]+)/.exec(run(nvcc, ['--version']).stdout)?.[1] ?? 'unknown';
  process.stdout.write(
    `${relative(root, program)}: ${fresh ? 'built' : 'unchanged'}, ${(bytes.length / 2 ** 20).toFixed(1)} MiB, CUDA ${version}\n` +
      `code for sm_${targets.join(' sm_')}, PTX for compute_${PTX}\nsha256 ${digest}\n`,
  );
}

async function buildHost(sanitize) {
  if (run('g++', ['--version']).status !== 0) throw new NoCompiler('no g++');
  const checks = sanitize ? ['-fsanitize=address,undefined', '-fno-sanitize-recover=all'] : [];
  const { program, fresh } = await build({
    name: sanitize ? 'bitnet-flow-cuda-host-sanitized' : 'bitnet-flow-cuda-host',
    compiler: 'g++',
    units: ['', 'program', 'simt'].flatMap(unitsBelow).filter((unit) => basename(unit) !== 'device.cu'),
    compile: [
      '-x',
      'c++',
      '-std=c++17',
      '-O1',
      '-g1',
      '-Wall',
      '-Wextra',
      '-Werror',
      '-Wno-unknown-pragmas',
      ...checks,
    ],
    link: checks,
  });
  process.stdout.write(`${relative(root, program)}: ${fresh ? 'built' : 'unchanged'}\n`);
}

try {
  mkdirSync(out, { recursive: true });
  const options = process.argv.slice(2);
  const unknown = options.find((option) => !['--host', '--sanitize'].includes(option));
  if (unknown !== undefined) throw new Error(`${unknown} is no option; known are --host and --sanitize`);
  if (options.includes('--host')) await buildHost(options.includes('--sanitize'));
  else await buildDevice();
} catch (error) {
  process.stderr.write(error instanceof NoCompiler ? `not compiled: ${error.message}\n` : `${error.message}\n`);
  process.exitCode = error instanceof NoCompiler ? NO_COMPILER : 1;
}
