#!/usr/bin/env node
// An agent without a model, to see a flow move in a repository of your own: a command engine that works for every agent
// which changes no file. It takes the story and the criteria `AC1: …` as the issue says them, and the route that the
// prompt calls the usual one. An agent that has to write something needs a real engine, and this one says so.
import { readFileSync, writeFileSync } from 'node:fs';

const agent = process.env.BITNET_FLOW_AGENT ?? '';
const target = process.env.BITNET_FLOW_RESULT ?? '';
const prompt = readFileSync(0, 'utf8');

function fail(message) {
  process.stderr.write(`outline: ${message}\n`);
  process.exit(2);
}

if (target === '') fail('BITNET_FLOW_RESULT is not set; this program is started by the engine `command`');
if (!prompt.includes('You change no file.')) fail(`${agent} has to write files: set another engine for it`);

// The last route has no condition: it is the way forward.
const usual = [...prompt.matchAll(/^- `(NEXT|FINALIZE)` to (?:`([a-z0-9-]+)`|the end of the flow): otherwise/gm)].at(-1);
if (usual === undefined) fail('the prompt names no route');
const [, type, next] = usual;

// The issue is data between fences; what a person wrote there decides nothing but the text of the criteria.
const issue = /^(`{3,})text data: issue \d+\n([\s\S]*?)\n\1$/m.exec(prompt)?.[2] ?? '';
const criteria = new Map();
for (const [, id, text] of issue.matchAll(/^(?:[-*] )?(AC[1-9]\d{0,2}):? +(\S.*)$/gm)) if (!criteria.has(id)) criteria.set(id, text);
const title = /^Title: (.*)$/m.exec(issue)?.[1] ?? 'the issue';
const names = [...criteria.keys()].join(', ');
const makesCriteria = agent === 'issue-creator' || agent === 'issue-finalizer';

const result = {
  summary: makesCriteria && names !== '' ? `Took ${names} from the issue as they stand.` : `Read the issue as ${agent}.`,
  route: { type, ...(next === undefined ? {} : { agent: next }) },
  ...(makesCriteria ? { story: title } : {}),
  ...(makesCriteria && criteria.size > 0
    ? { acceptance_criteria: [...criteria].map(([id, text]) => ({ id, text })) }
    : {}),
};
writeFileSync(target, `${JSON.stringify(result, null, 2)}\n`);
