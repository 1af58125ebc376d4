import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FlowError } from './core/errors.ts';
import { GENERATE_COMMAND, isGenerated } from './core/generated.ts';
import { plannedFiles, type Sources } from './planned-files.ts';

/** How the tree differs from what `npm run generate` makes, as paths from the root, each list sorted. */
export interface GenerateReport {
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  readonly stale: readonly string[];
}

/** Where generated files live; only files with the generated line are ever deleted there. */
const GENERATED_FOLDERS = [
  'actions',
  'dist',
  'workflows-templates',
  'workflows-templates/schemas',
  'workflows-templates/gates',
];

/** Starter-workflow descriptions cannot hold a generated line; all there are are ours. */
const PROPERTIES = /^workflows-templates\/[^/]+\.properties\.json$/;

/** Writes every generated file of the repository at `root`, stale ones deleted first; with `check` it compares and writes nothing. */
export async function generateAll({ root, check }: { root: string; check: boolean }): Promise<GenerateReport> {
  const planned = plannedFiles(await readSources(root));
  const report = await compare(root, planned);
  if (check) return report;
  for (const path of report.stale) await rm(join(root, path));
  for (const path of [...report.missing, ...report.changed]) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), planned.get(path)!);
  }
  for (const folder of await emptyFolders(join(root, 'actions'))) await rm(folder, { recursive: true });
  return report;
}

/** One line per difference and the command that repairs; empty when there is none. */
export function formatReport(report: GenerateReport): string[] {
  const lines = (['missing', 'changed', 'stale'] as const).flatMap((kind) =>
    report[kind].map((path) => `${kind}: ${path}`),
  );
  return lines.length === 0 ? [] : [...lines, `run \`${GENERATE_COMMAND}\` and commit the result`];
}

async function readSources(root: string): Promise<Sources> {
  const pinsFile = 'workflows-templates/pins/pins.yml';
  const pins = await readText(join(root, pinsFile));
  if (pins === undefined) {
    throw new FlowError('not-found', `${pinsFile} is not there`, {
      at: pinsFile,
      fix: `run in a clone of bitnet-flow, not in ${root}`,
    });
  }
  return { pins, pinsFile, readme: await readText(join(root, 'README.md')) };
}

async function compare(root: string, planned: ReadonlyMap<string, string>): Promise<GenerateReport> {
  const changed: string[] = [];
  const missing: string[] = [];
  for (const [path, content] of planned) {
    const present = await readText(join(root, path));
    if (present === undefined) missing.push(path);
    else if (present !== content) changed.push(path);
  }
  const stale = (await generatedFiles(root)).filter((path) => !planned.has(path));
  return { changed: changed.sort(), missing: missing.sort(), stale: stale.sort() };
}

async function generatedFiles(root: string): Promise<string[]> {
  const candidates = ['action.yml'];
  for (const folder of GENERATED_FOLDERS) {
    for (const entry of await entries(join(root, folder))) {
      if (entry.isFile()) candidates.push(`${folder}/${entry.name}`);
      else if (folder === 'actions' && entry.isDirectory()) {
        const inner = await entries(join(root, folder, entry.name));
        candidates.push(...inner.filter((one) => one.isFile()).map((one) => `${folder}/${entry.name}/${one.name}`));
      }
    }
  }
  const generated: string[] = [];
  for (const path of candidates) {
    const text = await readText(join(root, path));
    if (text !== undefined && (isGenerated(text) || PROPERTIES.test(path))) generated.push(path);
  }
  return generated;
}

async function emptyFolders(folder: string): Promise<string[]> {
  const folders = (await entries(folder))
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name));
  const contents = await Promise.all(folders.map(entries));
  return folders.filter((_, index) => contents[index]!.length === 0);
}

async function entries(folder: string) {
  return await readdir(folder, { withFileTypes: true }).catch(ifAbsent([]));
}

async function readText(path: string): Promise<string | undefined> {
  return await readFile(path, 'utf8').catch(ifAbsent(undefined));
}

function ifAbsent<T>(value: T): (error: NodeJS.ErrnoException) => T {
  return (error) => {
    if (error.code === 'ENOENT') return value;
    throw error;
  };
}
