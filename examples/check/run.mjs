import { spawn } from 'node:child_process';

/** A clean environment: the tools of a sample see neither the flow's variables nor an outer test runner's. */
const environment = (extra) => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(BITNET_FLOW_|NODE_TEST_CONTEXT|NODE_OPTIONS|FORCE_COLOR)/.test(name),
    ),
  ),
  NO_COLOR: '1',
  ...extra,
});

/** Runs a program to its end. Resolves to its exit code and what it printed; a program that is absent is an error. */
export function run(argv, { cwd, input = '', env = {} }) {
  return new Promise((resolve, reject) => {
    const child = spawn(argv[0], argv.slice(1), { cwd, env: environment(env) });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr']) {
      child[name].setEncoding('utf8').on('data', (text) => (output[name] += text));
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...output, all: output.stdout + output.stderr }));
    child.stdin.on('error', () => {}); // a program that ends without reading is judged by its exit code
    child.stdin.end(input);
  });
}
