import { FlowError, type ErrorCode } from './errors.ts';

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * JSON.parse for text that nobody vouches for: duplicate keys (which JSON.parse keeps silently), prototype keys,
 * numbers that become Infinity or -0, depth over 20 and text over `maxChars` are errors.
 */
export function parseStrictJson(text: string, code: ErrorCode, at: string, maxChars = 262_144): unknown {
  if (text.length > maxChars) {
    throw new FlowError(code, `${text.length} characters, at most ${maxChars} are read`, { at, fix: 'send less' });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new FlowError(code, `not JSON: ${(cause as Error).message}`, { at, fix: 'send one JSON value', cause });
  }
  checkRawText(text, code, at);
  return value;
}

/** A scan of text that already parses: the only things left to find are what JSON.parse forgives. */
function checkRawText(text: string, code: ErrorCode, at: string): void {
  const fail = (message: string): never => {
    throw new FlowError(code, message, { at });
  };
  const stack: (Set<string> | null)[] = [];
  let expectKey = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (char === '{' || char === '[') {
      stack.push(char === '{' ? new Set() : null);
      if (stack.length > 20) fail('nested deeper than 20');
      expectKey = char === '{';
    } else if (char === '}' || char === ']') {
      stack.pop();
      expectKey = false;
    } else if (char === ',') {
      expectKey = stack.at(-1) instanceof Set;
    } else if (char === '"') {
      const start = i;
      for (i++; text[i] !== '"'; i++) if (text[i] === '\\') i++;
      const keys = stack.at(-1);
      if (expectKey && keys instanceof Set) {
        const key = JSON.parse(text.slice(start, i + 1)) as string;
        if (FORBIDDEN_KEYS.has(key)) fail(`key ${JSON.stringify(key)} is not allowed`);
        if (keys.has(key)) fail(`key ${JSON.stringify(key)} appears twice`);
        keys.add(key);
        expectKey = false;
      }
    } else if (/[-\d]/.test(char)) {
      const number = /^-?\d+(\.\d+)?([eE][-+]?\d+)?/.exec(text.slice(i, i + 400))![0];
      if (!Number.isFinite(Number(number))) fail(`number ${number.slice(0, 40)} is not finite`);
      if (Object.is(Number(number), -0)) fail(`number ${number.slice(0, 40)} is a negative zero`);
      i += number.length - 1;
    }
  }
}
