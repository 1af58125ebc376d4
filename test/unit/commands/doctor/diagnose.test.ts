import { describe, expect, test } from '@jest/globals';
import { diagnoseRepository, type Finding } from '../../../../src/commands/doctor/diagnose.ts';
import { gateVerdicts } from '../../../../src/commands/doctor/gate-checks.ts';
import type { LocalObserved, Observed, RemoteObserved, ToolSeen } from '../../../../src/commands/doctor/observed.ts';
import { doctorLines } from '../../../../src/commands/doctor/report.ts';
import { toolOf } from '../../../../src/core/tools.ts';
import { LABELS } from '../../../../src/flow/labels.ts';

const sha = 'a1'.repeat(20);
const setup = { version: 1, flow: 'generative', profile: 'node', actions: `acme/flow@${sha}` } as const;
const tool = (name: string) => ({ tool: toolOf(name.split(' ')), version: `${name} 1.0` });
const lacks = (name: string) => ({ tool: toolOf(name.split(' ')), version: undefined });
const gate = (name: string, ...methods: ToolSeen[][]) => ({
  gate: name,
  runner: 'ubuntu-latest',
  needsCommand: true,
  methods: methods.map((tools, at) => ({ name: ['primary', 'alt1', 'alt2'][at]!, tools, leftOut: [] })),
});

const local: LocalObserved = {
  config: { state: 'ok', setup },
  policyError: undefined,
  chosenError: undefined,
  files: [{ path: '.github/workflows/generative.yml', state: 'unchanged' }],
  uses: [{ file: '.github/workflows/generative.yml', uses: `acme/flow/actions/admit@${sha}` }],
  others: [`actions/checkout@${sha}`],
  uncommitted: { known: [] },
  node: 'v24.1.0',
  git: 'git version 2.50',
  tools: [gate('format', [tool('{bin:prettier}')])],
  scopes: [{ scope: 'code', globs: ['src/**'], files: 3 }],
  isolation: { known: 'namespace' },
  isolationRequired: true,
  extras: [{ name: 'act', version: 'act 0.2.87', use: 'u', install: 'i' }],
};
const remote: RemoteObserved = {
  repo: 'acme/rocket',
  access: { known: { admin: true, push: true, issues: true, branch: 'main' } },
  onDefault: { known: [{ path: 'a.yml', state: 'same' }] },
  workflows: { known: { '.github/workflows/generative.yml': 'active' } },
  actions: { known: { enabled: true, allowed: 'all', patterns: [], github: true } },
  tokenDefault: { known: { level: 'read', mayOpenPulls: true } },
  labels: { known: Object.entries(LABELS).map(([name, { color }]) => ({ name, color })) },
  variables: { known: { BITNET_FLOW_COMMAND: '["agent"]' } },
  secrets: { known: [] },
  required: { known: [{ context: 'generative:gate:required', app: 15368 }] },
  runners: { known: [] },
  environment: { known: { there: true, reviewers: 1 } },
  subjects: { known: [] },
};
const tiered: LocalObserved = {
  ...local,
  config: { state: 'ok', setup: { ...setup, tiers: { registry: 'gates.toml' } } },
};
const engines = ['command', 'claude-code'];
const look = (here: Partial<LocalObserved>, there: Partial<RemoteObserved> = {}): Finding[] =>
  diagnoseRepository({ local: { ...local, ...here }, remote: { known: { ...remote, ...there } }, engines });
const bad = (findings: readonly Finding[]) => findings.filter(({ health }) => health !== 'ok');
const brief = (findings: readonly Finding[]) => bad(findings).map(({ check, health }) => `${health} ${check}`);

test('a repository that has everything is all ok', () => expect(bad(look({}))).toEqual([]));

