import { relative } from 'node:path';
import { z } from 'zod';
import { usageSchema, type Usage } from '../../../core/usage.ts';
import type { ChildEnd } from '../child.ts';
import type { EngineReport } from '../port.ts';
import { foreignTools } from './arguments.ts';

/** Characters of one line of the report. A longer one is not read, so a result beyond it is none. */
export const REPORT_LINE_CHARS = 8_000_000;

const tokens = z.int().min(0);
const initSchema = z.object({
  subtype: z.literal('init'),
  tools: z.array(z.string()),
  mcp_servers: z.array(z.unknown()),
  model: z.string(),
  claude_code_version: z.string(),
});
const resultSchema = z.object({
  subtype: z.string(),
  is_error: z.boolean(),
  total_cost_usd: z.number().min(0).max(100_000),
  modelUsage: z.record(
    z.string(),
    z.object({
      inputTokens: tokens,
      outputTokens: tokens,
      cacheReadInputTokens: tokens,
      cacheCreationInputTokens: tokens,
    }),
  ),
  api_error_status: z.int().nullish(),
  result: z.string().nullish(),
  errors: z.array(z.string()).nullish(),
  structured_output: z.record(z.string(), z.unknown()).nullish(),
});
const messageSchema = z.object({
  id: z.string().optional(),
  content: z.array(z.looseObject({ type: z.string() })),
});
const retrySchema = z.object({
  subtype: z.literal('api_retry'),
  attempt: z.int(),
  max_retries: z.int(),
  /** Null when there was no answer at all. */
  error_status: z.int().nullish(),
  error: z.string(),
});

type Result = z.infer<typeof resultSchema>;

/**
 * Reads the program's report, one JSON object per line, as it comes. What the agent says stands inside strings of it and
 * can never be a line of its own.
 */
export class ClaudeCodeReport {
  readonly #cwd: string;
  readonly #scope: readonly string[];
  readonly #log: (line: string) => void;
  readonly #turns = new Set<string>();
  #version: string | undefined;
  #result: Result | undefined;
  #broken: string | undefined;
  #complaint = '';

  constructor(cwd: string, scope: readonly string[], log: (line: string) => void) {
    this.#cwd = cwd;
    this.#scope = scope;
    this.#log = log;
  }

