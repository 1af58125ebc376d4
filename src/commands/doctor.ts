import { SETUP_FILE } from '../core/setup.ts';
import { ENGINE_NAMES } from '../runtime/engine/engines.ts';
import { topOfRepository } from '../runtime/git/top.ts';
import { diagnoseRepository, type Finding } from './doctor/diagnose.ts';
import { observeLocal } from './doctor/observe-local.ts';
import { observeRemote } from './doctor/observe-remote.ts';
import type { Known, RemoteObserved } from './doctor/observed.ts';
import { doctorLines } from './doctor/report.ts';
import { GitHubRest } from './github-rest.ts';
import type { HostFlags } from './host.ts';
import { knownHost, nameForGh } from './known-host.ts';
import { pinsOfClone } from './pins.ts';

export interface DoctorOptions extends HostFlags {
  readonly dir: string;
}

/** Looks at a repository here and on GitHub, and says what is missing and how it is repaired. It changes nothing. */
export async function doctorCommand(
  root: string,
  options: DoctorOptions,
): Promise<{ ok: boolean; top: string; repo: string | undefined; findings: Finding[]; lines: string[] }> {
  const top = await topOfRepository(options.dir);
  const local = await observeLocal(top, pinsOfClone(root));
  const host = await knownHost(options, top);
  const repo = host.target === undefined ? undefined : nameForGh(host.target);
  const paths = [SETUP_FILE, ...local.files.map(({ path }) => path)];
  const remote = async (): Promise<Known<RemoteObserved>> => {
    if (host.target === undefined || repo === undefined) return { unknown: host.why };
    if (host.token === undefined)
      return { unknown: 'GITHUB_TOKEN and GH_TOKEN are not set: export GITHUB_TOKEN="$(gh auth token)"' };
    if (local.config.state !== 'ok') return { unknown: `${SETUP_FILE} says what to look for, and it cannot be read` };
    const rest = new GitHubRest({ ...host.target, token: host.token });
    return await observeRemote(rest, { repo, top, setup: local.config.setup, paths });
  };
  const findings = diagnoseRepository({ local, remote: await remote(), engines: ENGINE_NAMES });
  const setup =
    local.config.state === 'ok' ? `: flow ${local.config.setup.flow}, profile ${local.config.setup.profile}` : '';
  return {
    ok: findings.every(({ health }) => health !== 'fail'),
    top,
    repo,
    findings,
    lines: doctorLines(`${top}${repo === undefined ? '' : ` (${repo})`}${setup}`, findings, process.stdout.columns),
  };
}
