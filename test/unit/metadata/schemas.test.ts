import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { FORM_CONTRACT } from '../../../src/metadata/issue-form.ts';
import { jsonSchemas } from '../../../src/metadata/schemas.ts';

const ajv = new Ajv2020({ strict: false });
const schemas = jsonSchemas();
const validator = (name: string) => ajv.compile(JSON.parse(schemas.get(name)!) as object);
const flow = validator('flow.schema.json');
const profile = validator('profile.schema.json');
const config = validator('config.schema.json');
const result = validator('agent-result.schema.json');
const contract = validator('contract.schema.json');
const file = (path: string): unknown =>
  parse(readFileSync(new URL(`../../../workflows-templates/${path}`, import.meta.url), 'utf8'));

describe('JSON Schemas for editors', () => {
  test.each([
    ['the built-in flow', flow, file('flows/generative.yml')],
    [
      'a flow that changes one route',
      flow,
      { extends: 'generative', agents: { 'impl-creator': { routes: [{ type: 'NEXT', agent: 'code-reviewer' }] } } },
    ],
    ['a flow that removes an agent', flow, { extends: 'generative', agents: { 'policy-fixer': null } }],
    ['the cargo profile', profile, file('profiles/cargo.yml')],
    ['a profile that extends', profile, file('profiles/bitnet-rs.yml')],
    ['the node profile', profile, file('profiles/node.yml')],
    ['a config', config, { version: 1, profile: 'node', actions: `a/b@${'a1'.repeat(20)}`, release: 'v1.0.0' }],
    ['a contract', contract, parse(FORM_CONTRACT)],
    ['a result', result, { summary: 's', route: { type: 'NEXT', agent: 'a' } }],
  ])('%s is accepted', (_, validate, value) => {
    expect(validate(value) ? [] : validate.errors).toEqual([]);
  });

  test.each([
    ['an unknown key of a flow', flow, { extends: 'generative', agent: {} }],
    ['an unknown key of an agent', flow, { extends: 'generative', agents: { a: { route: [] } } }],
    ['a gate that does not exist', flow, { extends: 'generative', agents: { a: { gates: ['test'] } } }],
    ['a whole flow that lacks what one needs', flow, { flow: 'mine' }],
    [
      'a shell string for argv',
      profile,
      {
        extends: 'node',
        gates: { tests: { methods: [{ name: 'primary', steps: [{ id: 'a', argv: 'npm test', parser: 'tap' }] }] } },
      },
    ],
    ['a config with a tag for a pin', config, { version: 1, profile: 'node', actions: 'a/b@v1' }],
    [
      'an unknown key of a config',
      config,
      { version: 1, profile: 'node', actions: `a/b@${'a1'.repeat(20)}`, flows: 'x' },
    ],
    ['a contract with an unknown key', contract, { ...(parse(FORM_CONTRACT) as object), owner: 'me' }],
    ['a contract without scope', contract, { ...(parse(FORM_CONTRACT) as object), scope: undefined }],
    ['a result without a route', result, { summary: 's' }],
    ['a result that sets a gate', result, { summary: 's', route: { type: 'NEXT' }, verdict: 'pass' }],
  ])('%s is refused', (_, validate, value) => {
    expect(validate(value)).toBe(false);
  });
});
