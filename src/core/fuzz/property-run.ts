import type { CommandResult } from '../gate.ts';

/** What proptest says of each case with `PROPTEST_VERBOSE=2`. */
const PROPTEST = /^proptest: Test case passed$/gm;
/** What a test says of its own cases: a line of its output, or a diagnostic of TAP. */
const SAID = /^(?: {0,16}# |\s{0,16})cases: ([1-9]\d{0,8})$/gm;

/** How many random inputs the tests of a run were given, by what proptest or the tests printed. */
export function randomisedCases(commands: readonly CommandResult[]): number {
  return commands.reduce((sum, { stdout }) => {
    const said = [...stdout.matchAll(SAID)].reduce((n, [, cases]) => n + Number(cases), 0);
    return sum + said + (stdout.match(PROPTEST)?.length ?? 0);
  }, 0);
}
