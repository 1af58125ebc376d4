// The steps of a release, each by itself; .github/workflows/release.yml runs them in this order, and so can a person.
//   npx tsx scripts/release/cli.ts check    --version X          says what stands against releasing this clone as X
//   npx tsx scripts/release/cli.ts attest   --version X          signs where the bundles and mirrors come from
//   npx tsx scripts/release/cli.ts tag      --version X          makes vX and moves v1
//   npx tsx scripts/release/cli.ts mirrors  --version X [--only NAME]…   publishes the mirrors
// With --dry-run a step says what it would do. A step that is done already changes nothing. RELEASE_TOKEN is what it pushes with.
import { FlowError } from '../../src/core/errors.ts';
import { ReleaseError } from './git.ts';
import { runStep } from './steps.ts';

try {
  const { ok } = await runStep(process.argv.slice(2), {
    print: (line) => void process.stdout.write(`${line}\n`),
    token: process.env['RELEASE_TOKEN'] || undefined,
  });
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  if (!(error instanceof ReleaseError || error instanceof FlowError)) throw error;
  const message = error instanceof FlowError ? error.toLine() : error.message;
  for (const line of message.split('\n')) process.stderr.write(`refused: ${line}\n`);
  process.exitCode = 1;
}
