import type { Fold } from '../../core/fold.ts';
import type { Hop } from '../../core/hop.ts';
import { flowState } from '../../core/ledger/render.ts';
import { LABELS, labelsFor, sameLabels } from '../../flow/labels.ts';
import { progressMarker, renderProgress } from '../../flow/progress-comment.ts';
import type { GitHubHost, Subject } from '../github.ts';
import { onceOnly } from './once-only.ts';
import type { WriteWorld } from './write-world.ts';

/** The agent's own progress comment: each agent edits its latest. */
export async function writeProgress(hop: Hop, text: string, subject: Subject, world: WriteWorld): Promise<void> {
  const marker = progressMarker(hop.flow, hop.subject, hop.agent);
  const body = renderProgress(hop.flow, hop.subject, hop.agent, text);
  const known = [...subject.comments].reverse().find((comment) => comment.own && comment.body.startsWith(marker));
  if (known === undefined) await createComment(hop, hop.subject, body, world);
  else if (known.body !== body) await world.host.updateComment(known.id, body);
}

/** A comment that is made once, whatever becomes of the answer. */
export async function createComment(
  hop: Hop,
  number: number,
  body: string,
  { host, pause }: WriteWorld,
): Promise<{ id: number; url: string }> {
  const look = async () => {
    const { comments } = await host.readSubject(hop.subject, hop.branch);
    const made = comments.find((comment) => comment.own && comment.number === number && comment.body === body);
    return made === undefined ? undefined : { id: made.id, url: '' };
  };
  return await onceOnly(() => host.createComment(number, body), look, pause);
}

/** Labels change only when the state does; a missing label is created first, with its colour and meaning. */
export async function writeLabels(
  hop: Hop,
  state: Fold,
  subject: Subject,
  pr: number | undefined,
  host: GitHubHost,
): Promise<void> {
  const wanted = labelsFor(subject.issue!.labels, hop.flow, flowState(state));
  const targets: [number, string[]][] = [];
  if (!sameLabels(subject.issue!.labels, wanted)) targets.push([hop.subject, wanted]);
  const onPr = subject.pr?.labels ?? [];
  if (pr !== undefined) {
    const labels = labelsFor(onPr, hop.flow, flowState(state));
    if (!sameLabels(onPr, labels)) targets.push([pr, labels]);
  }
  if (targets.length === 0) return;
  const existing = hop.seq === 1 ? await host.listLabels() : undefined;
  for (const [name, { color, description }] of Object.entries(LABELS)) {
    if (existing !== undefined && !existing.includes(name)) await host.createLabel(name, color, description);
  }
  for (const [number, labels] of targets) await host.setLabels(number, labels);
}
