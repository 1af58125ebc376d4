import { CONTRACT_KEYS, contractOf, contractSchemas, type Contract } from '../core/contract/contract.ts';
import { FIELDS } from '../core/contract/fields.ts';
import { FlowError } from '../core/errors.ts';
import { findKeyedBlock } from '../core/keyed-block.ts';
import { checkYaml } from './checked-yaml.ts';
import { parseStrictYaml } from './strict-yaml.ts';

const CODE = 'bad-contract';
const BLOCK = { name: 'contract', first: CONTRACT_KEYS, sections: ['scope', 'contract', 'gates'] };
const MAX_CHARS = 64 * 1024;
/** What `contract new` prints is the block of an issue; it reads wherever it is saved. */
const FENCE = /^\s*(?:```|~~~)/;

/**
 * Reads a contract that is a YAML file of its own. Throws `bad-contract` with file, line and column, and what to do.
 */
export function parseContractYaml(text: string, file: string): Contract {
  const yaml = parseStrictYaml(text, file, CODE, 'failsafe');
  const { value } = yaml;
  const place = (path: readonly PropertyKey[]): string => {
    const { line, col } = yaml.locate(path);
    return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new FlowError(CODE, 'no mapping with the keys flow, scope, contract and gates', {
      at: place([]),
      fix: 'begin with `flow:`; `bitnet-flow contract new` prints a whole one',
    });
  }
  const [key = 'flow', second] = CONTRACT_KEYS.filter((name) => Object.hasOwn(value, name));
  if (second !== undefined) {
    throw new FlowError(CODE, `two first keys, ${key} and ${second}`, {
      at: place([second]),
      fix: 'leave one of them',
    });
  }
  const advise = (path: readonly PropertyKey[]) => FIELDS[String(path.findLast((step) => typeof step === 'string'))];
  return contractOf(
    key === 'flow'
      ? checkYaml(contractSchemas.flow, value, yaml, file, CODE, advise)
      : checkYaml(contractSchemas.nmoe, value, yaml, file, CODE, advise),
  );
}

/**
 * Reads the contract out of Markdown, which is an issue's text: from its one fenced block. Undefined when the text holds none;
 * a block that cannot be relied on is an error, never "none". Places are those of the whole text.
 */
export function parseContractMarkdown(text: string, file: string): Contract | undefined {
  if (text.length > MAX_CHARS) {
    throw new FlowError(CODE, `${text.length} characters, at most ${MAX_CHARS} are read`, {
      at: `${file}:1:1`,
      fix: 'make the text shorter',
    });
  }
  const found = findKeyedBlock(text, BLOCK);
  if (found.kind === 'none') return undefined;
  if (found.kind === 'refused') {
    throw new FlowError(CODE, found.problem, { at: `${file}:${found.line}:1`, fix: found.fix });
  }
  return parseContractYaml(found.yaml, file);
}

/**
 * Reads a contract from a file: YAML where the name ends in .yml or .yaml and the text begins with no fence, else Markdown. Throws `bad-contract` when
 * there is none.
 */
export function parseContractFile(text: string, file: string): Contract {
  if (/\.ya?ml$/i.test(file) && !FENCE.test(text)) return parseContractYaml(text, file);
  const contract = parseContractMarkdown(text, file);
  if (contract !== undefined) return contract;
  throw new FlowError(CODE, 'no contract in this text', {
    at: `${file}:1:1`,
    fix: 'add one ```yaml block with `flow:`, `scope:`, `contract:` and `gates:`',
  });
}
