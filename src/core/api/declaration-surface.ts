import { declarationTokens, spellDeclaration, splitAt, type DeclarationToken } from './declaration-tokens.ts';
import { entryModules } from './package-entries.ts';
import { SurfaceBuilder, type Surface } from './surface.ts';

interface Declaration {
  readonly kind: string;
  readonly tokens: readonly DeclarationToken[];
}

interface Module {
  readonly path: string;
  /** Declarations by their own name. */
  readonly own: Map<string, Declaration[]>;
  /** Public name to the name it has here, or in another module. */
  readonly exports: Map<string, { readonly name: string; readonly from?: string }>;
  readonly imports: Map<string, { readonly name: string; readonly from: string }>;
  readonly stars: string[];
  /** Statements that are not understood; their words are the surface. */
  readonly opaque: DeclarationToken[][];
}

const BRACED = /^(?:export |declare |default |abstract )*(?:interface|class|enum|const enum|namespace|module|global)\b/;
const DECLARED = new Set([
  'function',
  'class',
  'interface',
  'type',
  'const',
  'let',
  'var',
  'enum',
  'namespace',
  'module',
]);

/**
 * The public surface of a package from its declaration files: what its entry points export, and every declaration of the
 * package that those mention. `declarations` has paths as the compiler laid them out.
 */
export function declarationSurface(declarations: ReadonlyMap<string, string>, manifest: string | undefined): Surface {
  const builder = new SurfaceBuilder();
  const modules = new Map<string, Module>();
  for (const [path, text] of declarations) {
    const module = readModule(path, text);
    if (typeof module === 'string') builder.problems.push(`${path}: ${module}`);
    else modules.set(stemOf(path), module);
  }
  const entries = entryModules(manifest, new Set(modules.keys()));
  if (typeof entries === 'string') builder.problems.push(entries);
  else for (const { subpath, stem } of entries) publish(modules, builder, subpath, stem);
  return builder.build();
}

export function stemOf(path: string): string {
  return path.replace(/\.d\.[cm]?ts$|\.[cm]?[jt]sx?$/, '');
}

function readModule(path: string, text: string): Module | string {
  const tokens = declarationTokens(text);
  if (typeof tokens === 'string') return tokens;
  const statements = splitAt(tokens, new Set([';']), (part) => BRACED.test(spellDeclaration(part.slice(0, 6))));
  if (statements === undefined) return 'the brackets do not match';
  const module: Module = { path, own: new Map(), exports: new Map(), imports: new Map(), stars: [], opaque: [] };
  for (const statement of statements) if (!readStatement(module, statement)) module.opaque.push(statement);
  return module;
}

function readStatement(module: Module, statement: readonly DeclarationToken[]): boolean {
  const words = statement.map(({ text }) => text);
  const from = words.at(-2) === 'from' ? stringOf(words.at(-1)!) : undefined;
  if (words[0] === 'import') return from === undefined ? words.length === 2 : readImport(module, words, from);
  let at = 0;
  const exported = words[at] === 'export';
  if (exported) at++;
  if (exported && words[at] === 'type' && words[at + 1] === '{') at++;
  if (exported && words[at] === '{') {
    for (const { name, as } of namesOf(words.slice(at + 1, words.indexOf('}'))))
      module.exports.set(as, from === undefined ? { name } : { name, from });
    return true;
  }
  if (exported && words[at] === '*') {
    if (from === undefined) return false;
    if (words[at + 1] === 'as') module.exports.set(words[at + 2]!, { name: '*', from });
    else module.stars.push(from);
    return true;
  }
  const isDefault = words[at] === 'default';
  if (isDefault) at++;
  while (['declare', 'abstract', 'async'].includes(words[at]!)) at++;
  const kind = words[at];
  if (kind === undefined || !DECLARED.has(kind)) {
    // `export default name`
    if (!isDefault || words.length !== at + 1) return false;
    module.exports.set('default', { name: words[at]! });
    return true;
  }
  const named = kind === 'const' && words[at + 1] === 'enum' ? at + 2 : at + 1;
  const name = words[named];
  // `declare module "other"` adds to what somebody else declares; nobody can import it by a name.
  if (kind === 'module' && name !== undefined && stringOf(name) !== undefined) return false;
  if (name === undefined || (kind === 'const' && name === '{')) return false;
  const own = isDefault && !statement[named]!.word ? 'default' : name;
  const kept = statement.slice(at);
  module.own.set(own, [...(module.own.get(own) ?? []), { kind, tokens: kept }]);
  if (exported) module.exports.set(isDefault ? 'default' : own, { name: own });
  return true;
}

