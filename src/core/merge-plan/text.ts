import { standingText } from '../board/standing.ts';
import { printable } from '../text.ts';
import type { Hotspot } from './hotspots.ts';
import { cycleText } from './order.ts';
import type { Block, MergePlan, PlanEntry } from './plan.ts';

/** Columns that a terminal has. */
const WIDTH = 80;
/** So many groups of hotspots, problems and paths of a group are written out. */
const GROUPS = 12;
const PATHS = 4;

/**
 * A plan as lines of at most 80 columns, long names aside. `command` writes how to merge a pull request; without it there is no host,
 * and nothing is said of pull requests.
 */
export function planText(
  where: string,
  plan: MergePlan,
  command?: (pull: { readonly number: number; readonly head: string }) => string,
): string[] {
  const { entries, hotspots, problems } = plan;
  if (entries.length === 0) return [`${where}: no open contract`];
  const ready = entries.filter((entry) => entry.ready);
  const open = `${entries.length} open ${entries.length === 1 ? 'contract' : 'contracts'}`;
  const offline = command === undefined;
  const now = offline
    ? 'in the order of their merges'
    : `${ready.length === 0 ? 'none' : ready.length} can be merged now`;
  const lines = [`${where}: ${open}, ${now}`, ''];
  const [place, id] = [String(entries.length).length, Math.max(...entries.map((entry) => entry.id.length))];
  for (const entry of entries) {
    const head = `${String(entry.position ?? '-').padStart(place)}  ${entry.id.padEnd(id)}  `;
    lines.push(`${head}${entry.slug}${offline ? '' : `  ${pullText(entry)}`}`.trimEnd());
    for (const block of entry.blockedBy) lines.push(...wrap(blockText(block, offline), head.length));
  }
  if (hotspots.length > 0)
    lines.push('', 'hotspots, one pull request after the other', ...hotspotLines(hotspots, entries));
  if (problems.length > 0) {
    lines.push('', `${problems.length === 1 ? 'a person has' : 'people have'} to mend`);
    for (const { message, fix } of problems.slice(0, GROUPS)) lines.push(...wrap(`${message}. ${capital(fix)}.`, 2));
    if (problems.length > GROUPS) lines.push(`  and ${problems.length - GROUPS} more: see --json`);
  }
  if (command !== undefined && ready.length > 0) {
    lines.push('', 'next', ...ready.map(({ pull }) => `  ${command(pull!)}`));
  }
  return lines;
}

/** Why an item cannot be merged now, as half a sentence. */
export function blockText(block: Block, offline = false): string {
  switch (block.by) {
    case 'cycle':
      return `waits for itself: ${cycleText(block.cycle)}`;
    case 'unknown':
      return `waits for ${printable(block.id, 40)}, which no contract has as its id`;
    case 'closed':
      return `waits for ${block.id} (${block.at}), which was closed and not merged`;
    case 'dependency':
      if (offline) return `waits for ${block.id} (${block.at})`;
      return `waits for ${block.id} (${block.at}), ${block.pull === undefined ? 'which has no pull request yet' : `pull request #${block.pull}`}`;
    case 'last':
      return `comes last: waits for ${some(block.ids, 8)}`;
    case 'hotspot':
      return `goes after ${block.id} (#${block.pull}): they share ${some(block.paths.map(path), PATHS)}${ownersText(block.owners)}`;
    case 'changed':
      return 'was changed after it was approved';
    case 'pulls':
      return `has more than one pull request: ${block.numbers.map((number) => `#${number}`).join(', ')}`;
    case 'duplicate':
      return `shares its issue id: ${block.at.join(', ')}`;
    case 'gates':
      return `waits for its gates: ${some(
        block.gates.map((gate) => standingText(gate, block.head)),
        4,
      )}`;
  }
}

function pullText({ pull, ready, blockedBy }: PlanEntry): string {
  if (pull === undefined) return blockedBy.some(({ by }) => by === 'pulls') ? '' : 'no pull request';
  return `#${pull.number}${pull.draft ? ' draft' : ready ? ' ready' : ''}`;
}

/** Places that the same items share are told together. */
function hotspotLines(hotspots: readonly Hotspot[], entries: readonly PlanEntry[]): string[] {
  const pulls = new Map(entries.map(({ id, pull }) => [id, pull?.number]));
  const groups = new Map<string, Hotspot[]>();
  for (const hotspot of hotspots) {
    const key = JSON.stringify([hotspot.items, hotspot.owners]);
    groups.set(key, [...(groups.get(key) ?? []), hotspot]);
  }
  const lines = [...groups.values()].slice(0, GROUPS).flatMap((group) => {
    const { items, owners } = group[0]!;
    const line = items.map((id) => (pulls.get(id) === undefined ? id : `${id} (#${pulls.get(id)})`));
    const paths = some(
      group.map((hotspot) => path(hotspot.path)),
      PATHS,
    );
    return wrap(`${paths}: ${some(line, 8, ', then ')}${ownersText(owners)}`, 2);
  });
  return groups.size > GROUPS ? [...lines, `  and ${groups.size - GROUPS} more: see --json`] : lines;
}

function ownersText(owners: readonly string[]): string {
  return owners.length === 0 ? '' : `; ${owners.length === 1 ? 'owner' : 'owners'} ${some(owners, 6)}`;
}

const path = (text: string): string => printable(text, 120);

function some(list: readonly string[], most: number, between = ', '): string {
  if (list.length <= most) return list.join(between);
  return `${list.slice(0, most - 1).join(between)} and ${list.length - most + 1} more`;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** Lines that begin at a column and end before the 80th; a word that is too long stands alone. */
export function wrap(text: string, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one) => `${' '.repeat(indent)}${one}`);
}
