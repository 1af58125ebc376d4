import { AC_ID } from '../core/names.ts';
import { anchored, splitAnchored } from '../core/ledger/anchors.ts';
import { markdown } from '../core/text.ts';

const SECTION = 'acceptance';

/** The body with the acceptance criteria in our anchored block at its end; the rest is kept as it is. */
export function withCriteria(
  body: string,
  story: string | undefined,
  criteria: readonly { id: string; text: string }[],
): string {
  const text = [
    '### Acceptance criteria',
    '',
    ...(story === undefined ? [] : [markdown(story, 1000), '']),
    ...criteria.map(({ id, text: line }) => `- **${id}** ${markdown(line, 500)}`),
  ].join('\n');
  const block = anchored(SECTION, text);
  const parts = splitAnchored(body, [SECTION]);
  if (!parts.intact) return `${body.trimEnd()}\n\n${block}\n`;
  const start = body.indexOf(`<!-- ${SECTION}:start -->`);
  const end = body.indexOf(`<!-- ${SECTION}:end -->`) + `<!-- ${SECTION}:end -->`.length;
  return body.slice(0, start) + block + body.slice(end);
}

/** Texts of the criteria by id, for people and prompts. Ids count only where facts name them. */
export function readCriteria(body: string): Map<string, string> {
  const section = splitAnchored(body, [SECTION]).sections.get(SECTION) ?? '';
  const lines = section.split('\n').map((line) => /^- \*\*(AC\d+)\*\* (.*)$/.exec(line));
  return new Map(lines.flatMap((match) => (match && AC_ID.test(match[1]!) ? [[match[1]!, match[2]!] as const] : [])));
}
