import type { Finding } from './finding.ts';
import { baseName } from './nothing.ts';

interface Look {
  readonly tools: readonly string[];
  readonly args: readonly string[];
}

/** Arguments that make a runner of tests or a build list its work instead of doing it. */
const LISTING: readonly Look[] = [
  { tools: ['pytest', 'py.test'], args: ['--collect-only', '--co', '--fixtures', '--setup-plan', '-h', '-V'] },
  { tools: ['cargo'], args: ['--no-run', '--list', '-h', '-V'] },
  { tools: ['ctest'], args: ['-N', '--show-only'] },
  { tools: ['jest', 'vitest'], args: ['--listTests', '--passWithNoTests', '--showConfig'] },
  { tools: ['nox', 'tox'], args: ['--list', '--listenvs'] },
  { tools: ['mocha'], args: ['--dry-run'] },
  { tools: ['go'], args: ['-n', '-list'] },
  { tools: ['npm', 'pnpm', 'yarn'], args: ['--if-present', '--dry-run'] },
  { tools: ['make', 'ninja'], args: ['-n', '--dry-run', '--just-print', '--question', '-q'] },
  { tools: ['bash', 'sh'], args: ['-n'] },
];
/** Arguments that make a tool end with 0 whatever it finds. */
const FORGIVING: readonly Look[] = [
  { tools: ['make'], args: ['-i', '--ignore-errors'] },
  { tools: ['ruff', 'flake8', 'pylint', 'bandit'], args: ['--exit-zero'] },
  { tools: ['golangci-lint'], args: ['--issues-exit-code=0'] },
];
const EVERYWHERE: readonly string[] = ['--help', '--version'];

/** Does a command only list its work, or end with 0 whatever it finds? */
export function listsOnly(words: readonly string[]): Pick<Finding, 'code' | 'severity' | 'message' | 'fix'>[] {
  const shown = JSON.stringify(words.join(' ').slice(0, 60));
  const listing = argumentOf(words, LISTING, EVERYWHERE);
  if (listing !== undefined)
    return [
      {
        code: 'lists-only',
        severity: 'warning',
        message: `${listing} makes ${shown} pass without running anything`,
        fix: `take ${listing} away, if the gate is to prove that something ran`,
      },
    ];
  const forgiving = argumentOf(words, FORGIVING, []);
  if (forgiving === undefined) return [];
  return [
    {
      code: 'swallowed-exit',
      severity: 'warning',
      message: `${forgiving} makes ${shown} pass whatever it finds`,
      fix: `take ${forgiving} away: a gate must be able to fail`,
    },
  ];
}

/** The first such argument behind the name of one of the tools. */
function argumentOf(words: readonly string[], looks: readonly Look[], always: readonly string[]): string | undefined {
  for (const { tools, args } of looks) {
    const at = words.findIndex((word) => tools.includes(baseName(word)));
    if (at < 0) continue;
    const all = [...args, ...always];
    return words.slice(at + 1).find((word) => all.some((arg) => word === arg || word.startsWith(`${arg}=`)));
  }
  return undefined;
}
