import { FlowError } from '../../core/errors.ts';
import { errorsOf, placeFindings, type PlacedFinding } from '../../core/gate-registry/finding.ts';
import { lintRegistry } from '../../core/gate-registry/lint.ts';
import { readRegistry } from '../../core/gate-registry/read.ts';
import type { Registry } from '../../core/gate-registry/registry.ts';
import { parseStrictToml } from './toml-text.ts';

/** A registry with everything that is wrong with it. */
export interface LoadedRegistry {
  readonly registry: Registry;
  readonly findings: readonly PlacedFinding[];
}

/** Reads and lints a registry's text against a tree (tracked paths). Throws `bad-config` with line and column only when it is no TOML. */
export function loadRegistry(text: string, file: string, tree: readonly string[] | undefined): LoadedRegistry {
  const { value, line } = parseStrictToml(text, file);
  const { registry, named, findings } = readRegistry(value);
  return { registry, findings: placeFindings([...findings, ...lintRegistry(registry, { tree, named })], line) };
}

/** The same for somebody who runs it: an error in it is thrown, because a registry that is wrong judges nothing. */
export function loadSoundRegistry(text: string, file: string, tree: readonly string[] | undefined): LoadedRegistry {
  const loaded = loadRegistry(text, file, tree);
  const errors = errorsOf(loaded.findings);
  if (errors.length === 0) return loaded;
  const [first] = errors;
  const more = errors.length === 1 ? '' : ` (and ${errors.length - 1} more: bitnet-flow registry check ${file})`;
  throw new FlowError('bad-config', `${first!.code}: ${first!.message}${more}`, {
    at: `${file}:${first!.line}`,
    fix: first!.fix,
  });
}
