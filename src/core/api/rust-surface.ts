import { parseItems, parseRust, type RustItem } from './rust-items.ts';
import { spell, type RustToken } from './rust-tokens.ts';
import { SurfaceBuilder, type Surface } from './surface.ts';

interface Module {
  readonly path: string;
  readonly name: string;
  readonly parent: Module | undefined;
  readonly items: readonly RustItem[];
  readonly modules: Map<string, { readonly module: Module; readonly public: boolean }>;
}

/** Attributes that a user sees: they change what compiles. */
const SEEN =
  /^(?:cfg\b|non_exhaustive\b|repr\b|target_feature\b|macro_export\b|proc_macro|no_mangle\b|unsafe \( no_mangle|export_name\b|link\b)/;
/** Public paths of one module that are followed. */
const MAX_PATHS = 50;
const IN_TEST = /^cfg \( (?:test|all \( test\b)/;

/** The public surface of the library crates among these files. `files` holds every Rust source and Cargo.toml of the commit. */
export function rustSurface(files: ReadonlyMap<string, string>): Surface {
  const builder = new SurfaceBuilder();
  for (const [manifest, text] of files) {
    if (!/(?:^|\/)Cargo\.toml$/.test(manifest)) continue;
    const folder = manifest.slice(0, -'Cargo.toml'.length);
    const { name, lib, features } = readManifest(text);
    const root = `${folder}${lib ?? 'src/lib.rs'}`;
    if (name === undefined || (lib === undefined && !files.has(root))) continue;
    for (const feature of features)
      builder.add({ key: `${name}[feature ${feature}]`, name: feature, signature: 'feature', path: manifest, line: 1 });
    new Crate(name.replace(/-/g, '_'), files, builder).read(root);
  }
  return builder.build();
}

/** Of a Cargo.toml only what is the surface's: package name, path of the library, features. */
export function readManifest(text: string): { name: string | undefined; lib: string | undefined; features: string[] } {
  let section = '';
  let name: string | undefined;
  let lib: string | undefined;
  const features: string[] = [];
  for (const line of text.split('\n')) {
    const head = /^\s*\[+\s*([\w.-]+)\s*\]+/.exec(line);
    if (head !== null) {
      section = head[1]!;
      continue;
    }
    const [, key, value] = /^\s*["']?([\w-]+)["']?\s*=\s*(.*)$/.exec(line) ?? [];
    if (key === undefined) continue;
    const string = /^["']([^"']*)["']/.exec(value!)?.[1];
    if (section === 'package' && key === 'name') name = string;
    if (section === 'lib' && key === 'path') lib = string;
    if (section === 'features') features.push(key);
  }
  return { name, lib, features };
}

class Crate {
  readonly #impls: { readonly item: RustItem; readonly module: Module }[] = [];
  /** Public names under which a type is known, by its own name. */
  readonly #types = new Map<string, Set<string>>();
  readonly #seen = new Map<Module, Set<string>>();

  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
  readonly builder: SurfaceBuilder;

  constructor(name: string, files: ReadonlyMap<string, string>, builder: SurfaceBuilder) {
    this.name = name;
    this.files = files;
    this.builder = builder;
  }

  read(root: string): void {
    const module = this.#module(root, this.name, undefined, root.slice(0, root.lastIndexOf('/') + 1), undefined);
    if (module === undefined) return;
    this.#publish(module, this.name, []);
    this.#macros(module);
    this.#leaked(module);
    for (const { item, module: at } of this.#impls) this.#impl(item, at);
  }

  /** Reads a module with everything below it. `beside` is the folder in which its own modules lie. */
  #module(
    path: string,
    name: string,
    parent: Module | undefined,
    beside: string,
    inline: readonly RustToken[] | undefined,
  ): Module | undefined {
    const text = this.files.get(path);
    const items = inline !== undefined ? parseItems(inline) : text === undefined ? 'is not there' : parseRust(text);
    if (typeof items === 'string') {
      this.builder.problems.push(`${path}: ${items}`);
      return undefined;
    }
    const kept = items.filter(({ attributes }) => !attributes.some((attribute) => IN_TEST.test(attribute)));
    const module: Module = { path, name, parent, items: kept, modules: new Map() };
    for (const item of kept) {
      if (item.kind === 'impl') this.#impls.push({ item, module });
      if (item.kind !== 'mod' || depthOf(module) > 64) continue;
      const below = `${beside}${item.name}/`;
      const here = path.slice(0, path.lastIndexOf('/') + 1);
      // One module may have a file for each platform: `#[cfg_attr(unix, path = "unix.rs")]`.
      const own = [...item.attributes.join('\n').matchAll(/\bpath = "([^"]*)"/g)].map(([, file]) =>
        resolve(`${here}${file!}`),
      );
      const child =
        item.body !== undefined
          ? this.#module(path, item.name, module, below, item.body)
          : own.length === 0
            ? this.#file(item, module, beside, below)
            : this.#merged(own.map((file) => this.#module(file, item.name, module, folderOf(file), undefined)));
      if (child !== undefined) module.modules.set(item.name, { module: child, public: item.public });
    }
    return module;
  }

  #merged(parts: readonly (Module | undefined)[]): Module | undefined {
    const [first, ...rest] = parts.filter((part) => part !== undefined);
    if (first === undefined) return undefined;
    for (const { modules } of rest) for (const [name, child] of modules) first.modules.set(name, child);
    return { ...first, items: [first, ...rest].flatMap(({ items }) => items) };
  }

  #file(item: RustItem, parent: Module, beside: string, below: string): Module | undefined {
    const found = [`${beside}${item.name}.rs`, `${below}mod.rs`].find((path) => this.files.has(path));
    if (found === undefined) {
      // Made when it is built, or under a condition: what it holds cannot be known.
      this.builder.problems.push(`${parent.path}:${item.line}: the file of mod ${item.name} is not there`);
      return undefined;
    }
    return this.#module(found, item.name, parent, below, undefined);
  }

  /** Types that a signature mentions and no path names: their methods can be called all the same. */
  #leaked(root: Module): void {
    const hidden = (module: Module): { item: RustItem; module: Module }[] => [
      ...module.items
        .filter(({ kind, name }) => /^(?:struct|enum|union|trait|type)$/.test(kind) && !this.#types.has(name))
        .map((item) => ({ item, module })),
      ...[...module.modules.values()].flatMap(({ module: child }) => hidden(child)),
    ];
    const waiting = new Map(hidden(root).map((one) => [one.item.name, one]));
    let words = this.builder.words(this.name);
    while (words.size > 0 && waiting.size > 0) {
      const found = [...waiting].filter(([name]) => words.has(name));
      for (const [name, { item, module }] of found) {
        waiting.delete(name);
        this.#declare(item, module, `${this.name}::(${name})`);
      }
      words = found.length === 0 ? new Set() : this.builder.words(this.name);
    }
  }

  /** Adds what a module makes public under a path, re-exports followed. */
  #publish(module: Module, path: string, above: readonly Module[]): void {
    // A module that re-exports one it stands in would have paths without end.
    if (above.includes(module)) return;
    const known = this.#seen.get(module) ?? new Set();
    if (known.has(path)) return;
    if (known.size >= MAX_PATHS) {
      this.#limited(module);
      return;
    }
    this.#seen.set(module, known.add(path));
    const chain = [...above, module];
    for (const item of module.items) {
      if (item.kind === 'opaque') this.#add(item, module, `${path}::${item.name}`, spell(item.head));
      if (item.kind === 'extern' && item.body !== undefined) this.#foreign(item, module, path);
      if (!item.public) continue;
      if (item.kind === 'mod') {
        const child = module.modules.get(item.name);
        this.#add(item, module, `${path}::${item.name}`, 'mod');
        if (child !== undefined) this.#publish(child.module, `${path}::${item.name}`, chain);
      } else if (item.kind === 'use') this.#reexport(item, module, path, chain);
      else if (item.kind === 'extern') this.#add(item, module, `${path}::${item.name}`, spell(item.head));
      else this.#declare(item, module, `${path}::${item.name}`);
    }
  }

  #reexport(item: RustItem, module: Module, path: string, above: readonly Module[]): void {
    for (const { segments, as } of useTree(item.head.slice(1))) this.#lead(item, module, segments, as, path, above);
  }

  /** Makes what these segments of a `use` lead to public under a name. */
  #lead(
    item: RustItem,
    module: Module,
    segments: readonly string[],
    as: string,
    path: string,
    above: readonly Module[],
  ): void {
    const target = this.#walk(module, segments.slice(0, -1));
    const last = segments.at(-1)!;
    const own = target?.modules.get(last);
    const named = (target?.items ?? []).filter(({ kind }) => kind !== 'impl');
    const declared = named.filter(({ kind, name }) => kind !== 'use' && name === last);
    // A chain of re-exports: of each `use` the one path that goes by this name.
    const inner = named.flatMap((one) =>
      one.kind === 'use'
        ? useTree(one.head.slice(1)).flatMap((two) => (two.as === last ? [{ one, further: two.segments }] : []))
        : [],
    );
    if (target !== undefined && last === '*') this.#publish(target, path, above);
    else if (own !== undefined) {
      this.#add(item, module, `${path}::${as}`, 'mod');
      this.#publish(own.module, `${path}::${as}`, above);
    } else if (declared.length > 0) for (const one of declared) this.#declare(one, target!, `${path}::${as}`);
    else if (inner.length > 0 && !above.slice(0, -1).includes(target!) && target !== module)
      for (const { one, further } of inner) this.#lead(one, target!, further, as, path, [...above, target!]);
    // A name of another crate: the words themselves are the surface.
    else this.#add(item, module, `${path}::${last === '*' ? segments.join('::') : as}`, `use ${segments.join('::')}`);
  }

  #limited(module: Module): void {
    const problem = `${module.path}: more than ${MAX_PATHS} public paths lead to ${module.name}`;
    if (!this.builder.problems.includes(problem)) this.builder.problems.push(problem);
  }

  /** The module that these segments lead to; undefined outside of the crate. */
  #walk(from: Module, segments: readonly string[]): Module | undefined {
    let at: Module | undefined = from;
    for (const [index, segment] of segments.entries()) {
      if (at === undefined) return undefined;
      if (segment === 'self') continue;
      if (segment === 'super') at = at.parent;
      else if (segment === 'crate' || (index === 0 && segment === this.name)) {
        while (at.parent !== undefined) at = at.parent;
      } else at = at.modules.get(segment)?.module;
    }
    return at;
  }

  #declare(item: RustItem, module: Module, key: string): void {
    if (['struct', 'enum', 'union', 'trait', 'type'].includes(item.kind)) {
      const known = this.#types.get(item.name) ?? new Set();
      this.#types.set(item.name, known.add(key));
    }
    const derives = item.attributes.flatMap(
      (attribute) => /^derive \( (.*) \)$/.exec(attribute)?.[1]?.split(' , ') ?? [],
    );
    for (const derive of derives)
      this.#add(item, module, `${key}: derive(${derive.replace(/ /g, '')})`, 'derive', item.name);
    if (item.kind === 'struct' || item.kind === 'union') this.#struct(item, module, key);
    else if (item.kind === 'enum') this.#enum(item, module, key);
    else if (item.kind === 'trait') this.#trait(item, module, key);
    else if (item.kind === 'const' || item.kind === 'static')
      this.#add(item, module, key, spell(beforeValue(item.head)));
    else if (item.kind === 'fn') this.#add(item, module, key, spell(withoutNames(item.head)));
    else this.#add(item, module, key, spell([...item.head, ...(item.kind === 'macro' ? (item.body ?? []) : [])]));
  }

  #struct(item: RustItem, module: Module, key: string): void {
    const open = parenthesis(item.head, 0);
    const tuple = item.body === undefined && open < item.head.length;
    const inner = tuple ? inside(item.head, open) : [];
    const fields = splitList(item.body ?? inner).map((tokens, index) => {
      const plain = withoutAttributes(tokens);
      const isPublic = plain[0]?.text === 'pub' && !/^\( (?:crate|super|self|in)\b/.test(spell(plain.slice(1, 4)));
      return { index, isPublic, tokens: plain.slice(1) };
    });
    const shown = fields.filter(({ isPublic }) => isPublic);
    // What stands behind the fields of a tuple is its `where`.
    const head = spell(tuple ? [...item.head.slice(0, open), ...item.head.slice(open + inner.length + 2)] : item.head);
    const closed = item.attributes.some((attribute) => attribute.startsWith('non_exhaustive'));
    const whole = shown.length === fields.length && !closed;
    const list = shown.map(({ tokens }) => spell(tokens));
    // Where every field is public, the struct can be written out by anybody: a field more breaks that. Fields of a tuple have an order.
    const body = whole ? `{ ${(tuple ? list : list.sort(byText)).join(' , ')} }` : '{ .. }';
    this.#add(item, module, key, `${head} ${body}${tuple ? ` tuple of ${fields.length}` : ''}`);
    if (whole) return;
    for (const { index, tokens } of shown) {
      const field = tuple ? String(index) : tokens[0]!.text;
      this.#add(item, module, `${key}.${field}`, spell(tokens), field);
    }
  }

  #enum(item: RustItem, module: Module, key: string): void {
    const variants = splitList(item.body ?? []).map(withoutAttributes);
    if (!item.attributes.some((attribute) => attribute.startsWith('non_exhaustive'))) {
      this.#add(item, module, key, `${spell(item.head)} { ${variants.map(spell).join(' , ')} }`);
      return;
    }
    this.#add(item, module, key, `${spell(item.head)} { .. }`);
    for (const tokens of variants)
      this.#add(item, module, `${key}::${tokens[0]!.text}`, spell(tokens), tokens[0]!.text);
  }

  #trait(item: RustItem, module: Module, key: string): void {
    const members = parseItems(item.body ?? []);
    if (typeof members === 'string') {
      this.builder.problems.push(`${module.path}:${item.line}: ${members}`);
      return;
    }
    // Who implements the trait has to write these; the others can be added.
    const provided = (one: RustItem) =>
      one.kind === 'fn' ? one.body !== undefined : one.head.some(({ text }) => text === '=');
    const required = members.filter((one) => !provided(one)).map((one) => spell(withoutNames(one.head)));
    this.#add(item, module, key, `${spell(item.head)} { ${required.sort(byText).join(' ; ')} }`);
    for (const one of members.filter(provided))
      this.#add(one, module, `${key}::${one.name}`, spell(withoutNames(beforeValue(one.head))), one.name);
  }

  #impl(item: RustItem, module: Module): void {
    const words = item.head.map(({ text }) => text);
    // `for<'a>` in a bound is another word.
    const at = words.findIndex((word, index) => word === 'for' && words[index + 1] !== '<');
    const isTrait = at > 0;
    const target = typeName(item.head.slice(isTrait ? at + 1 : 1));
    const keys = this.#types.get(target);
    const header = spell(item.head);
    if (isTrait) {
      // A trait of ours for a type of somebody else is seen, too; one between two private names is not.
      const traitName = typeName(item.head.slice(1, at));
      if (keys === undefined && !this.#types.has(traitName)) return;
      this.#add(item, module, `${this.name}: ${header}`, 'impl', target);
      return;
    }
    if (keys === undefined) return;
    const members = parseItems(item.body ?? []);
    if (typeof members === 'string') {
      this.builder.problems.push(`${module.path}:${item.line}: ${members}`);
      return;
    }
    for (const member of members) {
      if (!member.public && member.kind !== 'opaque') continue;
      for (const key of keys) {
        const signature = spell(withoutNames(beforeValue(member.head)));
        this.#add(member, module, `${key}::${member.name}`, `${header} { ${signature} }`, member.name);
      }
    }
  }

  #foreign(item: RustItem, module: Module, path: string): void {
    const members = parseItems(item.body!);
    if (typeof members === 'string') this.builder.problems.push(`${module.path}:${item.line}: ${members}`);
    else
      for (const one of members)
        if (one.public) this.#add(one, module, `${path}::${one.name}`, spell(withoutNames(one.head)));
  }

  /** `#[macro_export]` takes a macro to the root of the crate, wherever it stands. */
  #macros(module: Module): void {
    for (const item of module.items) {
      if (item.kind === 'macro' && item.attributes.some((attribute) => attribute.startsWith('macro_export')))
        this.#add(item, module, `${this.name}::${item.name}!`, spell([...item.head, ...(item.body ?? [])]), item.name);
    }
    for (const { module: child } of module.modules.values()) this.#macros(child);
  }

  #add(item: RustItem, module: Module, key: string, signature: string, name = item.name): void {
    const seen = item.attributes.filter((attribute) => SEEN.test(attribute)).map((attribute) => `#[${attribute}] `);
    this.builder.add({ key, name, signature: `${seen.join('')}${signature}`, path: module.path, line: item.line });
  }
}

