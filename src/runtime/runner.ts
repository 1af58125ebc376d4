import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import type { z } from 'zod';
import { FlowError } from '../core/errors.ts';
import { logLine, printable } from '../core/text.ts';

/**
 * The only module that talks to the Actions runner: inputs, outputs, job summary, log, masks. It writes no environment
 * and no PATH, ever. @actions/core does the same and more, but loading it costs a gate more than starting Node.
 */

type Env = Readonly<Record<string, string | undefined>>;

/** The environment name of an input, as the runner makes it. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replace(/ /g, '_').toUpperCase()}`;
}

/** Reads all inputs of an action once, into one typed object. An absent or empty input is undefined. Throws `bad-input`. */
export function readInputs<T extends z.ZodObject>(schema: T, env: Env = process.env): z.infer<T> {
  const raw: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = env[inputVariable(name)];
    if (value !== undefined && value !== '') raw[name] = value;
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const name = String(issue.path[0] ?? '');
  const seen = raw[name] === undefined ? 'is missing' : `is ${JSON.stringify(printable(raw[name], 80))}`;
  const inner = issue.path.slice(1).join('.');
  throw new FlowError('bad-input', `input ${name} ${seen}: ${inner === '' ? '' : `${inner}: `}${issue.message}`, {
    at: name,
    fix: `set \`with: { ${name}: … }\` in the workflow`,
  });
}

/**
 * Sets outputs, of the names in `allowed` only. NUL and CR are refused, and the delimiter is fresh for each value, so
 * that no value can set another output (A-9 to A-12).
 */
export function setOutputs(
  values: Readonly<Record<string, string>>,
  allowed: readonly string[],
  env: Env = process.env,
): void {
  let text = '';
  for (const [name, value] of Object.entries(values)) {
    if (!allowed.includes(name) || !/^[a-z][a-z0-9-]*$/.test(name)) {
      throw new FlowError('bug', `${JSON.stringify(name)} is not an output of this action`, { at: name });
    }
    text += heredoc(name, value);
  }
  const file = env['GITHUB_OUTPUT'];
  if (text !== '' && file) appendFileSync(file, text);
}

function heredoc(name: string, value: string): string {
  if (/[\0\r]/.test(value)) throw new FlowError('refused', `output ${name} holds a NUL or CR character`, { at: name });
  const delimiter = `flow_${randomUUID()}`;
  if (value.includes(delimiter)) throw new FlowError('refused', `output ${name} holds its own delimiter`, { at: name });
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}

/** Bytes a step's summary may have on the host. */
const SUMMARY_LIMIT = 1024 * 1024;

/** Appends Markdown of our own making to the job summary; without a summary file it is left out. */
export function appendSummary(markdownText: string, env: Env = process.env): void {
  const file = env['GITHUB_STEP_SUMMARY'];
  if (!file) return;
  const bytes = Buffer.from(`${markdownText}\n`, 'utf8');
  appendFileSync(
    file,
    bytes.length <= SUMMARY_LIMIT ? bytes : `${bytes.subarray(0, SUMMARY_LIMIT - 200).toString('utf8')}\n\n(cut)\n`,
  );
}

/** Prints a line of our own words; what it quotes from outside goes through `logLine` first. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints text that nobody vouches for, one inert line per line (A-5 to A-8). */
export function printUntrusted(text: string): void {
  for (const line of text.split('\n')) process.stdout.write(`${logLine(line)}\n`);
}

export interface CommandProperties {
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
}

/** Prints an error, warning or notice that the runner shows; every value is escaped. */
export function printCommand(
  level: 'error' | 'warning' | 'notice',
  message: string,
  properties: CommandProperties = {},
): void {
  const list = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  print(`::${level}${list.length === 0 ? '' : ` ${list.join(',')}`}::${escapeData(message)}`);
}

/** Asks the runner to hide a value in its log, line by line. */
export function mask(value: string): void {
  for (const line of value.split(/\r?\n/)) if (line.trim() !== '') print(`::add-mask::${escapeData(line)}`);
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
