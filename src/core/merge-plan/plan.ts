import type { GateStanding } from '../board/standing.ts';
import type { OwnerRule } from '../codeowners.ts';
import { nearest } from '../errors.ts';
import { findHotspots, type Hotspot } from './hotspots.ts';
import { compareIds, isFinal, type PlanItem, type PlanPull } from './item.ts';
import { cycleText, orderItems } from './order.ts';

/** Why an item cannot be merged now. */
export type Block =
  /** It waits for itself. */
  | { readonly by: 'cycle'; readonly cycle: readonly string[] }
  /** No contract has this id. */
  | { readonly by: 'unknown'; readonly id: string; readonly nearest: string | undefined }
  /** The contract of this id was closed and nothing of it was merged. */
  | { readonly by: 'closed'; readonly id: string; readonly at: string }
  /** Not merged yet. */
  | { readonly by: 'dependency'; readonly id: string; readonly at: string; readonly pull: number | undefined }
  /** The final validation: these are not merged yet. */
  | { readonly by: 'last'; readonly ids: readonly string[] }
  /** The pull request of an item before it changes or declares the same places. */
  | {
      readonly by: 'hotspot';
      readonly id: string;
      readonly pull: number;
      readonly paths: readonly string[];
      readonly owners: readonly string[];
    }
  /** More than one open pull request. */
  | { readonly by: 'pulls'; readonly numbers: readonly number[] }
  /** Somebody changed it after it was approved. */
  | { readonly by: 'changed' }
  /** Another contract has its id. */
  | { readonly by: 'duplicate'; readonly at: readonly string[] }
  /** Gates that its contract requires did not pass on the head of its pull request. */
  | { readonly by: 'gates'; readonly head: string; readonly gates: readonly GateStanding[] };

/** An open item at its place. */
export interface PlanEntry {
  readonly id: string;
  readonly slug: string;
  readonly at: string;
  /** Place in the order from 1; undefined behind a cycle. */
  readonly position: number | undefined;
  readonly final: boolean;
  readonly pull: Pick<PlanPull, 'number' | 'head' | 'draft'> | undefined;
  readonly blockedBy: readonly Block[];
  /** It has one pull request, which is no draft, and nothing blocks it. */
  readonly ready: boolean;
}

/** What no order can mend: a person has to change a contract. */
export interface PlanProblem {
  readonly code: 'cycle' | 'unknown' | 'closed' | 'duplicate' | 'pulls' | 'changed';
  readonly message: string;
  readonly fix: string;
}

export interface MergePlan {
  /** Open items in merge order, those behind a cycle last. */
  readonly entries: readonly PlanEntry[];
  readonly hotspots: readonly Hotspot[];
  readonly problems: readonly PlanProblem[];
}

/** So many unknown ids are told with the nearest known one, which takes time for each. */
const NEAREST_TOLD = 20;

/** Plans the merges of all contracts of a repository; merged and closed ones answer for what depends on them. Pure. */
export function planMerges(items: readonly PlanItem[], owners: readonly OwnerRule[] = []): MergePlan {
  const problems: PlanProblem[] = [];
  const open = new Map<string, PlanItem>();
  const others = new Map<string, PlanItem>();
  const doubles = new Map<string, string[]>();
  for (const item of items.filter(({ state }) => state === 'open')) {
    const first = open.get(item.id);
    if (first === undefined) open.set(item.id, item);
    else doubles.set(item.id, [...(doubles.get(item.id) ?? [first.at]), item.at]);
  }
  for (const item of items.filter(({ state }) => state !== 'open')) {
    const first = open.get(item.id);
    if (first !== undefined && item.state === 'merged') {
      doubles.set(item.id, [...(doubles.get(item.id) ?? [first.at]), item.at]);
    }
    if (others.get(item.id)?.state !== 'merged') others.set(item.id, item);
  }
  for (const [id, at] of [...doubles].sort(([a], [b]) => compareIds(a, b))) {
    const message = `${at.join(' and ')} have the same issue id ${id}`;
    problems.push({ code: 'duplicate', message, fix: 'give each contract an id of its own' });
  }

  const { order, stuck, cycles } = orderItems([...open.values()]);
  const cycleOf = new Map(cycles.flatMap((cycle) => cycle.map((id) => [id, cycle] as const)));
  for (const cycle of cycles) {
    const message = `depends_on goes in a circle: ${cycleText(cycle)}`;
    problems.push({ code: 'cycle', message, fix: 'take one of these out of the depends_on before it' });
  }
  let told = 0;
  const known = [...open.keys(), ...others.keys()];
  const blockOf = (id: string, own: string): Block | undefined => {
    const before = open.get(id);
    if (before !== undefined) return { by: 'dependency', id, at: before.at, pull: onlyPull(before)?.number };
    const other = others.get(id);
    if (other?.state === 'merged') return undefined;
    if (other !== undefined) return { by: 'closed', id, at: other.at };
    return {
      by: 'unknown',
      id,
      nearest:
        told++ < NEAREST_TOLD
          ? nearestId(
              id,
              known.filter((other) => other !== own),
            )
          : undefined,
    };
  };

  const sequence = [...order, ...stuck].map((id) => open.get(id)!);
  const hard = new Map<string, Block[]>();
  for (const item of sequence) {
    const { id } = item;
    const cycle = cycleOf.get(id);
    const blocks: Block[] = [
      ...(doubles.has(id) ? [{ by: 'duplicate', at: doubles.get(id)! } as const] : []),
      ...(item.changed === true ? [{ by: 'changed' } as const] : []),
      ...(cycle === undefined ? [] : [{ by: 'cycle', cycle } as const]),
      ...[...new Set(item.dependsOn)].sort(compareIds).flatMap((need) => blockOf(need, id) ?? []),
      ...(item.pulls.length < 2 ? [] : [{ by: 'pulls', numbers: numbersOf(item) } as const]),
    ];
    const pull = onlyPull(item);
    const open = (pull?.gates ?? []).filter(({ status }) => status !== 'pass');
    if (open.length > 0) blocks.push({ by: 'gates', head: pull!.head, gates: open });
    const rest = isFinal(item) ? sequence.filter((other) => !isFinal(other)).map((other) => other.id) : [];
    if (rest.length > 0) blocks.push({ by: 'last', ids: rest });
    hard.set(id, blocks);
    problems.push(...blocks.flatMap((block) => problemOf(item, block)));
  }

  const hotspots = findHotspots(sequence, owners);
  const waits = serialise(sequence, hotspots, hard);
  const entries = sequence.map((item, at): PlanEntry => {
    const blockedBy = [...hard.get(item.id)!, ...(waits.get(item.id) ?? [])];
    const found = onlyPull(item);
    const pull = found === undefined ? undefined : { number: found.number, head: found.head, draft: found.draft };
    return {
      id: item.id,
      slug: item.slug,
      at: item.at,
      position: at < order.length ? at + 1 : undefined,
      final: isFinal(item),
      pull,
      blockedBy,
      ready: pull !== undefined && !pull.draft && blockedBy.length === 0,
    };
  });
  return { entries, hotspots, problems };
}

