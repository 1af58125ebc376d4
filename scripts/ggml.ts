// Installs the pinned binaries of llama.cpp below build/, builds the program that calls them, and prints its path; where that cannot be done, says
// why and exits 1. Tests compare our formats and products with them, and `npm run bench:kernels` our speed.
//   npx tsx scripts/ggml.ts
import { installGgml } from './ggml-program.ts';

const installed = installGgml();
if ('problem' in installed) {
  process.stderr.write(`${installed.problem}\n`);
  process.exitCode = 1;
} else process.stdout.write(`${installed.program}\n`);
