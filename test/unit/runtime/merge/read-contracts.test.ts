import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { contractSha256 } from '../../../../src/core/contract/contract.ts';
import { encodeBlock } from '../../../../src/core/ledger/block.ts';
import { ledgerMarker } from '../../../../src/core/ledger/render.ts';
import { planMerges } from '../../../../src/core/merge-plan/plan.ts';
import { parseContractMarkdown } from '../../../../src/runtime/contract-text.ts';
import { GitHubHost } from '../../../../src/runtime/github/host.ts';
import { readHostContracts } from '../../../../src/runtime/merge/read-contracts.ts';
import { start as startFact } from '../../core/facts.ts';
import { R, start, type Fixture } from '../../local/github/fixture.ts';

let f: Fixture;
let host: GitHubHost;
beforeAll(async () => {
  f = await start();
  host = new GitHubHost({ token: f.bot, apiUrl: f.host.url, owner: 'acme', repo: 'demo' });
});
afterAll(async () => {
  expect(f.host.violations).toEqual([]);
  await f.close();
});

const text = (issue: string, more = ''): string => `Please.

\`\`\`yaml
flow: { issue: ${issue}, slug: work, kind: docs, risk: cold, complexity: S${more} }
scope: { allow: [a] }
contract: { invariants: [] }
gates: { required: [tests] }
\`\`\`
`;
const post = async (token: string, path: string, body: unknown): Promise<number> =>
  ((await f.api(token, 'POST', R + path, body)).body as { number: number }).number;
const edit = (token: string, issue: number, body: string) => f.api(token, 'PATCH', `${R}/issues/${issue}`, { body });

/** What is read, in short: id, state and blocks of each open contract; what is refused; what does not count. */
async function seen(): Promise<unknown> {
  const { contracts, refused, untrusted } = await readHostContracts(host);
  const { entries } = planMerges(contracts.map(({ item }) => item));
  return {
    open: entries.map(({ id, blockedBy }) => [id, ...blockedBy.map(({ by }) => by)]),
    refused: refused.map(({ why }) => why),
    untrusted,
  };
}

test('A-34: a stranger’s contract counts once a flow was started on it, and neither a change nor its removal frees what it holds', async () => {
  const { maintainer, stranger } = f.host.people;
  const first = await post(maintainer, '/issues', { title: 'Ours', body: text('01') });
  const issue = await post(stranger, '/issues', { title: 'Theirs', body: text('02', ', depends_on: [01]') });
  expect(await seen()).toEqual({ open: [['01']], refused: [], untrusted: [`#${issue}`] });

  const approved = contractSha256(parseContractMarkdown(text('02', ', depends_on: [01]'), 'x')!);
  const fact = startFact({ subject: issue, branch: `feat/${issue}`, contract: approved });
  const ledger = `${ledgerMarker('generative', issue)}\n${encodeBlock([fact])}`;
  // A Ledger of their own making approves nothing.
  await post(stranger, `/issues/${issue}/comments`, { body: ledger });
  await post(maintainer, `/issues/${issue}/labels`, { labels: ['flow:generative'] });
  expect(await seen()).toEqual({ open: [['01']], refused: [], untrusted: [`#${issue}`] });
  await post(f.bot, `/issues/${issue}/comments`, { body: ledger });
  expect(await seen()).toEqual({ open: [['01'], ['02', 'dependency']], refused: [], untrusted: [] });

  await edit(stranger, issue, text('02'));
  expect(await seen()).toEqual({ open: [['01'], ['02', 'changed']], refused: [], untrusted: [] });
  await edit(stranger, issue, 'Nothing here.');
  expect(await seen()).toEqual({
    open: [['01']],
    refused: [`the contract of #${issue} was taken out after it was approved`],
    untrusted: [],
  });
  await edit(stranger, issue, text('02').replace('complexity', 'complexty'));
  expect(await seen()).toMatchObject({ open: [['01']], refused: [expect.stringContaining('complexity')] });
  await edit(maintainer, first, text('01', ', depends_on: [01]'));
  expect(await seen()).toMatchObject({ open: [], refused: [expect.stringContaining('01 -> 01'), expect.anything()] });
});
