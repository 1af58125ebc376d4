import { HttpClient } from '@actions/http-client';

/** What Octokit takes from the answer of a `fetch`. */
export interface Answer {
  readonly status: number;
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** What Octokit gives to a `fetch`: its bodies are strings, and it never cancels. */
export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const client = new HttpClient(undefined, [], { keepAlive: true });

/**
 * `fetch` as Octokit calls it, over the toolkit's own client, which knows the runner's proxy and follows redirects. Node's `fetch` loads
 * an HTTP client of its own at the first call, which costs a short process more than all its calls do.
 */
export async function toolkitFetch(url: string, question: Question = {}): Promise<Answer> {
  const { method = 'GET', body, headers } = question;
  const answer = await client.request(method, url, body ?? null, { ...headers });
  const { statusCode, headers: given } = answer.message;
  // Read at once: an answer that nobody reads would keep its connection.
  const text = await answer.readBody();
  return {
    status: statusCode ?? 0,
    url,
    headers: new Map(
      Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
    ),
    text: () => Promise.resolve(text),
    arrayBuffer: () => Promise.resolve(new TextEncoder().encode(text).buffer),
  };
}