describe('here', () => {
  test.each<[string, Partial<LocalObserved>, string[], RegExp]>([
    [
      'a changed workflow',
      { files: [{ path: '.github/workflows/x.yml', state: 'differs' }] },
      ['fail generated files'],
      /init --print .*x\.yml \| diff/,
    ],
    [
      'a changed issue form',
      { files: [{ path: '.github/ISSUE_TEMPLATE/x.yml', state: 'differs' }] },
      ['warn generated files'],
      /--force/,
    ],
    ['an old file', { files: [{ path: 'a', state: 'update' }] }, ['fail generated files'], /^bitnet-flow init$/],
    ['a missing file', { files: [{ path: 'a', state: 'create' }] }, ['fail generated files'], /^bitnet-flow init$/],
    [
      'a placeholder',
      { uses: [{ file: 'w.yml', uses: `bitnet-flow/bitnet-flow/actions/admit@${'0'.repeat(40)}` }] },
      ['fail pins'],
      /--actions/,
    ],
    [
      'a moving pin',
      { uses: [{ file: 'w.yml', uses: 'bitnet-flow/bitnet-flow/actions/admit@v1' }] },
      ['fail pins'],
      /--actions/,
    ],
    [
      'files that are not committed',
      { uncommitted: { known: ['a.yml'] } },
      ['fail committed'],
      /^git add a\.yml && git commit/,
    ],
    ['a git that does not tell', { uncommitted: { unknown: 'why' } }, ['unknown committed'], /^$/],
    [
      'scopes that match nothing',
      { scopes: [{ scope: 'code', globs: ['src/**'], files: 0 }] },
      ['warn write scopes'],
      /--profile-file/,
    ],
    [
      'a missing tool',
      { tools: [gate('format', [lacks('{bin:tsc}'), tool('node')])] },
      ['warn format'],
      /^npm install --save-dev --save-exact typescript@6\.0\.3$/,
    ],
    [
      'a tool of no method',
      { tools: [gate('tests', [lacks('cargo')], [lacks('cargo clippy')])] },
      ['warn tests'],
      /rustup\.rs/,
    ],
    [
      'a plugin of cargo',
      { tools: [gate('security', [lacks('cargo audit')])] },
      ['warn security'],
      /^cargo install --locked cargo-audit@0\.22\.2$/,
    ],
    [
      'a tool of Python',
      { tools: [gate('format', [lacks('ruff')])] },
      ['warn format'],
      /^python3 -m pip install ruff==/,
    ],
    ['a gate without a command', { tools: [gate('build')] }, ['warn build'], /gates\.build\.methods/],
    ['no isolation where it is asked for', { isolation: { known: 'env-only' } }, ['fail isolation'], /namespaces/],
    ['no isolation', { isolation: { known: 'env-only' }, isolationRequired: false }, ['warn isolation'], /namespaces/],
    ['a probe that fails', { isolation: { unknown: 'why' } }, ['unknown isolation'], /^$/],
    ['no git', { git: undefined }, ['fail git'], /install git/],
    ['an old node', { node: 'v18.2.0' }, ['fail node'], /Node 20/],
    ['a node that says nonsense', { node: 'what' }, ['fail node'], /Node 20/],
    ['a policy file that is wrong', { policyError: 'bad-config (policy.yml:2:1): x' }, ['fail policies'], /^$/],
    ['a flow that does not load', { chosenError: 'bad-flow: x' }, ['fail flow and profile'], /^$/],
    [
      'an extra',
      { extras: [{ name: 'act', version: undefined, use: 'u', install: 'go install act' }] },
      ['warn act'],
      /^go install act$/,
    ],
  ])('%s', (_, change, expected, fix) => {
    const findings = look(change);
    expect(brief(findings)).toEqual(expected);
    expect(bad(findings)[0]!.fix ?? '').toMatch(fix);
  });

  test('the second method of a gate counts when its tools are there, and is named', () => {
    const findings = look({ tools: [gate('tests', [lacks('cargo')], [tool('node')])] });
    expect(findings.find(({ check }) => check === 'tests')).toMatchObject({
      health: 'ok',
      why: 'runs by its fallback alt1: node 1.0; primary lacks cargo',
      fix: expect.stringMatching(/rustup\.rs/),
    });
  });

  const gateWhy = (...methods: Parameters<typeof seen>[]) => {
    const tools = [{ ...gate('features'), methods: methods.map((one) => seen(...one)) }];
    return look({ tools }).find(({ check }) => check === 'features')!;
  };
  const seen = (name: string, tools: ToolSeen[], leftOut: { step: string; needs: string }[] = []) => ({
    name,
    tools,
    leftOut,
  });

  test('steps that are left out for want of a program are named, and the gate runs', () => {
    const unmet = ['gpu-build', 'gpu-test'].map((step) => ({ step, needs: 'nvcc' }));
    expect(gateWhy(['primary', [tool('cargo')], unmet])).toMatchObject({
      health: 'ok',
      why: 'runs: cargo 1.0; without nvcc it leaves out gpu-build, gpu-test',
    });
  });

  test('a chain of which no method runs says of each what it lacks, and how the first gets its tools', () => {
    expect(gateWhy(['primary', [lacks('cargo audit')]], ['alt1', [lacks('cargo deny'), tool('cargo')]])).toEqual({
      group: 'gates',
      check: 'features',
      health: 'warn',
      why: 'does not run here: primary lacks cargo audit; alt1 lacks cargo deny (looked for: cargo-audit on PATH); it would be skipped as missing-tool',
      fix: 'cargo install --locked cargo-audit@0.22.2',
    });
  });

  test('a version that is another than the one the readers were made for is told', () => {
    const old = { tool: toolOf(['cargo', 'audit']), version: 'cargo-audit-audit 0.21.0' };
    expect(gateWhy(['primary', [old]]).why).toBe('runs: cargo-audit-audit 0.21.0 (read as 0.22.2 writes it)');
    expect(gateWhy(['primary', [{ ...old, version: 'cargo-audit 0.22.2' }]]).why).toBe('runs: cargo-audit 0.22.2');
  });

  test.each([
    [{ state: 'absent' } as const, /not there/, 'bitnet-flow init'],
    [{ state: 'bad', error: 'bad-config (config.yml:2:1): x' } as const, /config\.yml:2:1/, undefined],
  ])('without a config that can be read %j, nothing that rests on it is fine', (config, why, fix) => {
    const findings = look({ config });
    expect(findings[0]).toMatchObject({ check: 'config', health: 'fail', why: expect.stringMatching(why) });
    expect(findings[0]!.fix).toBe(fix);
    expect(new Set(findings.filter(({ group }) => group === 'github').map(({ health }) => health))).toEqual(
      new Set(['unknown']),
    );
  });
});

