// The checkout as an action of its own, for act; the executor runs the same code without a process between it and git.
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { checkout, CheckoutError } from './checkout.mjs';

const print = (line) => process.stdout.write(`${line}\n`);

function git(args, { cwd, env }) {
  return new Promise((done) => {
    execFile('git', args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
      done({ code, text: `${stdout}${stderr}` || (error?.message ?? '') });
    });
  });
}

function output(name, value) {
  const file = process.env.GITHUB_OUTPUT;
  const mark = `ghadelimiter_${randomUUID()}`;
  if (file) appendFileSync(file, `${name}<<${mark}\n${value}\n${mark}\n`);
}

try {
  for (const [name, value] of Object.entries(await checkout({ env: process.env, git, print }))) output(name, value);
} catch (error) {
  if (!(error instanceof CheckoutError)) throw error;
  print(`::error::${error.message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')}`);
  process.exitCode = 1;
}
