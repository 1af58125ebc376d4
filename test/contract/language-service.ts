import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  LogLevel,
  registerLogger,
  setLogLevel,
  validate,
  type ActionsMetadataProvider,
} from '@actions/languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';

export const root = fileURLToPath(new URL('../../', import.meta.url));

type Metadata = NonNullable<Awaited<ReturnType<ActionsMetadataProvider['fetchActionMetadata']>>>;

/** What this project tells about actions of others: the inputs that a workflow of ours uses. */
const OTHERS: Readonly<Record<string, Metadata>> = {
  'actions/checkout': withInputs('Checkout', ['ref', 'fetch-depth', 'persist-credentials']),
  'actions/upload-artifact': withInputs('Upload', ['name', 'path', 'if-no-files-found', 'retention-days']),
};

function withInputs(name: string, inputs: readonly string[]): Metadata {
  return { name, description: '', inputs: Object.fromEntries(inputs.map((one) => [one, { description: one }])) };
}

// The service swallows its own exceptions and logs them; for a test they are findings.
const problems: string[] = [];
const silent = () => undefined;
registerLogger({ error: (message) => problems.push(message), warn: silent, info: silent, log: silent });
setLogLevel(LogLevel.Error);

let documents = 0;

/** Every diagnostic of GitHub's own language service, as `line: message`. Actions of ours are read from the tree. */
export async function diagnose(text: string, kind: 'workflow' | 'action'): Promise<string[]> {
  problems.length = 0;
  // A fresh name each time: the service keeps what it parsed by name.
  const folder = `file:///${++documents}`;
  const uri = kind === 'workflow' ? `${folder}/.github/workflows/w.yml` : `${folder}/action.yml`;
  const found = await validate(TextDocument.create(uri, 'yaml', 0, text), {
    actionsMetadataProvider: {
      fetchActionMetadata: (action) => Promise.resolve(metadataOf(`${action.owner}/${action.name}`, action.path ?? '')),
    },
  });
  return [...problems, ...found.map((one) => `${one.range.start.line + 1}: ${one.message}`)];
}

function metadataOf(repository: string, path: string): Metadata | undefined {
  if (OTHERS[repository] !== undefined) return OTHERS[repository];
  const file = `${root}${path}/action.yml`;
  if (repository !== 'bitnet-flow/bitnet-flow' || !existsSync(file)) return undefined;
  return parse(readFileSync(file, 'utf8')) as Metadata;
}
