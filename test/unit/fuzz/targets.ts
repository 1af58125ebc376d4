import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { command, reports } from '../../fixtures/gates/observation.ts';

/** What a target is run with: a text, and the name of the exported function as it was loaded. */
export type Target = (parse: (...given: unknown[]) => unknown, text: string) => unknown;

/** How an exported reader is fuzzed: by a target here, or by a property of a test that looks closer. */
export type Row =
  | { readonly run: Target }
  | { readonly file: string; readonly property: string }
  /** No door to the outside: what it gets was read and checked by one. */
  | { readonly inner: string }
  /** It asks a host, git or a folder; the text that comes of it goes through these readers, which are rows of their own. */
  | { readonly through: readonly string[] };

const json = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return { text, list: [text, 1, null], deep: { text } };
  }
};
const lines = (text: string): string[] => text.split('\n');
const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

const text: Row = { run: (parse, given) => parse(given) };
const rooted: Row = { run: (parse, given) => parse(given, '/repo') };
const twoTexts: Row = { run: (parse, given) => [parse(given, '', '/repo'), parse('', given, '/repo')] };
const report: Row = { run: (parse, given) => parse(reports(given), '/repo') };
const tool: Row = {
  run: (parse, given) => [
    parse(command('eslint-json', given, '', 0)),
    parse(command('eslint-json', '', given, 1, { reports: reports(given) })),
  ],
};
const tools: Row = {
  run: (parse, given) =>
    (['libtest', 'nextest', 'pytest', 'junit', 'tap', 'node-tap'] as const).map((parser) =>
      parse([command(parser, given, given, 0, { reports: reports(given) })]),
    ),
};
const value: Row = { run: (parse, given) => parse(json(given)) };
const file: Row = { run: (parse, given) => parse(given, 'file') };
const named: Row = { run: (parse, given) => parse('node', given, 'file') };
const inner = (why: string): Row => ({ inner: why });
const through = (...readers: string[]): Row => ({ through: readers });
/** One folder for all: each text takes the place of the last one. */
const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
/** Writes the text as a file, and gives the path. */
const onDisk = (text: string, name = 'given'): string => {
  writeFileSync(join(folder, name), text, 'latin1');
  return join(folder, name);
};
const saved: Row = { run: (parse, given) => parse(onDisk(given)) };
/** What a tool of the machine printed. */
const printed = (text: string) => ({ code: 0, stdout: text, stderr: text });
const gguf: Row = { file: 'test/unit/kernels/gguf/fuzz.test.ts', property: 'damaged files from seed' };

const archive: Row = {
  file: 'test/unit/parity/program/read-archives.test.ts',
  property: 'a changed or cut archive is refused',
};
const copied: Row = { through: ['src/core/ledger/block.ts decodeBlock', 'src/flow/trailers.ts parseTrailers'] };
const ROOTS = readFileSync(new URL('../../fixtures/attestation/trusted-root.jsonl', import.meta.url), 'utf8');

