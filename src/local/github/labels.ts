import { forward } from './conversations.ts';
import type { Emulator } from './emulator.ts';
import { invalid } from './reply.ts';
import type { Handler, Handlers } from './reply.ts';

const r = '/repos/{owner}/{repo}';

/** Labels of the repository and of issues, from the emulator. */
export function labelRoutes(emulator: Emulator): Handlers {
  const asIs: Handler = (call) => {
    const write = call.method === 'POST' || call.method === 'PUT' || call.method === 'PATCH';
    return forward(emulator, call, write ? call.body : undefined);
  };
  const issueLabels = `${r}/issues/{issue_number}/labels`;
  return {
    [`GET ${r}/labels`]: asIs,
    [`GET ${r}/labels/{name}`]: asIs,
    [`PATCH ${r}/labels/{name}`]: asIs,
    [`POST ${r}/labels`]: async (call) => {
      const name = call.body['name'];
      if (typeof name === 'string') {
        // Label names are unique without regard to case; the emulator compares them exactly.
        const all = await emulator.call(call.token.actor, 'GET', `${call.path}?per_page=100`);
        const taken = (all.body as { name: string }[]).some((label) => label.name.toLowerCase() === name.toLowerCase());
        if (taken) throw invalid('Label', 'name', 'already_exists');
      }
      return asIs(call);
    },
    [`GET ${issueLabels}`]: asIs,
    [`POST ${issueLabels}`]: asIs,
    [`PUT ${issueLabels}`]: asIs,
    [`DELETE ${issueLabels}`]: asIs,
    [`DELETE ${issueLabels}/{name}`]: asIs,
  };
}
