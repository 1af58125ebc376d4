import { z } from 'zod';
import { canonicalJson } from '../canonical.ts';
import { FlowError } from '../errors.ts';
import type { Fold } from '../fold.ts';
import { checkName } from '../names.ts';
import { parseStrictJson } from '../strict-json.ts';
import type { Mismatch } from './compare.ts';
import { gateStatements, STATEMENT_TYPE, TEST_RESULT_TYPE, type TestResultStatement } from './statement.ts';

const digest = z.record(z.string(), z.string());
const descriptor = z.strictObject({
  name: z.string().optional(),
  uri: z.string().optional(),
  digest,
  annotations: z.record(z.string(), z.string()).optional(),
});

const statementSchema = z.strictObject({
  _type: z.literal(STATEMENT_TYPE),
  subject: z
    .array(z.strictObject({ ...descriptor.shape, name: z.string() }))
    .min(1)
    .max(10),
  predicateType: z.literal(TEST_RESULT_TYPE),
  predicate: z.strictObject({
    result: z.enum(['PASSED', 'WARNED', 'FAILED']),
    configuration: z.array(descriptor).min(1).max(10),
    url: z.string().optional(),
    passedTests: z.array(z.string()).max(100),
    warnedTests: z.array(z.string()).max(100),
    failedTests: z.array(z.string()).max(100),
  }),
});

/** A statement out of a file: written as it is, or inside the envelope of a signature bundle. */
export interface ReadStatement {
  readonly statement: TestResultStatement;
  /** The bundle's text, where there is one: its signature is not looked at here. */
  readonly bundle: string | undefined;
}

const MAX_CHARS = 1_000_000;

/** Reads a test-result statement or a Sigstore bundle with one in it. Throws `bad-input` with the field. */
export function readStatement(text: string, file: string): ReadStatement {
  const value = parseStrictJson(text, 'bad-input', file, MAX_CHARS) as {
    dsseEnvelope?: { payload?: unknown; payloadType?: unknown };
  } | null;
  const envelope = value?.dsseEnvelope;
  if (envelope === undefined) return { statement: checkStatement(value, file), bundle: undefined };
  const { payload, payloadType } = envelope;
  if (typeof payload !== 'string' || payloadType !== 'application/vnd.in-toto+json')
    throw new FlowError('bad-input', 'the envelope of the bundle holds no in-toto statement', {
      at: file,
      fix: 'give a bundle that the action `attest` wrote',
    });
  const inner = parseStrictJson(fromBase64(payload), 'bad-input', `${file}, payload`, MAX_CHARS);
  return { statement: checkStatement(inner, `${file}, payload`), bundle: text };
}

function fromBase64(text: string): string {
  return new TextDecoder().decode(
    Uint8Array.from(atob(text.replace(/[^A-Za-z0-9+/]/g, '')), (char) => char.charCodeAt(0)),
  );
}

function checkStatement(value: unknown, at: string): TestResultStatement {
  const parsed = statementSchema.safeParse(value);
  if (parsed.success) return parsed.data as TestResultStatement;
  const issue = parsed.error.issues[0]!;
  throw new FlowError(
    'bad-input',
    `no test-result statement of this project: ${issue.path.join('.') || 'the file'}: ${issue.message}`,
    {
      at,
      fix: 'give a file that the action `attest` wrote',
    },
  );
}

/** The repository that a statement names as its subject; undefined when it names none. */
export function repositoryOf({ subject }: TestResultStatement): string | undefined {
  return /^git\+(https?:\/\/\S+)$/.exec(subject[0]?.name ?? '')?.[1];
}

/** Compares a statement with the one that the facts give for its gate on `head`. Pure. */
export function compareStatement(
  stated: TestResultStatement,
  state: Fold,
  head: string,
  repository: string,
): Mismatch[] {
  const { passedTests, warnedTests, failedTests } = stated.predicate;
  const named = [...passedTests, ...warnedTests, ...failedTests];
  const expected = gateStatements(state, head, repository).find(({ fact }) =>
    named.includes(checkName(fact.flow, fact.gate)),
  );
  const commit = stated.subject[0]?.digest['gitCommit'];
  if (expected?.statement === undefined) {
    const why =
      commit === head
        ? 'no fact on the head gives a statement for that'
        : `it speaks of ${commit?.slice(0, 7) ?? 'no commit'}, not of the head`;
    return [
      { field: 'statement', stated: named.join(', ') || 'no gate', computed: expected?.why ?? 'not observed', why },
    ];
  }
  const show = (value: unknown): string =>
    (typeof value === 'string' ? value : canonicalJson(value ?? null)).slice(0, 200);
  const is = expected.statement;
  // An old fact may have lost its evidence; what rests on that cannot be compared.
  const lost = expected.fact.evidence.length === 0;
  const keys = (Object.keys({ ...is.predicate, ...stated.predicate }) as (keyof typeof is.predicate)[]).filter(
    (key) => !lost || key !== 'configuration',
  );
  const fields: [string, unknown, unknown][] = [
    ['subject', stated.subject.slice(0, lost ? 1 : undefined), is.subject],
    ...keys.map((key): [string, unknown, unknown] => [`predicate.${key}`, stated.predicate[key], is.predicate[key]]),
  ];
  return fields.flatMap(([field, said, computed]) =>
    show(said) === show(computed) && canonicalJson(said ?? null) === canonicalJson(computed ?? null)
      ? []
      : [
          {
            field: `${expected.gate}: ${field}`,
            stated: show(said),
            computed: show(computed),
            why: 'the facts give another statement',
          },
        ],
  );
}
