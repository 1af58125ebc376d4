// Prints the path of a Node 24 binary, the version that runs the actions, installed from npm below build/ when it is not there.
// It is no dependency: its bin would shadow the node of every script.
//   node scripts/node24.mjs
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERSION = '24.21.0';
const packageName = `node-${process.platform}-${process.arch}`;
const folder = fileURLToPath(new URL('../build/tools/node24', import.meta.url));
const binary = join(folder, 'node_modules', packageName, process.platform === 'win32' ? 'bin/node.exe' : 'bin/node');

if (!existsSync(binary)) {
  const argv = [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--no-package-lock',
    '--ignore-scripts',
    `${packageName}@${VERSION}`,
  ];
  const done = spawnSync('npm', argv, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (done.status !== 0 || !existsSync(binary)) {
    process.stderr.write(
      `Node ${VERSION} left out: npm install of ${packageName} failed: ${(done.stderr ?? '').trim().split('\n').at(-1)}\n`,
    );
    process.exit(1);
  }
}
process.stdout.write(`${binary}\n`);
