import { inertMarkdown } from './pull-request.ts';

/** First line of an agent's progress comment: each agent edits its own latest. */
export function progressMarker(flow: string, subject: number, agent: string): string {
  return `<!-- bitnet-flow:progress flow=${flow} subject=${subject} agent=${agent} -->`;
}

export function renderProgress(flow: string, subject: number, agent: string, text: string): string {
  return `${progressMarker(flow, subject, agent)}\n**${agent}**\n\n${inertMarkdown(text, 4_000)}\n`;
}
