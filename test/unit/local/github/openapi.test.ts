import { readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { endpoints, matchEndpoint } from '../../../../src/local/github/endpoints.ts';
import { checkExchange } from '../../../../src/local/github/openapi-check.ts';
import type { Exchange } from '../../../../src/local/github/openapi-check.ts';

const file = new URL('../../../../src/local/github/openapi/github.json', import.meta.url);
const description = JSON.parse(readFileSync(file, 'utf8')) as {
  'x-origin': Record<string, string>;
  operations: Record<string, unknown>;
};

describe('the subset of the OpenAPI description', () => {
  test('holds exactly the endpoints served, names its origin, and is small', () => {
    const served = endpoints.map(({ method, template }) => `${method} ${template}`);
    expect(Object.keys(description.operations).sort()).toEqual([...served].sort());
    expect(description['x-origin']).toMatchObject({ package: '@octokit/openapi', licence: 'MIT' });
    expect(description['x-origin']['version']).toMatch(/^\d+\.\d+\.\d+$/);
    expect(statSync(file).size).toBeLessThan(500_000);
  });

  test('each endpoint is found by its own path', () => {
    for (const { method, template } of endpoints) {
      const path = template.replaceAll(/\{\w+\}/g, 'x');
      expect([template, matchEndpoint(method, path)?.endpoint.template]).toEqual([template, template]);
    }
    expect(matchEndpoint('GET', '/repos/o/r/issues/%E0%A4%A')).toBeUndefined();
  });
});

const good: Exchange = {
  method: 'POST',
  path: '/repos/o/r/labels',
  template: '/repos/{owner}/{repo}/labels',
  query: new URLSearchParams(),
  request: '{"name":"a"}',
  status: 201,
  response: JSON.stringify({
    id: 1,
    node_id: 'x',
    url: 'https://api.github.com/repos/o/r/labels/a',
    name: 'a',
    description: null,
    color: 'ff0000',
    default: false,
  }),
};
const without = (name: string) => {
  return JSON.stringify({ ...(JSON.parse(good.response) as Record<string, unknown>), [name]: undefined });
};

describe('an exchange', () => {
  test('that is right has no violation', () => expect(checkExchange(good)).toEqual([]));

  const wrong: [string, Partial<Exchange>, string, string][] = [
    ['lacks a field in the response', { response: without('color') }, 'response 201', ''],
    [
      'has a wrong type in the response',
      { response: good.response.replace('"id":1', '"id":"1"') },
      'response 201',
      '/id',
    ],
    ['has a bad address', { response: good.response.replace('https://', 'no address ') }, 'response 201', '/url'],
    ['lacks a field in the request', { request: '{}' }, 'request', ''],
    ['has a wrong type in the request', { request: '{"name":1}' }, 'request', '/name'],
    ['has an undocumented status', { status: 200 }, 'response 200', ''],
    ['is not described', { template: '/nowhere' }, 'request', ''],
    ['is not served', { template: undefined }, 'request', ''],
  ];
  test.each(wrong)('that %s is a violation', (_, change, part, instance) => {
    expect(checkExchange({ ...good, ...change })).toContainEqual(expect.objectContaining({ part, instance }));
  });

  test('a query is read as text: numbers pass, words for numbers do not', () => {
    const listing = { ...good, method: 'GET', request: '', status: 200, response: '[]' };
    expect(checkExchange({ ...listing, query: new URLSearchParams('per_page=5') })).toEqual([]);
    expect(checkExchange({ ...listing, query: new URLSearchParams('per_page=many') })).toMatchObject([
      { part: 'query' },
    ]);
  });
});
