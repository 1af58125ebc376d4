import { lineOf, type Steered, type SteeringFile } from './steered-file.ts';

/** Settings of npm that choose which shell or which code runs a script. */
const NPMRC = /^\s*(node-options|script-shell|shell|prefix|globalconfig|userconfig)\s*=/;

/** Scripts of package.json that a command such as `npm test` or `pnpm run check` runs; undefined for one that runs none. */
export function calledScript(argv: readonly string[]): string | undefined {
  if (!/^(?:npm|pnpm|yarn)$/.test(argv[0] ?? '')) return undefined;
  const words = argv.slice(1).filter((word) => !word.startsWith('-'));
  return /^(?:run|run-script)$/.test(words[0] ?? '') ? words[1] : words[0] === 't' ? 'test' : words[0];
}

/** What a change of package.json or `.npmrc` puts in place of the scripts that the judge calls. */
export function steeredScripts({ path, before, after, link }: SteeringFile, called: readonly string[]): Steered[] {
  if (after === undefined && !link) return [];
  if (link) return [{ path, line: 1, what: 'it is no plain file' }];
  if (path === '.npmrc') {
    const read = (text: string) => text.split('\n').filter((line) => NPMRC.test(line));
    const old = new Set(read(before ?? ''));
    return read(after!)
      .filter((line) => !old.has(line))
      .map((line) => ({ path, line: lineOf(after!, line), what: NPMRC.exec(line)![1]! }));
  }
  const [old, now] = [scripts(before ?? '{}'), scripts(after!)];
  if (now === undefined) return [{ path, line: 1, what: 'it cannot be read as JSON' }];
  return called
    .flatMap((name) => [`pre${name}`, name, `post${name}`])
    .filter((name) => old?.[name] !== now[name])
    .map((name) => ({ path, line: lineOf(after!, `"${name}"`), what: `scripts.${name}` }));
}

function scripts(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const manifest = JSON.parse(text) as { scripts?: unknown } | null;
    const found = manifest?.scripts ?? {};
    return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
