import { attestationText, withAttestation } from '../core/attestation/region.ts';
import type { Around } from '../core/attestation/observed.ts';
import type { Fold } from '../core/fold.ts';
import { markdown, printable, shorten } from '../core/text.ts';

/** Title and body of the Draft PR: the agent's words made inert, and the gates from facts. */
export function pullRequestText(
  state: Fold,
  said: { readonly title: string; readonly body: string } | undefined,
  issue: { readonly number: number; readonly title: string },
  around: Around = {},
): { title: string; body: string } {
  const title =
    printable(said?.title ?? issue.title, 120)
      .replace(/@(?=\w)/g, '(at)')
      .replace(/#(?=\d)/g, 'no. ')
      .replace(/\bGH-(?=\d)/gi, 'GH ')
      .replace(/:\/\//g, ': ') || `Issue ${issue.number}`;
  // A partial one must not close what it does not finish.
  const closes = `${state.partial ? 'Part of' : 'Closes'} #${issue.number}`;
  const body = `${[inertMarkdown(said?.body ?? '', 20_000), '', closes].join('\n').trim()}\n`;
  const text = attestationText(state, around);
  return { title, body: text === undefined ? body : withAttestation(body, text) };
}

/** The issue that the text of a pull request of ours says it is for; anybody who may edit it can change that. */
export function issueOfPullRequest(body: string): number | undefined {
  const named = [...body.matchAll(/^(?:Part of|Closes) #([1-9][0-9]{0,8})\r?$/gm)];
  return named.length === 1 ? Number(named[0]![1]) : undefined;
}

/** Escaping makes text longer, and the host takes 65,536 characters: lines beyond this many are left out. */
const INERT_LIMIT = 50_000;

/** Several lines of untrusted Markdown: headings, lists, quotes, code spans and bold keep their shape, nothing else is markup. */
export function inertMarkdown(text: string, max: number): string {
  const lines = shorten(text, max)
    .split(/\r\n?|\n/)
    .map((line) => {
      const [, prefix, rest] = /^([ \t]{0,6}(?:#{1,6} |[-+*] |\d{1,3}\. |> )?)(.*)$/s.exec(line)!;
      return `${prefix}${inline(rest!)}`;
    });
  let room = INERT_LIMIT;
  const kept = lines.filter((line) => (room -= line.length + 1) >= 0);
  return (kept.length === lines.length ? lines : [...kept, '…']).join('\n');
}

/** Code spans show their text as it is, so they may hold what nothing else may; bold is put back after escaping. */
function inline(text: string): string {
  return text
    .split(/(`[^`<>&@]+`)/)
    .map((part, index) => (index % 2 === 1 ? `\`${printable(part.slice(1, -1), 500)}\`` : bold(markdownPart(part))))
    .join('');
}

/** `markdown` trims; between code spans the spaces belong to the sentence. */
function markdownPart(text: string): string {
  const [, before, inner, after] = /^(\s*)(.*?)(\s*)$/s.exec(text)!;
  return `${before ? ' ' : ''}${markdown(inner!, 2_000)}${after ? ' ' : ''}`;
}

function bold(text: string): string {
  return text.replace(/&#42;&#42;([^\s&](?:.*?[^\s&])?)&#42;&#42;/g, '**$1**');
}
