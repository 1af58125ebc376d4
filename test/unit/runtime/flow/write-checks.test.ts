import { describe, expect, test } from '@jest/globals';
import { fold } from '../../../../src/core/fold.ts';
import type { CheckRun, GitHubHost } from '../../../../src/runtime/github/host.ts';
import { realClock } from '../../../../src/runtime/github/transport.ts';
import { writeChecks } from '../../../../src/runtime/flow/write-checks.ts';
import { end, gate, sha, start } from '../../core/facts.ts';
import { makeHop } from './hop.ts';

const hop = makeHop({ seq: 1, agent: 'issue-creator', fence: 100, head: sha(0), base: sha(0) });
const facts = [start(), gate(), end()];
const note = { path: 'a.ts', start_line: 1, end_line: 1, annotation_level: 'warning', title: 't', message: 'm' };

interface Body {
  readonly name?: string;
  readonly external_id?: string;
  readonly conclusion?: string;
  readonly output?: { title?: string; summary?: string; text?: string; annotations?: unknown[] };
}

/** Check runs as a host keeps them: annotations of every request are added to those that are there. */
function host(): { checks: CheckRun[]; asked: string[]; host: GitHubHost } {
  const checks: CheckRun[] = [];
  const asked: string[] = [];
  const kept = (known: CheckRun | undefined, id: number, body: Body): CheckRun => ({
    id,
    name: body.name ?? known?.name ?? '',
    conclusion: body.conclusion ?? known?.conclusion ?? null,
    app: 'github-actions',
    externalId: body.external_id ?? known?.externalId ?? '',
    title: body.output?.title ?? '',
    summary: body.output?.summary ?? '',
    text: body.output?.text ?? '',
    annotations: (known?.annotations ?? 0) + (body.output?.annotations?.length ?? 0),
  });
  const api = {
    listChecks: () => Promise.resolve([...checks]),
    createCheck: (body: Body) => {
      asked.push(`create ${body.name}`);
      checks.push(kept(undefined, checks.length + 1, body));
      return Promise.resolve(checks.length);
    },
    updateCheck: (id: number, body: Body) => {
      asked.push(`update ${checks[id - 1]!.name}`);
      checks[id - 1] = kept(checks[id - 1], id, body);
      return Promise.resolve();
    },
  };
  return { checks, asked, host: api as unknown as GitHubHost };
}

const write = (at: ReturnType<typeof host>, annotations: number, written = facts) =>
  writeChecks({
    world: { host: at.host, clock: realClock, log: () => undefined, pause: 0, repository: '', rerun: true },
    hop,
    facts: written,
    end: end(),
    state: fold(written),
    reports: new Map([['tests', JSON.stringify({ annotations: Array(annotations).fill(note), rows: [], text: '' })]]),
    fresh: false,
  });

describe('Check Runs of a run that was started again', () => {
  test.each([0, 1, 50, 120])('with %i annotations are written once', async (annotations) => {
    const at = host();
    await write(at, annotations);
    const [before, made] = [structuredClone(at.checks), at.asked.length];
    expect(before.map((check) => check.annotations)).toEqual([annotations, 0]);
    await write(at, annotations);
    expect(at.asked).toHaveLength(made);
    expect(at.checks).toEqual(before);
  });

  test('the missing ones are made, those that stand are left', async () => {
    const at = host();
    await write(at, 1);
    at.checks.pop();
    at.asked.length = 0;
    await write(at, 1);
    expect(at.asked).toEqual(['create generative:gate:guard']);
  });

  test('a check of several requests goes on where it broke off', async () => {
    const at = host();
    await write(at, 120);
    at.checks[0] = { ...at.checks[0]!, annotations: 50 };
    at.asked.length = 0;
    await write(at, 120);
    expect(at.asked).toEqual(['update generative:gate:tests', 'update generative:gate:tests']);
    expect(at.checks[0]!.annotations).toBe(120);
  });

  test('a gate that was judged again tells what it measured now, without its annotations twice', async () => {
    const at = host();
    await write(at, 60);
    at.asked.length = 0;
    const slower = gate({ evidence: [...gate().evidence, { key: 'ms', value: '9' }] });
    await write(at, 60, [start(), slower, end()]);
    expect(at.asked).toEqual(['update generative:gate:tests']);
    expect(at.checks[0]).toMatchObject({ annotations: 60, text: expect.stringContaining('"ms"') });
  });

  test('I4 a newer fact is written over the older one', async () => {
    const at = host();
    await write(at, 0);
    at.asked.length = 0;
    await write(at, 0, [start(), gate({ status: 'fail' }), end()]);
    expect(at.asked[0]).toBe('update generative:gate:tests');
    expect(at.checks[0]!.conclusion).toBe('failure');
  });
});

test('the check of the aggregate explains itself, gate by gate', async () => {
  const at = host();
  const aggregate = gate({ gate: 'required', status: 'fail', evidence: [{ key: 'required', value: '1/6 pass' }] });
  await write(at, 0, [start(), gate(), aggregate, end()]);
  const check = at.checks.find(({ name }) => name === 'generative:gate:required')!;
  const { sha: head } = aggregate;
  expect(check.conclusion).toBe('failure');
  expect(check.summary).toContain('| Required gate | State | Commit | Reason | Accepted by | Counts |');
  expect(check.summary).toContain(`| tests | pass | \`${head.slice(0, 7)}\` |  |  | yes |`);
  expect(check.summary).toContain('| docs | absent |  |  |  | **no** |');
  expect(at.checks.find(({ name }) => name === 'generative:gate:tests')!.summary).not.toContain('Required gate');
});
