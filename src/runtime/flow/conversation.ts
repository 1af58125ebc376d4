import type { Fold } from '../../core/fold.ts';
import type { Hop } from '../../core/hop.ts';
import { flowState } from '../../core/ledger/render.ts';
import { LABELS, labelChanges } from '../../flow/labels.ts';
import { progressMarker, renderProgress } from '../../flow/progress-comment.ts';
import type { Subject } from '../github/host.ts';
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
  hop: Pick<Hop, 'subject' | 'branch'>,
  number: number,
  body: string,
  world: WriteWorld,
): Promise<{ id: number; url: string }> {
  const look = async () => {
    const { comments } = await world.host.readSubject(hop.subject, hop.branch);
    const made = comments.find((comment) => comment.own && comment.number === number && comment.body === body);
    return made === undefined ? undefined : { id: made.id, url: '' };
  };
  return await onceOnly(() => world.host.createComment(number, body), look, world);
}

/**
 * Labels follow the state. While the flow goes on a hop has one content write to spare, so it makes one missing label (with its
 * colour and meaning) or labels one of issue and PR, and the next hop does the next; at an end all of it is done at once.
 */
export async function writeLabels(
  hop: Hop,
  state: Fold,
  subject: Subject,
  pr: number | undefined,
  world: WriteWorld,
  spare: number,
): Promise<void> {
  const { host } = world;
  const now = flowState(state);
  const writes: (() => Promise<void>)[] = [];
  for (const [name, { color, description }] of Object.entries(LABELS)) {
    if (!subject.labels.includes(name)) writes.push(() => host.createLabel(name, color, description));
  }
  const targets: [number, readonly string[]][] = [[hop.subject, subject.issue!.labels]];
  if (pr !== undefined) targets.push([pr, subject.pr?.labels ?? []]);
  for (const [number, current] of targets) {
    const { add, remove } = labelChanges(current, hop.flow, now, hop.contract?.risk === 'hot');
    if (add.length > 0) writes.push(() => addLabels(hop, number, add, world));
    for (const label of remove) writes.push(() => host.removeLabel(number, label));
  }
  for (const write of now === 'in-progress' ? writes.slice(0, spare) : writes) await write();
}

async function addLabels(hop: Hop, number: number, labels: readonly string[], world: WriteWorld): Promise<void> {
  const add = async (): Promise<true> => {
    await world.host.addLabels(number, labels);
    return true;
  };
  const look = async (): Promise<true | undefined> => {
    const { issue, pr } = await world.host.readSubject(hop.subject, hop.branch);
    const there = (number === hop.subject ? issue : pr)?.labels ?? [];
    return labels.every((label) => there.includes(label)) ? true : undefined;
  };
  await onceOnly(add, look, world);
}
