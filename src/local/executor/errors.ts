/** Why a workflow cannot be run: its text, the dispatch that asked for it, an action it uses, or the runner itself. */
export type WorkflowErrorCode = 'workflow' | 'dispatch' | 'action' | 'runner';

/** A workflow that is refused before or while it runs; `status` is the HTTP status GitHub answers with, where it has one. */
export class WorkflowError extends Error {
  readonly code: WorkflowErrorCode;
  readonly status: number | undefined;

  constructor(code: WorkflowErrorCode, message: string, options: { status?: number; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = 'WorkflowError';
    this.code = code;
    this.status = options.status;
  }
}

/** The first line of what was thrown, for messages that quote a cause. */
export function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
