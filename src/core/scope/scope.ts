import { compileGlobs, type Globs } from '../globs.ts';
import type { RawDiffEntry } from '../diff/raw-diff.ts';

/** Most files one patch of an agent may touch; a larger one is refused by its size alone. */
export const MAX_FILES = 3000;
/** Most files of a whole branch that are judged. */
export const MAX_BRANCH_FILES = 50_000;

/** Paths nobody may touch, whatever scope or contract say: what they hold runs with more rights than the agent has. */
export const HARD_DENY = [
  '.github/**',
  '**/.git*/**',
  '**/.git*',
  '**/.husky/**',
  '**/.pre-commit-config.yaml',
  '**/.pre-commit-hooks.yaml',
  '**/lefthook.yml',
  '**/.lefthook.yml',
] as const;

/**
 * Paths denied unless the very file is named: they run at build or install time, when a folder is opened, or in another service's CI, or
 * they steer people and agents.
 */
export const DENIED_UNLESS_NAMED = [
  '**/action.yml',
  '**/action.yaml',
  '**/codeowners',
  '**/package.json',
  '**/build.rs',
  '**/.cargo/**',
  '**/rust-toolchain',
  '**/rust-toolchain.toml',
  '**/setup.py',
  '**/.pnpmfile.cjs',
  '**/.yarnrc',
  '**/.yarnrc.yml',
  '**/.yarn/**',
  '**/.envrc',
  '**/.devcontainer/**',
  '**/.devcontainer.json',
  '**/.vscode/**',
  '.circleci/**',
  '.buildkite/**',
  '.woodpecker/**',
  '**/.travis.yml',
  '**/.drone.yml',
  '**/azure-pipelines.yml',
  '**/jenkinsfile',
  '**/claude.md',
  '**/claude.local.md',
  '**/agents.md',
  '**/gemini.md',
  '**/qwen.md',
  '**/copilot-instructions.md',
  '**/.aider*',
  '**/.clinerules',
  '**/.clinerules/**',
  '**/.codex/**',
  '**/.gemini/**',
  '**/.junie/**',
  '**/.kiro/**',
  '**/.opencode/**',
  '**/.roo/**',
  '**/.roorules',
  '**/.windsurf/**',
  '**/.claude/**',
  '**/.agents/**',
  '**/.cursor/**',
  '**/.cursorrules',
  '**/.windsurfrules',
  '**/.mcp.json',
  '**/.npmrc',
] as const;

export type ScopeRule =
  | 'outside-scope'
  | 'outside-contract'
  | 'denied'
  | 'hard-deny'
  | 'denied-unless-named'
  | 'symlink'
  | 'submodule'
  | 'mode'
  | 'bad-path'
  | 'reserved-name'
  | 'case-collision'
  | 'lfs-pointer'
  | 'too-many-files';

export interface ScopeViolation {
  readonly path: string;
  readonly rule: ScopeRule;
  /** What exactly was hit: the pattern, the mode, the other spelling. */
  readonly detail: string;
}

export interface ScopePolicy {
  /** Globs the agent may write; an empty list allows nothing. */
  readonly allow: readonly string[];
  readonly deny?: readonly string[];
  /** Exact paths of DENIED_UNLESS_NAMED that the contract names. HARD_DENY cannot be lifted. */
  readonly lift?: readonly string[];
  /** Paths tracked before the change, for collisions of letter case. */
  readonly tracked?: readonly string[];
  /** Paths whose content was in git before and is now a pointer of Git LFS, so that nobody here sees what they hold. */
  readonly pointers?: ReadonlySet<string>;
  /** Most files that are judged at all; MAX_FILES where it is not said. */
  readonly most?: number;
}

const hardDeny = compileGlobs(HARD_DENY);
const deniedUnlessNamed = compileGlobs(DENIED_UNLESS_NAMED);

/** True for what HARD_DENY covers; a glob is looked at as if it were a path. */
export function isHardDenied(path: string): boolean {
  return hardDeny.matches(fold(path));
}

const FILE_MODES = new Set(['100644', '100755', '000000']);

