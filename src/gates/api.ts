import { allowanceOf, allowsInput } from '../core/allowance.ts';
import { declarationSurface } from '../core/api/declaration-surface.ts';
import { rustSurface } from '../core/api/rust-surface.ts';
import { compareSurfaces, type Surface, type SurfaceChange, type SurfaceItem } from '../core/api/surface.ts';
import { count } from '../core/check-gate.ts';
import { NOTHING_TO_COMPARE } from '../core/diff/history.ts';
import { evidence } from '../core/evidence.ts';
import { defineGate, type CommandResult, type GateObservation, type GateResult } from '../core/gate.ts';
import { annotate, isResult, judgeable, plainResult } from '../core/method-run.ts';
import { listSetting, type Profile } from '../core/profile.ts';
import { compileGlobs } from '../core/globs.ts';

const MIGRATION = [
  'CHANGELOG.md',
  'docs/changelog.md',
  'MIGRATION.md',
  'docs/**/migration*.md',
  'docs/**/upgrading*.md',
];
/** What a public surface is made from, by reader. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  rust: ['**/*.rs', '**/Cargo.toml'],
  declarations: [
    'package.json',
    '**/package.json',
    '**/*.ts',
    '**/*.mts',
    '**/*.cts',
    '**/*.tsx',
    '**/*.js',
    '**/*.mjs',
    '**/*.cjs',
    '**/*.jsx',
    '**/tsconfig*.json',
    'package-lock.json',
  ],
};

function readerOf(profile: Profile): string | undefined {
  const reader = profile.gates.api?.settings['reader'];
  return typeof reader === 'string' && Object.hasOwn(SOURCES, reader) ? reader : undefined;
}

/** Changed files that can change what users see; a test is nobody's interface. */
function concerned(profile: Profile, changed: readonly string[]): string[] {
  const sources = compileGlobs(SOURCES[readerOf(profile) ?? ''] ?? []).matches;
  const tests = compileGlobs(profile.scopes.tests).matches;
  return changed.filter((path) => sources(path) && !tests(path));
}

export const api = defineGate({
  name: 'api',
  title: 'API',
  description:
    'The public surface of base and head compared: none, additive or breaking; a breaking change needs its migration told.',
  inputs: allowsInput,
  numbers: {
    added: 'Public items that are new.',
    broken: 'Public items that are gone or different.',
    untold: 'Of those, items that no migration page and no allowance names.',
  },
  progress: { key: 'untold', better: 'lower' },
  collect: {
    commands: true,
    commandsWhen: ({ profile, changed }) => concerned(profile, changed).length > 0,
    trees: ['base'],
    files: (profile) => [
      ...(readerOf(profile) === 'rust' ? SOURCES['rust']! : ['package.json']),
      ...listSetting(profile, 'api', 'migration', MIGRATION),
    ],
  },
  evaluate(observation): GateResult {
    const { profile, base, changed } = observation;
    const reader = readerOf(profile);
    if (reader === undefined)
      return profile.gates.api?.settings['reader'] === undefined
        ? plainResult('skipped', 'api', 'the profile names no reader of the public surface', 'bounded-by-policy')
        : plainResult('fail', 'api', 'there is no such reader: `reader` is rust or declarations', 'not-run');
    if (base === undefined) return plainResult('fail', 'api', NOTHING_TO_COMPARE);
    if (concerned(profile, changed).length === 0) {
      return {
        ...plainResult('skipped', 'api', 'none; no source of the surface changed'),
        verdict: 'pass',
        numbers: { added: 0, broken: 0, untold: 0 },
      };
    }
    const surfaces = reader === 'rust' ? rustSurfaces(observation) : declarationSurfaces(observation);
    if (!Array.isArray(surfaces)) return surfaces;
    const [before, after] = surfaces as [Surface, Surface];
    const problem = after.problems[0] ?? before.problems[0];
    if (problem !== undefined) return plainResult('fail', 'api', `not readable: ${problem}`);
    if (before.items.size + after.items.size === 0)
      return plainResult('skipped', 'api', 'no library: nothing is public', 'n/a-surface');
    return result(observation, compareSurfaces(before, after), after.items.size);
  },
});

/** Texts at the base: what did not change is at the head as it was. */
function atBase({ files, before, changed }: GateObservation): Map<string, string> {
  const same = [...files].filter(([path]) => !changed.includes(path));
  return new Map([...same, ...before]);
}

function rustSurfaces(observation: GateObservation): [Surface, Surface] {
  return [rustSurface(atBase(observation)), rustSurface(observation.files)];
}

