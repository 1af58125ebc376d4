import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { FlowError } from '../core/errors.ts';
import { HOME_REPOSITORY } from '../core/published.ts';
import { isUnreleased, parsePins, pinOf, type Pin, type Pins } from '../generator/pins.ts';

const PINS_FILE = 'workflows-templates/pins/pins.yml';

/**
 * The pins that a workflow is generated with. A commit cannot hold its own sha, so the pin file has a placeholder for the home
 * repository; a clone that stands at a release knows the sha, and then it is that.
 */
export function pinsOfClone(root: string): Pins {
  if (!existsSync(join(root, PINS_FILE))) {
    throw new FlowError('not-found', `${PINS_FILE} is not there`, {
      at: PINS_FILE,
      fix: `run in a clone of bitnet-flow, not in ${root}`,
    });
  }
  const pins = parsePins(readFileSync(join(root, PINS_FILE), 'utf8'), PINS_FILE);
  if (!isUnreleased(pinOf(pins, HOME_REPOSITORY))) return pins;
  const release = releaseOf(root);
  return release === undefined ? pins : new Map([...pins, [HOME_REPOSITORY, release]]);
}

/** The release that a clone is: HEAD is the commit of the tag of its version, and no file differs from it. */
export function releaseOf(root: string): Pin | undefined {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  try {
    // A package below somebody's repository is no clone: the commit there is not ours.
    if (git(root, 'rev-parse', '--show-toplevel') !== realpathSync(root)) return undefined;
    const sha = git(root, 'rev-parse', '--verify', 'HEAD^{commit}');
    if (git(root, 'rev-parse', '--verify', `refs/tags/v${version}^{commit}`) !== sha) return undefined;
    const changed = git(root, 'status', '--porcelain', '--untracked-files=no');
    return changed === '' ? { sha, version: `v${version}` } : undefined;
  } catch {
    // No git, no clone, or no such tag: nothing says that this is a release.
    return undefined;
  }
}

function git(root: string, ...args: string[]): string {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  return execFileSync('git', ['-C', root, ...args], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();
}
