import { commentEnd, rawStringEnd, stringEnd } from '../rust-ends.ts';
import { blank, brackets, lineCounter, MAX_BODY, Reach, type DeclaredTest } from './declared.ts';

const LEXEME =
  /\/\/[^\n]*|\/\*|\bb?r(#{0,20})"|\bb?"|"|'(?:\\(?:u\{[0-9a-fA-F_]{1,8}\}|x[0-9a-fA-F]{2}|.)|[^\\'\n])'/gu;

/** Rust source with comments and the insides of strings blank, at equal positions. */
export function maskRust(source: string): string {
  const parts: string[] = [];
  let at = 0;
  LEXEME.lastIndex = 0;
  for (let match = LEXEME.exec(source); match !== null; match = LEXEME.exec(source)) {
    const start = match.index;
    const end = endOf(source, match);
    parts.push(source.slice(at, start), blank(source.slice(start, end)));
    at = end;
    LEXEME.lastIndex = end;
  }
  return parts.join('') + source.slice(at);
}

/** Where a lexeme ends; one without an end takes the rest of the source. */
function endOf(source: string, { 0: text, 1: hashes, index }: RegExpExecArray): number {
  const after = index + text.length;
  const within = (end: number): number => (end < 0 ? source.length : end);
  if (text === '/*') return within(commentEnd(source, after));
  if (hashes !== undefined) return within(rawStringEnd(source, after, hashes));
  return text.endsWith('"') && !text.startsWith('//') ? within(stringEnd(source, after)) : after;
}

const ITEM = /#(!?)\[|\bmacro_rules!\s*\w+\s*[({]|\b(?:mod\s+\w+|cfg_if!|cfg_select!)\s*\{|\bfn\s+(\w+)|[{};]/g;
const TEST_ATTRIBUTE = /^(?:\w+::)*(?:test|rstest|test_case|quickcheck|wasm_bindgen_test)\b/;
/** Runs where the target is WebAssembly alone. */
const ON_WASM = /^(?:\w+::)*wasm_bindgen_test\b/;
/** Assertions that hold whatever the code does. */
const TAUTOLOGY = /\bassert(?:_eq|_ne)?!\s*\(\s*(?:true|!\s*false|(\w+)\s*,\s*\1)\s*[,)]/g;
const CAN_FAIL =
  /\b(?:panic|unreachable|todo|unimplemented|bail|ensure)!|\.(?:unwrap|expect)\w*\s*\(|\?\s*[;.)},]|\bErr\s*\(|\b\w*(?:assert|check|verify|expect|ensure|should|must)\w*!?\s*(?:::<[^>]*>)?\(|\bexit\s*\(|\btest_\w*!?\s*\(|\b(?:common|helpers?|utils?|support|fixtures?|testing|test_\w+)::\w/;

const canFail = (body: string) => CAN_FAIL.test(body.replace(TAUTOLOGY, ''));

interface Found {
  readonly name: string;
  readonly at: number;
  readonly attributes: readonly string[];
  readonly body: string;
  readonly conditional: boolean;
}

/** Tests of a Rust file: functions with a test attribute, outside of `macro_rules!`. */
export function rustTests(source: string): DeclaredTest[] {
  const masked = maskRust(source);
  const functions = readFunctions(source, masked);
  const reach = new Reach(functions, source, canFail);
  const lineOf = lineCounter(source);
  return functions
    .filter(({ attributes }) => attributes.some((attribute) => TEST_ATTRIBUTE.test(attribute)))
    .map(({ name, at, attributes, body, conditional }): DeclaredTest => {
      const { uses, fails } = reach.of(body);
      const panics = attributes.some((attribute) => attribute.startsWith('should_panic'));
      const ignored = attributes.map(ignoreReason).find((reason) => reason !== undefined);
      return {
        name,
        line: lineOf(at),
        ...(ignored === undefined ? {} : { ignored }),
        conditional: conditional || attributes.some((one) => isCondition(one) || ON_WASM.test(one)),
        asserts: fails || panics ? 'yes' : /[^\s{}]/.test(body) ? 'none' : 'empty',
        uses,
      };
    });
}

function readFunctions(source: string, masked: string): Found[] {
  const found: Found[] = [];
  const closing = brackets(masked);
  const scopes: boolean[] = [];
  let attributes: string[] = [];
  let fileCondition = false;
  ITEM.lastIndex = 0;
  for (let match = ITEM.exec(masked); match !== null; match = ITEM.exec(masked)) {
    const [text, inner, name] = match;
    if (inner !== undefined) {
      const end = closing(match.index + text.length - 1);
      const attribute = source.slice(match.index + text.length, end - 1).trim();
      if (inner === '') attributes.push(attribute);
      else if (isCondition(attribute)) {
        if (scopes.length === 0) fileCondition = true;
        else scopes[scopes.length - 1] = true;
      }
      ITEM.lastIndex = end;
    } else if (text.startsWith('macro_rules!')) {
      ITEM.lastIndex = closing(ITEM.lastIndex - 1);
      attributes = [];
    } else if (name !== undefined) {
      const [start, end] = bodyOf(masked, ITEM.lastIndex, closing);
      const conditional = fileCondition || scopes.some(Boolean);
      found.push({
        name,
        at: match.index,
        attributes,
        body: masked.slice(start, Math.min(end, start + MAX_BODY)),
        conditional,
      });
      attributes = [];
      ITEM.lastIndex = end;
    } else if (/^(?:mod|cfg_)/.test(text)) {
      scopes.push(text.startsWith('cfg_') || attributes.some(isCondition));
      attributes = [];
    } else {
      if (text === '{') scopes.push(attributes.some(isCondition));
      if (text === '}') scopes.pop();
      attributes = [];
    }
  }
  return found;
}

/** The braces of a function, after its arguments and its type; nothing when it has no body. */
function bodyOf(masked: string, from: number, closing: (open: number) => number): readonly [number, number] {
  const mark = /[({;[]/g;
  mark.lastIndex = from;
  for (let match = mark.exec(masked); match !== null; match = mark.exec(masked)) {
    if (match[0] === '{') return [match.index, closing(match.index)];
    if (match[0] === ';') return [match.index, match.index + 1];
    mark.lastIndex = closing(match.index);
  }
  return [masked.length, masked.length];
}

function isCondition(attribute: string): boolean {
  return /^cfg\s*\(/.test(attribute) && !/^cfg\s*\(\s*test\s*\)$/.test(attribute);
}

function ignoreReason(attribute: string): string | undefined {
  const match = /^(?:cfg_attr\s*\([^]*,\s*)?ignore\b(?:\s*=\s*"([^"]*)")?/.exec(attribute);
  return match === null ? undefined : (match[1] ?? '');
}
