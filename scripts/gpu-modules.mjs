// Installs the native modules that gpu.js needs to reach a graphics driver, at pinned versions, from npm, and prints the folder. Needs no other package.
//   node scripts/gpu-modules.mjs                 Dawn (WebGPU), and on Linux x64 SwiftShader, a Vulkan driver in software for machines without a GPU
//   node scripts/gpu-modules.mjs --headless-gl   gl (OpenGL), too: compiled here, some minutes; says which Debian packages are missing
//   node scripts/gpu-modules.mjs --folder DIR    not into build/tools/gpu; BITNET_FLOW_GPU_MODULES=DIR then tells the backend
// What a GPU runner does, step by step, is in docs/kernels.md.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliDecompressSync } from 'node:zlib';

const DAWN = {
  package: 'webgpu',
  // gpu.js pins 0.2.9, which needs glibc 2.38. From 0.6 on the package fetches its binary from elsewhere after the installation.
  version: '0.4.0',
  sha256: {
    'darwin-universal': '49eb125d1c30a4f6bf5afe88656162d585d2e85418c751b0f62c694eeb44053f',
    'linux-arm64': 'e9707e61234511ad2529d2a16ae4a6f74d608b8cdb2fb2b556361624326320a2',
    'linux-x64': 'fbfe599055b469963e4c9bfc900a702843db962dcaba0799b3c81ae33fa43db1',
    'win32-x64': '4e2b74daab44b8c7c7aaed0eb4bb59daafe13ab3244ebb03a3ae07a2f0b21704',
  },
};

/** A package that carries Chromium's SwiftShader and Vulkan loader, which need no system library but glibc 2.17. */
const SWIFTSHADER = {
  package: '@sparticuz/chromium',
  version: '147.0.0',
  member: 'package/bin/swiftshader.tar.br',
  sha256: 'f957ea867313f9815b71dc2ed30cce301e01db4f3973fbdb31ffa5391b0ec45a',
  files: ['libvk_swiftshader.so', 'libvulkan.so.1', 'vk_swiftshader_icd.json'],
};

const GL = { package: 'gl', version: '8.1.6', libraries: ['x11', 'xi', 'xext', 'glew'] };
const GL_DEBIAN = 'build-essential pkg-config python3 libxi-dev libxext-dev libglew-dev libgl1-mesa-dri xvfb xauth';

const { values: flags } = parseArgs({ options: { folder: { type: 'string' }, 'headless-gl': { type: 'boolean' } } });
const folder = resolve(flags.folder ?? fileURLToPath(new URL('../build/tools/gpu', import.meta.url)));

class Refused extends Error {}

/** Runs a program to its end; throws its last line when it fails. */
function run(command, argv, options = {}) {
  const done = spawnSync(command, argv, { encoding: 'utf8', shell: process.platform === 'win32', ...options });
  if (done.error !== undefined) throw new Refused(`${command} does not start: ${done.error.message}`);
  if (done.status === 0) return done.stdout;
  const last = `${done.stdout}\n${done.stderr}`.trim().split('\n').slice(-3).join(' | ');
  throw new Refused(`${command} ${argv.join(' ')} fails: ${last}`);
}

/** Takes members of a package's archive as it lies in the registry, whose own digest npm checks; nothing of it is run. */
function fetchMembers({ package: name, version }, members, use) {
  const work = mkdtempSync(join(folder, 'fetch-'));
  try {
    run('npm', ['pack', '--silent', `${name}@${version}`, '--pack-destination', work], { cwd: work });
    const archive = readdirSync(work).find((file) => file.endsWith('.tgz'));
    run('tar', ['-xzf', archive, ...members], { cwd: work });
    return use(work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function checkDigest(file, expected, what) {
  const found = createHash('sha256').update(readFileSync(file)).digest('hex');
  if (found !== expected)
    throw new Refused(`${what} has the sha256 ${found}, and not ${expected}; nothing of it is used`);
}

function installDawn() {
  const platform = `${process.platform}-${process.platform === 'darwin' ? 'universal' : process.arch}`;
  const expected = DAWN.sha256[platform];
  if (expected === undefined) throw new Refused(`webgpu ${DAWN.version} has no binary for ${platform}`);
  const target = join(folder, 'node_modules', DAWN.package);
  const binary = join('dist', `${platform}.dawn.node`);
  if (!existsSync(join(target, binary))) {
    fetchMembers(DAWN, ['package/package.json', 'package/LICENSE.md', `package/dist/${platform}.dawn.node`], (work) => {
      checkDigest(join(work, 'package', binary), expected, `the binary of webgpu ${DAWN.version}`);
      mkdirSync(dirname(target), { recursive: true });
      rmSync(target, { recursive: true, force: true });
      renameSync(join(work, 'package'), target);
    });
  }
  checkDigest(join(target, binary), expected, `the binary of webgpu ${DAWN.version}`);
  return `webgpu ${DAWN.version} (Dawn, ${platform})`;
}

function installSwiftShader() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return `SwiftShader is for Linux x64, not ${process.platform} on ${process.arch}: a driver of the system is needed`;
  const target = join(folder, 'swiftshader');
  if (SWIFTSHADER.files.some((file) => !existsSync(join(target, file)))) {
    fetchMembers(SWIFTSHADER, [SWIFTSHADER.member], (work) => {
      const packed = join(work, SWIFTSHADER.member);
      checkDigest(packed, SWIFTSHADER.sha256, `SwiftShader in ${SWIFTSHADER.package} ${SWIFTSHADER.version}`);
      writeFileSync(join(work, 'swiftshader.tar'), brotliDecompressSync(readFileSync(packed)));
      mkdirSync(join(work, 'made'));
      run('tar', ['-xf', join(work, 'swiftshader.tar'), '-C', join(work, 'made'), ...SWIFTSHADER.files]);
      rmSync(target, { recursive: true, force: true });
      renameSync(join(work, 'made'), target);
    });
  }
  return `SwiftShader (from ${SWIFTSHADER.package} ${SWIFTSHADER.version})`;
}

/** gl has no binary on npm: it is compiled, and of the compilation only the addon is kept. Before Dawn, since npm clears away what it did not install. */
function installGl() {
  const target = join(folder, 'node_modules', GL.package);
  const addon = join(target, 'build', 'Release', 'webgl.node');
  if (!existsSync(addon)) {
    if (process.platform === 'linux') {
      const missing = GL.libraries.filter((name) => spawnSync('pkg-config', ['--exists', name]).status !== 0);
      if (missing.length > 0)
        throw new Refused(
          `gl cannot be compiled without ${missing.join(', ')}; on Debian: apt-get install ${GL_DEBIAN}`,
        );
    }
    process.stderr.write(`compiling gl ${GL.version}, some minutes\n`);
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    run('npm', ['install', '--prefix', folder, '--no-save', '--no-package-lock', `${GL.package}@${GL.version}`]);
    if (!existsSync(addon)) throw new Refused(`npm installed gl ${GL.version} and compiled nothing`);
    for (const file of readdirSync(dirname(addon)))
      if (file !== 'webgl.node') rmSync(join(dirname(addon), file), { recursive: true, force: true });
  }
  return `gl ${GL.version} (OpenGL; without a display start commands under xvfb-run -a)`;
}

try {
  mkdirSync(folder, { recursive: true });
  for (const install of [...(flags['headless-gl'] === true ? [installGl] : []), installDawn, installSwiftShader])
    process.stderr.write(`${install()}\n`);
  process.stdout.write(`${folder}\n`);
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
