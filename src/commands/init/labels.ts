import { LABELS } from '../../flow/labels.ts';
import type { GitHubRest } from '../github-rest.ts';

export interface LabelReport {
  readonly name: string;
  readonly state: 'unchanged' | 'create';
}

/** What came of the labels: made or found on GitHub, or the commands for a person, with the reason. */
export type LabelsOutcome =
  | { readonly done: true; readonly labels: readonly LabelReport[] }
  | { readonly done: false; readonly why: string; readonly failed: boolean; readonly commands: readonly string[] };

/** The command that makes a label, or gives it its colour. */
export function labelCommand(name: string, repo: string | undefined): string {
  const { color = '', description = '' } = LABELS[name] ?? {};
  const where = repo === undefined ? '' : ` --repo ${repo}`;
  return `gh label create '${name}' --color ${color} --description '${description}' --force${where}`;
}

/** Makes the labels that are missing; with `dryRun` it only looks. */
export async function makeLabels(rest: GitHubRest, repo: string, dryRun: boolean): Promise<LabelsOutcome> {
  const failed = (names: readonly string[], status: number, message: string): LabelsOutcome => ({
    done: false,
    failed: true,
    why: status === 0 ? `GitHub does not answer: ${message}` : `GitHub answered ${status} ${message}`.trimEnd(),
    commands: names.map((name) => labelCommand(name, repo)),
  });
  const names = Object.keys(LABELS);
  const present = await rest.list('/labels');
  if (present.status !== 200) return failed(names, present.status, present.message);
  const there = new Set((present.body as { name: string }[]).map(({ name }) => name.toLowerCase()));
  const labels: LabelReport[] = [];
  for (const name of names) {
    const missing = !there.has(name.toLowerCase());
    if (missing && !dryRun) {
      const made = await rest.send('POST', '/labels', { name, ...LABELS[name] });
      // 422: somebody else made it in the meantime.
      if (made.status !== 201 && made.status !== 422) {
        return failed(names.slice(names.indexOf(name)), made.status, made.message);
      }
    }
    labels.push({ name, state: missing ? 'create' : 'unchanged' });
  }
  return { done: true, labels };
}

/** The labels as commands, for a repository or a token that is not known. */
export function labelsByHand(why: string, repo: string | undefined): LabelsOutcome {
  return { done: false, failed: false, why, commands: Object.keys(LABELS).map((name) => labelCommand(name, repo)) };
}
