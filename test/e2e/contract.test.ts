import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contractSha256 } from '../../src/core/contract/contract.ts';
import { OWNER } from '../../src/local/flow-run.ts';
import { parseContractMarkdown } from '../../src/runtime/contract-text.ts';
import { makeWorld, root, type World } from './flow-world.ts';
import { endOf } from './process-end.ts';

/** An issue with a contract that allows `allow`. */
const body = (allow: string, risk = 'hot'): string => `As a user I want \`x\`.

\`\`\`yaml
flow: { issue: 01, slug: decoder, kind: feature, risk: ${risk}, complexity: S }
scope: { allow: ['${allow}'] }
contract: { invariants: [the format stays] }
gates: { required: [tests, 'cpu:import'] }
\`\`\`
`;
const hashOf = (text: string): string => contractSha256(parseContractMarkdown(text, '#1')!);

let world: World;
/** What a person does before a hop begins, by the end of its run's title. */
const edits = new Map<string, string>();

beforeAll(async () => {
  world = await makeWorld({
    before: async (title, { api, issue }) => {
      const text = [...edits].find(([end]) => title.endsWith(end))?.[1];
      if (text !== undefined) await api('PATCH', `/issues/${issue}`, { body: text });
      return true;
    },
  });
}, 60_000);
afterAll(() => world.close());

const ends = async (): Promise<string[]> =>
  (await world.ledger()).state.hops.flatMap(({ seq, agent, end }) =>
    end === undefined ? [] : [`${seq} ${agent} ${end.status}${end.reason === undefined ? '' : ` ${end.reason}`}`],
  );

test('a contract that does not read stops the flow at its first hop, with the place in the Decision', async () => {
  edits.set('/0/0 start', body('docs/**', 'hto'));
  await world.flow.start({ subject: String(world.issue) });
  expect(await ends()).toEqual(['1 issue-creator fail contract-refused']);
  const { body: ledger } = await world.ledger();
  expect(ledger).toContain('**State:** needs-rework');
  expect(ledger).toMatch(/cannot be read: #.*1:4:50: flow\.risk is "hto".*did you mean "hot"\?/);
});

test('A-34 repaired and resumed it is approved; edited later it stops the flow, which names both', async () => {
  await world.api('PATCH', `/issues/${world.issue}`, { body: body('docs/**') });
  edits.clear();
  edits.set('/3/1 spec-analyzer', body('src/**'));
  expect((await world.say('/flow resume')).answer).toMatch(/^Resumed/);
  const { state, body: ledger } = await world.ledger();
  expect((await ends()).slice(1)).toEqual(['2 issue-creator pass', '3 spec-analyzer fail contract-changed']);
  expect([state.contract, state.requires]).toEqual([hashOf(body('docs/**')), ['tests', 'cpu:import']]);
  expect(ledger).toContain(`contract ${hashOf(body('docs/**')).slice(0, 12)} approved`);
  expect(ledger.replaceAll('&#8203;', '')).toContain(
    `approved was sha256 ${hashOf(body('docs/**')).slice(0, 12)}, now it is sha256 ${hashOf(body('src/**')).slice(0, 12)}`,
  );
  expect(ledger).toContain('| cpu:import | pending | |');
});

test('approved as it was met it is enforced: a file outside of it stops the hop, and the Decision says which and why', async () => {
  edits.clear();
  await world.say('/flow resume');
  expect((await ends()).slice(3)).toEqual([
    '4 spec-analyzer pass',
    '5 issue-finalizer pass',
    '6 spec-creator fail scope',
  ]);
  const { state, body: ledger } = await world.ledger();
  expect(state.contract).toBe(hashOf(body('src/**')));
  expect(ledger).toContain('Hop 6 spec-creator: fail (scope)');
  expect(ledger).toContain('docs/explanation/a.md (outside-contract: the contract allows src/');
  const { body: issue } = await world.api('GET', `/issues/${world.issue}`);
  const { labels, body: text } = issue as { labels: { name: string }[]; body: string };
  expect(labels.map(({ name }) => name)).toContain('risk:high');
  // The flow has written its criteria into the issue, and the contract is the same.
  expect(text).toContain('<!-- acceptance:start -->');
  expect(hashOf(text)).toBe(hashOf(body('src/**')));
});

test('the built CLI reads the contract of the issue, and says why one is refused', async () => {
  const cli = async (...args: string[]): Promise<{ code: number; text: string }> => {
    const env = {
      PATH: process.env['PATH'],
      GITHUB_API_URL: world.flow.github.url,
      GITHUB_REPOSITORY: `${OWNER}/demo`,
      GITHUB_TOKEN: world.flow.github.people.maintainer,
    };
    const argv = [join(root, 'dist/cli/index.js'), 'contract', ...args];
    const { code, stdout, stderr } = await endOf(process.execPath, argv, { env, timeout: 30_000 });
    return { code, text: stdout + stderr };
  };
  expect(await cli('hash', String(world.issue))).toEqual({ code: 0, text: `${hashOf(body('src/**'))}\n` });
  await world.api('PATCH', `/issues/${world.issue}`, { body: body('.github/**') });
  const refused = await cli('check', String(world.issue));
  expect(refused.code).toBe(1);
  expect(refused.text).toMatch(/^bad-contract \(acme\/demo#1:5:18\): scope\.allow\.0 .*Fix: /);
  // A-34 an issue that is a contract without a fence holds none, though a file of that text would be one.
  await world.api('PATCH', `/issues/${world.issue}`, { body: body('src/**').replace(/[^]*```yaml\n|```\n/g, '') });
  expect(await cli('hash', String(world.issue))).toMatchObject({
    code: 1,
    text: expect.stringMatching(/in a fenced block/),
  });
  expect((await cli('check', '4711')).code).toBe(2);
});

test('the action gives what the contract says, and fails for another one than the approved', async () => {
  await world.api('PATCH', `/issues/${world.issue}`, { body: body('src/**') });
  const run = async (approved: string): Promise<{ code: number; text: string; outputs: string }> => {
    const dir = mkdtempSync(join(tmpdir(), 'contract-'));
    const output = join(dir, 'output');
    writeFileSync(output, '');
    const env = {
      PATH: process.env['PATH'],
      GITHUB_API_URL: world.flow.github.url,
      GITHUB_REPOSITORY: `${OWNER}/demo`,
      GITHUB_OUTPUT: output,
      INPUT_TOKEN: world.flow.github.people.maintainer,
      INPUT_ISSUE: String(world.issue),
      'INPUT_APPROVED-SHA256': approved,
    };
    const argv = [join(root, 'dist/contract.js')];
    const { code, stdout } = await endOf(process.execPath, argv, { env, timeout: 30_000 });
    const outputs = readFileSync(output, 'utf8');
    rmSync(dir, { recursive: true, force: true });
    return { code, text: stdout, outputs };
  };
  const good = await run(hashOf(body('src/**')));
  expect([good.code, good.text]).toEqual([0, expect.stringContaining(hashOf(body('src/**')))]);
  expect(good.outputs).toContain('["tests","cpu:import"]');
  const other = await run(hashOf(body('docs/**')));
  expect([other.code, other.text]).toEqual([1, expect.stringMatching(/^::error::the contract of .* approved was /m)]);
  // What nobody approved is handed to no step after it.
  expect(other.outputs).toBe('');
});
