import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeWorld, type World } from '../e2e/flow-world.ts';
import { startModelServer, TOKENS, type Answer, type ModelRequest, type ModelServer } from './model-server.ts';
import { installedProgram } from './program.ts';

const program = await installedProgram();
const here = 'file' in program;
const KEY = 'sk-test-flow-key';

if (!here) {
  test.skip(`a flow with the real Claude Code is left out: ${program.problem}`, () => undefined);
}

const SPEC = '# Decoder\n\nAC1: a block is decoded as [the format](../reference/block.md) says.\n';
const CONTRACT = '# Block\n\nA block has sixteen bytes.\n';

/** What the model does, by the agent that the prompt names: only spec-creator has work, and its first try is refused. */
function model(request: ModelRequest, turn: number): Answer {
  const agent = /^# ([a-z-]+)$/m.exec(request.texts.join('\n'))?.[1] ?? '';
  const hand = (result: object): Answer => ({ use: [['StructuredOutput', { summary: `${agent} did it`, ...result }]] });
  switch (agent) {
    case 'issue-creator':
      return hand({ route: { type: 'NEXT', agent: 'spec-analyzer' } });
    case 'spec-analyzer':
      return hand({ route: { type: 'NEXT', agent: 'issue-finalizer' } });
    case 'issue-finalizer':
      return hand({
        route: { type: 'FINALIZE', agent: 'spec-creator' },
        acceptance_criteria: [{ id: 'AC1', text: 'decodes a block' }],
      });
    case 'spec-creator':
      return (
        [
          { say: 'I write the page.', use: [['Write', { file_path: 'NOTES.md', content: 'not mine' }]] } as const,
          {
            use: [
              ['Write', { file_path: 'docs/explanation/decoder.md', content: SPEC }],
              ['Write', { file_path: 'docs/reference/block.md', content: 'draft' }],
            ],
          } as const,
          { use: [['Write', { file_path: 'docs/reference/block.md', content: CONTRACT }]] } as const,
        ][turn] ?? hand({ route: { type: 'NEXT', agent: 'schema-validator' } })
      );
    default:
      return { status: 401, error: 'authentication_error' };
  }
}

(here ? describe : describe.skip)('hops of the generated workflow with the real Claude Code', () => {
  let world: World;
  let server: ModelServer;
  let dir: string;
  let tokens: string[];
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'bitnet-flow-claude-flow-'));
    const wrapper = join(dir, 'claude');
    writeFileSync(wrapper, `#!/bin/sh\nenv > '${dir}'/env-$$\nexec '${here ? program.file : ''}' "$@"\n`);
    chmodSync(wrapper, 0o755);
    server = await startModelServer(model);
    const minted = new Set<string>();
    world = await makeWorld({
      vars: {
        BITNET_FLOW_ENGINE: 'claude-code',
        BITNET_FLOW_MODEL: 'claude-sonnet-4-5',
        BITNET_FLOW_MODEL_URL: server.url,
        BITNET_FLOW_ENGINE_PATH: wrapper,
      },
      secrets: { BITNET_FLOW_MODEL_KEY: KEY },
      before: async (title, { flow }) => {
        const { mintToken } = flow.github;
        flow.github.mintToken = (options) => {
          const token = mintToken(options);
          minted.add(token);
          return token;
        };
        return !title.includes('/5/1 ');
      },
    });
    await world.flow.start({ subject: String(world.issue) });
    tokens = [...minted];
  }, 180_000);
  afterAll(async () => {
    await world.close();
    await server.close();
    rmSync(dir, { recursive: true, force: true });
  });

  test('each hop succeeds and dispatches the next', () => {
    expect(world.flow.hops.map(({ result }) => `${result.title.replace(/^\d+\//, '')} ${result.conclusion}`)).toEqual([
      '0/0 start success',
      '2/1 spec-analyzer success',
      '3/1 issue-finalizer success',
      '4/1 spec-creator success',
      '5/1 schema-validator cancelled', // ended here on purpose
    ]);
  });

  test('what the model wrote by tool calls is the commit on the branch, and nothing else is', async () => {
    const { state } = await world.ledger();
    const { body } = await world.api('GET', `/commits?sha=feat/${world.issue}`);
    const [last] = body as { sha: string; commit: { message: string } }[];
    expect(last!.sha).toBe(state.head);
    expect(last!.commit.message).toMatch(/^docs: spec-creator did it\n/);
    const files = async (path: string) => {
      const { body: found } = await world.api('GET', `/contents/${path}?ref=feat/${world.issue}`);
      return Buffer.from((found as { content: string }).content, 'base64').toString();
    };
    expect(await files('docs/explanation/decoder.md')).toBe(SPEC);
    expect(await files('docs/reference/block.md')).toBe(CONTRACT);
    expect(await files('README.md')).toBe('# demo\n');
  });

  test('the gate judged the page, not the model', async () => {
    const { state } = await world.ledger();
    const hop = state.hops.find(({ seq }) => seq === 4)!;
    expect(hop.gates.find(({ gate }) => gate === 'spec')).toMatchObject({ status: 'pass' });
    expect(hop.end).toMatchObject({ status: 'pass', next: { agent: 'schema-validator' } });
    expect(state.acs).toEqual(['AC1']);
  });

  test('usage stands in the fact, in the Ledger and in the summary of the hop', async () => {
    const { state, body } = await world.ledger();
    const used = state.hops.find(({ seq }) => seq === 4)!.end!.usage!;
    expect(used).toMatchObject({
      engine: 'claude-code',
      models: ['claude-sonnet-4-5'],
      turns: 4,
      'input-tokens': 4 * (TOKENS.input + TOKENS.cached),
      'output-tokens': 4 * TOKENS.output,
    });
    const cost = (used['cost-microusd']! / 1_000_000).toFixed(4);
    expect(body).toContain(`claude-code: 4 turns, ${used.seconds} s, ${cost} USD; spec-creator did it`);
    const summaries = world.flow.hops.flatMap(({ result }) =>
      result.jobs.flatMap((job) => job.steps.map((s) => s.summary)),
    );
    expect(summaries.join('\n')).toContain(`claude-code: 4 turns, ${used.seconds} s, ${cost} USD; 4400 tokens read`);
  });

  test('A-60 no token of the host reached the program or its model', () => {
    const environments = readdirSync(dir).filter((name) => name.startsWith('env-'));
    expect(environments).toHaveLength(4);
    expect(tokens.length).toBeGreaterThan(4);
    const texts = [
      ...environments.map((name) => readFileSync(join(dir, name), 'utf8')),
      ...server.requests.map((request) => JSON.stringify(request)),
    ];
    for (const text of texts) {
      expect(text).not.toMatch(/^(GITHUB|ACTIONS|RUNNER|INPUT)_/m);
      for (const token of tokens) expect(text).not.toContain(token);
    }
  });

  test('what a hop may not write is no tool, or refused', () => {
    const ofAgent = (agent: string) => server.requests.filter(({ texts }) => texts.join('\n').includes(`# ${agent}\n`));
    expect(ofAgent('spec-analyzer')[0]!.tools).not.toContain('Write');
    const [, second] = ofAgent('spec-creator');
    expect(second!.results).toEqual([{ text: expect.stringContaining('denied'), error: true }]);
  });

  test('every exchange is one that GitHub describes', () => expect(world.flow.github.violations).toEqual([]));
});
