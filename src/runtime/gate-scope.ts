import { contractSha256, type Contract } from '../core/contract/contract.ts';
import { FlowError } from '../core/errors.ts';
import type { ScopeObservation } from '../core/gate.ts';
import type { History } from '../core/diff/history.ts';
import { parseContractFile, parseContractYaml } from './contract-text.ts';
import { readFiles, type JudgedTree } from './gate-tree.ts';
import { readScopeDiff } from './scope-diff.ts';

/** The globs that a scope is made of, and where they come from. */
export type HeldTo = Pick<ScopeObservation, 'allow' | 'deny' | 'source'>;

/** The inputs of gate-scope, as far as they were given. */
export interface ScopeInputs {
  readonly contract?: string | undefined;
  readonly 'contract-file'?: string | undefined;
  readonly allow?: string | undefined;
  readonly deny?: string | undefined;
}

/** The scope that the inputs name, with what is said of the diff; undefined when they name none. */
export async function readScope(
  tree: JudgedTree,
  history: History | undefined,
  inputs: ScopeInputs,
): Promise<ScopeObservation | undefined> {
  const held = await heldTo(tree, inputs);
  if (held === undefined) return undefined;
  const from = history?.mergeBase;
  if (from === undefined) return { ...held, pointers: new Set(), touched: new Map() };
  return { ...held, ...(await readScopeDiff(tree.place, from, tree.head, history!.files)) };
}

async function heldTo(tree: JudgedTree, inputs: ScopeInputs): Promise<HeldTo | undefined> {
  const { contract: text, 'contract-file': path, allow, deny } = inputs;
  const given = Object.entries({ contract: text, 'contract-file': path, allow }).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );
  if (given.length > 1) {
    throw new FlowError('bad-input', `${given.join(' and ')} are both given`, {
      at: given[1]!,
      fix: 'give one of them',
    });
  }
  if (text !== undefined) return scopeOf(parseGiven(text), deny);
  if (path !== undefined) return scopeOf(parseContractFile(await fileOfBase(tree, path), path), deny);
  if (allow === undefined) return undefined;
  return { allow: globs(allow), deny: globs(deny ?? ''), source: 'the inputs allow and deny' };
}

/** The scope of a contract, and where it comes from. */
export function scopeOf(contract: Contract, deny = ''): HeldTo {
  const { issue, scope } = contract;
  const source = `contract ${issue}, sha256 ${contractSha256(contract).slice(0, 12)}`;
  return { allow: scope.allow, deny: [...scope.deny, ...globs(deny)], source };
}

/** Markdown when it has a fence, else YAML; JSON is YAML. */
function parseGiven(text: string): Contract {
  return /^ {0,3}(```|~~~)/m.test(text) ? parseContractFile(text, 'contract.md') : parseContractYaml(text, 'contract');
}

/** A contract is read from the base, so that the branch cannot widen its own scope. */
async function fileOfBase(tree: JudgedTree, path: string): Promise<string> {
  const { base } = tree;
  if (base === undefined) {
    throw new FlowError('bad-input', 'the contract is read from the base commit, and there is none', {
      at: 'contract-file',
      fix: 'set `with: { base: … }`',
    });
  }
  const text = (await readFiles(tree, base, [path])).get(path);
  if (text !== undefined) return text;
  throw new FlowError('not-found', `${path} is not in the base commit ${base.slice(0, 7)}`, {
    at: 'contract-file',
    fix: 'merge the contract first, or give its text by `contract`',
  });
}

const globs = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
