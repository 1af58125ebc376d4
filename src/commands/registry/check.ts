import { dirname } from 'node:path';
import { errorsOf } from '../../core/gate-registry/finding.ts';
import { counted, findingsSummary, listFindings, listRegistry } from '../../core/gate-registry/listing.ts';
import { gitSays } from '../../runtime/git/top.ts';
import { loadRegistry } from '../../runtime/gate-registry/load.ts';
import { readText } from '../../runtime/read-text.ts';

export interface CheckOptions {
  readonly json?: boolean;
}

/** Reads a registry and says everything that is wrong with it. Its tree is the git repository it lies in; without one, files are not looked for. */
export async function checkRegistry(file: string): Promise<{ ok: boolean; lines: string[]; json: object }> {
  const text = readText(file);
  const tree = await treeOf(dirname(file));
  const { registry, findings } = loadRegistry(text, file, tree);
  const ok = errorsOf(findings).length === 0;
  const { version, target, gates, bundles } = registry;
  const title = [
    `version ${version || '?'}`,
    ...(target === undefined ? [] : [`target ${target}`]),
    counted(gates.size, 'gate'),
    counted(bundles.size, 'bundle'),
  ];
  const blind = tree === undefined ? ['', 'not in a git repository: requires_files is not compared with a tree'] : [];
  return {
    ok,
    lines: [
      `${file}: ${title.join(', ')}`,
      '',
      ...listRegistry(registry),
      ...blind,
      '',
      ...listFindings(file, findings),
    ],
    json: {
      file,
      ok,
      summary: findingsSummary(findings),
      version,
      target: target ?? null,
      gates: [...gates.values()],
      bundles: Object.fromEntries(bundles),
      tree: tree === undefined ? null : tree.length,
      findings,
    },
  };
}

/** Tracked files of the repository around a folder, from its top; undefined outside of one. */
async function treeOf(folder: string): Promise<readonly string[] | undefined> {
  const top = await gitSays(folder, 'rev-parse', '--show-toplevel');
  if (top === undefined || top === '') return undefined;
  const listed = await gitSays(top, 'ls-files', '-z', '--cached', '--others', '--exclude-standard');
  return listed?.split('\0').filter((path) => path !== '');
}
