import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Contract } from '../../core/contract/contract.ts';
import { FlowError } from '../../core/errors.ts';
import { compareIds, type PlanItem } from '../../core/merge-plan/item.ts';
import { parseContractFile } from '../../runtime/contract-text.ts';
import { readText } from '../../runtime/read-text.ts';

/** Contract files of a folder as open items without pull requests; `merged` names those that are merged already. */
export function readContractFolder(folder: string, merged: readonly string[]): PlanItem[] {
  const names = namesIn(folder).filter((name) => /\.(ya?ml|md)$/i.test(name));
  if (names.length === 0) {
    throw new FlowError('bad-input', `${folder} holds no .yml, .yaml or .md file`, {
      at: '--from',
      fix: 'name a folder of contracts, one per file',
    });
  }
  const items = names.map((name) => toItem(parseContractFile(readText(join(folder, name)), name), name, merged));
  const unknown = merged.find((id) => !items.some((item) => item.id === id));
  if (unknown !== undefined) {
    throw new FlowError('bad-input', `no contract in ${folder} has the id ${JSON.stringify(unknown)}`, {
      at: '--merged',
      fix: `name some of ${items
        .map(({ id }) => id)
        .sort(compareIds)
        .slice(0, 20)
        .join(', ')}`,
    });
  }
  return items;
}

function toItem(contract: Contract, name: string, merged: readonly string[]): PlanItem {
  return {
    id: contract.issue,
    slug: contract.slug,
    state: merged.includes(contract.issue) ? 'merged' : 'open',
    dependsOn: contract.dependsOn,
    hotspots: contract.mergeHotspots,
    at: name,
    pulls: [],
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort();
  } catch (cause) {
    const { code = '', message } = cause as NodeJS.ErrnoException;
    const problem = { ENOENT: 'does not exist', ENOTDIR: 'is no folder' }[code] ?? `cannot be read: ${message}`;
    throw new FlowError('bad-input', `${folder} ${problem}`, {
      at: '--from',
      fix: 'name a folder of contracts, one per file',
      cause,
    });
  }
}
