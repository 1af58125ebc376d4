import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { HOME_REPOSITORY, MIRROR_OWNER } from '../../src/core/published.ts';
import { attest, subjectsOf } from './attest.ts';
import { ReleaseError, type RefUpdate } from './git.ts';
import { mustBeReleasable, openHome, planHome, tagHome, type Home } from './home.ts';
import { planMirrors, pushMirrors, withMirrors } from './mirrors.ts';
import type { TagChange } from './tags.ts';
import type { Version } from './version.ts';

/** What a step writes to and pushes with. */
export interface World {
  readonly print: (line: string) => void;
  readonly token: string | undefined;
}

interface Work extends World {
  readonly home: Home;
  readonly version: Version;
  /** Address of a mirror, with `{name}` for the name of its action. */
  readonly mirror: string;
  readonly only: readonly string[] | undefined;
  readonly dryRun: boolean;
}

/** A step gives whether all is well; only a dry run can end with false, for otherwise trouble is thrown. */
type Step = (work: Work) => Promise<boolean>;

const STEPS: Readonly<Record<string, Step>> = {
  check: ({ home, version, print }) => {
    print(`${version.text} can be released from ${home.head}`);
    return Promise.resolve(true);
  },
  attest: signAll,
  tag: async ({ home, version, print, dryRun }) => {
    const { changes } = planHome(home, version);
    print(`${home.remote.url}: ${changes.length === 0 ? 'unchanged' : changes.map(describeTag).join(', ')}`);
    if (!dryRun) await tagHome(home, version);
    return true;
  },
  mirrors: publishAll,
};

/** Runs one step of a release from its command line. Throws a ReleaseError for what a person has to mend. */
export async function runStep(argv: readonly string[], world: World): Promise<{ ok: boolean }> {
  const { values, positionals } = parse(argv);
  const step = positionals.length === 1 ? STEPS[positionals[0]!] : undefined;
  if (step === undefined) throw new ReleaseError(`say which step: ${Object.keys(STEPS).join(', ')}`);
  if (values.version === undefined) throw new ReleaseError('give --version, for instance --version 1.0.0');
  const home = await openHome(resolve(values.root), { url: values.home, token: world.token });
  const version = await mustBeReleasable(home, values.version);
  const { mirror, only, 'dry-run': dryRun } = values;
  const ok = await step({ ...world, home, version, mirror, only, dryRun });
  if (dryRun) world.print('dry run: nothing was pushed or signed');
  return { ok };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        version: { type: 'string' },
        root: { type: 'string', default: fileURLToPath(new URL('../..', import.meta.url)) },
        home: { type: 'string', default: `https://github.com/${HOME_REPOSITORY}.git` },
        mirror: { type: 'string', default: `https://github.com/${MIRROR_OWNER}/{name}.git` },
        only: { type: 'string', multiple: true },
        'dry-run': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new ReleaseError((error as Error).message.replaceAll('\n', ' '));
  }
}

async function signAll({ home, print, token, dryRun }: Work): Promise<boolean> {
  return await withMirrors(home.root, undefined, async ({ folder }) => {
    const subjects = subjectsOf(readFileSync(join(folder, 'SHA256SUMS'), 'utf8'), home.root);
    for (const { name, digest } of subjects) print(`${digest.sha256}  ${name}`);
    if (dryRun) return true;
    if (token === undefined)
      throw new ReleaseError('RELEASE_TOKEN is not set: give the token that the attestation is stored with');
    print(`attested: ${await attest(home.root, subjects, token)}`);
    return true;
  });
}

async function publishAll({ home, version, mirror, token, only, print, dryRun }: Work): Promise<boolean> {
  const tagged = home.state.tags.get(`v${version.text}`)?.commit === home.head;
  if (!tagged && !dryRun)
    throw new ReleaseError(`v${version.text} of ${home.remote.url} is not there yet: run the step tag first`);
  return await withMirrors(home.root, only, async (assembled) => {
    const plans = await planMirrors(assembled, home, version, { address: mirror, token });
    for (const { name, updates, refusal } of plans)
      print(`${name}: ${refusal ?? (updates.length === 0 ? 'unchanged' : updates.map(describeRef).join(', '))}`);
    if (!dryRun) await pushMirrors(assembled.place, plans, print);
    return plans.every(({ refusal }) => refusal === undefined);
  });
}

const describeTag = ({ tag, from, commit }: TagChange): string =>
  `${from === undefined ? 'create' : 'move'} ${tag} at ${commit.slice(0, 12)}`;

const describeRef = ({ ref, from, to }: RefUpdate): string =>
  `${from === undefined ? 'create' : 'move'} ${ref.replace(/^refs\/(heads|tags)\//, '')} (${to.slice(0, 12)})`;