function readImport(module: Module, words: readonly string[], from: string): boolean {
  const rest = words.slice(1, -2).filter((word, index) => !(word === 'type' && index === 0));
  if (rest[0] === '*' && rest[1] === 'as') module.imports.set(rest[2]!, { name: '*', from });
  else {
    const brace = rest.indexOf('{');
    if (brace !== 0) module.imports.set(rest[0]!, { name: 'default', from });
    if (brace >= 0) {
      for (const { name, as } of namesOf(rest.slice(brace + 1, rest.indexOf('}'))))
        module.imports.set(as, { name, from });
    }
  }
  return true;
}

function namesOf(words: readonly string[]): { name: string; as: string }[] {
  return words
    .join(' ')
    .split(' , ')
    .flatMap((part) => {
      const [name, as, other] = part
        .replace(/,$/, '')
        .trim()
        .replace(/^type (?=\S)/, '')
        .split(' ');
      return name === undefined || name === '' ? [] : [{ name, as: as === 'as' && other !== undefined ? other : name }];
    });
}

function stringOf(word: string): string | undefined {
  return /^["'](.*)["']$/.exec(word)?.[1];
}

/** Adds what an entry point exports, and every declaration that its signatures mention. */
function publish(modules: ReadonlyMap<string, Module>, builder: SurfaceBuilder, subpath: string, stem: string): void {
  const seen = new Set<string>();
  const whole = new Set<string>();
  const declared = new Set<string>();
  /** Names in signatures, followed when every public name is known: those need no second key. */
  const mentioned: { readonly at: Module; readonly name: string; readonly from?: string }[] = [];
  const mention = (at: Module, tokens: readonly DeclarationToken[]) => {
    tokens.forEach(({ word, text }, index) => {
      if (word) mentioned.push({ at, name: text, ...importedType(tokens, index) });
    });
  };
  const declare = (at: Module, name: string, key: string) => {
    if (seen.has(`${at.path} ${name} ${key}`)) return;
    seen.add(`${at.path} ${name} ${key}`);
    declared.add(`${at.path} ${name}`);
    for (const one of at.own.get(name) ?? []) {
      for (const part of partsOf(one)) {
        const { line } = one.tokens[0]!;
        builder.add({ key: `${key}${part.suffix}`, name, signature: part.signature, path: at.path, line });
      }
      mention(at, one.tokens);
    }
  };
  /** A name in a signature: its declaration is seen, too, wherever in the package it stands. */
  const follow = (at: Module, name: string) => {
    if (declared.has(`${at.path} ${name}`)) return;
    if (at.own.has(name)) declare(at, name, `(${stemOf(at.path)}) ${name}`);
    else {
      const imported = at.imports.get(name);
      if (imported !== undefined) lead(at, imported.from, imported.name, undefined);
    }
  };
  /** `key` undefined: only mentioned. */
  const lead = (at: Module, from: string, name: string, key: string | undefined, path = new Set<string>()): boolean => {
    const target = modules.get(targetOf(at.path, from));
    if (target === undefined) {
      if (key !== undefined) builder.add({ key, name, signature: `from ${from} ${name}`, path: at.path, line: 1 });
      return key !== undefined;
    }
    if (name === '*') {
      all(target, key ?? `(${stemOf(target.path)})`);
      return true;
    }
    return named(target, name, key ?? `(${stemOf(target.path)}) ${name}`, path);
  };
  /** `path` holds where the name was looked for: modules may export from each other in a ring. */
  const named = (at: Module, name: string, key: string, path: Set<string>): boolean => {
    if (path.has(`${at.path} ${name}`)) return false;
    path.add(`${at.path} ${name}`);
    const found = at.exports.get(name);
    if (found?.from !== undefined) return lead(at, found.from, found.name, key, path);
    if (found !== undefined) {
      // A public name needs no second key for being mentioned.
      if (at.own.has(found.name)) {
        if (!key.startsWith('(') || !declared.has(`${at.path} ${found.name}`)) declare(at, found.name, key);
      } else {
        const imported = at.imports.get(found.name);
        if (imported === undefined) builder.problems.push(`${at.path}: ${found.name} is exported and declared nowhere`);
        else lead(at, imported.from, imported.name, key, path);
      }
      return true;
    }
    return at.stars.some((from) => {
      const target = modules.get(targetOf(at.path, from));
      return target !== undefined && named(target, name, key, path);
    });
  };
  const all = (at: Module, prefix: string) => {
    if (whole.has(`${at.path} ${prefix}`)) return;
    whole.add(`${at.path} ${prefix}`);
    for (const name of at.exports.keys()) named(at, name, `${prefix}#${name}`, new Set());
    for (const from of at.stars) {
      const target = modules.get(targetOf(at.path, from));
      if (target !== undefined) all(target, prefix);
      else
        builder.add({
          key: `${prefix}#* ${from}`,
          name: from,
          signature: `export * from ${from}`,
          path: at.path,
          line: 1,
        });
    }
    for (const statement of at.opaque) addOpaque(at, statement, prefix);
  };
  const addOpaque = (at: Module, statement: readonly DeclarationToken[], prefix: string) => {
    const text = spellDeclaration(statement);
    // What tells a file of declarations that it is a module says nothing else.
    if (text === 'export { }') return;
    const name = text.slice(0, 60);
    builder.add({ key: `${prefix} ${name}`, name, signature: text, path: at.path, line: statement[0]!.line });
    mention(at, statement);
  };
  builder.add({ key: subpath, name: subpath, signature: 'module', path: modules.get(stem)!.path, line: 1 });
  all(modules.get(stem)!, subpath);
  // What a file adds to global or foreign names counts wherever it stands.
  const told = new Set([...whole].map((one) => one.slice(0, one.lastIndexOf(' '))));
  for (const at of modules.values())
    if (!told.has(at.path))
      for (const statement of at.opaque)
        if (/^declare (?:global|module)\b/.test(spellDeclaration(statement.slice(0, 2))))
          addOpaque(at, statement, `(${stemOf(at.path)})`);
  for (let one = mentioned.pop(); one !== undefined; one = mentioned.pop())
    if (one.from === undefined) follow(one.at, one.name);
    else lead(one.at, one.from, one.name, undefined);
}

/** `import("./b").H`, as the compiler writes a type that it worked out: the module and the name in it, `*` for the whole. */
function importedType(
  tokens: readonly DeclarationToken[],
  index: number,
): { readonly name: string; readonly from: string } | undefined {
  const [keyword, open, module, close, dot, name] = tokens.slice(index, index + 6).map(({ text }) => text);
  if (keyword !== 'import' || open !== '(' || close !== ')') return undefined;
  const from = stringOf(module!);
  return from === undefined ? undefined : { from, name: dot === '.' && name !== undefined ? name : '*' };
}

function targetOf(path: string, from: string): string {
  if (!from.startsWith('.')) return from;
  const out = path.split('/').slice(0, -1);
  for (const part of from.split('/')) {
    if (part === '..') out.pop();
    else if (part !== '.') out.push(part);
  }
  return stemOf(out.join('/'));
}

/** A declaration as what can change on its own: members of a class, optional members of an interface. */
function partsOf({ kind, tokens }: Declaration): { suffix: string; signature: string }[] {
  if (kind === 'function') return [{ suffix: '', signature: spellDeclaration(withoutParameterNames(tokens)) }];
  const open = bodyOf(tokens);
  if ((kind !== 'interface' && kind !== 'class') || open < 0)
    return [{ suffix: '', signature: spellDeclaration(tokens) }];
  const head = spellDeclaration(tokens.slice(0, open));
  const members = splitAt(tokens.slice(open + 1, -1), new Set([';', ',']));
  if (members === undefined) return [{ suffix: '', signature: spellDeclaration(tokens) }];
  const spelled = members
    .map((member) => ({ member, text: spellDeclaration(member) }))
    .filter(({ text }) => !/^(?:private\b|#)/.test(text));
  const alone = spelled.filter(({ text }) => kind === 'class' || /^(?:readonly )?(?:[\w$]+|"[^"]*") \?/.test(text));
  // Who makes an object of an interface has to write its other members: one more breaks that.
  const together = spelled.filter((one) => !alone.includes(one)).map(({ text }) => text);
  return [
    { suffix: '', signature: `${head} { ${together.sort().join(' ; ')} }` },
    ...alone.map(({ member, text }) => {
      const name = member.find(
        ({ text: word, word: isWord }) =>
          isWord && !/^(?:readonly|static|protected|abstract|get|set|public|declare|override|async)$/.test(word),
      );
      return { suffix: `.${name?.text ?? text.slice(0, 40)}`, signature: text };
    }),
  ];
}

/** The brace that the last token closes; -1 when it closes none. Braces in a `<…>` in front of it are no body. */
function bodyOf(tokens: readonly DeclarationToken[]): number {
  if (tokens.at(-1)?.text !== '}') return -1;
  let depth = 0;
  return tokens.findLastIndex(({ text }) => {
    if (text === '}') depth++;
    if (text === '{') depth--;
    return depth === 0;
  });
}

/** `f(a: T, b?: U): R` without a and b, which no caller writes. Names that a type refers to (`x is T`) stay. */
function withoutParameterNames(tokens: readonly DeclarationToken[]): readonly DeclarationToken[] {
  const words = tokens.map(({ text }) => text);
  if (words.includes('is') || words.includes('asserts')) return tokens;
  const open = words.indexOf('(');
  let depth = 0;
  return tokens.filter(({ text, word }, at) => {
    if (/^[([{<]$/.test(text)) depth++;
    if (/^[)\]}>]$/.test(text)) depth--;
    const next = words[at + 1];
    return !(
      at > open &&
      depth === 1 &&
      word &&
      (next === ':' || next === '?') &&
      /^(?:[(,]|\.\.\.)$/.test(words[at - 1]!)
    );
  });
}
