import { evidenceLine, type Evidence } from '../core/evidence.ts';
import type { Annotation, GateResult } from '../core/gate.ts';
import { markdown, tableCell } from '../core/text.ts';
import { toConclusion } from '../core/verdict.ts';
import { isChecksOff, statusOf } from './github/refusal.ts';
import type { GateReport } from './report.ts';

/** GitHub takes that many annotations in one request; PATCH appends. */
export const ANNOTATIONS_PER_REQUEST = 50;
/** Characters of a Check Run's summary and text. */
const OUTPUT_LIMIT = 65_000;

export interface CheckBody {
  readonly status: 'completed';
  readonly conclusion: string;
  readonly output: {
    readonly title: string;
    readonly summary: string;
    readonly text?: string;
    readonly annotations: readonly Annotation[];
  };
}

/** What the alone mode needs of the host. `list` gives our own app's runs of that name on that commit. */
export interface ChecksPort {
  list(sha: string, name: string): Promise<readonly { readonly id: number }[]>;
  /** Returns the new run's id. */
  create(body: CheckBody & { readonly name: string; readonly head_sha: string }): Promise<number>;
  update(id: number, body: CheckBody): Promise<void>;
}

/** The bodies of all requests for one gate: the first with everything, the others with 50 more annotations each. */
export function checkBodies(
  result: GateResult,
  all: readonly Evidence[],
  report: GateReport,
  title: string,
): CheckBody[] {
  const table = all.map(({ key, value }) => `| ${tableCell(key)} | ${tableCell(value)} |`);
  const fence = '`'.repeat(Math.max(3, ...[...report.text.matchAll(/`+/g)].map((match) => match[0].length + 1)));
  const output = {
    title: `${title}: ${result.verdict}${result.reason === undefined ? '' : ` (${result.reason})`}`,
    summary: [markdown(evidenceLine(all), 1000), '', '| Evidence | |', '|---|---|', ...table]
      .join('\n')
      .slice(0, OUTPUT_LIMIT),
    ...(report.text === '' ? {} : { text: `${fence}\n${report.text.slice(0, OUTPUT_LIMIT - 100)}\n${fence}` }),
  };
  const bodies: CheckBody[] = [];
  for (let at = 0; at === 0 || at < report.annotations.length; at += ANNOTATIONS_PER_REQUEST) {
    const annotations = report.annotations.slice(at, at + ANNOTATIONS_PER_REQUEST);
    bodies.push({ status: 'completed', conclusion: toConclusion(result.verdict), output: { ...output, annotations } });
  }
  return bodies;
}

/**
 * Writes the Check Run: the one of that name and commit if there is one (the lowest id is canonical; others get the same
 * conclusion), else a new one. Returns the reason when checks are off (403, 404, 410), and throws on anything else.
 */
export async function writeCheckRun(
  port: ChecksPort,
  name: string,
  sha: string,
  bodies: readonly CheckBody[],
): Promise<string | undefined> {
  try {
    const known = [...(await port.list(sha, name))].sort((a, b) => a.id - b.id);
    const [first, ...more] = bodies;
    const id = known[0]?.id ?? (await port.create({ name, head_sha: sha, ...first! }));
    if (known[0] !== undefined) await port.update(id, first!);
    for (const body of more) await port.update(id, body);
    for (const twin of known.slice(1))
      await port.update(twin.id, { ...first!, output: { ...first!.output, annotations: [] } });
    return undefined;
  } catch (error) {
    if (isChecksOff(error)) return `checks-${statusOf(error)}`;
    throw error;
  }
}
