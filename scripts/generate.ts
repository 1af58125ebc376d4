/* Writes the generated files, or compares with --check. The same as `bitnet-flow generate all`, for scripts that build the CLI itself. */
import { fileURLToPath } from 'node:url';
import { formatReport, generateAll } from '../src/generate.ts';

const check = process.argv.includes('--check');
const report = await generateAll({ root: fileURLToPath(new URL('..', import.meta.url)), check });
const lines = formatReport(report);
if (check && lines.length > 0) {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}
