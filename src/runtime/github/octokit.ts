import { getOctokit } from '@actions/github';
import { toolkitFetch } from './toolkit-fetch.ts';
import { GRAPHQL } from './client.ts';
import type { Transport } from './transport.ts';

/** The toolkit's client as a transport: it knows addresses, media types and tokens, and repeats nothing. */
export function octokitTransport(token: string, apiUrl: string): Transport {
  const octokit = getOctokit(token, { baseUrl: apiUrl, request: { fetch: toolkitFetch } });
  // GitHub Enterprise Server serves REST below /api/v3 and GraphQL beside it.
  const graphql = { baseUrl: apiUrl.replace(/\/api\/v3\/?$/, '/api') };
  return {
    request: async (route, parameters) =>
      await octokit.request(route, { ...parameters, ...(route === GRAPHQL ? graphql : {}) }),
  };
}
