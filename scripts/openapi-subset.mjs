// Cuts GitHub's OpenAPI description down to the endpoints the stand-in serves, for the check of every request and
// response. The package is 385 MB unpacked, so it is fetched into a temporary directory and only one file is taken.
// Usage: npx tsx scripts/openapi-subset.mjs [VERSION]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { endpoints } from '../src/local/github/endpoints.ts';

const name = '@octokit/openapi';
const version = process.argv[2] ?? '23.0.2';
const target = fileURLToPath(new URL('../src/local/github/openapi/github.json', import.meta.url));

const work = mkdtempSync(join(tmpdir(), 'openapi-'));
const run = (...argv) =>
  execFileSync(argv[0], argv.slice(1), { cwd: work, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
let source;
let licence;
try {
  const archive = run('npm', 'pack', '--silent', `${name}@${version}`).trim().split('\n').at(-1);
  run('tar', 'xzf', archive, 'package/package.json', 'package/generated/api.github.com.json');
  source = JSON.parse(readFileSync(join(work, 'package/generated/api.github.com.json'), 'utf8'));
  licence = JSON.parse(readFileSync(join(work, 'package/package.json'), 'utf8')).license;
} finally {
  rmSync(work, { recursive: true, force: true });
}

const plain = [
  'type',
  'enum',
  'format',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
];
const formats = new Set(['date-time', 'date', 'uri', 'email']);
const used = new Set();

/** A schema with its validation keywords only, as JSON Schema: `nullable` becomes a type, `oneOf` becomes `anyOf`. */
function clean(schema) {
  if (schema.$ref !== undefined) {
    const key = schema.$ref.replace('#/components/schemas/', '');
    used.add(key);
    return { $ref: `#/components/schemas/${key}` };
  }
  const out = {};
  for (const key of plain) if (schema[key] !== undefined) out[key] = schema[key];
  if (!formats.has(out.format)) delete out.format;
  // Parts of GitHub's `oneOf` lists overlap, so that a right answer may match two of them.
  const any = schema.anyOf ?? schema.oneOf;
  if (any) out.anyOf = any.map(clean);
  if (schema.allOf) out.allOf = schema.allOf.map(clean);
  if (schema.items) out.items = clean(schema.items);
  if (schema.required?.length > 0) out.required = schema.required;
  if (schema.properties) {
    out.properties = Object.fromEntries(Object.entries(schema.properties).map(([key, value]) => [key, clean(value)]));
  }
  if (schema.additionalProperties === false) out.additionalProperties = false;
  else if (typeof schema.additionalProperties === 'object')
    out.additionalProperties = clean(schema.additionalProperties);
  if (!schema.nullable) return out;
  if (typeof out.type === 'string') {
    const nullable = { ...out, type: [out.type, 'null'] };
    if (out.enum && !out.enum.includes(null)) nullable.enum = [...out.enum, null];
    return nullable;
  }
  return Object.keys(out).length === 0 ? out : { anyOf: [out, { type: 'null' }] };
}

/** `created` is described as a date, but takes the comparisons and ranges of GitHub's search too. */
function parameter({ name, schema }) {
  return name === 'created' ? { type: 'string' } : clean(schema);
}

/** Follows one reference into the source. */
function deref(value) {
  if (value?.$ref === undefined) return value;
  return value.$ref
    .slice(2)
    .split('/')
    .reduce((at, key) => at[key.replaceAll('~1', '/').replaceAll('~0', '~')], source);
}

// The description names some parameters otherwise than the table; only the places count.
const shape = (path) => path.replace(/\{\w+\}/g, '{}');
const paths = new Map(Object.keys(source.paths).map((path) => [shape(path), path]));
const operations = {};
for (const { method, template } of endpoints) {
  const path = source.paths[template] ? template : paths.get(shape(template));
  const operation = source.paths[path]?.[method.toLowerCase()];
  if (!operation)
    throw new Error(`${method} ${template} is not in ${name} ${version}; correct src/local/github/endpoints.ts`);
  const query = [...(source.paths[path].parameters ?? []), ...(operation.parameters ?? [])]
    .map(deref)
    .filter((p) => p.in === 'query');
  const body = deref(operation.requestBody)?.content?.['application/json']?.schema;
  const responses = {};
  for (const [status, value] of Object.entries(operation.responses)) {
    const schema = deref(value).content?.['application/json']?.schema;
    responses[status] = schema ? clean(schema) : null;
  }
  operations[`${method} ${template}`] = {
    ...(query.length > 0
      ? { query: { type: 'object', properties: Object.fromEntries(query.map((p) => [p.name, parameter(p)])) } }
      : {}),
    ...(body ? { request: clean(body) } : {}),
    responses,
  };
}

const schemas = {};
for (let size = -1; size !== used.size;) {
  size = used.size;
  for (const key of [...used]) schemas[key] ??= clean(source.components.schemas[key]);
}
const sorted = Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
const origin = {
  generated: 'by scripts/openapi-subset.mjs; do not edit',
  package: name,
  version,
  source: 'https://github.com/github/rest-api-description, through https://github.com/octokit/openapi',
  licence,
  changes:
    'endpoints of src/local/github/endpoints.ts only; descriptions and examples removed; nullable and oneOf rewritten',
};
const json = JSON.stringify({ 'x-origin': origin, operations, components: { schemas: sorted } });
const text = await format(json, { ...(await resolveConfig(target)), filepath: target });
writeFileSync(target, text);
process.stdout.write(`${target}: ${Math.round(text.length / 1024)} KB, ${Object.keys(operations).length} operations\n`);
