import { GROUPS, type Finding, type Group } from './diagnose.ts';
import type { Health } from './observed.ts';

const TITLES: Readonly<Record<Group, string>> = {
  here: 'Here',
  gates: 'Gates on this machine',
  github: 'On GitHub',
  extras: 'Extras, none of them needed',
};

/** A fix that can be typed as it stands; any other is advice. */
const COMMAND = /^(bitnet-flow|curl|echo|export|gh|git|go|npm|python3|cargo|rustup|sh) /;

/** What a person sees of doctor, line by line. Pure. */
export function doctorLines(head: string, findings: readonly Finding[]): string[] {
  const lines = [head];
  const width = Math.max(...findings.map(({ check }) => check.length));
  for (const group of GROUPS) {
    const rows = findings.filter((finding) => finding.group === group);
    if (rows.length === 0) continue;
    lines.push('', TITLES[group]);
    // One reason for all, said once.
    const [first] = rows;
    if (rows.length > 3 && rows.every(({ health, why }) => health === 'unknown' && why === first!.why)) {
      lines.push(`  unknown  ${rows.map(({ check }) => check).join(', ')}`, `           ${first!.why}`);
      continue;
    }
    for (const { check, health, why, fix } of rows) {
      lines.push(`  ${health.padEnd(7)}  ${check.padEnd(width)}  ${why}`);
      if (fix !== undefined) lines.push(`           ${' '.repeat(width)}  ${COMMAND.test(fix) ? '$' : '→'} ${fix}`);
    }
  }
  const counted = (['fail', 'warn', 'unknown', 'ok'] satisfies Health[])
    .map((health) => [findings.filter((finding) => finding.health === health).length, health] as const)
    .filter(([count]) => count > 0)
    .map(([count, health]) => `${count} ${health}`);
  return [...lines, '', counted.join(', ')];
}
