import { refuseUnsafe } from '../core/public-safety/refuse.ts';
import { toolkitFetch } from '../runtime/github/toolkit-fetch.ts';
import type { HostTarget } from './host.ts';

/** An answer of the API, whatever its status; status 0 when there was none, with the reason as message. */
export interface RestAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly message: string;
  readonly headers: ReadonlyMap<string, string>;
}

/** Pages of a list that are read at most; a hundred entries each. */
const MAX_PAGES = 10;

/**
 * Reads of one repository for commands that look at settings. A refusal is an answer here and not an error: what cannot be read
 * is told as unknown.
 */
export class GitHubRest {
  readonly #target: HostTarget;
  readonly #known = new Map<string, Promise<RestAnswer>>();

  constructor(target: HostTarget) {
    this.#target = target;
  }

  /** GET of a path below the repository, asked once; `''` is the repository itself. */
  get(path: string): Promise<RestAnswer> {
    const known = this.#known.get(path) ?? this.send('GET', path);
    this.#known.set(path, known);
    return known;
  }

  /** Every entry of a paged list; `key` names it inside an object. The first answer that is no success is returned as it is. */
  async list(path: string, key?: string): Promise<RestAnswer> {
    const entries: unknown[] = [];
    const mark = path.includes('?') ? '&' : '?';
    for (let page = 1; ; page++) {
      const answer = await this.get(`${path}${mark}per_page=100&page=${page}`);
      if (answer.status !== 200) return answer;
      const found = key === undefined ? answer.body : (answer.body as Record<string, unknown> | undefined)?.[key];
      const items = Array.isArray(found) ? (found as unknown[]) : [];
      entries.push(...items);
      if (items.length < 100 || page === MAX_PAGES) return { ...answer, body: entries };
    }
  }

  async send(method: string, path: string, body?: unknown): Promise<RestAnswer> {
    const { apiUrl, owner, repo, token } = this.#target;
    if (method !== 'GET') refuseUnsafe(`${method} ${path}`, body ?? {});
    const none = { body: undefined, headers: new Map<string, string>() };
    try {
      const answer = await toolkitFetch(`${apiUrl}/repos/${owner}/${repo}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/vnd.github+json',
          'x-github-api-version': '2022-11-28',
          'user-agent': 'bitnet-flow',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      const parsed = parse(text);
      const said = (parsed as { message?: unknown } | undefined)?.message;
      const message = typeof said === 'string' ? said : '';
      return { status: answer.status, body: parsed, message, headers: answer.headers };
    } catch (error) {
      return { status: 0, ...none, message: error instanceof Error ? error.message : String(error) };
    }
  }
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // a proxy's page; the status says enough
  }
}
