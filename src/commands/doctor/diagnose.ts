import { EXTRA_CHECKS, GATE_CHECKS, LOCAL_CHECKS, type Check } from './local-checks.ts';
import { APPROVAL, REMOTE_CHECKS } from './remote-checks.ts';
import type { Health, Observed, Verdict } from './observed.ts';

export const GROUPS = ['here', 'gates', 'github', 'extras'] as const;
export type Group = (typeof GROUPS)[number];

/** One line of the table. */
export interface Finding {
  readonly group: Group;
  readonly check: string;
  readonly health: Health;
  readonly why: string;
  /** The command that repairs it. */
  readonly fix?: string;
}

/** What is right with a repository and what is not. Pure: the same observation gives the same findings. */
export function diagnoseRepository({ local, remote, engines }: Observed): Finding[] {
  const here = [
    ...LOCAL_CHECKS.flatMap((check) => findings('here', check, local)),
    ...GATE_CHECKS.flatMap((check) => findings('gates', check, local)),
  ];
  const extras = EXTRA_CHECKS.flatMap((check) => findings('extras', check, local));
  // Who has no tiers is not told about them.
  const tiers = local.config.state === 'ok' && local.config.setup.tiers !== undefined;
  const checks = REMOTE_CHECKS.filter(({ name }) => tiers || name !== APPROVAL);
  if ('unknown' in remote) {
    const unread = checks.map(({ name }): Finding => ({
      group: 'github',
      check: name,
      health: 'unknown',
      why: remote.unknown,
    }));
    return [...here, ...unread, ...extras];
  }
  if (local.config.state !== 'ok') {
    const why = 'the config file says what to look for, and it cannot be read';
    const unread = checks.map(({ name }): Finding => ({ group: 'github', check: name, health: 'unknown', why }));
    return [...here, ...unread, ...extras];
  }
  const seen = { remote: remote.known, setup: local.config.setup, tools: local.tools, others: local.others, engines };
  return [...here, ...checks.flatMap((check) => findings('github', check, seen)), ...extras];
}

function findings<T>(group: Group, { name, look }: Check<T>, seen: T): Finding[] {
  const result = look(seen);
  const verdicts: readonly (Verdict & { of?: string })[] = 'health' in result ? [result] : result;
  return verdicts.map(({ of, health, why, fix }) => ({
    group,
    check: [name, of].filter((part) => part !== undefined && part !== '').join(' '),
    health,
    why,
    ...(fix === undefined ? {} : { fix }),
  }));
}
