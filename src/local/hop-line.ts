import { parseRunTitle } from '../core/run-name.ts';
import { factsOf, type FinishedHop } from './finished-hop.ts';

const COLORS = { pass: 32, fail: 31, skipped: 33 } as const;

/** One line per run: hop, agent, gates, route and time; for a run that was no hop, why. */
export function hopLine(hop: FinishedHop, color: boolean): string {
  const [name = ''] = hop.result.title.split(' ');
  const repair = parseRunTitle(hop.result.title)?.repair ?? 0;
  const facts = factsOf(hop);
  const end = facts.find((fact) => fact.kind === 'end');
  const seconds = `${(hop.ms / 1000).toFixed(1)} s`.padStart(7);
  if (end === undefined) {
    const why = hop.result.jobs.flatMap((job) =>
      job.steps.flatMap((step) => step.annotations.map((note) => note.message)),
    );
    const died = hop.result.conclusion === 'cancelled' ? 'its runner died' : 'no decision';
    return `${name.padEnd(8)} ${hop.result.conclusion.padEnd(18)} ${seconds}  ${why[0] ?? died}`;
  }
  const label = end.attempt === 1 ? String(end.seq) : `${end.seq}.${end.attempt}`;
  const gates = facts.flatMap((fact) =>
    fact.kind === 'gate' && (fact.gate !== 'scope' || fact.status !== 'pass')
      ? [
          paint(
            `${fact.gate} ${fact.status === 'fail' && fact.reason ? fact.reason : fact.status}`,
            COLORS[fact.status],
            color,
          ),
        ]
      : [],
  );
  const reason = end.reason === undefined ? '' : ` (${end.reason})`;
  const route = end.next.agent === undefined ? end.next.type : `${end.next.type} → ${end.next.agent}`;
  return `${label.padStart(4)}  ${end.agent.padEnd(18)} ${seconds}  ${route}${reason}${gates.length === 0 ? '' : `  [${gates.join(', ')}]`}${repair === 0 ? '' : `  repair ${repair}`}${hop.result.conclusion === 'cancelled' ? '  then its runner died' : ''}`;
}

function paint(text: string, code: number, color: boolean): string {
  return color ? `\u001b[${code}m${text}\u001b[0m` : text;
}
