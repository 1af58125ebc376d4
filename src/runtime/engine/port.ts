import type { EnginePrompt } from '../../agents/prompt.ts';
import type { Usage } from '../../core/usage.ts';
import type { ENGINE_OUTCOMES } from '../agent-files.ts';

/** One run of an agent, as an engine is given it. */
export interface EngineRequest {
  readonly prompt: string;
  /** Checkout the agent works in. */
  readonly cwd: string;
  readonly agent: string;
  /** 1 to 3. */
  readonly attempt: number;
  /** Globs of the files that the agent may write; with none it may only read. */
  readonly scope: readonly string[];
  /** Where the engine must leave result.json. */
  readonly resultFile: string;
  /** A folder of the engine's own, outside the checkout. It may not be there yet. */
  readonly scratch: string;
  /** Wall clock; then the engine and its children are ended. */
  readonly timeoutMs: number;
  /** The only secret there is. */
  readonly modelKey: string | undefined;
  /** Takes a line of the engine's output, untrusted. */
  readonly log: (line: string) => void;
}

export interface EngineReport {
  readonly outcome: (typeof ENGINE_OUTCOMES)[number];
  readonly exitCode: number | null;
  /** How it ended, one line for a person. */
  readonly detail: string;
  readonly durationMs: number;
  /** What it used, where the engine's own report says so. */
  readonly usage?: Usage | undefined;
}

/** What turns a prompt into work in a checkout. It holds no token and decides nothing. */
export interface Engine {
  readonly name: string;
  /** What the prompt says about tools and the hand-over. */
  readonly prompt: EnginePrompt;
  readonly run: (request: EngineRequest) => Promise<EngineReport>;
}
