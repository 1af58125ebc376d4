// Installs the pinned Claude Code below build/ and prints the path of its program; where npm cannot, says why and exits 1.
//   npx tsx scripts/claude-code.ts
import { installedProgram } from '../test/claude-code/program.ts';

const program = await installedProgram();
if ('file' in program) process.stdout.write(`${program.file}\n`);
else {
  process.stderr.write(`${program.problem}\n`);
  process.exitCode = 1;
}
