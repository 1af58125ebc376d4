#!/usr/bin/env node
// The prepared agent of the samples: a command engine without dependencies and without a model.
// It stands in a worktree, reads its prompt, applies the change that was prepared for its role and
// writes result.json. What it claims decides nothing: the gates judge the tree it leaves behind.
//
//   agent.mjs --sample DIR [--variant default|broken|out-of-scope] [--agent NAME] [--attempt N]
//
// DIR is a path, or the name of a folder beside this one. Without the last two options the
// environment names the role: BITNET_FLOW_AGENT, BITNET_FLOW_ATTEMPT, BITNET_FLOW_RESULT.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const EXAMPLES = dirname(dirname(fileURLToPath(import.meta.url)));

/** Lists the paths that a prepared change removes, one per line; an empty list is a change of nothing. */
const DELETIONS = '.delete';

/** Stands in Markdown for the issue that the flow works on. */
const ISSUE_TOKEN = '{{issue}}';

class UsageError extends Error {}

function readOptions() {
  let values;
  try {
    const options = Object.fromEntries(
      ['sample', 'variant', 'agent', 'attempt'].map((name) => [name, { type: 'string' }]),
    );
    ({ values } = parseArgs({ options }));
  } catch (error) {
    throw new UsageError(error.message);
  }
  const { sample, variant = 'default' } = values;
  const agent = values.agent ?? process.env.BITNET_FLOW_AGENT;
  const attempt = values.attempt ?? process.env.BITNET_FLOW_ATTEMPT ?? '1';
  const result = process.env.BITNET_FLOW_RESULT;
  if (sample === undefined) throw new UsageError('--sample is missing: name a folder of examples/');
  if (!['default', 'broken', 'out-of-scope'].includes(variant)) {
    throw new UsageError(`--variant: got "${variant}", need default, broken or out-of-scope`);
  }
  if (!/^[a-z]+(-[a-z]+)*$/.test(agent ?? '')) {
    throw new UsageError(`BITNET_FLOW_AGENT: got "${agent}", need the name of an agent`);
  }
  if (!/^[1-9]$/.test(attempt)) throw new UsageError(`BITNET_FLOW_ATTEMPT: got "${attempt}", need 1 to 9`);
  if (!result) throw new UsageError('BITNET_FLOW_RESULT is missing: it names the file for result.json');
  const data = join(resolve(EXAMPLES, sample), 'agents');
  if (!existsSync(data)) throw new UsageError(`--sample: got "${sample}", but ${data} does not exist`);
  return { data, variant, agent, attempt, result };
}

/** The folders of a change, the later ones on top: a variant replaces the default, an attempt adds to its agent. */
function changeLayers({ data, variant, agent, attempt }) {
  const own = [agent, `${agent}-${attempt}`].map((name) => join(data, `changes-${variant}`, name)).filter(existsSync);
  return own.length > 0 ? own : [join(data, 'changes', agent)].filter(existsSync);
}

function resultFile({ data, variant, agent, attempt }) {
  const names = [`results-${variant}/${agent}-${attempt}`, `results-${variant}/${agent}`, `results/${agent}`];
  const file = names.map((name) => join(data, `${name}.json`)).find(existsSync);
  if (file === undefined) throw new UsageError(`BITNET_FLOW_AGENT: got "${agent}", which ${data} has no result for`);
  return file;
}

/** A prepared path stays in the worktree, whatever the list says. */
function inside(worktree, path) {
  const target = resolve(worktree, path);
  const way = relative(worktree, target);
  if (way === '' || isAbsolute(way) || way.split(sep)[0] === '..') {
    throw new UsageError(`${DELETIONS}: got "${path}", need a path inside the worktree`);
  }
  return target;
}

function applyLayer(layer, worktree, issue) {
  const deletions = join(layer, DELETIONS);
  if (existsSync(deletions)) {
    const paths = readFileSync(deletions, 'utf8').split('\n');
    for (const path of paths.filter(Boolean)) rmSync(inside(worktree, path), { recursive: true, force: true });
  }
  for (const name of readdirSync(layer, { recursive: true })) {
    const from = join(layer, name);
    if (from === deletions || !statSync(from).isFile()) continue;
    const to = inside(worktree, name);
    mkdirSync(dirname(to), { recursive: true });
    if (name.endsWith('.md')) writeFileSync(to, readFileSync(from, 'utf8').replaceAll(ISSUE_TOKEN, issue));
    else cpSync(from, to);
  }
}

/** The issue as the prompt names it; prepared pages link to it without knowing its number. */
function issueIn(prompt) {
  const number = /\b(?:issue|subject)\b[^\n\d]{0,20}?(\d{1,9})\b/i.exec(prompt)?.[1];
  return number === undefined ? 'the issue of this branch' : `#${number}`;
}

async function readPrompt() {
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

try {
  const options = readOptions();
  const prompt = await readPrompt();
  if (prompt.trim() === '') throw new UsageError('standard input is empty: it carries the prompt');
  const result = JSON.parse(readFileSync(resultFile(options), 'utf8'));
  for (const layer of changeLayers(options)) applyLayer(layer, process.cwd(), issueIn(prompt));
  writeFileSync(options.result, `${JSON.stringify(result, null, 2)}\n`);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`agent: ${error.message}\n`);
  process.exitCode = 2;
}
