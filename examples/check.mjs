#!/usr/bin/env node
// Takes the prepared agents of each sample through the flow, hop by hop, on a real repository, and
// judges every tree with the sample's own tools. It needs no GitHub and knows nothing of the engine.
//
//   node examples/check.mjs [--sample rust-ternary|node-ternary] [--variant default|broken]
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { hopsOf, mayLeaveTree, resultProblems } from './check/flow.mjs';
import * as node from './check/node.mjs';
import { run } from './check/run.mjs';
import * as rust from './check/rust.mjs';

const EXAMPLES = dirname(fileURLToPath(import.meta.url));
const SAMPLES = { 'node-ternary': node, 'rust-ternary': rust };
// Below the clone, so that Node finds the tools of the samples in the clone's node_modules.
const SCRATCH = join(dirname(EXAMPLES), '.bitnet-flow', 'tmp');

async function git(cwd, ...args) {
  const identity = [
    '-c',
    'user.name=agent',
    '-c',
    'user.email=agent@example.invalid',
    '-c',
    'core.hooksPath=/dev/null',
  ];
  const { code, stdout, stderr } = await run(['git', ...identity, ...args], { cwd });
  if (code !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout;
}

/** Runs one agent and commits what it left; resolves to its result and the paths it changed. */
async function applyAgent(cwd, sample, variant, { agent, attempt }) {
  const resultFile = `${cwd}.result.json`;
  const { code, all } = await run(
    [process.execPath, join(EXAMPLES, 'agents', 'agent.mjs'), '--sample', sample, '--variant', variant],
    {
      cwd,
      input: readFileSync(join(EXAMPLES, sample, 'issue.md'), 'utf8').replace(/^# /, 'Issue #1: '),
      env: { BITNET_FLOW_AGENT: agent, BITNET_FLOW_ATTEMPT: String(attempt), BITNET_FLOW_RESULT: resultFile },
    },
  );
  if (code !== 0) throw new Error(`${agent}: ${all}`);
  await git(cwd, 'add', '--all');
  const paths = (await git(cwd, 'diff', '--cached', '--name-only', '--no-renames', '-z')).split('\0').filter(Boolean);
  if (paths.length > 0) await git(cwd, 'commit', '-q', '-m', `build: ${agent}`);
  return { result: JSON.parse(readFileSync(resultFile, 'utf8')), paths };
}

/** The state of a tree beside the one that is expected; `baseline` holds the tests of the base tree. */
function stateProblems(verdict, state, { baseline, ids }) {
  const problems = [...verdict.docs, ...verdict.log.filter(() => state === 'green')];
  const red = state === 'red';
  if (!verdict.format) problems.push('format');
  if (!red && !verdict.lint) problems.push('lint');
  if (!(verdict.build || (red && verdict.buildRed))) problems.push('build');
  if (red && !verdict.buildRed) problems.push('the new tests need more than the missing names');
  const failed = [...verdict.tests].filter(([, passed]) => !passed).map(([name]) => name);
  const fresh = [...verdict.tests.keys()].filter((name) => !baseline.has(name));
  const broken = failed.filter((name) => baseline.has(name));
  if (broken.length > 0) problems.push(`tests of the base fail: ${broken.join(', ')}`);
  if ([...baseline].some((name) => !verdict.tests.has(name))) problems.push('tests of the base are gone');
  if (state === 'green' && failed.length > 0) problems.push(`tests fail: ${failed.join(', ')}`);
  if (state === 'broken' && failed.length === 0) problems.push('no test fails');
  if (red && (fresh.length === 0 || fresh.some((name) => verdict.tests.get(name)))) {
    problems.push(`new tests pass: ${fresh.filter((name) => verdict.tests.get(name)).join(', ')}`);
  }
  if (fresh.length > 0) {
    const covered = (id) => fresh.some((name) => name.startsWith(`${id.toLowerCase()}_i2s_`));
    problems.push(...ids.filter((id) => !covered(id)).map((id) => `${id} has no test`));
  }
  return problems;
}

const cell = (value) => (value ? 'pass' : 'FAIL');

/** In the red phase a build that fails by the missing names alone shows as `names`. */
const buildCell = ({ build, buildRed }) => (!build && buildRed ? 'names' : cell(build));

function printRow(number, hop, paths, verdict, problems) {
  const failed = verdict ? [...verdict.tests.values()].filter((passed) => !passed).length : 0;
  const columns = verdict
    ? [
        cell(verdict.format),
        verdict.buildRed && !verdict.lint ? 'names' : cell(verdict.lint),
        buildCell(verdict),
        `${verdict.tests.size - failed}/${verdict.tests.size}`,
      ]
    : ['', '', '', ''];
  const name = hop.attempt === 1 ? hop.agent : `${hop.agent} (${hop.attempt})`;
  const docs = verdict ? `${cell(verdict.docs.length === 0)} ${verdict.examples}` : '';
  const row = [
    String(number).padStart(2),
    name.padEnd(20),
    String(paths.length || '-').padStart(5),
    ...columns.map((text) => text.padEnd(6)),
    docs.padEnd(8),
    hop.state.padEnd(6),
    problems.length === 0 ? 'ok' : problems.map((text) => `\n     ${text}`).join(''),
  ];
  process.stdout.write(`${row.join('  ')}\n`);
}

async function checkFlow(sample, variant) {
  const kit = SAMPLES[sample];
  const started = Date.now();
  mkdirSync(SCRATCH, { recursive: true });
  const scratch = mkdtempSync(join(SCRATCH, `${sample}-`));
  const cwd = join(scratch, 'work');
  let bad = 0;
  try {
    cpSync(join(EXAMPLES, sample, 'repo'), cwd, { recursive: true });
    await git(cwd, 'init', '-q', '-b', 'main');
    await git(cwd, 'add', '--all');
    await git(cwd, 'commit', '-q', '-m', 'feat: quantize and pack');
    const options = { target: join(scratch, 'target') };
    process.stdout.write(`\n${sample}, ${variant}\n`);
    process.stdout.write(' #  agent                 files  format  lint    build   tests   docs      state\n');

    const base = await kit.judge(cwd, options);
    const known = { baseline: new Set(base.tests.keys()), ids: [] };
    const before = stateProblems(base, 'green', known);
    printRow(0, { agent: '(base)', attempt: 1, state: 'green' }, [], base, before);
    bad += before.length;

    const failures = [];
    for (const [index, hop] of hopsOf(variant).entries()) {
      const { result, paths } = await applyAgent(cwd, sample, variant, hop);
      const outside = paths.filter((path) => !(kit.scopes[hop.writes] ?? []).some((scope) => scope.test(path)));
      const problems = [
        ...resultProblems(result, hop, variant),
        ...outside.map((path) => `${path} is outside ${hop.writes}`),
        ...(paths.length === 0 && variant === 'default' && !mayLeaveTree(hop) ? ['changed nothing'] : []),
      ];
      known.ids.push(...(result.acceptance_criteria ?? []).map(({ id }) => id));
      const verdict = paths.length > 0 ? await kit.judge(cwd, options) : undefined;
      if (verdict) problems.push(...stateProblems(verdict, hop.state, known));
      if (verdict && hop.agent === 'impl-creator') {
        failures[hop.attempt] = [...verdict.tests.values()].filter((passed) => !passed).length;
        const improved = failures[hop.attempt] < failures[hop.attempt - 1];
        if (hop.attempt === 2 && !improved) problems.push('the second attempt fixes nothing');
        if (hop.attempt === 3 && improved) problems.push('the third attempt fixes something');
      }
      printRow(index + 1, hop, paths, verdict, problems);
      bad += problems.length;
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  process.stdout.write(
    `${sample}, ${variant}: ${bad === 0 ? 'ok' : `${bad} problems`} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`,
  );
  return bad;
}

let chosen;
try {
  chosen = parseArgs({ options: { sample: { type: 'string' }, variant: { type: 'string' } } }).values;
  if (chosen.sample !== undefined && !(chosen.sample in SAMPLES)) {
    throw new Error(`--sample: got "${chosen.sample}", need ${Object.keys(SAMPLES).join(' or ')}`);
  }
  if (chosen.variant !== undefined && !['default', 'broken'].includes(chosen.variant)) {
    throw new Error(`--variant: got "${chosen.variant}", need default or broken`);
  }
} catch (error) {
  process.stderr.write(`check: ${error.message}\n`);
  process.exit(2);
}

let bad = 0;
for (const sample of chosen.sample ? [chosen.sample] : Object.keys(SAMPLES)) {
  const reason = await SAMPLES[sample].unavailable();
  if (reason !== undefined) {
    process.stdout.write(`\n${sample}: left out (${reason})\n`);
    continue;
  }
  for (const variant of chosen.variant ? [chosen.variant] : ['default', 'broken'])
    bad += await checkFlow(sample, variant);
}
process.exitCode = bad === 0 ? 0 : 1;
