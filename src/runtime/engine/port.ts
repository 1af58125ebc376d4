import type { ENGINE_OUTCOMES } from '../agent-files.ts';

/** One run of an agent, as an engine is given it. */
export interface EngineRequest {
  readonly prompt: string;
  /** Checkout the agent works in. */
  readonly cwd: string;
  readonly agent: string;
  /** 1 to 3. */
  readonly attempt: number;
  /** Where the engine must leave result.json. */
  readonly resultFile: string;
  /** Wall clock; then the engine and its children are ended. */
  readonly timeoutMs: number;
  /** Environment on top of the engine's own: nothing of the runner is in it. */
  readonly env: Readonly<Record<string, string>>;
  /** Takes a line of the engine's output, untrusted. */
  readonly log: (line: string) => void;
}

export interface EngineReport {
  readonly outcome: (typeof ENGINE_OUTCOMES)[number];
  readonly exitCode: number | null;
  /** How it ended, one line for a person. */
  readonly detail: string;
  readonly durationMs: number;
}

/** What turns a prompt into work in a checkout. It holds no token and decides nothing. */
export interface Engine {
  readonly name: string;
  readonly run: (request: EngineRequest) => Promise<EngineReport>;
}
