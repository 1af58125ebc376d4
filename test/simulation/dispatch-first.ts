import type { Transport } from '../../src/runtime/github/transport.ts';
import { DISPATCH_ROUTE } from './faults.ts';

const COMMENT = '/repos/{owner}/{repo}/issues/comments/{comment_id}';
/** Writes that make a hop's end durable. */
const HELD = [
  'POST /repos/{owner}/{repo}/check-runs',
  'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
  `PATCH ${COMMENT}`,
];

/**
 * A way to the host that turns the order of the write job around: checks and Ledger are held back until the next hop is
 * dispatched. What the job reads back is what it believes it has written.
 */
export function dispatchFirst(inner: Transport): Transport {
  const held: { readonly route: string; readonly parameters: Parameters<Transport['request']>[1] }[] = [];
  return {
    request: async (route, parameters) => {
      if (HELD.includes(route)) {
        held.push({ route, parameters });
        return { status: 200, headers: {}, data: { id: 1 } };
      }
      const own = held.findLast((call) => call.parameters['comment_id'] === parameters['comment_id']);
      if (route === `GET ${COMMENT}` && own !== undefined) {
        return { status: 200, headers: {}, data: { body: own.parameters['body'], html_url: '' } };
      }
      const answer = await inner.request(route, parameters);
      if (route === DISPATCH_ROUTE) {
        for (const call of held.splice(0)) await inner.request(call.route, call.parameters);
      }
      return answer;
    },
  };
}
