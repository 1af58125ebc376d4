import type { Attestation } from '../../core/attestation/attestation.ts';
import type { Mismatch } from '../../core/attestation/compare.ts';
import { FlowError } from '../../core/errors.ts';
import { parseAttestationMarkdown, parseAttestationYaml } from '../attestation-text.ts';

/** What a text states, or why that cannot be read: a finding beside the others, and no reason to stop. */
export function statedIn(
  text: string,
  file: string,
): { readonly stated: Attestation | undefined; readonly problem: Mismatch | undefined } {
  try {
    const yaml = /\.ya?ml$/i.test(file);
    return {
      stated: yaml ? parseAttestationYaml(text, file) : parseAttestationMarkdown(text, file),
      problem: undefined,
    };
  } catch (error) {
    if (!(error instanceof FlowError) || error.code !== 'bad-attestation') throw error;
    const fix = error.fix === undefined ? '' : `; ${error.fix}`;
    const why = `${error.message}${fix}`;
    return {
      stated: undefined,
      problem: { field: 'attestation', stated: error.at ?? '', computed: 'unreadable', why },
    };
  }
}
