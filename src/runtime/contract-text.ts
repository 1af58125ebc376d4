import {
  CONTRACT_KEYS,
  contractOf,
  contractSchemas,
  type Contract,
  type ContractKey,
} from '../core/contract/contract.ts';
import { FIELDS } from '../core/contract/fields.ts';
import { FlowError } from '../core/errors.ts';
import { checkYaml } from './checked-yaml.ts';
import { findDocument, openDocument, type DocumentKind } from './keyed-document.ts';

const CODE = 'bad-contract';
const KIND: DocumentKind<ContractKey> = {
  code: CODE,
  block: { name: 'contract', first: CONTRACT_KEYS, sections: ['scope', 'contract', 'gates'] },
  missing: 'no mapping with the keys flow, scope, contract and gates',
  fix: 'begin with `flow:`; `bitnet-flow contract new` prints a whole one',
};
/** What `contract new` prints is the block of an issue; it reads wherever it is saved. */
const FENCE = /^\s*(?:```|~~~)/;
/** Text that is a contract from its first line on, behind comments. */
const BARE = /^(?:[ \t]*(?:#.*)?\r?\n)*(?:flow|nmoe):/;

/**
 * Reads a contract that is a YAML file of its own. Throws `bad-contract` with file, line and column, and what to do.
 */
export function parseContractYaml(text: string, file: string): Contract {
  const { key, yaml } = openDocument(text, file, KIND);
  const advise = (path: readonly PropertyKey[]) => FIELDS[String(path.findLast((step) => typeof step === 'string'))];
  return contractOf(
    key === 'flow'
      ? checkYaml(contractSchemas.flow, yaml.value, yaml, file, CODE, advise)
      : checkYaml(contractSchemas.nmoe, yaml.value, yaml, file, CODE, advise),
  );
}

/**
 * Reads the contract out of Markdown, which is an issue's text: from its one fenced block. Undefined when the text holds none;
 * a block that cannot be relied on is an error, never "none". Places are those of the whole text.
 */
export function parseContractMarkdown(text: string, file: string): Contract | undefined {
  const yaml = findDocument(text, file, KIND);
  return yaml === undefined ? undefined : parseContractYaml(yaml, file);
}

/**
 * Reads a contract from a file: YAML where the name ends in .yml or .yaml and the text begins with no fence, or where the text begins with the key of a
 * contract and the name is not that of Markdown; else Markdown. Throws `bad-contract` when there is none.
 */
export function parseContractFile(text: string, file: string): Contract {
  const bare = /\.ya?ml$/i.test(file) ? !FENCE.test(text) : BARE.test(text) && !/\.(?:md|markdown)$/i.test(file);
  return bare ? parseContractYaml(text, file) : contractThatIsThere(parseContractMarkdown(text, file), file);
}

/** The contract of an issue's text. Throws `bad-contract`, also when there is none. */
export function parseContractIssue(body: string, issue: string): Contract {
  return contractThatIsThere(parseContractMarkdown(body, issue), issue);
}

function contractThatIsThere(contract: Contract | undefined, at: string): Contract {
  if (contract !== undefined) return contract;
  throw new FlowError(CODE, 'no contract in this text', {
    at: `${at}:1:1`,
    fix: 'add one ```yaml block with `flow:`, `scope:`, `contract:` and `gates:`',
  });
}
