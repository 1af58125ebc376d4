import { wrapWords } from '../wrap-words.ts';
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

/** Characters before the name of a check. */
const MARK = '  unknown  '.length;

/** Characters that a reason gets at least, however narrow the terminal is. */
const LEAST_ROOM = 30;

/** What a person sees of doctor, line by line, in lines of `columns` characters; a command stays on one line, to be copied. Pure. */
export function doctorLines(head: string, findings: readonly Finding[], columns = Infinity): string[] {
  const lines = [head];
  const width = Math.max(...findings.map(({ check }) => check.length));
  const margin = ' '.repeat(MARK + width + 2);
  const inLines = (text: string, before: string): string[] =>
    wrapWords(text, Math.max(LEAST_ROOM, columns - before.length)).map(
      (line, at) => (at === 0 ? before : ' '.repeat(before.length)) + line,
    );
  for (const group of GROUPS) {
    const rows = findings.filter((finding) => finding.group === group);
    if (rows.length === 0) continue;
    lines.push('', TITLES[group]);
    // One reason for all, said once.
    const [first] = rows;
    if (rows.length > 3 && rows.every(({ health, why }) => health === 'unknown' && why === first!.why)) {
      lines.push(
        ...inLines(rows.map(({ check }) => check).join(', '), '  unknown  '),
        ...inLines(first!.why, ' '.repeat(MARK)),
      );
      continue;
    }
    for (const { check, health, why, fix } of rows) {
      lines.push(...inLines(why, `  ${health.padEnd(7)}  ${check.padEnd(width)}  `));
      if (fix === undefined) continue;
      // A command is not broken; one that would be, begins at the left.
      const command = `${COMMAND.test(fix) ? '$' : '→'} ${fix}`;
      const inward = margin.length + command.length <= columns ? margin : ' '.repeat(MARK);
      lines.push(...(COMMAND.test(fix) ? [`${inward}${command}`] : inLines(command, margin)));
    }
  }
  // What nobody needs is not counted as missing.
  const counting = findings.filter(({ group }) => group !== 'extras');
  const counted = (['fail', 'warn', 'unknown', 'ok'] satisfies Health[])
    .map((health) => [counting.filter((finding) => finding.health === health).length, health] as const)
    .filter(([count]) => count > 0)
    .map(([count, health]) => `${count} ${health}`);
  return [...lines, '', counted.join(', ')];
}
