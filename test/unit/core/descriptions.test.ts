import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { allowsInput } from '../../../src/core/allowance.ts';
import { flowSchema } from '../../../src/core/flow.ts';
import { policySchema } from '../../../src/core/governance-policy.ts';
import { labelsInput } from '../../../src/core/labels-input.ts';
import { packedManifestSchema } from '../../../src/core/parity/packed-manifest.ts';
import { profileSchema } from '../../../src/core/profile.ts';
import { agentResultSchema } from '../../../src/core/result.ts';
import { setupSchema } from '../../../src/core/setup.ts';

/** Every description of a schema, by the path of what it describes. */
function descriptions(schema: z.ZodType): [path: string, text: string][] {
  const found: [string, string][] = [];
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'description' && typeof value === 'string') found.push([path, value]);
      else
        walk(
          value,
          ['properties', 'items', 'anyOf', 'additionalProperties'].includes(key) || /^\d+$/.test(key)
            ? path
            : `${path}.${key}`,
        );
    }
  };
  walk(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), '');
  return found;
}

describe('what an editor or an agent is shown of a key is one or more sentences', () => {
  test.each<[string, z.ZodType, string]>([
    [
      'a result',
      agentResultSchema,
      '.summary .route .claim .gates .story .acceptance_criteria .pr .progress .advisories .plan',
    ],
    [
      'a setup',
      setupSchema,
      '.version .flow .profile .flow-file .profile-file .contracts .tiers .tiers.registry .tiers.runner .tiers.environment .tiers.image .actions .release',
    ],
    ['allowances', allowsInput, '.allows'],
    ['labels', labelsInput, '.labels'],
    [
      'a policy',
      policySchema,
      '.version .protected .licence-header .licence-files .codeowners .sign-off .sign-off-exempt .labels',
    ],
    [
      'packed tensors',
      packedManifestSchema,
      '.producer .tensors.name .tensors.format .tensors.rows .tensors.columns .tensors.tiles .tensors.file .tensors.offset .tensors.sha256 .tensors.scale .tensors.quantizer',
    ],
    ['a profile', profileSchema, ''],
    ['a flow', flowSchema, ''],
  ])('%s', (_, schema, paths) => {
    const all = descriptions(schema);
    if (paths !== '') expect(all.map(([path]) => path)).toEqual(paths.split(' '));
    else expect(all.length).toBeGreaterThan(10);
    for (const [path, text] of all)
      expect([path, text]).toEqual([path, expect.stringMatching(/^[`a-zA-Z][^]{8,}[.]$/)]);
  });
});
