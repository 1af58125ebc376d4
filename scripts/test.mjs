// Runs the tests and ends with one plain line, `N passed, N failed` (`, N skipped` when there are any), counted from jest's own report.
//   node scripts/test.mjs [arguments of jest]   exits 1 when a test failed, a file did not load, or no test ran
// The report stays in build/test-report.json; BITNET_FLOW_TEST_REPORT names another file.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const target = resolve(root, process.env.BITNET_FLOW_TEST_REPORT ?? 'build/test-report.json');
// Two runs at once must not read each other's report.
const report = `${target}.${process.pid}`;
mkdirSync(dirname(target), { recursive: true });

// jest hands the flags of its own process on to its workers; NODE_OPTIONS would reach the processes under test too.
const quiet = process.allowedNodeEnvironmentFlags.has('--disable-warning')
  ? ['--disable-warning=ExperimentalWarning']
  : [];
const flags = ['--experimental-vm-modules', ...quiet];
const argv = [...flags, jest, '--json', `--outputFile=${report}`, ...process.argv.slice(2)];
// No test needs a host outside. With this variable every Node, of which the tests start thousands, first reads all certificates of the machine.
const env = { ...process.env };
delete env.NODE_EXTRA_CA_CERTS;
const child = spawn(process.execPath, argv, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => finish(1, `jest does not start: ${error.message}`));
child.on('close', (code, signal) => finish(code ?? 1, signal === null ? undefined : `jest was ended by ${signal}`));

function finish(code, trouble) {
  const { passed, failed, skipped, problem } = count(code, trouble);
  if (problem !== undefined) process.stdout.write(`${problem}\n`);
  const tail = skipped > 0 ? `, ${skipped} skipped` : '';
  process.stdout.write(`${passed} passed, ${failed} failed${tail}\n`);
  process.exitCode = failed > 0 ? 1 : 0;
}

/** Counts of a run; whatever says that the run was not whole counts as one more failure. */
function count(code, trouble) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const broken = (problem) => ({ ...counts, failed: counts.failed + 1, problem });
  let seen;
  try {
    seen = JSON.parse(readFileSync(report, 'utf8'));
    renameSync(report, target);
  } catch {
    rmSync(target, { force: true });
    return broken(trouble ?? `jest left no report (exit ${code}); no test is known to have run`);
  }
  counts.passed = seen.numPassedTests;
  // A file that does not load has no tests that could fail, so it counts as one.
  counts.failed = seen.numFailedTests + seen.numRuntimeErrorTestSuites;
  counts.skipped = seen.numPendingTests + seen.numTodoTests;
  if (trouble !== undefined) return broken(trouble);
  if (seen.wasInterrupted) return broken('the run was interrupted');
  if (counts.passed + counts.failed === 0) return broken('no test ran');
  if (code !== 0 && counts.failed === 0) return broken(`jest ended with exit ${code} although no test failed`);
  return counts;
}
