import { boardText } from '../../core/board/text.ts';
import { readBoard } from '../../runtime/merge/board.ts';
import { openHost, type HostFlags } from '../host.ts';
import { readingLines } from '../merge/plan.ts';

export interface BoardOptions extends HostFlags {
  readonly registry: string;
  readonly json?: boolean;
}

/** Prints every open contract with the step it is on; not `ok` when one cannot be read. */
export async function boardCommand(
  options: BoardOptions,
): Promise<{ ok: boolean; lines: readonly string[]; json: unknown }> {
  const host = await openHost(options);
  const board = await readBoard(host, options.registry);
  return {
    ok: board.refused.length === 0,
    lines: [...boardText(`${host.owner}/${host.repo}`, board.rows), ...readingLines(board.refused, board.untrusted)],
    json: board,
  };
}
