import { FlowError } from '../core/errors.ts';
import { parseFact, type Fact } from '../core/fact.ts';
import { fold, type Fold } from '../core/fold.ts';
import { decodeBlock } from '../core/ledger/block.ts';
import { explainHop } from '../flow/explain.ts';
import { explainText } from '../flow/explain-text.ts';
import { knownFacts } from '../flow/known-facts.ts';
import { replay, type ReplayedHop, type ReplayInput } from '../flow/replay.ts';
import { GATE_NAMES } from '../flow-registry.ts';
import { readState } from '../runtime/flow/read-state.ts';
import type { FlowFlags } from './flow-options.ts';
import { openHost, type HostFlags } from './host.ts';
import { readText } from '../runtime/read-text.ts';
import { findRepositoryFlow, loadGiven, sourceText } from './repository-flow.ts';

export interface ExplainOptions extends HostFlags, FlowFlags {
  readonly hop?: string;
  readonly facts?: string;
}

export interface ExplainResult {
  /** False when a decision differs from the one that the rules give. */
  readonly ok: boolean;
  readonly lines: readonly string[];
  readonly json: unknown;
}

/** Explains a flow hop by hop, and decides every hop again from its facts. */
export async function explainCommand(
  subject: string | undefined,
  options: ExplainOptions,
  version: string,
): Promise<ExplainResult> {
  const { input, by } =
    options.facts === undefined
      ? await fromHost(parseSubject(subject), options)
      : fromFile(options.facts, subject, options);
  const state = fold(input.facts);
  if (state.hops.length === 0) {
    throw new FlowError('not-found', `there are no facts of ${input.flow.flow} on #${subject ?? '?'}`, {
      at: options.facts ?? 'subject',
      fix: 'give the number of an issue that a flow has worked on; `bitnet-flow status --all` lists them',
    });
  }
  const replayed = replay(input);
  const shown = choose(replayed, options.hop, state);
  const source = `bitnet-flow ${version}, ${by}`;
  return {
    ok: replayed.every(({ outcome }) => outcome !== 'differs'),
    lines: explainText(state, replayed, shown, source, version),
    json: { flow: state.flow, subject: state.subject, by: source, hops: shown.map(explainHop) },
  };
}

/** The number of an issue on the command line. */
export function parseSubject(text: string | undefined): number {
  if (text !== undefined && /^#?[1-9][0-9]{0,8}$/.test(text)) return Number(text.replace('#', ''));
  throw new FlowError('bad-input', `${JSON.stringify(text ?? '')} is not the number of an issue`, {
    at: 'subject',
    fix: 'give the number of the issue that the flow works on, for instance 42',
  });
}

interface Explained {
  readonly input: ReplayInput;
  readonly by: string;
}

async function fromHost(subject: number, options: ExplainOptions): Promise<Explained> {
  const host = await openHost(options);
  const files = await findRepositoryFlow(host, options);
  const read = await readState(subject, files, host);
  const facts = knownFacts(read.flow.flow, subject, read);
  return { input: { facts, flow: read.flow, profile: read.profile, built: GATE_NAMES }, by: sourceText(files) };
}

function fromFile(path: string, subject: string | undefined, options: ExplainOptions): Explained {
  const all = readFacts(readText(path), path);
  const wanted = subject === undefined ? all[0]?.subject : parseSubject(subject);
  const facts = all.filter((fact) => fact.subject === wanted);
  const { flow, profile, by } = loadGiven(options, facts[0]?.flow ?? 'generative');
  return { input: { facts: facts.filter((fact) => fact.flow === flow.flow), flow, profile, built: GATE_NAMES }, by };
}

/** Facts of a saved file: a JSON array as a local run leaves it, or the text of a Ledger comment. */
export function readFacts(text: string, path: string): Fact[] {
  if (/^\s*\[/.test(text)) {
    let list: unknown;
    try {
      list = JSON.parse(text);
    } catch (cause) {
      throw new FlowError('bad-input', `the facts are no JSON: ${(cause as Error).message}`, { at: path, cause });
    }
    return (list as unknown[]).map((item, index) => parseFact(item, `${path}[${index}]`));
  }
  const block = decodeBlock(text);
  if (block === undefined) {
    throw new FlowError('bad-input', 'the file holds no facts', {
      at: path,
      fix: 'give facts.json of a local run, or a saved Ledger comment',
    });
  }
  if (!block.intact) {
    throw new FlowError(
      'bad-ledger',
      `the chain of the Ledger breaks behind ${block.facts.length} facts: it was altered`,
      {
        at: path,
        fix: 'save the comment again; `bitnet-flow ledger verify` compares all copies',
      },
    );
  }
  return [...block.facts];
}

/** The hops that `--hop N[.A]` names; all of them without it. */
function choose(replayed: readonly ReplayedHop[], hop: string | undefined, state: Fold): readonly ReplayedHop[] {
  if (hop === undefined) return replayed;
  const [, seq, attempt] = /^([1-9][0-9]?)(?:\.([1-9]))?$/.exec(hop) ?? [];
  const found = replayed.filter(
    ({ record }) => record.seq === Number(seq) && (attempt === undefined || record.attempt === Number(attempt)),
  );
  if (found.length > 0) return found;
  const last = state.hops.at(-1)!;
  throw new FlowError(seq === undefined ? 'bad-input' : 'not-found', `there is no hop ${JSON.stringify(hop)}`, {
    at: '--hop',
    fix: `give a hop from 1 to ${last.seq}, or one attempt of it, for instance ${last.seq}.1`,
  });
}