/** Judges a diff against a scope: every violation, at most one per path. Deny wins over allow. Throws on bad globs. */
export function judgeDiff(entries: readonly RawDiffEntry[], policy: ScopePolicy): ScopeViolation[] {
  const { most = MAX_FILES } = policy;
  if (entries.length > most) {
    return [{ path: '', rule: 'too-many-files', detail: `${entries.length} files, at most ${most}` }];
  }
  const allow = compileGlobs(policy.allow, 'scope.allow');
  const deny = compileGlobs(policy.deny ?? [], 'scope.deny');
  const lift = new Set(policy.lift ?? []);
  const spellings = caseSpellings(entries, policy.tracked ?? []);
  const violations: ScopeViolation[] = [];
  for (const entry of entries) {
    const { path } = entry;
    const hit =
      // Taking away a path that no repository should hold mends it.
      (entry.status === 'D' ? undefined : badPath(entry)) ??
      badMode(entry) ??
      denied(path, deny, (file) => lift.has(file) || allow.names(file)) ??
      (allow.matches(path)
        ? undefined
        : violation(path, 'outside-scope', `allowed: ${allow.patterns.join(' ') || 'nothing'}`)) ??
      (policy.pointers?.has(path) === true
        ? violation(path, 'lfs-pointer', 'its content was taken out of git')
        : undefined) ??
      (entry.status === 'D' ? undefined : collision(path, spellings));
    if (hit) violations.push(hit);
  }
  return violations;
}

const violation = (path: string, rule: ScopeRule, detail: string): ScopeViolation => ({ path, rule, detail });

function badMode({ path, oldMode, newMode }: RawDiffEntry): ScopeViolation | undefined {
  if (oldMode === '160000' || newMode === '160000') return violation(path, 'submodule', 'mode 160000');
  if (newMode === '120000') return violation(path, 'symlink', 'mode 120000');
  return FILE_MODES.has(newMode) ? undefined : violation(path, 'mode', `mode ${newMode}`);
}

function denied(path: string, deny: Globs, named: (path: string) => boolean): ScopeViolation | undefined {
  // Some file systems read `.GIT` and `.git` alike, so the lists are matched on folded paths.
  const folded = fold(path);
  if (isHardDenied(path)) return violation(path, 'hard-deny', 'no contract can lift this path');
  if (deniedUnlessNamed.matches(folded) && !named(path)) {
    return violation(path, 'denied-unless-named', 'the contract would have to name this very file');
  }
  return deny.matches(path) ? violation(path, 'denied', 'in scope.deny') : undefined;
}

function badPath({ path, validUtf8 }: RawDiffEntry): ScopeViolation | undefined {
  const bad = (detail: string) => violation(path, 'bad-path', detail);
  if (!validUtf8) return bad('not UTF-8');
  if (/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(path)) return bad('control or invisible character');
  if (path.normalize('NFC') !== path) return bad('not in Unicode form NFC');
  if (/[\\:]/.test(path)) return bad('a backslash or a colon, which some systems read as part of the way to it');
  if (path === '' || path.startsWith('/')) return bad('not a plain relative path');
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.' || segment === '..') return bad('not a plain relative path');
    if (/[. ]$/.test(segment))
      return violation(path, 'reserved-name', `${JSON.stringify(segment)} ends with a dot or space`);
    if (/^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i.test(segment) || /~[0-9]/.test(segment)) {
      return violation(path, 'reserved-name', `${JSON.stringify(segment)} is reserved on some file systems`);
    }
  }
  return undefined;
}

/** For every folded path and folder, the spellings in the tree as it will be. */
function caseSpellings(entries: readonly RawDiffEntry[], tracked: readonly string[]): Map<string, Set<string>> {
  const gone = new Set(entries.filter((entry) => entry.status === 'D').map((entry) => entry.path));
  const spellings = new Map<string, Set<string>>();
  const seen = new Set<string>();
  for (const path of [...tracked, ...entries.map((entry) => entry.path)]) {
    if (gone.has(path)) continue;
    // From the file up: above a folder that was seen, all was seen.
    for (
      let prefix = path;
      prefix !== '' && !seen.has(prefix);
      prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf('/')))
    ) {
      seen.add(prefix);
      const key = fold(prefix);
      const set = spellings.get(key);
      if (set) set.add(prefix);
      else spellings.set(key, new Set([prefix]));
    }
  }
  return spellings;
}

function collision(path: string, spellings: ReadonlyMap<string, ReadonlySet<string>>): ScopeViolation | undefined {
  for (const prefix of prefixes(path)) {
    const other = [...(spellings.get(fold(prefix)) ?? [])].find((spelling) => spelling !== prefix);
    if (other !== undefined)
      return violation(path, 'case-collision', `${prefix} and ${other} differ in letter case only`);
  }
  return undefined;
}

function prefixes(path: string): string[] {
  const segments = path.split('/');
  return segments.map((_, i) => segments.slice(0, i + 1).join('/'));
}

/** The form in which case-insensitive file systems compare names. */
function fold(path: string): string {
  if (/^[\x00-\x7f]*$/.test(path)) return path.toLowerCase();
  return path.normalize('NFKC').toLowerCase().toUpperCase().toLowerCase();
}