function depthOf(module: Module): number {
  let depth = 0;
  for (let at = module.parent; at !== undefined; at = at.parent) depth++;
  return depth;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `a::{b as c, d::*}` as its paths, with the name each goes by. */
export function useTree(
  tokens: readonly RustToken[],
  before: readonly string[] = [],
): { segments: string[]; as: string }[] {
  const segments = [...before];
  // `a::{self}` is `a`, and so is `a::{self as b}`.
  const path = () => (segments.at(-1) === 'self' && segments.length > 1 ? segments.slice(0, -1) : segments);
  for (let at = 0; at < tokens.length; at++) {
    const { text } = tokens[at]!;
    if (text === '{') return splitList(inside(tokens, at)).flatMap((part) => useTree(part, segments));
    if (text === 'as') return [{ segments: path(), as: tokens[at + 1]?.text ?? '_' }];
    if (text !== ':') segments.push(text);
  }
  const whole = path();
  return whole.length === 0 ? [] : [{ segments: whole, as: whole.at(-1)! }];
}

/** The tokens between the bracket at a position and the one that closes it. */
function inside(tokens: readonly RustToken[], open: number): RustToken[] {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (/^[([{]$/.test(tokens[at]!.text)) depth++;
    if (/^[)\]}]$/.test(tokens[at]!.text) && --depth === 0) return tokens.slice(open + 1, at);
  }
  return tokens.slice(open + 1);
}

