import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { parse } from 'yaml';

import { WorkflowError, reason } from './errors.ts';

/** Where an action lies: a folder with an action.yml, or one of the executor's own. */
export type ActionSource = { dir: string } | { builtin: 'checkout' };

/** A JavaScript action, ready to start. */
export interface Action {
  name: string;
  main: string;
  /** The executor's own checkout, which it runs without a process for Node. */
  builtin: boolean;
  inputs: { name: string; required: boolean; default: string | undefined }[];
}

/** The folder of the executor's own stand-in for actions/checkout: a complete JavaScript action, which act can run too. */
export const CHECKOUT_DIR = fileURLToPath(new URL('./checkout', import.meta.url));

/** The folder of the stand-in for actions/upload-artifact, an action like any other. */
export const UPLOAD_DIR = fileURLToPath(new URL('./upload', import.meta.url));

/** A loader that reads each action once; a run asks for the same ones again and again. */
export function createActionLoader(): typeof loadAction {
  const loaded = new Map<string, Promise<Action>>();
  return (source, uses) => {
    const found = loaded.get(uses) ?? loadAction(source, uses);
    loaded.set(uses, found);
    return found;
  };
}

/** Reads the action.yml (or .yaml) of a folder; throws a WorkflowError for everything that is not a plain JavaScript action. */
export async function loadAction(source: ActionSource, uses: string): Promise<Action> {
  const dir = 'dir' in source ? source.dir : CHECKOUT_DIR;
  const refuse = (why: string): never => {
    throw new WorkflowError('action', `uses: ${uses}: ${why}`);
  };
  let manifest: unknown;
  try {
    manifest = parse(await readManifest(dir));
  } catch (error) {
    return refuse(`cannot read ${dir}/action.yml: ${reason(error)}`);
  }
  const { name, runs, inputs } = asRecord(manifest);
  const { using, main, ...other } = asRecord(runs);
  if (using !== 'node20' && using !== 'node24')
    return refuse(`runs.using is "${String(using)}"; node20 or node24 is supported`);
  if (typeof main !== 'string') return refuse('runs.main is missing');
  const extra = Object.keys(other);
  if (extra.length > 0) return refuse(`runs.${extra.join(', runs.')} is not supported`);
  return {
    name: typeof name === 'string' ? name : uses,
    main: resolve(dir, main),
    builtin: 'builtin' in source,
    inputs: Object.entries(asRecord(inputs)).map(([key, value]) => {
      const input = asRecord(value);
      return {
        name: key,
        required: input['required'] === true || input['required'] === 'true',
        default: input['default'] === undefined || input['default'] === null ? undefined : scalar(input['default']),
      };
    }),
  };
}

async function readManifest(dir: string): Promise<string> {
  try {
    return await readFile(join(dir, 'action.yml'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return await readFile(join(dir, 'action.yaml'), 'utf8');
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function scalar(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
