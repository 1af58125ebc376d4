import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { R, start, everything, type Fixture } from './fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await start({
    settings: {
      allowedActions: 'selected',
      allowedPatterns: ['acme/*'],
      actionsMayOpenPulls: false,
      variables: { BITNET_FLOW_ENGINE: 'command' },
      organizationSecrets: ['BITNET_FLOW_MODEL_KEY'],
      runners: [{ name: 'big', labels: ['self-hosted', 'gpu'], online: false }],
      required: [{ context: 'generative:gate:required', app: 15368 }],
    },
  });
});
afterAll(() => fixture.close());
const { api } = { api: (...args: Parameters<Fixture['api']>) => fixture.api(...args) };

const paths = [
  '/actions/permissions',
  '/actions/permissions/selected-actions',
  '/actions/permissions/workflow',
  '/actions/variables',
  '/actions/organization-variables',
  '/actions/secrets',
  '/actions/organization-secrets',
  '/actions/runners',
];

describe('settings of the repository', () => {
  test.each(paths)('GET %s is for administrators, and for an App that was given it', async (path) => {
    const { maintainer, stranger } = fixture.host.people;
    const administrative = fixture.host.mintToken({
      permissions: { administration: 'read', variables: 'read', secrets: 'read' },
    });
    const status = async (token: string) => (await api(token, 'GET', `${R}${path}`)).status;
    expect([
      await status(maintainer),
      await status(administrative),
      await status(stranger),
      await status(fixture.host.mintToken({ permissions: everything })),
    ]).toEqual([200, 200, 403, 403]);
  });

  test('are what the pages show, and what is sent is seen', async () => {
    const { maintainer } = fixture.host.people;
    const get = async (path: string) => (await api(maintainer, 'GET', `${R}${path}`)).body as Record<string, unknown>;
    expect(await get('/actions/permissions')).toMatchObject({ enabled: true, allowed_actions: 'selected' });
    expect(await get('/actions/permissions/selected-actions')).toMatchObject({ patterns_allowed: ['acme/*'] });
    expect(await get('/actions/organization-secrets')).toMatchObject({ total_count: 1 });
    expect(JSON.stringify(await get('/actions/organization-secrets'))).not.toContain('value');
    const made = await api(maintainer, 'POST', `${R}/actions/variables`, { name: 'A', value: '1' });
    expect([made.status, await get('/actions/variables')]).toEqual([
      201,
      expect.objectContaining({ variables: expect.arrayContaining([expect.objectContaining({ name: 'A' })]) }),
    ]);
    expect((await api(maintainer, 'POST', `${R}/actions/variables`, { name: 'A', value: '2' })).status).toBe(409);
    expect(await get('/rules/branches/main')).toMatchObject([{ type: 'required_status_checks' }]);
    expect(await get('/rules/branches/other')).toEqual([]);
  });

  test('decide whether a workflow may open a pull request', async () => {
    await fixture.push('topic', 'a.txt', 'a\n');
    const open = () => api(fixture.bot, 'POST', `${R}/pulls`, { head: 'topic', base: 'main', title: 'T', draft: true });
    expect(await open()).toMatchObject({
      status: 403,
      body: { message: expect.stringMatching(/not permitted to create/) },
    });
    const workflow = `${R}/actions/permissions/workflow`;
    const allow = (token: string) => api(token, 'PUT', workflow, { can_approve_pull_request_reviews: true });
    expect((await allow(fixture.bot)).status).toBe(403);
    expect((await allow(fixture.host.people.maintainer)).status).toBe(204);
    expect((await open()).status).toBe(201);
  });

  test('a label gets its colour back', async () => {
    const { maintainer, stranger } = fixture.host.people;
    await api(maintainer, 'POST', `${R}/labels`, { name: 'state:ready', color: 'ffffff' });
    const change = (token: string) => api(token, 'PATCH', `${R}/labels/state%3Aready`, { color: '0e8a16' });
    expect([(await change(stranger)).status, (await change(maintainer)).body]).toEqual([
      403,
      expect.objectContaining({ name: 'state:ready', color: '0e8a16' }),
    ]);
  });

  test('every exchange is as GitHub describes it', () => expect(fixture.host.violations).toEqual([]));
});