  /** Takes a line of standard output; gives why the run must end at once, if it must. */
  line(text: string): string | undefined {
    const event = parse(text);
    if (event === undefined) {
      if (text.trim() !== '') this.#log(text);
      return undefined;
    }
    if (event['type'] === 'result') {
      const parsed = resultSchema.safeParse(event);
      if (!parsed.success) return (this.#broken = `its report has no usable ${field(parsed.error)}`);
      this.#result = parsed.data;
    } else if (event['type'] === 'system') return this.#system(event);
    else if (event['type'] === 'assistant' || event['type'] === 'user') this.#message(event['message']);
    return undefined;
  }

  /** Takes a line of standard error: what the program says when it does not even begin. */
  complaint(text: string): void {
    if (text.trim() !== '') this.#complaint = text;
    this.#log(text);
  }

  /** How the run ended; `ok` only for a report that says so, with a result of its own. */
  end(child: ChildEnd): EngineReport & { readonly result?: string } {
    const { exitCode, durationMs } = child;
    const say = (outcome: EngineReport['outcome'], detail: string): EngineReport => ({
      outcome,
      exitCode,
      detail,
      durationMs,
      usage: this.#usage(durationMs),
    });
    if (this.#broken !== undefined) return say('bad-output', this.#broken);
    if (child.ended === 'timeout' || child.ended === 'not-found') return say(child.ended, child.detail);
    const crash = this.#complaint === '' ? child.detail : `${child.detail}: ${this.#complaint}`;
    if (child.ended !== 'exit') return say('crashed', crash);
    const result = this.#result;
    if (result === undefined) {
      return exitCode === 0 ? say('bad-output', 'it ended without a report') : say('crashed', crash);
    }
    if (result.subtype === 'error_max_turns') return say('turn-limit', failure(result));
    if (result.is_error || result.subtype !== 'success') return say('model-error', failure(result));
    if (exitCode !== 0) return say('crashed', crash);
    const { structured_output } = result;
    const good = say('ok', 'exit 0');
    return structured_output ? { ...good, result: JSON.stringify(structured_output) } : good;
  }

  #system(event: Readonly<Record<string, unknown>>): string | undefined {
    const retry = retrySchema.safeParse(event).data;
    if (retry !== undefined) {
      const { error, error_status, attempt, max_retries } = retry;
      const said = error_status ? `${error_status} ${error}` : 'no answer';
      this.#log(`the model's service: ${said}; retry ${attempt} of ${max_retries}`);
    }
    if (event['subtype'] !== 'init') return undefined;
    const init = initSchema.safeParse(event);
    if (!init.success) return (this.#broken = `its report has no usable ${field(init.error)}`);
    const { tools, mcp_servers, model, claude_code_version } = init.data;
    this.#version = claude_code_version;
    const foreign = foreignTools(tools, this.#scope);
    if (foreign.length > 0) return (this.#broken = `it offers ${foreign[0]}, which the agent may not have`);
    if (mcp_servers.length > 0) return (this.#broken = 'it has an MCP server, which the agent may not have');
    this.#log(`Claude Code ${claude_code_version}, ${model}, tools ${tools.join(', ')}`);
    return undefined;
  }

  #message(message: unknown): void {
    const parsed = messageSchema.safeParse(message).data;
    if (parsed === undefined) return;
    if (parsed.id !== undefined) this.#turns.add(parsed.id);
    for (const part of parsed.content) for (const line of describe(part, this.#cwd)) this.#log(line);
  }

  /** From the report's end, else what could be counted until then. */
  #usage(durationMs: number): Usage | undefined {
    const result = this.#result;
    if (result === undefined && this.#version === undefined) return undefined; // it did not begin
    const counted = {
      engine: 'claude-code',
      turns: this.#turns.size,
      seconds: Math.round(durationMs / 1000),
      ...(this.#version === undefined ? {} : { version: this.#version }),
    };
    const models = Object.values(result?.modelUsage ?? {});
    const sum = (of: (model: (typeof models)[number]) => number) => models.reduce((all, model) => all + of(model), 0);
    return usageSchema.safeParse(
      result === undefined
        ? counted
        : {
            ...counted,
            models: Object.keys(result.modelUsage).slice(0, 5),
            'input-tokens': sum((m) => m.inputTokens + m.cacheReadInputTokens + m.cacheCreationInputTokens),
            'output-tokens': sum((m) => m.outputTokens),
            'cost-microusd': Math.round(result.total_cost_usd * 1_000_000),
          },
    ).data;
  }
}

function parse(line: string): Readonly<Record<string, unknown>> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const field = (error: z.ZodError): string => error.issues[0]?.path.join('.') || 'fields';

function failure({ subtype, api_error_status, errors, result }: Result): string {
  const status = api_error_status ? `status ${api_error_status}: ` : '';
  return `${status}${errors?.[0] ?? result ?? subtype}`;
}

/** What the agent did, for the log. */
function describe(part: Readonly<Record<string, unknown>>, cwd: string): string[] {
  if (part['type'] === 'text') return String(part['text']).split('\n').filter(Boolean);
  if (part['type'] === 'tool_use') return [`> ${String(part['name'])} ${subject(part['input'], cwd)}`.trimEnd()];
  if (part['type'] === 'tool_result' && part['is_error'] === true) {
    return [`  no: ${JSON.stringify(part['content']).slice(0, 300)}`];
  }
  return [];
}

/** What a tool is used on. */
function subject(input: unknown, cwd: string): string {
  const { file_path, pattern } = (input ?? {}) as { file_path?: unknown; pattern?: unknown };
  if (typeof file_path === 'string') return file_path.startsWith(cwd) ? relative(cwd, file_path) : file_path;
  return typeof pattern === 'string' ? pattern : '';
}
