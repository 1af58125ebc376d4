/** One thing that users of a library can name. */
export interface SurfaceItem {
  /** Its public path: `ternary::i2s::pack`, `./index#packI2S`. */
  readonly key: string;
  /** What a page about the change would call it. */
  readonly name: string;
  /** Its declaration in one spelling; two versions with the same text are the same. */
  readonly signature: string;
  readonly path: string;
  readonly line: number;
}

/** The public surface of one commit. */
export interface Surface {
  readonly items: ReadonlyMap<string, SurfaceItem>;
  /** What could not be read. A surface with problems is no answer. */
  readonly problems: readonly string[];
}

/** Collects items; several declarations of one name (overloads, variants by `cfg`) are one item. */
export class SurfaceBuilder {
  readonly #items = new Map<string, SurfaceItem>();
  readonly problems: string[] = [];

  add(item: SurfaceItem): void {
    const known = this.#items.get(item.key);
    if (known?.signature.split('\n').includes(item.signature) === true) return;
    const signature = known === undefined ? item.signature : [known.signature, item.signature].join('\n');
    this.#items.set(item.key, { ...(known ?? item), signature });
  }

  /** Words of the signatures below a name. */
  words(prefix: string): Set<string> {
    const own = [...this.#items.values()].filter(({ key }) => key.startsWith(prefix));
    return new Set(own.flatMap(({ signature }) => signature.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []));
  }

  build(): Surface {
    return { items: this.#items, problems: this.problems };
  }
}

export interface SurfaceChange {
  readonly kind: 'none' | 'additive' | 'breaking';
  readonly added: readonly SurfaceItem[];
  readonly removed: readonly SurfaceItem[];
  /** The items as they are now. */
  readonly changed: readonly (SurfaceItem & { readonly before: string })[];
}

/** What a user of the base sees of the head. Any difference that is not a new item is breaking. */
export function compareSurfaces(base: Surface, head: Surface): SurfaceChange {
  const added = [...head.items.values()].filter(({ key }) => !base.items.has(key));
  const removed = [...base.items.values()].filter(({ key }) => !head.items.has(key));
  const changed = [...head.items.values()].flatMap((item) => {
    const before = base.items.get(item.key)?.signature;
    return before === undefined || before === item.signature ? [] : [{ ...item, before }];
  });
  const kind = removed.length + changed.length > 0 ? 'breaking' : added.length > 0 ? 'additive' : 'none';
  return { kind, added, removed, changed };
}
