// Says what `npm run build:cuda` built: outputs `sha256` and `sources` for the jobs that follow, and a job summary for the person who trusts it.
//   node scripts/cuda-build-outputs.mjs [FOLDER]   exits 1 when the program is not there or its digest file is not about it
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROGRAM = 'bitnet-flow-cuda';
const folder = process.argv[2] ?? fileURLToPath(new URL('../build/cuda', import.meta.url));
const { GITHUB_OUTPUT, GITHUB_STEP_SUMMARY, GITHUB_REPOSITORY = 'OWNER/REPO', GITHUB_RUN_ID = 'RUN' } = process.env;

try {
  const bytes = readFileSync(join(folder, PROGRAM));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const beside = readFileSync(join(folder, `${PROGRAM}.sha256`), 'utf8');
  if (beside !== `${sha256}  ${PROGRAM}\n`)
    throw new Error(`the program has sha256 ${sha256}, ${PROGRAM}.sha256 says ${JSON.stringify(beside.slice(0, 120))}`);
  const print = fileURLToPath(new URL('cuda-sources.mjs', import.meta.url));
  const sources = execFileSync(process.execPath, [print, '--print'], { encoding: 'utf8' }).trim();
  process.stdout.write(`${PROGRAM}: ${bytes.length} bytes\nsha256  ${sha256}\nsources ${sources}\n`);
  if (GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, `sha256=${sha256}\nsources=${sources}\n`);
  if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, summary(bytes.length, sha256, sources));
} catch (error) {
  process.stderr.write(`::error::${error.message.replaceAll('\n', ' ')}\n`);
  process.exitCode = 1;
}

function summary(size, sha256, sources) {
  const signer = `${GITHUB_REPOSITORY}/.github/workflows/build-cuda.yml`;
  return `### CUDA program

| | |
|---|---|
| size | ${size} bytes |
| sha256 | \`${sha256}\` |
| sources | \`${sources}\` |

Compiled, not executed: this runner has no GPU. To let a repository's GPU runners use it, check who built it, and say so:

\`\`\`sh
gh run download ${GITHUB_RUN_ID} --repo ${GITHUB_REPOSITORY} --name ${PROGRAM}
gh attestation verify ${PROGRAM} --repo ${GITHUB_REPOSITORY} --signer-workflow ${signer}
gh variable set BITNET_FLOW_CUDA_RUN --body ${GITHUB_RUN_ID}
gh variable set BITNET_FLOW_CUDA_SHA256 --body "$(sha256sum ${PROGRAM} | cut -d ' ' -f 1)"
\`\`\`
`;
}