/**
 * Of the pull requests that share a place and could be merged now, each waits for the one before it: the next is judged
 * on top of it. A draft, or one that waits for anything but its gates, holds nobody up.
 */
function serialise(
  sequence: readonly PlanItem[],
  hotspots: readonly Hotspot[],
  hard: ReadonlyMap<string, readonly Block[]>,
): Map<string, Block[]> {
  const able = new Map(
    sequence.flatMap((item) => {
      const pull = onlyPull(item);
      // Gates end at any time: one that waits for them keeps its place, which the guard, who does not look at gates, sees alike.
      const waits = hard.get(item.id)!.some(({ by }) => by !== 'gates');
      return pull === undefined || pull.draft || waits ? [] : [[item.id, pull.number] as const];
    }),
  );
  const found = new Map<string, Map<string, { paths: string[]; owners: Set<string> }>>();
  for (const { path, items, owners } of hotspots) {
    const line = items.filter((id) => able.has(id));
    line.slice(1).forEach((id, at) => {
      const waits = found.get(id) ?? new Map<string, { paths: string[]; owners: Set<string> }>();
      found.set(id, waits);
      const wait = waits.get(line[at]!) ?? { paths: [], owners: new Set() };
      waits.set(line[at]!, wait);
      wait.paths.push(path);
      owners.forEach((owner) => wait.owners.add(owner));
    });
  }
  return new Map(
    [...found].map(([id, waits]) => [
      id,
      [...waits]
        .sort(([a], [b]) => compareIds(a, b))
        .map(([before, { paths, owners }]) => {
          return { by: 'hotspot', id: before, pull: able.get(before)!, paths, owners: [...owners].sort() };
        }),
    ]),
  );
}

function problemOf(item: PlanItem, block: Block): PlanProblem[] {
  const { at, id } = item;
  switch (block.by) {
    case 'unknown': {
      const near = block.nearest === undefined ? '' : `did you mean ${block.nearest}? Else `;
      const fix = `${near}take it out of depends_on, or write its contract`;
      return [
        { code: 'unknown', message: `${id} (${at}) depends on ${block.id}, which no contract has as its id`, fix },
      ];
    }
    case 'closed': {
      const message = `${id} (${at}) depends on ${block.id} (${block.at}), which was closed and not merged`;
      return [{ code: 'closed', message, fix: `reopen ${block.at}, or take ${block.id} out of depends_on` }];
    }
    case 'pulls': {
      const message = `${id} (${at}) has ${block.numbers.length} open pull requests: ${block.numbers.map((number) => `#${number}`).join(', ')}`;
      return [{ code: 'pulls', message, fix: 'close all but one' }];
    }
    case 'changed': {
      const message = `the contract of ${id} (${at}) was changed after it was approved`;
      return [{ code: 'changed', message, fix: 'approve it again with `/flow resume`, or take the change back' }];
    }
    case 'cycle': // told once for all in it
    case 'duplicate': // likewise
    case 'dependency':
    case 'last':
    case 'hotspot':
    case 'gates': // the next run of a gate mends it
      return [];
  }
}

/** The same number with other zeros is what was meant, before anything that looks alike. */
function nearestId(id: string, known: readonly string[]): string | undefined {
  const plain = (text: string): string => text.replace(/^0+(?=\d)/, '');
  return known.find((other) => plain(other) === plain(id)) ?? nearest(id, known);
}

function onlyPull(item: PlanItem): PlanPull | undefined {
  return item.pulls.length === 1 ? item.pulls[0] : undefined;
}

function numbersOf(item: PlanItem): number[] {
  return item.pulls.map(({ number }) => number).sort((a, b) => a - b);
}
