import { printable } from './text.ts';

/** Label on the issue or the PR: no further hop starts while it is there. */
export const PAUSE_LABEL = 'flow:pause';
/** Label on the issue or the PR: the hop that is due ends the flow in needs-rework instead of running. */
export const STOP_LABEL = 'flow:stop';
/** Repository variable: `true` pauses every flow, numbers separated by commas those subjects. */
export const PAUSE_VARIABLE = 'BITNET_FLOW_PAUSED';

/** What a person has put in a flow's way. */
export interface Hold {
  readonly kind: 'pause' | 'stop';
  /** Where it stands, most telling first. */
  readonly by: readonly ('label' | 'variable')[];
  /** Value of the variable, when nobody could tell whom it pauses: then it pauses every flow. */
  readonly unreadable?: string;
}

/** What holds a subject, from the labels of its issue and PR and the variable; a stop comes before a pause. Pure. */
export function holdOf(subject: number, labels: readonly string[], variable: string | undefined): Hold | undefined {
  // Label names differ by more than case on the host.
  const has = (name: string): boolean => labels.some((label) => label.toLowerCase() === name);
  if (has(STOP_LABEL)) return { kind: 'stop', by: ['label'] };
  const paused = readVariable(subject, variable);
  const by = [...(has(PAUSE_LABEL) ? (['label'] as const) : []), ...(paused === false ? [] : (['variable'] as const))];
  if (by.length === 0) return undefined;
  return { kind: 'pause', by, ...(paused === 'unreadable' ? { unreadable: printable(variable!, 40) } : {}) };
}

/** A pause, which holds back what is due; a stop does not, because it is recorded by the hop that is due. */
export function pauseOf(hold: Hold | undefined): Hold | undefined {
  return hold?.kind === 'pause' ? hold : undefined;
}

interface Labelled {
  readonly labels: readonly string[];
}

/** The labels that hold a subject: those of its issue and of its pull request. */
export function labelsOf({
  issue,
  pr,
}: {
  readonly issue: Labelled | undefined;
  readonly pr: Labelled | undefined;
}): string[] {
  return [...(issue?.labels ?? []), ...(pr?.labels ?? [])];
}

/** Whether the variable pauses a subject. What is neither a yes, a no nor a list of numbers pauses everything. */
function readVariable(subject: number, variable: string | undefined): boolean | 'unreadable' {
  const text = (variable ?? '').trim();
  if (text === '' || /^false$/i.test(text)) return false;
  if (/^(true|all)$/i.test(text)) return true;
  if (!/^[1-9][0-9]{0,8}(\s*,\s*[1-9][0-9]{0,8})*$/.test(text)) return 'unreadable';
  return text.split(',').map(Number).includes(subject);
}

/** What holds the flow and what lets it go on, in one or two sentences of Markdown. */
export function holdText(hold: Hold): string {
  if (hold.kind === 'stop') {
    return `the label \`${STOP_LABEL}\` stops this flow. Comment \`/flow resume\`, or remove the label and start it again.`;
  }
  const label = `the label \`${PAUSE_LABEL}\``;
  const variable =
    hold.unreadable === undefined
      ? `the repository variable \`${PAUSE_VARIABLE}\``
      : `the repository variable \`${PAUSE_VARIABLE}\`, which is neither \`true\` nor a list of numbers and so pauses every flow`;
  const lift = 'whoever administers the repository changes that variable';
  if (!hold.by.includes('variable')) return `by ${label}. Comment \`/flow resume\`, or remove the label.`;
  if (!hold.by.includes('label')) return `by ${variable}. It goes on when ${lift}.`;
  return `by ${label} and by ${variable}. It goes on when ${lift} and somebody comments \`/flow resume\`.`;
}