/** Splits at commas that stand in no bracket. `->` closes no `<`. */
function splitList(tokens: readonly RustToken[]): RustToken[][] {
  const parts: RustToken[][] = [[]];
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (/^[([{<]$/.test(token.text)) depth++;
    if (/^[)\]}]$/.test(token.text) || (token.text === '>' && !/^[-=]$/.test(tokens[at - 1]?.text ?? ''))) depth--;
    if (token.text === ',' && depth <= 0) parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

function withoutAttributes(tokens: readonly RustToken[]): RustToken[] {
  let rest = [...tokens];
  while (rest[0]?.text === '#') rest = rest.slice(3 + inside(rest, 1).length);
  return rest;
}

/** Where the first parenthesis opens that stands in no `<…>`; behind the end when there is none. */
function parenthesis(tokens: readonly RustToken[], from: number): number {
  let angle = 0;
  for (let at = from; at < tokens.length; at++) {
    const { text } = tokens[at]!;
    if (text === '<') angle++;
    if (text === '>' && tokens[at - 1]?.text !== '-') angle--;
    if (text === '(' && angle === 0) return at;
  }
  return tokens.length;
}

/** A function's head without the names of its parameters, which no caller writes. */
function withoutNames(head: readonly RustToken[]): readonly RustToken[] {
  const fn = head.findIndex(({ text }) => text === 'fn');
  if (fn < 0) return head;
  const open = parenthesis(head, fn + 1);
  if (open >= head.length) return head;
  const inner = inside(head, open);
  const comma: RustToken = { kind: 'mark', text: ',', line: 0 };
  const types = splitList(inner).flatMap((parameter) => {
    const plain = withoutAttributes(parameter);
    const colon = plain.findIndex(
      ({ text }, at) => text === ':' && plain[at + 1]?.text !== ':' && plain[at - 1]?.text !== ':',
    );
    return [...(colon < 0 || plain[0]?.text === 'self' ? plain : plain.slice(colon + 1)), comma];
  });
  return [...head.slice(0, open + 1), ...types, ...head.slice(open + 1 + inner.length)];
}

/** The part of a constant or an associated type in front of its value. */
function beforeValue(head: readonly RustToken[]): readonly RustToken[] {
  if (!/^(?:const|static|type)$/.test(head[0]?.text ?? '')) return head;
  if (head[0]!.text === 'const' && head[1]?.text === 'fn') return head;
  const at = head.findIndex(({ text }, index) => text === '=' && !/^[=!<>]$/.test(head[index - 1]?.text ?? ''));
  return at < 0 || head[0]!.text === 'type' ? head : head.slice(0, at);
}

/** The last word of a type's path: `&mut a::B<T>` is B. */
function typeName(tokens: readonly RustToken[]): string {
  let angle = 0;
  let name = '';
  for (const [at, { kind, text }] of tokens.entries()) {
    if (text === '<') angle++;
    else if (text === '>' && tokens[at - 1]?.text !== '-') angle--;
    else if (angle === 0 && text === 'where') break;
    else if (angle === 0 && kind === 'word' && !/^(?:mut|dyn|const|unsafe|impl|for)$/.test(text)) name = text;
  }
  return name;
}

/** Where a file that was named by `path` has its own modules. */
function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}

/** `a/../b/c.rs` is `b/c.rs`. */
function resolve(path: string): string {
  const out: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') out.pop();
    else if (part !== '.') out.push(part);
  }
  return out.join('/');
}
