import { FlowError } from '../errors.ts';
import { parseStrictJson } from '../strict-json.ts';
import { isInferenceReceipt, readInferenceReceipt } from './inference-receipt.ts';
import { isParityBitnetCpp, readParityBitnetCpp } from './parity-bitnetcpp.ts';
import { isParityReceipt, readParityReceipt } from './parity-receipt.ts';
import { isPerToken, readPerToken } from './per-token.ts';
import { fault, unreadableReceipt, type Receipt, type ReceiptFault } from './receipt.ts';
import { isXtaskCrossval, readXtaskCrossval } from './xtask-crossval.ts';

/** Characters of one receipt that are read. */
export const MAX_RECEIPT_CHARS = 8_000_000;

const READERS = [
  [isPerToken, readPerToken],
  [isXtaskCrossval, readXtaskCrossval],
  [isParityReceipt, readParityReceipt],
  [isInferenceReceipt, readInferenceReceipt],
  [isParityBitnetCpp, readParityBitnetCpp],
] as const;

/** One receipt by its text: the kind is told from its keys, and what is of no kind that is known proves nothing. `head` is the commit that is judged. */
export function readReceipt(text: string, from: string, head: string): Receipt {
  let value: unknown;
  try {
    value = parseStrictJson(text, 'bad-result', from, MAX_RECEIPT_CHARS);
  } catch (error) {
    if (!(error instanceof FlowError)) throw error;
    const nan = /(?<![\w"])(?:NaN|-?Infinity|-?inf)(?![\w"])/.test(text);
    return unreadableReceipt('unknown', error.message, nan ? 'not-a-number' : 'unreadable');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return unreadableReceipt('unknown', 'it is no JSON object');
  const [, read] = READERS.find(([is]) => is(value)) ?? [];
  if (read === undefined)
    return unreadableReceipt(
      'unknown',
      `no receipt that is known: its keys are ${Object.keys(value).slice(0, 8).join(', ')}`,
      'unknown-format',
    );
  const receipt = read(value);
  const more = [...mockFaults(value), ...commitFaults(receipt, head)];
  return more.length === 0 ? receipt : { ...receipt, faults: [...receipt.faults, ...more] };
}

/** A receipt whose format names the commit must name this one: seven digits of it at least. */
function commitFaults({ commit }: Receipt, head: string): ReceiptFault[] {
  if (commit === undefined) return [];
  if (commit === null) return [fault('no-sha', 'its commit is none; set GIT_COMMIT for the command to {sha}')];
  return head.startsWith(commit) ? [] : [fault('other-sha', `it is of commit ${commit}, not of ${head.slice(0, 12)}`)];
}

/** Texts that people wrote to be computed with, not to describe the run. */
const NOT_ABOUT_THE_RUN: ReadonlySet<string> = new Set(['prompt', 'formatted_prompt']);
const MOCK = /(?<![a-z])(?:mock(?:ed)?|stub(?:bed)?|dummy|placeholder|fabricated)(?![a-z])/i;

/** Any text of a receipt that says that something was not real. */
function mockFaults(value: object): ReceiptFault[] {
  const stack: { readonly at: string; readonly value: unknown }[] = [{ at: '', value }];
  while (stack.length > 0) {
    const { at, value: next } = stack.pop()!;
    if (typeof next === 'string' && MOCK.test(next)) return [fault('mock', `${at} is ${JSON.stringify(next)}`)];
    if (typeof next !== 'object' || next === null) continue;
    for (const [key, inner] of Object.entries(next))
      if (!NOT_ABOUT_THE_RUN.has(key)) stack.push({ at: at === '' ? key : `${at}.${key}`, value: inner });
  }
  return [];
}