describe('on GitHub', () => {
  const required = (...contexts: [string, number?][]) => ({
    required: { known: contexts.map(([context, app]) => ({ context, app })) },
  });
  test.each<[string, Partial<RemoteObserved>, string[], RegExp]>([
    [
      'a token of somebody else',
      { access: { known: { admin: false, push: true, issues: true, branch: 'main' } } },
      ['warn token'],
      /GITHUB_TOKEN/,
    ],
    [
      'issues are off',
      { access: { known: { admin: true, push: true, issues: false, branch: 'main' } } },
      ['fail issues'],
      /has_issues=true/,
    ],
    [
      'a file that was not pushed',
      { onDefault: { known: [{ path: 'a', state: 'missing' }] } },
      ['fail default branch'],
      /^git push/,
    ],
    [
      'a file that is other',
      { onDefault: { known: [{ path: 'a', state: 'differs' }] } },
      ['fail default branch'],
      /^git push/,
    ],
    [
      'a workflow switched off',
      { workflows: { known: { 'x/generative.yml': 'disabled_manually' } } },
      ['fail workflows'],
      /^gh workflow enable generative\.yml --repo acme\/rocket$/,
    ],
    ['no workflow', { workflows: { known: {} } }, ['fail workflows'], /git push/],
    [
      'Actions are off',
      { actions: { known: { enabled: false, allowed: 'all', patterns: [], github: true } } },
      ['fail Actions'],
      /enabled=true/,
    ],
    [
      'local actions only',
      { actions: { known: { enabled: true, allowed: 'local_only', patterns: [], github: true } } },
      ['fail Actions'],
      /allowed_actions=all/,
    ],
    [
      'selected actions without ours',
      { actions: { known: { enabled: true, allowed: 'selected', patterns: ['other/*'], github: true } } },
      ['fail Actions'],
      /patterns_allowed\[\]=other\/\*.*patterns_allowed\[\]=acme\/flow\/\*/,
    ],
    [
      'selected actions without checkout',
      { actions: { known: { enabled: true, allowed: 'selected', patterns: ['acme/*'], github: false } } },
      ['fail Actions'],
      /actions\/checkout@\*/,
    ],
    [
      'no pull requests',
      { tokenDefault: { known: { level: 'read', mayOpenPulls: false } } },
      ['fail pull requests'],
      /can_approve_pull_request_reviews=true/,
    ],
    [
      'a token that writes',
      { tokenDefault: { known: { level: 'write', mayOpenPulls: true } } },
      ['warn token default'],
      /default_workflow_permissions=read/,
    ],
    ['labels are missing', { labels: { known: [] } }, ['warn labels'], /^bitnet-flow init --repo acme\/rocket$/],
    [
      'a label of another colour',
      { labels: { known: Object.entries(LABELS).map(([name]) => ({ name, color: 'ffffff' })) } },
      ['warn labels'],
      /^gh label create '/,
    ],
    ['no command', { variables: { known: {} } }, ['fail agents'], /gh variable set BITNET_FLOW_COMMAND/],
    [
      'a command that is no list',
      { variables: { known: { BITNET_FLOW_COMMAND: 'my-agent --json' } } },
      ['fail agents'],
      /gh variable set BITNET_FLOW_COMMAND/,
    ],
    [
      'a command that is an empty list',
      { variables: { known: { BITNET_FLOW_COMMAND: '[]' } } },
      ['fail agents'],
      /BITNET_FLOW_COMMAND/,
    ],
    [
      'no engine of ours',
      { variables: { known: { BITNET_FLOW_ENGINE: 'claude' } } },
      ['fail agents'],
      /--body (claude-code|command)/,
    ],
    [
      'an engine without its key',
      { variables: { known: { BITNET_FLOW_ENGINE: 'claude-code' } } },
      ['fail agents'],
      /gh secret set BITNET_FLOW_MODEL_KEY/,
    ],
    [
      'no required check',
      required(),
      ['warn aggregate check'],
      /"context":"generative:gate:required","integration_id":15368/,
    ],
    ['a check of any App', required(['generative:gate:required']), ['warn aggregate check'], /integration_id 15368/],
    ['a check of another App', required(['generative:gate:required', 7]), ['warn aggregate check'], /integration_id/],
    [
      'a gate that passes when skipped',
      required(['generative:gate:required', 15368], ['generative:gate:tests', 15368]),
      ['warn aggregate check'],
      /in their place/,
    ],
    [
      'a job that passes when skipped',
      required(['generative:gate:required', 15368], ['gate-tests', 15368]),
      ['warn aggregate check'],
      /in their place/,
    ],
    [
      'a flow that needs a person',
      { subjects: { known: [{ number: 7, labels: ['state:needs-rework'] }] } },
      ['warn open flows'],
      /bitnet-flow status/,
    ],
    [
      'a paused flow',
      { subjects: { known: [{ number: 7, labels: ['flow:pause'] }] } },
      ['warn open flows'],
      /bitnet-flow status/,
    ],
  ])('%s', (_, change, expected, fix) => {
    const findings = look({}, change);
    expect(brief(findings)).toEqual(expected);
    expect(bad(findings)[0]!.fix).toMatch(fix);
  });

  test.each([
    ['any', [], 'fail'],
    ['another label', [{ labels: ['self-hosted'], online: true }], 'fail'],
    ['one that is offline', [{ labels: ['GPU'], online: false }], 'fail'],
    ['one', [{ labels: ['GPU'], online: true }], 'ok'],
  ] as const)('a gate that names a runner of its own, with %s there', (_, known, health) => {
    const tools = [{ ...gate('tests'), runner: 'gpu' }];
    const findings = look({ tools }, { runners: { known } });
    expect(findings.find(({ check }) => check === 'runners')).toMatchObject({ health });
  });

  test.each<[string, string[], boolean]>([
    ['the owner', ['acme/*'], true],
    ['the repository', ['acme/flow/*'], true],
    ['the action at its sha', [`acme/flow/actions/admit@${sha}`], true],
    ['in capital letters', ['ACME/*'], true],
    ['no version', ['acme/flow'], false],
    ['a dot that is one', ['acme.flow/*'], false],
    ['forbidden', ['!acme/*'], false],
    ['allowed and forbidden', ['acme/*', '!acme/flow/*'], false],
  ])('selected actions that name ours by %s', (_, patterns, fine) => {
    const actions = { known: { enabled: true, allowed: 'selected', patterns, github: true } };
    expect(brief(look({}, { actions }))).toEqual(fine ? [] : ['fail Actions']);
  });

  test('every action that our workflows take has to be allowed, whoever made it', () => {
    const others = [`actions/checkout@${sha}`, `actions/upload-artifact@${sha}`, `other/tool/sub@${sha}`];
    const actions = (patterns: string[], github: boolean) => ({
      actions: { known: { enabled: true, allowed: 'selected', patterns, github } },
    });
    const said = (patterns: string[], github: boolean) =>
      bad(look({ others }, actions(patterns, github))).map(({ why, fix }) => [why, fix?.match(/=[^ ']*\*(?=')/g)]);
    expect(said(['acme/*', 'actions/checkout@*'], false)).toEqual([
      [
        'only selected actions may run, and actions/upload-artifact and other/tool/sub are not among them',
        ['=acme/*', '=actions/checkout@*', '=actions/upload-artifact@*', '=other/tool/sub@*'],
      ],
    ]);
    expect(said(['acme/*'], true)).toEqual([
      [expect.stringContaining('and other/tool/sub is not among'), expect.anything()],
    ]);
    expect(said(['acme/*', 'other/*'], true)).toEqual([]);
  });

  test('an environment of Tier B that asks nobody is a fail; without tiers nobody is told of it', () => {
    const seen = (there: boolean, reviewers: number) => {
      const observed = { ...remote, environment: { known: { there, reviewers } } };
      return diagnoseRepository({ local: tiered, remote: { known: observed }, engines }).find(
        ({ check }) => check === 'tier B approval',
      );
    };
    const fix = 'sh .github/gates/gates-environment.sh acme/rocket REVIEWER';
    expect(seen(false, 0)).toMatchObject({
      health: 'fail',
      why: expect.stringContaining('makes one without reviewers'),
      fix,
    });
    expect(seen(true, 0)).toMatchObject({ health: 'fail', why: expect.stringContaining('nobody has to approve'), fix });
    expect(seen(true, 2)).toMatchObject({ health: 'ok', why: '2 reviewers of the environment gates' });
    for (const there of [{ known: remote }, { unknown: 'no token' }])
      expect(
        diagnoseRepository({ local, remote: there, engines }).some(({ check }) => check === 'tier B approval'),
      ).toBe(false);
  });

  test('whatever cannot be read is unknown with its reason, and never ok', () => {
    const parts = Object.keys(remote).filter((key) => key !== 'repo') as (keyof RemoteObserved)[];
    const online = { known: [{ labels: ['gpu'], online: true }] };
    const engine = { known: { BITNET_FLOW_ENGINE: 'claude-code' } };
    for (const part of parts) {
      const observed: Observed = {
        local: { ...tiered, tools: [{ ...gate('tests', [tool('node')]), runner: 'gpu' }] },
        remote: {
          known: {
            ...remote,
            runners: online,
            ...(part === 'secrets' ? { variables: engine } : {}),
            [part]: { unknown: `no ${part}` },
          },
        },
        engines,
      };
      const findings = bad(diagnoseRepository(observed));
      expect([part, findings.length > 0]).toEqual([part, true]);
      for (const { health, why } of findings) expect([part, health, why]).toEqual([part, 'unknown', `no ${part}`]);
    }
    const dark = diagnoseRepository({ local, remote: { unknown: 'no token' }, engines });
    const github = dark.filter(({ group }) => group === 'github');
    expect(github.length).toBeGreaterThan(10);
    expect(github.every(({ health, why }) => health === 'unknown' && why === 'no token')).toBe(true);
  });

  test('no value of a variable is ever shown', () => {
    const secret = 'hunter2';
    for (const variables of [
      { BITNET_FLOW_COMMAND: secret },
      { BITNET_FLOW_ENGINE: secret },
      { BITNET_FLOW_COMMAND: `["${secret}"]` },
    ]) {
      const findings = look({}, { variables: { known: variables } });
      expect(doctorLines('', findings).join('\n')).not.toContain(secret);
      expect(JSON.stringify(findings)).not.toContain(secret);
    }
  });
});

