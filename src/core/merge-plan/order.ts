import { compareIds, isFinal, type PlanItem } from './item.ts';

/** An order of items, and what has none. */
export interface Order {
  /** Ids, each behind what it waits for. */
  readonly order: readonly string[];
  /** Ids that are in a cycle or wait for one, lowest first. */
  readonly stuck: readonly string[];
  /** Cycles, each from its lowest id: `['01', '03a']` is `01 -> 03a -> 01`. Breaking all of them may show more. */
  readonly cycles: readonly (readonly string[])[];
}

/**
 * Topological order of `depends_on` over items of distinct ids: independents by id, a final validation behind all others.
 * Dependencies on ids that are not among the items are no edges. Linear in the edges but for a heap of the ids.
 */
export function orderItems(items: readonly PlanItem[]): Order {
  const sorted = [...items].sort((a, b) => compareIds(a.id, b.id));
  const others = sorted.filter((item) => !isFinal(item));
  // Between the others and the final validation stands a node that waits for all of the others.
  const barrier = others.length;
  const nodes: (PlanItem | undefined)[] = [...others, undefined, ...sorted.filter(isFinal)];
  const index = new Map(nodes.map((item, at) => [item?.id, at]));
  const needs = nodes.map((item, at) => {
    if (item === undefined) return others.map((_, other) => other);
    const own = [...new Set(item.dependsOn)].flatMap((id) => index.get(id) ?? []);
    return at > barrier ? [...own, barrier] : own;
  });
  const wantedBy: number[][] = nodes.map(() => []);
  const left = needs.map((list) => list.length);
  needs.forEach((list, at) => list.forEach((need) => wantedBy[need]!.push(at)));

  const ready = new Heap();
  left.forEach((count, at) => count === 0 && ready.push(at));
  const done: number[] = [];
  for (let at = ready.pop(); at !== undefined; at = ready.pop()) {
    done.push(at);
    for (const next of wantedBy[at]!) if (--left[next]! === 0) ready.push(next);
  }
  const placed = new Set(done);
  const rest = nodes.flatMap((_, at) => (placed.has(at) ? [] : [at]));
  const names = (list: readonly number[]): string[] => list.flatMap((at) => nodes[at]?.id ?? []);
  return {
    order: names(done),
    stuck: names(rest).sort(compareIds),
    cycles: cyclesOf(rest, needs, placed).map((cycle) => fromLowest(names(cycle))),
  };
}

/** `01 -> 03a -> 01`: each waits for the one behind the arrow. */
export function cycleText(cycle: readonly string[]): string {
  // A person reads a few of them; the length says the rest.
  const shown = cycle.length <= 12 ? cycle : [...cycle.slice(0, 10), `… ${cycle.length - 10} more …`];
  return [...shown, cycle[0]!].join(' -> ');
}

/** Everything in `rest` waits for something in `rest`, so that a walk along the lowest of these comes back to itself. */
function cyclesOf(rest: readonly number[], needs: readonly number[][], placed: ReadonlySet<number>): number[][] {
  const step = new Map(rest.map((at) => [at, Math.min(...needs[at]!.filter((need) => !placed.has(need)))]));
  const walkOf = new Map<number, number>();
  const cycles: number[][] = [];
  for (const start of rest) {
    const path: number[] = [];
    let at = start;
    while (!walkOf.has(at)) {
      walkOf.set(at, start);
      path.push(at);
      at = step.get(at)!;
    }
    if (walkOf.get(at) === start) cycles.push(path.slice(path.indexOf(at)));
  }
  return cycles;
}

function fromLowest(cycle: readonly string[]): string[] {
  const lowest = cycle.reduce((best, id, at) => (compareIds(id, cycle[best]!) < 0 ? at : best), 0);
  return [...cycle.slice(lowest), ...cycle.slice(0, lowest)];
}

/** A binary heap of small integers, the least on top. */
class Heap {
  readonly #values: number[] = [];

  push(value: number): void {
    const values = this.#values;
    let at = values.push(value) - 1;
    for (let up = (at - 1) >> 1; at > 0 && values[up]! > value; up = (at - 1) >> 1) {
      values[at] = values[up]!;
      at = up;
    }
    values[at] = value;
  }

  pop(): number | undefined {
    const values = this.#values;
    const top = values[0];
    const last = values.pop();
    if (last === undefined || values.length === 0) return top;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= values.length) break;
      if (down + 1 < values.length && values[down + 1]! < values[down]!) down++;
      if (values[down]! >= last) break;
      values[at] = values[down]!;
      at = down;
    }
    values[at] = last;
    return top;
  }
}
