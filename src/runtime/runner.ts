import * as core from '@actions/core';
import type { z } from 'zod';
import { FlowError } from '../core/errors.ts';
import { redacted } from '../core/public-safety/redact.ts';
import { findingsLine } from '../core/public-safety/refuse.ts';
import { textOr, type Scanned } from '../core/public-safety/scanned.ts';
import { logLine, shorten, visible } from '../core/text.ts';
import { withoutMachine } from './public-safety/machine-folders.ts';

/**
 * The only module that talks to the Actions runner, through @actions/core: inputs, outputs, job summary, log, masks. It adds what the
 * toolkit leaves to its users: one typed object, a closed list of outputs, inert text. It writes no environment and no PATH, ever.
 */

/** Reads all inputs of an action once, into one typed object. An absent or empty input is undefined. Throws `bad-input`. */
export function readInputs<T extends z.ZodObject>(schema: T): z.infer<T> {
  const raw: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = core.getInput(name, { trimWhitespace: false });
    if (value !== '') raw[name] = value;
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  const name = String(issue.path[0] ?? '');
  // Blanks around a value stand in the message, because they can be what is wrong with it.
  const seen = raw[name] === undefined ? undefined : JSON.stringify(shorten(visible(raw[name]), 80));
  const inner = issue.path.slice(1).join('.');
  const why = seen === undefined ? 'is missing' : `is ${seen}: ${inner === '' ? '' : `${inner}: `}${issue.message}`;
  throw new FlowError('bad-input', `input ${name} ${why}`, {
    at: name,
    fix: `set \`with: { ${name}: … }\` in the workflow`,
  });
}

/**
 * Sets outputs, of the names in `allowed` only. NUL and CR are refused; the toolkit's delimiter is fresh for each value,
 * so that no value can set another output (A-9 to A-12).
 */
export function setOutputs(values: Readonly<Record<string, string>>, allowed: readonly string[]): void {
  for (const [name, value] of Object.entries(values)) {
    if (!allowed.includes(name) || !/^[a-z][a-z0-9-]*$/.test(name)) {
      throw new FlowError('bug', `${JSON.stringify(name)} is not an output of this action`, { at: name });
    }
    if (/[\0\r]/.test(value))
      throw new FlowError('refused', `output ${name} holds a NUL or CR character`, { at: name });
  }
  // Without a runner the toolkit would print a command of the old kind, which no runner takes any more.
  if (!process.env['GITHUB_OUTPUT']) return;
  for (const [name, value] of Object.entries(values)) core.setOutput(name, value);
}

/** Bytes a step's summary may have on the host. */
const SUMMARY_LIMIT = 1024 * 1024;

/**
 * Appends Markdown of our own making to the job summary; without a summary file it is left out. What must not become public is refused: an error
 * of the log says class and place, and the summary says that there was one.
 */
export async function appendSummary(ownText: string, publicNames: readonly string[] = []): Promise<void> {
  if (!process.env['GITHUB_STEP_SUMMARY']) return;
  const bytes = Buffer.from(withoutMachine(ownText), 'utf8');
  const fits = bytes.length < SUMMARY_LIMIT;
  const own = fits ? bytes.toString('utf8') : `${bytes.subarray(0, SUMMARY_LIMIT - 200).toString('utf8')}\n\n(cut)`;
  const text = textOr(own, { allow: publicNames }, (findings) => {
    core.error(`the job summary was refused: ${findingsLine(findings)}`);
    return `The summary was refused: ${findingsLine(findings)}\n`;
  });
  await addToSummary(text);
}

async function addToSummary(text: Scanned<string>): Promise<void> {
  await core.summary.addRaw(text, true).write();
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

/** Prints an error, warning or notice that the runner shows as an annotation; every value is escaped, and what must not become public is redacted. */
export function printCommand(
  level: 'error' | 'warning' | 'notice',
  message: string,
  properties: CommandProperties = {},
): void {
  const { title, file, line } = properties;
  const safe = (text: string): string => redacted(withoutMachine(text)).text;
  core[level](safe(message), {
    ...(title === undefined ? {} : { title: safe(title) }),
    ...(file === undefined ? {} : { file: safe(file) }),
    ...(line === undefined ? {} : { startLine: line }),
  });
}

/** Asks the runner to hide a value in its log, line by line. */
export function mask(value: string): void {
  for (const line of value.split(/\r?\n/)) if (line.trim() !== '') core.setSecret(line);
}
