import { z } from 'zod';
import { contractSchema } from '../core/contract/contract.ts';
import { FIELDS } from '../core/contract/fields.ts';
import { flowSchema } from '../core/flow.ts';
import { generatedLine } from '../core/generated.ts';
import { policySchema } from '../core/governance-policy.ts';
import { packedManifestSchema } from '../core/parity/packed-manifest.ts';
import { profileSchema } from '../core/profile.ts';
import { quantizationReportSchema } from '../core/parity/quantization-report.ts';
import { agentResultSchema } from '../core/result.ts';
import { setupSchema } from '../core/setup.ts';

type JsonSchema = { [key: string]: unknown };

const BASE = 'https://raw.githubusercontent.com/bitnet-flow/bitnet-flow/main/workflows-templates/schemas';

/** JSON Schemas for editors, by file name. A user's flow or profile file holds only what differs from what it extends. */
export function jsonSchemas(): Map<string, string> {
  const flow = overlay(z.toJSONSchema(flowSchema, { io: 'input', target: 'draft-2020-12' }) as JsonSchema);
  const profile = overlay(z.toJSONSchema(profileSchema, { io: 'input', target: 'draft-2020-12' }) as JsonSchema);
  const result = z.toJSONSchema(agentResultSchema, { io: 'input', target: 'draft-2020-12' }) as JsonSchema;
  const setup = z.toJSONSchema(setupSchema, { io: 'input', target: 'draft-2020-12' }) as JsonSchema;
  const policy = z.toJSONSchema(policySchema, { io: 'input', target: 'draft-2020-12' }) as JsonSchema;
  const packed = z.toJSONSchema(packedManifestSchema, { io: 'input', target: 'draft-2020-12' }) as JsonSchema;
  const contract = described(z.toJSONSchema(contractSchema, { io: 'input', target: 'draft-2020-12' }), FIELDS);
  const measured = z.toJSONSchema(quantizationReportSchema, { io: 'output', target: 'draft-2020-12' }) as JsonSchema;
  return new Map([
    ['packed.schema.json', file('packed.schema.json', 'src/core/parity/packed-manifest.ts', 'packed.json', packed)],
    [
      'quantization-report.schema.json',
      file(
        'quantization-report.schema.json',
        'src/core/parity/quantization-report.ts',
        'Report of the measurement quantization',
        measured,
      ),
    ],
    ['flow.schema.json', file('flow.schema.json', 'src/core/flow.ts', 'A flow of bitnet-flow', flow)],
    ['contract.schema.json', file('contract.schema.json', 'src/core/contract/contract.ts', 'A contract', contract)],
    ['config.schema.json', file('config.schema.json', 'src/core/setup.ts', 'config.yml of bitnet-flow', setup)],
    [
      'policy.schema.json',
      file('policy.schema.json', 'src/core/governance-policy.ts', 'policy.yml of bitnet-flow', policy),
    ],
    ['profile.schema.json', file('profile.schema.json', 'src/core/profile.ts', 'A profile of bitnet-flow', profile)],
    [
      'agent-result.schema.json',
      file('agent-result.schema.json', 'src/core/result.ts', 'result.json of an agent', result),
    ],
  ]);
}

function file(name: string, source: string, title: string, schema: JsonSchema): string {
  const { $schema, ...rest } = schema;
  const head = { $comment: generatedLine(source), $schema, $id: `${BASE}/${name}`, title };
  return `${JSON.stringify({ ...head, ...rest }, null, 2)}\n`;
}

/**
 * The schema of a file that may extend another: with `extends` nothing is required, maps merge and null removes an entry.
 * Without it everything is.
 */
function overlay(schema: JsonSchema): JsonSchema {
  const name = {
    type: 'string',
    description: 'The built-in one that this file changes; the file holds only what differs.',
  };
  const properties = (schema['properties'] ?? {}) as JsonSchema;
  const { required, ...rest } = partial({ ...schema, properties }) as JsonSchema;
  return {
    ...rest,
    properties: { extends: name, ...((rest['properties'] ?? {}) as JsonSchema) },
    ...(Array.isArray(schema['required']) && required === undefined
      ? { if: { not: { required: ['extends'] } }, then: { required: schema['required'] } }
      : {}),
  };
}

/** Every property of every map becomes optional and may be null; lists replace, so their items stay as they are. */
function partial(schema: JsonSchema): JsonSchema {
  const { required: _, ...rest } = schema;
  const result: JsonSchema = { ...rest };
  if (isObject(schema['properties'])) {
    result['properties'] = Object.fromEntries(
      Object.entries(schema['properties']).map(([key, value]) => [key, nullable(partial(value as JsonSchema))]),
    );
  }
  if (isObject(schema['additionalProperties'])) {
    result['additionalProperties'] = nullable(partial(schema['additionalProperties'] as JsonSchema));
  }
  return result;
}

function nullable(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, { type: 'null' }] };
}

/** The schema with what is said of each property, by its key. */
function described(schema: JsonSchema, texts: Readonly<Record<string, string>>): JsonSchema {
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.map((item) => walk(item, ''));
    if (!isObject(value)) return value;
    const inner = Object.entries(value).map(([name, item]) => [name, walk(item, key === 'properties' ? '' : name)]);
    const result = Object.fromEntries(inner) as JsonSchema;
    if (key !== 'properties') return result;
    for (const [name, item] of Object.entries(result)) {
      const text = texts[name];
      if (text !== undefined && isObject(item))
        result[name] = { description: `${text[0]!.toUpperCase()}${text.slice(1)}.`, ...item };
    }
    return result;
  };
  return walk(schema, '') as JsonSchema;
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