/** Every exported reader of the rooms that meet untrusted text, and what fuzzes it. */
export const TARGETS: Readonly<Record<string, Row>> = {
  'src/core/dependencies/advisory-exceptions.ts readExceptions': { run: (parse, given) => parse(lines(given)) },
  'src/core/allowance.ts readAllowances': text,
  'src/core/api/rust-items.ts parseItems': inner('tokens of parseRust'),
  'src/core/api/rust-items.ts parseRust': text,
  'src/core/api/rust-surface.ts readManifest': text,
  'src/core/attestation/check-statement.ts readStatement': file,
  'src/core/attestation/perf-record.ts readPerfRecord': {
    run: (parse, given) => parse(lines(given).map((line, i) => ({ key: line.slice(0, 20) || `k${i}`, value: line }))),
  },
  'src/core/benchmarks/run.ts readBenchmarks': {
    run: (parse, given) =>
      parse([command('none', given, given, 0, { reports: reports(given) })], ['x'], new Map([['x', given]])),
  },
  'src/core/check-gate.ts readCheck': {
    run: (parse, given) =>
      (['rustfmt', 'cargo-messages', 'prettier', 'eslint-json', 'tsc'] as const).map((parser) =>
        parse(command(parser, given, given, 1)),
      ),
  },
  'src/core/codeowners.ts readOwners': text,
  'src/core/contract/decimal.ts parseDecimal': text,
  'src/core/fact.ts parseFact': { run: (parse, given) => parse(json(given), 'fact') },
  'src/core/gate-registry/log-summary.ts readLogSummary': text,
  'src/core/gate-registry/read.ts readRegistry': value,
  'src/core/gate-registry/shell.ts readShell': text,
  'src/core/diff/history.ts parseCommits': text,
  'src/core/ledger/block.ts decodeBlock': {
    run: (parse, given) => [parse(given), parse(`<!-- facts:v1\n${given}\nfacts:end -->`)],
  },
  'src/core/diff/line-diff.ts parseLineDiff': { run: (parse, given) => parse(given, []) },
  'src/core/markdown/markdown.ts parseMarkdown': text,
  'src/core/parity/report.ts readParityReport': {
    run: (parse, given) => parse([command('parity-report', given, '', 0)], z.strictObject({ v: z.literal(1) })),
  },
  'src/core/parsers/benchmark-json.ts parseBenchmarkJson': file,
  'src/core/parsers/cargo-audit.ts parseCargoAudit': { run: (parse, given) => parse(given, given, 1) },
  'src/core/parsers/cargo-deny.ts parseCargoDeny': { run: (parse, given) => parse(given, 1) },
  'src/core/parsers/cargo-messages.ts parseCargoMessages': rooted,
  'src/core/parsers/cargo-mutants.ts parseCargoMutants': tool,
  'src/core/parsers/compileall.ts parseCompileall': rooted,
  'src/core/parsers/criterion.ts parseCriterion': {
    run: (parse, given) => parse(reports(given, 'criterion/a/new/estimates.json')),
  },
  'src/core/parsers/criterion.ts parseCriterionList': text,
  'src/core/parsers/eslint.ts parseEslint': rooted,
  'src/core/parsers/junit.ts parseJunit': rooted,
  'src/core/parsers/junit.ts parseJunitRun': report,
  'src/core/parsers/junit.ts readJunit': report,
  'src/core/parsers/libfuzzer.ts parseFuzzRun': tool,
  'src/core/parsers/libtest.ts parseLibtest': twoTexts,
  'src/core/parsers/nextest.ts parseNextest': { run: (parse, given) => parse(given, reports(given), '/repo') },
  'src/core/parsers/node-tap.ts parseNodeTap': rooted,
  'src/core/parsers/npm-audit.ts parseNpmAudit': { run: (parse, given) => parse(given, 1) },
  'src/core/dependencies/requirements-file.ts readRequirements': text,
  'src/core/parsers/pip-audit.ts parsePipAudit': { run: (parse, given) => parse(given, given, 1) },
  'src/core/parsers/prettier.ts parsePrettier': twoTexts,
  'src/core/parsers/pytest.ts parsePytest': { run: (parse, given) => parse(given, reports(given), '/repo') },
  'src/core/parsers/ruff.ts parseRuffCheck': twoTexts,
  'src/core/parsers/ruff.ts parseRuffFormat': twoTexts,
  'src/core/parsers/rustc.ts parseRustcErrors': rooted,
  'src/core/parsers/rustfmt.ts parseRustfmt': twoTexts,
  'src/core/parsers/stryker.ts parseStryker': tool,
  'src/core/parsers/stryker.ts parseStrykerReport': text,
  'src/core/parsers/tap.ts parseTap': text,
  'src/core/parsers/tsc.ts parseTsc': rooted,
  'src/core/parsers/xml.ts parseXml': text,
  'src/core/perf/budget.ts readBudget': { run: (parse, given) => [parse(given, 'higher'), parse(given, 'lower')] },
  'src/core/perf/metric.ts readMetric': { file: 'test/unit/core/perf/metric.test.ts', property: 'fc.property' },
  'src/core/diff/raw-diff.ts parseRawDiff': { run: (parse, given) => parse(bytes(given)) },
  'src/core/receipts/inference-receipt.ts readInferenceReceipt': inner('an object that readReceipt took'),
  'src/core/receipts/parity-bitnetcpp.ts readParityBitnetCpp': inner('an object that readReceipt took'),
  'src/core/receipts/parity-receipt.ts readParityReceipt': inner('an object that readReceipt took'),
  'src/core/receipts/per-token.ts readPerToken': inner('an object that readReceipt took'),
  'src/core/receipts/xtask-crossval.ts readXtaskCrossval': inner('an object that readReceipt took'),
  'src/core/receipts/read-receipt.ts readReceipt': {
    run: (parse, given) => parse(given, 'receipt.json', '0'.repeat(40)),
  },
  'src/core/run-name.ts parseRunTitle': text,
  'src/core/strict-json.ts parseStrictJson': { run: (parse, given) => parse(given, 'bad-input', 'x') },
  'src/core/testing/report.ts readTests': {
    run: (parse, given) => ['a.rs', 'a.test.ts', 'test_a.py'].map((path) => parse(path, given)),
  },
  'src/core/testing/run.ts readRuns': tools,
  'src/core/usage.ts readUsage': text,
  'src/flow/agent-result.ts parseAgentResult': text,
  'src/flow/control-comment.ts parseControlComment': text,
  'src/flow/copies.ts readCopies': inner('facts that decodeBlock read'),
  'src/flow/criteria.ts readCriteria': text,
  'src/flow/trailers.ts parseTrailers': {
    run: (parse, given) => [
      parse(given),
      parse(`x\n\nFlow-Hop: a/1/1/b/1\nFlow-Result: {${given.replace(/\n/g, '')}}\n`),
    ],
  },
  'src/agents/untrusted.ts dataBlock': { run: (parse, given) => parse('issue', given) },
  'src/attest/verify.ts verifyBundles': {
    run: (parse, given) => [
      parse([{ name: 'x', bundle: given, repository: 'https://example.invalid/a/b' }], ROOTS),
      parse([{ name: 'x', bundle: JSON.stringify(json(given)), repository: '' }], ROOTS),
      parse([], given),
    ],
  },
  'src/commands/attest/statements.ts readStatements': through('src/core/attestation/check-statement.ts readStatement'),
  'src/commands/contract/read.ts readContract': through('src/runtime/contract-text.ts parseContractFile'),
  'src/commands/explain.ts parseSubject': text,
  'src/commands/explain.ts readFacts': file,
  'src/commands/gate/cache-inputs.ts readInputs': inner('digests of files, which are not read as anything'),
  'src/commands/gate/judged.ts readJudged': inner('names of commits and paths, as git lists them'),
  'src/commands/gate/local-report.ts parseLocalReport': text,
  'src/commands/gate/settings.ts readSettings': through(
    'src/runtime/profile.ts loadProfile',
    'src/runtime/setup-file.ts parseSetup',
  ),
  'src/commands/init.ts readPins': through('src/generator/pins.ts parsePins'),
  'src/commands/init/files.ts readBelow': through('src/runtime/setup-file.ts parseSetup'),
  'src/commands/init/planned.ts loadChosen': through(
    'src/runtime/flow-file.ts loadFlow',
    'src/runtime/profile.ts loadProfile',
  ),
  'src/commands/merge/read-folder.ts readContractFolder': {
    run: (parse, given) => parse(join(onDisk(given, 'contract.yml'), '..'), []),
  },
  'src/commands/perf/request.ts readRequest': through('src/core/perf/budget.ts readBudget'),
  'src/commands/repository-file.ts readRepositoryFile': through('src/runtime/read-text.ts readText'),
  'src/commands/repository-flow.ts loadGiven': through('src/runtime/flow-file.ts loadFlow'),
  'src/generator/pins.ts parsePins': file,
  'src/parity/dump/array.ts decodeArray': inner('bytes of the length that elementsOf allowed'),
  'src/parity/dump/json-array.ts readJsonArray': file,
  'src/parity/dump/manifest.ts parseManifest': { run: (parse, given) => parse(given, 'dump.json', new Set(['x']), 1) },
  'src/parity/dump/npy.ts readNpy': {
    run: (parse, given) => [parse(bytes(given), 'x.npy'), parse(bytes(`\x93NUMPY\x01\0v\0${given}`), 'x.npy')],
  },
  'src/parity/packed-tensors.ts readPackedFolder': { run: (parse, given) => parse(onDisk(given, 'packed.json')) },
  'src/parity/program/digest.ts parseDigestFile': file,
  'src/parity/program/read-tar.ts readTar': archive,
  'src/parity/program/read-zip.ts readZip': archive,
  'src/parity/program/request.ts readRequest': {
    run: (parse, given) =>
      ['', '_SHA256', '_RUN', '_REPOSITORY'].map((end) => parse({ [`BITNET_FLOW_CUDA${end}`]: given }, [])),
  },
  'src/runtime/agent-files.ts readAgentStatus': {
    run: (parse, given) => parse(join(onDisk(given, 'status.json'), '..')),
  },
  'src/runtime/attestation-text.ts parseAttestationMarkdown': file,
  'src/runtime/attestation-text.ts parseAttestationYaml': file,
  'src/runtime/comment-event.ts readCommentEvent': saved,
  'src/runtime/contract-source.ts readGivenContract': through('src/runtime/contract-text.ts parseContractFile'),
  'src/runtime/contract-text.ts parseContractFile': file,
  'src/runtime/contract-text.ts parseContractIssue': file,
  'src/runtime/contract-text.ts parseContractMarkdown': file,
  'src/runtime/contract-text.ts parseContractYaml': file,
  'src/runtime/flow-file.ts loadFlow': named,
  'src/runtime/flow-file.ts readFlow': inner('the first thing that loadFlow calls'),
  'src/runtime/flow/control.ts readControl': through('src/flow/control-comment.ts parseControlComment'),
  'src/runtime/flow/diagnosed.ts readDiagnosed': copied,
  'src/runtime/flow/read-copies.ts readAllCopies': copied,
  'src/runtime/flow/read-state.ts readOtherCopies': copied,
  'src/runtime/flow/read-state.ts readState': copied,
  'src/runtime/gate-history.ts readHistory': through('src/core/diff/history.ts parseCommits'),
  'src/runtime/gate-registry/base-text.ts readBaseRegistry': through('src/runtime/gate-registry/load.ts loadRegistry'),
  'src/runtime/gate-registry/gpus.ts readGpus': { run: (parse, given) => parse(printed(given), given) },
  'src/runtime/gate-scope.ts readScope': through('src/runtime/contract-text.ts parseContractFile'),
  'src/runtime/gate-tree.ts readFiles': inner('contents of files, which are not read as anything'),
  'src/runtime/git/commit-object.ts parseCommitObject': text,
  'src/runtime/git/commit-object.ts readCommit': through(
    'src/runtime/git/commit-object.ts parseCommitObject',
    'src/flow/trailers.ts parseTrailers',
  ),
  'src/runtime/github/pull-requests.ts readPull': through(
    'src/runtime/attestation-text.ts parseAttestationMarkdown',
    'src/runtime/contract-text.ts parseContractMarkdown',
  ),
  'src/runtime/github/quota.ts readQuota': {
    run: (parse, given) =>
      parse({ 'x-ratelimit-remaining': given, 'x-ratelimit-reset': given, 'x-ratelimit-resource': given }),
  },
  'src/runtime/gpu-parity/probe.ts readNvidia': { run: (parse, given) => parse(printed(given)) },
  'src/runtime/gpu-parity/probe.ts readVulkan': { run: (parse, given) => parse(printed(given)) },
  'src/runtime/merge/board.ts readBoard': through('src/runtime/attestation-text.ts parseAttestationMarkdown'),
  'src/runtime/merge/read-contracts.ts readHostContracts': through(
    'src/runtime/contract-text.ts parseContractMarkdown',
    'src/core/codeowners.ts readOwners',
  ),
  'src/runtime/read-text.ts readText': saved,
  'src/runtime/runner.ts readInputs': {
    run: (parse, given) => {
      process.env['INPUT_FUZZED'] = given.replaceAll('\0', '');
      return parse(
        z.object({
          fuzzed: z
            .string()
            .max(40)
            .regex(/^[a-z]*$/)
            .optional(),
        }),
      );
    },
  },
  'src/runtime/scope-diff.ts readPointers': inner('the first bytes of files, met with one pattern'),
  'src/runtime/scope-diff.ts readScopeDiff': inner('names of commits and paths, as git lists them'),
  'src/runtime/gate-registry/load.ts loadRegistry': { run: (parse, given) => parse(given, 'gates.toml', []) },
  'src/runtime/gate-registry/load.ts loadSoundRegistry': { run: (parse, given) => parse(given, 'gates.toml', []) },
  'src/runtime/gate-registry/toml-text.ts parseStrictToml': file,
  'src/runtime/profile.ts loadProfile': named,
  'src/runtime/policy-file.ts parsePolicy': file,
  'src/runtime/policy-file.ts readPolicy': through('src/runtime/policy-file.ts parsePolicy'),
  'src/runtime/setup-file.ts parseSetup': file,
  'src/runtime/strict-yaml.ts parseStrictYaml': file,
  'kernels/gguf/metadata.ts readMetadata': gguf,
  'kernels/gguf/read.ts readGguf': gguf,
  'kernels/gguf/tensor-infos.ts readTensorInfos': gguf,
  'kernels/gguf/value-types.ts readFixed': gguf,
};

/** Texts that the readers know, as pieces: what a hostile one is made of. */
export function dictionary(files: readonly string[]): string[] {
  const all = files.flatMap((path) => readFileSync(path, 'utf8').split('\n'));
  return [...new Set(all)].filter((line) => line.length > 0 && line.length < 400);
}