/** The compiler of the repository itself wrote the declarations, of both trees. */
function declarationSurfaces(observation: GateObservation): [Surface, Surface] | GateResult {
  const commands = judgeable(observation, 'api');
  if (isResult(commands)) return commands;
  const surfaces: Surface[] = [];
  for (const tree of ['base', 'head'] as const) {
    const own = commands.filter((command) => command.tree === tree);
    const failed = own.find((command) => command.exitCode !== 0);
    if (own.length === 0) return plainResult('fail', 'api', `nothing ran on the ${tree}`, 'not-run');
    if (failed !== undefined)
      return plainResult(
        'fail',
        'api',
        `${failed.step} on the ${tree}: exit ${failed.exitCode}, so that types may be missing`,
      );
    const declarations = readReports(own);
    if (typeof declarations === 'string') return plainResult('fail', 'api', `${tree}: ${declarations}`);
    const manifest = (tree === 'base' ? atBase(observation) : observation.files).get('package.json');
    surfaces.push(declarationSurface(declarations, manifest));
  }
  return surfaces as [Surface, Surface];
}

function readReports(commands: readonly CommandResult[]): Map<string, string> | string {
  const files = commands.flatMap((command) => [...command.reports.values()]);
  const refused = files.find((file) => file.refused !== undefined || file.text === undefined);
  if (refused !== undefined) return `${refused.path} was not read: ${refused.refused ?? 'it is not text'}`;
  if (files.length === 0) return 'no declaration file was written';
  return new Map(files.map((file) => [file.path.replace(/^\{out\}\//, ''), file.text!]));
}

function result(observation: GateObservation, change: SurfaceChange, size: number): GateResult {
  const broken: readonly SurfaceItem[] = [...change.removed, ...change.changed];
  const pages = migrationPages(observation);
  const untold = broken.filter((item) => !isTold(item, pages, observation));
  const verdict = untold.length === 0 ? 'pass' : 'fail';
  const places = new Set(observation.paths);
  const why = (item: SurfaceItem) => (change.removed.includes(item) ? 'is gone' : 'is another than before');
  return {
    verdict,
    evidence: [
      evidence('api', change.kind),
      evidence(
        'public items',
        `${size}, ${change.added.length} new, ${change.removed.length} gone, ${change.changed.length} different`,
      ),
      ...(broken.length === 0
        ? []
        : untold.length > 0
          ? [evidence('migration', `not told: ${untold.map(({ key }) => key).join(', ')}`)]
          : [evidence('migration', [...pages.keys()].join(', ') || 'allowed by the issue')]),
    ],
    annotations: broken.map((item) =>
      annotate(
        untold.includes(item) ? 'failure' : 'notice',
        places.has(item.path) ? item.path : (observation.changed[0] ?? item.path),
        places.has(item.path) ? item.line : 1,
        'breaking change',
        `${item.key} ${why(item)}.`,
      ),
    ),
    rows: [
      { item: 'public items', status: change.kind, detail: String(size) },
      ...change.added.slice(0, 30).map(({ key }) => ({ item: key, status: 'new', detail: '' })),
      ...broken
        .slice(0, 30)
        .map((item) => ({ item: item.key, status: untold.includes(item) ? 'fail' : 'told', detail: why(item) })),
      ...(broken.length > 30 ? [{ item: 'more', status: 'counted', detail: count(broken.length - 30, 'item') }] : []),
    ],
    numbers: { added: change.added.length, broken: broken.length, untold: untold.length },
  };
}

/** Lines that the branch adds to pages that tell of migrations. */
function migrationPages({ profile, changed, files, before }: GateObservation): Map<string, string> {
  const { matches } = compileGlobs(listSetting(profile, 'api', 'migration', MIGRATION));
  const pages = changed.filter(matches).flatMap((path) => {
    const old = new Set((before.get(path) ?? '').split('\n'));
    const added = (files.get(path) ?? '').split('\n').filter((line) => line.trim() !== '' && !old.has(line));
    return added.length === 0 ? [] : [[path, added.join('\n')] as const];
  });
  return new Map(pages);
}

function isTold(item: SurfaceItem, pages: ReadonlyMap<string, string>, { allowances }: GateObservation): boolean {
  if (allowanceOf(allowances, [item.key.replace(/\s+/g, ''), item.name]) !== undefined) return true;
  const escaped = item.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const word = new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, 'u');
  return [...pages.values()].some((text) => word.test(text));
}
