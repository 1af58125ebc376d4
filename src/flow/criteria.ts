import { canonicalJson } from '../core/canonical.ts';
import { placeAnchored, splitAnchored } from '../core/ledger/anchors.ts';
import { AC_ID } from '../core/names.ts';
import { parseStrictJson } from '../core/strict-json.ts';
import { markdown, printable } from '../core/text.ts';

const SECTION = 'acceptance';
const DATA_START = '<!-- criteria ';
const DATA_END = ' -->';

export interface Criterion {
  readonly id: string;
  readonly text: string;
}

/**
 * The body with the acceptance criteria in our anchored block: a list for people, and the same as data, because
 * what is made inert for people is never decoded again. The rest of the body is kept as it is.
 */
export function withCriteria(body: string, story: string | undefined, criteria: readonly Criterion[]): string {
  // The host takes 65,536 characters. Texts get shorter before the block is given up: the ids live in facts anyway.
  for (const chars of [500, 200, 80]) {
    const text = placeAnchored(body, SECTION, criteriaText(story, criteria, chars));
    if (text.length <= BODY_LIMIT) return text;
  }
  return body;
}

/** Characters of an issue's body with our block in it. */
const BODY_LIMIT = 60_000;

function criteriaText(story: string | undefined, criteria: readonly Criterion[], chars: number): string {
  const plain = criteria.map(({ id, text }) => ({ id, text: printable(text, chars) }));
  const data = canonicalJson(plain).replace(/[<>-]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`);
  return [
    '### Acceptance criteria',
    '',
    ...(story === undefined ? [] : [markdown(story, 1000), '']),
    ...plain.map(({ id, text: line }) => `- **${id}** ${markdown(line, chars)}`),
    '',
    `${DATA_START}${data}${DATA_END}`,
  ].join('\n');
}

/** Texts of the criteria by id, for people and prompts. Ids count only where facts name them. */
export function readCriteria(body: string): Map<string, string> {
  const section = splitAnchored(body, [SECTION]).sections.get(SECTION) ?? '';
  const line = section.split('\n').find((text) => text.startsWith(DATA_START) && text.endsWith(DATA_END));
  if (line === undefined) return new Map();
  try {
    const list = parseStrictJson(
      line.slice(DATA_START.length, -DATA_END.length),
      'bad-fact',
      'acceptance criteria',
      60_000,
    );
    const items = (Array.isArray(list) ? list : []) as Partial<Criterion>[];
    return new Map(
      items.flatMap(({ id, text }) =>
        typeof id === 'string' && AC_ID.test(id) && typeof text === 'string'
          ? [[id, printable(text, 500)] as const]
          : [],
      ),
    );
  } catch {
    return new Map(); // a person edited the data: the ids from facts stand, their texts are gone
  }
}
