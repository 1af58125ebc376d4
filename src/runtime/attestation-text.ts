import {
  ATTESTATION_KEYS,
  attestationOf,
  attestationSchemas,
  type Attestation,
} from '../core/attestation/attestation.ts';
import { FlowError } from '../core/errors.ts';
import { findKeyedBlock } from '../core/keyed-block.ts';
import { checkYaml } from './checked-yaml.ts';
import { parseStrictYaml } from './strict-yaml.ts';

const CODE = 'bad-attestation';
const BLOCK = { name: 'attestation', first: ATTESTATION_KEYS, sections: ['gates_passed', 'perf'] };
/** As much as the host takes for a text of a pull request. */
const MAX_CHARS = 64 * 1024;

/** Reads an attestation that is YAML alone. Throws `bad-attestation` with file, line and column, and the nearest valid key. */
export function parseAttestationYaml(text: string, file: string): Attestation {
  const yaml = parseStrictYaml(text, file, CODE, 'failsafe');
  const { value } = yaml;
  const place = (path: readonly PropertyKey[]): string => {
    const { line, col } = yaml.locate(path);
    return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new FlowError(CODE, 'no mapping with the keys flow_pr and gates_passed', {
      at: place([]),
      fix: 'begin with `flow_pr:`',
    });
  }
  const [key = 'flow_pr', second] = ATTESTATION_KEYS.filter((name) => Object.hasOwn(value, name));
  if (second !== undefined) {
    throw new FlowError(CODE, `two first keys, ${key} and ${second}`, {
      at: place([second]),
      fix: 'leave one of them',
    });
  }
  return attestationOf(
    key === 'flow_pr'
      ? checkYaml(attestationSchemas.flow_pr, value, yaml, file, CODE)
      : checkYaml(attestationSchemas.nmoe_pr, value, yaml, file, CODE),
  );
}

/**
 * Reads the attestation out of a pull request's text: from its one fenced block. Undefined when the text holds none; a block that
 * cannot be relied on is an error, never "none".
 */
export function parseAttestationMarkdown(text: string, file: string): Attestation | undefined {
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
  return parseAttestationYaml(found.yaml, file);
}
