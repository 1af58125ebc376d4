import { z } from 'zod';
import { agentResultSchema } from '../../../core/result.ts';

const READING = ['Read', 'Glob', 'Grep'] as const;
const WRITING = ['Edit', 'Write'] as const;
/** What the program adds for the result; it does nothing but check it against the schema. */
const RESULT_TOOL = 'StructuredOutput';

/** The tools of an agent: who may write no file has none that writes. None runs a command or talks to the network. */
export function toolsFor(scope: readonly string[]): readonly string[] {
  return scope.length === 0 ? READING : [...READING, ...WRITING];
}

/** Tools that the program says it offers and the agent may not have. */
export function foreignTools(offered: readonly string[], scope: readonly string[]): string[] {
  const own = [...toolsFor(scope), RESULT_TOOL];
  return offered.filter((tool) => !own.includes(tool));
}

export interface ArgumentRequest {
  /** Real path of the checkout. */
  readonly cwd: string;
  readonly scope: readonly string[];
  readonly maxTurns: number;
  readonly model: string | undefined;
}

/**
 * Arguments for one headless run, prompt on stdin. Customisations of the branch, the machine and the user are off
 * (`--safe-mode`, `--restricted`, no setting sources, no MCP server), file tools stay in the checkout, writing is allowed
 * by the hop's own globs, and whatever would ask a person is denied.
 */
export function claudeCodeArguments({ cwd, scope, maxTurns, model }: ArgumentRequest): string[] {
  const tools = toolsFor(scope);
  const allow = [...READING, ...scope.map((glob) => `Edit(/${literal(cwd)}/${glob})`)];
  return [
    '--print',
    ...['--output-format', 'stream-json', '--verbose'],
    '--safe-mode',
    '--restricted',
    '--strict-mcp-config',
    ...['--setting-sources', ''],
    ...['--settings', JSON.stringify({ permissions: { allow, defaultMode: 'dontAsk' } })],
    ...['--permission-mode', 'dontAsk'],
    ...['--permission-prompts', 'none'],
    '--no-session-persistence',
    '--disable-slash-commands',
    '--no-chrome',
    ...['--tools', tools.join(',')],
    ...['--json-schema', resultSchema()],
    ...['--max-turns', String(maxTurns)],
    ...(model === undefined ? [] : ['--model', model]),
  ];
}

/** The schema of a result without the name of its dialect, which the program does not look up. */
function resultSchema(): string {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(agentResultSchema);
  return JSON.stringify(schema);
}

/** A path for a rule. A character that means something there matches as `?`: more may match, and the commit job judges exactly. */
function literal(path: string): string {
  return path.replace(/[^A-Za-z0-9._/@+ -]/gu, '?');
}
