import type { Setup } from '../../core/setup.ts';
import type { HandItem } from './by-hand.ts';
import type { FileChange } from './files.ts';
import type { LabelsOutcome } from './labels.ts';

/** What init did, or in a dry run would do. */
export interface InitResult {
  readonly ok: boolean;
  readonly top: string;
  readonly dryRun: boolean;
  readonly setup: Setup;
  /** Where the profile comes from. */
  readonly why: string;
  readonly files: readonly Omit<FileChange, 'text'>[];
  readonly labels: LabelsOutcome;
  readonly byHand: readonly HandItem[];
}

/** What a person sees of init, line by line. Pure. */
export function initLines(result: InitResult): string[] {
  const { setup, files, labels, byHand } = result;
  const lines = [
    `${result.top}: flow ${setup.flow}, profile ${setup.profile} (${result.why})${result.dryRun ? '; dry run, nothing is written' : ''}`,
    '',
    ...files.map(({ path, state }) => `  ${state.padEnd(9)}  ${path}`),
  ];
  // Whoever runs it again was told before what is done by hand.
  const settled = files.every(({ state }) => state === 'unchanged');
  const differing = files.filter(({ state }) => state === 'differs');
  if (differing.length > 0) {
    lines.push(
      '',
      'Somebody changed what init had written, so it was left alone. To see how, and then to give the changes up:',
    );
    for (const { path } of differing) lines.push(`  bitnet-flow init --print ${path} | diff ${path} -`);
    lines.push('  bitnet-flow init --force');
  }
  if (labels.done) {
    lines.push('', 'Labels');
    for (const { name, state } of labels.labels) lines.push(`  ${state.padEnd(9)}  ${name}`);
  } else if (!settled || !result.ok) {
    lines.push('', `Labels are not made: ${labels.why}. The flow makes them when it needs them; or by hand:`);
    for (const command of labels.commands) lines.push(`  ${command}`);
  }
  if (settled) {
    return [
      ...lines,
      '',
      'Every file is as init writes it. `bitnet-flow doctor` says what is still missing, here and on GitHub, and the command',
      'that repairs it. An issue starts with',
      `  gh workflow run ${setup.flow}.yml --field subject=NUMBER`,
    ];
  }
  lines.push('', 'What a maintainer switches on by hand');
  byHand.forEach(({ title, why, link, commands }, index) => {
    lines.push(`  ${index + 1}. ${title}. ${why}`);
    if (link !== undefined) lines.push(`     ${link}`);
    for (const command of commands) lines.push(`     $ ${command}`);
  });
  lines.push(
    '',
    'Then `bitnet-flow doctor` says what is still missing, and an issue starts with',
    `  gh workflow run ${setup.flow}.yml --field subject=NUMBER`,
  );
  return lines;
}
