import {
  ATTESTATION_KEYS,
  attestationOf,
  attestationSchemas,
  type Attestation,
} from '../core/attestation/attestation.ts';
import { checkYaml } from './checked-yaml.ts';
import { findDocument, openDocument, type DocumentKind } from './keyed-document.ts';

const CODE = 'bad-attestation';
const KIND: DocumentKind<(typeof ATTESTATION_KEYS)[number]> = {
  code: CODE,
  block: { name: 'attestation', first: ATTESTATION_KEYS, sections: ['gates_passed', 'perf'] },
  missing: 'no mapping with the keys flow_pr and gates_passed',
  fix: 'begin with `flow_pr:`',
};

/** Reads an attestation that is YAML alone. Throws `bad-attestation` with file, line and column, and the nearest valid key. */
export function parseAttestationYaml(text: string, file: string): Attestation {
  const { key, yaml } = openDocument(text, file, KIND);
  return attestationOf(
    key === 'flow_pr'
      ? checkYaml(attestationSchemas.flow_pr, yaml.value, yaml, file, CODE)
      : checkYaml(attestationSchemas.nmoe_pr, yaml.value, yaml, file, CODE),
  );
}

/**
 * Reads the attestation out of a pull request's text: from its one fenced block. Undefined when the text holds none; a block that
 * cannot be relied on is an error, never "none".
 */
export function parseAttestationMarkdown(text: string, file: string): Attestation | undefined {
  const yaml = findDocument(text, file, KIND);
  return yaml === undefined ? undefined : parseAttestationYaml(yaml, file);
}