test('every finding that is not fine and can be repaired names how; a table says each reason once', () => {
  const lines = doctorLines('head', diagnoseRepository({ local, remote: { unknown: 'no token' }, engines }));
  expect(lines.filter((line) => line.includes('no token'))).toHaveLength(1);
  expect(lines.at(-1)).toMatch(/^\d+ unknown, \d+ ok$/);
});

test('in a narrow terminal reasons are wrapped, and a command is one line', () => {
  const tools = [gate('format', [lacks('{bin:prettier}')])];
  const findings = look({ tools, lockMissing: true }).filter(({ group }) => group === 'gates');
  expect(doctorLines('head', findings, 60)).toEqual([
    'head',
    '',
    'Gates on this machine',
    '  warn     setup   npm ci needs a package-lock.json, and git',
    '                   has none: every gate that runs a command',
    '                   fails',
    '           $ npm install --package-lock-only && git add package-lock.json',
    '  warn     format  does not run here: prettier not found',
    '                   (looked for: node_modules/.bin/prettier,',
    '                   in the repository or above); it would be',
    '                   skipped as missing-tool',
    expect.stringMatching(/^ {11}\$ npm install --save-dev --save-exact prettier@[\d.]+$/),
    '',
    '2 warn',
  ]);
});

test('extras are not counted, and a chain whose methods lack the same tool says so once', () => {
  const extras = [{ name: 'gh', version: undefined, use: 'u', install: 'i' }];
  const findings = look({ extras, tools: [gate('mutation', [lacks('{bin:stryker}')], [lacks('{bin:stryker}')])] });
  expect(doctorLines('', findings).at(-1)).toMatch(/^1 warn, \d+ ok$/);
  expect(bad(findings)[0]!.why).toMatch(/^does not run here: stryker not found \(looked/);
});

test.each([
  [{ needsCommand: false }, 'ok', 'runs; needs no tool'],
  [{ needsCommand: false, mayNeedCommand: true }, 'ok', 'is skipped: the profile names nothing for it'],
  [{ needsCommand: true }, 'warn', 'does not run: the profile has no command for it'],
])('a gate without a command in the profile: %o', (more, health, why) => {
  expect(gateVerdicts({ tools: [{ ...gate('mutation'), ...more }] })).toMatchObject([{ of: 'mutation', health, why }]);
});
