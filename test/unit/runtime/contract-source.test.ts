import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contractOfPull } from '../../../src/runtime/contract-source.ts';
import { GitHubHost } from '../../../src/runtime/github/host.ts';
import { R, start, type Fixture } from '../local/github/fixture.ts';

let f: Fixture;
let host: GitHubHost;
beforeAll(async () => {
  f = await start();
  host = new GitHubHost({ token: f.bot, apiUrl: f.host.url, owner: 'acme', repo: 'demo' });
  await f.push('dev', 'a.txt', 'dev\n');
});
afterAll(async () => {
  expect(f.host.violations).toEqual([]);
  await f.close();
});

const text = (issue: string, risk = 'cold'): string => `Please.

\`\`\`yaml
flow: { issue: ${issue}, slug: work, kind: docs, risk: ${risk}, complexity: S }
scope: { allow: [a] }
contract: { invariants: [] }
gates: { required: [tests] }
\`\`\`
`;
const post = async (path: string, body: unknown, token = f.host.people.maintainer): Promise<number> =>
  ((await f.api(token, 'POST', R + path, body)).body as { number: number }).number;
const pull = async (branch: string, body: string, base = 'main'): Promise<number> => {
  await f.push(branch, 'b.txt', `${branch}\n`);
  return await post('/pulls', { title: branch, head: branch, base, body });
};
const said = async (number: number): Promise<string> =>
  await contractOfPull(host, number).then(
    ({ contract, from }) => `${contract.issue} of ${from}`,
    (error: { toLine(): string }) => error.toLine(),
  );

test('a pull request without a contract that counts is told what is the matter with it, and not with others', async () => {
  const good = await post('/issues', { title: 'good', body: text('01') });
  const broken = await post('/issues', { title: 'broken', body: text('02', 'cloud') });
  const strange = await post('/issues', { title: 'strange', body: text('03') }, f.host.people.stranger);

  expect(await said(999)).toBe(
    'not-found (pr): there is no pull request #999 in acme/demo. Fix: give the number of a pull request; an issue is none',
  );
  expect(await said(good)).toContain(`there is no pull request #${good} in acme/demo`);

  const named = await pull('named', `Closes #${broken}`);
  expect(await said(named)).toBe(
    `refused (pr): the contract that acme/demo#${named} names does not count: bad-contract (#${broken}:4:44): flow.risk is "cloud": Invalid option: expected one of "hot"|"warm"|"cold". Fix: did you mean "cold"?`,
  );
  const both = await pull('both', `Closes #${good}, closes #${broken}`);
  expect(await said(both)).toContain('refused (pr): the contract that acme/demo#');

  const theirs = await pull('theirs', `Closes #${strange}`);
  expect(await said(theirs)).toContain(`that of #${strange} is by somebody who may not write here`);

  const lone = await pull('lone', 'Words.');
  expect(await said(lone)).toBe(
    `not-found (pr): no contract counts for acme/demo#${lone}: its text closes no issue with one, and its branch is named after none that can be read (#${broken} cannot). Fix: write \`Closes #N\` into its text, N being the issue with the contract, or name its branch issue/<id>-<slug>`,
  );

  const aside = await pull('aside', `Closes #${good}`, 'dev');
  expect(await said(aside)).toContain('it goes into dev, and contracts are for what goes into main');

  const own = await pull('own', `Closes #${good}`);
  expect(await said(own)).toBe(`01 of acme/demo#${good}`);
  await f.api(f.host.people.maintainer, 'PATCH', `${R}/pulls/${own}`, { state: 'closed' });
  expect(await said(own)).toContain(`acme/demo#${own} is closed, and only an open pull request`);
});
