import type { Annotation } from '../gate.ts';

/** Something that hygiene says of a branch. */
export interface HygieneFinding {
  readonly rule: RuleId;
  /** `notice` is for what the issue allows. */
  readonly level: Annotation['annotation_level'];
  /** Empty for a finding about a commit. */
  readonly path: string;
  readonly line: number;
  readonly message: string;
  /** What an `Allow:` line of the issue may call it, beside `<rule>:<path>`. */
  readonly names: readonly string[];
  /** The new value, where an exception has to name it, too. */
  readonly value?: number;
}

/** Every rule with what it says. A rule of level `failure` fails the gate, unless the profile or the issue says otherwise. */
export const RULES = {
  'conflict-marker': 'A merge was not finished.',
  'debug-leftover': 'A debugging aid was left in the code.',
  'unfinished-code': 'Code that is still to be written.',
  'print-in-library': 'A library prints.',
  'commit-prefix': 'A commit does not begin with a known prefix.',
  'unread-diff': 'A part of the change could not be read.',
  symlink: 'A symbolic link or a submodule was added.',
  executable: 'A file without an interpreter line was made executable.',
  'large-file': 'A file is larger than the limit.',
  'loosened-bound': 'A tolerance was raised or a limit lowered.',
  'changed-bound': 'A limit was changed, which may loosen something.',
  'skipped-test': 'A test was switched off.',
  'focused-test': 'One test was singled out, which switches the others off.',
  'deleted-test': 'A test was deleted.',
  'renamed-test': 'A test went and another came.',
  'early-return': 'A test ends before its assertions.',
  'hollow-assertion': 'An assertion that cannot fail, or one turned into a comment.',
  'fewer-assertions': 'A test file has fewer assertions than before.',
  'muted-file': 'A whole file was taken out of the sight of a judge.',
  'muted-line': 'A line was taken out of the sight of a judge.',
  'judge-settings': 'The settings of a judge were changed.',
} as const;
export type RuleId = keyof typeof RULES;

/** Rules that only warn: what they see is often right, and a person should look. */
export const WARNINGS: ReadonlySet<RuleId> = new Set<RuleId>([
  'print-in-library',
  'changed-bound',
  'renamed-test',
  'fewer-assertions',
  'muted-line',
  'judge-settings',
]);

export function levelOf(rule: RuleId): 'failure' | 'warning' {
  return WARNINGS.has(rule) ? 'warning' : 'failure';
}
