// Made by `node scripts/embed.mjs` from workflows-templates/{profiles,flows}/*.yml and src/agents/prompts/*.md.
/** Data that comes with this version, as its files hold it; loaders validate it. */
export const embedded: {
  readonly profiles: Readonly<Record<string, unknown>>;
  readonly flows: Readonly<Record<string, unknown>>;
  readonly prompts: Readonly<Record<string, string>>;
} = {
  profiles: {
    'bitnet-rs': {
      extends: 'cargo',
      profile: 'bitnet-rs',
      title: 'BitNet.rs (cargo workspace, features cpu)',
      gates: {
        clippy: {
          methods: [
            {
              name: 'primary',
              steps: [
                {
                  id: 'clippy',
                  argv: [
                    'cargo',
                    'clippy',
                    '--workspace',
                    '--all-targets',
                    '--no-default-features',
                    '--features',
                    'cpu',
                    '--message-format=json',
                    '--',
                    '-D',
                    'warnings',
                  ],
                  version: ['cargo', 'clippy', '--version'],
                  parser: 'cargo-messages',
                },
              ],
            },
          ],
        },
        build: {
          methods: [
            {
              name: 'primary',
              steps: [
                {
                  id: 'build',
                  argv: [
                    'cargo',
                    'build',
                    '--workspace',
                    '--no-default-features',
                    '--features',
                    'cpu',
                    '--message-format=json',
                  ],
                  version: ['cargo', '--version'],
                  parser: 'cargo-messages',
                },
              ],
            },
          ],
        },
        tests: {
          methods: [
            {
              name: 'primary',
              steps: [
                {
                  id: 'test',
                  argv: [
                    'cargo',
                    'test',
                    '--workspace',
                    '--no-default-features',
                    '--features',
                    'cpu',
                    '--no-fail-fast',
                  ],
                  version: ['cargo', '--version'],
                  parser: 'libtest',
                },
              ],
            },
          ],
        },
        docs: {
          methods: [
            {
              name: 'primary',
              steps: [
                {
                  id: 'rustdoc',
                  argv: [
                    'cargo',
                    'doc',
                    '--workspace',
                    '--no-deps',
                    '--no-default-features',
                    '--features',
                    'cpu',
                    '--message-format=json',
                  ],
                  version: ['cargo', '--version'],
                  parser: 'cargo-messages',
                },
                {
                  id: 'doc-tests',
                  argv: [
                    'cargo',
                    'test',
                    '--workspace',
                    '--doc',
                    '--no-default-features',
                    '--features',
                    'cpu',
                    '--no-fail-fast',
                  ],
                  version: ['cargo', '--version'],
                  parser: 'libtest',
                },
              ],
            },
          ],
        },
      },
    },
    cargo: {
      profile: 'cargo',
      title: 'Cargo workspace (rustfmt, clippy, cargo test, cargo doc)',
      runner: 'ubuntu-latest',
      branch: { prefix: 'feat/', base: 'main' },
      isolation: 'prefer',
      scopes: {
        spec: ['docs/explanation/**', 'docs/reference/**'],
        tests: ['tests/**', 'crates/*/tests/**', 'crates/*/benches/**', 'crates/*/src/**/tests.rs', 'fuzz/**'],
        code: ['crates/*/src/**'],
        docs: ['docs/**', 'README.md'],
        deps: ['Cargo.toml', '**/Cargo.toml', 'Cargo.lock'],
      },
      setup: [{ argv: ['cargo', 'fetch'] }],
      gates: {
        spec: { settings: { files: ['docs/explanation/**/*.md'], contracts: ['docs/reference/**/*.md'] } },
        format: {
          timeout: 300,
          methods: [
            {
              name: 'primary',
              steps: [
                {
                  id: 'rustfmt',
                  argv: ['cargo', 'fmt', '--all', '--check', '--', '--verbose'],
                  version: ['rustfmt', '--version'],
                  parser: 'rustfmt',
                },
              ],
            },
          ],
        },
        clippy: {
          timeout: 1800,
          methods: [
            {
              name: 'primary',
              steps: [
                {
                  id: 'clippy',
                  argv: [
                    'cargo',
                    'clippy',
                    '--workspace',
                    '--all-targets',
                    '--message-format=json',
                    '--',
                    '-D',
                    'warnings',
                  ],
                  version: ['cargo', 'clippy', '--version'],
                  parser: 'cargo-messages',
                },
              ],
            },
          ],
        },
        build: {
          timeout: 1800,
          methods: [
            {
              name: 'primary',
              steps: [
                {
                  id: 'build',
                  argv: ['cargo', 'build', '--workspace', '--message-format=json'],
                  version: ['cargo', '--version'],
                  parser: 'cargo-messages',
                },
              ],
            },
          ],
        },
        tests: {
          timeout: 3600,
          methods: [
            {
              name: 'primary',
              steps: [
                {
                  id: 'test',
                  argv: ['cargo', 'test', '--workspace', '--no-fail-fast'],
                  version: ['cargo', '--version'],
                  parser: 'libtest',
                },
              ],
            },
          ],
        },
        docs: {
          timeout: 1800,
          settings: { files: ['README.md', 'docs/**/*.md'] },
          methods: [
            {
              name: 'primary',
              steps: [
                {
                  id: 'rustdoc',
                  argv: ['cargo', 'doc', '--workspace', '--no-deps', '--message-format=json'],
                  version: ['cargo', '--version'],
                  parser: 'cargo-messages',
                },
                {
                  id: 'doc-tests',
                  argv: ['cargo', 'test', '--workspace', '--doc', '--no-fail-fast'],
                  version: ['cargo', '--version'],
                  parser: 'libtest',
                },
              ],
            },
          ],
        },
      },
    },
    node: {
      profile: 'node',
      title: 'Node package (prettier, eslint, tsc, node --test)',
      runner: 'ubuntu-latest',
      branch: { prefix: 'feat/', base: 'main' },
      isolation: 'prefer',
      scopes: {
        spec: ['docs/explanation/**', 'docs/reference/**'],
        tests: ['test/**'],
        code: ['src/**'],
        docs: ['docs/**', 'README.md'],
        deps: ['package.json', 'package-lock.json'],
      },
      setup: [
        {
          argv: ['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund'],
          unless: ['prettier', 'eslint', 'typescript'],
        },
      ],
      gates: {
        spec: { settings: { files: ['docs/explanation/**/*.md'], contracts: ['docs/reference/**/*.md'] } },
        format: {
          timeout: 300,
          methods: [
            {
              name: 'primary',
              steps: [
                {
                  id: 'prettier',
                  argv: ['{node}', '{bin:prettier}', '--check', '.'],
                  version: ['{node}', '{bin:prettier}', '--version'],
                  parser: 'prettier',
                },
              ],
            },
          ],
        },
        clippy: {
          timeout: 600,
          methods: [
            {
              name: 'primary',
              steps: [
                {
                  id: 'eslint',
                  argv: ['{node}', '{bin:eslint}', '.', '--format', 'json', '--max-warnings', '0'],
                  version: ['{node}', '{bin:eslint}', '--version'],
                  parser: 'eslint-json',
                },
              ],
            },
          ],
        },
        build: {
          timeout: 600,
          methods: [
            {
              name: 'primary',
              steps: [
                {
                  id: 'tsc',
                  argv: ['{node}', '{bin:tsc}', '--noEmit', '--pretty', 'false', '--diagnostics'],
                  version: ['{node}', '{bin:tsc}', '--version'],
                  parser: 'tsc',
                },
              ],
            },
          ],
        },
        tests: {
          timeout: 1200,
          methods: [
            {
              name: 'primary',
              steps: [
                {
                  id: 'node-test',
                  argv: ['{node}', '--test', '--test-reporter=tap'],
                  version: ['{node}', '--version'],
                  parser: 'node-tap',
                },
              ],
            },
          ],
        },
        docs: {
          timeout: 600,
          settings: { files: ['README.md', 'docs/**/*.md'] },
          methods: [
            {
              name: 'primary',
              steps: [
                {
                  id: 'examples',
                  kind: 'doc-examples',
                  argv: ['{node}', '{file}'],
                  version: ['{node}', '--version'],
                  parser: 'doc-examples',
                },
              ],
            },
          ],
        },
      },
    },
  },
  flows: {
    generative: {
      flow: 'generative',
      title: 'Issue to Draft PR',
      entry: 'issue-creator',
      'last-validation': 'prep-finalizer',
      publisher: 'pr-publisher',
      criteria: 'issue-finalizer',
      sections: ['gates', 'trace', 'hoplog', 'decision'],
      'hand-off': 'review',
      microloops: [
        { name: 'issue', title: 'Issue work' },
        { name: 'spec', title: 'Specification' },
        { name: 'tests', title: 'Test scaffolding' },
        { name: 'implementation', title: 'Implementation' },
        { name: 'quality', title: 'Quality gates' },
        { name: 'docs', title: 'Documentation' },
        { name: 'pr', title: 'PR preparation' },
        { name: 'publication', title: 'Publication' },
      ],
      gates: {
        spec: {
          required: 'required',
          owners: ['spec-creator', 'spec-finalizer'],
          passes: 'spec files in docs/explanation/, cross-linked, contracts consistent',
          progress: { key: 'findings', better: 'lower' },
        },
        format: {
          required: 'required',
          owners: ['impl-finalizer', 'code-refiner'],
          passes: 'every file is formatted',
          progress: { key: 'files', better: 'lower' },
        },
        clippy: {
          required: 'required',
          owners: ['impl-finalizer', 'code-refiner'],
          passes: "the linter has no warnings on the profile's feature set",
          progress: { key: 'warnings', better: 'lower' },
        },
        tests: {
          required: 'required',
          owners: ['test-creator', 'tests-finalizer', 'impl-creator', 'test-hardener'],
          passes: "the workspace's tests pass and every acceptance criterion is mapped to a test",
          progress: { key: 'failed', better: 'lower' },
        },
        build: {
          required: 'required',
          owners: ['impl-creator', 'impl-finalizer'],
          passes: 'the workspace builds with explicit features',
          progress: { key: 'errors', better: 'lower' },
        },
        docs: {
          required: 'required',
          owners: ['doc-updater', 'link-checker', 'docs-finalizer'],
          passes: 'docs complete, examples tested, links valid',
          progress: { key: 'findings', better: 'lower' },
        },
        mutation: {
          required: 'hardening',
          owners: ['mutation-tester'],
          passes: 'mutation score >= 80 %, >= 85 % with risk:high',
          progress: { key: 'score', better: 'higher' },
        },
        fuzz: {
          required: 'hardening',
          owners: ['fuzz-tester'],
          passes: 'no unreproduced crasher in the time budget',
          progress: { key: 'crashers', better: 'lower' },
        },
        security: {
          required: 'hardening',
          owners: ['safety-scanner'],
          passes: 'no known vulnerability',
          progress: { key: 'advisories', better: 'lower' },
        },
        crossval: {
          required: 'hardening',
          owners: ['fuzz-tester', 'safety-scanner'],
          passes: 'the engine agrees with the reference within the stated tolerance',
          progress: { key: 'failed', better: 'lower' },
        },
        quantization: {
          required: 'hardening',
          owners: ['test-hardener'],
          passes: 'I2S, TL1, TL2 at least 99 % against FP32, metric stated',
          progress: { key: 'failed', better: 'lower' },
        },
        features: {
          required: 'optional',
          owners: ['impl-finalizer'],
          passes: 'at most 3 feature combinations build and test',
          progress: { key: 'failed', better: 'lower' },
        },
        benchmarks: { required: 'optional', owners: ['benchmark-runner'], passes: 'a baseline is recorded' },
        perf: { required: 'never', owners: [], passes: 'never set in this flow; Generative records a baseline only' },
        freshness: { required: 'optional', owners: ['pr-preparer'], passes: 'the branch contains the base head' },
        hygiene: {
          required: 'optional',
          owners: ['code-refiner'],
          passes: 'no debug leftovers, no merge markers, commit prefixes',
          progress: { key: 'findings', better: 'lower' },
        },
        api: {
          required: 'optional',
          owners: ['schema-validator'],
          passes: 'the change is classified none, additive or breaking; breaking needs a migration link',
        },
        governance: {
          required: 'optional',
          owners: ['policy-gatekeeper'],
          passes: 'policies are satisfied',
          progress: { key: 'findings', better: 'lower' },
        },
        impl: { required: 'optional', owners: ['impl-creator'], passes: "the hop's tests and build facts pass" },
        required: {
          required: 'engine',
          owners: ['engine'],
          passes: 'each required gate passes on this sha, with the skip policy and nothing else',
        },
        guard: { required: 'engine', owners: ['engine'], passes: "the flow's own receipt on this sha" },
        scope: { required: 'always', owners: ['engine'], passes: "the diff stays inside the agent's write scope" },
      },
      agents: {
        'issue-creator': {
          microloop: 'issue',
          does: 'turns the requirement into a user story with atomic acceptance criteria',
          writes: ['none'],
          gates: [],
          routes: [{ type: 'NEXT', agent: 'spec-analyzer' }],
        },
        'spec-analyzer': {
          microloop: 'issue',
          does: 'analyses the requirements and the technical approach',
          writes: ['none'],
          gates: [],
          routes: [{ type: 'NEXT', agent: 'issue-finalizer' }],
        },
        'issue-finalizer': {
          microloop: 'issue',
          does: 'makes the acceptance criteria testable and resolves ambiguity',
          writes: ['none'],
          gates: [],
          routes: [{ type: 'FINALIZE', agent: 'spec-creator' }],
        },
        'spec-creator': {
          microloop: 'spec',
          does: 'writes the specification in docs/explanation/ and defines the API contracts',
          writes: ['spec'],
          gates: ['spec'],
          routes: [{ type: 'NEXT', agent: 'schema-validator' }],
        },
        'schema-validator': {
          microloop: 'spec',
          does: 'checks the specification against docs/reference/',
          writes: ['spec'],
          gates: ['api'],
          routes: [{ type: 'FINALIZE', agent: 'spec-finalizer' }],
        },
        'spec-finalizer': {
          microloop: 'spec',
          does: 'finalises the specification and the schema contracts',
          writes: ['spec'],
          gates: ['spec'],
          routes: [{ type: 'FINALIZE', agent: 'test-creator' }],
        },
        'test-creator': {
          microloop: 'tests',
          does: 'writes failing tests and fixtures for each acceptance criterion',
          writes: ['tests'],
          gates: [{ gate: 'tests', phase: 'red' }],
          routes: [{ type: 'NEXT', agent: 'fixture-builder' }],
        },
        'fixture-builder': {
          microloop: 'tests',
          does: 'builds quantization data and GGUF fixtures for the tests',
          writes: ['tests'],
          gates: [],
          routes: [{ type: 'NEXT', agent: 'tests-finalizer' }],
        },
        'tests-finalizer': {
          microloop: 'tests',
          does: 'finalises the test infrastructure',
          writes: ['tests'],
          gates: [{ gate: 'tests', phase: 'red' }],
          routes: [{ type: 'FINALIZE', agent: 'impl-creator' }],
        },
        'impl-creator': {
          microloop: 'implementation',
          does: 'writes the smallest production code that makes the failing tests pass',
          writes: ['code'],
          gates: ['tests', 'build', 'impl'],
          routes: [
            { type: 'NEXT', agent: 'impl-creator', when: { claim: 'more-work' } },
            { type: 'NEXT', agent: 'spec-analyzer', when: { claim: 'design-concern' }, max: 1 },
            { type: 'NEXT', agent: 'issue-creator', when: { claim: 'blocked' }, max: 1 },
            { type: 'NEXT', agent: 'fixture-builder', when: { claim: 'needs-scaffolding' }, max: 1 },
            { type: 'NEXT', agent: 'code-refiner', when: { claim: 'needs-optimisation' } },
            { type: 'NEXT', agent: 'test-hardener', when: { claim: 'needs-robustness' } },
            { type: 'NEXT', agent: 'benchmark-runner', when: { claim: 'needs-baseline' } },
            { type: 'NEXT', agent: 'safety-scanner', when: { claim: 'security-finding' } },
            { type: 'NEXT', agent: 'doc-updater', when: { claim: 'doc-gap' } },
            { type: 'FINALIZE', agent: 'code-reviewer' },
          ],
        },
        'code-reviewer': {
          microloop: 'implementation',
          does: 'reviews the quality of the implementation and its patterns',
          writes: ['none'],
          gates: [],
          routes: [{ type: 'FINALIZE', agent: 'impl-finalizer' }],
        },
        'impl-finalizer': {
          microloop: 'implementation',
          does: 'formats, lints and finalises the implementation',
          writes: ['code'],
          gates: ['format', 'clippy', 'build', 'features'],
          routes: [{ type: 'FINALIZE', agent: 'code-refiner' }],
        },
        'code-refiner': {
          microloop: 'quality',
          does: 'polishes the code and removes duplication',
          writes: ['code'],
          gates: ['format', 'clippy', 'hygiene'],
          routes: [{ type: 'NEXT', agent: 'test-hardener' }],
        },
        'test-hardener': {
          microloop: 'quality',
          does: "strengthens the tests' numerical coverage",
          writes: ['tests'],
          gates: ['tests', 'quantization'],
          routes: [{ type: 'NEXT', agent: 'mutation-tester' }],
        },
        'mutation-tester': {
          microloop: 'quality',
          does: 'judges the strength of the tests',
          writes: ['none'],
          gates: ['mutation'],
          routes: [
            { type: 'NEXT', agent: 'test-hardener', when: { gate: 'mutation', is: 'fail' }, max: 2 },
            { type: 'NEXT', agent: 'fuzz-tester' },
          ],
        },
        'fuzz-tester': {
          microloop: 'quality',
          does: 'fuzzes GGUF parsing and quantization, and keeps reproducers as tests',
          writes: ['tests'],
          gates: ['fuzz', 'crossval'],
          routes: [
            { type: 'NEXT', agent: 'code-refiner', when: { gate: 'fuzz', is: 'fail' }, max: 2 },
            { type: 'NEXT', agent: 'safety-scanner' },
          ],
        },
        'safety-scanner': {
          microloop: 'quality',
          does: 'scans dependencies and unsafe code for known weaknesses',
          writes: ['deps'],
          gates: ['security', 'crossval'],
          routes: [{ type: 'NEXT', agent: 'benchmark-runner' }],
        },
        'benchmark-runner': {
          microloop: 'quality',
          does: 'records the performance baseline',
          writes: ['none'],
          gates: ['benchmarks'],
          routes: [{ type: 'FINALIZE', agent: 'quality-finalizer' }],
        },
        'quality-finalizer': {
          microloop: 'quality',
          does: 'assesses every gate on the current head',
          writes: ['none'],
          gates: { all: 'required', except: ['docs'] },
          routes: [
            { type: 'NEXT', agent: 'code-refiner', when: { gate: 'format', is: 'fail' }, max: 1 },
            { type: 'NEXT', agent: 'code-refiner', when: { gate: 'clippy', is: 'fail' }, max: 1 },
            { type: 'NEXT', agent: 'impl-creator', when: { gate: 'tests', is: 'fail' }, max: 1 },
            { type: 'NEXT', agent: 'impl-creator', when: { gate: 'build', is: 'fail' }, max: 1 },
            { type: 'FINALIZE', agent: 'doc-updater', when: { gates: 'required', except: ['docs'], is: 'pass' } },
            { type: 'FINALIZE', agent: 'pr-preparer', partial: true },
          ],
        },
        'doc-updater': {
          microloop: 'docs',
          does: 'updates the documentation with examples that are tested',
          writes: ['docs'],
          gates: ['docs'],
          routes: [{ type: 'NEXT', agent: 'link-checker' }],
        },
        'link-checker': {
          microloop: 'docs',
          does: 'checks and repairs links and documentation examples',
          writes: ['docs'],
          gates: ['docs'],
          routes: [{ type: 'FINALIZE', agent: 'docs-finalizer' }],
        },
        'docs-finalizer': {
          microloop: 'docs',
          does: 'finalises the documentation',
          writes: ['docs'],
          gates: ['docs'],
          routes: [{ type: 'FINALIZE', agent: 'policy-gatekeeper' }],
        },
        'policy-gatekeeper': {
          microloop: 'pr',
          does: 'judges governance and policy',
          writes: ['none'],
          gates: ['governance'],
          routes: [
            { type: 'NEXT', agent: 'policy-fixer', when: { gate: 'governance', is: 'fail' }, max: 2 },
            { type: 'NEXT', agent: 'pr-preparer' },
          ],
        },
        'policy-fixer': {
          microloop: 'pr',
          does: 'repairs policy violations',
          writes: ['code', 'docs'],
          gates: [],
          routes: [{ type: 'NEXT', agent: 'policy-gatekeeper' }],
        },
        'pr-preparer': {
          microloop: 'pr',
          does: 'checks commit prefixes and drafts the text of the PR',
          writes: ['none'],
          gates: ['freshness'],
          routes: [{ type: 'NEXT', agent: 'diff-reviewer' }],
        },
        'diff-reviewer': {
          microloop: 'pr',
          does: 'reviews the final diff',
          writes: ['none'],
          gates: [],
          routes: [{ type: 'NEXT', agent: 'prep-finalizer' }],
        },
        'prep-finalizer': {
          microloop: 'pr',
          does: 'validates for the last time, on the head that will be published',
          writes: ['none'],
          gates: { all: 'required' },
          routes: [{ type: 'FINALIZE', agent: 'pr-publisher' }],
        },
        'pr-publisher': {
          microloop: 'publication',
          does: 'gives the PR its title and text, for the writer to open it as a draft',
          writes: ['none'],
          gates: [],
          routes: [{ type: 'NEXT', agent: 'merge-readiness' }],
        },
        'merge-readiness': {
          microloop: 'publication',
          does: 'judges the readiness for review',
          writes: ['none'],
          gates: [],
          routes: [{ type: 'NEXT', agent: 'pub-finalizer' }],
        },
        'pub-finalizer': {
          microloop: 'publication',
          does: 'validates the publication and hands over to Review',
          writes: ['none'],
          gates: [],
          routes: [{ type: 'FINALIZE' }],
        },
      },
      aliases: { 'security-scanner': 'safety-scanner', 'pr-publication-finalizer': 'pub-finalizer' },
    },
  },
  prompts: {},
};
