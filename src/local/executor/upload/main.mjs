// A stand-in for actions/upload-artifact without dependencies: copies plain files, follows no link.
import { cpSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const input = (name) => (process.env[`INPUT_${name.toUpperCase()}`] ?? '').trim();
const name = input('name');
const path = input('path');
if (!/^[A-Za-z0-9._-]{1,100}$/.test(name) || /^\.+$/.test(name)) {
  console.log(`::error::the name of an artefact is ${JSON.stringify(name)}`);
  process.exit(1);
}
const stat = lstatSync(path, { throwIfNoEntry: false });
const files =
  stat === undefined
    ? []
    : stat.isDirectory()
      ? readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(path.length + 1))
      : [''];
if (files.length === 0) {
  const level = input('if-no-files-found');
  console.log(`${level === 'error' ? '::error::' : ''}no file lies at ${path}`);
  process.exit(level === 'error' ? 1 : 0);
}
const to = join(dirname(process.env.RUNNER_TEMP), 'artefacts', name);
for (const file of files) {
  const target = file === '' ? join(to, basename(path)) : join(to, file);
  mkdirSync(dirname(target), { recursive: true });
  cpSync(join(path, file), target, { dereference: false });
}
console.log(`artefact ${name}: ${files.length} file${files.length === 1 ? '' : 's'} in ${to}`);
